//! The compiled tables: `english.bin`, made from `data/english/` by `cargo xtask language`.
//!
//! Words are laid open at the start; else a look-up reads the bytes as they lie. The data compiler shares this file.

use super::words::Words;
use std::cmp::Ordering;

/// The sections of the file, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// Words, as [`Words`] reads them.
    Words,
    /// For each word the number of its usage, as [`Words`] reads it; 0 where it is no word by itself.
    Usage,
    /// A count, then state and cost for each use.
    Usages,
    /// Cost of a state after two states, u8.
    Sequences,
    /// Irregular forms: word numbers, u16, sorted.
    Irregular,
    /// Their part of speech (*n*, *v*, *a*).
    IrregularKind,
    /// Their lemmas, u16.
    IrregularLemma,
    /// Words with synonyms, u16, sorted.
    Synonyms,
    /// Where their groups begin in `SynonymGroups`, u16, and one more.
    SynonymStarts,
    /// Group numbers, u16, sorted for each word.
    SynonymGroups,
    /// Words with opposites, u16, sorted.
    Opposites,
    /// Where their opposites begin in `OppositeWords`, u16, and one more.
    OppositeStarts,
    /// Word numbers, u16, sorted for each word.
    OppositeWords,
    /// General words, u16, sorted.
    Hypernyms,
    /// Where their kinds begin in `Hyponyms`, u16, and one more.
    HypernymStarts,
    /// Word numbers, u16, sorted for each word.
    Hyponyms,
    /// Members of families, u16, sorted.
    Families,
    /// Their heads, u16.
    FamilyHeads,
    /// Words for people and things of a place, u16, sorted.
    Demonyms,
    /// The places, u16.
    DemonymPlaces,
    /// Verbs with particle, u16, sorted.
    Phrasals,
    /// Their equivalents, u16.
    PhrasalVerbs,
    /// Words with classes, u16, sorted.
    Classes,
    /// Their classes, u64.
    ClassBits,
    /// Words of names, u16, sorted.
    NameWords,
    /// Their classes, u64.
    NameBits,
    /// Other spellings of names, u16, sorted.
    Spellings,
    /// The ones they are compared as, u16.
    SpellingHeads,
}

/// How many sections there are.
pub(crate) const SECTIONS: usize = Section::SpellingHeads as usize + 1;

/// The hash that spreads words over buckets: eight bytes at a time, by multiplication.
pub(crate) fn hash(word: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, piece: u64| (hash.rotate_left(5) ^ piece).wrapping_mul(FACTOR);
    let mut pieces = word.chunks_exact(8);
    let mut hash = word.len() as u64;
    for piece in &mut pieces {
        hash = mix(hash, piece.iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte)));
    }
    let rest = pieces.remainder().iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte));
    (mix(hash, rest) >> 32) as u32
}

/// A compiled file.
pub(crate) struct Tables {
    sections: [&'static [u8]; SECTIONS],
    words: Words,
}

/// The sections that [`Tables::position`] is asked for.
const KEYS: [Section; 10] = [
    Section::Irregular,
    Section::Synonyms,
    Section::Opposites,
    Section::Hypernyms,
    Section::Families,
    Section::Demonyms,
    Section::Phrasals,
    Section::Classes,
    Section::NameWords,
    Section::Spellings,
];

impl Tables {
    /// The sections of a file.
    pub(crate) fn new(file: &'static [u8]) -> Self {
        let section = |at: usize| {
            let ends = (u32_at(file, 4 * at) as usize, u32_at(file, 4 * at + 4) as usize);
            file.get(ends.0..ends.1).unwrap_or(&[])
        };
        let sections: [&'static [u8]; SECTIONS] = std::array::from_fn(section);
        let of = |section: Section| sections[section as usize];
        let mut words = Words::read(of(Section::Words), of(Section::Usage), of(Section::Usages));
        for section in KEYS {
            for id in of(section).chunks_exact(2) {
                words.add_key(u16_at(id, 0), section as usize);
            }
        }
        Tables { sections, words }
    }

    /// The bytes of a section.
    pub(crate) fn section(&self, section: Section) -> &'static [u8] {
        self.sections[section as usize]
    }

    /// The number of a word.
    pub(crate) fn find(&self, word: &str) -> Option<u16> {
        self.words.find(word)
    }

    /// The word of a number.
    pub(crate) fn word(&self, id: u16) -> &str {
        self.words.word(id)
    }

    /// State and cost of each use of a word.
    pub(crate) fn usage(&self, id: u16) -> &'static [u8] {
        let at = self.words.usage(id);
        let usages = self.section(Section::Usages);
        &usages[at + 1..at + 1 + 2 * usize::from(usages[at])]
    }

    /// Where `id` stands in a sorted section, one of [`KEYS`].
    pub(crate) fn position(&self, keys: Section, id: u16) -> Option<usize> {
        if !self.words.is_key(id, keys as usize) {
            return None;
        }
        let keys = self.section(keys);
        let (mut low, mut high) = (0, keys.len() / 2);
        while low < high {
            let middle = (low + high) / 2;
            match u16_at(keys, middle).cmp(&id) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    /// The value beside a key.
    pub(crate) fn value(&self, keys: Section, values: Section, id: u16) -> Option<u16> {
        self.position(keys, id).map(|at| u16_at(self.section(values), at))
    }

    /// The classes at a position.
    pub(crate) fn bits(&self, values: Section, at: usize) -> u64 {
        let bytes = self.section(values).get(8 * at..8 * at + 8).and_then(|bytes| bytes.try_into().ok());
        u64::from_le_bytes(bytes.unwrap_or_default())
    }

    /// The values beside a key, where each key has several.
    pub(crate) fn list(
        &self,
        keys: Section,
        starts: Section,
        values: Section,
        id: u16,
    ) -> impl Iterator<Item = u16> + Clone + use<> {
        let range = self.position(keys, id).map_or(0..0, |at| {
            let starts = self.section(starts);
            usize::from(u16_at(starts, at))..usize::from(u16_at(starts, at + 1))
        });
        let values = self.section(values);
        range.map(move |at| u16_at(values, at))
    }

    /// The irregular lemma of a form for a part of speech (*n*, *v*, *a*).
    pub(crate) fn irregular(&self, id: u16, kind: u8) -> Option<u16> {
        let keys = self.section(Section::Irregular);
        let kinds = self.section(Section::IrregularKind);
        let mut at = self.position(Section::Irregular, id)?;
        while at > 0 && u16_at(keys, at - 1) == id {
            at -= 1;
        }
        while at < kinds.len() && u16_at(keys, at) == id {
            if kinds[at] == kind {
                return Some(u16_at(self.section(Section::IrregularLemma), at));
            }
            at += 1;
        }
        None
    }
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_le_bytes)
}

fn u16_at(bytes: &[u8], index: usize) -> u16 {
    u16::from_le_bytes([bytes[2 * index], bytes[2 * index + 1]])
}
