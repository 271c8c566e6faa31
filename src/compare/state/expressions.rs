//! The words that put something into a state: the table `data/english/phases.tsv`.

use crate::english::{self, WordMap};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What sort of frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// It may turn on again as well as off.
    pub two_way: bool,
    /// A side that is taken, not a state of things.
    pub stance: bool,
    /// Verbs of beginning, going on and end say it of its nouns.
    pub course: bool,
    /// A state of persons, which somebody else may put them into.
    pub person: bool,
    /// Between two, who must both be met.
    pub between: bool,
}

impl Sort {
    fn put(&mut self, what: &str) {
        match what {
            "two-way" => self.two_way = true,
            "stance" => self.stance = true,
            "course" => self.course = true,
            "person" => self.person = true,
            "between" => self.between = true,
            _ => {}
        }
    }
}

/// What an expression says of its frame.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Slot {
    On,
    Off,
    Begins,
    Ends,
    Noun,
    NounBegins,
    NounEnds,
    /// As `On` and `Off`, where a noun of the frame is in the clause: "the strike is on hold".
    WithOn,
    WithOff,
    /// Hides shorter expressions in it.
    Neither,
}

/// A line's words, for one frame.
pub(super) struct Expression {
    /// The words behind the first, each with whether its beginning is enough.
    pub rest: Vec<(&'static str, bool)>,
    pub frame: u8,
    pub slot: Slot,
}

/// All expressions, by how they begin.
#[derive(Default)]
pub(super) struct Table {
    /// First word → the expressions that begin so.
    pub expressions: WordMap<Vec<Expression>>,
    /// The same of first words that are met by their beginnings, with these; by their first two bytes.
    pub begun: FxHashMap<[u8; 2], Vec<(&'static str, Expression)>>,
    pub sorts: Vec<Sort>,
}

pub(super) const SLOTS: [(&str, Slot); 10] = [
    ("on", Slot::On),
    ("off", Slot::Off),
    ("begins", Slot::Begins),
    ("ends", Slot::Ends),
    ("noun", Slot::Noun),
    ("noun-begins", Slot::NounBegins),
    ("noun-ends", Slot::NounEnds),
    ("with-on", Slot::WithOn),
    ("with-off", Slot::WithOff),
    ("neither", Slot::Neither),
];

/// The table, read once.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    let mut names: Vec<&str> = Vec::new();
    for line in english::rows(include_str!("../../../data/english/phases.tsv")) {
        let mut cells = line.split('\t');
        let (Some(name), Some(what)) = (cells.next(), cells.next()) else { continue };
        let frame = names.iter().position(|each| *each == name).unwrap_or_else(|| {
            names.push(name);
            table.sorts.push(Sort::default());
            names.len() - 1
        });
        table.sorts[frame].put(what);
        let Some((_, slot)) = SLOTS.iter().find(|(each, _)| *each == what) else { continue };
        for words in cells.next().unwrap_or_default().split(',') {
            table.put(frame as u8, *slot, words);
        }
    }
    table
});

impl Table {
    /// Adds an expression, its words parted by spaces; a word that ends in `~` is met by its beginning.
    fn put(&mut self, frame: u8, slot: Slot, words: &'static str) {
        let mut words = words.trim().split(' ');
        let Some(first) = words.next() else { return };
        let begun = |word: &'static str| word.strip_suffix('~').map_or((word, false), |begun| (begun, true));
        let expression = Expression { rest: words.map(begun).collect(), frame, slot };
        match first.strip_suffix('~') {
            Some(beginning) => {
                let Some(opening) = opening(beginning) else { return };
                self.begun.entry(opening).or_default().push((beginning, expression));
            }
            None => self.expressions.entry(first).or_default().push(expression),
        }
    }
}

/// The first two bytes of a word.
pub(super) fn opening(word: &str) -> Option<[u8; 2]> {
    word.as_bytes().first_chunk().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let table = include_str!("../../../data/english/phases.tsv");
        for line in english::rows(table) {
            let cells: Vec<&str> = line.split('\t').collect();
            let flag =
                cells.len() == 2 && ["two-way", "stance", "course", "person", "between"].contains(&cells[1]);
            let slot = cells.len() == 3 && SLOTS.iter().any(|(name, _)| *name == cells[1]);
            assert!(flag || slot, "{line}");
        }
    }
}
