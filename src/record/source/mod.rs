//! Reads a record source, `NAME.record.json`: text to syntax tree, tree to model, then references.
//!
//! Nothing stops at the first fault: what cannot be used is left out, noted with its place, and
//! reading goes on, so that one run shows a desk everything that it has to mend.

mod faults;
mod fields;
mod walk;

use super::Record;
use crate::error::Error;
use faults::Faults;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// Reads a record source. `name` is what faults call the file.
///
/// ```
/// let source = br#"{ "format": 1, "title": "Line 9", "statements": [
///     { "date": "2022-05-01", "text": "Line 9 will open in 2023.", "source": "City Gazette" } ] }"#;
/// let record = on_record::record::read_source("line9.record.json", source).unwrap();
/// assert_eq!(record.statements[0].id, "#1");
///
/// let error = on_record::record::read_source("x.json", b"{\n \"fromat\": 1 }").unwrap_err();
/// assert_eq!(error.faults()[3].to_string(), "x.json:2:2: fromat: is no field of a record; did you mean “format”?");
/// ```
pub fn read_source(name: &str, bytes: &[u8]) -> Result<Record, Error> {
    let text = text(name, bytes)?;
    let mut faults = Faults::new(name, text);
    let tree = match parse_to_ast(text, &CollectOptions::default(), &strict()) {
        Ok(parsed) => parsed.value,
        Err(error) => {
            faults.add(error.range().start, String::new(), problem(error.kind()), remedy(error.kind()));
            return Err(faults.into_error());
        }
    };
    let Some(tree) = tree else {
        faults.add(
            0,
            String::new(),
            "the file is empty",
            "write a record: { \"format\": 1, \"title\": …, \"statements\": […] }",
        );
        return Err(faults.into_error());
    };
    let record = walk::record(&tree, &mut faults);
    if faults.is_empty() { Ok(record) } else { Err(faults.into_error()) }
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

/// JSON as RFC 8259 has it, without the parser's extensions.
fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

/// The parser's message as the first half of a sentence.
fn problem(kind: &ParseErrorKind) -> String {
    let message = kind.to_string();
    let mut chars = message.chars();
    let lower = chars.next().map(|c| c.to_lowercase().collect::<String>()).unwrap_or_default();
    format!("not JSON: {lower}{}", chars.as_str())
}

/// What to do about an error of syntax.
fn remedy(kind: &ParseErrorKind) -> &'static str {
    match kind {
        ParseErrorKind::CommentsNotAllowed => "remove the comment, or put it into a statement's “note”",
        ParseErrorKind::TrailingCommasNotAllowed => "remove the comma after the last item",
        ParseErrorKind::ExpectedComma => "put a comma between the two items",
        ParseErrorKind::SingleQuotedStringsNotAllowed => "use double quotes",
        ParseErrorKind::ExpectedStringObjectProperty => "put the field's name in double quotes",
        ParseErrorKind::UnterminatedObject => "close it with }",
        ParseErrorKind::UnterminatedArray => "close it with ]",
        ParseErrorKind::String(_) => "write a backslash as \\\\ and a quotation mark inside a string as \\\"",
        ParseErrorKind::NestingDepthExceeded => "no field of a record is nested so deep",
        ParseErrorKind::MultipleRootJsonValues => "keep one record in a file",
        _ => "correct it; nothing after it could be read",
    }
}
