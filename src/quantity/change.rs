//! Level or change: "rose to 40", "rose by 5", "5 percent more", "a 5 percent fall".

use super::view::View;
use super::vocabulary::{Change, Usage, VOCABULARY};
use super::{Dimension, Draft, Measure};

/// The verb of change before a token, with nothing in between but adverbs and bounds.
pub(super) fn before(view: &View, to: usize) -> Option<(usize, Change)> {
    let mut at = to;
    for _ in 0..5 {
        at = at.checked_sub(1).filter(|&i| i >= view.start)?;
        let word = view.low(at);
        if let Some(change) = VOCABULARY.changes.get(&*word) {
            return Some((at, *change));
        }
        let between = word.ends_with("ly")
            || matches!(
                &*word,
                "by" | "to"
                    | "from"
                    | "a"
                    | "an"
                    | "another"
                    | "further"
                    | "about"
                    | "some"
                    | "over"
                    | "more"
                    | "than"
                    | "around"
                    | "back"
                    | "again"
                    | "at"
                    | "least"
                    | "just"
                    | "almost"
                    | "up"
                    | "down"
                    | "out"
                    | "as"
                    | "much"
                    | "only"
            );
        if !between {
            return None;
        }
    }
    None
}

/// Whether a quantity says where something stands or by how much it moved; `bounded` is its first token with its
/// approximation.
pub(super) fn measure(view: &View, draft: &Draft) -> Measure {
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    let direction = |rises| if rises { Measure::Rise } else { Measure::Fall };
    if draft.from.is_some() || draft.dimension == Dimension::Score || draft.dimension == Dimension::Ordinal {
        return Measure::Level;
    }
    // "5 percent more", "40 fewer", "5 percent higher"
    match &*view.low(end) {
        "or" => {}
        _ if draft.dimension == Dimension::Multiple => {}
        "more" | "higher" | "greater" | "faster" | "larger" | "longer" | "bigger" | "up" | "further"
        | "above"
            if !view.is(end + 1, &["from"]) =>
        {
            return Measure::Rise;
        }
        "fewer" | "less" | "lower" | "smaller" | "shorter" | "down" | "slower" | "cheaper" | "below" => {
            return Measure::Fall;
        }
        _ => {}
    }
    // "a 5 percent increase", "a $40 million pay cut" is left alone
    if draft.relative() || draft.money() || draft.dimension == Dimension::Multiple {
        for at in [end, end + 1] {
            if let Some(&rises) = VOCABULARY.change_nouns.get(&*view.low(at))
                && start > view.start
                && (draft.relative() || view.is(start - 1, &["a", "an", "the"]))
                && (at == end || !view.is(end, &["of", "in", "to", "from", ",", "."]))
            {
                return direction(rises);
            }
        }
    }
    let Some(previous) = start.checked_sub(1).filter(|&i| i >= view.start) else { return Measure::Level };
    // "an increase of 5", "a drop of 40"
    if view.is(previous, &["of"])
        && let Some(&rises) = previous.checked_sub(1).and_then(|i| VOCABULARY.change_nouns.get(&*view.low(i)))
        && !(view.is(previous - 1, &["loss"]) && draft.money())
    {
        return direction(rises);
    }
    let Some((verb, change)) = before(view, start) else { return by(view, previous) };
    let links = |word: &str| (verb + 1..start).any(|i| view.is(i, &[word]));
    if links("to") || links("at") || links("from") {
        return Measure::Level;
    }
    let moves = match change.usage {
        Usage::Times => false,
        _ if links("by") || draft.relative() => true,
        Usage::Act => false,
        // "dropped 150 millimetres of rain", "jumped 2 metres"
        Usage::Motion if draft.dimension == Dimension::Length => false,
        Usage::Motion | Usage::Verb => !view.is(start, &["over"]),
    };
    if moves { direction(change.rises) } else { Measure::Level }
}

/// "cut its staff by 40": the verb stands further off.
fn by(view: &View, previous: usize) -> Measure {
    if !view.is(previous, &["by"]) {
        return Measure::Level;
    }
    let first = previous.saturating_sub(8).max(view.start);
    for at in (first..previous).rev() {
        if view.is(at, &[",", ";", "and", "but", "said"]) {
            break;
        }
        if let Some(change) = VOCABULARY.changes.get(&*view.low(at)) {
            return if change.rises { Measure::Rise } else { Measure::Fall };
        }
    }
    Measure::Level
}
