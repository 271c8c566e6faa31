//! `role`: an office that its holder no longer has, or has not yet, or that another holds.

use crate::claim::{Modality, Polarity, TermRole};
use crate::compare::office::beside::{Posts, another_post, contradicts, outcome};
use crate::compare::office::posts::{self, body_met};
use crate::compare::office::tenure::{effective, known, other_step, same_body, succession};
use crate::compare::office::{Event, Office, held, office_words, offices, person, same_office};
use crate::compare::pair::behind;
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::tie::tied;
use crate::compare::{Differing, Match, Pair, Relation, Side, meet};
use crate::english::Aspect;
use crate::time::Interval;

pub(super) static RULE: Rule = Rule {
    code: "role",
    summary: "an office that its holder no longer has, or not yet, or that another holds; who is what to whom, and where from",
    documentation: "Speaks where the claim gives a person an office, in front of the name, behind it or by a verb, and a \
                    statement tells that the person took it up, left it, or that another took it. An office attached \
                    to a name is judged on the day of the text alone; \"Mora is commissioner\" is overtaken by a later \
                    resignation. Offices with other modifiers (finance minister, defence minister) are other offices, and nobody has two \
                    such portfolios at a time. Whoever is acting is that until another has the office; an office that is \
                    called vacant is not where somebody took it. Speaks too where the two are tied the other way round (owner and subsidiary, successor and predecessor), by another tie of kin, or \
                    where the one has another country or seat on record.",
    examples: &[
        Example {
            statement: "Ines Mora resigned as transport commissioner in May.",
            claim: "Transport commissioner Ines Mora opened the line.",
            relation: "contradicts",
        },
        Example {
            statement: "Ines Mora resigned as finance commissioner in May.",
            claim: "Transport commissioner Ines Mora opened the line.",
            relation: "silent",
        },
        Example {
            statement: "Orrin Timber, a subsidiary of Salo Group, closed two sawmills.",
            claim: "Orrin Timber owns Salo Group.",
            relation: "contradicts",
        },
    ],
    concerns: |side| {
        !side.content.phases.ties.is_empty()
            || held(side).is_some()
            || taken(side).is_some()
            || posts::vacant(side).is_some()
            || succession(side).is_some()
    },
    unaligned: |_| true,
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    let claim = pair.claim.claim;
    if let Some(outcome) = tied::compared(pair) {
        return Some(outcome);
    }
    let changed = taken_on_another_day(pair).or_else(|| filled(pair)).or_else(|| other_predecessor(pair));
    if let Some(outcome) = changed.or_else(|| left_body(pair)) {
        return Some(outcome);
    }
    let ours = held(pair.claim)?;
    let attached = claim.title.is_some();
    // "A minister at the time".
    let then = || pair.claim.text[claim.span.end..].trim_start().starts_with("at the time");
    if attached && (then() || ends_itself(pair.claim, &ours)) {
        return None;
    }
    if claim.polarity == Polarity::Negative {
        return None;
    }
    if claim.past && !attached {
        return taken_by_another(pair, &ours);
    }
    // A title in a sentence about the past is that of the day of which it tells.
    let told = pair.claim.own_days().filter(|_| claim.past || claim.modality.to_come());
    let at = told.unwrap_or(pair.claim.said).to?;
    let mut best: Option<Outcome> = None;
    for theirs in offices(pair.statement) {
        let posts = Posts::of(pair, (&ours, &theirs), at);
        if !posts.beside() {
            continue;
        }
        let day = effective(pair.statement);
        if let Some(other) = another_post(pair, (&ours, &theirs), day, at) {
            best = Some(other);
            continue;
        }
        let Some(day) = day.filter(|_| posts.one()) else { continue };
        let outcome = if posts.one_person { posts.held_then(day, told) } else { posts.held_by_another(day) };
        if let Some(outcome) = outcome.filter(|o| best.as_ref().is_none_or(|b| o.strength > b.strength)) {
            best = Some(outcome);
        }
    }
    best
}

/// "Took over from Hale": succeeded Orth.
fn other_predecessor(pair: &Pair) -> Option<Outcome> {
    const NEAR_DAYS: i32 = 400;
    let (ours, theirs) = (succession(pair.claim)?, succession(pair.statement)?);
    let one = meet(ours.heir, theirs.heir) == Some(Match::Same) && meet(ours.before, theirs.before).is_none();
    let (a, b) = (office_words(pair.claim.claim), office_words(pair.statement.claim));
    let office = a.is_empty() || b.is_empty() || same_office(&a, &b);
    let apart = pair.claim.said.to.zip(pair.statement.said.to).map_or(0, |(a, b)| (a - b).get_days().abs());
    let differing = vec![Differing { claim: ours.before.span, statement: theirs.before.span, kind: "name" }];
    (one && office && known(ours.heir) && apart <= NEAR_DAYS)
        .then(|| outcome(Relation::Contradicts, 0.7, None, differing))
}

/// "The commission is headed by Hale": Hale has stood down from the commission.
fn left_body(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let ours = held(pair.claim).filter(|_| !claim.past && claim.polarity == Polarity::Positive)?;
    let left = statement.modality == Modality::Fact
        && statement.polarity == Polarity::Positive
        && statement.terms_of(TermRole::Predicate).any(|t| RuleWord::LeavesBody.has(&t.key));
    let day = effective(pair.statement).filter(|day| left && Some(*day) <= pair.claim.said.to)?;
    let (leaves, body) = pair.alignment.links.iter().fold((false, false), |(leaves, body), l| {
        let (a, b) = (&claim.terms[l.claim], &statement.terms[l.statement]);
        let person = meet(ours.person, b) == Some(Match::Same) && b.role == TermRole::Subject;
        let from = || behind(pair.statement, b) == Some("from");
        let thing = l.how == Match::Same && a.span != ours.person.span && !person && from();
        (leaves || person, body || thing)
    });
    (leaves && body && known(ours.person)).then(|| contradicts(pair, 0.7, Some(day)))
}

/// "The post of director is vacant": somebody took it.
fn filled(pair: &Pair) -> Option<Outcome> {
    const DAYS: i32 = 1100;
    let words = posts::vacant(pair.claim)?;
    let (taker, day) = (posts::taker(pair.statement, &words)?, effective(pair.statement)?);
    let near = pair.claim.said.to.is_some_and(|at| (at - day).get_days() <= DAYS);
    let differing =
        vec![Differing { claim: pair.claim.claim.span, statement: taker.person.span, kind: "word" }];
    (near && body_met(pair)).then(|| outcome(Relation::Contradicts, 0.7, Some(day), differing))
}

/// "Became head gardener a month ago": in those days another one did.
fn taken_by_another(pair: &Pair, ours: &Office) -> Option<Outcome> {
    const NEAR_DAYS: i32 = 10;
    let days = pair.claim.own_days().filter(|_| pair.claim.claim.aspect == Some(Aspect::Change))?;
    offices(pair.statement).into_iter().find_map(|theirs| {
        let day = effective(pair.statement)?;
        let near = (day - days.from?).get_days() >= -NEAR_DAYS && (days.to? - day).get_days() >= -NEAR_DAYS;
        let another = theirs.event == Event::Begins && meet(ours.person, theirs.person).is_none();
        (near
            && another
            && same_office(&ours.words, &theirs.words)
            && same_body(pair, ours.person, theirs.person))
        .then(|| contradicts(pair, 0.6, Some(day)))
    })
}

/// The days on which a claim of the past lets somebody take an office, and the office.
fn taken<'a>(side: &'a Side) -> Option<(Interval, Office<'a>)> {
    let claim = side.claim;
    let days = side.own_days().filter(|_| claim.past && claim.title.is_none())?;
    let begins = offices(side).into_iter().find(|office| office.event == Event::Begins);
    let office = begins.or_else(|| {
        // "Took over" with nothing behind it leaves the office to the context.
        let bare = claim.terms_of(TermRole::Predicate).any(|t| t.key == "acquire")
            && claim.terms.iter().all(|t| matches!(t.role, TermRole::Subject | TermRole::Predicate));
        let person = claim.terms_of(TermRole::Subject).find(|t| person(side, t)).filter(|_| bare)?;
        Some(Office { person, words: Vec::new(), event: Event::Begins })
    })?;
    Some((days, office))
}

/// "She succeeded him on 3 March": she did in May.
fn taken_on_another_day(pair: &Pair) -> Option<Outcome> {
    const MOST_DAYS: i32 = 400;
    let (days, ours) = taken(pair.claim)?;
    offices(pair.statement).into_iter().find_map(|theirs| {
        let day = effective(pair.statement)?;
        let one = theirs.event == Event::Begins && meet(ours.person, theirs.person) == Some(Match::Same);
        let office = ours.words.is_empty() || same_office(&ours.words, &theirs.words);
        // "Who became manager in June 2018", told in 2019.
        let told = pair.statement.own_days().filter(|_| pair.statement.claim.past);
        let told = told.unwrap_or(Interval::day(day));
        let apart = (days.from? - told.to?).get_days().max((told.from? - days.to?).get_days());
        // Who is named in May may be sworn in in June.
        (one && !other_step(pair.claim, pair.statement) && office && (1..=MOST_DAYS).contains(&apart))
            .then(|| contradicts(pair, 0.7, Some(day)))
    })
}

/// "The treasurer, Ida Marsh, resigned": the sentence tells the end of the office itself.
fn ends_itself(side: &Side, ours: &Office) -> bool {
    let mut told =
        side.analysis.claims.iter().filter(|c| c.sentence == side.claim.sentence && c.title.is_none());
    told.any(|c| {
        c.terms_of(TermRole::Predicate).any(|t| RuleWord::LeavesOffice.has(&t.key))
            && c.terms_of(TermRole::Subject).any(|t| meet(t, ours.person) == Some(Match::Same))
    })
}
