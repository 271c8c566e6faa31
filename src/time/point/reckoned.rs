//! What is reckoned from a day: *two weeks ago*, *the past ten years*, *two weeks from 20 May*.

use super::{Base, Context, Point, Resolved, Year, first_of, implied, rank, smaller};
use crate::time::TimeUnit;
use crate::time::amount::Length;
use crate::time::calendar::{self, Days, add_days, shift};
use crate::time::tense::Tense;
use jiff::civil::Date;

pub(super) fn offset(length: &Length, ahead: bool, base: &Base, c: &Context) -> Option<Resolved> {
    let sign = if ahead { 1.0 } else { -1.0 };
    let unit = if length.low.fract() != 0.0 || length.high.fract() != 0.0 {
        smaller(length.unit)
    } else {
        length.unit
    };
    let (from, to, ambiguous, unit, exact) = match base {
        Base::Document => (c.today?, c.today?, false, unit, false),
        // Without a date spoken of the document's own may be meant, or a day that the reader knows.
        Base::Anchor if c.anchor.is_none() => (c.today?, c.today?, true, unit, true),
        Base::Anchor => {
            let a = c.anchor?;
            // "Two days later" after "in 2019" is no day.
            if rank(a.unit) > rank(length.unit) {
                return None;
            }
            // "In September … from a year earlier" is the September before.
            let same = matches!(a.unit, TimeUnit::Month | TimeUnit::Quarter) && unit == TimeUnit::Year;
            (a.from, a.to, a.ambiguous, if same { a.unit } else { unit }, same)
        }
        Base::Point(point) => {
            let p = point.resolve(c)?;
            (p.from, p.to, p.ambiguous, p.unit, true)
        }
    };
    let (near, far) = (length.from(from, sign * length.low)?, length.from(to, sign * length.high)?);
    let (from, to) = if near <= far { (near, far) } else { (far, near) };
    let widened = length.low != length.high;
    let (from, to) = match unit {
        _ if widened || exact => (from, to),
        TimeUnit::Month | TimeUnit::Quarter => {
            (calendar::whole(from, TimeUnit::Month)?.0, calendar::whole(to, TimeUnit::Month)?.1)
        }
        TimeUnit::Week => (from, to),
        unit => (calendar::whole(from, unit)?.0, calendar::whole(to, unit)?.1),
    };
    // "Six months later" of what is told as past lies not ahead: another event is meant.
    if *base == Base::Anchor
        && c.anchor.is_some()
        && c.tense != Tense::Future
        && c.today.is_some_and(|today| from > today)
    {
        return None;
    }
    let slack = if unit == TimeUnit::Week && !widened && !exact { 3 } else { 0 };
    Some(Resolved { from, to, unit, stated: false, ambiguous, slack })
}

/// The *n* units before or after a day, which is itself the last of those before.
pub(super) fn rolling(length: &Length, ahead: bool, day: Date) -> Option<Days> {
    match (length.unit, ahead) {
        // Business counts quarters of the calendar.
        (TimeUnit::Quarter, true) => {
            let next = shift(first_of(day, TimeUnit::Quarter)?, 1.0, TimeUnit::Quarter)?;
            Some((next, add_days(shift(next, length.high, TimeUnit::Quarter)?, -1)?))
        }
        (TimeUnit::Quarter, false) => {
            let this = first_of(day, TimeUnit::Quarter)?;
            Some((shift(this, -length.high, TimeUnit::Quarter)?, add_days(this, -1)?))
        }
        (_, true) if length.business => Some((length.from(day, 1.0)?, length.from(day, length.high)?)),
        (_, true) => Some((add_days(day, 1)?, length.from(day, length.high)?)),
        (_, false) => Some((length.from(day, -length.high)?, day)),
    }
}

/// *the following two quarters*: those after the date spoken of, else after the document's.
pub(super) fn following(length: &Length, ahead: bool, c: &Context) -> Option<Resolved> {
    let (day, ambiguous) = match c.anchor {
        Some(anchor) if ahead => (anchor.to, anchor.ambiguous),
        Some(anchor) => (add_days(anchor.from, -1)?, anchor.ambiguous),
        None => (c.today?, true),
    };
    Some(Resolved { ambiguous, ..implied(rolling(length, ahead, day)?, length.unit) })
}

/// *two weeks starting 20 May*: so long from its first day on, or (`ahead` false) up to its last.
pub(super) fn span(length: &Length, ahead: bool, base: &Point, c: &Context) -> Option<Resolved> {
    let base = base.resolve(c)?;
    let (from, to) = if ahead {
        (base.from, add_days(length.from(base.from, length.high)?, -1)?)
    } else {
        (length.from(add_days(base.to, 1)?, -length.high)?, base.to)
    };
    Some(Resolved { from, to, unit: length.unit, ..base })
}

/// *within nine months*: from the document date on.
pub(super) fn deadline(length: &Length, c: &Context) -> Option<Resolved> {
    let today = c.today?;
    let end = length.from(today, length.high)?;
    // Days are counted from the next one on, longer units include the first.
    let to = if length.unit == TimeUnit::Day { end } else { add_days(end, -1)? };
    Some(implied((today, to), TimeUnit::Day))
}

/// *the following week*, *that year*, *the day before*.
pub(super) fn anchor_unit(unit: TimeUnit, n: i16, c: &Context) -> Option<Resolved> {
    let (day, ambiguous) = match c.anchor {
        Some(anchor) if rank(anchor.unit) > rank(unit) => return None,
        Some(anchor) => (anchor.from, anchor.ambiguous),
        None => (c.today?, true),
    };
    let day = shift(first_of(day, unit)?, f64::from(n), unit)?;
    Some(Resolved { ambiguous, ..implied(calendar::whole(day, unit)?, unit) })
}

/// *the same period last year*: the days spoken of, moved to another year. Where no shorter period was
/// spoken of, some part of that year is meant.
pub(super) fn counterpart(year: Year, c: &Context) -> Option<Resolved> {
    let known = c.anchor.filter(|a| matches!(calendar::days_between(a.from, a.to), 6..=184));
    let Some(anchor) = known else {
        let year = if matches!(year, Year::Anchor(_)) { Year::Shift(-1) } else { year };
        let days = calendar::year(super::yearly::plain_year(year, c)?)?;
        return Some(Resolved { ambiguous: true, ..implied(days, TimeUnit::Year) });
    };
    let months = 12 * (i64::from(super::yearly::plain_year(year, c)?) - i64::from(anchor.from.year()));
    let (from, to) = (calendar::add_months(anchor.from, months)?, calendar::add_months(anchor.to, months)?);
    let to = if anchor.to == anchor.to.last_of_month() { to.last_of_month() } else { to };
    Some(Resolved { from, to, stated: false, ..anchor })
}
