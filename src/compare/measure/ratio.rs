//! By what factor something changed, in whatever form: "doubled", "twice as many", "fell by half", "to 2.1 from 3.4 million".

use crate::claim::{Polarity, TermRole};
use crate::compare::{Pair, Side};
use crate::quantity::{Dimension, Measure, Quantity};
use crate::text::Span;

/// Verbs that say by what factor.
const VERBS: [(&str, f64); 5] =
    [("double", 2.0), ("triple", 3.0), ("treble", 3.0), ("quadruple", 4.0), ("halve", 0.5)];

/// The factor of a change, and how it is told.
struct Factor {
    value: f64,
    span: Span,
    /// As a percentage or an amount, which the rule compares itself.
    plain: bool,
}

/// Whether a claim can tell by what factor something changed though it has no number.
pub(in crate::compare) fn multiplies(side: &Side) -> bool {
    verb(side).is_some()
}

fn verb(side: &Side) -> Option<Factor> {
    side.claim.terms_of(TermRole::Predicate).find_map(|term| {
        let (_, value) = VERBS.iter().find(|(verb, _)| *verb == term.key)?;
        Some(Factor { value: *value, span: term.span, plain: false })
    })
}

fn of(side: &Side) -> Option<Factor> {
    if side.claim.polarity == Polarity::Negative {
        return None;
    }
    verb(side).or_else(|| side.quantities().find_map(number))
}

/// "By half", "twice as many", "to 2.1 million from 3.4 million".
fn number(q: &Quantity) -> Option<Factor> {
    let factor = |value: f64, plain: bool| Some(Factor { value, span: q.span, plain });
    if let Some(from) = q.from.filter(|from| *from > 0.0 && q.value > 0.0) {
        return factor(q.value / from, false);
    }
    let share = q.value * q.factor / 100.0;
    match (&q.dimension, q.measure) {
        (Dimension::Multiple, Measure::Level) => factor(q.value, false),
        (Dimension::Percent, Measure::Rise) => factor(1.0 + share, true),
        (Dimension::Percent, Measure::Fall) if share < 1.0 => factor(1.0 - share, true),
        _ => None,
    }
}

/// The spans of two factors of one direction that cannot be one, of two sides that tell of one measure.
pub(in crate::compare) fn other_factor(pair: &Pair) -> Option<(Span, Span)> {
    let (ours, theirs) = (of(pair.claim)?, of(pair.statement)?);
    if ours.plain && theirs.plain || (ours.value > 1.0) != (theirs.value > 1.0) {
        return None;
    }
    /// "Doubled" is said of 1.9 times as many, too.
    const ROUND: f64 = 0.15;
    const LEAST: f64 = 0.04;
    let change = |f: &Factor| (f.value - 1.0).abs();
    let apart = (change(&ours) - change(&theirs)).abs();
    (apart > LEAST + ROUND * change(&ours).max(change(&theirs))).then_some((ours.span, theirs.span))
}
