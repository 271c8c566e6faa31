//! Approximations and bounds around a number: "about", "more than", "40 or so", "40+".

use super::view::View;
use super::vocabulary::VOCABULARY;
use super::{Bound, Draft};

/// Widens a quantity over the words that make it an approximation or a bound.
pub(super) fn apply(view: &View, draft: &mut Draft) -> Bound {
    let v = &*VOCABULARY;
    if let Some((end, bound)) = view.longest(draft.tokens.end, 3, |phrase| v.after.get(phrase)) {
        draft.tokens.end = end;
        return *bound;
    }
    let mut bound = Bound::Exactly;
    // Twice: "more than about 40", "up to around 40"; the outer word says more.
    for _ in 0..2 {
        let mut to = draft.tokens.start;
        if to > view.start && bound == Bound::Exactly && view.is(to - 1, &["the", "a"]) && draft.share() {
            to -= 1;
        }
        let Some((start, found)) = view.longest_before(to, 4, |phrase| v.before.get(phrase)) else { break };
        // "it is over, 40 left", "the about-turn"
        if view.timed(start) {
            break;
        }
        draft.tokens.start = start;
        bound = *found;
    }
    if bound == Bound::Exactly { draft.bound } else { bound }
}
