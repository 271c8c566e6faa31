//! "Former Acme chief executive Jo Hall"; "The finance minister, Ana Ruiz, …".

use super::{Found, LONGEST, Named, former, office, part, possessive};
use crate::text::TokenKind;

pub(super) fn find(named: &Named) -> Option<Found> {
    let (document, first) = (named.document, named.sentence.start);
    let mut end = named.name.start;
    let set_off = end > first + 1 && document.word(end - 1) == ",";
    if set_off {
        end -= 1;
    }
    if end == first || !office(document, end - 1) {
        return None;
    }
    let floor = first.max(end.saturating_sub(LONGEST));
    let mut start = end - 1;
    while start > floor && part(document, start - 1) {
        start -= 1;
    }
    if possessive(document, start) {
        start += 1;
    }
    if set_off && !introduced(named, start) {
        return None;
    }
    Some(Found { former: former(document, start..end), office: start..end, words: None, attached: true })
}

/// Between commas a name explains an office only where that is one certain one: "the minister, Ana Ruiz,".
fn introduced(named: &Named, start: usize) -> bool {
    let document = named.document;
    let possessive = (start..named.name.start).any(|at| document.tokens[at].is(&["'s", "'"]));
    let determined =
        start > named.sentence.start && document.tokens[start - 1].is(&["the", "its", "their", "his", "her"]);
    let after = named.name.end;
    let closed = after >= named.sentence.end || document.tokens[after].kind == TokenKind::Punctuation;
    (possessive || determined) && closed
}
