//! Words that a full stop may belong to, and words that open sentences: `data/english/abbreviations.tsv`.

use crate::english::WordMap;
use std::sync::LazyLock;

/// What a listed word says about the full stop at its end, or about the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Before a name: *Gen.*, *Mrs.*
    Title,
    /// *Sept.*
    Month,
    /// *Tues.*
    Weekday,
    /// *Inc.*
    Company,
    /// After a name: *Jr.*
    Suffix,
    /// *U.S.*, *St.*
    Place,
    /// *p.m.*
    Clock,
    /// *B.C.*
    Era,
    /// *etc.*
    Closer,
    /// Never ends a sentence: *e.g.*
    Inner,
    /// Only before a figure: *No. 5*
    Number,
    /// Only after a figure: *6 ft.*
    Unit,
}

/// The tables, keyed by lower-case words.
struct Tables {
    abbreviations: WordMap<Abbreviation>,
    openers: WordMap<()>,
    domains: WordMap<()>,
    zones: WordMap<()>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables {
        abbreviations: WordMap::default(),
        openers: WordMap::default(),
        domains: WordMap::default(),
        zones: WordMap::default(),
    };
    for line in include_str!("../../data/english/abbreviations.tsv").lines() {
        let Some((word, kind)) = line.split_once('\t').filter(|_| !line.starts_with('#')) else { continue };
        let kind = match kind {
            "title" => Abbreviation::Title,
            "month" => Abbreviation::Month,
            "weekday" => Abbreviation::Weekday,
            "company" => Abbreviation::Company,
            "suffix" => Abbreviation::Suffix,
            "place" => Abbreviation::Place,
            "clock" => Abbreviation::Clock,
            "era" => Abbreviation::Era,
            "closer" => Abbreviation::Closer,
            "inner" => Abbreviation::Inner,
            "number" => Abbreviation::Number,
            "unit" => Abbreviation::Unit,
            "opener" => {
                tables.openers.insert(word, ());
                continue;
            }
            "zone" => {
                tables.zones.insert(word, ());
                continue;
            }
            _ => {
                tables.domains.insert(word, ());
                continue;
            }
        };
        tables.abbreviations.insert(word, kind);
    }
    tables
});

/// What a lower-case word with its full stop abbreviates.
pub(super) fn look_up(word: &str) -> Option<Abbreviation> {
    TABLES.abbreviations.get(word).copied()
}

/// Whether a lower-case word, capitalised, starts a sentence rather than goes on with a name.
pub(super) fn opens(word: &str) -> bool {
    TABLES.openers.contains_key(word)
}

/// Whether a lower-case word begins the name of a time zone: *Eastern*.
pub(super) fn zone(word: &str) -> bool {
    TABLES.zones.contains_key(word)
}

/// Whether a host name may end in this.
pub(super) fn domain(word: &str) -> bool {
    TABLES.domains.contains_key(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_known() {
        let table = include_str!("../../data/english/abbreviations.tsv");
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        for row in rows {
            let (word, kind) = row.split_once('\t').expect(row);
            assert_eq!(word, word.to_lowercase());
            match kind {
                "opener" => assert!(opens(word)),
                "domain" => assert!(domain(word)),
                "zone" => assert!(zone(word)),
                _ => assert_eq!(format!("{:?}", look_up(word).expect(row)).to_lowercase(), kind, "{word}"),
            }
        }
    }
}
