//! Two events that the text puts in one order and the record in the other.

use super::echo::meant;
use super::evidence::{Evidence, Found};
use super::place::{Order, place};
use super::{Checker, Reader};
use crate::claim::{Claim, Modality, Polarity};
use crate::compare::rules::{apart, event};
use crate::compare::{Judge, Pair, Relation, Rules, Side, THRESHOLD, points_back};
use crate::time::{Date, Interval};
use std::borrow::Cow;

/// A statement that may tell of an event, its day, and how well the two meet.
struct Told {
    index: usize,
    day: Interval,
    score: f32,
    /// By agreement only, by words for one sort of event, by the same words.
    rank: u8,
}

impl Checker {
    /// Where a claim is put before or after another event, and the statements that agree with the two are dated the
    /// other way round, both statements speak against it.
    pub(super) fn reorder(&self, sides: &[Side], reader: &mut Reader, as_of: Date, found: &mut [Evidence]) {
        for placed in (0..sides.len()).filter_map(|at| place(sides, at)) {
            let side = &sides[placed.at];
            let mut ours = self.told(side, &placed.event, reader, as_of);
            if ours.is_empty() && points_back(side) {
                let told = |f: &Found| Told {
                    index: f.weighed.statement,
                    day: f.weighed.when,
                    score: 0.5 + 0.4 * f.weighed.confidence,
                    rank: 0,
                };
                ours = meant(sides, placed.at, found).map(told).collect();
            }
            // Seldom does any statement tell of the first event; then nobody need look for the other.
            let Some(a) = ours.first() else { continue };
            let theirs = self.told(side, &placed.other, reader, as_of);
            let Some(b) = theirs.first() else { continue };
            let wrong = |a: &Told, b: &Told| match placed.order {
                Order::Before => b.day.is_before(a.day),
                Order::After => a.day.is_before(b.day),
                Order::SameDay => !a.day.overlaps(b.day),
            };
            // Whichever statements are meant; one that tells of both tells of one of them in passing.
            if a.index == b.index
                || !ours.iter().all(|a| theirs.iter().all(|b| a.index == b.index || wrong(a, b)))
            {
                continue;
            }
            let confidence = 0.95 * a.score.min(b.score);
            if confidence < THRESHOLD {
                continue;
            }
            let (a, b, found) = (a.index, b.index, &mut found[placed.at].found);
            found.retain(|f| f.weighed.statement != a && f.weighed.statement != b);
            found.extend([a, b].map(|index| self.contradicting(index, "sequence", confidence)));
            found.sort_by_key(|f| f.weighed.statement);
        }
    }

    /// The statements that tell best of an event, the best first, and all that tell of it nearly as well.
    fn told(&self, side: &Side, claim: &Claim, reader: &mut Reader, as_of: Date) -> Vec<Told> {
        const MONTH: i64 = 31;
        const NEARLY: f32 = 0.15;
        let side = Side { claim, spoken: None, content: Cow::default(), ..*side }.whatever_meets();
        let statements = &self.corpus.record().statements;
        let mut told: Vec<Told> = Vec::new();
        self.beside(&side, reader, as_of, &mut |pair, index| {
            let known = event(pair);
            let Some(score) = known.or_else(|| agrees(pair)) else { return };
            let day = happened(pair.statement).unwrap_or(statements[index].date.interval());
            if day.days().is_some_and(|days| days <= MONTH) {
                let same = || pair.predicate().is_some_and(|link| link.how.same_sense());
                let rank = u8::from(known.is_some()) + u8::from(known.is_some() && same());
                told.push(Told { index, day, score, rank });
            }
        });
        let surest = told.iter().map(|t| t.rank).max().unwrap_or(0);
        told.retain(|t| t.rank == surest);
        told.sort_by(|a, b| b.score.total_cmp(&a.score));
        let best = told.first().map_or(0.0, |t| t.score);
        told.retain(|t| t.score > best - NEARLY);
        told
    }
}

/// How surely a statement of the past that tells of no event of the same name agrees with a claim all the same.
fn agrees(pair: &Pair) -> Option<f32> {
    const LEAST: f32 = 0.35;
    let statement = pair.statement.claim;
    let told = (statement.past || statement.perfect)
        && statement.modality == Modality::Fact
        && statement.polarity == Polarity::Positive
        && statement.title.is_none();
    let judgement = (told && !apart(pair)).then(|| Rules.judge(pair)).flatten()?;
    let sure = judgement.relation == Relation::Agrees && judgement.confidence >= LEAST;
    sure.then_some(0.5 + 0.4 * judgement.confidence)
}

/// The day that a statement gives its event: not "the fire of May", nor what is to follow.
pub(super) fn happened(side: &Side) -> Option<Interval> {
    let named = side.times().any(|t| side.text[..t.span.start].trim_end().ends_with(" of"));
    let day = side.own_days().filter(|_| !named)?;
    let to_come = side.said.to.is_some_and(|said| day.from > Some(said));
    (!to_come || side.claim.modality.to_come()).then_some(day)
}
