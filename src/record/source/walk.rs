//! From the syntax tree to the model.

use super::faults::{Faults, Path};
use super::fields::{Fields, Item, address, nearest, text, wrong_type};
use crate::record::date::quoted;
use crate::record::{Entity, EntityKind, Record, Role, Source, Statement, Topic};
use crate::time::Interval;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use std::collections::HashMap;

const RECORD: [&str; 10] = [
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
];
const ENTITY: [&str; 5] = ["id", "kind", "name", "aliases", "roles"];
const ROLE: [&str; 4] = ["title", "aliases", "from", "to"];
const TOPIC: [&str; 3] = ["id", "label", "terms"];
const SOURCE: [&str; 5] = ["id", "publisher", "title", "url", "published"];
const STATEMENT: [&str; 10] =
    ["id", "date", "until", "speaker", "text", "quote", "topics", "source", "supersedes", "note"];

/// What references are looked up in.
#[derive(Default)]
struct Known {
    entities: HashMap<String, usize>,
    /// Names and aliases; `None` where two entities share one.
    names: HashMap<String, Option<usize>>,
    topics: HashMap<String, usize>,
    sources: HashMap<String, usize>,
    /// Sources that statements give themselves, each kept once.
    inline: HashMap<Source, usize>,
    statements: HashMap<String, usize>,
}

/// The whole record; only sound when no fault was noted.
pub(super) fn record(tree: &Value, faults: &mut Faults) -> Record {
    let root = Path::Root;
    let Some(fields) = Fields::open(tree, &root, "a record", &RECORD, faults) else {
        return Record::default();
    };
    format_version(&fields, faults);
    let mut known = Known::default();
    let mut record = Record {
        title: fields.need_text("title", "\"…\"", faults).unwrap_or_default(),
        version: fields.text("version", faults),
        license: fields.text("license", faults),
        language: language(&fields, faults),
        covers: covers(&fields, faults),
        ..Record::default()
    };

    let path = root.field("entities");
    for (i, value) in fields.list("entities", faults).iter().enumerate() {
        record.entities.extend(entity(value, i, &path.item(i), &mut known, faults));
    }
    let path = root.field("topics");
    for (i, value) in fields.list("topics", faults).iter().enumerate() {
        record.topics.extend(topic(value, i, &path.item(i), &mut known, faults));
    }
    let path = root.field("sources");
    for (i, value) in fields.list("sources", faults).iter().enumerate() {
        let path = path.item(i);
        if let Some(fields) = Fields::open(value, &path, "a source", &SOURCE, faults) {
            let id = identify(&fields, i, &mut known.sources, faults);
            record.sources.extend(source(&fields, Some(id), faults));
        }
    }
    statements(&fields, &mut record, &mut known, faults);
    record.settle();
    record
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
    let at = fields.get("language").map_or(0, |value| value.range().start);
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
fn identify(
    fields: &Fields,
    index: usize,
    taken: &mut HashMap<String, usize>,
    faults: &mut Faults,
) -> String {
    let id = fields.text("id", faults).unwrap_or_else(|| format!("#{}", index + 1));
    if let Some(earlier) = taken.get(&id) {
        let at = fields.get("id").map_or(fields.start(), |value| value.range().start);
        let problem = format!("{} is already the id of item [{earlier}]", quoted(&id));
        faults.add(at, fields.path.field("id").spelled(), problem, "give each its own id");
    } else {
        taken.insert(id.clone(), index);
    }
    id
}

fn entity(
    value: &Value,
    index: usize,
    path: &Path,
    known: &mut Known,
    faults: &mut Faults,
) -> Option<Entity> {
    let fields = Fields::open(value, path, "an entity", &ENTITY, faults)?;
    let id = identify(&fields, index, &mut known.entities, faults);
    let kind = entity_kind(&fields, faults);
    let name = fields.need_text("name", "\"…\"", faults);
    let aliases: Vec<String> = fields.texts("aliases", faults).into_iter().map(|item| item.text).collect();
    let roles_path = path.field("roles");
    let mut roles = Vec::new();
    for (i, value) in fields.list("roles", faults).iter().enumerate() {
        roles.extend(role(value, &roles_path.item(i), faults));
    }
    for name in name.iter().chain(&aliases) {
        let holder = known.names.entry(name.clone()).or_insert(Some(index));
        if *holder != Some(index) {
            *holder = None;
        }
    }
    Some(Entity { id, kind, name: name?, aliases, roles })
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
    let at = fields.get("kind").map_or(fields.start(), |value| value.range().start);
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

fn topic(value: &Value, index: usize, path: &Path, known: &mut Known, faults: &mut Faults) -> Option<Topic> {
    let fields = Fields::open(value, path, "a topic", &TOPIC, faults)?;
    let id = identify(&fields, index, &mut known.topics, faults);
    let label = fields.text("label", faults).unwrap_or_else(|| id.clone());
    let terms = fields.texts("terms", faults).into_iter().map(|item| item.text).collect();
    Some(Topic { id, label, terms })
}

fn source(fields: &Fields, id: Option<String>, faults: &mut Faults) -> Option<Source> {
    let publisher = fields.need_text("publisher", "\"…\"", faults);
    let title = fields.text("title", faults);
    let url = fields.get("url").and_then(|value| address(value, &fields.path.field("url"), faults));
    let published = fields.date("published", faults);
    Some(Source { id, publisher: publisher?, title, url, published })
}

fn statements(fields: &Fields, record: &mut Record, known: &mut Known, faults: &mut Faults) {
    let Some(value) = fields.need("statements", "[ { \"date\": …, \"text\": …, \"source\": … } ]", faults)
    else {
        return;
    };
    let path = fields.path.field("statements");
    let list = fields.list("statements", faults);
    if list.is_empty() && matches!(value, Value::Array(_)) {
        faults.add(value.range().start, path.spelled(), "is an empty list", "add at least one statement");
    }
    let mut replaced = Vec::with_capacity(list.len());
    for (i, value) in list.iter().enumerate() {
        let path = path.item(i);
        let Some(fields) = Fields::open(value, &path, "a statement", &STATEMENT, faults) else {
            replaced.push(Vec::new());
            continue;
        };
        let (read, supersedes) = statement(&fields, i, record, known, faults);
        record.statements.extend(read);
        replaced.push(supersedes);
    }
    for (i, items) in replaced.into_iter().enumerate() {
        let path = path.item(i);
        let path = path.field("supersedes");
        for item in items {
            match known.statements.get(&item.text) {
                Some(&other) if other == i => {
                    let field = path.item(item.index).spelled();
                    faults.add(item.at, field, "names the statement itself", "name the earlier statement");
                }
                Some(&other) => {
                    if let Some(statement) = record.statements.get_mut(i) {
                        statement.supersedes.push(other);
                    }
                }
                None => dangling(&item, &path, "statement", &known.statements, faults),
            }
        }
    }
}

/// A statement without what it supersedes, and the ids of that.
fn statement(
    fields: &Fields,
    index: usize,
    record: &mut Record,
    known: &mut Known,
    faults: &mut Faults,
) -> (Option<Statement>, Vec<Item>) {
    let id = identify(fields, index, &mut known.statements, faults);
    let date = fields
        .need("date", "\"YYYY-MM-DD\"", faults)
        .and_then(|value| super::fields::date(value, &fields.path.field("date"), faults));
    let until = fields.date("until", faults);
    fields.in_order(("date", date), ("until", until), faults);
    let speaker_name = fields.text("speaker", faults);
    let speaker = speaker_name.as_ref().and_then(|name| {
        known.entities.get(name).copied().or_else(|| known.names.get(name).copied().flatten())
    });
    let by_id = speaker_name.as_ref().is_some_and(|name| known.entities.contains_key(name));
    let speaker_name = match speaker {
        Some(entity) if by_id => record.entities.get(entity).map(|entity| entity.name.clone()),
        _ => speaker_name,
    };
    let text = fields.need_text("text", "\"…\"", faults);
    let quote = fields.text("quote", faults);
    let mut topics = Vec::new();
    let topics_path = fields.path.field("topics");
    for item in fields.texts("topics", faults) {
        match known.topics.get(&item.text) {
            Some(&topic) => topics.push(topic),
            None => dangling(&item, &topics_path, "topic", &known.topics, faults),
        }
    }
    let source = statement_source(fields, record, known, faults);
    let supersedes = fields.texts("supersedes", faults);
    let note = fields.text("note", faults);
    let read = match (date, text, source) {
        (Some(date), Some(text), Some(source)) => Some(Statement {
            id,
            date,
            until,
            speaker,
            speaker_name,
            text,
            quote,
            topics,
            source,
            supersedes: Vec::new(),
            note,
        }),
        _ => None,
    };
    (read, supersedes)
}

/// The index of a statement's source: an id from `sources`, a publisher's name, or an object of its own.
fn statement_source(
    fields: &Fields,
    record: &mut Record,
    known: &mut Known,
    faults: &mut Faults,
) -> Option<usize> {
    let path = fields.path.field("source");
    let value = fields.need("source", "\"…\" (an id from “sources” or the publisher)", faults)?;
    let source = match value {
        Value::StringLit(_) => {
            let name = text(value, &path, faults)?;
            if let Some(&index) = known.sources.get(&name) {
                return Some(index);
            }
            Source { publisher: name, ..Source::default() }
        }
        Value::Object(_) => {
            let fields = Fields::open(value, &path, "a source", &SOURCE, faults)?;
            let id = match fields.get("id") {
                Some(_) => Some(identify(&fields, record.sources.len(), &mut known.sources, faults)),
                None => None,
            };
            source(&fields, id, faults)?
        }
        _ => {
            wrong_type(
                value,
                &path,
                "an id from “sources”, the publisher's name, or { \"publisher\": … }",
                faults,
            );
            return None;
        }
    };
    let next = record.sources.len();
    let index = *known.inline.entry(source.clone()).or_insert(next);
    if index == next {
        record.sources.push(source);
    }
    Some(index)
}

/// Notes a reference to nothing, with the nearest id that exists.
fn dangling(item: &Item, path: &Path, kind: &str, ids: &HashMap<String, usize>, faults: &mut Faults) {
    /// Beyond this many ids a search for the nearest would take long.
    const SEARCHED: usize = 10_000;
    let mut candidates: Vec<(&str, usize)> = Vec::new();
    if ids.len() <= SEARCHED {
        candidates.extend(ids.iter().map(|(id, &position)| (id.as_str(), position)));
        candidates.sort_by_key(|(_, position)| *position);
    }
    let remedy = match nearest(&item.text, candidates.into_iter().map(|(id, _)| id)) {
        Some(near) => format!("did you mean “{near}”?"),
        None => format!("add the {kind} or correct the id"),
    };
    let problem = format!("no {kind} has the id {}", quoted(&item.text));
    faults.add(item.at, path.item(item.index).spelled(), problem, remedy);
}
