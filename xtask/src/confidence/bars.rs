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

/// A rule's finding about a claim: how sure, and whether it is right.
type Finding = (f64, bool);

/// The bar of each rule: the least confidence at which findings in domains that were left out of the fit
/// (leave-one-group-out cross-validation) are right often enough.
pub fn bars(examples: &[Example]) -> Result<BTreeMap<&'static str, f64>, String> {
    let mut found: BTreeMap<(&'static str, Place), Finding> = BTreeMap::new();
    for domain in 0..DOMAINS.len() {
        let against = || examples.iter().filter(|e| e.relation == Relation::Contradicts);
        let of = |e: &&Example| e.claim.is_some_and(|claim| claim.domain == domain);
        let weights = contradictions(&against().filter(|e| !of(e)).collect::<Vec<_>>())?;
        for example in against().filter(of) {
            let Some(claim) = example.claim else { continue };
            let sure = probability(&weights[example.rule], example);
            let finding = found.entry((example.rule, claim)).or_insert((sure, example.right));
            *finding = (finding.0.max(sure), finding.1 || example.right);
        }
    }
    let bar = |rule: &'static str| {
        let of_rule = found.iter().filter(|((code, _), _)| *code == rule);
        (rule, least(&of_rule.map(|(_, finding)| *finding).collect::<Vec<_>>()))
    };
    Ok(rules::ALL.iter().filter(|rule| rule.code != AGREEMENT).map(|rule| bar(rule.code)).collect())
}

fn least(findings: &[Finding]) -> f64 {
    let mut bar = LOWEST;
    while bar < 1.0 {
        let shown: Vec<bool> =
            findings.iter().filter(|(sure, _)| *sure >= bar).map(|(_, right)| *right).collect();
        if shown.iter().filter(|right| **right).count() as f64 >= RIGHT * shown.len() as f64 {
            break;
        }
        bar += STEP;
    }
    bar
}
