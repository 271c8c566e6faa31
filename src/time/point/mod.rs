//! What a calendar expression means before it is known which day it was written on, and its resolution.
//!
//! Conventions, those of newsrooms: a week runs from Monday to Sunday. A weekday by itself is the
//! latest one up to the document date where the sentence speaks of the past and the first one from it on
//! where it speaks of the future; *last Friday* is the latest Friday before the document date; *next Friday*
//! is the Friday of the coming calendar week and `ambiguous` where a nearer one lies ahead. A month or a
//! day without its year is the nearest one in the direction of the tense. *Two weeks ago* means a week
//! about that day, *two months ago* that month, *two years ago* that year.

mod part;
mod reckoned;
mod week;
mod yearly;

use super::TimeUnit;
use super::amount::Length;
use super::calendar::{self, Days, add_days, shift};
use super::tense::Tense;
use jiff::civil::Date;

/// Which year, or which of the yearly returns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Year {
    Unsaid,
    Is(i16),
    /// Of two digits.
    Short(i8),
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
    /// The first from the document date on.
    Coming,
    Next,
    /// *previous Monday*: of the calendar week before.
    Previous,
    /// *Tuesday after next*.
    AfterNext,
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
    /// *the start of*: a stretch as [`Part::Early`], a moment where a range begins or ends with it.
    Start,
    Middle,
    End,
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
    Weekend,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Point {
    Yearly(Yearly, Year),
    /// A day of the month without its month: *the 18th*.
    MonthDay(i8),
    /// *Friday 31*: the calendar says of which month.
    WeekdayDay(i8, i8),
    /// A day with its weekday: *Friday 6 May*.
    On(i8, Box<Point>),
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
    /// The days spoken of in another year: *the same period last year*.
    Counterpart(Year),
    /// *the following week*, *that year*.
    AnchorUnit(TimeUnit, i16),
    Weekend(i16),
    /// The weekday of the calendar week that a day is in: *Thursday, two years from now*.
    InWeekOf(i8, Box<Point>),
    /// The *n*th weekday after a day, or before it where negative.
    WeekdayBeside(i8, i8, Box<Point>),
    /// *that weekend*.
    ThatWeekend,
    /// *at the weekend*.
    TheWeekend,
    /// *Labor Day weekend*.
    HolidayWeekend(Box<Point>),
    /// Monday to Friday: *this working week*.
    Workweek(i16),
    /// *week 32 of 2019*.
    NumberedWeek(i8, Year),
    /// *the month* where the present one may be meant: *player of the month*.
    Present(TimeUnit),
    /// *the past ten years*, *the next two weeks*.
    Rolling(Length, bool),
    /// *the following two quarters*.
    Following(Length, bool),
    /// *two weeks starting 20 May*; ending with it where `false`.
    Span(Length, bool, Box<Point>),
    /// *within nine months*.
    Deadline(Length),
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

impl Point {
    /// Gives a year to what has none, as the end of a range gives it to its beginning.
    pub fn with_year(self, year: Year) -> Self {
        match self {
            Point::Yearly(what, Year::Unsaid) => Point::Yearly(what, year),
            Point::Part(part, of) => Point::Part(part, Box::new(of.with_year(year))),
            Point::On(weekday, of) => Point::On(weekday, Box::new(of.with_year(year))),
            Point::Nth(n, what, of) => Point::Nth(n, what, Box::new(of.with_year(year))),
            other => other,
        }
    }

    /// The year that it names, if any.
    pub fn year(&self) -> Year {
        match self {
            Point::Yearly(_, year) | Point::Year(year) => *year,
            Point::Part(_, of) | Point::Nth(_, _, of) | Point::On(_, of) => of.year(),
            _ => Year::Unsaid,
        }
    }

    /// The days meant; `None` where the document date or an earlier date would be needed, or no such day exists.
    pub fn resolve(&self, c: &Context) -> Option<Resolved> {
        // "The next 0 days" are none.
        self.days(c).filter(|r| r.from <= r.to)
    }

    fn days(&self, c: &Context) -> Option<Resolved> {
        match self {
            Point::Yearly(what, year) => yearly::yearly(*what, *year, c),
            Point::MonthDay(day) => yearly::month_day(*day, None, c),
            Point::WeekdayDay(weekday, day) => yearly::month_day(*day, Some(*weekday), c),
            Point::On(weekday, of) => yearly::on_weekday(*weekday, of, c),
            Point::HolidayWeekend(of) => yearly::holiday_weekend(of, c),
            Point::Weekday(day, week) => week::weekday(*day, *week, c),
            Point::WeekdayBeside(n, day, of) => week::beside(*n, *day, of.resolve(c)?),
            Point::InWeekOf(day, of) => week::in_week_of(*day, of.resolve(c)?),
            Point::NumberedWeek(n, year) => week::numbered(*n, *year, c),
            Point::ThatWeekend => week::that_weekend(c),
            Point::TheWeekend => week::the_weekend(c),
            Point::Weekend(n) => Some(implied(week::days_of(c.today?, *n, 6, 7)?, TimeUnit::Day)),
            Point::Workweek(n) => Some(implied(week::days_of(c.today?, *n, 1, 5)?, TimeUnit::Week)),
            Point::WeekOf(side, of) => week_of(*side, matches!(**of, Point::Yearly(..)), of.resolve(c)?),
            Point::Year(_) | Point::Years(..) | Point::Fiscal(_) | Point::Decade(_) | Point::Century(_) => {
                self.years(c)
            }
            Point::Today(n) => {
                let day = add_days(c.today?, i64::from(*n))?;
                Some(implied((day, day), TimeUnit::Day))
            }
            Point::TheDay => match c.anchor {
                Some(day) if day.from == day.to => Some(Resolved { stated: false, ..day }),
                _ => Point::Today(0).resolve(c),
            },
            Point::Unit(unit, n) => {
                let day = shift(first_of(c.today?, *unit)?, f64::from(*n), *unit)?;
                Some(implied(calendar::whole(day, *unit)?, *unit))
            }
            Point::Present(unit) => {
                Some(Resolved { ambiguous: true, ..implied(calendar::whole(c.today?, *unit)?, *unit) })
            }
            Point::Counterpart(year) => reckoned::counterpart(*year, c),
            Point::AnchorUnit(unit, n) => reckoned::anchor_unit(*unit, *n, c),
            Point::Rolling(length, ahead) => {
                Some(implied(reckoned::rolling(length, *ahead, c.today?)?, length.unit))
            }
            Point::Following(length, ahead) => reckoned::following(length, *ahead, c),
            Point::Offset(length, ahead, base) => reckoned::offset(length, *ahead, base, c),
            Point::Span(length, ahead, base) => reckoned::span(length, *ahead, base, c),
            Point::Deadline(length) => reckoned::deadline(length, c),
            Point::Part(..) | Point::Nth(..) | Point::Stretch(..) => self.part(c),
        }
    }

    /// Where a range begins or the day after it ends, if this names a moment of a period: *the end of 2007*.
    pub fn moment(&self, c: &Context) -> Option<Date> {
        match self {
            Point::Part(part, of) => part::moment(*part, &of.resolve(c)?),
            _ => None,
        }
    }

    /// Years and what consists of them.
    fn years(&self, c: &Context) -> Option<Resolved> {
        let stated = |days: Days, unit| Resolved { stated: true, ..implied(days, unit) };
        match *self {
            Point::Year(year) => {
                let said = matches!(year, Year::Is(_) | Year::Short(_));
                let days = calendar::year(yearly::plain_year(year, c)?)?;
                Some(Resolved { stated: said, ..implied(days, TimeUnit::Year) })
            }
            Point::Years(a, b) => Some(stated((calendar::year(a)?.0, calendar::year(b)?.1), TimeUnit::Year)),
            Point::Fiscal(year) => {
                let days = (calendar::date(year.checked_sub(1)?, 4, 1)?, calendar::date(year, 12, 31)?);
                Some(Resolved { ambiguous: true, ..stated(days, TimeUnit::Year) })
            }
            Point::Decade(year) => Some(stated(calendar::decade(year)?, TimeUnit::Decade)),
            Point::Century(n) => Some(stated(calendar::century(n)?, TimeUnit::Century)),
            _ => None,
        }
    }

    /// A part of another point.
    fn part(&self, c: &Context) -> Option<Resolved> {
        match self {
            Point::Part(part, of) => {
                let of = of.resolve(c)?;
                let (from, to) = part::part_of(*part, &of, c)?;
                Some(Resolved { from, to, unit: smaller(of.unit), ..of })
            }
            Point::Nth(n, what, of) => {
                let of = of.resolve(c)?;
                let (from, to) = part::nth(*n, *what, &of)?;
                let unit = if let Thing::Unit(unit) = what { *unit } else { TimeUnit::Day };
                let doubtful = unit == TimeUnit::Week && !week::is_plain(*n, (of.from, of.to));
                Some(Resolved { from, to, unit, ambiguous: of.ambiguous || doubtful, ..of })
            }
            Point::Stretch(n, unit, of) => {
                let of = of.resolve(c)?;
                let (from, to) = part::stretch(*n, *unit, &of)?;
                let doubtful = *unit == TimeUnit::Week && !week::is_plain(*n, (of.from, of.to));
                Some(Resolved { from, to, unit: *unit, ambiguous: of.ambiguous || doubtful, ..of })
            }
            _ => None,
        }
    }
}

/// The week of a day, the seven days from it on (1) or up to it (-1).
fn week_of(side: i8, yearly: bool, day: Resolved) -> Option<Resolved> {
    if day.from != day.to {
        return None;
    }
    // No week begins on a Tuesday: that of the calendar is meant, or another year. A Monday confirms the year.
    let weekday = calendar::weekday(day.from);
    let guessed = side == 1 && yearly && !day.stated;
    if guessed && (2..=5).contains(&weekday) {
        let (from, to) = calendar::whole(day.from, TimeUnit::Week)?;
        return Some(Resolved { from, to, unit: TimeUnit::Week, ambiguous: true, ..day });
    }
    let day = Resolved { ambiguous: day.ambiguous && !(guessed && weekday == 1), ..day };
    let (from, to) = match side {
        1 => (day.from, add_days(day.from, 6)?),
        -1 => (add_days(day.to, -6)?, day.to),
        _ => calendar::whole(day.from, TimeUnit::Week)?,
    };
    Some(Resolved { from, to, unit: TimeUnit::Week, ..day })
}

/// Days that the text does not state.
fn implied(days: Days, unit: TimeUnit) -> Resolved {
    Resolved { from: days.0, to: days.1, unit, stated: false, ambiguous: false, slack: 0 }
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
