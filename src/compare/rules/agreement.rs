//! `agreement`: what the claim says is on record.

use super::no_change::matter_terms;
use super::{
    Example, Outcome, Rule, closeness, comparable, moods_compare, one_speaker, quantities_agree, same_sense,
};
use crate::claim::{Term, TermKind};
use crate::compare::{Link, Pair};
use crate::english::{self, Aspect};
use crate::quantity::{Agreement, Dimension, Quantity, compatible};
use crate::time::TimeKind;

pub(super) static RULE: Rule = Rule {
    code: "agreement",
    summary: "what the claim says is on record",
    documentation: "Speaks where most of a claim's words meet one statement, its predicate among them, with the same \
                    polarity, and no quantity or day differs. Never flags anything.",
    examples: &[
        Example {
            statement: "The council voted 31 to 20 to build the bridge.",
            claim: "The council voted 31 to 20 to build the bridge.",
            relation: "agrees",
        },
        Example {
            statement: "The council voted 31 to 20 to build the bridge.",
            claim: "The council has 51 members.",
            relation: "silent",
        },
    ],
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if no_change_again(pair) {
        return Outcome::agrees(0.9);
    }
    if claim.title.is_some() || statement.title.is_some() || claim.polarity != statement.polarity {
        return None;
    }
    if same_number(pair) {
        return Outcome::agrees(closeness(pair).max(0.6));
    }
    if !comparable(pair, 0.6, 0.3) {
        return None;
    }
    let quantities = quantities_agree(pair);
    if quantities == Some(false) || quantities.is_none() && !claim.quantities.is_empty() {
        return None;
    }
    // "Fell ill" beside "has risen to 23": where the number meets, the course does not matter.
    let course = |link: &Link| english::classes(&claim.terms[link.claim].key).direction().is_some();
    let opposed = |link: &Link| !(same_sense(link.how) || quantities == Some(true) && course(link));
    if pair.alignment.links.iter().any(opposed) {
        return None;
    }
    // How long it has gone on is for arithmetic.
    if pair.claim.times().any(|t| matches!(t.kind, TimeKind::Elapsed { .. })) {
        return None;
    }
    if !pair.same_parts() || pair.other_subject() {
        return None;
    }
    // More than a name must meet: what is said of it.
    let said = |term: &Term| {
        !matches!(term.kind, TermKind::Entity(_) | TermKind::Name)
            && english::classes(&term.key).aspect().is_none()
    };
    let met = pair.alignment.links.iter().filter(|link| said(&claim.terms[link.claim])).count();
    let acts = pair.predicate().is_some_and(|link| said(&claim.terms[link.claim]));
    if quantities != Some(true) && (met == 0 || !acts && (met < 2 || pair.alignment.claim_cover < 0.85)) {
        return None;
    }
    Outcome::agrees(closeness(pair))
}

/// A telling number, the same on both sides, with two more words or names that meet: what else differs is wording.
fn same_number(pair: &Pair) -> bool {
    const LEAST_SHARED: f32 = 2.0;
    let telling = |q: &Quantity| match q.dimension {
        Dimension::Ordinal | Dimension::Age => false,
        Dimension::Count => q.value >= 20.0 || q.value.fract() != 0.0,
        _ => true,
    };
    let met = pair.claim.quantities().filter(|q| telling(q)).any(|ours| {
        pair.statement.quantities().any(|theirs| {
            ours.dimension == theirs.dimension
                && compatible(ours, theirs)
                    .is_some_and(|a| matches!(a, Agreement::Same | Agreement::WithinTolerance))
        })
    });
    let same = pair.alignment.links.iter().filter(|link| same_sense(link.how)).count();
    met && same >= 2
        && pair.alignment.shared_weight >= LEAST_SHARED
        && !pair.alignment.other_name
        && !pair.other_subject()
        && !pair.other_days()
        && moods_compare(pair)
        && quantities_agree(pair) != Some(false)
}

/// "Nothing has changed", by the same speaker in the same days: of one matter, though no other word meets.
fn no_change_again(pair: &Pair) -> bool {
    const SAME_DAYS: i32 = 7;
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let one_speaker = one_speaker(pair) == Some(true);
    let near = pair
        .claim
        .said
        .to
        .zip(pair.statement.said.to)
        .is_some_and(|(a, b)| (a - b).get_days().abs() <= SAME_DAYS);
    let both = |aspect| claim.aspect == Some(aspect) && statement.aspect == Some(aspect);
    one_speaker && near && both(Aspect::NoChange) && matter_terms(claim) == 0
}
