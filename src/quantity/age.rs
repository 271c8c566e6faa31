//! Ages: "34-year-old", "aged 46", "46 years old", "Ines Mora, 46,".

use super::number::{self, Number};
use super::view::View;
use super::{Counted, Dimension, Draft, figures};
use crate::text::{Case, TokenKind};
use crate::time::TimeUnit;

/// The age that begins with token `i`.
pub(super) fn find(view: &View, i: usize) -> Option<Draft> {
    hyphened(view, i).or_else(|| aged(view, i)).or_else(|| years_old(view, i)).or_else(|| apposed(view, i))
}

fn age(start: usize, end: usize, number: &Number, unit: &str) -> Draft {
    let factor = match unit {
        "month" | "week" | "day" => {
            TimeUnit::named(unit).map_or(1.0, |unit| unit.days() / TimeUnit::Year.days())
        }
        _ => 1.0,
    };
    Draft {
        dimension: Dimension::Age,
        symbol: unit.into(),
        factor,
        tokens: start..end,
        ..Draft::number(start, number)
    }
}

fn hyphened(view: &View, i: usize) -> Option<Draft> {
    let word = view.low(i);
    let rest = word.strip_suffix("-olds").or_else(|| word.strip_suffix("-old"))?;
    let (number, unit) = rest.rsplit_once('-')?;
    let value = match figures::read(number) {
        Some((value, _)) => value,
        None => number::word(number)?,
    };
    let mut draft = age(i, i + 1, &Number::new(i + 1, value), unit.strip_suffix('s').unwrap_or(unit));
    if word.ends_with('s') {
        let span = view.token(i)?.span;
        draft.of = Some(Counted { span, head: "people".into(), modifiers: Vec::new() });
    }
    Some(draft)
}

fn aged(view: &View, i: usize) -> Option<Draft> {
    if !(view.is(i, &["aged"])
        || (view.is(i, &["age", "ages"]) && i > view.start && view.is(i - 1, &["at", "the", "of"])))
    {
        return None;
    }
    let number = number::parse(view, i + 1, false).filter(|n| n.value < 130.0 && !n.ordinal)?;
    let mut draft = age(i, number.end, &number, "year");
    if view.is(number.end, &["to", "-", "–", "and"])
        && let Some(high) =
            number::parse(view, number.end + 1, false).filter(|n| n.value < 130.0 && n.value > number.value)
    {
        draft.high = Some(high.value);
        draft.tokens.end = high.end;
    }
    Some(draft)
}

fn years_old(view: &View, i: usize) -> Option<Draft> {
    let number = number::parse(view, i, false).filter(|n| n.value < 130.0 && !n.ordinal)?;
    let unit = view.low(number.end);
    let unit = unit.strip_suffix('s').unwrap_or(&unit);
    let old = view.is(number.end + 1, &["old"]);
    let end = number.end + if old { 2 } else { 3 };
    let fits = matches!(unit, "year" | "month" | "week" | "day")
        && (old || (view.is(number.end + 1, &["of"]) && view.is(number.end + 2, &["age"])));
    fits.then(|| age(i, end, &number, unit))
}

/// "Ines Mora, 46," and "Ines Mora (46)"
fn apposed(view: &View, i: usize) -> Option<Draft> {
    if view.kind(i)? != TokenKind::Number || i < view.start + 2 {
        return None;
    }
    let (before, after) = (view.word(i - 1), view.word(i + 1));
    let closed = match before {
        "," => matches!(after, "," | "." | ";") || after.is_empty(),
        "(" => after == ")",
        _ => false,
    };
    let name = |at| {
        view.kind(at) == Some(TokenKind::Word)
            && view.token(at).is_some_and(|t| t.case != Case::Lower && t.case != Case::Upper)
    };
    let named = name(i - 2) && i >= view.start + 3 && name(i - 3);
    let number = number::parse(view, i, false).filter(|n| n.plain && n.value >= 1.0 && n.value < 120.0)?;
    (closed && named && number.end == i + 1).then(|| age(i, i + 1, &number, "year"))
}
