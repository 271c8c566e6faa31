//! The terms of a clause, and what each does in it.

use super::build::Part;
use super::clause::Clause;
use super::names::attributed;
use super::term::{self, Term, TermKind, TermRole};
use super::verbs::VerbGroup;
use super::words::{CueKind, Governing, Words};
use super::{Mention, reference};
use crate::english;
use crate::text::{Document, Form, Span, Tag};
use std::ops::Range;

/// The terms of a clause: of its subject and object, wherever they stand, and of the words `tokens`.
pub(super) fn terms(part: &Part, sentence: usize, tokens: Range<usize>) -> Vec<Term> {
    let (analysis, places, document) = (part.analysis, part.places, part.words.document);
    let sentence = &analysis.sentences[sentence].tokens;
    let mut roles = Roles::of(part, tokens.clone());
    let outside = roles.subject.clone().chain(roles.object.clone()).filter(|at| !tokens.contains(at));
    let order: Vec<usize> = outside.chain(tokens.clone()).collect();
    let covered = |at: usize| places.times.get(at).is_some() || places.quantities.get(at).is_some();
    let mut terms: Vec<Term> = Vec::new();
    let mut done = 0;
    for at in order {
        if at < done && tokens.contains(&at) {
            continue;
        }
        let span = document.tokens[at].span;
        let role = roles.at(at);
        if let Some(mention) = places.mentions.get(at).map(|i| &analysis.mentions[i]) {
            done = mention.tokens.end;
            let dated = mention.tokens.clone().any(|i| places.times.get(i).is_some());
            if !dated && !terms.iter().any(|t| t.span == mention.span) {
                terms.push(of_name(document, mention, role));
            }
            continue;
        }
        let meant = places.references.all(at);
        if !meant.is_empty() {
            let term = |mention: &usize| term::of_mention(&analysis.mentions[*mention], role);
            terms.extend(meant.iter().map(|mention| Term { span, ..term(mention) }));
        } else if let Some(phrase) = places.references.phrase(at) {
            told_again(part, phrase, span, role, &mut terms);
        } else if !covered(at)
            // A subject that nothing before fits is at least what its noun says: "the union accepted the offer".
            && (role == TermRole::Subject || !reference::refers(document, at, sentence))
        {
            terms.extend(roles.word(at, role));
        }
    }
    terms
}

/// What each word of a clause does in it, read from left to right.
struct Roles<'a> {
    words: &'a Words<'a>,
    clause: &'a Clause,
    tokens: Range<usize>,
    subject: Range<usize>,
    object: Range<usize>,
    /// Between subject and verb.
    apposition: Range<usize>,
    /// The comma behind the verb from which on asides stand.
    aside_from: usize,
    behind_preposition: bool,
    /// Behind a copula.
    complement: bool,
}

impl<'a> Roles<'a> {
    fn of(part: &Part<'a>, tokens: Range<usize>) -> Self {
        let clause = part.own();
        let subject = clause.subject.clone().unwrap_or(clause.tokens.start..clause.tokens.start);
        let verb = clause.verb.as_ref();
        Roles {
            apposition: verb.map_or(0..0, |v| subject.end.max(tokens.start)..v.tokens.start.max(subject.end)),
            aside_from: asides(part, verb.map_or(tokens.end, |v| v.tokens.end)..tokens.end),
            words: part.words,
            clause,
            tokens,
            subject,
            object: clause.object.clone().unwrap_or(0..0),
            behind_preposition: false,
            complement: false,
        }
    }

    fn verb(&self) -> Option<&'a VerbGroup> {
        self.clause.verb.as_ref()
    }

    /// What the next word does.
    fn at(&mut self, at: usize) -> TermRole {
        let inside = self.tokens.contains(&at);
        let verb = self.verb();
        if self.subject.contains(&at) {
            TermRole::Subject
        } else if inside && (at > self.aside_from || self.apposition.contains(&at)) {
            TermRole::Aside
        } else if self.object.contains(&at) && !inside {
            TermRole::Object
        } else if verb.is_none() && self.clause.complement.as_ref().is_some_and(|c| c.contains(&at)) {
            TermRole::Predicate
        } else if let Some(verb) = verb.filter(|v| at == v.head) {
            self.complement = verb.copula;
            self.behind_preposition = false;
            TermRole::Predicate
        } else if verb.is_some_and(|v| v.tokens.contains(&at)) {
            TermRole::Modifier
        } else {
            self.argument(at)
        }
    }

    /// What a word beside the verb does.
    fn argument(&mut self, at: usize) -> TermRole {
        let (document, verb, end) = (self.words.document, self.verb(), self.tokens.end);
        if document.tokens[at].tag == Tag::Adp && !particle_at(self.words, verb, at, end) {
            self.behind_preposition = true;
            self.complement = false;
        }
        if self.behind_preposition || verb.is_none_or(|v| at < v.tokens.start) {
            TermRole::Modifier
        } else if self.complement || predicative(document, at, end) {
            TermRole::Predicate
        } else {
            TermRole::Object
        }
    }

    /// The term of a word that is no name.
    fn word(&self, at: usize, role: TermRole) -> Option<Term> {
        let (document, verb, end) = (self.words.document, self.verb(), self.tokens.end);
        let token = &document.tokens[at];
        // "Is going to close": a tense.
        let tense = role == TermRole::Modifier
            && token.lemma == "go"
            && token.form == Form::Gerund
            && verb.is_some_and(|v| v.tokens.contains(&at))
            && document.tokens.get(at + 1).is_some_and(|next| next.lemma == "to");
        if tense {
            return None;
        }
        let head = verb.filter(|v| v.head == at);
        let key = head
            .and_then(|_| term::idiom(document, at, end))
            .or_else(|| {
                verb.filter(|v| v.head == at || v.chain.contains(&at))
                    .filter(|v| !prepositional(document, v, at, end))
                    .and_then(|_| term::phrasal(document, at, end))
            })
            .or_else(|| {
                let get = token.lemma == "get" && head.is_some_and(|v| !v.passive);
                (get && receives(document, at, end)).then_some("receive")
            });
        if let Some(key) = key {
            return Some(Term::new(token.span, key.into(), english::root(key).into(), TermKind::Verb, role));
        }
        term::of_word(document, at, role).or_else(|| {
            // "Mayor out, deputy in": without a verb the particle says it.
            let particle = verb.is_none() && role == TermRole::Predicate && token.tag != Tag::Punct;
            let key = &token.lemma;
            particle.then(|| Term::new(token.span, key.clone(), key.clone(), TermKind::Adverb, role))
        })
    }
}

/// The comma from which on asides stand behind the verb, else the end.
fn asides(part: &Part, behind: Range<usize>) -> usize {
    let document = part.words.document;
    let mut at = behind.start;
    while at < behind.end {
        if document.word(at) == "," && !listed(document, at, behind.end) {
            match names_behind(part, at, behind.end) {
                Some(names) => at = names.end,
                None => break,
            }
        }
        at += 1;
    }
    at
}

/// The term of a name, where it is not the name that does what stands there.
fn of_name(document: &Document, mention: &Mention, role: TermRole) -> Term {
    // "Kroll's department had known": it is the department that had.
    let owns = document.tokens.get(mention.tokens.end).is_some_and(|next| next.is(&["'s", "'"]));
    // "York-based Keel": it is Keel that did.
    let attribute = || attributed(document.word(mention.tokens.end - 1)).is_some();
    term::of_mention(mention, if owns || attribute() { TermRole::Modifier } else { role })
}

/// The terms of the noun phrase that a pronoun stands for, "The strike … **It** began in May":
/// its noun does what the pronoun does, the rest only tells which it is.
fn told_again(part: &Part, phrase: Range<usize>, span: Span, does: TermRole, terms: &mut Vec<Term>) {
    let (places, tokens) = (part.places, &part.words.document.tokens);
    let head = phrase.clone().take_while(|&at| tokens[at].tag != Tag::Adp).last();
    let mut done = phrase.start;
    for at in phrase {
        let role = if Some(at) == head { does } else { TermRole::Aside };
        let mention = places.mentions.get(at).map(|i| &part.analysis.mentions[i]);
        let counted = places.times.get(at).is_some() || places.quantities.get(at).is_some();
        let term = match mention {
            _ if at < done => None,
            Some(mention) => {
                done = mention.tokens.end;
                Some(term::of_mention(mention, role))
            }
            None if counted => None,
            None => term::of_word(part.words.document, at, role),
        };
        terms.extend(term.map(|term| Term { span, ..term }));
    }
}

/// The names between a comma and the next that say who or what the noun before it is: "two inmates, **Cole and Dunn**, …".
fn names_behind(part: &Part, comma: usize, end: usize) -> Option<Range<usize>> {
    let document = part.words.document;
    let mention = |at: usize| part.places.mentions.get(at).map(|i| &part.analysis.mentions[i]);
    let noun = comma > 0 && document.tokens[comma - 1].tag == Tag::Noun && mention(comma - 1).is_none();
    if comma + 1 >= end || document.word(comma) != "," || !noun {
        return None;
    }
    let mut at = comma + 1;
    loop {
        at = mention(at).filter(|m| m.tokens.start == at && m.tokens.end <= end)?.tokens.end;
        match document.tokens.get(at).map(|_| document.word(at)) {
            Some("and") if at + 1 < end => at += 1,
            Some("," | ".") | None => return Some(comma + 1..at),
            _ => return None,
        }
    }
}

/// "Was taken **on the stairs**": what looks like the particle of a passive verb has a noun of its own.
fn prepositional(document: &Document, verb: &VerbGroup, at: usize, end: usize) -> bool {
    let (tokens, next) = (&document.tokens, at + 1);
    verb.passive
        && verb.head == at
        && next + 1 < end
        && tokens[next].is(&["on", "in", "over", "through"])
        && tokens[next + 1].is(&["the", "a", "an", "its", "his", "their"])
}

/// Whether a word belongs to the verb right before it: "ruled **out** a ban".
fn particle_at(words: &Words, verb: Option<&VerbGroup>, at: usize, end: usize) -> bool {
    // What is ruled out is no object of what is done.
    let excludes = |kind| kind == CueKind::Governs(Governing::Exclude);
    verb.is_some_and(|v| {
        v.head + 1 == at
            && term::phrasal(words.document, v.head, end).is_some()
            && words.cue(v.head, excludes).is_none()
    })
}

/// "Got the prize", "got 40,000 votes", and not "got worse", "got to work".
fn receives(document: &Document, get: usize, end: usize) -> bool {
    let next = (get + 1 < end).then(|| &document.tokens[get + 1]);
    next.is_some_and(|next| matches!(next.tag, Tag::Det | Tag::Num | Tag::Sym | Tag::Propn))
}

/// "Stood empty", "kept its rate unchanged": an adjective behind the verb that no noun follows.
fn predicative(document: &Document, at: usize, end: usize) -> bool {
    let noun = |at: usize| {
        at < end
            && matches!(document.tokens[at].tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Cconj)
    };
    let determined = at > 0 && matches!(document.tokens[at - 1].tag, Tag::Det | Tag::Adj);
    document.tokens[at].tag == Tag::Adj && !determined && !noun(at + 1)
}

/// Whether a comma parts the items of a list: "trams, buses and trains".
fn listed(document: &Document, comma: usize, end: usize) -> bool {
    let item = |at: usize| {
        at < end && matches!(document.tokens[at].tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num)
    };
    item(comma + 1) && (comma + 2..end.min(comma + 8)).any(|i| document.tokens[i].tag == Tag::Cconj)
}
