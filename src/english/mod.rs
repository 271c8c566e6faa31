//! English itself, as data: `data/english/`, with each table's source and licence beside it.
//!
//! Nothing here knows a subject. Look-ups take lower-case words or lemmas, and allocate nothing.

mod class_of;
mod classes;
mod entry;
mod grammar;
mod inflect;
mod lemma;
mod lexeme;
mod lexicon;
mod meaning;
mod naming;
mod states;
mod table;
mod uses;
mod words;

pub(crate) use class_of::phrasal_classes;
pub use class_of::{
    aspect, classes, direction, is_negator, is_office, is_person_noun, modality, name_word, reporting,
};
pub(crate) use classes::QUANTIFIERS;
pub use classes::{Aspect, Classes, Denial, Direction, Frame, Frames, Modality, Quantifier, Stance};
pub use entry::Entry;
pub use grammar::{Form, Tag};
pub use lemma::lemma;
pub(crate) use lemma::lemma_as;
pub use lexeme::{Lexeme, lexeme};
pub(crate) use lexicon::{listed_uses, of_state, sequence_costs, uses};
pub use meaning::{demonym, is_inflected_verb, is_noun, opposites, phrasal, root, spelling, synonyms};
pub(crate) use meaning::{opposites_of, synonym_groups};
pub use naming::{NameClass, NameWord};
pub(crate) use states::{letter, state};
pub(crate) use table::hash;
pub(crate) use uses::Uses;

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The compiled tables.
static TABLES: LazyLock<table::Tables> = LazyLock::new(|| table::Tables::new(include_bytes!("english.bin")));

/// A table of words that stands in `data/english/`: no text chooses what is in it, so nothing can be made to collide.
pub(crate) type WordMap<V> = FxHashMap<&'static str, V>;

/// The lines of a table that stands as text in `data/english/`, without its comments.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}
