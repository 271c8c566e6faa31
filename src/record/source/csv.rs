//! CSV with a header row: a statement a row.

use super::draft::Draft;
use super::faults::{Faults, Path};
use super::fields::nearest;
use super::made::{self, field};
use crate::record::date::quoted;
use csv_core::{ReadFieldResult, Reader, ReaderBuilder};
use jsonc_parser::ast::Value;

const COLUMNS: [&str; 13] = [
    "date",
    "text",
    "source",
    "url",
    "speaker",
    "quote",
    "topics",
    "until",
    "id",
    "supersedes",
    "note",
    "title",
    "published",
];
const NEEDED: usize = 3;
/// Columns that are fields of the statement as they stand.
const TEXTS: [&str; 7] = ["date", "text", "speaker", "quote", "until", "id", "note"];
/// Columns that hold several values, parted by semicolons.
const LISTS: [&str; 2] = ["topics", "supersedes"];
/// Columns that tell of the source.
const OF_SOURCE: [&str; 3] = ["url", "title", "published"];

/// A cell: its text, and the byte of the file at which it starts.
struct Cell {
    at: usize,
    text: String,
}

impl Cell {
    fn value(&self) -> Value<'static> {
        made::text(self.at, self.text.as_str())
    }
}

/// Reads the rows of the file.
pub(super) fn read(draft: &mut Draft, faults: &mut Faults) {
    faults.cells = true;
    let mut rows = Rows::new(faults.text, separator(faults.text));
    let mut row = Vec::new();
    if !rows.next(&mut row) {
        let remedy = "write a header row: date,text,source";
        faults.add(0, String::new(), "the file is empty", remedy);
        return;
    }
    let Some(columns) = header(&row, faults) else { return };
    while rows.next(&mut row) && rows.unclosed.is_none() {
        if row.len() > columns.len() {
            let problem = format!("the row has {} cells and the header {}", row.len(), columns.len());
            let remedy = "put cells that hold the separator or a quotation mark in double quotes";
            faults.add(row[columns.len()].at, String::new(), problem, remedy);
        } else if row.iter().any(|cell| !cell.text.trim().is_empty()) {
            draft.statement(&statement(&row, &columns), &Path::Root, faults);
        }
    }
    if let Some(at) = rows.unclosed {
        let problem = "the quotation mark that opens here is not closed";
        faults.add(at, String::new(), problem, "close it, and double each one inside the cell");
    } else if draft.seen() == 0 && faults.is_empty() {
        let at = faults.text.len();
        faults.add(at, String::new(), "the file holds no statement", "add a row below the header");
    }
    draft.resolve(&Path::Root, faults);
}

/// The columns of the header, or `None` where the rows cannot be read by it.
fn header(row: &[Cell], faults: &mut Faults) -> Option<Vec<&'static str>> {
    let mut columns = Vec::new();
    for cell in row {
        let name = cell.text.trim().to_ascii_lowercase();
        let Some(column) = COLUMNS.iter().find(|column| **column == name) else {
            let remedy = match nearest(&name, COLUMNS.into_iter()) {
                Some(near) => format!("did you mean “{near}”?"),
                None => format!("remove it; the columns are {}", COLUMNS.join(", ")),
            };
            faults.add(cell.at, String::new(), format!("{} is no column", quoted(&cell.text)), remedy);
            continue;
        };
        if columns.contains(column) {
            let problem = format!("the column {} is there twice", quoted(column));
            faults.add(cell.at, String::new(), problem, "keep one of the two");
        }
        columns.push(*column);
    }
    for column in COLUMNS.iter().take(NEEDED).filter(|column| !columns.contains(column)) {
        let problem = format!("the column {} is missing", quoted(column));
        faults.add(0, String::new(), problem, "add it to the header row, the first of the file");
    }
    faults.is_empty().then_some(columns)
}

/// A row as a statement; empty cells are left out.
fn statement(row: &[Cell], columns: &[&'static str]) -> Value<'static> {
    let start = row.first().map_or(0, |cell| cell.at);
    let cell = |name: &str| {
        let at = columns.iter().position(|column| *column == name)?;
        row.get(at).filter(|cell| !cell.text.trim().is_empty())
    };
    let given = |name: &'static str| cell(name).map(|cell| field(name, cell.value()));
    let mut properties: Vec<_> = TEXTS.into_iter().filter_map(given).collect();
    for name in LISTS {
        properties.extend(cell(name).map(|cell| {
            let items = cell.text.split(';').map(str::trim).filter(|item| !item.is_empty());
            field(name, made::texts(cell.at, items))
        }));
    }
    let more: Vec<_> = OF_SOURCE.into_iter().filter_map(given).collect();
    let source = cell("source").map(|source| match more.is_empty() {
        true => source.value(),
        false => {
            let publisher = field("publisher", source.value());
            made::object(source.at, std::iter::once(publisher).chain(more).collect())
        }
    });
    properties.extend(source.map(|source| field("source", source)));
    made::object(start, properties)
}

/// What separates the cells: a comma, or what spreadsheets write where the comma is a decimal sign.
fn separator(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.is_empty()).unwrap_or_default();
    let count = |separator: u8| header.bytes().filter(|b| *b == separator).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|&b| (count(b), b == b',')).unwrap_or(b',')
}

/// Whether a text without a telling name is meant as CSV: its first row names the columns that it needs.
pub(super) fn looks_so(text: &str) -> bool {
    let mut row = Vec::new();
    // What else it may be can be a single line of any length.
    let head =
        text.lines().find(|line| !line.is_empty()).filter(|line| line.len() < 1000).unwrap_or_default();
    let found = Rows::new(head, separator(head)).next(&mut row);
    let names = |column: &&str| row.iter().any(|cell| cell.text.trim().eq_ignore_ascii_case(column));
    found && COLUMNS.iter().take(NEEDED).filter(|column| names(column)).count() >= 2
}

/// The rows of a text, cell by cell.
struct Rows<'t> {
    text: &'t str,
    reader: Reader,
    at: usize,
    /// Where a cell in quotation marks starts that goes on to the end of the text.
    unclosed: Option<usize>,
}

impl<'t> Rows<'t> {
    fn new(text: &'t str, separator: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(separator).build();
        Rows { text, reader, at: 0, unclosed: None }
    }

    /// Reads the next row that is not blank; `false` at the end.
    fn next(&mut self, row: &mut Vec<Cell>) -> bool {
        row.clear();
        // Here the reader would pass over them as well, but it does not tell.
        let blank = self.text.as_bytes()[self.at..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        self.at += blank;
        if self.at == self.text.len() {
            return false;
        }
        while self.cell(row) {}
        true
    }

    /// Reads a cell; `false` after the last of its row.
    fn cell(&mut self, row: &mut Vec<Cell>) -> bool {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut text = Vec::new();
        let mut buffer = [0; 256];
        let more = loop {
            let (result, read, written) = self.reader.read_field(&bytes[self.at..], &mut buffer);
            self.at += read;
            text.extend_from_slice(&buffer[..written]);
            match result {
                ReadFieldResult::Field { record_end } => break !record_end,
                ReadFieldResult::End => break false,
                // The end of the text is told by nothing left to read.
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            }
        };
        let raw = &bytes[start..self.at];
        if self.at == bytes.len() && raw.first() == Some(&b'"') {
            let marks = raw.iter().filter(|b| **b == b'"').count();
            self.unclosed = self.unclosed.or((marks % 2 == 1).then_some(start));
        }
        // Cells are cut at ASCII characters, and what is left out is ASCII too.
        row.push(Cell { at: start, text: String::from_utf8(text).unwrap_or_default() });
        more
    }
}
