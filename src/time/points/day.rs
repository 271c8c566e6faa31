//! Days with their month: *3 May 2022*, *May 3rd*, *the third of May*, *Friday, May 6*.

use super::{Found, any_month, point, spoken, year_tail};
use crate::english::Tag;
use crate::time::lexicon::Class;
use crate::time::point::{Point, Yearly};
use crate::time::words::Words;

/// *the early hours of 12 May*, *the evening of Friday*: that day.
pub(super) fn hours_of(w: &Words, i: usize) -> Found {
    let k = w.skip(i, &["the"]);
    let early = matches!(w.text(k), "early" | "small" | "late");
    let hours = early && w.text(k + 1) == "hours" || w.any(k, super::week::DAYTIMES);
    let of = k + 1 + usize::from(early);
    if !hours || !w.is(of, "of") {
        return None;
    }
    let (day, next) = point(w, of + 1)?;
    let is_day = matches!(day, Point::Yearly(Yearly::Day(..), _) | Point::Weekday(..) | Point::On(..));
    is_day.then_some((day, next))
}

/// *Friday, May 6*, *Friday 6 May 2022*, *Friday the 6th of May*, *Friday (May 6)*, *Friday 5/6*.
pub(super) fn with_weekday(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["this", "next", "last"]);
    let Class::Weekday(weekday) = w.class(at) else { return None };
    let k = w.skip(at + 1 + usize::from(w.text(at + 1) == "." && w.tight(at)), super::week::DAYTIMES);
    let bracket = w.text(k) == "(";
    let k = if bracket { k + 1 } else { w.skip_comma(k) };
    let (found, next) = day_month(w, k).or_else(|| month_day(w, k)).or_else(|| super::numeric::date(w, k))?;
    let next = if bracket && w.text(next) == ")" { next + 1 } else { next };
    match found {
        Point::Yearly(Yearly::Day(..) | Yearly::Slashed(..), _) => {
            Some((Point::On(weekday, Box::new(found)), next))
        }
        _ => None,
    }
}

/// *Friday the 13th*, *Wed 13th*, *Friday 31*: the calendar says of which month.
pub(super) fn weekday_day(w: &Words, i: usize) -> Found {
    let Class::Weekday(weekday) = w.class(i) else { return None };
    let k = i + 1 + usize::from(w.text(i + 1) == "." && w.tight(i));
    let the = w.skip(k, &["the"]);
    let (day, next, ordinal) = day_number(w, the)?;
    let word = !w.first_byte(the).is_ascii_digit();
    let named = w.capital(i) || w.text(i).len() > 5;
    if !ordinal && (the > k || !named) || word && the == k || w.is(next, "of") {
        return None;
    }
    // "won on Friday 7-6", "at 10:30"
    if w.mark(next, "-–/:%") || !spoken::ends(w, next) && (w.small(next) || !ordinal) {
        return None;
    }
    Some((Point::WeekdayDay(weekday, day), next))
}

/// A day of the month in digits or as an ordinal: value, next, ordinal.
fn day_number(w: &Words, i: usize) -> Option<(i8, usize, bool)> {
    let (n, next, ordinal) = match w.digits(i) {
        Some((n, 1..=2)) if w.ordinal(i).is_none() => (n as i8, i + 1, false),
        _ => w.ordinal(i).map(|(n, next)| (n, next, true))?,
    };
    (1..=31).contains(&n).then_some((n, next, ordinal))
}

/// *May twenty nine*; a number below twenty needs an end after it: "In May two people" is no day.
fn spoken_day(w: &Words, i: usize) -> Option<(i8, usize, bool)> {
    let (n, next) = spoken::below_hundred(w, i)?;
    let ends = next >= w.end || w.punctuation(next) && !w.mark(next, "-–");
    ((1..=31).contains(&n) && (ends || n > 20 && spoken::ends(w, next))).then_some((n as i8, next, false))
}

/// *3 May*, *3rd May*, *the 3rd of May*, *the third of May 2022*.
pub(super) fn day_month(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let (day, k, ordinal) = day_number(w, at)?;
    let before = w.back(i, 1);
    if !ordinal && (w.mark(before, "$€£") || w.mark(before, ".") && w.tight(before)) {
        return None;
    }
    let of = w.is(k, "of");
    if of && !ordinal && !w.first_byte(at).is_ascii_digit() {
        return None;
    }
    let k = w.skip(k, &["of"]);
    if k == at + 1 && w.text(k) == "-" {
        return None;
    }
    let (month, k, sure) = any_month(w, k)?;
    // "the 5 may", "on 20 march through the city"
    if !sure && (!spoken::ends(w, k) || w.is(k, "of")) && w.four(k).is_none() {
        return None;
    }
    if ordinal && !of && !w.first_byte(at).is_ascii_digit() && !w.capital(k - 1) {
        return None;
    }
    // "the first May election" is no day, "the 3rd May" is.
    if ordinal && !of && w.ordinal(at).is_some() && !w.first_byte(at).is_ascii_digit() && w.small(k) {
        return None;
    }
    let (year, k) = year_tail(w, k);
    Some((Point::Yearly(Yearly::Day(month, day), year), k))
}

/// *May 3*, *May 3rd, 2022*, *May the 3rd*.
pub(super) fn month_day(w: &Words, i: usize) -> Found {
    let (month, k, sure) = any_month(w, i)?;
    let comma = w.skip_comma(k);
    let after_comma = comma > k;
    let at = w.skip(comma, &["the"]);
    let (day, k, ordinal) = day_number(w, at).or_else(|| spoken_day(w, at))?;
    // "October, 1st"
    if after_comma && (!ordinal || !w.first_byte(at).is_ascii_digit() || !spoken::ends(w, k)) {
        return None;
    }
    // "the troops march 5 miles"
    if !sure && (!spoken::ends(w, k) || w.is(k, "of")) && w.four(k).is_none() {
        return None;
    }
    if w.mark(k, "%:°") && w.tight(k - 1) || matches!(w.text(k), "percent" | "per" | "million" | "billion") {
        return None;
    }
    // Words as ordinals need "the" or an end: "In March third parties" is no day.
    if ordinal && !w.first_byte(at).is_ascii_digit() && at == i + 1 && w.small(k) {
        return None;
    }
    // "In May 12 people": a bare number before a plural after "in".
    if !ordinal && w.any(w.back(i, 1), &["in"]) && w.small(k) && w.text(k).len() > 3 && w.lower(k).is_empty()
    {
        return None;
    }
    let (year, k) = year_tail(w, k);
    Some((Point::Yearly(Yearly::Day(month, day), year), k))
}

/// *the 18th* where nothing follows that it could count; *the first of the month*.
pub(super) fn day_alone(w: &Words, i: usize) -> Found {
    if !w.is(i, "the") {
        return None;
    }
    let (day, next) = w.ordinal(i + 1)?;
    if let Some(end) = w.seq(next, &["of", "the", "month"]).or(w.seq(next, &["of", "this", "month"])) {
        let month = Point::Unit(crate::time::TimeUnit::Month, 0);
        return Some((
            Point::Nth(day, crate::time::point::Thing::Unit(crate::time::TimeUnit::Day), Box::new(month)),
            end,
        ));
    }
    if w.is(next, "of") && w.any(next + 1, &["last", "next"]) {
        let (month, end) = point(w, next + 1)?;
        return matches!(month, Point::Unit(crate::time::TimeUnit::Month, _)).then(|| {
            (
                Point::Nth(day, crate::time::point::Thing::Unit(crate::time::TimeUnit::Day), Box::new(month)),
                end,
            )
        });
    }
    let digits = w.first_byte(i + 1).is_ascii_digit();
    let tag = w.doc.tokens.get(next).map_or(Tag::Punct, |t| t.tag);
    let free = next >= w.end
        || w.punctuation(next) && !w.mark(next, "-")
        || !matches!(tag, Tag::Noun | Tag::Adj | Tag::Propn | Tag::Num | Tag::X | Tag::Punct | Tag::Sym);
    (digits
        && free
        && (1..=31).contains(&day)
        && (w.any(w.back(i, 1), &["on", "by", "until", "since", "from", "before", "after"])
            || w.is(w.back(i, 1), "of") && w.is(w.back(i, 2), "week")))
    .then_some((Point::MonthDay(day), next))
}
