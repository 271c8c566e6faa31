//! Texts and records, from files and standard input.

use crate::bundled;
use crate::failure::Failure;
use on_record::Checker;
use on_record::record::{self, Record};
use on_record::retrieve::Retriever;
use std::borrow::Cow;
use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// Whether a file argument means standard input.
fn is_stdin(file: Option<&Path>) -> bool {
    file.is_none_or(|file| file == "-")
}

/// What messages call an input.
fn name(file: Option<&Path>) -> String {
    match file.filter(|_| !is_stdin(file)) {
        Some(file) => file.display().to_string(),
        None => String::from("standard input"),
    }
}

/// Where an input is read from: its path, else `stdin`.
pub(crate) fn place(file: Option<&Path>) -> Cow<'_, str> {
    file.filter(|_| !is_stdin(file)).map_or(Cow::Borrowed("stdin"), Path::to_string_lossy)
}

/// The bytes of a file, or of standard input for `-` and nothing.
fn bytes(file: Option<&Path>) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = match file.filter(|_| !is_stdin(file)) {
        Some(file) => fs::read(file).map(|read| bytes = read),
        None => io::stdin().lock().read_to_end(&mut bytes).map(|_| ()),
    };
    read.map_err(|error| Failure::file(&name(file), &error))?;
    Ok(bytes)
}

/// A text. One that is not UTF-8 is refused, with the place of the first byte that is not: marks in a text
/// with replaced letters would stand in the wrong place.
pub(crate) fn text(file: Option<&Path>) -> Result<String, Failure> {
    String::from_utf8(bytes(file)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes()[..at].iter().filter(|b| **b == b'\n').count();
        let byte = error.as_bytes()[at];
        let name = name(file);
        Failure::new(format_args!(
            "{name}:{line}: byte {byte:#04x} at offset {at} is not UTF-8; save the text as UTF-8"
        ))
    })
}

/// What some programs write before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Lines of a file or of standard input.
pub(crate) struct Lines {
    name: String,
    reader: BufReader<Box<dyn Read>>,
    number: usize,
}

impl Lines {
    /// How much is read at once.
    const BUFFER: usize = 1 << 20;
    /// A longer line is refused: it would have to be in memory as a whole.
    const LONGEST: usize = 64 << 20;

    pub(crate) fn open(file: Option<&Path>) -> Result<Self, Failure> {
        let name = name(file);
        let reader: Box<dyn Read> = match file.filter(|_| !is_stdin(file)) {
            Some(path) => Box::new(fs::File::open(path).map_err(|error| Failure::file(&name, &error))?),
            None => Box::new(io::stdin().lock()),
        };
        Ok(Lines { name, reader: BufReader::with_capacity(Self::BUFFER, reader), number: 0 })
    }

    /// The lines that have arrived, with their numbers from 1 and without blank ones; waits for one. None
    /// are left when there is none. Of a line that is too long only the beginning is given.
    pub(crate) fn arrived(&mut self) -> Result<Vec<(usize, Vec<u8>)>, Failure> {
        let mut lines = Vec::new();
        while lines.is_empty() || self.reader.buffer().contains(&b'\n') {
            let mut line = Vec::new();
            let mut limited = self.reader.by_ref().take(Self::LONGEST as u64);
            let read = limited.read_until(b'\n', &mut line);
            if read.map_err(|error| Failure::file(&self.name, &error))? == 0 {
                break;
            }
            if line.len() == Self::LONGEST && !line.ends_with(b"\n") {
                self.reader.skip_until(b'\n').map_err(|error| Failure::file(&self.name, &error))?;
            }
            self.number += 1;
            if self.number == 1 && line.starts_with(BYTE_ORDER_MARK) {
                line.drain(..BYTE_ORDER_MARK.len());
            }
            if !line.trim_ascii().is_empty() {
                lines.push((self.number, line));
            }
        }
        Ok(lines)
    }
}

impl Lines {
    /// What is wrong with a line before it is read.
    pub(crate) fn refusal(line: &[u8]) -> Option<String> {
        let cut = line.len() == Self::LONGEST && !line.ends_with(b"\n");
        cut.then(|| format!("the line is longer than {} MiB; split its text", Self::LONGEST >> 20))
    }
}

/// A record as it was given: name and bytes.
pub(crate) type Given = (String, Vec<u8>);

/// The files of records, or the bundled record where none is named.
pub(crate) fn records(files: &[PathBuf]) -> Result<Vec<Given>, Failure> {
    if files.is_empty() {
        return Ok(bundled::RECORDS
            .iter()
            .map(|(name, text)| ((*name).into(), text.as_bytes().into()))
            .collect());
    }
    files.iter().map(|file| record_file(file)).collect()
}

/// The file of a record.
pub(crate) fn record_file(file: &Path) -> Result<Given, Failure> {
    Ok((name(Some(file)), record_bytes(file)?))
}

/// The bytes of a record's file, unless there are more than a record may have: then none is read.
fn record_bytes(file: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: io::Error| Failure::file(&name(Some(file)), &error);
    let most = record::LARGEST_SOURCE;
    let too_large = |has: &str| {
        let name = name(Some(file));
        Failure::new(format_args!("{name}: {has}, and a record can have {most}; split it into several"))
    };
    let mut reader: Box<dyn Read> = if is_stdin(Some(file)) {
        Box::new(io::stdin().lock())
    } else {
        let opened = fs::File::open(file).map_err(failed)?;
        let length = opened.metadata().map_err(failed)?.len();
        if length > most {
            return Err(too_large(&format!("has {length} bytes")));
        }
        Box::new(opened)
    };
    let mut bytes = Vec::new();
    // What has no length beforehand, a pipe or a device, may go on without end.
    reader.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > most { Err(too_large("does not end")) } else { Ok(bytes) }
}

/// Reads a record from a source or a pack.
pub(crate) fn record((name, bytes): &Given) -> Result<Record, on_record::Error> {
    if record::is_pack(bytes) {
        record::read_pack(bytes).map(|pack| pack.record)
    } else {
        record::read_source(name, bytes)
    }
}

/// All records as one; the faults of every file are said, not only of the first.
pub(crate) fn merged(given: &[Given]) -> Result<Record, Failure> {
    let mut read = Vec::new();
    let mut said = Vec::new();
    for one in given {
        match record(one).map_err(|error| Failure::record(&one.0, &error)) {
            Ok(record) => read.push(record),
            Err(Failure::Said(lines)) => said.extend(lines),
            Err(other) => return Err(other),
        }
    }
    if said.is_empty() { Ok(record::merge(read)) } else { Err(Failure::Said(said)) }
}

/// Records ready for checking; a single pack brings its analysis along.
pub(crate) fn checker(given: &[Given]) -> Result<Checker, Failure> {
    match given {
        [(name, bytes)] if record::is_pack(bytes) => {
            Checker::load(&[(name, bytes)]).map_err(|error| Failure::record(name, &error))
        }
        _ => Ok(Checker::new(merged(given)?)),
    }
}

/// A record with the index of its statements' words; a single pack brings it along.
pub(crate) fn retriever(given: &[Given]) -> Result<(Record, Retriever), Failure> {
    if let [(name, bytes)] = given
        && record::is_pack(bytes)
    {
        let pack = record::read_pack(bytes).map_err(|error| Failure::record(name, &error))?;
        let index = pack.section(Retriever::SECTION);
        if let Some(retriever) = index.and_then(|bytes| Retriever::with_index(&pack.record, bytes)) {
            return Ok((pack.record, retriever));
        }
    }
    let record = merged(given)?;
    let retriever = Retriever::build(&record);
    Ok((record, retriever))
}
