//! Parts of speech and inflections.

use serde::{Deserialize, Serialize};

/// Universal part-of-speech tags (Universal Dependencies, UPOS).
#[allow(missing_docs)] // the names are the standard's own
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Tag {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// How a word is inflected; what cannot be told apart in spelling is told by the tagger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Form {
    /// Dictionary form: *go*, *tram*, *large*.
    Base,
    /// Third person singular present: *goes*.
    Present3,
    /// Past tense: *went*.
    Past,
    /// Past participle: *gone*.
    Participle,
    /// *-ing* form: *going*.
    Gerund,
    /// Plural noun: *trams*.
    Plural,
    /// Comparative: *larger*.
    Comparative,
    /// Superlative: *largest*.
    Superlative,
}
