//! The record that comes with the command.

/// Names and sources of the files that make it up.
pub(crate) const RECORDS: [(&str, &str); 2] = [
    ("ukraine-war.record.json", include_str!("../../data/records/ukraine-war.record.json")),
    ("losses.record.json", include_str!("../../data/records/losses.record.json")),
];
