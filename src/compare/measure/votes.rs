//! Votes: "51 votes to 43", "by a majority of eight", "34 votes to 19".

use crate::compare::{Pair, Side};
use crate::quantity::{Dimension, Quantity};

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
    match (votes(ours), votes(theirs)) {
        (false, true) => Some(margin(pair.claim, ours)? == apart(theirs)?),
        (true, false) => Some(margin(pair.statement, theirs)? == apart(ours)?),
        _ => None,
    }
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

/// "By three votes", "by 47 votes to 44".
pub(in crate::compare) fn margin(ours: &Quantity, theirs: &Quantity) -> bool {
    let score = |q: &Quantity| Some((q.value, q.high?)).filter(|_| q.dimension == Dimension::Score);
    let votes = ours.of.as_ref().is_some_and(|of| of.head == "vote");
    ours.dimension == Dimension::Count
        && votes
        && score(theirs).is_some_and(|(a, b)| [(a - b).abs(), a, b, a + b].contains(&ours.value))
}
