//! A record's statements in an index.

use super::build::Builder;
use super::{Index, terms};
use crate::claim::{NameKind, Names, find_names};
use crate::record::{EntityKind, Record, Statement};
use crate::text::Document;
use compact_str::{CompactString, format_compact};

/// Finds a record's statements by text.
pub struct Retriever {
    names: Names,
    index: Index,
    /// Terms that stand for entities, by the entity's index.
    entities: Vec<CompactString>,
}

/// What a word of a statement's surroundings weighs beside one of its text, which weighs 1.
const SPEAKER: f32 = 0.5;
const QUOTE: f32 = 0.5;
const TOPIC: f32 = 0.25;

/// What the name of an entity weighs, besides its words: that it is the same one, however it is written.
const ENTITY: f32 = 1.0;

impl Retriever {
    /// Tag of the section of a pack that holds the index.
    pub const SECTION: [u8; 4] = *b"bm25";

    /// Indexes a record.
    pub fn build(record: &Record) -> Self {
        let names = names(record);
        let entities = entity_terms(record);
        let topics: Vec<Vec<(CompactString, f32)>> = record
            .topics
            .iter()
            .map(|topic| {
                let words = std::iter::once(&topic.label).chain(&topic.terms);
                words.flat_map(|text| weighted(terms(&Document::read(text)), TOPIC)).collect()
            })
            .collect();
        let mut builder = Builder::default();
        for statement in &record.statements {
            builder.add(statement_terms(statement, &names, &entities, &topics));
        }
        Retriever { names, index: builder.finish(), entities }
    }

    /// A retriever for `record` with an index that was built for it before.
    ///
    /// `None` when the bytes are no index of as many statements.
    pub fn with_index(record: &Record, bytes: &[u8]) -> Option<Self> {
        let index = Index::from_bytes(bytes.to_vec())?;
        (index.documents() as usize == record.statements.len()).then(|| Retriever {
            names: names(record),
            index,
            entities: entity_terms(record),
        })
    }

    /// The statements nearest to a text, best first: their indices and scores.
    pub fn search(&self, text: &str, top: usize) -> Vec<(u32, f32)> {
        self.index.search(&self.query(&Document::read(text)), top, |_| true)
    }

    /// As [`Retriever::search`], by scoring every statement: what the quick way is checked against.
    pub fn search_all(&self, text: &str, top: usize) -> Vec<(u32, f32)> {
        self.index.search_all(&self.query(&Document::read(text)), top, |_| true)
    }

    /// A document's terms and the entities that it names, as a query.
    pub fn query(&self, document: &Document) -> Vec<(CompactString, f32)> {
        let mut query = terms(document);
        query.extend(entities_in(document, &self.names, &self.entities));
        query
    }

    /// The index itself.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The names of the record's entities.
    pub fn names(&self) -> &Names {
        &self.names
    }
}

/// The names of a record's entities, numbered as in the record.
pub fn names(record: &Record) -> Names {
    Names::new(record.entities.iter().map(|entity| {
        let kind = match entity.kind {
            EntityKind::Person => NameKind::Person,
            EntityKind::Organization | EntityKind::Group => NameKind::Body,
            EntityKind::Place => NameKind::Place,
            EntityKind::Thing => NameKind::Thing,
        };
        let forms = std::iter::once(&entity.name).chain(&entity.aliases);
        (kind, forms.map(String::as_str).collect())
    }))
}

/// `@` and the id: no word begins so.
fn entity_terms(record: &Record) -> Vec<CompactString> {
    record.entities.iter().map(|entity| format_compact!("@{}", entity.id)).collect()
}

/// The entities that a document names; where a name could mean several, all of them.
fn entities_in(
    document: &Document,
    names: &Names,
    entities: &[CompactString],
) -> impl Iterator<Item = (CompactString, f32)> {
    let mentions = find_names(document, names, None).into_iter();
    mentions.flat_map(|m| m.candidates).map(|entity| (entities[entity as usize].clone(), ENTITY))
}

fn statement_terms(
    statement: &Statement,
    names: &Names,
    entities: &[CompactString],
    topics: &[Vec<(CompactString, f32)>],
) -> Vec<(CompactString, f32)> {
    let text = Document::read(&statement.text);
    let mut all = terms(&text);
    all.extend(entities_in(&text, names, entities));
    if let Some(quote) = statement.quote.as_deref().filter(|quote| !statement.text.contains(quote)) {
        let quote = Document::read(quote);
        all.extend(weighted(terms(&quote), QUOTE));
        all.extend(entities_in(&quote, names, entities));
    }
    if let Some(entity) = statement.speaker {
        all.push((entities[entity].clone(), ENTITY * SPEAKER));
    }
    if let Some(name) = &statement.speaker_name {
        all.extend(weighted(terms(&Document::read(name)), SPEAKER));
    }
    for &topic in &statement.topics {
        all.extend(topics[topic].iter().cloned());
    }
    all
}

fn weighted(terms: Vec<(CompactString, f32)>, by: f32) -> impl Iterator<Item = (CompactString, f32)> {
    terms.into_iter().map(move |(term, weight)| (term, weight * by))
}
