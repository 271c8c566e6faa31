//! What a statement's event does to the state of which a claim says how long it lasted: begins it, or ends it.

use crate::claim::{Modality, Polarity, TermKind, TermRole};
use crate::compare::conditions::{matter, other_in_row};
use crate::compare::event;
use crate::compare::rule_words::RuleWord;
use crate::compare::state::ended_by;
use crate::compare::state::phases::Phase;
use crate::compare::{Match, Pair, Side};
use crate::english::Aspect;

/// Which end of a state an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It began with it.
    Begins,
    /// It ended with it.
    Ends,
}

/// How much of what the claim speaks of must meet.
const LEAST: f32 = 0.6;

/// Which end of the claim's state the statement tells of, and how much of what the claim is about meets.
pub fn turn(pair: &Pair) -> Option<(Turn, f32)> {
    let statement = pair.statement.claim;
    // What was to come by a day that has passed came, as far as one knows.
    let due = || {
        let days = pair.statement.own_days();
        statement.modality.to_come() && days.is_some_and(|days| days.is_before(pair.claim.said))
    };
    let happened = statement.modality == Modality::Fact && (statement.past || statement.perfect);
    let told = statement.polarity == Polarity::Positive && statement.title.is_none();
    if !(happened || due()) || !told || strangers(pair) || pair.alignment.other_name || other_in_row(pair) {
        return None;
    }
    by_phase(pair).or_else(|| by_course(pair)).or_else(|| by_office(pair)).or_else(|| by_state(pair))
}

/// Whether the statement names those whom it is about, and the text was speaking of none of them.
fn strangers(pair: &Pair) -> bool {
    let theirs = &pair.alignment.theirs;
    let mut names = pair
        .statement
        .claim
        .terms
        .iter()
        .enumerate()
        .filter(|(_, t)| t.is_name() && t.role != TermRole::Aside)
        .peekable();
    names.peek().is_some() && names.all(|(j, _)| !theirs.direct.same.has(j) && !theirs.around.same.has(j))
}

/// "Was shut for a month": closed, reopened.
fn by_phase(pair: &Pair) -> Option<(Turn, f32)> {
    let phases = pair.claim.content.phases.of_one_frame(&pair.statement.content.phases);
    phases.filter(|(_, theirs)| theirs.event).find_map(|(ours, theirs): (Phase, Phase)| {
        // What was shut after a month had been open; what was shut for a month had not.
        let on = ours.on != (ours.event && after(pair.claim));
        let met = matter(pair, |i| ours.has(i), |_| false).filter(|met| *met >= LEAST)?;
        Some((if theirs.on == on { Turn::Begins } else { Turn::Ends }, met))
    })
}

/// Whether a claim gives the time that went by until its event: "was shut after a month".
fn after(side: &Side) -> bool {
    side.times().any(|time| {
        let (own, before) = (time.span.of(side.text), side.text[..time.span.start].trim_end());
        own.starts_with("after")
            || own.starts_with("After")
            || before.ends_with("after")
            || before.ends_with("After")
    })
}

/// "The trial lasted a month": opened, closed.
fn by_course(pair: &Pair) -> Option<(Turn, f32)> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let turn = match statement.aspect? {
        Aspect::Start => Turn::Begins,
        Aspect::Stop => Turn::Ends,
        _ => return None,
    };
    let lasts = claim.aspect == Some(Aspect::Continue);
    // What lasted is what began, and not what somebody did in it.
    let one = pair.alignment.links.iter().any(|l| {
        let (ours, theirs) = (&claim.terms[l.claim], &statement.terms[l.statement]);
        l.how != Match::Opposite
            && ours.kind == TermKind::Noun
            && ours.role == TermRole::Subject
            && matches!(theirs.role, TermRole::Subject | TermRole::Object)
    });
    let met = matter(pair, |_| false, |_| false).filter(|met| lasts && one && *met >= LEAST)?;
    Some((turn, met))
}

/// "Had been in the chair for a year": resigned.
fn by_office(pair: &Pair) -> Option<(Turn, f32)> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let held = claim
        .terms
        .iter()
        .any(|t| RuleWord::Job.has(&t.key) || RuleWord::HeadsBody.has(&t.key) || t.key == "charge");
    let left = statement.terms_of(TermRole::Predicate).any(|t| RuleWord::LeavesOffice.has(&t.key));
    let same = pair.alignment.links.iter().any(|l| {
        let (ours, theirs) = (&claim.terms[l.claim], &statement.terms[l.statement]);
        let leaves = if statement.passive { TermRole::Subject } else { theirs.role };
        ours.role == TermRole::Subject
            && ours.is_name()
            && l.how == Match::Same
            && matches!(theirs.role, TermRole::Subject | TermRole::Object)
            && leaves == theirs.role
    });
    (held && left && same).then_some((Turn::Ends, 0.8))
}

/// "Was at large for a week": escaped, and caught.
fn by_state(pair: &Pair) -> Option<(Turn, f32)> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if event::began(pair).is_some_and(|event| event.begins && event.surely_began(pair)) {
        return Some((Turn::Begins, 0.8));
    }
    let ends = |i: usize| {
        let state = ended_by(&claim.terms[i].key);
        claim.terms[i].role != TermRole::Aside
            && statement.terms.iter().any(|t| {
                t.role == TermRole::Predicate && t.kind == TermKind::Verb && state.contains(&t.key.as_str())
            })
    };
    let state = (0..claim.terms.len()).find(|&i| ends(i))?;
    let met = matter(pair, |i| i == state, |_| false).filter(|met| *met >= LEAST)?;
    Some((Turn::Ends, met))
}
