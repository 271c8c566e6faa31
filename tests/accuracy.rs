//! How accurate the engine is on cases with gold labels (`tests/accuracy/`) and on pairs for each rule
//! (`tests/rules/`). Both tests compare with figures in the repository, so that every change of accuracy, for better or
//! worse, is seen and committed with what made it: `BLESS=1 cargo test --test accuracy` writes the figures anew.
//!
//! A flagged claim is right when it overlaps a gold flag and cites one of its statements.

use on_record::compare::{Relation, Verdict, between, compare_pair, rules};
use on_record::text::OffsetUnit;
use on_record::time::parse_date;
use on_record::{Checker, Options};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn compare_with(file: &Path, now: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::write(file, now).unwrap();
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    assert_eq!(
        now, expected,
        "accuracy has changed; if it should, run BLESS=1 cargo test --test accuracy and commit"
    );
}

#[derive(Default)]
struct Count {
    flags: usize,
    hits: usize,
    strict: usize,
    flagged: usize,
    right: usize,
    clean: usize,
    clean_left: usize,
    supported: usize,
    supported_found: usize,
}

fn rate(part: usize, whole: usize) -> String {
    if whole == 0 { "-".into() } else { format!("{:.3}", part as f64 / whole as f64) }
}

/// Span of a substring in UTF-16 units.
fn units(text: &str, part: &str) -> (usize, usize) {
    let at = text.find(part).unwrap_or_else(|| panic!("no {part:?} in {text:?}"));
    let length = |s: &str| s.encode_utf16().count();
    (length(&text[..at]), length(&text[..at]) + length(part))
}

fn count(record: &str, cases: &str) -> Count {
    let checker = Checker::load(&[("record", record.as_bytes())]).unwrap();
    let mut count = Count::default();
    for line in cases.lines().filter(|line| !line.trim().is_empty()) {
        let case: Value = serde_json::from_str(line).unwrap();
        let text = case["text"].as_str().unwrap();
        let day = |field: &str| parse_date(case[field].as_str().unwrap());
        let options = Options { date: day("date"), as_of: day("as_of").unwrap(), offsets: OffsetUnit::Utf16 };
        let report = checker.check(text, &options);
        let flagged: Vec<_> = report
            .claims
            .iter()
            .filter(|c| matches!(c.verdict, Verdict::Conflict | Verdict::Outdated | Verdict::Disputed))
            .collect();
        let list = |field: &str| case[field].as_array().cloned().unwrap_or_default();
        let mut right = vec![false; flagged.len()];
        for flag in list("flags") {
            let (start, end) = units(text, flag["contains"].as_str().unwrap());
            let wanted: Vec<&str> =
                flag["evidence_any"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            let verdicts: Vec<&str> =
                flag["verdict"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            let (mut hit, mut strict) = (false, false);
            for (i, claim) in flagged.iter().enumerate() {
                let cites = claim
                    .evidence
                    .iter()
                    .any(|e| e.relation == Relation::Contradicts && wanted.contains(&e.statement.as_str()));
                if claim.start < end && start < claim.end && cites {
                    right[i] = true;
                    hit = true;
                    let verdict = serde_json::to_value(claim.verdict).unwrap();
                    strict |= verdicts.contains(&verdict.as_str().unwrap());
                }
            }
            count.flags += 1;
            count.hits += usize::from(hit);
            count.strict += usize::from(strict);
        }
        count.flagged += flagged.len();
        count.right += right.iter().filter(|r| **r).count();
        for clean in list("clean") {
            let (start, end) = units(text, clean.as_str().unwrap());
            count.clean += 1;
            count.clean_left += usize::from(!flagged.iter().any(|c| c.start < end && start < c.end));
        }
        for supported in list("supported") {
            let (start, end) = units(text, supported["contains"].as_str().unwrap());
            count.supported += 1;
            count.supported_found += usize::from(
                report
                    .claims
                    .iter()
                    .any(|c| c.verdict == Verdict::Supported && c.start < end && start < c.end),
            );
        }
    }
    count
}

/// The names of the domains, in the order of the alphabet.
fn domains(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap();
    let name = |file: fs::DirEntry| Some(file.file_name().to_str()?.strip_suffix(".record.json")?.to_owned());
    let mut names: Vec<String> = files.filter_map(|file| name(file.unwrap())).collect();
    names.sort();
    names
}

#[test]
fn cases_of_each_domain() {
    let folder = folder("accuracy");
    let mut table = String::from("domain\tflags\tflagged\tprecision\trecall\tstrict\tclean\tsupported\n");
    for domain in domains(&folder) {
        let read = |end: &str| fs::read_to_string(folder.join(format!("{domain}.{end}"))).unwrap();
        let c = count(&read("record.json"), &read("cases.jsonl"));
        writeln!(
            table,
            "{domain}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            c.flags,
            c.flagged,
            rate(c.right, c.flagged),
            rate(c.hits, c.flags),
            rate(c.strict, c.flags),
            rate(c.clean_left, c.clean),
            rate(c.supported_found, c.supported)
        )
        .unwrap();
    }
    compare_with(&folder.join("expected.tsv"), &table);
}

/// Statement, its date, claim, its date.
fn pairs(rule: &str, kind: &str) -> Vec<[String; 4]> {
    let pairs = fs::read_to_string(folder("rules").join(format!("{rule}.{kind}.tsv"))).unwrap();
    let rows = pairs.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|line| {
        let cells: Vec<String> = line.split('\t').map(String::from).collect();
        cells.try_into().unwrap_or_else(|cells| panic!("{cells:?}"))
    })
    .collect()
}

#[test]
fn pairs_of_each_rule() {
    let mut table = String::from("rule\tconflicts\tfound\tsilent\tfalse alarms\n");
    for rule in rules::ALL.iter().map(|rule| rule.code).filter(|code| *code != "agreement") {
        let contradicted = |kind: &str| {
            let rows = pairs(rule, kind);
            let found = rows.iter().filter(|[statement, statement_date, claim, claim_date]| {
                let relation =
                    compare_pair(claim, statement, parse_date(claim_date), parse_date(statement_date));
                relation.relation == "contradicts"
            });
            (rows.len(), found.count())
        };
        let ((conflicts, found), (silent, alarms)) = (contradicted("conflict"), contradicted("silent"));
        writeln!(table, "{rule}\t{conflicts}\t{found}\t{silent}\t{alarms}").unwrap();
    }
    compare_with(&folder("rules").join("expected.tsv"), &table);
}

#[test]
fn rules_speak_of_no_claim_that_does_not_concern_them() {
    let codes = || rules::ALL.iter().map(|rule| rule.code).filter(|code| *code != "agreement");
    let mut spoke = 0;
    for [statement, statement_date, claim, claim_date] in
        codes().flat_map(|code| ["conflict", "silent"].into_iter().flat_map(move |kind| pairs(code, kind)))
    {
        let (ours, theirs) = ((&*claim, parse_date(&claim_date)), (&*statement, parse_date(&statement_date)));
        between(ours, theirs, &mut |pair| {
            for rule in rules::ALL.iter().filter(|rule| (rule.apply)(pair).is_some()) {
                spoke += 1;
                assert!((rule.concerns)(pair.claim), "{}: {claim}", rule.code);
            }
        });
    }
    assert!(spoke > 1000);
}
