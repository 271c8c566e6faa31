//! Who did it: whether two clauses that name different doers tell of one deed, which only one of them can have done.

use crate::claim::{NameKind, Term, TermKind, TermRole};
use crate::compare::conditions::{other_in_row, past_event_elsewhere};
use crate::compare::event::{self, Kin};
use crate::compare::pair::{agent_by, behind, by_whom};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Link, Match, Met, Pair, Side};
use crate::english;
use crate::text::Span;
use crate::time::{Interval, TimeKind};

fn verb<'a>(side: &Side<'a>) -> Option<&'a Term> {
    side.claim.terms_of(TermRole::Predicate).find(|t| t.kind == TermKind::Verb)
}

/// Who a clause says did what; terms by their places in the claim.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::compare) struct Doers {
    /// Many may have done the same: visited it, praised it, did it too.
    pub shared: bool,
    /// Whom it names as the doer: its subject, or who stands behind *by*.
    named: Option<usize>,
    /// Who did it, where it is what the clause tells: by the passive, or of what is done to a thing only once.
    told: Option<usize>,
    /// Who did something to something, in a plain clause: "Kroll closed the bridge".
    acts: Option<usize>,
}

impl Doers {
    pub(in crate::compare) fn of(side: &Side) -> Self {
        let agent = agent_by(side).map(|agent| agent.end - 1);
        let named = agent.or_else(|| subject_named(side));
        let once = || verb(side).is_some_and(|v| RuleWord::DoneOnce.has(&v.key)) && side.claim.past;
        let done_once = || once() && side.claim.terms_of(TermRole::Object).next().is_some();
        let told = agent.or_else(|| named.filter(|_| done_once()));
        let shared = shared(side);
        Doers { shared, named, told, acts: named.filter(|_| !shared && acts(side)) }
    }
}

/// Whether many may have done the same: visited it, praised it, did it too.
fn shared(side: &Side) -> bool {
    verb(side).is_none_or(|v| RuleWord::Shared.has(&v.key) && !side.has_word(&["first"]))
        || side.has_word(&["also", "too", "among", "together", "jointly", "again", "another", "both"])
}

/// The only name of an active clause's subject, where the subject is whom it names: no "mill at Orme", no "Orme mill".
fn subject_named(side: &Side) -> Option<usize> {
    let terms = &side.claim.terms;
    let subject = |i: usize| terms[i].role == TermRole::Subject;
    let mut names = (0..terms.len()).filter(|&i| subject(i) && terms[i].is_name());
    let name = names.next().filter(|_| !side.claim.passive)?;
    let gap = |i: usize| side.text.get(terms[i - 1].span.end..terms[i].span.start);
    // "The premier, Jo Hall", "the bank Keel".
    let before = (1..=name).filter(|&i| subject(i - 1)).all(|i| matches!(gap(i), Some(" " | ", ")));
    let next = name + 1;
    let behind = next < terms.len() && subject(next) && gap(next) == Some(" ");
    (names.next().is_none() && before && !behind).then_some(name)
}

/// Whether a plain clause tells of something that was done to something.
fn acts(side: &Side) -> bool {
    let claim = side.claim;
    // "Its bid": another has one too.
    let own = |t: &Term| {
        let owner = |word: &str| matches!(word, "its" | "his" | "her" | "their" | "own");
        owner(side.word_before(t.span)) || owner(t.span.of(side.text))
    };
    let done_to = |t: &Term| parts(side, t).1 && !own(t);
    !claim.passive && claim.title.is_none() && claim.terms.iter().any(done_to)
}

fn term<'a>(side: &Side<'a>, at: Option<usize>) -> Option<&'a Term> {
    let claim = side.claim;
    claim.terms.get(at?)
}

/// Who a clause names as the doer: its subject, or who stands behind *by*.
pub(in crate::compare) fn named<'a>(side: &Side<'a>) -> Option<&'a Term> {
    term(side, side.doers().named)
}

/// Who the claim says did it, where it is what the claim tells: by the passive, or of what is done to a thing only once.
pub(in crate::compare) fn told<'a>(side: &Side<'a>) -> Option<&'a Term> {
    term(side, side.doers().told)
}

/// Who a plain clause says did something to something: "Kroll closed the bridge".
pub(in crate::compare) fn done_by<'a>(side: &Side<'a>) -> Option<&'a Term> {
    term(side, side.doers().acts)
}

/// Whether a clause tells of two, of whom the one acts and the other is acted on.
pub(in crate::compare) fn two(side: &Side) -> bool {
    let terms = &side.claim.terms;
    let one_way = verb(side).is_some_and(|v| !RuleWord::Mutual.has(&v.key));
    let (acts, done_to) = (|t| parts(side, t).0, |t| parts(side, t).1);
    one_way && terms.iter().any(Term::is_name) && terms.iter().any(acts) && terms.iter().any(done_to)
}

/// The two that a clause tells of, by their places: who acts, and to whom it is done.
fn parts(side: &Side, term: &Term) -> (bool, bool) {
    let thing = term.is_name() || term.kind == TermKind::Noun;
    // "Fought off a challenge from Hale".
    let challenge = || side.claim.terms_of(TermRole::Object).any(|t| RuleWord::Challenge.has(&t.key));
    let other = |t: &Term| match behind(side, t) {
        Some("to" | "against" | "over") => true,
        Some("from" | "by") => challenge(),
        _ => false,
    };
    match term.role {
        _ if !thing => (false, false),
        TermRole::Subject => (!side.claim.passive, side.claim.passive),
        TermRole::Object => (false, !side.claim.passive),
        TermRole::Modifier if side.claim.passive => (by_whom(side, term), false),
        TermRole::Modifier => (false, term.is_name() && other(term)),
        _ => (false, false),
    }
}

/// "The port sued Kroll": Kroll sued the port. The two, as the claim names them.
pub(in crate::compare) fn crossed<'a>(pair: &Pair<'a>) -> Option<(&'a Term, &'a Term)> {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let act = pair.predicate().filter(|l| l.how >= Match::Synonym)?;
    let verb = |t: &Term| t.kind == TermKind::Verb && !RuleWord::Mutual.has(&t.key);
    if !verb(&ours[act.claim]) || !verb(&theirs[act.statement]) {
        return None;
    }
    let (mut acts, mut done_to) = (None, None);
    for link in pair.alignment.links.iter().filter(|l| l.how.same_sense()) {
        let (a, b) = (&ours[link.claim], &theirs[link.statement]);
        match (parts(pair.claim, a), parts(pair.statement, b)) {
            ((true, _), (_, true)) => acts = Some(a),
            ((_, true), (true, _)) => done_to = Some(a),
            ((true, _), (true, _)) => return None,
            _ => {}
        }
    }
    acts.zip(done_to)
}

/// Whether two clauses tell of one act by other doers, where one of them says by whom, or done to others, all named.
pub(in crate::compare) fn others(pair: &Pair) -> bool {
    let terms = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let act = |l: &Link| {
        let (a, b) = (&terms.0[l.claim], &terms.1[l.statement]);
        a.kind == TermKind::Verb && b.kind == TermKind::Verb && l.how.same_sense()
    };
    if !pair.predicate().as_ref().is_some_and(act) {
        return false;
    }
    let passive = pair.claim.claim.passive || pair.statement.claim.passive;
    // What a pronoun stands for may be misread.
    let named = |side: &Side, t: &Term| {
        let written = t.span.of(side.text).len() > "They".len() && side.claim.span.contains(t.span);
        written && (t.is_name() || side.claim.passive && by_whom(side, t))
    };
    let all = |side: &Side, met: Met| {
        let (mut acts, mut done_to) = ((0, 0), (0, 0));
        for (i, term) in side.claim.terms.iter().enumerate().filter(|(_, t)| named(side, t)) {
            let (does, is_done) = parts(side, term);
            let unmet = usize::from(!met.at_all.has(i));
            acts = (acts.0 + usize::from(does), acts.1 + usize::from(does) * unmet);
            done_to = (done_to.0 + usize::from(is_done), done_to.1 + usize::from(is_done) * unmet);
        }
        [acts, done_to].map(|(all, unmet)| all > 0 && all == unmet)
    };
    let ours = all(pair.claim, pair.alignment.ours.direct);
    let theirs = all(pair.statement, pair.alignment.theirs.direct);
    passive && ours[0] && theirs[0] || ours[1] && theirs[1]
}

/// Whether two names have a word in common: "Reuter & Partners", "Alma Reuter".
fn related(a: &Term, b: &Term) -> bool {
    a.key.split(' ').any(|word| word.len() > 2 && b.key.split(' ').any(|other| other == word))
}

/// Whether two names may be of one sort: persons, bodies.
pub(in crate::compare) fn one_sort(pair: &Pair, (ours, theirs): (&Term, &Term)) -> bool {
    let kinds = (pair.claim.kind_of(ours), pair.statement.kind_of(theirs));
    match kinds {
        (NameKind::Person, NameKind::Person) => true,
        (NameKind::Person, NameKind::Unknown) => theirs.key.contains(' '),
        (NameKind::Unknown, NameKind::Person) => ours.key.contains(' '),
        (NameKind::Body, NameKind::Body | NameKind::Unknown) | (NameKind::Unknown, NameKind::Body) => true,
        (NameKind::Unknown, NameKind::Unknown) => ours.key.contains(' ') == theirs.key.contains(' '),
        _ => false,
    }
}

/// Whether both tell of one deed, done by two of one sort: plainly, loosely, or not (`None`).
pub(in crate::compare) fn one_deed(pair: &Pair, (ours, theirs): (&Term, &Term)) -> Option<bool> {
    let once = verb(pair.claim).is_some_and(|v| RuleWord::DoneOnce.has(&v.key));
    let another_day = pair.other_days() && !(once && pair.claim.own_days().is_none());
    if !one_sort(pair, (ours, theirs)) || related(ours, theirs) || another_day || other_in_row(pair) {
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
    apart(pair, 400)
}

pub(in crate::compare) fn apart(pair: &Pair, most: i32) -> bool {
    let apart = pair.claim.said.from.zip(pair.statement.said.to).map(|(a, b)| (a - b).get_days());
    apart.is_some_and(|days| days.abs() > most)
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

/// "It was Kroll who announced the merger": the statement is what somebody else said of it.
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
