//! `on-record record validate`: every fault of every file, what is doubtful, and whether the files' own tests pass.

mod meaning;
mod own_tests;
mod sarif;

use crate::args::FaultFormat;
use crate::failure::Failure;
use crate::{Outcome, input, output};
use on_record::record::{self, SourceFile, Warning};
use on_record::{Checker, ErrorCode, Fault};
use serde::Serialize;
use std::io::Write;
use std::path::PathBuf;

/// What is to be said of all files.
#[derive(Default, Serialize)]
struct Said {
    faults: Vec<Fault>,
    warnings: Vec<Warning>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tests: Option<Tests>,
}

/// How the files' own tests went.
#[derive(Default, Serialize)]
struct Tests {
    passed: usize,
    failed: usize,
    failures: Vec<Warning>,
}

pub(crate) fn run(files: &[PathBuf], tests: bool, format: FaultFormat) -> Result<Outcome, Failure> {
    let mut said = Said { tests: tests.then(Tests::default), ..Said::default() };
    let mut lines = Vec::new();
    let mut unread = Vec::new();
    for file in files {
        let one = input::record_file(file).and_then(|given| validate(&given, &mut said));
        match one {
            Ok(line) => lines.push(line),
            // What is wrong with the others is said all the same.
            Err(Failure::Said(why)) => unread.extend(why),
            Err(other) => return Err(other),
        }
    }
    let mut out = output::stdout();
    match format {
        FaultFormat::Json => output::json(&mut out, &said)?,
        FaultFormat::Sarif => output::json(&mut out, &sarif::log(&said))?,
        FaultFormat::Text => write_text(&mut out, &said, &lines)?,
    }
    out.flush()?;
    if !unread.is_empty() {
        return Err(Failure::Said(unread));
    }
    let failed = said.tests.as_ref().is_some_and(|tests| tests.failed > 0);
    Ok(if said.faults.is_empty() && !failed { Outcome::Clean } else { Outcome::Flagged })
}

fn write_text(out: &mut impl Write, said: &Said, lines: &[String]) -> Result<(), Failure> {
    let faults = said.faults.iter().map(ToString::to_string);
    let warnings = said.warnings.iter().map(ToString::to_string);
    let failures =
        said.tests.iter().flat_map(|tests| &tests.failures).map(|failure| failure.fault.to_string());
    for line in faults.chain(warnings).chain(failures).chain(lines.iter().filter(|l| !l.is_empty()).cloned())
    {
        writeln!(out, "{}", output::harmless(&line))?;
    }
    Ok(())
}

/// Validates one file; gives the line that sums it up, which is empty where faults speak for themselves.
fn validate((name, bytes): &input::Given, said: &mut Said) -> Result<String, Failure> {
    if record::is_pack(bytes) {
        let pack = record::read_pack(bytes).map_err(|error| Failure::record(name, &error))?;
        return Ok(format!("{name}: no faults, {}", counted(pack.record.statements.len(), "statement")));
    }
    match record::read_source_file(name, bytes) {
        Ok(file) => Ok(doubts_and_tests(name, file, said)),
        Err(error) if error.code() == ErrorCode::RecordInvalid => {
            said.faults.extend_from_slice(error.faults());
            Ok(String::new())
        }
        Err(error) => Err(Failure::record(name, &error)),
    }
}

fn doubts_and_tests(name: &str, mut file: SourceFile, said: &mut Said) -> String {
    let statements = file.record.statements.len();
    let mut remarks = file.doubts();
    remarks.extend(meaning::doubts(&file));
    let mut failures = Vec::new();
    if said.tests.is_some() && !file.tests.is_empty() {
        let checker = Checker::new(std::mem::take(&mut file.record));
        failures = own_tests::failures(&file.tests, &checker);
    }
    let warnings = file.placed(remarks);
    let mut line = format!("{name}: no faults");
    if !warnings.is_empty() {
        line += &format!(", {}", counted(warnings.len(), "warning"));
    }
    line += &format!(", {}", counted(statements, "statement"));
    said.warnings.extend(warnings);
    if let Some(tests) = &mut said.tests {
        let failed = failures.iter().filter(|remarks| !remarks.is_empty()).count();
        line += &format!(", {} passed", counted(file.tests.len() - failed, "test"));
        if failed > 0 {
            line += &format!(", {failed} failed");
        }
        tests.failed += failed;
        tests.passed += file.tests.len() - failed;
        tests.failures.extend(file.placed(failures.into_iter().flatten().collect()));
    }
    line
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
