//! How many times as much: "twice as many cars", "three times higher", "a threefold rise".

use super::number::{self, Number};
use super::phrase;
use super::view::View;
use super::{Dimension, Draft, figures};

/// The multiple that begins with token `i`.
pub(super) fn find(view: &View, i: usize) -> Option<Draft> {
    let number = fold(view, i).or_else(|| times(view, i))?;
    let mut draft = Draft { dimension: Dimension::Multiple, plain: false, ..Draft::number(i, &number) };
    let end = number.end;
    // "twice as many cars": what is counted stands inside the comparison.
    if view.is(end, &["as"]) && view.is(end + 1, &["many", "much"]) {
        let found = phrase::plural_phrase(view, end + 2);
        draft.of = found.map(|(first, head)| phrase::counted(view, first, head));
    }
    Some(draft)
}

/// "threefold", "10-fold", "three-fold"
fn fold(view: &View, i: usize) -> Option<Number> {
    let word = view.low(i);
    let stem = word.strip_suffix("fold").filter(|stem| !stem.is_empty())?;
    let stem = stem.trim_end_matches('-');
    let (value, step) = figures::read(stem).or_else(|| Some((number::word(stem)?, 1.0)))?;
    (value > 1.0).then(|| Number { step, ..Number::new(i + 1, value) })
}

/// "twice as", "three times more", "four times the size"
fn times(view: &View, i: usize) -> Option<Number> {
    const COMPARED: &[&str] = &[
        "as", "more", "higher", "larger", "bigger", "greater", "faster", "longer", "lower", "less", "fewer",
        "smaller", "likelier",
    ];
    const MEASURES: &[&str] = &[
        "size", "number", "rate", "amount", "average", "level", "price", "cost", "limit", "length", "speed",
    ];
    let number = match &*view.low(i) {
        "twice" => Number::new(i + 1, 2.0),
        _ => {
            let number = number::parse(view, i, false).filter(|n| !n.ordinal && !n.indefinite)?;
            if !view.is(number.end, &["times"]) || view.timed(number.end) {
                return None;
            }
            Number { end: number.end + 1, plain: false, ..number }
        }
    };
    let end = number.end;
    let measure =
        view.is(end, &["the", "its", "their"]) && (end + 1..end + 4).any(|at| view.is(at, MEASURES));
    (view.is(end, COMPARED) || measure).then_some(number)
}
