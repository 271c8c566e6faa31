//! `sequence`: before, says the claim; after, says the record.

use crate::claim::{Claim, Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::{closeness, one_event, other_in_row, positive};
use crate::compare::event;
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::{Differing, Link, Match, Meeting, Pair, Side, meet};
use crate::text::{Span, words};

pub(super) static RULE: Rule = Rule {
    code: "sequence",
    summary: "before, says the claim; after, says the record",
    documentation: "Speaks where claim and statement put the same two events in an order by \"before\" or \"after\", and the \
                    orders differ.",
    examples: &[
        Example {
            statement: "The mayor resigned before the report was published.",
            claim: "The mayor resigned after the report was published.",
            relation: "contradicts",
        },
        Example {
            statement: "The mayor resigned before the report was published.",
            claim: "The mayor resigned after the election.",
            relation: "silent",
        },
    ],
    concerns: |side| positive(side) && ordered(side).is_some(),
    unaligned: |_| false,
    apply,
    explain: |told| told.on_record(),
};

/// Which event came first.
#[derive(Clone, Copy, PartialEq)]
enum Order {
    /// The main one.
    Before,
    /// The subordinate one.
    After,
}

/// An event in its order to another.
struct Ordered<'a> {
    order: Order,
    word: Span,
    other: Vec<&'a Term>,
}

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.polarity == Polarity::Negative
        || statement.polarity == Polarity::Negative
        || pair.alignment.other_name
    {
        return None;
    }
    let ours = ordered(pair.claim)?;
    let theirs = ordered(pair.statement)?;
    // "Paid after the case was dropped", "dropped the case after he had paid": in one order, and crosswise.
    let reversed = if ours.order == theirs.order {
        let (our_main, their_main) = (main(pair.claim, &ours.other), main(pair.statement, &theirs.other));
        meets(&our_main, &theirs.other)
            && held(&ours.other, &their_main, 3)
            && held(&their_main, &ours.other, 2)
    } else {
        main_meets(pair, &ours.other, &theirs.other) && meets(&ours.other, &theirs.other)
    };
    if !reversed {
        return None;
    }
    let differing = vec![Differing { claim: ours.word, statement: theirs.word, kind: "word" }];
    Outcome::contradicts(closeness(pair).max(0.75), differing)
}

/// The order in which a claim stands to the clause behind it, or to an event named by a noun.
fn ordered<'a>(side: &Side<'a>) -> Option<Ordered<'a>> {
    let claim = side.claim;
    if claim.subordinate {
        return None;
    }
    let next = next_claim(side);
    if let Some(next) = next
        && let Some((order, word)) = order_in(side.text, Span::new(claim.span.start, next.span.end))
            .filter(|(_, word)| word.start <= next.span.start)
    {
        let other: Vec<&Term> = next.terms.iter().filter(|t| t.span.start > word.start).collect();
        return (!other.is_empty()).then_some(Ordered { order, word, other });
    }
    let (order, word) = order_in(side.text, claim.span)?;
    let other: Vec<&Term> = claim.terms.iter().filter(|t| t.span.start > word.start).collect();
    (!other.is_empty()).then_some(Ordered { order, word, other })
}

/// How well an event meets of which all is met, but little of the statement.
const WHOLE: f32 = 0.65;

/// How well a statement's event of the past meets a claim's; `None` where they are not one event.
pub fn event(pair: &Pair) -> Option<f32> {
    let statement = pair.statement.claim;
    // What was planned for a day that has passed took place, as far as one knows.
    let due = statement.modality.to_come()
        && pair.statement.own_days().is_some_and(|days| days.is_before(pair.claim.said));
    let over = || pair.statement.own_days().is_some_and(|days| days.is_before(pair.statement.said));
    let settled = statement.past && statement.terms.iter().any(|t| t.key == "agree");
    let told = ((statement.past || statement.perfect || over()) && statement.modality == Modality::Fact
        || due
        || settled)
        && statement.polarity == Polarity::Positive
        && pair.claim.claim.title.is_none();
    if !told {
        return None;
    }
    let covered = (one_event(pair, 0.55, 0.3) && !apart(pair)).then(|| closeness(pair));
    let whole = || wholly_met(pair).then_some(WHOLE);
    let kin = event::one(pair).filter(|event| {
        event.direct && event.parties.0 >= 0.9 && !done_to_others(pair)
            || !apart(pair)
                && (event.parties.0 >= 0.5 && event.parties.1 >= 0.2
                    || event.named && event.parties.0 >= 0.35)
    });
    let kin = kin.map(|event| {
        let known = if event.direct { 0.0 } else { 0.1 };
        0.3 + 0.35 * event.parties.0 + 0.2 * event.parties.1 + 0.05 * f32::from(event.kin as u8) - known
    });
    covered.into_iter().chain(kin).max_by(f32::total_cmp).or_else(whole)
}

/// "The merger was called off", "Keel and Dunn called off their merger": the text need not say again whose it was.
fn wholly_met(pair: &Pair) -> bool {
    const LEAST: f32 = 0.95;
    let ours = &pair.claim.claim.terms;
    let acts = |l: &&Link| l.how.same_sense() && ours[l.claim].role == TermRole::Predicate;
    let thing = |l: &Link| l.how.same_sense() && ours[l.claim].kind == TermKind::Noun;
    let alignment = pair.alignment;
    !alignment.other_name
        && alignment.claim_cover >= LEAST
        && pair.predicate().as_ref().is_some_and(|l| acts(&l))
        && alignment.links.iter().any(thing)
        && !apart(pair)
        && !pair.other_thing()
        && !other_in_row(pair)
}

/// "The firm dropped its merger", "the firm withdrew its offer".
fn done_to_others(pair: &Pair) -> bool {
    let unmet = |side: &Side, meeting: &Meeting| {
        let done = if side.claim.passive { TermRole::Subject } else { TermRole::Object };
        meeting.any_unmet(side, |t| t.kind == TermKind::Noun && t.role == done)
    };
    unmet(pair.claim, &pair.alignment.ours) && unmet(pair.statement, &pair.alignment.theirs)
}

/// "The goal it set", "it set the price": what is told of differs, whatever its part in the clause.
pub fn apart(pair: &Pair) -> bool {
    let core = |t: &Term| t.kind == TermKind::Noun && matches!(t.role, TermRole::Subject | TermRole::Object);
    pair.alignment.ours.any_unmet(pair.claim, core) && pair.alignment.theirs.any_unmet(pair.statement, core)
}

fn next_claim<'a>(side: &Side<'a>) -> Option<&'a Claim> {
    let claim = side.claim;
    let claims = &side.analysis.claims;
    let behind = claims.partition_point(|other| other.span.start < claim.span.end);
    claims.get(behind).filter(|other| other.sentence == claim.sentence)
}

/// The last *before* or *after* of a stretch of text.
fn order_in(text: &str, span: Span) -> Option<(Order, Span)> {
    let stretch = span.of(text);
    // Most stretches have neither; to look for the letters is quicker than for the words.
    if !stretch.contains("before") && !stretch.contains("after") {
        return None;
    }
    let (order, word) = words(stretch)
        .filter_map(|word| match word {
            "before" => Some((Order::Before, word)),
            "after" => Some((Order::After, word)),
            _ => None,
        })
        .last()?;
    let at = span.start + (word.as_ptr() as usize - stretch.as_ptr() as usize);
    Some((order, Span::new(at, at + word.len())))
}

/// Whether two thirds of some terms, or with 2 half of them (of who did it a passive need not tell), meet others.
fn held(terms: &[&Term], others: &[&Term], of: usize) -> bool {
    let heavy = |t: &&&Term| t.role != TermRole::Aside && t.kind != TermKind::Adverb;
    let count = terms.iter().filter(heavy).count();
    let meets = |t: &&&Term| others.iter().any(|other| meet(t, other).is_some_and(Match::same_sense));
    count > 0 && terms.iter().filter(heavy).filter(meets).count() * of >= count * (of - 1)
}

/// Whether all that the other events are called by meets.
fn meets(ours: &[&Term], theirs: &[&Term]) -> bool {
    // "Had spread to the roof", "had spread to the school".
    let other = |a: &[&Term], b: &[&Term]| {
        a.iter().any(|x| x.kind == TermKind::Noun && b.iter().all(|y| meet(x, y).is_none()))
    };
    held(ours, theirs, 3) && held(theirs, ours, 3) && !(other(ours, theirs) && other(theirs, ours))
}

/// The terms of a claim without those of the other event.
fn main<'a>(side: &Side<'a>, other: &[&Term]) -> Vec<&'a Term> {
    side.claim.terms.iter().filter(|t| other.iter().all(|o| o.span != t.span)).collect()
}

/// The same of the claims themselves, without the other events.
fn main_meets(pair: &Pair, our_other: &[&Term], their_other: &[&Term]) -> bool {
    let acts = pair.predicate().is_some_and(|l| l.how != Match::Opposite);
    acts && meets(&main(pair.claim, our_other), &main(pair.statement, their_other))
}
