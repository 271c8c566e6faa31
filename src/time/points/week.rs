//! Weekdays and weeks: *last Friday*, *Tuesday of next week*, *the Monday after Easter*, *the week after next*.

use super::{Found, spoken};
use crate::time::TimeUnit;
use crate::time::amount::Length;
use crate::time::lexicon::Class;
use crate::time::point::{Base, Point, Thing, Week, Yearly};
use crate::time::words::{NOWHERE, Words};

pub(super) const DAYTIMES: &[&str] = &["morning", "afternoon", "evening", "night"];

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

/// *next week Friday*, *last week on Monday*, *the following week - Monday*.
pub(super) fn week_weekday(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let week = match w.lower(at) {
        "last" => Week::Shift(-1),
        "this" => Week::Shift(0),
        "next" => Week::Shift(1),
        "following" => Week::Anchor(1),
        "previous" => Week::Anchor(-1),
        _ => return None,
    };
    let k = at + 2;
    let k = k + usize::from(w.is(k, "on") || matches!(w.text(k), "-" | "–"));
    let Class::Weekday(day) = w.class(k) else { return None };
    let short = w.lower(k).len() < 6;
    (w.is(at + 1, "week") && !short && w.text(k + 1) != "'s")
        .then_some((Point::Weekday(day, week), w.skip(k + 1, DAYTIMES)))
}

/// *Fri.*, *on Fri*, *next wed*, *wed of next week*. *Sun* and *sat* are words of other uses.
fn short_weekday(w: &Words, i: usize, week: Week) -> bool {
    let other = matches!(w.lower(i), "sun" | "sat" | "wed");
    let dot = w.text(i).ends_with('.') || w.text(i + 1) == "." && w.tight(i);
    let said = week != Week::Bare || w.any(w.back(i, 1), &["on", "until", "till", "since", "by"]);
    let of = w.is(i + 1, "of") && w.any(i + 2, &["next", "last", "this"]);
    if w.capital(i) {
        dot || said && spoken::ends(w, i + 1)
    } else {
        of || week != Week::Bare && (!other || spoken::ends(w, i + 1))
    }
}

/// *Friday*, *last Friday*, *Friday morning*, *Tuesday of next week*, *Friday last week*.
pub(super) fn weekday(w: &Words, i: usize) -> Found {
    let (week, at) = match w.lower(i) {
        "last" | "past" => (Week::Last, i + 1),
        "next" | "coming" => (Week::Next, i + 1),
        "this" => (Week::This, i + 1),
        // With an article it hangs on the day spoken of.
        "previous" if w.back(i, 1) != NOWHERE && w.any(w.back(i, 1), &["the"]) => (Week::Anchor(-1), i + 1),
        "previous" => (Week::Previous, i + 1),
        "the" if w.is(i + 1, "following") => (Week::Anchor(1), i + 2),
        _ => (Week::Bare, i),
    };
    let Class::Weekday(day) = w.class(at) else { return None };
    if w.lower(at).len() < 6 && !short_weekday(w, at, week) || is_name(w, at) {
        return None;
    }
    let next = w.skip(at + 1, DAYTIMES);
    if week == Week::Bare
        && let Some(next) = w.seq(next, &["after", "next"])
        && spoken::ends(w, next)
        && matches!(w.class(next), Class::None | Class::Word | Class::Inner)
    {
        return Some((Point::Weekday(day, Week::AfterNext), next));
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

/// *the week after next*, *the month before last*.
pub(super) fn beyond(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let n = match (w.lower(at + 1), w.lower(at + 2)) {
        ("after", "next") => 2,
        ("before", "last") => -2,
        _ => return None,
    };
    let next = at + 3;
    if !w.small(next) && !w.punctuation(next)
        || !matches!(w.class(next), Class::None | Class::Word | Class::Inner)
    {
        return None; // "the week after next Monday"
    }
    match w.class(at) {
        Class::Unit(unit @ (TimeUnit::Week | TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year)) => {
            Some((Point::Unit(unit, n), next))
        }
        _ if w.is(at, "weekend") => Some((Point::Weekend(n), next)),
        _ => None,
    }
}

/// *this working week*, *next workweek*: Monday to Friday.
pub(super) fn workweek(w: &Words, i: usize) -> Found {
    let n = match w.lower(i) {
        "this" | "current" => 0,
        "next" | "coming" => 1,
        "last" | "past" => -1,
        _ => return None,
    };
    if w.is(i + 1, "workweek") {
        return Some((Point::Workweek(n), i + 2));
    }
    let week = w.any(i + 1, &["work", "working", "business"]) && w.is(i + 2, "week");
    week.then_some((Point::Workweek(n), i + 3))
}

/// *the day after Christmas*, *the week before Easter*: the seven days next to it.
pub(super) fn beside(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let Class::Unit(unit @ (TimeUnit::Day | TimeUnit::Week)) = w.class(at) else { return None };
    let ahead = match w.lower(at + 1) {
        "after" | "following" => true,
        "before" => false,
        _ => return None,
    };
    let (base, next) = super::point(w, at + 2)?;
    if !is_day(&base) || w.is(at, "fortnight") {
        return None;
    }
    let one = |unit| Length::new(1.0, 1.0, unit, at + 1);
    let day = Point::Offset(one(TimeUnit::Day), ahead, Base::Point(Box::new(base)));
    Some((if unit == TimeUnit::Day { day } else { Point::Span(one(unit), ahead, Box::new(day)) }, next))
}

fn is_day(point: &Point) -> bool {
    matches!(
        point,
        Point::Yearly(Yearly::Day(..) | Yearly::Holiday(_) | Yearly::Slashed(..), _)
            | Point::Today(_)
            | Point::On(..)
            | Point::Nth(_, Thing::Weekday(_), _)
    )
}

/// *the Monday after Easter*, *the third Tuesday after Christmas 2014*, *the Sunday before 3 May*.
pub(super) fn weekday_beside(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let (n, k) = w.ordinal(at).unwrap_or((1, at));
    let Class::Weekday(day) = w.class(k) else { return None };
    let n = match w.lower(k + 1) {
        "after" | "following" => n,
        "before" => -n,
        _ => return None,
    };
    let (base, next) = super::point(w, k + 2)?;
    (is_day(&base) && w.lower(k).len() > 5).then(|| (Point::WeekdayBeside(n, day, Box::new(base)), next))
}
