//! *Before* and *after* a day, against the day on record.

use crate::claim::Polarity;
use crate::compare::{Pair, Side};
use crate::quantity::Dimension;
use crate::text::Span;
use crate::time::{Interval, TimeKind, TimeMention};

/// A limit that one side sets ("after 1967", "before 3 May", "by June") and the day of the other that lies beyond: the spans
/// in claim and statement.
pub(in crate::compare) fn crossed(pair: &Pair) -> Option<(Span, Span)> {
    let limit = |t: &&TimeMention| {
        matches!(t.kind, TimeKind::Before | TimeKind::After | TimeKind::By) && !t.ambiguous
    };
    let day = |t: &&TimeMention| matches!(t.kind, TimeKind::Calendar) && !t.ambiguous;
    fn only<'t>(mut times: impl Iterator<Item = &'t TimeMention>) -> Option<&'t TimeMention> {
        times.next().filter(|_| times.next().is_none())
    }
    let ours = only(pair.claim.times())?;
    let theirs = only(pair.statement.times().filter(|t| limit(t) || day(t)))?;
    let lies = |side: &Side, time: &TimeMention| within(side, time).unwrap_or(time.when);
    let limits = u8::from(limit(&ours)) + u8::from(limit(&theirs));
    let days = (limit(&ours) || day(&ours)) && limits == 1;
    let beyond = days && !lies(pair.claim, ours).overlaps(lies(pair.statement, theirs));
    beyond.then_some((ours.span, theirs.span))
}

/// The days within which a side's event lies by a time that it gives: "by May", "not before May", "not until May"; `None`
/// where it denies the day.
pub(in crate::compare) fn within(side: &Side, time: &TimeMention) -> Option<Interval> {
    let negative = side.claim.polarity == Polarity::Negative || side.has_word(&["not", "never"]);
    match time.kind {
        TimeKind::Calendar | TimeKind::By if side.claim.polarity == Polarity::Positive => Some(time.when),
        TimeKind::After if negative => Some(Interval { from: time.named.from, to: None }),
        TimeKind::Before if negative => Some(Interval { from: time.when.to, to: None }),
        _ => None,
    }
}

/// Whether the one gives a day and the other one only days that come after it or before it: "on 1 June", "not before 9 June".
pub(in crate::compare) fn outside(pair: &Pair) -> bool {
    let days = |side: &Side| {
        let mut times = side.times().filter(|t| !t.ambiguous);
        let time = times.next().filter(|_| times.next().is_none())?;
        within(side, time)
    };
    days(pair.claim).zip(days(pair.statement)).is_some_and(|(a, b)| !a.overlaps(b))
}

/// Whether both last until a day, and not the same: "runs until March", "runs until May".
pub(in crate::compare) fn other_end(pair: &Pair) -> bool {
    let end = |side: &Side| side.times().find(|t| until(side, t)).map(|t| t.named);
    end(pair.claim).zip(end(pair.statement)).is_some_and(|(a, b)| !a.overlaps(b))
}

/// Whether a time says since when nothing came near it: "the first strike since 1988" has not lasted since then.
pub(in crate::compare) fn ranked(side: &Side, time: &TimeMention) -> bool {
    let ordinal = |side: &Side| side.quantities().any(|q| q.dimension == Dimension::Ordinal);
    matches!(time.kind, TimeKind::Since) && (ordinal(side) || side.superlative().is_some())
}

/// Whether a time is an end up to which something lasts, rather than a deadline: "until May", not "by May".
pub(in crate::compare) fn until(side: &Side, time: &TimeMention) -> bool {
    const WORDS: [&str; 2] = ["until", "till"];
    let before = side.text[..time.span.start].trim_end();
    let own = time.span.of(side.text);
    matches!(time.kind, TimeKind::By)
        && !time.ambiguous
        && WORDS.iter().any(|word| own.starts_with(word) || before.ends_with(word))
}
