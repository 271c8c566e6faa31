//! What of the record speaks for a claim or against it.

use super::Checker;
use crate::claim::{Claim, title_words};
use crate::compare::{Judge, Judgement, Pair, Reading, Relation, Rules, Side, Weighed};
use crate::english::Aspect;
use crate::text::{Document, fold};
use crate::time::{Date, Interval};

/// A statement's relation to a claim.
pub(super) struct Found {
    pub judgement: Judgement,
    pub weighed: Weighed,
}

impl Checker {
    /// All statements that agree with a claim or contradict it, dated on or before the as-of date.
    pub(super) fn evidence(&self, claim: &Side, reading: &mut Reading, as_of: Date) -> Vec<Found> {
        // What nobody asserts can still be quoted wrongly.
        let asserted = claim.claim.asserted();
        if !asserted && claim.spoken.is_none() {
            return Vec::new();
        }
        let mut found: Vec<Found> = Vec::new();
        let statements = &self.corpus.record().statements;
        let exists = |index: usize| statements[index].date.first_day() <= as_of;
        reading.take(claim);
        for index in self.corpus.candidates(claim.claim.terms.iter(), claim.background.iter(), exists) {
            let statement = &statements[index];
            let judged = self.judge(claim, reading, index);
            // That nothing has changed is said of all the time before.
            let present = !claim.claim.past && claim.claim.aspect != Some(Aspect::NoChange);
            let replaced = present && self.replaced(index, claim.said);
            let judged = judged.filter(|j| j.relation == Relation::Agrees || !replaced);
            if let Some(judgement) = judged.filter(|j| asserted || matches!(j.rule, "quote" | "attribution"))
            {
                let when = judgement
                    .effective
                    .map_or(statement.date.interval(), |day| Interval { from: Some(day), to: Some(day) });
                found.push(Found {
                    weighed: Weighed {
                        statement: index,
                        relation: judgement.relation,
                        confidence: judgement.confidence,
                        when,
                        speaker: statement.speaker_name.clone(),
                        supersedes: self.superseded(index),
                    },
                    judgement,
                });
            }
        }
        let agreed =
            found.iter().any(|f| f.judgement.rule == "role" && f.weighed.relation == Relation::Agrees);
        found.retain(|f| agreed || !f.judgement.unproven);
        if self.holds_office(claim) {
            found.retain(|f| f.judgement.rule != "role" || f.weighed.relation == Relation::Agrees);
        }
        self.overtaken(claim, &mut found, as_of);
        implied_succession(claim.claim, &mut found);
        found
    }

    /// The surest judgement over the claims of a statement.
    fn judge(&self, claim: &Side, reading: &mut Reading, index: usize) -> Option<Judgement> {
        let statement = &self.corpus.record().statements[index];
        let mut best: Option<Judgement> = None;
        for (of, side) in self.prepared.sides(&self.corpus, index).enumerate() {
            let alignment = reading.align(claim, statement, index, &side, of);
            if let Some(judgement) = Rules.judge(&Pair { claim, statement: &side, alignment: &alignment })
                && best.as_ref().is_none_or(|b| {
                    let key = |j: &Judgement| (j.relation == Relation::Contradicts, j.confidence);
                    key(&judgement) > key(b)
                })
            {
                best = Some(judgement);
            }
        }
        best
    }

    /// Whether the record's list of offices gives a title's bearer that office on the day of the text.
    fn holds_office(&self, side: &Side) -> bool {
        let Some(title) = side.claim.title.map(|i| &side.analysis.titles[i]) else { return false };
        let Some(entity) = side.analysis.mentions[title.mention].entity else { return false };
        let Some(at) = side.said.to else { return false };
        self.corpus.record().entities[entity as usize].roles.iter().any(|role| {
            let held = role.from.is_none_or(|from| from.first_day() <= at)
                && role.to.is_none_or(|to| to.last_day() >= at);
            let named = |name: &String| {
                let document = Document::read(name);
                let words = title_words(&document, 0..document.tokens.len());
                words.last() == title.words.last()
            };
            held && (named(&role.title) || role.aliases.iter().any(named))
        })
    }

    /// Whether a statement no longer held on the day of the text, by its own end or by what replaced it.
    fn replaced(&self, index: usize, said: Interval) -> bool {
        let statements = &self.corpus.record().statements;
        let ended = statements[index].until.is_some_and(|until| Some(until.last_day()) <= said.from);
        let by = |&other: &usize| Some(statements[other].date.last_day()) <= said.from;
        ended || self.replacing[index].iter().any(by)
    }

    /// What a statement replaces, directly or through others.
    fn superseded(&self, index: usize) -> Vec<usize> {
        let statements = &self.corpus.record().statements;
        let mut all = statements[index].supersedes.clone();
        let mut next = 0;
        while next < all.len() {
            for &older in &statements[all[next]].supersedes {
                if older != index && !all.contains(&older) {
                    all.push(older);
                }
            }
            next += 1;
        }
        all
    }

    /// What replaced an agreeing statement contradicts the claim, where it does not itself agree.
    fn overtaken(&self, side: &Side, found: &mut Vec<Found>, as_of: Date) {
        /// How sure the agreement must be.
        const SURE: f32 = 0.6;
        let claim = side.claim;
        // What somebody holds about the past is a position, which their later words can overtake.
        let position = (claim.past || claim.subordinate).then(|| side.position());
        if position.as_ref().is_some_and(Option::is_none) || claim.title.is_some() {
            return;
        }
        let holder = position.flatten();
        let own = |f: &Found| {
            let speaker = f.weighed.speaker.as_deref().map(fold);
            holder.as_ref().is_none_or(|h| {
                speaker.is_some_and(|name| name.ends_with(h.key.as_str()) || h.key.ends_with(name.as_str()))
            })
        };
        let agreeing: Vec<(usize, f32)> = found
            .iter()
            .filter(|f| f.weighed.relation == Relation::Agrees && f.weighed.confidence >= SURE)
            .filter(|f| f.judgement.rule != "quote" && own(f))
            .map(|f| (f.weighed.statement, f.weighed.confidence))
            .collect();
        if agreeing.is_empty() {
            return;
        }
        let statements = &self.corpus.record().statements;
        for (index, statement) in statements.iter().enumerate() {
            if statement.supersedes.is_empty()
                || statement.date.first_day() > as_of
                || found.iter().any(|f| f.weighed.statement == index)
            {
                continue;
            }
            let supersedes = self.superseded(index);
            let Some(&(older, confidence)) = agreeing.iter().find(|(older, _)| supersedes.contains(older))
            else {
                continue;
            };
            let rule =
                found.iter().find(|f| f.weighed.statement == older).map_or("agreement", |f| f.judgement.rule);
            let judgement = Judgement {
                relation: Relation::Contradicts,
                rule: if rule == "agreement" { "no-change" } else { rule },
                confidence: 0.95 * confidence,
                differing: Vec::new(),
                effective: None,
                unproven: false,
            };
            found.push(Found {
                weighed: Weighed {
                    statement: index,
                    relation: Relation::Contradicts,
                    confidence: judgement.confidence,
                    when: statement.date.interval(),
                    speaker: statement.speaker_name.clone(),
                    supersedes,
                },
                judgement,
            });
        }
        found.sort_by_key(|f| f.weighed.statement);
    }
}

/// Of a state (no past event), a later agreeing statement replaces what was said before.
fn implied_succession(claim: &Claim, found: &mut [Found]) {
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
