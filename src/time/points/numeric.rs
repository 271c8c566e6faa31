//! Dates in figures and dates glued from figures and names: *2022-05-01*, *05/06/2022*, *23.04.22*, *12-2015*,
//! *2022-23*, *20220501*, *2022-May-1*, *1/May/2022*, *Sep-23-2020*, *Dec31*, *2021-Q3*, *2021-W05*.

use super::{Found, year_tail};
use crate::time::calendar;
use crate::time::holiday;
use crate::time::lexicon::{self, Class};
use crate::time::point::{Point, Year, Yearly};
use crate::time::words::{NOWHERE, Words};

/// What stands between two marks, or where figures meet letters.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece {
    /// Value and number of digits.
    Number(i16, u8),
    Month(i8),
    Weekday(i8),
    Quarter(i8),
    Week,
}
use Piece::{Month, Number, Quarter, Week, Weekday};

/// Pieces with the marks after them.
struct Pieces {
    pieces: [Piece; 5],
    marks: [char; 5],
    count: usize,
    /// In bytes.
    length: usize,
}

/// Stands for a border of figures and letters without a mark.
const NONE: char = '\0';
const HYPHENS: [char; 3] = ['-', '‑', '–'];

impl Pieces {
    /// As many as `most` at the beginning of a text.
    fn read(text: &str, most: usize) -> Option<Pieces> {
        let mut found = Pieces { pieces: [Week; 5], marks: [NONE; 5], count: 0, length: 0 };
        let mut at = 0;
        loop {
            let (piece, length) = piece(&text[at..])?;
            found.pieces[found.count] = piece;
            found.count += 1;
            at += length;
            found.length = at;
            let mut rest = text[at..].chars();
            let mark = rest.next().unwrap_or(' ');
            let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            if mark.is_ascii_alphabetic() || mark.is_ascii_digit() {
                if found.count == most {
                    return (mark == 'T').then_some(found);
                }
                found.marks[found.count - 1] = NONE;
            } else if matches!(mark, '-' | '/' | '.' | '–' | '‑') && goes_on(rest.next()) {
                if found.count == most {
                    return Some(found);
                }
                found.marks[found.count - 1] =
                    if HYPHENS.contains(&mark) && mark != '–' { '-' } else { mark };
                at += mark.len_utf8();
            } else {
                return (!mark.is_alphanumeric() && !"%:".contains(mark)).then_some(found);
            }
        }
    }

    fn parts(&self) -> &[Piece] {
        &self.pieces[..self.count]
    }
}

fn piece(text: &str) -> Option<(Piece, usize)> {
    let bytes = text.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    if digits > 0 {
        return (digits <= 4).then_some((Number(text[..digits].parse().ok()?, digits as u8), digits));
    }
    let letters = bytes.iter().take(10).take_while(|b| b.is_ascii_alphabetic()).count();
    let piece = match (bytes.first()?, lexicon::class_of(&text[..letters])) {
        (b'T', _) => return None,
        (_, Class::Month(month)) => Month(month),
        (_, Class::Weekday(day)) => Weekday(day),
        (b'Q' | b'q', _) if letters == 1 => {
            let n = bytes.get(1).filter(|b| (b'1'..=b'4').contains(b))?;
            return Some((Quarter((n - b'0') as i8), 2));
        }
        (b'W' | b'w', _) if letters == 1 => Week,
        _ => return None,
    };
    Some((piece, letters))
}

/// A date in figures, or in figures and names without a space. Day and month of *05/06/2022* cannot be told
/// apart, of *25/06/2022* they can.
pub(super) fn date(w: &Words, i: usize) -> Found {
    let token = w.text(i);
    let digit = w.first_byte(i).is_ascii_digit();
    let named = !digit
        && (token.bytes().any(|b| b == b'-' || b.is_ascii_digit())
            || w.tight(i)
                && w.mark(i + 1, "-/–")
                && matches!(w.class(i), Class::Month(_) | Class::Quarter(_)));
    if !digit && !named || !begins(w, i) {
        return None;
    }
    if let Some(found) = compact(w, i) {
        return Some(found);
    }
    let from = w.doc.tokens[i].span.start;
    let text = &w.doc.text[from..w.doc.tokens[w.end - 1].span.end];
    let pieces = Pieces::read(text, 4)?;
    let end = from + pieces.length;
    let next = w.after(i, end).or_else(|| w.after(i, end + clock(&w.doc.text[end..])))?;
    let point = match pieces.parts() {
        [Number(..), Number(..)] => two_numbers(&pieces).or_else(|| bare(w, i, next, &pieces))?,
        [Number(..), Number(..), Number(..)] => three_numbers(&pieces)?,
        parts => mixed(parts)?,
    };
    match point {
        Point::Yearly(what @ Yearly::Day(..), Year::Unsaid) if pieces.marks[0] != '/' => {
            let (year, next) = year_tail(w, next);
            Some((Point::Yearly(what, year), next))
        }
        point => Some((point, next)),
    }
}

/// Whether a date may begin here: what is glued to its left makes it a piece of something longer
/// (*+44-2020*, *v1.2.2020*).
fn begins(w: &Words, i: usize) -> bool {
    let before = &w.doc.text[..w.doc.tokens[i].span.start];
    let mut left = before.chars().rev();
    match left.next() {
        Some('-' | '_') => left.next().is_none_or(char::is_whitespace),
        Some(c) => !c.is_alphanumeric() && !"/.+#$€£".contains(c),
        None => true,
    }
}

/// The time of day after a date of ISO 8601: *T10:00:00Z*.
fn clock(text: &str) -> usize {
    let time = text.bytes().take(32).take_while(|b| b.is_ascii_digit() || b"T:.Z+-".contains(b)).count();
    text[..time].trim_end_matches([':', '.', '-', '+']).len()
}

/// *20220501*, where the calendar has such a day.
fn compact(w: &Words, i: usize) -> Found {
    let point = eight_digits(w.text(i))?;
    let number = w.mark(w.back(i, 1), "$€£#+№")
        || matches!(w.text(w.back(i, 1)), "No" | "No." | "no." | "number" | "ID" | "id");
    let part = w.tight(i) && w.mark(i + 1, "-/.:%") && w.first_byte(i + 2).is_ascii_digit();
    let counted = w.small(i + 1) && w.doc.tokens[i + 1].tag == crate::english::Tag::Noun;
    (!number && !part && !counted).then_some((point, i + 1))
}

fn eight_digits(text: &str) -> Option<Point> {
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (year, month, day) = (text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?);
    calendar::date(year, month, day).filter(|_| (1900..=2099).contains(&year))?;
    Some(Point::Yearly(Yearly::Day(month, day), Year::Is(year)))
}

/// A date inside the name of a file or of a page: *report-2022-05-01.pdf*, *…/2022/05/01/…*.
pub(in crate::time) fn inside(text: &str) -> Option<Point> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 8 {
            if let Some(point) = eight_digits(&text[at..at + 8]) {
                return Some(point);
            }
        } else if digits == 4
            && let Some(Pieces {
                pieces: [a @ Number(_, 4), b @ Number(_, 2), c @ Number(_, 2), ..],
                marks,
                ..
            }) = Pieces::read(&text[at..], 3)
            && marks[0] == marks[1]
        {
            return mixed(&[a, b, c]);
        }
        at += digits.max(1);
    }
    None
}

/// A year of four figures.
fn year(piece: Piece) -> Option<i16> {
    match piece {
        Number(year @ 1000..=2999, 4) => Some(year),
        _ => None,
    }
}

/// A year of four figures or of two.
fn any_year(piece: Piece) -> Option<Year> {
    match piece {
        Number(short @ 0..=99, 2) => Some(Year::Short(short as i8)),
        piece => year(piece).map(Year::Is),
    }
}

fn small(piece: Piece) -> Option<i8> {
    match piece {
        Number(n, 1..=2) => Some(n as i8),
        _ => None,
    }
}

fn day(year: Year, month: i8, day: i8) -> Option<Point> {
    ((1..=12).contains(&month) && (1..=31).contains(&day))
        .then_some(Point::Yearly(Yearly::Day(month, day), year))
}

/// Two figures of which one is the month and the other the day.
fn slashed(a: i8, b: i8, year: Year) -> Option<Point> {
    match (a, b) {
        (13.., 1..=12) => day(year, b, a),
        (1..=12, 13..) => day(year, a, b),
        (1..=12, 1..=12) => Some(Point::Yearly(Yearly::Slashed(a, b), year)),
        _ => None,
    }
}

fn three_numbers(found: &Pieces) -> Option<Point> {
    let [a, b, c, ..] = found.pieces;
    let mark = found.marks[0];
    if mark != found.marks[1] || mark == '–' {
        return None;
    }
    if let Some(first) = year(a) {
        return day(Year::Is(first), small(b)?, small(c)?);
    }
    // Short figures with points are a version, short figures with hyphens a score or a number.
    let padded = matches!((a, b), (Number(_, 2), Number(_, 2)));
    if year(c).is_none() && mark != '/' && !padded {
        return None;
    }
    let year = any_year(c)?;
    let (a, b) = (small(a)?, small(b)?);
    // German and Slavic dates have points and begin with the day.
    if mark == '.' { day(year, b, a) } else { slashed(a, b, year) }
}

fn two_numbers(found: &Pieces) -> Option<Point> {
    let [a, b, ..] = found.pieces;
    let mark = found.marks[0];
    if mark == '.' {
        return None;
    }
    match (year(a), year(b)) {
        (Some(first), Some(last)) => {
            (mark != '/' && first < last && (1500..=2100).contains(&first) && last <= 2100)
                .then_some(Point::Years(first, last))
        }
        (Some(first), None) => {
            let Number(short, 2) = b else { return None };
            let last = first / 100 * 100 + short;
            if last == first + 1 || mark == '–' && last > first {
                Some(Point::Years(first, last))
            } else if (1..=12).contains(&short) && mark != '–' {
                Some(Point::Yearly(Yearly::Month(short as i8), Year::Is(first)))
            } else {
                (last > first).then_some(Point::Years(first, last))
            }
        }
        (None, Some(last)) => {
            let month = small(a).filter(|m| (1..=12).contains(m) && mark != '–')?;
            (1900..=2099).contains(&last).then_some(Point::Yearly(Yearly::Month(month), Year::Is(last)))
        }
        _ => None,
    }
}

/// Pieces of which some are names.
fn mixed(parts: &[Piece]) -> Option<Point> {
    match *parts {
        [Weekday(weekday), ref rest @ ..] if !rest.is_empty() => {
            Some(Point::On(weekday, Box::new(mixed(rest)?)))
        }
        [Number(y, 4), Number(..), Number(..)] => day(Year::Is(y), small(parts[1])?, small(parts[2])?),
        [Month(month), of @ Number(_, 4)] | [of @ Number(_, 4), Month(month)] => {
            Some(Point::Yearly(Yearly::Month(month), Year::Is(year(of)?)))
        }
        [Month(month), of @ Number(..)] | [of @ Number(..), Month(month)] => {
            day(Year::Unsaid, month, small(of)?)
        }
        [of @ Number(_, 4), Month(month), Number(n, 1..=2)] => day(Year::Is(year(of)?), month, n as i8),
        [Number(n, 1..=2), Month(month), of] | [Month(month), Number(n, 1..=2), of] => {
            day(any_year(of)?, month, n as i8)
        }
        [Quarter(n), of] | [of, Quarter(n)] => Some(Point::Yearly(Yearly::Quarter(n), any_year(of)?)),
        [of @ Number(..), Week, Number(n @ 1..=53, 1..=2)] => {
            Some(Point::NumberedWeek(n as i8, Year::Is(year(of)?)))
        }
        _ => None,
    }
}

/// Whether two figures with a slash are rather a part of one: *1/2*, *3/4*, *9/10*.
fn is_fraction(a: i8, b: i8) -> bool {
    a < b && (b <= 10 || matches!(b, 12 | 16 | 20)) || b == 1
}

/// *10/16*, *2/29* without a year, where the words around it expect a day; else odds, scores and fractions.
fn bare(w: &Words, i: usize, next: usize, found: &Pieces) -> Option<Point> {
    let (a, b) = (small(found.pieces[0])?, small(found.pieces[1])?);
    if found.marks[0] != '/' || holiday::parse(w, i).is_some() || w.any(next, &["of"]) || w.mark(next, "%-") {
        return None;
    }
    let before = w.back(i, 1);
    let on = w.any(before, &["on", "until", "till", "since", "before", "after", "next"])
        || matches!(w.class(before), Class::Weekday(_))
        || w.text(before) == "," && matches!(w.class(w.back(i, 2)), Class::Weekday(_));
    let alone = before == NOWHERE && (next >= w.end || next + 1 == w.end && w.punctuation(next));
    let year = if w.is(before, "next") { Year::Next } else { Year::Unsaid };
    if !on && (!alone || is_fraction(a, b)) || w.small(next) && w.lower(next).is_empty() && is_fraction(a, b)
    {
        return None;
    }
    slashed(a, b, year)
}

/// *10/1*, *10/1/2018* at the end of a range or before one: the point, the index after it, and whether the
/// figures alone could be a fraction.
pub(in crate::time) fn side(w: &Words, i: usize) -> Option<(Point, usize, bool)> {
    if !w.first_byte(i).is_ascii_digit() {
        return None;
    }
    let from = w.doc.tokens[i].span.start;
    let text = &w.doc.text[from..w.doc.tokens[w.end - 1].span.end];
    let three = Pieces::read(text, 3).filter(|p| p.count == 3 && p.marks[0] == '/' && p.marks[1] == '/');
    let found = three.or_else(|| Pieces::read(text, 2)).filter(|p| p.marks[0] == '/')?;
    let next = w.after(i, from + found.length)?;
    let (a, b) = (small(found.pieces[0])?, small(found.pieces[1])?);
    if found.count == 3 {
        return Some((slashed(a, b, any_year(found.pieces[2])?)?, next, false));
    }
    Some((slashed(a, b, Year::Unsaid)?, next, is_fraction(a, b)))
}
