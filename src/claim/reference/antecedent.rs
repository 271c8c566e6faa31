//! What a reference stands for: the nearest fitting name before it.

use super::anaphor::{Anaphor, Wanted};
use super::{Context, Meant, References, mention_in, starting};
use crate::claim::names::{Mention, NameKind, Sex, described_as};
use crate::english::{self, NameClass};
use crate::text::{Document, Form, Tag, Token};
use std::ops::Range;

/// From where a search starts.
pub(super) struct From<'a> {
    pub references: &'a References,
    pub sentence: usize,
    pub anaphor: &'a Anaphor,
}

/// Looks for antecedents.
pub(super) struct Search<'a, 't> {
    pub context: &'a Context<'a, 't>,
    /// For each mention the noun that the text describes it by: "Halden, a software company".
    descriptions: Vec<Option<usize>>,
}

/// News sets a paragraph a sentence: what was named a sentence ago is still meant.
pub(super) const BACK: usize = 2;
/// Sentences in which a noun finds the name that it is part of.
const FAR: usize = 10;

/// Clauses and names of a sentence that are looked at: more than any sentence of a newspaper has.
pub(super) const NEAR: usize = 40;

/// What a sentence says about a search.
enum Step {
    Found(usize),
    /// A noun phrase is meant.
    Phrase(Range<usize>),
    /// Two fit, or something that has no name is meant.
    Stop,
    GoOn,
}

impl<'a, 't> Search<'a, 't> {
    pub fn new(context: &'a Context<'a, 't>) -> Self {
        let descriptions = context.mentions.iter().map(|m| described_as(context.document, m)).collect();
        Search { context, descriptions }
    }

    /// *he*, *her*, "the woman".
    pub fn person(&self, from: &From) -> Meant {
        let own = self.own_subject(from);
        let sex = if let Wanted::Person(sex) = from.anaphor.wanted { sex } else { None };
        self.meant(from, |m, _| {
            let same = own.is_some_and(|i| self.context.mentions[i].same(m));
            let place =
                |token: &Token| token.is(&["at", "in", "near", "on", "into", "off", "across", "outside"]);
            // "The Orangery was full. He …": but a ship is a *she*.
            let thing = self.behind(m, &["the"]) && sex == Some(Sex::Male);
            let placed = m.kind == NameKind::Unknown && (thing || self.before(m, true).is_some_and(place));
            matches!(m.kind, NameKind::Person | NameKind::Unknown)
                && !placed
                && (sex.is_none() || m.sex.is_none() || m.sex == sex)
                && !same
        })
    }

    /// *it*, *its*.
    pub fn thing(&self, from: &From) -> Meant {
        let own = self.own_subject(from);
        self.meant(from, |m, subject| {
            let same = own.is_some_and(|i| self.context.mentions[i].same(m));
            // "Two men were held in Oslo. It …" is not about the city.
            let place = matches!(m.kind, NameKind::Place | NameKind::Unknown)
                && !subject
                && self.behind_preposition(m);
            m.kind != NameKind::Person && !same && !place
        })
    }

    /// "The health minister": the one to whom the text gave such an office.
    pub fn office(&self, from: &From) -> Option<usize> {
        let Context { document, mentions, titles, .. } = self.context;
        let anaphor = from.anaphor;
        let words: Vec<&str> = (anaphor.tokens.start..anaphor.head)
            .filter(|&i| matches!(document.tokens[i].tag, Tag::Noun | Tag::Propn))
            .map(|i| document.tokens[i].lemma.as_str())
            .collect();
        let noun = document.tokens[anaphor.head].lemma.as_str();
        let first = document.sentences[from.sentence.saturating_sub(FAR)].tokens.start;
        let mut found: Option<usize> = None;
        let before =
            titles.partition_point(|title| mentions[title.mention].tokens.start < anaphor.tokens.start);
        for title in titles[..before].iter().rev().take(NEAR) {
            if mentions[title.mention].tokens.start < first {
                break;
            }
            let bears = title.words.iter().any(|w| w == noun || english::root(w) == english::root(noun))
                && words.iter().all(|word| title.words.iter().any(|w| w == word));
            match found {
                _ if !bears => {}
                None => found = Some(title.mention),
                Some(other) if mentions[other].same(&mentions[title.mention]) => {}
                Some(_) => return None,
            }
        }
        found
    }

    /// "The union" of the World Trade Union, "the operator" of "Nordvik, a ferry operator", "the company".
    pub fn kind(&self, from: &From, kind: NameKind) -> Option<usize> {
        let noun = self.context.document.tokens[from.anaphor.head].lemma.as_str();
        match self.called(from, noun) {
            Step::Found(mention) => return Some(mention),
            Step::Stop => return None,
            Step::GoOn | Step::Phrase(_) => {}
        }
        if !english::name_word(noun).is(NameClass::StandIn) {
            return None;
        }
        self.nearest(from, false, |m, _| m.kind == kind && compatible(&m.key, noun)).mentions.pop()
    }

    /// The one name of the text so far that holds the noun, or is described by it.
    fn called(&self, from: &From, noun: &str) -> Step {
        let Context { document, mentions, .. } = self.context;
        let first = document.sentences[from.sentence.saturating_sub(FAR)].tokens.start;
        let range = starting(mentions, first)..starting(mentions, from.anaphor.tokens.start);
        let mut found = None;
        for i in range.rev().take(NEAR * 2) {
            let mention = &mentions[i];
            let described = self.descriptions[i].is_some_and(|at| document.tokens[at].lemma == noun);
            let named = matches!(mention.kind, NameKind::Body | NameKind::Place)
                && mention.key.split(' ').any(|word| word == noun);
            match found {
                _ if !described && !named => {}
                None => found = Some(i),
                Some(other) if mentions[other].same(mention) => {}
                Some(_) => return Step::Stop,
            }
        }
        found.map_or(Step::GoOn, Step::Found)
    }

    /// "Declined to sit beside her" is not about herself.
    fn own_subject(&self, from: &From) -> Option<usize> {
        let at = from.anaphor.head;
        let subject = self.context.document.tokens[at].is(&["he", "she", "they"]);
        if subject || possessive(self.context.document, at) {
            return None;
        }
        let clause = self.context.clauses[from.sentence].iter().find(|c| c.tokens.contains(&at))?;
        let subject = clause.subject.clone().filter(|s| s.end <= at)?;
        mention_in(self.context.mentions, subject.clone(), |_| true)
            .or_else(|| subject.into_iter().find_map(|i| from.references.get(i)))
    }

    /// The fitting name nearest before: the subjects of a sentence, then any single one of it, then the sentence before.
    fn nearest(&self, from: &From, phrases: bool, fits: impl Fn(&Mention, bool) -> bool) -> Meant {
        for sentence in (from.sentence.saturating_sub(BACK)..=from.sentence).rev() {
            match self.in_sentence(from, sentence, phrases, &fits) {
                Step::Found(mention) => return Meant { mentions: vec![mention], phrase: None },
                Step::Phrase(phrase) => return Meant { mentions: Vec::new(), phrase: Some(phrase) },
                Step::Stop => break,
                Step::GoOn => {}
            }
        }
        Meant::default()
    }

    /// The same; where no name fits, the noun phrase that does.
    fn meant(&self, from: &From, fits: impl Fn(&Mention, bool) -> bool) -> Meant {
        let meant = self.nearest(from, true, fits);
        let person = matches!(from.anaphor.wanted, Wanted::Person(_));
        match meant.mentions.is_empty() && meant.phrase.is_none() && person {
            true => Meant { phrase: self.phrase(from), ..meant },
            false => meant,
        }
    }

    fn in_sentence(
        &self,
        from: &From,
        sentence: usize,
        phrases: bool,
        fits: &impl Fn(&Mention, bool) -> bool,
    ) -> Step {
        let at = from.anaphor.tokens.start;
        let mentions = self.context.mentions;
        let (mut unnamed, mut phrase) = (false, None);
        let clauses = &self.context.clauses[sentence];
        let before = clauses.partition_point(|clause| clause.tokens.start <= at);
        for clause in &clauses[before.saturating_sub(NEAR)..before] {
            let Some(subject) = clause.subject.clone().filter(|s| s.end <= at) else { continue };
            let own = sentence == from.sentence && clause.tokens.contains(&from.anaphor.head);
            let mut heads = self.heads(from, subject.clone());
            unnamed |= own && heads.is_empty() && self.competes(from, subject.clone());
            let near = phrases && !own && sentence + 1 >= from.sentence;
            if near && phrase.is_none() && heads.is_empty() {
                phrase = self.unnamed(from, subject);
            }
            heads.retain(|&i| fits(&mentions[i], true));
            match heads[..] {
                [] => {}
                [one] => return Step::Found(one),
                [first, ..] if heads.iter().all(|&i| mentions[i].same(&mentions[first])) => {
                    return Step::Found(first);
                }
                _ => return Step::Stop,
            }
        }
        if unnamed {
            return Step::Stop;
        }
        let range = self.context.document.sentences[sentence].tokens.clone();
        let mut found: Option<usize> = None;
        let end = starting(mentions, range.end.min(at));
        for i in starting(mentions, range.start).max(end.saturating_sub(NEAR))..end {
            match found {
                _ if !fits(&mentions[i], false) => {}
                None => found = Some(i),
                Some(other) if mentions[other].same(&mentions[i]) => {}
                Some(_) => return phrase.map_or(Step::Stop, Step::Phrase),
            }
        }
        found.map(Step::Found).or(phrase.map(Step::Phrase)).unwrap_or(Step::GoOn)
    }

    /// The names that a subject is: not those behind its preposition, nor those that own or qualify its noun.
    pub fn heads(&self, from: &From, subject: Range<usize>) -> Vec<usize> {
        let Context { document, mentions, .. } = self.context;
        let mut heads = Vec::new();
        let mut at = subject.start;
        while at < subject.end {
            let token = &document.tokens[at];
            let mention = starting(mentions, at);
            if let Some(name) = mentions.get(mention).filter(|m| m.tokens.start == at) {
                at = name.tokens.end;
                let next = document.tokens.get(at).filter(|_| at < subject.end);
                let qualifies = next.is_some_and(|next| {
                    next.is(&["'s", "'"]) || matches!(next.tag, Tag::Noun | Tag::Adj | Tag::Propn)
                });
                if !qualifies {
                    heads.push(mention);
                }
                continue;
            }
            if token.tag == Tag::Adp {
                break;
            }
            if !possessive(document, at) {
                heads.extend(from.references.all(at));
            }
            at += 1;
        }
        // "Its boss, Hugh Marr, will …"
        let set_off = document.tokens.get(subject.end).is_some_and(|_| document.word(subject.end) == ",");
        if heads.is_empty() && set_off {
            let mention = starting(mentions, subject.end + 1);
            heads
                .extend(mentions.get(mention).filter(|m| m.tokens.start == subject.end + 1).map(|_| mention));
        }
        heads
    }

    /// Whether the subject of its own clause is what a possessive means: "the drought is in its fifth summer".
    fn competes(&self, from: &From, subject: Range<usize>) -> bool {
        let tokens = &self.context.document.tokens;
        if !possessive(self.context.document, from.anaphor.head) {
            return false;
        }
        let noun = subject
            .take_while(|&at| tokens[at].tag != Tag::Adp)
            .filter(|&at| tokens[at].tag == Tag::Noun && tokens[at].form == Form::Base)
            .last();
        noun.is_some_and(|at| {
            let class = tokens[at].known.classes;
            let person = class.person() || class.office();
            match from.anaphor.wanted {
                Wanted::Thing => !person,
                Wanted::Person(_) => person,
                _ => false,
            }
        })
    }

    /// Whether one of these words stands right before a name.
    fn behind(&self, mention: &Mention, words: &[&str]) -> bool {
        self.before(mention, false).is_some_and(|token| token.is(words))
    }

    /// The token before a name, or before its article.
    fn before(&self, mention: &Mention, article: bool) -> Option<&Token> {
        let tokens = &self.context.document.tokens;
        let before = mention.tokens.start.checked_sub(1)?;
        match tokens[before].lemma == "the" && article {
            true => before.checked_sub(1).map(|at| &tokens[at]),
            false => Some(&tokens[before]),
        }
    }

    fn behind_preposition(&self, mention: &Mention) -> bool {
        self.before(mention, true).is_some_and(|token| token.tag == Tag::Adp)
    }
}

/// *his*, *its*, and *her* before a noun.
pub(super) fn possessive(document: &Document, at: usize) -> bool {
    let next = document.tokens.get(at + 1);
    document.tokens[at].is(&["his", "its", "my", "our", "their"])
        || document.tokens[at].lemma == "her"
            && next.is_some_and(|t| matches!(t.tag, Tag::Noun | Tag::Adj | Tag::Num | Tag::Propn))
}

/// Whether a name may be called by a noun that is no part of it: a university is no company, a city no country.
fn compatible(key: &str, noun: &str) -> bool {
    let last = key.split(" of ").next().unwrap_or(key).rsplit(' ').next().unwrap_or(key);
    let (head, class) = (english::name_word(last), english::name_word(noun));
    let name = english::name_word(key);
    if name.is(NameClass::PlaceName) && class.is(NameClass::Place) {
        let region = matches!(noun, "region" | "island" | "capital" | "port" | "district" | "province");
        return region && !name.is(NameClass::Country)
            || name.is(NameClass::Country) == class.is(NameClass::Country);
    }
    let own = head.any(&[NameClass::Body, NameClass::Place]) && !head.is(NameClass::Company);
    let (_, form) = english::lemma(last, Tag::Noun);
    let general = matches!(noun, "group" | "organisation" | "organization" | "body");
    !own || form == Form::Plural || !english::is_noun(last) || general || english::synonyms(last, noun)
}
