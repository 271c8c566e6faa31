//! Words, numbers, marks: [`tokenise`].

use super::Span;
use crate::english::{Form, Tag};
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
}

impl Token {
    /// Whether the lemma is one of these.
    pub fn is(&self, lemmas: &[&str]) -> bool {
        lemmas.contains(&self.lemma.as_str())
    }
}

/// All tokens of a text, in order; white space is no token.
pub(super) fn tokenise(text: &str) -> Vec<Token> {
    use unicode_segmentation::UnicodeSegmentation;
    let mut tokens = Vec::new();
    for (at, word) in text.split_word_bound_indices() {
        let Some(first) = word.chars().next() else { continue };
        if word.trim().is_empty() {
            continue;
        }
        let kind = if first.is_ascii_digit() {
            TokenKind::Number
        } else if first.is_alphabetic() {
            TokenKind::Word
        } else {
            TokenKind::Punctuation
        };
        let case = if first.is_uppercase() { Case::Capitalised } else { Case::Lower };
        tokens.push(Token {
            span: Span::new(at, at + word.len()),
            kind,
            case,
            tag: Tag::X,
            form: Form::Base,
            lemma: CompactString::from(word.to_lowercase()),
        });
    }
    tokens
}
