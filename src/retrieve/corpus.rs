//! A record made ready for checking: its names, its statements analysed, its index.

use super::candidates::{Candidates, Lookups};
use super::{Index, Retriever};
use crate::claim::{Analysis, Names, Term, TermKind, TermRole, analyse};
use crate::english;
use crate::error::{Error, ErrorCode};
use crate::record::{self, Pack, Record, Statement};
use crate::text::{Document, Span, fold};
use crate::time::{Date, Interval};
use compact_str::CompactString;
use foldhash::HashMap;
use std::ops::Range;
use std::sync::{OnceLock, PoisonError, RwLock};

/// A record with what the engine sees in it.
pub struct Corpus {
    record: Record,
    retriever: Retriever,
    hash: String,
    /// Which statement replaces which: newer and older.
    supersedes: Vec<(u32, u32)>,
    /// Made when they are wanted: a text needs those of a few statements. The record alone decides what they are.
    analyses: Box<[OnceLock<Box<Analysis>>]>,
    topics: Vec<Vec<Term>>,
    alike: Alike,
    /// What the words of documents that were read ask the index for, for those to come.
    asked: RwLock<Vec<Lookups>>,
}

/// Group of synonyms → the roots of the record's words that stand in it.
type Alike = HashMap<u16, Vec<CompactString>>;

/// Section of a pack that holds the synonyms' roots, by group, in postcard's form.
const ALIKE: [u8; 4] = *b"like";

impl Corpus {
    /// Analyses and indexes every statement of a record.
    pub fn new(record: Record) -> Self {
        /// So many analyses are kept; the others are made again when they are wanted.
        const KEPT: usize = 20_000;
        let retriever = Retriever::build(&record);
        let mut alike = Alike::default();
        let mut analyses = unmade(record.statements.len());
        for (index, slot) in analyses.iter_mut().enumerate() {
            let analysis = analysed(&record.statements[index], retriever.names());
            add_alike(&mut alike, &analysis);
            if index < KEPT {
                *slot = OnceLock::from(Box::new(analysis));
            }
        }
        let pairs = |(newer, statement): (usize, &Statement)| {
            statement.supersedes.iter().map(|&older| (newer as u32, older as u32)).collect::<Vec<_>>()
        };
        let supersedes = record.statements.iter().enumerate().flat_map(pairs).collect();
        let (hash, topics) = (record::content_hash(&record), topics(&record));
        Corpus { record, retriever, hash, supersedes, analyses, topics, alike, asked: RwLock::default() }
    }

    /// The corpus of a pack: what was worked out beforehand is read, or made where the pack has none.
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
        let sections = pack.section(Retriever::SECTION).zip(pack.section(ALIKE));
        let Some((index, alike)) = sections else { return Ok(Self::new(pack.record)) };
        let retriever = Retriever::with_index(&pack.record, index).ok_or_else(|| damaged("index"))?;
        let alike: Vec<(u16, Vec<CompactString>)> =
            postcard::from_bytes(alike).map_err(|_| damaged("list of synonyms"))?;
        Ok(Corpus {
            retriever,
            hash: pack.hash,
            supersedes: pack.supersedes,
            analyses: unmade(pack.record.statements.len()),
            topics: topics(&pack.record),
            alike: alike.into_iter().collect(),
            record: pack.record,
            asked: RwLock::default(),
        })
    }

    /// The corpus as a pack; the same bytes for the same record on every machine.
    pub fn to_pack(&self) -> Vec<u8> {
        let mut alike: Vec<(&u16, &Vec<CompactString>)> = self.alike.iter().collect();
        alike.sort_unstable();
        // Writing plain data to memory cannot fail.
        let alike = postcard::to_allocvec(&alike).unwrap_or_default();
        record::write_pack(
            &self.record,
            &[(Retriever::SECTION, self.retriever.index().as_bytes().to_vec()), (ALIKE, alike)],
        )
    }

    /// Hash of what the record says, lower-case hexadecimal.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Which statement replaces which: pairs of indices, newer and older.
    pub fn supersedes(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.supersedes.iter().map(|&(newer, older)| (newer as usize, older as usize))
    }

    /// How many statements are dated on or before a day; since they are in date order, they are the first.
    pub fn dated_by(&self, day: Date) -> usize {
        let statements = &self.record.statements;
        let (mut low, mut high) = (0, statements.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if statements[middle].date.first_day() <= day { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The statements whose first day lies within these days; none where the interval is open.
    pub fn dated_within(&self, days: Interval) -> Range<usize> {
        let (Some(from), Some(to)) = (days.from, days.to) else { return 0..0 };
        let before = from.yesterday().map_or(0, |day| self.dated_by(day));
        before..self.dated_by(to).max(before)
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
        let analyse = || Box::new(analysed(&self.record.statements[statement], self.names()));
        self.analyses[statement].get_or_init(analyse)
    }

    /// The words of each topic, as background of its statements.
    pub fn topics(&self) -> &[Vec<Term>] {
        &self.topics
    }

    /// The statements nearest to a text, best first: indices and scores.
    pub fn search(&self, text: &str, top: usize) -> Vec<(u32, f32)> {
        self.retriever.search(text, top)
    }

    /// Finds what could speak to the claims of one text.
    pub fn candidates(&self) -> Candidates<'_> {
        let kept = self.asked.write().unwrap_or_else(PoisonError::into_inner).pop();
        Candidates::new(self, kept.unwrap_or_default())
    }

    /// Keeps what was looked up for one document.
    pub(super) fn keep(&self, lookups: Lookups) {
        self.asked.write().unwrap_or_else(PoisonError::into_inner).push(lookups);
    }

    pub(super) fn index(&self) -> &Index {
        self.retriever.index()
    }

    /// The roots of the record's words that can mean the same as a lemma.
    pub(super) fn alike(&self, lemma: &str) -> impl Iterator<Item = &CompactString> {
        english::synonym_groups(lemma).filter_map(|group| self.alike.get(&group)).flatten()
    }

    /// How rare a term's root is in the record, for alignment: 0.4 (in every statement) to 2 (in one or none). The fewer
    /// statements a record has, the less that tells: three of one matter share its words, which are telling all the same.
    pub fn weight(&self, root: &str) -> f32 {
        /// From how many statements on rarity counts in full.
        const ENOUGH: f32 = 50.0;
        /// What a word weighs of which nothing is known.
        const USUAL: f32 = 1.2;
        let most = self.index().idf_of(0).max(1.0);
        let rarity = 0.4 + 1.6 * (self.index().idf(root) / most).clamp(0.0, 1.0);
        let known = (self.record.statements.len() as f32 / ENOUGH).min(1.0);
        USUAL + known * (rarity - USUAL)
    }
}

fn unmade(count: usize) -> Box<[OnceLock<Box<Analysis>>]> {
    (0..count).map(|_| OnceLock::new()).collect()
}

fn analysed(statement: &Statement, names: &Names) -> Analysis {
    let speaker = statement.speaker.map(|entity| entity as u32);
    analyse(&Document::read(&statement.text), Some(statement.date.last_day()), names, speaker)
}

/// Adds the roots of a statement's words to the groups in which they stand.
fn add_alike(alike: &mut Alike, analysis: &Analysis) {
    for term in analysis.claims.iter().flat_map(|claim| &claim.terms) {
        if term.is_name() {
            continue;
        }
        for group in english::synonym_groups(&term.key) {
            let roots = alike.entry(group).or_default();
            if !roots.contains(&term.root) {
                roots.push(term.root.clone());
            }
        }
    }
}

/// The words of each topic.
fn topics(record: &Record) -> Vec<Vec<Term>> {
    let words = |topic: &record::Topic| {
        topic.terms.iter().chain([&topic.label]).flat_map(|term| topic_terms(term)).collect()
    };
    record.topics.iter().map(words).collect()
}

/// The content words of a topic's term; they stand nowhere, so their spans are empty.
fn topic_terms(term: &str) -> Vec<Term> {
    let document = Document::read(term);
    let word = |lemma: &str| {
        let key = fold(lemma);
        let root = CompactString::from(english::root(&key));
        Term::new(Span::new(0, 0), key, root, TermKind::Noun, TermRole::Modifier)
    };
    document.tokens.iter().map(|token| word(&token.lemma)).collect()
}
