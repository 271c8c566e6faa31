//! Two events that the text puts in one order and the record in the other.

use super::Checker;
use super::evidence::Evidence;
use crate::compare::rules::{event, order};
use crate::compare::{Pair, Reading, Side, THRESHOLD};
use crate::time::{Date, Interval};

impl Checker {
    /// Where a claim is put before or after the claim behind it, and the statements that agree with the two are dated
    /// the other way round, both statements speak against it.
    pub(super) fn reorder(&self, sides: &[Side], reading: &mut Reading, as_of: Date, found: &mut [Evidence]) {
        for (first, side) in sides.iter().enumerate() {
            let Some((before, other)) = order(side) else { continue };
            let Some(second) = sides.iter().find(|s| std::ptr::eq(s.claim, other)) else { continue };
            let Some((a, our_day, sure)) = self.told(side, reading, as_of) else { continue };
            let Some((b, their_day, surely)) = self.told(second, reading, as_of) else { continue };
            let (early, late) = if before { (our_day, their_day) } else { (their_day, our_day) };
            let confidence = 0.95 * sure.min(surely);
            if a == b || !late.is_before(early) || confidence < THRESHOLD {
                continue;
            }
            let found = &mut found[first].found;
            found.retain(|f| f.weighed.statement != a && f.weighed.statement != b);
            found.extend([a, b].map(|index| self.contradicting(index, "sequence", confidence)));
            found.sort_by_key(|f| f.weighed.statement);
        }
    }

    /// The statement that tells of a claim's event, its day, and how well the two meet.
    fn told(&self, side: &Side, reading: &mut Reading, as_of: Date) -> Option<(usize, Interval, f32)> {
        const MONTH: i64 = 31;
        let statements = &self.corpus.record().statements;
        let exists = |index: usize| statements[index].date.first_day() <= as_of;
        reading.take(side);
        let mut best: Option<(usize, Interval, f32)> = None;
        for index in self.corpus.candidates(side.claim.terms.iter(), side.background.iter(), exists) {
            for (of, theirs) in self.prepared.sides(&self.corpus, index).enumerate() {
                let alignment = reading.align(side, &statements[index], index, &theirs, of);
                let pair = Pair { claim: side, statement: &theirs, alignment: &alignment, given: false };
                let Some(closeness) = event(&pair) else { continue };
                let day = theirs.own_days().unwrap_or(statements[index].date.interval());
                let precise = day.days().is_some_and(|days| days <= MONTH);
                if precise && best.is_none_or(|(.., least)| closeness > least) {
                    best = Some((index, day, closeness));
                }
            }
        }
        best
    }
}
