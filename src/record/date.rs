//! Dates as records write them: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

use super::PartialDate;
use crate::time::Date;
use std::fmt;
use std::str::FromStr;

impl FromStr for PartialDate {
    type Err = String;

    /// Reads a date; the error says what is wrong with it, without saying what to write instead.
    ///
    /// ```
    /// use on_record::record::PartialDate;
    /// assert_eq!("2024-02".parse::<PartialDate>().unwrap().last_day().to_string(), "2024-02-29");
    /// assert_eq!("2023-02-29".parse::<PartialDate>().unwrap_err(), "February 2023 has 28 days");
    /// ```
    fn from_str(text: &str) -> Result<Self, String> {
        let parts: Vec<&str> = text.split('-').collect();
        let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        let shape = match parts.as_slice() {
            [y] => digits(y, 4),
            [y, m] => digits(y, 4) && digits(m, 2),
            [y, m, d] => digits(y, 4) && digits(m, 2) && digits(d, 2),
            _ => false,
        };
        if !shape {
            return Err(format!("{} is no date", quoted(text)));
        }
        let number = |i: usize| parts.get(i).map(|p| p.parse::<i16>().unwrap_or(0));
        let year = number(0).unwrap_or(0);
        let (month, day) = (number(1).map(|n| n as i8), number(2).map(|n| n as i8));
        if year == 0 {
            return Err(String::from("there is no year 0000"));
        }
        let Some(m) = month else { return Ok(PartialDate { year, month, day }) };
        let Ok(first) = Date::new(year, m, 1) else {
            return Err(format!("there is no month {m:02}"));
        };
        match day {
            Some(0) => Err(String::from("there is no day 00")),
            Some(d) if d > first.days_in_month() => {
                Err(format!("{} {year} has {} days", MONTHS[m as usize - 1], first.days_in_month()))
            }
            _ => Ok(PartialDate { year, month, day }),
        }
    }
}

impl fmt::Display for PartialDate {
    /// Writes what [`FromStr`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl PartialDate {
    /// Whether it names a real year, month and day; a date that was read always does.
    pub(super) fn is_real(self) -> bool {
        (1..=9999).contains(&self.year)
            && (self.month.is_some() || self.day.is_none())
            && Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).is_ok()
    }
}

/// The months' names, January first.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A value as a message shows it: quoted, one line, cut when it is long.
pub(super) fn quoted(text: &str) -> String {
    const LIMIT: usize = 60;
    let mut shown: String = text.chars().take(LIMIT).flat_map(char::escape_debug).collect();
    if text.chars().nth(LIMIT).is_some() {
        shown.push('…');
    }
    format!("“{}”", shown.replace("\\'", "'").replace("\\\"", "\""))
}
