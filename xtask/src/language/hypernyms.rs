//! `hypernyms.tsv`, `wordnet-hypernyms.tsv`: general words and kinds of them.

use super::Language;
use super::rows::{items, rows};
use std::collections::BTreeSet;
use std::path::Path;

impl Language {
    /// The kinds of each general word in both tables.
    pub(super) fn read_hypernyms(&mut self, folder: &Path) -> Result<(), String> {
        let mut barred: BTreeSet<String> = BTreeSet::new();
        for row in rows(folder, "not-hypernyms.tsv", 1)? {
            barred.extend(items(&row[0]).map(|(word, _)| word.to_owned()));
        }
        for row in rows(folder, "wordnet-hypernyms.tsv", 3)? {
            if !barred.contains(&row[1]) {
                let kinds = row[2].split(' ').map(str::to_owned);
                self.hypernyms.entry(row[1].clone()).or_default().extend(kinds);
            }
        }
        for row in rows(folder, "hypernyms.tsv", 2)? {
            for (general, _) in items(&row[0]) {
                let kinds = items(&row[1]).map(|(word, _)| word.to_owned()).filter(|kind| kind != general);
                self.hypernyms.entry(general.to_owned()).or_default().extend(kinds);
            }
        }
        Ok(())
    }
}
