//! One error type for records, files and misuse. A text is never an error.

use serde::Serialize;
use std::fmt;

/// What went wrong, as programs tell errors apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// A record source has faults; [`Error::faults`] lists them.
    RecordInvalid,
    /// A pack of another format version.
    RecordVersion,
    /// A pack that is cut or altered.
    RecordDamaged,
    /// A date or option that cannot be read.
    OptionInvalid,
}

/// One fault of a record source: where, what is wrong, what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Name of the file as given.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in UTF-16 code units, counted from 1.
    pub column: usize,
    /// Path of the field: `statements[3].date`; empty for the whole file.
    pub field: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: ", self.file, self.line, self.column)?;
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        write!(f, "{}; {}", self.problem, self.remedy)
    }
}

/// What a record, a file or an option can be refused for.
#[derive(Clone, Debug)]
pub struct Error {
    code: ErrorCode,
    message: String,
    faults: Vec<Fault>,
}

impl Error {
    /// An error without faults in a file.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Error { code, message: message.into(), faults: Vec::new() }
    }

    /// A record source that cannot be used, with every fault found; `faults` is not empty.
    pub fn invalid(faults: Vec<Fault>) -> Self {
        let message = match faults.as_slice() {
            [one] => one.to_string(),
            [first, rest @ ..] => format!("{first} (and {} more)", rest.len()),
            [] => String::from("the record is not valid"),
        };
        Error { code: ErrorCode::RecordInvalid, message, faults }
    }

    /// What sort of error.
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// The faults of a record source, in the order of the file; empty for other errors.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
