//! The rules: one file each, with its documentation, message and logic. Adding a rule adds a file and a line in [`ALL`].
//!
//! A rule sees one aligned pair and no other rule's result.

mod agreement;
mod attribution;
mod date;
mod denial;
mod elapsed;
mod first_only;
mod negation;
mod no_change;
mod opposite;
pub(super) mod promise;
pub(super) mod quantity;
mod quote;
mod role;
mod sequence;
mod status;
mod trend;

pub use sequence::{apart, event};

pub use super::rule::{Example, Outcome, Rule, Told};

use super::Side;

/// Some of the rules, by their places in [`ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleSet(u32);

impl RuleSet {
    /// All rules.
    pub fn all() -> Self {
        Self::of(|_| true)
    }

    /// The rules that can speak of a claim.
    pub fn concerning(side: &Side) -> Self {
        Self::of(|rule| (rule.concerns)(side))
    }

    fn of(is: impl Fn(&Rule) -> bool) -> Self {
        RuleSet((0..).zip(ALL).map(|(at, rule)| u32::from(is(rule)) << at).sum())
    }

    /// Those of them that can speak of a claim, too, where a pair shares few words.
    pub fn unaligned(self, side: &Side) -> Self {
        RuleSet(self.0 & Self::of(|rule| (rule.unaligned)(side)).0)
    }

    /// Whether a rule is one of them.
    pub fn has(self, rule: &Rule) -> bool {
        self.iter().any(|each| std::ptr::eq(each, rule))
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// They, in the order of [`ALL`].
    pub fn iter(self) -> impl Iterator<Item = &'static Rule> {
        ALL.iter().enumerate().filter(move |(at, _)| self.0 & 1 << at != 0).map(|(_, rule)| *rule)
    }
}

/// All rules, in the order of the documentation.
pub static ALL: &[&Rule] = &[
    &agreement::RULE,
    &no_change::RULE,
    &negation::RULE,
    &opposite::RULE,
    &quantity::RULE,
    &trend::RULE,
    &date::RULE,
    &elapsed::RULE,
    &role::RULE,
    &status::RULE,
    &attribution::RULE,
    &quote::RULE,
    &promise::RULE,
    &first_only::RULE,
    &denial::RULE,
    &sequence::RULE,
];

/// The rule of a code.
pub fn find(code: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.code == code)
}
