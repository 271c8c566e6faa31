//! The compiled language tables are those that `data/english/` gives.

#[path = "../xtask/src/language/mod.rs"]
mod language;

use std::path::Path;

#[test]
fn compiled_tables_are_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fresh = language::compile(&root.join("data/english")).unwrap();
    let stored = std::fs::read(root.join("src/english/english.bin")).unwrap();
    assert!(fresh == stored, "data/english/ has changed: run `cargo xtask language`");
}
