//! One thing that belongs to two of different sorts: "is owned by a pension fund", "belongs to the town".

use crate::claim::{Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::pair::behind;
use crate::compare::rule::Outcome;
use crate::compare::rule_words::RuleWord;
use crate::compare::{Differing, Meeting, Pair, Side};

/// Owners that may be one and the same.
const PUBLIC: [&str; 6] = ["state", "city", "town", "council", "government", "country"];

/// The claim gives the owner of a thing by one noun, and the statement by another.
pub(in crate::compare) fn other_owner(pair: &Pair) -> Option<Outcome> {
    const DAYS: i32 = 1100;
    let (ours, theirs) = (owner(pair.claim)?, owner(pair.statement)?);
    let apart = pair.claim.said.from.zip(pair.statement.said.to).map_or(0, |(a, b)| (a - b).get_days());
    let (our, their) = (&pair.alignment.ours, &pair.alignment.theirs);
    let other = strange(pair.claim, our, ours) && strange(pair.statement, their, theirs);
    let public = |side: &Side, at: usize| PUBLIC.contains(&side.claim.terms[at].key.as_str());
    let other = other && !(public(pair.claim, ours) && public(pair.statement, theirs));
    let one = all_owned(pair.claim, our, ours) && all_owned(pair.statement, their, theirs);
    if !other || !one || pair.alignment.other_name || apart.abs() > DAYS {
        return None;
    }
    let differing = vec![Differing {
        claim: pair.claim.claim.terms[ours].span,
        statement: pair.statement.claim.terms[theirs].span,
        kind: "word",
    }];
    Outcome::contradicts(0.65, differing).map(Outcome::certain)
}

/// The last word of who owns what the clause is about.
fn owner(side: &Side) -> Option<usize> {
    let (claim, terms) = (side.claim, &side.claim.terms);
    let verb = claim.terms_of(TermRole::Predicate).find(|t| t.kind == TermKind::Verb)?;
    let link = match verb.key.as_str() {
        "own" | "possess" if claim.passive => "by",
        "belong" if !claim.passive => "to",
        _ => return None,
    };
    if claim.past || claim.polarity == Polarity::Negative || claim.modality != Modality::Fact {
        return None;
    }
    let opens = |t: &Term| t.span.start > verb.span.end && behind(side, t) == Some(link);
    let first = terms.iter().position(opens)?;
    let adjoins = |i: &usize| side.text.get(terms[i - 1].span.end..terms[*i].span.start) == Some(" ");
    (first + 1..terms.len()).take_while(adjoins).last().or(Some(first))
}

/// A noun that the other side does not have, and that says what sort of owner it is.
fn strange(side: &Side, meeting: &Meeting, at: usize) -> bool {
    let term = &side.claim.terms[at];
    let told = !RuleWord::Generic.has(&term.key) || PUBLIC.contains(&term.key.as_str());
    term.kind == TermKind::Noun && told && !meeting.direct.at_all.has(at) && !meeting.around.at_all.has(at)
}

/// Whether all that the clause is about meets.
fn all_owned(side: &Side, meeting: &Meeting, owner: usize) -> bool {
    let mut subjects =
        side.claim.terms.iter().enumerate().filter(|(_, t)| t.role == TermRole::Subject).peekable();
    subjects.peek().is_some() && subjects.all(|(i, _)| i != owner && meeting.linked.same.has(i))
}
