//! All that the tables say of one lemma.

use super::TABLES;
use super::classes::Classes;
use super::naming::NameWord;
use super::table::Section;

/// What the tables say of a lemma, in one look-up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lexeme {
    /// Its classes.
    pub classes: Classes,
    /// What it can be in a name.
    pub naming: NameWord,
    /// The head of its family, where that is another word.
    pub head: Option<&'static str>,
}

/// What the tables say of a lemma.
pub fn lexeme(lemma: &str) -> Lexeme {
    let Some(id) = TABLES.find(lemma) else { return Lexeme::default() };
    let bits = |keys, values| TABLES.position(keys, id).map_or(0, |at| TABLES.bits(values, at));
    Lexeme {
        classes: Classes(bits(Section::Classes, Section::ClassBits)),
        naming: NameWord(bits(Section::NameWords, Section::NameBits)),
        head: TABLES.value(Section::Families, Section::FamilyHeads, id).map(|head| TABLES.word(head)),
    }
}
