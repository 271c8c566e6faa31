//! What words have to do with each other, and the classes that they belong to.

use super::TABLES;
use super::classes::{Aspect, Classes, Direction, Modality, Stance};
use super::inflect::Short;
use super::table::Section;

/// The representative of a lemma's derivational family: *withdrawal* → *withdraw*, *growth* → *grow*.
/// A lemma without a family is its own.
pub fn root(lemma: &str) -> &str {
    TABLES
        .find(lemma)
        .and_then(|id| TABLES.value(Section::Families, Section::FamilyHeads, id))
        .map_or(lemma, |head| TABLES.word(head))
}

/// Whether two lemmas can mean the same in news: *flee*/*leave*, *buy*/*acquire*. Symmetric, not transitive.
/// Verbs of two words are written with a space: *step down*.
pub fn synonyms(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (Some(a), Some(b)) = (TABLES.find(a), TABLES.find(b)) else { return false };
    let list = |id| TABLES.list(Section::Synonyms, Section::SynonymStarts, Section::SynonymGroups, id);
    let other = list(b);
    list(a).any(|group| other.clone().any(|each| each == group))
}

/// Whether two lemmas exclude each other when said of one thing at one time: *advance*/*withdraw*,
/// *approve*/*reject*, *open*/*closed*, *hold*/*retake*. Symmetric.
pub fn opposites(a: &str, b: &str) -> bool {
    let (Some(a), Some(b)) = (TABLES.find(a), TABLES.find(b)) else { return false };
    TABLES.list(Section::Opposites, Section::OppositeStarts, Section::OppositeWords, a).any(|each| each == b)
}

/// The place that an adjective or a people's name belongs to: *norwegian* → *norway*.
pub fn demonym(word: &str) -> Option<&'static str> {
    let id = TABLES.find(word)?;
    TABLES.value(Section::Demonyms, Section::DemonymPlaces, id).map(|place| TABLES.word(place))
}

/// The one-word equivalent of a verb with its particle: (*step*, *down*) → *resign*, (*call*, *off*) → *cancel*.
/// The particle may have two words: (*put*, *up with*) → *tolerate*.
pub fn phrasal(verb: &str, particle: &str) -> Option<&'static str> {
    let start = Short::join(verb, " ")?;
    let id = TABLES.find(Short::join(start.as_str(), particle)?.as_str())?;
    TABLES.value(Section::Phrasals, Section::PhrasalVerbs, id).map(|verb| TABLES.word(verb))
}

/// All classes of a lemma, in one look-up.
pub fn classes(lemma: &str) -> Classes {
    let at = TABLES.find(lemma).and_then(|id| TABLES.position(Section::Classes, id));
    let bits = at.and_then(|at| TABLES.section(Section::ClassBits).get(4 * at..4 * at + 4));
    Classes(bits.map_or(0, |bits| u32::from_le_bytes([bits[0], bits[1], bits[2], bits[3]])))
}

/// Which way a verb, noun, adjective or adverb of trend goes: *soar* up, *shortfall* down.
pub fn direction(lemma: &str) -> Option<Direction> {
    classes(lemma).direction()
}

/// The phase of an event that a word names: *launch* starts, *persist* continues.
pub fn aspect(lemma: &str) -> Option<Aspect> {
    classes(lemma).aspect()
}

/// The attitude of a verb or noun of saying and thinking: *allege*, *denial*, *pledge*.
pub fn reporting(lemma: &str) -> Option<Stance> {
    classes(lemma).stance()
}

/// What a modal verb, adverb or adjective does to certainty: *might*, *allegedly*, *scheduled*.
pub fn modality(lemma: &str) -> Option<Modality> {
    classes(lemma).modality()
}

/// Whether a verb says that what it governs did not happen: *fail*, *refuse*, *prevent*.
pub fn is_negator(lemma: &str) -> bool {
    classes(lemma).negator()
}

/// Whether a noun names an office or role that someone holds: *minister*, *chief executive*, *coach*.
pub fn is_office(lemma: &str) -> bool {
    classes(lemma).office()
}

/// Whether a noun names persons: *soldier*, *passenger*, *people*.
pub fn is_person_noun(lemma: &str) -> bool {
    classes(lemma).person()
}
