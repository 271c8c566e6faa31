//! How a text puts one event before or after another: *before*, *after*, *by then*, *when … had already*.

use crate::claim::{Claim, Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::Side;
use crate::time::is_unit;

/// How a text puts one event to another.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Order {
    Before,
    After,
    SameDay,
}

/// An event put in an order to another.
pub(super) struct Placed {
    /// The claim that is flagged.
    pub at: usize,
    /// What is placed, and where it stands to what.
    pub event: Claim,
    pub order: Order,
    pub other: Claim,
}

/// The order in which a claim, or what was told right before it, is put to another event.
pub(super) fn place(sides: &[Side], at: usize) -> Option<Placed> {
    let side = &sides[at];
    let claim = side.claim;
    if claim.title.is_some() || claim.modality != Modality::Fact {
        return None;
    }
    let own = || claim.clone();
    if claim.polarity == Polarity::Negative {
        return waited(sides, at);
    }
    if let Some(order) = then(side) {
        let other = before(sides, at, claim.sentence.checked_sub(1)?)?.clone();
        return Some(Placed { at, event: own(), order, other });
    }
    if let Some(placed) = fronted(sides, at) {
        return Some(placed);
    }
    let leads = marker(first_words(side.text, claim.span.start));
    if let Some(order) = leads {
        // "They did so before the paint had dried": what they did stands in the sentence before.
        let next = sides.get(at + 1).filter(|s| s.claim.sentence == claim.sentence);
        let main = sides[..at]
            .iter()
            .rev()
            .take_while(|s| s.claim.sentence == claim.sentence)
            .find(|s| s.claim.title.is_none());
        return match (main, next) {
            (Some(_), _) => None,
            // "After the vote was held, they settled."
            (None, Some(next)) if lead(side).is_empty() && next.claim.past => {
                Some(Placed { at: at + 1, event: next.claim.clone(), order, other: own() })
            }
            (None, _) => {
                let event = before(sides, at, claim.sentence.checked_sub(1)?)?.clone();
                echoes(lead(side)).then_some(Placed { at, event, order, other: own() })
            }
        };
    }
    behind(sides, at)
}

/// "By the time the boat was found, he had gone home"; "only after they had paid did the trains run".
fn fronted(sides: &[Side], at: usize) -> Option<Placed> {
    const OPENINGS: [(&str, Order); 6] = [
        ("by the time", Order::Before),
        ("only after", Order::After),
        ("only when", Order::After),
        ("only once", Order::After),
        ("not until", Order::After),
        ("no sooner had", Order::After),
    ];
    let claim = sides[at].claim;
    let opening = sides[at].analysis.sentences[claim.sentence].span.of(sides[at].text).as_bytes();
    let opens =
        |words: &str| opening.get(..words.len()).is_some_and(|w| w.eq_ignore_ascii_case(words.as_bytes()));
    let (_, order) = *OPENINGS.iter().find(|(words, _)| opens(words))?;
    let first = sides[..at].iter().rposition(|s| s.claim.sentence != claim.sentence).map_or(0, |i| i + 1);
    let mut own = sides[first..=at].iter().map(|s| s.claim).filter(|c| c.title.is_none());
    let other = own.next()?;
    let told = other.modality == Modality::Fact && other.polarity == Polarity::Positive;
    // Of what follows the first clause, the first is what is placed.
    if !told || !own.next().is_some_and(|next| std::ptr::eq(next, claim)) {
        return None;
    }
    let mut other = other.clone();
    other.terms.retain(|term| term.key != "time");
    Some(Placed { at, event: gone(&sides[at]), order, other })
}

/// A claim with the clause, or the noun of an event, that stands behind it after *before* or *after*.
fn behind(sides: &[Side], at: usize) -> Option<Placed> {
    let side = &sides[at];
    let (claim, text) = (side.claim, side.text);
    let words = side.words();
    let next = sides[at + 1..]
        .iter()
        .take_while(|s| s.claim.sentence == claim.sentence)
        .find(|s| s.claim.title.is_none() && s.claim.span.start >= claim.span.end);
    if let Some(next) = next {
        let between = &text[claim.span.end..next.claim.span.start];
        let day =
            ["very day", "same day"].iter().any(|w| words.ends_with(w) || between.trim_end().ends_with(w));
        let joint = between.split(' ').chain(first_words(text, next.claim.span.start).split(' '));
        let already = side.has_word(&["already"]) || pluperfect(side);
        let order = if day {
            Some(Order::SameDay)
        } else {
            joint.filter_map(|w| order_of(w, already)).fold(None, |_, order| Some(order))
        };
        let told = next.claim.modality == Modality::Fact && next.claim.polarity == Polarity::Positive;
        if let Some(order) = order.filter(|_| told && !claim.subordinate) {
            let mut event = gone(side);
            measured(&mut event.terms, text, next.claim.span.start);
            return Some(Placed { at, event, order, other: next.claim.clone() });
        }
    }
    // "Before the election".
    const BEFORE_NOUNS: [(&str, Order); 8] = [
        (" before ", Order::Before),
        (" ahead of ", Order::Before),
        (" prior to ", Order::Before),
        (" after ", Order::After),
        (" following ", Order::After),
        (" in the wake of ", Order::After),
        (" on the day of ", Order::SameDay),
        (" on the same day as ", Order::SameDay),
    ];
    let (start, order) = BEFORE_NOUNS
        .iter()
        .find_map(|(opening, order)| Some((claim.span.start + words.find(opening)?, *order)))?;
    let (mut other, mut own): (Vec<Term>, Vec<Term>) =
        claim.terms.iter().cloned().partition(|t| t.span.start > start);
    measured(&mut own, text, start);
    other.retain(|t| order != Order::SameDay || !is_unit(&t.key));
    let noun = other.iter().position(|t| t.kind == TermKind::Noun)?;
    let mut named = Claim { terms: other, past: true, passive: false, ..claim.clone() };
    named.terms[noun].role = TermRole::Subject;
    let event = Claim { terms: own, ..claim.clone() };
    (!claim.subordinate && claim.past).then_some(Placed { at, event, order, other: named })
}

/// "Opened **a week** before the fair", "in **the year** after the flood" only say how long before or after.
fn measured(terms: &mut Vec<Term>, text: &str, order: usize) {
    let apart = |t: &Term| t.kind == TermKind::Noun && text[t.span.end..order].trim().is_empty();
    if terms.last().is_some_and(|t| t.span.end <= order && apart(t) && is_unit(&t.key)) {
        terms.pop();
    }
}

/// "The crew had left when the pier burned", but not "had hardly left".
fn pluperfect(side: &Side) -> bool {
    let had = |t: &&Term| t.key == "have";
    side.claim.past
        && side.has_word(&["had"])
        && !side.has_word(&["hardly", "barely", "scarcely", "just", "only", "still"])
        && !side.claim.terms_of(TermRole::Predicate).any(|t| had(&t))
}

/// "The crew did not wait for the tide to turn": they acted before.
fn waited(sides: &[Side], at: usize) -> Option<Placed> {
    let claim = sides[at].claim;
    let predicate = |t: &&Term| t.role == TermRole::Predicate && matches!(t.key.as_str(), "wait" | "await");
    let wait = claim.terms.iter().find(predicate)?;
    let mut terms: Vec<Term> =
        claim.terms.iter().filter(|t| t.span.start >= wait.span.end).cloned().collect();
    for term in &mut terms {
        term.role = TermRole::Subject;
    }
    let next = sides.get(at + 1).filter(|s| s.claim.sentence == claim.sentence);
    let behind = |t: &&Term| t.span.start >= claim.span.end;
    terms.extend(next.into_iter().flat_map(|s| s.claim.terms.iter().filter(behind).cloned()));
    let other = Claim { terms, polarity: Polarity::Positive, ..claim.clone() };
    let mut own: Vec<Term> = claim.terms_of(TermRole::Subject).cloned().collect();
    let event = if own.is_empty() {
        before(sides, at, claim.sentence.checked_sub(1)?)?.clone()
    } else {
        own.push(verb(wait, "act"));
        Claim { terms: own, polarity: Polarity::Positive, ..claim.clone() }
    };
    Some(Placed { at, event, order: Order::Before, other })
}

/// A verb in the place of another term.
fn verb(at: &Term, key: &str) -> Term {
    Term::new(at.span, key.into(), key.into(), TermKind::Verb, TermRole::Predicate)
}

/// "She had gone": she left.
fn gone(side: &Side) -> Claim {
    let mut claim = side.claim.clone();
    let bare = claim.terms_of(TermRole::Predicate).next().is_none() && side.words().ends_with(" gone");
    if let Some(who) = claim.terms.first().filter(|_| bare) {
        claim.terms.push(verb(who, "leave"));
    }
    claim
}

/// The last event of the past in a sentence that stands before a claim.
fn before<'a>(sides: &[Side<'a>], at: usize, sentence: usize) -> Option<&'a Claim> {
    let told = |c: &Claim| {
        (c.past || c.perfect) && c.title.is_none() && c.polarity == Polarity::Positive && !c.subordinate
    };
    sides[..at]
        .iter()
        .rev()
        .map(|s| s.claim)
        .take_while(|c| c.sentence >= sentence)
        .find(|c| c.sentence == sentence && told(c))
}

/// "By then", "only then" in front of a claim.
fn then(side: &Side) -> Option<Order> {
    let from = side.analysis.sentences[side.claim.sentence].span.start;
    let opening = side.text[from..].split(' ').take(3).collect::<Vec<_>>().join(" ").to_lowercase();
    let near = side.claim.span.start.saturating_sub(from) <= opening.len() + 1;
    if !near {
        None
    } else if opening.starts_with("by then") || opening.starts_with("by that time") {
        Some(Order::Before)
    } else {
        opening.starts_with("only then").then_some(Order::After)
    }
}

/// What of its sentence stands before a claim.
fn lead<'a>(side: &Side<'a>) -> &'a str {
    let from = side.analysis.sentences[side.claim.sentence].span.start;
    side.text[from..side.claim.span.start.max(from)].trim()
}

/// "They did so", "that happened": nothing but what points back.
fn echoes(lead: &str) -> bool {
    const WORDS: usize = 4;
    lead.split(' ').count() <= WORDS
        && lead.split(' ').any(|w| matches!(w, "so" | "happened" | "followed" | "came"))
}

fn first_words(text: &str, at: usize) -> &str {
    const BYTES: usize = 24;
    let mut end = (at + BYTES).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[at..end].split(' ').next().unwrap_or("")
}

fn order_of(word: &str, already: bool) -> Option<Order> {
    match word.trim_matches(|c: char| !c.is_alphabetic()) {
        "before" => Some(Order::Before),
        "after" | "once" => Some(Order::After),
        "when" if already => Some(Order::Before),
        _ => None,
    }
}

fn marker(word: &str) -> Option<Order> {
    order_of(&word.to_lowercase(), false)
}
