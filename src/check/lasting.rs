//! How long something lasted, against the days on which it began and ended.

use super::evidence::{Evidence, Found};
use super::order::happened;
use super::{Checker, Reader};
use crate::claim::{Modality, Polarity};
use crate::compare::{Relation, Side, Turn, turn};
use crate::english::Aspect;
use crate::time::{Date, TimeKind, TimeMention, elapsed_agrees};
use std::borrow::Cow;

/// A statement that tells of a beginning or an end.
struct Turned {
    index: usize,
    day: Date,
    sure: f32,
}

impl Checker {
    /// Where a claim says how long something lasted that is over, and no beginning and end on record are so far apart, the
    /// last of both speak against it.
    pub(super) fn lasting(&self, sides: &[Side], reader: &mut Reader, as_of: Date, found: &mut [Evidence]) {
        const SURE: f32 = 0.9;
        for (side, evidence) in sides.iter().zip(found) {
            let Some(length) = length(side) else { continue };
            let (begins, ends) = self.turns(side, reader, as_of);
            // What was shut for a month is open again: its end says nothing against it.
            let over = |f: &Found| {
                let phase = matches!(f.judgement.rule, "opposite" | "status" | "negation" | "no-change");
                phase && (side.claim.past || ends.iter().any(|end| end.index == f.weighed.statement))
            };
            evidence.found.retain(|f| f.weighed.relation == Relation::Agrees || !over(f));
            let fits = |b: &Turned, e: &Turned| elapsed_agrees(b.day, e.day, &length) != Some(false);
            let pairs =
                || ends.iter().flat_map(|e| begins.iter().filter(|b| b.day < e.day).map(move |b| (b, e)));
            let last = pairs().max_by_key(|(b, e)| (e.day, b.day));
            let Some((begin, end)) = last.filter(|_| !pairs().any(|(b, e)| fits(b, e))) else { continue };
            let (confidence, both) = (SURE * begin.sure.min(end.sure), [begin.index, end.index]);
            let found = &mut evidence.found;
            if found.iter().any(|f| f.weighed.relation == Relation::Contradicts) {
                continue;
            }
            found.retain(|f| !both.contains(&f.weighed.statement));
            found.extend(both.map(|index| self.contradicting(index, "elapsed", confidence)));
            found.sort_by_key(|f| f.weighed.statement);
        }
    }

    /// The beginnings and the ends on record, up to the day of the text, of what a claim says lasted.
    fn turns(&self, side: &Side, reader: &mut Reader, as_of: Date) -> (Vec<Turned>, Vec<Turned>) {
        const MONTH: i64 = 31;
        let (mut begins, mut ends) = (Vec::new(), Vec::new());
        let side = Side { spoken: None, content: Cow::default(), ..*side }.whatever_meets();
        self.beside(&side, reader, as_of, &mut |pair, index| {
            let Some((turn, sure)) = turn(pair) else { return };
            // "Closed since July, the bridge was reopened."
            let since = pair.statement.times().find(|t| matches!(t.kind, TimeKind::Since)).map(|t| t.named);
            let day = since.or_else(|| happened(pair.statement)).unwrap_or(pair.statement.said);
            let Some(day) = day
                .from
                .filter(|from| day.days().is_some_and(|days| days <= MONTH) && Some(*from) <= side.said.to)
            else {
                return;
            };
            let turned = Turned { index, day, sure };
            match turn {
                Turn::Begins => begins.push(turned),
                Turn::Ends => ends.push(turned),
            }
        });
        (begins, ends)
    }
}

/// How long a claim says that something lasted that is over: "had been shut for a month", "lasted a month", "ended after a
/// month"; not "a month-long tour", "sentenced to a month".
fn length(side: &Side) -> Option<TimeKind> {
    const BEFORE: [&str; 6] = ["for", "after", "lasted", "took", "lasting", "taken"];
    let claim = side.claim;
    let told =
        claim.modality == Modality::Fact && claim.polarity == Polarity::Positive && claim.title.is_none();
    if !told || !claim.past && !claim.perfect {
        return None;
    }
    // "In spring 2020 it was shut for two months".
    let calendar = |t: &&TimeMention| matches!(t.kind, TimeKind::Calendar);
    let mut times = side.times().filter(|t| !calendar(t));
    let time = times.next().filter(|_| times.next().is_none())?;
    let (TimeKind::Duration { low, high, unit } | TimeKind::Elapsed { low, high, unit }) = time.kind else {
        return None;
    };
    let before = side.text[..time.span.start].trim_end();
    let before = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let first = time.span.of(side.text).split(' ').next().unwrap_or_default().to_lowercase();
    let lasts = claim.aspect == Some(Aspect::Continue)
        || BEFORE.contains(&before.as_str())
        || BEFORE.contains(&first.as_str());
    lasts.then_some(TimeKind::Elapsed { low, high, unit })
}
