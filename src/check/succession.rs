//! What replaced what: statements that no longer hold, and claims that later statements overtook.

use super::Checker;
use super::evidence::Found;
use crate::claim::{Term, TermKind};
use crate::compare::{Judgement, Relation, Side, Weighed, meet};
use crate::english::Aspect;
use crate::retrieve::Corpus;
use crate::text::fold;
use crate::time::{Date, Interval};
use std::collections::HashSet;

/// Of each statement those that replace it.
pub(super) fn replacing(corpus: &Corpus) -> Vec<Vec<usize>> {
    let mut replacing = vec![Vec::new(); corpus.record().statements.len()];
    for (newer, older) in corpus.supersedes() {
        replacing[older].push(newer);
    }
    replacing
}

impl Checker {
    /// Whether a statement no longer held on the day of the text, by its own end or by what replaced it.
    pub(super) fn replaced(&self, index: usize, said: Interval) -> bool {
        let statements = &self.corpus.record().statements;
        let ended = statements[index].until.is_some_and(|until| Some(until.last_day()) <= said.from);
        let by = |&other: &usize| Some(statements[other].date.last_day()) <= said.from;
        ended || self.replacing[index].iter().any(by)
    }

    /// What a statement replaces, directly or through others.
    pub(super) fn superseded(&self, index: usize) -> Vec<usize> {
        let statements = &self.corpus.record().statements;
        closure(index, statements.len(), |index| &statements[index].supersedes)
    }

    /// What replaces a statement by a day, directly or through others, in the order of the record.
    pub(super) fn superseding(&self, index: usize, as_of: Date) -> Vec<usize> {
        let statements = &self.corpus.record().statements;
        let mut all = closure(index, statements.len(), |index| &self.replacing[index]);
        all.retain(|&other| statements[other].date.first_day() <= as_of);
        all.sort_unstable();
        all
    }

    /// What replaced an agreeing statement contradicts the claim, where it does not itself agree.
    pub(super) fn overtaken(&self, side: &Side, found: &mut Vec<Found>, as_of: Date) {
        /// How sure the agreement must be.
        const SURE: f32 = 0.6;
        let claim = side.claim;
        // A word alone says nothing that could be overtaken, but that nothing has changed.
        if claim.terms.len() < 2 && claim.aspect.is_none() {
            return;
        }
        // Words in quotation marks were said, whatever was said later; but that nothing has changed is no news then.
        let quoted = side.quoted() && claim.aspect != Some(Aspect::NoChange);
        // What somebody holds about the past is a position, which their later words can overtake.
        let position = (claim.past || claim.subordinate).then(|| side.position());
        if position.as_ref().is_some_and(Option::is_none) || claim.title.is_some() || quoted {
            return;
        }
        let holder = position.flatten();
        let own = |f: &Found| {
            let speaker = f.weighed.speaker.as_deref().map(fold);
            holder.as_ref().is_none_or(|h| {
                speaker.is_some_and(|name| name.ends_with(h.key.as_str()) || h.key.ends_with(name.as_str()))
            })
        };
        let agreeing: Vec<(usize, f32, &'static str)> = found
            .iter()
            .filter(|f| f.weighed.relation == Relation::Agrees && f.weighed.confidence >= SURE)
            .filter(|f| f.judgement.rule != "quote" && own(f))
            .map(|f| (f.weighed.statement, f.weighed.confidence, f.judgement.rule))
            .collect();
        let statements = &self.corpus.record().statements;
        let mut known: HashSet<usize> = found.iter().map(|f| f.weighed.statement).collect();
        for (older, confidence, rule) in agreeing {
            for index in closure(older, statements.len(), |index| &self.replacing[index]) {
                let exists = statements[index].date.first_day() <= as_of;
                if exists && !known.contains(&index) && self.of_one_matter(side, index) {
                    known.insert(index);
                    let rule = if rule == "agreement" { "no-change" } else { rule };
                    found.push(self.contradicting(index, rule, 0.95 * confidence));
                }
            }
        }
        found.sort_by_key(|f| f.weighed.statement);
    }

    /// Whether a replacing statement speaks of something that the claim speaks of: what it replaces may have said two
    /// things. Where the claim has no matter of its own, it does.
    fn of_one_matter(&self, side: &Side, index: usize) -> bool {
        let word = |t: &&Term| !matches!(t.kind, TermKind::Entity(_) | TermKind::Name | TermKind::Adverb);
        let mut words = side.claim.terms.iter().filter(word).peekable();
        let theirs = || self.corpus.analysis(index).claims.iter().flat_map(|claim| &claim.terms);
        side.claim.aspect == Some(Aspect::NoChange)
            || words.peek().is_none()
            || words.any(|ours| theirs().any(|term| meet(ours, term).is_some()))
    }

    /// A statement against a claim, by more than a comparison of the two.
    pub(super) fn contradicting(&self, index: usize, rule: &'static str, confidence: f32) -> Found {
        let statement = &self.corpus.record().statements[index];
        let relation = Relation::Contradicts;
        Found {
            weighed: Weighed {
                statement: index,
                relation,
                confidence,
                when: statement.date.interval(),
                speaker: statement.speaker_name.clone(),
                supersedes: Vec::new(),
            },
            judgement: Judgement {
                relation,
                rule,
                confidence,
                differing: Vec::new(),
                effective: None,
                unproven: false,
                elsewhere: false,
            },
        }
    }
}

/// All of `count` indices that are reached from one, without itself.
fn closure<'a>(from: usize, count: usize, next: impl Fn(usize) -> &'a Vec<usize>) -> Vec<usize> {
    let mut all = Vec::new();
    // Most statements replace nothing.
    if next(from).is_empty() {
        return all;
    }
    let mut seen = vec![false; count];
    seen[from] = true;
    let mut reach = |all: &mut Vec<usize>, index: usize| {
        for &index in next(index) {
            if !std::mem::replace(&mut seen[index], true) {
                all.push(index);
            }
        }
    };
    reach(&mut all, from);
    let mut at = 0;
    while let Some(&index) = all.get(at) {
        reach(&mut all, index);
        at += 1;
    }
    all
}

/// Of a state (no past event), a later agreeing statement replaces what was said before.
pub(super) fn implied(side: &Side, found: &mut [Found]) {
    let claim = side.claim;
    // That nothing has changed is said of all the time before: a change on record still speaks against it.
    if claim.past && claim.title.is_none() || claim.aspect == Some(Aspect::NoChange) {
        return;
    }
    let dated: Vec<(usize, Option<Date>)> =
        found.iter().map(|f| (f.weighed.statement, f.weighed.when.to)).collect();
    for f in found.iter_mut().filter(|f| f.weighed.relation == Relation::Agrees) {
        let from = f.weighed.when.from;
        let older = dated.iter().filter(|(_, to)| *to < from).map(|(statement, _)| *statement);
        f.weighed.supersedes.extend(older);
    }
}
