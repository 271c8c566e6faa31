//! Names: the record's entities by name and alias, and capitalised names that no record knows.
//!
//! A surname after a full name, and a spelling variant that the record lists, mean the same entity.
//! Where two entities fit and nothing before decides, the mention keeps both and means neither.

use super::speech::Quote;
use crate::english;
use crate::quantity;
use crate::text::{Case, Document, Form, Span, Tag, TokenKind, fold};
use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::ops::Range;

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

/// The names that a record knows, by their words. Built once for a record.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// First word → all words and the entity, longest first.
    forms: HashMap<CompactString, Vec<(Vec<CompactString>, EntityId)>>,
    kinds: Vec<NameKind>,
}

impl Names {
    /// The names of entities given in the order of their numbers: kind, then name and aliases.
    /// A person's surname counts as an alias.
    pub fn new<'n>(entities: impl IntoIterator<Item = (NameKind, Vec<&'n str>)>) -> Self {
        let mut names = Names::default();
        for (id, (kind, forms)) in entities.into_iter().enumerate() {
            let id = id as EntityId;
            names.kinds.push(kind);
            let mut seen: Vec<Vec<CompactString>> = Vec::new();
            for form in forms {
                let words = name_words(form);
                if kind == NameKind::Person && words.len() > 1 {
                    seen.push(vec![words[words.len() - 1].clone()]);
                }
                seen.push(words);
            }
            seen.sort();
            seen.dedup();
            for words in seen {
                if let Some(first) = words.first().cloned() {
                    names.forms.entry(first).or_default().push((words, id));
                }
            }
        }
        for list in names.forms.values_mut() {
            list.sort_by_key(|(words, id)| (std::cmp::Reverse(words.len()), *id));
        }
        names
    }

    /// What sort of thing an entity is.
    pub fn kind(&self, entity: EntityId) -> NameKind {
        self.kinds[entity as usize]
    }

    /// The longest known name that begins at a token: its length in tokens and the entities that bear it.
    fn at(&self, folded: &[CompactString], start: usize) -> Option<(usize, Vec<EntityId>)> {
        let list = self.forms.get(&folded[start])?;
        let length = list
            .iter()
            .find(|(words, _)| folded[start..].starts_with(words))
            .map(|(words, _)| words.len())?;
        let mut entities: Vec<EntityId> = list
            .iter()
            .filter(|(words, _)| words.len() == length && folded[start..].starts_with(words))
            .map(|(_, id)| *id)
            .collect();
        entities.dedup();
        Some((length, entities))
    }
}

/// The words of a name as [`Names`] compares them.
fn name_words(name: &str) -> Vec<CompactString> {
    let document = Document::read(name);
    document.tokens.iter().map(|token| fold(token.span.of(name))).collect()
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
    /// The full name where the text gave it before, folded; else the words as they stand, folded.
    pub key: CompactString,
    /// What it names.
    pub kind: NameKind,
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
}

/// Small words that may stand inside a name.
const CONNECTORS: [&str; 12] = ["of", "de", "van", "von", "der", "den", "di", "da", "al", "el", "bin", "la"];

/// All names of a document, in text order, without overlaps. `speaker` decides between namesakes.
pub fn find(document: &Document, names: &Names, speaker: Option<EntityId>) -> Vec<Mention> {
    let folded: Vec<CompactString> =
        document.tokens.iter().map(|token| fold(token.span.of(document.text))).collect();
    let mut mentions = Vec::new();
    for sentence in &document.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let run = capitalised_run(document, at, sentence.tokens.clone());
            let known = known_at(document, &folded, names, at, sentence.tokens.end);
            let found = match known {
                // "Voss Avenue" is not the person Voss.
                Some((1, entities))
                    if run.len() > 1
                        && entities.iter().all(|id| names.kind(*id) == NameKind::Person)
                        && !english::classes(&document.tokens[at + 1].lemma).office()
                        && known_at(document, &folded, names, at + 1, sentence.tokens.end).is_none() =>
                {
                    Some(unknown(document, run, &folded, names))
                }
                Some((length, entities)) => {
                    Some(mention(document, at..at + length, entities, &folded, names))
                }
                None if numbered(document, at, sentence.tokens.end) => {
                    Some(Mention { kind: NameKind::Thing, ..unknown(document, at..at + 2, &folded, names) })
                }
                None if !run.is_empty() => {
                    let end = (at + 1..run.end)
                        .find(|&i| {
                            english::classes(&document.tokens[i].lemma).office()
                                || !document.tokens[i - 1].is(TITLES)
                                    && known_at(document, &folded, names, i, sentence.tokens.end)
                                        .is_some_and(|(length, _)| length > 1 || i + 1 < run.end)
                        })
                        .unwrap_or(run.end);
                    Some(unknown(document, at..end, &folded, names))
                }
                None => None,
            };
            match found {
                Some(mention) => {
                    at = mention.tokens.end;
                    mentions.push(mention);
                }
                None => at += 1,
            }
        }
    }
    resolve(&mut mentions, &folded, speaker);
    mentions
}

/// The document as clauses are to see it: the words of names are names, where the tagger took one for a verb,
/// and the marks around a few quoted words ("the “peace mission” in the east") part nothing.
pub(super) fn smooth<'t>(
    document: &Document<'t>,
    mentions: &[Mention],
    quotes: &[Quote],
) -> Option<Document<'t>> {
    const FEW: usize = 5;
    let verbal = |at: usize| matches!(document.tokens[at].tag, Tag::Verb | Tag::Aux);
    let mistaken: Vec<usize> =
        mentions.iter().flat_map(|m| m.tokens.clone()).filter(|&at| verbal(at)).collect();
    let scare = |quote: &&Quote| quote.tokens.len() <= FEW && !quote.tokens.clone().any(verbal);
    let marks: Vec<usize> =
        quotes.iter().filter(scare).flat_map(|quote| [quote.tokens.start - 1, quote.tokens.end]).collect();
    // "Falcons coach Ines Mora": an office in front of a name is no verb.
    let offices: Vec<usize> = mentions
        .iter()
        .filter_map(|m| m.tokens.start.checked_sub(1))
        .filter(|&at| {
            verbal(at)
                && document.tokens[at].form == Form::Base
                && english::is_office(&document.tokens[at].lemma)
        })
        .collect();
    if mistaken.is_empty() && marks.is_empty() && offices.is_empty() {
        return None;
    }
    let mut document = document.clone();
    for at in offices {
        document.tokens[at].tag = Tag::Noun;
    }
    for at in mistaken {
        document.tokens[at].tag = Tag::Propn;
    }
    for at in marks {
        document.tokens[at].kind = TokenKind::Symbol;
        document.tokens[at].tag = Tag::X;
    }
    Some(document)
}

/// "Line 4", "Article 5": a noun and the number that names it.
fn numbered(document: &Document, at: usize, end: usize) -> bool {
    at + 1 < end
        && document.tokens[at].kind == TokenKind::Word
        && document.tokens[at + 1].kind == TokenKind::Number
        && quantity::takes_number(&fold(document.word(at)))
}

/// A known name at a token. One word must be spelled as a name: "hale" and "may" are words too.
fn known_at(
    document: &Document,
    folded: &[CompactString],
    names: &Names,
    at: usize,
    end: usize,
) -> Option<(usize, Vec<EntityId>)> {
    let (length, entities) = names.at(folded, at)?;
    let token = &document.tokens[at];
    let spelled = length > 1 || token.case != Case::Lower || token.kind == TokenKind::Number;
    (at + length <= end && spelled).then_some((length, entities))
}

fn mention(
    document: &Document,
    tokens: Range<usize>,
    candidates: Vec<EntityId>,
    folded: &[CompactString],
    names: &Names,
) -> Mention {
    let entity = if let [one] = candidates[..] { Some(one) } else { None };
    Mention {
        span: document.span(tokens.clone()),
        key: joined(&folded[tokens.clone()]),
        tokens,
        entity,
        kind: candidates.first().map_or(NameKind::Unknown, |id| names.kind(*id)),
        candidates,
    }
}

fn unknown(document: &Document, tokens: Range<usize>, folded: &[CompactString], names: &Names) -> Mention {
    // "Ms Voss", "Aunt Voss": the last word may be known though the whole is not.
    let last = tokens.end - 1;
    let titled = tokens.len() > 1 && document.tokens[tokens.start..last].iter().all(|token| token.is(TITLES));
    if titled && let Some((1, entities)) = names.at(folded, last) {
        return mention(document, tokens, entities, folded, names);
    }
    let kind = if document.tokens[tokens.start].is(TITLES) { NameKind::Person } else { NameKind::Unknown };
    Mention {
        span: document.span(tokens.clone()),
        key: joined(&folded[tokens.clone()]),
        tokens,
        entity: None,
        candidates: Vec::new(),
        kind,
    }
}

const TITLES: &[&str] =
    &["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "mr.", "mrs.", "ms.", "dr."];

/// The capitalised words that begin at a token and make one name, as a range of tokens; empty where none begins.
fn capitalised_run(document: &Document, start: usize, sentence: Range<usize>) -> Range<usize> {
    let token = &document.tokens;
    let named = |i: usize| {
        token[i].kind == TokenKind::Word
            && token[i].case != Case::Lower
            && (token[i].tag == Tag::Propn
                || (i > sentence.start && matches!(token[i].tag, Tag::Noun | Tag::Adj | Tag::X))
                || token[i].is(TITLES))
    };
    if !named(start)
        || english::classes(&token[start].lemma).office()
        || token[start].tag == Tag::Adj && !(start + 1 < sentence.end && token[start + 1].tag == Tag::Propn)
    {
        return start..start;
    }
    let mut end = start + 1;
    loop {
        if end < sentence.end && named(end) {
            end += 1;
        } else if end + 1 < sentence.end
            && CONNECTORS.contains(&token[end].span.of(document.text))
            && token[end].tag != Tag::Adv
            && named(end + 1)
            && token[end + 1].tag == Tag::Propn
        {
            end += 2;
        } else {
            return start..end;
        }
    }
}

/// Decides ambiguous surnames by the full name before them, and gives short forms the key of the full name.
fn resolve(mentions: &mut [Mention], folded: &[CompactString], speaker: Option<EntityId>) {
    let mut full: HashMap<CompactString, (CompactString, NameKind)> = HashMap::new();
    let mut recent: Vec<EntityId> = speaker.into_iter().collect();
    for mention in mentions {
        let words = &folded[mention.tokens.clone()];
        if mention.ambiguous() {
            let fitting: Vec<EntityId> =
                recent.iter().rev().filter(|id| mention.candidates.contains(id)).copied().collect();
            if let Some(first) = fitting.first()
                && fitting.iter().all(|id| id == first)
            {
                mention.entity = Some(*first);
            }
        }
        match mention.entity {
            Some(id) => recent.push(id),
            None if words.len() > 1 => {
                full.insert(words[words.len() - 1].clone(), (mention.key.clone(), mention.kind));
            }
            None => {
                if let Some((key, kind)) = full.get(&words[0]) {
                    mention.key = key.clone();
                    mention.kind = *kind;
                }
            }
        }
    }
}

fn joined(words: &[CompactString]) -> CompactString {
    let mut out = CompactString::default();
    for (i, word) in words.iter().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
