//! Noun phrases behind numbers: how far they go, and what their head is.

use super::Counted;
use super::view::View;
use super::vocabulary::VOCABULARY;
use crate::english::{self, Tag};
use crate::text::{Case, TokenKind};
use compact_str::CompactString;

pub(super) fn is_word(view: &View, i: usize) -> bool {
    view.kind(i) == Some(TokenKind::Word)
}

/// The dictionary form of a noun.
fn noun(view: &View, i: usize) -> CompactString {
    match view.token(i) {
        Some(token) if token.tag != Tag::X => token.lemma.clone(),
        Some(token) => english::lemma(&token.lemma, Tag::Noun).0,
        None => CompactString::default(),
    }
}

pub(super) fn counted(view: &View, first: usize, head: usize) -> Counted {
    let plain = |i: usize| match view.token(i) {
        Some(token) if token.tag != Tag::X => token.lemma.clone(),
        _ => CompactString::from(&*view.low(i)),
    };
    let modifiers = (first..head)
        .filter(|&i| is_word(view, i) && !view.is(i, &["other", "more", "additional", "further", "new"]));
    Counted {
        span: view.document.span(first..head + 1),
        head: noun(view, head),
        modifiers: modifiers.map(plain).collect(),
    }
}

/// Plurals, collectives and casualties without an -s.
fn without_s(word: &str) -> bool {
    VOCABULARY.plurals_without_s.contains(word) || VOCABULARY.casualties.contains(word)
}

/// Whether the word looks like a plural noun.
fn plural(view: &View, i: usize) -> bool {
    let Some(token) = view.token(i) else { return false };
    match token.tag {
        Tag::Verb | Tag::Aux | Tag::Adv | Tag::Adp => return without_s(&view.low(i)),
        _ => {}
    }
    let low = view.low(i);
    without_s(&low)
        || (low.len() > 3
            && low.ends_with('s')
            && !["ss", "us", "is"].iter().any(|e| low.ends_with(e))
            && !low.ends_with("-s")
            && !VOCABULARY.singulars_in_s.contains(&*low))
}

/// The head of a noun phrase in the plural from `from`: first and last token.
pub(super) fn plural_phrase(view: &View, from: usize) -> Option<(usize, usize)> {
    let mut head = None;
    for i in from..from + 6 {
        // A quotation mark or a hyphen may stand within: 14 "volunteer" nurses.
        if !is_word(view, i) || view.timed(i) || VOCABULARY.stops.contains(&*view.low(i)) {
            break;
        }
        // Right behind a number a word in -s is a noun, whatever else it can be.
        let noun =
            i == from && view.low(i).ends_with('s') && view.token(i).is_some_and(|t| t.tag == Tag::Verb);
        let is_plural = noun || plural(view, i);
        if head.is_some() && !is_plural {
            break;
        }
        if is_plural {
            let casualty = VOCABULARY.casualties.contains(&*view.low(i));
            // "40 people killed", but "40 wounded soldiers".
            if casualty && head.is_some() {
                break;
            }
            head = Some((from, i));
            if casualty && !(plural(view, i + 1) && is_word(view, i + 1)) {
                break;
            }
        } else if let Some(token) = view.token(i)
            && matches!(token.tag, Tag::Aux | Tag::Pron | Tag::Det | Tag::Adp)
        {
            break;
        }
    }
    head
}

/// Whether a plural noun follows.
pub(super) fn plural_after(view: &View, end: usize) -> bool {
    plural_phrase(view, end).is_some_and(|(_, head)| view.token(head).is_some_and(|t| t.case == Case::Lower))
}

/// A noun in the singular: the last noun of a run that the tagger knows, else the next word.
pub(super) fn single(view: &View, end: usize) -> Option<Counted> {
    tagged(view, end).or_else(|| {
        let plain = is_word(view, end)
            && view.token(end)?.tag == Tag::X
            && !VOCABULARY.stops.contains(&*view.low(end));
        plain.then(|| counted(view, end, end))
    })
}

/// The last noun of a run of adjectives and nouns.
pub(super) fn tagged(view: &View, end: usize) -> Option<Counted> {
    let inside = |i: &usize| {
        is_word(view, *i)
            && !view.timed(*i)
            && view.token(*i).is_some_and(|t| matches!(t.tag, Tag::Adj | Tag::Noun | Tag::Propn))
    };
    let head = (end..end + 5)
        .take_while(inside)
        .filter(|&i| view.token(i).is_some_and(|t| t.tag == Tag::Noun))
        .last()?;
    Some(counted(view, end, head))
}

/// The token after "the", "all their", "these 40".
pub(super) fn determiners(view: &View, mut from: usize) -> usize {
    const DETERMINERS: &[&str] =
        &["the", "those", "these", "its", "his", "her", "their", "our", "all", "a", "an", "some"];
    const ORDER: &[&str] = &["last", "first", "next", "past", "previous"];
    loop {
        let number = |i: usize| {
            view.kind(i) == Some(TokenKind::Number) || view.token(i).is_some_and(|t| t.tag == Tag::Num)
        };
        if !(view.is(from, DETERMINERS) || number(from) || (view.is(from, ORDER) && number(from + 1))) {
            return from;
        }
        from += 1;
    }
}
