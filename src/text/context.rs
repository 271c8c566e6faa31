//! What two or three words beside each other cannot tell: readings that hang on a word, or on a clause as a whole.
//!
//! The likeliest sequence of uses sees three words at a time. "Workers hired in May lost their pensions" has its
//! finite verb further on; "the right to vote" hangs on what takes an infinitive: `data/english/contexts.tsv`.

use super::{Case, Token};
use crate::english::WordMap;
use crate::english::{Uses, is_person_noun, letter, state};
use std::sync::LazyLock;

/// What a listed word does to the words beside it; a word can do several things.
#[derive(Clone, Copy, Default)]
pub(super) struct Effects(u16);

const KINDS: [&str; 10] =
    ["infinitive", "preposition", "place", "linking", "given", "of", "after", "complement", "time", "bare"];

impl Effects {
    fn does(self, kind: &str) -> bool {
        KINDS.iter().position(|each| *each == kind).is_some_and(|at| self.0 & (1 << at) != 0)
    }

    /// A verb whose object *of* begins.
    pub(super) fn takes_of(self) -> bool {
        self.does("of")
    }
}

static EFFECTS: LazyLock<WordMap<Effects>> = LazyLock::new(|| {
    let mut effects: WordMap<Effects> = WordMap::default();
    for line in include_str!("../../data/english/contexts.tsv").lines() {
        let Some((word, kind)) = line.split_once('\t').filter(|_| !line.starts_with('#')) else { continue };
        let at =
            KINDS.iter().position(|each| *each == kind).unwrap_or_else(|| panic!("contexts.tsv: {line}"));
        effects.entry(word).or_default().0 |= 1 << at;
    }
    effects
});

/// What a lower-case word does to the words beside it.
pub(super) fn listed(word: &str) -> Effects {
    EFFECTS.get(word).copied().unwrap_or_default()
}

/// A sentence whose words have found their likeliest uses.
pub(super) struct Context<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) choices: &'a [Uses],
    pub(super) states: &'a mut [u8],
}

impl Context<'_> {
    /// Mends the uses in one pass; what it mends on the left counts on the right.
    pub(super) fn mend(&mut self) {
        self.question();
        self.verbless();
        let mut reach = 0;
        for at in 0..self.states.len() {
            if self.choices[at].as_slice().len() > 1 {
                self.mend_at(at, &mut reach);
            }
        }
    }

    fn mend_at(&mut self, at: usize, reach: &mut usize) {
        match letter(self.states[at]) {
            b'T' | b'a' => self.infinitive(at),
            b'd' | b'p' => {
                self.linked(at);
                self.coordinated(at);
                self.reduced(at, reach);
                self.second(at);
                self.remaining(at);
                self.enclosed(at);
                self.apposed(at);
            }
            b'v' => {
                self.like(at);
                self.compounded(at);
                self.subject(at);
                self.enclosed(at);
                self.whose(at);
                self.hers(at);
                self.opening(at, reach);
            }
            b'g' => self.opening(at, reach),
            b'z' if at == 1 => self.compound(reach),
            b'z' => self.whose(at),
            b'j' | b'r' => self.subject(at),
            b's' => {
                self.whose(at);
                self.postposed(at);
            }
            _ => {}
        }
        if self.tokens[at].case == Case::Capitalised {
            self.given(at);
        }
    }

    pub(super) fn is(&self, at: usize, letters: &[u8]) -> bool {
        self.states.get(at).is_some_and(|&each| letters.contains(&letter(each)))
    }

    pub(super) fn can(&self, at: usize, letters: &[u8]) -> bool {
        self.choices.get(at).is_some_and(|uses| uses.any(letters))
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.lemma)
    }

    pub(super) fn does(&self, at: usize, kind: &str) -> bool {
        listed(self.word(at)).does(kind)
    }

    pub(super) fn set(&mut self, at: usize, letter: u8) {
        self.states[at] = state(letter);
    }

    /// "The right to vote", but "he went to court".
    fn infinitive(&mut self, at: usize) {
        if self.word(at) != "to" || at + 1 >= self.states.len() {
            return;
        }
        if self.is(at, b"T")
            && self.does(at + 1, "place")
            && self.can(at + 1, b"n")
            && !self.is(at + 2, b"tQPx")
        {
            self.set(at, b'a');
            self.set(at + 1, b'n');
        } else if self.is(at, b"a") && at > 0 && self.does(at - 1, "infinitive") && self.can(at + 1, b"v") {
            self.set(at, b'T');
            self.set(at + 1, b'v');
        } else if self.is(at, b"T") && at > 0 && self.does(at - 1, "preposition") && self.can(at + 1, b"n") {
            self.set(at, b'a');
            self.set(at + 1, b'n');
        }
    }

    /// "Will Hart", "Mark Bell": a first name before another name.
    fn given(&mut self, at: usize) {
        let name = |at: usize| self.tokens.get(at).is_some_and(|token| token.case == Case::Capitalised);
        if !self.is(at, b"x") && name(at) && name(at + 1) && self.is(at + 1, b"x") && self.does(at, "given") {
            self.set(at, b'x');
        }
    }

    /// "Cases rose": an adjective that could be the past tense, behind a noun and before nothing that it describes.
    fn lost_past(&self, at: usize) -> bool {
        let ends = at + 1 >= self.states.len() || self.is(at + 1, b"a.,");
        at > 0 && self.is(at, b"j") && self.can(at, b"d") && self.is(at - 1, b"nsx") && ends
    }

    /// "He let them go", "no one": what agreement leaves of the uses.
    fn subject(&mut self, at: usize) {
        if self.is(at, b"r") && self.word(at) == "no" && self.word(at + 1) == "one" {
            self.set(at, b't');
        }
        if at == 0 {
            return;
        }
        if self.lost_past(at) && !self.can(at, b"p") {
            self.set(at, b'd');
        }
        let asked = (at.saturating_sub(4)..at - 1).any(|i| self.is(i, b"DMTv") || self.word(i) == "let");
        if self.is(at - 1, b"nx") && !asked && self.is(at, b"v") && self.can(at, b"d") {
            self.set(at, b'd');
        }
        let third = matches!(self.word(at - 1), "he" | "she" | "it") && self.is(at - 1, b"P");
        let subject = at == 1 || self.is(at - 2, b",:.KSwWr");
        if third && subject && !asked && self.is(at, b"v") && self.can(at, b"d") {
            self.set(at, b'd');
        }
    }

    /// "He became isolated": a participle as the complement of a linking verb is an adjective.
    fn linked(&mut self, at: usize) {
        if self.is(at, b"pd") && self.can(at, b"j") && at > 0 {
            let verb = at - 1 - usize::from(self.is(at - 1, b"r") && at > 1);
            if self.is(verb, b"vzdpg") && self.does(verb, "linking") {
                self.set(at, b'j');
            }
        }
    }

    /// "Workers hired a lawyer and sued": joined to a past tense it is one, joined to a participle it is another.
    fn coordinated(&mut self, at: usize) {
        let joined = at - usize::from(at > 0 && (self.is(at - 1, b"r") || self.word(at - 1) == "then"));
        let comma = joined < at && joined > 0 && self.is(joined - 1, b",");
        if !self.is(at, b"pd") || !self.can(at, b"p") || joined == 0 || !(self.is(joined - 1, b"K") || comma)
        {
            return;
        }
        if joined > 1 && self.is(joined - 2, b"jp") && self.is(at + 1, b"nsj") {
            return;
        }
        const REACH: usize = 16;
        let from = joined.saturating_sub(REACH);
        let Some(verb) = (from..joined - 1).rev().find(|&i| self.is(i, b"vzdpgBHMDESw:")) else { return };
        if self.is(verb, b"d") && self.can(at, b"d") {
            self.set(at, b'd');
        } else if self.is(verb, b"p") && verb > 0 {
            let helper = verb - 1 - usize::from(self.is(verb - 1, b"rN") && verb > 1);
            let ends = at + 1 >= self.states.len() || self.is(at + 1, b"a,.K");
            if self.is(helper, b"H") || self.is(helper, b"BE") && ends {
                self.set(at, b'p');
            }
        }
    }

    /// "Workers hired in May lost their pensions": the first verb is a participle where the clause's finite verb follows.
    fn reduced(&mut self, at: usize, reach: &mut usize) {
        if at < *reach || at == 0 || !self.is(at, b"d") || !self.can(at, b"p") || !self.is(at - 1, b"nsx") {
            return;
        }
        if self.finite_follows(at, reach) {
            self.set(at, b'p');
        }
    }

    /// "It set a record set in 1990", "she is the first woman elected": the clause has its finite verb.
    fn second(&mut self, at: usize) {
        let follows = at + 1 >= self.states.len() || self.is(at + 1, b"aorT.,");
        if at < 2 || !self.is(at - 1, b"nsx") || !self.is(at, b"d") || !self.can(at, b"p") || !follows {
            return;
        }
        const REACH: usize = 6;
        let from = at.saturating_sub(REACH);
        let Some(verb) = (from..at - 1).rev().find(|&i| !self.is(i, b"tjcQn#sxrp$")) else { return };
        let near = verb.saturating_sub(REACH)..verb;
        let starts = near.clone().any(|i| self.is(i, b"SWwK"));
        let infinite = self.is(verb, b"v") && near.clone().any(|i| self.is(i, b"MT"));
        let indefinite = matches!(self.word(verb + 1), "a" | "an");
        let clause = self.does(verb, "complement") && !indefinite;
        let copula = self.is(verb, b"B") && verb + 2 < at;
        let by = self.word(at + 1) == "by" && !self.is(at + 2, b"#$");
        if (copula || self.is(verb, b"dz") || infinite)
            && !clause
            && (!starts || by)
            && !self.does(at + 1, "after")
        {
            self.set(at, b'p');
        }
    }

    /// "The striker, sold in May, scored", "the fire, which began in a shed, spread": what two commas enclose.
    fn enclosed(&mut self, at: usize) {
        if at < 2 || !self.is(at - 1, b",") {
            return;
        }
        const REACH: usize = 16;
        let end = (at + REACH).min(self.states.len());
        if self.is(at, b"dp") && self.can(at, b"p") && self.is(at - 2, b"nsx") && self.is(at + 1, b"aorT") {
            let Some(close) = (at..end).find(|&i| self.is(i, b",.:")).filter(|&i| self.is(i, b",")) else {
                return;
            };
            let next = close + 1;
            let cost = self.is(next, b"s") && self.can(next, b"z") && self.is(next + 1, b"tQ#$aTr");
            if cost {
                self.set(next, b'z');
            }
            if self.is(next, b"zdBHM") {
                self.set(at, b'p');
            }
        } else if self.is(at, b"v") && self.can(at, b"d") {
            let from = at.saturating_sub(REACH);
            let open = (from.max(1)..at - 1).rev().find(|&i| self.is(i, b",.:S"));
            if open.is_some_and(|open| {
                self.is(open, b",") && self.is(open - 1, b"nx") && self.is(open + 1, b"wp")
            }) {
                self.set(at, b'd');
            }
        }
    }

    /// "Whose term ends": its noun has a verb.
    fn whose(&mut self, at: usize) {
        if at > 0 && self.word(at - 1) == "whose" && self.is(at, b"vz") && self.can(at, b"n") {
            self.set(at, b'n');
        }
        let subject = at > 1 && self.is(at - 1, b"n") && self.word(at - 2) == "whose";
        if subject && self.is(at, b"s") && self.can(at, b"z") && self.is(at + 1, b"a,.tQ#") {
            self.set(at, b'z');
        }
    }

    /// "To prolong her stay", but "let her stay": what she has, unless an infinitive follows the verb.
    fn hers(&mut self, at: usize) {
        if at > 1
            && self.word(at - 1) == "her"
            && self.can(at, b"n")
            && self.is(at - 2, b"vzdpg")
            && !self.does(at - 2, "bare")
        {
            self.set(at - 1, b'Q');
            self.set(at, b'n');
        }
    }

    /// "The drop in demand hurt exporters", "Court rules against airline": a line without a verb has missed it.
    fn verbless(&mut self) {
        if (0..self.states.len()).any(|at| self.is(at, b"vzdpBHDM")) {
            return;
        }
        let found = (1..self.states.len()).find(|&at| {
            let object = self.is(at + 1, b"tQP#") || self.word(at + 1) == "against";
            // "Mayor faces recall vote"
            let person = at == 1 && is_person_noun(self.word(0)) && self.is(at + 1, b"njsx");
            self.is(at - 1, b"nsx")
                && (self.is(at, b"j") && self.can(at, b"d") && (object || self.is(at + 1, b"s"))
                    || self.is(at, b"s")
                        && self.can(at, b"z")
                        && !self.is(at - 1, b"s")
                        && (object || person))
        });
        if let Some(at) = found {
            let letter = if self.is(at, b"s") { b'z' } else { b'd' };
            self.set(at, letter);
        }
    }

    /// "Fear of inflation drove prices": a bare verb form that opens a clause with a finite verb of its own is a noun.
    fn opening(&mut self, at: usize, reach: &mut usize) {
        let opens = at == 0 || self.is(at - 1, b".:") || at == 1 && self.is(0, b"j");
        if at < *reach || !opens || !self.is(at, b"vg") || !self.can(at, b"n") {
            return;
        }
        if self.finite_follows(at, reach) {
            self.set(at, b'n');
        }
    }

    /// "Water levels in the lake have fallen": behind the noun that opens the sentence, where its finite verb follows.
    fn compound(&mut self, reach: &mut usize) {
        self.whose(1);
        if self.is(0, b"n") && self.is(1, b"z") && self.can(1, b"s") && self.finite_follows(1, reach) {
            self.set(1, b's');
        }
    }

    /// Whether only a prepositional phrase or a time lies between this word and a plainly finite verb.
    fn finite_follows(&self, at: usize, reach: &mut usize) -> bool {
        let first = at + 1;
        let infinitive = self.is(first, b"T") && self.is(first + 1, b"v");
        if !(self.is(first, b"a") || infinitive || self.does(first, "time")) || self.does(first, "after") {
            return false;
        }
        const REACH: usize = 12;
        let mut nominal = false;
        for i in first..(first + REACH).min(self.states.len()) {
            *reach = i;
            if nominal && self.is(i - 1, b"nsx#j") && self.finite(i) {
                return true;
            }
            let infinitive = self.is(i, b"T") || self.is(i, b"v") && self.is(i - 1, b"T");
            let inside =
                infinitive || self.is(i, b"atjnsxQ#cq$r") && !(self.is(i, b"a") && self.is(i - 1, b"a"));
            if !inside || self.does(i, "after") {
                return false;
            }
            nominal |= self.is(i, b"nsx#");
        }
        false
    }

    fn finite(&self, at: usize) -> bool {
        let helper = self.is(at, b"BHDM") && !matches!(self.word(at), "be" | "being" | "having" | "done");
        let past = self.lost_past(at);
        past || helper
            || self.is(at, b"z")
            || self.is(at, b"d") && !(self.can(at, b"p") && self.is(at + 1, b"a"))
    }

    /// *Did the company fire its chief?* A clause that opens with *do* or a modal has a base verb behind its subject.
    fn question(&mut self) {
        let (choices, states) = (self.choices, &mut *self.states);
        let verb = state(b'v');
        let is = |each: &u8, letters: &[u8]| letters.contains(&letter(*each));
        let Some(start) = states.iter().take(3).position(|each| is(each, b"DM")) else { return };
        if states[..start].iter().any(|each| !is(each, b"W:wi"))
            || states[start + 1..].iter().any(|each| is(each, b"vBHE"))
        {
            return;
        }
        for at in start + 2..states.len() {
            let subject = is(&states[at - 1], b"nsxP#i");
            if subject && is(&states[at], b"nszdp") && choices[at].any(b"v") {
                states[at] = verb;
                return;
            }
            if is(&states[at], b",.:") {
                return;
            }
        }
    }
}
