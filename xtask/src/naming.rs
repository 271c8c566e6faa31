//! Words of names: `names.tsv` and `given-names.tsv`, by word.

use super::{items, rows};
use std::collections::BTreeMap;
use std::path::Path;

#[path = "../../src/english/naming.rs"]
mod words;

use words::{NameClass, NameWord};

/// The classes of each word of a name. `countries` are those of the table of demonyms.
pub(super) fn classes<'c>(
    folder: &Path,
    countries: impl Iterator<Item = &'c String>,
) -> Result<BTreeMap<String, u32>, String> {
    let mut classes: BTreeMap<String, u32> = BTreeMap::new();
    for table in ["names.tsv", "given-names.tsv", "given-names-more.tsv"] {
        for row in rows(folder, table, 2)? {
            let bit = NameWord::named(&row[0]).ok_or_else(|| format!("{table}: no class {}", row[0]))?;
            for (word, _) in items(&row[1]) {
                *classes.entry(word.to_owned()).or_default() |= bit;
            }
        }
    }
    let country = 1 << NameClass::Country as u32 | 1 << NameClass::PlaceName as u32;
    for word in countries {
        *classes.entry(word.clone()).or_default() |= country;
    }
    // A table of given names says no more than their sex.
    for table in ["given-names.tsv", "given-names-more.tsv"] {
        for row in rows(folder, table, 2)? {
            for (word, _) in items(&row[1]) {
                *classes.entry(word.to_owned()).or_default() |= 1 << NameClass::Given as u32;
            }
        }
    }
    Ok(classes)
}
