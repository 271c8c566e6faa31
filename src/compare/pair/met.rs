//! Which of a claim's terms meet something on the other side, or around it.

use super::Side;
use crate::claim::Term;
use crate::compare::Match;

/// Some of a claim's terms, by their places in it; those beyond the 64th are in none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places(u64);

impl Places {
    /// Whether a term is one of them.
    pub fn has(self, term: usize) -> bool {
        term < 64 && self.0 & 1 << term != 0
    }

    pub(super) fn add(&mut self, term: usize) {
        if term < 64 {
            self.0 |= 1 << term;
        }
    }
}

/// Which of a claim's terms meet something, and something that is not their opposite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Met {
    /// At all.
    pub at_all: Places,
    /// By what can be said of the same thing.
    pub same: Places,
}

impl Met {
    pub(super) fn add(&mut self, term: usize, how: Match) {
        self.at_all.add(term);
        if how.compatible() {
            self.same.add(term);
        }
    }
}

/// Which of one side's terms the other side meets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    /// By a link.
    pub linked: Met,
    /// By any term of the other claim.
    pub direct: Met,
    /// By what stands around the other claim.
    pub around: Met,
}

impl Meeting {
    /// Whether a term meets nothing on the other side nor around it.
    pub(in crate::compare) fn unmet(&self, term: usize) -> bool {
        !self.linked.at_all.has(term) && !self.around.at_all.has(term)
    }

    /// Whether one of these terms of its side is unmet.
    pub(in crate::compare) fn any_unmet(&self, side: &Side, these: impl Fn(&Term) -> bool) -> bool {
        side.claim.terms.iter().enumerate().any(|(i, term)| these(term) && self.unmet(i))
    }

    /// Whether its side has such terms, and all of them are unmet.
    pub(in crate::compare) fn all_unmet(&self, side: &Side, these: impl Fn(&Term) -> bool) -> bool {
        let mut terms = side.claim.terms.iter().enumerate().filter(|(_, term)| these(term)).peekable();
        terms.peek().is_some() && terms.all(|(i, _)| self.unmet(i))
    }
}
