//! Data and release tooling: `cargo xtask COMMAND`.

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
        _ => {
            eprintln!("usage: cargo xtask language   compile data/english/ into src/english/english.bin");
            ExitCode::from(2)
        }
    }
}
