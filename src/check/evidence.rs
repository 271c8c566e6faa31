//! What of the record speaks for a claim or against it.

use super::series::Point;
use super::succession::implied;
use super::{Checker, Reader};
use crate::claim::title_words;
use crate::compare::{
    Agreed, Judge, Judgement, Observation, Reason, Relation, Rules, Side, THRESHOLD, Voice, Weighed,
    agreement, counts, level, observe,
};
use crate::english::Aspect;
use crate::text::Document;
use crate::time::{Date, Interval};

/// A statement's relation to a claim.
pub(super) struct Found {
    pub judgement: Judgement,
    pub weighed: Weighed,
}

/// What of the record speaks to a claim.
#[derive(Default)]
pub(super) struct Evidence {
    /// The statements that agree with the claim or contradict it, surely enough.
    pub found: Vec<Found>,
    /// Why those that are near do not count, where some are.
    pub near: Option<Reason>,
}

/// What the rules found in a claim and one claim of a statement.
struct Seen {
    /// The statement's.
    index: usize,
    /// How surely the two agree.
    agreement: f32,
    found: Vec<Observation>,
}

impl Checker {
    /// All statements that agree with a claim or contradict it, dated on or before the as-of date.
    pub(super) fn evidence(&self, claim: &Side, reader: &mut Reader, as_of: Date) -> Evidence {
        // What nobody asserts can still be quoted wrongly.
        let asserted = claim.claim.asserted();
        if !asserted && claim.spoken.is_none() {
            return Evidence::default();
        }
        let quoted = claim.quoted();
        let mut seen: Vec<Seen> = Vec::new();
        let mut points: Vec<Point> = Vec::new();
        self.beside(claim, reader, as_of, &mut |pair, index| {
            points.extend(level(pair).map(|level| Point { index, level }));
            let found: Vec<Observation> = observe(pair).collect();
            if !found.is_empty() {
                seen.push(Seen { index, agreement: agreement(&found), found });
            }
        });
        let mut found: Vec<Found> = Vec::new();
        for (index, judgement) in self.judge(seen) {
            // That nothing has changed is said of all the time before.
            let present = !claim.claim.past && claim.claim.aspect != Some(Aspect::NoChange);
            let replaced = present && self.replaced(index, claim.said);
            // That something was said is not replaced by what was said later.
            let said = matches!(judgement.rule, "quote" | "attribution");
            let agrees = judgement.relation == Relation::Agrees;
            // What stands in quotation marks is judged as a quotation, and as news that nothing has changed.
            let apart = said || matches!(judgement.rule, "denial" | "no-change");
            let speaks = agrees || (said || !replaced) && (apart || !quoted);
            if speaks && (asserted || said) {
                found.push(self.found(index, judgement));
            }
        }
        let near = found.iter().map(|f| &f.judgement).max_by(|a, b| a.by_weight(b));
        let near = near.map(|j| if j.elsewhere { Reason::DifferentScope } else { Reason::NotComparable });
        found.retain(|f| counts(f.weighed.relation, f.weighed.confidence));
        // Beside what speaks against the claim, what speaks for it must be as sure.
        let against = found.iter().any(|f| f.weighed.relation == Relation::Contradicts);
        found.retain(|f| !against || f.weighed.confidence >= THRESHOLD);
        let agreed =
            found.iter().any(|f| f.judgement.rule == "role" && f.weighed.relation == Relation::Agrees);
        found.retain(|f| agreed || !f.judgement.unproven);
        if self.holds_office(claim) {
            found.retain(|f| f.judgement.rule != "role" || f.weighed.relation == Relation::Agrees);
        }
        self.overtaken(claim, reader, &mut found, as_of);
        implied(claim, &mut found);
        if asserted && !quoted {
            self.series(claim, points, &mut found);
            self.contested(claim, reader, &mut found, as_of);
        }
        Evidence { found, near }
    }

    /// Of each statement the judgement that counts most over its claims, in the light of what the whole record says.
    fn judge(&self, seen: Vec<Seen>) -> Vec<(usize, Judgement)> {
        let voice = |index: usize| {
            let statement = &self.corpus.record().statements[index];
            Voice { index, day: statement.date.first_day(), speaker: statement.speaker_name.as_deref() }
        };
        let agree = seen.iter().filter(|seen| seen.agreement > 0.0);
        let agree: Vec<(Voice, f32)> = agree.map(|seen| (voice(seen.index), seen.agreement)).collect();
        let mut judged: Vec<(usize, Judgement)> = Vec::new();
        for Seen { index, found, .. } in seen {
            let against = voice(index);
            let agreed = agree.iter().fold(Agreed::default(), |agreed, each| agreed.and(*each, against));
            let Some(judgement) = Rules.weigh(found, false, agreed) else { continue };
            match judged.last_mut().filter(|(last, _)| *last == index) {
                Some((_, best)) if judgement.by_weight(best).is_ge() => *best = judgement,
                Some(_) => {}
                None => judged.push((index, judgement)),
            }
        }
        judged
    }

    /// A statement with what a comparison made of it.
    pub(super) fn found(&self, index: usize, judgement: Judgement) -> Found {
        let statement = &self.corpus.record().statements[index];
        let day = |day| Interval { from: Some(day), to: Some(day) };
        let supersedes = match judgement.relation {
            Relation::Agrees => self.superseded(index),
            _ => Vec::new(),
        };
        let weighed = Weighed {
            statement: index,
            relation: judgement.relation,
            confidence: judgement.confidence,
            when: judgement.effective.map_or(statement.date.interval(), day),
            speaker: statement.speaker_name.clone(),
            supersedes,
        };
        Found { judgement, weighed }
    }

    /// What the claim at hand and a statement are to each other.
    pub(super) fn judged(&self, claim: &Side, reader: &mut Reader, index: usize) -> Option<Judgement> {
        let mut best: Option<Judgement> = None;
        self.prepared.prepare(&self.corpus, &[index]);
        self.lay(claim, reader, index, &mut |pair, _| {
            best = best.take().into_iter().chain(Rules.judge(pair)).max_by(Judgement::by_weight);
        });
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
}
