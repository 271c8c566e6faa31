//! Runs `tests/specs/record-faults.md`, and what a text file cannot hold.

#[path = "specs/mod.rs"]
mod specs;

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
    specs::run(SPEC, 16, |_, source| faults(source.as_bytes()));
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
