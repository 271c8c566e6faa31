//! What a number counts or measures: "84 lime trees", "23 of the swans", "profits of £2.45 billion".

use super::phrase::{counted, determiners, plural_phrase, single, tagged};
use super::view::View;
use super::vocabulary::VOCABULARY;
use super::{Counted, Dimension, Draft, Measure, Quantity};
use super::{change, subject};
use crate::english::Tag;
use crate::text::{Case, TokenKind};

/// Fills in what the draft counts, where the text says so plainly.
pub(super) fn of(view: &View, draft: &Draft, previous: Option<&Quantity>) -> Option<Counted> {
    let end = draft.tokens.end;
    if draft.dimension == Dimension::Age {
        return after(view, end, draft).filter(|c| c.head != "year");
    }
    if draft.dimension == Dimension::Score {
        return None;
    }
    if draft.dimension == Dimension::Ordinal {
        return single(view, end);
    }
    if draft.share() && !view.is(end, &["of"]) {
        let from = determiners(view, end);
        let share = plural_phrase(view, from).map(|(first, head)| counted(view, first, head));
        // "half the town"
        let share = share.or_else(|| (from > end).then(|| single(view, from)).flatten());
        return share.or_else(|| {
            let moved = change::before(view, draft.tokens.start).is_some();
            moved.then(|| subject::before(view, draft.tokens.start, previous)).flatten()
        });
    }
    if draft.dimension == Dimension::Multiple {
        return change_in(view, end).or_else(|| subject::before(view, draft.tokens.start, previous));
    }
    if draft.unit() || draft.dimension == Dimension::Percent {
        let hyphen = view.word(draft.tokens.start).contains('-') || view.word(end.saturating_sub(2)) == "-";
        return partitive(view, end)
            .or_else(|| (draft.money() || hyphen).then(|| attributive(view, end)).flatten())
            .or_else(|| draft.relative().then(|| change_in(view, end)).flatten())
            .or_else(|| subject::before(view, draft.tokens.start, previous));
    }
    // "45 fewer than a year ago": of what was counted before.
    if view.is(end, &["more", "fewer", "less"]) && (view.closes(end + 1) || view.is(end + 1, &["than"])) {
        return previous.and_then(|q| q.of.clone());
    }
    after(view, end, draft).or_else(|| {
        let start = draft.tokens.start;
        // "climbed by 17 to 58"
        let moved = previous.is_some_and(|q| q.measure != Measure::Level && q.tokens.end + 1 == start);
        let reached = moved && view.is(start - 1, &["to"]);
        (reached || standing(view, draft)).then(|| subject::before(view, start, previous)).flatten()
    })
}

/// Whether a bare number is said of a noun before it: "a population of 1.4 million", "cases rose to 5,400".
fn standing(view: &View, draft: &Draft) -> bool {
    const SUMS: &[&str] = &[
        "total", "number", "amount", "minimum", "maximum", "average", "one", "out", "age", "level", "value",
        "round", "factor", "order",
    ];
    let start = draft.tokens.start;
    if start < view.start + 2 {
        return false;
    }
    let noun = view.token(start - 2).is_some_and(|t| t.tag == Tag::Noun);
    let copula = view.is(start - 1, &["is", "was", "are", "were", "reached", "hit", "exceeded", "passed"])
        && (view.closes(draft.tokens.end) || view.is(draft.tokens.end, &["per"]));
    let end = draft.tokens.end;
    let verb = view.token(end).is_some_and(|t| matches!(t.tag, Tag::Verb | Tag::Aux));
    let ended = verb || view.closes(end) || VOCABULARY.stops.contains(&*view.low(end));
    let of = ended && view.is(start - 1, &["of"]) && noun && !view.is(start - 2, SUMS);
    let counts = draft.value > 1.0 || draft.separated;
    counts
        && (of
            || copula
            || view.is(start - 1, &["to", "at", "by", "from"]) && change::before(view, start).is_some()
            || view.is(start - 1, &["at"]) && put(view, start))
}

/// "Put the number of swimmers at 3,200", "the toll stands at 52".
fn put(view: &View, start: usize) -> bool {
    const MEASURES: &[&str] = &["number", "figure", "toll", "total", "count", "turnout", "attendance"];
    const PUTS: &[&str] = &["put", "puts", "putting", "estimated", "estimates", "stands", "stood", "gave"];
    const NEAR: usize = 16;
    let near = view.start.max(start.saturating_sub(NEAR))..start;
    near.clone().any(|i| view.is(i, PUTS)) && near.clone().any(|i| view.is(i, MEASURES))
}

/// The noun behind a bare number.
fn after(view: &View, end: usize, draft: &Draft) -> Option<Counted> {
    if view.is(end, &["of"]) {
        return partitive(view, end);
    }
    let from = end + usize::from(view.word(end) == "“" || view.word(end) == "\"");
    if let Some((first, head)) = plural_phrase(view, from) {
        return Some(counted(view, first, head));
    }
    // One tram; "a hundred thousand strong" has none.
    let one = draft.value == 1.0 || draft.dimension == Dimension::Age;
    if one { single(view, end) } else { tagged(view, end) }
}

/// "of the children", "of sales", "in aid"
fn partitive(view: &View, end: usize) -> Option<Counted> {
    if !view.is(end, &["of"]) {
        return None;
    }
    let from = determiners(view, end + 1);
    // "of the country's power"
    let owner = (from..from + 4).find(|&i| view.is(i, &["'s", "’s"]));
    let from = owner.map_or(from, |at| at + 1);
    match plural_phrase(view, from) {
        Some((first, head)) => Some(counted(view, first, head)),
        None => single(view, from),
    }
}

/// "a $40 million contract"
fn attributive(view: &View, end: usize) -> Option<Counted> {
    if view.is(end, &["in"]) {
        let lower = view.token(end + 1).is_some_and(|t| t.case == Case::Lower) && !view.timed(end + 1);
        return if lower { single(view, end + 1) } else { None };
    }
    let lower = view.token(end).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower);
    let noun = lower && !view.low(end).ends_with("ly") && !view.low(end).ends_with("ed") && !view.timed(end);
    if noun && !view.is(end, &["more", "less", "worth", "higher", "lower", "each", "apiece"]) {
        single(view, end)
    } else {
        None
    }
}

/// "a 5 percent increase in sales", "5 percent more passengers"
fn change_in(view: &View, end: usize) -> Option<Counted> {
    if view.is(end, &["more", "fewer", "less"]) {
        return plural_phrase(view, end + 1).map(|(first, head)| counted(view, first, head));
    }
    let changes = VOCABULARY.change_nouns.contains_key(&*view.low(end));
    if !changes || !view.is(end + 1, &["in", "of"]) {
        return None;
    }
    let from = end + 2 + usize::from(view.is(end + 2, &["the", "its", "their", "his", "her"]));
    plural_phrase(view, from).map(|(first, head)| counted(view, first, head)).or_else(|| single(view, from))
}
