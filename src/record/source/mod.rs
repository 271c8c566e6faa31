//! Reads record sources: the record's own form (`NAME.record.json`), CSV, JSON Lines and ClaimReview. Text to syntax tree, tree
//! to model, then references.
//!
//! Nothing stops at the first fault: what cannot be used is left out, noted with its place, and
//! reading goes on, so that one run shows a desk everything that it has to mend. The other forms become statements
//! of a record's own form, with the places of theirs, so that all go through the same checks.

mod csv;
mod draft;
mod faults;
mod fields;
pub(super) mod form;
mod json;
mod lines;
mod made;
mod own_tests;
mod review;
#[cfg(feature = "schema")]
mod test_form;
mod walk;

use super::Record;
use crate::error::Error;
use draft::{Draft, STATEMENT};
use faults::{Faults, Path, placed};

pub(super) use draft::Places;
pub(super) use faults::Remarks;
pub use faults::{Remark, Warning};
pub use own_tests::{Flag, Quiet, RecordTest};

/// The largest file that is read as a source, in bytes.
pub const LARGEST_SOURCE: u64 = 1 << 30;
/// A record source that was read.
#[derive(Debug)]
pub struct SourceFile<'t> {
    /// The record.
    pub record: Record,
    /// Its own tests.
    pub tests: Vec<RecordTest>,
    pub(super) places: Places,
    /// What was doubtful while reading.
    pub(super) remarks: Remarks,
    own_form: bool,
    file: &'t str,
    pub(super) text: &'t str,
}

impl SourceFile<'_> {
    /// Remarks with line and column, in the order of the file.
    pub fn placed(&self, remarks: Vec<Remark>) -> Vec<Warning> {
        placed(self.file, self.text, remarks)
    }

    /// What was doubtful while reading: what was left out or changed.
    pub fn read_remarks(&self) -> Vec<Remark> {
        self.remarks.clone().finish(self.text.len())
    }

    /// Byte and path of a field of a statement, or of the statement itself for an empty name.
    pub fn statement(&self, index: usize, field: &str) -> (usize, String) {
        let Some(place) = self.places.statements.get(index) else { return (0, String::new()) };
        let slot = STATEMENT.iter().position(|name| *name == field).map_or(0, |i| i + 1);
        let at = place.at[slot] as usize;
        if !self.own_form {
            return (at, field.to_string());
        }
        let list = Path::Root.field("statements");
        let path = list.item(place.index);
        (at, if field.is_empty() { path.spelled() } else { path.field(field).spelled() })
    }
}

/// Reads a record source of any form. `name` is what faults call the file.
///
/// ```
/// let source = br#"{ "format": 1, "title": "Line 9", "statements": [
///     { "date": "2022-05-01", "text": "Line 9 will open in 2023.", "source": "City Gazette" } ] }"#;
/// let record = on_record::record::read_source("line9.record.json", source).unwrap();
/// assert_eq!(record.statements[0].id, "#1");
///
/// let error = on_record::record::read_source("x.json", b"{\n \"fromat\": 1 }").unwrap_err();
/// assert_eq!(error.faults()[3].to_string(), "x.json:2:2: fromat: is no field of a record; did you mean “format”?");
///
/// let rows = "date,text,source\n2022-05-01,Line 9 will open in 2023.,City Gazette\n";
/// assert_eq!(on_record::record::read_source("line9.csv", rows.as_bytes()).unwrap().title, "line9");
/// ```
pub fn read_source(name: &str, bytes: &[u8]) -> Result<Record, Error> {
    read_source_file(name, bytes).map(|file| file.record)
}

/// Reads a record source with its tests and with the places of its statements.
pub fn read_source_file<'t>(name: &'t str, bytes: &'t [u8]) -> Result<SourceFile<'t>, Error> {
    let text = text(name, bytes)?;
    let mut faults = Faults::new(name, text);
    let form = form_of(name, text);
    let (most, remedy) = match form {
        Form::Json => {
            (json::LARGEST as u64, "write it as JSON Lines, which are read one by one, or split it")
        }
        _ => (LARGEST_SOURCE, "split it into several records"),
    };
    if bytes.len() as u64 > most {
        let problem = format!("the file has {} bytes, and one of its form can have {most}", bytes.len());
        faults.add(0, String::new(), problem, remedy);
        return Err(faults.into_error());
    }
    let mut draft = match form {
        Form::Json => Draft::default(),
        _ => Draft::of_statements(name),
    };
    let mut own_form = false;
    match form {
        Form::Csv => csv::read(&mut draft, &mut faults),
        Form::Lines => lines::read(&mut draft, &mut faults),
        Form::Page => review::read_page(&mut draft, &mut faults),
        Form::Json => own_form = json(name, &mut draft, &mut faults),
    }
    if !faults.is_empty() {
        return Err(faults.into_error());
    }
    draft.settle();
    let Draft { record, tests, places, .. } = draft;
    Ok(SourceFile { record, tests, places, remarks: faults.warnings, own_form, file: name, text })
}

/// What a source is written in.
enum Form {
    /// A record in its own form, or ClaimReview.
    Json,
    Lines,
    Csv,
    /// A web page with ClaimReview in it.
    Page,
}

/// The form by the file's name, else by how the text begins.
fn form_of(name: &str, text: &str) -> Form {
    let ends = |ending: &str| {
        let name = name.split(['?', '#']).next().unwrap_or_default().as_bytes();
        name.len() >= ending.len()
            && name[name.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    };
    let start = text.trim_start();
    match () {
        () if ends(".csv") || ends(".tsv") => Form::Csv,
        () if ends(".jsonl") || ends(".ndjson") => Form::Lines,
        () if ends(".json") => Form::Json,
        () if start.starts_with('<') => Form::Page,
        () if start.starts_with('{') && lines::looks_so(text) => Form::Lines,
        () if !start.starts_with(['{', '[']) && csv::looks_so(text) => Form::Csv,
        () => Form::Json,
    }
}

/// Reads JSON as a record or as ClaimReview; whether it is a record.
fn json(name: &str, draft: &mut Draft, faults: &mut Faults) -> bool {
    let Some(tree) = json::tree(faults.text, faults) else {
        if faults.is_empty() {
            let remedy = "write a record: { \"format\": 1, \"title\": …, \"statements\": […] }";
            faults.add(0, String::new(), "the file is empty", remedy);
        }
        return true;
    };
    if !review::looks_so(&tree) {
        walk::record(&tree, draft, faults);
        return true;
    }
    *draft = Draft::of_statements(name);
    review::read(&tree, &mut review::Claims::default(), draft, faults);
    review::finish(draft, faults);
    false
}

/// The file as text; a byte order mark of UTF-8 is passed over.
fn text<'b>(name: &str, bytes: &'b [u8]) -> Result<&'b str, Error> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let good = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        let mut faults = Faults::new(name, good);
        let problem = match bytes {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => String::from("the file is UTF-16, not UTF-8"),
            _ => format!("byte {:#04x} is not UTF-8", bytes[error.valid_up_to()]),
        };
        faults.add(good.len(), String::new(), problem, "save the file as UTF-8");
        faults.into_error()
    })
}
