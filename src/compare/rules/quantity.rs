//! `quantity`: another number for the same thing.

use crate::claim::Polarity;
use crate::compare::conditions::{
    asked, besides, closeness, comparable, elsewhere, matter, moods_compare, other_place, positive,
};
use crate::compare::measure::acts::{acts, done_otherwise, other_act};
use crate::compare::measure::counterpart::{self, Difference, Row};
use crate::compare::measure::course::moved_since;
use crate::compare::measure::people::{done_to_one, grown_since, left_of, other_deaths, took_part};
use crate::compare::measure::price::one_price;
use crate::compare::measure::same::{compare, one_noun};
use crate::compare::measure::votes::one_side_met;
use crate::compare::measure::{ratio, share};
use crate::compare::pair::other::{another_thing, beside_it};
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::{Differing, Match, Pair, Side};
use crate::quantity::{Agreement, Bound, Dimension, Quantity, compatible, implied_apart, slip};
use crate::text::Span;
use crate::time::TimeKind;

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
    concerns: |side| {
        side.claim.title.is_none()
            && positive(side)
            && (side.quantities().next().is_some() || ratio::multiplies(side))
    },
    unaligned: |_| false,
    apply,
    explain: |told| {
        format!("{} {} gave {}, not {}: “{}”", told.when, told.who(), told.theirs, told.ours, told.statement)
    },
};

/// Said near enough to each other to be no figures of two years.
fn same_season(pair: &Pair) -> bool {
    const DAYS: i32 = 200;
    pair.claim.said.to.zip(pair.statement.said.to).is_none_or(|(a, b)| (a - b).get_days().abs() <= DAYS)
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
    let Some(Difference { ours, theirs, clear }) = counterpart::difference(&rows) else {
        return changed_otherwise(pair);
    };
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
        || left_of(pair, ours, theirs)
        || done_otherwise(pair, ours, theirs)
        || other_deaths(pair, ours, theirs)
        || besides(pair)
        || asked(pair)
        || other_place(pair)
        || long_gone(pair)
        || pair.other_subject()
        || another_thing(pair)
        || beside_it(pair, true)
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
        && !one_price(pair, ours, theirs)
        && !one_noun(ours, theirs)
        && !counterpart::noun_beside(pair, ours, theirs);
    let plain =
        known && !parties_alone && clear && !elsewhere && !opposed && !other_time && !implied(ours, theirs);
    if !plain && (pair.claim.own_days().is_some() && pair.other_year() || year_old(pair)) {
        return None;
    }
    // As many voted, on something else.
    if ours.dimension == Dimension::Score && pair.other_thing() && !one_side_met(ours, theirs) {
        return None;
    }
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
    let outcome = Outcome::contradicts(strength.clamp(0.0, 1.0), differing);
    outcome.map(|o| o.plain(plain).apart(apart(ours, theirs)))
}

/// How many times as much the one is as the other, on a scale on which 1 is what no slip makes of a figure.
fn apart(ours: &Quantity, theirs: &Quantity) -> f64 {
    const MOST: f64 = 20.0;
    let value = |q: &Quantity| q.value * q.factor;
    (value(ours) / value(theirs)).ln().abs() / MOST.ln()
}

/// "Tripled": twice as many as the year before.
fn changed_otherwise(pair: &Pair) -> Option<Outcome> {
    let (ours, theirs) = ratio::other_factor(pair).filter(|_| !another_thing(pair))?;
    let course = |side: &Side| side.content.course.map(|(span, _)| span);
    let at = |side: &Side, i: usize, but: Span| {
        let span = side.claim.terms[i].span;
        but.contains(span) || course(side) == Some(span)
    };
    let met = matter(pair, |i| at(pair.claim, i, ours), |j| at(pair.statement, j, theirs))?;
    let plain = met >= 0.65 && !pair.other_days() && moods_compare(pair) && !another_year(pair);
    let differing = vec![Differing { claim: ours, statement: theirs, kind: "number" }];
    Outcome::contradicts(met, differing).map(|o| o.plain(plain))
}

/// All numbers of the claim beside all of the statement that measure the same.
fn rows<'a>(pair: &Pair<'a>) -> Vec<Row<'a>> {
    let sides = pair
        .claim
        .quantities()
        .flat_map(|ours| share::numbers(pair.statement).map(move |theirs| (ours, theirs)));
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
    // Whether it is planned or done, it is of one price; and of one vote, whatever it was about.
    let one_figure = one_price(pair, ours, theirs) || one_side_met(ours, theirs);
    if one_figure && pair.subject_met() && !pair.other_days() && !pair.alignment.other_name {
        return true;
    }
    // "900 people joined the strike", "the number of strikers": the act and its place are met.
    if named && took_part(pair, ours, theirs) && met_at_all(pair) {
        return true;
    }
    comparable(pair, 0.3, 0.15)
        && !elsewhere(pair)
        && (same_noun || !other_act(pair) || done_to_one(pair, ours, theirs))
        && (same_noun && same_season(pair) || covered)
        && (ours.dimension != Dimension::Count
            || acts(pair, ours, theirs)
            || done_to_one(pair, ours, theirs)
            || alignment.claim_cover >= 0.75
            || same_noun && named && !other_act(pair))
}

/// What a year ago was counted or earned is another year's figure, and so is what happened last season.
fn another_year(pair: &Pair) -> bool {
    const YEAR_DAYS: i32 = 400;
    const SEASON_DAYS: i32 = 270;
    let days =
        pair.claim.said.from.zip(pair.statement.said.to).map_or(0, |(at, said)| (at - said).get_days());
    let old = days > YEAR_DAYS || days > SEASON_DAYS && pair.statement.claim.past;
    old && pair.claim.claim.past && pair.claim.own_days().is_none() && !pair.recalled()
}

/// Told more than a year before the claim, which does not speak of that time: where any doubt is left, the figure is
/// another one.
fn year_old(pair: &Pair) -> bool {
    const DAYS: i32 = 400;
    let apart =
        pair.claim.said.from.zip(pair.statement.said.to).map_or(0, |(at, said)| (at - said).get_days());
    apart > DAYS && pair.claim.own_days().is_none() && !pair.recalled()
}

/// How many there were some years ago says nothing of how many there are.
fn long_gone(pair: &Pair) -> bool {
    const YEAR_DAYS: i32 = 400;
    let then = pair.statement.own_days().and_then(|days| days.to).filter(|_| pair.statement.claim.past);
    let old = then.zip(pair.claim.said.from).is_some_and(|(then, said)| (said - then).get_days() > YEAR_DAYS);
    old && !pair.claim.claim.past && !pair.claim.claim.perfect && pair.claim.own_days().is_none()
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
            && ours.dimension != Dimension::Score
            && ours.per == theirs.per
            && !share::divided(pair.statement, theirs)
            && (theirs.from.is_some_and(near) || theirs.bound == Bound::Exactly && theirs.value == ours.value)
    })
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
