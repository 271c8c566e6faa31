//! The names that a record knows, also in another spelling or garbled.

use super::words::Words;
use super::{EntityId, NameKind, Sex};
use crate::english::{self, NameClass};
use crate::text::{Case, Document, TokenKind, fold};
use compact_str::CompactString;
use foldhash::{HashMap, HashSet};
use std::borrow::Cow;
use std::cmp::Reverse;

/// The names that a record knows, by their words. Built once for a record.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// First word → all words and the entity, longest first.
    forms: HashMap<CompactString, Vec<(Vec<CompactString>, EntityId)>>,
    kinds: Vec<NameKind>,
    /// Of each entity, where its given name tells.
    sexes: Vec<Option<Sex>>,
    /// All words of names.
    words: HashSet<CompactString>,
    /// What a word sounds like → the words of names that do, where that is one.
    sounds: HashMap<CompactString, Option<CompactString>>,
    /// First letter and length → what long words of names sound like, and the words.
    long: HashMap<(char, usize), Vec<(CompactString, CompactString)>>,
}

/// A word of fewer letters is not told from another one by its sound or by its letters.
const SHORTEST: usize = 6;
/// From so many letters on one letter may be wrong where the rest of the name is right.
const LONG: usize = 7;
/// From so many letters on one letter may be wrong in a word by itself, and two in a longer name.
const VERY_LONG: usize = 10;

fn sex(kind: NameKind, name: &str) -> Option<Sex> {
    let words = name_words(name);
    let given = english::name_word(words.first().filter(|_| kind == NameKind::Person && words.len() > 1)?);
    match (given.is(NameClass::Female), given.is(NameClass::Male)) {
        (true, false) => Some(Sex::Female),
        (false, true) => Some(Sex::Male),
        _ => None,
    }
}

impl Names {
    /// The names of entities given in the order of their numbers: kind, then name and aliases.
    /// A person's surname counts as an alias.
    pub fn new<'n>(entities: impl IntoIterator<Item = (NameKind, Vec<&'n str>)>) -> Self {
        let mut names = Names::default();
        for (id, (kind, forms)) in entities.into_iter().enumerate() {
            let id = id as EntityId;
            names.kinds.push(kind);
            names.sexes.push(forms.iter().find_map(|form| sex(kind, form)));
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
                    names.learn(&words);
                    names.forms.entry(first).or_default().push((words, id));
                }
            }
        }
        for list in names.forms.values_mut() {
            list.sort_by_key(|(words, id)| (Reverse(words.len()), *id));
        }
        names
    }

    fn learn(&mut self, words: &[CompactString]) {
        for word in words {
            if !self.words.insert(word.clone()) {
                continue;
            }
            let sound = sound(word);
            if let Some(first) = sound.chars().next().filter(|_| sound.len() >= LONG) {
                self.long.entry((first, sound.len())).or_default().push((sound.clone(), word.clone()));
            }
            let one = self.sounds.entry(sound).or_insert_with(|| Some(word.clone()));
            if one.as_ref().is_some_and(|other| other != word) {
                *one = None;
            }
        }
    }

    /// What sort of thing an entity is.
    pub fn kind(&self, entity: EntityId) -> NameKind {
        self.kinds[entity as usize]
    }

    /// What an entity's given name tells of its sex.
    pub(super) fn sex(&self, entity: EntityId) -> Option<Sex> {
        self.sexes[entity as usize]
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

    /// The known word that a word of a text can be another spelling of.
    fn spelling(&self, word: &str, beside: bool) -> Option<&CompactString> {
        let heard = sound(word);
        let renamed = english::spelling(word).is_some();
        if let Some(Some(known)) = self.sounds.get(&heard)
            && (word.len() >= SHORTEST || renamed || english::spelling(known).is_some())
        {
            return Some(known);
        }
        let tolerance = match (heard.len(), beside) {
            (VERY_LONG.., true) => 2,
            (LONG.., true) | (VERY_LONG.., false) => 1,
            _ => return None,
        };
        let first = heard.chars().next()?;
        let near = |length: usize| self.long.get(&(first, length)).into_iter().flatten();
        let lengths = heard.len() - tolerance..=heard.len() + tolerance;
        let mut fitting = lengths.flat_map(near).filter(|(sound, known)| {
            let plural = known.strip_suffix('s') == Some(word) || word.strip_suffix('s') == Some(known);
            !plural && strsim::damerau_levenshtein(sound, &heard) <= tolerance
        });
        match (fitting.next(), fitting.next()) {
            (Some((_, one)), None) => Some(one),
            _ => None,
        }
    }
}

/// The words of a name as [`Names`] compares them.
fn name_words(name: &str) -> Vec<CompactString> {
    let document = Document::read(name);
    document.tokens.iter().map(|token| fold(token.span.of(name))).collect()
}

/// What transliterations, doubled letters and badly scanned letters leave of a word: *zelenskyy* and *zelenskiy*,
/// *al-rashid* and *el-rashid*, *mu11er* and *mueller*.
fn sound(word: &str) -> CompactString {
    let word = english::spelling(word).unwrap_or(word);
    let word = word.strip_prefix("el-").or_else(|| word.strip_prefix("al-")).unwrap_or(word);
    let letters = word.bytes().any(|b| b.is_ascii_alphabetic());
    let mut sound = CompactString::default();
    for letter in word.chars() {
        let letter = match letter {
            '0' if letters => 'o',
            '1' if letters => 'l',
            '5' if letters => 's',
            'y' | 'j' | 'ı' => 'i',
            'ł' => 'l',
            'ø' => 'o',
            'đ' => 'd',
            'ß' => 's',
            'æ' => 'a',
            'w' if sound.ends_with('v') => continue,
            'e' if sound.ends_with(['a', 'o', 'u']) => continue,
            letter => letter,
        };
        if !sound.ends_with(letter) {
            sound.push(letter);
        }
    }
    sound
}

/// A record's names laid against a text.
pub(super) struct Known<'n, 'w> {
    pub names: &'n Names,
    /// The text's words as the record spells them.
    spelled: Cow<'w, [CompactString]>,
}

impl<'n, 'w> Known<'n, 'w> {
    pub fn new(names: &'n Names, words: &'w Words) -> Self {
        let mut spelled = Cow::Borrowed(&words.folded[..]);
        let mut met: HashMap<(&str, bool), Option<&CompactString>> = HashMap::default();
        for (at, word) in words.folded.iter().enumerate() {
            // A hyphen makes an adjective of any word: "el-Hashimi" is none.
            let common = |at: usize| !words.folded[at].contains('-') && words.common(at);
            if names.words.is_empty() || !words.capital(at) || names.words.contains(word) || common(at) {
                continue;
            }
            let beside = at > 0 && names.words.contains(&words.folded[at - 1])
                || words.folded.get(at + 1).is_some_and(|next| names.words.contains(next));
            let known = *met.entry((word, beside)).or_insert_with(|| names.spelling(word, beside));
            if let Some(known) = known {
                spelled.to_mut()[at] = known.clone();
            }
        }
        Known { names, spelled }
    }

    /// A known name at a token. One word must be spelled as a name: "hale" and "may" are words too.
    pub fn at(&self, document: &Document, at: usize, end: usize) -> Option<(usize, Vec<EntityId>)> {
        let (length, entities) = self.names.at(&self.spelled, at)?;
        let token = &document.tokens[at];
        let spelled = length > 1 || token.case != Case::Lower || token.kind == TokenKind::Number;
        (at + length <= end && spelled).then_some((length, entities))
    }
}
