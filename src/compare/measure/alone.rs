//! Who alone has done something: "only Hale has won the cup", "two clubs have won the cup".

use crate::claim::{Claim, Modality, Polarity, Term, TermRole};
use crate::compare::rule::Outcome;
use crate::compare::{Differing, Pair};
use crate::quantity::{Dimension, Quantity};

/// "Only Hale has won the cup": two clubs have, two besides Hale have.
pub(in crate::compare) fn alone(pair: &Pair) -> Option<Outcome> {
    const BESIDES: [&str; 4] = [" besides ", " other than ", " apart from ", " in addition to "];
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let rest = pair.claim.words().strip_prefix("Only ")?;
    let subject = |t: &Term| t.role == TermRole::Subject && t.is_name();
    let one = claim.terms.iter().position(subject)?;
    let span = Some(claim.terms[one].span).filter(|span| rest.starts_with(span.of(pair.claim.text)))?;
    let fact = |of: &Claim| of.modality == Modality::Fact && of.polarity == Polarity::Positive;
    let acts = pair.predicate().is_some_and(|l| l.how.same_sense());
    let rest_met = (0..claim.terms.len()).all(|i| {
        i == one || claim.terms[i].role == TermRole::Aside || pair.alignment.ours.linked.same.has(i)
    });
    let several = |q: &Quantity| {
        let of = q.of.as_ref().map(|of| of.span);
        let subject = |t: &Term| t.role == TermRole::Subject && of.is_some_and(|of| of.contains(t.span));
        q.dimension == Dimension::Count && q.value >= 2.0 && statement.terms.iter().any(subject)
    };
    let besides = || BESIDES.iter().any(|words| pair.statement.words().contains(words));
    let told =
        pair.statement.quantities().any(several) || besides() && pair.alignment.ours.linked.same.has(one);
    let differing = vec![Differing { claim: span, statement: statement.span, kind: "word" }];
    (fact(claim) && fact(statement) && acts && rest_met && told && !pair.other_days())
        .then(|| Outcome::contradicts(0.7, differing))
        .flatten()
        .map(Outcome::certain)
}
