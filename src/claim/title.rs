//! Offices attached to names: in front ("Transport commissioner Katrin Voss"), behind ("Voss, the transport commissioner").

use super::names::Mention;
use crate::english;
use crate::text::{Document, Span, Tag, TokenKind, fold};
use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// An office that the text gives to a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Title {
    /// Index of the mention that bears it.
    pub mention: usize,
    /// The words of the office and, in front of a name, the name.
    pub span: Span,
    /// The same as indices of tokens.
    pub tokens: Range<usize>,
    /// Folded lemmas of the office's content words: *transport*, *commissioner*.
    pub words: Vec<CompactString>,
    /// *former*, *ex-*, *then*: held before.
    pub former: bool,
    /// Attached by apposition, so judged at the day of the text alone.
    pub attached: bool,
}

const FORMER: &[&str] = &["former", "ex", "then", "late", "onetime", "outgoing"];

/// The content words of an office's name, folded: up to the body that it is of ("editor" in "editor of the Courier").
pub fn title_words(document: &Document, tokens: Range<usize>) -> Vec<CompactString> {
    let office = tokens.clone().find(|&i| english::is_office(&document.tokens[i].lemma));
    let end = office
        .and_then(|office| (office..tokens.end).find(|&i| document.tokens[i].tag == Tag::Adp))
        .unwrap_or(tokens.end);
    (tokens.start..end)
        .filter(|&i| {
            let token = &document.tokens[i];
            token.kind == TokenKind::Word
                && !matches!(
                    token.tag,
                    Tag::Det | Tag::Adp | Tag::Pron | Tag::Part | Tag::Cconj | Tag::Adv | Tag::Aux
                )
                && !token.is(FORMER)
                && !token.is(&["'s", "and", "'"])
        })
        .map(|i| fold(&document.tokens[i].lemma))
        .collect()
}

/// All titles attached to names, in text order.
pub(super) fn find(document: &Document, mentions: &[Mention]) -> Vec<Title> {
    let mut titles = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        let Some(sentence) =
            document.sentences.get(document.sentences.partition_point(|s| s.span.end <= mention.span.start))
        else {
            continue;
        };
        if let Some(title) = before(document, index, mention, sentence.tokens.clone()) {
            titles.push(title);
        }
        if let Some(title) = behind(document, index, mention, sentence.tokens.clone()) {
            titles.push(title);
        }
    }
    titles
}

fn before(document: &Document, index: usize, mention: &Mention, sentence: Range<usize>) -> Option<Title> {
    let words = &document.tokens;
    let end = mention.tokens.start;
    if end == sentence.start || !english::classes(&words[end - 1].lemma).office() {
        return None;
    }
    let mut start = end;
    while start > sentence.start {
        let token = &words[start - 1];
        let part = token.kind == TokenKind::Word
            && matches!(token.tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::X)
            || token.is(&["'s"]) && start >= sentence.start + 2;
        if !part {
            break;
        }
        start -= 1;
    }
    let former = words[start..end].iter().any(|token| token.is(FORMER) || token.lemma.starts_with("ex-"));
    Some(Title {
        mention: index,
        span: document.span(start..mention.tokens.end),
        tokens: start..mention.tokens.end,
        words: title_words(document, start..end),
        former,
        attached: true,
    })
}

fn behind(document: &Document, index: usize, mention: &Mention, sentence: Range<usize>) -> Option<Title> {
    let words = &document.tokens;
    let comma = mention.tokens.end;
    if comma + 1 >= sentence.end || document.word(comma) != "," {
        return None;
    }
    let start = comma + 1;
    let mut end = start;
    let mut office = None;
    while end < sentence.end && end < start + 12 {
        let token = &words[end];
        let part = token.kind == TokenKind::Word
            && matches!(
                token.tag,
                Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det | Tag::Adp | Tag::X | Tag::Part | Tag::Pron
            )
            && !token.is(&[
                "who", "which", "that", "on", "in", "at", "from", "with", "after", "before", "since", "until",
            ])
            || token.is(&["'s", "and"]);
        if !part {
            break;
        }
        if english::classes(&token.lemma).office() && office.is_none() {
            office = Some(end);
        }
        end += 1;
    }
    office?;
    // An apposition is closed: by a comma, the end, or a relative clause.
    let closed = end == sentence.end
        || matches!(document.word(end), "," | "." | ";" | ":" | "–" | "—" | "!" | "?" | "”" | "\"")
        || words[end].is(&["who", "since", "from", "until", "which"]);
    if !closed {
        return None;
    }
    let former = words[start..end].iter().any(|token| token.is(FORMER) || token.lemma.starts_with("ex-"));
    Some(Title {
        mention: index,
        span: document.span(mention.tokens.start..end),
        tokens: mention.tokens.start..end,
        words: title_words(document, start..end),
        former,
        attached: true,
    })
}
