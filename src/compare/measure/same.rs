//! Whether two numbers are of one measure, and then whether both can be right.

use crate::claim::{Term, TermKind, TermRole};
use crate::compare::measure::acts::{holds, moved, other_act};
use crate::compare::measure::category::one_category;
use crate::compare::measure::people::{both_people, done_to_one};
use crate::compare::measure::price::one_price;
use crate::compare::measure::votes::{by_margin, one_vote};
use crate::compare::measure::{counterpart, share};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Link, Match, Pair, Side};
use crate::english;
use crate::quantity::{Agreement, Dimension, Measure, Quantity, compatible, slip};
use crate::text::Span;
use std::borrow::Cow;

/// Whether two quantities of a pair are one measure and agree (`true`) or differ (`false`); `None`: not comparable.
pub(in crate::compare) fn compare(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> Option<bool> {
    let before = |(a, b, _): &&(Span, Span, Option<bool>)| *a == ours.span && *b == theirs.span;
    if let Some((_, _, found)) = pair.asked.numbers.borrow().iter().find(before) {
        return *found;
    }
    let found = compared(pair, ours, theirs);
    pair.asked.numbers.borrow_mut().push((ours.span, theirs.span, found));
    found
}

fn compared(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> Option<bool> {
    if ours.dimension == Dimension::Ordinal {
        return None;
    }
    if let Some(agrees) = by_margin(pair, ours, theirs) {
        return Some(agrees);
    }
    if for_each(pair.claim, ours) || for_each(pair.statement, theirs) {
        return None;
    }
    let (our_rest, their_rest) =
        (all_but(pair, pair.claim, ours, theirs)?, all_but(pair, pair.statement, theirs, ours)?);
    let (ours, theirs) = (&*our_rest, &*their_rest);
    if share::of_the_whole(pair, ours, theirs) || further(pair.claim, ours) != further(pair.statement, theirs)
    {
        return None;
    }
    let (our_share, their_share) =
        (share::as_share(pair.claim, ours, theirs), share::as_share(pair.statement, theirs, ours));
    let (our_way, their_way) = (way(pair.claim, ours), way(pair.statement, theirs));
    if our_way.zip(their_way).is_some_and(|(a, b)| a != b) {
        return None;
    }
    let one_way = our_way.is_some() && our_way == their_way && pair.subject_met();
    let (ours, theirs) = (&*on_scale(&our_share, &their_share), &*on_scale(&their_share, &our_share));
    if !one_way && !one_measure(pair, ours, theirs) || !one_category(pair, ours, theirs) {
        return None;
    }
    match compatible(ours, theirs)? {
        Agreement::Same | Agreement::WithinTolerance => Some(true),
        Agreement::Different => Some(false),
        Agreement::Incomparable => None,
    }
}

/// "9 metres **wide**", "a **width** of 9 metres": which way a thing was measured.
fn way(side: &Side, quantity: &Quantity) -> Option<&'static str> {
    const WAYS: [(&str, &str); 7] = [
        ("long", "long"),
        ("wide", "wide"),
        ("broad", "wide"),
        ("high", "high"),
        ("tall", "high"),
        ("deep", "deep"),
        ("thick", "thick"),
    ];
    if quantity.dimension != Dimension::Length {
        return None;
    }
    let way = |word: &str| WAYS.iter().find(|(root, _)| *root == english::root(word)).map(|(_, way)| *way);
    let behind = side.text.get(quantity.span.end..)?.split(|c: char| !c.is_alphabetic());
    let noun = || quantity.of.as_ref().and_then(|of| way(&of.head));
    behind.take(2).find_map(way).or_else(noun)
}

/// "A tree for every flight": not how many flights.
fn for_each(side: &Side, quantity: &Quantity) -> bool {
    let behind = || side.text[quantity.span.end..].trim_start();
    quantity.value == 1.0 && ["for every ", "for each "].iter().any(|words| behind().starts_with(words))
}

/// "All but six" of 58 are 52: the whole stands on the same side or on the other; `None` where it does not, or is what the
/// number is compared with.
fn all_but<'q>(pair: &Pair, side: &Side, part: &'q Quantity, other: &Quantity) -> Option<Cow<'q, Quantity>> {
    let mut before = side.text[..part.span.start].trim_end().rsplit(' ');
    if before.next() != Some("but") || !before.next().is_some_and(|word| word.eq_ignore_ascii_case("all")) {
        return Some(Cow::Borrowed(part));
    }
    let counts = |q: &&Quantity| q.dimension == Dimension::Count && q.value > part.value;
    let most = |side: &Side| side.quantities().filter(counts).map(|q| q.value).max_by(f64::total_cmp);
    let whole = most(side).or_else(|| most(pair.claim)).or_else(|| most(pair.statement))?;
    (other.value != whole).then(|| Cow::Owned(Quantity { value: whole - part.value, ..part.clone() }))
}

/// "Asked for another 40 million": beside what was asked for before.
fn further(side: &Side, quantity: &Quantity) -> bool {
    RuleWord::Further.has(side.word_before(quantity.span))
}

/// "A score of 57" beside "59 out of 100": on the other's scale.
fn on_scale<'q>(bare: &'q Quantity, rated: &Quantity) -> Cow<'q, Quantity> {
    let plain = bare.dimension == Dimension::Count
        && bare.of.as_ref().is_none_or(|of| RuleWord::Rating.has(&of.head));
    let scale = rated.unit.strip_prefix('/').and_then(|scale| scale.parse::<f64>().ok());
    match scale.filter(|scale| plain && bare.value <= *scale) {
        Some(scale) => Cow::Owned(Quantity {
            value: bare.value / scale,
            step: bare.step / scale,
            dimension: rated.dimension.clone(),
            unit: rated.unit.clone(),
            factor: rated.factor,
            ..bare.clone()
        }),
        None => Cow::Borrowed(bare),
    }
}

/// Whether two quantities count the same thing, or measure the same of the same.
fn one_measure(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    if (ours.measure == Measure::Level) != (theirs.measure == Measure::Level)
        || moved(pair.claim, ours) && holds(pair.statement)
        || moved(pair.statement, theirs) && holds(pair.claim)
    {
        return false;
    }
    let rated = |a: &str, b: &str| RuleWord::Rating.has(a) && RuleWord::Rating.has(b);
    let one = |a: &str, b: &str| {
        a == b || english::root(a) == english::root(b) || english::synonyms(a, b) || rated(a, b)
    };
    // What stands in the other side's clause and can be the thing counted there.
    let named = |terms: &[Term], head: &str| {
        terms.iter().any(|t| matches!(t.kind, TermKind::Noun | TermKind::Verb) && one(&t.key, head))
    };
    // "Police arrested 23 protesters", "there were 45 arrests".
    let done = |terms: &[Term], head: &str| {
        let act = |t: &&Term| t.kind == TermKind::Verb && english::root(&t.key) == english::root(head);
        terms.iter().any(|t| act(&t))
    };
    if ours.dimension != Dimension::Count && unit_measured(pair, ours, theirs)
        || one_vote(ours, theirs)
        || one_price(pair, ours, theirs)
        || done_to_one(pair, ours, theirs)
    {
        return true;
    }
    let amount = matches!(ours.dimension, Dimension::Money(_));
    match (&ours.of, &theirs.of) {
        (Some(a), Some(b)) => {
            one(&a.head, &b.head)
                || staffed(pair.claim, ours) && staffed(pair.statement, theirs)
                || both_people(&a.head, &b.head) && pair.predicate().is_some_and(|l| l.how != Match::Opposite)
                || done(&pair.claim.claim.terms, &b.head)
                || done(&pair.statement.claim.terms, &a.head)
        }
        (Some(a), None) => named(&pair.statement.claim.terms, &a.head) || measured_alike(pair, amount),
        (None, Some(b)) => named(&pair.claim.claim.terms, &b.head) || measured_alike(pair, amount),
        (None, None) => measured_alike(pair, amount),
    }
}

/// "Employs 300 people", "has a workforce of 300".
fn staffed(side: &Side, quantity: &Quantity) -> bool {
    let employs = |t: &Term| t.kind == TermKind::Verb && RuleWord::Staff.has(&t.key);
    let people =
        |head: &str| RuleWord::Anybody.has(head) && side.claim.terms_of(TermRole::Predicate).any(employs);
    quantity.of.as_ref().is_some_and(|of| RuleWord::Staff.has(&of.head) || people(&of.head))
}

/// Whether both count what one noun names.
pub(in crate::compare) fn one_noun(ours: &Quantity, theirs: &Quantity) -> bool {
    match (&ours.of, &theirs.of) {
        (Some(a), Some(b)) => a.head == b.head || english::root(&a.head) == english::root(&b.head),
        _ => false,
    }
}

/// Whether amounts with a unit are of one thing: words about the two meet, or one took in both.
fn unit_measured(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    let unnamed = ours.of.is_none() || theirs.of.is_none();
    let taken = |side: &Side| {
        let verb = |t: &&Term| t.role == TermRole::Predicate && RuleWord::Takes.has(&t.key);
        side.claim.terms.iter().any(|t| verb(&t))
    };
    let money = matches!(ours.dimension, Dimension::Money(_));
    let took = money && taken(pair.claim) && taken(pair.statement) && pair.subject_met();
    let slipped = unnamed && slip(ours, theirs) && pair.alignment.shared_wide >= 1.0;
    took || slipped
        || money && unnamed && one_deal(pair)
        || unnamed && counterpart::noun_beside(pair, ours, theirs)
}

/// Two names, or a name and a noun or the verb, meet: who paid whom.
fn one_deal(pair: &Pair) -> bool {
    let (terms, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let met = |of: &dyn Fn(&Term) -> bool| {
        let links = pair.alignment.links.iter().filter(|l| l.how >= Match::Family);
        links.filter(|l| terms[l.claim].role != TermRole::Aside && of(&terms[l.claim])).count()
    };
    let names = met(&|t| t.is_name());
    let verbs =
        |l: &Link| terms[l.claim].kind == TermKind::Verb && theirs[l.statement].kind == TermKind::Verb;
    let done =
        || pair.predicate().is_some_and(|l| l.how != Match::Opposite && verbs(&l)) && !pair.other_thing();
    names >= 1 && (names + met(&|t| t.kind == TermKind::Noun) >= 2 || done())
}

/// Whether the clauses measure the same: their verbs meet, or the nouns that they are about.
fn measured_alike(pair: &Pair, amount: bool) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    // "The city paid the painters 2 million", "the city ordered ploughs for 4": who pays, pays for more than one thing.
    let payer = amount && other_act(pair);
    pair.alignment.links.iter().any(|l| {
        let (a, b) = (&ours[l.claim], &theirs[l.statement]);
        let measure = |t: &Term| {
            matches!(t.kind, TermKind::Noun | TermKind::Verb)
                && matches!(t.role, TermRole::Subject | TermRole::Predicate | TermRole::Object)
                && !(payer && t.role == TermRole::Subject)
        };
        l.how.same_sense()
            && measure(a)
            && measure(b)
            && !(a.entry.classes().direction().is_some() && a.kind == TermKind::Verb)
    })
}
