//! Which words a text may have.

/// A bit for each word of a text, which it shares with other words: what is asked first, since reading takes longer.
#[derive(Clone, Copy, Debug)]
pub(in crate::compare) struct WordSet([u64; 4]);

impl WordSet {
    pub(in crate::compare) fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut all = [0; 4];
        for (at, bit) in words.map(bit) {
            all[at] |= bit;
        }
        WordSet(all)
    }

    /// Whether one of these words, in small letters, can be among them, in whatever letters.
    pub(in crate::compare) fn may_have(self, words: &[&str]) -> bool {
        words.iter().map(|word| bit(word)).any(|(at, bit)| self.0[at] & bit != 0)
    }
}

/// By a word's length, and by its first and last letters whether they are small or not.
#[inline]
fn bit(word: &str) -> (usize, u64) {
    let letter = |byte: Option<&u8>| byte.map_or(0, |byte| usize::from(byte | 0x20));
    let bytes = word.as_bytes();
    let place = 3 * letter(bytes.first()) + 11 * letter(bytes.last()) + 71 * bytes.len();
    (place / 64 % 4, 1 << (place % 64))
}

#[cfg(test)]
mod tests {
    use super::WordSet;

    #[test]
    fn words_that_are_there_may_be_there() {
        let set = WordSet::of("It has NEVER been re-opened, élan’s Too");
        for word in ["it", "has", "never", "been", "re", "opened", "élan", "s", "too"] {
            assert!(set.may_have(&[word]), "{word}");
        }
        assert!(!set.may_have(&["among", "together"]) && !set.may_have(&[]));
    }
}
