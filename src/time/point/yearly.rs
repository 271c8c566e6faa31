//! What returns each year, and which of its returns is meant.

use super::{Context, Point, Resolved, Year, Yearly, implied};
use crate::time::TimeUnit;
use crate::time::calendar::{self, Days};
use crate::time::holiday;
use crate::time::tense::Tense;
use jiff::civil::Date;

impl Yearly {
    fn unit(self) -> TimeUnit {
        match self {
            Yearly::Day(..) | Yearly::Holiday(_) | Yearly::Slashed(..) => TimeUnit::Day,
            Yearly::Month(_) => TimeUnit::Month,
            _ => TimeUnit::Quarter,
        }
    }

    fn in_year(self, year: i16) -> Option<Days> {
        match self {
            Yearly::Day(month, day) | Yearly::Slashed(month, day) => {
                let day = calendar::date(year, month, day)?;
                Some((day, day))
            }
            Yearly::Month(month) => calendar::month(year, month),
            Yearly::Season(season) => calendar::months(year, season * 3 + 3, 3),
            Yearly::Quarter(n) => calendar::months(year, n * 3 - 2, 3),
            Yearly::Half(n) => calendar::months(year, n * 6 - 5, 6),
            Yearly::Holiday(id) => holiday::in_year(id, year),
        }
    }
}

/// A year of two digits is of this century as far as twenty years ahead, and not ahead of what is told as past.
fn full(short: i8, c: &Context) -> i16 {
    let year = 2000 + i16::from(short);
    let last = match c.today {
        Some(today) if c.tense == Tense::Past => today.year(),
        Some(today) => today.year().saturating_add(20),
        None => 2050,
    };
    if year > last { year - 100 } else { year }
}

pub(super) fn plain_year(year: Year, c: &Context) -> Option<i16> {
    match year {
        Year::Is(year) => Some(year),
        Year::Short(year) => Some(full(year, c)),
        Year::Shift(n) => c.today?.year().checked_add(n),
        Year::Anchor(n) => c.anchor?.from.year().checked_add(n),
        _ => None,
    }
}

pub(super) fn yearly(what: Yearly, year: Year, c: &Context) -> Option<Resolved> {
    let doubtful = match what {
        Yearly::Slashed(a, b) => a != b,
        Yearly::Holiday(id) => holiday::doubtful(id),
        Yearly::Season(3) => true,
        _ => false,
    };
    if let Yearly::Holiday(id) = what
        && let Some(day) = holiday::historical(id)
        && year == Year::Unsaid
    {
        return Some(Resolved { stated: true, ambiguous: doubtful, ..implied((day, day), TimeUnit::Day) });
    }
    let found = |days: Days, stated, ambiguous| {
        Some(Resolved {
            from: days.0,
            to: days.1,
            unit: what.unit(),
            stated,
            ambiguous: ambiguous || doubtful,
            slack: 0,
        })
    };
    if let Some(y) = plain_year(year, c) {
        return found(what.in_year(y)?, matches!(year, Year::Is(_) | Year::Short(_)), false);
    }
    // A story that is set in another year goes on in it: "On 3 May 2014 he left, on 5 June he was back".
    if year == Year::Unsaid
        && let Some(anchor) = c.anchor.filter(|a| a.stated)
        && c.today.is_none_or(|today| (i32::from(today.year()) - i32::from(anchor.from.year())).abs() > 1)
        && anchor.from.year() == anchor.to.year()
    {
        let mut resolved = found(what.in_year(anchor.from.year())?, false, true)?;
        resolved.ambiguous |= c.today.is_some();
        return Some(resolved);
    }
    let today = c.today?;
    let all: Vec<Days> = (-8..=8).filter_map(|n| what.in_year(today.year().checked_add(n)?)).collect();
    match year {
        Year::Last => found(*all.iter().rev().find(|d| d.1 < today)?, false, false),
        Year::Next => found(*all.iter().find(|d| d.0 > today)?, false, false),
        Year::This => found(what.in_year(today.year())?, false, false),
        _ => {
            let days = nearest(&all, c, today)?;
            let far = distance(&days, today) > 150;
            let against =
                c.tense == Tense::Past && days.0 > today || c.tense == Tense::Future && days.1 < today;
            found(days, false, c.tense == Tense::Unknown && far || against)
        }
    }
}

/// Days between a period and the document date, 0 inside of it.
fn distance(days: &Days, today: Date) -> i64 {
    calendar::days_between(today, days.0).max(calendar::days_between(days.1, today)).max(0)
}

/// The one that the tense points to. A tense that would reach eleven months and more while another lies within
/// one month is not believed: newspapers then name the year.
fn nearest(all: &[Days], c: &Context, today: Date) -> Option<Days> {
    let near = all.iter().copied().min_by_key(|d| (distance(d, today), d.0));
    let meant = match c.tense {
        Tense::Past => all.iter().rev().find(|d| d.0 <= today).copied(),
        Tense::Future => all.iter().find(|d| d.1 >= today).copied(),
        Tense::Unknown => near,
    };
    match (meant, near) {
        (Some(m), Some(n)) if distance(&m, today) > 330 && distance(&n, today) < 30 => Some(n),
        (m, n) => m.or(n),
    }
}

/// The day of a month that is not named: *the 18th*; with a weekday the calendar says which month: *Friday 31*.
pub(super) fn month_day(day: i8, weekday: Option<i8>, c: &Context) -> Option<Resolved> {
    let today = c.today?;
    // Each day of a month falls on each weekday within eleven months.
    let reach = if weekday.is_some() { 12 } else { 2 };
    let days: Vec<Days> = (-reach..=reach)
        .filter_map(|n| calendar::add_months(today.first_of_month(), n))
        .filter_map(|month| calendar::date(month.year(), month.month(), day))
        .filter(|day| weekday.is_none_or(|weekday| calendar::weekday(*day) == i64::from(weekday)))
        .map(|day| (day, day))
        .collect();
    let days = nearest(&days, c, today)?;
    let unsure = c.tense == Tense::Unknown && distance(&days, today) > 3;
    Some(Resolved { ambiguous: unsure || distance(&days, today) > 60, ..implied(days, TimeUnit::Day) })
}

/// A day with its weekday: *Friday 6 May*, *Tuesday 5/6*. Where the day does not fall on it, another reading
/// of the figures or the year before or after may; else one of the two is a slip.
pub(super) fn on_weekday(weekday: i8, point: &Point, c: &Context) -> Option<Resolved> {
    let found = point.resolve(c)?;
    let fits = |day: Date| calendar::weekday(day) == i64::from(weekday);
    if found.from != found.to {
        return Some(found);
    }
    if fits(found.from) {
        let slashed = matches!(point, Point::Yearly(Yearly::Slashed(..), _));
        return Some(Resolved { ambiguous: found.ambiguous && !slashed, ..found });
    }
    let year = found.from.year();
    let other = match point {
        Point::Yearly(Yearly::Slashed(a, b), _) => calendar::date(year, *b, *a).filter(|day| fits(*day)),
        Point::Yearly(Yearly::Day(month, day), Year::Unsaid) => [year.checked_sub(1), year.checked_add(1)]
            .into_iter()
            .filter_map(|year| calendar::date(year?, *month, *day))
            .filter(|day| fits(*day))
            .min_by_key(|day| c.today.map_or(0, |today| distance(&(*day, *day), today))),
        _ => None,
    };
    match other {
        Some(day) => Some(Resolved { from: day, to: day, ambiguous: false, ..found }),
        None => Some(Resolved { ambiguous: true, ..found }),
    }
}

/// The days off about a holiday: *Labor Day weekend*.
pub(super) fn holiday_weekend(of: &Point, c: &Context) -> Option<Resolved> {
    let day = of.resolve(c)?;
    let id = if let Point::Yearly(Yearly::Holiday(id), _) = of { Some(*id) } else { None };
    let (from, to) = holiday::weekend(id, day.from)?;
    Some(Resolved { from, to, ..day })
}
