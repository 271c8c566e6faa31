//! What a finding says to a person: what is on record, by whom, when, and what became of it.

use crate::compare::Verdict;
use crate::compare::rules::{self, Told};
use crate::record::{MONTHS, PartialDate, Statement};
use crate::time::Interval;

/// "3 May 2022", "May 2022", "2022".
pub fn day(date: PartialDate) -> String {
    match (date.month, date.day) {
        (Some(month), Some(day)) => format!("{day} {} {}", MONTHS[month as usize - 1], date.year),
        (Some(month), None) => format!("{} {}", MONTHS[month as usize - 1], date.year),
        _ => date.year.to_string(),
    }
}

/// "On 3 May 2022", "In May 2022", "In 2022".
fn on_day(date: PartialDate) -> String {
    let preposition = if date.day.is_some() { "On" } else { "In" };
    format!("{preposition} {}", day(date))
}

/// A statement that speaks against a claim.
pub struct Contradiction<'a> {
    /// Code of the rule that found it.
    pub rule: &'a str,
    /// The claim's differing words, else the claim.
    pub ours: &'a str,
    /// The statement's differing words, else the statement.
    pub theirs: &'a str,
    /// The statement.
    pub statement: &'a Statement,
    /// Who published it.
    pub publisher: &'a str,
    /// The day from which the statement itself no longer held, where that is what speaks against the claim.
    pub ended: Option<PartialDate>,
    /// The day of the text.
    pub said: Interval,
    /// The verdict that rests on it.
    pub verdict: Verdict,
}

impl Contradiction<'_> {
    /// What is on record; before it, how the claim stood, and behind it what the statement replaced (`before`) and what
    /// has replaced it since (`since`), each in the order of the record.
    pub fn in_words(&self, before: &[&Statement], since: &[&Statement]) -> String {
        let when = on_day(self.statement.date);
        let told = Told {
            ours: self.ours,
            theirs: self.theirs,
            statement: self.statement.text.trim_end_matches('.'),
            when: &when,
            speaker: self.statement.speaker_name.as_deref(),
            publisher: self.publisher,
        };
        let main = rules::find(self.rule).map_or_else(|| told.on_record(), |rule| (rule.explain)(&told));
        let ended = self.ended.map_or(String::new(), |until| format!(", which held until {}", day(until)));
        let mut words = format!("{}{main}{ended}.", self.standing());
        if let Some(latest) = since.last() {
            words += &format!(
                " {} this was replaced: “{}”.",
                on_day(latest.date),
                latest.text.trim_end_matches('.')
            );
        } else if let Some(first) = before.first() {
            let older = match before.len() {
                1 => format!("what was on record from {}", day(first.date)),
                more => format!("{more} earlier statements, the first of {}", day(first.date)),
            };
            words += &format!(" It replaced {older}.");
        }
        words
    }

    fn standing(&self) -> &'static str {
        let from = self.ended.unwrap_or(self.statement.date);
        let later = self.said.to.is_some_and(|day| from.first_day() > day);
        match self.verdict {
            Verdict::Outdated if later => "This stood when it was written. ",
            Verdict::Outdated => "This had been overtaken when it was written. ",
            Verdict::Disputed => "Another source has it otherwise. ",
            _ => "",
        }
    }
}
