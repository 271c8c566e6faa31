//! A record in the making, whatever its source is written in: statements come one by one, each as an object with the
//! fields of a statement.

use super::faults::{Faults, Path};
use super::fields::{Fields, Item, date, nearest, text, wrong_type};
use super::own_tests::RecordTest;
use super::walk::{SOURCE, identify, source};
use crate::record::date::quoted;
use crate::record::{Record, Source, Statement, Topic};
use jsonc_parser::ast::Value;
use std::collections::HashMap;

pub(super) const STATEMENT: [&str; 10] =
    ["id", "date", "until", "speaker", "text", "quote", "topics", "source", "supersedes", "note"];

/// What references are looked up in.
#[derive(Default)]
pub(super) struct Known {
    pub(super) entities: HashMap<String, usize>,
    /// Names and aliases; `None` where two entities share one.
    pub(super) names: HashMap<String, Option<usize>>,
    pub(super) topics: HashMap<String, usize>,
    pub(super) sources: HashMap<String, usize>,
    /// Sources that statements give themselves, each kept once.
    inline: HashMap<Source, usize>,
    pub(super) statements: HashMap<String, usize>,
}

/// Where an entity stands: bytes of the file.
#[derive(Debug, Default)]
pub(crate) struct EntityPlace {
    /// Of its name and its aliases.
    pub(crate) names: Vec<usize>,
    /// Of its roles.
    pub(crate) roles: Vec<usize>,
}

/// Where a statement stands.
#[derive(Debug)]
pub(crate) struct StatementPlace {
    /// Its place among the statements of the file.
    pub(crate) index: usize,
    /// Bytes of the file: of the statement, then of each field in the order of [`STATEMENT`].
    pub(crate) at: [u32; 1 + STATEMENT.len()],
}

/// Where entities and statements stand, numbered as in the record.
#[derive(Debug, Default)]
pub(crate) struct Places {
    pub(crate) entities: Vec<EntityPlace>,
    pub(crate) statements: Vec<StatementPlace>,
}

/// A record in the making.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) record: Record,
    pub(super) tests: Vec<RecordTest>,
    pub(super) known: Known,
    pub(super) places: Places,
    /// How many sources stand in a list of their own.
    pub(super) declared_sources: usize,
    /// The file has no list of topics: naming one is enough.
    pub(super) open_topics: bool,
    /// Statements read so far, also such as cannot be used.
    seen: usize,
    /// Of statements what they supersede, by place among those read.
    replaced: Vec<(usize, Vec<Item>)>,
}

impl Draft {
    /// A record of a file that is nothing but statements.
    pub(super) fn of_statements(file: &str) -> Self {
        let title = String::from(title(file));
        Draft { record: Record { title, ..Record::default() }, open_topics: true, ..Draft::default() }
    }

    /// How many statements were read so far.
    pub(super) fn seen(&self) -> usize {
        self.seen
    }

    /// Reads the next statement.
    pub(super) fn statement(&mut self, value: &Value, path: &Path, faults: &mut Faults) {
        let index = self.seen;
        self.seen += 1;
        let Some(fields) = Fields::open(value, path, "a statement", &STATEMENT, faults) else { return };
        let (read, supersedes) = self.read_statement(&fields, index, faults);
        if !supersedes.is_empty() {
            self.replaced.push((index, supersedes));
        }
        if let Some(statement) = read {
            self.record.statements.push(statement);
            let mut at = [0; 1 + STATEMENT.len()];
            let places = std::iter::once(fields.start()).chain(STATEMENT.map(|name| fields.at(name)));
            for (slot, place) in at.iter_mut().zip(places) {
                *slot = u32::try_from(faults.base + place).unwrap_or(u32::MAX);
            }
            self.places.statements.push(StatementPlace { index, at });
        }
    }

    /// A statement without what it supersedes, and the ids of that.
    fn read_statement(
        &mut self,
        fields: &Fields,
        index: usize,
        faults: &mut Faults,
    ) -> (Option<Statement>, Vec<Item>) {
        let id = identify(fields, index, &mut self.known.statements, faults);
        let when = fields
            .need("date", "\"YYYY-MM-DD\"", faults)
            .and_then(|value| date(value, &fields.path.field("date"), faults));
        let until = fields.date("until", faults);
        let (speaker, speaker_name) = self.speaker(fields, faults);
        let text = fields.need_text("text", "\"…\"", faults);
        let quote = fields.text("quote", faults);
        let topics = self.topics(fields, faults);
        let source = self.source(fields, faults);
        let supersedes = fields.texts("supersedes", faults);
        let note = fields.text("note", faults);
        let read = match (when, text, source) {
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

    /// Index and name of a statement's speaker.
    fn speaker(&self, fields: &Fields, faults: &mut Faults) -> (Option<usize>, Option<String>) {
        let Some(name) = fields.text("speaker", faults) else { return (None, None) };
        if let Some(&entity) = self.known.entities.get(&name) {
            let full = self.record.entities.get(entity).map(|entity| entity.name.clone());
            return (Some(entity), full.or(Some(name)));
        }
        (self.known.names.get(&name).copied().flatten(), Some(name))
    }

    fn topics(&mut self, fields: &Fields, faults: &mut Faults) -> Vec<usize> {
        let path = fields.path.field("topics");
        let mut topics = Vec::new();
        for item in fields.texts("topics", faults) {
            match self.known.topics.get(&item.text) {
                Some(&topic) => topics.push(topic),
                None if self.open_topics => {
                    let next = self.record.topics.len();
                    self.known.topics.insert(item.text.clone(), next);
                    let (id, label) = (item.text.clone(), item.text);
                    self.record.topics.push(Topic { id, label, terms: Vec::new() });
                    topics.push(next);
                }
                None => dangling(&item, &path, "topic", &self.known.topics, faults),
            }
        }
        topics
    }

    /// The index of a statement's source: an id from `sources`, a publisher's name, or an object of its own.
    fn source(&mut self, fields: &Fields, faults: &mut Faults) -> Option<usize> {
        let path = fields.path.field("source");
        let value = fields.need("source", "\"…\" (an id from “sources” or the publisher)", faults)?;
        let source = match value {
            Value::StringLit(_) => {
                let name = text(value, &path, faults)?;
                if let Some(&index) = self.known.sources.get(&name) {
                    return Some(index);
                }
                Source { publisher: name, ..Source::default() }
            }
            Value::Object(_) => {
                let fields = Fields::open(value, &path, "a source", &SOURCE, faults)?;
                let next = self.record.sources.len();
                let given = fields.get("id").is_some();
                let id = given.then(|| identify(&fields, next, &mut self.known.sources, faults));
                source(&fields, id, faults)?
            }
            _ => {
                let wanted = "an id from “sources”, the publisher's name, or { \"publisher\": … }";
                wrong_type(value, &path, wanted, faults);
                return None;
            }
        };
        let next = self.record.sources.len();
        let index = *self.known.inline.entry(source.clone()).or_insert(next);
        if index == next {
            self.record.sources.push(source);
        }
        Some(index)
    }

    /// Looks up what statements supersede, once all of them were read; `path` is that of their list.
    pub(super) fn resolve(&mut self, path: &Path, faults: &mut Faults) {
        faults.base = 0;
        for (index, items) in std::mem::take(&mut self.replaced) {
            let whole = path.item(index);
            let path = match path {
                Path::Root => Path::Root.field("supersedes"),
                _ => whole.field("supersedes"),
            };
            for item in items {
                match self.known.statements.get(&item.text) {
                    Some(&other) if other == index => {
                        let field = path.item(item.index).spelled();
                        faults.add(
                            item.at,
                            field,
                            "names the statement itself",
                            "name the earlier statement",
                        );
                    }
                    Some(&other) => {
                        if let Some(statement) = self.record.statements.get_mut(index) {
                            statement.supersedes.push(other);
                        }
                    }
                    None => dangling(&item, &path, "statement", &self.known.statements, faults),
                }
            }
        }
    }

    /// Puts statements into date order, and the sources that they gave themselves behind the listed ones: those with an
    /// id, then the others, each in the order in which the statements come to them. So a record is the same in whatever
    /// order its statements were written.
    pub(super) fn settle(&mut self) {
        let order = self.record.settle();
        let mut places: Vec<Option<StatementPlace>> = self.places.statements.drain(..).map(Some).collect();
        self.places.statements.extend(order.into_iter().filter_map(|i| places.get_mut(i)?.take()));
        let record = &mut self.record;
        let sources = std::mem::take(&mut record.sources);
        let mut sources: Vec<Option<Source>> = sources.into_iter().map(Some).collect();
        let mut moved: Vec<Option<usize>> = vec![None; sources.len()];
        let first_use: Vec<usize> = record.statements.iter().map(|s| s.source).collect();
        let listed = 0..self.declared_sources.min(sources.len());
        let named: Vec<usize> = first_use
            .iter()
            .copied()
            .filter(|&i| sources[i].as_ref().is_some_and(|s| s.id.is_some()))
            .collect();
        for old in listed.chain(named).chain(first_use) {
            if let Some(source) = sources[old].take() {
                moved[old] = Some(record.sources.len());
                record.sources.push(source);
            }
        }
        for statement in &mut record.statements {
            statement.source = moved[statement.source].unwrap_or_default();
        }
    }
}

/// What a file without a title is called: its name without folders and ending.
fn title(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let name = name.split(['?', '#']).next().unwrap_or(name);
    match name.split_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ if !name.is_empty() => name,
        _ => "record",
    }
}

/// Notes a reference to nothing, with the nearest id that exists.
fn dangling(item: &Item, path: &Path, kind: &str, ids: &HashMap<String, usize>, faults: &mut Faults) {
    let mut candidates: Vec<(&str, usize)> = Vec::new();
    if faults.may_compare(ids.len()) {
        candidates.extend(ids.iter().map(|(id, &position)| (id.as_str(), position)));
        candidates.sort_by_key(|(_, position)| *position);
    }
    let remedy = match nearest(&item.text, candidates.into_iter().map(|(id, _)| id)) {
        Some(near) => format!("did you mean “{near}”?"),
        None => format!("add the {kind} or correct the id"),
    };
    let problem = format!("no {kind} has the id {}", quoted(&item.text));
    let at = item.at.saturating_sub(faults.base);
    faults.add(at, path.item(item.index).spelled(), problem, remedy);
}
