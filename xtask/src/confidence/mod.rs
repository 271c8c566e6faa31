//! Fits the model of confidence: `data/english/confidence.tsv`.
//!
//! Logistic regression with a penalty on large weights (ridge; Hoerl and Kennard 1970), of what the rules find in
//! labelled texts. Each rule has weights of its own for all features beside weights that all rules share, so a
//! rule of which few examples are known decides much as the others do.

mod bars;
mod examples;
mod regression;
mod reliability;

pub use reliability::curve;

use examples::{Example, Found};
use on_record::compare::{AGREEMENT, Agreed, FEATURES, Features, Relation, THRESHOLD, beside, rules};
use regression::{logistic, regress};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// Weights of a rule: the bias, then one a feature.
type Row = Vec<f64>;

/// Fits the weights for what a search finds in a record.
pub fn found(root: &Path) -> Result<(String, String), String> {
    let mut examples = examples::found(root)?;
    let agrees = agreement(&examples)?;
    agree(&mut examples, &agrees);
    let (mut table, mut said) = table("cargo xtask confidence", agrees, &examples)?;
    for (rule, bar) in bars::bars(&examples)? {
        let _ = writeln!(table, "{rule}\tbar\t{bar:.2}");
        let _ = writeln!(said, "{rule} speaks from {bar:.2}");
    }
    Ok((table, said))
}

/// Fits the weights for pairs that somebody holds against each other, on files of them: a JSON object a line with
/// `claim`, `statement` and `label`.
pub fn given(root: &Path, files: &[String]) -> Result<(String, String), String> {
    let examples = examples::given(root, files)?;
    table("cargo xtask confidence PAIRS", agreement(&examples)?, &examples)
}

/// Tells each contradiction how surely the record agrees with the claim.
fn agree(examples: &mut [Example], weights: &Row) {
    let mut agree: BTreeMap<usize, Vec<(Found, f32)>> = BTreeMap::new();
    for example in examples.iter().filter(|e| e.relation == Relation::Agrees) {
        let Some(found) = &example.found else { continue };
        let sure = probability(weights, &example.features) as f32;
        agree.entry(found.claim).or_default().push((found.clone(), sure));
    }
    for example in examples.iter_mut().filter(|e| e.relation == Relation::Contradicts) {
        let Some(against) = &example.found else { continue };
        let agree = agree.get(&against.claim).into_iter().flatten();
        let agreed = agree.fold(Agreed::default(), |agreed, (found, sure)| {
            agreed.and((found.voice(), *sure), against.voice())
        });
        example.features = beside(example.features, agreed);
    }
}

/// The table of weights, and how right the findings of each rule are by it.
fn table(command: &str, agrees: Row, examples: &[Example]) -> Result<(String, String), String> {
    let against: Vec<&Example> = examples.iter().filter(|e| e.relation == Relation::Contradicts).collect();
    let mut weights = contradictions(&against)?;
    weights.insert(AGREEMENT, agrees);
    let mut table = format!("# Weights of the model of confidence, by `{command}`: rule, feature, weight.\n");
    for (rule, row) in &weights {
        for (name, weight) in ["bias"].iter().chain(&FEATURES).zip(row) {
            if weight.abs() >= 0.005 {
                let _ = writeln!(table, "{rule}\t{name}\t{weight:.2}");
            }
        }
    }
    Ok((table, report(examples, &weights)))
}

fn agreement(examples: &[Example]) -> Result<Row, String> {
    let agreeing: Vec<&Example> = examples.iter().filter(|e| e.relation == Relation::Agrees).collect();
    let row = |example: &Example| values(example).collect();
    let (bias, own) = regress(&agreeing, FEATURES.len(), row)?;
    Ok([bias].into_iter().chain(own).collect())
}

/// The features of an example that are not 0.
fn values(example: &Example) -> impl Iterator<Item = (usize, f64)> {
    example.features.iter().map(|value| f64::from(*value)).enumerate().filter(|(_, value)| *value != 0.0)
}

fn contradictions(examples: &[&Example]) -> Result<BTreeMap<&'static str, Row>, String> {
    let (codes, wide) = (rules::ALL.len(), FEATURES.len());
    let own = |code: &str| {
        wide + (wide + 1) * rules::ALL.iter().position(|rule| rule.code == code).unwrap_or_default()
    };
    // What all rules share, then of each rule its bias and what is its own.
    let row = |example: &Example| {
        let own = own(example.rule);
        let of_rule = values(example).map(|(column, value)| (own + 1 + column, value));
        values(example).chain([(own, 1.0)]).chain(of_rule).collect()
    };
    let (bias, all) = regress(examples, wide + codes * (wide + 1), row)?;
    let weights = rules::ALL.iter().filter(|rule| rule.code != AGREEMENT).map(|rule| {
        let own = own(rule.code);
        let features = (0..wide).map(|i| all[i] + all[own + 1 + i]);
        (rule.code, [bias + all[own]].into_iter().chain(features).collect())
    });
    Ok(weights.collect())
}

fn probability(row: &Row, features: &Features) -> f64 {
    let score: f64 = row[1..].iter().zip(features).map(|(w, f)| w * f64::from(*f)).sum();
    logistic(row[0] + score)
}

/// Of each rule, how many findings reach the threshold and how many of them are right.
fn report(examples: &[Example], weights: &BTreeMap<&'static str, Row>) -> String {
    let mut counts: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for example in examples {
        let Some(right) = example.right else { continue };
        let rule = if example.relation == Relation::Agrees { AGREEMENT } else { example.rule };
        let count = counts.entry(rule).or_default();
        let shown = probability(&weights[rule], &example.features) >= f64::from(THRESHOLD);
        count[0] += 1;
        count[1] += usize::from(right);
        count[2] += usize::from(shown);
        count[3] += usize::from(shown && right);
    }
    let mut out = String::from("rule            findings   right   shown   of them right\n");
    for (rule, [all, right, shown, both]) in counts {
        let _ = writeln!(out, "{rule:<14} {all:>9} {right:>7} {shown:>7} {both:>7}");
    }
    out
}
