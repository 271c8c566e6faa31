//! Days with their month: *3 May 2022*, *May 3rd*, *the third of May*, *Friday, May 6*.

use super::{Found, month_name, point, year_tail};
use crate::english::Tag;
use crate::time::lexicon::Class;
use crate::time::point::{Point, Yearly};
use crate::time::words::Words;

/// *Friday, May 6*, *Friday 6 May 2022*, *Friday the 6th of May*, *Friday (May 6)*: the weekday adds nothing.
pub(super) fn with_weekday(w: &Words, i: usize) -> Found {
    let Class::Weekday(_) = w.class(i) else { return None };
    let mut k = i + 1;
    if w.text(k) == "." && w.tight(i) {
        k += 1;
    }
    let bracket = w.text(k) == "(";
    let k = if bracket { k + 1 } else { w.skip_comma(k) };
    let (found, next) = day_month(w, k).or_else(|| month_day(w, k))?;
    Some((found, if bracket && w.text(next) == ")" { next + 1 } else { next }))
}

/// A day of the month in digits or as an ordinal: value, next, ordinal.
fn day_number(w: &Words, i: usize) -> Option<(i8, usize, bool)> {
    let (n, next, ordinal) = match w.digits(i) {
        Some((n, 1..=2)) if w.ordinal(i).is_none() => (n as i8, i + 1, false),
        _ => w.ordinal(i).map(|(n, next)| (n, next, true))?,
    };
    (1..=31).contains(&n).then_some((n, next, ordinal))
}

/// *3 May*, *3rd May*, *the 3rd of May*, *the third of May 2022*.
pub(super) fn day_month(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let (day, k, ordinal) = day_number(w, at)?;
    if !ordinal && (w.mark(w.back(i, 1), "$€£.") && w.tight(w.back(i, 1))) {
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
    let (month, k) = month_name(w, k)?;
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
    let (month, k) = month_name(w, i)?;
    let at = w.skip(k, &["the"]);
    let (day, k, ordinal) = day_number(w, at)?;
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
