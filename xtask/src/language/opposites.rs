//! `opposites.tsv`, `wordnet-opposites.tsv`: words that exclude each other.

use super::Language;
use super::rows::{items, rows};
use super::synonyms::Strict;
use std::collections::BTreeSet;
use std::path::Path;

type Pairs = BTreeSet<(String, String)>;

impl Language {
    /// The pairs of both tables, except those that also mean the same.
    pub(super) fn read_opposites(&mut self, folder: &Path, strict: &Strict) -> Result<(), String> {
        let mut pairs = own_pairs(folder, strict)?;
        add_wordnet_pairs(folder, &mut pairs)?;
        for (a, b) in pairs {
            let same = self.groups.iter().any(|group| group.contains(&a) && group.contains(&b));
            if a != b && !same {
                self.opposites.entry(a.clone()).or_default().insert(b.clone());
                self.opposites.entry(b).or_default().insert(a);
            }
        }
        Ok(())
    }
}

/// Each of one side with each of the other, and with their full synonyms where these are not barred.
fn own_pairs(folder: &Path, strict: &Strict) -> Result<Pairs, String> {
    let mut pairs = Pairs::new();
    for row in rows(folder, "opposites.tsv", 3)? {
        for (a, open_a) in items(&row[1]) {
            for (b, open_b) in items(&row[2]) {
                let near = |word: &str, open: bool| {
                    let mut near = BTreeSet::from([word.to_owned()]);
                    if open {
                        near.extend(
                            strict.get(&(row[0].clone(), word.to_owned())).into_iter().flatten().cloned(),
                        );
                    }
                    near
                };
                for one in near(a, open_a) {
                    for other in near(b, open_b) {
                        pairs.insert((one.clone(), other));
                    }
                }
            }
        }
    }
    Ok(pairs)
}

fn add_wordnet_pairs(folder: &Path, pairs: &mut Pairs) -> Result<(), String> {
    let two_sides: BTreeSet<(String, String)> = rows(folder, "not-opposites.tsv", 2)?
        .into_iter()
        .map(|row| (row[0].clone(), row[1].clone()))
        .collect();
    for row in rows(folder, "wordnet-opposites.tsv", 3)? {
        let pair = (row[1].clone(), row[2].clone());
        if !two_sides.contains(&pair) {
            pairs.insert(pair);
        }
    }
    Ok(())
}
