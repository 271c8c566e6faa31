//! *Before* and *after* a day, against the day on record.

use super::Pair;
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

fn beyond(limit: &TimeMention, day: &TimeMention) -> bool {
    let after = limit.when.from.zip(day.when.to).is_some_and(|(from, to)| to < from);
    let before = limit.when.to.zip(day.when.from).is_some_and(|(to, from)| from > to);
    match limit.kind {
        TimeKind::After => after,
        _ => before,
    }
}
