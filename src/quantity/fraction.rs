//! Shares in words: "a fifth", "two-thirds of", "half the council", "one in five", "nine out of ten", "1/3".
//!
//! They are percentages said otherwise: the value is the share itself (0.2) and the factor 100, so that "a fifth" and
//! "20 percent" compare.

use super::number::{self, Number};
use super::view::View;
use super::vocabulary::{Atom, VOCABULARY, atom};
use super::{Dimension, Draft, figures, spelled, term};

/// The share that begins with token `i`.
pub(super) fn find(view: &View, start: usize) -> Option<Draft> {
    let (i, negative) = term::minus(view, start);
    let (end, value) = figures::slashed(view, i)
        .or_else(|| hyphened(view, i))
        .or_else(|| half(view, i))
        .or_else(|| ratio(view, i))
        .or_else(|| divided(view, i))
        .or_else(|| spoken(view, i))?;
    // "three quarters of a million" is a number.
    let million = view.is(end, &["of"]) && view.is(end + 1, &["a"]);
    let at = if million { end + 2 } else { end };
    if matches!(atom(&view.low(at)), Some(Atom::Scale(_))) || number::of_unit(view, end).is_some() {
        return None;
    }
    let signed = if negative { -value } else { value };
    let draft = Draft::number(start, &Number { step: 0.01, ..Number::new(end, signed) });
    if value >= 1.0 {
        return Some(draft);
    }
    Some(Draft { dimension: Dimension::Percent, factor: 100.0, ..draft })
}

/// Whether a number can stand over or under a fraction's line.
fn whole(n: &Number) -> bool {
    n.whole() && n.value > 0.0 && n.scale == 1.0
}

/// The bottom of a fraction in one word: *third*, *fifths*, *quarters*, *twenty-fifths*.
fn bottom(word: &str) -> Option<f64> {
    match word {
        "half" | "halves" => return Some(2.0),
        "quarter" | "quarters" => return Some(4.0),
        _ => {}
    }
    if let Some((tens, rest)) = word.split_once('-') {
        let Some(Atom::Tens(tens)) = atom(tens) else { return None };
        return match atom(rest.strip_suffix('s').unwrap_or(rest))? {
            Atom::Ordinal(value) if value < 10.0 => Some(tens + value),
            _ => None,
        };
    }
    match atom(word.strip_suffix('s').unwrap_or(word))? {
        Atom::Ordinal(value) if value > 2.0 => Some(value),
        _ => None,
    }
}

/// The bottom of a fraction that begins at `at`: the token after it, its value, and whether it is a plural.
fn bottom_at(view: &View, at: usize) -> Option<(usize, f64, bool)> {
    let word = view.low(at);
    if let Some(under) = bottom(&word) {
        return Some((at + 1, under, word.ends_with('s')));
    }
    let under = spelled::parts(view, at).filter(|n| n.value > 2.0)?;
    Some((under.end, under.value, view.low(under.end - 1).ends_with('s')))
}

/// A fraction of few words without a look at what stands around it: "a half", "three quarters", "two-thirds", "3/4".
pub(super) fn part(view: &View, i: usize) -> Option<(usize, f64)> {
    if let Some(part) = figures::slashed(view, i).or_else(|| hyphened(view, i)) {
        return Some(part);
    }
    if view.is(i, &["a", "one"]) {
        let word = view.low(i + 1);
        return bottom(&word).filter(|_| !word.ends_with('s')).map(|under| (i + 2, 1.0 / under));
    }
    let (at, top) = match atom(&view.low(i)) {
        Some(Atom::Unit(top)) if top > 1.0 => (i + 1, top),
        _ => spelled::two_figures(view, i)?,
    };
    let word = view.low(at);
    let under = bottom(&word).filter(|_| word.ends_with('s') && word != "seconds")?;
    Some((at + 1, top / under))
}

/// Whether a mixed number ends with the part from `from` to `end`: not in "two million and a third of the rest".
pub(super) fn ends(view: &View, from: usize, end: usize) -> bool {
    let ordinal = view.is(from, &["a"]) && !view.is(from + 1, &["half", "quarter"]);
    if ordinal {
        return view.closes(end)
            || VOCABULARY.units.contains_key(&*view.low(end))
            || super::phrase::plural_after(view, end);
    }
    !view.is(end, &["of"])
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
    // "5 in 2014", "3 in 8 countries"
    let tens = under.value <= 1000.0
        && (link != "in" || top.value == 1.0 || under.value == 10.0 || under.value <= 5.0);
    let under_one = under.end == at + 1 || under.value > 20.0;
    let fits = top.end == i + 1 && whole(&top) && whole(&under) && top.value < under.value && tens;
    (fits && under_one).then_some((under.end, top.value / under.value))
}

/// "1 over twenty-one", said for itself: nothing counted, nothing compared.
fn divided(view: &View, i: usize) -> Option<(usize, f64)> {
    let told = i == view.start || view.is(i - 1, &["is", "equals", "be", "exactly"]);
    if !told {
        return None;
    }
    let top = number::parse(view, i, false).filter(|n| n.whole() && view.is(n.end, &["over"]))?;
    let under = number::parse(view, top.end + 1, false).filter(|n| whole(n) && view.closes(n.end))?;
    // "120 over 80" is a blood pressure.
    let pressure = (60.0..=260.0).contains(&top.value) && (30.0..=160.0).contains(&under.value);
    (!pressure).then_some((under.end, top.value / under.value))
}

/// "a third of", "two thirds", "three quarters of", "twenty twenty-fifths"
fn spoken(view: &View, i: usize) -> Option<(usize, f64)> {
    if view.is(i, &["a", "an"])
        && let Some(single) = single(view, i)
    {
        return Some(single);
    }
    let top = number::parse(view, i, false).filter(|n| n.whole() && n.value > 0.0)?;
    let (end, under, plural) = bottom_at(view, top.end)?;
    let word = view.low(top.end);
    let fits = if top.value == 1.0 && view.is(i, &["one"]) {
        !plural && (!view.is(top.end, &["half", "second"]) || shared(view, i, end))
    } else {
        plural && word != "seconds"
    };
    fits.then_some((end, top.value / under))
}

/// "a third of", but not "a third man"
fn single(view: &View, i: usize) -> Option<(usize, f64)> {
    let (end, under, plural) = bottom_at(view, i + 1)?;
    let alone = i == view.start && view.closes(end);
    (!plural && (alone || shared(view, i, end))).then_some((end, 1.0 / under))
}

/// Whether the words around "a third" make it a share.
fn shared(view: &View, i: usize, end: usize) -> bool {
    const BEHIND: &[&str] = &[
        "of", "in", "from", "to", "more", "less", "fewer", "higher", "lower", "as", "on", "smaller", "larger",
    ];
    const BEFORE: &[&str] =
        &["by", "than", "about", "almost", "nearly", "over", "around", "only", "under", "roughly", "least"];
    if view.is(end, BEHIND) {
        return true;
    }
    let Some(before) = i.checked_sub(1).filter(|&at| at >= view.start) else { return false };
    // "sales fell a quarter", but "added a third goal"
    let moved = VOCABULARY.changes.contains_key(&*view.low(before)) && view.closes(end);
    view.is(before, BEFORE) || moved
}
