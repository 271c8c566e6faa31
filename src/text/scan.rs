//! From characters to tokens, in one pass.
//!
//! What a newsroom's text needs goes beyond Unicode's word bounds (UAX #29): *U.S.-led* and
//! *34-year-old* are words, *1.2bn* is a number and a scale word, *didn't* is two words.

use super::abbreviation::{self, Abbreviation};
use super::{Case, Span, Token, TokenKind};
use crate::english::{Form, Lexeme, Tag};
use compact_str::CompactString;

/// All tokens of a text, in order; white space is no token.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let tokens = Vec::with_capacity(text.len() / 5);
    let mut scanner = Scanner { text, tokens, at: 0, no_address_before: 0, single_open: false, paragraph: 0 };
    while let Some(c) = scanner.char_at(scanner.at) {
        if c.is_whitespace() {
            scanner.space();
        } else if c == '@' && scanner.char_at(scanner.at + 1).is_some_and(|c| c.is_ascii_alphanumeric()) {
            let end = scanner.run(scanner.at + 1, |c| c.is_ascii_alphanumeric() || c == '_');
            scanner.push(end, TokenKind::Address);
        } else if is_digit(c) || (c == '.' && scanner.bare_decimal()) {
            scanner.number();
        } else if c.is_alphabetic() {
            scanner.word();
        } else {
            scanner.mark(c);
        }
    }
    scanner.tokens
}

/// Letters of currencies that figures follow directly: "USD50", "Rs1,200".
const CURRENCIES: &[&str] = &[
    "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "RMB", "INR", "Rs", "AUD", "CAD", "NZD", "HKD", "SGD", "SEK",
    "NOK", "DKK", "PLN", "CZK", "HUF", "RUB", "ZAR", "KES", "NGN", "GHS", "PKR", "BDT", "LKR", "MYR", "THB",
    "IDR", "PHP", "KRW", "BRL", "MXN", "AED", "SAR", "QAR", "EGP", "ILS", "TWD",
];

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || (!c.is_ascii() && c.is_numeric() && !c.is_alphabetic())
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// Invisible inside a word: soft hyphen, joiners, places where a line may break.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Marks that sit on the letter before them and that Unicode does not call alphabetic.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
        || (matches!(c, '\u{900}'..='\u{d7f}') && c as u32 & 0x7f == 0x4d)
}

pub(super) fn in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && (c.is_alphanumeric() || is_joiner(c) || is_mark(c)))
}

/// Lower case, straight apostrophes and hyphens, nothing invisible, and no end of a line inside.
fn lower(word: &str) -> CompactString {
    if word.is_ascii() {
        let mut lemma = CompactString::from(word);
        if word.contains('\n') {
            lemma.retain(|c| c.is_ascii_alphabetic());
        }
        lemma.make_ascii_lowercase();
        return lemma;
    }
    let straight = |c| match c {
        c if is_apostrophe(c) => '\'',
        c if is_hyphen(c) => '-',
        c => c,
    };
    word.chars().filter(|&c| !is_joiner(c)).flat_map(char::to_lowercase).map(straight).collect()
}

pub(super) struct Scanner<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    /// The next byte to read.
    pub(super) at: usize,
    /// No mail or host name begins before this byte: keeps the search for them linear.
    pub(super) no_address_before: usize,
    /// A single quotation mark has been opened on this line.
    pub(super) single_open: bool,
    /// Index of the first token after the last blank line: nothing looks back over one.
    paragraph: usize,
}

impl<'t> Scanner<'t> {
    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(b) if b.is_ascii() => Some(*b as char),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    /// The end of the run of such characters from `from`.
    pub(super) fn run(&self, from: usize, inside: impl Fn(char) -> bool) -> usize {
        let mut at = from;
        while let Some(c) = self.char_at(at).filter(|&c| inside(c)) {
            at += c.len_utf8();
        }
        at
    }

    pub(super) fn push(&mut self, end: usize, kind: TokenKind) {
        let word = &self.text[self.at..end];
        let cased = kind == TokenKind::Word || kind == TokenKind::Number;
        let plain = word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        let case = if cased && !plain { Case::of(word) } else { Case::Lower };
        let lemma = if plain { CompactString::from(word) } else { lower(word) };
        let span = Span::new(self.at, end);
        self.tokens.push(Token {
            span,
            kind,
            case,
            tag: Tag::X,
            form: Form::Base,
            lemma,
            known: Lexeme::default(),
        });
        self.at = end;
    }

    fn space(&mut self) {
        // One space before a letter is what mostly stands there.
        if let [b' ', next, ..] = &self.text.as_bytes()[self.at..]
            && next.is_ascii_alphanumeric()
        {
            self.at += 1;
            return;
        }
        let end = self.run(self.at, char::is_whitespace);
        let breaks = super::line::breaks(&self.text[self.at..end]);
        if breaks > 0 {
            self.single_open = false;
        }
        if breaks > 1 {
            self.paragraph = self.tokens.len();
        }
        self.at = end;
    }

    /// The token before, in the same paragraph.
    fn before(&self) -> Option<&Token> {
        self.tokens[self.paragraph..].last()
    }

    /// The end of a word from `from`: letters and digits with inner apostrophes and hyphens, and *AT&T*.
    pub(super) fn word_end(&self, from: usize) -> usize {
        let letters = self.text.as_bytes()[from..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let mut end = from + letters;
        // Mostly a space or a comma.
        if matches!(self.text.as_bytes().get(end), Some(b' ' | b',' | b'\n')) {
            return end;
        }
        end = self.run(end, in_word);
        while let Some(c) = self.char_at(end) {
            let Some(next) = self.char_at(end + c.len_utf8()) else { break };
            let goes_on = (is_apostrophe(c) && next.is_alphabetic())
                || (is_hyphen(c) && in_word(next))
                || (c == '&'
                    && next.is_ascii_uppercase()
                    && self.text.as_bytes()[end - 1].is_ascii_uppercase());
            if !goes_on {
                return if is_hyphen(c) { self.broken(from, end).unwrap_or(end) } else { end };
            }
            end = self.run(end + c.len_utf8(), in_word);
        }
        end
    }

    /// The end of a word that the end of a line cuts in two: "govern-" and "ment". The whole has to be a word that
    /// English has.
    fn broken(&self, from: usize, hyphen: usize) -> Option<usize> {
        const LONGEST: usize = 32;
        let bytes = self.text.as_bytes();
        let next = match bytes.get(hyphen..hyphen + 3)? {
            [b'-', b'\n', _] => hyphen + 2,
            [b'-', b'\r', b'\n'] => hyphen + 3,
            _ => return None,
        };
        let end = self.run(next, |c| c.is_ascii_lowercase());
        let plain = end > next + 1
            && hyphen > from + 1
            && end - from <= LONGEST
            && !self.char_at(end).is_some_and(in_word);
        if !plain || !bytes[from..hyphen].iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        let whole = [&self.text[from..hyphen], &self.text[next..end]].concat().to_ascii_lowercase();
        crate::english::uses(&whole).1.then_some(end)
    }

    fn word(&mut self) {
        let code = self.text.as_bytes()[self.at].is_ascii_uppercase();
        let letters = if code { self.run(self.at, |c| c.is_ascii_alphabetic()) } else { self.at };
        if code
            && self.char_at(letters).is_some_and(|c| c.is_ascii_digit())
            && CURRENCIES.contains(&&self.text[self.at..letters])
        {
            return self.push(letters, TokenKind::Word);
        }
        let mut end = self.word_end(self.at);
        if let Some(address) = self.address(end) {
            return self.push(address, TokenKind::Address);
        }
        if self.char_at(end) == Some('.')
            && let Some(dotted) = self.dotted(end)
        {
            end = dotted;
            // "U.S.-led"
            if let Some(hyphen) = self.char_at(end).filter(|&c| is_hyphen(c)) {
                let next = end + hyphen.len_utf8();
                if self.char_at(next).is_some_and(char::is_alphabetic) {
                    end = self.word_end(next);
                }
            }
        }
        self.clitics(end);
    }

    /// Pushes a word, its clitics each as a word of their own.
    fn clitics(&mut self, end: usize) {
        let word = &self.text[self.at..end];
        let mut cuts = [end; 2];
        let mut rest = end;
        for cut in &mut cuts {
            // A word of a megabyte has no clitic worth the search.
            let mut from = rest.saturating_sub(8).max(self.at);
            while !self.text.is_char_boundary(from) {
                from -= 1;
            }
            let Some(at) = self.text[from..rest].rfind(is_apostrophe).map(|i| from + i) else { break };
            let apostrophe = self.char_at(at).map_or(1, char::len_utf8);
            let tail = &self.text[at + apostrophe..rest];
            if at == self.at {
                break;
            } else if ["s", "ll", "re", "ve", "d", "m"].iter().any(|c| tail.eq_ignore_ascii_case(c)) {
                *cut = at;
            } else if tail.eq_ignore_ascii_case("t")
                && at > self.at + 1
                && self.text.as_bytes()[at - 1].eq_ignore_ascii_case(&b'n')
            {
                *cut = at - 1;
            } else {
                break;
            }
            rest = *cut;
        }
        if word.eq_ignore_ascii_case("cannot") {
            rest = end - 3;
        }
        self.push(rest, TokenKind::Word);
        for cut in [cuts[0], end] {
            if cut > self.at {
                self.push(cut, TokenKind::Word);
            }
        }
        // "the workers' rights", but not the end of 'quoted words'
        if let Some(c) = self.char_at(end).filter(|&c| is_apostrophe(c))
            && !self.single_open
            && self.text[..end].ends_with(['s', 'S', 'x', 'z'])
            && !self.char_at(end + c.len_utf8()).is_some_and(in_word)
        {
            self.push(end + c.len_utf8(), TokenKind::Word);
        }
    }

    /// The end of an abbreviation whose first full stop is at `stop`, or `None` when the stop is no part of the word.
    fn dotted(&self, stop: usize) -> Option<usize> {
        let word = &self.text[self.at..stop];
        if word.len() > 8 {
            return None;
        }
        let one_letter = word.chars().count() == 1;
        let after = self.char_at(stop + 1);
        // U.S., a.m., J.K.
        if one_letter {
            let mut end = stop + 1;
            let mut parts = 1;
            while let Some(c) = self.char_at(end).filter(|c| c.is_alphabetic()) {
                let next = self.char_at(end + c.len_utf8());
                if next.is_some_and(in_word) {
                    break;
                }
                parts += 1;
                end += c.len_utf8();
                if next != Some('.') {
                    return Some(end);
                }
                end += 1;
            }
            if parts > 1 {
                return Some(end);
            }
        }
        // Ph.D.
        if after.is_some_and(char::is_alphabetic) {
            let end = self.run(stop + 1, in_word);
            if end - self.at <= 8 && self.char_at(end) == Some('.') {
                let whole = &self.text[self.at..=end];
                if abbreviation::look_up(&whole.to_ascii_lowercase()).is_some() {
                    return Some(end + 1);
                }
            }
        }
        let upper = word.starts_with(char::is_uppercase);
        let next = self.after_space(stop + 1);
        let mut lower = [0; 9];
        lower[..word.len()].copy_from_slice(word.as_bytes());
        lower[word.len()] = b'.';
        lower.make_ascii_lowercase();
        let lower = std::str::from_utf8(&lower[..=word.len()]).ok()?;
        let known = match abbreviation::look_up(lower) {
            Some(Abbreviation::Number) => next.is_some_and(is_digit),
            Some(Abbreviation::Unit) => self.before().is_some_and(|t| t.kind == TokenKind::Number),
            Some(Abbreviation::Inner | Abbreviation::Clock | Abbreviation::Era) => true,
            Some(Abbreviation::Closer) => lower == "etc." || self.before().is_some_and(|t| t.lemma == "et"),
            Some(_) => upper,
            None => false,
        };
        let whole = known || (one_letter && upper && self.initial(word, stop));
        whole.then_some(stop + 1)
    }

    /// The character after white space that holds no blank line.
    fn after_space(&self, from: usize) -> Option<char> {
        let end = self.run(from, char::is_whitespace);
        self.char_at(end).filter(|_| super::line::breaks(&self.text[from..end]) < 2)
    }

    /// Whether a capital letter before a full stop is somebody's initial.
    fn initial(&self, letter: &str, stop: usize) -> bool {
        if !self.after_space(stop + 1).is_some_and(char::is_uppercase) {
            return false;
        }
        let next = self.run(stop + 1, char::is_whitespace);
        let next = &self.text[next..self.run(next, in_word)];
        if next.len() < 16 && next.len() > 1 && abbreviation::opens(&next.to_lowercase()) {
            return false;
        }
        match self.before() {
            Some(before) if before.kind == TokenKind::Word => {
                before.case != Case::Lower || (letter != "I" && abbreviation::opens(&before.lemma))
            }
            _ => letter != "I",
        }
    }
}
