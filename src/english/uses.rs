//! The parts of speech that a word can have, each with its cost.

use super::states::{LETTERS, state};

/// The uses that a word can have: states with costs, cheapest first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Uses {
    list: [(u8, u8); Uses::LIMIT],
    len: usize,
}

impl Uses {
    /// More uses than this has no word.
    pub(crate) const LIMIT: usize = 8;

    /// No use yet.
    pub(crate) const fn none() -> Self {
        Uses { list: [(0, 0); Uses::LIMIT], len: 0 }
    }

    /// One use.
    pub(crate) fn only(letter: u8) -> Self {
        let mut uses = Uses::none();
        uses.add(letter, 0);
        uses
    }

    /// Uses by letter and cost.
    pub(crate) fn of(pairs: &[(u8, u8)]) -> Self {
        let mut uses = Uses::none();
        for &(letter, cost) in pairs {
            uses.add(letter, cost);
        }
        uses
    }

    /// Adds a use, or makes it cheaper.
    pub(crate) fn add(&mut self, letter: u8, cost: u8) {
        self.put(state(letter), cost);
    }

    pub(super) fn put(&mut self, state: u8, cost: u8) {
        if let Some(slot) = self.list[..self.len].iter_mut().find(|(each, _)| *each == state) {
            slot.1 = slot.1.min(cost);
        } else if self.len < Uses::LIMIT {
            self.list[self.len] = (state, cost);
            self.len += 1;
        }
    }

    /// Takes a use away.
    pub(crate) fn drop(&mut self, letter: u8) {
        let mark = state(letter);
        if let Some(at) = self.list[..self.len].iter().position(|(each, _)| *each == mark) {
            self.list.copy_within(at + 1..self.len, at);
            self.len -= 1;
        }
    }

    /// Makes every use dearer.
    pub(crate) fn raise(&mut self, by: u8) {
        for (_, cost) in &mut self.list[..self.len] {
            *cost = cost.saturating_add(by);
        }
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The uses.
    pub(crate) fn as_slice(&self) -> &[(u8, u8)] {
        &self.list[..self.len]
    }

    /// Whether one of these letters is among them.
    pub(crate) fn any(&self, letters: &[u8]) -> bool {
        self.as_slice().iter().any(|(each, _)| letters.contains(&LETTERS[usize::from(*each)]))
    }
}
