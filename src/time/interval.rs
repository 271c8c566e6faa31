//! Days from the first to the last: [`Interval`], and the ISO dates that options and records give.

use super::{Interval, calendar};
use jiff::civil::Date;

impl Interval {
    /// Nothing is known: both ends open.
    pub const UNKNOWN: Interval = Interval { from: None, to: None };

    /// A single day.
    pub fn day(day: Date) -> Self {
        Interval { from: Some(day), to: Some(day) }
    }

    /// From the first day to the last; `None` where they stand the wrong way round.
    pub fn between(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Interval { from: Some(from), to: Some(to) })
    }

    /// A calendar year; `None` outside of the years 1 to 9999.
    pub fn year(year: i16) -> Option<Self> {
        let (from, to) = calendar::year(year)?;
        Self::between(from, to)
    }

    /// A calendar month; `None` for a month that does not exist.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let (from, to) = calendar::month(year, month)?;
        Self::between(from, to)
    }

    /// Whether neither end is known.
    pub fn is_unknown(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether a day may lie in both. An open end reaches as far as need be, so an unknown interval
    /// overlaps everything.
    pub fn overlaps(self, other: Interval) -> bool {
        self.intersection(other).is_some()
    }

    /// Whether every day of `other` lies inside; an open end of `other` needs an open end here.
    pub fn contains(self, other: Interval) -> bool {
        let from = match (self.from, other.from) {
            (None, _) => true,
            (Some(a), Some(b)) => a <= b,
            (Some(_), None) => false,
        };
        let to = match (self.to, other.to) {
            (None, _) => true,
            (Some(a), Some(b)) => a >= b,
            (Some(_), None) => false,
        };
        from && to
    }

    /// Whether every day of this one comes before every day of `other`; `false` where that cannot be known.
    pub fn is_before(self, other: Interval) -> bool {
        matches!((self.to, other.from), (Some(a), Some(b)) if a < b)
    }

    /// The days in both; `None` where there is none.
    pub fn intersection(self, other: Interval) -> Option<Interval> {
        let from = self.from.max(other.from); // `None` is the least, as wanted here
        let to = match (self.to, other.to) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        match (from, to) {
            (Some(a), Some(b)) if a > b => None,
            _ => Some(Interval { from, to }),
        }
    }

    /// The same with some days more before and after; an open end stays open.
    pub(crate) fn widened(self, before: i64, after: i64) -> Interval {
        let moved = |day: Option<Date>, days| day.map(|day| calendar::add_days(day, days).unwrap_or(day));
        Interval { from: moved(self.from, -before), to: moved(self.to, after) }
    }

    /// How many days, both ends counted; `None` where an end is open.
    pub fn days(self) -> Option<i64> {
        Some(calendar::days_between(self.from?, self.to?) + 1)
    }
}

/// A day as `YYYY-MM-DD`, real dates only.
pub fn parse_date(text: &str) -> Option<Date> {
    let b = text.as_bytes();
    let shape = b.len() == 10
        && b.iter().enumerate().all(|(i, c)| if i == 4 || i == 7 { *c == b'-' } else { c.is_ascii_digit() });
    if !shape {
        return None;
    }
    calendar::date(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?)
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as the days that it covers.
///
/// ```
/// use on_record::time::{parse_date, parse_iso};
/// let month = parse_iso("2024-02").unwrap();
/// assert_eq!(month.to, parse_date("2024-02-29"));
/// assert_eq!(parse_iso("2023-02-29"), None);
/// ```
pub fn parse_iso(text: &str) -> Option<Interval> {
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    match text.len() {
        4 if digits(text) => Interval::year(text.parse().ok()?),
        7 if text.is_char_boundary(5) && &text[4..5] == "-" && digits(&text[..4]) && digits(&text[5..]) => {
            Interval::month(text[..4].parse().ok()?, text[5..].parse().ok()?)
        }
        _ => parse_date(text).map(Interval::day),
    }
}
