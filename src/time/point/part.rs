//! Parts of a period: *early 2023*, *the second Tuesday of May*, *the last three weeks of the year*.

use super::{Context, Part, Resolved, Thing, first_of, rank, week};
use crate::time::TimeUnit;
use crate::time::calendar::{self, Days, add_days, shift};
use jiff::civil::Date;

pub(super) fn part_of(part: Part, of: &Resolved, c: &Context) -> Option<Days> {
    let (from, to) = (of.from, of.to);
    let part = match part {
        Part::Start => Part::Early,
        Part::Middle => Part::Mid,
        Part::End => Part::Late,
        part => part,
    };
    let days = calendar::days_between(from, to) + 1;
    let year = |n: i16| from.year().checked_add(n);
    let months = |first: i8, n| calendar::months(from.year(), first, n);
    match part {
        Part::SoFar => return Some((from, c.today?.clamp(from, to))),
        Part::Rest => return Some((c.today?.clamp(from, to), to)),
        _ => {}
    }
    match (of.unit, part) {
        (TimeUnit::Year, Part::Early) => months(1, 4),
        (TimeUnit::Year, Part::Mid) => months(5, 4),
        (TimeUnit::Year, Part::Late) => months(9, 4),
        (TimeUnit::Year, Part::FirstHalf) => months(1, 6),
        (TimeUnit::Year, Part::SecondHalf) => months(7, 6),
        (TimeUnit::Decade, Part::Early) => Some((from, calendar::year(year(3)?)?.1)),
        (TimeUnit::Decade, Part::Mid) => Some((calendar::year(year(4)?)?.0, calendar::year(year(6)?)?.1)),
        (TimeUnit::Decade, Part::Late) => Some((calendar::year(year(7)?)?.0, to)),
        (TimeUnit::Century, Part::Early) => Some((from, calendar::year(year(32)?)?.1)),
        (TimeUnit::Century, Part::Mid) => Some((calendar::year(year(33)?)?.0, calendar::year(year(66)?)?.1)),
        (TimeUnit::Century, Part::Late) => Some((calendar::year(year(67)?)?.0, to)),
        (TimeUnit::Month, Part::Early) => Some((from, add_days(from, 9)?)),
        (TimeUnit::Month, Part::Mid) => Some((add_days(from, 9)?, add_days(from, 19)?)),
        (TimeUnit::Month, Part::Late) => Some((add_days(from, 20)?, to)),
        (_, Part::Early) => Some((from, add_days(from, (days + 2) / 3 - 1)?)),
        (_, Part::Mid) => Some((add_days(from, days / 3)?, add_days(to, -(days / 3))?)),
        (_, Part::Late) => Some((add_days(to, 1 - (days + 2) / 3)?, to)),
        (_, Part::FirstHalf) => Some((from, add_days(from, (days + 1) / 2 - 1)?)),
        (_, _) => Some((add_days(from, days / 2)?, to)),
    }
}

/// The first day after the moment that *the start, middle, end of* a period is.
pub(super) fn moment(part: Part, of: &Resolved) -> Option<Date> {
    match part {
        Part::Start => Some(of.from),
        Part::Middle => add_days(of.from, (calendar::days_between(of.from, of.to) + 1) / 2),
        Part::End => add_days(of.to, 1),
        _ => None,
    }
}

pub(super) fn nth(n: i8, what: Thing, of: &Resolved) -> Option<Days> {
    let count = i64::from(n.unsigned_abs()) - 1;
    let days = match what {
        Thing::Weekday(day) => {
            let day = i64::from(day);
            let d = if n > 0 {
                let first = add_days(of.from, (day - calendar::weekday(of.from)).rem_euclid(7))?;
                add_days(first, 7 * count)?
            } else {
                let last = add_days(of.to, -(calendar::weekday(of.to) - day).rem_euclid(7))?;
                add_days(last, -7 * count)?
            };
            (d, d)
        }
        Thing::Unit(TimeUnit::Week) if rank(of.unit) > rank(TimeUnit::Week) => {
            return week::of_period(n, (of.from, of.to));
        }
        Thing::Unit(TimeUnit::Week) => {
            let from = if n > 0 { add_days(of.from, 7 * count)? } else { add_days(of.to, -6 - 7 * count)? };
            (from, add_days(from, 6)?.min(of.to))
        }
        // "the last weekend of May" may end in June.
        Thing::Weekend => {
            let saturday = nth(n, Thing::Weekday(6), of)?.0;
            return Some((saturday, add_days(saturday, 1)?));
        }
        Thing::Unit(unit) => {
            let d = if n > 0 {
                shift(of.from, count as f64, unit)?
            } else {
                shift(first_of(of.to, unit)?, -(count as f64), unit)?
            };
            calendar::whole(d, unit)?
        }
    };
    (of.from <= days.0 && days.1 <= of.to).then_some(days)
}

/// *the first nine months of 2023*; the last ones where negative.
pub(super) fn stretch(n: i8, unit: TimeUnit, of: &Resolved) -> Option<Days> {
    let whole = (of.from, of.to);
    if unit == TimeUnit::Week && rank(of.unit) > rank(unit) {
        let (edge, inner) = (week::of_period(n.signum(), whole)?, week::of_period(n, whole)?);
        return Some((edge.0.min(inner.0), edge.1.max(inner.1)));
    }
    let (from, to) = if n > 0 {
        (of.from, add_days(shift(of.from, f64::from(n), unit)?, -1)?)
    } else {
        (shift(add_days(of.to, 1)?, f64::from(n), unit)?, of.to)
    };
    (of.from <= from && to <= of.to).then_some((from, to))
}
