//! Periods of business news: *the quarter ended Feb. 28*, *the March quarter*, *the same period last year*,
//! *this year's third quarter*.

use super::{Found, any_month, point, year_tail};
use crate::time::TimeUnit;
use crate::time::amount::{self, Length, Tail};
use crate::time::lexicon::Class;
use crate::time::point::{Point, Year, Yearly};
use crate::time::words::Words;

/// *the quarter ended Feb. 28*, *the fiscal year ending June 30*, *the nine months through September*,
/// *the 12-month period to June 2022*.
pub(super) fn up_to(w: &Words, i: usize) -> Found {
    let the = w.skip(i, &["the"]);
    let at = w.skip(the, &["fiscal", "financial"]);
    let (length, k) = length(w, at)?;
    let period = w.text(k) == "period";
    let k = k + usize::from(period);
    let that = k + usize::from(w.text(k) == "that");
    let several = length.high > 1.0 || period;
    let link = match w.lower(that) {
        "ended" | "ending" => true,
        "to" | "through" if the > i && that == k => several || length.unit == TimeUnit::Year,
        _ => false,
    };
    if !link {
        return None;
    }
    let lone = |(month, next, _)| {
        let (year, next) = year_tail(w, next);
        w.capital(that + 1).then_some((Point::Yearly(Yearly::Month(month), year), next))
    };
    let (last, next) = point(w, that + 1).or_else(|| any_month(w, that + 1).and_then(lone))?;
    let dated = matches!(last, Point::Yearly(Yearly::Day(..) | Yearly::Slashed(..) | Yearly::Month(_), _));
    dated.then(|| (Point::Span(length, false, Box::new(last)), next))
}

/// The length of a period that is named: *third quarter*, *year*, *six months*, *three-month period*.
fn length(w: &Words, i: usize) -> Option<(Length, usize)> {
    let one = |n, unit, next| Some((Length::new(n, n, unit, next), next));
    let k = w.ordinal(i).map_or(i, |(_, next)| next);
    match w.class(k) {
        Class::Unit(TimeUnit::Quarter) => return one(1.0, TimeUnit::Quarter, k + 1),
        _ if k > i => return w.is(k, "half").then(|| one(6.0, TimeUnit::Month, k + 1)).flatten(),
        Class::Unit(unit @ (TimeUnit::Week | TimeUnit::Month | TimeUnit::Year)) => {
            return (!w.is(k, "fortnight")).then(|| one(1.0, unit, k + 1)).flatten();
        }
        _ => {}
    }
    if w.first_byte(i).is_ascii_digit() || matches!(w.class(i), Class::Cardinal(_)) {
        let exact = |l: &Length| l.low == l.high && l.unit != TimeUnit::Hour;
        return amount::length(w, i).filter(exact).map(|l| (l, l.next));
    }
    None
}

/// *the three-month period ended June 30*.
pub(super) fn hyphenated_up_to(w: &Words, i: usize) -> Found {
    let (length, tail, widened) = amount::hyphenated(w, i)?;
    if tail != Tail::None || widened || w.text(length.next) != "period" {
        return None;
    }
    let k = length.next + 1;
    if !w.any(k, &["ended", "ending", "to", "through"]) {
        return None;
    }
    let (last, next) = point(w, k + 1)?;
    let dated = matches!(last, Point::Yearly(Yearly::Day(..) | Yearly::Slashed(..) | Yearly::Month(_), _));
    dated.then(|| (Point::Span(length, false, Box::new(last)), next))
}

/// *the March quarter*, *the December 2022 quarter*: the three months up to the end of that one.
pub(super) fn month_quarter(w: &Words, i: usize) -> Found {
    let Class::Month(month) = w.class(i) else { return None };
    let (year, next) = year_tail(w, i + 1);
    if !w.capital(i)
        || !w.is(next, "quarter")
        || w.mark(next + 1, "-")
        || w.text(next + 1).starts_with("final")
    {
        return None;
    }
    let three = Length::new(3.0, 3.0, TimeUnit::Month, next);
    Some((Point::Span(three, false, Box::new(Point::Yearly(Yearly::Month(month), year))), next + 1))
}

/// *the same period last year*, *the corresponding quarter of 2021*, *the year-ago quarter*.
pub(super) fn counterpart(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let period = |k: usize| w.any(k, &["quarter", "month", "half", "week"]) || w.text(k) == "period";
    if let Some((text, next)) = w.compound(at) {
        let ago = text.eq_ignore_ascii_case("year-ago") || text.eq_ignore_ascii_case("year-earlier");
        return (ago && period(next)).then_some((Point::Counterpart(Year::Anchor(-1)), next + 1));
    }
    if !w.any(at, &["same", "corresponding", "comparable", "equivalent"]) || !period(at + 1) {
        return None;
    }
    let k = at + 2;
    let (year, next) = year_tail(w, k);
    if year != Year::Unsaid {
        return Some((Point::Counterpart(year), next));
    }
    let k = w.skip(k, &["of", "in"]);
    let next = w
        .seq(k, &["a", "year", "ago"])
        .or_else(|| w.seq(k, &["a", "year", "earlier"]))
        .or_else(|| w.seq(k, &["a", "year", "before"]))
        .or_else(|| w.seq(k, &["the", "year", "before"]))?;
    Some((Point::Counterpart(Year::Anchor(-1)), next))
}

/// *this year's third quarter*, *the year's first half*.
pub(super) fn of_year(w: &Words, i: usize) -> Found {
    let n = match w.lower(i) {
        "this" | "the" => 0,
        "last" => -1,
        "next" => 1,
        _ => return None,
    };
    if !w.is(i + 1, "year") || !matches!(w.text(i + 2), "'s" | "’s") {
        return None;
    }
    let (nth, k) = w.ordinal(i + 3)?;
    let what = match (w.lower(k), nth) {
        ("quarter", 1..=4) => Yearly::Quarter(nth),
        ("half", 1..=2) => Yearly::Half(nth),
        _ => return None,
    };
    Some((Point::Yearly(what, Year::Shift(n)), k + 1))
}
