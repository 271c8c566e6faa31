//! Clauses that point back to what was just told, and add to it only when, or before what, it happened: "it happened in May",
//! "the order came on Monday", "that promise was made before the vote".

use crate::claim::{Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::Side;
use crate::compare::rule_words::RuleWord;

/// Whether a claim says of what was just told only that it happened or became known.
pub fn points_back(side: &Side) -> bool {
    let claim = side.claim;
    let told = claim.past && claim.modality == Modality::Fact && claim.polarity == Polarity::Positive;
    if !told
        || !claim.quantities.is_empty()
        || claim.title.is_some()
        || claim.subordinate
        || claim.report.is_some()
    {
        return false;
    }
    let mut says = claim
        .terms_of(TermRole::Predicate)
        .filter(|t| matches!(t.kind, TermKind::Verb | TermKind::Adjective))
        .peekable();
    let happens = says.peek().is_some();
    if !says.all(|t| RuleWord::Occurs.has(&t.key) || RuleWord::Comes.has(&t.key)) {
        return false;
    }
    // What "it" may stand for is known to reference, and is the thing rather than what befell it.
    let first = side.words().split(' ').next().unwrap_or_default();
    let it = ["it", "this", "that"].iter().any(|word| first.eq_ignore_ascii_case(word));
    let own = |t: &&Term| {
        t.span.start >= claim.span.start + first.len() && (t.kind == TermKind::Noun || t.is_name())
    };
    let came = happens || side.has_word(&["came"]);
    happens && it && !claim.terms.iter().any(|t| own(&t))
        || came && claim.terms.iter().any(|term| known(side, term))
}

/// "The order", "that decision": a word for what was told, with nothing behind it that says which.
fn known(side: &Side, term: &Term) -> bool {
    const DEFINITE: [&str; 4] = ["the", "that", "this", "these"];
    const FURTHER: [&str; 11] =
        ["of", "to", "that", "about", "against", "over", "between", "with", "from", "which", "not"];
    let inside =
        side.claim.span.contains(term.span) && matches!(term.role, TermRole::Subject | TermRole::Object);
    let before = side.text[..term.span.start].trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
    let mut behind = side.text[term.span.end..].split_whitespace();
    let next = behind.next().unwrap_or_default();
    // "The decision on the bridge", but "the decision came on Monday".
    let on = matches!(next, "on" | "for" | "in")
        && !side.times().any(|t| side.text[term.span.end..t.span.start.max(term.span.end)].trim() == next);
    inside
        && term.kind == TermKind::Noun
        && RuleWord::ToldOf.has(&term.key)
        && DEFINITE.iter().any(|word| before.eq_ignore_ascii_case(word))
        && !FURTHER.contains(&next)
        && !on
}
