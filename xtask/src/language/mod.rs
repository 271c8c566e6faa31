//! Compiles `data/english/` into `src/english/english.bin`: same input, same bytes. A file for each group of tables.

#![allow(dead_code)] // the shared files serve the library too

#[path = "../../../src/english/classes/mod.rs"]
mod classes;
mod families;
mod hypernyms;
#[path = "../../../src/english/inflect.rs"]
mod inflect;
mod lexicon;
mod names;
#[path = "../../../src/english/naming.rs"]
mod naming;
mod opposites;
mod rows;
mod sequences;
#[path = "../../../src/english/states.rs"]
mod states;
mod synonyms;
#[path = "../../../src/english/table.rs"]
mod table;
mod word_classes;
#[path = "../../../src/english/words.rs"]
mod words;
mod write;

use rows::{items, rows};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A word's weight in each use, by letter.
type Uses = BTreeMap<u8, f64>;

/// Costs are negative natural logarithms of probabilities, in sixteenths.
const SCALE: f64 = 16.0;

/// Everything gathered from the tables, still by word.
#[derive(Default)]
struct Language {
    uses: BTreeMap<String, Uses>,
    words: BTreeSet<String>,
    sequences: Vec<u8>,
    unigrams: Vec<f64>,
    irregular: BTreeSet<(String, u8, String)>,
    groups: Vec<BTreeSet<String>>,
    opposites: BTreeMap<String, BTreeSet<String>>,
    families: BTreeMap<String, String>,
    hypernyms: BTreeMap<String, BTreeSet<String>>,
    demonyms: BTreeMap<String, String>,
    phrasals: BTreeMap<String, String>,
    classes: BTreeMap<String, u64>,
    naming: BTreeMap<String, u64>,
    spellings: BTreeMap<String, String>,
}

/// The compiled file.
pub fn compile(folder: &Path) -> Result<Vec<u8>, String> {
    let mut language = Language::default();
    language.read_sequences(folder)?;
    language.read_lexicon(folder)?;
    let strict = language.read_synonyms(folder)?;
    language.read_opposites(folder, &strict)?;
    language.read_families(folder)?;
    language.read_hypernyms(folder)?;
    language.read_pairs(folder)?;
    language.read_classes(folder)?;
    language.naming = names::classes(folder, language.demonyms.values())?;
    language.gather_words();
    language.write()
}

impl Language {
    /// `demonyms.tsv`, `spellings.tsv` and `phrasal.tsv`: words that lead to one other.
    fn read_pairs(&mut self, folder: &Path) -> Result<(), String> {
        for row in rows(folder, "demonyms.tsv", 2)? {
            for (word, _) in items(&row[0]) {
                self.demonyms.insert(word.to_owned(), row[1].clone());
            }
        }
        for row in rows(folder, "spellings.tsv", 2)? {
            for (word, _) in items(&row[0]).filter(|(word, _)| *word != row[1]) {
                self.spellings.insert(word.to_owned(), row[1].clone());
            }
        }
        for row in rows(folder, "phrasal.tsv", 2)? {
            for (word, _) in items(&row[0]) {
                self.phrasals.insert(word.to_owned(), row[1].clone());
            }
        }
        Ok(())
    }

    /// Every word that a table names gets a place in the file.
    fn gather_words(&mut self) {
        for group in &self.groups {
            self.words.extend(group.iter().cloned());
        }
        for (general, kinds) in &self.hypernyms {
            self.words.insert(general.clone());
            self.words.extend(kinds.iter().cloned());
        }
        self.words.extend(self.opposites.keys().chain(self.naming.keys()).cloned());
        for table in [&self.families, &self.demonyms, &self.phrasals, &self.spellings] {
            self.words.extend(table.keys().chain(table.values()).cloned());
        }
    }
}

/// The letters are those of the states.
#[test]
fn letters_have_states() {
    for letter in b"nsxvzdpgjcrCW" {
        assert_eq!(states::LETTERS[usize::from(states::state(*letter))], *letter);
    }
}
