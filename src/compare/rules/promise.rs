//! `promise`: what was to come has been moved, dropped, or did not come in time.

use crate::claim::{Claim, Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::{
    closeness, differing, matter, one_event, other_in_row, plainest, same_sense,
};
use crate::compare::event;
use crate::compare::measure::limits;
use crate::compare::pair::other::another_thing;
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::state::frames::aim;
use crate::compare::{Differing, Link, Match, Pair, Side, meet};
use crate::english::Aspect;
use crate::time::{Interval, TimeKind, TimeMention};

pub(super) static RULE: Rule = Rule {
    code: "promise",
    summary: "what was to come was moved, dropped, or did not come in time",
    documentation: "Speaks where the claim tells of something to come (will, is to, plans to), and a statement gives it \
                    another time, says that it was called off, put off or missed, or tells of it on a day after the one \
                    that the claim gives; and where what was not to be done was done in the time of which the \
                    claim speaks.",
    examples: &[
        Example {
            statement: "The opening of the new terminal was put off until October.",
            claim: "The new terminal will open in March.",
            relation: "contradicts",
        },
        Example {
            statement: "The opening of the library was put off until October.",
            claim: "The new terminal will open in March.",
            relation: "silent",
        },
    ],
    concerns: tells_of_plans,
    unaligned: |_| false,
    apply,
    explain: |told| told.on_record(),
};

/// Whether a claim is said of what is to come: "the ferry sails in August".
fn tells_of_plans(side: &Side) -> bool {
    side.claim.title.is_none() && side.to_come()
}

fn apply(pair: &Pair) -> Option<Outcome> {
    let statement = pair.statement.claim;
    let known = statement.modality == Modality::Fact || statement.modality.to_come();
    if !tells_of_plans(pair.claim) || statement.title.is_some() {
        return None;
    }
    if !known {
        return given_up(pair);
    }
    plainest(pair, &[moved, dropped, not_then, other_way]).filter(|outcome| outcome.plain || one_plan(pair))
}

/// Whether so much meets that both may be about one plan.
fn one_plan(pair: &Pair) -> bool {
    let alignment = pair.alignment;
    let (ours, theirs) = (alignment.claim_cover_wide, alignment.statement_cover_wide);
    let act = pair.predicate().is_some_and(|link| same_sense(link.how));
    let kin = event::one(pair).is_some_and(|event| event.parties.0 >= 0.4);
    !alignment.other_name
        && (kin
            || act && theirs >= 0.3
            || ours >= 0.5 && theirs >= 0.4 && pair.share_matter()
            || theirs >= 0.75 && pair.share_matter())
}

/// "Will open in March": will not open in March but in October.
fn not_then(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let denied = claim.polarity == Polarity::Positive && statement.polarity == Polarity::Negative;
    let time = pair.statement.times().find(|t| !t.ambiguous && matches!(t.kind, TimeKind::Calendar))?;
    // Not closed then, and opened then.
    let opposed = pair.predicate().is_some_and(|link| !same_sense(link.how));
    if !denied || opposed || !due(pair.claim)?.overlaps(time.when) {
        return None;
    }
    let plain = one_event(pair, 0.45, 0.4);
    let differing = vec![Differing { claim: claim.span, statement: statement.span, kind: "date" }];
    Outcome::contradicts(closeness(pair).max(0.75), differing).map(|o| o.plain(plain))
}

/// "Will not close a shop this year": closed fourteen; "will appeal": will not appeal.
fn other_way(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let later = pair.statement.said.from > pair.claim.said.to;
    let broken = claim.polarity == Polarity::Negative
        && statement.modality == Modality::Fact
        && (statement.past || statement.perfect)
        && later;
    let both = claim.modality.to_come() && statement.modality.to_come();
    if claim.polarity == statement.polarity || !(broken || both) || pair.alignment.other_name {
        return None;
    }
    let (ours, theirs) = (&claim.terms, &statement.terms);
    let link = pair.predicate().or_else(|| there_is(pair)).filter(|l| l.how >= Match::Synonym)?;
    let acts = ours[link.claim].kind == theirs[link.statement].kind;
    let denied =
        if claim.polarity == Polarity::Negative { &ours[link.claim] } else { &theirs[link.statement] };
    let in_time = |time: &TimeMention| match pair.statement.times().next() {
        Some(other) => !other.ambiguous && time.when.overlaps(other.when),
        None => broken && time.when.overlaps(pair.statement.said),
    };
    let mut times = pair.claim.times();
    if !acts
        || matches!(denied.role, TermRole::Modifier | TermRole::Aside)
        || !times.all(|time| !time.ambiguous && in_time(time))
    {
        return None;
    }
    // "Will not open in May" denies the month.
    let undated = broken || pair.claim.times().next().is_some() || pair.statement.times().next().is_none();
    let met = matter(pair, |i| i == link.claim, |j| j == link.statement).unwrap_or(0.0);
    let plain = met >= 0.6 && pair.subject_met() && pair.same_parts() && !other_in_row(pair);
    let differing = differing(pair, link, "polarity");
    undated
        .then(|| Outcome::contradicts(0.65, differing))
        .flatten()
        .map(|o| if plain { o.certain() } else { o.plain(false) })
}

/// "There will be a concert": what there is or is not, on both sides.
fn there_is(pair: &Pair) -> Option<Link> {
    let bare =
        |side: &Side| side.claim.terms_of(TermRole::Predicate).next().is_none() && side.has_word(&["there"]);
    let (ours, both) = (&pair.claim.claim.terms, bare(pair.claim) && bare(pair.statement));
    pair.alignment.links.iter().find(|l| both && ours[l.claim].kind == TermKind::Noun).copied()
}

/// "Will build a cable car": dropped its plan to build one, where the building is an infinitive behind the dropping.
fn given_up(pair: &Pair) -> Option<Outcome> {
    let claim = pair.claim.claim;
    let dropping = dropping(pair.statement).filter(|_| claim.polarity == Polarity::Positive)?;
    if long_before(pair) || !one_event(pair, 0.6, 0.5) {
        return None;
    }
    let differing = vec![Differing { claim: claim.span, statement: dropping.span, kind: "word" }];
    Outcome::contradicts(closeness(pair), differing)
}

/// "Dropped its plan **to build a cable car**": the clause that says so of the infinitive.
pub(in crate::compare) fn dropping<'a>(side: &Side<'a>) -> Option<&'a Claim> {
    let infinitive = side.claim.modality == Modality::Possible && side.claim.subordinate;
    if !infinitive {
        return None;
    }
    let before = |c: &&Claim| c.sentence == side.claim.sentence && c.span.end <= side.claim.span.start;
    let governing = side.analysis.claims.iter().rfind(before)?;
    let dropped = governing.modality == Modality::Fact
        && governing.polarity == Polarity::Positive
        && governing.terms_of(TermRole::Predicate).any(drops)
        && governing.terms_of(TermRole::Object).any(|t| RuleWord::Plan.has(&t.key));
    dropped.then_some(governing)
}

/// Whether what is to be done, or what it is to be done to, is met: who plans it has other plans.
fn spoken_of(pair: &Pair) -> bool {
    let (linked, around) = (pair.alignment.ours.linked.same, pair.alignment.ours.around.same);
    let done = |t: &Term| matches!(t.role, TermRole::Predicate | TermRole::Object) && !t.is_name();
    let mut terms = pair.claim.claim.terms.iter().enumerate();
    pair.claim.claim.passive
        || terms.any(|(i, t)| (done(t) || t.role == TermRole::Modifier) && (linked.has(i) || around.has(i)))
}

/// "Has dropped the bridge and will build a tunnel": the statement tells of the claim's plan as one, too.
fn told_to_come(pair: &Pair) -> bool {
    let objects = || pair.claim.claim.terms_of(TermRole::Object).filter(|t| t.kind == TermKind::Noun);
    let plans = |other: &Claim| {
        other.modality.to_come()
            && other.polarity == pair.claim.claim.polarity
            && objects().next().is_some()
            && objects().all(|t| other.terms_of(TermRole::Object).any(|o| meet(t, o) == Some(Match::Same)))
    };
    pair.statement.analysis.claims.iter().any(plans)
}

fn drops(term: &Term) -> bool {
    term.kind == TermKind::Verb
        && (RuleWord::Drops.has(&term.key) || term.entry.classes().aspect() == Some(Aspect::Stop))
}

/// Called off so long before that it may have been taken up again.
fn long_before(pair: &Pair) -> bool {
    const DAYS: i32 = 200;
    let days = pair.claim.said.from.zip(pair.statement.said.to).map(|(at, said)| (at - said).get_days());
    days.is_some_and(|days| days > DAYS)
}

/// The time by which something is to come, or came.
fn due(side: &Side) -> Option<Interval> {
    let told = |t: &&TimeMention| !matches!(t.kind, TimeKind::Duration { .. }) && !side.compared(t);
    let mut times = side.times().filter(|t| !t.ambiguous).filter(told);
    let time = times.next()?;
    // "In 2026 instead of 2024", "in June, not in April".
    let instead = |other: &TimeMention| {
        let before = side.text[..other.span.start].trim_end();
        ["instead of", "instead of in", "not in", "rather than", "rather than in"]
            .iter()
            .any(|w| before.ends_with(w))
    };
    if times.any(|other| !instead(other)) {
        return None;
    }
    limits::within(side, time)
}

/// "Will open in March": will open in October, opened in June.
fn moved(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.polarity == Polarity::Negative {
        return None;
    }
    let sure = event::one(pair).is_some_and(|e| e.kin > event::Kin::Kind && e.sure(pair));
    let plain = one_event(pair, 0.6, 0.4) || sure;
    let ours = due(pair.claim)?;
    let came =
        statement.modality == Modality::Fact && statement.past && pair.statement.times().next().is_none();
    let theirs = if came { pair.statement.said } else { due(pair.statement)? };
    let later = matches!((ours.to, theirs.from), (Some(ours), Some(theirs)) if theirs > ours)
        || !came && later_limit(pair);
    let earlier = !came && limits::other_end(pair)
        || matches!((ours.from, theirs.to), (Some(ours), Some(theirs)) if theirs < ours);
    // An event of the same sort before the plan was told is another one.
    let since = came && pair.statement.said.from < pair.claim.said.from;
    // What was due before the plan was told is last year's, or came to nothing.
    let passed = matches!((theirs.to, pair.claim.said.from), (Some(due), Some(said)) if due < said);
    let plain = plain && (came || !passed);
    if !(later || earlier && !came) || since || pair.verbatim() || another_thing(pair) {
        return None;
    }
    let words = |side: &Side| side.times().find(|t| !t.ambiguous).map_or(side.claim.span, |t| t.span);
    let differing =
        vec![Differing { claim: words(pair.claim), statement: words(pair.statement), kind: "date" }];
    Outcome::contradicts(closeness(pair), differing).map(|o| o.plain(plain))
}

/// "By May", "until May": by October.
fn later_limit(pair: &Pair) -> bool {
    let limit = |side: &Side| side.times().find(|t| matches!(t.kind, TimeKind::By)).map(|t| t.named);
    limit(pair.claim).zip(limit(pair.statement)).is_some_and(|(ours, theirs)| ours.is_before(theirs))
}

/// "Will build a cable car": dropped its plan to build a cable car.
fn dropped(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.polarity == Polarity::Negative
        || statement.polarity == Polarity::Negative
        || pair.statement.to_come() && claim.aspect != Some(Aspect::Continue)
        || long_before(pair)
    {
        return None;
    }
    let drop = statement
        .terms
        .iter()
        .position(|t| t.role == TermRole::Predicate && drops(t) && !aim(pair.statement, t))?;
    // What is to resume has ended before.
    let ended = !RuleWord::Drops.has(&statement.terms[drop].key);
    if claim.aspect == Some(Aspect::Repeat) && ended && pair.statement.said.to <= pair.claim.said.to {
        return None;
    }
    if pair.alignment.links.iter().any(|l| l.statement == drop && same_sense(l.how)) {
        return None;
    }
    let met = matter(pair, |_| false, |j| j == drop);
    // What was dropped must be what was to be done, or what it was to be done to.
    let object = statement.terms.iter().enumerate().any(|(j, t)| {
        let dropped = if statement.passive { TermRole::Subject } else { TermRole::Object };
        t.role == dropped && pair.alignment.links.iter().any(|l| l.statement == j && same_sense(l.how))
    });
    let plain = object && met.is_some_and(|met| met >= 0.7);
    if !plain && (!spoken_of(pair) || told_to_come(pair)) {
        return None;
    }
    let differing =
        vec![Differing { claim: claim.span, statement: statement.terms[drop].span, kind: "word" }];
    Outcome::contradicts(met.unwrap_or(0.0), differing).map(|o| o.plain(plain))
}
