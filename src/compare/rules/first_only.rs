//! `first-only`: first, only, never: a counterexample is on record.

use crate::claim::{Claim, Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::{
    closeness, denies_degree, matter, one_event, one_matter, other_in_row, other_place, past_event_elsewhere,
    plainest, same_sense,
};
use crate::compare::firsts;
use crate::compare::measure::alone::alone;
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Differing, Match, Pair, Side};
use crate::english;
use crate::quantity::{Dimension, Quantity};
use crate::text::Span;
use crate::time::{TimeKind, TimeMention};

pub(super) static RULE: Rule = Rule {
    code: "first-only",
    summary: "first, only, never: a counterexample is on record",
    documentation: "Speaks where the claim says that something is the first (of all, or since a year), or that it has never \
                    happened, and a statement tells of an earlier case, names another year (the first since 1988 is not the \
                    first of all), or gives the same place to another; and where others are said to have been \
                    before whom a statement calls the first.",
    examples: &[
        Example {
            statement: "The Tigers were relegated in 2011.",
            claim: "The Tigers have never been relegated.",
            relation: "contradicts",
        },
        Example {
            statement: "The Lions were relegated in 2011.",
            claim: "The Tigers have never been relegated.",
            relation: "silent",
        },
    ],
    concerns: |side| side.claim.title.is_none() && firsts::concern(side),
    unaligned: |_| false,
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    if pair.claim.claim.title.is_some() || pair.statement.claim.title.is_some() {
        return None;
    }
    plainest(
        pair,
        &[
            other_year,
            other_rank,
            counterexample,
            another,
            other_holder,
            since_only,
            before_first,
            once_more,
            not_new,
            first_before,
            beaten,
            surpassed,
            alone,
        ],
    )
}

fn implied(pair: &Pair, first: firsts::First) -> Option<Outcome> {
    let plain = first.whole && !other_in_row(pair);
    Outcome::contradicts(first.share, whole(pair, pair.claim.claim.span)).map(|o| o.plain(plain))
}

/// "The first of all": the first since 1988.
fn since_only(pair: &Pair) -> Option<Outcome> {
    implied(pair, firsts::since(pair)?)
}

/// "Several had been it before her": she is the first.
fn before_first(pair: &Pair) -> Option<Outcome> {
    implied(pair, firsts::before(pair)?)
}

/// "Nina Orth was the first to swim it": Heide Lamm was.
fn first_before(pair: &Pair) -> Option<Outcome> {
    let (ours, theirs) = firsts::another(pair)?;
    Outcome::contradicts(0.8, vec![Differing { claim: ours, statement: theirs, kind: "name" }])
}

/// "598,000, the most ever": 655,000 in a year before.
fn beaten(pair: &Pair) -> Option<Outcome> {
    let (ours, theirs) = firsts::beaten(pair)?;
    let plain = pair.subject_met() && !pair.alignment.other_name && !pair.other_thing();
    let differing = vec![Differing { claim: ours, statement: theirs, kind: "number" }];
    Outcome::contradicts(0.8, differing).map(|o| o.certain().plain(plain))
}

/// "A figure beaten only once": it is the highest ever.
fn surpassed(pair: &Pair) -> Option<Outcome> {
    implied(pair, firsts::surpassed(pair)?)
}

/// "Has been cancelled before": it is the first time, said in those days.
fn not_new(pair: &Pair) -> Option<Outcome> {
    const NEAR_DAYS: i32 = 60;
    const LEAST: f32 = 0.6;
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let words = pair.claim.words();
    let old =
        words.ends_with(" before") || words.contains(" before,") || pair.claim.has_word(&["previously"]);
    let affirmed = |side: &Claim| side.polarity == Polarity::Positive && side.modality == Modality::Fact;
    let apart = pair.claim.said.from.zip(pair.statement.said.to).map(|(at, told)| (at - told).get_days());
    let near = apart.is_some_and(|days| days.abs() <= NEAR_DAYS);
    let told = (claim.past || claim.perfect) && affirmed(claim) && affirmed(statement);
    if !old || !told || !near || says(pair.claim).is_some() || first(pair.claim).is_some() {
        return None;
    }
    if !matches!(says(pair.statement)?, Says::First) || firsts::not_of_all(pair.statement) {
        return None;
    }
    let met = matter(pair, |i| claim.terms[i].key == "before", |_| false);
    let plain = met.is_some_and(|met| met >= LEAST) && same_happening(pair) && !pair.other_days();
    Outcome::contradicts(met.unwrap_or(0.0), whole(pair, claim.span)).map(|o| o.plain(plain))
}

/// "Only once": a second time.
fn once_more(pair: &Pair) -> Option<Outcome> {
    implied(pair, firsts::once(pair)?)
}

/// "The third woman to": she is the first.
fn other_rank(pair: &Pair) -> Option<Outcome> {
    let ((ours, of), (theirs, their_of)) = (firsts::rank(pair.claim)?, firsts::rank(pair.statement)?);
    let holder = |side: &Side, at: usize| {
        let term = &side.claim.terms[at];
        term.is_name() && term.role != TermRole::Aside
    };
    let nobody = firsts::none_before(pair.claim).is_some();
    let one_holder =
        pair.alignment.links.iter().any(|l| {
            l.how == Match::Same && holder(pair.claim, l.claim) && holder(pair.statement, l.statement)
        }) || nobody && told_of_holder(pair);
    let positive = |side: &Side| side.claim.polarity == Polarity::Positive;
    // "Ran dry, for the first time", "the second drought".
    let has = |side: &Side, noun: &str| {
        side.claim.terms.iter().any(|t| !t.is_name() && english::root(&t.key) == english::root(noun))
    };
    let one = of == their_of
        || english::synonyms(of, their_of)
        || english::root(of) == english::root(their_of)
        || their_of == "time" && has(pair.statement, of)
        || of == "time" && has(pair.claim, their_of);
    (ours != theirs && one && (nobody || positive(pair.claim)) && positive(pair.statement)).then_some(())?;
    // "Their first in five months" may well be the second since spring.
    let (low, high) = if ours < theirs { (pair.claim, pair.statement) } else { (pair.statement, pair.claim) };
    if !nobody && firsts::narrower(low, high) || other_place(pair) {
        return None;
    }
    // Without a holder, the row itself must be met: a word besides what is ranked.
    let links = pair.alignment.links.iter().filter(|l| same_sense(l.how)).count();
    if !one_holder && links < 2 {
        return None;
    }
    let (a, b) = (pair.alignment.claim_cover_wide, pair.alignment.statement_cover_wide);
    let seasons = pair.claim.own_days().is_none() && past_event_elsewhere(pair);
    let plain = one_holder
        && one_row(pair)
        && !seasons
        && a >= 0.6
        && b >= 0.5
        && !pair.alignment.other_name
        && !pair.other_thing();
    Outcome::contradicts(closeness(pair), whole(pair, pair.claim.claim.span)).map(|o| o.plain(plain))
}

/// "No woman had led it before Hale": whether the claim's sentence names whom the statement is about.
fn told_of_holder(pair: &Pair) -> bool {
    let sentence = pair.claim.analysis.sentences[pair.claim.claim.sentence].span;
    let mentions = &pair.claim.analysis.mentions;
    let first = mentions.partition_point(|m| m.span.start < pair.claim.claim.span.end);
    let mut named = mentions[first..].iter().take_while(|m| m.span.start < sentence.end);
    let subject = |t: &&Term| t.role == TermRole::Subject && t.is_name();
    named.any(|m| pair.statement.claim.terms.iter().filter(subject).any(|t| m.names(t)))
}

/// Whether nothing that the claim names is left over, and no noun is met by a mere synonym or a more general word: a country is no province.
fn one_row(pair: &Pair) -> bool {
    let terms = &pair.claim.claim.terms;
    let linked = |i: usize| pair.alignment.links.iter().find(|l| l.claim == i);
    (0..terms.len()).filter(|&i| terms[i].role != TermRole::Aside).all(|i| match terms[i].kind {
        TermKind::Entity(_) | TermKind::Name => {
            linked(i).is_some() || pair.alignment.ours.around.at_all.has(i)
        }
        TermKind::Noun => linked(i).is_none_or(|l| {
            !matches!(l.how, Match::Synonym | Match::Hypernym)
                || pair.statement.claim.terms[l.statement].kind != TermKind::Noun
                || terms[i].role != TermRole::Modifier
        }),
        _ => true,
    })
}

/// "The only hospital with a burns unit": another is the second.
fn another(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let fact =
        |side: &Side| side.claim.modality == Modality::Fact && side.claim.polarity == Polarity::Positive;
    if !fact(pair.claim) || !fact(pair.statement) {
        return None;
    }
    let words = pair.claim.words();
    let only = ["the only ", "’s only ", "'s only ", " its only "].iter().any(|only| words.contains(only));
    if !only {
        return None;
    }
    let heads = |head: &str| claim.terms.iter().any(|t| !t.is_name() && t.key == head);
    // "The city has three public pools".
    let several = |q: &Quantity| {
        q.dimension == Dimension::Count && q.value >= 2.0 && q.of.as_ref().is_some_and(|of| heads(&of.head))
    };
    let more = pair
        .statement
        .quantities()
        .any(|q| q.dimension == Dimension::Ordinal && q.value >= 2.0 || several(q))
        || pair.statement.has_word(&["another", "other"]);
    let nouns = pair
        .alignment
        .links
        .iter()
        .filter(|l| l.how >= Match::Family && claim.terms[l.claim].kind == TermKind::Noun)
        .filter(|l| statement.terms[l.statement].kind == TermKind::Noun)
        .count();
    // "Sund was the only village to be evacuated": whichever it was.
    let alone = |i: usize| claim.terms[i].is_name() && claim.terms[i].role == TermRole::Subject;
    let met = matter(pair, alone, |_| false);
    let acts = pair.predicate().is_some_and(|l| l.how.same_sense());
    let plain = (nouns >= 2 || acts) && !pair.other_days() && met.is_some_and(|met| met >= 0.6);
    let others = acts && firsts::rest_met(pair) && !pair.other_days();
    let strength = if others { 0.8 } else { met.unwrap_or(0.0) };
    let outcome =
        (more && nouns >= 1).then(|| Outcome::contradicts(strength, whole(pair, claim.span))).flatten();
    outcome.map(|o| if others { o.certain() } else { o.plain(plain) })
}

fn first<'a>(side: &Side<'a>) -> Option<&'a Quantity> {
    side.quantities().find(|q| q.dimension == Dimension::Ordinal && q.value == 1.0)
}

fn since<'a>(side: &Side<'a>) -> Option<&'a TimeMention> {
    let since = |t: &&TimeMention| matches!(t.kind, TimeKind::Since) && !t.ambiguous;
    let before = || side.analysis.times_in(opening(side)).map(|i| &side.analysis.times[i]).find(since);
    side.times().find(since).or_else(|| if announced(side) { before() } else { None })
}

/// "The first since 1999": the first since 2009.
fn other_year(pair: &Pair) -> Option<Outcome> {
    let years = || {
        first(pair.claim).and(first(pair.statement))?;
        let (ours, theirs) = (since(pair.claim)?, since(pair.statement)?);
        (!ours.named.overlaps(theirs.named)).then_some((ours.span, theirs.span))
    };
    let (ours, theirs) = years().or_else(|| firsts::other_gap(pair))?;
    let plain = one_matter(pair, 0.5, 0.45) && !pair.other_thing();
    let differing = vec![Differing { claim: ours, statement: theirs, kind: "date" }];
    Outcome::contradicts(closeness(pair), differing).map(|o| o.plain(plain))
}

/// Where the claim says *never* or *for the first time*.
enum Says {
    Never,
    First,
}

fn says(side: &Side) -> Option<Says> {
    let never = match side.claim.polarity {
        Polarity::Negative => side.has_word(&["never", "ever"]),
        Polarity::Positive => side.opens_with(&["never"]),
    };
    if never {
        // "Never before" leaves out what the text is telling of.
        let before = side.has_word(&["before"]) || side.opens_with(&["before"]);
        return Some(if before { Says::First } else { Says::Never });
    }
    if side.claim.polarity == Polarity::Negative {
        return None;
    }
    let time = first(side).is_some_and(|q| q.of.as_ref().is_some_and(|of| of.head == "time"));
    (time || announced(side)).then_some(Says::First)
}

/// What a claim says happens: its verb, or where that is a light one ("see a strike", "go on strike"), its nouns.
fn happening(claim: &Claim, at: usize) -> bool {
    let term = &claim.terms[at];
    let light = |t: &&Term| t.role == TermRole::Predicate && RuleWord::Light.has(&t.key);
    match (term.role, term.kind) {
        (TermRole::Predicate, _) => !RuleWord::Light.has(&term.key),
        (TermRole::Object | TermRole::Modifier, TermKind::Noun) => {
            // "Agreed to hold a sale": the noun is what happened, whatever verb goes with it.
            claim.terms.iter().any(|t| light(&t)) || term.role == TermRole::Object && term.root != term.key
        }
        _ => false,
    }
}

/// "An explosion shook the smelter": what happens is the subject.
fn occurs(claim: &Claim, at: usize) -> bool {
    let term = &claim.terms[at];
    term.role == TermRole::Subject && term.kind == TermKind::Noun && term.root != term.key
}

/// Whether what happens is the same on both sides, in a verb or a noun.
fn same_happening(pair: &Pair) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    pair.alignment.links.iter().any(|l| {
        same_sense(l.how)
            && happening(claim, l.claim)
            && (happening(statement, l.statement) || occurs(statement, l.statement))
            && (claim.terms[l.claim].role == TermRole::Predicate
                || claim.terms.iter().any(|t| t.role == TermRole::Predicate && RuleWord::Light.has(&t.key)))
    })
}

/// Whether a verb or a common noun meets.
fn share_happening(pair: &Pair) -> bool {
    let terms = &pair.claim.claim.terms;
    pair.alignment.links.iter().any(|l| {
        same_sense(l.how)
            && matches!(terms[l.claim].kind, TermKind::Noun | TermKind::Verb | TermKind::Adjective)
    })
}

/// "It is the first time since 1986 that they …": the claim is what the words before it call the first.
fn announced(side: &Side) -> bool {
    opening(side).of(side.text).contains("first time")
}

/// The claim's sentence up to the claim.
fn opening(side: &Side) -> Span {
    let start = side.analysis.sentences[side.claim.sentence].span.start;
    Span { start: start.min(side.claim.span.start), end: side.claim.span.start }
}

/// "Has never been relegated": was relegated in 2011.
fn counterexample(pair: &Pair) -> Option<Outcome> {
    /// A report of the very event that is called the first.
    const SAME_EVENT_DAYS: i32 = 60;
    const ANOTHER_EVENT_DAYS: i32 = 300;
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    // "Agreed to hold a sale" tells of what was settled.
    let settled = statement.modality.to_come() && statement.terms.iter().any(|t| t.key == "agree");
    let happened = (statement.modality == Modality::Fact || settled)
        && statement.polarity == Polarity::Positive
        && statement.past
        && (claim.modality == Modality::Fact || claim.past && claim.modality == Modality::Necessary);
    if !happened {
        return None;
    }
    let says = says(pair.claim)?;
    if denies_degree(pair.claim) {
        return None;
    }
    let happening = same_happening(pair);
    // "Never controlled the region": to have claimed the region is something else.
    if !happening && (matches!(says, Says::Never) || !share_happening(pair)) {
        return None;
    }
    let light = happening
        && one_matter(pair, 0.5, 0.3)
        && !pair.other_subject()
        && !pair.other_thing()
        && !other_in_row(pair);
    let plain = one_event(pair, 0.65, 0.3) || light;
    let from = since(pair.claim).and_then(|t| t.named.to);
    let day = pair.statement.own_days().unwrap_or(pair.statement.said);
    if from.is_some_and(|from| day.from.is_none_or(|day| day <= from)) {
        return None;
    }
    if matches!(says, Says::First) {
        let (Some(at), Some(to)) = (pair.claim.said.from, day.to) else { return None };
        // "The first since 1994", of 2022, is one since 1994 for whoever writes years later.
        let again = from.is_some() && (at - to).get_days() >= ANOTHER_EVENT_DAYS;
        if (at - to).get_days() < SAME_EVENT_DAYS || first(pair.statement).is_some() && !again {
            return None;
        }
    }
    Outcome::contradicts(closeness(pair), whole(pair, claim.span)).map(|o| o.plain(plain))
}

/// "The Orme dam is the largest in the country": the Marston dam is.
fn other_holder(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let (ours, theirs) = (single(pair.claim)?, single(pair.statement)?);
    if ours != theirs
        || other_place(pair)
        || claim.polarity != Polarity::Positive
        || statement.polarity != Polarity::Positive
        || claim.modality != Modality::Fact
        || statement.modality != Modality::Fact
        || claim.past != statement.past
        || pair.claim.has_word(&["one", "among", "second", "third", "since"])
        || pair.statement.has_word(&["one", "among", "second", "third", "since"])
    {
        return None;
    }
    // Everything but the holder meets.
    let (mine, yours) = (holder(pair.claim)?, holder(pair.statement)?);
    let linked = pair.alignment.links.iter().any(|l| l.claim == mine.0 || l.statement == yours.0);
    let rest = |side: &Side, met: &dyn Fn(usize) -> bool, but: Span| {
        side.claim
            .terms
            .iter()
            .enumerate()
            .filter(|(_, t)| t.role != TermRole::Aside && t.span != but && t.role != TermRole::Subject)
            .all(|(i, _)| met(i))
    };
    let met_ours = |i: usize| pair.alignment.links.iter().any(|l| l.claim == i && l.how.same_sense());
    let met_theirs = |j: usize| pair.alignment.links.iter().any(|l| l.statement == j && l.how.same_sense());
    let some = pair.alignment.links.len() >= 2;
    (!linked && some && rest(pair.claim, &met_ours, mine.1) && rest(pair.statement, &met_theirs, yours.1))
        .then(|| {
            Outcome::contradicts(0.8, vec![Differing { claim: mine.1, statement: yours.1, kind: "name" }])
        })
        .flatten()
}

/// The adjective in which a side says that something is alone at the top; an empty word for *first*.
fn single<'a>(side: &Side<'a>) -> Option<&'a str> {
    side.superlative().or_else(|| (first(side).is_some() && since(side).is_none()).then_some(""))
}

/// The name that is the subject.
fn holder(side: &Side) -> Option<(usize, Span)> {
    let subject = |t: &crate::claim::Term| t.role == TermRole::Subject && t.is_name();
    side.claim.terms.iter().position(subject).map(|i| (i, side.claim.terms[i].span))
}

fn whole(pair: &Pair, ours: Span) -> Vec<Differing> {
    vec![Differing { claim: ours, statement: pair.statement.claim.span, kind: "word" }]
}
