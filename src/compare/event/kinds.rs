//! Words for one kind of event, `data/english/events.tsv`, and what begins a state, `data/english/beginnings.tsv`.

use crate::claim::{Term, TermKind};
use crate::english::{self, WordMap};
use std::sync::LazyLock;

/// Lemma → a bit for each line that it stands in.
static KINDS: LazyLock<WordMap<u128>> = LazyLock::new(|| table(false));

/// The same of the kinds that count only for what is to come.
static PLANS: LazyLock<WordMap<u128>> = LazyLock::new(|| table(true));

fn table(plans: bool) -> WordMap<u128> {
    let mut kinds: WordMap<u128> = WordMap::default();
    let lines = english::rows(include_str!("../../../data/english/events.tsv"));
    for (at, line) in lines.enumerate() {
        let (plan, line) = line.strip_prefix("plan:").map_or((false, line), |rest| (true, rest));
        if plan != plans {
            continue;
        }
        for word in line.split(',') {
            *kinds.entry(word.trim()).or_default() |= 1 << at;
        }
    }
    kinds
}

/// The kinds of event that a term can name.
pub(in crate::compare) fn kinds(term: &Term) -> u128 {
    let of = |word: &str| KINDS.get(word).copied().unwrap_or_default();
    match term.kind {
        TermKind::Entity(_) | TermKind::Name => 0,
        _ if term.key == term.root => of(&term.key),
        _ => of(&term.key) | of(&term.root),
    }
}

/// The kinds that count only for what is to come.
pub(super) fn plans(term: &Term) -> u128 {
    match term.kind {
        TermKind::Entity(_) | TermKind::Name => 0,
        _ => PLANS.get(term.key.as_str()).copied().unwrap_or_default(),
    }
}

/// State → what begins it, a bit for each line; and the events that begin states.
static BEGINNINGS: LazyLock<[WordMap<u128>; 2]> = LazyLock::new(|| {
    let mut maps = [WordMap::default(), WordMap::default()];
    let lines = english::rows(include_str!("../../../data/english/beginnings.tsv"));
    for (at, line) in lines.enumerate() {
        for (map, words) in maps.iter_mut().zip(line.split('\t')) {
            for word in words.split(',') {
                *map.entry(word.trim()).or_insert(0u128) |= 1 << at;
            }
        }
    }
    maps
});

/// The two cells of a line: what lasts, and what begins it.
#[derive(Clone, Copy)]
pub(super) enum Phase {
    Lasts,
    Begins,
}

/// The lines in which a term stands as one or the other, a bit each.
pub(super) fn phase(term: &Term, phase: Phase) -> u128 {
    match term.kind {
        TermKind::Entity(_) | TermKind::Name => 0,
        _ => BEGINNINGS[phase as usize].get(term.key.as_str()).copied().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_bit() {
        let lines = english::rows(include_str!("../../../data/english/events.tsv"));
        assert!(lines.count() <= 128);
        assert!(KINDS["escape"] & KINDS["flee"] != 0);
        assert!(KINDS["escape"] & KINDS["arrest"] == 0);
    }
}
