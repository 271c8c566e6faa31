//! `elapsed`: arithmetic from a dated beginning.

use super::{Example, Outcome, Rule, closeness};
use crate::claim::{Modality, Polarity};
use crate::compare::{Differing, Pair};
use crate::english::Aspect;
use crate::time::{TimeKind, elapsed_agrees};

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
    apply,
    explain: |told| {
        format!(
            "{} it began, so “{}” does not fit: “{}”",
            told.when,
            told.ours,
            told.statement.trim_end_matches('.')
        )
    },
};

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let elapsed =
        pair.claim.times().find(|time| matches!(time.kind, TimeKind::Elapsed { .. }) && !time.ambiguous)?;
    let began = pair.statement.own_days().unwrap_or(pair.statement.said);
    let (Some(from), Some(to), Some(at)) = (began.from, began.to, pair.claim.said.to) else { return None };
    let begins = statement.modality == Modality::Fact
        && statement.polarity == Polarity::Positive
        && !matches!(statement.aspect, Some(Aspect::NoChange | Aspect::Continue))
        && pair.statement.claim.times.len() <= 1;
    if !begins || from != to || from > at || claim.past || pair.alignment.other_name || !pair.subject_met() {
        return None;
    }
    let alignment = pair.alignment;
    let starts = matches!(statement.aspect, Some(Aspect::Start | Aspect::Repeat));
    let needed = if starts { 0.55 } else { 0.75 };
    if alignment.claim_cover_wide < needed || alignment.statement_cover_wide < needed {
        return None;
    }
    if elapsed_agrees(from, at, &elapsed.kind)? {
        return Outcome::agrees(closeness(pair));
    }
    let differing = vec![Differing { claim: elapsed.span, statement: statement.span, kind: "date" }];
    Outcome::contradicts(0.8 * closeness(pair), differing)
}
