//! The names that a record knows.

use super::{EntityId, NameKind};
use crate::text::{Document, fold};
use compact_str::CompactString;
use std::collections::HashMap;

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
    pub(super) fn at(&self, folded: &[CompactString], start: usize) -> Option<(usize, Vec<EntityId>)> {
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
