//! One sentence as the passes look at it: what is a mark, a quotation, a finite verb, a noun phrase.

use super::Quote;
use crate::english::{Frame, Frames};
use crate::text::{Document, Form, Tag, Token, TokenKind};
use crate::time::TimeMention;
use std::ops::Range;

/// How many tokens to either side a cue looks: more than sentences have, so that time is linear in any text.
const REACH: usize = 200;

/// A sentence with the quotations that touch it.
#[derive(Clone)]
pub(super) struct Sight<'a> {
    pub document: &'a Document<'a>,
    /// The sentence's tokens.
    pub tokens: Range<usize>,
    pub quotes: &'a [Quote],
    /// The document's temporal expressions.
    pub times: &'a [TimeMention],
}

impl<'a> Sight<'a> {
    pub fn token(&self, at: usize) -> &'a Token {
        &self.document.tokens[at]
    }

    pub fn word(&self, at: usize) -> &'a str {
        self.document.word(at)
    }

    pub fn is(&self, at: usize, lemmas: &[&str]) -> bool {
        self.tokens.contains(&at) && self.token(at).is(lemmas)
    }

    pub fn tag(&self, at: usize) -> Option<Tag> {
        self.tokens.contains(&at).then(|| self.token(at).tag)
    }

    /// A comma.
    pub fn comma(&self, at: usize) -> bool {
        self.tokens.contains(&at) && self.word(at) == ","
    }

    /// A mark that no noun phrase crosses: colon, semicolon, dash, bracket, full stop, question mark.
    pub fn hard(&self, at: usize) -> bool {
        self.token(at).kind == TokenKind::Punctuation
            && !matches!(self.word(at), "," | "'" | "’" | "-" | "‘")
            && !self.quote_mark(at)
    }

    /// A mark of quotation.
    pub fn quote_mark(&self, at: usize) -> bool {
        match self.word(at) {
            "“" | "”" | "\"" | "«" | "»" | "„" | "``" | "''" => true,
            "'" | "’" | "‘" => self.opening(at).is_some() || self.closing(at).is_some(),
            _ => false,
        }
    }

    /// Whether a temporal expression covers a token.
    pub fn timed(&self, at: usize) -> bool {
        let next = self.times.partition_point(|time| time.tokens.end <= at);
        self.times.get(next).is_some_and(|time| time.tokens.contains(&at))
    }

    /// The quotation that begins with this mark.
    pub fn opening(&self, at: usize) -> Option<&'a Quote> {
        let index = self.quotes.partition_point(|quote| quote.tokens.start <= at);
        self.quotes.get(index).filter(|quote| quote.tokens.start == at + 1)
    }

    /// The quotation that ends with this mark.
    pub fn closing(&self, at: usize) -> Option<&'a Quote> {
        let index = self.quotes.partition_point(|quote| quote.tokens.end < at);
        self.quotes.get(index).filter(|quote| quote.tokens.end == at)
    }

    /// The quotation that a word stands in.
    pub fn quoted(&self, at: usize) -> Option<&'a Quote> {
        let index = self.quotes.partition_point(|quote| quote.tokens.end <= at);
        self.quotes.get(index).filter(|quote| quote.tokens.contains(&at))
    }

    /// How far a look around a word may go: its quotation, else its sentence.
    pub fn bounds(&self, at: usize) -> Range<usize> {
        let first = self.tokens.start.max(at.saturating_sub(REACH));
        let end = self.tokens.end.min(at + REACH);
        match self.quoted(at) {
            Some(quote) => quote.tokens.start.max(first)..quote.tokens.end.min(end),
            None => first..end,
        }
    }

    /// What a word takes as content.
    pub fn frames(&self, at: usize) -> Frames {
        self.token(at).known.classes.frames()
    }

    /// The first word of the verb group that ends with a verb: *had never* said.
    pub fn group_start(&self, floor: usize, verb: usize) -> usize {
        let mut start = verb;
        while start > floor
            && (self.token(start - 1).tag == Tag::Aux || self.is(start - 1, &["not", "n't", "never"]))
        {
            start -= 1;
        }
        start
    }

    /// A verb or auxiliary that carries tense.
    pub fn finite(&self, at: usize) -> bool {
        let token = self.token(at);
        match token.tag {
            Tag::Aux => !matches!(self.word(at), "be" | "been" | "being" | "having" | "'"),
            Tag::Verb => match token.form {
                Form::Past => !self.reduced(at),
                Form::Present3 => true,
                Form::Base => self.governed_by_noun(at),
                _ => false,
            },
            _ => false,
        }
    }

    /// "The farmers (often) want": a base form directly behind what can be its subject.
    fn governed_by_noun(&self, at: usize) -> bool {
        (self.tokens.start..at)
            .rev()
            .find(|&i| self.token(i).tag != Tag::Adv && !self.quote_mark(i))
            .is_some_and(|i| matches!(self.token(i).tag, Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num))
    }

    /// *who*, *which* and the like behind what they speak of.
    pub fn relative(&self, at: usize) -> bool {
        self.is(at, &["who", "whom", "whose", "which"])
            || self.is(at, &["that"])
                && at > self.tokens.start
                && matches!(self.token(at - 1).tag, Tag::Noun | Tag::Propn | Tag::Pron)
                && !self.quote_mark(at - 1)
    }

    /// *that, whether, because, when …* that opens a clause.
    pub fn subordinator(&self, at: usize) -> bool {
        let token = self.token(at);
        token.tag == Tag::Sconj
            || token
                .is(&["because", "although", "though", "while", "when", "if", "unless", "whether", "until"])
    }

    /// A part of a noun phrase.
    pub fn nominal(&self, at: usize) -> bool {
        let token = self.token(at);
        matches!(
            token.tag,
            Tag::Noun | Tag::Propn | Tag::Num | Tag::Adj | Tag::Det | Tag::Pron | Tag::X | Tag::Sym
        ) && token.kind != TokenKind::Punctuation
            && !self.relative(at)
            || token.is(&["'s", "'"]) && token.tag != Tag::Aux
            || matches!(self.word(at), "’" | "-")
    }

    /// Opens a noun phrase.
    pub fn opens_phrase(&self, at: usize) -> bool {
        let token = self.token(at);
        matches!(
            token.tag,
            Tag::Det | Tag::Noun | Tag::Propn | Tag::Pron | Tag::Adj | Tag::Num | Tag::Sym | Tag::X
        ) && token.kind != TokenKind::Punctuation
            && !self.is(at, &["that", "who", "which", "whom", "what"])
    }

    /// The end of the plain noun phrase that begins here: a second determiner, pronoun or name ends it.
    pub fn phrase(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        while at < end && self.nominal(at) {
            let token = self.token(at);
            let own = matches!(token.tag, Tag::Det)
                && !(at > start && self.is(at - 1, &["all", "both", "half"]))
                || token.tag == Tag::Pron && !self.is(at, &["one"]);
            let possessive = at > start && self.is(at - 1, &["'s", "'"]);
            if at > start && own && !possessive {
                break;
            }
            at += 1;
            if token.tag == Tag::Pron && !self.possessive(at - 1) {
                break;
            }
        }
        at
    }

    /// *his, her, its, their …* in front of a noun.
    pub fn possessive(&self, at: usize) -> bool {
        self.is(at, &["his", "its", "their", "my", "our", "your"])
            || self.is(at, &["her"])
                && self
                    .tag(at + 1)
                    .is_some_and(|tag| matches!(tag, Tag::Noun | Tag::Adj | Tag::Num | Tag::Propn))
    }

    /// The noun phrase that ends before `end`, with what *of*, *for*, *at* add to it.
    pub fn phrase_before(&self, floor: usize, end: usize) -> Range<usize> {
        let mut start = end;
        while start > floor {
            let before = start - 1;
            let joins = self.nominal(before)
                || self.is(before, &["of", "for", "at", "and"])
                    && start < end
                    && start > floor + 1
                    && self.nominal(before - 1);
            if !joins {
                break;
            }
            start = before;
            if self.token(start).tag == Tag::Pron && !self.possessive(start) {
                break;
            }
        }
        while start < end && self.is(start, &["and", "'s", "'"]) {
            start += 1;
        }
        start..end
    }

    /// A word that can name somebody who speaks.
    pub fn speaker(&self, at: usize) -> bool {
        let token = self.token(at);
        match token.tag {
            Tag::Propn => true,
            Tag::Pron => token.is(&["he", "she", "they", "i", "we", "one"]),
            Tag::Noun => {
                let classes = token.known.classes;
                classes.person() || classes.office() || classes.frames().has(Frame::NounThat)
            }
            _ => false,
        }
    }

    /// *to* and a verb in its base form; the verb's place.
    pub fn infinitive(&self, at: usize) -> Option<usize> {
        let at = at + usize::from(self.is(at, &["not", "never"]));
        if !self.is(at, &["to"]) {
            return None;
        }
        let passed = |i: usize| self.token(i).tag == Tag::Adv || self.is(i, &["not"]) || self.quote_mark(i);
        (at + 1..self.tokens.end.min(at + 5)).find(|&i| !passed(i)).filter(|&i| {
            matches!(self.token(i).tag, Tag::Verb | Tag::Aux) && self.token(i).form == Form::Base
        })
    }

    /// Whether a clause of its own begins here: a subject, then a finite verb before any mark.
    pub fn clause_at(&self, start: usize, end: usize) -> bool {
        let mut verbless = true;
        let mut commas = 0;
        let mut relative = false;
        if start >= end
            || !(self.opens_phrase(start)
                || self.is(start, &["there", "that", "what", "if", "when", "both"])
                || self.token(start).form == Form::Gerund)
        {
            return false;
        }
        for at in start..end.min(start + 30) {
            let verbs = at > start && self.token(at).tag == Tag::Cconj && at + 1 < end && self.finite(at + 1);
            if self.hard(at)
                || verbs && !relative
                || at == start && (self.word(at).ends_with("self") || self.word(at).ends_with("selves"))
            {
                return false;
            }
            if self.comma(at) {
                commas += 1;
                if commas > 2 {
                    return false;
                }
                relative = false;
            }
            if self.relative(at) && at > start {
                relative = true;
            } else if at > start && self.subordinator(at) && !self.comma(at - 1) {
                return false;
            }
            if self.infinitive(at).is_some()
                && at > start
                && !self.frames(at - 1).any(&[Frame::NounInfinitive])
            {
                return false;
            }
            if self.finite(at) && at > start {
                if relative {
                    relative = false;
                    continue;
                }
                // "An audit, Baker said": it is not the audit that did.
                let says = self.frames(at).has(Frame::Quote);
                if commas == 1
                    && says
                    && self.opens_phrase(start)
                    && !self.timed(start)
                    && !self.listed(start, at)
                {
                    return false;
                }
                verbless = false;
                break;
            }
        }
        !verbless
    }

    /// "Trams, buses and trains stopped": a comma between things of one kind.
    fn listed(&self, start: usize, verb: usize) -> bool {
        let comma = (start..verb).find(|&i| self.comma(i)).unwrap_or(verb);
        (comma..verb).any(|i| self.token(i).tag == Tag::Cconj)
    }

    /// "a post titled “P”", "the bid prepared by X": a participle, whatever its form may also be.
    fn reduced(&self, at: usize) -> bool {
        let past = self.token(at).tag == Tag::Verb && self.token(at).form == Form::Past;
        let next = at + 1;
        past && (self.is(next, &["by"])
            || self.tokens.contains(&next) && self.opening(next).is_some() && self.frames(at).is_empty())
    }

    /// Whether a stretch holds a finite verb that no relative pronoun or subordinator has opened.
    pub fn has_verb(&self, range: Range<usize>) -> bool {
        let mut opened = 0;
        let mut chained = false;
        for at in range {
            let token = self.token(at);
            if self.comma(at) {
                opened = 0;
            } else if self.relative(at) || self.subordinator(at) || opened > 0 && token.tag == Tag::Cconj {
                opened += 1;
            } else if self.finite(at) && !chained {
                if opened == 0 {
                    return true;
                }
                opened -= 1;
                chained = true;
            } else if !matches!(token.tag, Tag::Aux | Tag::Verb | Tag::Adv | Tag::Part) {
                chained = false;
            }
        }
        false
    }
}
