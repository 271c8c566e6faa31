//! `status`: the claim says that a state holds, and its end is on record.

use crate::claim::{Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::{differing, matter, plainest, quantities_agree, same_sense};
use crate::compare::moods::told_mood;
use crate::compare::pair::other::{another_thing, unknown};
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::state::ended_by;
use crate::compare::state::frames::{self, aim, withdrawn_from};
use crate::compare::state::holder::{gained, held, holds_it, of_another_thing};
use crate::compare::tie::owner::other_owner;
use crate::compare::{Differing, Pair, Relation, Side};
use crate::english::{self, Aspect};
use crate::quantity::{Dimension, Quantity};

pub(super) static RULE: Rule = Rule {
    code: "status",
    summary: "a state holds, says the claim; its end is on record",
    documentation: "Speaks where the claim says in the present that something is under way, pending, in force, closed, legal, \
                    owned or the like, and a statement tells of what ends such a state (the strike was called off, the court \
                    cleared the merger, the ban was lifted), said of the same thing; and where the claim says that it is over or \
                    not yet so, and its beginning is on record since. What can come again, such as a strike, \
                    is only compared within a year.",
    examples: &[
        Example {
            statement: "The regulator cleared the takeover of Keel.",
            claim: "The takeover of Keel is still being weighed by the regulator.",
            relation: "contradicts",
        },
        Example {
            statement: "The regulator cleared the takeover of Dunn.",
            claim: "The takeover of Keel is still being weighed by the regulator.",
            relation: "silent",
        },
    ],
    concerns: |_| true,
    unaligned: |_| false,
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let told = statement.polarity == Polarity::Positive && statement.title.is_none();
    let known = || {
        if !told || claim.past || claim.title.is_some() || long_before(pair) {
            return None;
        }
        plainest(pair, &[ended, resumed])
    };
    if let Some(outcome) = other_owner(pair) {
        return Some(outcome);
    }
    let told_of_one = |outcome: &Outcome| outcome.relation == Relation::Agrees || !another_thing(pair);
    match known().filter(told_of_one) {
        Some(outcome) if outcome.plain => Some(outcome),
        outcome => {
            let framed = frames::opposed(pair, false).filter(told_of_one);
            if framed.as_ref().is_some_and(|framed| framed.plain) { framed } else { outcome.or(framed) }
        }
    }
}

/// "Is still pending": settled.
fn ended(pair: &Pair) -> Option<Outcome> {
    if !pair.claim.content.state {
        return None;
    }
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let says = claim
        .terms
        .iter()
        .any(|t| t.role == TermRole::Subject || t.role == TermRole::Predicate && t.kind == TermKind::Verb);
    let gone = pair.claim.words().rsplit(' ').next().is_some_and(|word| RuleWord::Gone.has(word));
    if gone || !holds(pair) || !says || claim.aspect == Some(Aspect::Stop) || gained(pair) {
        return None;
    }
    let (i, j) = claim.terms.iter().enumerate().find_map(|(i, state)| Some((i, end_of(pair, i, state)?)))?;
    if tells_of(pair.claim, i)
        || done_since(pair, i)
        || known_over(pair, i, j)
        || !governed(pair, i, j) && acts_on_another(pair, i)
        || held(&claim.terms[i]) && of_another_thing(pair)
        || withdrawn_from(pair, &statement.terms[j])
        || unknown(pair, i)
    {
        return None;
    }
    let holder = |k: usize| held(&claim.terms[i]) && holds_it(pair.claim, i, k);
    let met = matter(pair, |k| k == i && !governed(pair, i, j) || holder(k), |k| k == j);
    let least = if quantities_agree(pair) == Some(true) { 0.45 } else { 0.6 };
    // "Found him guilty" tells of a day, "is guilty" of a state.
    let judged = claim
        .terms_of(TermRole::Predicate)
        .any(|t| t.kind == TermKind::Verb && t.entry.classes().stance().is_some());
    let plain = met.is_some_and(|met| met >= least) && !judged;
    let differing =
        vec![Differing { claim: claim.terms[i].span, statement: statement.terms[j].span, kind: "word" }];
    Outcome::contradicts(met.unwrap_or(0.0), differing).map(|o| o.plain(plain))
}

/// "The works are at a standstill", "the works stopped": the claim says so itself. "Is open again": it knows of the end.
fn known_over(pair: &Pair, state: usize, end: usize) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let again = claim.aspect == Some(Aspect::Repeat) && pair.statement.said.to <= pair.claim.said.from;
    let verb = statement.terms[end].key.as_str();
    let of_another_state = |(i, t): (usize, &Term)| {
        let ends = ended_by(&t.key);
        i != state && t.role != TermRole::Aside && !ends.is_empty() && !ends.contains(&verb)
    };
    let named = claim.terms[state].role == TermRole::Subject;
    again || named && claim.terms.iter().enumerate().any(of_another_state) || frames::agree(pair)
}

/// "Still owns the meadow", "sold the farm"; "kept her bicycle": what is owned or kept is not what the statement tells of.
fn acts_on_another(pair: &Pair, state: usize) -> bool {
    let claim = pair.claim.claim;
    let thing = |t: &Term| t.role == TermRole::Object && t.kind == TermKind::Noun;
    claim.terms[state].kind == TermKind::Verb
        && !claim.passive
        && pair.alignment.ours.all_unmet(pair.claim, thing)
}

/// "A week of digging has brought nothing", "it is the third drought": what is named is judged, not said to go on.
fn tells_of(side: &Side, state: usize) -> bool {
    let claim = side.claim;
    let term = &claim.terms[state];
    if term.kind != TermKind::Noun {
        return false;
    }
    let counts = |q: &Quantity| q.of.as_ref().is_some_and(|of| of.head == term.key);
    let counted = |q: &Quantity| q.dimension == Dimension::Ordinal && counts(q);
    let ranked = term.role == TermRole::Predicate && side.quantities().any(counted);
    let perfect = side.has_word(&["has", "have"]) && claim.aspect.is_none();
    // "What the storm has done to the coast", but "the storm has been over us since Monday".
    let done = perfect && term.role == TermRole::Subject && !side.has_word(&["been"]);
    let happened = |t: &Term| t.kind == TermKind::Verb && t.entry.classes().aspect().is_none();
    // "Are far apart in the talks".
    let described = |t: &Term| matches!(t.kind, TermKind::Adjective | TermKind::Adverb);
    let aside = term.role == TermRole::Modifier && claim.terms_of(TermRole::Predicate).any(described);
    ranked
        || aside
        || done
        || perfect && term.role != TermRole::Aside && claim.terms_of(TermRole::Predicate).any(happened)
}

/// "Has convicted him": it did so, though the verdict was quashed later.
fn done_since(pair: &Pair, state: usize) -> bool {
    let claim = pair.claim.claim;
    let term = &claim.terms[state];
    let act = term.kind == TermKind::Verb && term.role == TermRole::Predicate && !claim.passive;
    let later = pair.statement.said.from > pair.claim.said.to;
    act && later && pair.claim.has_word(&["has", "have"]) && !term.span.of(pair.claim.text).ends_with("ing")
}

/// Whether the claim says that a state holds; "will stay" holds it for the time to come.
fn holds(pair: &Pair) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let verb = claim.terms_of(TermRole::Predicate).find(|t| t.kind == TermKind::Verb);
    // "The talks going on in Ghent" only says which talks.
    let participle = claim.subordinate
        && verb.is_some_and(|t| {
            let before = pair.claim.text[..t.span.start].trim_end();
            let auxiliary = [" is", " are", "’s", "'s", " be"].iter().any(|be| before.ends_with(be));
            t.span.of(pair.claim.text).ends_with("ing") && !auxiliary
        });
    let stays = verb.is_some_and(|t| matches!(t.key.as_str(), "stay" | "remain" | "keep"));
    let later = pair.statement.said.from > pair.claim.said.to;
    let now = claim.modality == Modality::Fact || stays && later && claim.modality == Modality::Future;
    let told = told_mood(pair.statement);
    let over = told == Modality::Fact && (told != statement.modality || !pair.statement.to_come())
        || stays && later && statement.modality == Modality::Future;
    claim.polarity == Polarity::Positive && !participle && now && over
}

/// The statement's verb that ends the state of the claim's term.
fn end_of(pair: &Pair, i: usize, state: &Term) -> Option<usize> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let ends = ended_by(&state.key);
    if state.role == TermRole::Aside || ends.is_empty() {
        return None;
    }
    let j = statement.terms.iter().enumerate().position(|(j, t)| {
        t.role == TermRole::Predicate
            && t.kind == TermKind::Verb
            && pair.alignment.links.iter().all(|l| l.statement != j || !same_sense(l.how))
            && !aim(pair.statement, t)
            // "Has been overturned" may be read as an adjective.
            && claim.terms.iter().all(|ours| !ours.key.starts_with(t.key.as_str()))
            && ends.iter().any(|end| *end == t.key || english::root(end) == t.root)
    })?;
    // "The talks have ended" is no end of another strike: a word for a course must be met itself.
    let course = state.kind == TermKind::Noun && ends.contains(&"end");
    (!course || governed(pair, i, j)).then_some(j)
}

/// Whether the word for the state stands in the statement too, beside its end.
fn governed(pair: &Pair, i: usize, j: usize) -> bool {
    pair.alignment.links.iter().any(|l| l.claim == i && same_sense(l.how) && l.statement != j)
}

/// "Is not delivering": deliveries have resumed.
fn resumed(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let idle = claim.polarity == Polarity::Negative && claim.modality == Modality::Fact;
    let again = statement.aspect == Some(Aspect::Repeat) && statement.modality == Modality::Fact;
    if !idle || !again {
        return None;
    }
    let link = pair.alignment.links.iter().find(|l| {
        same_sense(l.how)
            && claim.terms[l.claim].role == TermRole::Predicate
            && matches!(statement.terms[l.statement].role, TermRole::Subject | TermRole::Object)
    })?;
    let met = matter(pair, |_| false, |_| false);
    let plain = met.is_some_and(|met| met >= 0.6);
    Outcome::contradicts(met.unwrap_or(0.0), differing(pair, *link, "word")).map(|o| o.plain(plain))
}

/// Ended so long before the text that the state may have come again.
fn long_before(pair: &Pair) -> bool {
    const DAYS: i32 = 366;
    pair.claim.said.from.zip(pair.statement.said.to).is_some_and(|(at, to)| (at - to).get_days() > DAYS)
}
