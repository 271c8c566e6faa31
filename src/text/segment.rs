//! Sentence boundaries: a full stop and a capital letter, and the habits of news around them.
//!
//! Unicode's rules (UAX #29) break after *Gen.* and after the *p.m.* of "at 5 p.m. Monday", and know nothing of
//! headlines. So the boundaries come from the tokens: an abbreviation is one token with its full stop,
//! and what it abbreviates says whether a sentence may end there.

use super::abbreviation::{self, Abbreviation};
use super::bracket::brackets;
use super::line::{self, Gap, ends_sentence, is_bullet, is_closing, is_emoji};
use super::{Case, Sentence, SentenceKind, Span, Token, TokenKind};
use crate::english::{self, NameClass};

/// All sentences of a text; together they hold every token once, in order.
pub(super) fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let gaps = line::gaps(text, tokens);
    let brackets = brackets(text, tokens, &gaps);
    let mut segmenter =
        Segmenter { text, tokens, gaps: &gaps, first: 0, marker: None, held: 0, quote: false, casual: false };
    let mut sentences = Vec::with_capacity(tokens.len() / 20 + 1);
    let (mut paragraph, mut bracket, mut at) = (0, 0, 0);
    while at < tokens.len() {
        if at == segmenter.first {
            segmenter.marker = segmenter.marker(at);
            if at == 0 || matches!(gaps[at - 1], Gap::Line | Gap::Blank) {
                segmenter.casual = tokens[at].kind == TokenKind::Word && tokens[at].case == Case::Lower;
            }
        }
        while let Some(&(open, close)) = brackets.get(bracket).filter(|(open, _)| *open <= at) {
            bracket += 1;
            if open > segmenter.first && open > segmenter.held {
                segmenter.held = close;
            }
        }
        let end = segmenter.end(at).or_else(|| segmenter.overlong(at).then_some(at + 1));
        if let Some(end) = end {
            sentences.push(segmenter.sentence(end, paragraph));
            segmenter.first = end;
            paragraph += usize::from(matches!(gaps[end - 1], Gap::Line | Gap::Blank));
            if matches!(gaps[end - 1], Gap::Line | Gap::Blank) {
                segmenter.quote = false;
            }
            at = end;
        } else {
            at += 1;
        }
    }
    sentences
}

/// A list item's number and the mark after it: *3)*, *b.*
#[derive(Clone, Copy, PartialEq, Eq)]
struct Marker {
    value: u32,
    letter: bool,
    mark: char,
    /// How many tokens it takes.
    length: usize,
}

struct Segmenter<'t> {
    text: &'t str,
    tokens: &'t [Token],
    gaps: &'t [Gap],
    /// First token of the sentence being read.
    first: usize,
    /// Its list number.
    marker: Option<Marker>,
    /// A remark in brackets that opened inside the sentence goes on to this token.
    held: usize,
    /// A straight quotation mark is open.
    quote: bool,
    /// The paragraph begins in lower case: then its sentences may.
    casual: bool,
}

impl<'t> Segmenter<'t> {
    fn word(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |token| token.span.of(self.text))
    }

    fn sentence(&self, end: usize, paragraph: usize) -> Sentence {
        let tokens = self.first..end;
        let words = &self.tokens[tokens.clone()];
        let closes = |w: &&str| !is_closing(w) && !matches!(*w, "\"" | "'");
        let last = words.iter().rev().map(|t| t.span.of(self.text)).find(closes).unwrap_or("");
        let lower = |list: &[&str]| words.iter().any(|t| t.case == Case::Lower && t.is(list));
        // Headlines drop articles and auxiliaries; a long line that has both is a sentence that lost its full stop.
        let reads_like_one = || {
            words.len() > 7
                && lower(&["the", "a", "an"])
                && lower(&["is", "are", "was", "were", "has", "have", "had", "will", "would", "said", "did"])
        };
        let kind = if ends_sentence(last) || reads_like_one() {
            SentenceKind::Sentence
        } else {
            SentenceKind::Headline
        };
        let span = Span::new(words[0].span.start, words[words.len() - 1].span.end);
        Sentence { span, tokens, kind, paragraph }
    }

    /// No writer's sentence goes on like this. It is cut, so that what looks at a sentence as a whole stays linear.
    fn overlong(&self, at: usize) -> bool {
        const LONG: usize = 200;
        const LONGEST: usize = 300;
        let length = at + 1 - self.first;
        length >= LONGEST || length >= LONG && matches!(self.word(at), "," | ";" | ":" | "—" | "–" | "--")
    }

    /// The end of the sentence, where it ends with the token at `at` and the quotation marks and brackets after it.
    fn end(&mut self, at: usize) -> Option<usize> {
        let gap = self.gaps[at];
        if self.word(at) == "\"" {
            self.quote = !self.quote;
        }
        if matches!(gap, Gap::Blank | Gap::Line) {
            return Some(at + 1);
        }
        if gap == Gap::Space {
            if is_bullet(self.word(at + 1)) {
                return Some(at + 1);
            }
            if let Some(now) = self.marker
                && at + 1 >= self.first + now.length
                && let Some(next) = self.marker(at + 1)
                && (next.value, next.letter, next.mark) == (now.value + 1, now.letter, now.mark)
            {
                return Some(at + 1);
            }
        }
        let word = self.word(at);
        if self.breaks_off(at) {
            self.quote &= self.word(at + 1) != "\"";
            return Some(at + 2);
        }
        if is_emoji(&self.tokens[at], word) && gap == Gap::Space && self.opens(at + 1) {
            return Some(at + 1);
        }
        if !ends_sentence(word) || self.tokens[at].kind == TokenKind::Address {
            return None;
        }
        let after = self.after_closing(at + 1);
        if self.held > at && self.held >= after {
            return None;
        }
        let ends = self.ends(at, after);
        let ends = ends && self.marker.is_none_or(|m| after > self.first + m.length);
        if ends {
            let quotes = (at + 1..after).filter(|&i| self.word(i) == "\"").count();
            self.quote ^= quotes % 2 == 1;
        }
        ends.then_some(after)
    }

    /// A speaker is cut short, and the tale goes on: “I wonder if—” The phone rang.
    fn breaks_off(&self, at: usize) -> bool {
        let closes = matches!(self.word(at + 1), "”") || self.word(at + 1) == "\"" && self.quote;
        closes
            && matches!(self.word(at), "—" | "–" | "--")
            && self.gaps[at] == Gap::Tight
            && self.gaps[at + 1] == Gap::Space
            && self.opens(at + 2)
    }

    /// Whether a capitalised word that opens sentences stands here.
    fn opens(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && token.case == Case::Capitalised
                && abbreviation::opens(&token.lemma)
        })
    }

    /// A note's number behind the full stop: "before.1 We".
    fn note(&self, at: usize) -> bool {
        let short = self.tokens[at].kind == TokenKind::Number && self.word(at).chars().count() <= 2;
        let word =
            at > 1 && self.tokens[at - 2].kind == TokenKind::Word && self.tokens[at - 2].case == Case::Lower;
        short
            && word
            && self.gaps[at - 1] == Gap::Tight
            && self.gaps[at - 2] == Gap::Tight
            && self.gaps[at] == Gap::Space
            && self.tokens.get(at + 1).is_some_and(|next| next.case == Case::Capitalised)
    }

    /// The first token after further end marks, closing quotation marks and brackets, and a note's number ("[3]").
    fn after_closing(&self, from: usize) -> usize {
        let mut at = from;
        let mut quote = self.quote;
        while at < self.tokens.len() && !self.line_ends(at - 1) {
            let tight = self.gaps[at - 1] == Gap::Tight;
            let loose_after = self.gaps[at] != Gap::Tight;
            let closes = match self.word(at) {
                "!" | "?" | "." | "…" | "！" | "？" => tight,
                "\"" => (tight || loose_after) && (quote || tight && loose_after),
                "'" => tight && (loose_after || self.word(at + 1) == "\""),
                word if is_closing(word) => tight || loose_after && word != "’",
                "[" if tight && self.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Number) => {
                    if self.word(at + 2) != "]" || (at..at + 2).any(|i| self.line_ends(i)) {
                        break;
                    }
                    at += 2;
                    true
                }
                word => is_emoji(&self.tokens[at], word) || at == from && self.note(at),
            };
            if !closes {
                break;
            }
            quote ^= self.word(at) == "\"";
            at += 1;
        }
        at
    }

    /// Whether a sentence ends with the mark or abbreviation at `at`, where the next one would begin at `next`.
    fn ends(&self, at: usize, next: usize) -> bool {
        if next >= self.tokens.len() || self.line_ends(next - 1) {
            return true;
        }
        let (token, word) = (&self.tokens[at], self.word(at));
        if word.ends_with(['。', '！', '？', '।']) {
            return true;
        }
        if !self.starts(next) {
            return false;
        }
        let quoted = next > at + 1 && self.tokens[next - 1].kind == TokenKind::Punctuation;
        if token.kind == TokenKind::Word {
            return self.abbreviation_ends(token, next);
        }
        let tight = self.gaps[next - 1] == Gap::Tight;
        if word.ends_with(['!', '?', '؟']) {
            // "Why?" Smith asked. / Yahoo! Inc.
            let goes_on =
                quoted && self.reported(next) || self.is_abbreviation(next, &[Abbreviation::Company]);
            return !goes_on;
        }
        if word.len() > 1 {
            // An ellipsis: "I" is a capital letter anyway, and proves nothing.
            let dots = word.chars().map(|c| if c == '…' { 3 } else { usize::from(c == '.') }).sum::<usize>();
            // In brackets it stands for words left out.
            if at > self.first && matches!(self.word(at - 1), "[" | "(") {
                return self.tokens[next].case == Case::Capitalised;
            }
            return at > self.first && (dots > 3 || !matches!(self.word(next), "I"));
        }
        if tight {
            // A space was forgotten: "was late.The", but not "Node.JS".
            let before = &self.tokens[at - usize::from(at > self.first)];
            let long = before.span.end - before.span.start > 1;
            let plain = before.kind == TokenKind::Number || (before.case == Case::Lower && long);
            let after = &self.tokens[next];
            let opens = after.kind == TokenKind::Word && after.case == Case::Capitalised;
            let plain = plain || (long && self.is_abbreviation(next, &[Abbreviation::Title]));
            return quoted || (plain && (opens || matches!(self.word(next), "“" | "‘")));
        }
        true
    }

    /// Nothing looks over the end of a line.
    fn line_ends(&self, at: usize) -> bool {
        matches!(self.gaps[at], Gap::Blank | Gap::Line)
    }

    /// Whether a sentence may begin with this token.
    fn starts(&self, at: usize) -> bool {
        for at in at..(at + 4).min(self.tokens.len()) {
            let token = &self.tokens[at];
            let word = self.word(at);
            match token.kind {
                TokenKind::Word => {
                    return self.casual || token.case != Case::Lower || !word.starts_with(char::is_lowercase);
                }
                TokenKind::Number | TokenKind::Address => return true,
                TokenKind::Symbol => return !matches!(word, "%" | "&" | "+" | "=" | "°"),
                TokenKind::Punctuation => match word {
                    "," | ";" | ":" | "/" | "." | "?" | "!" => return false,
                    _ if is_closing(word) && word != "’" => return false,
                    _ if self.line_ends(at) => return false,
                    _ => {}
                },
            }
        }
        false
    }

    /// Whether quoted words are followed by who said them: "Smith asked", "Prime Minister Mora said".
    fn reported(&self, from: usize) -> bool {
        const CUES: &[&str] = &[
            "said", "says", "asked", "asks", "added", "told", "wrote", "replied", "tweeted", "shouted",
            "cried", "demanded", "posted",
        ];
        let mut at = from;
        while at < from + 5
            && self.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower)
        {
            if self.line_ends(at) {
                return false;
            }
            at += 1;
        }
        at > from && self.tokens.get(at).is_some_and(|t| t.is(CUES))
    }

    fn is_abbreviation(&self, at: usize, kinds: &[Abbreviation]) -> bool {
        let word = self.word(at);
        word.ends_with('.')
            && self.tokens[at].kind == TokenKind::Word
            && abbreviation::look_up(&self.tokens[at].lemma).is_some_and(|kind| kinds.contains(&kind))
    }

    /// Whether a sentence ends with an abbreviation before a token that may begin one.
    fn abbreviation_ends(&self, token: &Token, next: usize) -> bool {
        use Abbreviation::*;
        let after = &self.tokens[next];
        let capital = after.kind == TokenKind::Word && after.case != Case::Lower;
        let opens = capital && abbreviation::opens(&after.lemma);
        let quote = matches!(self.word(next), "“" | "\"" | "‘") && self.gaps[next - 1] != Gap::Tight;
        match abbreviation::look_up(&token.lemma) {
            Some(Title | Inner | Number) => false,
            Some(Company | Suffix | Era) => opens || quote || self.is_abbreviation(next, &[Title]),
            Some(Closer | Unit) => capital || quote,
            // "At 5 p.m." alone is no sentence.
            Some(Clock) if next <= self.first + 3 => false,
            Some(Clock) => (capital && !self.calendar_or_zone(next)) || quote,
            // An initial or an acronym that no table knows is one like "U.S.".
            Some(Place | Month | Weekday) | None => opens || (quote && self.starts(next)),
        }
    }

    /// What may follow "5 p.m.": a day, a month, a time zone.
    fn calendar_or_zone(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        english::name_word(&token.lemma).is(NameClass::Calendar)
            || abbreviation::zone(&token.lemma)
            || (token.case == Case::Upper && token.span.end - token.span.start <= 4)
            || self.is_abbreviation(at, &[Abbreviation::Month, Abbreviation::Weekday])
    }

    /// The list number that begins with this token.
    fn marker(&self, at: usize) -> Option<Marker> {
        let mut i = at;
        while is_bullet(self.word(i)) || self.word(i) == "(" {
            if i > at + 1 || self.line_ends(i) {
                return None;
            }
            i += 1;
        }
        let token = self.tokens.get(i)?;
        let word = self.word(i);
        let mut letters = word.chars();
        let (value, letter) = match token.kind {
            TokenKind::Number if word.len() <= 3 => (word.parse().ok()?, false),
            TokenKind::Word => {
                let c = letters.next().filter(char::is_ascii_alphabetic)?;
                (letters.next().is_none().then_some(c as u32)?, true)
            }
            _ => return None,
        };
        let mut mark = None;
        while matches!(self.word(i + 1), "." | ")") && self.gaps[i] == Gap::Tight {
            i += 1;
            mark = self.word(i).chars().next();
        }
        Some(Marker { value, letter, mark: mark?, length: i + 1 - at })
    }
}
