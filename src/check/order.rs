//! Two events that the text puts in one order and the record in the other.

use super::Checker;
use super::evidence::Found;
use crate::claim::Claim;
use crate::compare::rules::order;
use crate::compare::{Relation, Side};
use crate::time::Interval;

impl Checker {
    /// Where a claim is put before or after the claim behind it, and the statements that agree with the two are dated
    /// the other way round, both statements speak against it.
    pub(super) fn reorder(&self, sides: &[Side], found: &mut [Vec<Found>]) {
        for (first, side) in sides.iter().enumerate() {
            let Some((before, other)) = order(side) else { continue };
            let Some(second) = sides.iter().position(|s| std::ptr::eq(s.claim, other)) else { continue };
            let (Some((a, our_day, sure)), Some((b, their_day, surely))) =
                (told(side.claim, &found[first]), told(other, &found[second]))
            else {
                continue;
            };
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
}

/// The statement that tells most surely of a claim's event, its day, and how surely.
fn told(claim: &Claim, found: &[Found]) -> Option<(usize, Interval, f32)> {
    const SURE: f32 = 0.6;
    if claim.title.is_some() {
        return None;
    }
    let day = |f: &Found| f.weighed.when.days().is_some_and(|days| days <= 31);
    found
        .iter()
        .filter(|f| f.weighed.relation == Relation::Agrees && f.weighed.confidence >= SURE && day(f))
        .max_by(|a, b| a.weighed.confidence.total_cmp(&b.weighed.confidence))
        .map(|f| (f.weighed.statement, f.weighed.when, f.weighed.confidence))
}
