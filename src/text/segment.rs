//! Sentence boundaries: Unicode's rules plus the habits of news.

use super::{Sentence, SentenceKind, Span, Token};
use unicode_segmentation::UnicodeSegmentation;

/// All sentences of a text; together they hold every token once, in order.
pub(super) fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut next = 0;
    for (at, piece) in text.split_sentence_bound_indices() {
        let end = at + piece.len();
        let first = next;
        while next < tokens.len() && tokens[next].span.start < end {
            next += 1;
        }
        if next > first {
            sentences.push(Sentence {
                span: Span::new(tokens[first].span.start, tokens[next - 1].span.end),
                tokens: first..next,
                kind: SentenceKind::Sentence,
                paragraph: 0,
            });
        }
    }
    sentences
}
