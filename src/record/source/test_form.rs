//! A record's own tests as types, for the JSON Schema.
#![expect(dead_code, reason = "they say what is read; nothing is made of them")]

use schemars::JsonSchema;
use serde::Serialize;

/// A text with what a check against the record has to flag in it, and what not.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Test")]
pub(super) struct TestForm {
    /// What the desk calls it.
    name: Option<String>,
    /// The text.
    text: String,
    /// The day on which it was written; left out, the as-of date.
    date: Option<Day>,
    /// The day on which it is checked; left out, the last day that the record or the text is about.
    as_of: Option<Day>,
    /// What must be flagged.
    #[schemars(default)]
    flagged: Vec<FlagRef>,
    /// Words of the text in which nothing may be flagged; where this and `flagged` are left out, all of it.
    #[schemars(default)]
    silent: Vec<String>,
}

/// A day: `YYYY-MM-DD`.
#[derive(Serialize, JsonSchema)]
struct Day(#[schemars(regex(pattern = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"))] String);

/// The words that must be flagged, or these with how and by what.
#[derive(Serialize)]
#[serde(untagged)]
#[derive(JsonSchema)]
#[schemars(rename = "Flagged")]
enum FlagRef {
    Words(String),
    How(FlagForm),
}

/// Words of a text that must be flagged, how and by what.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Flag")]
struct FlagForm {
    /// Words as they stand in the text.
    words: String,
    /// The verdict; left out, any.
    verdict: Option<FlagVerdict>,
    /// Id of the statement that contradicts; left out, any.
    statement: Option<String>,
}

/// Verdicts that flag.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
#[derive(JsonSchema)]
enum FlagVerdict {
    Conflict,
    Outdated,
    Disputed,
}
