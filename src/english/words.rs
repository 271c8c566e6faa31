//! The words of the compiled tables: packed in the file, laid open once.
//!
//! In the file they stand in order of the alphabet, each as what it changes of the word before, which compresses to a
//! third of what they take as they are. The data compiler shares this file.

use super::table::hash;

/// From here on bytes are letters; the smaller ones tell how many bytes of the word before are taken away.
pub(crate) const FIRST_LETTER: u8 = 32;

/// A usage that takes one byte is below this; a larger one stands in two bytes behind it.
pub(crate) const WIDE: u8 = u8::MAX;

/// The words, their numbers being their places in the alphabet.
pub(crate) struct Words {
    text: String,
    /// Where each begins, and where the last one ends.
    starts: Vec<u32>,
    /// For each the offset of its usage.
    usages: Vec<u16>,
    /// Open addressing: 0 where nothing stands, else a part of the hash and the number, counted from one.
    slots: Vec<u32>,
}

impl Words {
    /// Opens packed words; `numbers` tells each one's usage among `usages`.
    pub(crate) fn read(packed: &[u8], numbers: &[u8], usages: &[u8]) -> Self {
        let (text, starts) = unpack(packed);
        let usages = usage_offsets(numbers, usages);
        let mut words = Words { text, starts, usages, slots: Vec::new() };
        words.slots = words.place();
        words
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// A slot for each word.
    fn place(&self) -> Vec<u32> {
        let count = self.len();
        let mut slots = vec![0; (count + count / 2).next_power_of_two()];
        for id in 0..count as u16 {
            let (mut at, tag) = address(self.word(id).as_bytes(), slots.len());
            while slots[at] != 0 {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = tag | (u32::from(id) + 1);
        }
        slots
    }

    /// The number of a word.
    pub(crate) fn find(&self, word: &str) -> Option<u16> {
        let (mut at, tag) = address(word.as_bytes(), self.slots.len());
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return None;
            }
            let id = (slot as u16).wrapping_sub(1);
            if slot & !0xffff == tag && self.word(id) == word {
                return Some(id);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The word of a number.
    pub(crate) fn word(&self, id: u16) -> &str {
        let ends = self.starts.get(usize::from(id)..usize::from(id) + 2);
        ends.and_then(|ends| self.text.get(ends[0] as usize..ends[1] as usize)).unwrap_or("")
    }

    /// Where the usage of a word begins.
    pub(crate) fn usage(&self, id: u16) -> usize {
        self.usages.get(usize::from(id)).map_or(0, |&at| usize::from(at))
    }
}

/// The first slot for a word among so many, and the part of its hash that is compared before the word itself.
fn address(word: &[u8], slots: usize) -> (usize, u32) {
    let hash = hash(word);
    (((u64::from(hash) * slots as u64) >> 32) as usize, hash << 16)
}

/// All words one after the other, and where each begins.
fn unpack(packed: &[u8]) -> (String, Vec<u32>) {
    let mut text = Vec::with_capacity(4 * packed.len());
    let mut starts = vec![0];
    let mut at = 0;
    while let Some(&taken) = packed.get(at) {
        let start = starts.last().map_or(0, |&start| start as usize);
        let before = starts.len().checked_sub(2).map_or(0, |last| starts[last] as usize);
        text.extend_from_within(before..start - usize::from(taken));
        let letters = packed[at + 1..].iter().take_while(|&&byte| byte >= FIRST_LETTER).count();
        text.extend(&packed[at + 1..at + 1 + letters]);
        starts.push(text.len() as u32);
        at += 1 + letters;
    }
    (String::from_utf8(text).unwrap_or_default(), starts)
}

/// Where each word's usage begins.
fn usage_offsets(numbers: &[u8], usages: &[u8]) -> Vec<u16> {
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(&uses) = usages.get(at) {
        starts.push(at as u16);
        at += 1 + 2 * usize::from(uses);
    }
    let mut numbers = numbers.iter().map(|&number| usize::from(number));
    let mut next = || match numbers.next()? {
        wide if wide == usize::from(WIDE) => Some(numbers.next()? | numbers.next()? << 8),
        number => Some(number),
    };
    std::iter::from_fn(|| next().map(|number| starts.get(number).copied().unwrap_or(0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_word_and_by_number() {
        // ab, abbey, abide, zoo; usages: none, one use, two uses.
        let packed = b"\0ab\0bey\x03ide\x05zoo";
        let words = Words::read(packed, &[1, WIDE, 2, 0, 0, 1], &[0, 1, 7, 0, 2, 3, 0, 4, 8]);
        for (id, word, usage) in [(0, "ab", 1), (1, "abbey", 4), (2, "abide", 0), (3, "zoo", 1)] {
            assert_eq!((words.find(word), words.word(id), words.usage(id)), (Some(id), word, usage));
        }
        for other in ["", "a", "abb", "abbeys", "zo"] {
            assert_eq!(words.find(other), None, "{other}");
        }
        assert_eq!(words.word(4), "");
    }
}
