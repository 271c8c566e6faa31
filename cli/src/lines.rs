//! A JSON object a line in, one out: in order, on all cores, in constant memory.

use crate::failure::{self, Failure};
use crate::input;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The answer to a line that cannot be used.
#[derive(Serialize)]
struct Refused {
    id: Value,
    error: String,
}

impl Refused {
    /// With the line's id, where it has one.
    fn new(line: &[u8], error: String) -> Self {
        let id = serde_json::from_slice::<Value>(line)
            .ok()
            .and_then(|mut value| Some(value.get_mut("id")?.take()));
        Refused { id: id.unwrap_or(Value::Null), error }
    }
}

/// Answers each line that is not blank; a bad one gets its error as answer, and the run goes on.
///
/// Lines are taken as they come, as many at once as have arrived, so that a program that waits for each
/// answer gets it.
pub(crate) fn each<T, A>(
    file: Option<&Path>,
    out: &mut impl Write,
    answer: impl Fn(T) -> A + Sync,
) -> Result<(), Failure>
where
    T: DeserializeOwned,
    A: Serialize,
{
    let mut lines = input::Lines::open(file)?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    loop {
        let batch = lines.arrived()?;
        if batch.is_empty() {
            return Ok(());
        }
        let answers: Vec<OnceLock<Vec<u8>>> = batch.iter().map(|_| OnceLock::new()).collect();
        let next = AtomicUsize::new(0);
        let work = || {
            while let Some((number, line)) = batch.get(next.fetch_add(1, Ordering::Relaxed)) {
                let place = batch.partition_point(|(earlier, _)| earlier < number);
                let _ = answers[place].set(answered(line, *number, &answer));
            }
        };
        thread::scope(|scope| {
            for _ in 1..threads.min(batch.len()) {
                scope.spawn(work);
            }
            work();
        });
        for answer in answers {
            out.write_all(answer.get().map_or(&[], Vec::as_slice))?;
        }
        out.flush()?;
    }
}

/// The answer to one line, as a line.
fn answered<T: DeserializeOwned, A: Serialize>(
    line: &[u8],
    number: usize,
    answer: &impl Fn(T) -> A,
) -> Vec<u8> {
    let written = match parse(line, number) {
        Ok(question) => match catch_unwind(AssertUnwindSafe(|| serde_json::to_vec(&answer(question)))) {
            Ok(written) => written,
            Err(_) => serde_json::to_vec(&Refused::new(line, failure::panic_message())),
        },
        Err(error) => serde_json::to_vec(&Refused::new(line, error)),
    };
    let mut written = written.unwrap_or_default();
    written.push(b'\n');
    written
}

fn parse<T: DeserializeOwned>(line: &[u8], number: usize) -> Result<T, String> {
    serde_json::from_slice(line).map_err(|error| {
        let what = error.to_string();
        // The parser counts lines within what it was given, which is one line.
        let what = what.split(" at line ").next().unwrap_or_default();
        format!("line {number}, column {}: {what}", error.column().max(1))
    })
}

/// Reads an optional day of a line.
pub(crate) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<on_record::time::Date>, D::Error> {
    let text: Option<String> = Option::deserialize(from)?;
    text.map(|text| {
        crate::args::day(&text).map_err(|what| serde::de::Error::custom(format!("“{text}”: {what}")))
    })
    .transpose()
}
