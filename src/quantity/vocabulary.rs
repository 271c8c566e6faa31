//! The tables of `data/english/` that quantities need, each looked up by lower-case words.

use super::{Bound, Dimension};
use crate::english::WordMap;
use compact_str::CompactString;
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::sync::LazyLock;

type Set = FxHashSet<&'static str>;

/// What a number is in: dimension, unit and the factor to the dimension's base unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unit {
    pub dimension: Dimension,
    pub symbol: CompactString,
    pub factor: f64,
}

/// The direction and use of a word that says that a number moved.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    pub rises: bool,
    pub usage: Usage,
}

/// How a word of change is used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Usage {
    /// *rose*, *fell*: of what moves itself.
    Verb,
    /// *raised*, *cut*: somebody moves it.
    Act,
    /// *jumped*, *climbed*: a verb of change that with a length tells a way.
    Motion,
    /// *doubled*, *halved*: the number behind it is where something stands now.
    Times,
}

/// All tables.
pub(super) struct Vocabulary {
    /// Parts of number words.
    pub numbers: WordMap<Atom>,
    /// Scales behind figures only: *bn*, *dozens*.
    pub suffixes: WordMap<f64>,
    /// Plurals of a number that is not told: *hundreds*.
    pub plurals: WordMap<f64>,
    /// Of each first letter a bit for each length of these parts and plurals.
    lengths: [u32; 26],
    /// Units and currencies after a number.
    pub units: WordMap<Unit>,
    /// Currency signs before a number, with the letters before the sign.
    pub signs: WordMap<Unit>,
    /// ISO 4217 codes.
    pub codes: WordMap<Unit>,
    /// Bounds before a number.
    pub before: WordMap<Bound>,
    /// Bounds after a number.
    pub after: WordMap<Bound>,
    /// Verbs of change.
    pub changes: WordMap<Change>,
    /// Nouns of change: whether it is a rise.
    pub change_nouns: WordMap<bool>,
    /// Nouns that a number names rather than counts.
    pub labels: Set,
    /// Words that no counted noun phrase goes over.
    pub stops: Set,
    /// Plurals and collectives without an -s.
    pub plurals_without_s: Set,
    /// Words in -s that are no plurals.
    pub singulars_in_s: Set,
    /// Participles and adjectives that stand for people when nothing follows them: "40 dead".
    pub casualties: Set,
    /// Nouns that say nothing of themselves: "the number of births".
    pub measures: Set,
    /// Words between a noun and the amount that is said of it.
    pub links: Set,
}

/// The rows of a table, its comments left out.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with("# ")).map(|line| line.split('\t').collect())
}

pub(super) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut v = Vocabulary {
        numbers: WordMap::default(),
        suffixes: WordMap::default(),
        plurals: WordMap::default(),
        lengths: [0; 26],
        units: WordMap::default(),
        signs: WordMap::default(),
        codes: WordMap::default(),
        before: WordMap::default(),
        after: WordMap::default(),
        changes: WordMap::default(),
        change_nouns: WordMap::default(),
        labels: Set::default(),
        stops: Set::default(),
        plurals_without_s: Set::default(),
        singulars_in_s: Set::default(),
        casualties: Set::default(),
        links: Set::default(),
        measures: Set::default(),
    };
    for row in rows(include_str!("../../data/english/numbers.tsv")) {
        let [word, kind, value] = row[..] else { continue };
        let Ok(value) = value.parse() else { continue };
        let atom = match kind {
            "unit" => Atom::Unit(value),
            "teen" => Atom::Teen(value),
            "tens" => Atom::Tens(value),
            "hundred" => Atom::Hundred,
            "scale" => Atom::Scale(value),
            "dozen" => Atom::Dozen,
            "ordinal" => Atom::Ordinal(value),
            "suffix" => {
                v.suffixes.insert(word, value);
                continue;
            }
            _ => {
                v.plurals.insert(word, value);
                continue;
            }
        };
        v.numbers.insert(word, atom);
    }
    for word in v.numbers.keys().chain(v.plurals.keys()) {
        if let Some(letter) = letter(word).filter(|_| word.len() < 32) {
            v.lengths[letter] |= 1 << word.len();
        }
    }
    for row in rows(include_str!("../../data/english/currencies.tsv")) {
        let [words, kind, code, symbol, factor] = row[..] else { continue };
        let code = if code == "-" { "" } else { code };
        let unit = Unit {
            dimension: Dimension::Money(code.into()),
            symbol: symbol.into(),
            factor: factor.parse().unwrap_or(1.0),
        };
        match kind {
            "sign" => v.signs.insert(words, unit),
            "code" => v.codes.insert(words, unit),
            _ => v.units.insert(words, unit),
        };
    }
    for row in rows(include_str!("../../data/english/units.tsv")) {
        let [words, symbol, dimension, factor] = row[..] else { continue };
        let dimension = match dimension {
            "length" => Dimension::Length,
            "area" => Dimension::Area,
            "volume" => Dimension::Volume,
            "mass" => Dimension::Mass,
            "speed" => Dimension::Speed,
            "temperature" => Dimension::Temperature,
            "energy" => Dimension::Energy,
            "power" => Dimension::Power,
            "time" => Dimension::Time,
            "percent" => Dimension::Percent,
            _ => Dimension::PercentagePoint,
        };
        let unit = Unit { dimension, symbol: symbol.into(), factor: factor.parse().unwrap_or(1.0) };
        v.units.entry(words).or_insert(unit);
    }
    for row in rows(include_str!("../../data/english/bounds.tsv")) {
        let [words, place, bound] = row[..] else { continue };
        let bound = match bound {
            "about" => Bound::About,
            "at-least" => Bound::AtLeast,
            "above" => Bound::Above,
            "below" => Bound::Below,
            _ => Bound::AtMost,
        };
        if place == "before" {
            v.before.insert(words, bound)
        } else {
            v.after.insert(words, bound)
        };
    }
    for row in rows(include_str!("../../data/english/change.tsv")) {
        let [word, direction, usage] = row[..] else { continue };
        let rises = direction == "rise";
        match usage {
            "noun" => _ = v.change_nouns.insert(word, rises),
            "verb" => _ = v.changes.insert(word, Change { rises, usage: Usage::Verb }),
            "motion" => _ = v.changes.insert(word, Change { rises, usage: Usage::Motion }),
            "times" => _ = v.changes.insert(word, Change { rises, usage: Usage::Times }),
            _ => _ = v.changes.insert(word, Change { rises, usage: Usage::Act }),
        }
    }
    for row in rows(include_str!("../../data/english/counted.tsv")) {
        let [word, kind] = row[..] else { continue };
        match kind {
            "stop" => v.stops.insert(word),
            "measure" => v.measures.insert(word),
            "link" => v.links.insert(word),
            "casualty" => v.casualties.insert(word),
            "not-plural" => v.singulars_in_s.insert(word),
            _ => v.plurals_without_s.insert(word),
        };
    }
    v.labels
        .extend(rows(include_str!("../../data/english/labels.tsv")).filter_map(|row| row.first().copied()));
    v
});

/// A currency's code with its scale: "EUR", "MEUR", "USDbn".
pub(super) fn code(word: &str) -> Option<(&'static Unit, f64)> {
    let look_up = |code: &str| {
        let upper = code.bytes().all(|b| b.is_ascii_uppercase());
        VOCABULARY.codes.get(&*code.to_ascii_lowercase()).filter(|_| upper)
    };
    let scale = |letters: &str| {
        Some(match letters {
            "k" | "K" | "T" => 1e3,
            "m" | "M" | "mn" => 1e6,
            "bn" | "B" => 1e9,
            _ => return None,
        })
    };
    if !word.is_ascii() || !matches!(word.len(), 3..=5) {
        return None;
    }
    if word.len() == 3 {
        return Some((look_up(word)?, 1.0));
    }
    let ((code, behind), (before, last)) = (word.split_at(3), word.split_at(word.len() - 3));
    scale(behind)
        .and_then(|scale| Some((look_up(code)?, scale)))
        .or_else(|| Some((look_up(last)?, scale(before)?)))
}

/// A small part of a number word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Atom {
    /// *zero* to *nine*
    Unit(f64),
    /// *ten* to *nineteen*
    Teen(f64),
    /// *twenty* to *ninety*
    Tens(f64),
    Hundred,
    /// *thousand*, *million*, …
    Scale(f64),
    Dozen,
    /// *first*, *twentieth*, *hundredth*: the last atom of an ordinal, or the bottom of a fraction.
    Ordinal(f64),
}

/// The place of a word's first letter in the alphabet.
fn letter(word: &str) -> Option<usize> {
    let first = word.as_bytes().first().filter(|first| first.is_ascii_lowercase())?;
    Some(usize::from(first - b'a'))
}

impl Vocabulary {
    /// Whether a lower-case word can be part of a number, or such a plural, by its first letter and length.
    fn may_count(&self, word: &str) -> bool {
        letter(word).is_some_and(|letter| {
            self.lengths[letter].checked_shr(word.len() as u32).is_some_and(|l| l & 1 == 1)
        })
    }
}

/// The atom that a lower-case word is.
pub(super) fn atom(word: &str) -> Option<Atom> {
    if word.len() < 2 || word.len() > 13 {
        return None;
    }
    VOCABULARY.numbers.get(word).copied()
}

/// Whether a quantity may begin with this word, before `next`: a first, quick look.
pub(super) fn begins(word: &str, next: &str) -> bool {
    const LONGEST: usize = 40;
    if word.len() > LONGEST {
        return false;
    }
    let lower = match word.bytes().any(|b| b.is_ascii_uppercase()) {
        true => Cow::Owned(word.to_ascii_lowercase()),
        false => Cow::Borrowed(word),
    };
    match &*lower {
        "a" | "an" if !next.starts_with('$') => matches!(next.len(), 3..=16) && begins_with_atom(next),
        "from" | "between" | "minus" | "negative" | "aged" | "age" | "ages" => {
            let first = next.chars().next().unwrap_or(' ');
            !first.is_ascii_alphabetic() || next == "a" || begins(next, "")
        }
        "half" | "quarter" | "twice" => true,
        "several" | "few" | "couple" => next == "of" || atom(next).is_some(),
        _ => match lower.split_once('-') {
            Some((first, _)) => {
                first == "half" || first.as_bytes()[0].is_ascii_digit() || atom(first).is_some()
            }
            // A currency's code or letters, with a sign or figures behind.
            None if word.len() <= 3
                && word.as_bytes()[0].is_ascii_uppercase()
                && !next.starts_with(|c: char| c.is_ascii_alphabetic()) =>
            {
                true
            }
            None if matches!(word.len(), 4..=6)
                && next.starts_with(|c: char| c.is_ascii_digit())
                && word.as_bytes()[..2].iter().all(u8::is_ascii_uppercase)
                    | word.as_bytes()[1..4].iter().all(u8::is_ascii_uppercase) =>
            {
                true
            }
            None if lower.ends_with("fold") => true,
            None if !VOCABULARY.may_count(&lower) => false,
            None => atom(&lower).is_some() || VOCABULARY.plurals.contains_key(&*lower),
        },
    }
}

/// Whether the first part of a word, up to its hyphen, is part of a number or *half*, *quarter*, *few*.
fn begins_with_atom(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or(word);
    matches!(first, "half" | "quarter" | "few" | "couple") || atom(&first.to_ascii_lowercase()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let count = |table: &'static str| rows(table).filter(|row| !row[0].is_empty()).count();
        let v = &*VOCABULARY;
        let money = v.signs.len() + v.codes.len();
        let after_money = v.units.values().filter(|u| matches!(u.dimension, Dimension::Money(_))).count();
        assert_eq!(money + after_money, count(include_str!("../../data/english/currencies.tsv")));
        let bounds = v.before.len() + v.after.len();
        assert_eq!(bounds, count(include_str!("../../data/english/bounds.tsv")));
        assert!(v.units.values().all(|unit| unit.factor > 0.0));
        let numbers = v.numbers.len() + v.suffixes.len() + v.plurals.len();
        assert_eq!(numbers, count(include_str!("../../data/english/numbers.tsv")));
        let counted =
            [&v.stops, &v.links, &v.measures, &v.casualties, &v.singulars_in_s, &v.plurals_without_s]
                .map(|set| set.len());
        assert_eq!(counted.iter().sum::<usize>(), count(include_str!("../../data/english/counted.tsv")));
        assert_eq!(v.labels.len(), count(include_str!("../../data/english/labels.tsv")));
    }
}
