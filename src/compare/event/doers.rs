//! Who did it: whether two clauses that name different doers tell of one deed, which only one of them can have done.

use crate::claim::{NameKind, Term, TermKind, TermRole};
use crate::compare::conditions::{other_in_row, past_event_elsewhere};
use crate::compare::event::{self, Kin};
use crate::compare::pair::agent_by;
use crate::compare::rule_words::RuleWord;
use crate::compare::{Pair, Side};
use crate::english;
use crate::text::Span;
use crate::time::{Interval, TimeKind};

fn verb<'a>(side: &Side<'a>) -> Option<&'a Term> {
    side.claim.terms_of(TermRole::Predicate).find(|t| t.kind == TermKind::Verb)
}

/// Whether many may have done the same: visited it, praised it, did it too.
pub(in crate::compare) fn shared(side: &Side) -> bool {
    verb(side).is_none_or(|v| RuleWord::Shared.has(&v.key) && !side.has_word(&["first"]))
        || side.has_word(&["also", "too", "among", "together", "jointly", "again", "another", "both"])
}

/// Who a clause names as the doer: its subject, or who stands behind *by*.
pub(in crate::compare) fn named<'a>(side: &'a Side) -> Option<&'a Term> {
    let terms = &side.claim.terms;
    match agent_by(side) {
        Some(agent) => terms.get(agent.end - 1),
        None if side.claim.passive => None,
        None => {
            let mut names = terms.iter().filter(|t| t.role == TermRole::Subject && t.is_name());
            names.next().filter(|_| names.next().is_none())
        }
    }
}

/// Who the claim says did it, where it is what the claim tells: by the passive, or of what is done to a thing only once.
pub(in crate::compare) fn told<'a>(side: &'a Side) -> Option<&'a Term> {
    let once = || verb(side).is_some_and(|v| RuleWord::DoneOnce.has(&v.key)) && side.claim.past;
    match agent_by(side) {
        Some(agent) => side.claim.terms.get(agent.end - 1),
        None => named(side).filter(|_| once() && side.claim.terms_of(TermRole::Object).next().is_some()),
    }
}

/// Whether two names have a word in common: "Reuter & Partners", "Alma Reuter".
fn related(a: &Term, b: &Term) -> bool {
    a.key.split(' ').any(|word| word.len() > 2 && b.key.split(' ').any(|other| other == word))
}

/// Whether both tell of one deed, done by two of one sort: plainly, loosely, or not (`None`).
pub(in crate::compare) fn one_deed(pair: &Pair, (ours, theirs): (&Term, &Term)) -> Option<bool> {
    let kinds = (pair.claim.kind_of(ours), pair.statement.kind_of(theirs));
    let one_sort = match kinds {
        (NameKind::Person, NameKind::Person) => true,
        (NameKind::Person, NameKind::Unknown) => theirs.key.contains(' '),
        (NameKind::Unknown, NameKind::Person) => ours.key.contains(' '),
        (NameKind::Body, NameKind::Body | NameKind::Unknown) | (NameKind::Unknown, NameKind::Body) => true,
        _ => false,
    };
    let once = verb(pair.claim).is_some_and(|v| RuleWord::DoneOnce.has(&v.key));
    let another_day = pair.other_days() && !(once && pair.claim.own_days().is_none());
    if !one_sort || related(ours, theirs) || another_day || other_in_row(pair) {
        return None;
    }
    let (kin, our_share, their_share) = event::deed(pair);
    let kin = kin.filter(|kin| *kin != Kin::Kind)?;
    let thing = object_met(pair)?;
    let now = !pair.claim.claim.past;
    let apart = if now { long_apart(pair) } else { !once && past_event_elsewhere(pair) };
    let plain = thing && !apart && our_share >= 0.75 && their_share >= 0.5 && !pair.other_thing();
    (plain || our_share >= 0.5 && their_share >= 0.3 && kin >= Kin::Near).then_some(plain)
}

/// Who leads something may change over the years.
fn long_apart(pair: &Pair) -> bool {
    const DAYS: i32 = 400;
    let apart = pair.claim.said.from.zip(pair.statement.said.to).map(|(a, b)| (a - b).get_days());
    apart.is_some_and(|days| !(-DAYS..=DAYS).contains(&days))
}

/// Whether what it was done to is met, a noun or a name besides the doer; `None` where something else is named.
fn object_met(pair: &Pair) -> Option<bool> {
    let claim = pair.claim.claim;
    let meeting = &pair.alignment.ours;
    let met = |i: usize| meeting.direct.same.has(i) || meeting.around.same.has(i);
    let done_to = if agent_by(pair.claim).is_some() { TermRole::Subject } else { TermRole::Object };
    let thing = |t: &Term| (t.is_name() || t.kind == TermKind::Noun) && t.role == done_to;
    let things = claim.terms.iter().enumerate().filter(|(_, t)| thing(t)).map(|(i, _)| i);
    let all: Vec<bool> = things.map(met).collect();
    all.iter().all(|met| *met).then_some(!all.is_empty())
}

/// Whether the claim's verb says that something was said: a word for it, or the one by which the statement reports.
pub(in crate::compare) fn tells(pair: &Pair) -> bool {
    let reports = |v: &Term| {
        let report = pair.statement.claim.report.map(|i| &pair.statement.analysis.attributions[i]);
        report.is_some_and(|report| report.lemma == v.key)
    };
    verb(pair.claim).is_some_and(|v| RuleWord::Announces.has(&v.key) || reports(v))
}

/// "It was Kroll who announced the delay": the statement is what somebody else said of it.
pub(in crate::compare) fn announced(pair: &Pair) -> bool {
    let terms = &pair.claim.claim.terms;
    if !tells(pair) || pair.statement.holder().is_none() {
        return false;
    }
    let content =
        |t: &Term| t.kind != TermKind::Adverb && matches!(t.role, TermRole::Object | TermRole::Modifier);
    let meeting = &pair.alignment.ours;
    let acts = |i: usize| {
        let act = |t: &&Term| t.role == TermRole::Predicate;
        pair.statement
            .claim
            .terms
            .iter()
            .filter(act)
            .any(|t| terms[i].root == t.root || english::synonyms(&terms[i].key, &t.key))
    };
    let told = |i: usize| meeting.direct.same.has(i) || meeting.around.same.has(i) || acts(i);
    let said: Vec<usize> = (0..terms.len()).filter(|&i| content(&terms[i])).collect();
    // A noun alone says what was announced where it is what the statement says happens: the delay.
    said.iter().all(|&i| told(i))
        && (said.iter().any(|&i| acts(i))
            || said.len() > 2 && said.iter().any(|&i| meeting.direct.same.has(i)))
}

/// The source of a report and the days, a month at most, on which the text says it was made.
pub(in crate::compare) fn dated_report(side: &Side, report: usize) -> Option<(Span, Interval)> {
    const MONTH: i64 = 31;
    let analysis = side.analysis;
    let report = &analysis.attributions[report];
    let source = report.source.filter(|_| report.holder.is_some())?;
    let sentence = analysis.sentences[report.sentence].span;
    let own = |i: &usize| {
        let time = &analysis.times[*i];
        !report.content.overlaps(time.span) && !time.ambiguous && matches!(time.kind, TimeKind::Calendar)
    };
    let days = analysis.times_in(sentence).find(own).map(|i| analysis.times[i].when)?;
    days.days().filter(|days| *days <= MONTH).map(|_| (source, days))
}
