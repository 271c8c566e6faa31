//! Passages in quotation marks.

use super::Quote;
use crate::text::Document;

/// Passages in quotation marks, in text order. A mark that nothing closes in its paragraph is none, unless the next
/// paragraph opens with a mark: then the passage goes on there. Single marks count where they are no apostrophes.
pub(in crate::claim) fn quotes(document: &Document) -> Vec<Quote> {
    let double = double(document);
    let single = single(document);
    if single.is_empty() { double } else { outermost(double, single) }
}

fn double(document: &Document) -> Vec<Quote> {
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

/// Passages in single marks. The mark behind an *s* may be that of an owner (*the boys’ coats*), so it closes only
/// where no better one follows.
fn single(document: &Document) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut open: Option<usize> = None;
    let mut perhaps: Option<usize> = None;
    let mut paragraph = 0;
    for sentence in &document.sentences {
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            let first = sentence.tokens.start;
            match (open.take(), perhaps.take()) {
                (Some(start), Some(end)) => push(document, start, end, 1, &mut quotes),
                (Some(start), None) if document.word(start) == "‘" && document.word(first) == "‘" => {
                    push(document, start, first, 0, &mut quotes);
                }
                _ => {}
            }
        }
        for at in sentence.tokens.clone() {
            if !matches!(document.word(at), "'" | "’" | "‘") {
                continue;
            }
            if single_opens(document, at) {
                if let (Some(start), Some(end)) = (open, perhaps.take()) {
                    push(document, start, end, 1, &mut quotes);
                }
                open = Some(at);
            } else if let Some(start) = open
                && single_closes(document, at)
            {
                if owner(document, at) {
                    perhaps = Some(at);
                } else {
                    push(document, start, at, 1, &mut quotes);
                    (open, perhaps) = (None, None);
                }
            }
        }
    }
    if let (Some(start), Some(end)) = (open, perhaps) {
        push(document, start, end, 1, &mut quotes);
    }
    quotes
}

/// Behind a space, a bracket or a mark, in front of a letter or a digit; not *’90s*.
fn single_opens(document: &Document, at: usize) -> bool {
    let span = document.tokens[at].span;
    let before = document.text[..span.start].chars().next_back();
    let after = document.text[span.end..].chars().next();
    let free = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–'));
    let word =
        after.is_some_and(|c| c.is_alphabetic() || c.is_ascii_digit() || matches!(c, '“' | '"' | '£' | '$'));
    let curly = document.word(at) == "‘";
    let decade = !curly && after.is_some_and(|c| c.is_ascii_digit());
    free && word && !decade && document.word(at) != "’"
}

/// Directly behind a word or a mark, in front of a space, a mark or the end.
fn single_closes(document: &Document, at: usize) -> bool {
    let span = document.tokens[at].span;
    let before = document.text[..span.start].chars().next_back();
    let after = document.text[span.end..].chars().next();
    before.is_some_and(|c| !c.is_whitespace())
        && after.is_none_or(|c| !c.is_alphanumeric())
        && document.word(at) != "‘"
}

/// Whether the mark may be that of an owner: behind an *s*, in front of a space.
fn owner(document: &Document, at: usize) -> bool {
    let span = document.tokens[at].span;
    document.text[..span.start].ends_with(['s', 'S'])
        && document.text[span.end..].starts_with(char::is_whitespace)
}

/// Both in text order, without what lies inside another or crosses one: `double` and `single` lie apart each.
fn outermost(double: Vec<Quote>, single: Vec<Quote>) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::with_capacity(double.len() + single.len());
    let mut all: Vec<Quote> = double.into_iter().chain(single).collect();
    all.sort_by_key(|quote| quote.span.start);
    for quote in all {
        if quotes.last().is_none_or(|last| last.span.end <= quote.span.start) {
            quotes.push(quote);
        }
    }
    quotes
}

/// A quotation from its opening mark to `end`, which is its closing mark where it has one (`mark` 1).
fn push(document: &Document, start: usize, end: usize, mark: usize, quotes: &mut Vec<Quote>) {
    if end > start + 1 {
        quotes.push(Quote { span: document.span(start..end + mark), tokens: start + 1..end });
    }
}
