//! `attribution`: words of another speaker.

use super::quote::{quotation, right_speaker, versions};
use crate::claim::{NameKind, Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::{
    moods_compare, one_speaker, past_event_elsewhere, plainest, quantities_agree, same_sense,
};
use crate::compare::event;
use crate::compare::event::{deal, doers};
use crate::compare::pair::{agent_by, by_whom};
use crate::compare::proof::telling;
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Differing, Link, Match, Pair, Side, meet};
use crate::english::{self, Stance};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    code: "attribution",
    summary: "words of another speaker",
    documentation: "Speaks where a quotation is on record word for word, and the record knows both its speaker and the \
                    one to whom the text gives it, and they are not the same; and where the text dates a word or act to the \
                    very day, or a report to the month, on which somebody else said or did just that; and where the doer is \
                    what the text tells (by the passive, by \"it was she who\") and another did it; \
                    where the two are the other way round (who sued whom); and where the very sum is on record of another.",
    examples: &[
        Example {
            statement: "“The hives were empty long before the frost,” Ines Mora said.",
            claim: "“The hives were empty long before the frost,” Joost Weller said.",
            relation: "contradicts",
        },
        Example {
            statement: "“The hives were empty long before the frost,” Ines Mora said.",
            claim: "“We shall sing until the roof falls in,” Joost Weller said.",
            relation: "silent",
        },
    ],
    concerns: |side| {
        names_author(side) || doers::done_by(side).is_some() || doers::two(side) || deal::told(side)
    },
    unaligned: names_author,
    apply,
    explain: |told| match told.speaker {
        Some(speaker) => {
            format!("{} it was {speaker} who said “{}”", told.when, told.theirs.trim_end_matches('.'))
        }
        None => told.on_record(),
    },
};

/// Whether a claim says whose words or deed something was.
fn names_author(side: &Side) -> bool {
    let claim = side.claim;
    let dated = || side.own_days().is_some_and(|days| days.days() == Some(1)) && person(side).is_some();
    quotation(side).is_some()
        || claim.report.is_some_and(|report| one_who_said(side, report).is_some())
        || one_who_did(side).is_some()
        || author(side).is_some()
        || doers::told(side).is_some()
        || claim.report.is_some_and(|report| doers::dated_report(side, report).is_some())
        || claim.past && !claim.passive && claim.title.is_none() && dated()
}

fn apply(pair: &Pair) -> Option<Outcome> {
    const DEEDS: [fn(&Pair) -> Option<Outcome>; 4] = [done_by, crossed, sum_of_another, other_party];
    const AUTHORS: [fn(&Pair) -> Option<Outcome>; 5] =
        [singled_out, did_it, came_from, same_deed, promised_by];
    if !pair.claim.content.unaligned.has(&RULE) {
        return plainest(pair, &DEEDS);
    }
    let known = misquoted(pair).or_else(|| done_by_another(pair));
    known.or_else(|| {
        [plainest(pair, &AUTHORS), plainest(pair, &DEEDS)].into_iter().flatten().max_by_key(|o| o.plain)
    })
}

/// "It was Kroll" in front of "who announced …": the name.
fn cleft<'a>(side: &Side<'a>, sentence: usize, end: usize) -> Option<&'a str> {
    const OPENINGS: &[&str] = &["It was ", "It is ", "It had been ", "It’s ", "It's ", "It has been "];
    let from = side.analysis.sentences[sentence].span.start;
    let lead = side.text.get(from..end)?.trim_start();
    if !lead.starts_with("It") {
        return None;
    }
    OPENINGS.iter().find_map(|opening| lead.strip_prefix(opening))
}

/// "It was **Kroll** who announced that".
fn one_who_said(side: &Side, report: usize) -> Option<Span> {
    let report = &side.analysis.attributions[report];
    report.source.filter(|source| cleft(side, report.sentence, source.start).is_some_and(str::is_empty))
}

/// "It was Kroll who announced that": somebody else did.
fn singled_out(pair: &Pair) -> Option<Outcome> {
    let claim = pair.claim.claim;
    let source = one_who_said(pair.claim, claim.report?)?;
    if one_speaker(pair) != Some(false)
        || claim.polarity != pair.statement.claim.polarity
        || pair.alignment.other_name
    {
        return None;
    }
    let alignment = pair.alignment;
    let numbers = quantities_agree(pair) == Some(true);
    let (ours, theirs) = (alignment.claim_cover_wide, alignment.statement_cover_wide);
    let plain = ours >= 0.7 && theirs >= 0.4 || numbers && ours >= 0.4 && theirs >= 0.3;
    if !plain && (ours < 0.4 || theirs < 0.2) {
        return None;
    }
    let differing = vec![Differing { claim: source, statement: pair.statement.claim.span, kind: "name" }];
    Outcome::contradicts(0.7, differing).map(Outcome::certain).map(|o| o.plain(plain))
}

/// "It was **Kroll** who traced the fire to bad wiring".
fn one_who_did<'a>(side: &Side<'a>) -> Option<&'a Term> {
    let claim = side.claim;
    let rest = cleft(side, claim.sentence, claim.span.start)?;
    let opens = |word: &str| side.words().starts_with(word) || rest.trim_end().ends_with(word);
    let relative = claim.subordinate && (opens("who") || opens("that") || opens("which"));
    claim.terms_of(TermRole::Subject).last().filter(|_| relative)
}

/// "It was Kroll who traced the fire to bad wiring": somebody else did.
fn did_it(pair: &Pair) -> Option<Outcome> {
    let claim = pair.claim.claim;
    let who = one_who_did(pair.claim)?;
    if claim.polarity != pair.statement.claim.polarity || !another(pair, who) {
        return None;
    }
    let (kin, ours, theirs) = event::deed(pair);
    let plain = kin.is_some() && ours >= 0.6 && theirs >= 0.5 || doers::announced(pair);
    let least = if doers::tells(pair) { 0.5 } else { 0.65 };
    let seen = kin.is_some() && ours >= 0.4 || ours >= least && theirs >= 0.3;
    if !plain && !seen {
        return None;
    }
    let differing = vec![Differing { claim: who.span, statement: pair.statement.claim.span, kind: "name" }];
    Outcome::contradicts(0.7, differing).map(Outcome::certain).map(|o| o.plain(plain))
}

/// "The forecast is **Ruiz**'s", "the verdict came from the **guild**".
fn author<'a>(side: &Side<'a>) -> Option<&'a Term> {
    let (claim, words) = (side.claim, side.words());
    let said = claim.terms_of(TermRole::Subject).any(|t| RuleWord::Said.has(&t.key))
        || claim.terms_of(TermRole::Predicate).any(|t| RuleWord::Said.has(&t.key));
    if !said {
        return None;
    }
    let from = ["came from", "comes from", "come from", "was made by", "is due to", "was the work of"];
    let find = || from.iter().find_map(|w| words.find(w).map(|at| claim.span.start + at + w.len()));
    let source = side.may_have(&["from", "made", "due", "work"]).then(find).flatten();
    let of = ["'s", "’s"].iter().any(|w| words.ends_with(w));
    // "Was made by", "was brought by", but not "was welcomed by".
    let carried = |t: &Term| RuleWord::Supports.has(&t.key) || RuleWord::Carries.has(&t.key);
    let made = claim.passive
        && claim.terms_of(TermRole::Predicate).any(carried)
        && claim.terms.iter().any(|t| by_whom(side, t));
    if claim.polarity == Polarity::Negative || !(source.is_some() || of || made) {
        return None;
    }
    claim.terms.iter().rev().find(|t| match source {
        Some(at) => t.span.start >= at,
        None if made => by_whom(side, t),
        None => t.is_name(),
    })
}

/// "The forecast is Ruiz's", "the verdict came from the guild": somebody else's.
fn came_from(pair: &Pair) -> Option<Outcome> {
    const LEAST_SHARED: f32 = 1.25;
    let who = author(pair.claim)?;
    if !another(pair, who) {
        return None;
    }
    let (kin, ours, theirs) = event::deed(pair);
    let day = pair.claim.own_days().is_some_and(|days| days.overlaps(pair.statement.said));
    let known = pair.alignment.statement_cover_wide >= 0.5;
    let plain = kin.is_some() && theirs >= 0.4 && (ours >= 0.6 || day);
    let known = known && kin.is_some();
    // "The finding", "was found": a single word is no deed.
    let alone = pair.alignment.links.len() < 2 && pair.alignment.shared_wide < LEAST_SHARED;
    if alone || !plain && !known && !(kin.is_some() && (day || ours >= 0.5)) {
        return None;
    }
    let differing = vec![Differing { claim: who.span, statement: pair.statement.claim.span, kind: "name" }];
    Outcome::contradicts(0.6, differing).map(Outcome::certain).map(|o| o.plain(plain))
}

/// "The bridge was designed by Kroll": Holm designed it.
fn done_by(pair: &Pair) -> Option<Outcome> {
    let told = doers::told(pair.claim);
    let who = told.or_else(|| doers::done_by(pair.claim))?;
    let positive = pair.claim.claim.polarity == pair.statement.claim.polarity;
    if !positive || pair.claim.doers().shared || pair.statement.doers().shared {
        return None;
    }
    let theirs = doers::named(pair.statement)?;
    let plain = doers::one_deed(pair, (who, theirs)).filter(|_| another(pair, who))?;
    let same = || pair.predicate().is_some_and(|l| l.how == Match::Same);
    // Two who have each a number of their own have each done theirs.
    let each = || quantities_agree(pair) == Some(false);
    if told.is_none() && (!(plain && same() && moods_compare(pair)) || each()) {
        return None;
    }
    let differing = vec![Differing { claim: who.span, statement: theirs.span, kind: "name" }];
    Outcome::contradicts(0.6, differing).map(Outcome::certain).map(|o| o.plain(plain))
}

/// "The port sued Kroll": Kroll sued the port.
fn crossed(pair: &Pair) -> Option<Outcome> {
    const DAYS: i32 = 120;
    let one = pair.claim.claim.polarity == pair.statement.claim.polarity
        && !pair.other_days()
        && !doers::apart(pair, DAYS);
    let (acts, _) = doers::crossed(pair).filter(|_| one)?;
    let plain = !pair.other_thing() && !pair.alignment.other_name;
    let differing = vec![Differing { claim: acts.span, statement: pair.statement.claim.span, kind: "name" }];
    Outcome::contradicts(0.6, differing).map(Outcome::certain).map(|o| o.plain(plain))
}

/// "Kroll was fined 2 million": Holm was fined 2 million.
fn sum_of_another(pair: &Pair) -> Option<Outcome> {
    let claim = pair.claim.claim;
    let acts = pair.predicate().is_some_and(|l| l.how == Match::Same);
    let telling = || pair.claim.quantities().any(telling) && quantities_agree(pair) == Some(true);
    if !acts || claim.passive != pair.statement.claim.passive || pair.other_days() || !telling() {
        return None;
    }
    let subject = |side: &Side| side.claim.terms_of(TermRole::Subject).find(|t| t.is_name()).cloned();
    let (ours, theirs) = subject(pair.claim).zip(subject(pair.statement))?;
    let stranger = |term: &Term, side: &Side| {
        let mut terms = side.claim.terms.iter().chain(side.background.iter());
        !terms.any(|t| meet(term, t).is_some())
    };
    let one_matter = pair.share_matter() && !past_event_elsewhere(pair) && !pair.other_thing();
    let other = stranger(&ours, pair.statement) && doers::one_sort(pair, (&ours, &theirs));
    let one = claim.polarity == pair.statement.claim.polarity && one_matter && other;
    let differing = vec![Differing { claim: ours.span, statement: theirs.span, kind: "name" }];
    one.then(|| Outcome::contradicts(0.6, differing)).flatten().map(Outcome::certain)
}

/// "Kroll sold 40 buses to the city": the city bought them from Holm.
fn other_party(pair: &Pair) -> Option<Outcome> {
    let (ours, theirs) = deal::other_party(pair).filter(|_| !pair.other_days() && moods_compare(pair))?;
    let one = pair.claim.claim.polarity == pair.statement.claim.polarity && pair.share_matter();
    let differing = vec![Differing { claim: ours.span, statement: theirs.span, kind: "name" }];
    one.then(|| Outcome::contradicts(0.65, differing)).flatten().map(Outcome::certain)
}

/// "Kroll had promised in July that …": in July Holm did.
fn promised_by(pair: &Pair) -> Option<Outcome> {
    let claim = pair.claim.claim;
    let (source, days) = doers::dated_report(pair.claim, claim.report?)?;
    if one_speaker(pair) != Some(false)
        || !two_persons(pair)
        || !binds(pair.claim)
        || claim.polarity != pair.statement.claim.polarity
        || !days.overlaps(pair.statement.said)
        || pair.alignment.other_name
        || quantities_agree(pair) == Some(false)
    {
        return None;
    }
    let (ours, theirs) = (pair.alignment.claim_cover_wide, pair.alignment.statement_cover_wide);
    let plain = ours >= 0.7 && theirs >= 0.6 && !pair.other_thing();
    let differing = vec![Differing { claim: source, statement: pair.statement.claim.span, kind: "name" }];
    (ours >= 0.5 && theirs >= 0.4)
        .then(|| Outcome::contradicts(0.55, differing))
        .flatten()
        .map(Outcome::certain)
        .map(|o| o.plain(plain))
}

/// Whether a claim's report is of an act that one answers for: of what was merely said, two may have said the same.
fn binds(side: &Side) -> bool {
    let report = side.claim.report.map(|report| &side.analysis.attributions[report]);
    let act = |stance| matches!(stance, Stance::Promise | Stance::Admit | Stance::Refuse | Stance::Deny);
    report.is_some_and(|report| act(report.stance))
}

/// Whether both sides give a person's name for who says it: a ministry speaks through its minister.
fn two_persons(pair: &Pair) -> bool {
    let person = |side: &Side| side.holder().is_some_and(|who| side.kind_of(who) == NameKind::Person);
    person(pair.claim) && person(pair.statement)
}

/// The same done on the same day, by somebody else, told in other words.
fn same_deed(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let day = pair.claim.own_days().filter(|days| days.days() == Some(1))?;
    let positive = claim.polarity == Polarity::Positive && statement.polarity == Polarity::Positive;
    if !positive || claim.title.is_some() || !claim.past || !statement.past || claim.passive {
        return None;
    }
    let (_, who) = person(pair.claim)?;
    let (_, theirs) = person(pair.statement)?;
    if !day.overlaps(pair.statement.own_days().unwrap_or(pair.statement.said)) || !another(pair, who) {
        return None;
    }
    let (kin, ours, statement_share) = event::deed(pair);
    if kin.is_none_or(|kin| kin == event::Kin::Kind) || ours < 0.4 || statement_share < 0.3 {
        return None;
    }
    let differing = vec![Differing { claim: who.span, statement: theirs.span, kind: "name" }];
    Outcome::contradicts(0.6, differing).map(Outcome::certain).map(|o| o.plain(false))
}

/// Whether the record names who did or said it, and that is not the one of whom the claim says so.
fn another(pair: &Pair, who: &Term) -> bool {
    let side = pair.statement;
    let by = agent_by(side);
    let agent = |t: &&Term| {
        let acts = match &by {
            Some(by) => by.clone().any(|i| side.claim.terms[i].span == t.span),
            None if side.claim.passive => by_whom(side, t),
            None => t.role == TermRole::Subject,
        };
        acts && (t.is_name() || t.kind == TermKind::Noun)
    };
    // "The strike of the dockers ended": what was done has not done it.
    let (ours, theirs) = (&pair.claim.claim.terms, &side.claim.terms);
    let idle = by.is_none()
        && pair.claim.claim.passive
        && !side.claim.passive
        && side.claim.terms_of(TermRole::Object).next().is_none();
    let deed = |l: &Link| {
        let (a, b) = (&ours[l.claim], &theirs[l.statement]);
        let done = matches!(a.role, TermRole::Subject | TermRole::Object) && a.span != who.span;
        done && b.role == TermRole::Subject && b.kind == TermKind::Noun
    };
    let undone = idle && pair.alignment.links.iter().any(deed);
    let mut others: Vec<Term> = theirs.iter().filter(|_| !undone).filter(agent).cloned().collect();
    others.extend(side.holder().cloned());
    !others.is_empty()
        && side.claim.terms.iter().all(|t| meet(who, t).is_none())
        && others.iter().all(|other| meet(who, other).is_none())
        && side.background.iter().all(|t| t.role == TermRole::Object || meet(who, t).is_none())
}

fn misquoted(pair: &Pair) -> Option<Outcome> {
    let (span, versions) = versions(pair)?;
    /// Three words can be anybody's, where they are not all that is quoted.
    const LEAST_WORDS: usize = 4;
    let words = pair.claim.spoken.map_or(LEAST_WORDS, |spoken| spoken.words.len());
    if words < LEAST_WORDS && !versions.same
        || !versions.contained
        || right_speaker(pair, span) != Some(false)
    {
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
            && side.kind_of(t) == NameKind::Person
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
