//! Where a fault is, and what is kept of many.

use crate::error::{Error, Fault};

/// How many faults are listed; the rest are counted, so that a hopeless file stays readable and small.
const LISTED: usize = 1000;

/// The path of a field, spelled out only when a fault needs it.
#[derive(Clone, Copy)]
pub(super) enum Path<'p> {
    Root,
    Field(&'p Path<'p>, &'p str),
    Item(&'p Path<'p>, usize),
}

impl<'p> Path<'p> {
    pub(super) fn field(&'p self, name: &'p str) -> Path<'p> {
        Path::Field(self, name)
    }

    pub(super) fn item(&'p self, index: usize) -> Path<'p> {
        Path::Item(self, index)
    }

    pub(super) fn spelled(&self) -> String {
        match self {
            Path::Root => String::new(),
            Path::Field(Path::Root, name) => (*name).to_string(),
            Path::Field(parent, name) => format!("{}.{name}", parent.spelled()),
            Path::Item(parent, index) => format!("{}[{index}]", parent.spelled()),
        }
    }
}

/// The faults of one file.
pub(super) struct Faults<'t> {
    file: &'t str,
    pub(super) text: &'t str,
    /// Byte at which each line starts; found when the first fault asks for a line.
    lines: Vec<usize>,
    /// With the byte at which it stands.
    found: Vec<(usize, Fault)>,
    unlisted: usize,
}

impl<'t> Faults<'t> {
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        Faults { file, text, lines: Vec::new(), found: Vec::new(), unlisted: 0 }
    }

    /// Notes a fault that stands at byte `at`.
    pub(super) fn add(
        &mut self,
        at: usize,
        field: String,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        if self.found.len() >= LISTED {
            self.unlisted += 1;
            return;
        }
        let (line, column) = self.place(at);
        let (problem, remedy) = (problem.into(), remedy.into());
        self.found.push((at, Fault { file: self.file.to_string(), line, column, field, problem, remedy }));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, in the order of the file.
    pub(super) fn into_error(mut self) -> Error {
        self.found.sort_by_key(|(at, _)| *at);
        if self.unlisted > 0 {
            let (line, column) = self.place(self.text.len());
            let fault = Fault {
                file: self.file.to_string(),
                line,
                column,
                field: String::new(),
                problem: format!("{} more faults are not listed", self.unlisted),
                remedy: String::from("mend the first ones and run again"),
            };
            self.found.push((self.text.len(), fault));
        }
        Error::invalid(self.found.into_iter().map(|(_, fault)| fault).collect())
    }

    /// Line and column of a byte, both from 1, the column in UTF-16 code units.
    fn place(&mut self, at: usize) -> (usize, usize) {
        if self.lines.is_empty() {
            self.lines.push(0);
            let ends = self.text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
            self.lines.extend(ends.map(|(i, _)| i + 1));
        }
        let at = at.min(self.text.len());
        let line = self.lines.partition_point(|&start| start <= at);
        let before = self.text.get(self.lines[line - 1]..at).unwrap_or_default();
        (line, before.encode_utf16().count() + 1)
    }
}
