//! What a finding says to a person: day, source and both wordings.

use crate::compare::rules::{self, Told};
use crate::record::{MONTHS, PartialDate, Statement};
use crate::time::Interval;

/// "On 3 May 2022", "In May 2022", "In 2022".
pub fn on_day(date: PartialDate) -> String {
    match (date.month, date.day) {
        (Some(month), Some(day)) => format!("On {day} {} {}", MONTHS[month as usize - 1], date.year),
        (Some(month), None) => format!("In {} {}", MONTHS[month as usize - 1], date.year),
        _ => format!("In {}", date.year),
    }
}

/// One sentence about a contradiction.
pub fn contradiction(
    rule: &str,
    ours: &str,
    theirs: &str,
    statement: &Statement,
    publisher: &str,
    said: Interval,
) -> String {
    let when = on_day(statement.date);
    let who = statement.speaker_name.as_deref().unwrap_or(publisher);
    let later = said.to.is_some_and(|day| statement.date.first_day() > day);
    let told = Told { ours, theirs, statement: &statement.text, when: &when, who, later };
    rules::find(rule).map_or_else(|| told.on_record(), |rule| (rule.explain)(&told))
}
