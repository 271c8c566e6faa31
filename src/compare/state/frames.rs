//! One thing in opposite phases of one frame: on strike, back to work; pressing ahead, shelved.

use crate::claim::{Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::{
    due_and_done, matter, moods_compare, of_another, of_another_charge, other_in_row, planned_since,
    quantities_agree, still_to_come, told_beside,
};
use crate::compare::pair::behind;
use crate::compare::rule::Outcome;
use crate::compare::rule_words::RuleWord;
use crate::compare::state::expressions::Sort;
use crate::compare::state::phases::{Phase, shown};
use crate::compare::{Differing, Link, Match, Pair, Places, Side};
use crate::english::Aspect;

/// The first frame of a sort, states or stances, that the two sides put one thing into opposite phases of.
pub(in crate::compare) fn opposed(pair: &Pair, stance: bool) -> Option<Outcome> {
    let mut loose = None;
    let phases = pair.claim.content.phases.opposed(&pair.statement.content.phases);
    for (ours, theirs, sort) in phases.filter(|(_, _, sort)| sort.stance == stance) {
        match against(pair, ours, theirs, sort) {
            Some(outcome) if outcome.plain => return Some(outcome),
            outcome => loose = loose.or(outcome),
        }
    }
    loose
}

/// Whether the two say one phase of a frame, and opposite ones of none: at a standstill, stopped.
pub(in crate::compare) fn agree(pair: &Pair) -> bool {
    let (ours, theirs) = (&pair.claim.content.phases, &pair.statement.content.phases);
    ours.of_one_frame(theirs).any(|(a, b)| a.on == b.on && b.event) && ours.opposed(theirs).next().is_none()
}

fn against(pair: &Pair, ours: Phase, theirs: Phase, sort: Sort) -> Option<Outcome> {
    const LEAST: f32 = 0.6;
    let owes = ours.owes || theirs.owes;
    if due_and_done(pair) && !owes
        || as_long_as(pair.claim)
        || other_in_row(pair)
        || pair.other_rhythm()
        || of_another(pair)
        || of_another_charge(pair)
        || shown(pair.claim.claim, &ours).is_some_and(|verb| told_beside(pair, verb))
        || shown(pair.statement.claim, &theirs).is_some_and(|verb| withdrawn_from(pair, verb))
        || pair.claim.claim.title.is_some()
        || pair.statement.claim.title.is_some()
        || still_to_come(pair)
        || !in_time(pair, ours, theirs, sort)
        || sort.person
            && (of_things(pair, ours, theirs)
                || by_who_does_it(pair, ours, theirs)
                || of_another_person(pair))
        || resumed_since(pair)
        || denies_a_kind(pair)
        || sort.stance && of_others(pair)
        || sort.between && with_another(pair)
    {
        return None;
    }
    // "The strike is on hold", "pickets are back": the one names what the other only tells of.
    let (our_terms, their_terms) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let (we_name, they_name) =
        (our_terms.iter().any(|t| ours.names(t)), their_terms.iter().any(|t| theirs.names(t)));
    let met = matter(
        pair,
        |i| ours.has(i) || !they_name && ours.names(&our_terms[i]),
        |j| theirs.has(j) || !we_name && theirs.names(&their_terms[j]),
    );
    let figures = pair.claim.quantities().next().is_some() || pair.statement.quantities().next().is_some();
    let numbers = quantities_agree(pair);
    let plain = met.is_some_and(|met| met >= LEAST)
        && pair.alignment.statement_cover_wide >= 0.3
        && (owes || moods_compare(pair))
        && !pair.other_days()
        && !planned_since(pair)
        && !pair.statement.claim.subordinate
        && (!ours.event || still_so(pair, sort) || at_one_time(pair, ours, theirs, sort))
        && !caused(pair.statement)
        && numbers != Some(false)
        && (!figures || !sort.stance || numbers == Some(true));
    let span =
        |side: &Side, phase: &Phase| shown(side.claim, phase).map_or(side.claim.span, |term| term.span);
    let differing = vec![Differing {
        claim: span(pair.claim, &ours),
        statement: span(pair.statement, &theirs),
        kind: "word",
    }];
    Outcome::contradicts(met.unwrap_or(0.0), differing).map(|outcome| outcome.plain(plain))
}

/// "The panel is still sitting", "the judge withdrew from the panel": what somebody leaves goes on.
pub(in crate::compare) fn withdrawn_from(pair: &Pair, verb: &Term) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let from = |t: &Term| t.span.start > verb.span.end && behind(pair.statement, t) == Some("from");
    let left = statement.terms.iter().position(|t| t.role == TermRole::Modifier && from(t));
    let mut subjects =
        pair.alignment.links.iter().filter(|l| claim.terms[l.claim].role == TermRole::Subject).peekable();
    let acts = !statement.passive && statement.terms_of(TermRole::Object).next().is_none();
    acts && subjects.peek().is_some() && left.is_some_and(|left| subjects.all(|l| l.statement >= left))
}

/// "No shots were fired": what happens to things is no state of persons.
fn of_things(pair: &Pair, ours: Phase, theirs: Phase) -> bool {
    let person = |t: &Term| t.is_name() || t.entry.classes().person() || t.entry.classes().office();
    let things = |side: &Side, phase: Phase| {
        let patient = |t: &Term| matches!(t.role, TermRole::Subject | TermRole::Object);
        let mut patients = side.claim.terms.iter().filter(|t| patient(t)).peekable();
        phase.event && patients.peek().is_some() && !patients.any(person)
    };
    things(pair.claim, ours) || things(pair.statement, theirs)
}

/// "The deputy of Mora retired": said of a person who is named by another. "The engineer", where the statement names a captain.
fn of_another_person(pair: &Pair) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let subject = |terms: &[Term], linked: Places, of: &dyn Fn(&Term) -> bool| {
        let mut subjects = terms.iter().enumerate().filter(|(_, t)| t.role == TermRole::Subject).peekable();
        let mut heads = subjects.clone().filter(|(_, t)| of(t)).peekable();
        subjects.peek().is_some() && heads.peek().is_some() && !subjects.any(|(i, _)| linked.has(i))
    };
    let (met, their_met) = (pair.alignment.ours.linked.at_all, pair.alignment.theirs.linked.at_all);
    let described = |t: &Term| !t.is_name() && (t.entry.classes().person() || t.entry.classes().office());
    if subject(ours, met, &described) && subject(theirs, their_met, &Term::is_name) {
        return true;
    }
    let by_another = |terms: &[Term], at: usize, linked: &dyn Fn(usize) -> bool| {
        let mut subjects = terms.iter().enumerate().filter(|(_, t)| t.role == TermRole::Subject).peekable();
        terms[at].is_name()
            && terms[at].role == TermRole::Modifier
            && subjects.peek().is_some()
            && subjects.all(|(i, _)| !linked(i))
    };
    let links = &pair.alignment.links;
    links.iter().any(|l| {
        by_another(ours, l.claim, &|i| links.iter().any(|l| l.claim == i))
            || by_another(theirs, l.statement, &|j| links.iter().any(|l| l.statement == j))
    })
}

/// Whether the claim names whose stand it tells of, and the statement none of them.
fn of_others(pair: &Pair) -> bool {
    let terms = &pair.claim.claim.terms;
    let (linked, around) = (pair.alignment.ours.linked.at_all, pair.alignment.ours.around.same);
    let named = |t: &Term| t.role == TermRole::Subject && t.is_name();
    let mut names = terms.iter().enumerate().filter(|(_, t)| named(t)).peekable();
    names.peek().is_some() && names.all(|(i, _)| !linked.has(i) && !around.has(i))
}

/// "The mayor's sister", "no relation of the contractor": each names somebody whom the other does not.
fn with_another(pair: &Pair) -> bool {
    let person = |t: &Term| {
        t.role != TermRole::Aside && (t.is_name() || t.entry.classes().person() || t.entry.classes().office())
    };
    pair.alignment.ours.any_unmet(pair.claim, person)
        && pair.alignment.theirs.any_unmet(pair.statement, person)
}

/// "Was closed for two years", "has reopened".
fn resumed_since(pair: &Pair) -> bool {
    let one_day = pair.claim.own_days().zip(pair.statement.own_days()).is_some_and(|(a, b)| a.overlaps(b));
    pair.claim.claim.past && pair.statement.claim.aspect == Some(Aspect::Repeat) && !one_day
}

/// "Mora was dismissed", "Mora dismissed her deputy": what is done to somebody says nothing of who does it.
fn by_who_does_it(pair: &Pair, ours: Phase, theirs: Phase) -> bool {
    let acts = |side: &Side, phase: &Phase| {
        phase.event
            && !side.claim.passive
            && shown(side.claim, phase)
                .is_some_and(|verb| verb.kind == TermKind::Verb && RuleWord::DoneToPerson.has(&verb.key))
    };
    let (we_act, they_act) = (acts(pair.claim, &ours), acts(pair.statement, &theirs));
    let subject = |side: &Side, i: usize| side.claim.terms[i].role == TermRole::Subject;
    let one = |l: &Link| subject(pair.claim, l.claim) && subject(pair.statement, l.statement);
    we_act != they_act && pair.alignment.links.iter().any(one)
}

/// Whether the claim's event still counts: "has not resumed", "have downed tools".
fn still_so(pair: &Pair, sort: Sort) -> bool {
    let perfect = pair.claim.has_word(&["has", "have"]) && !pair.claim.claim.past;
    pair.claim.claim.polarity == Polarity::Negative || perfect && !sort.two_way && !sort.stance
}

/// Two events told of within days: "was put behind bars", "was sentenced to probation".
fn at_one_time(pair: &Pair, ours: Phase, theirs: Phase, sort: Sort) -> bool {
    const DAYS: i32 = 10;
    let told = pair.claim.said.from.zip(pair.statement.said.to).map(|(said, told)| (said - told).get_days());
    ours.event && theirs.event && sort.two_way && told.is_some_and(|days| (0..=DAYS).contains(&days))
}

/// "As long as she is in charge" sets a term to something else.
fn as_long_as(side: &Side) -> bool {
    let words = side.words().as_bytes();
    ["as long as ", "so long as "]
        .iter()
        .any(|o| words.get(..o.len()).is_some_and(|w| w.eq_ignore_ascii_case(o.as_bytes())))
}

/// "Went to court to have the will set aside": what is wanted.
pub(in crate::compare) fn caused(side: &Side) -> bool {
    let before = side.text[..side.claim.span.start].trim_end();
    ["to have", "to get", "to see"].iter().any(|cause| before.ends_with(cause))
}

/// "The buses were not damaged", "vehicles were damaged": what is denied is only a kind of what is affirmed.
pub(in crate::compare) fn denies_a_kind(pair: &Pair) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let denied = pair.claim.claim.polarity == Polarity::Negative;
    pair.alignment.links.iter().filter(|l| l.how == Match::Hypernym).any(|l| {
        let (a, b) = (&ours[l.claim], &theirs[l.statement]);
        let (special, general) = if denied { (a, b) } else { (b, a) };
        a.role != TermRole::Aside && special.entry.hyponym_of(general.entry)
    })
}

/// Whether one phase cannot simply have followed the other: what is over has been on before, what happened is no longer so.
fn in_time(pair: &Pair, ours: Phase, theirs: Phase, sort: Sort) -> bool {
    const NEAR_DAYS: i32 = 45;
    const DAYS: i32 = 366;
    let (Some(said), Some(told)) = (pair.claim.said.from, pair.statement.said.to) else {
        return !pair.claim.claim.past || sort.stance;
    };
    let before = (said - told).get_days();
    if before < 0 {
        // What happened before may have changed since; what is so is overtaken. A verdict that was reversed was given.
        let happened = ours.event && sort.two_way && !still_so(pair, sort);
        // "Prepare to resume the talks": they may have been held and have ended; but called off is never held.
        let dropped =
            || shown(pair.statement.claim, &theirs).is_some_and(|verb| RuleWord::Drops.has(&verb.key));
        let planned = ours.on && ours.event && pair.claim.claim.modality != Modality::Fact && !dropped();
        return !pair.claim.claim.past && !happened && !planned;
    }
    // "On the air again" knows of the time before.
    if pair.claim.claim.aspect == Some(Aspect::Repeat) && ours.on && !sort.stance {
        return false;
    }
    // "Was finished late", "was completed ahead of time": one event, whenever it is told.
    let one_event = || pair.statement.claim.past && pair.predicate().is_some_and(|l| l.how.same_sense());
    if pair.claim.claim.past && sort.stance && before <= DAYS && one_event() {
        return true;
    }
    if pair.claim.claim.past {
        return before <= NEAR_DAYS && (sort.stance || ours.event && theirs.event && sort.two_way);
    }
    if ours.event && !sort.stance {
        return before <= NEAR_DAYS && theirs.event;
    }
    before <= DAYS && (ours.on || sort.two_way || sort.stance)
}

/// "Talks to end the war", "talks about ending the war" have not ended it.
pub(in crate::compare) fn aim(side: &Side, verb: &Term) -> bool {
    let before = side.text[..verb.span.start].trim_end();
    let behind = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let gerund = verb.span.of(side.text).ends_with("ing");
    behind(&[" to"]) || gerund && behind(&[" about", " on", " for", " of", " at", " towards", " toward"])
}
