//! Two events that the text puts in one order and the record in the other.

use super::evidence::Evidence;
use super::{Checker, Reader};
use crate::claim::{Claim, Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::rules::event;
use crate::compare::{Side, THRESHOLD};
use crate::time::{Date, Interval};
use std::borrow::Cow;

/// How a text puts one event to another.
#[derive(Clone, Copy, PartialEq)]
enum Order {
    Before,
    After,
    SameDay,
}

/// An event put in an order to another.
struct Placed {
    /// The claim that is flagged.
    at: usize,
    /// What is placed, and where it stands to what.
    event: Claim,
    order: Order,
    other: Claim,
}

/// A statement that may tell of an event, its day, and how well the two meet.
struct Told {
    index: usize,
    day: Interval,
    score: f32,
}

impl Checker {
    /// Where a claim is put before or after another event, and the statements that agree with the two are dated the
    /// other way round, both statements speak against it.
    pub(super) fn reorder(&self, sides: &[Side], reader: &mut Reader, as_of: Date, found: &mut [Evidence]) {
        for placed in (0..sides.len()).filter_map(|at| place(sides, at)) {
            let side = &sides[placed.at];
            let ours = self.told(side, &placed.event, reader, as_of);
            let theirs = self.told(side, &placed.other, reader, as_of);
            let (Some(a), Some(b)) = (ours.first(), theirs.first()) else { continue };
            let wrong = |a: &Told, b: &Told| {
                a.index != b.index
                    && match placed.order {
                        Order::Before => b.day.is_before(a.day),
                        Order::After => a.day.is_before(b.day),
                        Order::SameDay => !a.day.overlaps(b.day),
                    }
            };
            // Whichever statements are meant.
            if !ours.iter().all(|a| theirs.iter().all(|b| wrong(a, b))) {
                continue;
            }
            let confidence = 0.95 * a.score.min(b.score);
            if confidence < THRESHOLD {
                continue;
            }
            let (a, b, found) = (a.index, b.index, &mut found[placed.at].found);
            found.retain(|f| f.weighed.statement != a && f.weighed.statement != b);
            found.extend([a, b].map(|index| self.contradicting(index, "sequence", confidence)));
            found.sort_by_key(|f| f.weighed.statement);
        }
    }

    /// The statements that tell best of an event, the best first, and all that tell of it nearly as well.
    fn told(&self, side: &Side, claim: &Claim, reader: &mut Reader, as_of: Date) -> Vec<Told> {
        const MONTH: i64 = 31;
        const NEARLY: f32 = 0.15;
        let side = Side { claim, spoken: None, content: Cow::default(), ..*side }.whatever_meets();
        let statements = &self.corpus.record().statements;
        let mut told: Vec<Told> = Vec::new();
        self.beside(&side, reader, as_of, &mut |pair, index| {
            let Some(score) = event(pair) else { return };
            let day = pair.statement.own_days().unwrap_or(statements[index].date.interval());
            if day.days().is_some_and(|days| days <= MONTH) {
                told.push(Told { index, day, score });
            }
        });
        told.sort_by(|a, b| b.score.total_cmp(&a.score));
        let best = told.first().map_or(0.0, |t| t.score);
        told.retain(|t| t.score > best - NEARLY);
        told
    }
}

/// The order in which a claim, or what was told right before it, is put to another event.
fn place(sides: &[Side], at: usize) -> Option<Placed> {
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
    let leads = marker(first_words(side.text, claim.span.start));
    if let Some(order) = leads {
        // "They did so before the judges had ruled": what they did stands in the sentence before.
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
        let already = side.has_word(&["already"]);
        let order = if day {
            Some(Order::SameDay)
        } else {
            joint.filter_map(|w| order_of(w, already)).fold(None, |_, order| Some(order))
        };
        let told = next.claim.modality == Modality::Fact && next.claim.polarity == Polarity::Positive;
        if let Some(order) = order.filter(|_| told && !claim.subordinate) {
            return Some(Placed { at, event: gone(side), order, other: next.claim.clone() });
        }
    }
    // "Before the election".
    let (start, order) = ["before", "after", "following"].iter().find_map(|word| {
        let found = words.find(&format!(" {word} "))?;
        Some((claim.span.start + found, if *word == "before" { Order::Before } else { Order::After }))
    })?;
    let (other, own): (Vec<Term>, Vec<Term>) =
        claim.terms.iter().cloned().partition(|t| t.span.start > start);
    let noun = other.iter().position(|t| t.kind == TermKind::Noun)?;
    let mut named = Claim { terms: other, past: true, passive: false, ..claim.clone() };
    named.terms[noun].role = TermRole::Subject;
    let event = Claim { terms: own, ..claim.clone() };
    (!claim.subordinate && claim.past).then_some(Placed { at, event, order, other: named })
}

/// "They had not waited for the court to rule": they acted before.
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
    let told = |c: &Claim| c.past && c.title.is_none() && c.polarity == Polarity::Positive && !c.subordinate;
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
    let near = side.claim.span.start.saturating_sub(from) <= opening.len();
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
