//! What of the record speaks for a claim or against it.

use super::Checker;
use super::succession::implied;
use crate::claim::title_words;
use crate::compare::{
    Judge, Judgement, Pair, Reading, Reason, Relation, Rules, Side, THRESHOLD, Weighed, counts,
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

impl Checker {
    /// All statements that agree with a claim or contradict it, dated on or before the as-of date.
    pub(super) fn evidence(&self, claim: &Side, reading: &mut Reading, as_of: Date) -> Evidence {
        // What nobody asserts can still be quoted wrongly.
        let asserted = claim.claim.asserted();
        if !asserted && claim.spoken.is_none() {
            return Evidence::default();
        }
        let quoted = claim.quoted();
        let mut found: Vec<Found> = Vec::new();
        let statements = &self.corpus.record().statements;
        let dated = self.corpus.dated_by(as_of);
        let exists = |index: usize| index < dated;
        let candidates = self.corpus.candidates(claim.claim.terms.iter(), claim.background.iter(), exists);
        self.prepared.prepare(&self.corpus, &candidates);
        reading.take(claim);
        for index in candidates {
            let statement = &statements[index];
            let judged = self.judge(claim, reading, index);
            // That nothing has changed is said of all the time before.
            let present = !claim.claim.past && claim.claim.aspect != Some(Aspect::NoChange);
            let replaced = present && self.replaced(index, claim.said);
            // That something was said is not replaced by what was said later.
            let said = |j: &Judgement| matches!(j.rule, "quote" | "attribution");
            let judged = judged.filter(|j| j.relation == Relation::Agrees || !replaced || said(j));
            // What stands in quotation marks is judged as a quotation, and as news that nothing has changed.
            let judged = judged.filter(|j| {
                let apart = matches!(j.rule, "quote" | "attribution" | "denial" | "no-change");
                j.relation == Relation::Agrees || apart || !quoted
            });
            if let Some(judgement) = judged.filter(|j| asserted || matches!(j.rule, "quote" | "attribution"))
            {
                let when = judgement
                    .effective
                    .map_or(statement.date.interval(), |day| Interval { from: Some(day), to: Some(day) });
                let agrees = judgement.relation == Relation::Agrees;
                found.push(Found {
                    weighed: Weighed {
                        statement: index,
                        relation: judgement.relation,
                        confidence: judgement.confidence,
                        when,
                        speaker: statement.speaker_name.clone(),
                        supersedes: if agrees { self.superseded(index) } else { Vec::new() },
                    },
                    judgement,
                });
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
        self.overtaken(claim, &mut found, as_of);
        implied(claim, &mut found);
        Evidence { found, near }
    }

    /// The surest judgement over the claims of a statement.
    fn judge(&self, claim: &Side, reading: &mut Reading, index: usize) -> Option<Judgement> {
        let statement = &self.corpus.record().statements[index];
        let mut best: Option<Judgement> = None;
        for (of, side) in self.prepared.sides(&self.corpus, index).enumerate() {
            let alignment = reading.align(claim, statement, index, &side, of);
            let pair = Pair { claim, statement: &side, alignment: &alignment, given: false };
            best = best.into_iter().chain(Rules.judge(&pair)).max_by(Judgement::by_weight);
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
}
