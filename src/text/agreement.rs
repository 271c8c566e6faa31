//! Readings that hang on agreement: what no bare verb, no second finite verb and no command can be.

use super::Case;
use super::context::Context;

impl Context<'_> {
    /// "**Like** its rival, the shop failed": no command.
    pub(super) fn like(&mut self, at: usize) {
        if at == 0 && self.word(0) == "like" && self.is(1, b"tQPx") && self.can(0, b"a") {
            self.set(0, b'a');
        }
    }

    /// "A bus **stop**": behind a noun with *a* no bare verb agrees, unless another word asks for one.
    pub(super) fn compounded(&mut self, at: usize) {
        if at < 2
            || !self.is(at, b"v")
            || !self.is(at - 1, b"ns")
            || !self.can(at, b"n")
            || self.can(at, b"d")
        {
            return;
        }
        const REACH: usize = 4;
        let from = at.saturating_sub(REACH);
        let Some(article) = (from..at - 1).rev().find(|&i| !self.is(i, b"njs")) else { return };
        let asked = (article.saturating_sub(REACH)..article)
            .any(|i| self.is(i, b"DM") || self.does(i, "bare") || self.does(i, "complement"));
        if matches!(self.word(article), "a" | "an") && !asked {
            self.set(at, b'n');
        }
    }

    /// "The fair will move, Tom Baker **promises**.": what closes the sentence behind a name and a comma.
    pub(super) fn postposed(&mut self, at: usize) {
        if !self.can(at, b"z") || self.tokens[at].case != Case::Lower || !self.ends(at + 1) {
            return;
        }
        const LONGEST: usize = 4;
        let Some(comma) = (at.saturating_sub(LONGEST + 1)..at).rev().find(|&i| !self.is(i, b"x")) else {
            return;
        };
        if comma + 1 < at && self.is(comma, b",") && (0..comma).any(|i| self.is(i, b"zdBHMD")) {
            self.set(at, b'z');
        }
    }

    fn ends(&self, at: usize) -> bool {
        at >= self.states.len() || self.is(at, b".")
    }

    /// "Has two loaves **left**".
    pub(super) fn remaining(&mut self, at: usize) {
        const REACH: usize = 6;
        if at < 2 || self.word(at) != "left" || !self.is(at - 1, b"ns") || !self.can(at, b"j") {
            return;
        }
        let verb = (at.saturating_sub(REACH)..at - 1).rev().find(|&i| !self.is(i, b"njsr#t"));
        let has = verb.is_some_and(|verb| self.is(verb, b"H"));
        let one = verb.is_some_and(|verb| (verb..at).filter(|&i| self.is(i, b"t")).count() < 3);
        if has && one {
            self.set(at, b'j');
        }
    }

    /// "The Alba, a tug **built** in 1990, has sunk": the noun between commas has no finite verb where the one before it has.
    pub(super) fn apposed(&mut self, at: usize) {
        if at < 4
            || !self.is(at, b"d")
            || !self.can(at, b"p")
            || !self.is(at - 1, b"n")
            || !self.is(at + 1, b"a")
        {
            return;
        }
        const REACH: usize = 16;
        let article = (at.saturating_sub(4).max(2)..at - 1).rev().find(|&i| !self.is(i, b"nj"));
        let opens =
            article.is_some_and(|i| self.is(i, b"t") && self.is(i - 1, b",") && self.is(i - 2, b"nx"));
        let end = (at + REACH).min(self.states.len());
        let close = (at + 1..end).find(|&i| self.is(i, b",.:zdBHMS")).filter(|&i| self.is(i, b","));
        if opens && close.is_some_and(|close| self.is(close + 1, b"zBHM")) {
            self.set(at, b'p');
        }
    }
}
