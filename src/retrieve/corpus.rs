//! A record made ready for checking: its names, its statements analysed, how rare their words are.

use super::names;
use crate::claim::{Analysis, Names, Term, TermKind, TermRole, analyse};
use crate::compare::Weights;
use crate::english;
use crate::record::Record;
use crate::text::{Document, Span, fold};
use compact_str::CompactString;
use std::collections::HashMap;

/// A record with what the engine sees in it.
#[derive(Clone, Debug)]
pub struct Corpus {
    /// The record.
    pub record: Record,
    /// Its entities by name.
    pub names: Names,
    /// Its statements' analyses, in their order.
    pub analyses: Vec<Analysis>,
    /// Its topics' words, as background of their statements.
    pub topics: Vec<Vec<Term>>,
    /// In how many statements a root occurs.
    frequency: HashMap<CompactString, u32>,
}

impl Corpus {
    /// Analyses every statement of a record.
    pub fn new(record: Record) -> Self {
        let names = names(&record);
        let analyses: Vec<Analysis> = record
            .statements
            .iter()
            .map(|statement| {
                let speaker = statement.speaker.map(|entity| entity as u32);
                analyse(&Document::read(&statement.text), Some(statement.date.last_day()), &names, speaker)
            })
            .collect();
        let topics = record
            .topics
            .iter()
            .map(|topic| {
                topic.terms.iter().chain([&topic.label]).flat_map(|term| topic_terms(term)).collect()
            })
            .collect();
        let mut frequency: HashMap<CompactString, u32> = HashMap::new();
        for analysis in &analyses {
            let mut roots: Vec<&CompactString> =
                analysis.claims.iter().flat_map(|c| &c.terms).map(|t| &t.root).collect();
            roots.sort();
            roots.dedup();
            for root in roots {
                *frequency.entry(root.clone()).or_default() += 1;
            }
        }
        Corpus { record, names, analyses, topics, frequency }
    }
}

impl Weights for Corpus {
    /// Inverse document frequency, scaled to 0.4 (in every statement) to 2 (in one or none).
    fn weight(&self, root: &str) -> f32 {
        let all = self.analyses.len() as f32 + 1.0;
        let holding = self.frequency.get(root).copied().unwrap_or(0).max(1) as f32;
        0.4 + 1.6 * (all / holding).ln() / all.ln().max(1.0)
    }
}

/// The content words of a topic's term; they stand nowhere, so their spans are empty.
fn topic_terms(term: &str) -> Vec<Term> {
    let document = Document::read(term);
    document
        .tokens
        .iter()
        .map(|token| {
            let key = fold(&token.lemma);
            let root = CompactString::from(english::root(&key));
            Term { span: Span::new(0, 0), key, root, kind: TermKind::Noun, role: TermRole::Modifier }
        })
        .collect()
}
