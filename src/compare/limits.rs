//! *Before* and *after* a day, against the day on record.

use super::{Pair, Side};
use crate::text::Span;
use crate::time::{TimeKind, TimeMention};

/// A limit that one side sets ("after 1967", "before 3 May", "by June") and the day of the other that lies beyond: the spans
/// in claim and statement.
pub(super) fn crossed(pair: &Pair) -> Option<(Span, Span)> {
    let limit = |t: &&TimeMention| {
        matches!(t.kind, TimeKind::Before | TimeKind::After | TimeKind::By) && !t.ambiguous
    };
    let day = |t: &&TimeMention| matches!(t.kind, TimeKind::Calendar) && !t.ambiguous;
    fn only<'t>(mut times: impl Iterator<Item = &'t TimeMention>) -> Option<&'t TimeMention> {
        times.next().filter(|_| times.next().is_none())
    }
    let ours = only(pair.claim.times())?;
    let theirs = only(pair.statement.times().filter(|t| limit(t) || day(t)))?;
    let beyond = match (limit(&ours), limit(&theirs)) {
        (true, false) => beyond(ours, theirs),
        (false, true) => day(&ours) && self::beyond(theirs, ours),
        _ => false,
    };
    beyond.then_some((ours.span, theirs.span))
}

/// Whether both last until a day, and not the same: "runs until March", "runs until May".
pub(super) fn other_end(pair: &Pair) -> bool {
    let end = |side: &Side| side.times().find(|t| until(side, t)).map(|t| t.named);
    end(pair.claim).zip(end(pair.statement)).is_some_and(|(a, b)| !a.overlaps(b))
}

/// Whether a time is an end up to which something lasts, rather than a deadline: "until May", not "by May".
pub(super) fn until(side: &Side, time: &TimeMention) -> bool {
    const WORDS: [&str; 2] = ["until", "till"];
    let before = side.text[..time.span.start].trim_end();
    let own = time.span.of(side.text);
    matches!(time.kind, TimeKind::By)
        && !time.ambiguous
        && WORDS.iter().any(|word| own.starts_with(word) || before.ends_with(word))
}

fn beyond(limit: &TimeMention, day: &TimeMention) -> bool {
    let after = limit.when.from.zip(day.when.to).is_some_and(|(from, to)| to < from);
    let before = limit.when.to.zip(day.when.from).is_some_and(|(to, from)| from > to);
    match limit.kind {
        TimeKind::After => after,
        _ => before,
    }
}
