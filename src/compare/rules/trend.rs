//! `trend`: it rose, says the claim; it fell, says the record.

use super::{Example, Outcome, Rule, closeness, comparable, one_amount, past_event_elsewhere};
use crate::claim::{Claim, Polarity, Term, TermKind, TermRole};
use crate::compare::{Differing, Pair};
use crate::english::{self, Direction};

pub(super) static RULE: Rule = Rule {
    code: "trend",
    summary: "it rose, says the claim; it fell, says the record",
    documentation: "Speaks where both sides say which way one measure of one thing went (rose, lowered, fewer, less than \
                    the year before), in the same time, and the ways are opposite.",
    examples: &[
        Example {
            statement: "The council raised the bus fare in May.",
            claim: "The council lowered the bus fare in May.",
            relation: "contradicts",
        },
        Example {
            statement: "The council raised the bus fare in May.",
            claim: "The council lowered the library fee in May.",
            relation: "silent",
        },
    ],
    unaligned: false,
    apply,
    explain: |told| told.on_record(),
};

/// The word that says which way the claim's measure went.
fn course(claim: &Claim) -> Option<(&Term, Direction)> {
    let direction = |term: &Term| english::classes(&term.key).direction();
    // "Fell ill", "rose tired": what the adjective says, not the verb.
    let linking = |term: &Term| {
        term.kind == TermKind::Verb
            && claim.terms.iter().any(|t| {
                t.kind == TermKind::Adjective
                    && t.span.start > term.span.end
                    && t.span.start - term.span.end <= 1
                    && direction(t).is_none()
            })
    };
    claim
        .terms
        .iter()
        .filter(|t| {
            t.role == TermRole::Predicate || t.kind == TermKind::Adjective && t.role != TermRole::Aside
        })
        .filter(|t| !linking(t))
        .find_map(|t| Some((t, direction(t)?)))
}

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.title.is_some() {
        return None;
    }
    let plain = comparable(pair, 0.55, if one_amount(pair) { 0.3 } else { 0.4 })
        && !past_event_elsewhere(pair)
        && pair.share_matter()
        && !pair.other_thing();
    let ((ours, up), (theirs, down)) = (course(claim)?, course(statement)?);
    let negated = (claim.polarity == Polarity::Negative) != (statement.polarity == Polarity::Negative);
    if up == down || negated {
        return None;
    }
    let differing = vec![Differing { claim: ours.span, statement: theirs.span, kind: "word" }];
    Outcome::contradicts(closeness(pair), differing).map(|o| o.plain(plain))
}
