//! Clauses and what they assert: the tables of `clauses.md`, `assertion.md` and `news.md` in `tests/specs/claim/`.

use on_record::claim::{Analysis, Claim, Modality, Names, Polarity, TermRole, analyse};
use on_record::english::{Aspect, Quantifier};
use on_record::text::Document;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Content words of one role, in text order.
fn words(claim: &Claim, role: TermRole) -> String {
    let words: Vec<&str> = claim.terms_of(role).map(|term| term.key.as_str()).collect();
    if words.is_empty() { "-".into() } else { words.join(" ") }
}

/// Polarity, modality and aspect as the tables write them.
fn mood(claim: &Claim) -> String {
    let mut mood = String::from(if claim.polarity == Polarity::Positive { "yes" } else { "no" });
    if claim.modality != Modality::Fact {
        write!(mood, " {:?}", claim.modality).unwrap();
    }
    match claim.aspect {
        None => {}
        Some(Aspect::NoChange) => mood.push_str(" unchanged"),
        Some(Aspect::Repeat) => mood.push_str(" again"),
        Some(aspect) => write!(mood, " {aspect:?}").unwrap(),
    }
    for quantifier in &claim.quantifiers {
        match quantifier.kind {
            Quantifier::NotAll => mood.push_str(" not-all"),
            kind => write!(mood, " {kind:?}").unwrap(),
        }
    }
    mood.to_lowercase()
}

/// The claims of a text as rows of a table; a title is no clause.
fn rows(text: &str) -> Vec<String> {
    let document = Document::read(text);
    let analysis: Analysis = analyse(&document, None, &Names::default(), None);
    let row = |claim: &Claim| {
        let span = claim.span.of(text);
        let whole = text.trim_end_matches(['.', '?', '!']);
        let marks = if span == whole { "=" } else { span };
        let [subject, predicate, object] =
            [TermRole::Subject, TermRole::Predicate, TermRole::Object].map(|role| words(claim, role));
        format!("{subject} | {predicate} | {object} | {} | {marks}", mood(claim))
    };
    let mut rows: Vec<String> = analysis.claims.iter().filter(|c| c.title.is_none()).map(row).collect();
    rows.sort();
    rows
}

/// A text with the rows that it should give.
struct Case {
    text: String,
    rows: Vec<String>,
    /// Stands under "Not yet": it is known to come out otherwise.
    pending: bool,
}

/// The texts of a file by line.
fn cases(file: &str) -> BTreeMap<usize, Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs/claim").join(file);
    let mut cases = BTreeMap::new();
    let (mut last, mut pending) = (0, false);
    for (at, line) in std::fs::read_to_string(path).unwrap().lines().enumerate() {
        if line.starts_with('#') {
            pending = line.contains("Not yet");
        }
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let ["", text, subject, predicate, object, mood, marks, ""] = cells[..] else { continue };
        if text == "text" || text == "---" {
            continue;
        }
        if !text.is_empty() {
            last = at + 1;
            cases.insert(last, Case { text: text.to_owned(), rows: Vec::new(), pending });
        }
        if marks != "none" {
            let row = format!("{subject} | {predicate} | {object} | {mood} | {marks}");
            cases.get_mut(&last).expect("the first row has a text").rows.push(row);
        }
    }
    cases
}

/// How many texts of a file come out otherwise than it says, shown with both.
fn differing(file: &str) -> (usize, usize, String) {
    let cases = cases(file);
    let mut differences = String::new();
    let mut wrong = 0;
    for (line, case) in &cases {
        let mut expected = case.rows.clone();
        expected.sort();
        let found = rows(&case.text);
        if (found == expected) == case.pending {
            wrong += 1;
            let pending = if case.pending { " (comes right now: move it up)" } else { "" };
            writeln!(differences, "{file}:{line} {}{pending}", case.text).unwrap();
            for row in expected.iter().filter(|row| !found.contains(row)) {
                writeln!(differences, "   - {row}").unwrap();
            }
            for row in found.iter().filter(|row| !expected.contains(row)) {
                writeln!(differences, "   + {row}").unwrap();
            }
        }
    }
    (cases.len(), wrong, differences)
}

#[test]
fn specs() {
    let mut report = String::new();
    for file in ["clauses.md", "assertion.md", "news.md"] {
        let (all, wrong, differences) = differing(file);
        assert!(all > 40, "{file} has {all} texts");
        if wrong > 0 {
            writeln!(report, "{wrong} of {all} texts of {file} differ (- expected, + found):\n{differences}")
                .unwrap();
        }
    }
    assert!(report.is_empty(), "{report}");
}
