//! A number with its unit: "€268m", "3.2 million euros", "20%", "40 km", "US$5", "EUR 40".

use super::number::{self, Number};
use super::view::View;
use super::vocabulary::{Unit, VOCABULARY};
use crate::text::{Case, TokenKind};

/// A number with the unit that stands before or behind it.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub start: usize,
    pub end: usize,
    pub number: Number,
    pub unit: Option<Unit>,
}

/// The term that begins with token `i`.
pub(super) fn read(view: &View, i: usize) -> Option<Term> {
    read_as(view, i, false)
}

/// The same where it is known whether money is spoken of ("£70-75m").
pub(super) fn read_as(view: &View, i: usize, money: bool) -> Option<Term> {
    let (at, sign) = sign(view, i).map_or((i, None), |(at, unit)| (at, Some(unit)));
    let (at, negative) = minus(view, at);
    let mut number = number::parse(view, at, money || sign.is_some())?;
    if negative {
        number.value = -number.value;
    }
    let mut end = number.end;
    let behind = unit(view, end, &number, sign.is_some());
    let unit = match (sign, behind) {
        // "$5m US", "$99 USD" and the like: the code says which dollar.
        (Some(sign), Some((after, unit))) if sign.symbol == "$" && unit.symbol.ends_with('D') => {
            end = after;
            Some(unit)
        }
        // "$5.9 billion dollars"
        (Some(sign), Some((after, unit))) if unit.dimension == sign.dimension => {
            end = after;
            Some(sign)
        }
        (Some(sign), _) => Some(sign),
        (None, Some((after, unit))) => {
            end = after;
            Some(unit)
        }
        (None, None) => None,
    };
    // "5m euros" and "5m pounds" are millions, "5m" alone is metres.
    if let Some(metres) = &unit
        && metres.symbol == "m"
        && view.low(end - 1) == "m"
        && let Some((after, money)) = unit_phrase(view, end)
        && matches!(money.dimension, super::Dimension::Money(_))
    {
        let number = number::parse(view, at, true)?;
        return Some(Term { start: i, end: after, number, unit: Some(money) });
    }
    Some(Term { start: i, end, number, unit })
}

/// A currency sign or code before the number: the number's first token, and the unit.
fn sign(view: &View, i: usize) -> Option<(usize, Unit)> {
    let token = view.token(i)?;
    let v = &*VOCABULARY;
    match token.kind {
        TokenKind::Symbol => {
            let unit = v.signs.get(&*view.low(i))?;
            Some((i + 1, unit.clone()))
        }
        TokenKind::Word if token.case != Case::Lower => {
            // US$, A$, HK$
            if view.tight(i) && view.kind(i + 1) == Some(TokenKind::Symbol) {
                let unit = v.signs.get(&*view.phrase(i, i + 2).replace(' ', ""))?;
                return Some((i + 2, unit.clone()));
            }
            if view.kind(i + 1) != Some(TokenKind::Number) {
                return None;
            }
            let low = view.low(i);
            let code = v.codes.get(&*low).filter(|_| token.case == Case::Upper);
            code.or_else(|| v.signs.get(&*low)).map(|unit| (i + 1, unit.clone()))
        }
        _ => None,
    }
}

/// A minus before figures: "-5", "minus 5".
fn minus(view: &View, i: usize) -> (usize, bool) {
    let next = view.kind(i + 1) == Some(TokenKind::Number);
    let sign = match view.word(i) {
        "-" | "−" | "–" => next && view.tight(i) && !(i > view.start && view.tight(i - 1)),
        word => word.eq_ignore_ascii_case("minus") && next,
    };
    (i + usize::from(sign), sign)
}

/// The unit behind a number that ends before `at`.
fn unit(view: &View, at: usize, number: &Number, money: bool) -> Option<(usize, Unit)> {
    // A hyphen in between: "5-km", "$5-a-barrel"
    let from = if view.word(at) == "-" && view.tight(at) && at > view.start && view.tight(at - 1) {
        at + 1
    } else {
        at
    };
    let (end, unit) = unit_phrase(view, from)?;
    let word = view.low(from);
    // Words that are units only right behind figures.
    let short = end == from + 1 && word.len() <= 2 && word.chars().all(char::is_alphabetic);
    if short && !(view.kind(at - 1) == Some(TokenKind::Number) || (number.scale > 1.0 && word.len() == 2)) {
        return None;
    }
    // "5 t" and "20 C", but not "20 c" or "5 P".
    if short && !view.tight(from - 1) && matches!(&*word, "c" | "p" | "l" | "g" | "h" | "in") {
        return None;
    }
    match &*word {
        "won" if number.plain => return None,
        "mark" | "marks" | "real" | "crown" | "crowns" | "sol" | "som" | "colon" | "foot" | "stone"
        | "second" | "ether" | "yard"
            if money || (number.value < 2.0 && word != "foot") =>
        {
            return None;
        }
        "c" | "f" if view.word(from) == "C" || view.word(from) == "F" => {}
        _ => {}
    }
    if number.ordinal {
        return None;
    }
    Some((end, unit))
}

/// The longest unit or currency whose name begins at `at`.
fn unit_phrase(view: &View, at: usize) -> Option<(usize, Unit)> {
    let v = &*VOCABULARY;
    if let Some(code) =
        v.codes.get(&*view.low(at)).filter(|_| view.token(at).is_some_and(|t| t.case == Case::Upper))
    {
        return Some((at + 1, code.clone()));
    }
    if let Some(found) = view.longest(at, 3, |phrase| v.units.get(phrase)) {
        return Some((found.0, found.1.clone()));
    }
    // "5€", "40 $"
    let sign = v.signs.get(&*view.low(at)).filter(|_| view.kind(at) == Some(TokenKind::Symbol));
    let before_number = view.tight(at) && view.kind(at + 1) == Some(TokenKind::Number);
    sign.filter(|_| !before_number).map(|unit| (at + 1, unit.clone()))
}
