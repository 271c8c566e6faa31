//! `opposite`: the record says the opposite.

use super::{
    Example, Outcome, Rule, closeness, comparable, differing, frames, one_amount, past_event_elsewhere,
    plainest, planned_since, quantities_agree,
};
use crate::claim::{Term, TermKind, TermRole};
use crate::compare::{Match, Pair};
use crate::english::{self, Aspect};

pub(super) static RULE: Rule = Rule {
    code: "opposite",
    summary: "the record says the opposite: approved, rejected; held, retaken",
    documentation: "Speaks where the predicates exclude each other when said of one thing at one time, and subject and \
                    other words meet. With one side negated the two agree.",
    examples: &[
        Example {
            statement: "The council rejected the plan for the new stadium.",
            claim: "The council approved the plan for the new stadium.",
            relation: "contradicts",
        },
        Example {
            statement: "The council rejected the plan for the new stadium.",
            claim: "The council approved the plan for the new library.",
            relation: "silent",
        },
    ],
    unaligned: false,
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    plainest(pair, &[words, |pair| frames::opposed(pair, true)])
}

/// Words that exclude each other.
fn words(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.title.is_some() {
        return None;
    }
    let mut plain = (comparable(pair, 0.6, 0.5) || comparable(pair, 0.5, 0.6))
        && !past_event_elsewhere(pair)
        && !planned_since(pair);
    plain &= pair.same_parts() && pair.share_matter() && !pair.other_thing();
    plain &= !since_decided(pair);
    // What lasted has ended since.
    let aspect = |term: &Term| english::classes(&term.key).aspect();
    let lasts = |term: &Term| aspect(term) == Some(Aspect::Continue);
    let ends = |term: &Term| aspect(term) == Some(Aspect::Stop);
    // What rises and falls is for the rule on trends; "lost 22 million" and "earned 22 million" are not.
    let direction = |term: &Term| english::classes(&term.key).direction().is_some();
    let one_number = one_amount(pair);
    let near = pair.alignment.claim_cover.min(pair.alignment.statement_cover) >= 0.85;
    let opposites: Vec<_> = pair
        .alignment
        .links
        .iter()
        .filter(|link| {
            let (ours, theirs) = (&claim.terms[link.claim], &statement.terms[link.statement]);
            link.how == Match::Opposite
                && (ours.role == TermRole::Predicate || theirs.role == TermRole::Predicate)
                && ours.kind != TermKind::Adverb
                && !(claim.past && lasts(ours) && ends(theirs))
                && (!direction(ours) && !direction(theirs)
                    || (one_number || near) && direction(ours) != direction(theirs))
        })
        .collect();
    let [link] = opposites[..] else { return None };
    plain &= quantities_agree(pair) != Some(false);
    if claim.polarity != statement.polarity {
        return Outcome::agrees(0.8 * closeness(pair)).map(|o| o.plain(plain));
    }
    Outcome::contradicts(closeness(pair), differing(pair, *link, "word")).map(|o| o.plain(plain))
}

/// "Has cleared him": what was decided otherwise long before may have been so.
fn since_decided(pair: &Pair) -> bool {
    const NEAR_DAYS: i32 = 45;
    let apart = pair.claim.said.from.zip(pair.statement.said.to).map(|(at, told)| (at - told).get_days());
    apart.is_some_and(|days| days > NEAR_DAYS) && pair.claim.has_word(&["has", "have"])
}
