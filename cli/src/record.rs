//! `on-record record build`, `info`

use crate::args::{Format, Record as Command};
use crate::failure::Failure;
use crate::{Outcome, import, input, output, validate, whole};
use on_record::record::{self, Record};
use serde::Serialize;
use std::io::Write;
use std::path::{Path, PathBuf};

pub(crate) fn run(command: &Command) -> Result<Outcome, Failure> {
    match command {
        Command::Validate { files, tests, format } => validate::run(files, *tests, *format),
        Command::Import { file, output, title } => import::run(file, output, title.as_deref()),
        Command::Build { files, output } => build(files, output),
        Command::Info { files, format } => info(files, *format),
    }
}

fn build(files: &[PathBuf], target: &Path) -> Result<Outcome, Failure> {
    let checker = input::checker(&input::records(files)?)?;
    let pack = checker.to_pack();
    whole::write(target, &pack)?;
    let mut out = output::stdout();
    let count = checker.info().statements;
    writeln!(out, "{}: {count} statements, {} bytes", target.display(), pack.len())?;
    out.flush()?;
    Ok(Outcome::Clean)
}

#[derive(Serialize)]
struct Covers {
    from: Option<String>,
    to: Option<String>,
}

/// A part of a pack.
#[derive(Serialize)]
struct Section {
    tag: String,
    bytes: usize,
}

#[derive(Serialize)]
struct Info<'r> {
    title: &'r str,
    version: Option<&'r str>,
    license: Option<&'r str>,
    language: Option<&'r str>,
    covers: Option<Covers>,
    statements: usize,
    entities: usize,
    topics: usize,
    sources: usize,
    hash: String,
    /// Of a pack: its parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sections: Vec<Section>,
}

fn info(files: &[PathBuf], format: Format) -> Result<Outcome, Failure> {
    let given = input::records(files)?;
    let record = input::merged(&given)?;
    let mut sections = Vec::new();
    if let [(name, bytes)] = given.as_slice()
        && record::is_pack(bytes)
    {
        let pack = record::read_pack(bytes).map_err(|error| Failure::record(name, &error))?;
        sections.extend(
            pack.sections()
                .map(|(tag, bytes)| Section { tag: String::from_utf8_lossy(&tag).into_owned(), bytes }),
        );
    }
    let info = describe(&record, sections);
    let mut out = output::stdout();
    match format {
        Format::Json => output::json(&mut out, &info)?,
        Format::Text => write_info(&mut out, &info)?,
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

fn describe(record: &Record, sections: Vec<Section>) -> Info<'_> {
    let day = |date: Option<on_record::time::Date>| date.map(|d| d.to_string());
    Info {
        title: &record.title,
        version: record.version.as_deref(),
        license: record.license.as_deref(),
        language: record.language.as_deref(),
        covers: record.covers.map(|covers| Covers { from: day(covers.from), to: day(covers.to) }),
        statements: record.statements.len(),
        entities: record.entities.len(),
        topics: record.topics.len(),
        sources: record.sources.len(),
        hash: record::content_hash(record),
        sections,
    }
}

fn write_info(out: &mut impl Write, info: &Info) -> Result<(), Failure> {
    writeln!(out, "{}", output::harmless(info.title))?;
    let end = |end: &Option<String>| end.clone().unwrap_or_else(|| String::from("…"));
    let covers = info.covers.as_ref().map(|covers| format!("{} to {}", end(&covers.from), end(&covers.to)));
    let texts = [
        ("version", info.version),
        ("licence", info.license),
        ("language", info.language),
        ("covers", covers.as_deref()),
        ("hash", Some(info.hash.as_str())),
    ];
    for (label, text) in texts {
        if let Some(text) = text {
            writeln!(out, "  {label:10} {}", output::harmless(text))?;
        }
    }
    let counts = [
        ("statements", info.statements),
        ("entities", info.entities),
        ("topics", info.topics),
        ("sources", info.sources),
    ];
    for (label, count) in counts {
        writeln!(out, "  {label:10} {count}")?;
    }
    for Section { tag, bytes } in &info.sections {
        writeln!(out, "  section    {tag}, {bytes} bytes")?;
    }
    Ok(())
}
