//! `on-record record import`

use crate::failure::Failure;
use crate::{Outcome, input, output, whole};
use on_record::record::{self, Record, Warning};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Converts a file into a record source. What was left out on the way is said on standard error.
pub(crate) fn run(file: &PathBuf, target: &Path, title: Option<&str>) -> Result<Outcome, Failure> {
    let given = input::records(std::slice::from_ref(file))?;
    let Some(one) = given.first() else { return Ok(Outcome::Clean) };
    let (mut record, warnings) = read(one)?;
    if let Some(title) = title.map(str::trim).filter(|title| !title.is_empty()) {
        record.title = title.to_string();
    }
    let mut stderr = io::stderr().lock();
    for warning in &warnings {
        let _ = writeln!(stderr, "on-record: {}", output::harmless(&warning.to_string()));
    }
    let text = record::write_source(&record);
    let mut out = output::stdout();
    if target == "-" {
        out.write_all(text.as_bytes())?;
    } else {
        whole::write(target, text.as_bytes())?;
        writeln!(out, "{}: {} statements", target.display(), record.statements.len())?;
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

/// The record of a source or a pack, and what was doubtful while it was read.
fn read((name, bytes): &input::Given) -> Result<(Record, Vec<Warning>), Failure> {
    let failed = |error| Failure::record(name, &error);
    if record::is_pack(bytes) {
        let pack = record::read_pack(bytes).map_err(failed)?;
        return Ok((pack.record, Vec::new()));
    }
    let file = record::read_source_file(name, bytes).map_err(failed)?;
    let warnings = file.placed(file.read_remarks());
    Ok((file.record, warnings))
}
