//! A record made ready for checking: its names, its statements analysed, its index.

use super::Retriever;
use crate::claim::{Analysis, Names, Term, TermKind, TermRole, analyse};
use crate::english;
use crate::error::{Error, ErrorCode};
use crate::record::{self, Pack, Record};
use crate::text::{Document, Span, fold};
use compact_str::{CompactString, format_compact};
use std::collections::HashMap;

/// A record with what the engine sees in it.
pub struct Corpus {
    record: Record,
    retriever: Retriever,
    analyses: Vec<Analysis>,
    topics: Vec<Vec<Term>>,
    /// Group of synonyms → the roots of the record's words that stand in it.
    alike: HashMap<u16, Vec<CompactString>>,
}

/// Section of a pack that holds the statements' analyses, in postcard's form. A new form takes a new tag: a pack with
/// another one is read, and its statements are analysed again.
const ANALYSES: [u8; 4] = *b"ana2";

impl Corpus {
    /// Analyses and indexes every statement of a record.
    pub fn new(record: Record) -> Self {
        let retriever = Retriever::build(&record);
        let analyses = analyses(&record, retriever.names());
        Self::assemble(record, retriever, analyses)
    }

    /// The corpus of a pack: analyses and index are read where the pack has them, else made again.
    ///
    /// # Errors
    /// [`ErrorCode::RecordDamaged`] where a section is not what its tag says.
    pub fn from_pack(pack: Pack<'_>) -> Result<Self, Error> {
        let damaged = |what: &str| {
            Error::new(
                ErrorCode::RecordDamaged,
                format!("the pack's {what} cannot be read; build it again from its source"),
            )
        };
        let (index, analysed) = (pack.section(Retriever::SECTION), pack.section(ANALYSES));
        let record = pack.record;
        let retriever = match index {
            Some(bytes) => Retriever::with_index(&record, bytes).ok_or_else(|| damaged("index"))?,
            None => Retriever::build(&record),
        };
        let analyses = match analysed {
            Some(bytes) => {
                let analyses: Vec<Analysis> = postcard::from_bytes(bytes).map_err(|_| damaged("analysis"))?;
                if analyses.len() != record.statements.len() {
                    return Err(damaged("analysis"));
                }
                analyses
            }
            None => analyses(&record, retriever.names()),
        };
        Ok(Self::assemble(record, retriever, analyses))
    }

    /// The corpus as a pack; the same bytes for the same record on every machine.
    pub fn to_pack(&self) -> Vec<u8> {
        // Writing plain data to memory cannot fail.
        let analyses = postcard::to_allocvec(&self.analyses).unwrap_or_default();
        record::write_pack(
            &self.record,
            &[(Retriever::SECTION, self.retriever.index().as_bytes().to_vec()), (ANALYSES, analyses)],
        )
    }

    fn assemble(record: Record, retriever: Retriever, analyses: Vec<Analysis>) -> Self {
        let topics = record
            .topics
            .iter()
            .map(|topic| {
                topic.terms.iter().chain([&topic.label]).flat_map(|term| topic_terms(term)).collect()
            })
            .collect();
        let alike = alike(&analyses);
        Corpus { record, retriever, analyses, topics, alike }
    }

    /// The record.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The names of its entities.
    pub fn names(&self) -> &Names {
        self.retriever.names()
    }

    /// What the engine sees in a statement.
    pub fn analysis(&self, statement: usize) -> &Analysis {
        &self.analyses[statement]
    }

    /// The words of each topic, as background of its statements.
    pub fn topics(&self) -> &[Vec<Term>] {
        &self.topics
    }

    /// The statements nearest to a text, best first: indices and scores.
    pub fn search(&self, text: &str, top: usize) -> Vec<(u32, f32)> {
        self.retriever.search(text, top)
    }

    /// The statements that could speak to a claim, by its terms and, more lightly, by those around it; in date order.
    pub fn candidates<'t>(
        &self,
        terms: impl Iterator<Item = &'t Term>,
        background: impl Iterator<Item = &'t Term>,
        admit: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        // A claim of few words would drown in what stands around it, so it is looked for by itself too.
        const BY_ITSELF: usize = 32;
        const IN_CONTEXT: usize = 24;
        const BACKGROUND: f32 = 0.3;
        let mut query: Vec<(CompactString, f32)> = Vec::new();
        let search = |query: &[(CompactString, f32)], most: usize| {
            let found = self.retriever.index().search(query, most, |document| admit(document as usize));
            found.into_iter().map(|(document, _)| document as usize)
        };
        self.ask(&mut query, terms, 1.0);
        let mut found: Vec<usize> = search(&query, BY_ITSELF).collect();
        self.ask(&mut query, background, BACKGROUND);
        found.extend(search(&query, IN_CONTEXT));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Adds terms to a query: entities weigh more, synonyms of the claim's own words less.
    fn ask<'t>(
        &self,
        query: &mut Vec<(CompactString, f32)>,
        terms: impl Iterator<Item = &'t Term>,
        weight: f32,
    ) {
        for term in terms {
            match term.kind {
                TermKind::Entity(id) => {
                    query.push((format_compact!("@{}", self.record.entities[id as usize].id), 1.5 * weight));
                }
                TermKind::Name => {
                    let words =
                        term.key.split(' ').chain((term.root != term.key).then_some(term.root.as_str()));
                    query.extend(words.map(|word| (english::root(word).into(), weight)));
                }
                _ => {
                    query.push((term.root.clone(), weight));
                    // A synonym is a cheaper term, and one of the background's none.
                    let groups = english::synonym_groups(&term.key).filter(|_| weight == 1.0);
                    let others = groups.filter_map(|group| self.alike.get(&group)).flatten();
                    query.extend(
                        others.filter(|root| **root != term.root).map(|root| (root.clone(), 0.6 * weight)),
                    );
                }
            }
        }
    }

    /// How rare a term's root is in the record, for alignment: 0.4 (in every statement) to 2 (in one or none).
    pub fn weight(&self, root: &str) -> f32 {
        let most = self.retriever.index().idf("").max(1.0);
        0.4 + 1.6 * (self.retriever.index().idf(root) / most).clamp(0.0, 1.0)
    }
}

fn analyses(record: &Record, names: &Names) -> Vec<Analysis> {
    let analyse_one = |statement: &record::Statement| {
        let speaker = statement.speaker.map(|entity| entity as u32);
        analyse(&Document::read(&statement.text), Some(statement.date.last_day()), names, speaker)
    };
    record.statements.iter().map(analyse_one).collect()
}

fn alike(analyses: &[Analysis]) -> HashMap<u16, Vec<CompactString>> {
    let mut alike: HashMap<u16, Vec<CompactString>> = HashMap::new();
    for term in analyses.iter().flat_map(|analysis| &analysis.claims).flat_map(|claim| &claim.terms) {
        if matches!(term.kind, TermKind::Entity(_) | TermKind::Name) {
            continue;
        }
        for group in english::synonym_groups(&term.key) {
            let roots = alike.entry(group).or_default();
            if !roots.contains(&term.root) {
                roots.push(term.root.clone());
            }
        }
    }
    alike
}

/// The content words of a topic's term; they stand nowhere, so their spans are empty.
fn topic_terms(term: &str) -> Vec<Term> {
    let document = Document::read(term);
    let word = |lemma: &str| {
        let key = fold(lemma);
        let root = CompactString::from(english::root(&key));
        Term { span: Span::new(0, 0), key, root, kind: TermKind::Noun, role: TermRole::Modifier }
    };
    document.tokens.iter().map(|token| word(&token.lemma)).collect()
}
