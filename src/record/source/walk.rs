//! A record's head, its entities, topics and sources: from the syntax tree to the model.

use super::draft::{Draft, EntityPlace};
use super::faults::{Faults, Path};
use super::fields::{Fields, address, nearest, wrong_type};
use crate::record::date::quoted;
use crate::record::{Entity, EntityKind, Record, Role, Source, Topic};
use crate::time::Interval;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use std::collections::HashMap;

pub(super) const RECORD: [&str; 12] = [
    "format",
    "title",
    "version",
    "license",
    "language",
    "covers",
    "entities",
    "topics",
    "sources",
    "statements",
    "tests",
    // For editors, which look up there what may stand in the file.
    "$schema",
];
const ENTITY: [&str; 5] = ["id", "kind", "name", "aliases", "roles"];
const ROLE: [&str; 4] = ["title", "aliases", "from", "to"];
const TOPIC: [&str; 3] = ["id", "label", "terms"];
pub(super) const SOURCE: [&str; 5] = ["id", "publisher", "title", "url", "published"];

/// The whole record; only sound when no fault was noted.
pub(super) fn record(tree: &Value, draft: &mut Draft, faults: &mut Faults) {
    let root = Path::Root;
    let Some(fields) = Fields::open(tree, &root, "a record", &RECORD, faults) else { return };
    format_version(&fields, faults);
    let _ = fields.text("$schema", faults);
    draft.record = Record {
        title: fields.need_text("title", "\"…\"", faults).unwrap_or_default(),
        version: fields.text("version", faults),
        license: fields.text("license", faults),
        language: language(&fields, faults),
        covers: covers(&fields, faults),
        ..Record::default()
    };

    let path = root.field("entities");
    for (i, value) in fields.list("entities", faults).iter().enumerate() {
        entity(value, i, &path.item(i), draft, faults);
    }
    let path = root.field("topics");
    for (i, value) in fields.list("topics", faults).iter().enumerate() {
        let topic = topic(value, i, &path.item(i), draft, faults);
        draft.record.topics.extend(topic);
    }
    let path = root.field("sources");
    for (i, value) in fields.list("sources", faults).iter().enumerate() {
        let path = path.item(i);
        if let Some(fields) = Fields::open(value, &path, "a source", &SOURCE, faults) {
            let id = identify(&fields, i, &mut draft.known.sources, faults);
            draft.record.sources.extend(source(&fields, Some(id), faults));
        }
    }
    draft.declared_sources = draft.record.sources.len();
    statements(&fields, draft, faults);
    let path = root.field("tests");
    for (i, value) in fields.list("tests", faults).iter().enumerate() {
        let test = super::own_tests::test(value, &path.item(i), &draft.known.statements, faults);
        draft.tests.extend(test);
    }
}

fn statements(fields: &Fields, draft: &mut Draft, faults: &mut Faults) {
    let Some(value) = fields.need("statements", "[ { \"date\": …, \"text\": …, \"source\": … } ]", faults)
    else {
        return;
    };
    let path = fields.path.field("statements");
    let list = fields.list("statements", faults);
    if list.is_empty() && matches!(value, Value::Array(_)) {
        faults.add(value.range().start, path.spelled(), "is an empty list", "add at least one statement");
    }
    for (i, value) in list.iter().enumerate() {
        draft.statement(value, &path.item(i), faults);
    }
    draft.resolve(&path, faults);
}

fn format_version(fields: &Fields, faults: &mut Faults) {
    let path = fields.path.field("format");
    match fields.need("format", "1", faults) {
        Some(Value::NumberLit(number)) if number.value == "1" => {}
        Some(Value::NumberLit(number)) => {
            let problem = format!("{} is no format that this version reads", number.value);
            faults.add(number.range.start, path.spelled(), problem, "write 1, or use a newer On Record");
        }
        Some(value) => wrong_type(value, &path, "the number 1", faults),
        None => {}
    }
}

/// A tag that has the shape of BCP 47: `en`, `en-GB`, `zh-Hant-TW`.
fn language(fields: &Fields, faults: &mut Faults) -> Option<String> {
    let tag = fields.text("language", faults)?;
    let mut subtags = tag.split('-');
    let first = subtags.next().unwrap_or_default();
    let shaped = (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic())
        || (first.eq_ignore_ascii_case("x") && tag.len() > 2);
    if shaped && subtags.all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric())) {
        return Some(tag);
    }
    let at = fields.at("language");
    let problem = format!("{} is no language tag", quoted(&tag));
    faults.add(at, fields.path.field("language").spelled(), problem, "write a BCP 47 tag: \"en\", \"en-GB\"");
    None
}

fn covers(fields: &Fields, faults: &mut Faults) -> Option<Interval> {
    let path = fields.path.field("covers");
    let covers = Fields::open(fields.get("covers")?, &path, "“covers”", &["from", "to"], faults)?;
    let (from, to) = (covers.date("from", faults), covers.date("to", faults));
    covers.in_order(("from", from), ("to", to), faults);
    Some(Interval { from: from.map(|d| d.first_day()), to: to.map(|d| d.last_day()) })
}

/// The id of an item, given or made of its position, noted as taken.
pub(super) fn identify(
    fields: &Fields,
    index: usize,
    taken: &mut HashMap<String, usize>,
    faults: &mut Faults,
) -> String {
    let id = fields.text("id", faults).unwrap_or_else(|| format!("#{}", index + 1));
    if let Some(earlier) = taken.get(&id) {
        let at = fields.at("id");
        let problem = format!("{} is already the id of item [{earlier}]", quoted(&id));
        faults.add(at, fields.path.field("id").spelled(), problem, "give each its own id");
    } else {
        taken.insert(id.clone(), index);
    }
    id
}

fn entity(value: &Value, index: usize, path: &Path, draft: &mut Draft, faults: &mut Faults) {
    let Some(fields) = Fields::open(value, path, "an entity", &ENTITY, faults) else { return };
    let id = identify(&fields, index, &mut draft.known.entities, faults);
    let kind = entity_kind(&fields, faults);
    let name = fields.need_text("name", "\"…\"", faults);
    let aliases = fields.texts("aliases", faults);
    let mut place = EntityPlace { names: vec![faults.base + fields.at("name")], ..EntityPlace::default() };
    place.names.extend(aliases.iter().map(|item| item.at));
    let roles_path = path.field("roles");
    let mut roles = Vec::new();
    for (i, value) in fields.list("roles", faults).iter().enumerate() {
        roles.extend(role(value, &roles_path.item(i), faults));
        place.roles.push(faults.base + value.range().start);
    }
    let aliases: Vec<String> = aliases.into_iter().map(|item| item.text).collect();
    for name in name.iter().chain(&aliases) {
        let holder = draft.known.names.entry(name.clone()).or_insert(Some(index));
        if *holder != Some(index) {
            *holder = None;
        }
    }
    if let Some(name) = name {
        draft.record.entities.push(Entity { id, kind, name, aliases, roles });
        draft.places.entities.push(place);
    }
}

fn entity_kind(fields: &Fields, faults: &mut Faults) -> EntityKind {
    const KINDS: [(&str, EntityKind); 5] = [
        ("person", EntityKind::Person),
        ("organization", EntityKind::Organization),
        ("place", EntityKind::Place),
        ("group", EntityKind::Group),
        ("thing", EntityKind::Thing),
    ];
    let Some(word) = fields.text("kind", faults) else { return EntityKind::Thing };
    if let Some((_, kind)) = KINDS.iter().find(|(name, _)| *name == word) {
        return *kind;
    }
    let remedy = match nearest(&word, KINDS.iter().map(|(name, _)| *name)) {
        Some(near) => format!("did you mean “{near}”?"),
        None => String::from("write person, organization, place, group or thing"),
    };
    let at = fields.at("kind");
    faults.add(
        at,
        fields.path.field("kind").spelled(),
        format!("{} is no kind of entity", quoted(&word)),
        remedy,
    );
    EntityKind::Thing
}

fn role(value: &Value, path: &Path, faults: &mut Faults) -> Option<Role> {
    let fields = Fields::open(value, path, "a role", &ROLE, faults)?;
    let title = fields.need_text("title", "\"…\"", faults);
    let aliases = fields.texts("aliases", faults).into_iter().map(|item| item.text).collect();
    let (from, to) = (fields.date("from", faults), fields.date("to", faults));
    fields.in_order(("from", from), ("to", to), faults);
    Some(Role { title: title?, aliases, from, to })
}

fn topic(value: &Value, index: usize, path: &Path, draft: &mut Draft, faults: &mut Faults) -> Option<Topic> {
    let fields = Fields::open(value, path, "a topic", &TOPIC, faults)?;
    let id = identify(&fields, index, &mut draft.known.topics, faults);
    let label = fields.text("label", faults).unwrap_or_else(|| id.clone());
    let terms = fields.texts("terms", faults).into_iter().map(|item| item.text).collect();
    Some(Topic { id, label, terms })
}

pub(super) fn source(fields: &Fields, id: Option<String>, faults: &mut Faults) -> Option<Source> {
    let publisher = fields.need_text("publisher", "\"…\"", faults);
    let title = fields.text("title", faults);
    let url = fields.get("url").and_then(|value| address(value, &fields.path.field("url"), faults));
    let published = fields.date("published", faults);
    Some(Source { id, publisher: publisher?, title, url, published })
}
