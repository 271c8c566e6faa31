//! Lines: which line breaks end something and which only wrap a text that was laid out in columns.

use super::abbreviation::{self, Abbreviation};
use super::{Case, Token, TokenKind};
use std::ops::Range;

/// What stands between a token and the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing.
    Tight,
    /// White space.
    Space,
    /// A line break inside running text.
    Wrap,
    /// A line break that ends a line of its own: a headline, a list item, a paragraph.
    Line,
    /// A blank line, or the end of the text.
    Blank,
}

/// Line breaks in a stretch of white space; two or more make a blank line.
pub(super) fn breaks(space: &str) -> usize {
    let mut breaks = 0;
    let mut previous = ' ';
    for c in space.chars() {
        breaks += match c {
            '\n' if previous == '\r' => 0,
            '\n' | '\r' | '\u{85}' | '\u{2028}' => 1,
            '\u{2029}' | '\u{c}' => 2,
            _ => 0,
        };
        previous = c;
    }
    breaks
}

/// The gap after each token.
pub(super) fn gaps(text: &str, tokens: &[Token]) -> Vec<Gap> {
    let mut gaps = Vec::with_capacity(tokens.len());
    let mut block = Block { first: 0, ends: Vec::new() };
    for (i, token) in tokens.iter().enumerate() {
        let end = token.span.end;
        let space = &text[end..tokens.get(i + 1).map_or(end, |next| next.span.start)];
        let broken = if matches!(space, "" | " ") { 0 } else { breaks(space) };
        let last = i + 1 == tokens.len();
        gaps.push(match broken {
            _ if last => Gap::Blank,
            0 if space.is_empty() => Gap::Tight,
            0 => Gap::Space,
            1 => Gap::Line,
            _ => Gap::Blank,
        });
        if broken == 1 {
            block.ends.push(i);
        }
        if gaps[i] == Gap::Blank {
            block.soften(text, tokens, i, &mut gaps);
            block = Block { first: i + 1, ends: Vec::new() };
        }
    }
    gaps
}

/// Words that a line of its own does not end with.
const BOUND: &[&str] = &[
    "the", "a", "an", "of", "to", "in", "at", "by", "for", "from", "with", "and", "or", "but", "as", "than",
    "that", "which", "who", "whose", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will",
    "would", "can", "could", "may", "might", "must", "should", "his", "her", "its", "their", "our", "my",
    "your", "this", "these", "into", "between", "against", "during", "per", "via", "very", "said", "into",
    "toward", "towards", "upon",
];

/// The lines between two blank lines.
struct Block {
    first: usize,
    /// The last token of each line but the last.
    ends: Vec<usize>,
}

impl Block {
    /// Tells the breaks that only wrap from the ones that end a line.
    ///
    /// A line that goes on in lower case was wrapped. Where that happens to a long line, the block was set in
    /// columns, and its other long lines were wrapped too. Short lines, none of which ends like a
    /// sentence, are a list.
    fn soften(&self, text: &str, tokens: &[Token], last: usize, gaps: &mut [Gap]) {
        if self.ends.is_empty() {
            return;
        }
        let mut lines: Vec<Range<usize>> = Vec::with_capacity(self.ends.len() + 1);
        for &end in self.ends.iter().chain([&last]) {
            lines.push(lines.last().map_or(self.first, |line| line.end)..end + 1);
        }
        let length = |line: &Range<usize>| tokens[line.end - 1].span.end - tokens[line.start].span.start;
        let goes_on = |line: &Range<usize>| {
            let token = &tokens[line.start];
            token.kind == TokenKind::Word && text[token.span.start..].starts_with(char::is_lowercase)
        };
        let ended = |line: &Range<usize>| {
            let mut words = tokens[line.clone()].iter().rev().map(|t| t.span.of(text));
            words.find(|w| !is_closing(w) && *w != "\"" && *w != "'").is_some_and(ends_sentence)
        };
        if lines.len() > 2 && lines.iter().all(|line| length(line) < 40 && !ended(line)) {
            return;
        }
        let longest = lines.iter().map(length).max().unwrap_or(0);
        let columns =
            lines.windows(2).any(|pair| length(&pair[0]) >= 30 && goes_on(&pair[1]) && !ended(&pair[0]));
        for pair in lines.windows(2) {
            let (line, next) = (&pair[0], &pair[1]);
            let last = &tokens[line.end - 1];
            let word = last.span.of(text);
            let unfinished = matches!(word, "," | "-" | "(" | "“" | "&" | "$" | "€" | "£")
                || (last.case == Case::Lower && BOUND.contains(&last.lemma.as_str()))
                || (word.ends_with('.')
                    && matches!(
                        abbreviation::look_up(&last.lemma),
                        Some(Abbreviation::Title | Abbreviation::Inner)
                    ));
            let filled = columns && length(line) >= 30 && length(line) * 10 >= longest * 6;
            if !is_bullet(tokens[next.start].span.of(text)) && (goes_on(next) || unfinished || filled) {
                gaps[line.end - 1] = Gap::Wrap;
            }
        }
    }
}

/// Marks that begin a list item wherever they stand.
pub(super) fn is_bullet(word: &str) -> bool {
    matches!(word, "•" | "‣" | "⁃" | "▪" | "●" | "◦" | "■" | "►")
}

/// Brackets and quotation marks that only close.
pub(super) fn is_closing(word: &str) -> bool {
    matches!(word, ")" | "]" | "}" | "”" | "’" | "»" | "›" | "''" | "）" | "」" | "』")
}

/// Whether a token ends a sentence by its looks.
pub(super) fn ends_sentence(word: &str) -> bool {
    word.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟'])
}

/// A pictograph, which ends a sentence of a post rather than begins one.
pub(super) fn is_emoji(token: &Token, word: &str) -> bool {
    token.kind == TokenKind::Symbol
        && word.chars().next().is_some_and(|c| matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..))
}
