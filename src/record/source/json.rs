//! JSON as RFC 8259 has it, read into a syntax tree that knows the place of every value.

use super::faults::Faults;
use jsonc_parser::ast::Value;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// The largest text that is read as one value, in bytes: its syntax tree takes up to twenty-five times as much memory.
pub(super) const LARGEST: usize = 1 << 28;

/// The tree of a text; `None` where there is none, for which a fault is noted unless the text is blank.
pub(super) fn tree<'t>(text: &'t str, faults: &mut Faults) -> Option<Value<'t>> {
    if text.len() > LARGEST {
        let problem = format!("has {} bytes of JSON, and one value can have {LARGEST}", text.len());
        faults.add(0, String::new(), problem, "write it as JSON Lines, or split it");
        return None;
    }
    match parse_to_ast(text, &CollectOptions::default(), &strict()) {
        Ok(parsed) => parsed.value,
        Err(error) => {
            let kind = error.kind();
            faults.add(error.range().start, String::new(), problem(kind), remedy(kind));
            None
        }
    }
}

/// Without the parser's extensions.
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
        _ => "correct it; the rest of this JSON could not be read",
    }
}
