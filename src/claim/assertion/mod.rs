//! Assertion and aspect: whether a clause says yes or no, fact or plan, and whether things changed.

mod aspect;
mod quantifier;

pub use quantifier::Quantified;
pub(super) use quantifier::quantified;

use super::clause::{Clause, ClauseKind};
use super::verbs::{Tense, VerbGroup};
use super::words::{CueKind, Governing, Words};
use crate::english::{Aspect, Modality as Certainty};
use crate::text::{Document, Form, Tag};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Polarity {
    /// Affirmed.
    Positive,
    /// Denied: *not, no, never, nobody, without, failed to, refused to*.
    Negative,
}

impl Polarity {
    /// The other one.
    pub fn flip(self) -> Self {
        match self {
            Polarity::Positive => Polarity::Negative,
            Polarity::Negative => Polarity::Positive,
        }
    }

    fn flip_if(self, condition: bool) -> Self {
        if condition { self.flip() } else { self }
    }
}

/// In what mood it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Modality {
    /// As a fact, past or present.
    Fact,
    /// As to come: *will, is to*.
    Future,
    /// As possible, wished or advised: *may, could, wants to, should*.
    Possible,
    /// As a condition or what hangs on one.
    Conditional,
    /// As a question.
    Question,
    /// As intended: *plans to, is scheduled to*.
    Planned,
    /// As promised or agreed: *pledged to*.
    Promised,
    /// As an obligation: *must, has to*.
    Necessary,
    /// As what did not come about: *would have, had hoped to*.
    Hypothetical,
    /// As told by others who are not named: *reportedly, is said to*.
    Hearsay,
}

impl Modality {
    /// Whether it tells of what is to come.
    pub fn to_come(self) -> bool {
        matches!(self, Modality::Future | Modality::Planned | Modality::Promised)
    }

    /// Whether it says that something is so, now or to come: no question, condition or mere possibility.
    pub fn asserts(self) -> bool {
        self.to_come() || matches!(self, Modality::Fact | Modality::Necessary | Modality::Hearsay)
    }

    /// Whether a statement of that mood can speak to a claim of this one: a plan on record says nothing of a fact,
    /// a later fact speaks to a plan.
    pub fn answered_by(self, statement: Modality) -> bool {
        let fact = |mood| matches!(mood, Modality::Fact | Modality::Hearsay);
        let coming = |mood: Modality| mood.to_come() || mood == Modality::Necessary;
        fact(self) && fact(statement) || coming(self) && (coming(statement) || fact(statement))
    }

    /// How far it is from a fact; of several moods in one verb group the farthest counts.
    pub(super) fn distance(self) -> u8 {
        match self {
            Modality::Fact => 0,
            Modality::Future => 1,
            Modality::Hearsay => 2,
            Modality::Necessary => 3,
            Modality::Planned => 4,
            Modality::Promised => 5,
            Modality::Possible => 6,
            Modality::Conditional => 7,
            Modality::Hypothetical => 8,
            Modality::Question => 9,
        }
    }

    fn or(self, other: Modality) -> Modality {
        if other.distance() > self.distance() { other } else { self }
    }
}

/// Assertion and aspect of one clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Assertion {
    pub polarity: Polarity,
    pub modality: Modality,
    pub aspect: Option<Aspect>,
}

/// The tokens in which a clause says whether it is so: its subject, and its own up to a comma behind the verb.
struct Scope {
    subject: Range<usize>,
    own: Range<usize>,
    /// Behind a comma a negation is about something else: "14 were hurt, none seriously".
    near: usize,
}

impl Scope {
    fn of(words: &Words, clause: &Clause) -> Scope {
        let own = clause.tokens.clone();
        let subject = clause.subject.clone().unwrap_or(own.start..own.start);
        let after = clause.verb.as_ref().map_or(own.start, |verb| verb.tokens.end);
        let near = (after..own.end)
            .find(|&i| matches!(words.document.word(i), "," | ";" | ":" | "–" | "—"))
            .unwrap_or(own.end);
        Scope { subject, own, near }
    }

    fn tokens(&self) -> impl Iterator<Item = usize> + '_ {
        let outside = self.subject.clone().filter(|i| !self.own.contains(i));
        outside.chain(self.own.start..self.near)
    }
}

/// What a clause asserts; `before` are the clauses of its sentence before it.
pub(super) fn assess(
    words: &Words,
    sentence: Range<usize>,
    clause: &Clause,
    siblings: &[Clause],
    before: &[Clause],
) -> Assertion {
    let scope = Scope::of(words, clause);
    let mut polarity = Polarity::Positive
        .flip_if(clause.denied)
        .flip_if(clause.verb.as_ref().is_some_and(|verb| verb.negated))
        .flip_if(clause.verb.as_ref().is_some_and(|verb| excludes(words, verb)))
        .flip_if(denied_by_noun(words, clause, &scope) || none_of_them(words, clause));
    // "Did not open until May" tells that it opened.
    if polarity == Polarity::Negative && until(words, clause) {
        polarity = Polarity::Positive;
    }
    let mut modality = modality(words, clause, &scope);
    // What is not ruled out is possible.
    if clause.verb.as_ref().is_some_and(|verb| verb.negated && excludes(words, verb)) {
        modality = modality.or(Modality::Possible);
    }
    let after = &siblings[before.len() + 1..];
    if let Some((denies, doubts)) = matrix(words, clause, before).or_else(|| called(words, clause, after)) {
        polarity = polarity.flip_if(denies);
        if doubts {
            modality = modality.or(Modality::Possible);
        }
    }
    let aspect = aspect::of(words, clause, &scope, polarity);
    let document = words.document;
    if document.word(sentence.end - 1) == "?" || sentence.len() > 1 && document.word(sentence.end - 2) == "?"
    {
        modality = Modality::Question;
    }
    let conditional = clause.kind == ClauseKind::Conditional
        || siblings.iter().any(|s| s.kind == ClauseKind::Conditional && !marked(document, s, "whether"))
            && matches!(modality, Modality::Possible | Modality::Future);
    if conditional && !matches!(modality, Modality::Question | Modality::Hypothetical) {
        modality = Modality::Conditional;
    }
    Assertion { polarity, modality, aspect }
}

fn marked(document: &Document, clause: &Clause, lemma: &str) -> bool {
    clause.marker.is_some_and(|at| document.tokens[at].lemma == lemma)
}

/// "No passenger was hurt", "said nothing", "has neither a pool nor a sauna", "not one of the lifts works": a denial in
/// the subject or in the object, and not behind a preposition ("landed with no delay").
fn denied_by_noun(words: &Words, clause: &Clause, scope: &Scope) -> bool {
    let tokens = &words.document.tokens;
    let denies = |at: usize| {
        let prepositional = at > 0 && tokens[at - 1].tag == Tag::Adp && !scope.subject.contains(&(at - 1));
        words.denies_as_noun(at) && !prepositional && tokens[at].lemma != "nor"
    };
    let Some(verb) = &clause.verb else {
        return scope.tokens().any(|at| denies(at) || words.denies(at));
    };
    let opens = |at: usize| {
        tokens[at].lemma == "not" && words.denies(at) && at + 1 < scope.subject.end.max(verb.tokens.start)
    };
    let first = scope.subject.start;
    // "None of the boats that sank was new": those that did are some.
    let told_of = clause.kind == ClauseKind::Relative && clause.antecedent.is_some();
    let lent = first < scope.own.start;
    let not_one = !told_of
        && !scope.subject.is_empty()
        && (opens(first)
            || (lent && first > 0 || first > scope.own.start)
                && opens(first - 1)
                && first - 1 < verb.tokens.start);
    let neither = (scope.own.start..verb.tokens.start)
        .any(|i| tokens[i].is(&["neither", "nor"]) && !words.classes(i).copula());
    let object = (verb.tokens.end..scope.near).find(|&i| denies(i) && !scope.subject.contains(&i));
    // "Came without a ceiling" denies the ceiling, and so what the clause says.
    let without = (verb.tokens.end..scope.near.min(verb.tokens.end + 2))
        .any(|i| tokens[i].lemma == "without" && !words.masked(i));
    // "Hardly anyone came".
    let hardly = first > scope.own.start
        && words.cue(first - 1, |kind| kind == CueKind::DenyNoun).is_some_and(|cue| cue.tokens.end > first);
    let subject = !told_of && scope.subject.clone().any(denies) || neither || hardly;
    subject ^ not_one ^ (object.is_some() || without)
}

/// "Nine ships, none of which had sailed".
fn none_of_them(words: &Words, clause: &Clause) -> bool {
    let tokens = &words.document.tokens;
    let is = |at: usize, lemmas: &[&str]| tokens[at].is(lemmas);
    clause.marker.filter(|&at| at >= 2 && is(at, &["which", "whom"]) && is(at - 1, &["of"])).is_some_and(
        |at| is(at - 2, &["none", "neither"]) || at >= 3 && is(at - 2, &["one"]) && is(at - 3, &["not"]),
    )
}

/// "Ruled out a ban" denies the ban.
fn excludes(words: &Words, verb: &VerbGroup) -> bool {
    words.cue(verb.head, |kind| kind == CueKind::Governs(Governing::Exclude)).is_some()
}

/// "Did not open until noon", "will not open before noon".
fn until(words: &Words, clause: &Clause) -> bool {
    let Some(verb) = &clause.verb else { return false };
    let tokens = &words.document.tokens;
    let denied = verb.tokens.clone().any(|i| tokens[i].lemma == "not");
    let coming = verb.tense == Tense::Future || verb.modality.to_come();
    let later = |i: usize| {
        tokens[i].is(&["until", "till"]) || coming && i + 1 < clause.tokens.end && tokens[i].lemma == "before"
    };
    let behind = verb.tokens.end..clause.tokens.end;
    // "Not to close any shop before 2022": none is closed till then.
    denied
        && !verb.copula
        && behind.clone().find(|&i| later(i)).is_some_and(|end| {
            !(behind.start..end).any(|i| tokens[i].is(&["any", "anyone", "anybody", "anything"]))
        })
}

fn modality(words: &Words, clause: &Clause, scope: &Scope) -> Modality {
    let mut modality = match &clause.verb {
        Some(verb) if barred(words, verb, scope) => Modality::Fact,
        Some(verb) if verb.modality != Modality::Fact => verb.modality,
        Some(verb) if verb.tense == Tense::Future => Modality::Future,
        Some(verb) if scheduled(words, verb) => Modality::Planned,
        _ => Modality::Fact,
    };
    for at in scope.tokens().filter(|&at| words.document.tokens[at].tag == Tag::Adv) {
        modality = match words.classes(at).modality() {
            Some(Certainty::Possible | Certainty::Likely) => modality.or(Modality::Possible),
            Some(Certainty::Hearsay) => modality.or(Modality::Hearsay),
            _ => modality,
        };
    }
    modality
}

/// "Nobody could get in", "no dog may enter", "is not allowed to enter": so it is, and not only possible.
fn barred(words: &Words, verb: &VerbGroup, scope: &Scope) -> bool {
    let tokens = &words.document.tokens;
    let modal = tokens[verb.tokens.start].is(&["could", "may"]);
    let allowed = |&at: &usize| tokens[at].is(&["allow", "permit"]) && tokens[at].form != Form::Base;
    let leave = || verb.chain.len() > 1 && verb.chain.iter().any(allowed);
    let nobody = || scope.subject.clone().any(|at| words.denies_as_noun(at));
    let denied = || verb.no_longer || !modal && verb.negated || nobody();
    verb.modality == Modality::Possible && !verb.perfect && (modal || leave()) && denied()
}

/// "Is slated for May", "is due on Friday": what is planned is a noun.
fn scheduled(words: &Words, verb: &VerbGroup) -> bool {
    let tokens = &words.document.tokens;
    let is = |at: usize, lemmas: &[&str]| tokens.get(at).is_some_and(|token| token.is(lemmas));
    let next = verb.tokens.end;
    let planned = words.classes(verb.head).modality() == Some(Certainty::Planned);
    // "With the premiere now set for June."
    let leans = !verb.finite && verb.tokens.len() == 1 && tokens[verb.head].form == Form::Participle;
    leans && planned && is(next, &["for", "on"])
        || verb.tense == Tense::Present
            && (verb.passive && planned && is(next, &["for", "on"])
                || verb.copula && is(next, &["due"]) && is(next + 1, &["on", "in", "at", "for"]))
}

/// What the clause before makes of one that *that* opens: "it is not true that", "there is no evidence that".
fn matrix(words: &Words, clause: &Clause, before: &[Clause]) -> Option<(bool, bool)> {
    let opened = clause.marker.is_some_and(|at| words.document.tokens[at].is(&["that", "whether"]));
    let host = before.last().filter(|_| opened && clause.kind == ClauseKind::Complement)?;
    let verb = host.verb.as_ref()?;
    let is = words.document.tokens[verb.head].lemma == "be";
    let cues = words.cues(host.tokens.clone());
    // "Found no evidence that": right before it.
    let content = |cue: &&super::words::Cue| {
        matches!(cue.kind, CueKind::Content { .. })
            && (is || cue.tokens.end == host.tokens.end && cue.tokens.len() > 1)
    };
    // "Not true" counts as one, before "true" or "no doubt" before "doubt".
    let cue = cues.iter().filter(content).min_by_key(|cue| cue.tokens.start)?;
    match cue.kind {
        CueKind::Content { denies, doubts } => {
            let single = cue.tokens.len() == 1 && denies;
            Some((denies ^ (single && verb.negated), doubts))
        }
        _ => None,
    }
}

/// "The claim **that the well is poisoned** is false": what the verb behind makes of it.
fn called(words: &Words, clause: &Clause, after: &[Clause]) -> Option<(bool, bool)> {
    let document = words.document;
    let that = clause.marker.filter(|&at| document.tokens[at].lemma == "that" && at > 0)?;
    let verb = clause.verb.as_ref()?;
    let noun = document.tokens[that - 1].tag == Tag::Noun && words.classes(that - 1).stance().is_some();
    // "The claim that he made": the noun is its object.
    let gap = verb.tokens.end == clause.tokens.end
        && (words.classes(verb.head).stance().is_some() || words.classes(verb.head).light());
    let own = clause.subject.as_ref().is_some_and(|subject| subject.start > that);
    if !noun || gap || !own {
        return None;
    }
    let next = after.first().and_then(|next| Some((next, next.verb.as_ref()?)));
    let (next, is) = next
        .filter(|(_, is)| is.tokens.start == clause.tokens.end && document.tokens[is.head].lemma == "be")?;
    let content = |cue: &&super::words::Cue| matches!(cue.kind, CueKind::Content { .. });
    let cue = words.cues(next.tokens.clone()).iter().find(content)?;
    match cue.kind {
        CueKind::Content { denies, doubts } => {
            Some((denies ^ (denies && cue.tokens.len() == 1 && is.negated), doubts))
        }
        _ => None,
    }
}
