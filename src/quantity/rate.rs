//! Rates: "400 barrels a day", "$80 a barrel", "12 per 100,000 people".

use super::number;
use super::view::View;
use super::{Dimension, Draft};
use crate::text::TokenKind;
use compact_str::CompactString;

/// Times that something is counted per, also without a unit: "300 a day".
const TIMES: [&str; 7] = ["day", "week", "month", "year", "hour", "minute", "night"];

/// Other things that an amount is per: "$80 a barrel".
const THINGS: [&str; 36] = [
    "second",
    "barrel",
    "share",
    "tonne",
    "ton",
    "head",
    "litre",
    "gallon",
    "kilo",
    "kilogram",
    "pound",
    "person",
    "piece",
    "ticket",
    "ounce",
    "bottle",
    "mile",
    "kilometre",
    "unit",
    "household",
    "gram",
    "liter",
    "bushel",
    "pack",
    "acre",
    "hectare",
    "dose",
    "seat",
    "pint",
    "trip",
    "visit",
    "game",
    "student",
    "pupil",
    "worker",
    "voter",
];

/// What a quantity is per, and the token after it.
pub(super) fn per(view: &View, draft: &Draft) -> Option<(usize, CompactString)> {
    if matches!(draft.dimension, Dimension::Ordinal | Dimension::Score | Dimension::Age) {
        return None;
    }
    let end = draft.tokens.end;
    if view.is(end, &["per", "/"]) {
        return behind_per(view, end + 1);
    }
    // "a day", "an hour", "each year"
    if !view.is(end, &["a", "an", "each", "every"]) {
        return None;
    }
    let unit = view.low(end + 1);
    let time = TIMES.contains(&&*unit);
    if !time && !THINGS.contains(&&*unit) {
        return None;
    }
    let ago = view.is(end + 2, &["ago", "earlier", "later", "before", "after", "since", "apart"]);
    let bare = draft.dimension == Dimension::Count && time && view.is(end, &["a", "an"]);
    (!ago && (draft.unit() || bare)).then(|| (end + 2, unit.into()))
}

/// "Per barrel", "per 100,000 people", "per capita"; a percentage is no rate.
fn behind_per(view: &View, start: usize) -> Option<(usize, CompactString)> {
    if view.is(start, &["cent", "capita"]) {
        return view.is(start, &["capita"]).then(|| (start + 1, CompactString::from("person")));
    }
    let number = number::parse(view, start, false).filter(|n| n.scale > 1.0 || n.value >= 100.0);
    let at = number.as_ref().map_or(start, |n| n.end);
    if view.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    let noun = singular(&view.low(at));
    let per = match number {
        Some(number) => format!("{} {noun}", number.value).into(),
        None => noun,
    };
    Some((at + 1, per))
}

fn singular(word: &str) -> CompactString {
    let plain = word.strip_suffix('s').filter(|w| w.len() > 2 && !w.ends_with('s'));
    plain.unwrap_or(word).into()
}
