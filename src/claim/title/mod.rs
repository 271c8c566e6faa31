//! Offices that a text gives to names: in front ("Transport commissioner Nora Kroll"), behind ("Kroll, the transport
//! commissioner"), by a relative clause ("Kroll, who chairs the board") and by a verb ("Kroll is commissioner").

mod before;
mod behind;
mod verb;

use super::names::{Mention, NameKind, is_office, unprefixed};
use crate::english::{self, NameClass};
use crate::text::{Document, Form, Span, Tag, TokenKind, fold};
use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// An office that the text gives to a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Title {
    /// Index of the mention that bears it.
    pub mention: usize,
    /// The words of the office and of the name.
    pub span: Span,
    /// The same as indices of tokens.
    pub tokens: Range<usize>,
    /// Folded lemmas of the office's content words: *transport*, *commissioner*.
    pub words: Vec<CompactString>,
    /// *former*, *ex-*, *then*: held before.
    pub former: bool,
    /// In front of the name or in apposition, so judged at the day of the text alone; by a verb it is a clause's own claim.
    pub attached: bool,
}

/// Whether a token names an office, also *ex-mayor*.
fn office(document: &Document, at: usize) -> bool {
    is_office(&document.tokens[at].lemma)
}

/// Whether one of the words says that the office was held before.
fn former(document: &Document, tokens: Range<usize>) -> bool {
    document.tokens[tokens]
        .iter()
        .any(|token| token.known.naming.is(NameClass::Former) || unprefixed(&token.lemma) != token.lemma)
}

/// The content words of an office's name, folded: up to the body that it is of ("editor" in "editor of the Courier").
pub fn title_words(document: &Document, tokens: Range<usize>) -> Vec<CompactString> {
    let head = tokens.clone().find(|&at| office(document, at));
    let end = head
        .and_then(|head| (head..tokens.end).find(|&at| document.tokens[at].tag == Tag::Adp))
        .unwrap_or(tokens.end);
    let content = |at: &usize| {
        let token = &document.tokens[*at];
        let small = matches!(
            token.tag,
            Tag::Det | Tag::Adp | Tag::Pron | Tag::Part | Tag::Cconj | Tag::Adv | Tag::Aux
        );
        token.kind == TokenKind::Word
            && (!small || token.known.naming.is(NameClass::Rank))
            && !token.known.naming.is(NameClass::Former)
            && !token.is(&["'s", "and", "'"])
    };
    let word = |at: usize| {
        let token = &document.tokens[at];
        // "acting" is no form of "act" here.
        if token.tag == Tag::Verb { fold(document.word(at)) } else { fold(unprefixed(&token.lemma)) }
    };
    (tokens.start..end).filter(content).map(word).collect()
}

/// A name in its sentence.
struct Named<'a, 't> {
    document: &'a Document<'t>,
    /// With the honorific before it.
    name: Range<usize>,
    sentence: Range<usize>,
}

/// How an office is given.
struct Found {
    /// Its words.
    office: Range<usize>,
    /// The words themselves where they are not those of `office`: the verb of "who chairs".
    words: Option<Vec<CompactString>>,
    former: bool,
    attached: bool,
}

/// All titles of names, in text order of the names.
pub(super) fn find(document: &Document, mentions: &[Mention]) -> Vec<Title> {
    let mut titles = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        if matches!(mention.kind, NameKind::Place | NameKind::Thing) {
            continue;
        }
        let at = document.sentences.partition_point(|s| s.span.end <= mention.span.start);
        let Some(sentence) = document.sentences.get(at).map(|s| s.tokens.clone()) else { continue };
        let named = Named { document, name: with_honorific(document, mention, sentence.start), sentence };
        let found = [before::find(&named), behind::find(&named), verb::find(&named)];
        titles.extend(found.into_iter().flatten().map(|found| title(&named, index, found)));
    }
    titles
}

fn title(named: &Named, mention: usize, found: Found) -> Title {
    let tokens = named.name.start.min(found.office.start)..named.name.end.max(found.office.end);
    let words = found.words.unwrap_or_else(|| title_words(named.document, found.office.clone()));
    Title {
        mention,
        span: named.document.span(tokens.clone()),
        tokens,
        words,
        former: found.former,
        attached: found.attached,
    }
}

/// "Dr Hugh Lowell" of the mention "Hugh Lowell".
fn with_honorific(document: &Document, mention: &Mention, from: usize) -> Range<usize> {
    let mut start = mention.tokens.start;
    while start > from {
        let token = &document.tokens[start - 1];
        let honorific = token.case != crate::text::Case::Lower && token.known.naming.is(NameClass::Honorific);
        if !honorific {
            break;
        }
        start -= 1;
    }
    start..mention.tokens.end
}

/// Longest office that is looked at, in words.
const LONGEST: usize = 12;

/// Whether a word can be part of an office's name before its head.
fn part(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    let nominal = matches!(token.tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::X);
    let participle =
        token.tag == Tag::Verb && matches!(token.form, Form::Participle | Form::Gerund | Form::Base);
    token.kind == TokenKind::Word
        && (nominal
            || (participle || token.tag == Tag::Adv)
                && token.known.naming.any(&[NameClass::Rank, NameClass::Former])
            || participle && english::name_word(&fold(document.word(at))).is(NameClass::Rank))
        || possessive(document, at)
        || unprefixed(&token.lemma) != token.lemma
}

/// *'s*, and the apostrophe of a plural.
fn possessive(document: &Document, at: usize) -> bool {
    at > 0 && document.tokens[at].is(&["'s", "'"]) && document.tokens[at - 1].kind == TokenKind::Word
}
