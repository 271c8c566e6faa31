//! The report: what formats call it, field by field.

pub mod explain;
#[cfg(feature = "schema")]
mod schema;

#[cfg(feature = "schema")]
pub use schema::report_schema;

pub use crate::compare::{Reason, Relation, Verdict};

use crate::text::OffsetUnit;
use crate::time::Date;
use serde::Serialize;

/// What a check found. Serialises to the report format, version 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// Version of the format: 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    pub format: u32,
    /// What it was compared with.
    pub record: RecordInfo,
    /// The day on which the text was written, as given.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::day_or_null"))]
    pub document_date: Option<Date>,
    /// The day on which it was checked.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::day"))]
    pub as_of: Date,
    /// What `start` and `end` count; left out for UTF-16.
    #[serde(skip_serializing_if = "is_utf16")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::offsets"))]
    pub offsets: OffsetUnit,
    /// How many claims had which verdict.
    pub summary: Summary,
    /// All claims, in text order.
    pub claims: Vec<CheckedClaim>,
}

fn is_utf16(unit: &OffsetUnit) -> bool {
    *unit == OffsetUnit::Utf16
}

/// A record in a few words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordInfo {
    /// Its title; several records' titles are joined by `; `.
    pub title: String,
    /// Its version.
    pub version: Option<String>,
    /// How many statements it holds.
    pub statements: usize,
    /// Content hash, lower-case hexadecimal.
    pub hash: String,
    /// First and last day of its statements.
    pub covers: Option<Covers>,
}

/// First and last day that a record speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Covers {
    /// First day.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::day"))]
    pub from: Date,
    /// Last day.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::day"))]
    pub to: Date,
}

/// How many claims had which verdict.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Summary {
    pub claims: usize,
    pub conflict: usize,
    pub outdated: usize,
    pub disputed: usize,
    pub supported: usize,
    pub unmatched: usize,
}

/// A claim with its verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckedClaim {
    /// First unit, in the report's offsets.
    pub start: usize,
    /// The unit after the last.
    pub end: usize,
    /// The claim's words.
    pub text: String,
    /// The verdict.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::verdict"))]
    pub verdict: Verdict,
    /// How sure, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub confidence: f64,
    /// Code of the rule that decided; `None` where none did.
    pub rule: Option<&'static str>,
    /// The day from which the claim no longer holds.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::day_or_null"))]
    pub since: Option<Date>,
    /// Why it is unmatched.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::reason"))]
    pub reason: Option<Reason>,
    /// One sentence for a person.
    pub explanation: Option<String>,
    /// A wording that would hold.
    pub suggestion: Option<Suggestion>,
    /// The words that differ.
    pub differences: Vec<Difference>,
    /// The statements that speak to it, in date order.
    pub evidence: Vec<Evidence>,
}

/// A replacement for a stretch of the text.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Suggestion {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// Words of a claim that differ from the statement's.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Difference {
    /// First unit in the text.
    pub start: usize,
    /// The unit after the last.
    pub end: usize,
    /// The claim's words.
    pub claim: String,
    /// The statement's words.
    pub statement: String,
    /// `word`, `number`, `date`, `polarity`, `quote` or `name`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::difference"))]
    pub kind: &'static str,
}

/// A statement with its relation to a claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The statement's id.
    pub statement: String,
    /// Its relation.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::relation"))]
    pub relation: Relation,
    /// How sure, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub confidence: f64,
    /// Its day, as the record gives it.
    pub date: String,
    /// Who said it.
    pub speaker: Option<String>,
    /// What was said or happened.
    pub text: String,
    /// The exact words on record.
    pub quote: Option<String>,
    /// Ids of the statements that it supersedes, in the record's order.
    pub supersedes: Vec<String>,
    /// Where it was published.
    pub source: EvidenceSource,
}

/// Where a statement was published.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EvidenceSource {
    pub publisher: String,
    pub title: Option<String>,
    pub url: Option<String>,
    pub published: Option<String>,
}
