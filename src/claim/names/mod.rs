//! Names: the record's entities by name and alias, and capitalised names that no record knows.
//!
//! A surname after a full name, an acronym after its long form, and a spelling variant mean the same entity.
//! Where two entities fit and nothing decides, the mention keeps both and means neither.

mod kind;
mod known;
mod resolve;
mod run;
mod smooth;
mod words;

pub(super) use kind::described_as;
pub use known::Names;
pub(super) use smooth::smooth;
pub(super) use words::{attributed, is_office, unprefixed};

use crate::quantity;
use crate::text::{Document, Span, TokenKind};
use compact_str::CompactString;
use kind::Evidence;
use known::Known;
use run::Place;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use words::Words;

/// Number of an entity in its record.
pub type EntityId = u32;

/// What sort of thing a name names, as far as pronouns and titles care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NameKind {
    /// A person: *she*, *the minister*.
    Person,
    /// A body or group: *it*, *they*, *the company*.
    Body,
    /// A place.
    Place,
    /// Anything else.
    Thing,
    /// A name that no record knows and nothing in the text explains.
    Unknown,
}

/// Whether a person is *he* or *she*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// *she*
    Female,
    /// *he*
    Male,
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// The same as indices of tokens.
    pub tokens: Range<usize>,
    /// The one entity meant; `None` where no record knows it, or where several fit.
    pub entity: Option<EntityId>,
    /// All entities that fit.
    pub candidates: Vec<EntityId>,
    /// The full name where the text gives it, folded; else the words as they stand, folded.
    pub key: CompactString,
    /// What it names.
    pub kind: NameKind,
    /// What the text shows of a person's sex; not kept in a pack.
    #[serde(skip)]
    pub sex: Option<Sex>,
}

impl Mention {
    /// Whether the mention and a term of a name can mean the same.
    pub fn names(&self, term: &super::Term) -> bool {
        let of_entity = matches!(term.kind, super::TermKind::Entity(id) if self.candidates.contains(&id));
        let ends = |long: &str, short: &str| {
            long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        };
        of_entity || ends(&self.key, &term.key) || ends(&term.key, &self.key)
    }

    /// Whether the mention could mean two known entities.
    pub fn ambiguous(&self) -> bool {
        self.entity.is_none() && self.candidates.len() > 1
    }

    /// Whether two mentions mean the same.
    pub fn same(&self, other: &Mention) -> bool {
        self.entity == other.entity && self.key == other.key
    }
}

/// All names of a document, in text order, without overlaps. `speaker` decides between namesakes.
pub fn find(document: &Document, names: &Names, speaker: Option<EntityId>) -> Vec<Mention> {
    let words = Words::of(document);
    let known = Known::new(names, &words);
    let mut mentions = Vec::new();
    for sentence in &document.sentences {
        let place = Place::new(&words, sentence);
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match mention_at(&place, &known, at) {
                Some(mention) => {
                    at = mention.tokens.end;
                    mentions.push(mention);
                }
                None => at += 1,
            }
        }
    }
    let evidence: Vec<Evidence> = mentions.iter().map(|mention| kind::evidence(&words, mention)).collect();
    kind::decide(&mut mentions, &words, &evidence, kind::STRONG);
    resolve::resolve(&mut mentions, &words, speaker);
    kind::decide(&mut mentions, &words, &evidence, kind::WEAK);
    kind::share(&mut mentions, &words);
    for mention in mentions.iter_mut().filter(|m| m.sex.is_none()) {
        mention.sex = mention.entity.and_then(|entity| names.sex(entity));
    }
    mentions
}

/// The name that begins at a token.
fn mention_at(place: &Place, known: &Known, at: usize) -> Option<Mention> {
    let words = place.words;
    let end = place.sentence.end;
    let run = place.run(at);
    let names = known.names;
    let known_at = |at: usize| known.at(words.document, at, end);
    match known_at(at) {
        // "Kroll Avenue" is not the person Kroll.
        Some((1, entities))
            if run.len() > 1
                && entities.iter().all(|id| names.kind(*id) == NameKind::Person)
                && known_at(at + 1).is_none() =>
        {
            Some(unknown(words, run))
        }
        Some((length, entities)) => Some(mention(words, at..at + length, entities, names)),
        None if numbered(words, at, end) => {
            Some(Mention { kind: NameKind::Thing, ..unknown(words, at..at + 2) })
        }
        None if !run.is_empty() => {
            let inside = |i: &usize| known_at(*i).is_some_and(|(length, _)| length > 1 || i + 1 < run.end);
            let end = (at + 1..run.end).find(inside).unwrap_or(run.end);
            Some(unknown(words, at..end))
        }
        None => None,
    }
}

/// "Line 4", "Article 5": a noun and the number that names it.
fn numbered(words: &Words, at: usize, end: usize) -> bool {
    let tokens = &words.document.tokens;
    at + 1 < end
        && tokens[at].kind == TokenKind::Word
        && tokens[at + 1].kind == TokenKind::Number
        && quantity::takes_number(&words.folded[at])
}

fn mention(words: &Words, tokens: Range<usize>, candidates: Vec<EntityId>, names: &Names) -> Mention {
    let entity = if let [one] = candidates[..] { Some(one) } else { None };
    let kind = candidates.first().map_or(NameKind::Unknown, |id| names.kind(*id));
    Mention { entity, candidates, kind, ..unknown(words, tokens) }
}

fn unknown(words: &Words, tokens: Range<usize>) -> Mention {
    Mention {
        span: words.document.span(tokens.clone()),
        key: words.key(tokens.clone()),
        tokens,
        entity: None,
        candidates: Vec::new(),
        kind: NameKind::Unknown,
        sex: None,
    }
}
