//! Repetition: *every Monday*, *each year*, *Mondays*, *daily*; and rates, which are no times: *24 hours a day*.

use super::{Form, Found, found};
use crate::time::amount;
use crate::time::lexicon::Class;
use crate::time::words::Words;

const WEEKDAYS: &[&str] =
    &["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "weekends"];

pub(super) fn set(w: &Words, i: usize) -> Found {
    match w.lower(i) {
        "every" | "each" => {
            let at = w.skip(i + 1, &["other", "few", "single"]);
            let named = matches!(
                w.class(at),
                Class::Unit(_) | Class::Weekday(_) | Class::Month(_) | Class::Season(_)
            ) || w.any(at, &["morning", "evening", "night", "afternoon", "weekend", "christmas"]);
            if named {
                return found(Form::Set, i, at + 1);
            }
            if let Some((_, k)) = w.ordinal(at)
                && matches!(w.class(k), Class::Unit(_) | Class::Weekday(_))
            {
                return found(Form::Set, i, k + 1);
            }
            let length = amount::length(w, at)?;
            found(Form::Set, i, length.next)
        }
        "daily" | "weekly" | "monthly" | "yearly" => {
            // "a daily newspaper" is a noun's adjective.
            let adverb = w.punctuation(i + 1)
                || w.any(i + 1, &["in", "on", "at", "by", "from", "since", "until", "and", "to"]);
            (adverb && !w.capital(i)).then(|| found(Form::Set, i, i + 1)).flatten()
        }
        "annually" => found(Form::Set, i, i + 1),
        word if WEEKDAYS.contains(&word) => found(Form::Set, i, i + 1),
        // "three times a week", "24 hours a day", "$5 an hour": the unit is a measure.
        "a" | "an" if matches!(w.class(i + 1), Class::Unit(_)) && rate(w, i) => {
            found(Form::Nothing, i, i + 2)
        }
        _ if matches!(w.class(i), Class::Cardinal(_)) || w.first_byte(i).is_ascii_digit() => {
            let length = amount::length(w, i)?;
            let rate = w.any(length.next, &["a", "an", "per", "every", "each"])
                && matches!(w.class(length.next + 1), Class::Unit(_));
            rate.then(|| found(Form::Nothing, i, length.next + 2)).flatten()
        }
        _ => None,
    }
}

/// Whether *a week* says how often and not when: it follows a count or a sum.
fn rate(w: &Words, i: usize) -> bool {
    let before = w.back(i, 1);
    if w.any(i + 2, &["ago", "later", "earlier", "before", "after", "from", "into", "and"]) {
        return false;
    }
    let sum = w.first_byte(before).is_ascii_digit()
        || matches!(
            w.text(before),
            "times" | "once" | "twice" | "million" | "billion" | "percent" | "%" | "barrels" | "tonnes"
        );
    sum || matches!(w.class(before), Class::Units(_))
        || (w.first_byte(w.back(i, 2)).is_ascii_digit()
            && w.small(before)
            && w.lower(before).is_empty()
            && w.text(before).ends_with('s'))
}
