//! The words that temporal expressions are made of, one sorted table. A look-up costs one comparison
//! of first letter and length for nearly all words of a text.

use super::TimeUnit::{self, *};
use Class::{Cardinal, Inner, Lone, Month as M, Ordinal, Season, Unit, Units, Weekday, Word};

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
}

/// The table's entry of a word, or `None`. Case is folded; a full stop at the end is ignored.
pub(super) fn find(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    let bytes = bytes.strip_suffix(b".").unwrap_or(bytes);
    let first = bytes.first()?.to_ascii_lowercase();
    if !first.is_ascii_lowercase()
        || bytes.len() > 15
        || LENGTHS[usize::from(first - b'a')] >> bytes.len() & 1 == 0
    {
        return None;
    }
    let key = packed(bytes);
    let mut slot = slot(key);
    while SLOTS[slot] != EMPTY {
        let entry = usize::from(SLOTS[slot]);
        if KEYS[entry] == key {
            return Some(entry);
        }
        slot = (slot + 1) % SLOTS.len();
    }
    None
}

/// A word of at most 16 bytes as one number, its ASCII letters in lower case.
const fn packed(word: &[u8]) -> u128 {
    let mut key = 0;
    let mut i = 0;
    while i < word.len() {
        key = key << 8 | word[i].to_ascii_lowercase() as u128;
        i += 1;
    }
    key
}

/// Where in [`SLOTS`] the search for a key begins (Fibonacci hashing).
const fn slot(key: u128) -> usize {
    let folded = (key ^ key >> 64) as u64;
    (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize
}

const EMPTY: u16 = u16::MAX;

/// The table's words, [`packed`].
static KEYS: [u128; TABLE.len()] = {
    let mut keys = [0; TABLE.len()];
    let mut i = 0;
    while i < TABLE.len() {
        keys[i] = packed(TABLE[i].0.as_bytes());
        i += 1;
    }
    keys
};

/// A hash table of entries of [`TABLE`], collisions in the slots that follow.
static SLOTS: [u16; 1024] = {
    assert!(TABLE.len() < 700, "too full to be fast");
    let mut slots = [EMPTY; 1024];
    let mut i = 0;
    while i < TABLE.len() {
        let mut at = slot(packed(TABLE[i].0.as_bytes()));
        while slots[at] != EMPTY {
            at = (at + 1) % slots.len();
        }
        slots[at] = i as u16;
        i += 1;
    }
    slots
};

/// For each first letter the lengths of the words that begin with it, as bits.
static LENGTHS: [u16; 26] = {
    let mut lengths = [0u16; 26];
    let mut i = 0;
    while i < TABLE.len() {
        let word = TABLE[i].0.as_bytes();
        lengths[(word[0] - b'a') as usize] |= 1 << word.len();
        i += 1;
    }
    lengths
};

#[rustfmt::skip]
pub(super) static TABLE: &[(&str, Class)] = &[
    ("a", Word), ("about", Word), ("after", Word), ("afternoon", Inner), ("afterwards", Inner), ("age", Inner),
    ("ago", Inner), ("almost", Word), ("alone", Inner), ("an", Word), ("and", Inner), ("anniversary", Inner),
    ("annually", Lone), ("another", Word), ("approximately", Word), ("apr", M(4)), ("april", M(4)), ("around", Word),
    ("as", Word), ("at", Inner), ("aug", M(8)), ("august", M(8)), ("autumn", Season(2)),
    ("barely", Word), ("before", Word), ("beginning", Word), ("between", Word), ("both", Inner), ("by", Word),
    ("centuries", Units(Century)), ("century", Unit(Century)), ("christmas", Lone), ("close", Word), ("coming", Word),
    ("couple", Inner), ("current", Word),
    ("daily", Lone), ("dawn", Inner), ("day", Unit(Day)), ("daylong", Lone), ("days", Units(Day)), ("dec", M(12)),
    ("decade", Unit(Decade)), ("decades", Units(Decade)), ("december", M(12)), ("dozen", Inner), ("dozens", Word),
    ("during", Word),
    ("each", Word), ("earlier", Word), ("early", Word), ("eight", Cardinal(8)), ("eighteen", Cardinal(18)),
    ("eighteenth", Ordinal(18)), ("eighth", Ordinal(8)), ("eighties", Word), ("eighty", Cardinal(80)),
    ("eleven", Cardinal(11)), ("eleventh", Ordinal(11)), ("end", Word), ("ended", Inner), ("ending", Inner),
    ("enter", Word), ("entered", Word), ("entering", Word), ("enters", Word), ("eve", Inner), ("evening", Inner),
    ("ever", Word), ("every", Word), ("exactly", Word),
    ("fall", Season(2)), ("feb", M(2)), ("february", M(2)), ("few", Word), ("fifteen", Cardinal(15)),
    ("fifteenth", Ordinal(15)), ("fifth", Ordinal(5)), ("fifties", Word), ("fifty", Cardinal(50)), ("final", Word),
    ("financial", Word), ("first", Ordinal(1)), ("fiscal", Word), ("five", Cardinal(5)), ("following", Word),
    ("for", Word), ("forties", Word), ("fortnight", Word), ("fortnights", Word), ("forty", Cardinal(40)),
    ("four", Cardinal(4)), ("fourteen", Cardinal(14)), ("fourteenth", Ordinal(14)), ("fourth", Ordinal(4)),
    ("fri", Weekday(5)), ("friday", Weekday(5)), ("fridays", Lone), ("from", Word), ("full", Inner), ("fy", Word),
    ("greater", Word),
    ("h1", Word), ("h2", Word), ("half", Word), ("her", Inner), ("his", Inner), ("hour", Unit(Hour)),
    ("hours", Units(Hour)), ("hundred", Cardinal(100)), ("hundreds", Inner),
    ("in", Word), ("into", Word), ("its", Inner),
    ("jan", M(1)), ("january", M(1)), ("jul", M(7)), ("july", M(7)), ("jun", M(6)), ("june", M(6)), ("just", Word),
    ("last", Word), ("lasted", Word), ("late", Word), ("later", Word), ("least", Inner), ("less", Word),
    ("little", Word), ("long", Inner),
    ("many", Word), ("mar", M(3)), ("march", M(3)), ("may", M(5)), ("mid", Word), ("middle", Word), ("midnight", Inner),
    ("mon", Weekday(1)), ("monday", Weekday(1)), ("mondays", Lone), ("month", Unit(Month)), ("monthlong", Lone),
    ("monthly", Lone), ("months", Units(Month)), ("more", Word), ("morning", Inner), ("my", Inner),
    ("near", Inner), ("nearly", Word), ("new", Word), ("next", Word), ("night", Inner), ("nine", Cardinal(9)),
    ("nineteen", Cardinal(19)), ("nineteenth", Ordinal(19)), ("nineties", Word), ("ninety", Cardinal(90)),
    ("ninth", Ordinal(9)), ("no", Word), ("noon", Inner), ("not", Word), ("nov", M(11)), ("november", M(11)),
    ("now", Word),
    ("oct", M(10)), ("october", M(10)), ("of", Inner), ("old", Inner), ("on", Inner), ("one", Cardinal(1)),
    ("only", Word), ("onward", Inner), ("onwards", Inner), ("or", Inner), ("other", Inner), ("our", Inner),
    ("out", Inner), ("over", Word),
    ("past", Word), ("penultimate", Word), ("point", Inner), ("preceding", Word), ("precisely", Word),
    ("previous", Word), ("prior", Word),
    ("quarter", Unit(Quarter)), ("quarters", Units(Quarter)),
    ("recent", Word), ("roughly", Word),
    ("same", Inner), ("sat", Weekday(6)), ("saturday", Weekday(6)), ("saturdays", Lone), ("second", Ordinal(2)),
    ("sep", M(9)), ("sept", M(9)), ("september", M(9)), ("seven", Cardinal(7)), ("seventeen", Cardinal(17)),
    ("seventeenth", Ordinal(17)), ("seventh", Ordinal(7)), ("seventies", Word), ("seventy", Cardinal(70)),
    ("several", Word), ("since", Word), ("six", Cardinal(6)), ("sixteen", Cardinal(16)), ("sixteenth", Ordinal(16)),
    ("sixth", Ordinal(6)), ("sixties", Word), ("sixty", Cardinal(60)), ("solid", Inner), ("some", Word),
    ("spring", Season(0)), ("start", Word), ("starting", Word), ("straight", Inner), ("subsequent", Inner),
    ("summer", Season(1)), ("sun", Weekday(7)), ("sunday", Weekday(7)), ("sundays", Lone),
    ("ten", Cardinal(10)), ("tenth", Ordinal(10)), ("than", Inner), ("that", Word), ("the", Word), ("their", Inner),
    ("then", Inner), ("third", Ordinal(3)), ("thirteen", Cardinal(13)), ("thirteenth", Ordinal(13)), ("thirties", Word),
    ("thirtieth", Ordinal(30)), ("thirty", Cardinal(30)), ("this", Word), ("thousand", Inner), ("three", Cardinal(3)),
    ("through", Word), ("throughout", Inner), ("thu", Weekday(4)), ("thur", Weekday(4)), ("thurs", Weekday(4)),
    ("thursday", Weekday(4)), ("thursdays", Lone), ("till", Word), ("time", Inner), ("to", Inner), ("today", Lone),
    ("tomorrow", Lone), ("tonight", Lone), ("tue", Weekday(2)), ("tues", Weekday(2)), ("tuesday", Weekday(2)),
    ("tuesdays", Lone), ("turn", Inner), ("twelfth", Ordinal(12)), ("twelve", Cardinal(12)), ("twenties", Word),
    ("twentieth", Ordinal(20)), ("twenty", Cardinal(20)), ("two", Cardinal(2)),
    ("under", Word), ("until", Word), ("up", Word), ("upcoming", Word),
    ("wed", Weekday(3)), ("wednesday", Weekday(3)), ("wednesdays", Lone), ("week", Unit(Week)), ("weekend", Word),
    ("weekends", Lone), ("weeklong", Lone), ("weekly", Lone), ("weeks", Units(Week)), ("well", Word), ("whole", Inner),
    ("winter", Season(3)), ("within", Word),
    ("year", Unit(Year)), ("yearlong", Lone), ("yearly", Lone), ("years", Units(Year)), ("yesterday", Lone),
    ("yet", Inner),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_finds_each_word() {
        assert!(TABLE.is_sorted_by(|a, b| a.0 < b.0), "{:?}", TABLE.windows(2).find(|w| w[0].0 >= w[1].0));
        for (i, (word, _)) in TABLE.iter().enumerate() {
            assert_eq!(find(word), Some(i), "{word}");
        }
        assert_eq!(find("Sept.").map(|i| TABLE[i].1), Some(M(9)));
        assert_eq!(find("MAY").map(|i| TABLE[i].1), Some(M(5)));
        assert_eq!(find("tram"), None);
        assert_eq!(find("."), None);
        assert_eq!(find(""), None);
    }
}
