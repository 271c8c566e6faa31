//! Of how many a claim speaks, and whether it says only, first, last, never, since or a superlative.

use super::Scope;
use crate::claim::clause::Clause;
use crate::claim::token_map::TokenMap;
use crate::claim::words::{CueKind, Words};
use crate::english::{self, Quantifier};
use crate::text::{Form, Span, Tag};
use serde::{Deserialize, Serialize};

/// A quantifier with the words that express it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantified {
    /// *all*, *only*, *largest*.
    pub kind: Quantifier,
    /// Where it stands.
    pub span: Span,
}

/// The quantifiers of a clause in text order. `times` are the temporal expressions around it: *last* in "last week" is none.
pub(in crate::claim) fn quantified(words: &Words, clause: &Clause, times: &TokenMap) -> Vec<Quantified> {
    let document = words.document;
    let scope = Scope::of(words, clause);
    let mut found: Vec<Quantified> = Vec::new();
    for at in scope.tokens() {
        let token = &document.tokens[at];
        let cue = words.cues(at..at + 1).iter().find_map(|cue| match cue.kind {
            CueKind::Quantifier(kind) => Some(Quantified { kind, span: document.span(cue.tokens.clone()) }),
            _ => None,
        });
        let span = token.span;
        let inside = |last: &Quantified| last.span.contains(span);
        if found.last().is_some_and(inside) {
            continue;
        }
        let kept = || {
            (at.saturating_sub(2)..=at).any(|i| {
                words.cue(i, |kind| kind == CueKind::Keep).is_some_and(|cue| cue.tokens.contains(&at))
            })
        };
        let kind = match words.classes(at).quantifier() {
            Some(Quantifier::Since) => {
                let opens = matches!(token.tag, Tag::Adp | Tag::Sconj | Tag::Adv);
                let dated = times.get(at).is_some() || times.get(at + 1).is_some();
                (opens && dated).then_some(Quantifier::Since)
            }
            Some(_) if times.get(at).is_some() => None,
            Some(Quantifier::Most) if most_of(words, at) == Some(false) => Some(Quantifier::Superlative),
            None => superlative(words, at).then_some(Quantifier::Superlative),
            kind => kind,
        };
        found.extend(cue.or_else(|| kind.filter(|_| !kept()).map(|kind| Quantified { kind, span })));
    }
    found
}

/// *largest*; also where the tagger takes an unknown one for a noun ("the tallest in town").
fn superlative(words: &Words, at: usize) -> bool {
    let token = &words.document.tokens[at];
    if token.form == Form::Superlative {
        return token.lemma != "little";
    }
    let word = words.document.word(at);
    if token.tag != Tag::Noun || !word.ends_with("est") {
        return false;
    }
    let determined = at > 0 && words.document.tokens[at - 1].is(&["the", "'s", "its", "their", "his", "her"]);
    if !determined {
        return false;
    }
    let (base, form) = english::lemma(word, Tag::Adj);
    form == Form::Superlative && english::uses(&base).0.any(b"j")
}

/// Whether *most* speaks of how many (*most nurses, most of them*) and not of how much (*most expensive*).
fn most_of(words: &Words, at: usize) -> Option<bool> {
    let next = words.document.tokens.get(at + 1)?;
    (words.document.tokens[at].lemma == "most")
        .then(|| !matches!(next.tag, Tag::Adj | Tag::Adv) || next.form == Form::Plural)
}
