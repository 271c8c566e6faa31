//! The day that a noun for an event carries: "the vote of 12 June", "Sunday's vote".

use crate::claim::{Term, TermKind, TermRole};
use crate::compare::conditions::{one_matter, quantities_agree};
use crate::compare::{Link, Pair, Side};
use crate::text::Span;
use crate::time::{Interval, TimeKind, TimeMention};

/// A noun with the day of what it names.
struct Occasion {
    term: usize,
    day: Interval,
    words: Span,
}

fn of(side: &Side, time: &TimeMention) -> Option<Occasion> {
    const MONTH: i64 = 31;
    let terms = &side.claim.terms;
    let noun = |t: &Term| t.kind == TermKind::Noun && t.role != TermRole::Aside;
    if time.ambiguous
        || !matches!(time.kind, TimeKind::Calendar)
        || time.when.days().is_none_or(|d| d > MONTH)
    {
        return None;
    }
    let before = side.text[..time.span.start].trim_end();
    let head = before.strip_suffix(" of").map(str::len);
    let own = time.span.of(side.text);
    let rest = &side.text[time.span.end..];
    let owned =
        own.ends_with("'s") || own.ends_with("’s") || rest.starts_with("'s ") || rest.starts_with("’s ");
    let term = match head {
        Some(end) if !owned => terms.iter().position(|t| noun(t) && t.span.end == end)?,
        None if owned => {
            let first = terms.iter().position(|t| t.span.start >= time.span.end)?;
            let adjoins = |i: &usize| *i == first || terms[*i].span.start == terms[i - 1].span.end + 1;
            (first..terms.len()).take_while(adjoins).filter(|&i| noun(&terms[i])).last()?
        }
        _ => return None,
    };
    Some(Occasion { term, day: time.when, words: time.span })
}

/// Where both name one event by a noun with its day, some weeks apart at most, and not the same day: the words for both.
pub(in crate::compare) fn other_day(pair: &Pair) -> Option<(Span, Span)> {
    const DAYS: i64 = 45;
    let ours = pair.claim.times().find_map(|t| of(pair.claim, t))?;
    let one_event = |theirs: &Occasion| {
        let same = |l: &Link| (l.claim, l.statement) == (ours.term, theirs.term) && l.how.same_sense();
        pair.alignment.links.iter().any(same)
    };
    let mut all = pair.statement.times().filter_map(|t| of(pair.statement, t)).filter(one_event);
    // "Saturday's concert and Sunday's": either may be meant.
    let theirs = all.next().filter(|_| all.next().is_none())?;
    let apart = !ours.day.overlaps(theirs.day) && ours.day.widened(DAYS, DAYS).overlaps(theirs.day);
    let acts = || pair.predicate().is_some_and(|l| l.how.same_sense());
    let one = || one_matter(pair, 0.5, 0.5) && (quantities_agree(pair) == Some(true) || acts());
    (apart && one()).then_some((ours.words, theirs.words))
}
