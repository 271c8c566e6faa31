//! "Cole and Dunn got 21 and 18 months, respectively": a claim for each.

use super::{Claim, Term, TermRole};
use crate::quantity::Quantity;

/// The claim, or where it gives each of those whom it names a number or a time of their own, one for each of them.
pub(super) fn each(claim: Claim, quantities: &[Quantity]) -> Vec<Claim> {
    let named = |t: &Term| t.role == TermRole::Subject && t.is_name();
    if !claim.terms.iter().any(|t| t.key == "respectively") {
        return vec![claim];
    }
    let names: Vec<usize> = (0..claim.terms.len()).filter(|&i| named(&claim.terms[i])).collect();
    let behind = names.last().map_or(0, |&last| claim.terms[last].span.end);
    let given: Vec<usize> =
        claim.quantities.iter().copied().filter(|&i| quantities[i].span.start >= behind).collect();
    let (numbers, times) = (given.len() == names.len(), claim.times.len() == names.len());
    if names.len() < 2 || !(numbers || times) {
        return vec![claim];
    }
    let one = |(n, &own): (usize, &usize)| {
        let mine = |i: usize| i == own || !names.contains(&i) && claim.terms[i].key != "respectively";
        let terms = claim.terms.iter().enumerate().filter(|(i, _)| mine(*i)).map(|(_, t)| t.clone());
        Claim {
            terms: terms.collect(),
            quantities: if numbers { vec![given[n]] } else { claim.quantities.clone() },
            times: if times { vec![claim.times[n]] } else { claim.times.clone() },
            ..claim.clone()
        }
    };
    names.iter().enumerate().map(one).collect()
}
