//! Rates: "400 barrels a day", "$80 a barrel", "12 per 100,000 people".

use super::number;
use super::view::View;
use super::{Dimension, Draft};
use crate::text::TokenKind;
use compact_str::CompactString;

/// What a quantity is per, and the token after it.
pub(super) fn per(view: &View, draft: &Draft) -> Option<(usize, CompactString)> {
    if matches!(draft.dimension, Dimension::Ordinal | Dimension::Score | Dimension::Age) {
        return None;
    }
    let end = draft.tokens.end;
    if view.is(end, &["per", "/"]) {
        if view.is(end + 1, &["cent", "capita"]) {
            return view.is(end + 1, &["capita"]).then(|| (end + 2, CompactString::from("person")));
        }
        let number = number::parse(view, end + 1, false).filter(|n| n.scale > 1.0 || n.value >= 100.0);
        let at = number.as_ref().map_or(end + 1, |n| n.end);
        if view.kind(at) != Some(TokenKind::Word) {
            return None;
        }
        let noun = singular(&view.low(at));
        let per = match number {
            Some(number) => format!("{} {noun}", number.value).into(),
            None => noun,
        };
        return Some((at + 1, per));
    }
    // "a day", "an hour", "each year"
    let unit = view.low(end + 1);
    let article = view.is(end, &["a", "an", "each", "every"]);
    let plain = matches!(
        &*unit,
        "day"
            | "week"
            | "month"
            | "year"
            | "hour"
            | "minute"
            | "second"
            | "night"
            | "barrel"
            | "share"
            | "tonne"
            | "ton"
            | "head"
            | "litre"
            | "gallon"
            | "kilo"
            | "kilogram"
            | "pound"
            | "person"
            | "piece"
            | "ticket"
            | "ounce"
            | "bottle"
            | "mile"
            | "kilometre"
            | "unit"
            | "household"
            | "gram"
            | "liter"
            | "bushel"
            | "pack"
            | "acre"
            | "hectare"
            | "dose"
            | "seat"
            | "pint"
            | "trip"
            | "visit"
            | "game"
            | "student"
            | "pupil"
            | "worker"
            | "voter"
    );
    let ago = view.is(end + 2, &["ago", "earlier", "later", "before", "after", "since", "apart"]);
    // "300 a day"; other things than times only of amounts
    let time = matches!(&*unit, "day" | "week" | "month" | "year" | "hour" | "minute" | "night");
    let bare = draft.dimension == Dimension::Count && time && view.is(end, &["a", "an"]);
    (article && plain && !ago && (draft.unit() || bare)).then(|| (end + 2, unit.into()))
}

fn singular(word: &str) -> CompactString {
    let plain = word.strip_suffix('s').filter(|w| w.len() > 2 && !w.ends_with('s'));
    plain.unwrap_or(word).into()
}
