//! A JSON object a line in, one out: in order, on all cores, in constant memory.

use crate::failure::{self, Failure};
use crate::input;
use crate::interrupt::Interrupt;
use crate::progress::Progress;
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
    /// With the line's id, where it has one. Of the other fields only the form is looked at.
    fn new(line: &[u8], error: String) -> Self {
        #[derive(Deserialize)]
        struct Named {
            id: Value,
        }
        let id = serde_json::from_slice(line).map_or(Value::Null, |named: Named| named.id);
        Refused { id, error }
    }
}

/// Answers each line that is not blank; a bad one gets its error as answer, and the run goes on.
///
/// Lines are taken as they come, as many at once as have arrived, so that a program that waits for each
/// answer gets it. Interrupted, it writes the answers that it has, in order, and says where it stopped.
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
    let interrupt = Interrupt::watch();
    let mut progress = Progress::new();
    loop {
        let batch = interrupt.waiting(|| lines.arrived())?;
        if batch.is_empty() {
            return Ok(());
        }
        let answers = answer_all(&batch, &interrupt, &answer);
        let mut answered = 0;
        for answer in answers.iter().map_while(OnceLock::get) {
            out.write_all(answer)?;
            answered += 1;
        }
        out.flush()?;
        progress.add(answered, batch[..answered].iter().map(|(_, line)| line.len()).sum());
        if interrupt.asked() {
            let count = progress.lines();
            return Err(Failure::new(format_args!(
                "interrupted: {count} lines are answered, those behind them are not"
            )));
        }
    }
}

/// Answers lines on all cores, in their order; where that is interrupted, only the first of them.
fn answer_all<T: DeserializeOwned, A: Serialize>(
    batch: &[(usize, Vec<u8>)],
    interrupt: &Interrupt,
    answer: &(impl Fn(T) -> A + Sync),
) -> Vec<OnceLock<Vec<u8>>> {
    let answers: Vec<OnceLock<Vec<u8>>> = batch.iter().map(|_| OnceLock::new()).collect();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let work = || {
        while !interrupt.asked()
            && let at = next.fetch_add(1, Ordering::Relaxed)
            && let Some((number, line)) = batch.get(at)
        {
            let _ = answers[at].set(answered(line, *number, answer));
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.min(batch.len()) {
            scope.spawn(work);
        }
        work();
    });
    answers
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
    if let Some(refusal) = input::Lines::refusal(line) {
        return Err(format!("line {number}: {refusal}"));
    }
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
