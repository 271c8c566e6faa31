//! Numbers alone, in figures, in words, and in both mixed (*3.2 million*).

use super::view::View;
use super::vocabulary::{Atom, VOCABULARY, atom};
use super::{figures, fraction, spelled};
use crate::text::TokenKind;

/// A number without its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// The token after it.
    pub end: usize,
    pub value: f64,
    /// The worth of a unit in the last place that is written: 100,000 in *61.0 million*.
    pub step: f64,
    /// The scale word's factor: 1,000,000 in *3.2 million*.
    pub scale: f64,
    /// Plain figures without separator, decimals or scale: what a label, a year or a house has.
    pub plain: bool,
    pub ordinal: bool,
    /// An indefinite plural: *dozens*.
    pub indefinite: bool,
    /// With a fraction in words: *two and three quarters*.
    pub fraction: bool,
}

impl Number {
    pub fn new(end: usize, value: f64) -> Self {
        Number {
            end,
            value,
            step: 1.0,
            scale: 1.0,
            plain: false,
            ordinal: false,
            indefinite: false,
            fraction: false,
        }
    }

    /// A decimal times a power of ten, exact as written: 4.1 × 1,000,000 is 4,100,000.
    pub fn scaled(self, scale: f64) -> Self {
        let value = format!("{}e{}", self.value, scale.log10().round() as i32).parse();
        let exact = scale.log10().fract() == 0.0;
        let value = value.ok().filter(|_| exact).unwrap_or(self.value * scale);
        Number { value, step: self.step * scale, scale: self.scale * scale, plain: false, ..self }
    }

    /// The number with the scale word behind it, where there is one.
    fn times_scale(self, view: &View) -> Self {
        match scale_at(view, self.end) {
            Some(scale) => Number { end: self.end + 1, ..self.scaled(scale) },
            None => self,
        }
    }

    /// Whether it is a whole number that counts.
    pub fn whole(&self) -> bool {
        self.value.fract() == 0.0 && !self.ordinal && !self.indefinite
    }
}

/// The number that begins with token `i`; `money` says that a currency sign stands before it, so that "5m" is
/// five million.
pub(super) fn parse(view: &View, i: usize, money: bool) -> Option<Number> {
    let number = match view.kind(i)? {
        TokenKind::Number => figures::parse(view, i, money)?,
        TokenKind::Word => {
            part_of_scale(view, i).or_else(|| spelled::parse(view, i)).or_else(|| indefinite(view, i))?
        }
        _ => return None,
    };
    Some(and_part(view, number))
}

/// The value of a number word that stands alone.
pub(super) fn word(word: &str) -> Option<f64> {
    match atom(word)? {
        Atom::Unit(value) | Atom::Teen(value) | Atom::Tens(value) => Some(value),
        _ => None,
    }
}

/// The factor of the scale word at `at`.
fn scale_at(view: &View, at: usize) -> Option<f64> {
    match atom(&view.low(at))? {
        Atom::Scale(scale) => Some(scale),
        Atom::Dozen => Some(12.0),
        _ => None,
    }
}

/// "half a million", "three quarters of a billion", "quarter million", "half a dozen"
fn part_of_scale(view: &View, i: usize) -> Option<Number> {
    match &*view.low(i) {
        "half-a-million" | "half-million" => {
            return Some(Number { step: 1e5, scale: 1e6, ..Number::new(i + 1, 5e5) });
        }
        word if word.ends_with("-and-a-half") => {
            let whole = word.strip_suffix("-and-a-half").and_then(self::word)?;
            return Some(Number { step: 0.5, ..Number::new(i + 1, whole + 0.5) }.times_scale(view));
        }
        "half-a-dozen" | "half-dozen" => return Some(Number::new(i + 1, 6.0)),
        _ => {}
    }
    let (end, value) = match &*view.low(i) {
        "half" => (i + 1, 0.5),
        "half-a" => (i + 1, 0.5),
        "quarter" => (i + 1, 0.25),
        _ => fraction::part(view, i)?,
    };
    let mut at = end;
    if view.is(at, &["of"]) && view.is(at + 1, &["a"]) {
        at += 2;
    } else if view.is(at, &["a"]) {
        at += 1;
    }
    // "half a percentage point", "three quarters of a mile"
    if let Some(at) = of_unit(view, end) {
        return Some(Number { step: 0.25, fraction: true, ..Number::new(at, value) });
    }
    let scale = scale_at(view, at)?;
    let number = Number { step: if value == 0.5 { 0.5 } else { 0.25 }, ..Number::new(at + 1, value) };
    if scale == 12.0 {
        return Some(Number { step: 1.0, ..Number::new(at + 1, value * 12.0) });
    }
    Some(Number { fraction: true, ..number.scaled(scale) })
}

/// The unit behind "half a", "a quarter of an".
pub(super) fn of_unit(view: &View, end: usize) -> Option<usize> {
    let article = end + usize::from(view.is(end, &["of"]));
    let at = article + 1;
    let unit = view.is(article, &["a", "an"])
        && !view.timed(at)
        && !view.is(at, &["second"])
        && view.longest(at, 2, |phrase| VOCABULARY.units.get(phrase)).is_some();
    unit.then_some(at)
}

/// Adds "and a half", and the scale word behind it: "two and a half million", "a million and a half",
/// "one billion and a half million".
fn and_part(view: &View, number: Number) -> Number {
    if !number.whole() || !view.is(number.end, &["and"]) {
        return number;
    }
    let Some((end, part)) = fraction::part(view, number.end + 1).filter(|&(_, part)| part < 1.0) else {
        return number;
    };
    let with = |value: f64, end: usize, scale: f64| {
        let step = if part == 0.5 { 0.5 } else { 0.25 };
        Number { value, end, step: step * scale, scale, plain: false, fraction: true, ..number }
    };
    match scale_at(view, end).filter(|&scale| scale > 12.0) {
        Some(scale) if scale < number.scale => with(number.value + part * scale, end + 1, scale),
        Some(_) if number.scale > 1.0 => number,
        Some(scale) => with((number.value + part) * scale, end + 1, scale),
        None if fraction::ends(view, number.end + 1, end) => {
            with(number.value + part * number.scale, end, number.scale)
        }
        None => number,
    }
}

/// *dozens*, *hundreds*, *tens of thousands*, *several hundred*: at least twice the word's own number.
fn indefinite(view: &View, i: usize) -> Option<Number> {
    let value = |at: usize| VOCABULARY.plurals.get(&*view.low(at)).copied();
    if let Some(number) = several(view, i) {
        return Some(number);
    }
    let first = value(i)?;
    if view.is(i + 1, &["of"])
        && let Some(second) = value(i + 2).filter(|&v| v > first || first == 1e3)
    {
        return Some(Number { indefinite: true, step: second, ..Number::new(i + 3, 2.0 * first * second) });
    }
    // "scores" is mostly a verb or a noun of its own.
    let lonely = matches!(first as u32, 10 | 20) && !view.is(i + 1, &["of"]);
    (!lonely).then_some(Number { indefinite: true, step: first, ..Number::new(i + 1, 2.0 * first) })
}

/// "several hundred", "a few dozen", "a couple of thousand"
fn several(view: &View, i: usize) -> Option<Number> {
    let at = match &*view.low(i) {
        "several" | "few" => i + 1,
        "couple" if view.is(i + 1, &["of"]) => i + 2,
        _ => return None,
    };
    let mut scale = match atom(&view.low(at))? {
        Atom::Hundred => 100.0,
        _ => scale_at(view, at)?,
    };
    let mut end = at + 1;
    // "several hundred thousand"
    if let Some(Atom::Scale(next)) = atom(&view.low(end)).filter(|_| scale == 100.0) {
        scale *= next;
        end += 1;
    }
    Some(Number { indefinite: true, step: scale, ..Number::new(end, 2.0 * scale) })
}
