//! What the text just told of, where a claim only adds when it happened: "the order came on Monday".

use super::Checker;
use super::evidence::{Evidence, Found};
use crate::compare::{Relation, Side, counts, points_back};
use crate::time::{Interval, TimeKind};

impl Checker {
    /// Where a claim gives a day to what the sentence before it told of, every statement that bears that sentence out and is
    /// of another day speaks against the claim, unless one is of that day.
    pub(super) fn echo(&self, sides: &[Side], found: &mut [Evidence]) {
        for at in 0..sides.len() {
            let Some(day) = given(&sides[at]).filter(|_| points_back(&sides[at])) else { continue };
            let Some((index, confidence)) = self.elsewhen(sides, at, found, day) else { continue };
            let found = &mut found[at].found;
            if found.iter().any(|f| f.weighed.relation == Relation::Contradicts) {
                continue;
            }
            found.retain(|f| f.weighed.statement != index);
            found.push(self.contradicting(index, "date", confidence));
            found.sort_by_key(|f| f.weighed.statement);
        }
    }

    /// The statement that surest bears out the sentence before a claim, and how surely it speaks against the day given;
    /// `None` where one of them speaks of that day.
    fn elsewhen(&self, sides: &[Side], at: usize, found: &[Evidence], day: Interval) -> Option<(usize, f32)> {
        const APART: i64 = 2 * 366;
        const SURE: (f32, f32) = (0.4, 0.5);
        let meant: Vec<&Found> = meant(sides, at, found).collect();
        let mut days = meant.iter().flat_map(|f| self.days(f.weighed.statement)).peekable();
        days.peek()?;
        let near = |other: Interval| day.widened(APART, APART).overlaps(other);
        if days.any(|other| other.overlaps(day)) || !meant.iter().all(|f| near(f.weighed.when)) {
            return None;
        }
        let best = meant.iter().max_by(|a, b| a.weighed.confidence.total_cmp(&b.weighed.confidence))?;
        Some((best.weighed.statement, SURE.0 + SURE.1 * best.weighed.confidence))
    }

    /// The day of a statement and all days that it names.
    fn days(&self, index: usize) -> Vec<Interval> {
        let statement = &self.corpus.record().statements[index];
        self.prepared.prepare(&self.corpus, &[index]);
        let mut days = vec![statement.date.interval().widened(2, 2)];
        if let Some(side) = self.prepared.sides(&self.corpus, index).next() {
            days.extend(side.analysis.times.iter().map(|t| t.when).filter(|when| !when.is_unknown()));
        }
        days
    }
}

/// What bears out the sentence before that of a claim.
pub(super) fn meant<'f>(
    sides: &'f [Side],
    at: usize,
    found: &'f [Evidence],
) -> impl Iterator<Item = &'f Found> {
    let sentence = sides[at].claim.sentence;
    let before = sides[..at].iter().zip(found).rev().skip_while(move |(s, _)| s.claim.sentence == sentence);
    before
        .take_while(move |(s, _)| s.claim.sentence + 1 == sentence)
        .filter(|(s, _)| s.claim.title.is_none())
        .flat_map(|(_, evidence)| &evidence.found)
        .filter(|f| f.weighed.relation == Relation::Agrees && counts(Relation::Agrees, f.weighed.confidence))
}

/// The one day or period that a claim gives.
fn given(side: &Side) -> Option<Interval> {
    let mut times = side.times();
    let time = times.next().filter(|t| !t.ambiguous && matches!(t.kind, TimeKind::Calendar))?;
    let bounded = time.when.from.is_some() && time.when.to.is_some();
    (bounded && times.next().is_none()).then_some(time.when)
}
