//! From which confidence on a rule speaks: on subjects that its weights were not fitted on.

use super::examples::{DOMAINS, Example, Place};
use super::{contradictions, probability};
use on_record::compare::{AGREEMENT, Relation, THRESHOLD, rules};
use std::collections::BTreeMap;
use std::thread;

/// The share of a rule's findings that must be right.
const RIGHT: f64 = 0.8;
/// The lowest bar: what counts at all.
const LOWEST: f64 = THRESHOLD as f64;
/// Bars lie this far apart.
const STEP: f64 = 0.05;
/// A rule of few findings is taken to be as often right as in the domains that were read: so many findings weigh as much as
/// that.
const PRIOR: f64 = 10.0;

/// A rule's finding about a claim: how sure, and whether it is right.
type Finding = (f64, bool);

/// The findings by rule and claim.
type Found = BTreeMap<(&'static str, Place), Finding>;

/// The bar of each rule: the least confidence at which findings in domains that nobody has read are right often enough, as
/// far as those in domains that were read tell too, each left out of the fit (leave-one-group-out cross-validation).
pub fn bars(fitted: &[Example], unread: &[Example]) -> Result<BTreeMap<&'static str, f64>, String> {
    let folds: Vec<Result<Found, String>> = thread::scope(|scope| {
        let run = |domain| {
            scope.spawn(move || {
                let inside = |e: &&Example| e.source.is_some_and(|source| source.domain == domain);
                let rest: Vec<&Example> = fitted.iter().filter(|e| !inside(e)).collect();
                findings(&rest, fitted.iter().filter(inside))
            })
        };
        let running: Vec<_> = (0..DOMAINS.len()).map(run).collect();
        running
            .into_iter()
            .map(|fold| fold.join().map_err(|_| "a fold failed".to_owned()).flatten())
            .collect()
    });
    let mut read = Found::new();
    for fold in folds {
        read.extend(fold?);
    }
    let unread = findings(&fitted.iter().collect::<Vec<_>>(), unread.iter())?;
    let of = |found: &Found, rule: &str| -> Vec<Finding> {
        found.iter().filter(|((code, _), _)| *code == rule).map(|(_, finding)| *finding).collect()
    };
    let bar = |rule: &'static str| (rule, least(&of(&unread, rule), &of(&read, rule)));
    Ok(rules::ALL.iter().filter(|rule| rule.code != AGREEMENT).map(|rule| bar(rule.code)).collect())
}

/// What is found, as sure as weights make it that are fitted on other examples.
fn findings<'e>(fitted: &[&Example], of: impl Iterator<Item = &'e Example>) -> Result<Found, String> {
    let against = |e: &&&Example| e.relation == Relation::Contradicts;
    let weights = contradictions(&fitted.iter().filter(against).copied().collect::<Vec<_>>())?;
    let mut found = Found::new();
    for example in of.filter(|e| e.relation == Relation::Contradicts) {
        let Some(claim) = example.source.and_then(|source| source.told) else { continue };
        let sure = probability(&weights[example.rule], example);
        let finding = found.entry((example.rule, claim)).or_insert((sure, example.right));
        *finding = (finding.0.max(sure), finding.1 || example.right);
    }
    Ok(found)
}

/// How many findings of at least this confidence are right, and how many there are.
fn shown(findings: &[Finding], bar: f64) -> (f64, f64) {
    let shown = findings.iter().filter(|(sure, _)| *sure >= bar);
    (shown.clone().filter(|(_, right)| *right).count() as f64, shown.count() as f64)
}

/// The least bar above which enough of what was found in domains that nobody has read is right, as far as those that were
/// read tell.
fn least(unread: &[Finding], read: &[Finding]) -> f64 {
    let mut bar = LOWEST;
    while bar < 1.0 {
        let ((right, found), (right_read, found_read)) = (shown(unread, bar), shown(read, bar));
        let usual = if found_read > 0.0 { right_read / found_read } else { RIGHT };
        if right + PRIOR * usual >= RIGHT * (found + PRIOR) {
            break;
        }
        bar += STEP;
    }
    bar
}
