//! `families.tsv`, `wordnet-families.tsv`: words of one family.

use super::Language;
use super::rows::{items, rows};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

impl Language {
    /// Families: curated ones as they stand; WordNet's links from nouns, adjectives and adverbs to their verb or
    /// adjective, unless curated otherwise. The head is the verb, else the shortest.
    pub(super) fn read_families(&mut self, folder: &Path) -> Result<(), String> {
        let mut barred = BTreeSet::new();
        for row in rows(folder, "families.tsv", 1)? {
            let members: Vec<&str> = items(&row[0]).map(|(word, _)| word).collect();
            for member in &members {
                barred.insert((*member).to_owned());
                if *member != members[0] {
                    self.families.insert((*member).to_owned(), members[0].to_owned());
                }
            }
        }
        for row in rows(folder, "not-families.tsv", 1)? {
            barred.extend(items(&row[0]).map(|(word, _)| word.to_owned()));
        }
        let mut heads: BTreeMap<String, BTreeSet<(u8, usize, String)>> = BTreeMap::new();
        for row in rows(folder, "wordnet-families.tsv", 4)? {
            let (from, a, to, b) = (&row[0], &row[1], &row[2], &row[3]);
            // From verb to noun; between adjective and noun the shorter is the head.
            let (head, member, rank) = match (from.as_str(), to.as_str()) {
                ("v", _) => (a, b, 0),
                (_, "v") => (b, a, 0),
                _ if (a.len(), a) < (b.len(), b) => (a, b, 1),
                _ => (b, a, 1),
            };
            if member.len() > head.len() || rank == 0 && member.len() + 2 > head.len() {
                heads.entry(member.clone()).or_default().insert((rank, head.len(), head.clone()));
            }
        }
        for (member, found) in heads {
            if barred.contains(&member) {
                continue;
            }
            // A word that is its own verb (a strike, to strike) is its own head.
            if self.uses.get(&member).is_some_and(|uses| uses.contains_key(&b'v')) {
                continue;
            }
            if let Some((_, _, head)) = found.first() {
                self.families.insert(member, head.clone());
            }
        }
        // One head for both spellings: organise, organize.
        let american: Vec<(String, String)> = self
            .uses
            .iter()
            .filter(|(word, uses)| word.ends_with("ise") && word.len() > 6 && uses.contains_key(&b'v'))
            .map(|(word, _)| (word.clone(), format!("{}ize", &word[..word.len() - 3])))
            .filter(|(_, other)| self.uses.contains_key(other))
            .collect();
        self.families.extend(american);
        // Heads of heads, so that one step leads to the end; a loop ends where it began.
        for member in self.families.keys().cloned().collect::<Vec<_>>() {
            let mut head = self.families[&member].clone();
            let mut steps = 0;
            while let Some(next) = self.families.get(&head).filter(|next| **next != member && steps < 5) {
                head = next.clone();
                steps += 1;
            }
            self.families.insert(member, head);
        }
        self.families.retain(|member, head| member != head);
        Ok(())
    }
}
