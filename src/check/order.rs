//! Two events that the text puts in one order and the record in the other.

use super::Checker;
use super::evidence::Found;
use crate::compare::rules::{event, order};
use crate::compare::{Pair, Reading, Side};
use crate::time::{Date, Interval};

impl Checker {
    /// Where a claim is put before or after the claim behind it, and the statements that agree with the two are dated
    /// the other way round, both statements speak against it.
    pub(super) fn reorder(
        &self,
        sides: &[Side],
        reading: &mut Reading,
        as_of: Date,
        found: &mut [Vec<Found>],
    ) {
        for (first, side) in sides.iter().enumerate() {
            let Some((before, other)) = order(side) else { continue };
            let Some(second) = sides.iter().find(|s| std::ptr::eq(s.claim, other)) else { continue };
            let Some((a, our_day, sure)) = self.told(side, reading, as_of) else { continue };
            let Some((b, their_day, surely)) = self.told(second, reading, as_of) else { continue };
            let (early, late) = if before { (our_day, their_day) } else { (their_day, our_day) };
            if a == b || !late.is_before(early) {
                continue;
            }
            let confidence = 0.95 * sure.min(surely);
            found[first].retain(|f| f.weighed.statement != a && f.weighed.statement != b);
            found[first].extend([a, b].map(|index| self.contradicting(index, "sequence", confidence)));
            found[first].sort_by_key(|f| f.weighed.statement);
        }
    }

    /// The statement that tells of a claim's event, its day, and how well the two meet.
    fn told(&self, side: &Side, reading: &mut Reading, as_of: Date) -> Option<(usize, Interval, f32)> {
        const MONTH: i64 = 31;
        let statements = &self.corpus.record().statements;
        let dated = self.corpus.dated_by(as_of);
        let exists = |index: usize| index < dated;
        let candidates = self.corpus.candidates(side.claim.terms.iter(), side.background.iter(), exists);
        self.prepared.prepare(&self.corpus, &candidates);
        reading.take(side);
        let mut best: Option<(usize, Interval, f32)> = None;
        for index in candidates {
            for (of, theirs) in self.prepared.sides(&self.corpus, index).enumerate() {
                let alignment = reading.align(side, &statements[index], index, &theirs, of);
                let pair = Pair { claim: side, statement: &theirs, alignment: &alignment };
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
