//! The border to JavaScript: the only file that knows it.
//!
//! Answers leave as JSON text: in a worker they have to be copied to the page anyway, and text is what
//! crosses both borders fastest. Errors are thrown as objects: `{code, message, faults}`.

use crate::text::{Document, OffsetUnit};
use crate::time::{Date, TimeKind, find, parse_date};
use crate::{Checker, Error, ErrorCode, Fault, Options};
use serde::Serialize;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

/// Records on their way in, each a pack or a source, with the name that its faults are to give.
#[wasm_bindgen]
#[derive(Default)]
pub struct Sources {
    list: Vec<(String, Vec<u8>)>,
}

#[wasm_bindgen]
impl Sources {
    /// No records yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.list.push((name, bytes));
    }
}

/// A loaded record, ready to check texts.
#[wasm_bindgen]
pub struct Engine {
    checker: Checker,
}

#[wasm_bindgen]
impl Engine {
    /// Loads records as one.
    #[wasm_bindgen(constructor)]
    pub fn new(sources: Sources) -> Result<Engine, JsValue> {
        let list: Vec<(&str, &[u8])> =
            sources.list.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let checker = Checker::load(&list).map_err(|error| thrown(&error))?;
        Ok(Engine { checker })
    }

    /// JSON of the record in a few words.
    pub fn info(&self) -> Result<String, JsValue> {
        to_json(self.checker.info())
    }

    /// JSON of the report on a text; offsets count UTF-16 code units.
    pub fn check(&self, text: &str, date: Option<String>, as_of: &str) -> Result<String, JsValue> {
        let date = date.map(|date| day("date", &date)).transpose()?;
        let options = Options { date, as_of: day("asOf", as_of)?, offsets: OffsetUnit::Utf16 };
        to_json(&self.checker.check(text, &options))
    }

    /// JSON of the statements nearest to a text, best first.
    pub fn search(&self, text: &str, top: usize) -> Result<String, JsValue> {
        to_json(&self.checker.search(text, top))
    }

    /// JSON of the days on which statements of the record are dated, each with their number, in order: `[["2022-05-01", 3]]`.
    pub fn days(&self) -> Result<String, JsValue> {
        let mut days: BTreeMap<Date, usize> = BTreeMap::new();
        for statement in &self.checker.record().statements {
            *days.entry(statement.date.first_day()).or_default() += 1;
        }
        to_json(&days.into_iter().collect::<Vec<_>>())
    }
}

/// Longest head of a text, in bytes, in which a dateline is looked for.
const HEAD: usize = 400;
/// Most bytes that stand beside the date on a line of its own ("By Jane Doe, updated 22 October 2022").
const BESIDE: usize = 60;

/// The day that a text gives itself at its head ("KYIV, October 22, 2022 — …", or on a line of its own), as YYYY-MM-DD.
#[wasm_bindgen]
pub fn dateline(text: &str) -> Option<String> {
    let end = (0..=HEAD.min(text.len())).rev().find(|end| text.is_char_boundary(*end))?;
    let head = &text[..end];
    head.lines().filter(|line| !line.trim().is_empty()).take(3).find_map(|line| {
        let mention = find(&Document::read(line), None).into_iter().next()?;
        let day = mention.when.from.filter(|day| mention.when.to == Some(*day))?;
        let (before, after) = (&line[..mention.span.start], line[mention.span.end..].trim_end());
        let alone = before.len() + after.len() <= BESIDE && !line.trim_end().ends_with(['.', '!', '?']);
        let place = before.split_whitespace().all(|word| !word.starts_with(char::is_lowercase));
        let dash = after.char_indices().take(30).any(|(at, c)| {
            matches!(c, '—' | '–')
                || (c == '-' && after[..at].ends_with(' ') && after[at + 1..].starts_with(' '))
        });
        let heads = before.len() <= BESIDE && place && dash;
        let plain = mention.stated && !mention.ambiguous && mention.kind == TimeKind::Calendar;
        (plain && (alone || heads)).then(|| day.to_string())
    })
}

fn day(option: &str, value: &str) -> Result<Date, JsValue> {
    parse_date(value).ok_or_else(|| {
        let message = format!("`{option}` is {value:?}, which is no date; give a real day as YYYY-MM-DD");
        thrown(&Error::new(ErrorCode::OptionInvalid, message))
    })
}

fn to_json(value: &impl Serialize) -> Result<String, JsValue> {
    serde_json::to_string(value).map_err(|error| JsValue::from_str(&error.to_string()))
}

/// An error as JavaScript gets it.
#[derive(Serialize)]
struct Thrown<'e> {
    code: ErrorCode,
    message: String,
    faults: &'e [Fault],
}

fn thrown(error: &Error) -> JsValue {
    let plain = Thrown { code: error.code(), message: error.to_string(), faults: error.faults() };
    serde_wasm_bindgen::to_value(&plain).unwrap_or_else(|_| JsValue::from_str(&plain.message))
}

/// A panic traps, and a trap has no words: they go to the console, for who reports the crash.
#[wasm_bindgen(start)]
fn tell_of_panics() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&JsValue::from_str(&panic.to_string()))));
}
