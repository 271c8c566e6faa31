//! The noun before an amount that says what is measured: "profit of £71 million", "sales rose 5 percent".

use super::phrase::{counted, is_word};
use super::view::View;
use super::vocabulary::VOCABULARY;
use super::{Counted, Quantity};
use crate::english::Tag;

/// The noun before an amount: "profit of £71 million", "sales rose 5 percent", "unemployment was 4.1 percent".
pub(super) fn before(view: &View, start: usize, previous: Option<&Quantity>) -> Option<Counted> {
    let mut at = start;
    while at > view.start && at + 60 > start {
        // "rose 5 percent to £40 million": over the first to what both are said of.
        if let Some(previous) = previous.filter(|q| q.tokens.end == at && at < start) {
            at = previous.tokens.start.max(view.start);
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
        // "halved the risk, from 8 percent to 4"
        let apposed = word == "," && at < view.end && view.is(at, &["from", "up", "down"]);
        if !(skip || apposed) || noun {
            break;
        }
        at -= 1;
    }
    if at == start {
        return None;
    }
    // Times in between: "sales in May rose 5 percent".
    while at > view.start && view.timed(at - 1) {
        at -= 1;
    }
    // Back over "for the year", "in Harbor City", to what it is said of.
    for _ in 0..3 {
        let boundary = |i: &usize| !is_word(view, *i) || VOCABULARY.stops.contains(&*view.low(*i));
        let Some(first) = (view.start.max(at.saturating_sub(30))..at).rev().find(boundary) else { break };
        let article = view.is(first, &["the", "its", "their", "his", "her", "a", "this"]);
        let preposition = if article { first.saturating_sub(1).max(view.start) } else { first };
        if !view
            .is(preposition, &["in", "for", "at", "on", "of", "from", "among", "between", "across", "with"])
            || preposition <= view.start
        {
            break;
        }
        at = preposition;
    }
    let head = at.checked_sub(1).filter(|&i| i >= view.start && is_word(view, i))?;
    let verb = view.token(head)?.tag == Tag::Verb && !view.is(head + 1, &["of"]);
    if VOCABULARY.stops.contains(&*view.low(head)) || verb || view.token(head)?.tag == Tag::Num {
        return None;
    }
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
    Some(counted(view, first, head))
}
