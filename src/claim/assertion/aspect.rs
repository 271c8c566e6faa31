//! Aspect: no change, change, start, stop, going on, again.

use super::{Polarity, Scope};
use crate::claim::clause::Clause;
use crate::claim::verbs::VerbGroup;
use crate::claim::words::{CueKind, Words};
use crate::english::{Aspect, Denial};
use crate::text::{Form, Tag};

/// The aspect of a clause, from its verb, what governs that, and its adverbs and cues.
pub(super) fn of(words: &Words, clause: &Clause, scope: &Scope, polarity: Polarity) -> Option<Aspect> {
    let cue = |wanted: CueKind| {
        words.cues(scope.own.start..scope.near).iter().any(|cue| cue.kind == wanted)
            || !scope.subject.is_empty()
                && words.cues(scope.subject.clone()).iter().any(|cue| cue.kind == wanted)
    };
    let stopped = cue(CueKind::Stop);
    if clause.verb.as_ref().is_some_and(|verb| verb.no_longer) || stopped {
        return Some(Aspect::Stop);
    }
    if cue(CueKind::Unchanged) || unchanged(words, clause, scope) {
        return Some(Aspect::NoChange);
    }
    let own = match &clause.verb {
        Some(verb) => verb.aspect.or_else(|| head(words, clause, scope, polarity)),
        None => complement(words, clause),
    };
    let own = match own {
        // "Remains open" goes on being open; "remains unchanged" does not change, nor does "remains at four".
        Some(Aspect::NoChange) if clause.verb.is_some() && polarity == Polarity::Positive => {
            return Some(if level(words, clause) || !links(words, clause) {
                Aspect::NoChange
            } else {
                Aspect::Continue
            });
        }
        own => own,
    };
    if cue(CueKind::Again) {
        return Some(Aspect::Repeat);
    }
    if cue(CueKind::Continue) && own.is_none() {
        return Some(Aspect::Continue);
    }
    // "The talks are ongoing."
    let ongoing = |verb: &VerbGroup| {
        verb.copula
            && (verb.tokens.end..scope.near).any(|at| {
                words.document.tokens[at].tag == Tag::Adj
                    && words.classes(at).quantifier().is_none()
                    && words.classes(at).aspect() == Some(Aspect::Continue)
            })
    };
    own.or_else(|| clause.verb.as_ref().filter(|verb| ongoing(verb)).map(|_| Aspect::Continue))
}

/// *remain, stay*: what they link to goes on; what *stalls* does not change.
fn links(words: &Words, clause: &Clause) -> bool {
    clause.verb.as_ref().is_some_and(|verb| words.classes(verb.head).copula())
}

/// The aspect of the verb itself. A verb of change that is denied says that nothing changed.
fn head(words: &Words, clause: &Clause, scope: &Scope, polarity: Polarity) -> Option<Aspect> {
    let verb = clause.verb.as_ref()?;
    let classes = words.classes(verb.head);
    let weak = || {
        (verb.tokens.start.saturating_sub(2).max(scope.own.start)..verb.tokens.end)
            .chain(scope.subject.clone())
            .any(|at| words.classes(at).denial() == Some(Denial::Weak))
    };
    // "Moved the piano" changes nothing else.
    let object = words.document.tokens.get(verb.tokens.end).is_some_and(|next| {
        verb.tokens.end < scope.own.end
            && matches!(next.tag, Tag::Det | Tag::Noun | Tag::Propn | Tag::Num | Tag::Pron)
    });
    let transfers = classes.aspect().is_none() && object && !verb.passive;
    if classes.moving() && !transfers {
        let denied = polarity == Polarity::Negative || weak();
        return Some(if denied { Aspect::NoChange } else { Aspect::Change });
    }
    if classes.aspect() == Some(Aspect::Change) && polarity == Polarity::Negative {
        return Some(Aspect::NoChange);
    }
    let particle = crate::claim::term::phrasal(words.document, verb.head, scope.own.end);
    let joined = particle.map(crate::english::classes);
    joined
        .and_then(|joined| joined.aspect())
        .or_else(|| classes.aspect())
        .or_else(|| classes.direction().filter(|_| polarity == Polarity::Positive).map(|_| Aspect::Change))
}

fn complement(words: &Words, clause: &Clause) -> Option<Aspect> {
    clause.complement.clone()?.find_map(|at| {
        let classes = words.classes(at);
        classes.aspect().or_else(|| {
            let verb = words.document.tokens[at].tag == Tag::Verb;
            classes.direction().filter(|_| verb).map(|_| Aspect::Change)
        })
    })
}

/// "Is unchanged", "held steady", "kept its rate unchanged": an adjective that says that nothing moves, behind the verb.
fn unchanged(words: &Words, clause: &Clause, scope: &Scope) -> bool {
    let Some(verb) = &clause.verb else { return false };
    (verb.tokens.end..scope.near).any(|at| {
        let token = &words.document.tokens[at];
        let adjective = matches!(token.tag, Tag::Adj | Tag::Adv)
            || token.tag == Tag::Verb && token.form == Form::Participle;
        let attributive = at + 1 < scope.own.end
            && matches!(words.document.tokens[at + 1].tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num);
        adjective
            && !attributive
            && token.lemma != "same"
            && words.classes(at).aspect() == Some(Aspect::NoChange)
    })
}

/// "Remains at four", "stayed at the same level": *at* or a number right behind the verb.
fn level(words: &Words, clause: &Clause) -> bool {
    let Some(verb) = &clause.verb else { return false };
    let next = words.document.tokens.get(verb.tokens.end).filter(|_| verb.tokens.end < clause.tokens.end);
    let number = (verb.tokens.end..clause.tokens.end.min(verb.tokens.end + 4))
        .any(|at| words.document.tokens[at].tag == Tag::Num || words.document.tokens[at].tag == Tag::Sym);
    next.is_some_and(|token| token.is(&["at"]) || token.tag == Tag::Num) && number
}
