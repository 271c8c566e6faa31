//! Segments and words: where sentences begin and end, what the words are, and their dictionary forms.
//!
//! [`Document::read`] is total: any `&str` gives a document.

mod abbreviation;
mod address;
mod agreement;
mod bracket;
mod context;
mod fold;
mod line;
mod mark;
mod memory;
mod offsets;
mod repair;
mod scan;
mod search;
mod segment;
mod tag;
mod token;

pub use crate::english::{Form, Tag};
pub use fold::fold;
pub use offsets::{OffsetUnit, Offsets};
pub(crate) use repair::{fronted, heads_phrase};
pub(crate) use tag::capitals_mean_nothing;
pub use token::{Case, Token, TokenKind};

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A range of UTF-8 bytes of the text; both ends lie on character borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`, in bytes.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Span { start, end }
    }

    /// The text under the span.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// What kind of segment a [`Sentence`] is; news text is not all sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SentenceKind {
    /// A sentence with a terminal mark, or one that reads like it.
    Sentence,
    /// A line without a full stop that stands alone: a headline, a list item, a caption.
    Headline,
}

/// A sentence: its span without the white space around it, and its tokens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Bytes from the first to the last character that is no white space.
    pub span: Span,
    /// Indices into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// Sentence or headline.
    pub kind: SentenceKind,
    /// Paragraph number, counted from 0; a blank line or a line break between full sentences ends one.
    pub paragraph: usize,
}

/// A text with its sentences and words.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The text itself.
    pub text: &'t str,
    /// All tokens in text order; white space is no token.
    pub tokens: Vec<Token>,
    /// All sentences in text order; every token lies in exactly one.
    pub sentences: Vec<Sentence>,
}

impl<'t> Document<'t> {
    /// Segments, tokenises, tags and lemmatises a text. Linear in its length.
    pub fn read(text: &'t str) -> Self {
        let mut tokens = scan::tokens(text);
        let sentences = segment::sentences(text, &tokens);
        let mut tagger = tag::Tagger::new(text, tokens.len());
        for sentence in &sentences {
            tagger.tag(&mut tokens[sentence.tokens.clone()]);
        }
        Document { text, tokens, sentences }
    }

    /// The text of a token.
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens[token].span.of(self.text)
    }

    /// The span from the first to the last token of a non-empty range.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.tokens[tokens.start].span.to(self.tokens[tokens.end - 1].span)
    }
}

/// The words and numbers of a text as they stand, without what they mean: cheaper than [`Document::read`].
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    scan::tokens(text)
        .into_iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .map(|token| token.span.of(text))
}
