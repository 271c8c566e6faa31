//! `synonyms.tsv`, `wordnet-synonyms.tsv`: words that can mean the same.

use super::Language;
use super::rows::{items, rows};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The full synonyms of a word, by part of speech and word.
pub(super) type Strict = BTreeMap<(String, String), BTreeSet<String>>;

impl Language {
    /// The groups of both tables.
    pub(super) fn read_synonyms(&mut self, folder: &Path) -> Result<Strict, String> {
        let strict = self.read_own_synonyms(folder)?;
        self.read_wordnet_synonyms(folder)?;
        self.groups.sort();
        self.groups.dedup();
        Ok(strict)
    }

    fn read_own_synonyms(&mut self, folder: &Path) -> Result<Strict, String> {
        let mut strict = Strict::new();
        for row in rows(folder, "synonyms.tsv", 2)? {
            let members: Vec<(&str, bool)> = items(&row[1]).collect();
            if members.len() < 2 {
                return Err(format!("synonyms.tsv: a group of one: {}", row[1]));
            }
            for (word, full) in &members {
                if *full {
                    let others = members.iter().filter(|(other, full)| *full && other != word);
                    strict
                        .entry((row[0].clone(), (*word).to_owned()))
                        .or_default()
                        .extend(others.map(|(other, _)| (*other).to_owned()));
                }
            }
            // A loose member is a synonym of the full ones, not of the other loose ones.
            let full: BTreeSet<String> = members.iter().filter(|m| m.1).map(|m| m.0.to_owned()).collect();
            for (loose, _) in members.iter().filter(|m| !m.1) {
                for word in &full {
                    self.groups.push([word.clone(), (*loose).to_owned()].into());
                }
            }
            if full.len() > 1 {
                self.groups.push(full);
            }
        }
        Ok(strict)
    }

    fn read_wordnet_synonyms(&mut self, folder: &Path) -> Result<(), String> {
        let not: BTreeSet<(String, String)> = rows(folder, "not-synonyms.tsv", 2)?
            .into_iter()
            .flat_map(|row| [(row[0].clone(), row[1].clone()), (row[1].clone(), row[0].clone())])
            .collect();
        for row in rows(folder, "wordnet-synonyms.tsv", 2)? {
            let members: BTreeSet<String> = row[1].split(' ').map(str::to_owned).collect();
            let barred =
                members.iter().any(|a| members.iter().any(|b| not.contains(&(a.clone(), b.clone()))));
            if !barred {
                self.groups.push(members);
            } else {
                for a in &members {
                    for b in members.range(a.clone()..).skip(1) {
                        if !not.contains(&(a.clone(), b.clone())) {
                            self.groups.push([a.clone(), b.clone()].into());
                        }
                    }
                }
            }
        }
        Ok(())
    }
}
