//! Numbers, punctuation and symbols, as the scanner meets them.

use super::TokenKind;
use super::scan::{Scanner, in_word, is_digit, is_hyphen, is_mark};

/// Letters that follow a figure directly and are a token of their own: scale, unit, clock.
const SUFFIXES: &[&str] = &[
    "m", "M", "mn", "mln", "mio", "bn", "BN", "Bn", "b", "B", "bln", "tn", "trn", "k", "K", "T", "km", "cm",
    "mm", "ft", "in", "mi", "yd", "nm", "kg", "g", "mg", "t", "lb", "lbs", "oz", "mt", "ha", "l", "ml", "cl",
    "mph", "kph", "kmh", "kt", "kts", "mw", "MW", "gw", "GW", "kw", "kW", "kWh", "kwh", "MWh", "GWh", "TWh",
    "Mt", "Gt", "Hz", "kHz", "MHz", "GHz", "KB", "kB", "MB", "GB", "TB", "am", "pm", "AM", "PM", "p", "pc",
    "pct", "c", "h", "hr", "hrs", "min", "mins", "sec", "secs", "bps", "bp", "km²", "m²", "m³", "km2", "m2",
    "m3", "million", "billion", "trillion", "thousand", "sqm", "sqkm", "C", "F", "x", "mbpd", "bpd",
];

fn is_punctuation(c: char) -> bool {
    matches!(c, '!' | '"' | '\'' | '(' | ')' | ',' | '-' | '.' | '/' | ':' | ';' | '?' | '[' | ']' | '\\' | '_' | '`'
        | '{' | '}' | '¡' | '¿' | '«' | '»' | '·' | '՞' | '।' | '؟' | '،' | '؛' | '‐'..='‟' | '…' | '‹' | '›'
        | '′' | '″' | '、' | '。' | '〈'..='】' | '！' | '，' | '：' | '；' | '？' | '．')
}

impl Scanner<'_> {
    /// ".08": a decimal without its zero, and no sentence's end.
    pub(super) fn bare_decimal(&self) -> bool {
        self.char_at(self.at + 1).is_some_and(|c| c.is_ascii_digit())
            && self.tokens.last().is_none_or(|token| token.span.end < self.at)
    }

    pub(super) fn number(&mut self) {
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
        if suffix.len() <= 8 && own(suffix) {
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

    pub(super) fn mark(&mut self, c: char) {
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
