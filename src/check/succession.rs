//! What replaced what: statements that no longer hold, and claims that later statements overtook.

use super::evidence::Found;
use super::{Checker, Reader};
use crate::claim::{Term, TermKind, TermRole};
use crate::compare::{Judgement, Relation, Side, counts, meet};
use crate::english::Aspect;
use crate::record::Statement;
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

    /// What became of the statements that agree with a claim about what is so: their own end contradicts it, and so does
    /// what replaced them, unless that agrees as well or speaks of something else. What no longer held on the day of the
    /// text, and nothing of that kind is known of, is no evidence.
    pub(super) fn overtaken(&self, side: &Side, reader: &mut Reader, found: &mut Vec<Found>, as_of: Date) {
        /// How sure the agreement must be.
        const SURE: f32 = 0.6;
        let Some(holder) = standing(side) else { return };
        let own = |f: &Found| {
            let speaker = f.weighed.speaker.as_deref().map(fold);
            let held = holder.as_ref().is_none_or(|h| {
                speaker.is_some_and(|name| name.ends_with(h.key.as_str()) || h.key.ends_with(name.as_str()))
            });
            held && f.weighed.relation == Relation::Agrees && f.judgement.rule != "quote"
        };
        let agreeing: Vec<(usize, f32, &'static str)> = found
            .iter()
            .filter(|f| f.weighed.confidence >= SURE && own(f))
            .map(|f| (f.weighed.statement, f.weighed.confidence, f.judgement.rule))
            .collect();
        self.replacements(side, reader, &agreeing, found, as_of);
        let spoken_against = |f: &Found| f.weighed.relation == Relation::Contradicts;
        // What somebody said was said, whatever became of it.
        let reported = side.claim.report.is_some();
        if !reported && !found.iter().any(spoken_against) {
            let own = agreeing.iter().filter(|of| self.of_one_subject(side, of.0));
            found.extend(own.filter_map(|of| self.ended(*of, as_of)));
        }
        if !reported && !found.iter().any(spoken_against) && side.own_days().is_none() {
            found.retain(|f| !own(f) || !self.replaced(f.weighed.statement, side.said));
        }
        found.sort_by_key(|f| f.weighed.statement);
    }

    /// What replaced agreeing statements by a day, as evidence: each is laid against the claim.
    fn replacements(
        &self,
        side: &Side,
        reader: &mut Reader,
        agreeing: &[(usize, f32, &'static str)],
        found: &mut Vec<Found>,
        as_of: Date,
    ) {
        /// How many are laid against one claim, those that replace directly first: of a daily count all later ones do.
        const MOST: usize = 64;
        let statements = &self.corpus.record().statements;
        let mut known: HashSet<usize> = found.iter().map(|f| f.weighed.statement).collect();
        let mut left = MOST;
        for &(older, confidence, rule) in agreeing {
            let own = self.of_one_subject(side, older);
            for index in closure(older, statements.len(), |index| &self.replacing[index]) {
                if left == 0 || statements[index].date.first_day() > as_of || !known.insert(index) {
                    continue;
                }
                left -= 1;
                // That the two are of one matter, the record says.
                let confidence = 0.95 * confidence;
                match self.judged(side, reader, index) {
                    Some(judgement) if judgement.relation == Relation::Contradicts => {
                        let confidence = judgement.confidence.max(confidence);
                        found.push(self.found(index, Judgement { confidence, ..judgement }));
                    }
                    Some(judgement) if counts(judgement.relation, judgement.confidence) => {
                        found.push(self.found(index, judgement));
                    }
                    _ if own && self.of_one_matter(side, index) => {
                        let rule = if rule == "agreement" { "no-change" } else { rule };
                        found.push(self.contradicting(index, rule, confidence));
                    }
                    _ => {}
                }
            }
        }
    }

    /// The end of an agreeing statement, where it came by a day: from then on the statement speaks against the claim.
    fn ended(&self, (index, confidence, rule): (usize, f32, &'static str), as_of: Date) -> Option<Found> {
        let Statement { date, until, .. } = &self.corpus.record().statements[index];
        // "It will open in May, commissioner Kroll said": her office did not end with the plan.
        let titled = || self.corpus.analysis(index).claims.iter().any(|claim| claim.title.is_some());
        if rule == "role" && titled() {
            return None;
        }
        let until =
            until.filter(|until| until.first_day() <= as_of && until.first_day() > date.last_day())?;
        let mut found = self.contradicting(index, "status", 0.95 * confidence);
        found.weighed.when = until.interval();
        Some(found)
    }

    /// Whether an agreeing statement tells of what the claim tells of: that the town is theirs says nothing of how long the
    /// others advance on it.
    fn of_one_subject(&self, side: &Side, index: usize) -> bool {
        let subject = |t: &&Term| t.role == TermRole::Subject;
        let mut subjects = side.claim.terms.iter().filter(subject).peekable();
        let of_claim = |t: &&Term| matches!(t.role, TermRole::Subject | TermRole::Object);
        let claims = self.corpus.analysis(index).claims.iter().filter(|claim| !claim.subordinate);
        let theirs: Vec<&Term> = claims.flat_map(|claim| claim.terms.iter().filter(of_claim)).collect();
        subjects.peek().is_none() || subjects.any(|ours| theirs.iter().any(|term| meet(ours, term).is_some()))
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
        let relation = Relation::Contradicts;
        let (differing, effective, unproven, elsewhere) = (Vec::new(), None, false, false);
        self.found(index, Judgement { relation, rule, confidence, differing, effective, unproven, elsewhere })
    }
}

/// Whose position a claim about what is so is, or `None` where later statements cannot overtake it: what happened stays so,
/// a title is judged on the day of the text, and words in quotation marks were said, whatever was said later.
fn standing<'s>(side: &'s Side) -> Option<Option<&'s Term>> {
    let claim = side.claim;
    // That nothing has changed is no news then, quoted or not.
    let no_news = claim.aspect == Some(Aspect::NoChange);
    // A word alone says nothing that could be overtaken.
    let bare = claim.terms.len() < 2 && claim.aspect.is_none();
    // "Were to resume on Monday" tells of what was planned then.
    let then = claim.report.is_none() && claim.modality.to_come() && side.has_word(&["was", "were"]);
    if bare || then || claim.title.is_some() || side.quoted() && !no_news {
        return None;
    }
    // What somebody holds about the past is a position, which their later words can overtake.
    if claim.past || claim.subordinate { side.position().map(Some) } else { Some(None) }
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
