//! `status`: the claim says that a state holds, and its end is on record.

use super::{Example, Outcome, Rule, matter, same_sense};
use crate::claim::{Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::states::ended_by;
use crate::compare::{Differing, Pair};
use crate::english;

pub(super) static RULE: Rule = Rule {
    code: "status",
    summary: "a state holds, says the claim; its end is on record",
    documentation: "Speaks where the claim says in the present that something is under way, pending, in force, closed, legal, \
                    owned or the like, and a statement tells of what ends such a state (the strike was called off, the court \
                    cleared the merger, the ban was lifted), said of the same thing. What can come again, such as a strike, \
                    is only compared within a year.",
    examples: &[
        Example {
            statement: "The regulator cleared the takeover of Keel.",
            claim: "The takeover of Keel is still being examined by the regulator.",
            relation: "contradicts",
        },
        Example {
            statement: "The regulator cleared the takeover of Dunn.",
            claim: "The takeover of Keel is still being examined by the regulator.",
            relation: "silent",
        },
    ],
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    // "The talks going on in Ghent" only says which talks.
    let participle = claim.subordinate
        && claim
            .terms
            .iter()
            .any(|t| t.role == TermRole::Predicate && t.span.of(pair.claim.text).ends_with("ing"));
    let holds = !participle
        && claim.modality == Modality::Fact
        && !claim.past
        && claim.polarity == Polarity::Positive;
    let ended = statement.modality == Modality::Fact && statement.polarity == Polarity::Positive;
    if !holds || !ended || claim.title.is_some() || statement.title.is_some() || long_before(pair) {
        return None;
    }
    let state = |t: &Term| t.role != TermRole::Aside && !ended_by(&t.key).is_empty();
    let ending = |j: usize, t: &Term| {
        t.role == TermRole::Predicate
            && t.kind == TermKind::Verb
            && pair.alignment.links.iter().all(|l| l.statement != j || !same_sense(l.how))
            // "Talks to end the war" have not ended it.
            && !pair.statement.text[..t.span.start].ends_with("to ")
            // "Has been overturned" may be read as an adjective.
            && claim.terms.iter().all(|ours| !ours.key.starts_with(t.key.as_str()))
    };
    let found = claim.terms.iter().enumerate().filter(|(_, t)| state(t)).find_map(|(i, term)| {
        let ends = ended_by(&term.key);
        let j = statement.terms.iter().enumerate().position(|(j, t)| {
            ending(j, t) && ends.iter().any(|end| *end == t.key || english::root(end) == t.root)
        })?;
        let governed =
            pair.alignment.links.iter().any(|l| l.claim == i && same_sense(l.how) && l.statement != j);
        // "The talks have ended" is no end of another strike: a word for a course must be met itself.
        let course = matches!(term.kind, TermKind::Noun) && ends.contains(&"end");
        (!course || governed).then_some((i, j, governed))
    })?;
    let (i, j, governed) = found;
    let met = matter(pair, |k| k == i && !governed, |k| k == j)?;
    if met < 0.6 {
        return None;
    }
    let differing =
        vec![Differing { claim: claim.terms[i].span, statement: statement.terms[j].span, kind: "word" }];
    Outcome::contradicts(met, differing)
}

/// Ended so long before the text that the state may have come again.
fn long_before(pair: &Pair) -> bool {
    const DAYS: i32 = 366;
    pair.claim.said.from.zip(pair.statement.said.to).is_some_and(|(at, to)| (at - to).get_days() > DAYS)
}
