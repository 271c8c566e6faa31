//! Words, numbers, marks.

use super::Span;
use crate::english::{Form, Lexeme, Tag};
use compact_str::CompactString;
use serde::{Deserialize, Serialize};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and hyphens; a clitic (*'s*, *n't*, *'ll*) is a word of its own.
    Word,
    /// Begins with a digit: *31*, *3.2*, *1,200*, *11th*, *2020s*.
    Number,
    /// A web or mail address.
    Address,
    /// Currency signs, %, &, °, emoji and the like.
    Symbol,
    /// Punctuation, one mark a token (an ellipsis and a dash are one).
    Punctuation,
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Case {
    /// *tram*, and every token without letters.
    Lower,
    /// *Tram*.
    Capitalised,
    /// *TRAM* (two letters or more).
    Upper,
    /// *iPhone*, *McDonald*.
    Mixed,
}

/// A word, number or mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// Part of speech.
    pub tag: Tag,
    /// Inflection.
    pub form: Form,
    /// Dictionary form, lower case, with straight apostrophes: *went* → *go*, *n't* → *not*.
    pub lemma: CompactString,
    /// What the tables say of the lemma, so that it is looked up once; empty for what is no word.
    pub known: Lexeme,
}

impl Token {
    /// Whether the lemma is one of these.
    pub fn is(&self, lemmas: &[&str]) -> bool {
        // Most words differ in length or first letter: only the rest are compared whole.
        let lemma = self.lemma.as_bytes();
        lemmas.iter().any(|each| {
            let each = each.as_bytes();
            each.len() == lemma.len() && each.first() == lemma.first() && each == lemma
        })
    }
}

impl Case {
    /// The case of a word; a hyphen, an apostrophe or a full stop begins a part of it.
    pub fn of(word: &str) -> Case {
        let (mut first, mut letters, mut upper, mut inner) = (None, 0, 0, false);
        let mut after_letter = false;
        for c in word.chars() {
            let is_upper = c.is_uppercase();
            if is_upper || c.is_lowercase() || c.is_alphabetic() {
                letters += 1;
                upper += usize::from(is_upper);
                inner |= is_upper && after_letter;
                first.get_or_insert(is_upper);
                after_letter = true;
            } else {
                after_letter = false;
            }
        }
        match first {
            _ if upper == 0 => Case::Lower,
            _ if upper == letters && letters > 1 => Case::Upper,
            Some(true) if !inner => Case::Capitalised,
            _ => Case::Mixed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Case::{self, *};

    #[test]
    fn case_looks_at_the_parts_of_a_word() {
        let cases = [
            ("tram", Lower),
            ("34-year-old", Lower),
            ("Tram", Capitalised),
            ("Anglo-American", Capitalised),
            ("O'Brien", Capitalised),
            ("A", Capitalised),
            ("TRAM", Upper),
            ("U.S.", Upper),
            ("COVID-19", Upper),
            ("iPhone", Mixed),
            ("McDonald", Mixed),
            ("pro-Russian", Mixed),
            ("…", Lower),
        ];
        for (word, case) in cases {
            assert_eq!(Case::of(word), case, "{word}");
        }
    }
}
