//! Years in words: *nineteen ninety-six*, *two thousand and five*, *twenty twelve*, *nineteen oh five*.

use super::Found;
use crate::time::lexicon::{self, Class, Cue};
use crate::time::point::{Point, Year};
use crate::time::words::Words;

/// *five*, *fifteen*, *ninety six*, *ninety-six*: the value and the next index.
pub(super) fn below_hundred(w: &Words, i: usize) -> Option<(i16, usize)> {
    let Class::Cardinal(first @ 1..=99) = w.class(i) else {
        let (tens, ones) = w.text(i).split_once('-')?;
        return match (lexicon::class_of(tens), lexicon::class_of(ones)) {
            (Class::Cardinal(tens @ 20..=90), Class::Cardinal(ones @ 1..=9)) => {
                Some((tens as i16 + ones as i16, i + 1))
            }
            _ => None,
        };
    };
    let k = if w.text(i + 1) == "-" { i + 2 } else { i + 1 };
    match w.class(k) {
        Class::Cardinal(ones @ 1..=9) if first >= 20 => Some((first as i16 + ones as i16, k + 1)),
        _ => Some((first as i16, i + 1)),
    }
}

/// A year in words and the index after it.
pub(super) fn year(w: &Words, i: usize) -> Option<(i16, usize)> {
    let Class::Cardinal(first) = w.class(i) else { return None };
    match first {
        2 if w.is(i + 1, "thousand") => {
            let and = w.skip(i + 2, &["and"]);
            Some(below_hundred(w, and).map_or((2000, i + 2), |(n, next)| (2000 + n, next)))
        }
        15..=20 => {
            let century = first as i16 * 100;
            if w.is(i + 1, "oh") {
                let (n, next) = below_hundred(w, i + 2).filter(|(n, _)| *n < 10)?;
                return Some((century + n, next));
            }
            if w.is(i + 1, "hundred") && first < 20 {
                return Some((century, i + 2));
            }
            let (n, next) = below_hundred(w, i + 1).filter(|(n, _)| *n >= 10)?;
            Some((century + n, next))
        }
        _ => None,
    }
}

/// Whether the words end here, and are no count of what follows (*in October two thousand people marched*).
pub(super) fn ends(w: &Words, next: usize) -> bool {
    next >= w.end || w.punctuation(next) || !w.lower(next).is_empty() || w.cue(next, Cue::FUNCTION)
}

/// A year in words after a word that dates: *in nineteen ninety-six*.
pub(super) fn plain(w: &Words, i: usize) -> Found {
    let before = w.back(i, 1);
    let dates = [
        "in", "since", "until", "till", "by", "before", "after", "from", "between", "year", "early", "late",
        "to",
    ];
    if !w.any(before, &dates) {
        return None;
    }
    let (year, next) = year(w, i)?;
    // "from two thousand to three thousand" counts.
    let counts = year == 2000 && !w.any(before, &["in", "since", "year"]);
    (!counts && ends(w, next) && !matches!(w.class(next), Class::Units(_)))
        .then_some((Point::Year(Year::Is(year)), next))
}
