//! A sentence as its temporal words: what each token is, without another look at the spelling.

use super::amount::Length;
use super::lexicon::{self, Class, Cue};
use super::points::Found;
use crate::text::{Document, TokenKind};
use std::cell::{Cell, RefCell};

/// An index that is no token's; others can be reckoned from it without harm.
pub(super) const NOWHERE: usize = usize::MAX / 2;

/// Words before a month.
const BEFORE_MONTHS: &[&str] = &[
    "in",
    "until",
    "till",
    "during",
    "throughout",
    "last",
    "next",
    "this",
    "early",
    "mid",
    "late",
    "since",
    "through",
];

/// The words of a document, looked at one sentence at a time. Indices are those of
/// [`Document::tokens`]; a token outside of the sentence is no word at all.
pub(super) struct Words<'d, 't> {
    pub doc: &'d Document<'t>,
    table: &'static [lexicon::Entry],
    /// For each token of the document its entry in the table and one, or 0.
    ids: Vec<u16>,
    pub start: usize,
    pub end: usize,
    /// The last length that was looked for, as several recognisers in turn look for one in the same place.
    pub length: Cell<(usize, Option<Length>)>,
    /// How many points are being read inside of one another.
    pub depth: Cell<usize>,
    /// For each depth the last point that was looked for: most are asked for by several recognisers.
    pub points: [RefCell<(usize, Found)>; 4],
}

impl<'d, 't> Words<'d, 't> {
    pub fn new(doc: &'d Document<'t>) -> Self {
        let text = doc.text;
        let id = |span: crate::text::Span| lexicon::find(span.of(text)).map_or(0, |i| i as u16 + 1);
        Words {
            doc,
            table: lexicon::entries(),
            ids: doc.tokens.iter().map(|t| id(t.span)).collect(),
            start: 0,
            end: 0,
            depth: Cell::new(0),
            points: std::array::from_fn(|_| RefCell::new((NOWHERE, None))),
            length: Cell::new((NOWHERE, None)),
        }
    }

    /// Whether a temporal expression can begin here at all. Most words of a text end here.
    pub fn may_begin(&self, i: usize) -> bool {
        self.begins(i, 4)
    }

    /// `depth` bounds the look along *in the last few*.
    fn begins(&self, i: usize, depth: usize) -> bool {
        match self.class(i) {
            Class::Inner => false,
            Class::Word => {
                depth == 0
                    || self.class(i + 1) == Class::Inner
                    || self.text(i + 1) == "-"
                    || self.begins(i + 1, depth - 1)
            }
            Class::Name => super::holiday::parse(self, i).is_some(),
            Class::None if self.doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Address) => {
                i < self.end
            }
            Class::None => self.shape(i) && self.is_number_or_name(i),
            _ => true,
        }
    }

    /// Digits, capitals, quotation marks and hyphens are what unknown words of an expression look like.
    fn shape(&self, i: usize) -> bool {
        let text = self.doc.text.as_bytes();
        let span = match self.doc.tokens.get(i) {
            Some(token) if i < self.end => token.span,
            _ => return false,
        };
        let first = text[span.start];
        first.is_ascii_digit()
            || first.is_ascii_uppercase()
            || self.text(i).strip_prefix(['\'', '’', '‘']).is_some_and(|rest| match rest.as_bytes().first() {
                Some(second) => second.is_ascii_digit(),
                None => self.first_byte(i + 1).is_ascii_digit(),
            })
            || text.get(span.end) == Some(&b'-')
            || text[span.end - 1].is_ascii_digit()
            || text[span.start..span.end].contains(&b'-')
    }

    fn is_number_or_name(&self, i: usize) -> bool {
        let text = self.text(i).as_bytes();
        match text {
            [b'H', b'1'..=b'2'] | [b'F', b'Y', ..] => true,
            [first, .., last] if first.is_ascii_alphabetic() => {
                text.contains(&b'-')
                    || self.text(i + 1) == "-"
                    || last.is_ascii_digit() && self.is_month_with_day(i)
            }
            [first] if first.is_ascii_alphabetic() => self.text(i + 1) == "-",
            _ => true,
        }
    }

    /// *Dec31*, *mar3*.
    fn is_month_with_day(&self, i: usize) -> bool {
        let word = self.text(i).trim_end_matches(|c: char| c.is_ascii_digit());
        matches!(lexicon::class_of(word), Class::Month(_))
    }

    pub fn class(&self, i: usize) -> Class {
        self.entry(i).map_or(Class::None, |e| e.1)
    }

    fn entry(&self, i: usize) -> Option<lexicon::Entry> {
        if i < self.start || i >= self.end {
            return None;
        }
        Some(self.table[usize::from(self.ids[i].checked_sub(1)?)])
    }

    /// The word in lower case, if the table knows it, else "".
    pub fn lower(&self, i: usize) -> &'static str {
        self.entry(i).filter(|e| !matches!(e.1, Class::Name | Class::None)).map_or("", |e| e.0)
    }

    /// Whether a word in lower case says this.
    pub fn cue(&self, i: usize, cue: Cue) -> bool {
        self.any_case_cue(i, cue) && self.small(i)
    }

    /// Whether a word says this, however it is written.
    pub fn any_case_cue(&self, i: usize, cue: Cue) -> bool {
        self.entry(i).is_some_and(|e| e.2.has(cue))
    }

    pub fn is(&self, i: usize, word: &str) -> bool {
        self.lower(i) == word
    }

    pub fn any(&self, i: usize, words: &[&str]) -> bool {
        let word = self.lower(i);
        !word.is_empty() && words.contains(&word)
    }

    /// The next index where the words follow one another from `i` on.
    pub fn seq(&self, i: usize, words: &[&str]) -> Option<usize> {
        words.iter().enumerate().all(|(k, word)| self.is(i + k, word)).then_some(i + words.len())
    }

    /// `i + 1` where the word is one of these, else `i`.
    pub fn skip(&self, i: usize, words: &[&str]) -> usize {
        i + usize::from(self.any(i, words))
    }

    /// The token before, within the sentence; an index that is no word otherwise.
    pub fn back(&self, i: usize, n: usize) -> usize {
        i.checked_sub(n).filter(|k| *k >= self.start && *k < self.end).unwrap_or(NOWHERE)
    }

    pub fn text(&self, i: usize) -> &'t str {
        if i < self.start || i >= self.end { "" } else { self.doc.word(i) }
    }

    pub fn first_byte(&self, i: usize) -> u8 {
        self.text(i).bytes().next().unwrap_or(0)
    }

    pub fn capital(&self, i: usize) -> bool {
        self.text(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// A lower-case word.
    pub fn small(&self, i: usize) -> bool {
        self.text(i).chars().next().is_some_and(char::is_lowercase)
    }

    pub fn punctuation(&self, i: usize) -> bool {
        self.text(i).chars().next().is_none_or(|c| !c.is_alphanumeric() && !"$€£%#+&*°".contains(c))
    }

    /// A mark that begins with one of these characters.
    pub fn mark(&self, i: usize, marks: &str) -> bool {
        self.text(i).chars().next().is_some_and(|c| marks.contains(c))
    }

    /// `i + 1` where a comma stands, else `i`.
    pub fn skip_comma(&self, i: usize) -> usize {
        i + usize::from(self.text(i) == ",")
    }

    /// Whether no white space stands between the token and the next one.
    pub fn tight(&self, i: usize) -> bool {
        i >= self.start
            && i + 1 < self.end
            && self.doc.tokens[i].span.end == self.doc.tokens[i + 1].span.start
    }

    /// The value and the length of a token of digits alone.
    pub fn digits(&self, i: usize) -> Option<(i64, usize)> {
        let text = self.text(i);
        let plain = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| (text.parse().unwrap_or(0), text.len()))
    }

    /// A token of four digits that can be a year.
    pub fn four(&self, i: usize) -> Option<i16> {
        let (value, length) = self.digits(i)?;
        (length == 4 && (1000..=2999).contains(&value)).then_some(value as i16)
    }

    /// *third*, *twenty-third*, *3rd*: the value and the next index.
    pub fn ordinal(&self, i: usize) -> Option<(i8, usize)> {
        match self.class(i) {
            Class::Ordinal(n) => return Some((n, i + 1)),
            Class::Cardinal(tens @ (20 | 30)) => {
                let k = if self.text(i + 1) == "-" { i + 2 } else { i + 1 };
                if let Class::Ordinal(n @ 1..=9) = self.class(k) {
                    return Some((tens as i8 + n, k + 1));
                }
            }
            _ => {}
        }
        let text = self.text(i);
        if let Some((tens, ones)) = text.split_once('-')
            && let (Class::Cardinal(t @ (20 | 30)), Class::Ordinal(n @ 1..=9)) =
                (lexicon::class_of(tens), lexicon::class_of(ones))
        {
            return Some((t as i8 + n, i + 1));
        }
        let split = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, suffix) = text.split_at(split);
        let mut next = i + 1;
        let suffix = if suffix.is_empty() && self.tight(i) {
            next += 1;
            self.text(i + 1)
        } else {
            suffix
        };
        let known = ["st", "nd", "rd", "th"].iter().any(|s| suffix.eq_ignore_ascii_case(s));
        if !known || number.is_empty() || number.len() > 2 {
            return None;
        }
        Some((number.parse().ok()?, next))
    }

    /// A run of letters, digits and hyphens with a hyphen inside, whether it is one token or several:
    /// the text and the next index.
    pub fn compound(&self, i: usize) -> Option<(&'t str, usize)> {
        if i < self.start || i >= self.end {
            return None;
        }
        let text = self.doc.text;
        let from = self.doc.tokens[i].span.start;
        let limit = self.doc.tokens[self.end - 1].span.end;
        // Most words are followed by something else than a hyphen.
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'.';
        let behind = text.as_bytes()[from..limit].iter().take(42).find(|byte| !plain(byte));
        if behind.is_some_and(|byte| byte.is_ascii() && *byte != b'-') {
            return None;
        }
        // Forty letters are enough for any of them, and keep a megabyte of hyphens linear.
        let run = text[from..limit]
            .char_indices()
            .take(42)
            .find(|(_, c)| !c.is_alphanumeric() && !matches!(c, '-' | '‑' | '–' | '.'))
            .map_or((limit - from).min(128), |(at, _)| at);
        if run > 120 {
            return None;
        }
        let run = text[from..from + run].trim_end_matches(['-', '‑', '–', '.']);
        if !run.contains(['-', '‑', '–']) || run.len() > 40 {
            return None;
        }
        Some((run, self.after(i, from + run.len())?))
    }

    /// The index after the token that ends at a byte; `None` where none does.
    pub fn after(&self, mut i: usize, end: usize) -> Option<usize> {
        while i < self.end && self.doc.tokens[i].span.end < end {
            i += 1;
        }
        (i < self.end && self.doc.tokens[i].span.end == end).then_some(i + 1)
    }

    /// A month in lower case: *in may*, *in the april*.
    fn small_month(&self, i: usize) -> bool {
        let word = self.lower(i);
        let plain = word.len() > 3 && !matches!(word, "march" | "august" | "sept");
        let before = self.back(i, 1);
        let before = if plain && self.is(before, "the") { self.back(before, 1) } else { before };
        if plain && self.any(before, &["during", "by", "before", "after", "throughout", "late", "early"]) {
            return true;
        }
        let next = self.doc.tokens.get(i + 1).filter(|_| i + 1 < self.end);
        let free = next.is_none_or(|t| t.kind != TokenKind::Word)
            || !self.lower(i + 1).is_empty()
            || matches!(self.text(i + 1), "when" | "and" | "but" | "will" | "was" | "is");
        self.any(before, &["in", "since", "until", "till"]) && (plain || free)
    }

    /// Whether a month may be read here without a day or a year beside it.
    pub fn lone_month(&self, i: usize) -> bool {
        if !self.capital(i) {
            return self.small_month(i);
        }
        if self.text(i).len() < 3 {
            return false;
        }
        let before = self.back(i, 1);
        let word = self.lower(i);
        let abbreviated = word.len() < 5 && !matches!(word, "may" | "june" | "july");
        let doubtful = matches!(word, "may" | "march" | "april" | "june" | "august") || abbreviated;
        // "As early as April", "as far back as May".
        let far =
            self.is(before, "as") && self.any(self.back(before, 1), &["early", "late", "back", "recently"]);
        if far || self.any(before, &["in", "until", "till", "since"]) {
            return true;
        }
        if abbreviated
            && !self.text(i).ends_with('.')
            && self.text(i + 1) != "."
            && !matches!(word, "sept" | "oct" | "nov" | "feb")
        {
            return false;
        }
        if self.any(before, BEFORE_MONTHS) {
            return true;
        }
        let name = self.capital(before) && !matches!(self.class(before), Class::Month(_) | Class::Weekday(_));
        if doubtful {
            return !name && self.doubtful_month(i, before);
        }
        let name = name && self.back(before, 1) != NOWHERE;
        let goes_on = self.capital(i + 1) && self.doc.tokens[i + 1].kind == TokenKind::Word && self.tight(i);
        !name && !goes_on
    }

    /// May, March, April, June and August are names and words too: they need a word before them that goes with a month.
    fn doubtful_month(&self, i: usize, before: usize) -> bool {
        let word = self.lower(i);
        let acts = self.small(i + 1)
            && (self.text(i + 1).ends_with("ed")
                || matches!(
                    self.text(i + 1),
                    "said" | "says" | "has" | "had" | "was" | "is" | "will" | "would" | "won" | "told"
                ));
        if acts || self.text(i + 1) == "'s" && word == "may" {
            return false;
        }
        if self.capital(i + 1)
            && self.class(i + 1) == Class::None
            && self.doc.tokens[i + 1].kind == TokenKind::Word
        {
            return false; // June Brown
        }
        match self.lower(before) {
            "of" => {
                self.any(
                    self.back(before, 1),
                    &["end", "beginning", "start", "middle", "month", "half", "week"],
                ) || self.ordinal(self.back(before, 1)).is_some()
                    || matches!(self.class(self.back(before, 1)), Class::Weekday(_) | Class::Unit(_))
            }
            "by" => !self.text(self.back(before, 1)).ends_with("ed"),
            "before" | "after" | "from" | "between" | "for" => {
                word != "may" || self.small(i + 1) || self.punctuation(i + 1)
            }
            "to" if word != "may" && super::tense::set_ahead(self, i) => true,
            "and" | "or" | "to" => {
                (1..4).any(|n| matches!(self.class(self.back(before, n)), Class::Month(_)))
            }
            _ => false,
        }
    }
}
