//! The JSON Schemas in `schemas/`: those of the types, and the same rules that reading has.
//! `BLESS=1 cargo test --test schemas` writes them anew.

use on_record::record::{read_source, record_schema};
use on_record::report::report_schema;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas").join(name)
}

fn published(name: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path(name)).unwrap()).unwrap()
}

#[test]
fn schemas_are_those_of_the_types() {
    for (name, schema) in [
        ("record.schema.json", record_schema().to_value()),
        ("report.schema.json", report_schema().to_value()),
    ] {
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path(name), &text).unwrap();
        }
        let found = std::fs::read_to_string(path(name)).unwrap();
        assert_eq!(found, text, "schemas/{name} is stale; run BLESS=1 cargo test --test schemas");
    }
}

/// Fields of an object of the record's schema; of the record itself for an empty name.
fn fields(schema: &Value, of: &str) -> Vec<String> {
    let object = if of.is_empty() { schema } else { &schema["$defs"][of] };
    assert_eq!(object["additionalProperties"], false, "{of}");
    object["properties"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn reading_knows_the_fields_of_the_schema_and_no_others() {
    let schema = published("record.schema.json");
    // A wrong field in each kind of object: the fault lists the right ones.
    let source = json!({ "format": 1, "title": "T", "xxxxxxxx": 0, "covers": { "xxxxxxxx": 0 },
        "entities": [ { "name": "A", "xxxxxxxx": 0, "roles": [ { "title": "t", "xxxxxxxx": 0 } ] } ],
        "topics": [ { "xxxxxxxx": 0 } ],
        "statements": [ { "date": "2022", "text": "T", "xxxxxxxx": 0, "source": { "publisher": "P", "xxxxxxxx": 0 } } ],
        "tests": [ { "text": "t", "xxxxxxxx": 0, "flagged": [ { "words": "t", "xxxxxxxx": 0 } ] } ] });
    let error = read_source("x.json", source.to_string().as_bytes()).unwrap_err();
    let known = |field: &str| -> Vec<String> {
        let fault = error.faults().iter().find(|fault| fault.field == field);
        let remedy = &fault.unwrap_or_else(|| panic!("{field}: {error}")).remedy;
        let (_, list) = remedy.split_once("has the fields ").unwrap_or_else(|| panic!("{remedy}"));
        let mut names: Vec<String> = list.split(", ").map(str::to_string).collect();
        names.sort();
        names
    };
    let places = [
        ("", ""),
        ("covers.", "Covers"),
        ("entities[0].", "Entity"),
        ("entities[0].roles[0].", "Role"),
        ("topics[0].", "Topic"),
        ("statements[0].", "Statement"),
        ("statements[0].source.", "Source"),
        ("tests[0].", "Test"),
        ("tests[0].flagged[0].", "Flag"),
    ];
    for (place, of) in places {
        assert_eq!(known(&format!("{place}xxxxxxxx")), fields(&schema, of), "{of}");
    }
    assert_eq!(error.faults().len(), places.len(), "{error}");
}

#[test]
fn reading_needs_what_the_schema_requires() {
    let schema = published("record.schema.json");
    let required = |object: &Value| -> Vec<String> {
        object["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_string()).collect()
    };
    assert_eq!(required(&schema), ["format", "title", "statements"]);
    assert_eq!(required(&schema["$defs"]["Statement"]), ["date", "text", "source"]);
    assert_eq!(required(&schema["$defs"]["Entity"]), ["name"]);
    assert_eq!(required(&schema["$defs"]["Role"]), ["title"]);
    assert_eq!(required(&schema["$defs"]["Source"]), ["publisher"]);
    assert_eq!(required(&schema["$defs"]["Test"]), ["text"]);
    assert!(schema["$defs"]["Topic"]["required"].is_null());
}
