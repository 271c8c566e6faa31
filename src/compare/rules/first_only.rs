//! `first-only`: first, only, never: a counterexample is on record.

use crate::claim::{Claim, Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::{
    closeness, matter, one_event, one_matter, other_in_row, past_event_elsewhere, plainest, same_sense,
};
use crate::compare::firsts;
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
    concerns: |side| side.claim.title.is_none(),
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
            first_before,
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

/// "Only once": a second time.
fn once_more(pair: &Pair) -> Option<Outcome> {
    implied(pair, firsts::once(pair)?)
}

/// The place in a row that a side gives, and of what: "the third woman", "the second youngest captain".
fn rank<'a>(side: &Side<'a>) -> Option<(f64, &'a str)> {
    let ordinal = side.quantities().find(|q| q.dimension == Dimension::Ordinal);
    let value = ordinal.map_or(1.0, |q| q.value);
    match (side.superlative(), ordinal) {
        (Some(most), _) => Some((value, most)),
        (None, Some(ordinal)) => {
            // "A loss of 4 million, its first": of what stands before.
            let own = || {
                let objects = side.claim.terms_of(TermRole::Object);
                objects.filter(|t| t.kind == TermKind::Noun && t.span.end < ordinal.span.start).last()
            };
            let of = ordinal.of.as_ref().map(|of| of.head.as_str());
            let elided =
                || ["its", "their", "his", "her"].contains(&word_before(side, ordinal.span)?).then(own)?;
            Some((value, of.or_else(|| elided().map(|t| t.key.as_str()))?))
        }
        (None, None) => None,
    }
}

fn word_before<'a>(side: &Side<'a>, span: Span) -> Option<&'a str> {
    side.text[..span.start].trim_end().rsplit(' ').next()
}

/// "The third woman to": she is the first.
fn other_rank(pair: &Pair) -> Option<Outcome> {
    let ((ours, of), (theirs, their_of)) = (rank(pair.claim)?, rank(pair.statement)?);
    let holder = |side: &Side, at: usize| {
        let term = &side.claim.terms[at];
        term.is_name() && term.role != TermRole::Aside
    };
    let one_holder =
        pair.alignment.links.iter().any(|l| {
            l.how == Match::Same && holder(pair.claim, l.claim) && holder(pair.statement, l.statement)
        });
    let positive = |side: &Side| side.claim.polarity == Polarity::Positive;
    let one =
        of == their_of || english::synonyms(of, their_of) || english::root(of) == english::root(their_of);
    (ours != theirs && one && positive(pair.claim) && positive(pair.statement)).then_some(())?;
    // "Their first in five months" may well be the second since spring.
    if firsts::not_of_all(pair.claim) || firsts::not_of_all(pair.statement) {
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
    let more = pair.statement.quantities().any(|q| q.dimension == Dimension::Ordinal && q.value >= 2.0)
        || pair.statement.has_word(&["another", "other"]);
    let nouns = pair
        .alignment
        .links
        .iter()
        .filter(|l| l.how >= Match::Family && claim.terms[l.claim].kind == TermKind::Noun)
        .filter(|l| statement.terms[l.statement].kind == TermKind::Noun)
        .count();
    let met = matter(pair, |_| false, |_| false);
    let plain = nouns >= 2 && !pair.other_days() && met.is_some_and(|met| met >= 0.6);
    (more && nouns >= 1)
        .then(|| Outcome::contradicts(met.unwrap_or(0.0), whole(pair, claim.span)))
        .flatten()
        .map(|o| o.plain(plain))
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
    first(pair.claim).and(first(pair.statement))?;
    let (ours, theirs) = (since(pair.claim)?, since(pair.statement)?);
    if ours.named.overlaps(theirs.named) {
        return None;
    }
    let plain = one_matter(pair, 0.5, 0.45) && !pair.other_thing();
    Outcome::contradicts(
        closeness(pair),
        vec![Differing { claim: ours.span, statement: theirs.span, kind: "date" }],
    )
    .map(|o| o.plain(plain))
}

/// Where the claim says *never* or *for the first time*.
enum Says {
    Never,
    First,
}

fn says(side: &Side) -> Option<Says> {
    let never = match side.claim.polarity {
        Polarity::Negative => side.has_word(&["never"]),
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
            // "Agreed to pay a fine": the noun is what happened, whatever verb goes with it.
            claim.terms.iter().any(|t| light(&t)) || term.role == TermRole::Object && term.root != term.key
        }
        _ => false,
    }
}

/// Whether what happens is the same on both sides, in a verb or a noun.
fn same_happening(pair: &Pair) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    pair.alignment.links.iter().any(|l| {
        same_sense(l.how)
            && happening(claim, l.claim)
            && happening(statement, l.statement)
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

/// "It is the first time since 1994 that they …": the claim is what the words before it call the first.
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
    // "Agreed to pay a fine" tells of what was settled.
    let settled = statement.modality.to_come() && statement.terms.iter().any(|t| t.key == "agree");
    let happened = (statement.modality == Modality::Fact || settled)
        && statement.polarity == Polarity::Positive
        && statement.past
        && claim.modality == Modality::Fact;
    if !happened {
        return None;
    }
    let says = says(pair.claim)?;
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
