//! Parts of a period: *early 2023*, *the end of March*, *mid-October*, *the second Tuesday of May*,
//! *the first quarter of last year*, *the first nine months of 2023*.

use super::{Found, any_month, point, spoken, year_tail};
use crate::time::TimeUnit;
use crate::time::amount;
use crate::time::lexicon::{self, Class};
use crate::time::point::{Part, Point, Thing, Year, Yearly};
use crate::time::words::Words;

/// What a part is taken of: a point, or *the year*, *the month* as that of the document date.
fn whole(w: &Words, i: usize) -> Found {
    if let Some((found, next)) = definite_unit(w, i) {
        return Some((found, next));
    }
    // After "of" four digits need no other sign: "the first nine months of 2021 sales fell".
    // and a month needs none either: "the third week of Jan".
    let month = |i| any_month(w, i).filter(|m| m.2 || spoken::ends(w, m.1)).map(|m| (m.0, m.1));
    let lone = || month(i).map(|(m, next)| (Point::Yearly(Yearly::Month(m), Year::Unsaid), next));
    point(w, i).or_else(lone).or_else(|| Some((Point::Year(Year::Is(super::year::in_place(w, i)?)), i + 1)))
}

/// *the month*, *the year*, *the week*: the current one.
pub(super) fn definite_unit(w: &Words, i: usize) -> Found {
    if !w.any(i, &["the"]) {
        return None;
    }
    match w.class(i + 1) {
        Class::Unit(_) if w.is(i + 1, "fortnight") => None,
        Class::Unit(TimeUnit::Day) => Some((Point::TheDay, i + 2)),
        Class::Unit(
            unit @ (TimeUnit::Week
            | TimeUnit::Month
            | TimeUnit::Quarter
            | TimeUnit::Year
            | TimeUnit::Decade
            | TimeUnit::Century),
        ) => Some((Point::Unit(unit, 0), i + 2)),
        _ => None,
    }
}

/// *early 2023*, *late last year*, *early in May*, *the end of March*, *the middle of the week*.
pub(super) fn part(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the", "very"]);
    let (part, k) = match w.lower(at) {
        "early" => (Part::Early, w.skip(at + 1, &["in", "on"])),
        "mid" => (Part::Mid, if w.text(at + 1) == "-" { at + 2 } else { at + 1 }),
        "late" => (Part::Late, w.skip(at + 1, &["in", "on"])),
        "start" | "beginning" if w.is(at + 1, "of") => (Part::Start, at + 2),
        "middle" if w.is(at + 1, "of") => (Part::Middle, at + 2),
        "end" if w.is(at + 1, "of") => (Part::End, at + 2),
        "rest" | "remainder" if w.is(at + 1, "of") => (Part::Rest, at + 2),
        _ => return None,
    };
    let bare = || match w.class(k) {
        // "end of month", "start of year"
        Class::Unit(unit @ (TimeUnit::Week | TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year))
            if w.is(k - 1, "of") =>
        {
            Some((Point::Unit(unit, 0), k + 1))
        }
        _ => None,
    };
    let (of, next) = whole(w, k).or_else(bare)?;
    if part == Part::Rest
        && !matches!(of, Point::Unit(..) | Point::Year(_) | Point::Yearly(Yearly::Month(_), _))
    {
        return None;
    }
    take(part, of, next)
}

fn take(part: Part, of: Point, next: usize) -> Found {
    // A part of a day is still that day.
    let day = matches!(
        of,
        Point::Today(_)
            | Point::Weekday(..)
            | Point::MonthDay(_)
            | Point::Yearly(Yearly::Day(..) | Yearly::Holiday(_) | Yearly::Slashed(..), _)
            | Point::Unit(TimeUnit::Day, _)
            | Point::TheDay
            | Point::AnchorUnit(TimeUnit::Day, _)
    );
    match of {
        Point::Offset(..) | Point::Part(..) | Point::Rolling(..) => None,
        of if day => Some((of, next)),
        of => Some((Point::Part(part, Box::new(of)), next)),
    }
}

/// *mid-October*, *mid-2023*, *late-1990s*, *year-end*.
pub(super) fn compound(w: &Words, i: usize) -> Found {
    let (text, next) = w.compound(i)?;
    if text.eq_ignore_ascii_case("year-end") {
        return Some((Point::Part(Part::Late, Box::new(Point::Unit(TimeUnit::Year, 0))), next));
    }
    let (head, rest) = text.split_once(['-', '‑'])?;
    let part = match head {
        "mid" | "Mid" => Part::Mid,
        "early" | "Early" => Part::Early,
        "late" | "Late" => Part::Late,
        _ => return None,
    };
    if let Some(decade) = rest.strip_suffix('s').filter(|d| d.len() == 4 && d.ends_with('0')) {
        return take(part, Point::Decade(decade.parse().ok()?), next);
    }
    if rest.len() == 4 && rest.bytes().all(|b| b.is_ascii_digit()) {
        return take(
            part,
            Point::Year(Year::Is(rest.parse().ok().filter(|y| (1000..=2999).contains(y))?)),
            next,
        );
    }
    if rest == "week" {
        return None;
    }
    match lexicon::class_of(rest) {
        Class::Month(month) if rest.starts_with(char::is_uppercase) => {
            let (year, next) = year_tail(w, next);
            take(part, Point::Yearly(Yearly::Month(month), year), next)
        }
        Class::Season(season) => {
            let (year, next) = year_tail(w, next);
            take(part, Point::Yearly(Yearly::Season(season), year), next)
        }
        _ => None,
    }
}

/// *first*, *second*, *last*, *final* before a unit: from the end where negative.
fn rank(w: &Words, i: usize) -> Option<(i8, usize)> {
    match w.lower(i) {
        "last" | "final" => Some((-1, i + 1)),
        "penultimate" => Some((-2, i + 1)),
        _ => w.ordinal(i),
    }
}

/// *the second Tuesday of May*, *the last day of March*, *the first quarter of 2023*, *the second half of the year*.
pub(super) fn nth(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let (n, k) = rank(w, at)?;
    // "second-quarter" in several tokens is read here too.
    let k = if w.text(k) == "-" { k + 1 } else { k };
    let quarter = w.is(k, "quarter");
    if quarter || w.is(k, "half") {
        let n = if n < 0 { if quarter { 4 } else { 2 } } else { n };
        if n > if quarter { 4 } else { 2 } {
            return None;
        }
        let what = if quarter { Yearly::Quarter(n) } else { Yearly::Half(n) };
        let (year, next) = year_tail(w, k + 1);
        if super::named::is_fiscal(w, i) {
            let Year::Is(year) = year else { return None };
            return Some((Point::Fiscal(year), next));
        }
        if year != Year::Unsaid {
            return Some((Point::Yearly(what, year), next));
        }
        if w.is(k + 1, "of") {
            let (of, next) = whole(w, k + 2)?;
            return match of {
                Point::Unit(TimeUnit::Year, n) => Some((Point::Yearly(what, Year::Shift(n)), next)),
                Point::Fiscal(_) if quarter => None,
                of if !quarter => {
                    let part = if n == 1 { Part::FirstHalf } else { Part::SecondHalf };
                    Some((Point::Part(part, Box::new(of)), next))
                }
                _ => None,
            };
        }
        // A quarter by itself is one of the year in business news; a half is one of a match.
        return (quarter && w.is(w.back(i, 1), "in") | (at > i) && !w.is(at, "last"))
            .then_some((Point::Yearly(what, Year::Unsaid), k + 1));
    }
    let what = match w.class(k) {
        Class::Weekday(day) => Thing::Weekday(day),
        Class::Unit(
            unit @ (TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year | TimeUnit::Decade),
        ) => Thing::Unit(unit),
        _ => match w.lower(k) {
            "weekend" => Thing::Weekend,
            _ => return None,
        },
    };
    if !w.any(k + 1, &["of", "in"]) {
        return None;
    }
    let (of, next) = whole(w, k + 2)?;
    if matches!(of, Point::Offset(..) | Point::Rolling(..)) {
        return None;
    }
    Some((Point::Nth(n, what, Box::new(of)), next))
}

/// *the first nine months of 2023*, *the last two weeks of May*.
pub(super) fn stretch(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let end = match w.lower(at) {
        "first" => false,
        "last" | "final" => true,
        _ => return None,
    };
    let length = amount::length(w, at + 1).filter(|l| l.low == l.high && l.low >= 2.0 && l.low <= 100.0)?;
    if !w.any(length.next, &["of", "in"]) {
        return None;
    }
    let (of, next) = whole(w, length.next + 1)?;
    let n = length.low as i8;
    Some((Point::Stretch(if end { -n } else { n }, length.unit, Box::new(of)), next))
}

/// *the week of 2 May*, *the week beginning 2 May*, *the week ending 8 May*.
pub(super) fn week_of(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    if !w.is(at, "week") {
        return None;
    }
    let (side, k) = match w.text(at + 1) {
        "of" => (0, at + 2),
        "beginning" | "starting" | "commencing" => (1, at + 2),
        "ending" | "ended" => (-1, at + 2),
        _ => return None,
    };
    let (day, next) = point(w, w.skip(k, &["on"]))?;
    let is_day = matches!(
        day,
        Point::Yearly(Yearly::Day(..) | Yearly::Slashed(..), _) | Point::MonthDay(_) | Point::Weekday(..)
    );
    is_day.then(|| (Point::WeekOf(side, Box::new(day)), next))
}

/// *week 32 of 2019*, *week 32*.
pub(super) fn numbered_week(w: &Words, i: usize) -> Found {
    if !w.is(i, "week") {
        return None;
    }
    let (n, next) = match w.digits(i + 1) {
        Some((n @ 1..=53, 1..=2)) if !w.mark(i + 2, "-–.:/%") || i + 3 >= w.end => (n as i8, i + 2),
        _ => return None,
    };
    let (year, end) = year_tail(w, next);
    if year != Year::Unsaid {
        return Some((Point::NumberedWeek(n, year), end));
    }
    let placed = w.any(w.back(i, 1), &["in", "the", "during", "by", "until", "since", "from"]);
    (placed && spoken::ends(w, next) && !w.is(next, "of"))
        .then_some((Point::NumberedWeek(n, Year::Unsaid), next))
}
