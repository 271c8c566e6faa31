//! Two sources of one day that give different figures: what agrees with the one is disputed by the other.

use super::evidence::Found;
use super::{Checker, Reader};
use crate::compare::{Judge, Pair, Relation, Rules, Side, THRESHOLD};
use crate::quantity::{Agreement, Quantity, compatible};
use crate::time::{Date, Interval};

impl Checker {
    /// Where a figure of the claim is that of a statement, and another speaker's statement of the same days gives another
    /// for the same, that speaks against the claim.
    pub(super) fn contested(&self, claim: &Side, reader: &mut Reader, found: &mut Vec<Found>, as_of: Date) {
        /// How many statements of one day are asked.
        const MOST: usize = 16;
        if found.iter().any(|f| f.weighed.relation == Relation::Contradicts) {
            return;
        }
        let agreeing: Vec<(usize, f32)> = found
            .iter()
            .filter(|f| f.weighed.confidence >= THRESHOLD && f.judgement.rule == "agreement")
            .map(|f| (f.weighed.statement, f.weighed.confidence))
            .collect();
        let statements = &self.corpus.record().statements;
        for (index, confidence) in agreeing {
            let said = statements[index].date.interval();
            let (Some(from), Some(to)) =
                (said.from.and_then(|d| d.yesterday().ok()), said.to.and_then(|d| d.tomorrow().ok()))
            else {
                continue;
            };
            let days = self.corpus.dated_within(Interval { from: Some(from), to: Some(to) });
            let other = |&b: &usize| {
                b != index
                    && statements[b].speaker_name != statements[index].speaker_name
                    && statements[b].date.first_day() <= as_of
            };
            let others: Vec<usize> = days.filter(other).take(MOST).collect();
            for other in others {
                if let Some(sure) = self.figures_differ(claim, reader, index, other) {
                    found.push(self.contradicting(other, "quantity", sure.min(confidence)));
                }
            }
        }
        found.sort_by_key(|f| f.weighed.statement);
    }

    /// How surely another statement gives another figure than the one in which a statement agrees with the claim.
    fn figures_differ(&self, claim: &Side, reader: &mut Reader, index: usize, other: usize) -> Option<f32> {
        self.prepared.prepare(&self.corpus, &[index, other]);
        let mut sure: Option<f32> = None;
        for side in self.prepared.sides(&self.corpus, index) {
            let shared =
                |q: &Quantity| claim.quantities().any(|ours| compatible(ours, q) == Some(Agreement::Same));
            if !side.claim.asserted() || !side.quantities().any(shared) {
                continue;
            }
            let side = side.whatever_meets();
            reader.reading.take(&side);
            self.lay(&side, reader, other, &mut |pair: &Pair, _| {
                let Some(judgement) = Rules.judge(pair) else { return };
                let about = side
                    .quantities()
                    .filter(|q| shared(q))
                    .any(|q| judgement.differing.iter().any(|d| d.claim == q.span));
                if judgement.rule == "quantity"
                    && judgement.relation == Relation::Contradicts
                    && judgement.confidence >= THRESHOLD
                    && about
                {
                    sure = Some(sure.map_or(judgement.confidence, |s: f32| s.max(judgement.confidence)));
                }
            });
        }
        sure
    }
}
