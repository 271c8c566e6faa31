//! *from May to July 2022*, *between 2019 and 2021*, *3-5 May*, *May 3 to 7*, *May-July*.

use super::{Form, Found, found};
use crate::time::lexicon::{self, Class};
use crate::time::point::{Point, Week, Year, Yearly};
use crate::time::points::{self, any_month, month_name, season_name, year_tail};
use crate::time::tense;
use crate::time::words::Words;

const DASHES: &[&str] = &["-", "–", "—", "‑", "~"];

/// A date inside of a range may lack what the other end says: a month without more, or a season.
/// `small` lets a month stand in lower case: *from may to september*.
fn side(w: &Words, i: usize, small: bool) -> Option<(Point, usize)> {
    if let Some(found) = points::point(w, i) {
        return Some(found);
    }
    if w.is(i, "now") {
        return Some((Point::Today(0), i + 1));
    }
    if let Some((month, next, _)) = any_month(w, i) {
        let (year, next) = year_tail(w, next);
        let point = Point::Yearly(Yearly::Month(month), year);
        return (w.capital(i) || small && w.text(i).len() > 2).then_some((point, next));
    }
    let at = w.skip(i, &["the"]);
    if let Some(season) = season_name(w, at) {
        let (year, next) = year_tail(w, at + 1);
        return Some((Point::Yearly(Yearly::Season(season), year), next));
    }
    let year = w.four(i)?;
    (1500..=2199).contains(&year).then_some((Point::Year(Year::Is(year)), i + 1))
}

fn may_range(point: &Point) -> bool {
    !matches!(point, Point::Rolling(..))
}

/// *from A to B*, *between A and B*, *A to B*, *A – B*.
pub(super) fn range(w: &Words, i: usize) -> Found {
    let (open, links): (bool, &[&str]) = match w.lower(i) {
        "from" => (true, &["to", "until", "till", "through", "thru"]),
        "between" => (true, &["and"]),
        "to" | "since" | "by" | "in" | "on" | "a" | "an" | "and" => return None,
        _ => (false, &["to", "through", "thru", "until"]),
    };
    let at = i + usize::from(open);
    // Two bare years: "between 1950 and 2010", "2019 to 2021".
    let (first, next) = if open {
        bare_day(w, at).or_else(|| side(w, at, true))?
    } else {
        points::point(w, at).or_else(|| side_of_dash(w, at))?
    };
    if !may_range(&first) {
        return None;
    }
    let dash = DASHES.contains(&w.text(next)) && (w.text(next) != "—" || open);
    if !(w.any(next, links) || dash) {
        return None;
    }
    // "moved from May to Washington", "2019 to 20 percent": the other end must be a date of its own.
    let after = w.skip(next + 1, &["the"]).max(next + 1);
    let small = open || matches!(first, Point::Yearly(Yearly::Month(_), _));
    let (second, end) = month_end(w, &first, after).or_else(|| side(w, next + 1, small))?;
    if !may_range(&second) {
        return None;
    }
    let numbers = matches!((&first, &second), (Point::Year(_), Point::Year(_)));
    if numbers && matches!(w.text(end), "percent" | "%" | "people" | "million") {
        return None;
    }
    // "Moved from May to July": what counts is the day to which it was moved.
    if w.is(i, "from") && tense::set_ahead(w, i) {
        return found(Form::Point(second), i, end);
    }
    let first = complete(first, &second);
    found(Form::Range(first, second), i, end)
}

/// The first side of a range with a dash or *to*: a year that stands alone, with another one after it.
fn side_of_dash(w: &Words, i: usize) -> Option<(Point, usize)> {
    let year = w.four(i).filter(|y| (1800..=2099).contains(y))?;
    let other = w.four(i + 2).filter(|y| (1800..=2099).contains(y) && *y > year)?;
    let _ = other;
    Some((Point::Year(Year::Is(year)), i + 1))
}

/// A day without its month that the other end brings: *from 3 to 7 May*, *between the 3rd and the 7th of May*.
fn bare_day(w: &Words, i: usize) -> Option<(Point, usize)> {
    let at = w.skip(i, &["the"]);
    let (day, next) = day(w, at)?;
    let linked = w.any(next, &["to", "and", "until", "through", "till"]) || DASHES.contains(&w.text(next));
    if !linked {
        return None;
    }
    let (second, _) = points::point(w, next + 1)?;
    match second {
        Point::Yearly(Yearly::Day(month, last), year) if last > day => {
            Some((Point::Yearly(Yearly::Day(month, day), year), next))
        }
        // "from the 27th to the 3rd of April" begins in March.
        Point::Yearly(Yearly::Day(month @ 2..=12, last), year) if last < day && at > i => {
            Some((Point::Yearly(Yearly::Day(month - 1, day), year), next))
        }
        _ => None,
    }
}

fn day(w: &Words, i: usize) -> Option<(i8, usize)> {
    let (n, next) = match w.digits(i) {
        Some((n, 1..=2)) if w.ordinal(i).is_none() => (n as i8, i + 1),
        _ => w.ordinal(i)?,
    };
    (1..=31).contains(&n).then_some((n, next))
}

/// *May 3 to 7*, *May 3–7, 2022*: the end has only its day.
fn month_end(w: &Words, first: &Point, i: usize) -> Option<(Point, usize)> {
    let Point::Yearly(Yearly::Day(month, from), Year::Unsaid) = first else { return None };
    let (to, next) = day(w, i)?;
    if to <= *from
        || matches!(w.class(next), Class::Month(_))
        || w.is(next, "of")
        || w.mark(next, "%:")
        || matches!(w.text(next), "percent" | "people")
    {
        return None;
    }
    let (year, next) = year_tail(w, next);
    Some((Point::Yearly(Yearly::Day(*month, to), year), next))
}

/// What the second end says of its year holds for the first one; a month later in the year than the
/// second end's belongs to the year before.
fn complete(first: Point, second: &Point) -> Point {
    let year = second.year();
    let order = |p: &Point| match p {
        Point::Yearly(Yearly::Day(month, day), _) => Some(i32::from(*month) * 31 + i32::from(*day)),
        Point::Yearly(Yearly::Month(month), _) => Some(i32::from(*month) * 31),
        _ => None,
    };
    match (year, order(&first), order(second)) {
        (Year::Is(y), Some(a), Some(b)) if a > b + 31 => first.with_year(Year::Is(y - 1)),
        (Year::Shift(y), Some(a), Some(b)) if a > b + 31 => first.with_year(Year::Shift(y - 1)),
        (Year::Unsaid | Year::Last | Year::Next | Year::This, ..) => first,
        _ => first.with_year(year),
    }
}

/// *3-5 May*, *3 to 5 May 2022*, *May 3-5, 2022*, where the days are one token or several.
pub(super) fn days(w: &Words, i: usize) -> Found {
    let two = |i: usize| -> Option<(i8, i8, usize)> {
        if let Some((text, next)) = w.compound(i) {
            let (a, b) = text.split_once(['-', '–', '‑'])?;
            let ok = |s: &str| s.len() <= 2 && !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
            return (ok(a) && ok(b)).then(|| Some((a.parse().ok()?, b.parse().ok()?, next))).flatten();
        }
        let (a, next) = day(w, i)?;
        let linked = w.any(next, &["to", "through", "thru", "and"]) || DASHES.contains(&w.text(next));
        let (b, next) = linked.then(|| day(w, next + 1)).flatten()?;
        Some((a, b, next))
    };
    let (month, a, b, year, next) = if let Some((month, next)) = month_name(w, i) {
        let (a, b, next) = two(next)?;
        if w.mark(next, "%:") || w.any(next - 2, &["and"]) && w.small(next) {
            return None;
        }
        let (year, next) = year_tail(w, next);
        (month, a, b, year, next)
    } else {
        let (a, b, next) = two(w.skip(i, &["the"]))?;
        let (month, next) = month_name(w, w.skip(next, &["of"]))?;
        let (year, next) = year_tail(w, next);
        (month, a, b, year, next)
    };
    if !(1..=31).contains(&a) || a >= b || b > 31 {
        return None;
    }
    let end = |day| Point::Yearly(Yearly::Day(month, day), year);
    // "on 18 and 19 June" names two days; the second is read next.
    if let Some(and) = (i + 1..next).find(|k| w.is(*k, "and"))
        && month_name(w, i).is_none()
    {
        return found(Form::Point(end(a)), i, and);
    }
    found(Form::Range(end(a), end(b)), i, next)
}

/// *from 10/1 to 11/7*, *5/1-5/7/2020*: a fraction or odds where nothing says that they are days.
pub(super) fn slashed(w: &Words, i: usize) -> Found {
    let open = w.any(i, &["from", "between"]);
    let (first, next, part) = points::slashed(w, i + usize::from(open))?;
    let linked = w.any(next, &["to", "and", "until", "till", "through"]) || DASHES.contains(&w.text(next));
    let (second, end, other) = linked.then(|| points::slashed(w, next + 1)).flatten()?;
    let dated = matches!(second.year(), Year::Is(_) | Year::Short(_));
    let alone = i == w.start && (end >= w.end || end + 1 == w.end && w.punctuation(end));
    let free = end >= w.end || w.punctuation(end) || !w.small(end) || !w.lower(end).is_empty();
    if !dated && (part && other || !open && !alone || !free || w.is(end, "of")) {
        return None;
    }
    let first = complete(first, &second);
    found(Form::Range(first, second), i, end)
}

/// *Nov 18-Dec 19, 2015*, *18 Nov-19 Dec 2015*, where a hyphen joins the inner halves of the two days.
pub(super) fn crossed(w: &Words, i: usize) -> Found {
    let inner = |k: usize| w.text(k).split_once(['-', '–', '‑']);
    let number = |s: &str| s.parse::<i8>().ok().filter(|n| (1..=31).contains(n));
    let month = |s: &str| if let Class::Month(month) = lexicon::class_of(s) { Some(month) } else { None };
    let (first, second, next) = if let Some((from, k)) = month_name(w, i) {
        let (a, to) = inner(k)?;
        let (b, next) = day(w, k + 1)?;
        ((from, number(a)?), (month(to)?, b), next)
    } else {
        let (a, k) = day(w, i)?;
        let (from, b) = inner(k)?;
        let (to, next) = month_name(w, k + 1)?;
        ((month(from)?, a), (to, number(b)?), next)
    };
    let (year, next) = year_tail(w, next);
    let second = Point::Yearly(Yearly::Day(second.0, second.1), year);
    let first = complete(Point::Yearly(Yearly::Day(first.0, first.1), Year::Unsaid), &second);
    found(Form::Range(first, second), i, next)
}

fn months(first: i8, last: i8, year: Year, from: usize, to: usize) -> Found {
    let second = Point::Yearly(Yearly::Month(last), year);
    let first = complete(Point::Yearly(Yearly::Month(first), Year::Unsaid), &second);
    found(Form::Range(first, second), from, to)
}

/// *Jan/Feb 2012*, as one token or as three.
fn slashed_months(w: &Words, i: usize) -> Found {
    let month = |s: &str| match lexicon::class_of(s) {
        Class::Month(month) if s.starts_with(char::is_uppercase) => Some(month),
        _ => None,
    };
    let (first, last, next) = match w.text(i).split_once('/') {
        Some((a, b)) => (month(a)?, month(b)?, i + 1),
        None if w.text(i + 1) == "/" => (month(w.text(i))?, month(w.text(i + 2))?, i + 3),
        None => return None,
    };
    let (year, next) = year_tail(w, next);
    // "May/June" may be two persons; a year or a preposition of time makes them months.
    let sure = year != Year::Unsaid || w.any(w.back(i, 1), &["in", "since", "by", "until", "during"]);
    sure.then(|| months(first, last, year, i, next)).flatten()
}

/// *May-July 2022*, *Monday-Friday* as one hyphenated word.
pub(super) fn joined(w: &Words, i: usize) -> Found {
    if !w.capital(i) {
        return None;
    }
    if let Some(found) = slashed_months(w, i) {
        return Some(found);
    }
    let (text, next) = w.compound(i)?;
    let (a, b) = text.split_once(['-', '–', '‑'])?;
    let class = |s: &str| s.starts_with(char::is_uppercase).then(|| lexicon::class_of(s));
    match (class(a)?, class(b)?) {
        (Class::Month(a), Class::Month(b)) => {
            let (year, next) = match year_tail(w, next) {
                // "the April-June period of 2022"
                (Year::Unsaid, _) if w.is(next, "quarter") || w.text(next) == "period" => {
                    match year_tail(w, next + 1) {
                        (Year::Unsaid, _) => (Year::Unsaid, next),
                        said => said,
                    }
                }
                tail => tail,
            };
            months(a, b, year, i, next)
        }
        (Class::Weekday(a), Class::Weekday(b)) if a < b && text.len() > 10 => {
            found(Form::Range(Point::Weekday(a, Week::Bare), Point::Weekday(b, Week::Bare)), i, next)
        }
        _ => None,
    }
}
