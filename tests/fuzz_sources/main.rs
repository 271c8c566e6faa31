//! A fuzz target for each form of record sources, in the form that libFuzzer has, with the driver of `tests/fuzz/`: the files of
//! `corpus/` as they are, then inputs that grow from them by random changes, each read as the form that its file names.
//!
//! Whatever is read is written as a source and read again, which has to give the same record and the same text.
//! A longer run: `FUZZ_RUNS=1000000 FUZZ_SEED=7 cargo test --release --test fuzz_sources`.

#[path = "../fuzz/mutator.rs"]
mod mutator;

use mutator::{Mutator, number};
use on_record::ErrorCode;
use on_record::record::{read_pack, read_source, read_source_file, write_pack, write_source};

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

/// How many faults or warnings are listed, and one that counts the rest.
const LISTED: usize = 1001;

/// Reads bytes as a source of one form; whether they are one.
fn fuzz_target(name: &str, bytes: &[u8]) -> bool {
    let file = match read_source_file(name, bytes) {
        Ok(file) => file,
        Err(error) => {
            assert_eq!(error.code(), ErrorCode::RecordInvalid);
            let faults = error.faults();
            assert!(!faults.is_empty() && faults.len() <= LISTED);
            let lines = 1 + bytes.iter().filter(|b| **b == b'\n').count();
            for fault in faults {
                assert!(
                    (1..=lines).contains(&fault.line) && (1..=1 + bytes.len()).contains(&fault.column),
                    "{fault}"
                );
                assert!(!fault.problem.is_empty() && !fault.remedy.is_empty(), "{fault}");
            }
            assert!(faults.is_sorted_by_key(|fault| (fault.line, fault.column)));
            return false;
        }
    };
    let warnings = file.placed(file.doubts());
    assert!(warnings.len() <= LISTED && warnings.iter().all(|warning| !warning.code.is_empty()));
    let record = file.record;
    for source in &record.sources {
        let url = source.url.as_deref().unwrap_or("http://");
        assert!(url.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http")), "{url}");
    }
    let turns = |c: char| matches!(c, '\0'..='\u{8}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!record.statements.iter().any(|statement| statement.text.contains(turns)));

    let written = write_source(&record);
    let again = read_source("again.json", written.as_bytes());
    assert_eq!(again.as_ref().ok(), Some(&record), "{written}");
    assert_eq!(write_source(&record), written);
    assert_eq!(read_pack(&write_pack(&record, &[])).expect("a pack").record, record);
    true
}

/// Runs the target, and shows an input that fails.
fn run(name: &str, bytes: &[u8]) -> bool {
    catch_unwind(AssertUnwindSafe(|| fuzz_target(name, bytes))).unwrap_or_else(|failure| {
        eprintln!("{name} fails: b\"{}\"", bytes.escape_ascii());
        resume_unwind(failure)
    })
}

/// The inputs of one form: those of the corpus whose names end so, and what grows from them.
fn grow(ending: &str) {
    const LONGEST: usize = 4_000;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz_sources/corpus");
    let mut paths: Vec<_> = folder.read_dir().unwrap().map(|file| file.unwrap().path()).collect();
    paths.sort();
    // Pieces of other forms may get into an input, but it starts as its own.
    let all: Vec<Vec<u8>> = paths.iter().map(|path| std::fs::read(path).unwrap()).collect();
    let own = paths.iter().zip(&all).filter(|(path, _)| path.to_str().unwrap().ends_with(ending));
    let mut inputs: Vec<Vec<u8>> = own.map(|(_, bytes)| bytes.clone()).collect();
    let name = format!("input{ending}");
    let mut good = inputs.iter().filter(|input| run(&name, input)).count();
    assert!(good > 0, "{ending}");
    let seeds = good;
    let mut random = Mutator::new();
    for _ in 0..number("FUZZ_RUNS", 2_000) {
        let mut input = inputs[random.below(inputs.len())].clone();
        let other = all[random.below(all.len())].clone();
        for _ in 0..1 + random.below(4) {
            random.change(&mut input, &other);
        }
        input.truncate(LONGEST);
        if run(&name, &input) {
            good += 1;
            inputs.push(input);
        }
    }
    assert!(good > seeds + 10, "{ending}: only {good} inputs were records");
}

#[test]
fn records() {
    grow(".record.json");
}

#[test]
fn csv() {
    grow(".csv");
}

#[test]
fn json_lines() {
    grow(".jsonl");
}

#[test]
fn claim_review() {
    grow(".json");
}

#[test]
fn pages() {
    grow(".html");
}
