//! Ordinals: "third", "11th", "twenty-first", "second-largest".

use super::number::{self, Number};
use super::view::View;
use super::vocabulary::{Atom, atom};
use super::{Dimension, Draft};
use crate::text::TokenKind;

/// The ordinal that begins with token `i`.
pub(super) fn find(view: &View, i: usize) -> Option<Draft> {
    let number = match view.kind(i)? {
        TokenKind::Number => figures(view, i)?,
        TokenKind::Word => {
            number::parse(view, i, false).filter(|n| n.ordinal).or_else(|| compound(view, i))?
        }
        _ => return None,
    };
    Some(Draft { dimension: Dimension::Ordinal, ..Draft::number(i, &number) })
}

/// "ten seconds" and "a second" are lengths of time; "the second" is an ordinal.
pub(super) fn length_of_time(view: &View, i: usize) -> bool {
    let noun_follows = view.kind(i + 1) == Some(TokenKind::Word)
        && !view.is(i + 1, &["later", "ago", "before", "after", "and"]);
    view.is(i, &["second"])
        && i > view.start
        && view.is(i - 1, &["a", "per", "split", "every"])
        && !view.is(i + 1, &["time"])
        && !(noun_follows && view.is(i - 1, &["a"]))
}

/// "11th", "11th-hour"
fn figures(view: &View, i: usize) -> Option<Number> {
    let word = view.low(i);
    let head = word.split('-').next()?;
    let figures = ["st", "nd", "rd", "th"].iter().find_map(|end| head.strip_suffix(end))?;
    let (value, _) = super::figures::read(figures)?;
    Some(Number { ordinal: true, ..Number::new(i + 1, value) })
}

/// "second-largest", "third-biggest", "fifth-round"
fn compound(view: &View, i: usize) -> Option<Number> {
    let word = view.low(i);
    let (first, rest) = word.split_once('-')?;
    match atom(first)? {
        Atom::Ordinal(value) if rest.len() > 3 => Some(Number { ordinal: true, ..Number::new(i + 1, value) }),
        _ => None,
    }
}
