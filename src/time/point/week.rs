//! Weeks, which run from Monday to Sunday, and the days in them.

use super::{Context, Resolved, Week, Year, first_of, implied, rank, yearly};
use crate::time::TimeUnit;
use crate::time::calendar::{self, Days, add_days};
use crate::time::tense::Tense;
use jiff::civil::Date;

pub(super) fn weekday(day: i8, week: Week, c: &Context) -> Option<Resolved> {
    let day = i64::from(day);
    let on = |d: Date, ambiguous| {
        Some(Resolved { from: d, to: d, unit: TimeUnit::Day, stated: false, ambiguous, slack: 0 })
    };
    let monday = |d: Date| first_of(d, TimeUnit::Week);
    if let Week::Anchor(n) = week
        && let Some(anchor) = c.anchor.filter(|a| rank(a.unit) <= 2)
    {
        return on(add_days(monday(anchor.from)?, 7 * i64::from(n) + day - 1)?, anchor.ambiguous);
    }
    let today = c.today?;
    let back = (calendar::weekday(today) - day).rem_euclid(7);
    let ahead = (day - calendar::weekday(today)).rem_euclid(7);
    match week {
        Week::Bare if c.tense == Tense::Future => on(add_days(today, ahead)?, false),
        Week::Bare => on(add_days(today, -back)?, c.tense == Tense::Unknown && back != 0),
        Week::Last => on(add_days(today, -if back == 0 { 7 } else { back })?, false),
        Week::Coming => on(add_days(today, ahead)?, false),
        Week::This => on(add_days(monday(today)?, day - 1)?, false),
        Week::Previous => on(add_days(monday(today)?, day - 8)?, day < calendar::weekday(today)),
        Week::Next => {
            let coming = add_days(today, if ahead == 0 { 7 } else { ahead })?;
            let following = add_days(monday(today)?, 7 + day - 1)?;
            on(following, coming != following)
        }
        Week::AfterNext => on(add_days(today, if ahead == 0 { 14 } else { ahead + 7 })?, true),
        Week::Shift(n) => on(add_days(monday(today)?, 7 * i64::from(n) + day - 1)?, false),
        Week::Anchor(n) => on(add_days(monday(today)?, 7 * i64::from(n) + day - 1)?, true),
    }
}

/// The calendar week of a day, moved by weeks, or the part of it from one weekday to another.
pub(super) fn days_of(day: Date, weeks: i16, first: i64, last: i64) -> Option<Days> {
    let monday = add_days(first_of(day, TimeUnit::Week)?, 7 * i64::from(weeks))?;
    Some((add_days(monday, first - 1)?, add_days(monday, last - 1)?))
}

/// *week 32*: those of ISO 8601, of which the first holds the year's first Thursday. Leagues count their own.
pub(super) fn numbered(n: i8, year: Year, c: &Context) -> Option<Resolved> {
    let (year, said) = match year {
        Year::Unsaid => (c.today?.year(), false),
        year => (yearly::plain_year(year, c)?, true),
    };
    let days = of_period(n, calendar::year(year)?)?;
    Some(Resolved { stated: said, ambiguous: !said, ..implied(days, TimeUnit::Week) })
}

/// The *n*th week of a month or a year, from its end where negative: weeks belong where their Thursday lies.
pub(super) fn of_period(n: i8, (from, to): Days) -> Option<Days> {
    let count = 7 * (i64::from(n.unsigned_abs()) - 1);
    let thursday = |day: Date, weeks: i64| add_days(first_of(day, TimeUnit::Week)?, 3 + 7 * weeks);
    let middle = if n > 0 {
        let first = thursday(from, 0)?;
        add_days(if first < from { thursday(from, 1)? } else { first }, count)?
    } else {
        let last = thursday(to, 0)?;
        add_days(if last > to { thursday(to, -1)? } else { last }, -count)?
    };
    (from <= middle && middle <= to).then_some((add_days(middle, -3)?, add_days(middle, 3)?))
}

/// Whether the weeks of a period are the same for who counts from its first day (its last, where negative).
pub(super) fn is_plain(n: i8, (from, to): Days) -> bool {
    if n > 0 { calendar::weekday(from) == 1 } else { calendar::weekday(to) == 7 }
}

/// *that weekend*: that of the week spoken of.
pub(super) fn that_weekend(c: &Context) -> Option<Resolved> {
    let (day, ambiguous) = match c.anchor.filter(|a| rank(a.unit) <= 2) {
        Some(anchor) => (anchor.from, anchor.ambiguous),
        None => (c.today?, true),
    };
    Some(Resolved { ambiguous, ..implied(days_of(day, 0, 6, 7)?, TimeUnit::Day) })
}

/// *at the weekend*: the last one or the coming one by the tense, on its days the present one.
pub(super) fn the_weekend(c: &Context) -> Option<Resolved> {
    let today = c.today?;
    let ahead = c.tense == Tense::Future || calendar::weekday(today) > 5;
    let days = days_of(today, if ahead { 0 } else { -1 }, 6, 7)?;
    Some(Resolved { ambiguous: c.tense == Tense::Unknown, ..implied(days, TimeUnit::Day) })
}

/// The weekday of the calendar week of a day.
pub(super) fn in_week_of(weekday: i8, of: Resolved) -> Option<Resolved> {
    if of.from != of.to {
        return None;
    }
    let day = add_days(first_of(of.from, TimeUnit::Week)?, i64::from(weekday) - 1)?;
    Some(Resolved { from: day, to: day, unit: TimeUnit::Day, slack: 0, ..of })
}

/// The *n*th weekday after a day, or before it where negative.
pub(super) fn beside(n: i8, weekday: i8, of: Resolved) -> Option<Resolved> {
    let weekday = i64::from(weekday);
    let weeks = 7 * (i64::from(n.unsigned_abs()) - 1);
    let day = if n > 0 {
        add_days(of.to, (weekday - calendar::weekday(of.to) - 1).rem_euclid(7) + 1 + weeks)?
    } else {
        add_days(of.from, -((calendar::weekday(of.from) - weekday - 1).rem_euclid(7) + 1 + weeks))?
    };
    Some(Resolved { from: day, to: day, unit: TimeUnit::Day, ..of })
}
