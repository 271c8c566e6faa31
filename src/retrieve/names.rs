//! Which entities of a record a text names.

use crate::record::Record;
use crate::text::{Case, Document, TokenKind, fold};
use compact_str::CompactString;
use std::collections::HashMap;
use std::ops::Range;

/// The names and aliases of a record's entities, ready to be found in texts.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// By first word: names, longest first.
    by_first: HashMap<CompactString, Vec<Name>>,
}

#[derive(Clone, Debug)]
struct Name {
    /// The folded words after the first.
    rest: Vec<CompactString>,
    /// Whether the name is written with a capital, so that *May* is not *may*.
    capital: bool,
    /// Indices of the entities that bear it.
    entities: Vec<u32>,
}

impl Names {
    /// The names of a record's entities.
    pub fn new(record: &Record) -> Self {
        let mut names = Names::default();
        for (i, entity) in record.entities.iter().enumerate() {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                names.add(name, i as u32);
            }
        }
        for list in names.by_first.values_mut() {
            list.sort_by(|a, b| b.rest.len().cmp(&a.rest.len()).then_with(|| a.rest.cmp(&b.rest)));
        }
        names
    }

    fn add(&mut self, name: &str, entity: u32) {
        let document = Document::read(name);
        let mut words = (0..document.tokens.len()).map(|i| fold(document.word(i)));
        let Some(first) = words.next() else { return };
        let rest: Vec<CompactString> = words.collect();
        let capital = name.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
        let list = self.by_first.entry(first).or_default();
        match list.iter_mut().find(|other| other.rest == rest && other.capital == capital) {
            Some(same) if same.entities.contains(&entity) => {}
            Some(same) => same.entities.push(entity),
            None => list.push(Name { rest, capital, entities: vec![entity] }),
        }
    }

    /// Every place where a name stands, from left to right, the longest name at each place; a name of
    /// several entities is there once for each.
    pub fn find(&self, document: &Document) -> Vec<(Range<usize>, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < document.tokens.len() {
            let end = self.name_at(document, at, &mut found);
            at = end.unwrap_or(at + 1);
        }
        found
    }

    fn name_at(
        &self,
        document: &Document,
        at: usize,
        found: &mut Vec<(Range<usize>, usize)>,
    ) -> Option<usize> {
        let token = &document.tokens[at];
        if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            return None;
        }
        let list = self.by_first.get(&fold(document.word(at)))?;
        let name = list.iter().find(|name| {
            let end = at + 1 + name.rest.len();
            let capital = token.case != Case::Lower || token.kind == TokenKind::Number;
            end <= document.tokens.len()
                && (capital || !name.capital)
                && name.rest.iter().zip(at + 1..end).all(|(word, i)| *word == fold(document.word(i)))
        })?;
        let end = at + 1 + name.rest.len();
        found.extend(name.entities.iter().map(|&entity| (at..end, entity as usize)));
        Some(end)
    }
}
