//! `quantity`: another number for the same thing.

use super::{Example, Outcome, Rule, closeness, comparable};
use crate::claim::{Polarity, Term, TermKind, TermRole};
use crate::compare::{Differing, Match, Pair};
use crate::english;
use crate::quantity::{Agreement, Dimension, Measure, Quantity, compatible};

pub(super) static RULE: Rule = Rule {
    code: "quantity",
    summary: "another number for the same thing",
    documentation: "Speaks where both sides give a number of one unit for the same counted thing or measure of one \
                    subject, and the two cannot both be right: rounding, approximation, bounds and ranges are allowed \
                    for. A number without its noun compares with nothing. A rise by 5 says nothing of a level of 5.",
    examples: &[
        Example {
            statement: "The storm killed 52 people on the island.",
            claim: "The storm killed 40 people on the island.",
            relation: "contradicts",
        },
        Example {
            statement: "The storm injured 52 people on the island.",
            claim: "The storm killed 40 people on the island.",
            relation: "silent",
        },
    ],
    unaligned: false,
    apply,
    explain: |told| {
        format!("{} {} gave {}, not {}: “{}”", told.when, told.who(), told.theirs, told.ours, told.statement)
    },
};

/// Whether two quantities of a pair are one measure and agree (`true`) or differ (`false`); `None`: not comparable.
pub(super) fn compare(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> Option<bool> {
    if ours.dimension == Dimension::Ordinal || !one_measure(pair, ours, theirs) {
        return None;
    }
    match compatible(ours, theirs)? {
        Agreement::Same | Agreement::WithinTolerance => Some(true),
        Agreement::Different => Some(false),
        Agreement::Incomparable => None,
    }
}

/// Whether two quantities count the same thing, or measure the same of the same.
fn one_measure(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    if (ours.measure == Measure::Level) != (theirs.measure == Measure::Level) {
        return false;
    }
    let one = |a: &str, b: &str| a == b || english::root(a) == english::root(b) || english::synonyms(a, b);
    // What stands in the other side's clause and can be the thing counted there.
    let named = |terms: &[Term], head: &str| {
        terms.iter().any(|t| matches!(t.kind, TermKind::Noun | TermKind::Verb) && one(&t.key, head))
    };
    match (&ours.of, &theirs.of) {
        (Some(a), Some(b)) => {
            one(&a.head, &b.head)
                || both_people(&a.head, &b.head) && pair.predicate().is_some_and(|l| l.how != Match::Opposite)
        }
        (Some(a), None) => named(&pair.statement.claim.terms, &a.head) || measured_alike(pair),
        (None, Some(b)) => named(&pair.claim.claim.terms, &b.head) || measured_alike(pair),
        (None, None) => measured_alike(pair),
    }
}

/// Said near enough to each other to be no figures of two years.
fn same_season(pair: &Pair) -> bool {
    const DAYS: i32 = 200;
    pair.claim.said.to.zip(pair.statement.said.to).is_none_or(|(a, b)| (a - b).get_days().abs() <= DAYS)
}

/// Whether both count what one noun names.
fn one_noun(ours: &Quantity, theirs: &Quantity) -> bool {
    match (&ours.of, &theirs.of) {
        (Some(a), Some(b)) => a.head == b.head || english::root(&a.head) == english::root(&b.head),
        _ => false,
    }
}

/// "Norwegians", "people": one may be counted as the other where the same was done.
fn both_people(a: &str, b: &str) -> bool {
    let anybody = |noun: &str| matches!(noun, "people" | "person");
    let person =
        |noun: &str| anybody(noun) || english::classes(noun).person() || english::demonym(noun).is_some();
    person(a) && person(b) && (anybody(a) || anybody(b))
}

/// Whether the clauses measure the same: their verbs meet, or the nouns that they are about.
fn measured_alike(pair: &Pair) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    pair.alignment.links.iter().any(|l| {
        let (a, b) = (&ours[l.claim], &theirs[l.statement]);
        let measure = |t: &Term| {
            matches!(t.kind, TermKind::Noun | TermKind::Verb)
                && matches!(t.role, TermRole::Subject | TermRole::Predicate | TermRole::Object)
        };
        l.how != Match::Opposite
            && measure(a)
            && measure(b)
            && !(english::classes(&a.key).direction().is_some() && a.kind == TermKind::Verb)
    })
}

/// A count of people that is higher in the later text: it may have grown since.
fn grown_since(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    let people = |q: &Quantity| q.of.as_ref().is_some_and(|of| both_people(&of.head, "people"));
    let earlier =
        pair.statement.said.to.zip(pair.claim.said.from).is_some_and(|(theirs, ours)| theirs < ours);
    // "Last week 460,000 records were stolen": what happened then has not grown.
    let then =
        pair.claim.claim.past && pair.claim.own_days().is_some_and(|days| days.overlaps(pair.statement.said));
    const MOST: f64 = 4.0;
    ours.dimension == Dimension::Count
        && !then
        && ours.value < MOST * theirs.value
        && (people(ours) || people(theirs))
        && earlier
        && ours.value > theirs.value
}

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.title.is_some()
        || claim.polarity == Polarity::Negative
        || statement.polarity == Polarity::Negative
    {
        return None;
    }
    let mut plain = comparable(pair, 0.3, 0.15);
    let compared: Vec<(&Quantity, &Quantity, bool)> = pair
        .claim
        .quantities()
        .flat_map(|ours| pair.statement.quantities().map(move |theirs| (ours, theirs)))
        .filter_map(|(ours, theirs)| Some((ours, theirs, compare(pair, ours, theirs)?)))
        .collect();
    // "3.3 billion, up from 3.1": a number that agrees with one of ours is not what the other differs from.
    let met = |quantity: &Quantity| {
        compared.iter().any(|(ours, theirs, agree)| {
            *agree && (ours.span == quantity.span || theirs.span == quantity.span)
        })
    };
    let differing: Vec<_> =
        compared.iter().filter(|(ours, theirs, agree)| !agree && !met(ours) && !met(theirs)).collect();
    // Two numbers against one leave open which is meant.
    let alone = |(ours, theirs, _): &&&(&Quantity, &Quantity, bool)| {
        differing.iter().filter(|(a, b, _)| a.span == ours.span || b.span == theirs.span).count() == 1
    };
    let (ours, theirs, _) = differing.iter().find(alone)?;
    // What a year ago was counted or earned is another year's figure.
    const YEAR_DAYS: i32 = 400;
    let old = pair
        .claim
        .said
        .from
        .zip(pair.statement.said.to)
        .is_some_and(|(at, said)| (at - said).get_days() > YEAR_DAYS);
    plain &= !(old && claim.past && pair.claim.own_days().is_none());
    // So far apart, they are not of one sort.
    const MOST: f64 = 100.0;
    let far = ours.value.min(theirs.value) * MOST < ours.value.max(theirs.value);
    if far && ours.dimension == Dimension::Count {
        return None;
    }
    plain &= !grown_since(pair, ours, theirs);
    let same_noun = one_noun(ours, theirs);
    let alignment = pair.alignment;
    plain &= same_noun && same_season(pair)
        || alignment.claim_cover_wide >= 0.5 && alignment.statement_cover_wide >= 0.4;
    let counted = ours.of.is_some() && theirs.of.is_some();
    // "The number of children made ill has risen to 23."
    let moved = ours.of.is_some()
        && theirs.of.is_none()
        && statement
            .terms
            .iter()
            .any(|t| t.role == TermRole::Predicate && english::classes(&t.key).direction().is_some());
    let acts = moved || pair.predicate().is_some_and(|l| l.how != Match::Opposite);
    // The same noun counted in two clauses is not yet the same count: "14 people were hurt", "300 people marched".
    let named = alignment.links.iter().any(|l| {
        matches!(claim.terms[l.claim].kind, TermKind::Entity(_) | TermKind::Name) && l.how == Match::Same
    });
    plain &=
        ours.dimension != Dimension::Count || acts || alignment.claim_cover >= 0.75 || same_noun && named;
    let strength = closeness(pair) + if counted || acts { 0.1 } else { 0.0 };
    Outcome::contradicts(
        strength.min(1.0),
        vec![Differing { claim: ours.span, statement: theirs.span, kind: "number" }],
    )
    .map(|o| o.plain(plain))
}
