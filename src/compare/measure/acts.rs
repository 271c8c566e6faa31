//! What the verbs say beside two numbers: how many there are, how many came or went, what was done to so many.

use crate::claim::{Term, TermKind, TermRole};
use crate::compare::measure::people::{both_people, done_to_one};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Match, Pair, Side};
use crate::quantity::Quantity;

/// Each has a verb of its own, and they do not meet: "58 households were removed", "240 households have joined".
pub(in crate::compare) fn other_act(pair: &Pair) -> bool {
    let verb = |side: &Side| {
        let mut terms = side.claim.terms.iter();
        terms.any(|t| {
            t.role == TermRole::Predicate && t.kind == TermKind::Verb && !RuleWord::Light.has(&t.key)
        })
    };
    verb(pair.claim) && verb(pair.statement) && pair.predicate().is_none() && !both_hold(pair)
}

/// "Drew 400 guests", "counted 300 guests": the verbs say only how many there were.
pub(in crate::compare) fn both_hold(pair: &Pair) -> bool {
    let held = |side: &Side| holds(side) && side.claim.terms_of(TermRole::Predicate).next().is_some();
    held(pair.claim) && held(pair.statement)
}

/// Whether the verb says only how many there are, or there is none but *have*.
pub(in crate::compare) fn holds(side: &Side) -> bool {
    let mut verbs = side.claim.terms_of(TermRole::Predicate).filter(|t| t.kind == TermKind::Verb);
    verbs.all(|t| RuleWord::Holds.has(&t.key) || t.key == "have")
}

/// "Lost 40 members": how many came or went, and not how many there are.
pub(in crate::compare) fn moved(side: &Side, q: &Quantity) -> bool {
    let goes = |t: &Term| t.kind == TermKind::Verb && t.entry.classes().direction().is_some();
    let mut verbs = side.claim.terms_of(TermRole::Predicate);
    verbs.any(|t| goes(t) && side.text.get(t.span.end..q.span.start).is_some_and(|gap| gap.trim().is_empty()))
}

/// The verbs meet, or the statement's says only which way the number went.
pub(in crate::compare) fn acts(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    // "The number of trees felled has risen to 23."
    let moved = ours.of.is_some()
        && theirs.of.is_none()
        && pair
            .statement
            .claim
            .terms
            .iter()
            .any(|t| t.role == TermRole::Predicate && t.entry.classes().direction().is_some());
    moved || pair.predicate().is_some_and(|l| l.how != Match::Opposite)
}

/// "Killed 40 people", "injured 52 people": each side's verb tells of another thing done to those counted.
pub(in crate::compare) fn done_otherwise(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    let people = |q: &Quantity| q.of.as_ref().is_some_and(|of| both_people(&of.head, "people"));
    let verb = |side: &Side| {
        let told = |t: &&Term| t.role == TermRole::Predicate && t.kind == TermKind::Verb;
        let plain = |t: &Term| RuleWord::Light.has(&t.key) || t.entry.classes().direction().is_some();
        side.claim.terms.iter().find(told).is_some_and(|t| !plain(t))
    };
    pair.predicate().is_none()
        && verb(pair.claim)
        && verb(pair.statement)
        && people(ours)
        && people(theirs)
        && !both_hold(pair)
        && !done_to_one(pair, ours, theirs)
}
