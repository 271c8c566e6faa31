//! Which statements of a record could speak to the claims of a text.

use super::Corpus;
use super::lexicon::Entry;
use super::search::Asked;
use crate::claim::{Term, TermKind};
use crate::english;
use compact_str::{CompactString, format_compact};
use std::collections::HashMap;
use std::ops::Range;

/// Finds what could speak to the claims of one text. Its claims share most of their surroundings, so what the lexicon
/// says of a word is kept.
pub struct Candidates<'c> {
    corpus: &'c Corpus,
    entries: HashMap<CompactString, Option<Entry>>,
    asked: Vec<Asked>,
}

impl<'c> Candidates<'c> {
    pub(super) fn new(corpus: &'c Corpus) -> Self {
        Candidates { corpus, entries: HashMap::new(), asked: Vec::new() }
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
        let corpus = self.corpus;
        let admit = |document: u32| admit(document as usize);
        self.asked.clear();
        terms.for_each(|term| self.ask(term, 1.0, true));
        let mut found = corpus.index().best_of(&mut self.asked.clone(), BY_ITSELF, &[], admit);
        let likely: Vec<u32> = found.iter().map(|&(document, _)| document).collect();
        if !days.is_empty() {
            let of_days = |document: u32| days.contains(&(document as usize)) && admit(document);
            found.extend(corpus.index().best_of(&mut self.asked.clone(), OF_DAYS, &[], of_days));
        }
        if wide {
            self.asked.iter_mut().for_each(|term| term.own = false);
        }
        around.for_each(|term| self.ask(term, AROUND, false));
        found.extend(corpus.index().best_of(&mut self.asked, IN_CONTEXT, &likely, admit));
        let mut found: Vec<usize> = found.into_iter().map(|(document, _)| document as usize).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Asks for a term: entities weigh more, synonyms of the claim's own words less.
    fn ask(&mut self, term: &Term, weight: f32, own: bool) {
        let corpus = self.corpus;
        match term.kind {
            TermKind::Entity(id) => {
                let entity = &corpus.record().entities[id as usize].id;
                self.add(&format_compact!("@{entity}"), 1.5 * weight, own);
            }
            TermKind::Name => {
                let root = (term.root != term.key).then_some(term.root.as_str());
                for word in term.key.split(' ').chain(root) {
                    self.add(english::root(word), weight, own);
                }
            }
            _ => {
                self.add(&term.root, weight, own);
                if own {
                    // A synonym is a cheaper term, and one of the background's none.
                    for root in corpus.alike(&term.key).filter(|root| **root != term.root) {
                        self.add(root, 0.6 * weight, own);
                    }
                }
            }
        }
    }

    fn add(&mut self, word: &str, weight: f32, own: bool) {
        let entry = match self.entries.get(word) {
            Some(known) => known.clone(),
            None => {
                let entry = self.corpus.index().entry(word);
                self.entries.insert(word.into(), entry.clone());
                entry
            }
        };
        self.asked.extend(entry.map(|entry| Asked { entry, weight, own }));
    }
}
