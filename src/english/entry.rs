//! A lemma's place in the tables, found once for many questions.

use super::TABLES;
use super::classes::Classes;
use super::table::Section;

/// A lemma's place in the tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    word: Option<u16>,
    classes: Classes,
}

impl Entry {
    /// The entry of a lemma; one that no table has belongs to no class and has neither synonyms nor opposites.
    pub fn of(lemma: &str) -> Self {
        let Some(word) = TABLES.find(lemma) else { return Entry::default() };
        let at = TABLES.position(Section::Classes, word);
        Entry { word: Some(word), classes: Classes(at.map_or(0, |at| TABLES.bits(Section::ClassBits, at))) }
    }

    /// All classes of the lemma.
    pub fn classes(self) -> Classes {
        self.classes
    }

    /// As [`synonyms`](super::synonyms) of two different lemmas.
    pub fn synonym_of(self, other: Entry) -> bool {
        let (Some(a), Some(b)) = (self.word, other.word) else { return false };
        let list = |id| TABLES.list(Section::Synonyms, Section::SynonymStarts, Section::SynonymGroups, id);
        let theirs = list(b);
        list(a).any(|group| theirs.clone().any(|each| each == group))
    }

    /// The number of the lemma's word, where a table has it.
    pub(crate) fn number(self) -> Option<u16> {
        self.word
    }

    /// The numbers of the words for kinds of what the lemma names, sorted: *ferry* of *vessel*.
    pub(crate) fn hyponyms(self) -> impl Iterator<Item = u16> {
        let list = |id| TABLES.list(Section::Hypernyms, Section::HypernymStarts, Section::Hyponyms, id);
        self.word.into_iter().flat_map(list)
    }

    /// Whether the lemma names a kind of what the other names: *ferry*, *vessel*. Neither symmetric nor transitive.
    pub fn hyponym_of(self, general: Entry) -> bool {
        self.word.is_some_and(|word| general.hyponyms().any(|kind| kind == word))
    }

    /// As [`opposites`](super::opposites).
    pub fn opposite_of(self, other: Entry) -> bool {
        let (Some(a), Some(b)) = (self.word, other.word) else { return false };
        TABLES
            .list(Section::Opposites, Section::OppositeStarts, Section::OppositeWords, a)
            .any(|each| each == b)
    }
}
