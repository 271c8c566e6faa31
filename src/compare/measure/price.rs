//! What something costs, however that is told: "will cost 40 million", "comes at a price of 40 million", "the bill has
//! grown to 40 million", "paid 40 million for it", "was bought for 40 million".

use crate::claim::{Term, TermKind, TermRole};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Link, Meeting, Pair, Side};
use crate::quantity::{Dimension, Measure, Quantity};

/// How a clause tells of a price.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    /// Of what costs so much, which is its subject.
    Thing,
    /// Of who pays, who may leave open what for.
    Payment,
    /// Of who buys what, which is its object.
    Purchase,
}

/// Whether two amounts of money are what one thing costs.
pub(in crate::compare) fn one_price(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    const MOST: f64 = 12.0;
    let money = |q: &Quantity| matches!(q.dimension, Dimension::Money(_)) && q.measure == Measure::Level;
    let near = ours.value <= MOST * theirs.value && theirs.value <= MOST * ours.value;
    if !near || !money(ours) || ours.dimension != theirs.dimension || ours.per != theirs.per {
        return false;
    }
    let Some((our, their)) = told(pair.claim, ours).zip(told(pair.statement, theirs)) else { return false };
    // "The trams cost", "they ordered the trams for": what is bought is what costs so much.
    let bought = || {
        let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
        let place = |told| if told == Told::Thing { TermRole::Subject } else { TermRole::Object };
        let met = |l: &Link| ours[l.claim].role == place(our) && theirs[l.statement].role == place(their);
        our != Told::Payment && their != Told::Payment && pair.alignment.links.iter().any(met)
    };
    let of_thing = |told| told == Told::Thing;
    (of_thing(our) == of_thing(their) || bought())
        && !pair.alignment.other_name
        && met(pair.claim, &pair.alignment.ours, our) == Some(true)
        && met(pair.statement, &pair.alignment.theirs, their)
            .is_some_and(|all| all || their != Told::Purchase)
}

/// How a clause tells that an amount is what is paid for something; `None`: it does not, or of several amounts.
fn told(side: &Side, amount: &Quantity) -> Option<Told> {
    let money = |q: &&Quantity| matches!(q.dimension, Dimension::Money(_));
    if side.quantities().filter(money).count() > 1 {
        return None;
    }
    let verb = |t: &&Term| t.kind == TermKind::Verb;
    let verbs = || side.claim.terms_of(TermRole::Predicate).filter(verb);
    let acquires = |t: &Term| RuleWord::Acquires.has(&t.key);
    // "The cost has risen to 40 million", "at a cost of 40 million".
    let behind =
        |t: &Term| side.text.get(t.span.end..amount.span.start).is_some_and(|gap| gap.trim() == "of");
    let cost = |t: &Term| {
        let place = matches!(t.role, TermRole::Subject | TermRole::Predicate) || behind(t);
        place && RuleWord::Price.has(&t.key)
    };
    if side.claim.terms.iter().any(cost) {
        Some(Told::Thing)
    } else if verbs().any(|t| RuleWord::Pays.has(&t.key)) {
        Some(Told::Payment)
    } else {
        let bought = side.word_before(amount.span) == "for" && verbs().any(acquires);
        bought.then_some(Told::Purchase)
    }
}

/// Whether the other side meets all of what a clause says was bought or costs so much, or some of it; `None`: nothing.
fn met(side: &Side, meeting: &Meeting, told: Told) -> Option<bool> {
    let thing = |t: &Term| {
        (t.kind == TermKind::Noun || t.is_name())
            && !RuleWord::Price.has(&t.key)
            && !RuleWord::Extent.has(&t.key)
            && !RuleWord::Plan.has(&t.key)
    };
    let of = |role: TermRole| {
        let things = side.claim.terms.iter().enumerate().filter(move |(_, t)| t.role == role && thing(t));
        things.map(|(i, _)| !meeting.unmet(i))
    };
    let bought = || of(TermRole::Object).next().is_some();
    let all = match told {
        Told::Thing => of(TermRole::Subject).all(|met| met),
        Told::Purchase if bought() => of(TermRole::Object).all(|met| met),
        // "Bought a third of the mine".
        Told::Purchase => of(TermRole::Modifier).any(|met| met),
        Told::Payment => of(TermRole::Subject).chain(of(TermRole::Object)).all(|met| met),
    };
    let some = of(TermRole::Subject).chain(of(TermRole::Object)).any(|met| met);
    some.then_some(all)
}
