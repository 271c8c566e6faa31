//! Numbers alone: figures, number words, and both mixed (*3.2 million*).

use super::view::View;
use super::vocabulary::{Atom, atom};
use crate::text::{Case, TokenKind};

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
}

impl Number {
    fn new(end: usize, value: f64) -> Self {
        Number { end, value, step: 1.0, scale: 1.0, plain: false, ordinal: false, indefinite: false }
    }
}

/// The number that begins with token `i`; `money` says that a currency sign stands before it, so that "5m" is
/// five million.
pub(super) fn parse(view: &View, i: usize, money: bool) -> Option<Number> {
    match view.kind(i)? {
        TokenKind::Number => figures(view, i, money),
        TokenKind::Word => words(view, i).or_else(|| indefinite(view, i)),
        _ => None,
    }
}

/// The value of a number word that stands alone.
pub(super) fn word(word: &str) -> Option<f64> {
    match atom(word)? {
        Atom::Unit(value) | Atom::Teen(value) | Atom::Tens(value) => Some(value),
        _ => None,
    }
}

/// The value and the last place of figures with separators: "1,200", "3.25", "2½".
pub(super) fn read_figures(word: &str) -> Option<(f64, f64)> {
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
            _ if fraction.is_none() && decimals.is_none() => {
                fraction = Some(match c {
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
                });
            }
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

fn figures(view: &View, i: usize, money: bool) -> Option<Number> {
    let word = view.word(i);
    let (figures, rest) = word.split_once('-').unwrap_or((word, ""));
    let (value, step) = read_figures(figures)?;
    let mut number = Number { step, ..Number::new(i + 1, value) };
    // A telephone's or an agent's 007 counts nothing.
    if figures.len() > 1 && figures.starts_with('0') && !figures.starts_with("0.") {
        return None;
    }
    if !rest.is_empty() {
        let Some(Atom::Scale(scale)) = atom(&rest.to_lowercase()) else { return None };
        return Some(scaled(number, scale));
    }
    number.plain = word.bytes().all(|b| b.is_ascii_digit());
    // "2 1/2"
    if number.plain
        && view.kind(i + 1) == Some(TokenKind::Number)
        && !view.tight(i)
        && let Some((end, part)) = slashed(view, i + 1)
    {
        number = Number { value: value + part, step: 0.25, end, plain: false, ..number };
    }
    // "1 414 021 100"
    let group = |at: usize| view.word(at).len() == 3 && view.word(at).bytes().all(|b| b.is_ascii_digit());
    if number.plain && word.len() <= 3 && group(i + 1) && (group(i + 2) || hard_space(view, i)) {
        number.plain = false;
        while group(number.end) {
            let next = read_figures(view.word(number.end)).map_or(0.0, |n| n.0);
            number = Number { value: number.value * 1000.0 + next, end: number.end + 1, ..number };
        }
    }
    if view.is(number.end, &["and"]) && view.is(number.end + 1, &["a"]) {
        let part = match &*view.low(number.end + 2) {
            "half" => 0.5,
            "quarter" => 0.25,
            _ => 0.0,
        };
        if part > 0.0 {
            number = Number { value: value + part, step: part, end: number.end + 3, plain: false, ..number };
        }
    }
    while let Some(scale) = scale(view, number.end, i, money) {
        number = Number { end: number.end + 1, ..scaled(number, scale) };
    }
    // "4 thousand 3 hundred and 21"
    while number.scale > 1.0 && number.scale <= 1e3 {
        let at = number.end + usize::from(view.is(number.end, &["and"]));
        let joined = view.kind(at) == Some(TokenKind::Number);
        let Some(next) = joined.then(|| parse(view, at, money)).flatten() else { break };
        let small = next.value < number.scale && (next.scale > 1.0 || (at > number.end && next.plain));
        if !small || next.scale >= number.scale || next.value.fract() != 0.0 {
            break;
        }
        let scale = if next.scale > 1.0 { next.scale } else { 1.5 };
        number = Number { value: number.value + next.value, step: next.step, scale, end: next.end, ..number };
    }
    Some(number)
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
    let usual = matches!(b, 2..=10 | 12 | 16 | 20 | 32 | 64 | 100);
    (a > 0 && a < b && usual && !(a == 9 && b == 11)).then(|| (i + 3, f64::from(a) / f64::from(b)))
}

/// A decimal times a power of ten, exact as written: 4.1 × 1,000,000 is 4,100,000.
fn scaled(number: Number, scale: f64) -> Number {
    let value = format!("{}e{}", number.value, scale.log10().round() as i32).parse();
    let exact = scale.log10().fract() == 0.0;
    let value = value.ok().filter(|_| exact).unwrap_or(number.value * scale);
    Number { value, step: number.step * scale, scale: number.scale * scale, plain: false, ..number }
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
    Some(match low.strip_suffix('.').unwrap_or(&low) {
        "hundred" | "hundreds" => 1e2,
        "dozen" | "dozens" => 12.0,
        "thousands" => 1e3,
        "millions" => 1e6,
        "billions" => 1e9,
        "mn" | "mln" | "mio" => 1e6,
        "bn" | "bln" => 1e9,
        "tn" | "trn" | "tln" | "trln" => 1e12,
        "k" if tight => 1e3,
        "m" if money || (tight && (view.word(at) == "M" || amount())) => 1e6,
        "b" if money || (tight && view.word(at) == "B") => 1e9,
        "t" if money && tight => 1e12,
        word => match atom(word)? {
            Atom::Scale(scale) => scale,
            _ => return None,
        },
    })
}

/// Number words: "sixty-two", "nine hundred and five", "half a million", "two and a half thousand".
fn words(view: &View, i: usize) -> Option<Number> {
    let token = view.token(i)?;
    // "the Group of Seven", "Big Four": a capital inside a sentence makes it a name.
    let inner_name = token.case == Case::Capitalised
        && i > view.start
        && !view.title_case()
        && view.kind(i - 1) == Some(TokenKind::Word);
    if inner_name || token.span.end - token.span.start > 40 {
        return None;
    }
    let first = view.low(i);
    // "quarter million"
    if let "quarter" = &*first {
        let Some(Atom::Scale(scale)) = atom(&view.low(i + 1)) else { return None };
        return Some(scaled(Number { step: 0.25, ..Number::new(i + 2, 0.25) }, scale));
    }
    if let "half" | "half-a" = &*first {
        let at = if first == "half" && view.is(i + 1, &["a"]) { i + 2 } else { i + 1 };
        return match atom(&view.low(at))? {
            Atom::Scale(scale) if at > i => {
                Some(scaled(Number { step: 0.5, ..Number::new(at + 1, 0.5) }, scale))
            }
            Atom::Dozen if at > i => Some(Number::new(at + 1, 6.0)),
            _ => None,
        };
    }
    if first == "half-a-million" || first == "half-million" {
        return Some(Number { step: 1e5, scale: 1e6, ..Number::new(i + 1, 5e5) });
    }
    let mut sum = Sum { total: 0.0, current: 0.0, last: None, limit: f64::INFINITY, step: 1.0, scale: 1.0 };
    let mut at = i;
    if let "a" | "an" = &*first {
        match atom(&view.low(i + 1))? {
            Atom::Hundred | Atom::Scale(_) => sum.current = 1.0,
            Atom::Ordinal(value) if value >= 100.0 => sum.current = 1.0,
            Atom::Dozen => return Some(Number::new(i + 2, 12.0)),
            _ => return None,
        }
        sum.last = Some(Atom::Unit(1.0));
        at += 1;
    }
    // "hundred thousand", "million people" at the head of a line
    if let Some(Atom::Hundred | Atom::Scale(_)) = atom(&first)
        && (matches!(atom(&view.low(i + 1)), Some(Atom::Scale(_))) || i == view.start)
    {
        sum.current = 1.0;
    }
    let mut ordinal = false;
    'tokens: while at < view.end && !ordinal {
        let word = view.low(at);
        if sum.last.is_some() && word == "and" {
            let half = match &*view.phrase(at + 1, at + 3) {
                "a half" | "one half" => 0.5,
                "a quarter" | "one quarter" | "a fourth" => 0.25,
                "three quarters" => 0.75,
                "a third" | "one third" => 1.0 / 3.0,
                "two thirds" => 2.0 / 3.0,
                _ => 0.0,
            };
            let scaled = matches!(sum.last, Some(Atom::Scale(_)));
            if half > 0.0 && (sum.total == 0.0 || scaled) && atom(&view.low(at + 3)).is_none_or(|_| !scaled) {
                // "a million and a half" is one and a half million.
                sum.current += half * if scaled { sum.limit } else { 1.0 };
                sum.step = 0.25 * if scaled { sum.limit } else { 1.0 };
                at += 3;
                continue;
            }
            let joins = matches!(sum.last, Some(Atom::Hundred | Atom::Scale(_)));
            let next = view.low(at + 1);
            let smaller = atom(next.split('-').next().unwrap_or("")).filter(|a| sum.takes(*a));
            // "one hundred and two hundred" are two numbers; "six million and two thirds" has a fraction.
            let apart = match atom(view.low(at + 2).trim_end_matches('s')) {
                Some(Atom::Hundred) => matches!(sum.last, Some(Atom::Hundred)),
                Some(Atom::Scale(scale)) => scale >= sum.limit,
                Some(Atom::Ordinal(_)) => true,
                _ => view.is(at + 2, &["quarters", "halves"]),
            };
            if !joins || smaller.is_none() || apart {
                break;
            }
            at += 1;
            continue;
        }
        if word == "point" && sum.last.is_some() && view.kind(at + 1) == Some(TokenKind::Word) {
            let mut place = 1.0;
            let mut end = at + 1;
            while let Some(Atom::Unit(digit)) = atom(&view.low(end)) {
                place /= 10.0;
                sum.current += digit * place;
                end += 1;
            }
            // "point seventy-one"
            if end == at + 1 {
                let Some(rest) =
                    words(view, end).filter(|n| !n.ordinal && n.value < 100.0 && n.value >= 10.0)
                else {
                    break;
                };
                sum.current += rest.value / 100.0;
                place = 0.01;
                end = rest.end;
            }
            sum.step = place;
            at = end;
            continue;
        }
        let before = sum;
        for part in word.split('-') {
            // "three dozens"
            let plural = |part: &str| {
                atom(part.strip_suffix('s')?)
                    .filter(|a| matches!(a, Atom::Dozen | Atom::Scale(_) | Atom::Hundred))
            };
            let read = atom(part).or_else(|| plural(part).filter(|_| sum.last.is_some()));
            let taken = !ordinal && read.is_some_and(|a| sum.take(a, &mut ordinal));
            if !taken {
                sum = before;
                ordinal = false;
                break 'tokens;
            }
        }
        at += 1;
    }
    let value = sum.total + sum.current;
    let numbered = sum.last.is_some() && (at > i + 1 || first != "a");
    numbered.then_some(Number {
        end: at,
        value,
        step: sum.step,
        scale: sum.scale,
        ordinal,
        ..Number::new(at, value)
    })
}

/// A number being added up.
#[derive(Clone, Copy)]
struct Sum {
    total: f64,
    current: f64,
    last: Option<Atom>,
    /// The last scale word: the next must be smaller.
    limit: f64,
    step: f64,
    scale: f64,
}

impl Sum {
    /// Whether the atom can follow what was read.
    fn takes(&self, atom: Atom) -> bool {
        let small = match self.last {
            None => true,
            Some(Atom::Hundred | Atom::Scale(_)) => true,
            Some(_) => false,
        };
        match atom {
            Atom::Unit(_) => small || matches!(self.last, Some(Atom::Tens(_))),
            Atom::Teen(_) | Atom::Tens(_) => small,
            Atom::Hundred => self.current > 0.0 && self.current < 100.0,
            Atom::Scale(scale) => self.current > 0.0 && scale < self.limit,
            Atom::Dozen => self.current > 0.0 && self.total == 0.0,
            Atom::Ordinal(value) if value >= 100.0 => self.current > 0.0 || self.last.is_none(),
            Atom::Ordinal(value) if value >= 10.0 => small,
            Atom::Ordinal(_) => small || matches!(self.last, Some(Atom::Tens(_))),
        }
    }

    fn take(&mut self, atom: Atom, ordinal: &mut bool) -> bool {
        if !self.takes(atom) {
            return false;
        }
        match atom {
            Atom::Unit(v) | Atom::Teen(v) | Atom::Tens(v) => {
                self.current += v;
                self.step = 1.0;
            }
            Atom::Hundred => {
                self.current *= 100.0;
                self.step = 100.0;
            }
            Atom::Scale(scale) => {
                self.total += self.current * scale;
                self.current = 0.0;
                self.limit = scale;
                self.step *= scale;
                self.scale = self.scale.max(scale);
            }
            Atom::Dozen => self.current *= 12.0,
            Atom::Ordinal(v) => {
                *ordinal = true;
                if v >= 100.0 && self.current > 0.0 {
                    self.total += self.current * v;
                    self.current = 0.0;
                } else {
                    self.current += v;
                }
            }
        }
        self.last = Some(atom);
        true
    }
}

/// *dozens*, *hundreds*, *tens of thousands*: at least twice the word's own number.
fn indefinite(view: &View, i: usize) -> Option<Number> {
    let value = |at: usize| {
        Some(match &*view.low(at) {
            "dozens" => 12.0,
            "scores" => 20.0,
            "tens" => 10.0,
            "hundreds" => 100.0,
            "thousands" => 1e3,
            "millions" => 1e6,
            "billions" => 1e9,
            "trillions" => 1e12,
            _ => return None,
        })
    };
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
