//! What a calendar expression means before it is known which day it was written on, and its resolution.
//!
//! Conventions, those of newsrooms: a week runs from Monday to Sunday. A weekday by itself is the
//! latest one up to the document date where the sentence speaks of the past and the first one from it on
//! where it speaks of the future; *last Friday* is the latest Friday before the document date; *next Friday*
//! is the Friday of the coming calendar week and `ambiguous` where a nearer one lies ahead. A month or a
//! day without its year is the nearest one in the direction of the tense. *Two weeks ago* means a week
//! about that day, *two months ago* that month, *two years ago* that year.

use super::TimeUnit;
use super::amount::Length;
use super::calendar::{self, Days, add_days, shift};
use super::holiday;
use super::tense::Tense;
use jiff::civil::Date;

/// Which year, or which of the yearly returns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Year {
    Unsaid,
    Is(i16),
    /// So many years from that of the document date: *of last year*.
    Shift(i16),
    /// So many years from that of the date spoken of: *of the previous year*.
    Anchor(i16),
    /// *last March*.
    Last,
    /// *next March*.
    Next,
    /// *this March*.
    This,
}

/// What returns each year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Yearly {
    Day(i8, i8),
    Month(i8),
    Season(i8),
    Quarter(i8),
    Half(i8),
    Holiday(usize),
    /// 5/6: the fifth of June or the sixth of May.
    Slashed(i8, i8),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Week {
    Bare,
    /// The latest before the document date.
    Last,
    Next,
    This,
    /// Of the calendar week so many weeks from that of the document date.
    Shift(i16),
    /// Of the calendar week so many weeks from that spoken of.
    Anchor(i16),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    /// First third.
    Early,
    Mid,
    /// Last third.
    Late,
    FirstHalf,
    SecondHalf,
    /// What of it has passed at the document date.
    SoFar,
    /// What of it is to come.
    Rest,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Base {
    Document,
    Anchor,
    Point(Box<Point>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Thing {
    Unit(TimeUnit),
    Weekday(i8),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Point {
    Yearly(Yearly, Year),
    /// A day of the month without its month: *the 18th*.
    MonthDay(i8),
    Weekday(i8, Week),
    Year(Year),
    /// The years from the first to the last, as in *2022-23*.
    Years(i16, i16),
    Fiscal(i16),
    Decade(i16),
    Century(i16),
    /// So many days from the document date.
    Today(i16),
    /// *last week*, *this year*.
    Unit(TimeUnit, i16),
    /// *the week of 2 May*; the seven days *beginning* (1) or *ending* (-1) with it.
    WeekOf(i8, Box<Point>),
    /// *the day*: the one spoken of, else that of the document date.
    TheDay,
    /// *the following week*, *that year*.
    AnchorUnit(TimeUnit, i16),
    Weekend(i16),
    /// *the past ten years*, *the next two weeks*.
    Rolling(Length, bool),
    /// *two weeks ago*, *three days later*.
    Offset(Length, bool, Base),
    Part(Part, Box<Point>),
    /// *the second Tuesday of May*; counted from the end where negative.
    Nth(i8, Thing, Box<Point>),
    /// *the first nine months of 2023*; the last ones where negative.
    Stretch(i8, TimeUnit, Box<Point>),
}

/// The days of a [`Point`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Resolved {
    pub from: Date,
    pub to: Date,
    pub unit: TimeUnit,
    pub stated: bool,
    pub ambiguous: bool,
    /// Days by which the meaning is wider on both sides: *two weeks ago* is no single day.
    pub slack: i64,
}

impl Resolved {
    /// First and last day with the slack.
    pub fn wide(&self) -> (Option<Date>, Option<Date>) {
        (add_days(self.from, -self.slack), add_days(self.to, self.slack))
    }
}

/// What a resolution may look at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    pub today: Option<Date>,
    pub tense: Tense,
    /// The date that the text spoke of last.
    pub anchor: Option<Resolved>,
}

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

impl Point {
    /// Gives a year to what has none, as the end of a range gives it to its beginning.
    pub fn with_year(self, year: Year) -> Self {
        match self {
            Point::Yearly(what, Year::Unsaid) => Point::Yearly(what, year),
            Point::Part(part, of) => Point::Part(part, Box::new(of.with_year(year))),
            Point::Nth(n, what, of) => Point::Nth(n, what, Box::new(of.with_year(year))),
            other => other,
        }
    }

    /// The year that it names, if any.
    pub fn year(&self) -> Year {
        match self {
            Point::Yearly(_, year) | Point::Year(year) => *year,
            Point::Part(_, of) | Point::Nth(_, _, of) => of.year(),
            _ => Year::Unsaid,
        }
    }

    /// The days meant; `None` where the document date or an earlier date would be needed, or no such day exists.
    pub fn resolve(&self, c: &Context) -> Option<Resolved> {
        let implied = |days: Days, unit| Resolved {
            from: days.0,
            to: days.1,
            unit,
            stated: false,
            ambiguous: false,
            slack: 0,
        };
        let stated = |days: Days, unit| Resolved { stated: true, ..implied(days, unit) };
        match self {
            Point::Yearly(what, year) => yearly(*what, *year, c),
            Point::MonthDay(day) => {
                let today = c.today?;
                let months: Vec<_> = (-2..=2)
                    .filter_map(|n| calendar::add_months(today.first_of_month(), n))
                    .filter_map(|m| calendar::date(m.year(), m.month(), *day))
                    .map(|d| (d, d))
                    .collect();
                let days = nearest(&months, c, today)?;
                Some(Resolved { ambiguous: c.tense == Tense::Unknown, ..implied(days, TimeUnit::Day) })
            }
            Point::Weekday(day, week) => weekday(*day, *week, c),
            Point::Year(Year::Is(year)) => Some(stated(calendar::year(*year)?, TimeUnit::Year)),
            Point::Year(year) => Some(implied(calendar::year(plain_year(*year, c)?)?, TimeUnit::Year)),
            Point::Years(a, b) => {
                Some(stated((calendar::year(*a)?.0, calendar::year(*b)?.1), TimeUnit::Year))
            }
            Point::Fiscal(year) => {
                let days = (calendar::date(year.checked_sub(1)?, 4, 1)?, calendar::date(*year, 12, 31)?);
                Some(Resolved { ambiguous: true, ..stated(days, TimeUnit::Year) })
            }
            Point::Decade(year) => Some(stated(calendar::decade(*year)?, TimeUnit::Decade)),
            Point::Century(n) => Some(stated(calendar::century(*n)?, TimeUnit::Century)),
            Point::Today(n) => {
                let day = add_days(c.today?, i64::from(*n))?;
                Some(implied((day, day), TimeUnit::Day))
            }
            Point::Unit(unit, n) => {
                let day = shift(first_of(c.today?, *unit)?, f64::from(*n), *unit)?;
                Some(implied(calendar::whole(day, *unit)?, *unit))
            }
            Point::WeekOf(side, of) => {
                let day = of.resolve(c).filter(|day| day.from == day.to)?;
                let (from, to) = match side {
                    1 => (day.from, add_days(day.from, 6)?),
                    -1 => (add_days(day.to, -6)?, day.to),
                    _ => calendar::whole(day.from, TimeUnit::Week)?,
                };
                Some(Resolved { from, to, unit: TimeUnit::Week, ..day })
            }
            Point::TheDay => match c.anchor {
                Some(day) if day.from == day.to => Some(Resolved { stated: false, ..day }),
                _ => Point::Today(0).resolve(c),
            },
            Point::AnchorUnit(unit, n) => {
                let anchor = c.anchor?;
                if rank(anchor.unit) > rank(*unit) {
                    return None;
                }
                let day = shift(first_of(anchor.from, *unit)?, f64::from(*n), *unit)?;
                Some(Resolved { ambiguous: anchor.ambiguous, ..implied(calendar::whole(day, *unit)?, *unit) })
            }
            Point::Weekend(n) => {
                let monday = calendar::whole(c.today?, TimeUnit::Week)?.0;
                // On a Monday or later *last weekend* is the one just gone, on a Sunday the one before.
                let saturday = add_days(monday, 5 + 7 * i64::from(*n))?;
                Some(implied((saturday, add_days(saturday, 1)?), TimeUnit::Day))
            }
            Point::Rolling(length, ahead) => {
                let today = c.today?;
                let days = match (length.unit, *ahead) {
                    // Business counts quarters of the calendar.
                    (TimeUnit::Quarter, true) => {
                        let next = shift(first_of(today, TimeUnit::Quarter)?, 1.0, TimeUnit::Quarter)?;
                        (next, add_days(shift(next, length.high, TimeUnit::Quarter)?, -1)?)
                    }
                    (TimeUnit::Quarter, false) => {
                        let this = first_of(today, TimeUnit::Quarter)?;
                        (shift(this, -length.high, TimeUnit::Quarter)?, add_days(this, -1)?)
                    }
                    (unit, true) => (add_days(today, 1)?, shift(today, length.high, unit)?),
                    (unit, false) => (shift(today, -length.high, unit)?, today),
                };
                Some(implied(days, length.unit))
            }
            Point::Offset(length, ahead, base) => offset(length, *ahead, base, c),
            Point::Part(part, of) => {
                let of = of.resolve(c)?;
                let (from, to) = part_of(*part, &of, c)?;
                Some(Resolved { from, to, unit: smaller(of.unit), ..of })
            }
            Point::Nth(n, what, of) => {
                let of = of.resolve(c)?;
                let (from, to) = nth(*n, *what, &of)?;
                let unit = match what {
                    Thing::Unit(unit) => *unit,
                    Thing::Weekday(_) => TimeUnit::Day,
                };
                Some(Resolved { from, to, unit, ..of })
            }
            Point::Stretch(n, unit, of) => {
                let of = of.resolve(c)?;
                let n64 = f64::from(*n);
                let (from, to) = if *n > 0 {
                    (of.from, add_days(shift(of.from, n64, *unit)?, -1)?)
                } else {
                    (shift(add_days(of.to, 1)?, n64, *unit)?, of.to)
                };
                (of.from <= from && to <= of.to).then_some(Resolved { from, to, unit: *unit, ..of })
            }
        }
    }
}

fn first_of(day: Date, unit: TimeUnit) -> Option<Date> {
    Some(calendar::whole(day, unit)?.0)
}

fn rank(unit: TimeUnit) -> u8 {
    match unit {
        TimeUnit::Hour => 0,
        TimeUnit::Day => 1,
        TimeUnit::Week => 2,
        TimeUnit::Month => 3,
        TimeUnit::Quarter => 4,
        TimeUnit::Year => 5,
        TimeUnit::Decade => 6,
        TimeUnit::Century => 7,
    }
}

fn smaller(unit: TimeUnit) -> TimeUnit {
    match unit {
        TimeUnit::Century => TimeUnit::Decade,
        TimeUnit::Decade => TimeUnit::Year,
        TimeUnit::Year | TimeUnit::Quarter => TimeUnit::Month,
        _ => TimeUnit::Day,
    }
}

fn plain_year(year: Year, c: &Context) -> Option<i16> {
    match year {
        Year::Is(year) => Some(year),
        Year::Shift(n) => c.today?.year().checked_add(n),
        Year::Anchor(n) => c.anchor?.from.year().checked_add(n),
        _ => None,
    }
}

fn yearly(what: Yearly, year: Year, c: &Context) -> Option<Resolved> {
    let doubtful = match what {
        Yearly::Slashed(a, b) => a != b,
        Yearly::Holiday(id) => holiday::doubtful(id),
        Yearly::Season(3) => true,
        _ => false,
    };
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
        return found(what.in_year(y)?, matches!(year, Year::Is(_)), false);
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

fn weekday(day: i8, week: Week, c: &Context) -> Option<Resolved> {
    let day = i64::from(day);
    let on = |d: Date, ambiguous| {
        Some(Resolved { from: d, to: d, unit: TimeUnit::Day, stated: false, ambiguous, slack: 0 })
    };
    let monday = |d: Date| first_of(d, TimeUnit::Week);
    if let Week::Anchor(n) = week {
        let anchor = c.anchor.filter(|a| rank(a.unit) <= 2)?;
        return on(add_days(monday(anchor.from)?, 7 * i64::from(n) + day - 1)?, anchor.ambiguous);
    }
    let today = c.today?;
    let back = (calendar::weekday(today) - day).rem_euclid(7);
    let ahead = (day - calendar::weekday(today)).rem_euclid(7);
    match week {
        Week::Bare if c.tense == Tense::Future => on(add_days(today, ahead)?, false),
        Week::Bare => on(add_days(today, -back)?, c.tense == Tense::Unknown && back != 0),
        Week::Last => on(add_days(today, -if back == 0 { 7 } else { back })?, false),
        Week::This => on(add_days(monday(today)?, day - 1)?, false),
        Week::Next => {
            let coming = add_days(today, if ahead == 0 { 7 } else { ahead })?;
            let following = add_days(monday(today)?, 7 + day - 1)?;
            on(following, coming != following)
        }
        Week::Shift(n) => on(add_days(monday(today)?, 7 * i64::from(n) + day - 1)?, false),
        Week::Anchor(_) => None,
    }
}

fn offset(length: &Length, ahead: bool, base: &Base, c: &Context) -> Option<Resolved> {
    let sign = if ahead { 1.0 } else { -1.0 };
    let unit = if length.low.fract() != 0.0 || length.high.fract() != 0.0 {
        smaller(length.unit)
    } else {
        length.unit
    };
    let (from, to, ambiguous, unit, exact) = match base {
        Base::Document => (c.today?, c.today?, false, unit, false),
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
    let (near, far) =
        (shift(from, sign * length.low, length.unit)?, shift(to, sign * length.high, length.unit)?);
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
    let slack = if unit == TimeUnit::Week && !widened && !exact { 3 } else { 0 };
    Some(Resolved { from, to, unit, stated: false, ambiguous, slack })
}

fn part_of(part: Part, of: &Resolved, c: &Context) -> Option<Days> {
    let (from, to) = (of.from, of.to);
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

fn nth(n: i8, what: Thing, of: &Resolved) -> Option<Days> {
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
        Thing::Unit(TimeUnit::Week) => {
            // The first week of May: its first seven days.
            let from = if n > 0 { add_days(of.from, 7 * count)? } else { add_days(of.to, -6 - 7 * count)? };
            (from, add_days(from, 6)?.min(of.to))
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
