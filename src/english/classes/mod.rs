//! Classes of words that matter to a claim: trends, aspects, attitudes, modals, offices, persons.
//!
//! The data compiler shares this folder, so it may use nothing of the crate.

mod packed;

// Each of the two that share the folder uses some.
#[allow(unused_imports)]
pub use packed::Classes;
#[allow(unused_imports)]
pub(crate) use packed::{Bits, QUANTIFIERS};

use serde::{Deserialize, Serialize};

/// Where a trend goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// *rise, grow, more, higher*.
    Up,
    /// *fall, shrink, fewer, lower*.
    Down,
}

/// What a word says about the course of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Aspect {
    /// *begin, launch, open*.
    Start,
    /// *end, halt, cease, cancel*.
    Stop,
    /// *continue, go on, persist, keep*.
    Continue,
    /// *change, shift, reverse, become*.
    Change,
    /// *remain, stay, unchanged, same*.
    NoChange,
    /// *resume, reopen, again*.
    Repeat,
}

/// How one who reports a statement, or makes it, stands to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stance {
    /// *say, tell, announce*: neutral.
    Say,
    /// *claim, allege, accuse*: the reporter does not vouch for it.
    Claim,
    /// *deny, reject, dispute*: the content is said not to hold.
    Deny,
    /// *admit, concede, acknowledge*: the speaker would rather it were not so.
    Admit,
    /// *warn, caution, threaten*: about what may come.
    Warn,
    /// *promise, pledge, vow*: about what the speaker will do.
    Promise,
    /// *refuse, decline*: about what the speaker will not do.
    Refuse,
    /// *ask, wonder, inquire*.
    Ask,
    /// *doubt, question*: the speaker inclines to the contrary.
    Doubt,
    /// *order, call, urge, demand*: what others should do.
    Order,
    /// *believe, think, expect, predict*.
    Believe,
    /// *hope, want, wish*.
    Hope,
    /// *suggest, propose, imply, indicate*.
    Suggest,
    /// *confirm, find, show, reveal*: the reporter vouches for it.
    Confirm,
    /// *insist, maintain, stress, reiterate*.
    Insist,
}

/// What a modal word does to the assertion that it governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Modality {
    /// *may, might, could, possible, perhaps*.
    Possible,
    /// *likely, probably, expect*.
    Likely,
    /// *must, have to, necessary*.
    Necessary,
    /// *will, shall, set to, due*.
    Future,
    /// *plan, intend, aim, scheduled*.
    Planned,
    /// *would, if, hypothetical*.
    Hypothetical,
    /// *reportedly, allegedly*.
    Hearsay,
}

/// What a word of saying, thinking or wanting can take as content, and where.
/// The names are those of `data/english/reporting.tsv`, whose head explains them.
#[allow(missing_docs)] // explained there
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    Quote,
    That,
    Bare,
    Whom,
    Question,
    Infinitive,
    Order,
    Gerund,
    Thing,
    About,
    Charge,
    As,
    Name,
    NounThat,
    NounInfinitive,
    View,
    Light,
    At,
    NounAbout,
}

const FRAME_NAMES: [&str; 19] = [
    "quote",
    "that",
    "bare",
    "whom",
    "question",
    "infinitive",
    "order",
    "gerund",
    "thing",
    "about",
    "charge",
    "as",
    "name",
    "noun-that",
    "noun-infinitive",
    "view",
    "light",
    "at",
    "noun-about",
];

/// The frames of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames(u32);

impl Frames {
    /// Whether the word has a frame.
    pub fn has(self, frame: Frame) -> bool {
        self.0 >> frame as u32 & 1 == 1
    }

    /// Whether it has one of these frames.
    pub fn any(self, frames: &[Frame]) -> bool {
        frames.iter().any(|&frame| self.has(frame))
    }

    /// Whether it has no frame at all.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The frames of both.
    pub fn and(self, other: Frames) -> Frames {
        Frames(self.0 | other.0)
    }
}

/// How a word denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Denial {
    /// *not, never, hardly*: denies the verb beside it.
    Adverb,
    /// *no, nobody, nothing, neither*: denies its clause from the subject or the object.
    Noun,
    /// *barely, little*: denies a change, and nothing else.
    Weak,
}

/// What is said of how many, or that it is the only, first or utmost one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Quantifier {
    /// *all, every, both*.
    All,
    /// *most, the majority of*.
    Most,
    /// *some, several, a few*.
    Some,
    /// *few*.
    Few,
    /// *only, sole*.
    Only,
    /// *first*.
    First,
    /// *last*.
    Last,
    /// *never*.
    Never,
    /// *since* a time.
    Since,
    /// *not all, not every, not always*.
    NotAll,
    /// *largest, worst, most expensive*.
    Superlative,
}
