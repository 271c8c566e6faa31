//! Days that a rule fixes for each year, and named days of history: `data/english/holidays.tsv`. Days whose
//! rule differs from country to country in the same words (Independence Day, Labour Day, Mother's Day) are
//! doubtful.

use super::calendar::{self, Days};
use super::lexicon::Class;
use super::parse_date;
use super::words::Words;
use jiff::civil::Date;
use std::sync::LazyLock;

#[derive(Clone, Copy)]
enum Rule {
    Fixed(i8, i8),
    /// Days after Easter Sunday.
    Easter(i64),
    /// The *n*th weekday of a month, and days after it.
    Nth(i8, i8, i8, i64),
    /// A day of history.
    Day(Date),
}

struct Holiday {
    /// In lower case with straight apostrophes.
    name: &'static str,
    rule: Rule,
    doubtful: bool,
    /// Only a capital letter makes it a day.
    capital: bool,
}

/// Sorted by name.
static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    let mut all: Vec<Holiday> = rows().filter_map(read).collect();
    all.sort_unstable_by_key(|holiday| holiday.name);
    all
});

fn rows() -> impl Iterator<Item = &'static str> {
    include_str!("../../data/english/holidays.tsv").lines().filter(|line| !line.starts_with('#'))
}

fn read(row: &'static str) -> Option<Holiday> {
    let mut cells = row.split('\t');
    let name = cells.next()?;
    let mut words = cells.next()?.split(' ');
    let notes = cells.next()?;
    let kind = words.next()?;
    let mut number = || words.next().and_then(|n| n.parse::<i8>().ok());
    let rule = match kind {
        "fixed" => Rule::Fixed(number()?, number()?),
        "easter" => Rule::Easter(number()?.into()),
        "nth" => Rule::Nth(number()?, number()?, number()?, number().unwrap_or(0).into()),
        "day" => Rule::Day(parse_date(words.next()?)?),
        _ => return None,
    };
    Some(Holiday { name, rule, doubtful: notes.contains("doubtful"), capital: notes.contains("capital") })
}

/// The words that names of holidays begin with.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    rows()
        .filter_map(|row| row.split(|c: char| !c.is_ascii_lowercase()).next())
        .filter(|word| !word.is_empty())
}

/// The holiday whose name stands at a token, and the index after it.
pub(super) fn parse(w: &Words, i: usize) -> Option<(usize, usize)> {
    let initial = w.first_byte(i).to_ascii_lowercase();
    let from = w.doc.tokens.get(i)?.span.start;
    let rest = &w.doc.text[from..w.doc.tokens[w.end - 1].span.end];
    let first = HOLIDAYS.partition_point(|h| h.name.as_bytes()[0] < initial);
    let (id, next) = HOLIDAYS[first..]
        .iter()
        .take_while(|h| h.name.as_bytes()[0] == initial)
        .enumerate()
        .filter_map(|(id, h)| Some((first + id, w.after(i, from + matches(rest, h.name)?)?)))
        .max_by_key(|(_, next)| *next)?;
    let holiday = &HOLIDAYS[id];
    let digits = initial.is_ascii_digit();
    if digits && !is_alone(w, i, next) || holiday.capital && !w.capital(i) {
        return None;
    }
    // Christmas Island, Easter Rising
    let one_word = !holiday.name.contains(' ') || holiday.name == "new year";
    if one_word && !digits && w.capital(i) && w.capital(next) && w.class(next) == Class::None {
        return None;
    }
    // "in the new year", "a new year": the year and not its first day.
    let small = holiday.name == "new year" && w.text(next - 1).starts_with('y');
    (!small || w.any(w.back(i, 1), &["before", "after", "until", "by", "since"])).then_some((id, next))
}

/// *9/11* stands by itself: no fraction of something, no part of a longer row of figures.
fn is_alone(w: &Words, i: usize, next: usize) -> bool {
    let before = w.back(i, 1);
    let glued = |k: usize, tight: bool| tight && w.mark(k, "/-–.:$€£+");
    !glued(before, w.tight(before))
        && !(glued(next, w.tight(next - 1)) && w.first_byte(next + 1).is_ascii_digit())
        && w.tight(i)
        && !w.any(next, &["of"])
}

/// The length of `name` at the beginning of `text`, with folded case and apostrophes.
fn matches(text: &str, name: &str) -> Option<usize> {
    let mut chars = text.chars();
    let mut length = 0;
    for want in name.chars() {
        let got = chars.next()?;
        let got = if got == '’' {
            length += 2;
            '\''
        } else {
            got.to_ascii_lowercase()
        };
        if got != want {
            return None;
        }
        length += 1;
    }
    Some(length)
}

pub(super) fn doubtful(id: usize) -> bool {
    HOLIDAYS[id].doubtful
}

/// The day of history that a name means for all years.
pub(super) fn historical(id: usize) -> Option<Date> {
    match HOLIDAYS[id].rule {
        Rule::Day(day) => Some(day),
        _ => None,
    }
}

/// The holiday of a year.
pub(super) fn in_year(id: usize, year: i16) -> Option<Days> {
    let day = match HOLIDAYS[id].rule {
        Rule::Fixed(month, day) => calendar::date(year, month, day)?,
        Rule::Easter(after) => calendar::add_days(calendar::easter(year)?, after)?,
        Rule::Nth(month, n, weekday, after) => {
            calendar::add_days(calendar::nth_weekday(year, month, n, weekday)?, after)?
        }
        Rule::Day(day) => calendar::date(year, day.month(), day.day())?,
    };
    Some((day, day))
}

/// The days off about a holiday: it and the Saturday and Sunday that it joins, from Thursday to Tuesday.
pub(super) fn weekend(id: Option<usize>, day: Date) -> Option<Days> {
    // From Monday on: days to the first and to the last of them.
    const OFF: [(i64, i64); 7] = [(-2, 0), (-3, -2), (3, 4), (0, 3), (0, 2), (0, 1), (-1, 0)];
    let easter = id.is_some_and(|id| matches!(HOLIDAYS[id].rule, Rule::Easter(0)));
    let (from, to) = if easter { (-2, 1) } else { OFF[calendar::weekday(day) as usize - 1] };
    Some((calendar::add_days(day, from)?, calendar::add_days(day, to)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(HOLIDAYS.len(), rows().count());
        assert!(HOLIDAYS.iter().all(|h| h.name == h.name.to_lowercase()));
    }
}
