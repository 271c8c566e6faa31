//! Who holds a place, and who took it: "the town is held by rebels", "the army retook the town".

use crate::claim::{Term, TermKind, TermRole};
use crate::compare::conditions::same_sense;
use crate::compare::state::ended_by;
use crate::compare::{Pair, Side};
use crate::english;

/// "Is under army control", "the army lost forty men": what ended is said of something that does not meet.
pub(in crate::compare) fn of_another_thing(pair: &Pair) -> bool {
    let thing = |t: &Term| t.role == TermRole::Object && t.kind != TermKind::Verb;
    !pair.statement.claim.passive && pair.alignment.theirs.all_unmet(pair.statement, thing)
}

/// A state that one party has a place in, and that ends when another takes it.
pub(in crate::compare) fn held(state: &Term) -> bool {
    ended_by(&state.key).contains(&"retake")
}

/// Whether a term names who holds it: the statement tells of who took it.
pub(in crate::compare) fn holds_it(side: &Side, state: usize, k: usize) -> bool {
    let terms = &side.claim.terms;
    // "Troops are in control of the town", "the town is under rebel control".
    let in_control = side.text[..terms[state].span.start].ends_with("in ");
    let active = if terms[state].kind == TermKind::Verb { !side.claim.passive } else { in_control };
    terms[k].role == if active { TermRole::Subject } else { TermRole::Modifier }
}

/// Whether a claim says who holds a place that the statement says they took.
pub(in crate::compare) fn taken_by_holder(pair: &Pair) -> bool {
    pair.claim.claim.terms.iter().any(held) && gained(pair)
}

/// Whether who holds it, says the claim, is who got it, says the statement: retook the town, bought the plant, sold it to them.
pub(in crate::compare) fn gained(pair: &Pair) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let gains = |t: &Term| {
        // *Find* is an opposite of *lose*; but who found that it was lost has gained nothing.
        t.role == TermRole::Predicate
            && t.key != "find"
            && (english::opposites(&t.key, "lose") || english::opposites(&t.key, "sell"))
    };
    let acts = || !statement.passive && statement.terms.iter().any(gains);
    let state = claim.terms.iter().position(held);
    let holder = |i: usize| state.is_some_and(|state| holds_it(pair.claim, state, i));
    pair.alignment.links.iter().filter(|l| same_sense(l.how)).any(|l| {
        let (ours, theirs) = (&claim.terms[l.claim], &statement.terms[l.statement]);
        let given = pair.statement.text[..theirs.span.start].ends_with(" to ");
        let holds = ours.role == TermRole::Subject || holder(l.claim);
        holds && theirs.role == TermRole::Subject && acts()
            || matches!(ours.role, TermRole::Modifier | TermRole::Object) && given && theirs.is_name()
    })
}
