//! Two terms that belong together: "70-75m", "between 70 and 75 million", "from 2.3 to 2.9 percent", "33 to 18".

use super::change;
use super::term::{self, Term};
use super::view::View;
use super::{Dimension, Draft};
use crate::text::TokenKind;

/// Words near two numbers that make them a result.
const RESULT: &[&str] = &[
    "vote", "votes", "voted", "voting", "score", "won", "win", "wins", "winning", "lost", "lose", "losing",
    "beat", "beats", "beaten", "beating", "defeat", "defeated", "draw", "drew", "drawn", "led", "lead",
    "leading", "tied", "tie", "passed", "approved", "rejected", "victory", "majority", "decision", "ruling",
    "loss", "against", "trailed", "trailing", "ahead", "goals", "final", "margin",
];

/// The quantity that begins with token `i`, from one term or two.
pub(super) fn find(view: &View, i: usize) -> Option<Draft> {
    let between = view.is(i, &["between"]);
    let from = view.is(i, &["from"]);
    let first = term::read(view, i + usize::from(between || from))?;
    let pair = second(view, &first, between).and_then(|second| join(view, i, &first, second, from));
    match pair {
        Some(draft) => Some(draft),
        None if between || from => None,
        None => Some(Draft::of(term::composite(view, &first).unwrap_or(first))),
    }
}

/// The term after "-", "to", "and" or "or".
fn second(view: &View, first: &Term, between: bool) -> Option<Term> {
    let at = first.end;
    let number = |i| matches!(view.kind(i), Some(TokenKind::Number | TokenKind::Word | TokenKind::Symbol));
    let fits = match &*view.low(at) {
        "-" | "–" | "—" => view.tight(at - 1) == view.tight(at),
        "to" => true,
        "or" => !between,
        "and" => between,
        // "31 votes to 20"
        "votes" | "goals" | "seats" if view.is(at + 1, &["to"]) => {
            return term::read(view, at + 2).filter(|t| t.number.plain || t.unit.is_none());
        }
        _ => false,
    };
    if !fits || !number(at + 1) || (view.low(at) == "or" && view.is(at + 1, &["more", "less", "so"])) {
        return None;
    }
    term::read_as(view, at + 1, first.money()).filter(|t| !t.number.ordinal && !t.number.indefinite)
}

/// Whether two whole numbers without units are a score: "31 votes to 20", "beat them 3-1".
fn scored(view: &View, start: usize, first: &Term, second: &Term) -> bool {
    let (a, b) = (first.number.value, second.number.value);
    let link = view.low(first.end);
    let hyphen = matches!(&*link, "-" | "–" | "—");
    let mut around = (start.saturating_sub(6).max(view.start)..start).chain(second.end..second.end + 4);
    matches!(&*link, "votes" | "goals" | "seats")
        || hyphen && a >= b && a < 1000.0
        || (hyphen || a >= b) && link != "and" && around.any(|i| view.is(i, RESULT))
}

/// One quantity from two terms, where they make one.
fn join(view: &View, start: usize, first: &Term, mut second: Term, from: bool) -> Option<Draft> {
    let mut first = first.clone();
    if first.number.ordinal || first.number.indefinite {
        return None;
    }
    let (a, b) = (first.number, second.number);
    let link = view.low(first.end);
    let hyphen = matches!(&*link, "-" | "–" | "—");
    // A telephone number, a date.
    if hyphen
        && matches!(view.word(second.end), "-" | "–")
        && view.kind(second.end + 1) == Some(TokenKind::Number)
    {
        return None;
    }
    let bare = first.unit.is_none() && second.unit.is_none() && a.scale == 1.0 && b.scale == 1.0;
    let counted = matches!(&*link, "votes" | "goals" | "seats");
    let whole = a.value.fract() == 0.0 && b.value.fract() == 0.0 && a.value < 10_000.0;
    if bare && whole && !from && link != "or" && scored(view, start, &first, &second) {
        let end = second.end + usize::from(counted && view.is(second.end, &["votes", "goals", "seats"]));
        let high = Some(b.value);
        return Some(Draft { dimension: Dimension::Score, high, tokens: start..end, ..Draft::of(first) });
    }
    if counted {
        return None;
    }
    // "70 to 75 million": the scale is said once.
    if a.scale == 1.0
        && b.scale > 1.0
        && a.value < 1000.0
        && a.value * b.scale <= b.value * 2.0
        && (first.unit.is_none() | second.unit.is_none() | hyphen || first.money() && &*link != "or")
        && change::before(view, start).is_none_or(|_| from || !first.money())
    {
        first.number.value *= b.scale;
        first.number.step *= b.scale;
    }
    let (first_unit, second_unit) = (first.unit.is_some(), second.unit.is_some());
    match (&first.unit, &second.unit) {
        (None, Some(unit)) => first.unit = Some(unit.clone()),
        (Some(unit), None) if matches!(unit.dimension, Dimension::Money(_)) || hyphen => {
            second.unit = Some(unit.clone())
        }
        (Some(a), Some(b)) if a.symbol == b.symbol || a.dimension == b.dimension => {}
        (None, None) => {}
        _ => return None,
    }
    let factor = |t: &Term| t.unit.as_ref().map_or(1.0, |u| u.factor);
    let (low, high) = (first.number.value, second.number.value * factor(&second) / factor(&first));
    let mut draft = Draft { tokens: start..second.end, ..Draft::of(first) };
    // "climbed by 17 to 58": by how much, and to where.
    let by = bare && link == "to" && start > view.start && view.is(start - 1, &["by"]);
    if by && high > 2.0 * low && change::before(view, start).is_some() {
        return None;
    }
    // "fell $2.86 to $77.11": by how much, and to where.
    let own = first_unit && second_unit && change::before(view, start).is_some() && link == "to" && !from;
    if own && !(start > view.start && view.is(start - 1, &["by"])) {
        return None;
    }
    let moved = link == "to" && (low >= high || from) && (from || change::before(view, start).is_some());
    let moved = moved && (low >= high || change::before(view, start).is_some());
    if moved {
        // "rose from 40 to 52": where it stands now, and where it stood.
        return Some(Draft { value: high, from: Some(low), step: second.number.step, ..draft });
    }
    if low >= high || (link == "or" && (high > low * 2.0 || !bare)) {
        return None;
    }
    draft.high = Some(high);
    Some(draft)
}
