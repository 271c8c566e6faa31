//! What is worked out once of each term of a text.

use super::{Claim, Identity, Term};
use foldhash::HashMap;

/// Numbers the different terms of claims, so that [`ByTerm`] finds them quickly.
pub fn number(claims: &mut [Claim]) {
    let mut numbers: HashMap<Identity, u32> = HashMap::default();
    for term in claims.iter_mut().flat_map(|claim| &mut claim.terms) {
        let next = numbers.len() as u32;
        term.number = *numbers.entry(term.identity()).or_insert(next);
    }
}

/// Something for each term, by its identity. A term's number only tells where to look first.
pub struct ByTerm<T> {
    places: HashMap<Identity, usize>,
    items: Vec<(Term, T)>,
    /// Of each number the place of the last term that had it.
    likely: Vec<usize>,
}

impl<T> Default for ByTerm<T> {
    fn default() -> Self {
        ByTerm { places: HashMap::default(), items: Vec::new(), likely: Vec::new() }
    }
}

impl<T> ByTerm<T> {
    /// The place of a term, whose item is made if there is none yet.
    pub fn place(&mut self, term: &Term, make: impl FnOnce() -> T) -> usize {
        let number = term.number as usize;
        if let Some(&place) = self.likely.get(number)
            && self.items.get(place).is_some_and(|(known, _)| known.same(term))
        {
            return place;
        }
        let next = self.items.len();
        let place = *self.places.entry(term.identity()).or_insert(next);
        if place == next {
            self.items.push((term.clone(), make()));
        }
        if self.likely.len() <= number {
            self.likely.resize(number + 1, usize::MAX);
        }
        self.likely[number] = place;
        place
    }

    /// How many terms have something.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether no term has anything.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The term at a place and its item.
    pub fn at(&mut self, place: usize) -> (&Term, &mut T) {
        let (term, item) = &mut self.items[place];
        (term, item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{TermKind, TermRole};
    use crate::text::Span;

    #[test]
    fn terms_are_told_apart_whatever_their_numbers() {
        let term = |key: &str, number: u32| {
            let key: compact_str::CompactString = key.into();
            let term = Term::new(Span::new(0, 0), key.clone(), key, TermKind::Noun, TermRole::Object);
            Term { number, ..term }
        };
        let mut lengths = ByTerm::default();
        for (key, number, place) in [("a", 0, 0), ("bc", 1, 1), ("bc", 0, 1), ("a", 0, 0), ("def", 1, 2)] {
            assert_eq!(lengths.place(&term(key, number), || key.len()), place, "{key} {number}");
            assert_eq!(*lengths.at(place).1, key.len());
        }
    }
}
