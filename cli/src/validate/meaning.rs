//! Doubts about what statements mean, by the engine's own eyes.

use on_record::claim::{Names, analyse};
use on_record::compare::compare_pair;
use on_record::record::{Record, Remark, SourceFile, Statement};
use on_record::text::Document;
use std::collections::HashMap;

/// Beyond as many statements, or as many pairs of them, these questions would take minutes.
const MOST: usize = 100_000;
const MOST_PAIRS: usize = 20_000;
/// How many statements of one speaker and day before it a statement is laid against.
const NEAR: usize = 20;
/// How many doubts are listed.
const LISTED: usize = 1000;

/// Statements that no analysis can use, and pairs of one speaker and day that contradict each other. Only a record in English
/// is looked at: the engine reads no other language.
pub(super) fn doubts(file: &SourceFile) -> Vec<Remark> {
    let record = &file.record;
    let english = |tag: &str| tag.split('-').next().is_some_and(|first| first.eq_ignore_ascii_case("en"));
    if let Some(tag) = record.language.as_deref().filter(|tag| !english(tag)) {
        let problem = format!("the record is in “{tag}”, and only English is analysed");
        let remedy = String::from("nothing can be found wrong by it; use an English record");
        let (field, code) = (String::from("language"), "language");
        return vec![Remark { at: 0, code, field, problem, remedy }];
    }
    let mut remarks = unusable(file, record);
    remarks.extend(contradictions(file, record));
    remarks.truncate(LISTED);
    if record.statements.len() > MOST {
        let problem = format!("only the first {MOST} statements were analysed for what they mean");
        let remedy = String::from("validate the rest as a record of its own");
        remarks.push(Remark { at: 0, code: "more", field: String::from("statements"), problem, remedy });
    }
    remarks
}

fn unusable(file: &SourceFile, record: &Record) -> Vec<Remark> {
    let names = Names::default();
    let useless = |statement: &Statement| {
        let analysis = analyse(&Document::read(&statement.text), None, &names, None);
        statement.quote.is_none()
            && analysis.quotes.is_empty()
            && analysis.claims.iter().all(|claim| claim.terms.is_empty())
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

/// Pairs of one speaker and day that contradict each other, laid against each other by themselves: a record of few
/// statements is too small to say which words matter in it.
fn contradictions(file: &SourceFile, record: &Record) -> Vec<Remark> {
    let mut groups: HashMap<_, Vec<usize>> = HashMap::new();
    for (i, statement) in record.statements.iter().enumerate().take(MOST) {
        let key = (statement.date, statement.speaker, &statement.speaker_name);
        groups.entry(key).or_default().push(i);
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for group in groups.values() {
        for (place, &later) in group.iter().enumerate() {
            let near = group[place.saturating_sub(NEAR)..place].iter();
            pairs.extend(near.map(|&earlier| (later, earlier)));
        }
    }
    pairs.sort_unstable();
    pairs.truncate(MOST_PAIRS);
    let contradict = |&(later, earlier): &(usize, usize)| {
        let (ours, theirs) = (&record.statements[later], &record.statements[earlier]);
        let day = Some(ours.date.last_day());
        let settled = ours.supersedes.contains(&earlier) || theirs.supersedes.contains(&later);
        !settled
            && ours.text != theirs.text
            && compare_pair(&ours.text, &theirs.text, day, day).relation == "contradicts"
    };
    let remark = |(later, earlier): (usize, usize)| {
        let problem = format!("contradicts “{}”, of the same speaker and day", record.statements[earlier].id);
        let remedy = "correct one of the two, or let the later supersede the other";
        file.remark(later, "text", "contradiction", problem, remedy)
    };
    pairs.into_iter().filter(contradict).take(LISTED).map(remark).collect()
}
