//! `negation`: the record affirms what the claim denies, or denies what it affirms.

use crate::claim::{Claim, Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::{
    another, closeness, comparable, denies_degree, differing, due_and_done, elsewhere, matter, moods_compare,
    of_another, past_event_elsewhere, planned_since, quantities_agree, same_sense, still_to_come,
};
use crate::compare::firsts;
use crate::compare::measure::whole;
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::state::frames::{caused, denies_a_kind};
use crate::compare::state::kind_of;
use crate::compare::{Differing, Match, Pair, Side};
use crate::english::Aspect;
use crate::time::{TimeKind, TimeMention};

pub(super) static RULE: Rule = Rule {
    code: "negation",
    summary: "the record affirms what the claim denies, or the reverse",
    documentation: "Speaks where claim and statement share predicate and subject, most other words meet, and one is \
                    negated (not, no, never, nobody, without, failed to, refused to, has yet to). What is denied may stand on the other side as a kind of it (ruled, upheld) or as its \
                    noun (no charge was brought, charged). Two negations cancel out. Silent where one side says that nothing has changed: \
                    that is for no-change.",
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
        Example {
            statement: "Mayor Lund said that changing the school hours was not an aim of the reform.",
            claim: "The aims of the school reform remain unchanged.",
            relation: "silent",
        },
    ],
    concerns: |side| side.claim.title.is_none(),
    unaligned: |_| false,
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    not_of_all(pair).or_else(|| denied(pair))
}

/// "Not all pools have been reopened": all have been.
fn not_of_all(pair: &Pair) -> Option<Outcome> {
    let differing = whole::opposed(pair)?;
    Outcome::contradicts(closeness(pair), differing)
}

fn denied(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.title.is_some() || statement.title.is_some() || claim.polarity == statement.polarity {
        return None;
    }
    // "The rules are unchanged": what was not changed is for the rule on that.
    if [claim, statement].iter().any(|side| side.aspect == Some(Aspect::NoChange)) {
        return None;
    }
    // "Nobody had been there before her": so she was.
    if firsts::none_before(pair.claim).is_some() {
        return None;
    }
    if denies_degree(pair.claim) || denies_degree(pair.statement) {
        return None;
    }
    if due_and_done(pair) || another(pair) || of_another(pair) || still_to_come(pair) {
        return None;
    }
    // "Has not been ordered": an event on record says so much more.
    let not_yet = claim.polarity == Polarity::Negative && !claim.past && statement.past;
    let once = denied_once(pair);
    let theirs = if not_yet || once { 0.4 } else { 0.55 };
    let nobody = nobody_yet(pair) || nobody_said(pair);
    let mut plain = comparable(pair, 0.65, theirs) || nobody;
    // "Will not sail in January" denies the month, not the sailing.
    let dated_denial = |denied: &Side, other: &Side| {
        denied.claim.polarity == Polarity::Negative
            && denied.own_days().is_some_and(|days| other.own_days().is_none_or(|own| !own.overlaps(days)))
    };
    // "Will not close before 2022" says nothing of 2023.
    let over = |t: &TimeMention| {
        claim.polarity == Polarity::Negative
            && matches!(t.kind, TimeKind::Before)
            && t.when.is_before(pair.statement.said)
    };
    if pair.claim.times().any(over)
        || dated_denial(pair.statement, pair.claim)
        || dated_denial(pair.claim, pair.statement)
    {
        return None;
    }
    plain |= not_yet && one_matter_counted(pair);
    plain &= nobody || subjects_meet(pair) && claim.terms.len() > 1;
    let later = statement_later(pair);
    plain &= claim.polarity == Polarity::Negative || !claim.past || statement.past || later;
    let elsewhere = past_event_elsewhere(pair) && !once;
    plain &= !elsewhere && !planned_since(pair) && quantities_agree(pair) != Some(false);
    plain &= pair.same_parts() && (pair.share_matter() || nobody) && !pair.other_thing();
    if denies_a_kind(pair) {
        return None;
    }
    let Some(link) = pair.predicate().filter(|link| same_sense(link.how)) else { return otherwise(pair) };
    // "Refused to take guests", "turned guests away": the verb that meets is the one that denies.
    let denies = |t: &Term| t.role == TermRole::Modifier && t.entry.classes().negator();
    if denies(&claim.terms[link.claim]) || denies(&statement.terms[link.statement]) {
        return None;
    }
    // "Pleaded not guilty".
    let denied = |side: &Side, term: &Term| {
        side.claim.polarity == Polarity::Positive && side.text[..term.span.start].trim_end().ends_with(" not")
    };
    if denied(pair.claim, &claim.terms[link.claim])
        || denied(pair.statement, &statement.terms[link.statement])
    {
        return None;
    }
    let predicates = claim.terms[link.claim].role == TermRole::Predicate
        && statement.terms[link.statement].role == TermRole::Predicate;
    let kinds = claim.terms[link.claim].kind == statement.terms[link.statement].kind;
    // "Is under military control" says by a noun what "control" says by a verb.
    let stative = claim.terms_of(TermRole::Predicate).next().is_none();
    if !(kinds || stative && link.how >= Match::Family) || !predicates && !stative && link.how != Match::Same
    {
        return otherwise(pair);
    }
    // "Will not agree because of its attitude" denies the agreement, not the attitude.
    let (denied, term) = match claim.polarity {
        Polarity::Negative => (claim, &claim.terms[link.claim]),
        Polarity::Positive => (statement, &statement.terms[link.statement]),
    };
    let verb = |t: &Term| t.role == TermRole::Predicate && t.kind == TermKind::Verb;
    if term.role != TermRole::Predicate && denied.terms.iter().any(verb) {
        return otherwise(pair);
    }
    plain &= pair.alignment.links.iter().all(|l| same_sense(l.how));
    Outcome::contradicts(closeness(pair), differing(pair, link, "polarity")).map(|o| o.plain(plain))
}

/// "Did not resign", "never sold the mill": what is seldom done twice was not done a few months ago either.
fn denied_once(pair: &Pair) -> bool {
    const DAYS: i32 = 400;
    let apart = pair.claim.said.to.zip(pair.statement.said.to).map_or(0, |(a, b)| (a - b).get_days());
    let verb = pair.predicate().filter(|l| same_sense(l.how)).map(|l| &pair.claim.claim.terms[l.claim]);
    let once = |t: &Term| RuleWord::Once.has(&t.key) || RuleWord::LeavesOffice.has(&t.key);
    pair.claim.claim.polarity == Polarity::Negative && (0..=DAYS).contains(&apart) && verb.is_some_and(once)
}

fn statement_later(pair: &Pair) -> bool {
    pair.claim.said.to.is_some_and(|said| pair.statement.said.from > Some(said))
}

/// Whether a subject of either side is met by a term of the other itself, as far as both have one.
fn subjects_meet(pair: &Pair) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let subject = |terms: &[Term]| terms.iter().any(|t| t.role == TermRole::Subject);
    let met =
        pair.alignment.links.iter().any(|l| {
            ours[l.claim].role == TermRole::Subject || theirs[l.statement].role == TermRole::Subject
        });
    met || !subject(ours) || !subject(theirs)
}

/// "Has not sold a ticket", "sold 9,000 tickets": what is counted is met as well, and all of the claim's matter is.
fn one_matter_counted(pair: &Pair) -> bool {
    let all = matter(pair, |_| false, |_| false).is_some_and(|met| met >= 0.75);
    all && pair.subject_met() && !pair.other_days() && moods_compare(pair)
}

/// "No judge has ruled": one upheld it, which is a ruling. "No charge was brought": they charged them.
fn otherwise(pair: &Pair) -> Option<Outcome> {
    const LEAST: f32 = 0.6;
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let (i, j) = kinds(pair).or_else(|| carried(pair))?;
    let met = matter(pair, |k| k == i, |k| k == j);
    let later = statement_later(pair);
    let plain = met.is_some_and(|met| met >= LEAST)
        && moods_compare(pair)
        && !pair.other_days()
        && !past_event_elsewhere(pair)
        && !planned_since(pair)
        && !statement.subordinate
        && !caused(pair.statement)
        // "I am not going", she said; then she left.
        && (claim.polarity == Polarity::Negative || statement.past || later)
        && claim.terms.len() > 1
        && quantities_agree(pair) != Some(false)
        && pair.alignment.statement_cover_wide >= 0.4
        && pair.share_matter();
    let differing =
        vec![Differing { claim: claim.terms[i].span, statement: statement.terms[j].span, kind: "polarity" }];
    Outcome::contradicts(met.unwrap_or(0.0), differing).map(|o| o.plain(plain))
}

/// The predicates, where what is affirmed is a kind of what is denied.
fn kinds(pair: &Pair) -> Option<(usize, usize)> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let verb = |claim: &Claim| {
        claim.terms.iter().position(|t| t.role == TermRole::Predicate && t.kind == TermKind::Verb)
    };
    let (i, j) = verb(claim).zip(verb(statement))?;
    let (ours, theirs) = (claim.terms[i].key.as_str(), statement.terms[j].key.as_str());
    let kind = match claim.polarity {
        Polarity::Negative => kind_of(theirs, ours),
        Polarity::Positive => kind_of(ours, theirs),
    };
    kind.then_some((i, j))
}

/// A noun of action on one side, carried by a verb of no matter, and its verb on the other.
fn carried(pair: &Pair) -> Option<(usize, usize)> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let light = |claim: &Claim| {
        claim.terms_of(TermRole::Predicate).all(|t| t.kind == TermKind::Verb && RuleWord::Carries.has(&t.key))
    };
    // "No charge was brought": of a passive the subject.
    let noun = |t: &Term, of: &Claim| {
        let role = t.role == TermRole::Object || t.role == TermRole::Subject && of.passive;
        t.kind == TermKind::Noun && role
    };
    let verb = |t: &Term| t.kind == TermKind::Verb && t.role == TermRole::Predicate;
    let link = pair.alignment.links.iter().find(|l| {
        let (a, b) = (&claim.terms[l.claim], &statement.terms[l.statement]);
        let noun_and_verb =
            noun(a, claim) && light(claim) && verb(b) || noun(b, statement) && light(statement) && verb(a);
        // "Has no permit", "obtained a permit".
        let both = noun(a, claim) && noun(b, statement) && light(claim) && light(statement);
        same_sense(l.how) && (noun_and_verb || both)
    })?;
    Some((link.claim, link.statement))
}

/// "Two have died"; nobody had, said the statement of the same days in the matter that the text is speaking of.
fn nobody_said(pair: &Pair) -> bool {
    const LEAST_SHARED: f32 = 1.6;
    const NEAR_DAYS: i32 = 14;
    let (claim, alignment) = (pair.claim.claim, pair.alignment);
    let near = pair.claim.said.from.zip(pair.statement.said.to).map(|(said, told)| (said - told).get_days());
    claim.polarity == Polarity::Positive
        && pair.statement.of_nobody()
        && near.is_some_and(|days| days <= NEAR_DAYS)
        && alignment.statement_cover_wide >= 0.65
        && alignment.claim_cover_wide >= 0.4
        && alignment.shared_wide >= LEAST_SHARED
        && !alignment.other_name
        && !pair.other_days()
        && moods_compare(pair)
        && !elsewhere(pair)
}

/// "Nobody has been charged", "no plant will be closed": whoever was, whichever will be, in the matter that the text is
/// speaking of.
fn nobody_yet(pair: &Pair) -> bool {
    const LEAST_SHARED: f32 = 1.6;
    let (claim, alignment) = (pair.claim.claim, pair.alignment);
    let nobody =
        claim.terms_of(TermRole::Subject).next().is_none() && pair.claim.has_word(&["nobody", "none", "one"]);
    let words = pair.claim.words();
    let no = words.starts_with("No ") || words.starts_with("no ") || words.starts_with("Not a ");
    claim.polarity == Polarity::Negative
        && (nobody || no && pair.share_matter())
        && alignment.claim_cover_wide >= 0.6
        // Who it was need not meet.
        && alignment.statement_cover_wide >= if alignment.claim_cover_wide >= 0.85 { 0.2 } else { 0.35 }
        && alignment.shared_wide >= LEAST_SHARED
        && !alignment.other_name
        && !pair.other_days()
        && moods_compare(pair)
}
