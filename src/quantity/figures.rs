//! Numbers in figures: "1,200", "2½", "3.2 million", "88m", "1 414 021", "1.3e6", "2 × 10^8", "1/3".

use super::number::{self, Number};
use super::view::View;
use super::vocabulary::{Atom, VOCABULARY, atom};
use crate::text::TokenKind;

/// The number that begins with figures at token `i`.
pub(super) fn parse(view: &View, i: usize, money: bool) -> Option<Number> {
    if let Some(number) = power(view, i) {
        return Some(number);
    }
    let word = view.word(i);
    let (figures, rest) = word.split_once('-').unwrap_or((word, ""));
    let Some((value, step)) = read(figures) else { return giga(view, i) };
    let mut number = Number { step, ..Number::new(i + 1, value) };
    // A telephone's or an agent's 007 counts nothing.
    if figures.len() > 1 && figures.starts_with('0') && !figures.starts_with("0.") {
        return None;
    }
    if !rest.is_empty() {
        let Some(Atom::Scale(scale)) = atom(&rest.to_lowercase()) else { return None };
        return Some(number.scaled(scale));
    }
    if let Some((end, value)) = slashed(view, i).filter(|&(end, _)| number::of_unit(view, end).is_some()) {
        return Some(Number { step: 0.25, ..Number::new(end, value) });
    }
    number.plain = word.bytes().all(|b| b.is_ascii_digit());
    // "2 1/2"
    if number.plain
        && view.kind(i + 1) == Some(TokenKind::Number)
        && !view.tight(i)
        && let Some((end, part)) = slashed(view, i + 1)
    {
        return Some(Number { value: value + part, step: 0.25, end, plain: false, ..number });
    }
    number = grouped(view, i, number);
    while let Some(scale) = scale(view, number.end, i, money) {
        number = Number { end: number.end + 1, ..number.scaled(scale) };
    }
    Some(continued(view, number, money))
}

/// The value and the last place of figures with separators: "1,200", "3.25", "2½".
pub(super) fn read(word: &str) -> Option<(f64, f64)> {
    if word.len() > 40 {
        return None;
    }
    let mut plain = String::with_capacity(word.len());
    let (mut decimals, mut fraction) = (None, None);
    for c in word.chars() {
        match c {
            '0'..='9' => {
                plain.push(c);
                decimals = decimals.map(|d: i32| d + 1);
            }
            ',' if decimals.is_none() => {}
            '.' if decimals.is_none() => {
                plain.push(c);
                decimals = Some(0);
            }
            _ if fraction.is_none() && decimals.is_none() => fraction = Some(vulgar(c)?),
            _ => return None,
        }
    }
    if fraction.is_some() && plain.is_empty() {
        plain.push('0');
    }
    let whole: f64 = plain.parse().ok()?;
    let step = if fraction.is_some() { 0.25 } else { 10f64.powi(-decimals.unwrap_or(0)) };
    Some((whole + fraction.unwrap_or(0.0), step))
}

/// The value of a fraction that is one character.
fn vulgar(c: char) -> Option<f64> {
    Some(match c {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅕' => 0.2,
        '⅖' => 0.4,
        '⅗' => 0.6,
        '⅘' => 0.8,
        '⅙' => 1.0 / 6.0,
        '⅚' => 5.0 / 6.0,
        '⅛' => 0.125,
        '⅜' => 0.375,
        '⅝' => 0.625,
        '⅞' => 0.875,
        _ => return None,
    })
}

/// "1 414 021 100"
fn grouped(view: &View, i: usize, mut number: Number) -> Number {
    let group = |at: usize| view.word(at).len() == 3 && view.word(at).bytes().all(|b| b.is_ascii_digit());
    if !number.plain || view.word(i).len() > 3 || !group(i + 1) || !(group(i + 2) || hard_space(view, i)) {
        return number;
    }
    number.plain = false;
    while group(number.end) {
        let next = read(view.word(number.end)).map_or(0.0, |n| n.0);
        number = Number { value: number.value * 1000.0 + next, end: number.end + 1, ..number };
    }
    number
}

/// "4 thousand 3 hundred and 21", "3 crore 20 lakh", "6 crore and two hundred"
fn continued(view: &View, mut number: Number, money: bool) -> Number {
    while number.scale > 1.0 {
        let joined = view.is(number.end, &["and"]);
        let indian = matches!(number.scale, 1e5 | 1e7);
        let at = number.end + usize::from(joined);
        let figures = view.kind(at) == Some(TokenKind::Number);
        if !figures && !(joined && indian) || joined && number.scale > 1e3 && !indian {
            break;
        }
        let Some(next) = number::parse(view, at, money).filter(|n| !n.ordinal && !n.indefinite) else {
            break;
        };
        let told = if figures { next.scale > 1.0 || (joined && next.plain) } else { next.value >= 100.0 };
        let fits = told && next.value < number.scale && next.scale < number.scale;
        if !fits || next.value.fract() != 0.0 {
            break;
        }
        let scale = if next.scale > 1.0 { next.scale } else { 1.5 };
        number = Number { value: number.value + next.value, step: next.step, scale, end: next.end, ..number };
    }
    number
}

/// Whether the space after a token keeps it on the line of the next one.
fn hard_space(view: &View, i: usize) -> bool {
    let (Some(a), Some(b)) = (view.token(i), view.token(i + 1)) else { return false };
    matches!(&view.document.text[a.span.end..b.span.start], "\u{a0}" | "\u{202f}" | "\u{2009}")
}

/// "1/3"; the token after it and its value.
pub(super) fn slashed(view: &View, i: usize) -> Option<(usize, f64)> {
    let fits = view.word(i + 1) == "/" && view.tight(i) && view.tight(i + 1) && view.word(i + 3) != "/";
    if !fits || view.kind(i) != Some(TokenKind::Number) {
        return None;
    }
    let (a, b): (u32, u32) = (view.word(i).parse().ok()?, view.word(i + 2).parse().ok()?);
    let usual = matches!(b, 2..=10 | 12 | 15 | 16 | 20 | 25 | 32 | 50 | 64 | 100 | 1000);
    (a > 0 && a < b && usual && !(a == 9 && b == 11)).then(|| (i + 3, f64::from(a) / f64::from(b)))
}

/// "1.3e6", "12e-1", "1.3x10^6", "2 × 10⁸", "10^6"
fn power(view: &View, i: usize) -> Option<Number> {
    let word = view.word(i);
    let (value, step, end) = match word.find(['e', 'E', 'x']) {
        Some(at) if word.len() < 40 && word.as_bytes()[at] != b'x' => {
            let (value, step) = read(&word[..at])?;
            let (end, exponent) = match &word[at + 1..] {
                "" => signed(view, i)?,
                figures => (i + 1, figures.parse().ok()?),
            };
            (shifted(value, exponent)?, shifted(step, exponent)?, end)
        }
        Some(at) if word.len() < 40 => {
            let (value, step) = read(&word[..at])?;
            let (end, times) = raised(view, i, &word[at + 1..])?;
            (value * times, step * times, end)
        }
        Some(_) => return None,
        None if matches!(view.word(i + 1), "x" | "×" | "*" | "·") => {
            let (value, step) = read(word)?;
            let (end, times) = raised(view, i + 2, view.word(i + 2))?;
            (value * times, step * times, end)
        }
        None => {
            let (end, value) = raised(view, i, word)?;
            (value, 1.0, end)
        }
    };
    let step = step.max(f64::MIN_POSITIVE);
    (value.abs() < 1e300 && step < 1e300).then(|| Number { step, ..Number::new(end, value) })
}

/// "10^6", "10⁶": the token after it and its value, where `base` ends the token `i`.
fn raised(view: &View, i: usize, base: &str) -> Option<(usize, f64)> {
    if view.word(i + 1) == "^" && view.tight(i) && view.tight(i + 1) {
        let (end, exponent) = match view.kind(i + 2)? {
            TokenKind::Number => (i + 3, view.word(i + 2).parse().ok()?),
            _ => signed(view, i + 1)?,
        };
        let value = read(base)?.0.powi(exponent);
        return value.is_normal().then_some((end, value));
    }
    let raised = base.strip_prefix("10").filter(|rest| !rest.is_empty() && rest.len() < 9)?;
    let digit = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|d| d == c);
    let exponent = raised.chars().try_fold(0, |sum, c| Some(sum * 10 + digit(c)? as i32))?;
    (exponent < 300).then(|| (i + 1, 10f64.powi(exponent)))
}

/// The signed whole number whose sign stands right behind token `i`: "-1" in "12e-1".
fn signed(view: &View, i: usize) -> Option<(usize, i32)> {
    let sign = match view.word(i + 1) {
        "-" | "−" => -1,
        "+" => 1,
        _ => return None,
    };
    let fits = view.tight(i) && view.tight(i + 1) && view.word(i + 2).len() <= 3;
    let figures: i32 = fits.then(|| view.word(i + 2).parse().ok()).flatten()?;
    Some((i + 3, sign * figures))
}

/// A decimal with its point moved, exact as written.
fn shifted(value: f64, places: i32) -> Option<f64> {
    let moved: f64 = format!("{value}e{places}").parse().ok()?;
    (places.abs() < 300).then_some(moved)
}

/// "10G" alone; of a network or a train it is a name.
fn giga(view: &View, i: usize) -> Option<Number> {
    let word = view.word(i);
    let value = read(word.strip_suffix('G')?).filter(|v| !(v.0 <= 6.0 && v.1 == 1.0))?;
    let alone = i == view.start && view.token(i + 1).is_none();
    alone.then(|| Number { step: value.1, ..Number::new(i + 1, value.0) }.scaled(1e9))
}

/// The factor of a scale word or suffix at `at`, behind figures that begin at `first`.
fn scale(view: &View, at: usize, first: usize, money: bool) -> Option<f64> {
    let tight = at == first + 1 && view.tight(first);
    let amount = || {
        let next = view.low(at + 1);
        let counted = next.len() > 3 && next.ends_with('s') && !next.ends_with("ss")
            || matches!(&*next, "people" | "men" | "women" | "children");
        let race =
            ["hurdles", "sprints", "metres", "meters", "finals", "races", "freestyle"].contains(&&*next);
        counted && !race
    };
    let low = view.low(at);
    // "bn." at the end of a sentence
    let low = low.strip_suffix('.').unwrap_or(&low);
    Some(match low {
        "hundred" => 1e2,
        "k" if tight || (view.closes(at + 1) && view.word(at) == "k") => 1e3,
        "m" if money || (tight && (view.word(at) == "M" || amount())) => 1e6,
        "b" if money || (tight && view.word(at) == "B") => 1e9,
        "t" if tight && (money || view.word(at) == "T" && view.closes(at + 1)) => 1e12,
        word => match atom(word) {
            Some(Atom::Scale(scale)) => scale,
            Some(Atom::Dozen) => 12.0,
            _ => *VOCABULARY.suffixes.get(word)?,
        },
    })
}
