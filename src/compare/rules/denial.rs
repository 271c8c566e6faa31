//! `denial`: denied, later admitted, by the same party; or the reverse.

use crate::claim::{Attribution, Claim, Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::{closeness, one_speaker, same_sense};
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::{Differing, Match, Pair, Side, meet};
use crate::english::{self, Stance};
use crate::text::fold;

pub(super) static RULE: Rule = Rule {
    code: "denial",
    summary: "denied, and on record as admitted by the same party, or the reverse",
    documentation: "Speaks where the claim reports that somebody denies something, and a statement that the same party \
                    admitted it, or the reverse; and where the claim says that somebody never denied what the record has \
                    them deny. A plea is a stand too.",
    examples: &[
        Example {
            statement: "Ruth Amsel admitted that she had read the memo.",
            claim: "Ruth Amsel denies having read the memo.",
            relation: "contradicts",
        },
        Example {
            statement: "Ruth Amsel admitted that she had read the memo.",
            claim: "Ruth Amsel denies having written the memo.",
            relation: "silent",
        },
    ],
    concerns: |side| stand(side).is_some(),
    unaligned: |_| false,
    apply,
    explain: |told| told.on_record(),
};

/// How a party stands to what is said of it.
#[derive(Clone, Copy, PartialEq)]
enum Stand {
    Denies,
    Admits,
    NeverDenied,
    Says,
    NotSaid,
}

fn apply(pair: &Pair) -> Option<Outcome> {
    let ours = stand(pair.claim)?;
    let opposed = pair.claim.claim.polarity != pair.statement.claim.polarity;
    if ours == Stand::Says && !opposed {
        return None;
    }
    let theirs = stand(pair.statement)?;
    let against = match (ours, theirs) {
        (Stand::Denies, Stand::Admits) | (Stand::Admits | Stand::NeverDenied, Stand::Denies) => true,
        (Stand::NeverDenied, Stand::Says) => opposed,
        (Stand::NotSaid, Stand::Admits | Stand::Says) => !opposed,
        // A denial and an admission turn what is said of them about.
        (Stand::Denies | Stand::Admits, Stand::Says) | (Stand::Says, Stand::Denies | Stand::Admits) => {
            opposed
        }
        _ => false,
    };
    let party = one_party(pair);
    let reported = report(pair.claim).is_some() && report(pair.statement).is_some();
    if !reported && (party != Some(true) || !one_content(pair)) {
        return None;
    }
    if !against || party == Some(false) && !speaks_for(pair) {
        return None;
    }
    let plain = party == Some(true) && one_accusation(pair);
    let cue = |side: &Side| report(side).map_or(side.claim.span, |a| a.cue);
    let differing =
        vec![Differing { claim: cue(pair.claim), statement: cue(pair.statement), kind: "polarity" }];
    Outcome::contradicts(closeness(pair).max(0.7), differing).map(|o| o.plain(plain))
}

/// Whether a word of what is denied or admitted meets, besides who does and how.
fn one_content(pair: &Pair) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let content = |t: &Term| {
        let stands = t.kind == TermKind::Verb && english::classes(&t.key).stance().is_some();
        t.role != TermRole::Subject && !stands && !matches!(t.key.as_str(), "plead" | "guilty")
    };
    let linked = |l: &crate::compare::Link| {
        same_sense(l.how) && content(&ours[l.claim]) && content(&theirs[l.statement])
    };
    pair.alignment.links.iter().any(linked)
}

/// One speaker, or, where the sources have no names, sources that end in one word: "the water office".
fn one_party(pair: &Pair) -> Option<bool> {
    if let (Some(ours), Some(theirs)) = (taken(pair.claim), taken(pair.statement)) {
        return Some(meet(ours, theirs).is_some());
    }
    if let Some(one) = one_speaker(pair) {
        return Some(one);
    }
    let last = |side: &Side| {
        let source = report(side)?.source?;
        crate::text::words(source.of(side.text)).last().map(fold)
    };
    let unnamed = pair.claim.holder().is_none() && pair.statement.holder().is_none();
    (unnamed && last(pair.claim).is_some_and(|word| last(pair.statement) == Some(word))).then_some(true)
}

/// Whether the statement names who the claim says speaks: "Sven Holm, head of Corvo, admitted".
fn speaks_for(pair: &Pair) -> bool {
    let holder = pair.claim.holder();
    holder.is_some_and(|holder| pair.statement.analysis.mentions.iter().any(|m| m.names(holder)))
}

fn report<'a>(side: &Side<'a>) -> Option<&'a Attribution> {
    let analysis = side.analysis;
    side.claim.report.map(|i| &analysis.attributions[i])
}

/// How a clause that is no report stands to what it names: "denies the attack", "pleaded guilty to stealing".
fn own(side: &Side, claim: &Claim) -> Option<Stand> {
    let verb = claim.terms.iter().find(|t| t.role == TermRole::Predicate && t.kind == TermKind::Verb)?;
    let guilty = verb.key == "plead" && claim.terms.iter().any(|t| t.key == "guilty");
    let not = claim.polarity == Polarity::Negative || claim.span.of(side.text).contains("not guilty");
    match english::classes(&verb.key).stance() {
        Some(Stance::Admit) => Some(if not { Stand::NotSaid } else { Stand::Admits }),
        Some(Stance::Deny) if verb.key == "deny" => {
            Some(if not { Stand::NeverDenied } else { Stand::Denies })
        }
        Some(Stance::Confirm) if verb.key == "confirm" && !not => Some(Stand::Admits),
        _ if guilty => Some(if not { Stand::Denies } else { Stand::Admits }),
        _ => None,
    }
}

/// The clause by which somebody takes a stand to a claim: itself, or "has owned up to" in front of "taking bribes".
fn leading<'a>(side: &Side<'a>) -> Option<&'a Claim> {
    let claim = side.claim;
    if claim.report.is_some() || claim.title.is_some() {
        return None;
    }
    let all = &side.analysis.claims;
    let here = all.partition_point(|other| other.span.start < claim.span.start);
    let adjoins = |other: &&Claim| {
        other.span.end <= claim.span.start && side.text[other.span.end..claim.span.start].trim().is_empty()
    };
    let before = || {
        let mut earlier = all[..here].iter().rev().take_while(|c| c.sentence == claim.sentence);
        earlier.find(adjoins).filter(|c| c.span.of(side.text).ends_with(" to") && own(side, c).is_some())
    };
    if own(side, claim).is_some() {
        Some(claim)
    } else if claim.subordinate {
        before()
    } else {
        None
    }
}

/// Who takes a stand without a report: whom the clause names.
fn taken<'a>(side: &'a Side) -> Option<&'a Term> {
    match leading(side) {
        Some(clause) => clause.terms_of(TermRole::Subject).find(|t| t.is_name()),
        None => side.holder(),
    }
}

fn stand(side: &Side) -> Option<Stand> {
    let Some(report) = report(side) else { return leading(side).and_then(|clause| own(side, clause)) };
    let negated = report.source.is_some_and(|source| {
        let between =
            if source.end <= report.cue.start { &side.text[source.end..report.cue.start] } else { "" };
        between.contains('n')
            && crate::text::words(between).any(|w| matches!(w, "never" | "not" | "n’t" | "n't"))
    });
    match (report.stance, negated) {
        (Stance::Deny, false) => Some(Stand::Denies),
        (Stance::Deny, true) => Some(Stand::NeverDenied),
        (Stance::Admit, false) => Some(Stand::Admits),
        (Stance::Confirm, false) if english::classes(&report.lemma).stance() == Some(Stance::Confirm) => {
            (report.lemma == "confirm").then_some(Stand::Admits)
        }
        (Stance::Ask | Stance::Order | Stance::Hope | Stance::Doubt | Stance::Refuse, _) => None,
        (_, true) => Some(Stand::NotSaid),
        (_, false) => Some(Stand::Says),
    }
}

/// Whether what is denied is what is admitted: its predicate meets, and most of the rest.
fn one_accusation(pair: &Pair) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let acts = pair.alignment.links.iter().any(|l| {
        let (a, b) = (&ours[l.claim], &theirs[l.statement]);
        same_sense(l.how)
            && (a.role == TermRole::Predicate || b.role == TermRole::Predicate)
            && l.how != Match::Opposite
    });
    acts && !pair.alignment.other_name
        && !pair.other_thing()
        && !pair.other_days()
        && pair.alignment.claim_cover_wide >= 0.6
        && pair.alignment.statement_cover_wide >= 0.5
}
