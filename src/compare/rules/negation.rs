//! `negation`: the record affirms what the claim denies, or denies what it affirms.

use super::{
    Example, Outcome, Rule, closeness, comparable, differing, moods_compare, past_event_elsewhere,
    planned_since, quantities_agree, same_sense,
};
use crate::claim::{Polarity, TermRole};
use crate::compare::{Match, Pair, Side};

pub(super) static RULE: Rule = Rule {
    code: "negation",
    summary: "the record affirms what the claim denies, or the reverse",
    documentation: "Speaks where claim and statement share predicate and subject, most other words meet, and one is \
                    negated (not, no, never, nobody, without, failed to, refused to, has yet to). Two negations cancel out.",
    examples: &[
        Example {
            statement: "The mayor will attend the ceremony.",
            claim: "The mayor will not attend the ceremony.",
            relation: "contradicts",
        },
        Example {
            statement: "The mayor will attend the ceremony.",
            claim: "The mayor will not attend the concert.",
            relation: "silent",
        },
    ],
    unaligned: false,
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.title.is_some() || claim.polarity == statement.polarity {
        return None;
    }
    // "Has not been ordered": an event on record says so much more.
    let not_yet = claim.polarity == Polarity::Negative && !claim.past && statement.past;
    let theirs = if not_yet { 0.4 } else { 0.55 };
    let mut plain = comparable(pair, 0.65, theirs) || nobody_yet(pair);
    // "Will not open in December" denies the month, not the opening.
    let dated_denial = |denied: &Side, other: &Side| {
        denied.claim.polarity == Polarity::Negative
            && denied.own_days().is_some_and(|days| other.own_days().is_none_or(|own| !own.overlaps(days)))
    };
    if dated_denial(pair.statement, pair.claim) || dated_denial(pair.claim, pair.statement) {
        return None;
    }
    plain &= !past_event_elsewhere(pair) && !planned_since(pair) && quantities_agree(pair) != Some(false);
    plain &= pair.same_parts() && (pair.share_matter() || nobody_yet(pair)) && !pair.other_thing();
    let link = pair.predicate()?;
    let predicates = claim.terms[link.claim].role == TermRole::Predicate
        && statement.terms[link.statement].role == TermRole::Predicate;
    let kinds = claim.terms[link.claim].kind == statement.terms[link.statement].kind;
    // "Is under military control" says by a noun what "control" says by a verb.
    let stative = claim.terms_of(TermRole::Predicate).next().is_none();
    if !(kinds || stative && link.how >= Match::Family)
        || !same_sense(link.how)
        || !predicates && !stative && link.how != Match::Same
    {
        return None;
    }
    plain &= pair.alignment.links.iter().all(|l| same_sense(l.how));
    Outcome::contradicts(closeness(pair), differing(pair, link, "polarity")).map(|o| o.plain(plain))
}

/// "Nobody has been charged", "no plant will be closed": whoever was, whichever will be, in the matter that the text is
/// speaking of.
fn nobody_yet(pair: &Pair) -> bool {
    const LEAST_SHARED: f32 = 1.6;
    let (claim, alignment) = (pair.claim.claim, pair.alignment);
    let nobody =
        claim.terms_of(TermRole::Subject).next().is_none() && pair.claim.has_word(&["nobody", "none", "one"]);
    let words = pair.claim.words();
    let no = words.starts_with("No ") || words.starts_with("no ") || words.starts_with("Not a ");
    claim.polarity == Polarity::Negative
        && (nobody || no && pair.share_matter())
        && alignment.claim_cover_wide >= 0.6
        && alignment.statement_cover_wide >= 0.35
        && alignment.shared_wide >= LEAST_SHARED
        && !alignment.other_name
        && !pair.other_days()
        && moods_compare(pair)
}
