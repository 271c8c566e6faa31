//! Numbers that name rather than count: "line 6", "Article 5", "10 Downing Street", "in 2019", "[12]".

use super::Draft;
use super::view::View;
use super::vocabulary::VOCABULARY;
use crate::text::{Case, TokenKind};
use crate::time;

const STREETS: &[&str] = &[
    "street",
    "st",
    "st.",
    "road",
    "rd",
    "rd.",
    "avenue",
    "ave",
    "ave.",
    "lane",
    "drive",
    "square",
    "boulevard",
    "blvd",
    "way",
    "place",
    "terrace",
    "crescent",
    "court",
];

/// Whether the number of a draft without a unit is a name's, a year's, a clock's.
pub(super) fn names(view: &View, draft: &Draft) -> bool {
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    let last = end - 1;
    // "24/7", "5/6", "192.168"
    let joined = |at: usize, mark: &str| view.word(at) == mark;
    if start > view.start && joined(start - 1, "/") && view.tight(start - 1)
        || joined(end, "/") && view.tight(last)
    {
        return true;
    }
    // "a telephone 555-0199"
    if draft.plain && joined(end, "-") && view.tight(last) && view.kind(end + 1) == Some(TokenKind::Number) {
        let parts =
            view.is(end + 2, &["-"]) || view.word(end + 1).starts_with('0') || view.word(end + 1).len() > 4;
        if parts {
            return true;
        }
    }
    if draft.plain
        && start > view.start + 1
        && joined(start - 1, "-")
        && view.kind(start - 2) == Some(TokenKind::Number)
        && view.tight(start - 1)
    {
        let long = view.is(start.saturating_sub(3), &["-"]) || view.word(start).len() > 4;
        if long {
            return true;
        }
    }
    if among_figures(view, draft) || of_label(view, start) || decimal_of_name(view, start) {
        return true;
    }
    if view.is(end, &["am", "pm", "a.m.", "p.m.", "o'clock", "o’clock"]) {
        return true;
    }
    // "[12]", "#4", "§ 5", a list's "1."
    if start > view.start && matches!(view.word(start - 1), "[" | "#" | "§" | "№") {
        return true;
    }
    let listed = start == view.start && matches!(view.word(end), "." | ")") && view.tight(last);
    if draft.plain && listed && view.token(end + 1).is_some() {
        return true;
    }
    // Of a date that was not read as one.
    let month =
        |i: usize| view.token(i).is_some_and(|t| t.case == Case::Capitalised) && time::is_month(view.word(i));
    if draft.plain
        && draft.value <= 31.0
        && (month(end) || (start > view.start && month(start - 1)))
        && end == start + 1
    {
        return true;
    }
    let counts = || super::phrase::plural_after(view, end);
    if start > view.start
        && view.kind(start - 1) == Some(TokenKind::Word)
        && !draft.separated | lettered(view, start)
    {
        let before = view.low(start - 1);
        if VOCABULARY.labels.contains(&*before) {
            return !(counts() && view.kind(start) == Some(TokenKind::Word));
        }
        let token = view.token(start - 1).map(|t| t.case);
        let first = start - 1 == view.start || view.headline;
        // "Boeing 737", "Ward 7", but "On Monday 40 people"
        let capital = matches!(token, Some(Case::Capitalised | Case::Upper | Case::Mixed));
        if draft.plain && capital && !first && !counts() {
            return true;
        }
        // "Apollo 11 landed", at the head of a sentence.
        if draft.plain && capital && first && !view.headline && !counts() && !common(&before) {
            return true;
        }
    }
    draft.plain && (year(view, draft) || house(view, end))
}

/// "Boeing 747-400": no result.
pub(super) fn names_pair(view: &View, start: usize) -> bool {
    let Some(before) = start.checked_sub(1).filter(|&i| i >= view.start) else { return false };
    let capital = view.token(before).is_some_and(|t| t.case != Case::Lower);
    capital && view.word(start).len() >= 3 && VOCABULARY.labels.contains(&*view.low(before))
}

/// One of several groups of figures, as of a telephone: "0800 123 4567".
fn among_figures(view: &View, draft: &Draft) -> bool {
    let figures = |i: usize| view.kind(i) == Some(TokenKind::Number) && !view.timed(i);
    let start = draft.tokens.start;
    let first = (start.saturating_sub(2)..start).rev().take_while(|&i| figures(i)).last().unwrap_or(start);
    let run = (first..start + 3).take_while(|&i| figures(i)).count();
    let zero = (first..first + run).any(|i| view.word(i).starts_with('0'));
    draft.plain && (run > 2 || (run == 2 && zero) || before_sign(view, start))
}

/// The second number of a label: "Boeing 747-400", "page 10 of 24".
fn of_label(view: &View, start: usize) -> bool {
    let Some(label) = start.checked_sub(3).filter(|&i| i >= view.start) else { return false };
    view.is(start - 1, &["-", "of"])
        && view.kind(start - 2) == Some(TokenKind::Number)
        && VOCABULARY.labels.contains(&*view.low(label))
}

/// "+44": the code of a country.
fn before_sign(view: &View, start: usize) -> bool {
    start > view.start
        && view.word(start - 1) == "+"
        && view.tight(start - 1)
        && view.word(start).len() >= 2
        && view.kind(start + 1) == Some(TokenKind::Number)
}

/// "PM2.5"
fn decimal_of_name(view: &View, start: usize) -> bool {
    start > view.start + 1
        && view.word(start - 1) == "."
        && view.tight(start - 1)
        && view.tight(start - 2)
        && view.word(start - 2).ends_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase())
}

/// "5B", "4K": figures with one capital letter, which may be a name's.
fn lettered(view: &View, start: usize) -> bool {
    view.tight(start) && matches!(view.word(start + 1), "B" | "M" | "K" | "T" | "G")
}

/// Words that are capitalised only since a sentence begins with them.
fn common(word: &str) -> bool {
    const COMMON: &[&str] = &[
        "about",
        "all",
        "another",
        "around",
        "at",
        "after",
        "almost",
        "and",
        "between",
        "but",
        "by",
        "from",
        "for",
        "in",
        "just",
        "nearly",
        "of",
        "on",
        "only",
        "or",
        "over",
        "some",
        "than",
        "the",
        "these",
        "those",
        "to",
        "under",
        "up",
        "with",
        "roughly",
        "approximately",
        "least",
        "most",
        "more",
        "fewer",
        "less",
        "exactly",
        "were",
        "are",
        "these",
        "his",
        "her",
        "their",
        "its",
    ];
    COMMON.contains(&word) || word.ends_with("ly")
}

/// A year: four plain figures of our age with nothing counted behind them.
fn year(view: &View, draft: &Draft) -> bool {
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    let fits = view.word(start).len() == 4 && (1500.0..2100.0).contains(&draft.value) && end == start + 1;
    if !fits {
        return false;
    }
    const BEFORE: &[&str] = &[
        "in",
        "since",
        "of",
        "by",
        "until",
        "from",
        "before",
        "after",
        "during",
        "early",
        "late",
        "mid",
        "the",
        "to",
        "and",
        "till",
        "between",
        "through",
        "for",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        ",",
        "(",
        "'s",
    ];
    let dated = start > view.start && view.is(start - 1, BEFORE);
    dated || start == view.start || !super::phrase::plural_after(view, end)
}

/// "10 Downing Street"
fn house(view: &View, end: usize) -> bool {
    let capital = |i| view.token(i).is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower);
    capital(end) && (end + 1..end + 4).take_while(|&i| capital(i)).any(|i| view.is(i, STREETS))
}
