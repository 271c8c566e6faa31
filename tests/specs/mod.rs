//! Specs in Markdown: blocks of sources, each with a block of what is said of it.

/// Runs the cases of a spec: each block in three backquotes, after which stands its form, followed by one of text.
/// `read` gets the form and the source. With `BLESS` the spec is written anew.
pub fn run(path: &str, least: usize, read: impl Fn(&str, &str) -> String) {
    let spec = std::fs::read_to_string(path).unwrap();
    let (mut written, mut wrong, mut cases) = (String::new(), Vec::new(), 0);
    let mut rest = spec.as_str();
    while let Some((before, after)) = rest.split_once("```") {
        let (form, after) = after.split_once('\n').unwrap();
        let (source, after) = after.split_once("```\n").expect("the source ends with a fence");
        let after = after.strip_prefix("```text\n").expect("a text block follows the source");
        let (expected, after) = after.split_once("```").expect("the lines end with a fence");
        let found = read(form, source);
        if found != expected {
            wrong.push(format!("{source}expected\n{expected}found\n{found}"));
        }
        written += &format!("{before}```{form}\n{source}```\n```text\n{found}```");
        rest = after;
        cases += 1;
    }
    written += rest;
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, written).unwrap();
    } else {
        assert!(cases >= least && wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
