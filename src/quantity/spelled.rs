//! Numbers in words: "sixty-two", "nine hundred and five", "two point five million", "twenty-first".

use super::fraction;
use super::number::Number;
use super::view::View;
use super::vocabulary::{Atom, atom};
use crate::text::{Case, TokenKind};

/// The number that begins with the word `i`.
pub(super) fn parse(view: &View, i: usize) -> Option<Number> {
    let token = view.token(i)?;
    // "the Group of Seven", "Big Four": a capital inside a sentence makes it a name.
    let inner_name = token.case == Case::Capitalised
        && i > view.start
        && !view.title_case()
        && view.kind(i - 1) == Some(TokenKind::Word);
    if inner_name || token.span.end - token.span.start > 40 {
        return None;
    }
    read(view, i, false)
}

/// The number that ends in an ordinal in the plural, as the bottom of a fraction does: "twenty-fifths".
pub(super) fn parts(view: &View, i: usize) -> Option<Number> {
    read(view, i, true).filter(|n| n.ordinal)
}

fn read(view: &View, i: usize, parts: bool) -> Option<Number> {
    let mut reader = Reader { view, at: i, sum: Sum::new(), ordinal: false, parts };
    let first = view.low(i);
    if let "a" | "an" = &*first {
        match atom(&view.low(i + 1))? {
            Atom::Hundred | Atom::Scale(_) => {}
            Atom::Ordinal(value) if value >= 100.0 => {}
            Atom::Dozen => return Some(Number::new(i + 2, 12.0)),
            _ => return None,
        }
        reader.sum.current = 1.0;
        reader.sum.last = Some(Atom::Unit(1.0));
        reader.at += 1;
    } else if let Atom::Hundred | Atom::Scale(_) = atom(first.split('-').next()?)?
        && (matches!(atom(&view.low(i + 1)), Some(Atom::Scale(_))) || i == view.start)
    {
        // "hundred thousand", "million people" at the head of a line
        reader.sum.current = 1.0;
    }
    while reader.at < view.end && !reader.ordinal && reader.step() {}
    reader.number()
}

/// A number being read word by word.
struct Reader<'v, 'd, 't> {
    view: &'v View<'d, 't>,
    /// The next token.
    at: usize,
    sum: Sum,
    ordinal: bool,
    /// Whether its last word may be an ordinal in the plural.
    parts: bool,
}

impl Reader<'_, '_, '_> {
    fn number(&self) -> Option<Number> {
        self.sum.last?;
        let Sum { total, current, step, scale, .. } = self.sum;
        Some(Number { step, scale, ordinal: self.ordinal, ..Number::new(self.at, total + current) })
    }

    /// Reads the next word; whether it belongs to the number.
    fn step(&mut self) -> bool {
        let word = self.view.low(self.at);
        if self.sum.last.is_some() {
            match &*word {
                "and" => return self.joined(),
                "point" => return self.point(),
                "-" => return self.hyphen(),
                _ => {}
            }
        }
        let before = self.sum;
        for part in word.split('-') {
            let atom = atom(part).or_else(|| self.plural(part));
            if self.ordinal || !atom.is_some_and(|a| self.sum.take(a, &mut self.ordinal)) {
                (self.sum, self.ordinal) = (before, false);
                return false;
            }
        }
        self.at += 1;
        true
    }

    /// "three dozens"; "fifths" under a fraction's line.
    fn plural(&self, part: &str) -> Option<Atom> {
        match atom(part.strip_suffix('s')?)? {
            a @ (Atom::Dozen | Atom::Scale(_) | Atom::Hundred) if self.sum.last.is_some() => Some(a),
            a @ Atom::Ordinal(_) if self.parts => Some(a),
            _ => None,
        }
    }

    /// Goes over "and" where the number goes on behind it.
    fn joined(&mut self) -> bool {
        let (view, at) = (self.view, self.at);
        let joins = matches!(self.sum.last, Some(Atom::Hundred | Atom::Scale(_)));
        let next = view.low(at + 1);
        let smaller = atom(next.split('-').next().unwrap_or("")).is_some_and(|a| self.sum.takes(a));
        // "one hundred and two hundred" are two numbers; "six million and two thirds" has a fraction.
        let apart = match atom(view.low(at + 2).trim_end_matches('s')) {
            Some(Atom::Hundred) => matches!(self.sum.last, Some(Atom::Hundred)),
            Some(Atom::Scale(scale)) => scale >= self.sum.limit,
            _ => false,
        };
        // "one hundred and thirty fifths" is 130 over 5.
        let fraction = || fraction::part(view, at + 1).is_some_and(|(_, part)| part < 1.0);
        if !joins || !smaller || apart || fraction() {
            return false;
        }
        self.at += 1;
        true
    }

    /// "three point two five", "three point seventy-one"
    fn point(&mut self) -> bool {
        let mut place = 1.0;
        let mut end = self.at + 1;
        while let Some(Atom::Unit(digit)) = atom(&self.view.low(end)).filter(|_| place > 1e-12) {
            place /= 10.0;
            self.sum.current += digit * place;
            end += 1;
        }
        if end == self.at + 1 {
            let Some(rest) = two_figures(self.view, end) else { return false };
            self.sum.current += rest.1 / 100.0;
            place = 0.01;
            end = rest.0;
        }
        self.sum.step = place;
        self.at = end;
        true
    }

    /// "ninety - five hundred": the hyphen has been set apart.
    fn hyphen(&mut self) -> bool {
        let view = self.view;
        let tens = matches!(self.sum.last, Some(Atom::Tens(_)));
        let unit = matches!(atom(&view.low(self.at + 1)), Some(Atom::Unit(_)));
        let goes_on = matches!(
            atom(view.low(self.at + 2).trim_end_matches('s')),
            Some(Atom::Hundred | Atom::Scale(_) | Atom::Ordinal(_))
        );
        if !(tens && unit && goes_on && view.word(self.at) == "-") {
            return false;
        }
        self.at += 1;
        true
    }
}

/// A number from 10 to 99 in words: the token after it and its value.
pub(super) fn two_figures(view: &View, i: usize) -> Option<(usize, f64)> {
    let word = view.low(i);
    let (first, rest) = word.split_once('-').map_or((&*word, None), |(a, b)| (a, Some(b)));
    match (atom(first)?, rest) {
        (Atom::Tens(tens), Some(rest)) => match atom(rest)? {
            Atom::Unit(unit) => Some((i + 1, tens + unit)),
            _ => None,
        },
        (Atom::Tens(tens), None) => match atom(&view.low(i + 1)) {
            Some(Atom::Unit(unit)) => Some((i + 2, tens + unit)),
            _ => Some((i + 1, tens)),
        },
        (Atom::Teen(value), None) => Some((i + 1, value)),
        _ => None,
    }
}

/// A number being added up.
#[derive(Clone, Copy)]
struct Sum {
    total: f64,
    current: f64,
    last: Option<Atom>,
    /// The last scale word: the next must be smaller.
    limit: f64,
    /// What the last scale word's group came to: "three lakh" in "three lakh crore".
    group: f64,
    step: f64,
    scale: f64,
}

impl Sum {
    fn new() -> Self {
        Sum { total: 0.0, current: 0.0, last: None, limit: f64::INFINITY, group: 0.0, step: 1.0, scale: 1.0 }
    }

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
            Atom::Scale(scale) => {
                self.current > 0.0 && scale < self.limit
                    || matches!(self.last, Some(Atom::Scale(last)) if last <= scale && scale < 1e16 && self.total == self.group)
            }
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
            Atom::Scale(scale) => self.scale_by(scale),
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

    fn scale_by(&mut self, scale: f64) {
        if self.current == 0.0 {
            // "three lakh crore", "a million million": at most twice.
            (self.current, self.total, self.limit) = (self.total, 0.0, f64::INFINITY);
            self.group = f64::NAN;
        }
        let group = self.current * scale;
        self.total += group;
        self.current = 0.0;
        self.group = if self.group.is_nan() || self.limit.is_finite() { f64::NAN } else { group };
        self.limit = scale;
        self.step *= scale;
        self.scale = self.scale.max(scale);
    }
}
