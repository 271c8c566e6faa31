//! *2022-05-01*, *05/06/2022*, *23.04.2022*, *12-2015*, *2022-23*.

use super::Found;
use crate::time::point::{Point, Year, Yearly};
use crate::time::words::Words;

/// A date in digits. Day and month of *05/06/2022* cannot be told apart, of *25/06/2022* they can.
pub(super) fn date(w: &Words, i: usize) -> Found {
    if !w.first_byte(i).is_ascii_digit() {
        return None;
    }
    let text = &w.doc.text[w.doc.tokens[i].span.start..w.doc.tokens[w.end - 1].span.end];
    // A number before with nothing between ("+44-2020", "v1.2.2020") makes it a piece of something longer.
    let before = w.doc.text[..w.doc.tokens[i].span.start].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || "-/.+#$€£".contains(c)) {
        return None;
    }
    let (numbers, separators, length) = pieces(text)?;
    let next = w.after(i, w.doc.tokens[i].span.start + length)?;
    let same = separators.len() == 1 || separators[0] == separators[1];
    let year = |k: usize| {
        (numbers[k].1 == 4 && (1000..=2999).contains(&numbers[k].0)).then_some(numbers[k].0 as i16)
    };
    let small = |k: usize| (numbers[k].1 <= 2).then_some(numbers[k].0 as i8);
    let day = |y: i16, m: i8, d: i8| {
        ((1..=12).contains(&m) && (1..=31).contains(&d))
            .then_some(Point::Yearly(Yearly::Day(m, d), Year::Is(y)))
    };
    let point = match (numbers.len(), separators[0]) {
        (3, '-' | '/' | '.') if same && numbers[0].1 == 4 => day(year(0)?, small(1)?, small(2)?)?,
        (3, '-' | '/' | '.') if same && numbers[2].1 == 4 => {
            let (a, b, y) = (small(0)?, small(1)?, year(2)?);
            match (a, b) {
                // German and Slavic dates have dots and begin with the day.
                (a, b) if separators[0] == '.' => day(y, b, a)?,
                (13.., 1..=12) => day(y, b, a)?,
                (1..=12, 13..) => day(y, a, b)?,
                (1..=12, 1..=12) => Point::Yearly(Yearly::Slashed(a, b), Year::Is(y)),
                _ => return None,
            }
        }
        (2, '-' | '–' | '/') if numbers[0].1 == 4 && numbers[1].1 == 2 => {
            let (first, short) = (year(0)?, small(1)?);
            let last = first / 100 * 100 + i16::from(short);
            if last == first + 1 || separators[0] == '–' && last > first {
                Point::Years(first, last)
            } else if (1..=12).contains(&short) && separators[0] != '–' {
                Point::Yearly(Yearly::Month(short), Year::Is(first))
            } else if last > first {
                Point::Years(first, last)
            } else {
                return None;
            }
        }
        (2, '-' | '/') if numbers[1].1 == 4 => {
            let month = small(0).filter(|m| (1..=12).contains(m))?;
            Point::Yearly(Yearly::Month(month), Year::Is(year(1).filter(|y| (1900..=2099).contains(y))?))
        }
        (2, '-' | '–') => {
            let (a, b) = (year(0)?, year(1)?);
            (a < b && (1500..=2100).contains(&a) && b <= 2100).then_some(Point::Years(a, b))?
        }
        _ => return None,
    };
    Some((point, next))
}

/// Two or three numbers with single marks between them: values with their lengths, marks, bytes.
#[allow(clippy::type_complexity)]
fn pieces(text: &str) -> Option<(Vec<(i32, usize)>, Vec<char>, usize)> {
    let (mut numbers, mut separators, mut at) = (Vec::new(), Vec::new(), 0);
    loop {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 4 {
            return None;
        }
        numbers.push((text[at..at + digits].parse().ok()?, digits));
        at += digits;
        let mut rest = text[at..].chars();
        match rest.next() {
            Some(c @ ('-' | '/' | '.' | '–')) if rest.next().is_some_and(|d| d.is_ascii_digit()) => {
                if numbers.len() == 3 {
                    return None;
                }
                separators.push(c);
                at += c.len_utf8();
            }
            Some(c) if c.is_alphanumeric() || "%:".contains(c) => return None,
            _ => break,
        }
    }
    (numbers.len() > 1).then_some((numbers, separators, at))
}
