//! A record's own tests: texts with what a check has to flag in them, and what not.

use super::faults::{Faults, Path};
use super::fields::{Fields, nearest, text, wrong_type};
use crate::record::date::quoted;
use crate::time::Date;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use std::collections::HashMap;

pub(super) const TEST: [&str; 6] = ["name", "text", "date", "as_of", "flagged", "silent"];
const FLAG: [&str; 3] = ["words", "verdict", "statement"];
const VERDICTS: [&str; 3] = ["conflict", "outdated", "disputed"];

/// A text with what a check against the record has to flag in it, and what not.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordTest {
    /// What the desk calls it.
    pub name: Option<String>,
    /// The text.
    pub text: String,
    /// The day on which it was written.
    pub date: Option<Date>,
    /// The day on which it is checked.
    pub as_of: Option<Date>,
    /// What must be flagged.
    pub flagged: Vec<Flag>,
    /// Stretches in which nothing may be flagged; where this and `flagged` are empty, the whole text.
    pub silent: Vec<Quiet>,
    /// Path of the test in its file: `tests[0]`.
    pub field: String,
    /// Byte of the file at which it stands.
    pub at: usize,
}

/// A stretch of a test's text that must be flagged.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// Bytes of the test's text.
    pub span: std::ops::Range<usize>,
    /// `conflict`, `outdated` or `disputed`; `None`: any.
    pub verdict: Option<String>,
    /// Id of the statement that has to contradict it; `None`: any.
    pub statement: Option<String>,
    /// Byte of the file at which it stands.
    pub at: usize,
}

/// A stretch of a test's text in which nothing may be flagged.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiet {
    /// Bytes of the test's text.
    pub span: std::ops::Range<usize>,
    /// Byte of the file at which it stands.
    pub at: usize,
}

/// Reads a test; `statements` are the ids that it can name.
pub(super) fn test(
    value: &Value,
    path: &Path,
    statements: &HashMap<String, usize>,
    faults: &mut Faults,
) -> Option<RecordTest> {
    let fields = Fields::open(value, path, "a test", &TEST, faults)?;
    let name = fields.text("name", faults);
    let (date, as_of) = (day(&fields, "date", faults), day(&fields, "as_of", faults));
    let body = fields.need_text("text", "\"…\"", faults);
    let body = body.as_deref().unwrap_or_default();
    let list = path.field("flagged");
    let mut flagged = Vec::new();
    for (i, value) in fields.list("flagged", faults).iter().enumerate() {
        flagged.extend(flag(value, &list.item(i), body, statements, faults));
    }
    let list = path.field("silent");
    let mut silent = Vec::new();
    for (i, value) in fields.list("silent", faults).iter().enumerate() {
        if let Some(span) = stretch(value, &list.item(i), body, faults) {
            silent.push(Quiet { span, at: value.range().start });
        }
    }
    let (field, at) = (path.spelled(), fields.start());
    Some(RecordTest { name, text: body.to_string(), date, as_of, flagged, silent, field, at })
}

fn flag(
    value: &Value,
    path: &Path,
    body: &str,
    statements: &HashMap<String, usize>,
    faults: &mut Faults,
) -> Option<Flag> {
    let at = value.range().start;
    if let Value::StringLit(_) = value {
        return stretch(value, path, body, faults).map(|span| Flag {
            span,
            verdict: None,
            statement: None,
            at,
        });
    }
    if !matches!(value, Value::Object(_)) {
        wrong_type(value, path, "the words, or { \"words\": …, \"verdict\": …, \"statement\": … }", faults);
        return None;
    }
    let fields = Fields::open(value, path, "what is flagged", &FLAG, faults)?;
    let verdict = fields.text("verdict", faults);
    if let Some(verdict) = verdict.as_deref().filter(|verdict| !VERDICTS.contains(verdict)) {
        let remedy = match nearest(verdict, VERDICTS.into_iter()) {
            Some(near) => format!("did you mean “{near}”?"),
            None => String::from("write conflict, outdated or disputed"),
        };
        let problem = format!("{} is no verdict that flags", quoted(verdict));
        faults.add(fields.at("verdict"), path.field("verdict").spelled(), problem, remedy);
    }
    let statement = fields.text("statement", faults);
    if let Some(id) = statement.as_deref().filter(|id| !statements.contains_key(*id)) {
        let problem = format!("no statement has the id {}", quoted(id));
        faults.add(fields.at("statement"), path.field("statement").spelled(), problem, "correct the id");
    }
    let words = fields.need("words", "\"…\" (as they stand in the text)", faults)?;
    let span = stretch(words, &path.field("words"), body, faults)?;
    Some(Flag { span, verdict, statement, at })
}

/// Where words stand in the text of a test.
fn stretch(value: &Value, path: &Path, body: &str, faults: &mut Faults) -> Option<std::ops::Range<usize>> {
    let words = text(value, path, faults)?;
    let found = body.find(&words).map(|start| start..start + words.len());
    // A text that is missing or empty has its own fault.
    if found.is_none() && !body.is_empty() {
        let problem = format!("{} does not stand in the text", quoted(&words));
        faults.add(value.range().start, path.spelled(), problem, "copy the words from the test's “text”");
    }
    found
}

fn day(fields: &Fields, name: &str, faults: &mut Faults) -> Option<Date> {
    let date = fields.date(name, faults)?;
    if date.day.is_none() {
        let problem = format!("{date} is no single day");
        faults.add(fields.at(name), fields.path.field(name).spelled(), problem, "write YYYY-MM-DD");
        return None;
    }
    Some(date.first_day())
}
