//! Data and release tooling: `cargo xtask COMMAND`.
fn main() {}
