//! States and the verbs that end them: `data/english/states.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

type Ends = Vec<&'static str>;

static STATES: LazyLock<HashMap<&'static str, Ends>> = LazyLock::new(|| {
    let mut states: HashMap<&'static str, Ends> = HashMap::new();
    let lines = include_str!("../../data/english/states.tsv").lines().filter(|line| !line.starts_with('#'));
    for (words, verbs) in lines.filter_map(|line| line.split_once('\t')) {
        for word in words.split(',') {
            states.entry(word.trim()).or_default().extend(verbs.split(',').map(str::trim));
        }
    }
    states
});

/// The verbs that say that a state, given by the lemma of its word, has ended; none for what is no state.
pub(super) fn ended_by(state: &str) -> &'static [&'static str] {
    STATES.get(state).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_and_its_end() {
        assert!(ended_by("pending").contains(&"settle"));
        assert!(ended_by("strike").contains(&"end"));
        assert!(!ended_by("strike").contains(&"settle"));
        assert!(ended_by("bridge").is_empty());
    }
}
