//! Who sold to whom: "Keel sold 40 buses to the city", "the city bought 40 buses from Keel".

use crate::claim::{Term, TermKind, TermRole};
use crate::compare::event::doers::one_sort;
use crate::compare::pair::{behind, by_whom};
use crate::compare::proof::telling;
use crate::compare::rule_words::RuleWord;
use crate::compare::{Pair, Side};
use crate::quantity::{Agreement, Quantity, compatible};

/// The places of the two among a clause's terms, as far as it names them.
struct Deal {
    seller: Option<usize>,
    buyer: Option<usize>,
}

fn deal(side: &Side) -> Option<Deal> {
    let claim = side.claim;
    let terms = &claim.terms;
    let verb = claim.terms_of(TermRole::Predicate).find(|t| t.kind == TermKind::Verb)?;
    let thing = |t: &Term| t.is_name() || t.kind == TermKind::Noun;
    let party = |t: &Term| thing(t) && t.role != TermRole::Object;
    let subject = || terms.iter().rposition(|t| t.role == TermRole::Subject && thing(t));
    let acts = || if claim.passive { terms.iter().position(|t| by_whom(side, t)) } else { subject() };
    // "To the county's police": who it is comes last.
    let led = |word: &str| {
        let first = terms.iter().position(|t| party(t) && behind(side, t) == Some(word))?;
        let adjoins = |i: &usize| {
            let between = side.text.get(terms[i - 1].span.end..terms[*i].span.start);
            matches!(between, Some(" " | "'s " | "’s ")) && party(&terms[*i])
        };
        Some((first + 1..terms.len()).take_while(adjoins).last().unwrap_or(first))
    };
    if RuleWord::PartsWith.has(&verb.key) {
        return Some(Deal { seller: acts(), buyer: led("to") });
    }
    RuleWord::Acquires.has(&verb.key).then(|| Deal { seller: led("from"), buyer: acts() })
}

/// Whether a clause names both.
pub(in crate::compare) fn told(side: &Side) -> bool {
    deal(side).is_some_and(|deal| deal.seller.is_some() && deal.buyer.is_some())
}

/// Where so much was sold, as both say, by one and to one, and the other party is not the same: it, as either side
/// names it.
pub(in crate::compare) fn other_party<'a>(pair: &Pair<'a>) -> Option<(&'a Term, &'a Term)> {
    let (ours, theirs) = (deal(pair.claim)?, deal(pair.statement)?);
    let head = |q: &Quantity| q.of.as_ref().map(|of| of.head.clone());
    let amount = pair.claim.quantities().filter(|q| telling(q)).any(|a| {
        let one = |b: &Quantity| compatible(a, b) == Some(Agreement::Same) && head(a) == head(b);
        pair.statement.quantities().any(one)
    });
    let (us, them) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let meet = |a: Option<usize>, b: Option<usize>| {
        let linked = |(a, b)| pair.alignment.links.iter().any(|l| (l.claim, l.statement) == (a, b));
        a.zip(b).is_some_and(linked)
    };
    let another = |a: Option<usize>, b: Option<usize>| {
        let (a, b) = a.zip(b)?;
        let met = pair.alignment.ours.direct.at_all.has(a) || pair.alignment.theirs.direct.at_all.has(b);
        let (x, y) = (&us[a], &them[b]);
        (!met && x.is_name() && y.is_name() && one_sort(pair, (x, y))).then_some((x, y))
    };
    let seller = || another(ours.seller, theirs.seller).filter(|_| meet(ours.buyer, theirs.buyer));
    let buyer = || another(ours.buyer, theirs.buyer).filter(|_| meet(ours.seller, theirs.seller));
    amount.then(|| seller().or_else(buyer)).flatten()
}
