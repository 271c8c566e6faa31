//! What is reckoned from the document date or from the date spoken of before.

use super::Found;
use super::part::definite_unit;
use super::week::DAYTIMES;
use crate::english::{Tag, is_person_noun};
use crate::time::TimeUnit;
use crate::time::amount::{self, Length};
use crate::time::lexicon::Class;
use crate::time::point::{Base, Part, Point, Week};
use crate::time::words::Words;

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

/// *EOY*, *EOM*, *EOD*, *tmrw*, *the current date*.
pub(super) fn code(w: &Words, i: usize) -> Found {
    let late = |unit| Some((Point::Part(Part::Late, Box::new(Point::Unit(unit, 0))), i + 1));
    match w.lower(i) {
        "eoy" => late(TimeUnit::Year),
        "eom" => late(TimeUnit::Month),
        "eod" => Some((Point::Today(0), i + 1)),
        "tmrw" | "tmr" => Some((Point::Today(1), i + 1)),
        "the" | "current" => Some((Point::Today(0), w.seq(w.skip(i, &["the"]), &["current", "date"])?)),
        _ => None,
    }
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
        "past" if w.is(i + 1, "weekend") => -1,
        "this" | "current" => 0,
        "coming" if w.is(i + 1, "weekend") => return Some((Point::Weekend(0), i + 2)),
        "next" => 1,
        _ => return None,
    };
    if w.is(i + 1, "weekend") {
        return Some((Point::Weekend(n), i + 2));
    }
    let Class::Unit(unit) = w.class(i + 1) else { return None };
    if w.is(i + 1, "fortnight") {
        return None;
    }
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
        "next" | "coming" | "upcoming" | "following" => true,
        _ => return None,
    };
    let previous = w.any(at, &["previous", "following"]);
    if w.is(at + 1, "fortnight") {
        return Some((Point::Rolling(Length::new(2.0, 2.0, TimeUnit::Week, at + 2), ahead), at + 2));
    }
    if let Class::Unit(unit) = w.class(at + 1) {
        let over = w.any(w.back(i, 1), &["over", "in", "within", "for", "during", "throughout"]);
        // "over the next decade" are ten years, "in the next decade" is that of the calendar.
        if w.is(at, "next") && unit == TimeUnit::Decade && at > i && (!over || w.is(w.back(i, 1), "in")) {
            return Some((Point::Unit(unit, 1), at + 2));
        }
        let one = Length::new(1.0, 1.0, unit, at + 2);
        let meant = w.any(at, &["past", "coming"])
            // "Honoured to the last day": until the end.
            || (w.is(at, "last") && at > i && (over || unit != TimeUnit::Day))
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

/// *5 upcoming years*, *the two next days*.
pub(super) fn counted_rolling(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let (n, k) = amount::number(w, at)?;
    let ahead = match w.lower(k) {
        "next" | "coming" | "upcoming" | "following" => true,
        "last" | "past" | "previous" => false,
        _ => return None,
    };
    let Class::Units(unit) = w.class(k + 1) else { return None };
    let plain = unit != TimeUnit::Hour && !w.is(k + 1, "fortnights") && n >= 1.0;
    plain.then_some((Point::Rolling(Length::new(n, n, unit, k + 2), ahead), k + 2))
}

/// *the following two quarters*, *the previous five years*.
pub(super) fn following(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let ahead = match w.lower(at) {
        "following" | "subsequent" => true,
        "previous" | "preceding" | "prior" => false,
        _ => return None,
    };
    let length = amount::length(w, at + 1).filter(|l| l.low >= 2.0 && l.unit != TimeUnit::Hour)?;
    Some((Point::Following(length, ahead), length.next))
}

/// *two weeks starting 20 May*, *for three days from Monday*, *the ten days ending 5 June*.
pub(super) fn span(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let one = match w.class(at) {
        Class::Unit(unit @ (TimeUnit::Week | TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year))
            if at > i =>
        {
            Some(Length::new(1.0, 1.0, unit, at + 1))
        }
        _ => None,
    };
    let length =
        one.or_else(|| amount::length(w, at)).filter(|l| l.unit != TimeUnit::Hour && l.low == l.high)?;
    let k = w.skip_comma(length.next);
    let ahead = match w.text(k) {
        // "in the twelve months to February"
        "to" if at > i && k == length.next => false,
        _ if one.is_some() => return None,
        "starting" | "beginning" | "commencing" => true,
        "ending" if k == length.next => false,
        "from" if w.is(w.back(i, 1), "for") => true,
        _ => return None,
    };
    let (day, next) = super::point(w, w.skip(k + 1, &["on", "from"]))?;
    let whole =
        matches!(day, Point::Rolling(..) | Point::Offset(..) | Point::Year(_) | Point::AnchorUnit(..));
    (!whole).then(|| (Point::Span(length, ahead, Box::new(day)), next))
}

/// *in the week*, where nothing more is said of it; *player of the month*.
pub(super) fn present(w: &Words, i: usize) -> Found {
    let Class::Unit(unit @ (TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year)) =
        w.class(i + 1)
    else {
        return None;
    };
    if !w.is(i, "the") || !w.punctuation(i + 2) || w.mark(i + 2, "-") || w.is(i + 1, "fortnight") {
        return None;
    }
    let (before, noun) = (w.back(i, 1), w.back(i, 2));
    if w.is(before, "in") && unit == TimeUnit::Week {
        return Some((Point::AnchorUnit(unit, 0), i + 2));
    }
    // A title that is given anew each time. The time of the year, the heat of the day: no date.
    let title = w.doc.tokens.get(noun).is_some_and(|t| is_person_noun(&t.lemma));
    (w.is(before, "of") && title).then_some((Point::Present(unit), i + 2))
}

/// *the following week*, *the next day*, *the same year*, *that month*, *the day before*, *the year earlier*.
pub(super) fn anchored(w: &Words, i: usize) -> Found {
    let the = w.is(i, "the");
    let at = i + usize::from(the);
    if w.any(at, &["that", "same"]) && w.is(at + 1, "weekend") && the == w.is(at, "same") {
        return Some((Point::ThatWeekend, at + 2));
    }
    if the && w.is(at, "weekend") && w.any(w.back(i, 1), &["over", "at", "on", "during", "for", "this"]) {
        return Some((Point::TheWeekend, at + 1));
    }
    if w.is(at, "fortnight") || w.is(at + 1, "fortnight") {
        return None;
    }
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
    if w.is(next, "ago") && length.low == length.high {
        // "a week ago today", "two weeks ago Monday"
        let from = match w.class(next + 1) {
            Class::Lone if w.is(next + 1, "today") => Some(Point::Today(0)),
            Class::Weekday(day) if w.lower(next + 1).len() > 5 && length.unit != TimeUnit::Day => {
                Some(Point::Weekday(day, Week::Last))
            }
            _ => None,
        };
        if let Some(from) = from {
            return of(false, Base::Point(Box::new(from)), next + 2);
        }
    }
    match w.lower(next) {
        "ago" => return of(false, Base::Document, next + 1),
        "earlier" | "previously" | "beforehand" => return of(false, Base::Anchor, next + 1),
        "later" | "afterwards" => return of(true, Base::Anchor, next + 1),
        _ => {}
    }
    if w.is(next, "hence") {
        return of(true, Base::Document, next + 1);
    }
    if let Some(next) = w.seq(next, &["from", "now"]).or(w.seq(next, &["from", "today"])) {
        return of(true, Base::Document, next);
    }
    // "6,500 dollars a year from September 2023": so much in each year.
    let rate = || {
        let before = w.back(i, 1);
        let counted = |tag| matches!(tag, Tag::Noun | Tag::Num);
        w.any(i, &["a", "an", "per"])
            && (w.doc.tokens.get(before).is_some_and(|t| counted(t.tag))
                || w.first_byte(before).is_ascii_digit())
    };
    let ahead = match w.lower(next) {
        "from" if rate() => return None,
        "after" | "from" => true,
        "before" => false,
        _ => return None,
    };
    let (base, end) = super::point(w, next + 1)?;
    if matches!(base, Point::Offset(..) | Point::Rolling(..) | Point::AnchorUnit(..)) {
        return None;
    }
    // "Less than three days after" is the stretch from that day on.
    if w.seq(i, &["less", "than"]).is_some() || w.is(i, "under") {
        let whole = amount::length(w, i + 1 + usize::from(w.is(i, "less")))?;
        return Some((Point::Span(whole, ahead, Box::new(base)), end));
    }
    let offset = Point::Offset(length, ahead, Base::Point(Box::new(base)));
    // "three weeks after Christmas on Friday"
    if length.unit != TimeUnit::Day
        && w.is(end, "on")
        && let Class::Weekday(day) = w.class(end + 1)
        && w.lower(end + 1).len() > 5
    {
        return Some((Point::InWeekOf(day, Box::new(offset)), end + 2));
    }
    Some((offset, end))
}

/// *Thursday, two years from now*, *Friday two weeks ago*.
pub(super) fn weekday_offset(w: &Words, i: usize) -> Found {
    let Class::Weekday(day) = w.class(i) else { return None };
    let length =
        amount::length(w, w.skip_comma(i + 1)).filter(|l| l.low == l.high && l.low.fract() == 0.0)?;
    let k = length.next;
    let (ahead, next) = match w.lower(k) {
        "ago" => (false, k + 1),
        "hence" => (true, k + 1),
        "from" => (true, w.seq(k, &["from", "now"]).or(w.seq(k, &["from", "today"]))?),
        _ => return None,
    };
    let large = matches!(length.unit, TimeUnit::Week | TimeUnit::Month | TimeUnit::Year);
    if !large || w.lower(i).len() < 6 || !w.punctuation(next) {
        return None;
    }
    let offset = Point::Offset(length, ahead, Base::Point(Box::new(Point::Today(0))));
    Some((Point::InWeekOf(day, Box::new(offset)), next))
}

/// *a week on Friday*, *Friday week*, *a week tomorrow*: seven days after the coming one.
pub(super) fn week_on(w: &Words, i: usize) -> Found {
    let coming = |k: usize| match w.class(k) {
        Class::Weekday(day) if w.lower(k).len() > 5 => Some(Point::Weekday(day, Week::Coming)),
        _ if w.is(k, "tomorrow") => Some(Point::Today(1)),
        _ => None,
    };
    let week = Length::new(1.0, 1.0, TimeUnit::Week, i);
    let after = |day, next| Some((Point::Offset(week, true, Base::Point(Box::new(day))), next));
    if let Some(k) = w.seq(i, &["a", "week"]) {
        let k = w.skip(k, &["on"]);
        let free = !w.capital(k + 1) && w.text(k + 1) != "'s";
        return coming(k)
            .filter(|_| free && (w.is(k - 1, "on") || w.is(k, "tomorrow")))
            .and_then(|day| after(day, k + 1));
    }
    let said = w.is(i + 1, "week") && w.punctuation(i + 2) && !w.mark(i + 2, "-'’");
    coming(i).filter(|_| said).and_then(|day| after(day, i + 2))
}
