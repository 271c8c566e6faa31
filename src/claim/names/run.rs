//! Which capitalised words make one name: "Ludwig van der Meer", "Ministry of the Interior", "Smith & Sons Ltd".

use super::words::Words;
use crate::english::{self, NameClass};
use crate::text::{Case, Sentence, Tag, TokenKind, capitals_mean_nothing};
use std::ops::Range;

/// Where names are looked for.
pub(super) struct Place<'w, 'd, 't> {
    pub words: &'w Words<'d, 't>,
    pub sentence: Range<usize>,
    /// Capitals mean nothing in it.
    pub headline: bool,
}

/// Tokens that a name may have; a longer run is looked at in pieces, so that any text takes linear time.
const LONGEST: usize = 24;

/// Nouns that end the name of something that is no person.
const HEADS: [NameClass; 4] = [NameClass::Company, NameClass::Body, NameClass::Place, NameClass::Thing];

impl<'w, 'd, 't> Place<'w, 'd, 't> {
    pub fn new(words: &'w Words<'d, 't>, sentence: &Sentence) -> Self {
        let document = words.document;
        let headline = capitals_mean_nothing(document.text, &document.tokens[sentence.tokens.clone()]);
        Place { words, sentence: sentence.tokens.clone(), headline }
    }

    /// Whether a token is a word that a name may consist of.
    fn named(&self, at: usize) -> bool {
        if at >= self.sentence.end || !self.words.capital(at) || self.words.is(at, NameClass::Calendar) {
            return false;
        }
        let words = self.words;
        let token = &words.document.tokens[at];
        if self.headline {
            return !words.common(at) || words.written(at);
        }
        let opens = words.opens(at, self.sentence.start);
        // "Then Kroll left"
        if opens && words.small(at) {
            return false;
        }
        match token.tag {
            Tag::Propn => true,
            Tag::Noun | Tag::Adj | Tag::X => !opens || self.heads(at + 1),
            _ => !opens && words.is(at, NameClass::Given),
        }
    }

    /// A capitalised noun with which names of bodies, places and things end.
    fn heads(&self, at: usize) -> bool {
        at < self.sentence.end && self.words.capital(at) && self.words.class(at).any(&HEADS)
    }

    /// A name that begins at a token; empty where none does. An honorific or an office before it is no part of it.
    pub fn run(&self, start: usize) -> Range<usize> {
        let none = start..start;
        if !self.words.capital(start) {
            return none;
        }
        if self.words.raw(start) == "The" && !self.words.opens(start, self.sentence.start) && !self.headline {
            // "in The Hague", "told The Herald": mid-sentence, the article is part of the name.
            let rest = self.run_without_article(start + 1);
            return if rest.is_empty() { none } else { start..rest.end };
        }
        self.run_without_article(start)
    }

    fn run_without_article(&self, start: usize) -> Range<usize> {
        let none = start..start;
        if !self.named(start)
            && !self.month_as_given(start)
            && !self.pair_of_company(start)
            && !self.pair_by_sign(start)
        {
            return none;
        }
        let words = self.words;
        let honorific = words.is(start, NameClass::Honorific);
        if honorific && !self.heads(start + 1) {
            return none;
        }
        let end = self.end(start);
        let run = start..end;
        if words.office(start) && !self.whole_with_office(&run) {
            return none;
        }
        let end = self.before_office(&run);
        let run = start..end;
        if self.no_name(&run) { none } else { run }
    }

    /// "Apple and Orange Inc.": two single words and the end of a company's name.
    fn pair_of_company(&self, start: usize) -> bool {
        let words = self.words;
        start + 3 < self.sentence.end
            && words.capital(start)
            && words.raw(start + 1) == "and"
            && self.named(start + 2)
            && words.capital(start + 3)
            && words.is(start + 3, NameClass::Company)
            && !words.written(start)
    }

    /// "Stone & Kroll": whatever the first word may mean.
    fn pair_by_sign(&self, start: usize) -> bool {
        start + 2 < self.sentence.end
            && self.words.capital(start)
            && self.words.raw(start + 1) == "&"
            && self.named(start + 2)
    }

    /// "April Jones": the months that are given names, before a name and not behind a preposition or a day.
    fn month_as_given(&self, at: usize) -> bool {
        let words = self.words;
        let before = at.checked_sub(1).filter(|before| *before >= self.sentence.start);
        words.capital(at)
            && words.is(at, NameClass::Calendar)
            && words.is(at, NameClass::Given)
            && self.named(at + 1)
            && before.is_none_or(|before| {
                let token = &words.document.tokens[before];
                token.kind == TokenKind::Word && token.tag != Tag::Adp
            })
    }

    fn end(&self, start: usize) -> usize {
        let words = self.words;
        let mut at = start + 1;
        // Behind *of* or *for* an *and* may join: "Department of Health and Social Care".
        let mut phrase = false;
        while at < self.sentence.end.min(start + LONGEST) {
            let done = words.is(at - 1, NameClass::Generation) && at > start + 1;
            let titled = words.is(at, NameClass::Honorific) && !self.heads(at);
            // "New York-based Keel": another name.
            if words.attribute(at - 1) {
                break;
            }
            if !done && !titled && self.named(at) {
                at += 1;
            } else if let Some(next) = self.joined(start, at, &mut phrase).filter(|_| !done) {
                at = next + 1;
            } else {
                break;
            }
        }
        at
    }

    /// The capitalised word that something between belongs with, as in "van der Meer".
    fn joined(&self, start: usize, at: usize, phrase: &mut bool) -> Option<usize> {
        let words = self.words;
        let lower = words.document.tokens[at].case == Case::Lower;
        match words.raw(at) {
            "&" => self.named(at + 1).then_some(at + 1),
            "," => {
                let suffix = words.is(at + 1, NameClass::Company)
                    && words.capital(at + 1)
                    && words.folded[at + 1].len() <= "gmbh".len();
                suffix.then_some(at + 1)
            }
            "'s" | "’s" | "'" | "’" => self.possessive(start, at),
            "of" | "for" | "on" => {
                let article = usize::from(words.raw(at + 1) == "the" && at + 2 < self.sentence.end);
                let next = at + 1 + article;
                // "Guardian of the Forest": common nouns with capitals
                let nouns = words.raw(at) == "of" && words.common(next) && !words.office(at - 1);
                let head = words.common(at - 1) && (words.class(at - 1).any(&HEADS) || nouns);
                let fits = head && next < self.sentence.end && self.named(next) && !words.office(next);
                // "Commission on Trade", but "Old Mill on Canal Street"
                let institution = words.class(at - 1).any(&[NameClass::Body, NameClass::Thing]);
                let fits = fits && (words.raw(at) == "of" || institution && words.common(next));
                *phrase |= fits;
                fits.then_some(next)
            }
            "and" if at + 1 < self.sentence.end => {
                let company = at == start + 1 && self.pair_of_company(start);
                let goes_on = *phrase
                    && self.named(at + 1)
                    && words.common(at - 1)
                    && words.common(at + 1)
                    && !words.class(at + 1).any(&[NameClass::Given, NameClass::Body]);
                (company || goes_on).then_some(at + 1)
            }
            // "Solway Water plc"
            "plc" | "llp" | "llc" | "ltd" => Some(at),
            _ if lower && words.is(at, NameClass::Particle) => {
                let second = usize::from(words.is(at + 1, NameClass::Particle) && !self.named(at + 1));
                let next = at + 1 + second;
                let name = next < self.sentence.end
                    && self.named(next)
                    && words.document.tokens[next].tag == Tag::Propn;
                (name && words.document.tokens[at].tag != Tag::Adv).then_some(next)
            }
            _ => None,
        }
    }

    /// "St John's Hospital", "Users' Group": the owner belongs to the name of the body.
    fn possessive(&self, start: usize, at: usize) -> Option<usize> {
        let words = self.words;
        let next = at + 1;
        if next >= self.sentence.end || !self.named(next) || !words.common(next) {
            return None;
        }
        let saint = matches!(words.folded[start].as_str(), "st" | "st." | "saint");
        let head =
            (next..self.sentence.end.min(next + 3)).take_while(|&i| self.named(i)).any(|i| self.heads(i));
        (head && (saint || words.common(at - 1) && !words.is(at - 1, NameClass::Given))).then_some(next)
    }

    /// "Queen Margaret University", "Prince Albert Road": an office at its beginning belongs to the whole.
    fn whole_with_office(&self, run: &Range<usize>) -> bool {
        let last = run.end - 1;
        // "Councillor Jim Park"
        let person =
            self.words.is(run.start + 1, NameClass::Given) && self.words.is(last, NameClass::Surname);
        run.len() > 1 && self.heads(last) && !self.words.office(last) && !person
            || run.len() == 2 && self.words.is(run.start, NameClass::Given) && !self.words.common(last)
            || run.len() == 2 && self.described(run.start) && self.plural(last)
    }

    /// A word that is an adjective as well: "General Motors".
    fn described(&self, at: usize) -> bool {
        english::uses(&self.words.folded[at]).0.any(b"j")
    }

    /// A common noun in the plural that is no surname.
    fn plural(&self, at: usize) -> bool {
        let words = self.words;
        words.folded[at].ends_with('s')
            && words.common(at)
            && !words.class(at).any(&[NameClass::Given, NameClass::Surname])
    }

    /// The end of the name before an office: "Acme Chief Executive Jo Hall".
    fn before_office(&self, run: &Range<usize>) -> usize {
        if self.whole_with_office(run) {
            return run.end;
        }
        let given = self.words.is(run.start, NameClass::Given);
        let office = (run.start + 1..run.end).find(|&at| self.words.office(at));
        // "Stephen King"
        office.filter(|&at| !(given && at + 1 == run.end)).unwrap_or(run.end)
    }

    /// Words that have a capital for another reason: they open the sentence, or belong to an office.
    fn no_name(&self, run: &Range<usize>) -> bool {
        let words = self.words;
        let all = |test: &dyn Fn(usize) -> bool| run.clone().all(test);
        let plain = |at: usize| {
            let given = words.is(at, NameClass::Given) && words.document.tokens[at].tag == Tag::Propn;
            (words.common(at) || words.compound_plural(at))
                && !words.written(at)
                && !words.is(at, NameClass::PlaceName)
                && !given
        };
        let next = run.end;
        if next < self.sentence.end && words.capital(next) && words.office(next) && all(&plain) {
            return true;
        }
        let first = run.start;
        let token = &words.document.tokens[first];
        if run.len() > 1 {
            return false;
        }
        if english::demonym(&words.folded[first]).is_some() && token.tag == Tag::Adj {
            return true;
        }
        if words.is(first, NameClass::StandIn) || words.is(first, NameClass::Honorific) {
            return true;
        }
        // "TV", "DNA"
        if token.case == Case::Upper && !self.headline && token.tag == Tag::Noun && words.common(first) {
            return true;
        }
        words.opens(first, self.sentence.start) && plain(first) && !self.speaks(first)
    }

    /// "Apple said": a bare singular noun does not speak, a name does.
    fn speaks(&self, at: usize) -> bool {
        let token = &self.words.document.tokens[at];
        let classes = token.known.classes;
        let next = self.words.document.tokens.get(at + 1);
        matches!(token.tag, Tag::Propn | Tag::Noun)
            && token.form == crate::text::Form::Base
            && !classes.person()
            && !self.words.class(at).any(&HEADS)
            && next.is_some_and(|next| next.tag == Tag::Verb && next.is(&["say", "announce"]))
    }
}
