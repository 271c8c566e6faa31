//! Recognisers of whole expressions. Ranges come before bounds and both before the points that they are
//! made of; what counts the time since a beginning comes before points and plain lengths.

mod bound;
mod elapsed;
mod length;
mod range;
mod set;

use super::amount::Length;
use super::point::Point;
use super::points;
use super::words::Words;
use crate::text::TokenKind;

/// A whole expression, not yet resolved.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    Point(Point),
    /// A date in the name of a file or in an address: of what, nobody says.
    Inside(Point),
    Range(Point, Point),
    Since(Point),
    By(Point),
    Before(Point),
    After(Point),
    /// *not until June*: from its first day on.
    NotUntil(Point),
    Duration(Length),
    /// *in two months*: a day ahead, or how long it took.
    Within(Length),
    /// *within two months*: by then, or how long it took.
    Deadline(Length),
    Elapsed(Length),
    Set,
    /// Words that look like a time and are none (*24 hours a day*); they are passed over.
    Nothing,
}

/// What begins at a token, where its words begin and where they end.
pub(super) struct Match {
    pub form: Form,
    pub from: usize,
    pub to: usize,
}

type Found = Option<Match>;

fn found(form: Form, from: usize, to: usize) -> Found {
    Some(Match { form, from, to })
}

static RECOGNISERS: &[fn(&Words, usize) -> Found] = &[
    set::set,
    range::slashed,
    range::crossed,
    range::range,
    range::days,
    range::joined,
    elapsed::ordinal,
    elapsed::hyphenated,
    elapsed::counted,
    bound::bound,
    point,
    length::within,
    length::duration,
    length::hyphenated,
    length::vague,
    inside,
];

fn point(w: &Words, i: usize) -> Found {
    let (point, next) = points::point(w, i)?;
    found(Form::Point(point), i, next)
}

/// *report-2022-05-01*, an address with a date in it.
fn inside(w: &Words, i: usize) -> Found {
    let address = w.doc.tokens[i].kind == TokenKind::Address;
    let joined = !w.first_byte(i).is_ascii_digit() && w.text(i).len() > 8 && w.text(i).contains('-');
    if !address && !joined {
        return None;
    }
    found(Form::Inside(points::inside(w.text(i))?), i, i + 1)
}

/// The expression that begins at a token, by the first recogniser that knows it.
pub(super) fn form(w: &Words, i: usize) -> Found {
    if !w.may_begin(i) {
        return None;
    }
    RECOGNISERS.iter().find_map(|recognise| recognise(w, i))
}
