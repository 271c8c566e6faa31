//! Days that a rule fixes for each year. Days whose rule differs from country to country in the same
//! words (Independence Day, Labour Day, Mother's Day) are `doubtful`.

use super::calendar::{self, Days};
use super::words::Words;
use jiff::civil::Date;

enum Rule {
    Fixed(i8, i8),
    /// Days after Easter Sunday.
    Easter(i64),
    /// The *n*th weekday of a month, and days after it.
    Nth(i8, i8, i8, i64),
}
use Rule::{Easter, Fixed, Nth};

/// Name in lower case with straight apostrophes, rule, doubtful.
/// Longer names stand before their own beginnings.
static HOLIDAYS: &[(&str, Rule, bool)] = &[
    ("all saints' day", Fixed(11, 1), false),
    ("anzac day", Fixed(4, 25), false),
    ("april fools' day", Fixed(4, 1), false),
    ("armistice day", Fixed(11, 11), false),
    ("ascension day", Easter(39), false),
    ("ash wednesday", Easter(-46), false),
    ("australia day", Fixed(1, 26), false),
    ("bastille day", Fixed(7, 14), false),
    ("black friday", Nth(11, 4, 4, 1), false),
    ("bonfire night", Fixed(11, 5), false),
    ("boxing day", Fixed(12, 26), false),
    ("canada day", Fixed(7, 1), false),
    ("christmas day", Fixed(12, 25), false),
    ("christmas eve", Fixed(12, 24), false),
    ("christmas", Fixed(12, 25), false),
    ("columbus day", Nth(10, 2, 1, 0), false),
    ("cyber monday", Nth(11, 4, 4, 4), false),
    ("earth day", Fixed(4, 22), false),
    ("easter monday", Easter(1), false),
    ("easter sunday", Easter(0), false),
    ("easter", Easter(0), false),
    ("epiphany", Fixed(1, 6), false),
    ("father's day", Nth(6, 3, 7, 0), true),
    ("fourth of july", Fixed(7, 4), false),
    ("good friday", Easter(-2), false),
    ("groundhog day", Fixed(2, 2), false),
    ("halloween", Fixed(10, 31), false),
    ("independence day", Fixed(7, 4), true),
    ("international women's day", Fixed(3, 8), false),
    ("juneteenth", Fixed(6, 19), false),
    ("labor day", Nth(9, 1, 1, 0), false),
    ("labour day", Fixed(5, 1), true),
    ("martin luther king day", Nth(1, 3, 1, 0), false),
    ("maundy thursday", Easter(-3), false),
    ("may day", Fixed(5, 1), false),
    ("memorial day", Nth(5, -1, 1, 0), false),
    ("mother's day", Nth(5, 2, 7, 0), true),
    ("new year's day", Fixed(1, 1), false),
    ("new year's eve", Fixed(12, 31), false),
    ("new years eve", Fixed(12, 31), false),
    ("new year", Fixed(1, 1), false),
    ("palm sunday", Easter(-7), false),
    ("pentecost", Easter(49), false),
    ("presidents' day", Nth(2, 3, 1, 0), false),
    ("presidents day", Nth(2, 3, 1, 0), false),
    ("remembrance day", Fixed(11, 11), false),
    ("remembrance sunday", Nth(11, 2, 7, 0), false),
    ("shrove tuesday", Easter(-47), false),
    ("st. patrick's day", Fixed(3, 17), false),
    ("st patrick's day", Fixed(3, 17), false),
    ("thanksgiving day", Nth(11, 4, 4, 0), false),
    ("thanksgiving", Nth(11, 4, 4, 0), false),
    ("valentine's day", Fixed(2, 14), false),
    ("veterans day", Fixed(11, 11), false),
    ("whit monday", Easter(50), false),
];

/// The holiday whose name stands at a token, and the index after it. Names are capitalised.
pub(super) fn parse(w: &Words, i: usize) -> Option<(usize, usize)> {
    if !w.capital(i) {
        return None;
    }
    let initial = w.first_byte(i).to_ascii_lowercase();
    let rest = &w.doc.text[w.doc.tokens[i].span.start..w.doc.tokens[w.end - 1].span.end];
    let (id, length) = HOLIDAYS
        .iter()
        .enumerate()
        .filter(|(_, h)| h.0.as_bytes()[0] == initial)
        .find_map(|(id, h)| Some((id, matches(rest, h.0)?)))?;
    let next = w.after(i, w.doc.tokens[i].span.start + length)?;
    // "the new year", "New Yearly"; "New Year" may go on as "New Year period".
    let name = HOLIDAYS[id].0;
    if matches!(name, "christmas" | "easter" | "epiphany" | "new year")
        && w.capital(next)
        && w.class(next) == super::lexicon::Class::None
    {
        return None; // Christmas Island, Easter Rising
    }
    Some((id, next))
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
    HOLIDAYS[id].2
}

/// The holiday of a year.
pub(super) fn in_year(id: usize, year: i16) -> Option<Days> {
    let day: Date = match HOLIDAYS[id].1 {
        Fixed(month, day) => calendar::date(year, month, day)?,
        Easter(after) => calendar::add_days(calendar::easter(year)?, after)?,
        Nth(month, n, weekday, after) => {
            calendar::add_days(calendar::nth_weekday(year, month, n, weekday)?, after)?
        }
    };
    Some((day, day))
}
