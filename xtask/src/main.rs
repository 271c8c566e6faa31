//! Data and release tooling: `cargo xtask COMMAND`.

mod confidence;
mod language;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    match std::env::args().nth(1).as_deref() {
        Some("language") => match language::compile(&root.join("data/english")) {
            Ok(bytes) => {
                let out = root.join("src/english/english.bin");
                if let Err(error) = std::fs::write(&out, &bytes) {
                    eprintln!("{}: {error}", out.display());
                    return ExitCode::FAILURE;
                }
                println!("{}: {} bytes", out.display(), bytes.len());
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
        Some("confidence") => {
            let files: Vec<String> = std::env::args().skip(2).collect();
            let (name, fitted) = match files.is_empty() {
                true => ("confidence.tsv", confidence::found(root)),
                false => ("confidence-given.tsv", confidence::given(root, &files)),
            };
            let written = fitted.and_then(|(table, report)| {
                let out = root.join("data/english").join(name);
                std::fs::write(&out, &table).map_err(|error| format!("{}: {error}", out.display()))?;
                Ok(report)
            });
            match written {
                Ok(report) => {
                    print!("{report}");
                    ExitCode::SUCCESS
                }
                Err(error) => {
                    eprintln!("{error}");
                    ExitCode::FAILURE
                }
            }
        }
        _ => {
            eprintln!(
                "usage: cargo xtask language             compile data/english/ into src/english/english.bin"
            );
            eprintln!(
                "       cargo xtask confidence [PAIRS]   fit data/english/confidence.tsv or, on files of pairs, confidence-given.tsv"
            );
            ExitCode::from(2)
        }
    }
}
