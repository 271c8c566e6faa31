//! `classes.tsv`, `reporting.tsv`, `cues.tsv`, `wordnet-persons.txt`: word classes of news.

use super::Language;
use super::classes::Bits;
use super::rows::{items, rows};
use std::path::Path;

impl Language {
    /// The classes of each word, as bits.
    pub(super) fn read_classes(&mut self, folder: &Path) -> Result<(), String> {
        let mut set = |word: &str, bits: Bits| {
            let entry = self.classes.entry(word.to_owned()).or_default();
            *entry = bits.with(*entry);
            self.words.insert(word.to_owned());
        };
        for row in rows(folder, "classes.tsv", 2)? {
            let bits = Bits::named(&row[0]).ok_or_else(|| format!("classes.tsv: no class {}", row[0]))?;
            for (word, _) in items(&row[1]) {
                set(word, bits);
            }
        }
        for row in rows(folder, "reporting.tsv", 2)? {
            for frame in row[0].split(' ') {
                let bits = Bits::named(&format!("frame {frame}"));
                let bits = bits.ok_or_else(|| format!("reporting.tsv: no frame {frame}"))?;
                for (word, _) in items(&row[1]) {
                    set(word, bits);
                }
            }
        }
        for row in rows(folder, "cues.tsv", 2)? {
            let first = row[1].split(' ').next().unwrap_or_default();
            set(first, Bits::named("cue").ok_or("no class cue")?);
        }
        for row in rows(folder, "wordnet-persons.txt", 1)? {
            set(&row[0], Bits::named("person").ok_or("no class person")?);
        }
        for row in rows(folder, "not-persons.tsv", 1)? {
            for (word, _) in items(&row[0]) {
                if let Some(bits) = self.classes.get_mut(word) {
                    *bits = Bits::named("person").ok_or("no class person")?.without(*bits);
                }
            }
        }
        self.classes.retain(|_, bits| *bits != 0);
        Ok(())
    }
}
