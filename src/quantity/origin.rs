//! Where a level stood before, told behind it: "rose to 5,400 from 3,900", "61.5 percent, up from 58".

use super::term::{self, Term};
use super::view::View;
use super::{Counted, Dimension, Draft, change};

/// The token after the former level, and the level in the unit of the draft.
pub(super) fn find(view: &View, draft: &Draft, of: Option<&Counted>) -> Option<(usize, f64)> {
    let comparable = !matches!(draft.dimension, Dimension::Ordinal | Dimension::Score | Dimension::Age);
    if !comparable || draft.from.is_some() || draft.high.is_some() {
        return None;
    }
    let end = behind(view, draft, of);
    let at = linked(view, draft, end)?;
    let former =
        term::read(view, at).filter(|t| !t.number.ordinal && !t.number.indefinite && !view.timed(at))?;
    let value = former_value(draft, &former)?;
    // "from 9 to 5" is a change of its own; "from 3 countries" counts others.
    let other = view.is(former.end, &["to"]) || former.unit.is_none() && named(view, former.end);
    (!other && value != draft.value).then_some((former.end, value))
}

/// The token behind the quantity and the noun that it counts.
fn behind(view: &View, draft: &Draft, of: Option<&Counted>) -> usize {
    let mut end = draft.tokens.end;
    let last = of.map_or(0, |of| of.span.end);
    while end < view.end && view.document.tokens[end].span.start < last {
        end += 1;
    }
    // "to 3.1 percent in May from 3.4"
    let timed = |i: usize| view.timed(i) || (view.is(i, &["in", "on", "at"]) && view.timed(i + 1));
    while timed(end) {
        end += 1;
    }
    end
}

/// The token behind the words that lead to the former level.
fn linked(view: &View, draft: &Draft, end: usize) -> Option<usize> {
    let at = end + usize::from(view.word(end) == ",");
    if view.is(at, &["up", "down"]) {
        return view.is(at + 1, &["from"]).then_some(at + 2);
    }
    // "Will cost 465 instead of 410"
    if view.is(at, &["instead"]) {
        return view.is(at + 1, &["of"]).then_some(at + 2);
    }
    if view.is(at, &["compared"]) {
        return view.is(at + 1, &["with", "to"]).then_some(at + 2);
    }
    let start = draft.tokens.start;
    let level =
        start > view.start && view.is(start - 1, &["to", "at"]) && change::before(view, start).is_some();
    (level && view.is(at, &["from"])).then_some(at + 1)
}

/// The former level in the draft's unit: "5.4 million from 3.9" shares the scale.
fn former_value(draft: &Draft, former: &Term) -> Option<f64> {
    let Some(unit) = &former.unit else {
        let shared = former.number.scale == 1.0 && draft.step >= 1e4 && former.number.value < 1000.0;
        let scale = 1000f64.powf((draft.value.abs().log10() / 3.0).floor());
        return Some(if shared { former.number.value * scale } else { former.number.value });
    };
    (unit.dimension == draft.dimension).then(|| former.number.value * unit.factor / draft.factor)
}

/// Whether a plural noun follows.
fn named(view: &View, at: usize) -> bool {
    super::phrase::plural_after(view, at)
}
