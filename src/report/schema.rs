//! The JSON Schema of reports, where types alone do not say how a value is written.

use super::{Reason, Relation, Report, Verdict};
use crate::text::OffsetUnit;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde::Serialize;

/// The JSON Schema of reports.
pub fn report_schema() -> Schema {
    let mut schema = schemars::generate::SchemaSettings::default()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Report>();
    schema.insert(String::from("title"), "On Record: report".into());
    schema
}

/// The values of an enumeration as they are written.
fn one_of<T: Serialize>(values: &[T]) -> Schema {
    let names: Vec<serde_json::Value> =
        values.iter().filter_map(|value| serde_json::to_value(value).ok()).collect();
    json_schema!({ "type": "string", "enum": names })
}

pub(super) fn verdict(_: &mut SchemaGenerator) -> Schema {
    use Verdict::{Conflict, Disputed, Outdated, Supported, Unmatched};
    one_of(&[Conflict, Outdated, Disputed, Supported, Unmatched])
}

pub(super) fn relation(_: &mut SchemaGenerator) -> Schema {
    one_of(&[Relation::Agrees, Relation::Contradicts, Relation::Context])
}

pub(super) fn offsets(_: &mut SchemaGenerator) -> Schema {
    one_of(&[OffsetUnit::Codepoints, OffsetUnit::Bytes])
}

pub(super) fn difference(_: &mut SchemaGenerator) -> Schema {
    one_of(&["word", "number", "date", "polarity", "quote", "name"])
}

/// A text or null.
pub(super) fn reason(_: &mut SchemaGenerator) -> Schema {
    use Reason::{AmbiguousDate, DifferentScope, NoCandidate, NotAsserted, NotComparable};
    let reasons = [
        Some(NoCandidate),
        Some(NotComparable),
        Some(AmbiguousDate),
        Some(DifferentScope),
        Some(NotAsserted),
        None,
    ];
    let names: Vec<serde_json::Value> =
        reasons.iter().filter_map(|reason| serde_json::to_value(reason).ok()).collect();
    json_schema!({ "enum": names })
}

pub(super) fn day(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "date" })
}

pub(super) fn day_or_null(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "null"], "format": "date" })
}

/// Fails to compile when a verdict or reason is added that the schema does not know.
const _: fn(Verdict, Reason, Relation) = |verdict, reason, relation| {
    match verdict {
        Verdict::Conflict
        | Verdict::Outdated
        | Verdict::Disputed
        | Verdict::Supported
        | Verdict::Unmatched => {}
    }
    match reason {
        Reason::NoCandidate
        | Reason::NotComparable
        | Reason::AmbiguousDate
        | Reason::DifferentScope
        | Reason::NotAsserted => {}
    }
    match relation {
        Relation::Agrees | Relation::Contradicts | Relation::Context => {}
    }
};
