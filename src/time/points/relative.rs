//! What is reckoned from the document date or from the date spoken of before.

use super::Found;
use super::part::definite_unit;
use crate::time::TimeUnit;
use crate::time::amount::{self, Length};
use crate::time::lexicon::Class;
use crate::time::point::{Base, Part, Point, Week};
use crate::time::words::Words;

const DAYTIMES: &[&str] = &["morning", "afternoon", "evening", "night"];

/// *today*, *yesterday evening*, *tonight*, *this morning*, *last night*, *the day before yesterday*.
pub(super) fn deictic(w: &Words, i: usize) -> Found {
    let (day, next) = match w.lower(i) {
        "today" | "tonight" => (0, i + 1),
        "yesterday" => (-1, w.skip(i + 1, DAYTIMES)),
        "tomorrow" => (1, w.skip(i + 1, DAYTIMES)),
        "this" if w.any(i + 1, &["morning", "afternoon", "evening"]) => (0, i + 2),
        "last" if w.any(i + 1, &["night", "evening"]) => (-1, i + 2),
        "the" => {
            if let Some(next) = w.seq(i, &["the", "day", "before", "yesterday"]) {
                (-2, next)
            } else if let Some(next) = w.seq(i, &["the", "day", "after", "tomorrow"]) {
                (2, next)
            } else {
                return None;
            }
        }
        _ => return None,
    };
    if w.is(i, "today")
        && w.text(i).starts_with('T')
        && w.capital(i + 1)
        && w.text(i + 1) != "I"
        && !w.punctuation(i + 1)
    {
        return None; // the Today Programme
    }
    Some((Point::Today(day), next))
}

/// Names in which a weekday is no day.
fn is_name(w: &Words, i: usize) -> bool {
    let before = w.text(w.back(i, 1));
    let after = w.text(i + 1);
    matches!(before, "Bloody" | "Super" | "Sheffield" | "Ruby" | "Giving" | "Freaky" | "Black")
        || matches!(
            after,
            "Times"
                | "Telegraph"
                | "Express"
                | "Mirror"
                | "Mail"
                | "Post"
                | "Herald"
                | "Mass"
                | "Group"
                | "People"
                | "World"
                | "Independent"
                | "Business"
                | "Review"
                | "Night"
                | "League"
                | "Service"
                | "Sport"
                | "Agreement"
                | "Tribune"
        )
}

/// *Friday*, *last Friday*, *Friday morning*, *Tuesday of next week*, *Friday last week*.
pub(super) fn weekday(w: &Words, i: usize) -> Found {
    let (week, at) = match w.lower(i) {
        "last" | "past" => (Week::Last, i + 1),
        "next" | "coming" => (Week::Next, i + 1),
        "this" => (Week::This, i + 1),
        "previous" => (Week::Anchor(-1), i + 1),
        "the" if w.is(i + 1, "following") => (Week::Anchor(1), i + 2),
        _ => (Week::Bare, i),
    };
    let Class::Weekday(day) = w.class(at) else { return None };
    let short = w.lower(at).len() < 6;
    if short && !(w.capital(at) && (w.text(at).ends_with('.') || w.text(at + 1) == "." && w.tight(at)))
        || is_name(w, at)
    {
        return None;
    }
    let next = w.skip(at + 1, DAYTIMES);
    // "Tuesday the 11th": the day of the month says which Tuesday.
    if week == Week::Bare
        && w.is(next, "the")
        && let Some((day, end)) = w.ordinal(next + 1)
        && (w.punctuation(end) || !w.small(end) || !w.lower(end).is_empty())
        && !w.is(end, "of")
    {
        return Some((Point::MonthDay(day), end));
    }
    if week != Week::Bare {
        return Some((Point::Weekday(day, week), next));
    }
    let of = w.skip(next, &["of"]);
    let of_the = w.skip(of, &["the"]);
    let week = match (w.lower(of_the), w.is(of_the + 1, "week")) {
        ("last", true) => Week::Shift(-1),
        ("this", true) => Week::Shift(0),
        ("next", true) => Week::Shift(1),
        ("following", true) => Week::Anchor(1),
        ("previous", true) => Week::Anchor(-1),
        _ => return Some((Point::Weekday(day, Week::Bare), next)),
    };
    Some((Point::Weekday(day, week), of_the + 2))
}

/// *earlier this month*, *later in the year*: what has passed of it, or what is to come.
pub(super) fn so_far(w: &Words, i: usize) -> Found {
    let part = match w.lower(i) {
        "earlier" => Part::SoFar,
        "later" => Part::Rest,
        _ => return None,
    };
    let (of, next) = match w.lower(i + 1) {
        "this" => unit(w, i + 1)?,
        "in" => definite_unit(w, i + 2).or_else(|| unit(w, i + 2))?,
        _ => return None,
    };
    match of {
        Point::Unit(TimeUnit::Day, _) => None,
        Point::Unit(_, 0) => Some((Point::Part(part, Box::new(of)), next)),
        _ => None,
    }
}

/// *last week*, *this year*, *next quarter*, *this weekend*.
pub(super) fn unit(w: &Words, i: usize) -> Found {
    let n = match w.lower(i) {
        "last" => -1,
        "this" | "current" => 0,
        "next" => 1,
        _ => return None,
    };
    if w.is(i + 1, "weekend") {
        return Some((Point::Weekend(n), i + 2));
    }
    let Class::Unit(unit) = w.class(i + 1) else { return None };
    if unit == TimeUnit::Hour || unit == TimeUnit::Day && n != 0 || w.is(w.back(i, 1), "the") && n != 0 {
        return None;
    }
    Some((Point::Unit(unit, n), i + 2))
}

/// *the past ten years*, *the last three weeks*, *the next two months*, *the past year*, *recent weeks*.
pub(super) fn rolling(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let ahead = match w.lower(at) {
        "past" | "last" | "previous" | "recent" => false,
        "next" | "coming" | "following" => true,
        _ => return None,
    };
    let previous = w.any(at, &["previous", "following"]);
    if let Class::Unit(unit) = w.class(at + 1) {
        let over = w.any(w.back(i, 1), &["over", "in", "within", "for", "during", "throughout"]);
        let one = Length { low: 1.0, high: 1.0, unit, next: at + 2 };
        let meant = w.any(at, &["past", "coming"])
            || (w.is(at, "last") && at > i)
            || (w.is(at, "next") && at > i && over && unit != TimeUnit::Day);
        return (meant && unit != TimeUnit::Hour).then_some((Point::Rolling(one, ahead), at + 2));
    }
    if w.any(at, &["recent", "coming", "past"])
        && let Some(some) = amount::bare_plural(w, at + 1)
    {
        // "in recent weeks": some of them.
        return (some.unit != TimeUnit::Hour)
            .then_some((Point::Rolling(Length { high: 8.0, ..some }, ahead), at + 2));
    }
    if w.is(at, "recent") {
        return None;
    }
    let length = amount::length(w, at + 1)?;
    if previous || w.any(at + 1, &["a", "an"]) {
        return None;
    }
    Some((Point::Rolling(length, ahead), length.next))
}

/// *the following week*, *the next day*, *the same year*, *that month*, *the day before*, *the year earlier*.
pub(super) fn anchored(w: &Words, i: usize) -> Found {
    let the = w.is(i, "the");
    let at = i + usize::from(the);
    if the && let Class::Unit(unit) = w.class(at) {
        let n = match w.lower(at + 1) {
            "before" | "earlier" | "previous" => -1,
            "after" | "later" => 1,
            _ => return None,
        };
        // "the day before the vote" hangs on the vote.
        return (w.punctuation(at + 2) && unit != TimeUnit::Hour)
            .then_some((Point::AnchorUnit(unit, n), at + 2));
    }
    let n = match w.lower(at) {
        "following" | "next" | "subsequent" if the => 1,
        "previous" | "preceding" | "prior" if the => -1,
        "same" if the => 0,
        "that" if !the => 0,
        _ => return None,
    };
    match w.class(at + 1) {
        Class::Unit(unit) if unit != TimeUnit::Hour => {
            // "that day" needs an end: "that year-long", "that week's" are fine too.
            Some((Point::AnchorUnit(unit, n), at + 2))
        }
        _ if w.any(at + 1, DAYTIMES) && n >= 0 && w.any(at, &["next", "following", "same", "that"]) => {
            Some((Point::AnchorUnit(TimeUnit::Day, n), at + 2))
        }
        _ => None,
    }
}

/// *two weeks ago*, *three days earlier*, *a year and a half later*, *a year from now*, *in two months*,
/// *two weeks before Christmas*.
pub(super) fn offset(w: &Words, i: usize) -> Found {
    if w.is(i, "in") {
        // Read as a point in time only where the sentence looks ahead; `forms` decides that.
        let length = amount::length(w, i + 1)?;
        return w.seq(length.next, &["time"]).map(|next| (Point::Offset(length, true, Base::Document), next));
    }
    let length = amount::length(w, i)?;
    if length.unit == TimeUnit::Hour {
        return None;
    }
    let next = length.next;
    let of = |ahead, base, next| Some((Point::Offset(length, ahead, base), next));
    match w.lower(next) {
        "ago" => return of(false, Base::Document, next + 1),
        "earlier" | "previously" | "beforehand" => return of(false, Base::Anchor, next + 1),
        "later" | "afterwards" => return of(true, Base::Anchor, next + 1),
        _ => {}
    }
    if let Some(next) = w.seq(next, &["from", "now"]).or(w.seq(next, &["from", "today"])) {
        return of(true, Base::Document, next);
    }
    let ahead = match w.lower(next) {
        "after" | "from" => true,
        "before" => false,
        _ => return None,
    };
    let (base, end) = super::point(w, next + 1)?;
    if matches!(base, Point::Offset(..) | Point::Rolling(..) | Point::AnchorUnit(..)) {
        return None;
    }
    of(ahead, Base::Point(Box::new(base)), end)
}
