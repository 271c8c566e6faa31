//! Where a fault is, and what is kept of many.

use crate::error::{Error, Fault};
use serde::Serialize;
use std::fmt;

/// How many faults, and how many warnings, are listed; the rest are counted, so that a hopeless file stays readable
/// and small.
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

/// What is legal in a record source and yet doubtful: nothing is refused for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// What sort of doubt, as programs tell them apart: `duplicate`.
    pub code: &'static str,
    /// Where, what, and what to do.
    #[serde(flatten)]
    pub fault: Fault,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { file, line, column, field, problem, remedy } = &self.fault;
        write!(f, "{file}:{line}:{column}: warning: ")?;
        if !field.is_empty() {
            write!(f, "{field}: ")?;
        }
        write!(f, "{problem}; {remedy} [{}]", self.code)
    }
}

/// A remark about a byte of the file, before its line and column are known.
#[derive(Clone, Debug)]
pub struct Remark {
    /// Byte of the file at which it stands.
    pub at: usize,
    /// Code of a warning; empty for a fault.
    pub code: &'static str,
    /// Path of the field.
    pub field: String,
    /// What is wrong or doubtful.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

/// Doubts about one file, of very many the first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Remarks {
    list: Vec<Remark>,
    unlisted: usize,
}

impl Remarks {
    pub(crate) fn push(&mut self, remark: Remark) {
        match self.list.len() < LISTED {
            true => self.list.push(remark),
            false => self.unlisted += 1,
        }
    }

    /// All of them, and how many more there are, told at the end of the file.
    pub(crate) fn finish(mut self, end: usize) -> Vec<Remark> {
        if self.unlisted > 0 {
            let problem = format!("{} more warnings are not listed", self.unlisted);
            let remedy = String::from("see to the first ones and run again");
            self.list.push(Remark { at: end, code: "more", field: String::new(), problem, remedy });
        }
        self.list
    }
}

/// The faults and warnings of one file.
pub(super) struct Faults<'t> {
    file: &'t str,
    /// The whole file.
    pub(super) text: &'t str,
    /// Byte of the file at which the piece starts that is being read; what readers give counts from there.
    pub(super) base: usize,
    /// Whether the file is a table: its texts stand in cells, not as JSON has them with every control character escaped.
    pub(super) cells: bool,
    found: Vec<Remark>,
    unlisted: usize,
    /// How many more ids are compared in search of the one that was meant.
    comparisons: usize,
    pub(super) warnings: Remarks,
}

impl<'t> Faults<'t> {
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        Faults {
            file,
            text,
            base: 0,
            cells: false,
            found: Vec::new(),
            unlisted: 0,
            comparisons: 100_000,
            warnings: Remarks::default(),
        }
    }

    /// Notes a fault that stands at byte `at` of the piece.
    pub(super) fn add(
        &mut self,
        at: usize,
        field: String,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        if self.full() {
            self.unlisted += 1;
            return;
        }
        let (at, problem, remedy) = (self.base + at, problem.into(), remedy.into());
        self.found.push(Remark { at, code: "", field, problem, remedy });
    }

    /// Notes a doubt about byte `at` of the piece.
    pub(super) fn warn(
        &mut self,
        code: &'static str,
        at: usize,
        field: String,
        problem: String,
        remedy: &str,
    ) {
        let (at, remedy) = (self.base + at, remedy.to_string());
        self.warnings.push(Remark { at, code, field, problem, remedy });
    }

    /// Whether a further fault would only be counted, so that nothing need be worked out for its remedy.
    pub(super) fn full(&self) -> bool {
        self.found.len() >= LISTED
    }

    /// Whether so many ids may still be compared with a wrong one: a search among many, for many, would take long.
    pub(super) fn may_compare(&mut self, ids: usize) -> bool {
        let may = !self.full() && ids <= self.comparisons;
        self.comparisons -= if may { ids } else { 0 };
        may
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All faults, in the order of the file.
    pub(super) fn into_error(mut self) -> Error {
        if self.unlisted > 0 {
            self.found.push(Remark {
                at: self.text.len(),
                code: "",
                field: String::new(),
                problem: format!("{} more faults are not listed", self.unlisted),
                remedy: String::from("mend the first ones and run again"),
            });
        }
        Error::invalid(placed(self.file, self.text, self.found).into_iter().map(|w| w.fault).collect())
    }
}

/// Remarks with line and column, in the order of the file. The text is gone through once, however long its lines are.
pub(super) fn placed(file: &str, text: &str, mut notes: Vec<Remark>) -> Vec<Warning> {
    notes.sort_by_key(|note| note.at);
    let (mut line, mut column, mut seen) = (1, 1, 0);
    let place = |note: Remark| {
        // Inside a character nothing stands; its start does as well.
        let end = (0..=note.at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
        for c in text.get(seen..end).unwrap_or_default().chars() {
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + c.len_utf16()) };
        }
        seen = seen.max(end);
        let Remark { code, field, problem, remedy, .. } = note;
        Warning { code, fault: Fault { file: file.to_string(), line, column, field, problem, remedy } }
    };
    notes.into_iter().map(place).collect()
}
