//! Calendar arithmetic that never overflows: what lies outside of the years 1 to 9999 is `None`.

use super::TimeUnit;
use jiff::Span;
use jiff::civil::{Date, Weekday};

/// First and last day.
pub(super) type Days = (Date, Date);

pub(super) fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    (1..=9999).contains(&year).then(|| Date::new(year, month, day).ok()).flatten()
}

pub(super) fn add_days(day: Date, n: i64) -> Option<Date> {
    valid(day.checked_add(Span::new().try_days(n).ok()?).ok()?)
}

pub(super) fn add_months(day: Date, n: i64) -> Option<Date> {
    valid(day.checked_add(Span::new().try_months(n).ok()?).ok()?)
}

fn valid(day: Date) -> Option<Date> {
    (1..=9999).contains(&day.year()).then_some(day)
}

pub(super) fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// Moves a day by a number of units, forward or (negative) back. Whole months are calendar months;
/// what is left of a month counts as days.
pub(super) fn shift(day: Date, n: f64, unit: TimeUnit) -> Option<Date> {
    if !n.is_finite() || n.abs() > 4e6 {
        return None;
    }
    let months = match unit {
        TimeUnit::Hour => return add_days(day, (n / 24.0).round() as i64),
        TimeUnit::Day => return add_days(day, n.round() as i64),
        TimeUnit::Week => return add_days(day, (n * 7.0).round() as i64),
        TimeUnit::Month => n,
        TimeUnit::Quarter => n * 3.0,
        TimeUnit::Year => n * 12.0,
        TimeUnit::Decade => n * 120.0,
        TimeUnit::Century => n * 1200.0,
    };
    let whole = add_months(day, months.trunc() as i64)?;
    add_days(whole, (months.fract() * 30.44).round() as i64)
}

/// Moves a day by days from Monday to Friday, forward or (negative) back.
pub(super) fn add_business_days(day: Date, n: f64) -> Option<Date> {
    if !n.is_finite() || n.abs() > 4e6 {
        return None;
    }
    let n = n.round() as i64;
    let mut day = add_days(day, n / 5 * 7)?;
    let mut left = n % 5;
    while left != 0 || weekday(day) > 5 {
        day = add_days(day, if n < 0 { -1 } else { 1 })?;
        if weekday(day) < 6 {
            left -= left.signum();
        }
    }
    Some(day)
}

pub(super) fn year(year: i16) -> Option<Days> {
    Some((date(year, 1, 1)?, date(year, 12, 31)?))
}

pub(super) fn month(year: i16, month: i8) -> Option<Days> {
    let first = date(year, month, 1)?;
    Some((first, first.last_of_month()))
}

/// Several months from the first of one on.
pub(super) fn months(year: i16, first: i8, count: i64) -> Option<Days> {
    let from = date(year, first, 1)?;
    Some((from, add_months(from, count - 1)?.last_of_month()))
}

/// The calendar unit that holds a day; weeks begin on Monday.
pub(super) fn whole(day: Date, unit: TimeUnit) -> Option<Days> {
    match unit {
        TimeUnit::Hour | TimeUnit::Day => Some((day, day)),
        TimeUnit::Week => {
            let monday = add_days(day, 1 - weekday(day))?;
            Some((monday, add_days(monday, 6)?))
        }
        TimeUnit::Month => month(day.year(), day.month()),
        TimeUnit::Quarter => months(day.year(), (day.month() - 1) / 3 * 3 + 1, 3),
        TimeUnit::Year => year(day.year()),
        TimeUnit::Decade => decade(day.year() - day.year() % 10),
        TimeUnit::Century => century((day.year() - 1) / 100 + 1),
    }
}

/// The decade from a year that ends in 0 on.
pub(super) fn decade(first: i16) -> Option<Days> {
    Some((date(first.max(1), 1, 1)?, date(first.checked_add(9)?, 12, 31)?))
}

/// The *n*th century as newspapers count: the 20th is 1900 to 1999.
pub(super) fn century(n: i16) -> Option<Days> {
    let first = n.checked_sub(1)?.checked_mul(100)?;
    Some((date(first.max(1), 1, 1)?, date(first.checked_add(99)?, 12, 31)?))
}

/// 1 for Monday to 7 for Sunday.
pub(super) fn weekday(day: Date) -> i64 {
    i64::from(day.weekday().to_monday_one_offset())
}

/// The *n*th weekday of a month, from its end where *n* is negative.
pub(super) fn nth_weekday(year: i16, month: i8, n: i8, weekday: i8) -> Option<Date> {
    date(year, month, 1)?.nth_weekday_of_month(n, Weekday::from_monday_one_offset(weekday).ok()?).ok()
}

/// Western Easter Sunday (the anonymous Gregorian computus).
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    date(year, (n / 31) as i8, (n % 31 + 1) as i8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_sundays() {
        for (y, m, d) in
            [(1961, 4, 2), (2000, 4, 23), (2019, 4, 21), (2022, 4, 17), (2023, 4, 9), (2024, 3, 31)]
        {
            assert_eq!(easter(y), date(y, m, d));
        }
    }

    #[test]
    fn shifts_stay_inside_of_the_calendar() {
        let last = date(9999, 12, 31).unwrap();
        assert_eq!(add_days(last, 1), None);
        assert_eq!(shift(last, 1.0, TimeUnit::Century), None);
        assert_eq!(shift(date(1, 1, 1).unwrap(), -1.0, TimeUnit::Day), None);
        assert_eq!(shift(date(2022, 5, 31).unwrap(), -3.0, TimeUnit::Month), date(2022, 2, 28));
        assert_eq!(shift(date(2022, 1, 1).unwrap(), 1.5, TimeUnit::Year), date(2023, 7, 1));
    }
}
