//! Which statements of a record could speak to the claims of a text.

use super::Corpus;
use super::impacts::Lists;
use super::lexicon::Entry;
use super::search::{Asked, Searcher};
use crate::claim::{ByTerm, Term, TermKind};
use crate::english;
use compact_str::{CompactString, format_compact};
use foldhash::HashMap;
use std::ops::Range;

/// Finds what could speak to the claims of one text. Its claims share most of their surroundings, and texts many of their
/// words, so what a term asks the index for is kept.
pub struct Candidates<'c> {
    corpus: &'c Corpus,
    searcher: Searcher<'c>,
    lookups: Lookups,
}

/// What was looked up in the index of a record.
#[derive(Default)]
pub(super) struct Lookups {
    entries: Entries,
    lists: Lists,
    /// Of each term seen.
    wanted: ByTerm<Vec<Wanted>>,
}

/// What the index knows of words.
type Entries = HashMap<CompactString, Option<Known>>;

/// What the index knows of a word: where it stands, its list of impacts, and how rare it is.
#[derive(Clone, Copy)]
struct Known {
    entry: Entry,
    list: Option<usize>,
    rareness: f32,
}

/// A word of the index that a term asks for.
struct Wanted {
    known: Known,
    weight: f32,
    /// It only can mean the same.
    synonym: bool,
}

impl Wanted {
    fn asked(&self, share: f32, own: bool) -> Asked {
        let Known { entry, list, rareness } = self.known;
        Asked { entry, list, rareness, weight: share * self.weight, own }
    }
}

impl<'c> Candidates<'c> {
    /// Goes on with what was looked up before.
    pub(super) fn new(corpus: &'c Corpus, lookups: Lookups) -> Self {
        Candidates { corpus, searcher: Searcher::new(corpus.index()), lookups }
    }

    /// The statements that could speak to a claim, by its terms and, more lightly, by those around it; in date order.
    /// Only where the search is to be `wide` may a statement that shares none of its terms be among them. Of `days`, a
    /// range of statements, some are always among them: in a daily series all days are worded alike.
    pub fn of<'t>(
        &mut self,
        terms: impl Iterator<Item = &'t Term>,
        around: impl Iterator<Item = &'t Term>,
        wide: bool,
        days: Range<usize>,
        admit: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        // A claim of few words would drown in what stands around it, so it is looked for by itself too.
        const BY_ITSELF: usize = 24;
        const IN_CONTEXT: usize = 16;
        const OF_DAYS: usize = 8;
        const AROUND: f32 = 0.3;
        let admit = |document: u32| admit(document as usize);
        let mut asked: Vec<Asked> = Vec::new();
        for term in terms {
            asked.extend(self.wanted(term).iter().map(|word| word.asked(1.0, true)));
        }
        let Candidates { searcher, lookups: Lookups { lists, .. }, .. } = self;
        let mut found = searcher.best_of(lists, &mut asked.clone(), BY_ITSELF, &[], admit);
        let likely = found[..found.len().min(IN_CONTEXT)].to_vec();
        if !days.is_empty() {
            let of_days = |document: u32| days.contains(&(document as usize)) && admit(document);
            found.extend(searcher.best_of(lists, &mut asked.clone(), OF_DAYS, &[], of_days));
        }
        if wide {
            asked.iter_mut().for_each(|term| term.own = false);
        }
        for term in around {
            // A synonym is a cheaper term, and one of the background's none.
            let words = self.wanted(term).iter().filter(|word| !word.synonym);
            asked.extend(words.map(|word| word.asked(AROUND, false)));
        }
        let Candidates { searcher, lookups: Lookups { lists, .. }, .. } = self;
        found.extend(searcher.best_of(lists, &mut asked, IN_CONTEXT, &likely, admit));
        let mut found: Vec<usize> = found.into_iter().map(|(document, _)| document as usize).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What a term asks for: entities weigh more, synonyms less.
    fn wanted(&mut self, term: &Term) -> &[Wanted] {
        let Candidates { corpus, lookups: Lookups { entries, lists, wanted }, .. } = self;
        let place = wanted.place(term, || words(corpus, entries, lists, term));
        wanted.at(place).1
    }
}

impl Drop for Candidates<'_> {
    fn drop(&mut self) {
        /// Of more terms nothing is kept.
        const MOST: usize = 10_000;
        if self.lookups.wanted.len() <= MOST {
            self.corpus.keep(std::mem::take(&mut self.lookups));
        }
    }
}

fn words(corpus: &Corpus, entries: &mut Entries, lists: &mut Lists, term: &Term) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    let mut add = |word: &str, weight: f32, synonym: bool| {
        let known = known(corpus, entries, lists, word);
        wanted.extend(known.map(|known| Wanted { known, weight, synonym }));
    };
    match term.kind {
        TermKind::Entity(id) => {
            let entity = &corpus.record().entities[id as usize].id;
            add(&format_compact!("@{entity}"), 1.5, false);
        }
        TermKind::Name => {
            let root = (term.root != term.key).then_some(term.root.as_str());
            for word in term.key.split(' ').chain(root) {
                add(english::root(word), 1.0, false);
            }
        }
        _ => {
            add(&term.root, 1.0, false);
            for root in corpus.alike(&term.key).filter(|root| **root != term.root) {
                add(root, 0.6, true);
            }
        }
    }
    wanted
}

fn known(corpus: &Corpus, entries: &mut Entries, lists: &mut Lists, word: &str) -> Option<Known> {
    if let Some(known) = entries.get(word) {
        return *known;
    }
    let index = corpus.index();
    let read = |entry: Entry| {
        let (list, rareness) = (lists.read(index, &entry), index.idf_of(entry.count));
        Known { entry, list, rareness }
    };
    let known = index.entry(word).map(read);
    entries.insert(word.into(), known);
    known
}
