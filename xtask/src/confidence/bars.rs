//! From which confidence on a rule speaks: on subjects that its weights were not fitted on.

use super::examples::{DOMAINS, Example, Place};
use super::{contradictions, probability};
use on_record::compare::{AGREEMENT, Relation, rules};
use std::collections::BTreeMap;

/// The share of a rule's findings that must be right.
const RIGHT: f64 = 0.8;
/// The lowest bar. Of what is less sure, two in three are wrong on the domains that are kept unseen.
const LOWEST: f64 = 0.6;
/// Bars lie this far apart.
const STEP: f64 = 0.05;
/// A rule of few findings is taken to be as often right as all rules together: so many findings weigh as much as that.
const PRIOR: f64 = 5.0;

/// A rule's finding about a claim: how sure, and whether it is right.
type Finding = (f64, bool);

/// The bar of each rule: the least confidence at which findings in domains that were left out of the fit
/// (leave-one-group-out cross-validation) are right often enough.
pub fn bars(examples: &[Example]) -> Result<BTreeMap<&'static str, f64>, String> {
    let mut found: BTreeMap<(&'static str, Place), Finding> = BTreeMap::new();
    for domain in 0..DOMAINS.len() {
        let against = || examples.iter().filter(|e| e.relation == Relation::Contradicts);
        let of = |e: &&Example| e.source.is_some_and(|source| source.domain == domain);
        let weights = contradictions(&against().filter(|e| !of(e)).collect::<Vec<_>>())?;
        for example in against().filter(of) {
            let Some(claim) = example.source.and_then(|source| source.told) else { continue };
            let sure = probability(&weights[example.rule], example);
            let finding = found.entry((example.rule, claim)).or_insert((sure, example.right));
            *finding = (finding.0.max(sure), finding.1 || example.right);
        }
    }
    let all: Vec<Finding> = found.values().copied().collect();
    let (right, shown) = shown(&all, LOWEST);
    let bar = |rule: &'static str| {
        let own: Vec<Finding> =
            found.iter().filter(|((code, _), _)| *code == rule).map(|(_, f)| *f).collect();
        (rule, least(&own, right / shown.max(1.0)))
    };
    Ok(rules::ALL.iter().filter(|rule| rule.code != AGREEMENT).map(|rule| bar(rule.code)).collect())
}

/// How many findings of at least this confidence are right, and how many there are.
fn shown(findings: &[Finding], bar: f64) -> (f64, f64) {
    let shown = findings.iter().filter(|(sure, _)| *sure >= bar);
    (shown.clone().filter(|(_, right)| *right).count() as f64, shown.count() as f64)
}

/// The least bar above which enough findings are right, where the share `usual` is of all rules.
fn least(findings: &[Finding], usual: f64) -> f64 {
    let mut bar = LOWEST;
    while bar < 1.0 {
        let (right, shown) = shown(findings, bar);
        if right + PRIOR * usual >= RIGHT * (shown + PRIOR) {
            break;
        }
        bar += STEP;
    }
    bar
}
