//! A record source as types: what is written, and what the JSON Schema is made of.
//!
//! Reading does not go through them, since it has to know the place of every value; a test holds the two together.

use crate::record::{Entity, EntityKind, Record, Role, Source, Statement, Topic};
use crate::time::Interval;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// A day, month or year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "Date"))]
pub(crate) struct When(
    #[cfg_attr(
        feature = "schema",
        schemars(regex(pattern = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"))
    )]
    String,
);

/// A data set of dated statements that a newsroom stands behind.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(deny_unknown_fields, title = "On Record: record source")
)]
pub(crate) struct RecordForm<'r> {
    /// Address of this schema, for editors.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    schema: Option<&'r str>,
    /// Version of the format: 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    format: u32,
    /// What it is called.
    title: &'r str,
    /// Its version.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'r str>,
    /// Its licence, as an SPDX expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'r str>,
    /// BCP 47 tag of its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'r str>,
    /// The days that it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    covers: Option<CoversForm>,
    /// Who and what it knows by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    entities: Vec<EntityForm<'r>>,
    /// Its subjects.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    topics: Vec<TopicForm<'r>>,
    /// Its sources.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    sources: Vec<SourceForm<'r>>,
    /// Its statements.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    statements: Vec<StatementForm<'r>>,
    /// Texts with what a check has to flag in them, and what not. They are read and never written.
    #[cfg(feature = "schema")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    tests: Vec<super::test_form::TestForm>,
}

/// First and last day.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields, rename = "Covers"))]
struct CoversForm {
    /// The first.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<When>,
    /// The last.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<When>,
}

/// Somebody or something that the record knows by name.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields, rename = "Entity"))]
struct EntityForm<'r> {
    /// What statements call it; left out, its position: `#1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'r str>,
    /// What it is; left out, a thing.
    #[cfg_attr(feature = "schema", schemars(default = "thing"))]
    kind: EntityKind,
    /// Its full name.
    name: &'r str,
    /// Other names and spellings.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    aliases: &'r [String],
    /// Offices with their days.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    roles: Vec<RoleForm<'r>>,
}

#[cfg(feature = "schema")]
fn thing() -> EntityKind {
    EntityKind::Thing
}

/// An office and the days on which it was held.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields, rename = "Role"))]
struct RoleForm<'r> {
    /// The title as newspapers write it.
    title: &'r str,
    /// Other wordings.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    aliases: &'r [String],
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<When>,
    /// The last day; left out: still held.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<When>,
}

/// A subject with the words that speak of it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields, rename = "Topic"))]
struct TopicForm<'r> {
    /// What statements call it; left out, its position: `#1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'r str>,
    /// What people see; left out, the id.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'r str>,
    /// Words and names.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    terms: &'r [String],
}

/// Where something was published.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields, rename = "Source"))]
struct SourceForm<'r> {
    /// What statements call it; in the list of sources, left out, its position: `#1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'r str>,
    /// Who published it.
    publisher: &'r str,
    /// Headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'r str>,
    /// Address, `http:` or `https:`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[Hh][Tt][Tt][Pp][Ss]?://[^/?#]")))]
    url: Option<&'r str>,
    /// Day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<When>,
}

/// An id from the list of sources or the publisher's name, or a source in place.
#[derive(Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "SourceOfStatement"))]
enum SourceRef<'r> {
    Named(&'r str),
    InPlace(SourceForm<'r>),
}

/// On this day, this was said or happened, according to this source.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields, rename = "Statement"))]
struct StatementForm<'r> {
    /// Its name in the record; left out, its position: `#1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'r str>,
    /// The day on which it was said or happened.
    date: When,
    /// The day from which it no longer holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<When>,
    /// An entity's id or a plain name; left out: the source reports it as fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'r str>,
    /// What was said or happened, as one plain sentence.
    text: &'r str,
    /// The exact words.
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<&'r str>,
    /// Ids of topics.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    topics: Vec<&'r str>,
    /// Where it was published.
    source: SourceRef<'r>,
    /// Ids of the statements that it replaces.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    supersedes: Vec<&'r str>,
    /// A remark of the desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'r str>,
}

/// A record as the text of a source, which reads as the same record.
///
/// ```
/// use on_record::record::{read_source, write_source};
/// let rows = "date,text,source\n2022-05-01,Line 9 will open in 2023.,City Gazette\n";
/// let record = read_source("line9.csv", rows.as_bytes()).unwrap();
/// assert_eq!(read_source("line9.record.json", write_source(&record).as_bytes()).unwrap(), record);
/// ```
pub fn write_source(record: &Record) -> String {
    // Writing plain data as text cannot fail.
    let mut text = serde_json::to_string_pretty(&RecordForm::of(record)).unwrap_or_default();
    text.push('\n');
    text
}

/// An id where it is not the position.
fn given(id: &str, index: usize) -> Option<&str> {
    Some(id).filter(|id| *id != format!("#{}", index + 1))
}

/// The days that the record covers, unless they are those of its statements.
fn covers(record: &Record) -> Option<CoversForm> {
    let Interval { from, to } = record.covers?;
    let first = record.statements.iter().map(|s| s.date.first_day()).min();
    let last = record.statements.iter().map(|s| s.date.last_day()).max();
    let own = CoversForm {
        from: from.filter(|_| from != first).map(when),
        to: to.filter(|_| to != last).map(when),
    };
    (own.from.is_some() || own.to.is_some()).then_some(own)
}

fn when(date: impl ToString) -> When {
    When(date.to_string())
}

impl<'r> RecordForm<'r> {
    fn of(record: &'r Record) -> Self {
        let known = Known::of(record);
        let listed = record.sources.iter().enumerate();
        let sources = listed.filter_map(|(i, source)| {
            let id = source.id.as_deref()?;
            Some(SourceForm { id: given(id, i), ..SourceForm::of(source) })
        });
        RecordForm {
            schema: None,
            format: 1,
            title: &record.title,
            version: record.version.as_deref(),
            license: record.license.as_deref(),
            language: record.language.as_deref(),
            covers: covers(record),
            entities: record
                .entities
                .iter()
                .enumerate()
                .map(|(i, entity)| EntityForm::of(entity, i))
                .collect(),
            topics: record.topics.iter().enumerate().map(|(i, topic)| TopicForm::of(topic, i)).collect(),
            sources: sources.collect(),
            statements: (0..record.statements.len()).map(|i| StatementForm::of(record, i, &known)).collect(),
            #[cfg(feature = "schema")]
            tests: Vec::new(),
        }
    }
}

impl<'r> EntityForm<'r> {
    fn of(entity: &'r Entity, index: usize) -> Self {
        let role = |role: &'r Role| RoleForm {
            title: &role.title,
            aliases: &role.aliases,
            from: role.from.map(when),
            to: role.to.map(when),
        };
        EntityForm {
            id: given(&entity.id, index),
            kind: entity.kind,
            name: &entity.name,
            aliases: &entity.aliases,
            roles: entity.roles.iter().map(role).collect(),
        }
    }
}

impl<'r> TopicForm<'r> {
    fn of(topic: &'r Topic, index: usize) -> Self {
        let label = Some(topic.label.as_str()).filter(|label| *label != topic.id);
        TopicForm { id: given(&topic.id, index), label, terms: &topic.terms }
    }
}

impl<'r> SourceForm<'r> {
    fn of(source: &'r Source) -> Self {
        SourceForm {
            id: None,
            publisher: &source.publisher,
            title: source.title.as_deref(),
            url: source.url.as_deref(),
            published: source.published.map(when),
        }
    }
}

impl<'r> StatementForm<'r> {
    fn of(record: &'r Record, index: usize, known: &Known<'r>) -> Self {
        let statement: &Statement = &record.statements[index];
        StatementForm {
            id: given(&statement.id, index),
            date: when(statement.date),
            until: statement.until.map(when),
            speaker: known.speaker(record, statement),
            text: &statement.text,
            quote: statement.quote.as_deref(),
            topics: statement.topics.iter().map(|&i| record.topics[i].id.as_str()).collect(),
            source: known.source(&record.sources[statement.source]),
            supersedes: statement.supersedes.iter().map(|&i| record.statements[i].id.as_str()).collect(),
            note: statement.note.as_deref(),
        }
    }
}

/// Under what a reader looks references up.
struct Known<'r> {
    /// How many entities have a name.
    names: HashMap<&'r str, usize>,
    sources: HashSet<&'r str>,
}

impl<'r> Known<'r> {
    fn of(record: &'r Record) -> Self {
        let mut names = HashMap::new();
        for entity in &record.entities {
            let own: HashSet<&str> =
                entity.aliases.iter().chain([&entity.name]).map(String::as_str).collect();
            own.into_iter().for_each(|name| *names.entry(name).or_default() += 1);
        }
        let sources = record.sources.iter().filter_map(|source| source.id.as_deref()).collect();
        Known { names, sources }
    }

    /// The name under which the speaker is known here, where that leads to the same entity; else its id.
    fn speaker(&self, record: &'r Record, statement: &'r Statement) -> Option<&'r str> {
        let Some(entity) = statement.speaker.map(|i| &record.entities[i]) else {
            return statement.speaker_name.as_deref();
        };
        let name = statement.speaker_name.as_deref().filter(|name| *name != entity.name);
        let leads_there = |name: &&str| {
            entity.aliases.iter().any(|alias| alias == name) && self.names.get(name) == Some(&1)
        };
        Some(name.filter(leads_there).unwrap_or(&entity.id))
    }

    /// A source with an id by it, one that is only a publisher by its name, unless that is somebody's id.
    fn source(&self, source: &'r Source) -> SourceRef<'r> {
        if let Some(id) = &source.id {
            return SourceRef::Named(id);
        }
        let plain = source.title.is_none() && source.url.is_none() && source.published.is_none();
        match plain && !self.sources.contains(source.publisher.as_str()) {
            true => SourceRef::Named(&source.publisher),
            false => SourceRef::InPlace(SourceForm::of(source)),
        }
    }
}

/// The JSON Schema of record sources.
#[cfg(feature = "schema")]
pub fn record_schema() -> schemars::Schema {
    schemars::schema_for!(RecordForm<'static>)
}
