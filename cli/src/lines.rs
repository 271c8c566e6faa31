//! A JSON object a line in, one out.

use crate::failure::Failure;
use crate::input;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::io::Write;
use std::path::Path;

/// The answer to a line that cannot be used.
#[derive(Serialize)]
pub(crate) struct Refused {
    id: Value,
    error: String,
}

/// Reads a line as `T`; the answer to a bad line carries its id where it has one.
pub(crate) fn parse<T: DeserializeOwned>(line: &[u8], number: usize) -> Result<T, Refused> {
    serde_json::from_slice(line).map_err(|error| {
        let id = serde_json::from_slice::<Value>(line)
            .ok()
            .and_then(|mut value| Some(value.get_mut("id")?.take()));
        let what = error.to_string();
        // The parser counts lines within what it was given, which is one line.
        let what = what.split(" at line ").next().unwrap_or_default();
        let error = format!("line {number}, column {}: {what}", error.column().max(1));
        Refused { id: id.unwrap_or(Value::Null), error }
    })
}

/// Answers each line that is not blank; a bad one gets its error as answer, and the run goes on.
pub(crate) fn each<T: DeserializeOwned, A: Serialize>(
    file: Option<&Path>,
    out: &mut impl Write,
    mut answer: impl FnMut(T) -> A,
) -> Result<(), Failure> {
    for (i, line) in input::lines(file)?.enumerate() {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match parse(&line, i + 1) {
            Ok(question) => crate::output::json_line(out, &answer(question))?,
            Err(refused) => crate::output::json_line(out, &refused)?,
        }
    }
    Ok(())
}
