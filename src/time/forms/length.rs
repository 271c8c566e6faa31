//! Lengths without a place in time: *for three weeks*, *eleven years*, *within 100 days*, *a two-day summit*.

use super::{Form, Found, found};
use crate::time::TimeUnit;
use crate::time::amount::{self, Tail};
use crate::time::words::Words;

/// *in two months*, *within 100 days*.
pub(super) fn within(w: &Words, i: usize) -> Found {
    if w.is(i, "within") {
        let next = w.skip(w.skip(i + 1, &["the"]), &["next", "coming"]);
        let length = amount::length(w, next)?;
        return found(Form::Deadline(length), i, length.next);
    }
    if !w.is(i, "in") {
        return None;
    }
    let length = amount::length(w, i + 1)?;
    if matches!(w.text(length.next), "'" | "’" | "'s" | "’s") && w.is(length.next + 1, "time") {
        return found(Form::Within(length), i, w.skip(length.next + 1, &["time"]));
    }
    found(Form::Within(length), i, length.next)
}

pub(super) fn duration(w: &Words, i: usize) -> Found {
    let length = amount::length(w, i)?;
    // "a day" and "a year" alone are mostly rates or idioms ("a day of mourning"); "for a day" is a length.
    let one = w.any(i, &["a", "an", "one"]) && length.high == 1.0;
    let cue = w.any(w.back(i, 1), &["for", "within", "after", "than", "nearly", "about", "over", "lasted"])
        || w.any(length.next, &["old", "of"]) && length.unit != TimeUnit::Day;
    if one && (!cue || length.unit == TimeUnit::Quarter) {
        return None;
    }
    // "a quarter of them", "three quarters of voters": a part.
    if length.unit == TimeUnit::Quarter && (one || w.is(length.next, "of")) {
        return None;
    }
    // "46 years old", "aged 46 years": an age, not a time.
    if w.is(length.next, "old") || w.text(w.back(i, 1)) == "aged" {
        return found(Form::Nothing, i, length.next);
    }
    found(Form::Duration(length), i, length.next)
}

/// *the 34-day siege*, *a month-long ban*; the age of a person is none.
pub(super) fn hyphenated(w: &Words, i: usize) -> Found {
    let (length, tail, _) = amount::hyphenated(w, i)?;
    found(if tail == Tail::Old { Form::Nothing } else { Form::Duration(length) }, i, length.next)
}

/// *for years*, *for decades*.
pub(super) fn vague(w: &Words, i: usize) -> Found {
    if !w.any(w.back(i, 1), &["for", "in"]) {
        return None;
    }
    let length = amount::bare_plural(w, i)?;
    found(Form::Duration(length), i, length.next)
}
