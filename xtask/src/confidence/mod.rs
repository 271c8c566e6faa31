//! Fits the model of confidence: `data/english/confidence.tsv`.
//!
//! Logistic regression with a penalty on large weights (ridge; Hoerl and Kennard 1970), of what the rules find in
//! labelled texts. Each rule has weights of its own for all features beside weights that all rules share, so a
//! rule of which few examples are known decides much as the others do.

mod bars;
mod examples;
mod reliability;

pub use reliability::curve;

use examples::Example;
use on_record::compare::{AGREEMENT, FEATURES, Relation, THRESHOLD, rules};
use smartcore::linalg::basic::arrays::Array;
use smartcore::linalg::basic::matrix::DenseMatrix;
use smartcore::linear::logistic_regression::{LogisticRegression, LogisticRegressionParameters};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// Penalty on squared weights.
const PENALTY: f64 = 2.0;

/// Weights of a rule: the bias, then one a feature.
type Row = Vec<f64>;

/// Fits the weights for what a search finds in a record.
pub fn found(root: &Path) -> Result<(String, String), String> {
    let examples = examples::found(root)?;
    let (mut table, mut said) = table("cargo xtask confidence", &examples)?;
    for (rule, bar) in bars::bars(&examples)? {
        let _ = writeln!(table, "{rule}\tbar\t{bar:.2}");
        let _ = writeln!(said, "{rule} speaks from {bar:.2}");
    }
    Ok((table, said))
}

/// Fits the weights for pairs that somebody holds against each other, on files of them: a JSON object a line with
/// `claim`, `statement` and `label`.
pub fn given(root: &Path, files: &[String]) -> Result<(String, String), String> {
    table("cargo xtask confidence PAIRS", &examples::given(root, files)?)
}

/// The table of weights, and how right the findings of each rule are by it.
fn table(command: &str, examples: &[Example]) -> Result<(String, String), String> {
    let weights = weights(examples)?;
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

fn weights(examples: &[Example]) -> Result<BTreeMap<&'static str, Row>, String> {
    let of = |relation| examples.iter().filter(move |example| example.relation == relation);
    let mut weights = contradictions(&of(Relation::Contradicts).collect::<Vec<_>>())?;
    let agreeing: Vec<&Example> = of(Relation::Agrees).collect();
    let rows: Vec<Vec<f64>> =
        agreeing.iter().map(|e| e.features.iter().map(|f| f64::from(*f)).collect()).collect();
    let (bias, own) = regress(&rows, &agreeing)?;
    weights.insert(AGREEMENT, [bias].into_iter().chain(own).collect());
    Ok(weights)
}

fn contradictions(examples: &[&Example]) -> Result<BTreeMap<&'static str, Row>, String> {
    let (codes, wide) = (rules::ALL.len(), FEATURES.len());
    let place = |code: &str| rules::ALL.iter().position(|rule| rule.code == code).unwrap_or(0);
    let row = |example: &&Example| {
        let mut row = vec![0.0; wide + codes * (wide + 1)];
        let own = wide + place(example.rule) * (wide + 1);
        row[own] = 1.0;
        for (i, value) in example.features.iter().enumerate() {
            row[i] = f64::from(*value);
            row[own + 1 + i] = f64::from(*value);
        }
        row
    };
    let rows: Vec<Vec<f64>> = examples.iter().map(row).collect();
    let (bias, all) = regress(&rows, examples)?;
    let weights = rules::ALL.iter().filter(|rule| rule.code != AGREEMENT).map(|rule| {
        let own = wide + place(rule.code) * (wide + 1);
        let features = (0..wide).map(|i| all[i] + all[own + 1 + i]);
        (rule.code, [bias + all[own]].into_iter().chain(features).collect())
    });
    Ok(weights.collect())
}

/// The bias and a weight for each column.
fn regress(rows: &Vec<Vec<f64>>, examples: &[&Example]) -> Result<(f64, Vec<f64>), String> {
    let x = DenseMatrix::from_2d_vec(rows).map_err(|error| error.to_string())?;
    let y: Vec<i32> = examples.iter().map(|example| i32::from(example.right)).collect();
    let parameters = LogisticRegressionParameters::default().with_alpha(PENALTY);
    let model = LogisticRegression::fit(&x, &y, parameters).map_err(|error| error.to_string())?;
    let weights: Vec<f64> = model.coefficients().iterator(0).copied().collect();
    let bias = *model.intercept().get((0, 0));
    Ok((bias, weights))
}

fn probability(row: &Row, example: &Example) -> f64 {
    let score: f64 = row[1..].iter().zip(example.features).map(|(w, f)| w * f64::from(f)).sum();
    1.0 / (1.0 + (-(row[0] + score)).exp())
}

/// Of each rule, how many findings reach the threshold and how many of them are right.
fn report(examples: &[Example], weights: &BTreeMap<&'static str, Row>) -> String {
    let mut counts: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for example in examples {
        let rule = if example.relation == Relation::Agrees { AGREEMENT } else { example.rule };
        let count = counts.entry(rule).or_default();
        let shown = probability(&weights[rule], example) >= f64::from(THRESHOLD);
        count[0] += 1;
        count[1] += usize::from(example.right);
        count[2] += usize::from(shown);
        count[3] += usize::from(shown && example.right);
    }
    let mut out = String::from("rule            findings   right   shown   of them right\n");
    for (rule, [all, right, shown, both]) in counts {
        let _ = writeln!(out, "{rule:<14} {all:>9} {right:>7} {shown:>7} {both:>7}");
    }
    out
}
