//! Whether two clauses tell of one event: their predicates, or the nouns that name what happened, are of one kind, and
//! somebody or something that takes part in the one takes part in the other.

pub(in crate::compare) mod deal;
pub(in crate::compare) mod doers;
pub(in crate::compare) mod echo;
mod kinds;
mod parties;

use crate::claim::{Claim, Term, TermKind, TermRole};
use crate::compare::conditions::other_in_row;
use crate::compare::office::{Event, offices, same_office};
use crate::compare::pair::{agent_by, by_whom};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Match, Meeting, Pair, Side, meet};
use crate::english::Aspect;
pub(in crate::compare) use kinds::kinds as kind_of_event;
use kinds::{Phase, kinds, phase, plans};
use parties::parties;
use std::cell::OnceCell;

/// Whether a claim's predicate is a word for a sort of event.
pub(in crate::compare) fn told(claim: &Claim) -> bool {
    claim.terms_of(TermRole::Predicate).any(|term| kinds(term) != 0)
}

/// How two clauses tell of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::compare) enum Kin {
    /// By words of one kind of event: *escape*, *slip out*.
    Kind,
    /// By synonyms or words of one family.
    Near,
    /// By the same word.
    Same,
}

/// What tells that two clauses are about one event.
pub(in crate::compare) struct OneEvent {
    /// How what happened is told.
    pub kin: Kin,
    /// Share of who and what else takes part that meets, of the claim and of the statement; what stands around counts.
    pub parties: (f32, f32),
    /// Whether somebody or something that takes part meets in the clauses themselves.
    pub direct: bool,
    /// Whether a name does.
    pub named: bool,
    /// How many do.
    pub met: usize,
    /// Whether the one began the state of which the other speaks.
    pub begins: bool,
}

impl OneEvent {
    /// Whether so much meets that nothing else can be meant.
    pub fn sure(&self, pair: &Pair) -> bool {
        let least = if self.kin == Kin::Kind { 0.7 } else { 0.6 };
        self.direct
            && self.parties.0 >= least
            && self.parties.1 >= 0.5
            && pair.subject_met()
            && (self.kin == Kin::Kind || pair.same_parts())
            && !other_in_row(pair)
    }

    /// The same of what began a state: where it began, and with whom, need not be told with the state.
    pub fn surely_began(&self, pair: &Pair) -> bool {
        self.sure(pair) || self.begins && self.named && self.parties.0 >= 0.9 && !other_in_row(pair)
    }
}

/// The words by which a clause tells what happened: its predicate, and where that says no more than that something
/// happened, began or was known, the nouns that name it.
fn tells(side: &Side, term: &Term) -> bool {
    // "Filed a suit", "the deal was struck".
    let done = if side.claim.passive { TermRole::Subject } else { TermRole::Object };
    let named =
        || side.claim.terms.iter().any(|t| t.role == done && t.kind == TermKind::Noun && kinds(t) != 0);
    // "In charge", "in operation": a state.
    let state = || side.text[..term.span.start].trim_end().ends_with(" in");
    let noun = term.kind == TermKind::Noun && term.role != TermRole::Aside && !state();
    let event = |t: &Term| {
        t.role == TermRole::Predicate
            && matches!(t.kind, TermKind::Verb | TermKind::Adjective | TermKind::Noun)
            && !RuleWord::Occurs.has(&t.key)
            && t.entry.classes().aspect().is_none()
            && !(RuleWord::Supports.has(&t.key) && named())
    };
    event(term) || noun && kinds(term) != 0 && !side.claim.terms.iter().any(event) || begins(term)
}

/// *Begin, open, close*: an event by itself where nothing else is said to begin.
fn begins(term: &Term) -> bool {
    term.role == TermRole::Predicate && term.entry.classes().aspect().is_some()
}

/// What tells that the two are one event; `None` where nothing does.
pub(in crate::compare) fn one(pair: &Pair) -> Option<OneEvent> {
    let Some(kin) = kinship(pair) else { return one_office(pair) };
    parties(pair, kin, &|t| tells(pair.claim, t), &|t| tells(pair.statement, t))
}

/// Whether both tell by one verb that one and the same did it to one and the same thing, whatever else they tell of it.
pub(in crate::compare) fn same_deed(pair: &Pair) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let met = |role: TermRole| {
        pair.alignment.links.iter().any(|l| {
            let (a, b) = (&claim.terms[l.claim], &statement.terms[l.statement]);
            l.how == Match::Same && a.role == role && b.role == role
        })
    };
    let has_object = |claim: &Claim| claim.terms_of(TermRole::Object).any(|t| t.kind != TermKind::Adjective);
    let object = match (has_object(claim), has_object(statement)) {
        (true, true) => met(TermRole::Object),
        (a, b) => a == b,
    };
    claim.passive == statement.passive && met(TermRole::Predicate) && met(TermRole::Subject) && object
}

/// Two clauses that tell of one deed, whoever did it: how it is told, and the share of all but who did it that meets, of
/// the claim and of the statement.
pub(in crate::compare) fn deed(pair: &Pair) -> (Option<Kin>, f32, f32) {
    let share = |side: &Side, meeting: &Meeting| {
        let (mut met, mut total) = (0.0, 0.0);
        let agent = agent_by(side);
        for (i, term) in side.claim.terms.iter().enumerate() {
            let who = match &agent {
                Some(agent) => agent.contains(&i),
                None if side.claim.passive => by_whom(side, term),
                None => term.role == TermRole::Subject,
            };
            if who || term.role == TermRole::Aside || term.kind == TermKind::Adverb {
                continue;
            }
            total += 1.0;
            if meeting.linked.same.has(i) {
                met += 1.0;
            } else if meeting.around.same.has(i) {
                met += 0.5;
            }
        }
        if total > 0.0 { met / total } else { 0.0 }
    };
    let ours = share(pair.claim, &pair.alignment.ours);
    let theirs = share(pair.statement, &pair.alignment.theirs);
    (kinship(pair), ours, theirs)
}

/// The same person takes an office, or leaves one: "took over from Kroll", "became commissioner".
fn one_office(pair: &Pair) -> Option<OneEvent> {
    let told = |side: &Side| {
        let office = |t: &Term| {
            RuleWord::TakesOffice.has(&t.key)
                || RuleWord::LeavesOffice.has(&t.key)
                || RuleWord::Job.has(&t.key)
                || t.entry.classes().office()
                || t.key == "acquire"
        };
        side.claim.title.is_none() && side.claim.terms.iter().any(office)
    };
    if !subjects_meet(pair) || !told(pair.claim) || !told(pair.statement) {
        return None;
    }
    let change = |event: Event| matches!(event, Event::Begins | Event::Ends);
    let (ours, theirs) = (offices(pair.claim), offices(pair.statement));
    let taken = |side: &Side| side.claim.terms_of(TermRole::Predicate).any(|t| t.key == "acquire");
    let one = ours.iter().any(|a| {
        change(a.event)
            && theirs.iter().any(|b| {
                a.event == b.event
                    && meet(a.person, b.person) == Some(Match::Same)
                    && (a.words.is_empty() || b.words.is_empty() || same_office(&a.words, &b.words))
            })
    });
    let took_over = taken(pair.claim) && theirs.iter().any(|b| b.event == Event::Begins);
    (one || took_over).then_some(OneEvent {
        kin: Kin::Kind,
        parties: (0.8, 0.6),
        direct: true,
        named: true,
        met: 1,
        begins: false,
    })
}

/// What tells that the statement's event began the state of which the claim speaks: on the run, escaped.
pub(in crate::compare) fn began(pair: &Pair) -> Option<OneEvent> {
    let ours = &pair.claim.claim.terms;
    let theirs = &pair.statement.claim.terms;
    let acts =
        |t: &&Term| t.role == TermRole::Predicate || t.kind == TermKind::Noun && t.role != TermRole::Aside;
    let beginnings = theirs
        .iter()
        .filter(acts)
        .filter(|t| tells(pair.statement, t) || t.role == TermRole::Predicate)
        .fold(0, |bits, t| bits | phase(t, Phase::Begins));
    let states =
        ours.iter().filter(|t| t.role != TermRole::Aside).fold(0, |bits, t| bits | phase(t, Phase::Lasts));
    let both = states & beginnings;
    if ours.is_empty() {
        // "It is now in its tenth month": what the text was just speaking of.
        let spoken_of = pair.alignment.theirs.around.same;
        let they = || theirs.iter().enumerate().filter(|(j, _)| spoken_of.has(*j)).map(|(_, t)| t);
        let event = they().filter(acts).any(|t| kinds(t) != 0);
        let who = they().any(|t| t.role == TermRole::Subject);
        return (event && who).then_some(OneEvent {
            kin: Kin::Kind,
            parties: (0.5, 0.5),
            direct: false,
            named: false,
            met: 0,
            begins: true,
        });
    }
    // A line once opened: told of as past.
    if !pair.statement.claim.past && !matches!(pair.statement.claim.aspect, Some(Aspect::Start)) {
        return None;
    }
    if both == 0 {
        let starts = matches!(pair.statement.claim.aspect, Some(Aspect::Start));
        return one(pair).filter(|_| starts || pair.statement.claim.past);
    }
    let event = parties(pair, Kin::Kind, &|t| phase(t, Phase::Lasts) & both != 0, &|t| {
        phase(t, Phase::Begins) & both != 0 && t.role != TermRole::Subject
    })?;
    Some(OneEvent { begins: true, ..event })
}

/// Whether the two have one subject.
fn subjects_meet(pair: &Pair) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    pair.alignment.links.iter().any(|l| {
        ours[l.claim].role == TermRole::Subject
            && theirs[l.statement].role == TermRole::Subject
            && l.how.same_sense()
    })
}

fn kinship(pair: &Pair) -> Option<Kin> {
    let phases = (pair.claim.claim.aspect, pair.statement.claim.aspect);
    if matches!(phases, (Some(Aspect::Start), Some(Aspect::Stop)) | (Some(Aspect::Stop), Some(Aspect::Start)))
    {
        return None;
    }
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let plan = pair.claim.claim.modality.to_come();
    let told: OnceCell<Vec<&Term>> = OnceCell::new();
    let told = || told.get_or_init(|| theirs.iter().filter(|t| tells(pair.statement, t)).collect());
    let mut best: Option<Kin> = None;
    for a in ours.iter().filter(|t| tells(pair.claim, t)) {
        for &b in told() {
            let kin = match meet(a, b).filter(|how| *how != Match::Hypernym) {
                Some(Match::Same) => Some(Kin::Same),
                Some(Match::Family | Match::Synonym) => Some(Kin::Near),
                Some(Match::Opposite) if a.role == TermRole::Predicate => return None,
                Some(Match::Opposite | Match::Hypernym) => None,
                None if kinds(a) & kinds(b) != 0 || plan && plans(a) & plans(b) != 0 => Some(Kin::Kind),
                // "The jury acted": it indicted him.
                None if RuleWord::Acts.has(&a.key) && a.kind == TermKind::Verb && subjects_meet(pair) => {
                    Some(Kin::Kind)
                }
                None => None,
            };
            best = best.max(kin);
        }
    }
    best
}
