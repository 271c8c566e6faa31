//! `quantity`: another number for the same thing.

use crate::claim::{Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::{besides, closeness, comparable, moods_compare, positive};
use crate::compare::measure::category::one_category;
use crate::compare::measure::counterpart::{self, Difference, Row};
use crate::compare::measure::course::moved_since;
use crate::compare::measure::people::{both_people, done_to_one, grown_since, other_deaths, took_part};
use crate::compare::measure::votes::{by_margin, one_vote};
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Differing, Link, Match, Pair, Side};
use crate::english;
use crate::quantity::{Agreement, Bound, Dimension, Measure, Quantity, compatible, implied_apart, slip};
use crate::time::TimeKind;
use std::borrow::Cow;

pub(super) static RULE: Rule = Rule {
    code: "quantity",
    summary: "another number for the same thing",
    documentation: "Speaks where both sides give a number of one unit for the same counted thing or measure of one \
                    subject, and the two cannot both be right: rounding, approximation, bounds and ranges are allowed \
                    for. \"More than 17\" leaves out 17. Of several numbers the one with the same noun and the same \
                    words about it counts. A number without its noun compares with nothing. A rise by 5 says nothing \
                    of a level of 5.",
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
    concerns: |side| side.claim.title.is_none() && positive(side) && side.quantities().next().is_some(),
    unaligned: |_| false,
    apply,
    explain: |told| {
        format!("{} {} gave {}, not {}: “{}”", told.when, told.who(), told.theirs, told.ours, told.statement)
    },
};

/// Whether two quantities of a pair are one measure and agree (`true`) or differ (`false`); `None`: not comparable.
pub(in crate::compare) fn compare(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> Option<bool> {
    if ours.dimension == Dimension::Ordinal {
        return None;
    }
    if let Some(agrees) = by_margin(pair, ours, theirs) {
        return Some(agrees);
    }
    let (ours, theirs) = (&*on_scale(ours, theirs), &*on_scale(theirs, ours));
    if !one_measure(pair, ours, theirs) || !one_category(pair, ours, theirs) {
        return None;
    }
    match compatible(ours, theirs)? {
        Agreement::Same | Agreement::WithinTolerance => Some(true),
        Agreement::Different => Some(false),
        Agreement::Incomparable => None,
    }
}

/// "A score of 57" beside "59 out of 100": on the other's scale.
fn on_scale<'q>(bare: &'q Quantity, rated: &Quantity) -> Cow<'q, Quantity> {
    let plain = bare.dimension == Dimension::Count
        && bare.of.as_ref().is_none_or(|of| RuleWord::Rating.has(&of.head));
    let scale = rated.unit.strip_prefix('/').and_then(|scale| scale.parse::<f64>().ok());
    match scale.filter(|scale| plain && bare.value <= *scale) {
        Some(scale) => Cow::Owned(Quantity {
            value: bare.value / scale,
            step: bare.step / scale,
            dimension: rated.dimension.clone(),
            unit: rated.unit.clone(),
            factor: rated.factor,
            ..bare.clone()
        }),
        None => Cow::Borrowed(bare),
    }
}

/// Whether two quantities count the same thing, or measure the same of the same.
fn one_measure(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    if (ours.measure == Measure::Level) != (theirs.measure == Measure::Level) {
        return false;
    }
    let rated = |a: &str, b: &str| RuleWord::Rating.has(a) && RuleWord::Rating.has(b);
    let one = |a: &str, b: &str| {
        a == b || english::root(a) == english::root(b) || english::synonyms(a, b) || rated(a, b)
    };
    // What stands in the other side's clause and can be the thing counted there.
    let named = |terms: &[Term], head: &str| {
        terms.iter().any(|t| matches!(t.kind, TermKind::Noun | TermKind::Verb) && one(&t.key, head))
    };
    // "Police arrested 23 protesters", "there were 45 arrests".
    let done = |terms: &[Term], head: &str| {
        let act = |t: &&Term| t.kind == TermKind::Verb && english::root(&t.key) == english::root(head);
        terms.iter().any(|t| act(&t))
    };
    if ours.dimension != Dimension::Count && unit_measured(pair, ours, theirs)
        || one_vote(ours, theirs)
        || done_to_one(pair, ours, theirs)
    {
        return true;
    }
    match (&ours.of, &theirs.of) {
        (Some(a), Some(b)) => {
            one(&a.head, &b.head)
                || both_people(&a.head, &b.head) && pair.predicate().is_some_and(|l| l.how != Match::Opposite)
                || done(&pair.claim.claim.terms, &b.head)
                || done(&pair.statement.claim.terms, &a.head)
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

/// Whether amounts with a unit are of one thing: words about the two meet, or one took in both.
fn unit_measured(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    let unnamed = ours.of.is_none() || theirs.of.is_none();
    let taken = |side: &Side| {
        let verb = |t: &&Term| t.role == TermRole::Predicate && RuleWord::Takes.has(&t.key);
        side.claim.terms.iter().any(|t| verb(&t))
    };
    let money = matches!(ours.dimension, Dimension::Money(_));
    let took = money && taken(pair.claim) && taken(pair.statement) && pair.subject_met();
    let slipped = unnamed && slip(ours, theirs) && pair.alignment.shared_wide >= 1.0;
    took || slipped
        || money && unnamed && one_deal(pair)
        || unnamed && counterpart::noun_beside(pair, ours, theirs)
}

/// Two names, or a name and a noun or the verb, meet: who paid whom.
fn one_deal(pair: &Pair) -> bool {
    let (terms, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let met = |of: &dyn Fn(&Term) -> bool| {
        let links = pair.alignment.links.iter().filter(|l| l.how >= Match::Family);
        links.filter(|l| terms[l.claim].role != TermRole::Aside && of(&terms[l.claim])).count()
    };
    let names = met(&|t| t.is_name());
    let verbs =
        |l: &Link| terms[l.claim].kind == TermKind::Verb && theirs[l.statement].kind == TermKind::Verb;
    let done =
        || pair.predicate().is_some_and(|l| l.how != Match::Opposite && verbs(&l)) && !pair.other_thing();
    names >= 1 && (names + met(&|t| t.kind == TermKind::Noun) >= 2 || done())
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
        l.how.same_sense()
            && measure(a)
            && measure(b)
            && !(a.entry.classes().direction().is_some() && a.kind == TermKind::Verb)
    })
}

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.title.is_some()
        || claim.polarity == Polarity::Negative
        || statement.polarity == Polarity::Negative
    {
        return None;
    }
    let rows = rows(pair);
    let Difference { ours, theirs, clear } = counterpart::difference(&rows)?;
    // So far apart, they are not of one sort.
    const MOST: f64 = 100.0;
    let far = ours.value.min(theirs.value) * MOST < ours.value.max(theirs.value);
    if far && ours.dimension == Dimension::Count {
        return None;
    }
    // The same number stands in another clause of the statement.
    let elsewhere = met_elsewhere(pair, ours);
    if ours.bound == Bound::Exactly && (elsewhere || came_from(pair, ours)) {
        return None;
    }
    if moved_since(pair, ours, theirs)
        || done_otherwise(pair, ours, theirs)
        || other_deaths(pair, ours, theirs)
        || besides(pair)
    {
        return None;
    }
    let slipped = slip(ours, theirs);
    let beside = agreeing_beside(pair, ours, theirs);
    let known =
        known(pair, ours, theirs) || one_noun(ours, theirs) && (slipped || beside) && met_at_all(pair);
    let opposed = pair.predicate().is_some_and(|l| l.how == Match::Opposite);
    let other_time = grown_since(pair, ours, theirs) || another_year(pair) || other_limit(pair);
    // Known by its parties alone, it may be another payment.
    let parties_alone = matches!(ours.dimension, Dimension::Money(_))
        && pair.predicate().is_none()
        && !one_noun(ours, theirs)
        && !counterpart::noun_beside(pair, ours, theirs);
    let plain =
        known && !parties_alone && clear && !elsewhere && !opposed && !other_time && !implied(ours, theirs);
    let counted = ours.of.is_some() && theirs.of.is_some();
    let bonus = |is: bool, by: f32| if is { by } else { 0.0 };
    let strength = closeness(pair)
        + bonus(counted || acts(pair, ours, theirs), 0.1)
        + bonus(slipped, 0.2)
        + bonus(beside, 0.2)
        - bonus(!clear || elsewhere, 0.2)
        - bonus(other_limit(pair), 0.2)
        - bonus(implied(ours, theirs), 0.2);
    let differing = vec![Differing { claim: ours.span, statement: theirs.span, kind: "number" }];
    Outcome::contradicts(strength.clamp(0.0, 1.0), differing).map(|o| o.plain(plain))
}

/// All numbers of the claim beside all of the statement that measure the same.
fn rows<'a>(pair: &Pair<'a>) -> Vec<Row<'a>> {
    let sides = pair
        .claim
        .quantities()
        .flat_map(|ours| pair.statement.quantities().map(move |theirs| (ours, theirs)));
    let row = |(ours, theirs): (&'a Quantity, &'a Quantity)| {
        let agrees = compare(pair, ours, theirs)? && !implied(ours, theirs);
        Some(Row { ours, theirs, agrees, fit: counterpart::fit(pair, ours, theirs) })
    };
    sides.filter_map(row).collect()
}

/// Both can be true, and yet they are not meant of one number.
fn implied(ours: &Quantity, theirs: &Quantity) -> bool {
    matches!(compatible(ours, theirs), Some(Agreement::Same | Agreement::WithinTolerance))
        && implied_apart(ours, theirs)
}

/// What the rule asks of the pair around the two numbers.
fn known(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    let alignment = pair.alignment;
    let same_noun = one_noun(ours, theirs);
    // The same noun counted in two clauses is not yet the same count: "14 people were hurt", "300 people marched".
    let named =
        alignment.links.iter().any(|l| pair.claim.claim.terms[l.claim].is_name() && l.how == Match::Same);
    let covered = alignment.claim_cover_wide >= 0.5 && alignment.statement_cover_wide >= 0.4;
    // "22 mills on the west coast" are not all the turbines.
    let elsewhere = pair.claim.claim.terms.iter().enumerate().any(|(i, t)| {
        t.is_name()
            && t.role == TermRole::Modifier
            && !alignment.ours.direct.at_all.has(i)
            && !alignment.ours.around.at_all.has(i)
    });
    // "900 people joined the strike", "the number of strikers": the act and its place are met.
    if named && took_part(pair, ours, theirs) && met_at_all(pair) {
        return true;
    }
    comparable(pair, 0.3, 0.15)
        && !elsewhere
        && (same_noun || !other_act(pair) || done_to_one(pair, ours, theirs))
        && (same_noun && same_season(pair) || covered)
        && (ours.dimension != Dimension::Count
            || acts(pair, ours, theirs)
            || done_to_one(pair, ours, theirs)
            || alignment.claim_cover >= 0.75
            || same_noun && named && !other_act(pair))
}

/// Each has a verb of its own, and they do not meet: "58 households were removed", "240 households have joined".
fn other_act(pair: &Pair) -> bool {
    let verb = |side: &Side| {
        let mut terms = side.claim.terms.iter();
        terms.any(|t| {
            t.role == TermRole::Predicate && t.kind == TermKind::Verb && !RuleWord::Light.has(&t.key)
        })
    };
    verb(pair.claim) && verb(pair.statement) && pair.predicate().is_none()
}

/// The verbs meet, or the statement's says only which way the number went.
fn acts(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    // "The number of children made ill has risen to 23."
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

/// What a year ago was counted or earned is another year's figure, and so is what happened last season.
fn another_year(pair: &Pair) -> bool {
    const YEAR_DAYS: i32 = 400;
    const SEASON_DAYS: i32 = 270;
    let days =
        pair.claim.said.from.zip(pair.statement.said.to).map_or(0, |(at, said)| (at - said).get_days());
    let old = days > YEAR_DAYS || days > SEASON_DAYS && pair.statement.claim.past;
    old && pair.claim.claim.past && pair.claim.own_days().is_none()
}

/// "By 19 April", "after 11 April", against a count of another day.
fn other_limit(pair: &Pair) -> bool {
    let limited = |side: &Side| {
        side.times().any(|t| matches!(t.kind, TimeKind::Before | TimeKind::After | TimeKind::By))
    };
    let dated = |side: &Side| side.times().any(|t| matches!(t.kind, TimeKind::Calendar));
    limited(pair.claim) && dated(pair.statement) || limited(pair.statement) && dated(pair.claim)
}

/// Whether the very number stands elsewhere in the statement, of the same noun or of none.
fn met_elsewhere(pair: &Pair, ours: &Quantity) -> bool {
    let own = |q: &Quantity| pair.statement.quantities().any(|own| own.span == q.span);
    pair.statement.analysis.quantities.iter().filter(|q| !own(q)).any(|q| {
        let noun = ours.of.is_none() || q.of.is_none() || one_noun(ours, q);
        let met = compatible(ours, q);
        noun && (met == Some(Agreement::Same) || met == Some(Agreement::WithinTolerance) && one_noun(ours, q))
    })
}

/// "Set to reach 10 billion, up from 5.7 billion": the number is where the statement's comes from, or one of its own.
fn came_from(pair: &Pair, ours: &Quantity) -> bool {
    let near = |value: f64| (value - ours.value).abs() <= 0.01 * ours.value.abs();
    pair.statement.quantities().any(|theirs| {
        ours.dimension == theirs.dimension
            && (theirs.from.is_some_and(near) || theirs.bound == Bound::Exactly && theirs.value == ours.value)
    })
}

/// "Killed 40 people", "injured 52 people": each side's verb tells of another thing done to those counted.
fn done_otherwise(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    let people = |q: &Quantity| q.of.as_ref().is_some_and(|of| both_people(&of.head, "people"));
    let verb = |side: &Side| {
        let told = |t: &&Term| t.role == TermRole::Predicate && t.kind == TermKind::Verb;
        let plain = |t: &Term| RuleWord::Light.has(&t.key) || t.entry.classes().direction().is_some();
        side.claim.terms.iter().find(told).is_some_and(|t| !plain(t))
    };
    !done_to_one(pair, ours, theirs)
        && people(ours)
        && people(theirs)
        && pair.predicate().is_none()
        && verb(pair.claim)
        && verb(pair.statement)
}

/// One mood and no other days, names or doers, and something of the matter met.
fn met_at_all(pair: &Pair) -> bool {
    const LEAST_COVER: f32 = 0.25;
    moods_compare(pair)
        && !pair.other_days()
        && !pair.alignment.other_name
        && !pair.other_subject()
        && pair.alignment.claim_cover_wide >= LEAST_COVER
}

/// Whether another telling number of the claim's sentence stands in the statement's too: then the two are of one matter.
fn agreeing_beside(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    let others = |side: &Side<'_>, but: &Quantity| -> Vec<usize> {
        let sentence = side.analysis.sentences[side.claim.sentence].span;
        let telling = |&i: &usize| {
            let q = &side.analysis.quantities[i];
            q.span != but.span
                && q.dimension != Dimension::Ordinal
                && (q.value >= 10.0 || q.value.fract() != 0.0 || q.dimension != Dimension::Count)
        };
        side.analysis.quantities_in(sentence).filter(telling).collect()
    };
    let theirs = others(pair.statement, theirs);
    !theirs.is_empty()
        && others(pair.claim, ours).iter().any(|&i| {
            theirs.iter().any(|&j| {
                let (a, b) = (&pair.claim.analysis.quantities[i], &pair.statement.analysis.quantities[j]);
                compatible(a, b) == Some(Agreement::Same)
            })
        })
}
