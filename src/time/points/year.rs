//! Years: after a month (*May 2022*, *of last year*) and by themselves (*in 2022*).

use super::{Found, spoken};
use crate::text::TokenKind;
use crate::time::lexicon::{Class, Cue};
use crate::time::point::{Point, Year};
use crate::time::words::{NOWHERE, Words};

/// The year after a day, a month or a season, where one is said: *2022*, *, 2022*, *of 2022*, *last year*, *'98*.
pub(in crate::time) fn tail(w: &Words, i: usize) -> (Year, usize) {
    let comma = w.skip_comma(i);
    if let Some(year) = w.four(comma).filter(|_| !glued(w, comma)) {
        return (Year::Is(year), comma + 1);
    }
    let of = w.skip(i, &["of", "in"]);
    if let Some(year) = w.four(of).filter(|_| !glued(w, of)) {
        return (Year::Is(year), of + 1);
    }
    if let Some((year, next)) = short(w, of) {
        return (Year::Is(year), next);
    }
    if let Some((year, next)) = spoken::year(w, of).filter(|(_, next)| spoken::ends(w, *next)) {
        return (Year::Is(year), next);
    }
    if let Some((short @ 0..=99, 2)) = w.digits(of)
        && (of > i || short > 31)
        && (of + 1 >= w.end || w.mark(of + 1, ",;).!?") || of > i && short > 31 && spoken::ends(w, of + 1))
        && !w.tight(of.max(1) - 1)
        && !w.is(i, "in")
    {
        return (Year::Short(short as i8), of + 1);
    }
    let at = w.skip(comma.max(of), &["the"]);
    if w.is(at + 1, "year") && w.text(at + 2) != "'s" {
        let year = match w.lower(at) {
            "last" => Year::Shift(-1),
            "this" => Year::Shift(0),
            "next" => Year::Shift(1),
            "previous" | "preceding" => Year::Anchor(-1),
            "following" => Year::Anchor(1),
            "same" | "that" => Year::Anchor(0),
            _ => return (Year::Unsaid, i),
        };
        return (year, at + 2);
    }
    (Year::Unsaid, i)
}

/// A digit group that goes on: *2022-05*, *2,022,000*.
fn glued(w: &Words, i: usize) -> bool {
    w.tight(i)
        && (w.mark(i + 1, "/%")
            || w.mark(i + 1, "-–.") && w.first_byte(i + 2).is_ascii_digit() && w.tight(i + 1))
}

/// *'98*: of this century up to 50.
fn short(w: &Words, i: usize) -> Option<(i16, usize)> {
    let text = w.text(i);
    let (digits, next) = match text {
        "'" | "’" if w.tight(i) => (w.text(i + 1), i + 2),
        _ => (text.strip_prefix(['\'', '’'])?, i + 1),
    };
    let ok = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
    let n: i16 = ok.then(|| digits.parse().ok()).flatten()?;
    Some((if n <= 50 { 2000 + n } else { 1900 + n }, next))
}

/// Words of measure and counted things that show that four digits are no year.
fn counted(w: &Words, k: usize) -> bool {
    if w.mark(k, "%°€$£") {
        return true;
    }
    let measure = w.small(k) || w.text(k).len() > 1 && w.text(k).bytes().all(|b| b.is_ascii_uppercase());
    measure && w.any_case_cue(k, Cue::COUNTED) || matches!(w.class(k), Class::Units(_))
}

/// Four digits where a year is expected.
pub(super) fn in_place(w: &Words, i: usize) -> Option<i16> {
    w.four(i).filter(|year| (1500..=2199).contains(year) && !glued(w, i) && !counted(w, i + 1))
}

/// Words before a year.
const DATING: &[&str] = &[
    "in",
    "since",
    "during",
    "until",
    "till",
    "by",
    "before",
    "after",
    "year",
    "early",
    "late",
    "mid",
    "throughout",
    "through",
];

/// Four digits that are a year by the words around them.
pub(super) fn plain(w: &Words, i: usize) -> Found {
    if matches!(w.class(i), Class::Cardinal(_)) {
        return spoken::plain(w, i);
    }
    if let Some((year, next)) = short(w, i) {
        let dated =
            w.any(w.back(i, 1), &["in", "since", "until", "by", "before", "after", "from", "early", "late"]);
        return (dated && spoken::ends(w, next)).then_some((Point::Year(Year::Is(year)), next));
    }
    let year = w.four(i)?;
    if of_name(w, i) || counted(w, i + 1) {
        return None;
    }
    let dated = w.any(w.back(i, 1), DATING) && (1100..=2199).contains(&year);
    let alone = || (1800..=2099).contains(&year) && stands(w, i, year);
    (dated || alone()).then_some((Point::Year(Year::Is(year)), i + 1))
}

/// Whether four digits belong to another number, a price or a name: "No. 1984", "$2000", "Windows 2000".
fn of_name(w: &Words, i: usize) -> bool {
    const NAMES: &[&str] = &[
        "No.", "no.", "No", "number", "Windows", "Office", "route", "Route", "flight", "Flight", "version",
        "v",
    ];
    let before = w.back(i, 1);
    let number = |k: usize| k < w.doc.tokens.len() && w.first_byte(k).is_ascii_digit();
    glued(w, i)
        || w.mark(before, "$€£#+/")
        || before != NOWHERE && w.tight(before) && !w.mark(before, "(—–[\"“‘'-=~<>")
        || number(before)
        || number(i + 1)
        || NAMES.contains(&w.text(before))
}

/// Whether four digits are a year without a word before them that dates.
fn stands(w: &Words, i: usize, year: i16) -> bool {
    let before = w.back(i, 1);
    // "the 2022 election" is a year; "1984 trams" and "of 2000 homes" are counts.
    let noun = w.small(i + 1) && w.doc.tokens[i + 1].kind == TokenKind::Word;
    let plural = noun
        && w.text(i + 1).ends_with('s')
        && !matches!(w.text(i + 1), "was" | "is" | "has" | "as" | "'s" | "its" | "this");
    let function = w.doc.tokens.get(i + 1).is_none()
        || !noun
        || w.cue(i + 1, Cue::FUNCTION)
        || !w.lower(i + 1).is_empty();
    let own = w.lower(before);
    match if own.is_empty() { w.text(before) } else { own } {
        "the" | "a" | "its" | "their" | "his" | "her" | "'s" | "’s" | "our" => year >= 1900 || function,
        "of" | "from" | "to" | "for" | "and" | "between" | "or" | "than" | "with" | "over" => {
            !plural && (function || year >= 1900)
        }
        "about" | "around" | "some" | "nearly" | "almost" | "at" | "least" | "only" | "just" | "up" => false,
        _ => function && year >= 1900,
    }
}
