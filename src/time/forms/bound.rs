//! Open ends: *since September*, *by Christmas*, *until the end of March*, *before 2026*, *not until June*.

use super::{Form, Found, found};
use crate::time::point::Point;
use crate::time::points;
use crate::time::words::Words;

pub(super) fn bound(w: &Words, i: usize) -> Found {
    let (make, k): (fn(Point) -> Form, usize) = match w.lower(i) {
        "since" => (Form::Since, w.skip(i + 1, &["about", "around", "at"])),
        "ever" if w.is(i + 1, "since") => (Form::Since, i + 2),
        "by" => (Form::By, i + 1),
        "until" | "till" | "up" | "through" => {
            let k =
                if w.is(i, "up") { w.seq(i, &["up", "to"]).or(w.seq(i, &["up", "until"]))? } else { i + 1 };
            // "will not open until", "are not due until", "isn't expected to return until"
            let not = (1..=6)
                .map(|n| w.back(i, n))
                .take_while(|k| !w.punctuation(*k))
                .any(|k| w.any(k, &["not", "no"]) || matches!(w.text(k), "n't" | "n’t" | "never"));
            if not { (Form::NotUntil, k) } else { (Form::By, k) }
        }
        "not" if w.any(i + 1, &["until", "till", "before"]) => (Form::NotUntil, i + 2),
        "before" => (Form::Before, i + 1),
        "after" => (Form::After, i + 1),
        "starting" | "beginning" => (Form::Since, w.skip(i + 1, &["in", "on", "from"])),
        "no" if w.is(i + 1, "later") && w.is(i + 2, "than") => (Form::By, i + 3),
        "later" if w.is(i + 1, "than") => (Form::After, i + 2),
        "earlier" if w.is(i + 1, "than") => (Form::Before, i + 2),
        "prior" if w.is(i + 1, "to") => (Form::Before, i + 2),
        "from" => {
            // Only with "on" or "onwards"; "images from Tuesday" have no open end.
            let (point, next) = points::point(w, i + 1)?;
            let end = w.skip(next, &["onward", "onwards", "on"]);
            return if end > next && (w.punctuation(end) || !w.is(next, "on")) {
                found(Form::Since(point), i, end)
            } else {
                None
            };
        }
        _ => return None,
    };
    let (point, next) = points::point(w, k)?;
    // "after two weeks ago" is nobody's English; "by last three weeks" neither.
    if matches!(point, Point::Rolling(..)) && !w.is(i, "since") {
        return None;
    }
    found(make(point), i, next)
}
