//! A number with its unit: "€268m", "3.2 million euros", "20%", "40 km", "US$5", "EUR 40", "30 MUSD".

use super::number::{self, Number};
use super::view::View;
use super::vocabulary::{self, Atom, Unit, VOCABULARY, atom};
use super::{Dimension, phrase};
use crate::text::{Case, TokenKind};

/// A number with the unit that stands before or behind it.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub start: usize,
    pub end: usize,
    pub number: Number,
    pub unit: Option<Unit>,
}

impl Term {
    pub fn money(&self) -> bool {
        self.unit.as_ref().is_some_and(|u| matches!(u.dimension, Dimension::Money(_)))
    }
}

/// The term that begins with token `i`.
pub(super) fn read(view: &View, i: usize) -> Option<Term> {
    read_as(view, i, false)
}

/// The same where it is known whether money is spoken of ("£70-75m").
pub(super) fn read_as(view: &View, i: usize, money: bool) -> Option<Term> {
    let (at, negative) = minus(view, i);
    let (at, sign, scale) = sign(view, at).map_or((at, None, 1.0), |s| (s.end, Some(s.unit), s.scale));
    let (at, negative) = if negative { (at, true) } else { minus(view, at) };
    let mut number = number::parse(view, at, money || sign.is_some())?;
    if negative {
        number.value = -number.value;
    }
    if scale > 1.0 {
        number = number.scaled(scale);
    }
    let mut end = number.end;
    let behind = unit(view, end, &number, sign.is_some());
    if let Some(found) = behind.as_ref().filter(|found| found.scale > 1.0) {
        number = number.scaled(found.scale);
    }
    let unit = match (sign, behind) {
        // "$5m US", "$99 USD" and the like: the code says which dollar.
        (Some(sign), Some(found)) if sign.symbol == "$" && found.unit.symbol.ends_with('D') => {
            end = found.end;
            Some(found.unit)
        }
        // "$5.9 billion dollars"
        (Some(sign), Some(found)) if found.unit.dimension == sign.dimension => {
            end = found.end;
            Some(sign)
        }
        (Some(sign), _) => Some(sign),
        (None, Some(found)) => {
            end = found.end;
            Some(found.unit)
        }
        (None, None) => None,
    };
    // "5m euros" and "5m pounds" are millions, "5m" alone is metres.
    if let Some(metres) = &unit
        && metres.symbol == "m"
        && view.low(end - 1) == "m"
        && let Some(found) = unit_phrase(view, end)
        && matches!(found.unit.dimension, Dimension::Money(_))
    {
        let number = number::parse(view, at, true)?;
        return Some(Term { start: i, end: found.end, number, unit: Some(found.unit) });
    }
    let term = Term { start: i, end, number, unit };
    Some(scaled_behind(view, term))
}

/// "75 USD million": the scale stands behind the currency.
fn scaled_behind(view: &View, term: Term) -> Term {
    let coded = term.end > term.number.end && term.money() && term.number.scale == 1.0;
    match atom(&view.low(term.end)).filter(|_| coded) {
        Some(Atom::Scale(scale)) => Term { number: term.number.scaled(scale), end: term.end + 1, ..term },
        _ => term,
    }
}

/// A unit as found: the token after it, and the scale that it brings along.
struct Found {
    end: usize,
    unit: Unit,
    scale: f64,
}

impl Found {
    fn plain(end: usize, unit: &Unit) -> Self {
        Found { end, unit: unit.clone(), scale: 1.0 }
    }
}

/// A currency sign or code before the number, up to the number's first token.
fn sign(view: &View, i: usize) -> Option<Found> {
    let token = view.token(i)?;
    let v = &*VOCABULARY;
    match token.kind {
        TokenKind::Symbol => Some(Found::plain(i + 1, v.signs.get(&*view.low(i))?)),
        TokenKind::Word if token.case != Case::Lower => {
            // US$, A$, HK$
            if view.tight(i) && view.kind(i + 1) == Some(TokenKind::Symbol) {
                let unit = v.signs.get(&*view.phrase(i, i + 2).replace(' ', ""))?;
                return Some(Found::plain(i + 2, unit));
            }
            if view.kind(i + 1) != Some(TokenKind::Number) {
                return None;
            }
            let coded = vocabulary::code(view.word(i));
            coded
                .map(|(unit, scale)| Found { scale, ..Found::plain(i + 1, unit) })
                .or_else(|| Some(Found::plain(i + 1, v.signs.get(&*view.low(i))?)))
        }
        _ => None,
    }
}

/// A minus before a number: "-5", "minus 5", "negative five"; the number's first token, and whether there is one.
pub(super) fn minus(view: &View, i: usize) -> (usize, bool) {
    let figures = view.kind(i + 1) == Some(TokenKind::Number);
    let word = view.low(i);
    let sign = match &*word {
        "-" | "−" | "–" => {
            let tight = view.tight(i) && !(i > view.start && view.tight(i - 1));
            let money =
                view.kind(i + 1) == Some(TokenKind::Symbol) && view.kind(i + 2) == Some(TokenKind::Number);
            (figures || money) && (tight || alone(view, i))
        }
        "minus" => figures || atom(&first_part(view, i + 1)).is_some(),
        // "tested negative 40 times"
        "negative" => {
            let told = i == view.start || !view.low(i - 1).starts_with("test");
            told && (figures || atom(&first_part(view, i + 1)).is_some())
        }
        _ => false,
    };
    (i + usize::from(sign), sign)
}

/// A word up to its hyphen.
fn first_part(view: &View, i: usize) -> String {
    view.low(i).split('-').next().unwrap_or("").to_owned()
}

/// "- 1 4/5": a sign and a number are the whole sentence; in a list the dash would open an item of words.
fn alone(view: &View, i: usize) -> bool {
    let numeric = |i: usize| view.kind(i) == Some(TokenKind::Number) || matches!(view.word(i), "/" | ".");
    i == view.start && view.end - i <= 6 && (i + 1..view.end).all(numeric)
}

/// The unit behind a number that ends before `at`.
fn unit(view: &View, at: usize, number: &Number, money: bool) -> Option<Found> {
    if number.ordinal {
        return None;
    }
    // A hyphen in between: "5-km", "$5-a-barrel"
    let from = if view.word(at) == "-" && view.tight(at) && at > view.start && view.tight(at - 1) {
        at + 1
    } else {
        at
    };
    if from == at
        && let Some(degrees) = degrees(view, at, number)
    {
        return Some(degrees);
    }
    let found = unit_phrase(view, from)?;
    let word = view.low(from);
    // Words that are units only right behind figures.
    let short = found.end == from + 1 && word.len() <= 2 && word.chars().all(char::is_alphabetic);
    if short && !(view.kind(at - 1) == Some(TokenKind::Number) || (number.scale > 1.0 && word.len() == 2)) {
        return None;
    }
    // "5 t" and "20 C", but not "20 c" or "5 P".
    if short && !view.tight(from - 1) && matches!(&*word, "c" | "p" | "l" | "g" | "h" | "in") {
        return None;
    }
    if view.word(from) == "T" {
        return None;
    }
    (!other_word(view, &found, number, money)).then_some(found)
}

/// "20 C", "70F": capitals right behind what can be a temperature.
fn degrees(view: &View, at: usize, number: &Number) -> Option<Found> {
    let name = match view.word(at) {
        "C" => "°c",
        "F" => "° f",
        _ => return None,
    };
    let fits = view.kind(at - 1) == Some(TokenKind::Number) && number.scale == 1.0 && number.value < 200.0;
    let ended = view.tight(at - 1) || view.closes(at + 1);
    VOCABULARY.units.get(name).filter(|_| fits && ended).map(|unit| Found::plain(at + 1, unit))
}

/// Whether a unit's name is another word here: "They won 40", "two grand pianos".
fn other_word(view: &View, found: &Found, number: &Number, money: bool) -> bool {
    const BEHIND_SUMS: &[&str] =
        &["a", "an", "for", "to", "in", "on", "from", "more", "each", "per", "and", "or", "less", "at", "by"];
    match &*view.low(found.end - 1) {
        "won" => number.plain,
        "grand" => !(view.closes(found.end) || view.is(found.end, BEHIND_SUMS)),
        "mark" | "marks" | "real" | "crown" | "crowns" | "sol" | "som" | "colon" | "stone" | "second"
        | "ether" | "yard" => money || number.value < 2.0,
        "foot" => money,
        _ => false,
    }
}

/// The longest unit or currency whose name begins at `at`.
fn unit_phrase(view: &View, at: usize) -> Option<Found> {
    let v = &*VOCABULARY;
    let token = view.token(at)?;
    let before_number = view.tight(at) && view.kind(at + 1) == Some(TokenKind::Number);
    if matches!(token.case, Case::Upper | Case::Mixed)
        && !before_number
        && let Some((unit, scale)) = vocabulary::code(view.word(at))
    {
        return Some(Found { scale, ..Found::plain(at + 1, unit) });
    }
    if let Some((end, unit)) = view.longest(at, 3, |phrase| v.units.get(phrase)) {
        return Some(Found::plain(end, unit));
    }
    // "5€", "40 $"
    let sign = v.signs.get(&*view.low(at)).filter(|_| token.kind == TokenKind::Symbol);
    sign.filter(|_| !before_number).map(|unit| Found::plain(at + 1, unit))
}

/// "thirteen dollars and forty-five cents", "5 ft 10 in", "17 USD 25": one measure in two units.
pub(super) fn composite(view: &View, first: &Term) -> Option<Term> {
    let whole = first.unit.as_ref().filter(|_| first.number.whole() && first.number.scale == 1.0)?;
    let joined = view.is(first.end, &["and"]);
    let at = first.end + usize::from(joined);
    let small =
        read(view, at).filter(|t| t.number.value >= 0.0 && !t.number.ordinal && !t.number.indefinite)?;
    let factor = match &small.unit {
        Some(part) if first.money() => {
            (small.money() && part.factor == 0.01 && whole.factor == 1.0 && small.number.whole())
                .then_some(0.01)?
        }
        Some(part) => {
            let physical = part.dimension == whole.dimension && !joined;
            (physical && part.factor < whole.factor && whole.dimension != Dimension::Percent)
                .then_some(part.factor / whole.factor)?
        }
        // "5 ft 10 in": the word alone is a preposition.
        None if whole.symbol == "ft" && !joined && view.is(small.end, &["in"]) => {
            let inches = Term { end: small.end + 1, ..small };
            return add(first, whole, &inches, 1.0 / 12.0);
        }
        None => {
            let two = small.number.plain && view.word(at).len() == 2;
            let code = first.money() && whole.factor == 1.0 && first.number.value >= 0.0;
            let ended =
                view.closes(small.end) || !joined && view.is(small.end, &["more", "each", "per", "less"]);
            let counts = phrase::plural_after(view, small.end);
            (two && code && ended && !counts && (joined || whole.symbol.len() == 3)).then_some(0.01)?
        }
    };
    add(first, whole, &small, factor)
}

/// A measure with its second part, which is less than one of the first part's unit.
fn add(first: &Term, whole: &Unit, small: &Term, factor: f64) -> Option<Term> {
    let part = small.number.value * factor;
    let value = first.number.value.abs() + part;
    let number = Number {
        value: if first.number.value < 0.0 { -value } else { value },
        step: small.number.step * factor,
        end: small.end,
        plain: false,
        ..first.number
    };
    (part < 1.0).then(|| Term { start: first.start, end: small.end, number, unit: Some(whole.clone()) })
}
