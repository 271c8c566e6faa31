//! Confidence: a logistic model over the alignment and the rule.
//!
//! The weights are data, `data/english/confidence.tsv`: one line a feature. They are set by
//! hand, and how well they are calibrated is measured (`docs/accuracy.md`).

use super::Alignment;
use super::rules::Outcome;
use std::collections::HashMap;
use std::sync::LazyLock;

static WEIGHTS: LazyLock<HashMap<&'static str, f32>> = LazyLock::new(|| {
    include_str!("../../data/english/confidence.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(name, value)| Some((name, value.trim().parse().ok()?)))
        .collect()
});

fn weight(name: &str) -> f32 {
    WEIGHTS.get(name).copied().unwrap_or(0.0)
}

/// The probability that a judgement is right, 0 to 1.
pub(super) fn of(rule: &str, outcome: &Outcome, alignment: &Alignment) -> f32 {
    let known = weight("bias") + weight(rule) + weight("strength") * outcome.strength;
    if outcome.certain {
        return logistic(known + weight("certain"));
    }
    let score = known
        + weight("claim-cover") * alignment.claim_cover_wide
        + weight("statement-cover") * alignment.statement_cover_wide
        + weight("shared-weight") * alignment.shared_weight.min(8.0) / 8.0
        + if alignment.other_name { weight("other-name") } else { 0.0 };
    logistic(score)
}

fn logistic(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}
