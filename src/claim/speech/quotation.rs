//! Passages in double quotation marks.

use super::Quote;
use crate::text::Document;

/// Passages in double quotation marks, in text order. A mark that nothing closes in its paragraph is none, unless the next
/// paragraph opens with a mark: then the passage goes on there.
pub(in crate::claim) fn quotes(document: &Document) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut open: Option<usize> = None;
    let mut paragraph = 0;
    for sentence in &document.sentences {
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            if let Some(start) = open.take()
                && opens(document.word(sentence.tokens.start), false) == Some(true)
            {
                push(document, start, sentence.tokens.start, 0, &mut quotes);
            }
        }
        for at in sentence.tokens.clone() {
            match opens(document.word(at), open.is_some()) {
                Some(true) => open = Some(at),
                Some(false) => {
                    if let Some(start) = open.take() {
                        push(document, start, at, 1, &mut quotes);
                    }
                }
                None => {}
            }
        }
    }
    quotes
}

/// Whether a mark opens (`true`) or closes (`false`) a quotation; a straight one does what is due.
fn opens(word: &str, open: bool) -> Option<bool> {
    match word {
        "“" | "«" | "„" | "``" => Some(true),
        "”" | "»" | "''" => Some(false),
        "\"" => Some(!open),
        _ => None,
    }
}

/// A quotation from its opening mark to `end`, which is its closing mark where it has one (`mark` 1).
fn push(document: &Document, start: usize, end: usize, mark: usize, quotes: &mut Vec<Quote>) {
    if end > start + 1 {
        quotes.push(Quote { span: document.span(start..end + mark), tokens: start + 1..end });
    }
}
