//! The time since a beginning, to be checked by arithmetic: *now in its eighth month*, *five weeks into*,
//! *after 34 days of*, *for three weeks now*, *has been abbot for nine weeks*, *the nearly two-year-old conflict*.

use super::{Form, Found, found};
use crate::time::amount::{self, Length, Tail};
use crate::time::lexicon::{Class, Cue};
use crate::time::tense;
use crate::time::words::Words;

const POSSESSIVES: &[&str] = &["its", "their", "his", "her", "our", "my"];

/// *(now) in its eighth month*, *entered its third year*, *into a second week*, *into the second week of*: one unit less is full.
pub(super) fn ordinal(w: &Words, i: usize) -> Found {
    let at = w.skip(i, &["now"]);
    let k = match w.lower(at) {
        "in" | "into" | "entered" | "enters" | "entering" => at + 1,
        _ => return None,
    };
    let possessive = k;
    let of = if w.any(k, POSSESSIVES)
        || at > i && w.any(k, &["a", "the"])
        || !w.is(at, "in") && w.any(k, &["a", "the"])
    {
        k + 1
    } else {
        return None;
    };
    let (n, k) = w.ordinal(of)?;
    let Class::Unit(unit) = w.class(w.skip(k, &["straight", "full"])) else { return None };
    // "In his first year in office he …" and "in its second year it lost money" are told of the past.
    let present = at > i || !w.is(at, "in");
    let own = w.any(possessive, &["its", "their"]);
    if n < 2 || !present && (!own || i == w.start || tense::near(w, i, k) == tense::Tense::Past) {
        return None;
    }
    let n = f64::from(n);
    let next = w.skip(k, &["straight", "full"]) + 1;
    // "Into the second week" needs to say of what.
    if at == i && w.is(possessive, "the") && !w.is(next, "of") {
        return None;
    }
    found(Form::Elapsed(Length::new(n - 1.0, n, unit, next)), i, next)
}

/// *the nearly two-year-old conflict*, *its more than month-long invasion*.
pub(super) fn hyphenated(w: &Words, i: usize) -> Found {
    let (length, tail, widened) = amount::hyphenated(w, i)?;
    if !w.cue(length.next, Cue::LASTING) {
        return None;
    }
    let before = w.text(w.back(i, 1));
    let own =
        matches!(before, "the" | "The" | "its" | "their" | "his" | "her" | "'s" | "’s" | "this" | "after");
    let past = tense::near(w, i, length.next) == tense::Tense::Past && !tense::present_perfect(w, i);
    match tail {
        Tail::Old => found(Form::Elapsed(length), i, length.next),
        // A length of which the writer is not sure to the day is still growing: "the more than month-long invasion".
        Tail::Long if own && (widened || !past) => found(Form::Elapsed(length), i, length.next),
        _ => None,
    }
}

pub(super) fn counted(w: &Words, i: usize) -> Found {
    match w.lower(i) {
        // "after 34 days of invasion", "after more than a month of fighting"
        "after" => {
            let length = amount::length(w, i + 1)?;
            let of = w.is(length.next, "of")
                && !matches!(w.text(length.next + 1), "age" | "marriage" | "pregnancy");
            return of.then(|| found(Form::Elapsed(length), i, length.next + 1)).flatten();
        }
        // "as of 22 months"
        "as" if w.is(i + 1, "of") => {
            let length = amount::length(w, i + 2)?;
            return found(Form::Elapsed(length), i, length.next);
        }
        // "for three weeks now", "has been abbot for nine weeks", "for the past ten years"
        "for" => {
            let past = w.skip(i + 1, &["the", "these"]);
            let past = w.skip(past, &["past", "last"]);
            let length = amount::length(w, past)?;
            if w.any(length.next, &["now", "running", "already"]) {
                return found(Form::Elapsed(length), i, length.next + 1);
            }
            let since = matches!(w.text(length.next), "old");
            return (!since && tense::present_perfect(w, i))
                .then(|| found(Form::Elapsed(length), i, length.next))
                .flatten();
        }
        _ => {}
    }
    let length = amount::length(w, i)?;
    let next = length.next;
    // "five weeks into what has become a war"
    if w.is(next, "into") {
        return found(Form::Elapsed(length), i, next + 1);
    }
    // "two years on, the line is still closed"
    if w.is(next, "on") && (w.text(next + 1) == "," || next + 1 >= w.end) {
        return found(Form::Elapsed(length), i, next + 1);
    }
    // "it is three years since the line closed", "22 months after the fire, the owners have signalled"
    let has = |k: usize| {
        matches!(w.text(k), "has" | "have" | "is" | "are" | "'s" | "’s" | "remains" | "continues" | "now")
    };
    if w.is(next, "since")
        && !matches!(w.class(next + 1), Class::Month(_) | Class::Weekday(_))
        && w.four(next + 1).is_none()
    {
        return found(Form::Elapsed(length), i, next + 1);
    }
    if w.is(next, "after") && super::points::point(w, next + 1).is_none() {
        // Told of the present where the main clause after the comma is.
        let comma = (next + 1..w.end.min(next + 16)).find(|k| w.text(*k) == ",")?;
        let main = (comma + 1..w.end.min(comma + 8)).any(has);
        return (i == w.start && main).then(|| found(Form::Elapsed(length), i, next + 1)).flatten();
    }
    None
}
