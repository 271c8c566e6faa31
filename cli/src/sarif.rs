//! What the logs in SARIF 2.1.0 (OASIS) have in common, which code hosts and editors show beside the lines.

use serde_json::{Value, json};

/// A log with one run, of rules given by code and meaning.
pub(crate) fn log<'r>(rules: impl Iterator<Item = (&'r str, &'r str)>, results: Vec<Value>) -> Value {
    let rule = |(id, text): (&str, &str)| json!({ "id": id, "shortDescription": { "text": text } });
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "on-record",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.map(rule).collect::<Vec<Value>>(),
            } },
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    })
}

/// A message: in one, `[words](address)` would be a link (section 3.11.6), and what a record says is to be none.
pub(crate) fn message(text: &str) -> Value {
    json!({ "text": text.replace("](", "\\](") })
}

/// What a log calls a file: a reference of RFC 3986.
pub(crate) fn reference(name: &str) -> String {
    let mut out = String::new();
    for byte in name.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(byte.into());
        } else {
            out += &format!("%{byte:02X}");
        }
    }
    out
}
