//! A report as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines.

use super::{flags, name};
use crate::sarif;
use on_record::compare::rules;
use on_record::report::{CheckedClaim, Evidence, Report, Verdict};
use on_record::text::{OffsetUnit, Offsets};
use serde_json::{Value, json};

/// A log with one run; `report` has offsets in bytes of `text`, `uri` is what the text is called.
pub(super) fn log(text: &str, uri: &str, report: &Report) -> Value {
    let lines = Lines::of(text);
    let results = flags(report).map(|claim| result(claim, &lines, uri)).collect();
    sarif::log(rules::ALL.iter().map(|rule| (rule.code, rule.summary)), results)
}

fn result(claim: &CheckedClaim, lines: &Lines, uri: &str) -> Value {
    let (start, end) = (lines.place(claim.start), lines.place(claim.end));
    let offset = lines.offsets.at(claim.start);
    let mut result = json!({
        "level": if claim.verdict == Verdict::Conflict { "error" } else { "warning" },
        "message": crate::sarif::message(&message(claim)),
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri },
            "region": {
                "startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1,
                "charOffset": offset, "charLength": lines.offsets.at(claim.end) - offset,
                "snippet": { "text": claim.text },
            },
        } }],
        "properties": { "verdict": name(claim.verdict), "confidence": claim.confidence, "evidence": claim.evidence },
    });
    if let Some(code) = claim.rule {
        result["ruleId"] = json!(code);
        if let Some(index) = rules::ALL.iter().position(|rule| rule.code == code) {
            result["ruleIndex"] = json!(index);
        }
    }
    if let Some(suggestion) = &claim.suggestion {
        let (start, end) = (lines.place(suggestion.start), lines.place(suggestion.end));
        result["fixes"] = json!([{
            "description": { "text": "A wording that would hold" },
            "artifactChanges": [{
                "artifactLocation": { "uri": uri },
                "replacements": [{
                    "deletedRegion": {
                        "startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1,
                    },
                    "insertedContent": { "text": suggestion.text },
                }],
            }],
        }]);
    }
    result
}

fn message(claim: &CheckedClaim) -> String {
    let said = claim.explanation.clone().unwrap_or_else(|| name(claim.verdict).into());
    let cited: Vec<String> = claim.evidence.iter().map(cited).collect();
    format!("{said} [{}]", cited.join("; "))
}

fn cited(evidence: &Evidence) -> String {
    format!("{} {} {}", evidence.statement, evidence.date, evidence.source.publisher)
}

/// Where the lines of a text begin.
struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    offsets: Offsets,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Lines { text, starts, offsets: Offsets::new(text, OffsetUnit::Utf16) }
    }

    /// Line and column from 1, in UTF-16 code units.
    fn place(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= byte);
        let before = self.starts.get(line - 1).and_then(|&start| self.text.get(start..byte));
        (line, 1 + before.unwrap_or_default().encode_utf16().count())
    }
}
