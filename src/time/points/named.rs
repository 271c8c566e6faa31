//! Months, seasons, quarters, halves, holidays, decades and centuries.

use super::{Found, spoken, year_tail};
use crate::time::holiday as holidays;
use crate::time::lexicon::{self, Class};
use crate::time::point::{Point, Year, Yearly};
use crate::time::words::Words;

/// A month's name beside a day or a year, with the full stop of its abbreviation.
pub(in crate::time) fn month_name(w: &Words, i: usize) -> Option<(i8, usize)> {
    let Class::Month(month) = w.class(i) else { return None };
    if !w.capital(i) && matches!(w.lower(i), "may" | "march" | "mar" | "dec" | "jan" | "sep" | "jun") {
        return None;
    }
    let word = w.text(i);
    let dot = word.len() <= 4
        && !word.ends_with('.')
        && w.text(i + 1) == "."
        && w.tight(i)
        && w.digits(i + 2).is_some();
    Some((month, i + 1 + usize::from(dot)))
}

/// As [`month_name`], also of a word in lower case that has other uses; whether nothing else is needed.
pub(in crate::time) fn any_month(w: &Words, i: usize) -> Option<(i8, usize, bool)> {
    match (month_name(w, i), w.class(i)) {
        (Some((month, next)), _) => Some((month, next, true)),
        (None, Class::Month(month)) => Some((month, i + 1, false)),
        _ => None,
    }
}

/// *last*, *next*, *this* before a name: the year that it means and the index of the name.
fn which(w: &Words, i: usize) -> (Option<Year>, usize) {
    match w.lower(i) {
        "last" | "past" | "previous" => (Some(Year::Last), i + 1),
        "next" | "coming" | "upcoming" | "following" => (Some(Year::Next), i + 1),
        "this" => (Some(Year::This), i + 1),
        _ => (None, i),
    }
}

/// *May 2022*, *in May*, *last March*, *May last year*.
pub(super) fn month(w: &Words, i: usize) -> Found {
    let (which, at) = which(w, i);
    let (month, next, sure) = any_month(w, at)?;
    if let Some(year) = which {
        // "this may help", "the next march"
        let verb = matches!(w.lower(at), "may" | "march") && (year == Year::This || !spoken::ends(w, next));
        if !w.capital(at) && (verb || w.is(w.back(i, 1), "the")) {
            return None;
        }
        return Some((Point::Yearly(Yearly::Month(month), year), next));
    }
    let (year, end) = year_tail(w, next);
    if year == Year::Unsaid && !w.lone_month(at) {
        return None;
    }
    if year != Year::Unsaid && !sure && !w.lone_month(at) && !spoken::ends(w, end) {
        return None;
    }
    Some((Point::Yearly(Yearly::Month(month), year), end))
}

/// *2017 April*, *2017 April 3*.
pub(super) fn year_month(w: &Words, i: usize) -> Found {
    let year = w.four(i).filter(|year| (1800..=2099).contains(year))?;
    let (month, next) = month_name(w, i + 1)?;
    let year = Year::Is(year);
    if let Some((day @ 1..=31, 1..=2)) = w.digits(next)
        && spoken::ends(w, next + 1)
    {
        return Some((Point::Yearly(Yearly::Day(month, day as i8), year), next + 1));
    }
    // "in 2017 May resigned", "In 2017 May 3rd"
    (w.lower(i + 1) != "may" && spoken::ends(w, next))
        .then_some((Point::Yearly(Yearly::Month(month), year), next))
}

/// The season that begins in one year and ends in the next.
const WINTER: i8 = 3;

pub(in crate::time) fn season_name(w: &Words, i: usize) -> Option<i8> {
    match w.class(i) {
        Class::Season(season) => Some(season),
        _ => None,
    }
}

/// *spring 2022*, *the summer of 2019*, *last winter*, *in autumn*. *Fall* and *spring* are words of other uses.
pub(super) fn season(w: &Words, i: usize) -> Found {
    let (which, at) = which(w, i);
    let at = if which.is_none() { w.skip(at, &["the"]) } else { at };
    let season = season_name(w, at)?;
    if let Some(year) = which {
        if w.is(at + 1, "of") && matches!(w.lower(at), "fall" | "spring") {
            return None; // "the last fall of man"
        }
        return Some((Point::Yearly(Yearly::Season(season), year), at + 1));
    }
    // "the winter of 2010-11"
    if season == WINTER
        && let Some((Point::Years(first, last), next)) = super::numeric::date(w, w.skip(at + 1, &["of"]))
        && last == first + 1
    {
        return Some((Point::Yearly(Yearly::Season(season), Year::Is(first)), next));
    }
    let (year, next) = year_tail(w, at + 1);
    let before = w.back(i, 1);
    let the = at > i;
    let lone = w.any(
        before,
        &["in", "by", "since", "during", "until", "through", "throughout", "early", "late", "mid"],
    ) || the && w.any(before, &["of", "for", "over"])
        || w.any(before, &["of"]) && w.any(w.back(before, 1), &["end", "beginning", "start", "middle"]);
    let doubtful = matches!(w.lower(at), "fall" | "spring");
    let free = w.punctuation(at + 1)
        || w.small(at + 1) && !w.lower(at + 1).is_empty() && !w.is(at + 1, "of")
        || at + 1 >= w.end;
    let ok = match year {
        Year::Unsaid => {
            lone && !w.capital(at) && (free || !doubtful && !w.is(at + 1, "of")) && (!w.is(at, "fall") || the)
        }
        _ => true,
    };
    ok.then_some((Point::Yearly(Yearly::Season(season), year), next))
}

/// *Christmas 2023*, *last Easter*, *New Year's Day*.
pub(super) fn holiday(w: &Words, i: usize) -> Found {
    let (which, at) = which(w, i);
    let (id, next) = holidays::parse(w, at)?;
    let (year, next) = which.map_or_else(|| year_tail(w, next), |year| (year, next));
    let day = |year| Point::Yearly(Yearly::Holiday(id), year);
    // "Easter weekend", "Christmas week 2021"
    let weekend = w.is(next, "weekend");
    let week = w.is(next, "week") && w.capital(at);
    if !weekend && !week {
        return Some((day(year), next));
    }
    let (later, end) = year_tail(w, next + 1);
    let (year, next) = if year == Year::Unsaid { (later, end) } else { (year, next + 1) };
    let day = Box::new(day(year));
    Some((if weekend { Point::HolidayWeekend(day) } else { Point::WeekOf(0, day) }, next))
}

/// Whether a quarter is one of a business year, of which nobody says here when it begins.
pub(super) fn is_fiscal(w: &Words, i: usize) -> bool {
    w.any(w.back(i, 1), &["fiscal", "financial"])
}

/// *Q3 2023*, *2023 Q1*, *third-quarter*, *H1 2024*.
pub(super) fn quarter(w: &Words, i: usize) -> Found {
    let code = |k: usize| match (w.class(k), w.text(k).as_bytes()) {
        (Class::Quarter(n), _) => Some(Yearly::Quarter(n)),
        (_, [b'H', n @ b'1'..=b'2']) => Some(Yearly::Half((n - b'0') as i8)),
        _ => None,
    };
    if let Some(what) = code(i) {
        let k = if w.text(i + 1) == "-" { i + 2 } else { i + 1 };
        let (year, next) = year_tail(w, k);
        let next = if year == Year::Unsaid { i + 1 } else { next };
        return (year != Year::Unsaid || matches!(what, Yearly::Quarter(_)))
            .then_some((Point::Yearly(what, year), next));
    }
    if let Some(year) = w.four(i)
        && let Some(what) = code(i + 1)
    {
        return Some((Point::Yearly(what, Year::Is(year)), i + 2));
    }
    let (text, next) = w.compound(i)?;
    let (n, unit) = text.split_once('-')?;
    if is_fiscal(w, i) {
        return None;
    }
    let n = match n.to_ascii_lowercase().as_str() {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        _ => return None,
    };
    let what = match unit {
        "quarter" => Yearly::Quarter(n),
        "half" if n < 3 => Yearly::Half(n),
        _ => return None,
    };
    let (year, next) = year_tail(w, next);
    Some((Point::Yearly(what, year), next))
}

/// *the 1990s*, *the '90s*, *the nineties*, *late 1980s*.
pub(super) fn decade(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    let definite = at > i || w.any(w.back(i, 1), &["early", "late", "mid", "the"]);
    let words =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    if definite && let Some(n) = words.iter().position(|word| w.is(at, word)) {
        let age = matches!(w.text(w.back(i, 1)), "his" | "her" | "their" | "my");
        return (!age).then_some((Point::Decade(1920 + 10 * n as i16), at + 1));
    }
    let quote = matches!(w.text(at), "'" | "’" | "‘") && w.tight(at);
    let at = at + usize::from(quote);
    let text = w.text(at);
    let quote = quote || text.starts_with(['\'', '’', '‘']);
    let digits = text.trim_start_matches(['\'', '’', '‘']).strip_suffix('s')?.trim_end_matches(['\'', '’']);
    if !digits.bytes().all(|b| b.is_ascii_digit()) || !digits.ends_with('0') {
        return None;
    }
    match digits.len() {
        4 => Some((Point::Decade(digits.parse().ok().filter(|y| (1000..=2990).contains(y))?), at + 1)),
        2 if definite && (quote || w.is(at - 1, "the")) => {
            let n: i16 = digits.parse().ok()?;
            Some((Point::Decade(if n <= 20 { 2000 + n } else { 1900 + n }), at + 1))
        }
        _ => None,
    }
}

/// *the 19th century*, *the twentieth century*, *21st-century*.
pub(super) fn century(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    if let Some((n, next)) = w.ordinal(at)
        && w.is(next, "century")
    {
        return Some((Point::Century(i16::from(n)), next + 1));
    }
    let (text, next) = w.compound(at)?;
    let (n, unit) = text.rsplit_once('-')?;
    if unit != "century" {
        return None;
    }
    let digits = n.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let n = match digits.parse() {
        Ok(n) => n,
        Err(_) => match lexicon::class_of(n) {
            Class::Ordinal(n) => i16::from(n),
            _ => return None,
        },
    };
    (1..=30).contains(&n).then_some((Point::Century(n), next))
}

/// *fiscal 2023*, *the financial year 2023*, *FY2023*: each body has its own, so the days are doubtful.
pub(super) fn fiscal(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["the"]);
    if w.any(at, &["fiscal", "financial"]) {
        let k = w.skip(at + 1, &["year"]);
        return Some((Point::Fiscal(w.four(k)?), k + 1));
    }
    if let Some(year) = w.four(at)
        && w.any(at + 1, &["fiscal", "financial"])
        && w.is(at + 2, "year")
    {
        return Some((Point::Fiscal(year), at + 3));
    }
    if w.is(at, "fy") {
        return Some((Point::Fiscal(w.four(at + 1)?), at + 2));
    }
    let year = w.text(at).strip_prefix("FY").filter(|y| y.len() == 4)?;
    Some((Point::Fiscal(year.parse().ok().filter(|y| (1900..=2099).contains(y))?), at + 1))
}
