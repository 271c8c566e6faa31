//! People counted by what became of them or what they did, however that is told: "killed 52 people", "52 people died",
//! "52 lost their lives", "a death toll of 52"; "600 strikers", "600 people joined the strike".

use crate::claim::{Term, TermKind, TermRole};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Pair, Side};
use crate::english;
use crate::quantity::{Dimension, Quantity};
use crate::time::Interval;

/// Whether two numbers count those to whom one thing happened, or who did one thing.
pub(in crate::compare) fn done_to_one(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    both_dead(pair, ours, theirs) || took_part(pair, ours, theirs)
}

/// The dead of a fire and of a flood: each side has something of its own that the other does not speak of.
pub(in crate::compare) fn other_deaths(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    let thing = |t: &Term| t.kind == TermKind::Noun && t.role != TermRole::Aside && !human(&t.key);
    both_dead(pair, ours, theirs)
        && pair.alignment.ours.any_unmet(pair.claim, thing)
        && pair.alignment.theirs.any_unmet(pair.statement, thing)
}

/// "3,200 swimmers", "2,900 people swam".
pub(in crate::compare) fn took_part(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    let (Some(a), Some(b)) = (&ours.of, &theirs.of) else { return false };
    let does = |side: &Side, head: &str| {
        let act = |t: &Term| t.role != TermRole::Aside && matches!(t.kind, TermKind::Noun | TermKind::Verb);
        let terms = side.claim.terms.iter().filter(|t| act(t) && t.key != head);
        english::classes(head).person() && { terms }.any(|t| english::root(&t.key) == english::root(head))
    };
    a.head != b.head
        && both_people(&a.head, &b.head)
        && (does(pair.claim, &b.head) || does(pair.statement, &a.head))
}

/// Whether two numbers both count the dead, of people or of one sort.
fn both_dead(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    fn head(q: &Quantity) -> Option<&str> {
        q.of.as_ref().map(|of| of.head.as_str())
    }
    let sorts = || match (head(ours), head(theirs)) {
        (Some(a), Some(b)) => a == b || human(a) && human(b),
        (a, b) => a.or(b).is_none_or(human),
    };
    dead(pair.claim, ours) && dead(pair.statement, theirs) && sorts()
}

/// Whether a noun can stand for people that died.
fn human(noun: &str) -> bool {
    RuleWord::Anybody.has(noun)
        || RuleWord::Fatal.has(noun)
        || noun == "life"
        || english::classes(noun).person()
        || english::demonym(noun).is_some()
}

/// Whether a number counts dead, and no other number of the clause can be them.
fn dead(side: &Side, q: &Quantity) -> bool {
    let counts = |q: &&Quantity| q.dimension == Dimension::Count;
    let fatal = |t: &&Term| {
        let told = t.role != TermRole::Aside && t.role != TermRole::Modifier || t.kind == TermKind::Verb;
        told && RuleWord::Fatal.has(&t.key)
    };
    let terms = &side.claim.terms;
    let lives = terms.iter().any(|t| t.key == "life" && t.role != TermRole::Modifier)
        && terms.iter().any(|t| t.role == TermRole::Predicate && RuleWord::TakesLives.has(&t.key));
    let own = q.of.as_ref().is_some_and(|of| RuleWord::Fatal.has(&of.head));
    q.dimension == Dimension::Count
        && (own
            || (lives || terms.iter().any(|t| fatal(&t))) && side.quantities().filter(counts).count() == 1)
}

/// "Norwegians", "people": one may be counted as the other where the same was done.
pub(in crate::compare) fn both_people(a: &str, b: &str) -> bool {
    let anybody = |noun: &str| RuleWord::Anybody.has(noun);
    let person =
        |noun: &str| anybody(noun) || english::classes(noun).person() || english::demonym(noun).is_some();
    (anybody(a) || anybody(b)) && person(a) && person(b)
}

/// "Three are still missing": of those that were counted before, some no longer are.
pub(in crate::compare) fn left_of(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    let claim = pair.claim.claim;
    let sentence = pair.claim.analysis.sentences[claim.sentence].span.of(pair.claim.text);
    let left = |word: &str| matches!(word, "remain" | "remains" | "remaining" | "still" | "left");
    ours.dimension == Dimension::Count
        && ours.value < theirs.value
        && !claim.past
        && pair.statement.said.to < pair.claim.said.from
        && sentence.split(' ').any(left)
}

/// A count of people that is higher in the later text: it may have grown since.
pub(in crate::compare) fn grown_since(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    let people = |q: &Quantity| q.of.as_ref().is_some_and(|of| both_people(&of.head, "people"));
    let earlier =
        pair.statement.said.to.zip(pair.claim.said.from).is_some_and(|(theirs, ours)| theirs < ours);
    // "Last week 460,000 records were stolen": what happened then has not grown.
    let then =
        pair.claim.claim.past && pair.claim.own_days().is_some_and(|days| days.overlaps(pair.statement.said));
    // What was counted of a time that was over grows no more.
    let whole = |days: &Interval| days.days().is_some_and(|days| days >= MONTH);
    let counted = pair.statement.own_days().filter(whole);
    let over = counted.is_some_and(|days| days.is_before(pair.statement.said) && pair.recalled());
    const MONTH: i64 = 28;
    const MOST: f64 = 4.0;
    ours.dimension == Dimension::Count
        && !then
        && !over
        && ours.value < MOST * theirs.value
        && (people(ours) || people(theirs))
        && earlier
        && ours.value > theirs.value
}
