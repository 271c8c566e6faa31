//! A record's own tests: what must be flagged is, and what must not is not.

use on_record::record::{Flag, RecordTest, Remark};
use on_record::report::{CheckedClaim, Relation, Verdict};
use on_record::text::OffsetUnit;
use on_record::time::Date;
use on_record::{Checker, Options};
use std::ops::Range;

const CODE: &str = "test";

/// Of each test what it fails in.
pub(super) fn failures(tests: &[RecordTest], checker: &Checker) -> Vec<Vec<Remark>> {
    tests.iter().map(|test| run(test, checker)).collect()
}

fn run(test: &RecordTest, checker: &Checker) -> Vec<Remark> {
    let as_of = test.as_of.unwrap_or_else(|| last_day(test, checker));
    let options = Options { date: test.date, as_of, offsets: OffsetUnit::Bytes };
    let report = checker.check(&test.text, &options);
    let flags: Vec<&CheckedClaim> = report.claims.iter().filter(|claim| verdict(claim).is_some()).collect();
    let mut failures = Vec::new();
    for (i, flag) in test.flagged.iter().enumerate() {
        if let Some(problem) = missed(test, flag, &flags) {
            let field = format!("{}.flagged[{i}]", test.field);
            failures.push(failure(flag.at, field, problem));
        }
    }
    for (i, quiet) in test.silent.iter().enumerate() {
        let field = format!("{}.silent[{i}]", test.field);
        let loud = flags.iter().filter(|claim| meet(claim, &quiet.span));
        failures.extend(loud.map(|claim| failure(quiet.at, field.clone(), flagged(claim))));
    }
    if test.flagged.is_empty() && test.silent.is_empty() {
        failures.extend(flags.iter().map(|claim| failure(test.at, test.field.clone(), flagged(claim))));
    }
    failures
}

/// The last day that the record or the text is about, so that a test gives the same today and in a year.
fn last_day(test: &RecordTest, checker: &Checker) -> Date {
    let covered = checker.info().covers.map(|covers| covers.to);
    covered.into_iter().chain(test.date).max().unwrap_or(Date::MAX)
}

fn failure(at: usize, field: String, problem: String) -> Remark {
    let remedy = String::from("correct the record or the test");
    Remark { at, code: CODE, field, problem, remedy }
}

/// What is wrong about a stretch that must be flagged.
fn missed(test: &RecordTest, flag: &Flag, flags: &[&CheckedClaim]) -> Option<String> {
    let words = &test.text[flag.span.clone()];
    let here: Vec<&&CheckedClaim> = flags.iter().filter(|claim| meet(claim, &flag.span)).collect();
    if here.is_empty() {
        return Some(format!("“{words}” is not flagged"));
    }
    let right = |claim: &&CheckedClaim| {
        let by = |id: &String| {
            let against = claim.evidence.iter().filter(|e| e.relation == Relation::Contradicts);
            against.into_iter().any(|evidence| evidence.statement == *id)
        };
        flag.verdict.as_deref().is_none_or(|wanted| verdict(claim) == Some(wanted))
            && flag.statement.as_ref().is_none_or(by)
    };
    if here.iter().any(|claim| right(claim)) {
        return None;
    }
    let wanted: Vec<String> = flag
        .verdict
        .iter()
        .map(|verdict| format!("as {verdict}"))
        .chain(flag.statement.iter().map(|id| format!("by “{id}”")))
        .collect();
    Some(format!("{}, and should be {}", flagged(here[0]), wanted.join(" ")))
}

fn meet(claim: &CheckedClaim, span: &Range<usize>) -> bool {
    claim.start < span.end && span.start < claim.end
}

/// How a claim is flagged.
fn flagged(claim: &CheckedClaim) -> String {
    let against = claim.evidence.iter().filter(|e| e.relation == Relation::Contradicts);
    let ids: Vec<String> = against.map(|evidence| format!("“{}”", evidence.statement)).collect();
    format!("“{}” is flagged as {} by {}", claim.text, verdict(claim).unwrap_or_default(), ids.join(", "))
}

/// The name of a verdict that flags.
fn verdict(claim: &CheckedClaim) -> Option<&'static str> {
    match claim.verdict {
        Verdict::Conflict => Some("conflict"),
        Verdict::Outdated => Some("outdated"),
        Verdict::Disputed => Some("disputed"),
        Verdict::Supported | Verdict::Unmatched => None,
    }
}
