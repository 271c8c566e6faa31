//! Two sources of one day that give different figures: what agrees with the one is disputed by the other.

use super::evidence::Found;
use super::{Checker, Reader};
use crate::compare::{Judge, Pair, Relation, Rules, Side, THRESHOLD, observe};
use crate::quantity::{Agreement, Quantity, compatible};
use crate::time::{Date, Interval};

impl Checker {
    /// Where a figure of the claim is that of a statement, and another speaker's statement of the same days gives another
    /// for the same, that speaks against the claim.
    pub(super) fn contested(&self, claim: &Side, reader: &mut Reader, found: &mut Vec<Found>, as_of: Date) {
        /// How many statements are asked, of those that agree and of those of one day.
        const SUREST: usize = 4;
        const MOST: usize = 16;
        if found.iter().any(|f| f.weighed.relation == Relation::Contradicts) {
            return;
        }
        let mut agreeing: Vec<(usize, f32)> = found
            .iter()
            .filter(|f| f.weighed.confidence >= THRESHOLD && f.judgement.rule == "agreement")
            .map(|f| (f.weighed.statement, f.weighed.confidence))
            .collect();
        agreeing.sort_by(|a, b| b.1.total_cmp(&a.1));
        agreeing.truncate(SUREST);
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
            let sure = self.figures_differ(claim, reader, index, &others);
            for (other, sure) in others.into_iter().zip(sure) {
                if let Some(sure) = sure {
                    found.push(self.contradicting(other, "quantity", sure.min(confidence)));
                }
            }
        }
        found.sort_by_key(|f| f.weighed.statement);
    }

    /// How surely each of other statements gives another figure than the one in which a statement agrees with the claim.
    fn figures_differ(
        &self,
        claim: &Side,
        reader: &mut Reader,
        index: usize,
        others: &[usize],
    ) -> Vec<Option<f32>> {
        /// Of a difference that has all that the rule asks.
        const PLAIN: f32 = 0.7;
        let mut sure: Vec<Option<f32>> = vec![None; others.len()];
        if others.is_empty() {
            return sure;
        }
        self.prepared.prepare(&self.corpus, &[index]);
        self.prepared.prepare(&self.corpus, others);
        for side in self.prepared.sides(&self.corpus, index) {
            let shared =
                |q: &Quantity| claim.quantities().any(|ours| compatible(ours, q) == Some(Agreement::Same));
            if !side.claim.asserted() || !side.quantities().any(shared) {
                continue;
            }
            let side = side.whatever_meets();
            reader.reading.take(&side);
            for (&other, sure) in others.iter().zip(&mut sure) {
                self.lay(&side, reader, other, &mut |pair: &Pair, _| {
                    // Of whom the text names nobody they may be all the same: it is one day of one record.
                    let judged = Rules.judge(pair).filter(|j| j.confidence >= THRESHOLD);
                    let plain = observe(pair).filter(|o| o.rule == "quantity" && o.outcome.plain);
                    let plain = plain.map(|o| (o.outcome.relation, PLAIN, o.outcome.differing));
                    let judged = judged.filter(|j| j.rule == "quantity");
                    let judged = judged.map(|j| (j.relation, j.confidence, j.differing));
                    for (relation, confidence, differing) in judged.into_iter().chain(plain) {
                        let mut about = side.quantities().filter(|q| shared(q));
                        let about = about.any(|q| differing.iter().any(|d| d.claim == q.span));
                        if relation == Relation::Contradicts && about {
                            *sure = Some(sure.map_or(confidence, |s: f32| s.max(confidence)));
                        }
                    }
                });
            }
        }
        sure
    }
}
