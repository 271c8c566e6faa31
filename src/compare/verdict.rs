//! The verdict over all evidence: the table of the formats, case by case.

use crate::time::{Date, Interval};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The five verdicts.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Conflict,
    Outdated,
    Disputed,
    Supported,
    Unmatched,
}

/// Why a claim is unmatched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// No statement is about the same matter.
    NoCandidate,
    /// Statements are near, but neither agree nor contradict.
    NotComparable,
    /// The dates leave it open.
    AmbiguousDate,
    /// Another place, period, body or kind.
    DifferentScope,
    /// A question, a condition, a wish: nothing is asserted.
    NotAsserted,
}

/// What a statement says about a claim.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    Agrees,
    Contradicts,
    Context,
}

/// A statement's relation to a claim, with what the verdict needs to know of the statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// Index of the statement.
    pub statement: usize,
    /// Agrees or contradicts.
    pub relation: Relation,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// The days on which it begins to speak.
    pub when: Interval,
    /// Who says it; `None`: the source, as fact.
    pub speaker: Option<String>,
    /// Where it agrees, the indices of the statements that it replaces, directly or through others.
    pub supersedes: Vec<usize>,
}

/// A verdict with the evidence that decided it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The verdict.
    pub verdict: Verdict,
    /// The day from which the claim no longer holds.
    pub since: Option<Date>,
    /// Why nothing was decided.
    pub reason: Option<Reason>,
    /// Position in the evidence of what decided.
    pub by: Option<usize>,
}

/// The verdict on a claim that stands for `at`, by evidence dated on or before the as-of date.
pub fn decide(evidence: &[Weighed], at: Date) -> Decision {
    let first = |i: usize| evidence[i].when.from;
    let last = |i: usize| evidence[i].when.to;
    // A coarse date that overlaps the claim's day is neither before nor after it.
    let after = |i: usize| first(i).is_some_and(|day| day > at);
    let before = |i: usize| last(i).is_some_and(|day| day <= at);
    let of = |relation: Relation| -> Vec<usize> {
        (0..evidence.len()).filter(|&i| evidence[i].relation == relation).collect()
    };
    let agreeing = of(Relation::Agrees);
    let mut contradicting = of(Relation::Contradicts);
    let undated = contradicting.iter().any(|&i| !after(i) && !before(i));
    contradicting.retain(|&i| after(i) || before(i));
    let agreeing_before: Vec<usize> = agreeing.iter().copied().filter(|&i| !after(i)).collect();
    let latest_agreeing = agreeing_before.iter().copied().max_by_key(|&i| (last(i), evidence[i].statement));

    // What an agreeing statement at or before the day replaces, or its own speaker said before, does not count.
    let mut disputed_by = None;
    if let Some(agrees) = latest_agreeing {
        let answered: Vec<usize> =
            contradicting.iter().copied().filter(|&c| before(c) && last(agrees) >= last(c)).collect();
        let latest_before = contradicting.iter().copied().filter(|&c| before(c)).max_by_key(|&c| last(c));
        if latest_before.is_some_and(|c| last(agrees) >= last(c)) {
            let replaced: HashSet<usize> = evidence[agrees].supersedes.iter().copied().collect();
            let silenced = |c: usize| {
                replaced.contains(&evidence[c].statement) || evidence[agrees].speaker == evidence[c].speaker
            };
            disputed_by = answered.iter().copied().filter(|&c| !silenced(c)).max_by_key(|&c| last(c));
            contradicting.retain(|&c| answered.binary_search(&c).is_err() || !silenced(c));
        }
    }
    let decision = |verdict, since, by| Decision { verdict, since, reason: None, by };
    if contradicting.is_empty() {
        return match latest_agreeing.or(agreeing.first().copied()) {
            Some(by) => decision(Verdict::Supported, None, Some(by)),
            None => Decision {
                verdict: Verdict::Unmatched,
                since: None,
                reason: Some(if undated { Reason::AmbiguousDate } else { Reason::NoCandidate }),
                by: None,
            },
        };
    }
    let earliest_after = contradicting
        .iter()
        .copied()
        .filter(|&c| after(c))
        .min_by_key(|&c| (first(c), evidence[c].statement));
    let contradicting_before: Vec<usize> = contradicting.iter().copied().filter(|&c| before(c)).collect();
    if contradicting_before.is_empty() {
        return decision(Verdict::Outdated, earliest_after.and_then(first), earliest_after);
    }
    let surest = contradicting_before.iter().copied().max_by(|&a, &b| {
        last(a).cmp(&last(b)).then(evidence[a].confidence.total_cmp(&evidence[b].confidence))
    });
    match latest_agreeing {
        None => decision(Verdict::Conflict, None, surest),
        Some(_) if disputed_by.is_some() => decision(Verdict::Disputed, None, disputed_by),
        Some(agrees) => {
            let overtaking = contradicting_before
                .iter()
                .copied()
                .filter(|&c| last(c) > last(agrees))
                .min_by_key(|&c| last(c));
            decision(Verdict::Outdated, overtaking.and_then(first), overtaking.or(surest))
        }
    }
}
