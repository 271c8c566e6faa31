//! Spelling made comparable: lower case, no diacritics, straight apostrophes.

use compact_str::CompactString;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The comparable form of a word or name: *Kovač’s* → *kovac's*, *Łódź* → *łodz*, *Doğan* → *dogan*.
pub fn fold(word: &str) -> CompactString {
    if word.is_ascii() {
        return CompactString::from(word).to_ascii_lowercase();
    }
    word.nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            '’' | '‘' | 'ʼ' => '\'',
            '‐' | '‑' => '-',
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_marks_and_apostrophes() {
        assert_eq!(fold("Kovač’s"), "kovac's");
        assert_eq!(fold("Doğan"), "dogan");
        assert_eq!(fold("TRAM"), "tram");
        assert_eq!(fold("Жито"), fold("ЖИТО"));
    }
}
