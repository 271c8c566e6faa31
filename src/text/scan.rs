//! From characters to tokens, in one pass.
//!
//! What a newsroom's text needs goes beyond Unicode's word bounds (UAX #29): *U.S.-led* and
//! *34-year-old* are words, *1.2bn* is a number and a scale word, *didn't* is two words.

use super::abbreviation::{self, Abbreviation};
use super::{Case, Span, Token, TokenKind};
use crate::english::{Form, Tag};
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

/// Letters that follow a figure directly and are a token of their own: scale, unit, clock.
const SUFFIXES: &[&str] = &[
    "m", "M", "mn", "mln", "mio", "bn", "BN", "Bn", "b", "B", "bln", "tn", "trn", "k", "K", "T", "km", "cm",
    "mm", "ft", "in", "mi", "yd", "nm", "kg", "g", "mg", "t", "lb", "lbs", "oz", "mt", "ha", "l", "ml", "cl",
    "mph", "kph", "kmh", "kt", "kts", "mw", "MW", "gw", "GW", "kw", "kW", "kWh", "kwh", "MWh", "GWh", "TWh",
    "Mt", "Gt", "Hz", "kHz", "MHz", "GHz", "KB", "kB", "MB", "GB", "TB", "am", "pm", "AM", "PM", "p", "pc",
    "pct", "c", "h", "hr", "hrs", "min", "mins", "sec", "secs", "bps", "bp", "km²", "m²", "m³", "km2", "m2",
    "m3", "sqm", "sqkm", "C", "F", "x", "mbpd", "bpd",
];

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

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// Invisible inside a word: soft hyphen, joiners.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}')
}

/// Marks that sit on the letter before them and that Unicode does not call alphabetic.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
        || (matches!(c, '\u{900}'..='\u{d7f}') && c as u32 & 0x7f == 0x4d)
}

fn in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && (c.is_alphanumeric() || is_joiner(c) || is_mark(c)))
}

fn is_punctuation(c: char) -> bool {
    matches!(c, '!' | '"' | '\'' | '(' | ')' | ',' | '-' | '.' | '/' | ':' | ';' | '?' | '[' | ']' | '\\' | '_' | '`'
        | '{' | '}' | '¡' | '¿' | '«' | '»' | '·' | '՞' | '।' | '؟' | '،' | '؛' | '‐'..='‟' | '…' | '‹' | '›'
        | '′' | '″' | '、' | '。' | '〈'..='】' | '！' | '，' | '：' | '；' | '？' | '．')
}

struct Scanner<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    /// The next byte to read.
    at: usize,
    /// No mail or host name begins before this byte: keeps the search for them linear.
    no_address_before: usize,
    /// A single quotation mark has been opened on this line.
    single_open: bool,
    /// Index of the first token after the last blank line: nothing looks back over one.
    paragraph: usize,
}

impl<'t> Scanner<'t> {
    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(b) if b.is_ascii() => Some(*b as char),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    /// The end of the run of such characters from `from`.
    fn run(&self, from: usize, inside: impl Fn(char) -> bool) -> usize {
        let mut at = from;
        while let Some(c) = self.char_at(at).filter(|&c| inside(c)) {
            at += c.len_utf8();
        }
        at
    }

    fn push(&mut self, end: usize, kind: TokenKind) {
        let word = &self.text[self.at..end];
        let lemma = if word.is_ascii() {
            let mut lemma = CompactString::from(word);
            lemma.make_ascii_lowercase();
            lemma
        } else {
            let straight = |c| {
                if is_apostrophe(c) {
                    '\''
                } else if is_hyphen(c) {
                    '-'
                } else {
                    c
                }
            };
            word.chars().filter(|&c| !is_joiner(c)).flat_map(char::to_lowercase).map(straight).collect()
        };
        let case =
            if kind == TokenKind::Word || kind == TokenKind::Number { Case::of(word) } else { Case::Lower };
        let span = Span::new(self.at, end);
        self.tokens.push(Token { span, kind, case, tag: Tag::X, form: Form::Base, lemma });
        self.at = end;
    }

    fn space(&mut self) {
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
    fn word_end(&self, from: usize) -> usize {
        let mut end = self.run(from, in_word);
        while let Some(c) = self.char_at(end) {
            let Some(next) = self.char_at(end + c.len_utf8()) else { break };
            let goes_on = (is_apostrophe(c) && next.is_alphabetic())
                || (is_hyphen(c) && in_word(next))
                || (c == '&'
                    && next.is_ascii_uppercase()
                    && self.text.as_bytes()[end - 1].is_ascii_uppercase());
            if !goes_on {
                break;
            }
            end = self.run(end + c.len_utf8(), in_word);
        }
        end
    }

    fn word(&mut self) {
        let letters = self.run(self.at, |c| c.is_ascii_alphabetic());
        if self.char_at(letters).is_some_and(|c| c.is_ascii_digit())
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
            if self.char_at(end).is_some_and(is_hyphen)
                && self.char_at(end + 1).is_some_and(char::is_alphabetic)
            {
                end = self.word_end(end + 1);
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

    /// The end of an address that begins here, where the word alone ends at `word_end`.
    fn address(&mut self, word_end: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if !matches!(bytes.get(word_end), Some(b'.' | b'@' | b':' | b'+' | b'_' | b'%')) {
            return None;
        }
        let rest = &bytes[self.at..];
        let starts =
            |prefix: &[u8]| rest.len() > prefix.len() && rest[..prefix.len()].eq_ignore_ascii_case(prefix);
        if starts(b"http://") || starts(b"https://") || starts(b"www.") {
            return Some(self.path_end(word_end));
        }
        if self.at < self.no_address_before {
            return None;
        }
        let local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
        let end = self.run(self.at, local);
        self.no_address_before = end;
        if bytes.get(end) == Some(&b'@') {
            let host = self.run(end + 1, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
            let host = end + self.text[end..host].trim_end_matches(['.', '-']).len();
            return self.text[end..host].contains('.').then_some(host);
        }
        let name = self.text[self.at..end].trim_end_matches(['.', '-']);
        let (host, last) = name.rsplit_once('.')?;
        let plain =
            name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-'));
        let fits = plain && host.len() > 1 && last.len() < 8 && abbreviation::domain(last);
        let end = self.at + name.len();
        fits.then(|| if bytes.get(end) == Some(&b'/') { self.path_end(end) } else { end })
    }

    /// The end of a web address, without the punctuation of the sentence around it.
    fn path_end(&self, from: usize) -> usize {
        let stop = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '’');
        let end = self.run(from, |c| !stop(c));
        let path = &self.text[from..end];
        let trimmed = path.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ']', '}']);
        let unopened = trimmed.ends_with(')') && !trimmed.contains('(');
        from + if unopened { trimmed.trim_end_matches([')', '.', ',']) } else { trimmed }.len()
    }

    /// ".08": a decimal without its zero, and no sentence's end.
    fn bare_decimal(&self) -> bool {
        self.char_at(self.at + 1).is_some_and(|c| c.is_ascii_digit())
            && self.tokens.last().is_none_or(|token| token.span.end < self.at)
    }

    fn number(&mut self) {
        let mut end = self.run(self.at, is_digit);
        loop {
            let rest = &self.text.as_bytes()[end..];
            let digits =
                |from: usize| rest.iter().skip(from).take(4).take_while(|b| b.is_ascii_digit()).count();
            let step = match rest.first() {
                // thousands, and the groups of two of lakhs: 1,00,000
                Some(b',') if end - self.at <= 3 || self.text[self.at..end].contains(',') => {
                    match digits(1) {
                        3 => 4,
                        2 if rest.get(3) == Some(&b',') && rest.get(4).is_some_and(u8::is_ascii_digit) => 3,
                        _ => 0,
                    }
                }
                Some(b'.') if digits(1) > 0 => 1 + digits(1),
                Some(b':') if digits(1) == 2 && end - self.at <= 5 => 3,
                _ => 0,
            };
            if step == 0 {
                break;
            }
            end = self.run(end + step, is_digit);
        }
        if let Some(address) = self.address(end) {
            return self.push(address, TokenKind::Address);
        }
        let letters = self.run(end, in_word);
        let suffix = &self.text[end..letters];
        let own = |s: &str| SUFFIXES.contains(&s);
        // "5km-long", "£70m-a-year"
        if suffix.len() <= 5 && own(suffix) {
            self.push(end, TokenKind::Number);
            return self.push(letters, TokenKind::Word);
        }
        let hyphened = self
            .char_at(letters)
            .filter(|&c| is_hyphen(c))
            .and_then(|c| self.char_at(letters + c.len_utf8()));
        if hyphened.is_some_and(char::is_alphabetic) {
            end = self.word_end(letters);
        } else {
            end = letters;
        }
        self.push(end, TokenKind::Number);
    }

    fn mark(&mut self, c: char) {
        let mut end = self.at + c.len_utf8();
        let next = self.char_at(end);
        let touches = self.tokens.last().is_some_and(|t| t.span.end == self.at);
        let kind = if is_punctuation(c) { TokenKind::Punctuation } else { TokenKind::Symbol };
        match c {
            '.' => end = self.dots(),
            '-' | '–' | '—' | '―' => end = self.run(end, |c| matches!(c, '-' | '–' | '—' | '―')),
            '`' if next == Some('`') => end += 1,
            '\'' if next == Some('\'') => end += 1,
            '\'' | '’' | 'ʼ' if touches => {
                let tail = self.run(end, in_word);
                // "the 1990's", "BBC.com's"
                if tail > end
                    && matches!(self.text[end..tail].to_ascii_lowercase().as_str(), "s" | "ll" | "d")
                {
                    return self.push(tail, TokenKind::Word);
                }
                self.single_open = false;
            }
            '\'' | '‘' => self.single_open = next.is_some_and(char::is_alphabetic),
            _ if kind == TokenKind::Symbol => end = self.cluster(c, end),
            _ => {}
        }
        self.push(end, kind);
    }

    /// The end of a full stop or an ellipsis, also one with spaces (". . .").
    fn dots(&self) -> usize {
        let end = self.run(self.at, |c| c == '.' || c == '…');
        let spaced = &self.text.as_bytes()[self.at..];
        let count = spaced
            .chunks(2)
            .take_while(|pair| pair.first() == Some(&b'.') && matches!(pair, [_, b' ']))
            .count();
        let last = spaced.get(2 * count) == Some(&b'.');
        if end == self.at + 1 && count + usize::from(last) >= 3 {
            return self.at + if last { 2 * count + 1 } else { 2 * count - 1 };
        }
        end
    }

    /// The end of a symbol with what modifies it: skin tones, joined emoji, flags.
    fn cluster(&self, first: char, from: usize) -> usize {
        let regional = |c: char| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
        let mut end = from;
        if regional(first) {
            return self.char_at(end).filter(|&c| regional(c)).map_or(end, |c| end + c.len_utf8());
        }
        while let Some(c) = self.char_at(end) {
            let after = end + c.len_utf8();
            match c {
                '\u{fe0f}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' => {
                    end = after
                }
                '\u{200d}' => {
                    match self.char_at(after).filter(|c| !c.is_alphanumeric() && !c.is_whitespace()) {
                        Some(joined) => end = after + joined.len_utf8(),
                        None => return end,
                    }
                }
                c if is_mark(c) => end = after,
                _ => return end,
            }
        }
        end
    }
}
