//! Ties between two that a claim names: who owns whom, who came after whom, kin, where one is based or was born.
//!
//! Words and flags are data, `data/english/ties.tsv`. A tie is read from a verb between two names, from a noun with its
//! owner ("Hale's brother", "a subsidiary of Keel") beside a name, from an adjective of a country before one.

pub(in crate::compare) mod owner;
pub(in crate::compare) mod reader;
pub(in crate::compare) mod tied;

use crate::claim::{Claim, Modality, Term, TermKind};
use crate::compare::tie::reader::Reader;
use crate::english::{self, NameClass, WordMap};
use std::sync::LazyLock;

/// The ties that a claim tells of, the first few.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ties {
    found: [Option<Tie>; 3],
}

/// A tie between two of a claim's terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compare) struct Tie {
    pub kind: u8,
    /// Term of its first.
    pub first: u8,
    /// Term of its second.
    pub second: u8,
    /// The noun is one of which there is one at a time.
    pub single: bool,
    /// Term of the word that says it.
    pub word: u8,
}

/// What of a tie the table says.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::compare) struct Sort {
    /// Not both ways round.
    pub one_way: bool,
    /// Of two persons no other tie of kin.
    pub kin: bool,
    /// May happen again another day.
    pub event: bool,
    /// Of each first there is one second, of each second one first.
    pub sole: bool,
    /// The second is a place.
    pub place: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::compare) enum Slot {
    Verb,
    ByVerb,
    /// By an end of the second's, before it: "after Hale's death, Cole was elected".
    Follows,
    First,
    Second,
    Both,
    Place,
    PlaceNoun,
}

const SLOTS: [(&str, Slot); 8] = [
    ("verb", Slot::Verb),
    ("by-verb", Slot::ByVerb),
    ("follows-verb", Slot::Follows),
    ("first", Slot::First),
    ("second", Slot::Second),
    ("both", Slot::Both),
    ("place", Slot::Place),
    ("place-noun", Slot::PlaceNoun),
];

#[derive(Default)]
struct Table {
    names: Vec<&'static str>,
    sorts: Vec<Sort>,
    words: WordMap<Vec<Word>>,
}

/// A word of the table.
#[derive(Clone, Copy)]
pub(in crate::compare) struct Word {
    pub kind: u8,
    pub slot: Slot,
    pub single: bool,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for line in english::rows(include_str!("../../../data/english/ties.tsv")) {
        let mut cells = line.split('\t');
        let (Some(name), Some(slot)) = (cells.next(), cells.next()) else { continue };
        let kind = table.names.iter().position(|each| *each == name).unwrap_or_else(|| {
            table.names.push(name);
            table.sorts.push(Sort::default());
            table.names.len() - 1
        });
        let words = cells.next().unwrap_or_default().split(',').map(str::trim);
        let sort = &mut table.sorts[kind];
        match slot {
            "one-way" => sort.one_way = true,
            "kin" => sort.kin = true,
            "event" => sort.event = true,
            "sole" => sort.sole = true,
            "origin" => sort.place = true,
            "single" => {
                for word in words {
                    let entries = table.words.get_mut(word).into_iter().flatten();
                    entries.filter(|entry| usize::from(entry.kind) == kind).for_each(|e| e.single = true);
                }
            }
            _ => {
                let Some((_, slot)) = SLOTS.iter().find(|(each, _)| *each == slot) else { continue };
                sort.place |= matches!(slot, Slot::Place | Slot::PlaceNoun);
                for word in words {
                    let entry = Word { kind: kind as u8, slot: *slot, single: false };
                    table.words.entry(word).or_default().push(entry);
                }
            }
        }
    }
    table
});

fn kind(name: &str) -> u8 {
    TABLE.names.iter().position(|each| *each == name).unwrap_or(usize::MAX) as u8
}

static BASE: LazyLock<u8> = LazyLock::new(|| kind("base"));
pub(in crate::compare) static ORIGIN: LazyLock<u8> = LazyLock::new(|| kind("origin"));
pub(in crate::compare) static SPOUSE: LazyLock<u8> = LazyLock::new(|| kind("spouse"));
pub(in crate::compare) static DIVORCED: LazyLock<u8> = LazyLock::new(|| kind("divorced"));

impl Tie {
    pub(in crate::compare) fn sort(&self) -> Sort {
        TABLE.sorts[usize::from(self.kind)]
    }

    /// Whether two are ties of one kind; of a place, where a firm is based and the country of which it is.
    pub(in crate::compare) fn like(&self, other: &Tie) -> bool {
        let country = |a: u8, b: u8| a == *ORIGIN && b == *BASE;
        self.kind == other.kind || country(self.kind, other.kind) || country(other.kind, self.kind)
    }

    /// Whether it says of what country one is.
    pub(in crate::compare) fn origin(&self) -> bool {
        self.kind == *ORIGIN
    }
}

impl Ties {
    /// The ties that a claim of a text tells of.
    pub fn of(text: &str, claim: &Claim) -> Ties {
        let mut ties = Ties::default();
        let reader = Reader { text, claim };
        if matches!(claim.modality, Modality::Question | Modality::Hypothetical)
            || !claim.terms.iter().any(Term::is_name)
            || claim.terms.len() > 64
        {
            return ties;
        }
        for (at, term) in claim.terms.iter().enumerate() {
            match term.kind {
                TermKind::Verb | TermKind::Noun => {
                    for word in TABLE.words.get(term.key.as_str()).into_iter().flatten() {
                        ties.add(reader.tie(at, *word));
                    }
                }
                TermKind::Name if english::demonym(&term.key).is_some() => ties.add(reader.origin(at)),
                _ => {}
            }
        }
        ties
    }

    fn add(&mut self, tie: Option<Tie>) {
        let free = self.found.iter_mut().find(|found| found.is_none());
        if let Some((free, tie)) = free.zip(tie) {
            *free = Some(tie);
        }
    }

    /// Whether the claim tells of none.
    pub(in crate::compare) fn is_empty(&self) -> bool {
        self.found[0].is_none()
    }

    pub(in crate::compare) fn iter(&self) -> impl Iterator<Item = Tie> {
        self.found.into_iter().flatten()
    }
}

/// Whether a term names a country, or what comes from one.
pub(in crate::compare) fn country(term: &Term) -> bool {
    english::demonym(&term.key).is_some() || english::name_word(&term.root).is(NameClass::Country)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Names, analyse};
    use crate::text::Document;

    /// First and second of the first tie that a text tells of, and its kind.
    fn tie(text: &str) -> Option<String> {
        let analysis = analyse(&Document::read(text), None, &Names::default(), None);
        analysis.claims.iter().find_map(|claim| {
            let tie = Ties::of(text, claim).found[0]?;
            let key = |i: u8| claim.terms[usize::from(i)].key.as_str();
            Some(format!("{}: {} {}", TABLE.names[usize::from(tie.kind)], key(tie.first), key(tie.second)))
        })
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        const FLAGS: [&str; 5] = ["one-way", "kin", "event", "sole", "origin"];
        for line in english::rows(include_str!("../../../data/english/ties.tsv")) {
            let cells: Vec<&str> = line.split('\t').collect();
            let slot =
                cells.len() == 3 && (cells[1] == "single" || SLOTS.iter().any(|(name, _)| *name == cells[1]));
            assert!(cells.len() == 2 && FLAGS.contains(&cells[1]) || slot, "{line}");
        }
        assert!(TABLE.words["father"].iter().any(|word| word.single));
    }

    #[test]
    fn ties_in_verbs_nouns_and_passing() {
        for (text, told) in [
            ("Orrin Timber owns Salo Group.", "own: orrin timber salo group"),
            ("Salo Group is owned by Orrin Timber.", "own: orrin timber salo group"),
            ("Orrin Timber, a subsidiary of Salo Group, closed a mill.", "own: salo group orrin timber"),
            ("Salo Group closed its subsidiary Orrin Timber.", "own: salo group orrin timber"),
            ("She met Ada Hale's successor, Jens Mohr.", "after: jens mohr ada hale"),
            ("After Ada Hale's death, Jens Mohr was elected chair.", "after: jens mohr ada hale"),
            ("Dora Kline, sister of Paul Kline, drove.", "sibling: dora kline paul kline"),
            ("The Danish maker Lindholt closed.", "origin: lindholt danish"),
            ("Aldo Benetti was born in Kenya.", "born: aldo benetti kenya"),
        ] {
            assert_eq!(tie(text).as_deref(), Some(told), "{text}");
        }
    }

    #[test]
    fn no_ties() {
        for text in [
            "Orrin Timber does not own Salo Group.",
            "Orrin Timber may buy Salo Group.",
            "Tom Weller, a former owner of Salo Group, died.",
            "Orrin Timber sold Salo Group shares to Ada Hale.",
            "The Danish branch of Quorra Systems closed.",
        ] {
            assert_eq!(tie(text), None, "{text}");
        }
    }
}
