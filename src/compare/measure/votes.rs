//! Votes: "51 votes to 43", "by a majority of eight", "34 votes to 19", "by twelve points".

use crate::compare::{Pair, Side};
use crate::quantity::{Agreement, Bound, Dimension, Measure, Quantity, compatible};

/// "By a margin of eight", "a majority of 12" beside "51 votes to 43": whether the difference is that many.
pub(in crate::compare) fn by_margin(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> Option<bool> {
    let margin = |side: &Side, q: &Quantity| {
        let mut before = side.text[..q.span.start].split_whitespace().rev();
        let word = before.by_ref().find(|word| !matches!(*word, "of" | "just" | "only" | "by" | "about"))?;
        let is = q.dimension == Dimension::Count && matches!(word, "margin" | "majority" | "lead");
        is.then_some(q.value)
    };
    let apart = |q: &Quantity| q.high.map(|high| (q.value - high).abs());
    let votes = |q: &Quantity| q.dimension == Dimension::Score;
    if let Some(agrees) = by_points(pair, ours, theirs) {
        return Some(agrees);
    }
    match (votes(ours), votes(theirs)) {
        (false, true) => Some(margin(pair.claim, ours)? == apart(theirs)?),
        (true, false) => Some(margin(pair.statement, theirs)? == apart(ours)?),
        _ => None,
    }
}

/// "Won by twelve points" beside "54 percent of the vote" and "42 percent": whether they are so far apart. Only the larger
/// of the two answers.
fn by_points(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> Option<bool> {
    let points = ours.of.as_ref().is_some_and(|of| of.head == "point");
    if !points || ours.dimension != Dimension::Count || theirs.dimension != Dimension::Percent {
        return None;
    }
    let before = pair.claim.text[..ours.span.start].trim_end();
    let words = || before.rsplit(' ').take(5);
    let won = words().any(|word| matches!(word, "by" | "margin" | "lead" | "majority"));
    let share = |q: &&Quantity| q.dimension == Dimension::Percent && q.measure == Measure::Level;
    let mut shares = pair.statement.analysis.quantities.iter().filter(share);
    let percent = |q: &Quantity| q.value * q.factor;
    let (a, b) = shares.next().zip(shares.next()).filter(|_| shares.next().is_none() && won)?;
    let vote = a.of.as_ref().is_some_and(|of| of.head == "vote") && percent(a) + percent(b) <= 100.0;
    let largest = vote && theirs.span == a.span && a.value > b.value;
    // As a writer rounds it.
    let step = if ours.step > 0.0 { ours.step } else { 1.0 };
    let gap = ((percent(a) - percent(b)) / step).round() * step;
    let told = Quantity { value: gap, bound: Bound::Exactly, step: 1.0, ..ours.clone() };
    let met = compatible(ours, &told).filter(|_| largest)?;
    Some(matches!(met, Agreement::Same | Agreement::WithinTolerance))
}

/// Two votes of as many, or with as many on one side: "34 votes to 19", "31 to 22".
pub(in crate::compare) fn one_vote(ours: &Quantity, theirs: &Quantity) -> bool {
    let sides = |q: &Quantity| (q.value, q.high.unwrap_or(q.value));
    let ((p, q), (r, s)) = (sides(ours), sides(theirs));
    const LEAST: f64 = 10.0;
    ours.dimension == Dimension::Score
        && theirs.dimension == Dimension::Score
        && p + q >= LEAST
        && (p + q == r + s || p == r || q == s)
}

/// Two votes with as many on one side, and not on the other: "34 votes to 19", "34 to 22".
pub(in crate::compare) fn one_side_met(ours: &Quantity, theirs: &Quantity) -> bool {
    let other = |q: &Quantity| q.high.unwrap_or(q.value);
    one_vote(ours, theirs) && (ours.value == theirs.value) != (other(ours) == other(theirs))
}

/// "By three votes", "by 47 votes to 44".
pub(in crate::compare) fn margin(ours: &Quantity, theirs: &Quantity) -> bool {
    let score = |q: &Quantity| Some((q.value, q.high?)).filter(|_| q.dimension == Dimension::Score);
    let votes = ours.of.as_ref().is_some_and(|of| of.head == "vote");
    ours.dimension == Dimension::Count
        && votes
        && score(theirs).is_some_and(|(a, b)| [(a - b).abs(), a, b, a + b].contains(&ours.value))
}
