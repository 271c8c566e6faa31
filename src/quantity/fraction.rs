//! Shares in words: "a fifth", "two-thirds of", "half the council", "one in five", "nine out of ten", "1/3".
//!
//! They are percentages said otherwise: the value is the share itself (0.2) and the factor 100, so that "a fifth" and
//! "20 percent" compare.

use super::number::{self, Number};
use super::view::View;
use super::vocabulary::{Atom, atom};
use super::{Dimension, Draft};
use crate::text::TokenKind;

/// The share that begins with token `i`.
pub(super) fn find(view: &View, i: usize) -> Option<Draft> {
    let (end, value) = number::slashed(view, i)
        .or_else(|| hyphened(view, i))
        .or_else(|| half(view, i))
        .or_else(|| ratio(view, i))
        .or_else(|| spoken(view, i))?;
    let number =
        Number { end, value, step: 0.01, scale: 1.0, plain: false, ordinal: false, indefinite: false };
    // "a quarter of a million"
    if view.is(end, &["of"])
        && view.is(end + 1, &["a"])
        && let Some(Atom::Scale(scale)) = atom(&view.low(end + 2))
    {
        let draft = Draft::number(i, &number);
        return Some(Draft {
            tokens: i..end + 3,
            value: value * scale,
            step: scale / 4.0,
            quarter: true,
            ..draft
        });
    }
    let draft = Draft::number(i, &number);
    Some(Draft { dimension: Dimension::Percent, factor: 100.0, tokens: i..end, ..draft })
}

/// The bottom of a fraction: *third*, *fifths*, *quarters*.
fn bottom(word: &str) -> Option<f64> {
    match word {
        "half" | "halves" => return Some(2.0),
        "quarter" | "quarters" => return Some(4.0),
        _ => {}
    }
    match atom(word.strip_suffix('s').unwrap_or(word))? {
        Atom::Ordinal(value) if value > 2.0 => Some(value),
        _ => None,
    }
}

/// "two-thirds", "one-fifth", "three-quarters"
fn hyphened(view: &View, i: usize) -> Option<(usize, f64)> {
    let word = view.low(i);
    let (top, under) = word.split_once('-')?;
    let top = match atom(top)? {
        Atom::Unit(v) | Atom::Teen(v) if v > 0.0 => v,
        _ => return None,
    };
    Some((i + 1, top / bottom(under)?))
}

/// "half of", "half the", "more than half"
fn half(view: &View, i: usize) -> Option<(usize, f64)> {
    if !view.is(i, &["half"]) {
        return None;
    }
    const OWNERS: &[&str] =
        &["of", "the", "its", "their", "his", "her", "our", "those", "these", "all", "as"];
    const BOUNDS: &[&str] = &[
        "than", "by", "about", "almost", "nearly", "over", "around", "roughly", "least", "under", "to", "in",
        "only",
    ];
    // "the first half of", "in the half"
    let noun = i > view.start
        && (view.is(i - 1, &["the", "first", "second", "this", "last", "each"])
            || view.low(i - 1).ends_with("th"));
    let share = view.is(i + 1, OWNERS)
        || (i > view.start && view.is(i - 1, BOUNDS) && !view.is(i + 1, &["a", "an", "past"]));
    (share && !noun).then_some((i + 1, 0.5))
}

/// "one in five", "9 out of 10", "two of every three"
fn ratio(view: &View, i: usize) -> Option<(usize, f64)> {
    let link = view.low(i + 1);
    let at = match &*link {
        "in" => i + 2 + usize::from(view.is(i + 2, &["every"])),
        "out" if view.is(i + 2, &["of"]) => i + 3 + usize::from(view.is(i + 3, &["every"])),
        "of" | "for" if view.is(i + 2, &["every"]) => i + 3,
        _ => return None,
    };
    let (top, under) = (number::parse(view, i, false)?, number::parse(view, at, false)?);
    let whole =
        |n: &Number| n.value.fract() == 0.0 && n.value > 0.0 && n.scale == 1.0 && !n.ordinal && !n.indefinite;
    // "5 in 2014", "3 in 8 countries"
    let tens = under.value <= 1000.0
        && (link != "in" || top.value == 1.0 || under.value == 10.0 || under.value <= 5.0);
    let fits = top.end == i + 1 && whole(&top) && whole(&under) && top.value < under.value && tens;
    fits.then_some((under.end, top.value / under.value))
}

/// "a third of", "two thirds", "three quarters of"
fn spoken(view: &View, i: usize) -> Option<(usize, f64)> {
    let one = view.is(i, &["a", "one", "an"]);
    let top = if one {
        1.0
    } else {
        match (view.kind(i)?, atom(&view.low(i))) {
            (TokenKind::Word, Some(Atom::Unit(v) | Atom::Teen(v))) if v > 1.0 => v,
            (TokenKind::Number, _) => {
                number::read_figures(view.word(i)).map(|n| n.0).filter(|v| *v > 1.0 && *v < 20.0)?
            }
            _ => return None,
        }
    };
    let word = view.low(i + 1);
    let under = bottom(&word)?;
    if top == 1.0 && !word.ends_with('s') && (!view.is(i, &["one"]) || word == "second" || word == "half") {
        // "a third man", "a quarter"
        let share = view
            .is(i + 2, &["of", "in", "from", "to", "more", "less", "fewer", "higher", "lower", "as", "on"])
            || (i > view.start
                && view.is(i - 1, &["by", "than", "about", "almost", "nearly", "over", "around", "only"]));
        if !share {
            return None;
        }
    } else if (top > 1.0) != word.ends_with('s') || word == "seconds" {
        return None;
    }
    Some((i + 2, top / under))
}
