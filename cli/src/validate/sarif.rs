//! Faults and warnings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines.

use super::Said;
use crate::sarif;
use on_record::Fault;
use serde_json::{Value, json};

/// Codes of what can be said, with what each means.
const RULES: [(&str, &str); 17] = [
    ("fault", "A record source has to be correct before it can be used"),
    ("until", "A statement should not end before the day on which it was made"),
    ("supersedes-later", "A statement should supersede only what is earlier"),
    ("supersedes-circle", "Statements should not supersede each other in a circle"),
    ("contradiction", "Statements of one speaker and day should not contradict each other"),
    ("duplicate", "A statement should stand in a record once"),
    ("shared-name", "A name should mean one entity"),
    ("role-overlap", "An office should not be held twice by one person at the same time"),
    ("unusable", "A statement should assert something that a text can be compared with"),
    ("language", "Only English is analysed"),
    ("markup", "Texts should be plain"),
    ("direction", "Texts should not turn the direction of writing"),
    ("review", "A review needs a claim, a reviewer and a date to be used"),
    ("rating", "A rating should say whether the claim holds"),
    ("address", "An address should begin with http: or https:"),
    ("more", "Of very many warnings only the first are listed"),
    ("test", "A record should pass its own tests"),
];

/// A log with one run.
pub(super) fn log(said: &Said) -> Value {
    let faults = said.faults.iter().map(|fault| result("fault", "error", fault));
    let warnings = said.warnings.iter().map(|warning| result(warning.code, "warning", &warning.fault));
    let failures = said.tests.iter().flat_map(|tests| &tests.failures);
    let failures = failures.map(|failure| result(failure.code, "error", &failure.fault));
    sarif::log(RULES.into_iter(), faults.chain(warnings).chain(failures).collect())
}

fn result(rule: &str, level: &str, fault: &Fault) -> Value {
    let field = if fault.field.is_empty() { String::new() } else { format!("{}: ", fault.field) };
    let mut result = json!({
        "ruleId": rule,
        "level": level,
        "message": crate::sarif::message(&format!("{field}{}; {}", fault.problem, fault.remedy)),
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": sarif::reference(&fault.file) },
            "region": { "startLine": fault.line, "startColumn": fault.column },
        } }],
    });
    if let Some(index) = RULES.iter().position(|(id, _)| *id == rule) {
        result["ruleIndex"] = json!(index);
    }
    result
}
