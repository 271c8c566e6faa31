//! `opposite`: the record says the opposite.

use crate::claim::{Claim, Modality, Term, TermKind, TermRole};
use crate::compare::conditions::{
    another, closeness, comparable, differing, due_and_done, matter, moods_compare, of_another,
    of_another_charge, one_amount, past_event_elsewhere, plainest, planned_since, positive, quantities_agree,
    told_beside,
};
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::state::frames;
use crate::compare::state::holder::taken_by_holder;
use crate::compare::state::kind_of;
use crate::compare::{Differing, Link, Match, Pair, Side};
use crate::english::{self, Aspect, Stance};
use crate::quantity::{Dimension, Quantity};

pub(super) static RULE: Rule = Rule {
    code: "opposite",
    summary: "the record says the opposite: approved, rejected; held, retaken",
    documentation: "Speaks where the predicates exclude each other when said of one thing at one time, and subject and \
                    other words meet; or where claim and statement take opposite sides in other constructions (pressing ahead, \
                    shelved; full confidence, refused to stand behind). With one side negated the two agree.",
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
    concerns: |_| true,
    unaligned: |_| false,
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    plainest(pair, &[words, |pair| frames::opposed(pair, true), unanimous])
}

/// Words that exclude each other.
fn words(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.title.is_some() {
        return None;
    }
    // "The city remains" has a name and no matter.
    const LEAST_OWN: f32 = 0.7;
    // "Retaking the town would be a victory."
    let supposed = !statement.asserted() && !moods_compare(pair);
    if pair.alignment.own_weight < LEAST_OWN || supposed {
        return None;
    }
    // What began or lasted has ended since.
    let aspect = |term: &Term| term.entry.classes().aspect();
    let lasts = |term: &Term| matches!(aspect(term), Some(Aspect::Continue | Aspect::Start));
    let ends = |term: &Term| aspect(term) == Some(Aspect::Stop);
    // What rises and falls is for the rule on trends; "lost 22 million" and "earned 22 million" are not.
    let declines = |term: &Term| term.kind == TermKind::Verb && english::opposites(&term.key, "accept");
    let one_prize = pair.alignment.links.iter().any(|l| {
        let (a, b) = (&claim.terms[l.claim], &statement.terms[l.statement]);
        l.how.same_sense() && a.kind == TermKind::Noun && a.role == TermRole::Object && b.role == a.role
    });
    let direction = |side: &Claim, term: &Term| {
        // "Declined the offer".
        let refuses = declines(term) && side.terms_of(TermRole::Object).next().is_some();
        // "Lost the match".
        let contest = won_or_lost(term) && one_prize;
        !refuses && !contest && term.entry.classes().direction().is_some()
    };
    let one_number = || one_amount(pair);
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
                && !converse(pair, ours, theirs)
                && {
                    let (a, b) = (direction(claim, ours), direction(statement, theirs));
                    !a && !b || a != b && (near || one_number())
                }
        })
        .collect();
    let [link] = opposites[..] else { return None };
    if due_and_done(pair) || another(pair) || of_another(pair) || attributes(pair, link) {
        return None;
    }
    let mut plain = (comparable(pair, 0.6, 0.5) || comparable(pair, 0.5, 0.6))
        && !past_event_elsewhere(pair)
        && !planned_since(pair);
    plain &= pair.same_parts() && pair.share_matter() && !pair.other_thing();
    plain &= !since_decided(pair);
    let (ours, theirs) = (&claim.terms[link.claim], &statement.terms[link.statement]);
    if taken_by_holder(pair)
        || presupposed(pair, ours, theirs)
        || done_to_another(pair)
        || by_who_does_it(pair, ours, theirs)
        || told_beside(pair, ours)
        || of_another_charge(pair)
    {
        return None;
    }
    let says = |term: &Term| term.entry.classes().stance() == Some(Stance::Say);
    plain &= !(says(ours) || says(theirs) || undone(pair, ours, theirs));
    plain &= quantities_agree(pair) != Some(false);
    if !plain && pair.other_head() {
        return None;
    }
    if claim.polarity != statement.polarity {
        return Outcome::agrees(0.8 * closeness(pair)).map(|o| o.plain(plain));
    }
    Outcome::contradicts(closeness(pair), differing(pair, *link, "word")).map(|o| o.plain(plain))
}

/// "By a unanimous vote", "by 31 votes to 12".
fn unanimous(pair: &Pair) -> Option<Outcome> {
    const LEAST: f32 = 0.5;
    let one = |side: &Side| side.has_word(&["unanimous", "unanimously"]);
    let split = |side: &Side| {
        let votes = |q: &&Quantity| q.dimension == Dimension::Score && q.value > 0.0;
        side.quantities().filter(votes).find(|q| q.high.is_some_and(|against| against > 0.0)).map(|q| q.span)
    };
    let affirmed = positive(pair.claim) && positive(pair.statement);
    let (claim, statement) = match (one(pair.claim), one(pair.statement)) {
        _ if !affirmed || pair.claim.claim.title.is_some() => return None,
        (true, false) => (pair.claim.claim.span, split(pair.statement)?),
        (false, true) => (split(pair.claim)?, pair.statement.claim.span),
        _ => return None,
    };
    let how = |t: &Term| matches!(t.key.as_str(), "unanimous" | "unanimously" | "vote");
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let met = matter(pair, |i| how(&ours[i]), |j| how(&theirs[j]));
    let plain = met.is_some_and(|met| met >= LEAST)
        && comparable(pair, 0.4, 0.4)
        && !past_event_elsewhere(pair)
        && !due_and_done(pair);
    let differing = vec![Differing { claim, statement, kind: "word" }];
    Outcome::contradicts(met.unwrap_or(0.0), differing).map(|o| o.plain(plain))
}

fn time_words<'a>(side: &Side<'a>) -> Option<&'a str> {
    side.times().next().map(|time| time.span.of(side.text))
}

/// "Is a liberal senator", "angered conservative colleagues": the adjective is said of something else.
fn attributes(pair: &Pair, link: &Link) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let said = |side: &Side, at: usize, other: TermRole| {
        let terms = &side.claim.terms;
        let behind =
            terms.get(at + 1).filter(|t| t.kind == TermKind::Noun && t.span.start == terms[at].span.end + 1);
        terms[at].role == TermRole::Predicate
            || terms[at].kind != TermKind::Adjective
            || behind.is_some_and(|noun| noun.role == other)
    };
    let adjectives = claim.terms[link.claim].kind == TermKind::Adjective
        && statement.terms[link.statement].kind == TermKind::Adjective;
    adjectives
        && !(said(pair.claim, link.claim, TermRole::Subject)
            && said(pair.statement, link.statement, TermRole::Subject))
}

/// "Closed in March", "reopened in May": the one may have followed the other, unless both are said of one time.
fn undone(pair: &Pair, ours: &Term, theirs: &Term) -> bool {
    let one_time = pair.claim.own_days().is_some() && pair.statement.own_days().is_some()
        || time_words(pair.claim).is_some_and(|time| time_words(pair.statement) == Some(time));
    let undated = pair.claim.said.to.is_none() || pair.statement.said.to.is_none();
    pair.claim.claim.past
        && undated
        && !one_time
        && RuleWord::Undoes.has(&ours.key)
        && RuleWord::Undoes.has(&theirs.key)
}

/// "Was shut for a decade", "has reopened"; "are to resume", "have ended": who takes up again what had stopped says that it
/// had.
fn presupposed(pair: &Pair, ours: &Term, theirs: &Term) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let again = |term: &Term| term.entry.classes().aspect() == Some(Aspect::Repeat);
    let one_day = pair.claim.own_days().zip(pair.statement.own_days()).is_some_and(|(a, b)| a.overlaps(b));
    let before = pair.statement.said.to.zip(pair.claim.said.to).is_some_and(|(told, said)| told <= said);
    let to_come = claim.modality.to_come() && statement.modality == Modality::Fact;
    !one_day && (claim.past && again(theirs) || before && again(ours) && to_come)
}

/// "She resigned", "she dismissed her deputy": what somebody does to another is not done to them.
fn by_who_does_it(pair: &Pair, ours: &Term, theirs: &Term) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let alone = |of: &Claim| !of.passive && of.terms_of(TermRole::Object).next().is_none();
    let does = |of: &Claim, verb: &Term| !of.passive && RuleWord::DoneToPerson.has(&verb.key);
    let subject = |of: &Claim, i: usize| of.terms[i].role == TermRole::Subject;
    let one = |l: &Link| subject(claim, l.claim) && subject(statement, l.statement);
    (does(statement, theirs) && alone(claim) || does(claim, ours) && alone(statement))
        && pair.alignment.links.iter().any(one)
}

/// "The buses were withdrawn", "they extended the checks to all buses": what the one is said of stands aside in the
/// other, which is said of something that the first does not speak of.
fn done_to_another(pair: &Pair) -> bool {
    let (ours, theirs) = (pair.claim.claim, pair.statement.claim);
    let links = &pair.alignment.links;
    let acted_on = |of: &Claim, t: &Term| {
        // "Is going ahead with it": a word for the way is nothing that it is done to.
        (t.is_name() || t.kind == TermKind::Noun)
            && (t.role == TermRole::Object || of.passive && t.role == TermRole::Subject)
            && !(RuleWord::Plan.has(&t.key) || RuleWord::Said.has(&t.key))
    };
    let aside = |t: &Term| matches!(t.role, TermRole::Modifier | TermRole::Aside);
    let unmet = |of: &Claim, linked: &dyn Fn(usize) -> bool| {
        let mut things = of.terms.iter().enumerate().filter(|(_, t)| acted_on(of, t)).peekable();
        things.peek().is_some() && things.all(|(i, _)| !linked(i))
    };
    let at = |i: usize, j: usize| (&ours.terms[i], &theirs.terms[j]);
    unmet(theirs, &|j| links.iter().any(|l| l.statement == j))
        && links.iter().map(|l| at(l.claim, l.statement)).any(|(a, b)| acted_on(ours, a) && aside(b))
        || unmet(ours, &|i| links.iter().any(|l| l.claim == i))
            && links.iter().map(|l| at(l.claim, l.statement)).any(|(a, b)| acted_on(theirs, b) && aside(a))
}

/// *Win, lose, beat*.
fn won_or_lost(term: &Term) -> bool {
    term.kind == TermKind::Verb
        && (english::opposites(&term.key, "win") || english::opposites(&term.key, "lose"))
}

/// "Was sold to them", "they bought it"; "won against them", "they defeated": one event from two sides.
fn converse(pair: &Pair, ours: &Term, theirs: &Term) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let acts = pair.alignment.links.iter().any(|l| {
        let subject = |term: &Term| term.role == TermRole::Subject;
        subject(&claim.terms[l.claim]) && subject(&statement.terms[l.statement])
    });
    let active = !claim.passive && !statement.passive;
    let parted = |term: &Term| RuleWord::PartsWith.has(&term.key) || won_or_lost(term);
    let parts = parted(ours) || parted(theirs);
    let kin = kind_of(&ours.key, &theirs.key) || kind_of(&theirs.key, &ours.key);
    parts && !(acts && active) || kin && active
}

/// "Has cleared him": what was decided otherwise long before may have been so.
fn since_decided(pair: &Pair) -> bool {
    const NEAR_DAYS: i32 = 45;
    let apart = pair.claim.said.from.zip(pair.statement.said.to).map(|(at, told)| (at - told).get_days());
    apart.is_some_and(|days| days > NEAR_DAYS) && pair.claim.has_word(&["has", "have"])
}
