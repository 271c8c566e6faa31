//! Recognisers of single dates and periods. The order is what decides between readings: a date in
//! digits before a count, a whole before its part (*the first quarter of 2023* before *2023*), a date with
//! a month before a month, names before counts, and a bare year last of all.

mod day;
mod named;
mod numeric;
mod part;
mod period;
mod relative;
mod spoken;
mod week;
mod year;

pub(super) use named::{any_month, month_name, season_name};
pub(super) use numeric::{inside, side as slashed};
pub(super) use year::tail as year_tail;

use super::point::Point;
use super::words::Words;

/// A point in time and the index after its words.
pub(super) type Found = Option<(Point, usize)>;

static RECOGNISERS: &[fn(&Words, usize) -> Found] = &[
    numeric::date,
    day::hours_of,
    day::with_weekday,
    day::weekday_day,
    part::week_of,
    period::up_to,
    period::hyphenated_up_to,
    period::counterpart,
    period::of_year,
    period::month_quarter,
    part::numbered_week,
    part::nth,
    week::beside,
    week::weekday_beside,
    part::stretch,
    part::part,
    part::compound,
    day::day_month,
    day::month_day,
    named::holiday,
    named::month,
    named::year_month,
    named::season,
    named::quarter,
    named::decade,
    named::century,
    named::fiscal,
    relative::deictic,
    relative::code,
    relative::weekday_offset,
    relative::week_on,
    week::week_weekday,
    week::weekday,
    relative::so_far,
    relative::unit,
    week::beyond,
    week::workweek,
    relative::span,
    relative::rolling,
    relative::counted_rolling,
    relative::following,
    relative::anchored,
    relative::offset,
    day::day_alone,
    year::plain,
    relative::present,
];

/// The point in time that begins at a token, by the first recogniser that knows it.
pub(super) fn point(w: &Words, i: usize) -> Found {
    if i < w.start || i >= w.end || !w.may_begin(i) {
        return None;
    }
    // Points nest (*the end of the first half of 2023*), but not without end.
    let depth = w.depth.get();
    let known = w.points.get(depth)?;
    if let (at, found) = &*known.borrow()
        && *at == i
    {
        return found.clone();
    }
    w.depth.set(depth + 1);
    let found = RECOGNISERS.iter().find_map(|recognise| recognise(w, i));
    w.depth.set(depth);
    known.replace((i, found.clone()));
    found
}
