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

/// "on 3 May 2022", "in May 2022".
fn small(when: &str) -> String {
    when.replacen('O', "o", 1).replacen('I', "i", 1)
}

/// A statement's figure as it stands in the place of a claim's: what opens the statement ("More than 5 million") begins
/// small in the middle of a sentence.
pub fn figure_in_place(theirs: &str, statement: &str, ours: &str) -> String {
    let first = theirs.split(' ').next().unwrap_or_default();
    let word = first.chars().skip(1).all(char::is_lowercase) && first.chars().count() != 2;
    let opens = statement.starts_with(theirs) && !ours.starts_with(char::is_uppercase);
    match theirs.chars().next() {
        // Two letters are a currency sooner than a word: "Rs 500".
        Some(letter) if word && opens => letter.to_lowercase().chain(theirs.chars().skip(1)).collect(),
        _ => theirs.to_owned(),
    }
}

/// Whether a remark in brackets may follow a claim from `start` to `end`: behind the last of several words of a clause,
/// not inside of a phrase ("the city (as of May) of York").
pub fn takes_remark(text: &str, start: usize, end: usize) -> bool {
    let behind = text[end..].trim_start_matches(['”', '"', '’', '\'']);
    let ends = behind.is_empty() || behind.starts_with(['.', ',', ';', ':', '!', '?', '–', '—', '\n', '\r']);
    let dash = behind.trim_start().starts_with(['–', '—']);
    (ends || dash) && text[start..end].split_whitespace().nth(1).is_some()
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
        let figure = figure_in_place(self.theirs, &self.statement.text, self.ours);
        let told = Told {
            ours: self.ours,
            theirs: if self.rule == "quantity" { &figure } else { self.theirs },
            statement: self.statement.text.trim_end_matches('.'),
            when: &when,
            speaker: self.statement.speaker_name.as_deref().filter(|speaker| *speaker != self.publisher),
            publisher: self.publisher,
        };
        let main = match rules::find(self.rule) {
            Some(rule) if !self.names_speaker() => (rule.explain)(&told),
            _ => format!("On record {} ({}): “{}”", small(&when), self.publisher, told.statement),
        };
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

    /// Whether the words on record name their speaker ("Ines Mora said that …"), and are all that is told.
    fn names_speaker(&self) -> bool {
        let asked = matches!(self.rule, "attribution" | "quote" | "quantity" | "elapsed");
        let named = |speaker: &String| self.statement.text.contains(speaker.as_str());
        !asked && self.statement.speaker_name.as_ref().is_some_and(named)
    }

    fn standing(&self) -> &'static str {
        let from = self.ended.unwrap_or(self.statement.date);
        let later = self.said.to.is_some_and(|day| from.first_day() > day);
        match self.verdict {
            Verdict::Outdated if later => "This stood when it was written. ",
            Verdict::Outdated => "This had already been overtaken when it was written. ",
            Verdict::Disputed => "Another source has it otherwise. ",
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Contradiction, figure_in_place, takes_remark};
    use crate::compare::Verdict;
    use crate::record::read_source;
    use crate::time::Interval;

    #[test]
    fn a_figure_that_opens_a_statement_begins_small_in_a_sentence() {
        let statement = "More than 5 million people moved.";
        assert_eq!(
            figure_in_place("More than 5 million", statement, "almost 4 million"),
            "more than 5 million"
        );
        assert_eq!(
            figure_in_place("More than 5 million", statement, "Almost 4 million"),
            "More than 5 million"
        );
        for same in ["Rs 500", "US$50 million", "51 pages", "£3"] {
            assert_eq!(figure_in_place(same, same, "60"), same);
        }
    }

    #[test]
    fn a_remark_stands_behind_a_clause_and_not_in_a_phrase() {
        let takes = |claim: &str, behind: &str| takes_remark(&format!("{claim}{behind}"), 0, claim.len());
        for behind in ["", ".", ", he said.", "”.", "\nNext", " — for now"] {
            assert!(takes("Mora leads it", behind), "{behind:?}");
        }
        for behind in [" of the town", "’s mayor", " and left", "-run"] {
            assert!(!takes("the town", behind), "{behind:?}");
        }
        assert!(!takes("leads", "."));
    }

    #[test]
    fn a_speaker_whom_the_words_on_record_name_is_not_named_twice() {
        let source = br#"{"format": 1, "title": "Depot", "statements": [
            {"date": "2022-05-01", "speaker": "Ines Mora", "text": "Ines Mora said that the depot was shut.", "source": "Gazette"},
            {"date": "2022-05", "speaker": "Ines Mora", "text": "The depot is shut.", "source": "Gazette"}]}"#;
        let record = read_source("depot", source).unwrap();
        let told = |index: usize| {
            let contradiction = Contradiction {
                rule: "opposite",
                ours: "open",
                theirs: "shut",
                statement: &record.statements[index],
                publisher: "Gazette",
                said: Interval { from: None, to: None },
                verdict: Verdict::Conflict,
                ended: None,
            };
            contradiction.in_words(&[], &[])
        };
        assert_eq!(told(1), "Ines Mora is on record in May 2022 (Gazette): “The depot is shut”.");
        assert_eq!(told(0), "On record on 1 May 2022 (Gazette): “Ines Mora said that the depot was shut”.");
    }
}
