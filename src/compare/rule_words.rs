//! Words that single rules ask for: `data/english/rule-words.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A class of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RuleWord {
    /// *become, appoint*: the subject, or in the passive the object, takes an office.
    TakesOffice,
    /// *resign, oust*: an office ends.
    LeavesOffice,
    /// *appoint, dismiss*: somebody does it to the holder.
    DoneToHolder,
    /// *succeed*: its object is the predecessor.
    Replaces,
    /// *run, chair*: its subject is at the head of a body.
    HeadsBody,
    /// *acting, deputy*: makes another office of one.
    Rank,
    /// *post, helm*: whatever office somebody has.
    Job,
    /// *executive, president*: the last word of the office of who runs a body.
    TopOffice,
    /// *cancel, postpone*: what was planned will not come, or not as planned.
    Drops,
    /// *plan, bid*: what one means to do.
    Plan,
    /// *happen, follow*: an event named by a noun took place.
    Occurs,
    /// *act, move*: somebody did something.
    Acts,
    /// *file, reach*: tells of the event that its object names.
    Supports,
    /// *forecast, demand*: what somebody said.
    Said,
}

const NAMED: [(&str, RuleWord); 14] = [
    ("takes-office", RuleWord::TakesOffice),
    ("leaves-office", RuleWord::LeavesOffice),
    ("done-to-holder", RuleWord::DoneToHolder),
    ("replaces", RuleWord::Replaces),
    ("heads-body", RuleWord::HeadsBody),
    ("rank", RuleWord::Rank),
    ("job", RuleWord::Job),
    ("top-office", RuleWord::TopOffice),
    ("drops", RuleWord::Drops),
    ("plan", RuleWord::Plan),
    ("occurs", RuleWord::Occurs),
    ("acts", RuleWord::Acts),
    ("supports", RuleWord::Supports),
    ("said", RuleWord::Said),
];

/// Lemma → a bit for each of its classes.
static CLASSES: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut classes: HashMap<&'static str, u16> = HashMap::new();
    for (name, words) in
        include_str!("../../data/english/rule-words.tsv").lines().filter_map(|l| l.split_once('\t'))
    {
        let Some((_, class)) = NAMED.iter().find(|(each, _)| *each == name) else { continue };
        for word in words.split(',') {
            *classes.entry(word.trim()).or_default() |= 1 << *class as u16;
        }
    }
    classes
});

impl RuleWord {
    /// Whether a lemma is of the class.
    pub(super) fn has(self, lemma: &str) -> bool {
        CLASSES.get(lemma).is_some_and(|bits| bits & 1 << self as u16 != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_class() {
        let table = include_str!("../../data/english/rule-words.tsv");
        let names: Vec<&str> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|l| l.split_once('\t').unwrap().0)
            .collect();
        assert_eq!(names, NAMED.map(|(name, _)| name));
        assert!(RuleWord::LeavesOffice.has("oust") && RuleWord::DoneToHolder.has("oust"));
        assert!(!RuleWord::TakesOffice.has("oust") && !RuleWord::Plan.has("bridge"));
    }
}
