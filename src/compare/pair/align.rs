//! Alignment: which terms of a claim meet which terms of a statement, and how much of each side is met.

use super::met::{Meeting, Met};
use crate::claim::{NameKind, Term, TermKind, TermRole};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Background, Side};
use compact_str::CompactString;
use std::cmp::Reverse;

/// How two terms meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// One names a kind of what the other names: *ferry*, *vessel*.
    Hypernym,
    /// One excludes the other: *advance*, *withdraw*.
    Opposite,
    /// Can mean the same: *buy*, *acquire*.
    Synonym,
    /// Of one family: *withdraw*, *withdrawal*.
    Family,
    /// The same word, name or entity.
    Same,
}

impl Match {
    pub(in crate::compare) fn strength(self) -> f32 {
        match self {
            Match::Same => 1.0,
            Match::Family => 0.9,
            Match::Synonym | Match::Opposite => 0.8,
            // "The vessel" may be any.
            Match::Hypernym => 0.5,
        }
    }

    /// Whether the two say the same.
    pub fn same_sense(self) -> bool {
        !matches!(self, Match::Opposite | Match::Hypernym)
    }

    /// Whether the two can be said of one thing.
    pub fn compatible(self) -> bool {
        self != Match::Opposite
    }
}

/// Two terms that meet; indices into the claims' terms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Term of the claim.
    pub claim: usize,
    /// Term of the statement.
    pub statement: usize,
    /// How they meet.
    pub how: Match,
}

/// Weight of a term's root: how much it matters that it stays unaligned. Above 0; more for a rarer one.
pub type Weights<'w> = dyn Fn(&str) -> f32 + 'w;

/// Every term alike: for a pair without a record.
pub fn uniform(_root: &str) -> f32 {
    1.0
}

/// A claim laid against a statement's claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// Terms that meet, in the order of the claim; each term at most once.
    pub links: Vec<Link>,
    /// What the claim's terms meet.
    pub ours: Meeting,
    /// What the statement's terms meet.
    pub theirs: Meeting,
    /// Share of the claim's weight that meets the statement's claim itself.
    pub claim_cover: f32,
    /// The same, counting what the rest of the statement (other clauses, speaker, topics) meets.
    pub claim_cover_wide: f32,
    /// Share of the statement's claim that meets the claim itself.
    pub statement_cover: f32,
    /// The same, counting what the text just spoke of.
    pub statement_cover_wide: f32,
    /// Weight of what meets in the two claims themselves.
    pub own_weight: f32,
    /// Weight of what meets, including what the text just spoke of: how specific the shared matter is.
    pub shared_weight: f32,
    /// The same, counting too what the rest of the statement meets.
    pub shared_wide: f32,
    /// Both name somebody or something of the same sort in the same place, and not the same: another matter.
    pub other_name: bool,
}

/// How two terms meet, if they do.
pub fn meet(a: &Term, b: &Term) -> Option<Match> {
    match (a.kind, b.kind) {
        (TermKind::Entity(x), TermKind::Entity(y)) => return (x == y).then_some(Match::Same),
        (TermKind::Entity(_) | TermKind::Name, TermKind::Entity(_) | TermKind::Name) => {
            return if same_name(&a.key, &b.key) {
                Some(Match::Same)
            } else {
                same_name(&a.root, &b.root).then_some(Match::Family)
            };
        }
        _ => {}
    }
    if a.key == b.key {
        Some(Match::Same)
    } else if called(a, b) || called(b, a) {
        Some(Match::Synonym)
    } else if a.kind == b.kind && a.entry.opposite_of(b.entry) {
        Some(Match::Opposite)
    } else if a.root == b.root {
        Some(Match::Family)
    } else if a.kind == b.kind && a.entry.synonym_of(b.entry) {
        Some(Match::Synonym)
    } else if a.kind == b.kind && (a.entry.hyponym_of(b.entry) || b.entry.hyponym_of(a.entry)) {
        Some(Match::Hypernym)
    } else {
        None
    }
}

/// " 6" of "Line 6".
fn numbered(rest: &str) -> bool {
    rest.strip_prefix(' ').is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a noun is what a name ends in, or what it numbers: "the trust" is what the Northmere Hospitals Trust is
/// called next, and "the line" what Line 6 is.
fn called(noun: &Term, name: &Term) -> bool {
    noun.kind == TermKind::Noun
        && name.is_name()
        && (name.key.strip_suffix(noun.key.as_str()).is_some_and(|rest| rest.ends_with(' '))
            || name.key.strip_prefix(noun.key.as_str()).is_some_and(numbered))
}

/// The same words, or one is the other's last words or first words: *kroll*, *nora kroll*; *orrin*, *orrin foods*;
/// but not *upper arden* and *arden*.
fn same_name(a: &CompactString, b: &CompactString) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let last = |rest: &str| rest.strip_suffix(' ').is_some_and(|first| !RuleWord::OtherPlace.has(first));
    short == long
        || short.len() > 2
            && (long.strip_suffix(short.as_str()).is_some_and(last)
                || long.strip_prefix(short.as_str()).is_some_and(|rest| rest.starts_with(' ')))
}

/// How much a sort of word matters beside others.
pub(in crate::compare) fn factor(term: &Term) -> f32 {
    // Words of beginning, end and change say how a matter stands, not what it is.
    if matches!(term.kind, TermKind::Verb | TermKind::Adjective) && term.entry.classes().aspect().is_some() {
        return 0.3;
    }
    match (term.kind, term.role) {
        (_, TermRole::Aside) => 0.35,
        (TermKind::Entity(_) | TermKind::Name, _) => 1.3,
        (TermKind::Adverb, _) => 0.4,
        (TermKind::Adjective, TermRole::Predicate) => 1.0,
        (TermKind::Adjective, _) => 0.6,
        (_, TermRole::Modifier) => 0.8,
        _ => 1.0,
    }
}

/// What alignment needs to know of a claim's terms and of those of a statement's claim.
pub(in crate::compare) struct Meetings<'m> {
    /// All pairs of terms that meet; in any order afterwards.
    pub(in crate::compare) all: &'m mut [Link],
    /// Of the claim.
    pub(in crate::compare) ours: Own<'m>,
    /// Of the statement's claim.
    pub(in crate::compare) theirs: Own<'m>,
}

/// What alignment needs to know of one side's terms, each list in their order.
pub(in crate::compare) struct Own<'m> {
    /// How much each matters.
    pub(in crate::compare) weights: &'m [f32],
    /// How each meets what stands around the other side, at best.
    pub(in crate::compare) around: &'m [Option<Match>],
    /// Whether two of them are of one root.
    pub(in crate::compare) repeats: bool,
}

/// How much a term matters: its rareness, and what sort of word it is.
pub(in crate::compare) fn weight(term: &Term, weights: &Weights) -> f32 {
    weights(&term.root) * factor(term)
}

/// Whether two terms are of one root.
pub(in crate::compare) fn repeats(terms: &[Term]) -> bool {
    terms.iter().enumerate().any(|(i, term)| terms[..i].iter().any(|before| before.root == term.root))
}

impl Own<'_> {
    /// What it counts that a term meets what stands around the other side so: opposites speak of nothing there.
    fn strength(&self, term: usize) -> f32 {
        self.around[term].filter(|how| how.compatible()).map_or(0.0, Match::strength)
    }

    fn met(&self) -> Met {
        let mut met = Met::default();
        for (term, how) in self.around.iter().enumerate() {
            if let Some(how) = how {
                met.add(term, *how);
            }
        }
        met
    }
}

/// Lays a claim against a statement's claim.
pub fn align(claim: &Side, statement: &Side, weights: &Weights) -> Alignment {
    let ours = &claim.claim.terms;
    let theirs = &statement.claim.terms;
    let mut all: Vec<Link> = Vec::new();
    for (i, a) in ours.iter().enumerate() {
        for (j, b) in theirs.iter().enumerate() {
            if let Some(how) = meet(a, b) {
                all.push(Link { claim: i, statement: j, how });
            }
        }
    }
    let around = |terms: &[Term], background: &Background| -> Vec<Option<Match>> {
        let best = |term: &Term| background.iter().filter_map(|b| meet(term, b)).max();
        terms.iter().map(best).collect()
    };
    let weigh = |terms: &[Term]| -> Vec<f32> { terms.iter().map(|term| weight(term, weights)).collect() };
    let meetings = Meetings {
        all: &mut all,
        ours: Own {
            weights: &weigh(ours),
            around: &around(ours, &statement.background),
            repeats: repeats(ours),
        },
        theirs: Own {
            weights: &weigh(theirs),
            around: &around(theirs, &claim.background),
            repeats: repeats(theirs),
        },
    };
    lay(claim, statement, meetings)
}

/// Lays a claim against a statement's claim whose meetings are known.
pub(in crate::compare) fn lay(claim: &Side, statement: &Side, meetings: Meetings) -> Alignment {
    let Meetings { all, ours: our, theirs: their } = meetings;
    let ours = &claim.claim.terms;
    let theirs = &statement.claim.terms;
    let mut our_meeting = Meeting { around: our.met(), ..Meeting::default() };
    let mut their_meeting = Meeting { around: their.met(), ..Meeting::default() };
    for link in &*all {
        our_meeting.direct.add(link.claim, link.how);
        their_meeting.direct.add(link.statement, link.how);
    }
    let links = best_links(all, ours, theirs);
    for link in &links {
        our_meeting.linked.add(link.claim, link.how);
        their_meeting.linked.add(link.statement, link.how);
    }
    let (mut total, mut own, mut wide, mut around) = (0.0, 0.0, 0.0, 0.0);
    each_term(
        ours,
        our.repeats,
        &links,
        |link| link.claim,
        |i, direct| {
            let w = our.weights[i];
            let context = our.strength(i);
            total += w;
            own += w * direct;
            wide += w * greater(direct, 0.9 * context);
            if direct == 0.0 {
                around += w * 0.8 * context;
            }
        },
    );
    let (mut their_total, mut their_own, mut their_wide, mut shared_weight) = (0.0, 0.0, 0.0, own);
    each_term(
        theirs,
        their.repeats,
        &links,
        |link| link.statement,
        |i, direct| {
            let w = their.weights[i];
            let context = 0.8 * their.strength(i);
            their_total += w;
            their_own += w * direct;
            their_wide += w * greater(direct, context);
            if direct == 0.0 {
                shared_weight += w * context;
            }
        },
    );
    let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.0 };
    let other_name = other_name(claim, statement, &our_meeting, &their_meeting);
    Alignment {
        claim_cover: share(own, total),
        claim_cover_wide: share(wide, total),
        statement_cover: share(their_own, their_total),
        statement_cover_wide: share(their_wide, their_total),
        own_weight: own,
        shared_weight,
        shared_wide: shared_weight + around,
        other_name,
        ours: our_meeting,
        theirs: their_meeting,
        links,
    }
}

/// `f32::max` is a call in wasm.
pub(in crate::compare) fn greater(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// Of all meetings those that count, each term in one at most, in the order of the claim: better kinds of match first, then
/// the same role.
fn best_links(all: &mut [Link], ours: &[Term], theirs: &[Term]) -> Vec<Link> {
    let other_role = |l: &Link| ours[l.claim].role != theirs[l.statement].role;
    all.sort_unstable_by_key(|l| (Reverse(l.how), other_role(l), l.claim, l.statement));
    let mut links: Vec<Link> = Vec::with_capacity(all.len().min(ours.len()).min(theirs.len()));
    for link in all {
        if links.iter().all(|l| l.claim != link.claim && l.statement != link.statement) {
            links.push(*link);
        }
    }
    links.sort_unstable_by_key(|link| link.claim);
    links
}

/// Takes each of a side's terms with how strongly it is met directly. Opposites are what the two are compared in: they speak
/// neither for one matter nor against it.
fn each_term(
    terms: &[Term],
    repeats: bool,
    links: &[Link],
    place: impl Fn(&Link) -> usize,
    mut take: impl FnMut(usize, f32),
) {
    let linked = |i: usize| links.iter().find(|l| place(l) == i).map(|l| l.how);
    // A word said twice in one claim is met twice.
    let again = |i: usize| (0..terms.len()).filter(|&k| terms[k].root == terms[i].root).find_map(linked);
    for i in 0..terms.len() {
        let how = linked(i);
        if how != Some(Match::Opposite) {
            let how = how.or_else(|| if repeats { again(i) } else { None });
            take(i, how.map_or(0.0, Match::strength));
        }
    }
}

/// Whether both sides name, unmet, somebody or something of one sort in the same role.
fn other_name(claim: &Side, statement: &Side, our: &Meeting, their: &Meeting) -> bool {
    let stranger = |(i, term): &(usize, &Term), meeting: &Meeting| {
        term.is_name() && !meeting.direct.at_all.has(*i) && !meeting.around.same.has(*i)
    };
    let (ours, theirs) = (claim.claim.terms.iter().enumerate(), statement.claim.terms.iter().enumerate());
    let strange = { ours }.filter(|term| stranger(term, our)).any(|(i, a)| {
        { theirs.clone() }.filter(|term| stranger(term, their)).any(|(j, b)| {
            (a.role == TermRole::Subject) == (b.role == TermRole::Subject)
                && comparable_kinds(claim.kind_at(i), statement.kind_at(j))
        })
    });
    strange || contrasted(claim, statement, our, their)
}

/// "The fare in Orme rose", "the fare in Selm fell, while Orme's stayed as it was": what the statement tells of the one name
/// in this clause it tells of the other in another.
fn contrasted(claim: &Side, statement: &Side, our: &Meeting, their: &Meeting) -> bool {
    let (ours, theirs) = (&claim.claim.terms, &statement.claim.terms);
    let elsewhere = |(i, t): &(usize, &Term)| {
        t.is_name() && t.role != TermRole::Aside && our.around.same.has(*i) && !our.direct.at_all.has(*i)
    };
    let unmet =
        |(j, t): &(usize, &Term)| t.is_name() && t.role != TermRole::Aside && !their.direct.at_all.has(*j);
    let place = |side: &Side, at: usize| side.kind_at(at) == NameKind::Place;
    ours.iter().enumerate().filter(elsewhere).any(|(i, _)| {
        let mut others = theirs.iter().enumerate().filter(unmet);
        place(claim, i) && others.any(|(j, _)| place(statement, j))
    })
}

fn comparable_kinds(a: NameKind, b: NameKind) -> bool {
    a == b || a == NameKind::Unknown || b == NameKind::Unknown
}
