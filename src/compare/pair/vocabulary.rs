//! The different terms of a record, numbered, and for any term those among them that it meets.
//!
//! [`meet`] alone decides; what stands here only finds the few terms for which asking is worth while.

use crate::claim::{EntityId, Identity, Term, TermKind};
use crate::compare::pair::align::{Match, meet};
use crate::english;
use compact_str::CompactString;
use foldhash::HashMap;

/// Different terms by number.
#[derive(Default)]
pub(in crate::compare) struct Vocabulary {
    numbers: HashMap<Identity, u32>,
    terms: Vec<Term>,
    /// By key, by root, and of names by the words that begin and end either.
    forms: HashMap<CompactString, Vec<u32>>,
    entities: HashMap<EntityId, Vec<u32>>,
    /// By groups of synonyms.
    groups: HashMap<u16, Vec<u32>>,
    /// By their words' numbers in the tables of English, and by those of the kinds of what they name.
    words: HashMap<u16, Vec<u32>>,
    kinds: HashMap<u16, Vec<u32>>,
}

impl Vocabulary {
    /// How many terms there are.
    pub(in crate::compare) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The number of a term; a new one if it is not there yet.
    pub(in crate::compare) fn number(&mut self, term: &Term) -> u32 {
        let identity = term.identity();
        if let Some(&number) = self.numbers.get(&identity) {
            return number;
        }
        let number = self.terms.len() as u32;
        self.numbers.insert(identity, number);
        self.terms.push(term.clone());
        let forms = &mut self.forms;
        let mut file = |form: &str| {
            let list: &mut Vec<u32> = forms.entry(form.into()).or_default();
            if list.last() != Some(&number) {
                list.push(number);
            }
        };
        file(&term.key);
        file(&term.root);
        match term.kind {
            TermKind::Entity(_) | TermKind::Name => {
                affixes(&term.key).chain(affixes(&term.root)).for_each(&mut file);
            }
            _ => {
                for group in english::synonym_groups(&term.key) {
                    self.groups.entry(group).or_default().push(number);
                }
                if let Some(word) = term.entry.number() {
                    self.words.entry(word).or_default().push(number);
                    for kind in term.entry.hyponyms() {
                        self.kinds.entry(kind).or_default().push(number);
                    }
                }
            }
        }
        if let TermKind::Entity(id) = term.kind {
            self.entities.entry(id).or_default().push(number);
        }
        number
    }

    /// The terms from number `from` on that `term` meets, and how.
    pub(in crate::compare) fn meeting(&self, term: &Term, from: u32) -> Vec<(u32, Match)> {
        let mut near: Vec<u32> = Vec::new();
        // Lists are in ascending order.
        let mut add = |list: Option<&Vec<u32>>| {
            let list = list.map_or(&[][..], Vec::as_slice);
            near.extend(&list[list.partition_point(|&number| number < from)..]);
        };
        let mut look = |form: &str| add(self.forms.get(form));
        look(&term.key);
        look(&term.root);
        match term.kind {
            TermKind::Entity(_) | TermKind::Name => {
                affixes(&term.key).chain(affixes(&term.root)).for_each(&mut look);
            }
            _ => {
                english::opposites_of(&term.key).for_each(&mut look);
                for group in english::synonym_groups(&term.key) {
                    add(self.groups.get(&group));
                }
                if let Some(word) = term.entry.number() {
                    add(self.kinds.get(&word));
                    for kind in term.entry.hyponyms() {
                        add(self.words.get(&kind));
                    }
                }
            }
        }
        if let TermKind::Entity(id) = term.kind {
            add(self.entities.get(&id));
        }
        near.sort_unstable();
        near.dedup();
        near.into_iter().filter_map(|n| Some((n, meet(term, &self.terms[n as usize])?))).collect()
    }
}

/// The words that begin a name and those that end it, without the whole.
fn affixes(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices(' ').flat_map(|(at, _)| [&name[..at], &name[at + 1..]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::TermRole;
    use crate::text::Span;

    #[test]
    fn finds_what_a_comparison_with_all_finds() {
        let words = [
            "kroll",
            "nora kroll",
            "nora",
            "orrin foods",
            "orrin",
            "advance",
            "withdraw",
            "withdrawal",
            "buy",
            "acquire",
            "open",
            "close",
            "closed",
            "the hague",
            "hague",
            "norwegian",
            "norway",
            "ferry",
            "vessel",
            "tanker",
        ];
        let kinds = [
            TermKind::Entity(0),
            TermKind::Entity(1),
            TermKind::Name,
            TermKind::Noun,
            TermKind::Verb,
            TermKind::Adjective,
        ];
        let mut terms = Vec::new();
        for word in words {
            for kind in kinds {
                let root = english::demonym(word).unwrap_or_else(|| english::root(word)).into();
                terms.push(Term::new(Span::new(0, 0), word.into(), root, kind, TermRole::Object));
            }
        }
        let mut vocabulary = Vocabulary::default();
        let numbers: Vec<u32> = terms.iter().map(|term| vocabulary.number(term)).collect();
        for term in &terms {
            let all: Vec<(u32, Match)> =
                terms.iter().zip(&numbers).filter_map(|(other, n)| Some((*n, meet(term, other)?))).collect();
            assert_eq!(vocabulary.meeting(term, 0), all, "{term:?}");
        }
    }
}
