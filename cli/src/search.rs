//! `on-record search`

use crate::args::{Format, Search};
use crate::failure::Failure;
use crate::output::{self, Style};
use crate::{Outcome, input, lines};
use on_record::record::Record;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::Write;
use std::path::Path;

#[derive(Deserialize)]
#[serde(expecting = "an object with id and text")]
struct Query {
    id: Value,
    text: String,
}

#[derive(Serialize)]
struct Answer<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    hits: Vec<Hit<'r>>,
}

#[derive(Serialize)]
struct Hit<'r> {
    statement: &'r str,
    score: f32,
}

pub(crate) fn run(options: &Search) -> Result<Outcome, Failure> {
    let (record, retriever) = input::retriever(&input::records(&options.record)?)?;
    let search = |text: &str| match options.exact {
        true => retriever.search_all(text, options.top),
        false => retriever.search(text, options.top),
    };
    let mut out = output::stdout();
    if options.jsonl {
        let file = options.query.as_deref().map(Path::new);
        lines::each(file, &mut out, |query: Query| Answer {
            id: Some(query.id),
            hits: hits(&record, &search(&query.text)),
        })?;
        return Ok(out.flush().map(|()| Outcome::Clean)?);
    }
    let text = match options.query.as_deref() {
        None | Some("-") => input::text(None)?,
        Some(text) => text.to_string(),
    };
    let found = search(&text);
    match options.format {
        Format::Json => output::json(&mut out, &Answer { id: None, hits: hits(&record, &found) })?,
        Format::Text => write_text(&mut out, &record, &found)?,
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

fn hits<'r>(record: &'r Record, found: &[(u32, f32)]) -> Vec<Hit<'r>> {
    let hit = |&(i, score): &(u32, f32)| Hit { statement: &record.statements[i as usize].id, score };
    found.iter().map(hit).collect()
}

fn write_text(out: &mut impl Write, record: &Record, found: &[(u32, f32)]) -> Result<(), Failure> {
    let style = Style::of(crate::args::Color::Auto);
    for &(i, score) in found {
        let statement = &record.statements[i as usize];
        let speaker = statement.speaker_name.as_deref().map(|name| format!(", {name}")).unwrap_or_default();
        let source = &record.sources[statement.source].publisher;
        let head = format!("{score:6.2}  {}  {}{speaker} ({source})", statement.id, statement.date);
        writeln!(out, "{}", style.paint("1", &output::harmless(&head)))?;
        write!(out, "{}", style.passage(&statement.text, "        ", output::width()))?;
    }
    if found.is_empty() {
        writeln!(out, "no statement has a word of this text")?;
    }
    Ok(())
}
