//! Remarks in brackets: a sentence that holds one does not end inside it.

use super::line::Gap;
use super::{Token, TokenKind};

/// Pairs of brackets within a paragraph that hold no more than a remark, by their opening ones.
pub(super) fn brackets(text: &str, tokens: &[Token], gaps: &[Gap]) -> Vec<(usize, usize)> {
    const REMARK: usize = 80;
    let mut pairs = Vec::new();
    let mut open: Vec<(usize, u8)> = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        if token.kind == TokenKind::Punctuation {
            let mark = text.as_bytes()[token.span.start];
            match mark {
                b'(' | b'[' | b'{' => open.push((i, mark)),
                b')' | b']' | b'}' => {
                    // ")" is one after "(", the others two after theirs.
                    if open.last().is_some_and(|&(_, o)| mark.abs_diff(o) <= 2)
                        && let Some((start, _)) = open.pop()
                        && i - start <= REMARK
                    {
                        pairs.push((start, i));
                    }
                }
                _ => {}
            }
        }
        if gaps[i] == Gap::Blank {
            open.clear();
        }
    }
    pairs.sort_unstable();
    pairs
}
