//! States and the verbs that end them: `data/english/states.tsv`; verbs and the kinds of them: `data/english/kinds.tsv`.

mod expressions;
pub(in crate::compare) mod frames;
pub(in crate::compare) mod holder;
pub(in crate::compare) mod phases;
pub(in crate::compare) mod turn;

use crate::english::{self, WordMap};
use std::sync::LazyLock;

type Verbs = WordMap<Vec<&'static str>>;

static STATES: LazyLock<Verbs> = LazyLock::new(|| verbs(include_str!("../../../data/english/states.tsv")));
static KINDS: LazyLock<Verbs> = LazyLock::new(|| verbs(include_str!("../../../data/english/kinds.tsv")));

/// Words of a line's first cell → the verbs of its second.
fn verbs(table: &'static str) -> Verbs {
    let mut all = Verbs::default();
    let lines = english::rows(table);
    for (words, verbs) in lines.filter_map(|line| line.split_once('\t')) {
        for word in words.split(',') {
            all.entry(word.trim()).or_default().extend(verbs.split(',').map(str::trim));
        }
    }
    all
}

/// The verbs that say that a state, given by the lemma of its word, has ended; none for what is no state.
pub(in crate::compare) fn ended_by(state: &str) -> &'static [&'static str] {
    STATES.get(state).map_or(&[], Vec::as_slice)
}

/// Whether a verb names a kind of what another names, or takes it to be so: *uphold*, *rule*.
pub(in crate::compare) fn kind_of(verb: &str, general: &str) -> bool {
    KINDS.get(general).is_some_and(|kinds| kinds.contains(&verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_a_verb() {
        assert!(kind_of("uphold", "rule"));
        assert!(!kind_of("rule", "uphold"));
    }

    #[test]
    fn a_state_and_its_end() {
        assert!(ended_by("pending").contains(&"settle"));
        assert!(ended_by("strike").contains(&"end"));
        assert!(!ended_by("strike").contains(&"settle"));
        assert!(ended_by("bridge").is_empty());
    }
}
