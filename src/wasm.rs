//! The border to JavaScript: the only file that knows it.
//!
//! Answers leave as JSON text: in a worker they have to be copied to the page anyway, and text is what
//! crosses both borders fastest. Errors are thrown as JSON text too: `{"code", "message", "faults"}`.

use crate::text::OffsetUnit;
use crate::time::{Date, parse_date};
use crate::{Checker, Error, ErrorCode, Options};
use serde::Serialize;
use serde_json::json;
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

fn thrown(error: &Error) -> JsValue {
    let error = json!({ "code": error.code(), "message": error.to_string(), "faults": error.faults() });
    JsValue::from_str(&error.to_string())
}
