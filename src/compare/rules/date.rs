//! `date`: the same event, on another day.

use super::{Example, Outcome, Rule, closeness, one_event, one_matter, quantities_agree, same_sense};
use crate::claim::{Claim, Modality, Polarity};
use crate::compare::{Differing, Pair, Side, limits};
use crate::english::{self, Aspect};
use crate::text::Span;
use crate::time::{Interval, TimeKind};

pub(super) static RULE: Rule = Rule {
    code: "date",
    summary: "the same event, on another day",
    documentation: "Speaks where claim and statement tell of one event, the claim gives it a day or a period, and the day on \
                    record, which the statement gives or on which it was made, lies outside. What can happen again is only \
                    compared within some weeks, and by months or years only what begins, ends or happens once.",
    examples: &[
        Example {
            statement: "Parliament passed the tenancy act on 9 June 2020.",
            claim: "Parliament passed the tenancy act on 19 June 2020.",
            relation: "contradicts",
        },
        Example {
            statement: "Parliament passed the tenancy act on 9 June 2020.",
            claim: "The tenancy act took effect on 1 January 2021.",
            relation: "silent",
        },
    ],
    unaligned: false,
    apply,
    explain: |told| told.on_record(),
};

/// When a side's event took or is to take place, and the words for it, where the text gives them.
struct Day {
    when: Interval,
    words: Option<Span>,
}

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.polarity == Polarity::Negative || statement.polarity == Polarity::Negative {
        return None;
    }
    if let Some((ours, theirs)) = limits::crossed(pair) {
        let differing = vec![Differing { claim: ours, statement: theirs, kind: "date" }];
        let plain = one_event(pair, 0.6, 0.3) && quantities_agree(pair) != Some(false);
        return Outcome::contradicts(closeness(pair), differing).map(|o| o.plain(plain));
    }
    let began = began(pair);
    let since = began.is_some();
    let (ours, theirs) = match began {
        Some(days) => days,
        None if happens(claim) && happens(statement) => (given(pair.claim)?, recorded(pair.statement)?),
        None => return None,
    };
    // The past cannot be overtaken.
    let later = claim.past && theirs.when.from > pair.claim.said.to;
    // "Have been investigating" tells of what "opened an investigation" began.
    let begun = pair.predicate().is_some_and(|l| same_sense(l.how)) && one_matter(pair, 0.65, 0.45);
    if later || ours.when.overlaps(theirs.when) || !near(pair, ours.when, theirs.when) {
        return None;
    }
    let plain = (one_event(pair, 0.7, 0.45) || since && begun)
        && specific(pair, ours.when, theirs.when)
        && quantities_agree(pair) != Some(false);
    let differing = vec![Differing {
        claim: ours.words?,
        statement: theirs.words.unwrap_or(statement.span),
        kind: "date",
    }];
    Outcome::contradicts(closeness(pair), differing).map(|o| o.plain(plain))
}

/// An event of the past or a plan, rather than a state.
fn happens(claim: &Claim) -> bool {
    claim.title.is_none()
        && match claim.modality {
            Modality::Fact => claim.past,
            mood => mood.to_come(),
        }
}

/// The one calendar expression of a side.
fn given(side: &Side) -> Option<Day> {
    let mut times = side.times().filter(|t| !matches!(t.kind, TimeKind::Duration { .. }));
    let time = times.next().filter(|t| !t.ambiguous && matches!(t.kind, TimeKind::Calendar))?;
    let bounded = time.when.from.is_some() && time.when.to.is_some();
    (bounded && times.next().is_none()).then_some(Day { when: time.when, words: Some(time.span) })
}

/// As given; a past event without any expression of time is of the statement's own day.
fn recorded(side: &Side) -> Option<Day> {
    const MONTH: i64 = 31;
    if side.times().all(|t| matches!(t.kind, TimeKind::Duration { .. })) {
        let told = side.claim.past && side.said.days().is_some_and(|days| days <= MONTH);
        return told.then_some(Day { when: side.said, words: None });
    }
    given(side)
}

/// "Has been … since June" against a dated beginning.
fn began(pair: &Pair) -> Option<(Day, Day)> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let time = pair.claim.times().find(|t| matches!(t.kind, TimeKind::Since) && !t.ambiguous)?;
    let begins = matches!(statement.aspect, Some(Aspect::Start | Aspect::Stop)) && statement.past;
    (begins && !claim.past)
        .then(|| Some((Day { when: time.named, words: Some(time.span) }, recorded(pair.statement)?)))
        .flatten()
}

/// Whether the days are near enough to be meant for one event.
fn near(pair: &Pair, ours: Interval, theirs: Interval) -> bool {
    const DAYS: i64 = 45;
    const PLANNED: i64 = 2 * 366;
    const YEARS: i64 = 30 * 366;
    let (Some(a), Some(b), Some(c), Some(d)) = (ours.from, ours.to, theirs.from, theirs.to) else {
        return false;
    };
    let gap = if b < c { (c - b).get_days() } else { (a - d).get_days() };
    let once = pair.statement.claim.modality == Modality::Fact && happens_once(pair);
    let planned = pair.claim.claim.modality == Modality::Future;
    i64::from(gap)
        <= if once {
            YEARS
        } else if planned {
            PLANNED
        } else {
            DAYS
        }
}

/// Verbs for what befalls one subject once.
const ONCE: &[&str] =
    &["die", "found", "bear", "complete", "build", "inaugurate", "discover", "invent", "abolish"];

fn happens_once(pair: &Pair) -> bool {
    pair.predicate().is_some_and(|link| {
        let key = pair.statement.claim.terms[link.statement].key.as_str();
        ONCE.contains(&key)
            || key == "open" && pair.statement.claim.aspect == Some(Aspect::Start)
            || english::classes(key).aspect() == Some(Aspect::Start) && pair.statement.claim.passive
    })
}

/// One event is known by a name, a number or many words.
fn specific(pair: &Pair, ours: Interval, theirs: Interval) -> bool {
    const MANY: f32 = 3.0;
    use crate::claim::TermKind::{Entity, Name};
    // A day or two apart, with nothing else left over, it is the same one.
    let near_miss = pair.alignment.claim_cover.min(pair.alignment.statement_cover) >= 0.9
        && ours.from.zip(theirs.from).is_some_and(|(a, b)| (a - b).get_days().abs() <= 2);
    near_miss
        || pair.alignment.shared_weight >= MANY
        || quantities_agree(pair) == Some(true)
        || pair
            .alignment
            .links
            .iter()
            .any(|l| matches!(pair.claim.claim.terms[l.claim].kind, Entity(_) | Name))
}
