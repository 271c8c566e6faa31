//! `agreement`: what the claim says is on record.

use crate::claim::{Term, TermRole};
use crate::compare::conditions::{closeness, comparable, moods_compare, quantities_agree, same_sense};
use crate::compare::measure::category::other_category;
use crate::compare::proof::{proven, telling};
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::{Link, Match, Pair, Side};
use crate::quantity::{Agreement, Bound, Quantity, compatible};
use crate::time::TimeKind;

pub(super) static RULE: Rule = Rule {
    code: "agreement",
    summary: "what the claim says is on record",
    documentation: "Speaks where most of a claim's words meet one statement, its predicate among them, with the same \
                    polarity, and nothing that the claim adds is unmet: no figure, day, length of time, course, and no \
                    all, only or never. Never flags anything.",
    examples: &[
        Example {
            statement: "The council voted 33 to 18 to build the bridge.",
            claim: "The council voted 33 to 18 to build the bridge.",
            relation: "agrees",
        },
        Example {
            statement: "The council voted 33 to 18 to build the bridge.",
            claim: "The council has 51 members.",
            relation: "silent",
        },
    ],
    concerns: |side| side.claim.title.is_none(),
    unaligned: |_| false,
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.title.is_some() || statement.title.is_some() || claim.polarity != statement.polarity {
        return None;
    }
    // "The truce is holding", "the truce is dead": however much else meets.
    let phases = &pair.claim.content.phases;
    let opposed = phases.opposed(&pair.statement.content.phases).next().is_some();
    if opposed || !proven(pair) || other_category(pair) {
        return None;
    }
    if same_number(pair) {
        return Outcome::agrees(closeness(pair).max(0.6));
    }
    // The claim may say more where it says all that the statement does.
    let mut plain = comparable(pair, 0.6, 0.3) || comparable(pair, 0.5, 0.75);
    let quantities = quantities_agree(pair);
    if quantities == Some(false) {
        return None;
    }
    plain &= quantities.is_some() || claim.quantities.is_empty();
    // "Fell ill" beside "has risen to 23": where the number meets, the course does not matter.
    let course = |link: &Link| claim.terms[link.claim].entry.classes().direction().is_some();
    let opposed = |link: &Link| !(link.how.compatible() || quantities == Some(true) && course(link));
    if pair.alignment.links.iter().any(opposed) {
        return None;
    }
    // How long it has gone on is for arithmetic.
    if pair.claim.times().any(|t| matches!(t.kind, TimeKind::Elapsed { .. })) {
        return None;
    }
    plain &= pair.same_parts() && !pair.other_subject();
    // More than a name must meet: what is said of it.
    let said = |term: &Term| !term.is_name() && term.entry.classes().aspect().is_none();
    let met = pair.alignment.links.iter().filter(|link| said(&claim.terms[link.claim])).count();
    // "Completed the takeover": a word for a phase says what is said where it is the same and its object is met.
    let phase = |link: Link| same_sense(link.how) && !said(&claim.terms[link.claim]);
    let predicate = pair.predicate();
    let acts =
        predicate.is_some_and(|link| said(&claim.terms[link.claim]) || link.how == Match::Same && met > 0);
    let whole = pair.alignment.claim_cover.min(pair.alignment.statement_cover) >= 0.9;
    let dated = predicate.is_some_and(phase) && (one_time(pair) || whole);
    let many = pair.alignment.links.len() >= 3 && pair.alignment.claim_cover >= 0.9;
    let enough = if acts { met > 0 } else { met >= 2 && pair.alignment.claim_cover >= 0.85 };
    plain &= quantities == Some(true) || enough || dated || met > 0 && many;
    // Word for word, however long ago.
    if plain && pair.alignment.claim_cover.min(pair.alignment.statement_cover) >= 0.99 {
        return Outcome::agrees(0.6).map(Outcome::certain);
    }
    Outcome::agrees(closeness(pair)).map(|o| o.plain(plain))
}

/// Whether both name one time, or one deadline.
fn one_time(pair: &Pair) -> bool {
    let time = |side: &Side| side.times().find(|t| !t.ambiguous && t.when.to.is_some()).map(|t| t.when);
    time(pair.claim).zip(time(pair.statement)).is_some_and(|(a, b)| a.overlaps(b))
}

/// A telling number, the same on both sides, with two more words or names that meet: what else differs is wording.
fn same_number(pair: &Pair) -> bool {
    const LEAST_SHARED: f32 = 2.0;
    let agrees = |ours: &Quantity| {
        pair.statement.quantities().any(|theirs| {
            ours.dimension == theirs.dimension
                && (ours.bound == theirs.bound || matches!(ours.bound, Bound::Exactly | Bound::About))
                && compatible(ours, theirs)
                    .is_some_and(|a| matches!(a, Agreement::Same | Agreement::WithinTolerance))
        })
    };
    let met = pair.claim.quantities().any(|q| telling(q) && agrees(q));
    // Three figures are no chance: 1.31 billion, 245 pence.
    let long = |q: &Quantity| q.step > 0.0 && q.value / q.step >= 100.0 && q.value % 100.0 != 0.0;
    let figures = pair.claim.quantities().any(|q| telling(q) && long(q) && agrees(q));
    let same = pair.alignment.links.iter().filter(|link| same_sense(link.how)).count();
    // "Lost 22 million" and "earned 22 million"; of what rose and what fell to a number, the number counts.
    let terms = &pair.claim.claim.terms;
    let course = |i: usize| terms[i].entry.classes().direction().is_some();
    let theirs = |j: usize| pair.statement.claim.terms[j].entry.classes().direction().is_some();
    let opposed = pair.alignment.links.iter().any(|l| {
        l.how == Match::Opposite
            && !(course(l.claim) && theirs(l.statement))
            && terms[l.claim].role == TermRole::Predicate
    });
    let shared = !opposed && pair.alignment.shared_weight >= LEAST_SHARED && same >= 2
        || !opposed && figures && same >= 1 && pair.alignment.shared_wide >= LEAST_SHARED;
    met && shared
        && !pair.alignment.other_name
        && !pair.other_subject()
        && !pair.other_days()
        && moods_compare(pair)
        && (figures || quantities_agree(pair) != Some(false) && !pair.other_thing())
}
