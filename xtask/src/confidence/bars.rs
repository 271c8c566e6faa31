//! From which confidence on a rule speaks: on subjects of which nobody who wrote rules has read anything.

use super::examples::{Example, UNREAD};
use super::{contradictions, probability};
use on_record::compare::{AGREEMENT, Relation, THRESHOLD, rules};
use std::collections::BTreeMap;
use std::thread;

/// The share of a rule's findings that must be right: four of five, with something to spare.
const RIGHT: f64 = 0.82;
/// The lowest bar: what counts at all.
const LOWEST: f64 = THRESHOLD as f64;
/// Bars lie this far apart.
const STEP: f64 = 0.05;
/// A rule of few findings is taken to be as often right as all rules together: so many findings weigh as much as that.
const PRIOR: f64 = 20.0;

/// A rule's finding about a claim: how sure, and whether it is right.
type Finding = (f64, bool);

/// The findings by rule and claim.
type Findings = BTreeMap<(&'static str, usize), Finding>;

/// The bar of each rule: the least confidence at which findings in unread domains, each left out of the fit in its turn
/// (leave-one-group-out cross-validation), are right often enough.
pub fn bars(examples: &[Example]) -> Result<BTreeMap<&'static str, f64>, String> {
    let folds = thread::scope(|scope| {
        let running = UNREAD.map(|domain| scope.spawn(move || findings(examples, domain)));
        running.map(|fold| fold.join().unwrap_or_else(|_| Err("a fold failed".into())))
    });
    let mut found = Findings::new();
    for fold in folds {
        found.extend(fold?);
    }
    let all: Vec<Finding> = found.values().copied().collect();
    let bar = |rule: &'static str| {
        let own: Vec<Finding> =
            found.iter().filter(|((code, _), _)| *code == rule).map(|(_, f)| *f).collect();
        (rule, least(&own, &all))
    };
    Ok(rules::ALL.iter().filter(|rule| rule.code != AGREEMENT).map(|rule| bar(rule.code)).collect())
}

/// What is found in a domain, as sure as weights make it that are fitted on the others.
fn findings(examples: &[Example], domain: &str) -> Result<Findings, String> {
    let (inside, rest): (Vec<&Example>, Vec<&Example>) =
        examples.iter().filter(|e| e.relation == Relation::Contradicts).partition(|e| e.of(domain));
    let weights = contradictions(&rest)?;
    let mut findings = Findings::new();
    for example in inside {
        let (Some(found), Some(right)) = (example.found.as_ref().filter(|f| f.told), example.right) else {
            continue;
        };
        let sure = probability(&weights[example.rule], &example.features);
        let finding = findings.entry((example.rule, found.claim)).or_insert((sure, right));
        *finding = (finding.0.max(sure), finding.1 || right);
    }
    Ok(findings)
}

/// How many findings of at least this confidence are right, and how many there are.
fn shown(findings: &[Finding], bar: f64) -> (f64, f64) {
    let shown = findings.iter().filter(|(sure, _)| *sure >= bar);
    (shown.clone().filter(|(_, right)| *right).count() as f64, shown.count() as f64)
}

/// The least bar above which enough findings are right, as far as those of all rules tell too.
fn least(own: &[Finding], all: &[Finding]) -> f64 {
    let mut bar = LOWEST;
    while bar < 1.0 {
        let ((right, found), (right_of_all, found_of_all)) = (shown(own, bar), shown(all, bar));
        let usual = right_of_all / found_of_all.max(1.0);
        if right + PRIOR * usual >= RIGHT * (found + PRIOR) {
            break;
        }
        bar += STEP;
    }
    bar
}
