//! `negation`: the record affirms what the claim denies, or denies what it affirms.

use super::{
    Example, Outcome, Rule, closeness, comparable, differing, past_event_elsewhere, quantities_agree,
    same_sense,
};
use crate::claim::{Polarity, TermRole};
use crate::compare::{Match, Pair, Side};

pub(super) static RULE: Rule = Rule {
    code: "negation",
    summary: "the record affirms what the claim denies, or the reverse",
    documentation: "Speaks where claim and statement share predicate and subject, most other words meet, and one is \
                    negated (not, no, never, nobody, without, failed to, refused to, has yet to). Two negations cancel out.",
    examples: &[
        Example {
            statement: "The mayor will attend the ceremony.",
            claim: "The mayor will not attend the ceremony.",
            relation: "contradicts",
        },
        Example {
            statement: "The mayor will attend the ceremony.",
            claim: "The mayor will not attend the concert.",
            relation: "silent",
        },
    ],
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.title.is_some() || claim.polarity == statement.polarity || !comparable(pair, 0.65, 0.55) {
        return None;
    }
    // "Will not open in December" denies the month, not the opening.
    let dated_denial = |denied: &Side, other: &Side| {
        denied.claim.polarity == Polarity::Negative
            && denied.own_days().is_some_and(|days| other.own_days().is_none_or(|own| !own.overlaps(days)))
    };
    if dated_denial(pair.statement, pair.claim) || dated_denial(pair.claim, pair.statement) {
        return None;
    }
    if past_event_elsewhere(pair) || quantities_agree(pair) == Some(false) {
        return None;
    }
    if !pair.same_parts() || !pair.share_matter() || pair.other_thing() {
        return None;
    }
    let link = pair.predicate()?;
    let predicates = claim.terms[link.claim].role == TermRole::Predicate
        && statement.terms[link.statement].role == TermRole::Predicate;
    let kinds = claim.terms[link.claim].kind == statement.terms[link.statement].kind;
    // "Is under military control" says by a noun what "control" says by a verb.
    let stative = claim.terms_of(TermRole::Predicate).next().is_none();
    if !(kinds || stative && link.how >= Match::Family)
        || !same_sense(link.how)
        || !predicates && !stative && link.how != Match::Same
    {
        return None;
    }
    if pair.alignment.links.iter().any(|l| !same_sense(l.how)) {
        return None;
    }
    Outcome::contradicts(closeness(pair), differing(pair, link, "polarity"))
}
