//! The tokens of one sentence, as the recognisers look at them.

use crate::text::{Case, Document, SentenceKind, Token, TokenKind};
use std::borrow::Cow;
use std::ops::Range;

/// One sentence; a token outside it, or inside a temporal expression, reads as the empty word.
#[derive(Clone, Copy)]
pub(super) struct View<'d, 't> {
    pub document: &'d Document<'t>,
    pub start: usize,
    pub end: usize,
    pub headline: bool,
    /// Tokens of temporal expressions in this sentence.
    pub times: &'d [Range<usize>],
}

impl<'d, 't> View<'d, 't> {
    pub fn new(document: &'d Document<'t>, sentence: usize, times: &'d [Range<usize>]) -> Self {
        let sentence = &document.sentences[sentence];
        let Range { start, end } = sentence.tokens;
        View { document, start, end, headline: sentence.kind == SentenceKind::Headline, times }
    }

    /// Whether this is a headline in capitals, where a capital letter says nothing.
    pub fn title_case(&self) -> bool {
        let lower =
            |i: usize| self.token(i).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower);
        self.headline
            && !(self.start..self.end.min(self.start + 60)).any(|i| {
                lower(i)
                    && self.word(i).len() > 2
                    && !self.is(i, &["the", "and", "for", "but", "from", "with", "over"])
            })
    }

    /// Whether the token belongs to a temporal expression.
    pub fn timed(&self, i: usize) -> bool {
        let before = self.times.partition_point(|t| t.end <= i);
        self.times.get(before).is_some_and(|t| t.contains(&i))
    }

    pub fn token(&self, i: usize) -> Option<&'d Token> {
        (i >= self.start && i < self.end).then(|| &self.document.tokens[i])
    }

    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        self.token(i).map(|t| t.kind)
    }

    pub fn word(&self, i: usize) -> &'t str {
        if i >= self.start && i < self.end { self.document.word(i) } else { "" }
    }

    /// The word in lower case.
    pub fn low(&self, i: usize) -> Cow<'t, str> {
        match self.token(i) {
            None => Cow::Borrowed(""),
            Some(token) if token.case == Case::Lower => Cow::Borrowed(self.document.word(i)),
            Some(_) => Cow::Owned(self.document.word(i).to_lowercase()),
        }
    }

    /// Whether the lower-case word is one of these.
    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&&*self.low(i))
    }

    /// Whether nothing stands between the token and the next one.
    pub fn tight(&self, i: usize) -> bool {
        match (self.token(i), self.token(i + 1)) {
            (Some(a), Some(b)) => a.span.end == b.span.start,
            _ => false,
        }
    }

    /// Whether nothing that could be counted stands at `i`: the sentence's end or a mark.
    pub fn closes(&self, i: usize) -> bool {
        match self.kind(i) {
            None => true,
            Some(kind) => kind == TokenKind::Punctuation && !matches!(self.word(i), "-" | "/" | "“" | "("),
        }
    }

    /// Lower-case words from `from` to `to`, joined by spaces.
    pub fn phrase(&self, from: usize, to: usize) -> String {
        let mut phrase = String::new();
        for i in from..to {
            if i > from {
                phrase.push(' ');
            }
            phrase.push_str(&self.low(i));
        }
        phrase
    }

    /// The longest of the phrases of at most `most` words that begin at `from`, as `look_up` knows them.
    pub fn longest<T>(
        &self,
        from: usize,
        most: usize,
        look_up: impl Fn(&str) -> Option<T>,
    ) -> Option<(usize, T)> {
        let most = most.min(self.end.saturating_sub(from));
        (1..=most).rev().find_map(|n| Some((from + n, look_up(&self.phrase(from, from + n))?)))
    }

    /// The same for phrases that end before `to`.
    pub fn longest_before<T>(
        &self,
        to: usize,
        most: usize,
        look_up: impl Fn(&str) -> Option<T>,
    ) -> Option<(usize, T)> {
        let most = most.min(to.saturating_sub(self.start));
        (1..=most).rev().find_map(|n| Some((to - n, look_up(&self.phrase(to - n, to))?)))
    }
}
