//! The noun before an amount that says what is measured: "profit of £38 million", "sales rose 5 percent".

use super::phrase::{counted, determiners, is_word, plural_phrase};
use super::view::View;
use super::vocabulary::VOCABULARY;
use super::{Counted, Dimension, Measure, Quantity};
use crate::english::Tag;
use crate::text::TokenKind;

/// The noun before an amount: "profit of £38 million", "sales rose 5 percent", "unemployment was 4.1 percent".
pub(super) fn before(view: &View, start: usize, previous: Option<&Quantity>) -> Option<Counted> {
    let mut at = over_links(view, start, previous);
    if at == start {
        return None;
    }
    // Times in between: "sales in May rose 5 percent".
    while at > view.start && view.timed(at - 1) {
        at -= 1;
    }
    let end = at;
    // "at a depth of 10 km": the noun before "of" is it.
    let direct = view.is(at, &["of"]) && at >= view.start + 2 && view.is(at - 2, &["a", "an"]);
    let at = if direct { at } else { over_places(view, at) };
    let head = at.checked_sub(1).filter(|&i| i >= view.start && is_word(view, i))?;
    // "the number of births": the births.
    if at < end && view.is(at, &["of"]) && VOCABULARY.measures.contains(&*view.low(head)) {
        let from = determiners(view, at + 1);
        // "The number of those who swam"
        if view.is(at + 1, &["those"]) && view.is(at + 2, &["who"]) {
            return Some(Counted { head: "people".into(), ..counted(view, at + 1, at + 1) });
        }
        return plural_phrase(view, from).map(|(first, head)| counted(view, first, head));
    }
    let verb = view.token(head)?.tag == Tag::Verb && !view.is(head + 1, &["of"]);
    // "3.1 percent in May from 3.4"
    let unit = head > view.start
        && view.kind(head - 1) == Some(TokenKind::Number)
        && VOCABULARY.units.contains_key(&*view.low(head));
    // "a worldwide total of", but "sweeping cuts of"
    let other = match view.token(head)?.tag {
        Tag::Num | Tag::Adv => true,
        Tag::Adj => !view.is(head + 1, &["of"]),
        _ => false,
    };
    if VOCABULARY.stops.contains(&*view.low(head)) || verb || unit || other {
        return None;
    }
    Some(counted(view, first_of(view, head)?, head))
}

/// The token behind the noun, over what links it to the amount that begins at `start`.
fn over_links(view: &View, start: usize, previous: Option<&Quantity>) -> usize {
    let previous = previous.filter(|q| q.dimension != Dimension::Ordinal).map(|q| {
        // "up 2 points at 34 percent"
        let moved = q.of.as_ref().filter(|_| q.measure != Measure::Level);
        let last = moved.map_or(0, |of| of.span.end);
        let mut end = q.tokens.end;
        while end < start && view.document.tokens[end].span.start < last {
            end += 1;
        }
        (q.tokens.start.max(view.start), end)
    });
    let mut at = start;
    while at > view.start && at + 60 > start {
        // "rose 5 percent to £40 million": over the first to what both are said of.
        if let Some((first, _)) = previous.filter(|&(first, end)| end == at && at < start && first < at) {
            at = first;
            continue;
        }
        let word = view.low(at - 1);
        let skip = VOCABULARY.links.contains(&*word)
            || word.ends_with("ly") && is_word(view, at - 1)
            || VOCABULARY.changes.contains_key(&*word);
        // "its cost": a noun here.
        let noun = at < start
            && at >= view.start + 2
            && view.is(at - 2, &["the", "its", "a", "their"])
            && word != "be";
        // "halved the risk, from 8 percent to 4 percent"
        let apposed = word == "," && at < view.end && view.is(at, &["from", "up", "down", "at"]);
        // "more than doubled to"
        if at < start && word == "than" && at >= view.start + 2 && view.is(at - 2, &["more"]) {
            at -= 2;
            continue;
        }
        if !(skip || apposed) || noun {
            break;
        }
        at -= 1;
    }
    at
}

/// Back over "for the year", "in Harbor City", to what it is said of.
fn over_places(view: &View, mut at: usize) -> usize {
    const PLACES: &[&str] = &["in", "for", "at", "on", "of", "from", "among", "between", "across", "with"];
    for _ in 0..3 {
        let boundary = |i: &usize| {
            !is_word(view, *i) && view.word(*i) != "&" || VOCABULARY.stops.contains(&*view.low(*i))
        };
        let Some(first) = (view.start.max(at.saturating_sub(30))..at).rev().find(boundary) else { break };
        let article = view.is(first, &["the", "its", "their", "his", "her", "a", "this"]);
        let preposition = if article { first.saturating_sub(1).max(view.start) } else { first };
        if !view.is(preposition, PLACES) || preposition <= view.start {
            break;
        }
        at = preposition;
    }
    at
}

/// The first word of the noun phrase that ends in `head`.
fn first_of(view: &View, head: usize) -> Option<usize> {
    let mut first = head;
    while first > view.start
        && first + 3 > head
        && is_word(view, first - 1)
        && !VOCABULARY.stops.contains(&*view.low(first - 1))
    {
        let tag = view.token(first - 1)?.tag;
        // "Waiting times"
        let participle = tag == Tag::Verb && first - 1 == view.start && view.low(first - 1).ends_with("ing");
        if !participle && !matches!(tag, Tag::X | Tag::Noun | Tag::Adj | Tag::Propn) {
            break;
        }
        first -= 1;
    }
    Some(first)
}
