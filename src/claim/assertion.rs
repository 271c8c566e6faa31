//! Assertion and aspect: whether a clause says yes or no, fact or plan, and whether things changed.

use super::clause::{Clause, ClauseKind};
use super::verbs::Tense;
use crate::english::{self, Aspect};
use crate::text::{Document, Tag};
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
}

/// In what mood it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Modality {
    /// As a fact, past or present.
    Fact,
    /// As to come: *will, is to, plans to, promised to*.
    Future,
    /// As possible: *may, could, might, should*.
    Possible,
    /// As a condition or what hangs on one.
    Conditional,
    /// As a question.
    Question,
}

/// Assertion and aspect of one clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Assertion {
    pub polarity: Polarity,
    pub modality: Modality,
    pub aspect: Option<Aspect>,
}

/// Verbs that say that what they govern is not so.
const NEGATING: &[&str] =
    &["fail", "refuse", "decline", "deny", "forget", "neglect", "avoid", "cease", "stop", "omit", "rule"];

/// Words that make their clause negative as subject or object.
const NEGATIVE_WORDS: &[&str] = &["nobody", "none", "nothing", "neither", "nowhere", "nor", "no-one"];

/// Words that say that nothing changed.
const UNCHANGED: &[&str] = &["unchanged", "unaltered", "unmoved", "same"];

/// Verbs of change: under negation they say that nothing changed.
fn changes(lemma: &str) -> bool {
    english::classes(lemma).aspect() == Some(Aspect::Change)
        || matches!(lemma, "change" | "alter" | "move" | "budge" | "shift" | "waver")
}

pub(super) fn assess(
    document: &Document,
    sentence: Range<usize>,
    clause: &Clause,
    siblings: &[Clause],
) -> Assertion {
    let words = &document.tokens;
    let mut polarity = Polarity::Positive;
    let mut aspect = None;
    let mut modality = Modality::Fact;
    let own = clause.tokens.clone();
    let subject = clause.subject.clone().unwrap_or(own.start..own.start);
    let scope = || own.clone().chain(subject.clone().filter(|i| !own.contains(i)));

    let determiner = |at: usize| {
        let token = &words[at];
        token.is(NEGATIVE_WORDS)
            || token.lemma == "no"
                && at + 1 < sentence.end
                && !words[at + 1].is(&["longer", "long", ",", "more", "less", "fewer", "later", "matter"])
                && (words[at + 1].tag != Tag::Punct)
    };
    if let Some(verb) = &clause.verb {
        if verb.negated {
            polarity = polarity.flip();
        }
        if verb.governing().iter().any(|&v| words[v].is(NEGATING)) {
            polarity = polarity.flip();
        }
        // "14 were hurt, none seriously": behind a comma a negation is about something else.
        let near = (verb.tokens.end..own.end)
            .find(|&i| matches!(document.word(i), "," | ";" | ":" | "–" | "—"))
            .unwrap_or(own.end);
        if scope().filter(|&i| i < near).any(determiner) {
            polarity = polarity.flip();
        }
        if words[verb.head].lemma == "rule" && verb.head + 1 < own.end && words[verb.head + 1].lemma == "out"
        {
            polarity = polarity.flip();
        }
        // "came without a ceiling" denies the ceiling.
        let without = own.clone().find(|&i| words[i].lemma == "without");
        if without.is_some_and(|i| i >= verb.tokens.end && i <= verb.tokens.end + 1) {
            polarity = polarity.flip();
        }
        modality = match verb.tense {
            _ if verb.possible => Modality::Possible,
            Tense::Future => Modality::Future,
            _ => Modality::Fact,
        };
        let head = words[verb.head].lemma.as_str();
        aspect = verb.aspect(document).or_else(|| english::classes(head).aspect());
        if changes(head) && polarity == Polarity::Negative {
            aspect = Some(Aspect::NoChange);
        } else if changes(head) && aspect.is_none() {
            aspect = Some(Aspect::Change);
        }
        if verb.no_longer {
            aspect = Some(Aspect::Stop);
        }
    }
    let unchanged = scope().any(|i| {
        words[i].is(UNCHANGED)
            && !(words[i].lemma == "same" && i + 1 < own.end && words[i + 1].is(&["time", "day"]))
    });
    if unchanged && aspect.is_none_or(|a| matches!(a, Aspect::NoChange | Aspect::Continue)) {
        aspect = Some(Aspect::NoChange);
    } else if aspect == Some(Aspect::NoChange) && polarity == Polarity::Positive
        || aspect.is_none() && scope().any(|i| words[i].lemma == "still")
    {
        // "remains open" goes on being open; "remains unchanged" does not change.
        aspect = Some(Aspect::Continue);
    }
    if document.word(sentence.end - 1) == "?" || sentence.len() > 1 && document.word(sentence.end - 2) == "?"
    {
        modality = Modality::Question;
    }
    let conditional = clause.kind == ClauseKind::Conditional
        || siblings.iter().any(|s| s.kind == ClauseKind::Conditional && !marked(document, s, "whether"))
            && matches!(modality, Modality::Possible | Modality::Future);
    if conditional && modality != Modality::Question {
        modality = Modality::Conditional;
    }
    Assertion { polarity, modality, aspect }
}

fn marked(document: &Document, clause: &Clause, lemma: &str) -> bool {
    clause.marker.is_some_and(|at| document.tokens[at].lemma == lemma)
}
