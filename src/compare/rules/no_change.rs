//! `no-change`: the claim says that nothing changed, and a change is on record; or the reverse.

use crate::claim::{Claim, Polarity, Term, TermRole};
use crate::compare::conditions::{closeness, moods_compare, one_speaker, quantities_agree};
use crate::compare::pair::other::{another_thing, unknown};
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::state::ended_by;
use crate::compare::{Differing, Match, Pair, Side};
use crate::english::Aspect;

pub(super) static RULE: Rule = Rule {
    code: "no-change",
    summary: "nothing has changed, says the claim; a change is on record",
    documentation: "Speaks where the claim says of a matter that it stands as before (remains, still, unchanged, has not \
                    changed, goes on) and a statement reports a change, a start or an end in the same matter, or the \
                    reverse. The matter comes from the claim's own words, and where it has none, from what the text was \
                    just speaking of.",
    examples: &[
        Example {
            statement: "The airline's fares changed in May.",
            claim: "The airline's fares remain unchanged.",
            relation: "contradicts",
        },
        Example {
            statement: "The airline's timetable changed in May.",
            claim: "The airline's fares remain unchanged.",
            relation: "silent",
        },
    ],
    concerns: tells_of_change,
    unaligned: |_| true,
    apply,
    explain: |told| told.on_record(),
};

/// Whether a claim says that something changed or ended, or that it did not.
fn tells_of_change(side: &Side) -> bool {
    let goes_on = matches!(side.claim.aspect, Some(Aspect::NoChange | Aspect::Continue));
    side.claim.title.is_none() && (goes_on || reports_change(side.claim) || stops(side))
}

/// Whether a claim reports a change: a verb of change, start or end, or of rise and fall.
fn reports_change(claim: &Claim) -> bool {
    if claim.polarity == Polarity::Negative || claim.subordinate {
        return false;
    }
    if matches!(claim.aspect, Some(Aspect::Change | Aspect::Stop)) {
        return true;
    }
    claim
        .terms
        .iter()
        .any(|term| term.role == TermRole::Predicate && term.entry.classes().direction().is_some())
}

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.title.is_some() {
        return None;
    }
    if again(pair) {
        return Outcome::agrees(0.9).map(Outcome::certain);
    }
    let mut plain = moods_compare(pair) && !pair.alignment.other_name && !pair.other_days();
    let positive = |side: &Claim| side.polarity == Polarity::Positive;
    // "The strike goes on" is contradicted by its end, "the rate is unchanged" by a rise.
    let forward = match claim.aspect {
        Some(Aspect::NoChange) => reports_change(statement),
        Some(Aspect::Continue) if positive(claim) && !claim.past => stops(pair.statement),
        _ => false,
    };
    let backward = match statement.aspect {
        Some(Aspect::NoChange) => reports_change(claim),
        _ if continues(statement) && positive(statement) => stops(pair.claim),
        _ => false,
    };
    // "Still lies idle", "stopped".
    let at_rest = |t: &Term| ended_by(&t.key).contains(&"resume");
    let rests = || statement.aspect == Some(Aspect::Stop) && claim.terms.iter().any(at_rest);
    if !forward && !backward || forward && rests() {
        return None;
    }
    let alignment = pair.alignment;
    // The change must be one of something that the statement names beside who speaks.
    if matter_terms(if forward { statement } else { claim }) == 0 {
        return None;
    }
    // "Has gone up to 14 euros": that figure is on record beside others that stayed.
    if kinds_only(pair) || quantities_agree(pair) == Some(true) {
        return None;
    }
    let goes_on = if forward { claim } else { statement };
    let other_course = || {
        goes_on.aspect == Some(Aspect::Continue) && matter_terms(goes_on) > 0 && !one_course(pair, forward)
    };
    if other_course() || another_thing(pair) || forward && unknown(pair, usize::MAX) {
        return None;
    }
    plain &= (pair.share_matter() && argument_met(pair)) || matter_terms(claim) == 0;
    if matter_terms(claim) == 0 {
        // "Nothing has changed": the matter is what the text was just speaking of.
        plain &= alignment.statement_cover_wide >= 0.6 && alignment.shared_weight >= 2.5;
        return Outcome::contradicts(0.5 * alignment.statement_cover_wide, whole(pair))
            .map(|o| o.plain(plain));
    }
    plain &= pair.subject_met() && alignment.claim_cover_wide >= 0.6 && alignment.statement_cover_wide >= 0.5;
    Outcome::contradicts(closeness(pair), whole(pair)).map(|o| o.plain(plain))
}

/// Whether what changes, goes on or ends is met: "flights were cancelled during the strike" says nothing of the strike.
fn argument_met(pair: &Pair) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let has = |term: &Term| matches!(term.role, TermRole::Subject | TermRole::Object);
    !theirs.iter().any(has)
        || pair.alignment.links.iter().any(|l| {
            has(&theirs[l.statement])
                || has(&ours[l.claim]) && theirs[l.statement].role == TermRole::Predicate
        })
}

/// Whether the two share only names and a general word for a kind: tuition may stay the same while other fees rise.
fn kinds_only(pair: &Pair) -> bool {
    let words = || pair.alignment.links.iter().filter(|l| !pair.claim.claim.terms[l.claim].is_name());
    words().any(|l| l.how == Match::Hypernym) && !words().any(|l| l.how.same_sense())
}

/// Whether what stops is what goes on: "they are still rivals in the race" says nothing of how long they race, and a
/// town that "still has residents" may have lost its garrison.
fn one_course(pair: &Pair, forward: bool) -> bool {
    let (ours, theirs) = (&pair.claim.claim, &pair.statement.claim);
    let said = |claim: &Claim| claim.terms_of(TermRole::Predicate).next().is_some();
    let central = |claim: &Claim, i: usize| {
        let role = claim.terms[i].role;
        matches!(role, TermRole::Subject | TermRole::Object | TermRole::Predicate)
            || role == TermRole::Modifier && !said(claim) && claim.aspect != Some(Aspect::Continue)
    };
    let stopping = if forward { pair.statement } else { pair.claim };
    // "She suspended two pilots": they stop, not she.
    let to_another = |t: &Term| RuleWord::DoneToPerson.has(&t.key);
    let acts = !stopping.claim.passive && stopping.claim.terms_of(TermRole::Predicate).any(to_another);
    // "No longer controls the town": the verb says what stops.
    let denied = stopping.claim.polarity == Polarity::Negative;
    pair.alignment.links.iter().any(|l| {
        let (stops, goes_on) = if forward { (l.statement, l.claim) } else { (l.claim, l.statement) };
        let (stopping, going) = if forward { (theirs, ours) } else { (ours, theirs) };
        let verb = stopping.terms[stops].role == TermRole::Predicate;
        let does = acts && stopping.terms[stops].role == TermRole::Subject;
        (!denied || verb) && !does && central(stopping, stops) && central(going, goes_on)
    })
}

/// "Goes on", "remains": by the clause's aspect or by its verb.
fn continues(claim: &Claim) -> bool {
    let verb = |t: &Term| t.entry.classes().aspect() == Some(Aspect::Continue);
    claim.aspect == Some(Aspect::Continue)
        || claim.aspect.is_none() && claim.terms_of(TermRole::Predicate).any(verb)
}

/// "Ended", "is over", "will no longer be".
fn stops(side: &Side) -> bool {
    let claim = side.claim;
    let verb = claim.terms_of(TermRole::Predicate).next().is_some();
    match (claim.aspect, claim.polarity) {
        (Some(Aspect::Stop), Polarity::Positive) => true,
        (Some(Aspect::Stop), Polarity::Negative) => side.has_word(&["longer"]),
        (None, Polarity::Positive) => !verb && side.words().ends_with(" over"),
        _ => false,
    }
}

/// How many terms say what the claim is about, beside the words of change themselves.
fn matter_terms(claim: &Claim) -> usize {
    claim.terms.iter().filter(|term| term.entry.classes().aspect().is_none()).count()
}

fn whole(pair: &Pair) -> Vec<Differing> {
    vec![Differing { claim: pair.claim.claim.span, statement: pair.statement.claim.span, kind: "word" }]
}

/// "Nothing has changed", by the same speaker in the same days: of one matter, though no other word meets.
fn again(pair: &Pair) -> bool {
    const SAME_DAYS: i32 = 7;
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let one_speaker = one_speaker(pair) == Some(true);
    let near = pair
        .claim
        .said
        .to
        .zip(pair.statement.said.to)
        .is_some_and(|(a, b)| (a - b).get_days().abs() <= SAME_DAYS);
    let both = |aspect| claim.aspect == Some(aspect) && statement.aspect == Some(aspect);
    one_speaker && near && both(Aspect::NoChange) && matter_terms(claim) == 0
}
