//! `elapsed`: arithmetic from a dated beginning.

use crate::claim::{Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::{closeness, comparable, matter, one_event, plainest};
use crate::compare::event;
use crate::compare::measure::length::Length;
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::state::ended_by;
use crate::compare::{Differing, Pair, Side};
use crate::english::Aspect;
use crate::text::Span;
use crate::time::{Interval, TimeKind, elapsed_agrees};

pub(super) static RULE: Rule = Rule {
    code: "elapsed",
    summary: "a length of time that does not fit the dated beginning",
    documentation: "Speaks where the claim says how long something has gone on (now in its eighth month, five weeks into, \
                    for three weeks) and a statement dates its beginning. The tolerance is that of newspapers: \
                    \"nearly two years\" may be 22 months.",
    examples: &[
        Example {
            statement: "The strike at the mine began on 20 May.",
            claim: "The strike at the mine is now in its eighth month.",
            relation: "contradicts",
        },
        Example {
            statement: "The strike at the mine began on 20 May.",
            claim: "The trial of the captain is now in its eighth month.",
            relation: "silent",
        },
    ],
    concerns,
    unaligned: |_| false,
    apply,
    explain: |told| format!("{} it began, so “{}” does not fit: “{}”", told.when, told.ours, told.statement),
};

/// Of who somebody is, only how long they have been it: "three years into the job, coach Renton".
fn concerns(side: &Side) -> bool {
    const WORDS: usize = 4;
    let job =
        |words: &str| words.split(|c: char| !c.is_alphabetic()).take(WORDS).any(|w| RuleWord::Job.has(w));
    side.claim.title.is_none() || side.times().any(|t| job(side.text[t.span.end..].trim_start()))
}

fn apply(pair: &Pair) -> Option<Outcome> {
    if !concerns(pair.claim) {
        return None;
    }
    plainest(pair, &[since_beginning, lasted, since_event])
}

/// "It is five years since he broke it": the day of the event is on record.
fn since_event(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let from = pair.claim.analysis.sentences[claim.sentence].span.start;
    let lead = pair.claim.text[from..claim.span.start].trim_end();
    if !claim.past || !statement.past || !lead.ends_with("since") {
        return None;
    }
    let event = event::one(pair)?;
    let plain = one_event(pair, 0.7, 0.45) || event.sure(pair);
    let analysis = pair.claim.analysis;
    let time = analysis
        .times_in(Span::new(from, claim.span.start))
        .map(|i| &analysis.times[i])
        .find(|t| matches!(t.kind, TimeKind::Duration { .. } | TimeKind::Elapsed { .. }))?;
    let (TimeKind::Duration { low, high, unit } | TimeKind::Elapsed { low, high, unit }) = time.kind else {
        return None;
    };
    let day = pair.statement.own_days().unwrap_or(pair.statement.said);
    let (from, at) = (day.from.filter(|_| day.days().is_some_and(|d| d <= 31))?, pair.claim.said.to?);
    if elapsed_agrees(from, at, &TimeKind::Elapsed { low, high, unit })? {
        return Outcome::agrees(closeness(pair)).map(|o| o.plain(plain));
    }
    let differing = vec![Differing { claim: time.span, statement: statement.span, kind: "date" }];
    Outcome::contradicts(closeness(pair), differing).map(|o| o.plain(plain))
}

/// "Lasted 70 days": seven weeks, says the record.
fn lasted(pair: &Pair) -> Option<Outcome> {
    let one = |side: &Side| {
        let mut lengths = side.times().filter_map(|t| Some((t.span, Length::of(&t.kind)?)));
        lengths.next().filter(|_| lengths.next().is_none())
    };
    let ((our_span, ours), (their_span, theirs)) = (one(pair.claim)?, one(pair.statement)?);
    let event = event::one(pair).or_else(|| event::began(pair));
    let sure = event.as_ref().is_some_and(|event| event.sure(pair));
    // "Far less than the seven at the other mine" names another matter.
    let plain = sure || comparable(pair, 0.6, 0.5) && !pair.other_thing();
    if pair.claim.has_word(&["than"]) || pair.claim.claim.polarity != pair.statement.claim.polarity {
        return None;
    }
    if !ours.apart(theirs) || !plain && event.is_none() {
        return None;
    }
    let differing = vec![Differing { claim: our_span, statement: their_span, kind: "date" }];
    Outcome::contradicts(closeness(pair), differing).map(|o| o.plain(plain))
}

fn since_beginning(pair: &Pair) -> Option<Outcome> {
    const MONTHS: i64 = 120;
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let elapsed =
        pair.claim.times().find(|time| matches!(time.kind, TimeKind::Elapsed { .. }) && !time.ambiguous)?;
    // "After a month of war she resigned" tells when, not how long.
    let before = pair.claim.text[..elapsed.span.start].trim_end();
    if before.ends_with("after") || before.ends_with("After") {
        return None;
    }
    let began = pair.statement.own_days().unwrap_or(pair.statement.said);
    let (Some(from), Some(to), Some(at)) = (began.from, began.to, pair.claim.said.to) else { return None };
    // "Has run the port since 2015" began then, and not when it was said.
    let lasts = !statement.past && pair.statement.times().any(|t| matches!(t.kind, TimeKind::Since));
    let begins = !lasts
        && statement.modality == Modality::Fact
        && statement.polarity == Polarity::Positive
        && !matches!(statement.aspect, Some(Aspect::NoChange | Aspect::Continue))
        && pair.statement.claim.times.len() <= 1;
    if !begins || began.days().is_none_or(|days| days > 366) || from > at || claim.past {
        return None;
    }
    let event = event::began(pair);
    let sure = event.as_ref().is_some_and(|event| event.surely_began(pair));
    let mut plain = !pair.alignment.other_name && pair.subject_met();
    let alignment = pair.alignment;
    let starts = matches!(statement.aspect, Some(Aspect::Start | Aspect::Repeat));
    const MANY: f32 = 4.0;
    let needed = if starts {
        0.55
    } else if alignment.shared_weight >= MANY {
        0.65
    } else {
        0.75
    };
    // "Has stood idle" began when it was halted.
    let idle = |t: &Term| ended_by(&t.key).contains(&"resume") || t.kind == TermKind::Verb;
    let halted = statement.aspect == Some(Aspect::Stop)
        && claim.terms.iter().any(|t| ended_by(&t.key).contains(&"resume"))
        && alignment.links.iter().any(|l| statement.terms[l.statement].role == TermRole::Subject)
        && matter(pair, |i| idle(&claim.terms[i]), |_| false).is_some_and(|met| met >= 0.6);
    let covered = alignment.claim_cover_wide >= needed && alignment.statement_cover_wide >= needed;
    plain &= halted || sure || covered;
    let seen = event.is_some_and(|e| e.parties.0 >= 0.8 || e.parties.0 >= 0.4 && e.parties.1 >= 0.2);
    let started = starts && alignment.shared_weight >= 1.0;
    if !(plain || seen || started) {
        return None;
    }
    let fits = elapsed_agrees(from, at, &elapsed.kind)?;
    if fits != elapsed_agrees(to, at, &elapsed.kind)? {
        return None;
    }
    if fits {
        return Outcome::agrees(closeness(pair)).map(|o| o.plain(plain));
    }
    // Who is chosen takes office some months later.
    let chosen = statement.terms_of(TermRole::Predicate).any(|t| {
        RuleWord::TakesOffice.has(&t.key) && RuleWord::DoneToHolder.has(&t.key)
            || matches!(t.key.as_str(), "choose" | "select")
    });
    let late = Interval { from: Some(from), to: Some(to) }.widened(0, MONTHS);
    if chosen
        && late.to.is_some_and(|late| late >= at || elapsed_agrees(late, at, &elapsed.kind) == Some(true))
    {
        return None;
    }
    let differing = vec![Differing { claim: elapsed.span, statement: statement.span, kind: "date" }];
    let outcome = Outcome::contradicts(0.8 * closeness(pair), differing);
    if halted && plain { outcome.map(Outcome::certain) } else { outcome.map(|o| o.plain(plain)) }
}
