//! Runs `tests/specs/record-faults.md`, and what a text file cannot hold.

use on_record::record::read_source_file;

const SPEC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/specs/record-faults.md");

/// The lines that a source is refused with; of one that is not, what is doubtful in it.
fn faults(source: &[u8]) -> String {
    match read_source_file("r.json", source) {
        Ok(file) => {
            let warnings = file.placed(file.doubts());
            let lines: String = warnings.iter().map(|warning| format!("{warning}\n")).collect();
            if lines.is_empty() { String::from("no faults\n") } else { lines }
        }
        Err(error) => error.faults().iter().map(|fault| format!("{fault}\n")).collect(),
    }
}

#[test]
fn sources_are_refused_with_every_fault_in_its_place() {
    let spec = std::fs::read_to_string(SPEC).unwrap();
    let mut written = String::new();
    let mut wrong = Vec::new();
    let mut cases = 0;
    let mut rest = spec.as_str();
    while let Some((before, after)) = rest.split_once("```json\n") {
        let (source, after) = after.split_once("```\n").expect("the source ends with a fence");
        let after = after.strip_prefix("```text\n").expect("a text block follows the source");
        let (expected, after) = after.split_once("```").expect("the lines end with a fence");
        let found = faults(source.as_bytes());
        if found != expected {
            wrong.push(format!("{source}expected\n{expected}found\n{found}"));
        }
        written += &format!("{before}```json\n{source}```\n```text\n{found}```");
        rest = after;
        cases += 1;
    }
    written += rest;
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(SPEC, written).unwrap();
    } else {
        assert!(cases > 15 && wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn what_is_no_text_is_refused_with_its_place() {
    assert_eq!(
        faults(b"{ \"format\": 1,\n \"title\": \"\xe9\" }"),
        "r.json:2:12: byte 0xe9 is not UTF-8; save the file as UTF-8\n"
    );
    assert_eq!(faults(b"\xff\xfe{\0"), "r.json:1:1: the file is UTF-16, not UTF-8; save the file as UTF-8\n");
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let source = b"\xef\xbb\xbf{ \"format\": 1, \"title\": \"T\", \"statements\": [ { \"date\": \"2022\", \"text\": \"X.\", \"source\": \"G\" } ] }";
    assert_eq!(faults(source), "no faults\n");
}

#[test]
fn depth_and_number_of_faults_are_bounded() {
    for deep in ["[".repeat(1_000_000), "{\"a\":".repeat(1_000_000)] {
        assert!(faults(deep.as_bytes()).contains("nesting"));
    }
    let many = format!(
        "{{ \"format\": 1, \"title\": \"T\", \"statements\": [ {} ] }}",
        "{},".repeat(100_000) + "{}"
    );
    let lines = faults(many.as_bytes());
    assert_eq!(lines.lines().count(), 1001);
    assert!(
        lines.ends_with("299003 more faults are not listed; mend the first ones and run again\n"),
        "{lines}"
    );
}
