//! What a pronoun stands for that has no name: "The strike … It began in May", "a nurse … she".

use super::anaphor::Wanted;
use super::antecedent::{From, NEAR, Search, possessive};
use crate::english::NameClass;
use crate::text::{Form, Tag, Token};
use std::ops::Range;

/// Words of a noun phrase that are taken over, so that long texts take linear time.
const LONGEST: usize = 12;

impl Search<'_, '_> {
    /// The noun phrase that a subject is, where the reference can mean it; also that of a pronoun.
    pub(super) fn unnamed(&self, from: &From, subject: Range<usize>) -> Option<Range<usize>> {
        let tokens = &self.context.document.tokens;
        // "Instead of painting the hall, the school sold it."
        let at = from.anaphor.head;
        let own = self.context.clauses[from.sentence].iter().find(|c| c.tokens.contains(&at));
        let own = own.and_then(|clause| clause.subject.clone()).filter(|s| !s.contains(&at));
        if own.is_some_and(|own| own.start < subject.end && subject.start < own.end) {
            return None;
        }
        if let Some(phrase) = from.references.phrase(subject.start).filter(|_| subject.len() == 1) {
            return self.fits(from, phrase.clone()).then_some(phrase);
        }
        let subject = subject.start..subject.end.min(subject.start + LONGEST);
        let plain = subject.clone().all(|at| !matches!(tokens[at].tag, Tag::Verb | Tag::Punct));
        (plain && self.fits(from, subject.clone())).then_some(subject)
    }

    /// *they*, *both*, *she*: the subject that fits, of its sentence or the ones before, else the one noun that does.
    pub(super) fn phrase(&self, from: &From) -> Option<Range<usize>> {
        for back in 0..=1 {
            let sentence = from.sentence.checked_sub(back)?;
            let clauses = &self.context.clauses[sentence];
            let before = clauses.partition_point(|clause| clause.tokens.start <= from.anaphor.tokens.start);
            for clause in &clauses[before.saturating_sub(NEAR)..before] {
                let own = back == 0 && clause.tokens.contains(&from.anaphor.head);
                let subject = clause.subject.clone().filter(|s| !own && s.end <= from.anaphor.tokens.start);
                let Some(subject) = subject else { continue };
                if let Some(phrase) = self.unnamed(from, subject.clone()) {
                    return Some(phrase);
                }
                if self.heads(from, subject).len() > 1 {
                    return None;
                }
            }
            if back > 0 && !possessive(self.context.document, from.anaphor.head) {
                return self.only(from, sentence);
            }
        }
        None
    }

    /// The one noun of a sentence that fits, with what stands before it.
    fn only(&self, from: &From, sentence: usize) -> Option<Range<usize>> {
        let tokens = &self.context.document.tokens;
        let range = self.context.document.sentences[sentence].tokens.clone();
        let floor = range.start;
        let mut found = range.filter(|&at| tokens[at].tag == Tag::Noun && self.is_meant(from, &tokens[at]));
        let head = found.next().filter(|_| found.next().is_none())?;
        let floor = floor.max(head.saturating_sub(LONGEST));
        let before = |at: &usize| matches!(tokens[*at].tag, Tag::Adj | Tag::Noun | Tag::Num);
        let start = (floor..head).rev().take_while(before).last().unwrap_or(head);
        let his = start > 0 && possessive(self.context.document, start - 1);
        (!his).then_some(start..head + 1)
    }

    /// Whether the reference can mean what a noun phrase tells of.
    fn fits(&self, from: &From, phrase: Range<usize>) -> bool {
        let document = self.context.document;
        let tokens = &document.tokens;
        // "His mother … he", "Keel's owner … its": the other one is still spoken of.
        let owner = |at: &usize| tokens[*at].is(&["'s", "'"]) || possessive(document, *at);
        let own = phrase.clone().take_while(|&at| tokens[at].tag != Tag::Adp);
        let joined = own.clone().any(|at| tokens[at].tag == Tag::Cconj);
        let owner = phrase.clone().rev().find(owner);
        let his = |at| possessive(document, at) && matches!(from.anaphor.wanted, Wanted::Person(_));
        if owner.is_some_and(|at| his(at) || possessive(document, from.anaphor.head)) {
            return false;
        }
        let owned = owner.map_or(phrase.start, |at| at + 1);
        own.last().filter(|&at| at >= owned && tokens[at].tag == Tag::Noun).is_some_and(|at| match joined {
            true => matches!(from.anaphor.wanted, Wanted::Several(None)),
            false => self.is_meant(from, &tokens[at]),
        })
    }

    /// Whether the reference can mean what a noun tells of, by number, person and sex.
    fn is_meant(&self, from: &From, noun: &Token) -> bool {
        let (class, naming) = (noun.known.classes, noun.known.naming);
        let person = class.person() || class.office();
        // "A bookkeeper … she": who does something.
        const DOERS: [&str; 8] = ["er", "or", "ist", "ian", "man", "herd", "ee", "ess"];
        let does = || DOERS.iter().any(|ending| noun.lemma.ends_with(ending));
        let plural = noun.form == Form::Plural || noun.is(&["people", "police", "staff"]);
        match from.anaphor.wanted {
            Wanted::Thing => !person && !plural,
            Wanted::Person(sex) => {
                let told = naming.is(NameClass::StandIn) && class.person();
                let female = naming.is(NameClass::Female);
                (person || does())
                    && !plural
                    && (!told || sex.is_none_or(|s| female == (s == super::Sex::Female)))
            }
            Wanted::Several(None) | Wanted::Two => plural,
            _ => false,
        }
    }
}
