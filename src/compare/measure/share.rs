//! A part and its whole: "nine of its 88 shops", "210 people, 140 of them keepers", "all 40 seats"; as a share beside "a third".

use crate::compare::{Pair, Side};
use crate::quantity::{Bound, Dimension, Measure, Quantity};
use std::borrow::Cow;

/// The number of which another is a part.
fn whole<'a>(side: &Side<'a>, part: &Quantity) -> Option<&'a Quantity> {
    let all = &side.analysis.quantities;
    let at = all.binary_search_by_key(&part.span.start, |q| q.span.start).ok()?;
    let count = |q: &Quantity| q.dimension == Dimension::Count && q.measure == Measure::Level;
    let text = |from: usize, to: usize| side.text.get(from..to).unwrap_or_default();
    let larger = |q: &&'a Quantity| count(q) && q.value > part.value;
    if !count(part) {
        return None;
    }
    // "Nine of its 88 shops".
    let next = all.get(at + 1).filter(larger).filter(|q| {
        let between = text(part.span.end, q.span.start).trim();
        let owned = between.ends_with("'s") || between.ends_with("’s");
        between
            .strip_prefix("of")
            .is_some_and(|rest| rest.split_whitespace().count() <= if owned { 4 } else { 1 })
    });
    let before = || all.get(at.checked_sub(1)?).filter(larger);
    // "210 people, 140 of them keepers".
    let them = || before().filter(|_| text(part.span.end, side.text.len()).starts_with(" of them"));
    // "Of its 320 species, 48 are threatened".
    let of = || {
        before().filter(|q| {
            let sentence = side.analysis.sentences[side.claim.sentence].span;
            text(sentence.start, q.span.start).starts_with("Of ")
                && text(q.span.end, part.span.start).trim_end().ends_with(',')
        })
    };
    next.or_else(them).or_else(of)
}

/// The number that is a part of this one.
fn part<'a>(side: &Side<'a>, q: &Quantity) -> Option<&'a Quantity> {
    let all = &side.analysis.quantities;
    let at = all.binary_search_by_key(&q.span.start, |q| q.span.start).ok()?;
    let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|i| all.get(i));
    { near }.find(|other| whole(side, other).is_some_and(|whole| whole.span == q.span))
}

/// The number of which a part is said to be all that did something: not "210 people, 140 of them keepers".
pub(in crate::compare) fn divided(side: &Side, q: &Quantity) -> bool {
    part(side, q).is_some_and(|part| !side.text[part.span.end..].starts_with(" of them"))
}

/// The numbers of a side, and those of which they are the wholes: "nine of the abbey's 42 windows".
pub(in crate::compare) fn numbers<'a>(side: &Side<'a>) -> impl Iterator<Item = &'a Quantity> {
    let own = |part: &&Quantity| !side.quantities().any(|q| q.span == part.span);
    side.quantities().flat_map(move |q| [Some(q), part(side, q).filter(own)]).flatten()
}

/// "All 40 seats".
fn all(side: &Side, q: &Quantity) -> bool {
    let mut before = side.text[..q.span.start].split_whitespace().rev();
    let of = before.next().map(str::to_lowercase);
    let word = if matches!(of.as_deref(), Some("of" | "the" | "its" | "their")) {
        before.next()
    } else {
        of.as_deref()
    };
    word.is_some_and(|word| word.eq_ignore_ascii_case("all"))
}

/// Whether the one number is a whole of which the other side says how many did what is told: "Nine of its 88 shops will
/// close" gives 9 for the shops that close, and 88 for those that there are.
pub(in crate::compare) fn of_the_whole(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    // "Three of the twelve teachers who resigned taught music": twelve resigned.
    let relative = |side: &Side| side.claim.subordinate;
    let acts = pair.predicate().is_some() && !relative(pair.claim) && !relative(pair.statement);
    let clash = |side: &Side, q: &Quantity, other: &Side, with: &Quantity| {
        divided(side, q) && part(other, with).is_none() && (acts || all(other, with))
            || whole(side, q).is_some() && whole(other, with).is_none() && !acts && !all(other, with)
    };
    clash(pair.statement, theirs, pair.claim, ours) || clash(pair.claim, ours, pair.statement, theirs)
}

/// "All 38 proposals": of 29 of the 38.
pub(in crate::compare) fn whole_of_part(pair: &Pair) -> bool {
    let same = |a: &Quantity, b: &Quantity| a.value == b.value && a.dimension == b.dimension;
    pair.claim.quantities().any(|ours| {
        let parted = |theirs: &Quantity| same(ours, theirs) && divided(pair.statement, theirs);
        !divided(pair.claim, ours) && pair.statement.quantities().any(parted)
    })
}

/// A part of a whole as a share, beside one: "11 of 34" for "a third".
pub(in crate::compare) fn as_share<'q>(side: &Side, q: &'q Quantity, beside: &Quantity) -> Cow<'q, Quantity> {
    let share = beside.dimension == Dimension::Percent && beside.measure == Measure::Level;
    match whole(side, q).filter(|whole| share && whole.value > 0.0) {
        Some(whole) => Cow::Owned(Quantity {
            value: q.value / whole.value,
            step: 0.01,
            dimension: Dimension::Percent,
            factor: 100.0,
            bound: if q.bound == Bound::Exactly { Bound::About } else { q.bound },
            ..q.clone()
        }),
        None => Cow::Borrowed(q),
    }
}
