//! A number and a noun in one word: "10-mile", "12-member", "five-seat".

use super::number::{self, Number};
use super::view::View;
use super::vocabulary::{VOCABULARY, atom};
use super::{Bound, Counted, Draft, figures};
use crate::text::Span;

/// What stands behind a number without being counted by it.
const OTHER: &[&str] = &[
    "way", "time", "times", "tone", "track", "faced", "sided", "handed", "tier", "piece", "off", "on",
    "fold", "plus", "odd", "half", "day", "week", "month", "year", "century", "decade", "quarter", "term",
    "party", "star", "storey", "story", "a", "and", "to", "or", "by", "day-old",
];

/// The compound that the token `i` is.
pub(super) fn find(view: &View, i: usize) -> Option<Draft> {
    let word = view.low(i);
    let (number, rest) = word.split_once('-')?;
    let (value, step) = figures::read(number).or_else(|| Some((number::word(number)?, 1.0)))?;
    if atom(rest).is_some() || atom(rest.strip_suffix('s').unwrap_or(rest)).is_some() {
        return None;
    }
    let rest_at = view.token(i)?.span.start + number.len() + 1;
    if matches!(rest, "odd" | "something" | "ish" | "plus") {
        let bound = if rest == "plus" { Bound::AtLeast } else { Bound::About };
        let number = Number { step, ..Number::new(i + 1, value) };
        return Some(Draft { bound, ..Draft::number(i, &number) });
    }
    if rest.contains('-') || OTHER.contains(&rest) || !rest.chars().all(char::is_alphabetic) {
        return None;
    }
    let draft = Draft::number(i, &Number { step, ..Number::new(i + 1, value) });
    if let Some(unit) = VOCABULARY.units.get(rest).filter(|_| rest.len() > 1) {
        return Some(draft.with_unit(unit.clone()));
    }
    if value < 2.0 {
        return None;
    }
    let span = Span::new(rest_at, view.token(i)?.span.end);
    Some(Draft { of: Some(Counted { span, head: rest.into(), modifiers: Vec::new() }), ..draft })
}
