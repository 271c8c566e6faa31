//! Words of a text come back: what the tables say about the last ones is kept, so that most are looked up once.

use crate::english::{Form, Uses, hash, lemma_as, uses};
use compact_str::CompactString;

/// A word with its uses, and its lemma in the use in which it was last seen.
struct Slot {
    word: CompactString,
    uses: (Uses, bool),
    lemma: Option<(u8, CompactString, Form)>,
}

/// The words of a text that were looked up last; each has one place where it can be.
pub(super) struct Memory {
    slots: Vec<Option<Slot>>,
}

impl Memory {
    /// A memory that suits a text of so many tokens.
    pub(super) fn new(tokens: usize) -> Self {
        const MOST: usize = 2048;
        let slots = tokens.next_power_of_two().min(MOST);
        Memory { slots: std::iter::repeat_with(|| None).take(slots).collect() }
    }

    fn slot(&mut self, word: &str) -> &mut Slot {
        let at = hash(word.as_bytes()) as usize & (self.slots.len() - 1);
        let place = &mut self.slots[at];
        if place.as_ref().is_none_or(|slot| slot.word != word) {
            *place = None;
        }
        place.get_or_insert_with(|| Slot { word: word.into(), uses: uses(word), lemma: None })
    }

    /// The uses of a lower-case word, and whether the lexicon has them.
    pub(super) fn uses(&mut self, word: &str) -> (Uses, bool) {
        self.slot(word).uses
    }

    /// The dictionary form and the inflection of a lower-case word in a state of the tagger.
    pub(super) fn lemma(&mut self, word: &str, state: u8) -> (CompactString, Form) {
        let slot = self.slot(word);
        if let Some((of, lemma, form)) = &slot.lemma
            && *of == state
        {
            return (lemma.clone(), *form);
        }
        let (lemma, form) = lemma_as(word, state);
        slot.lemma = Some((state, lemma.clone(), form));
        (lemma, form)
    }
}
