//! The words that temporal expressions are made of: `data/english/temporal.tsv`, and the first words of
//! the names in `data/english/holidays.tsv`. A look-up costs one comparison of first letter and length for
//! nearly all words of a text, and for the others one of the packed word.

use super::{TimeUnit, holiday};
use std::sync::LazyLock;

/// What a known word is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Class {
    /// None of these.
    None,
    /// A word that begins an expression together with the one after it.
    Word,
    /// A word that goes on with an expression and begins none.
    Inner,
    /// A word that can be an expression by itself.
    Lone,
    /// Month, 1 to 12.
    Month(i8),
    /// Day of the week, 1 for Monday.
    Weekday(i8),
    /// *day*.
    Unit(TimeUnit),
    /// *days*.
    Units(TimeUnit),
    /// *one* to *ninety*, *hundred*.
    Cardinal(u16),
    /// *first* to *thirty*.
    Ordinal(i8),
    /// 0 spring, 1 summer, 2 autumn, 3 winter.
    Season(i8),
    /// *q1* to *q4*.
    Quarter(i8),
    /// A word that is nothing by itself but begins the name of a holiday.
    Name,
}

/// What a word says of the time of a sentence or of the number beside it, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Cue(u8);

impl Cue {
    /// The sentence looks ahead: *will*, *due*.
    pub const FUTURE: Cue = Cue(1);
    /// The sentence looks back: *said*, *rose*.
    pub const PAST: Cue = Cue(2);
    /// A verb that fixes a term which lies ahead: *jailed for three years*.
    pub const TERM: Cue = Cue(4);
    /// A matter that lasts, of which a paper gives the age: *war*, *strike*.
    pub const LASTING: Cue = Cue(8);
    /// What is counted or measured: four digits before it are no year.
    pub const COUNTED: Cue = Cue(16);
    /// A word of grammar: four digits before it count nothing.
    pub const FUNCTION: Cue = Cue(32);

    /// A verb that sets a day: *put off to 4 May*, *extended until Friday*.
    pub const SETS: Cue = Cue(64);

    const NAMES: [(&'static str, Cue); 7] = [
        ("future", Cue::FUTURE),
        ("past", Cue::PAST),
        ("term", Cue::TERM),
        ("lasting", Cue::LASTING),
        ("counted", Cue::COUNTED),
        ("function", Cue::FUNCTION),
        ("sets", Cue::SETS),
    ];

    /// Several names with spaces between them.
    fn parse(names: &str) -> Option<Cue> {
        names.split(' ').filter(|name| !name.is_empty()).try_fold(Cue::default(), |all, name| {
            let (_, cue) = Self::NAMES.iter().find(|(known, _)| *known == name)?;
            Some(Cue(all.0 | cue.0))
        })
    }

    /// Whether one of the other's is among these.
    pub fn has(self, other: Cue) -> bool {
        self.0 & other.0 != 0
    }
}

/// A word in lower case and what it is.
pub(super) type Entry = (&'static str, Class, Cue);

struct Table {
    /// Sorted by word.
    entries: Vec<Entry>,
    /// For each first letter the lengths of the words that begin with it, as bits.
    lengths: [u16; 26],
    /// The words, [`packed`].
    keys: Vec<u128>,
    /// A hash table of entries, collisions in the slots that follow.
    slots: [u16; SLOTS],
}

/// Slots of the hash table, a power of two.
const SLOTS: usize = 2048;
const EMPTY: u16 = u16::MAX;

/// Longer words than this are none of the table.
const LONGEST: usize = 15;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut entries: Vec<Entry> = include_str!("../../data/english/temporal.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let word = cells.next()?;
            let class = class(cells.next()?, cells.next()?)?;
            Some((word, class, Cue::parse(cells.next().unwrap_or(""))?))
        })
        .collect();
    entries.sort_unstable_by_key(|entry| entry.0);
    let known = entries.len();
    for word in holiday::first_words() {
        match entries[..known].binary_search_by_key(&word, |entry| entry.0) {
            Ok(at) if entries[at].1 == Class::None => entries[at].1 = Class::Name,
            Ok(_) => {}
            Err(_) => entries.push((word, Class::Name, Cue::default())),
        }
    }
    entries.sort_unstable_by_key(|entry| entry.0);
    entries.dedup();
    let keys: Vec<u128> = entries.iter().map(|(word, ..)| packed(word.as_bytes())).collect();
    let mut table = Table { entries, lengths: [0; 26], keys, slots: [EMPTY; SLOTS] };
    for (number, (word, ..)) in table.entries.iter().enumerate() {
        table.lengths[usize::from(word.as_bytes()[0] - b'a')] |= 1 << word.len();
        let mut at = slot(table.keys[number]);
        while table.slots[at] != EMPTY {
            at = (at + 1) % SLOTS;
        }
        table.slots[at] = number as u16;
    }
    table
});

/// A class as the table writes it.
fn class(name: &str, value: &str) -> Option<Class> {
    let number = || value.parse::<i8>().ok();
    Some(match name {
        "cue" => Class::None,
        "word" => Class::Word,
        "inner" => Class::Inner,
        "lone" => Class::Lone,
        "month" => Class::Month(number()?),
        "weekday" => Class::Weekday(number()?),
        "season" => Class::Season(number()?),
        "quarter" => Class::Quarter(number()?),
        "ordinal" => Class::Ordinal(number()?),
        "cardinal" => Class::Cardinal(value.parse().ok()?),
        "unit" => Class::Unit(TimeUnit::named(value)?),
        "units" => Class::Units(TimeUnit::named(value)?),
        _ => return None,
    })
}

/// The number of a word in the table, or `None`. Case is folded; a full stop at the end is ignored.
pub(super) fn find(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    let bytes = bytes.strip_suffix(b".").unwrap_or(bytes);
    let first = bytes.first()?.to_ascii_lowercase();
    if !first.is_ascii_lowercase() || bytes.len() > LONGEST {
        return None;
    }
    let letter = usize::from(first - b'a');
    let table = &*TABLE;
    if table.lengths[letter] >> bytes.len() & 1 == 0 {
        return None;
    }
    let key = packed(bytes);
    let mut at = slot(key);
    while table.slots[at] != EMPTY {
        let number = usize::from(table.slots[at]);
        if table.keys[number] == key {
            return Some(number);
        }
        at = (at + 1) % SLOTS;
    }
    None
}

/// A word of at most 16 bytes as one number, its ASCII letters in lower case.
fn packed(word: &[u8]) -> u128 {
    word.iter().fold(0, |key, byte| key << 8 | u128::from(byte.to_ascii_lowercase()))
}

/// Where the search for a key begins (Fibonacci hashing).
fn slot(key: u128) -> usize {
    let folded = (key ^ key >> 64) as u64;
    (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SLOTS.trailing_zeros())) as usize
}

/// The entries that [`find`] gives the numbers of.
pub(super) fn entries() -> &'static [Entry] {
    &TABLE.entries
}

/// What a word is; [`Class::None`] for one that the table does not know.
pub(super) fn class_of(word: &str) -> Class {
    find(word).map_or(Class::None, |number| TABLE.entries[number].1)
}

/// Whether a word is a month's name, whole or short, in any case.
pub(crate) fn is_month(word: &str) -> bool {
    matches!(class_of(word), Class::Month(_))
}

/// Whether a word names a unit of time: *week*, *years*.
pub(crate) fn is_unit(word: &str) -> bool {
    matches!(class_of(word), Class::Unit(_) | Class::Units(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole_and_finds_each_word() {
        let lines = include_str!("../../data/english/temporal.tsv").lines().filter(|l| !l.starts_with('#'));
        let entries = &TABLE.entries;
        for line in lines {
            let word = line.split('\t').next().unwrap();
            assert!(find(word).is_some_and(|number| entries[number].0 == word), "{line}");
        }
        assert!(entries.is_sorted_by(|a, b| a.0 < b.0));
        for (number, (word, ..)) in entries.iter().enumerate() {
            assert!(word.len() <= LONGEST, "{word}");
            assert_eq!(find(word), Some(number), "{word}");
        }
        assert_eq!(class_of("Sept."), Class::Month(9));
        assert_eq!(class_of("MAY"), Class::Month(5));
        assert_eq!(class_of("boxing"), Class::Name);
        assert!(entries[find("said").unwrap()].2.has(Cue::PAST));
        assert!(!entries[find("will").unwrap()].2.has(Cue::PAST));
        assert_eq!(class_of("said"), Class::None);
        for word in ["tram", ".", ""] {
            assert_eq!(find(word), None, "{word}");
        }
    }
}
