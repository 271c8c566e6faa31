//! Confidence: the probability that what a rule found is right, by logistic regression.
//!
//! Every rule has a weight for each of the [`features`](super::features): one that all rules share, and what is its
//! own. The weights are data, `data/english/confidence.tsv` and `confidence-given.tsv`, fitted on labelled paragraphs
//! and pairs by `cargo xtask confidence`; how well they are calibrated is measured (`docs/accuracy.md`).

use crate::compare::Relation;
use crate::compare::features::{FEATURES, Features};
use crate::compare::rules::Outcome;
use crate::english::{self, WordMap};
use std::sync::LazyLock;

/// At or above this a contradiction counts.
pub const THRESHOLD: f32 = 0.5;

/// At or above this agreement counts: to call a claim supported that another statement fits as well does less harm.
const SUPPORT: f32 = 0.3;

/// Whether a finding of this relation and confidence counts.
pub fn counts(relation: Relation, confidence: f32) -> bool {
    confidence >= if relation == Relation::Agrees { SUPPORT } else { THRESHOLD }
}

/// Under whose weights agreement stands, whatever rule found it.
pub const AGREEMENT: &str = "agreement";

struct Weights {
    bias: f32,
    features: Features,
    /// Below it, what contradicts is not told of.
    bar: f32,
}

impl Weights {
    fn probability(&self, features: &Features) -> f32 {
        let score: f32 = self.features.iter().zip(features).map(|(weight, value)| weight * value).sum();
        1.0 / (1.0 + (-(self.bias + score)).exp())
    }
}

type Table = WordMap<Weights>;

/// For a claim and a statement that a search found in a record: most such pairs are not of one matter.
static FOUND: LazyLock<Table> = LazyLock::new(|| read(include_str!("../../data/english/confidence.tsv")));
/// For a claim and a statement that somebody holds against each other.
static GIVEN: LazyLock<Table> =
    LazyLock::new(|| read(include_str!("../../data/english/confidence-given.tsv")));

fn read(table: &'static str) -> Table {
    let mut weights = Table::default();
    for line in english::rows(table) {
        let mut cells = line.split('\t');
        let (Some(rule), Some(name), Some(Ok(value))) =
            (cells.next(), cells.next(), cells.next().map(str::parse))
        else {
            continue;
        };
        let none = Weights { bias: 0.0, features: [0.0; FEATURES.len()], bar: THRESHOLD };
        let of = weights.entry(rule).or_insert(none);
        match FEATURES.iter().position(|feature| *feature == name) {
            Some(feature) => of.features[feature] = value,
            None if name == "bar" => of.bar = value,
            None => of.bias = value,
        }
    }
    weights
}

/// At or above this a contradiction by a rule is told of: more than [`THRESHOLD`] where the rule's less sure ones are
/// wrong too often on subjects that its weights were not fitted on.
pub(super) fn bar(rule: &str, given: bool) -> f32 {
    if given { &GIVEN } else { &FOUND }.get(rule).map_or(THRESHOLD, |weights| weights.bar)
}

/// The probability, 0 to 1, that a pair that a search found agrees.
pub(super) fn agreement(features: &Features) -> f32 {
    FOUND.get(AGREEMENT).map_or(0.0, |weights| weights.probability(features))
}

/// The probability, 0 to 1, that what a rule found is right.
pub(super) fn of(rule: &str, outcome: &Outcome, given: bool, features: &Features) -> f32 {
    let agrees = outcome.relation == Relation::Agrees;
    let row = if agrees { AGREEMENT } else { rule };
    let table = if given { &GIVEN } else { &FOUND };
    let fitted = table.get(row).map_or(0.0, |weights| weights.probability(features));
    // The same words in quotation marks, the same office: how little else of the clauses meets says nothing against it.
    if outcome.certain && outcome.plain { fitted.max(outcome.strength) } else { fitted }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules;

    #[test]
    fn every_rule_has_weights_and_every_weight_a_feature() {
        let texts = [
            include_str!("../../data/english/confidence.tsv"),
            include_str!("../../data/english/confidence-given.tsv"),
        ];
        for (table, text) in [&FOUND, &GIVEN].into_iter().zip(texts) {
            for rule in rules::ALL {
                assert!(table.contains_key(rule.code), "{}", rule.code);
            }
            for line in english::rows(text) {
                let cells: Vec<&str> = line.split('\t').collect();
                assert!(rules::find(cells[0]).is_some(), "{line}");
                assert!(matches!(cells[1], "bias" | "bar") || FEATURES.contains(&cells[1]), "{line}");
                assert!(cells[2].parse::<f32>().is_ok(), "{line}");
            }
        }
    }
}
