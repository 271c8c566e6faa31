//! Two claims that tie the same to each other, or to others: "Keel owns Dunn", "Keel is a subsidiary of Dunn".

use crate::claim::Term;
use crate::compare::conditions::quantities_agree;
use crate::compare::office::{office_words, same_office};
use crate::compare::rule::Outcome;
use crate::compare::tie::{Tie, country};
use crate::compare::{Differing, Match, Pair, meet};

/// What of the ties that both tell of cannot be so together, or is the same; what cannot comes first.
pub(in crate::compare) fn compared(pair: &Pair) -> Option<Outcome> {
    let (ours, theirs) = (&pair.claim.content.phases.ties, &pair.statement.content.phases.ties);
    if ours.is_empty() || theirs.is_empty() || pair.other_days() || long_between(pair) {
        return None;
    }
    let mut agreed = None;
    for a in ours.iter() {
        for b in theirs.iter() {
            match held(pair, a, b) {
                Some(outcome) if outcome.relation == crate::compare::Relation::Contradicts => {
                    return Some(outcome);
                }
                outcome => agreed = agreed.or(outcome),
            }
        }
    }
    agreed
}

/// What is so now may have been otherwise years ago.
fn long_between(pair: &Pair) -> bool {
    const DAYS: i32 = 1100;
    pair.claim.said.from.zip(pair.statement.said.to).is_some_and(|(a, b)| (a - b).get_days().abs() > DAYS)
}

fn held(pair: &Pair, a: Tie, b: Tie) -> Option<Outcome> {
    let ours = |i: u8| &pair.claim.claim.terms[usize::from(i)];
    let theirs = |i: u8| &pair.statement.claim.terms[usize::from(i)];
    let met = |i: u8, j: u8| meet(ours(i), theirs(j)).is_some_and(Match::same_sense);
    let straight = met(a.first, b.first) && met(a.second, b.second);
    let crossed = met(a.first, b.second) && met(a.second, b.first);
    let against = |strength: f32, plain: bool, words: (&Term, &Term)| {
        let differing = vec![Differing { claim: words.0.span, statement: words.1.span, kind: "name" }];
        Outcome::contradicts(strength, differing).map(|o| o.plain(plain).certain())
    };
    if a.like(&b) && a.sort().place {
        return placed(pair, a, b)
            .and_then(|(strength, plain)| against(strength, plain, (ours(a.second), theirs(b.second))));
    }
    if a.like(&b) && (straight || crossed && !a.sort().one_way) {
        return Outcome::agrees(0.8);
    }
    if a.like(&b) && crossed && a.sort().one_way {
        let one = !a.sort().event || one_event(pair);
        return one.then(|| against(0.85, true, (ours(a.word), theirs(b.word)))).flatten();
    }
    if a.sort().kin && b.sort().kin && !a.like(&b) && (straight || crossed) {
        return against(0.85, true, (ours(a.word), theirs(b.word)));
    }
    // "Hale's father is Max Hale", "Hale's father is Tom Cole"; "Hale succeeded Cole", "Kroll succeeded Cole".
    let one = a.single && b.single && ours(a.word).key == theirs(b.word).key;
    if a.like(&b) && (one || a.sort().sole && one_post(pair)) {
        let (x, y) = if met(a.second, b.second) { (a.first, b.first) } else { (a.second, b.second) };
        let one = met(a.second, b.second) || met(a.first, b.first);
        let other =
            stranger(ours(x), &pair.statement.claim.terms) && stranger(theirs(y), &pair.claim.claim.terms);
        let person = ours(x).key.contains(' ') && theirs(y).key.contains(' ');
        return (one && other).then(|| against(0.7, person, (ours(x), theirs(y)))).flatten();
    }
    None
}

/// Whether the two need not be of different offices.
fn one_post(pair: &Pair) -> bool {
    let (ours, theirs) = (office_words(pair.claim.claim), office_words(pair.statement.claim));
    ours.is_empty() || theirs.is_empty() || same_office(&ours, &theirs)
}

/// Whether an event that may happen again is told of once: without dates, or on days not far apart.
fn one_event(pair: &Pair) -> bool {
    const DAYS: i32 = 10;
    let apart = pair.claim.said.from.zip(pair.statement.said.to).map(|(a, b)| (a - b).get_days().abs());
    apart.is_none_or(|days| days <= DAYS) && quantities_agree(pair) != Some(false)
}

/// One is at two places: how plainly, and whether surely.
fn placed(pair: &Pair, a: Tie, b: Tie) -> Option<(f32, bool)> {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let (x, y) = (&ours[usize::from(a.first)], &theirs[usize::from(b.first)]);
    let (here, there) = (&ours[usize::from(a.second)], &theirs[usize::from(b.second)]);
    let one = meet(x, y).is_some();
    if !one || !stranger(here, theirs) || !stranger(there, ours) {
        return None;
    }
    let countries = (country(here), country(there));
    match countries {
        // "A Dutch and British firm" of two.
        (true, true) => Some((0.75, !(a.origin() && b.origin()))),
        // A town may lie in the country.
        (false, false) => Some((0.6, false)),
        _ => Some((0.3, false)),
    }
}

fn stranger(term: &Term, others: &[Term]) -> bool {
    let name = |t: &&Term| t.is_name();
    others.iter().filter(name).all(|other| meet(term, other).is_none())
}
