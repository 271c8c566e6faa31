//! Doubts about what statements mean, by the engine's own eyes.

use on_record::claim::{Names, analyse};
use on_record::record::{Record, Remark, SourceFile, Statement};
use on_record::report::Relation;
use on_record::text::{Document, OffsetUnit};
use on_record::{Checker, Options};
use std::collections::{HashMap, HashSet};

/// Beyond as many statements these questions would take minutes.
const MOST: usize = 100_000;
/// How many doubts are listed.
const LISTED: usize = 1000;

/// Statements that no analysis can use, and pairs of one speaker and day that contradict each other. Only a record in English
/// is looked at: the engine reads no other language.
pub(super) fn doubts(file: &SourceFile, checker: &Checker) -> Vec<Remark> {
    let record = checker.record();
    let english = |tag: &str| tag.split('-').next().is_some_and(|first| first.eq_ignore_ascii_case("en"));
    if let Some(tag) = record.language.as_deref().filter(|tag| !english(tag)) {
        let problem = format!("the record is in “{tag}”, and only English is analysed");
        let remedy = String::from("nothing can be found wrong by it; use an English record");
        let (field, code) = (String::from("language"), "language");
        return vec![Remark { at: 0, code, field, problem, remedy }];
    }
    let mut remarks = unusable(file, record);
    remarks.extend(contradictions(file, checker));
    remarks.truncate(LISTED);
    remarks
}

fn unusable(file: &SourceFile, record: &Record) -> Vec<Remark> {
    let names = Names::default();
    let useless = |statement: &Statement| {
        let analysis = analyse(&Document::read(&statement.text), None, &names, None);
        statement.quote.is_none()
            && analysis.quotes.is_empty()
            && !analysis.claims.iter().any(|claim| claim.asserted() && !claim.terms.is_empty())
    };
    let statements = record.statements.iter().enumerate().take(MOST);
    let useless = statements.filter(|(_, statement)| useless(statement)).take(LISTED);
    let remark = |(i, _)| {
        let problem = String::from("asserts nothing that a text could be compared with");
        let remedy = "write what was said or happened as one plain English sentence";
        file.remark(i, "text", "unusable", problem, remedy)
    };
    useless.map(remark).collect()
}

/// A statement is checked as if it were a text of its own day; what speaks against it then, of the same speaker and day,
/// contradicts it.
fn contradictions(file: &SourceFile, checker: &Checker) -> Vec<Remark> {
    let record = checker.record();
    let key = |statement: &Statement| (statement.date, statement.speaker, statement.speaker_name.clone());
    let mut groups: HashMap<_, usize> = HashMap::new();
    for statement in &record.statements {
        *groups.entry(key(statement)).or_default() += 1;
    }
    let places: HashMap<&str, usize> =
        record.statements.iter().enumerate().map(|(i, statement)| (statement.id.as_str(), i)).collect();
    let mut pairs = HashSet::new();
    let mut remarks = Vec::new();
    for (i, statement) in record.statements.iter().enumerate().take(MOST) {
        if remarks.len() >= LISTED || groups.get(&key(statement)).is_none_or(|count| *count < 2) {
            continue;
        }
        let day = statement.date.last_day();
        let options = Options { date: Some(day), as_of: day, offsets: OffsetUnit::Bytes };
        let report = checker.check(&statement.text, &options);
        let against = report.claims.iter().flat_map(|claim| &claim.evidence);
        for evidence in against.filter(|evidence| evidence.relation == Relation::Contradicts) {
            let Some(&other) = places.get(evidence.statement.as_str()) else { continue };
            let same = other != i && key(&record.statements[other]) == key(statement);
            let (earlier, later) = (i.min(other), i.max(other));
            if same && pairs.insert((earlier, later)) {
                let id = &record.statements[earlier].id;
                let problem = format!("contradicts “{id}”, of the same speaker and day");
                let remedy = "correct one of the two, or let the later supersede the other";
                remarks.push(file.remark(later, "text", "contradiction", problem, remedy));
            }
        }
    }
    remarks
}
