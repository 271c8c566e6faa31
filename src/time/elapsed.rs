//! How long a matter has gone on, checked by arithmetic.

use super::{Interval, TimeKind, TimeUnit, calendar};
use jiff::civil::Date;

/// The days in which a matter must have begun that on `at` has gone on for `low` to `high` units.
///
/// A plain count is rounded by its writer, so half a unit is allowed on both sides (a day where days
/// are counted); *in its eighth month* (7 to 8) is exact.
pub(super) fn began(at: Date, low: f64, high: f64, unit: TimeUnit) -> Option<Interval> {
    let slack = match unit {
        _ if low != high => 0.0,
        TimeUnit::Hour => 12.0,
        TimeUnit::Day => 1.0,
        _ => 0.5,
    };
    let from = calendar::shift(at, -(high + slack), unit)?;
    let to = calendar::shift(at, -(low - slack).max(0.0), unit)?;
    Interval::between(from, to)
}

/// Whether a count of elapsed time fits a beginning: `Some(false)` only where no usual way of counting
/// gives it. `None` for what is no [`TimeKind::Elapsed`], and for counts of hours.
///
/// Ways of counting that all agree: full units (*five weeks* until the sixth is full), rounding up
/// (from four and a quarter weeks on), calendar units with the first counted (*eighth month* from the
/// seventh on), and for every count twenty days in a year (5 per cent) and two days at the least.
///
/// ```
/// use on_record::time::{TimeKind, TimeUnit, elapsed_agrees, parse_date};
/// let eighth = TimeKind::Elapsed { low: 7.0, high: 8.0, unit: TimeUnit::Month };
/// let date = |d| parse_date(d).unwrap();
/// assert_eq!(elapsed_agrees(date("2022-02-24"), date("2022-10-21"), &eighth), Some(true));
/// assert_eq!(elapsed_agrees(date("2022-02-24"), date("2023-01-21"), &eighth), Some(false));
/// ```
pub fn elapsed_agrees(began: Date, at: Date, kind: &TimeKind) -> Option<bool> {
    let TimeKind::Elapsed { low, high, unit } = *kind else { return None };
    if unit == TimeUnit::Hour {
        return None;
    }
    if unit == TimeUnit::Month && high - low == 1.0 {
        return Some(month_fits(began, at, high));
    }
    let (below, above) = match (unit, low == high) {
        (TimeUnit::Day, _) => (2.0, 2.0),
        // "Half a year", "a year": so short a time is not rounded up from next to nothing.
        (_, true) if low < 1.0 => (0.5 * low, 0.75 * low),
        (TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century, true) => (0.5, 1.0),
        (_, true) => (0.75, 1.0),
        // "In its third year" may count calendar years; "more than three years" does not.
        (TimeUnit::Decade | TimeUnit::Century, false) => (0.1, 0.15),
        (_, false) if high - low == 1.0 => (0.75, 0.15),
        (_, false) => (0.25, 0.15),
    };
    let days = calendar::days_between(began, at) as f64;
    let length = unit.days();
    let least = ((low - below - 0.05 * low) * length - 2.0).floor();
    let most = ((high + above + 0.05 * high) * length + 2.0).ceil();
    Some(days >= least.max(0.0) && days <= most)
}

/// "In its eighth month": by full months, or by calendar months with the first counted; two days' grace.
fn month_fits(began: Date, at: Date, number: f64) -> bool {
    let calendar = |at: Date| {
        f64::from((at.year() - began.year()) * 12 + i16::from(at.month()) - i16::from(began.month()))
    };
    let days = calendar::days_between(began, at) as f64;
    let full = |days: f64| (days / TimeUnit::Month.days()).floor() + 1.0;
    days >= 0.0 && full(days - 2.0) <= number && number <= (calendar(at) + 1.0).max(full(days + 2.0))
}
