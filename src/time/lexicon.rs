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

/// A word in lower case and what it is.
pub(super) type Entry = (&'static str, Class);

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
            Some((word, class(cells.next()?, cells.next()?)?))
        })
        .collect();
    entries.sort_unstable_by_key(|entry| entry.0);
    let known = entries.len();
    for word in holiday::first_words() {
        if entries[..known].binary_search_by_key(&word, |entry| entry.0).is_err() {
            entries.push((word, Class::Name));
        }
    }
    entries.sort_unstable_by_key(|entry| entry.0);
    entries.dedup();
    let keys: Vec<u128> = entries.iter().map(|(word, _)| packed(word.as_bytes())).collect();
    let mut table = Table { entries, lengths: [0; 26], keys, slots: [EMPTY; SLOTS] };
    for (number, (word, _)) in table.entries.iter().enumerate() {
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
    let unit = || {
        Some(match value {
            "hour" => TimeUnit::Hour,
            "day" => TimeUnit::Day,
            "week" => TimeUnit::Week,
            "month" => TimeUnit::Month,
            "quarter" => TimeUnit::Quarter,
            "year" => TimeUnit::Year,
            "decade" => TimeUnit::Decade,
            "century" => TimeUnit::Century,
            _ => return None,
        })
    };
    let number = || value.parse::<i8>().ok();
    Some(match name {
        "word" => Class::Word,
        "inner" => Class::Inner,
        "lone" => Class::Lone,
        "month" => Class::Month(number()?),
        "weekday" => Class::Weekday(number()?),
        "season" => Class::Season(number()?),
        "quarter" => Class::Quarter(number()?),
        "ordinal" => Class::Ordinal(number()?),
        "cardinal" => Class::Cardinal(value.parse().ok()?),
        "unit" => Class::Unit(unit()?),
        "units" => Class::Units(unit()?),
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

/// The entry of a number that [`find`] gave.
pub(super) fn entry(number: usize) -> Entry {
    TABLE.entries[number]
}

/// What a word is; [`Class::None`] for one that the table does not know.
pub(super) fn class_of(word: &str) -> Class {
    find(word).map_or(Class::None, |number| entry(number).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole_and_finds_each_word() {
        let lines = include_str!("../../data/english/temporal.tsv").lines().filter(|l| !l.starts_with('#'));
        let entries = &TABLE.entries;
        assert_eq!(entries.iter().filter(|e| e.1 != Class::Name).count(), lines.count());
        assert!(entries.is_sorted_by(|a, b| a.0 < b.0));
        for (number, (word, _)) in entries.iter().enumerate() {
            assert!(word.len() <= LONGEST, "{word}");
            assert_eq!(find(word), Some(number), "{word}");
        }
        assert_eq!(class_of("Sept."), Class::Month(9));
        assert_eq!(class_of("MAY"), Class::Month(5));
        assert_eq!(class_of("boxing"), Class::Name);
        for word in ["tram", ".", ""] {
            assert_eq!(find(word), None, "{word}");
        }
    }
}
