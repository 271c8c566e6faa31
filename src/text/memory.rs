//! Words of a text come back: what the tables say about the last ones is kept, so that most are looked up once.

use crate::english::{Form, Lexeme, Uses, hash, lemma_as, lexeme, uses};
use compact_str::CompactString;

/// A word's dictionary form, its inflection, and what the tables say of the dictionary form.
#[derive(Clone)]
pub(super) struct Dictionary {
    pub lemma: CompactString,
    pub form: Form,
    pub known: Lexeme,
}

/// A word with its uses, and its lemma in the use in which it was last seen.
struct Slot {
    word: CompactString,
    uses: (Uses, bool),
    lemma: Option<(u8, Dictionary)>,
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

    /// The dictionary form of a lower-case word in a state of the tagger.
    pub(super) fn lemma(&mut self, word: &str, state: u8) -> Dictionary {
        let slot = self.slot(word);
        if let Some((of, dictionary)) = &slot.lemma
            && *of == state
        {
            return dictionary.clone();
        }
        let (lemma, form) = lemma_as(word, state);
        let dictionary = Dictionary { known: lexeme(&lemma), lemma, form };
        slot.lemma = Some((state, dictionary.clone()));
        dictionary
    }
}
