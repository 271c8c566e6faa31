//! Whether two quantities can both be true: rounding, approximation, bounds, ranges, units.

use super::{Bound, Dimension, Measure, Quantity};
use crate::time::TimeUnit;

/// How two comparable quantities stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// The same number.
    Same,
    /// Both can be true: one rounds or bounds the other, or they overlap.
    WithinTolerance,
    /// They cannot both be true of one thing at one time.
    Different,
    /// Of one dimension, but not to be compared: another currency or rate, or a level against a change.
    Incomparable,
}

/// Compares two quantities that are taken to measure one thing; `None` when their dimensions differ.
///
/// The text's own precision decides: *1.3 billion* is what 1.31 billion rounds to, *about 300* may be 330, *more than
/// 1,000* may be any number above. A small count is exact: 40 is not 43.
///
/// ```
/// use on_record::{quantity::{compatible, find, Agreement}, text::Document};
/// let agreement = |a: &str, b: &str| {
///     let (a, b) = (Document::read(a), Document::read(b));
///     compatible(&find(&a, &[])[0], &find(&b, &[])[0])
/// };
/// assert_eq!(agreement("just under €1.2bn", "€1.18bn"), Some(Agreement::WithinTolerance));
/// assert_eq!(agreement("some 61 million trips", "61.0 million trips"), Some(Agreement::Same));
/// assert_eq!(agreement("a fifth of voters", "20 percent of voters"), Some(Agreement::Same));
/// assert_eq!(agreement("40 dead", "52 dead"), Some(Agreement::Different));
/// assert_eq!(agreement("40 km", "40 percent"), None);
/// ```
pub fn compatible(a: &Quantity, b: &Quantity) -> Option<Agreement> {
    if !one_dimension(a, b) {
        return None;
    }
    if !one_kind(a, b) {
        return Some(Agreement::Incomparable);
    }
    if a.per != b.per {
        return rates(a, b);
    }
    if a.dimension == Dimension::Score {
        return Some(scores(a, b));
    }
    if a.dimension == Dimension::Ordinal {
        return Some(if a.value == b.value { Agreement::Same } else { Agreement::Different });
    }
    if a.measure != b.measure {
        // Both are changes, in opposite directions.
        return Some(if a.value == 0.0 && b.value == 0.0 { Agreement::Same } else { Agreement::Different });
    }
    let (x, y) = (Reach::of(a), Reach::of(b));
    let equal = |p: f64, q: f64| (p - q).abs() <= 1e-9 * p.abs().max(q.abs());
    if equal(x.low, y.low) && equal(x.high, y.high) && a.bound.side() == b.bound.side() {
        return Some(Agreement::Same);
    }
    if a.dimension == Dimension::Age && (x.low - y.low).abs() <= 1.0 {
        return Some(Agreement::WithinTolerance);
    }
    let gap = (x.from() - y.to()).max(y.from() - x.to());
    if past_bound(a, y.low) && exact(b) || past_bound(b, x.low) && exact(a) {
        return Some(Agreement::Different);
    }
    let near = gap <= 1e-9 * x.low.abs().max(y.low.abs())
        || (exact(a) && exact(b) && (rounds(a, x.low, y.low) || rounds(b, y.low, x.low)))
        || (a.unit != b.unit && converted(a, b) && gap <= 0.05 * x.low.abs().max(y.low.abs()));
    Some(if near { Agreement::WithinTolerance } else { Agreement::Different })
}

impl Bound {
    /// Open above, open below, or neither.
    fn side(self) -> i8 {
        match self {
            Bound::Exactly | Bound::About => 0,
            Bound::AtLeast | Bound::Above => 1,
            Bound::AtMost | Bound::Below => -1,
        }
    }
}

fn exact(q: &Quantity) -> bool {
    q.bound == Bound::Exactly && q.high.is_none()
}

/// Whether a number lies on the wrong side of a bound, or on one that leaves it out: 17 is not "more than 17". A round
/// bound is not meant to the last digit.
fn past_bound(q: &Quantity, other: f64) -> bool {
    const ROUND: f64 = 10.0;
    let bound = base(q, q.value);
    let near = 1e-9 * bound.abs().max(other.abs());
    let round = q.value.abs() >= ROUND && q.step >= 1.0 && figures(q) <= 1;
    // "Over 4.6 million" for what is 4.6 million when rounded.
    let same = q.step >= 1000.0 && (other - bound).abs() <= near;
    match q.bound {
        Bound::Above if other <= bound + near => !same && (!round || other < 0.99 * bound),
        Bound::Below if other >= bound - near => !same && (!round || other > 1.01 * bound),
        _ => false,
    }
}

/// Whether two quantities that can both be true are still not meant of one number: who says "more than 80,000" does not
/// mean 150,000, and "more than 60" is more than "over 50".
pub fn implied_apart(a: &Quantity, b: &Quantity) -> bool {
    // Up to the next number that could as well have been given as the bound.
    let meant = |q: &Quantity| {
        let low = base(q, q.value);
        let high = q.high.map_or(low, |high| base(q, high));
        let room = coarsest(q.value, q.step).max(0.25 * q.value.abs()) * q.factor.abs();
        match q.bound.side() {
            1 => (low, high + room),
            -1 => (low - room, high),
            _ if q.bound == Bound::About => (low - slack(q) * low.abs(), high + slack(q) * high.abs()),
            _ => (low, high),
        }
    };
    let ((from, to), (other_from, other_to)) = (meant(a), meant(b));
    let side = (a.bound.side(), b.bound.side());
    match side {
        // Both are bounds on one side: the claim's may be the weaker one.
        (1, 1) => from > other_from,
        (-1, -1) => to < other_to,
        // What a bound of the claim leaves open is not at odds with an exact number.
        (_, 0) => false,
        _ => from > other_to || other_from > to,
    }
}

/// Whether the two are of one dimension; a bare "268m" beside "268 million euros" is money too.
fn one_dimension(a: &Quantity, b: &Quantity) -> bool {
    match (&a.dimension, &b.dimension) {
        (Dimension::Money(_), Dimension::Money(_)) => true,
        (Dimension::Money(_), Dimension::Count) => amount(b, a),
        (Dimension::Count, Dimension::Money(_)) => amount(a, b),
        (x, y) => x == y,
    }
}

/// Whether two quantities of one dimension are in one currency, per the same, on one scale of rating, and both levels or
/// both changes.
fn one_kind(a: &Quantity, b: &Quantity) -> bool {
    let currency = match (&a.dimension, &b.dimension) {
        (Dimension::Money(x), Dimension::Money(y)) => {
            // "$" may be any dollar, "£" any pound, and a name without a country any of its name.
            let loose = |q: &Quantity, code: &str| match q.unit.as_str() {
                "$" => code.ends_with('D'),
                "£" => code.ends_with('P'),
                _ => false,
            };
            x == y || x.is_empty() || y.is_empty() || loose(a, y) || loose(b, x)
        }
        _ => true,
    };
    let rated = |q: &Quantity| q.unit.starts_with('/');
    if (rated(a) || rated(b)) && a.unit != b.unit && !a.unit.is_empty() && !b.unit.is_empty() {
        return false;
    }
    let changes = a.measure != Measure::Level && b.measure != Measure::Level;
    let timed = |q: &Quantity| q.per.as_deref().and_then(days).is_some();
    currency && (a.per == b.per || timed(a) && timed(b)) && (a.measure == b.measure || changes)
}

/// The days of a unit of time that something is counted per; an hour's count is not a day's, nor a decade's a year's.
fn days(per: &str) -> Option<f64> {
    let unit = TimeUnit::named(if per == "night" { "day" } else { per })?;
    matches!(unit, TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year).then(|| unit.days())
}

/// "3,000 a day", "80,000 a month": a week may have five days.
fn rates(a: &Quantity, b: &Quantity) -> Option<Agreement> {
    const LOOSE: f64 = 1.5;
    let daily = |q: &Quantity| Some(base(q, q.value).abs() / days(q.per.as_deref()?)?);
    let (a, b) = (daily(a)?, daily(b)?);
    Some(if a.max(b) <= LOOSE * a.min(b) { Agreement::WithinTolerance } else { Agreement::Different })
}

/// A bare number that may be an amount of money: large, and counting nothing, or said of the very noun that the money
/// is said of ("debts of 3 billion euros", "its debts reached 4 billion").
fn amount(q: &Quantity, money: &Quantity) -> bool {
    let head = |q: &Quantity| q.of.as_ref().map(|of| of.head.clone());
    q.step >= 1000.0 && (q.of.is_none() || head(q) == head(money))
}

/// Winner first or loser first.
fn scores(a: &Quantity, b: &Quantity) -> Agreement {
    let pair = |q: &Quantity| (q.value, q.high.unwrap_or(q.value));
    let ((p, q), (r, s)) = (pair(a), pair(b));
    if (p, q) == (r, s) || (p, q) == (s, r) { Agreement::Same } else { Agreement::Different }
}

/// Where the truth may lie, in base units.
struct Reach {
    low: f64,
    high: f64,
    bound: Bound,
    tolerance: f64,
}

impl Reach {
    fn of(q: &Quantity) -> Self {
        let low = base(q, q.value);
        let high = q.high.map_or(low, |high| base(q, high));
        let tolerance = if q.bound == Bound::About { slack(q) * high.abs() } else { 0.0 };
        Reach { low, high, bound: q.bound, tolerance }
    }

    fn from(&self) -> f64 {
        match self.bound {
            Bound::AtMost | Bound::Below => f64::NEG_INFINITY,
            // "more than 300" is said of 299.
            Bound::AtLeast | Bound::Above => self.low - 0.01 * self.low.abs(),
            _ => self.low - self.tolerance,
        }
    }

    fn to(&self) -> f64 {
        match self.bound {
            Bound::AtLeast | Bound::Above => f64::INFINITY,
            Bound::AtMost | Bound::Below => self.high + 0.01 * self.high.abs(),
            _ => self.high + self.tolerance,
        }
    }
}

/// A value in the base unit of its dimension.
fn base(q: &Quantity, value: f64) -> f64 {
    match q.unit.as_str() {
        "°F" => (value - 32.0) / 1.8,
        _ => value * q.factor,
    }
}

fn converted(a: &Quantity, b: &Quantity) -> bool {
    let physical = |q: &Quantity| !matches!(q.dimension, Dimension::Money(_) | Dimension::Count);
    physical(a) && physical(b) && a.dimension != Dimension::Temperature
}

/// How far from its number an approximation may lie: the fewer figures are given, the further.
fn slack(q: &Quantity) -> f64 {
    match figures(q) {
        0 | 1 => 0.15,
        2 => 0.10,
        _ => 0.05,
    }
}

/// Significant figures of a number as written, zeros at the end of a whole number not counted.
fn figures(q: &Quantity) -> i32 {
    let mut step = q.step.min(q.value.abs()).max(f64::MIN_POSITIVE);
    if q.step >= 1.0 && q.value.fract() == 0.0 {
        step = coarsest(q.value, q.step);
    }
    (q.value.abs() / step).log10().floor() as i32 + 1
}

/// The largest power of ten times `step` that a whole number is a multiple of.
fn coarsest(value: f64, step: f64) -> f64 {
    let mut coarse = step;
    while coarse * 10.0 <= value.abs() && (value / (coarse * 10.0)).fract().abs() < 1e-9 {
        coarse *= 10.0;
    }
    coarse
}

/// Whether `other` rounds to the number as it is written.
///
/// Decimals and scale words say their precision: *4.6 percent*, *3.2 million*. A whole number's last zeros may be
/// rounded from a thousand on (*1,200* of 1,187), below they are taken at their word.
fn rounds(q: &Quantity, own: f64, other: f64) -> bool {
    let relative = (own - other).abs() / own.abs().max(other.abs()).max(f64::MIN_POSITIVE);
    let percent = matches!(q.dimension, Dimension::Percent | Dimension::PercentagePoint);
    let physical =
        !matches!(q.dimension, Dimension::Count | Dimension::Money(_) | Dimension::Age) && !percent;
    // Halves round both ways.
    let half = |step: f64| (own - other).abs() <= step * q.factor * 0.5 * (1.0 + 1e-6);
    if q.dimension == Dimension::Percent && q.unit.is_empty() {
        // "a fifth", "half": spoken shares are rough.
        return (own - other).abs() <= 2.0;
    }
    if percent {
        return half(q.step);
    }
    if q.step != 1.0 {
        return half(q.step) && relative <= 0.15;
    }
    let coarse = coarsest(q.value, 1.0);
    (q.value.abs() >= 1000.0 && half(coarse) && relative <= 0.05)
        || (physical && half(1.0) && relative <= 0.05)
}
