//! `attribution`: words of another speaker.

use super::quote::{right_speaker, versions};
use super::{Example, Outcome, Rule, same_sense};
use crate::claim::{Polarity, Term, TermKind, TermRole};
use crate::compare::{Differing, Pair, Side, meet};
use crate::english;

pub(super) static RULE: Rule = Rule {
    code: "attribution",
    summary: "words of another speaker",
    documentation: "Speaks where a quotation is on record word for word, and the record knows both its speaker and the \
                    one to whom the text gives it, and they are not the same; and where the text dates a word or act to the \
                    very day on which somebody else said or did just that.",
    examples: &[
        Example {
            statement: "“This line has been badly steered from the first day,” Ines Mora said.",
            claim: "“This line has been badly steered from the first day,” Daniel Okoro said.",
            relation: "contradicts",
        },
        Example {
            statement: "“This line has been badly steered from the first day,” Ines Mora said.",
            claim: "“I will never resign over this,” Daniel Okoro said.",
            relation: "silent",
        },
    ],
    unaligned: true,
    apply,
    explain: |told| {
        format!("{} it was {} who said “{}”", told.when, told.who(), told.theirs.trim_end_matches('.'))
    },
};

fn apply(pair: &Pair) -> Option<Outcome> {
    misquoted(pair).or_else(|| done_by_another(pair)).or_else(|| singled_out(pair))
}

/// "It was Voss who announced that": somebody else did.
fn singled_out(pair: &Pair) -> Option<Outcome> {
    const OPENINGS: &[&str] = &["It was", "It is", "It had been", "It’s", "It's"];
    let claim = pair.claim.claim;
    let report = &pair.claim.analysis.attributions[claim.report?];
    let source = report.source?;
    let from = pair.claim.analysis.sentences[report.sentence].span.start;
    let opening = pair.claim.text.get(from..source.start)?.trim();
    if !OPENINGS.contains(&opening) || super::one_speaker(pair) != Some(false) {
        return None;
    }
    let alignment = pair.alignment;
    let same = claim.polarity == pair.statement.claim.polarity;
    if !same
        || alignment.claim_cover_wide < 0.7
        || alignment.statement_cover_wide < 0.4
        || alignment.other_name
    {
        return None;
    }
    let differing = vec![Differing { claim: source, statement: pair.statement.claim.span, kind: "name" }];
    Outcome::contradicts(0.7, differing).map(Outcome::certain)
}

fn misquoted(pair: &Pair) -> Option<Outcome> {
    let (span, versions) = versions(pair)?;
    /// Three words can be anybody's.
    const LEAST_WORDS: usize = 4;
    let words = pair.claim.spoken.map_or(LEAST_WORDS, |spoken| spoken.words.len());
    if words < LEAST_WORDS || !versions.contained || right_speaker(pair, span) != Some(false) {
        return None;
    }
    let differing = vec![Differing { claim: span, statement: versions.theirs, kind: "name" }];
    Outcome::contradicts(0.9, differing).map(Outcome::certain)
}

/// The same said or done on the same day, by somebody else.
fn done_by_another(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.title.is_some() || statement.title.is_some() || !claim.past || !statement.past {
        return None;
    }
    let positive = claim.polarity == Polarity::Positive && statement.polarity == Polarity::Positive;
    let day = pair.claim.own_days().filter(|days| days.days() == Some(1))?;
    if !positive || claim.passive || statement.passive || !day.overlaps(pair.statement.said) {
        return None;
    }
    let (i, ours) = person(pair.claim)?;
    let (j, theirs) = person(pair.statement)?;
    let elsewhere = |term: &Term, others: &[Term]| others.iter().any(|other| meet(term, other).is_some());
    if elsewhere(ours, &statement.terms) || elsewhere(theirs, &claim.terms) {
        return None;
    }
    (all_met(pair, i, true) && all_met(pair, j, false))
        .then(|| {
            let differing = vec![Differing { claim: ours.span, statement: theirs.span, kind: "name" }];
            Outcome::contradicts(0.7, differing).map(Outcome::certain)
        })
        .flatten()
}

/// The known person who acts.
fn person<'a>(side: &Side<'a>) -> Option<(usize, &'a Term)> {
    let claim = side.claim;
    let person = |t: &&Term| {
        t.role == TermRole::Subject
            && matches!(t.kind, TermKind::Entity(_))
            && side.kind_of(t) == crate::claim::NameKind::Person
    };
    let at = claim.terms.iter().position(|t| person(&t))?;
    Some((at, &claim.terms[at]))
}

/// Whether everything else of a side meets, two words or more.
fn all_met(pair: &Pair, person: usize, ours: bool) -> bool {
    let terms = if ours { &pair.claim.claim.terms } else { &pair.statement.claim.terms };
    let met = |i: usize| {
        pair.alignment
            .links
            .iter()
            .any(|l| same_sense(l.how) && if ours { l.claim == i } else { l.statement == i })
    };
    let counts = |t: &Term| {
        !matches!(t.role, TermRole::Aside) && t.kind != TermKind::Adverb && english::demonym(&t.key).is_none()
    };
    let rest: Vec<usize> = (0..terms.len()).filter(|&i| i != person && counts(&terms[i])).collect();
    rest.len() >= 2 && rest.iter().all(|&i| met(i))
}
