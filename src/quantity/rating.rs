//! Ratings: "5.5/10", "8.5 out of 10", "78 out of 100".

use super::view::View;
use super::{Dimension, Draft, figures, phrase};
use crate::text::TokenKind;
use compact_str::format_compact;

/// The rating that begins with token `i`: a share whose unit is its scale.
pub(super) fn find(view: &View, i: usize) -> Option<Draft> {
    let figure =
        |at: usize| (view.kind(at) == Some(TokenKind::Number)).then(|| figures::read(view.word(at)))?;
    let (top, step) = figure(i)?;
    let at = if view.word(i + 1) == "/" {
        i + 2
    } else if view.is(i + 1, &["out"]) && view.is(i + 2, &["of"]) {
        i + 3
    } else {
        return None;
    };
    let (scale, one) = figure(at)?;
    let whole = step >= 1.0;
    // "78 out of 100 voters" and "9 out of 10" are shares of something.
    let hundred = scale == 100.0 && view.word(i + 1) != "/" && !phrase::plural_after(view, at + 1);
    let rated = hundred || !whole && matches!(scale as u32, 4 | 5 | 6 | 10 | 20 | 100);
    (rated && one == 1.0 && top <= scale).then(|| Draft {
        tokens: i..at + 1,
        value: top / scale,
        step: step / scale,
        dimension: Dimension::Percent,
        factor: 100.0,
        symbol: format_compact!("/{scale}"),
        ..Draft::number(i, &super::number::Number::new(at + 1, top / scale))
    })
}
