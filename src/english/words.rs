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
    /// One more than there are, for the end of the last.
    words: Vec<Word>,
    /// Open addressing: 0 where nothing stands, else a part of the hash and the number, counted from one.
    slots: Vec<u32>,
}

/// What is asked of a word, in one place of the memory.
#[derive(Clone, Copy, Default)]
struct Word {
    /// Where it begins in the text.
    start: u32,
    /// A bit for each of the sections among whose keys it is: most are among few.
    keys: u32,
    /// The offset of its usage.
    usage: u16,
}

impl Words {
    /// Opens packed words; `numbers` tells each one's usage among `usages`.
    pub(crate) fn read(packed: &[u8], numbers: &[u8], usages: &[u8]) -> Self {
        let (text, starts) = unpack(packed);
        let usages = usage_offsets(numbers, usages).chain(std::iter::repeat(0));
        let word = |(start, usage): (u32, u16)| Word { start, usage, keys: 0 };
        let words = starts.into_iter().zip(usages).map(word).collect();
        let mut words = Words { text, words, slots: Vec::new() };
        words.slots = words.place();
        words
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len() - 1
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
        let ends = self.words.get(usize::from(id)..usize::from(id) + 2);
        ends.and_then(|ends| self.text.get(ends[0].start as usize..ends[1].start as usize)).unwrap_or("")
    }

    /// Where the usage of a word begins.
    pub(crate) fn usage(&self, id: u16) -> usize {
        self.words.get(usize::from(id)).map_or(0, |word| usize::from(word.usage))
    }

    /// Notes that a word is among the keys of a section.
    pub(crate) fn add_key(&mut self, id: u16, section: usize) {
        if let Some(word) = self.words.get_mut(usize::from(id)) {
            word.keys |= 1 << section;
        }
    }

    /// Whether a word is among the keys of a section.
    pub(crate) fn is_key(&self, id: u16, section: usize) -> bool {
        self.words.get(usize::from(id)).is_some_and(|word| word.keys & 1 << section != 0)
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
fn usage_offsets(numbers: &[u8], usages: &[u8]) -> impl Iterator<Item = u16> {
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(&uses) = usages.get(at) {
        starts.push(at as u16);
        at += 1 + 2 * usize::from(uses);
    }
    let mut numbers = numbers.iter().map(|&number| usize::from(number));
    let mut next = move || match numbers.next()? {
        wide if wide == usize::from(WIDE) => Some(numbers.next()? | numbers.next()? << 8),
        number => Some(number),
    };
    std::iter::from_fn(move || next().map(|number| starts.get(number).copied().unwrap_or(0)))
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
