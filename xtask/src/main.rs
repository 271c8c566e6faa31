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
            match files.is_empty() {
                true => write(root, "data/english/confidence.tsv", confidence::found(root)),
                false => write(root, "data/english/confidence-given.tsv", confidence::given(root, &files)),
            }
        }
        Some("reliability") => write(root, "docs/reliability.svg", confidence::curve(root)),
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

/// Writes a file that was made, and prints what is said of it.
fn write(root: &Path, name: &str, made: Result<(String, String), String>) -> ExitCode {
    let written = made.and_then(|(text, said)| {
        std::fs::write(root.join(name), text).map_err(|error| format!("{name}: {error}"))?;
        Ok(said)
    });
    match written {
        Ok(said) => {
            print!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
