//! From the evidence to a finding in the words of the report.

use super::evidence::{self, Found};
use super::{Checker, Options};
use crate::compare::{Decision, Relation, Side, Weighed, decide};
use crate::record::Statement;
use crate::report::{
    CheckedClaim, Difference, Evidence, EvidenceSource, Reason, Suggestion, Verdict, explain,
};
use crate::text::{Offsets, fold};
use crate::time::Date;
use std::collections::HashSet;

impl Checker {
    /// The verdict, in the words of the report.
    pub(super) fn report_claim(
        &self,
        side: &Side,
        evidence: &evidence::Evidence,
        options: &Options,
        offsets: &Offsets,
    ) -> CheckedClaim {
        let found = &evidence.found;
        let weighed: Vec<Weighed> = found.iter().map(|f| f.weighed.clone()).collect();
        let mut decision = decide(&weighed, stands_for(side, options.date.unwrap_or(options.as_of)));
        as_report(side, found, &mut decision);
        if !side.claim.asserted() {
            decision.reason = Some(Reason::NotAsserted);
        } else if decision.verdict == Verdict::Unmatched && decision.reason == Some(Reason::NoCandidate) {
            decision.reason = evidence.near.or(decision.reason);
        }
        let deciding = decision.by.map(|i| &found[i]);
        let flagged =
            deciding.filter(|_| !matches!(decision.verdict, Verdict::Supported | Verdict::Unmatched));
        let differences = flagged.map_or_else(Vec::new, |found| self.differences(side, found, offsets));
        let suggestion =
            flagged.and_then(|found| self.suggestion(side, found, &differences, &decision, offsets));
        let span = side.claim.span;
        CheckedClaim {
            start: offsets.at(span.start),
            end: offsets.at(span.end),
            text: span.of(side.text).to_owned(),
            verdict: decision.verdict,
            confidence: deciding.map_or(0.0, |f| round(f.weighed.confidence)),
            rule: deciding.map(|f| f.judgement.rule).filter(|rule| *rule != "agreement"),
            since: decision.since,
            reason: decision.reason.filter(|_| decision.verdict == Verdict::Unmatched),
            explanation: flagged
                .map(|found| self.explanation(side, found, &differences, &decision, options.as_of)),
            suggestion,
            differences,
            evidence: shown(found, decision.by).map(|found| self.evidence_of(found)).collect(),
        }
    }

    /// The words of the claim and of the statement that differ.
    fn differences(&self, side: &Side, found: &Found, offsets: &Offsets) -> Vec<Difference> {
        let statement = &self.corpus.record().statements[found.weighed.statement];
        let words = found.judgement.differing.iter();
        words
            .map(|differing| Difference {
                start: offsets.at(differing.claim.start),
                end: offsets.at(differing.claim.end),
                claim: differing.claim.of(side.text).to_owned(),
                statement: differing.statement.of(&statement.text).to_owned(),
                kind: differing.kind,
            })
            .collect()
    }

    /// Another wording, where it is safe: the newer figure or holder in its place, or the day for which the claim stood.
    fn suggestion(
        &self,
        side: &Side,
        found: &Found,
        differences: &[Difference],
        decision: &Decision,
        offsets: &Offsets,
    ) -> Option<Suggestion> {
        let holder = |d: &Difference| d.kind == "name" && found.judgement.rule == "role";
        let by_word = |d: &&Difference| (d.kind == "number" || holder(d)) && !side.quoted();
        let outdated = decision.verdict == Verdict::Outdated;
        if let Some(newer) = differences.first().filter(by_word).filter(|_| outdated) {
            let statement = &self.corpus.record().statements[found.weighed.statement].text;
            let text = match newer.kind {
                "number" => explain::figure_in_place(&newer.statement, statement, &newer.claim),
                _ => newer.statement.clone(),
            };
            return Some(Suggestion { start: newer.start, end: newer.end, text });
        }
        let stood = outdated && found.weighed.when.from > side.said.to;
        let present = !side.claim.past && side.claim.title.is_none() && side.times().next().is_none();
        let own = present && side.claim.report.is_none() && !side.quoted();
        let day = side.said.to.filter(|_| stood && own)?;
        let span = side.claim.span;
        if !explain::takes_remark(side.text, span.start, span.end) {
            return None;
        }
        let text = format!("{} (as of {})", span.of(side.text), explain::day(day.into()));
        Some(Suggestion { start: offsets.at(span.start), end: offsets.at(span.end), text })
    }

    /// What a person would say of a finding: what is on record, by whom and when, and what became of that since.
    fn explanation(
        &self,
        side: &Side,
        found: &Found,
        differences: &[Difference],
        decision: &Decision,
        as_of: Date,
    ) -> String {
        let record = self.corpus.record();
        let statement = &record.statements[found.weighed.statement];
        let first = differences.first();
        let told = explain::Contradiction {
            rule: found.judgement.rule,
            ours: first.map_or(side.claim.span.of(side.text), |d| d.claim.as_str()),
            theirs: first.map_or(statement.text.as_str(), |d| d.statement.as_str()),
            statement,
            publisher: &record.sources[statement.source].publisher,
            ended: statement.until.filter(|until| found.weighed.when == until.interval()),
            said: side.said,
            verdict: decision.verdict,
        };
        let chain =
            |of: Vec<usize>| of.into_iter().map(|index| &record.statements[index]).collect::<Vec<_>>();
        let before = chain(self.superseded(found.weighed.statement));
        let since = chain(self.superseding(found.weighed.statement, as_of));
        told.in_words(&before, &since)
    }

    fn evidence_of(&self, found: &Found) -> Evidence {
        let statements = &self.corpus.record().statements;
        let statement: &Statement = &statements[found.weighed.statement];
        let source = &self.corpus.record().sources[statement.source];
        Evidence {
            statement: statement.id.clone(),
            relation: found.weighed.relation,
            confidence: round(found.weighed.confidence),
            date: statement.date.to_string(),
            speaker: statement.speaker_name.clone(),
            text: statement.text.clone(),
            quote: statement.quote.clone(),
            supersedes: statement.supersedes.iter().map(|&older| statements[older].id.clone()).collect(),
            source: EvidenceSource {
                publisher: source.publisher.clone(),
                title: source.title.clone(),
                url: source.url.clone(),
                published: source.published.map(|date| date.to_string()),
            },
        }
    }
}

/// The day that a claim stands for: the text's, or an earlier one that a claim about a state gives itself ("as of June").
fn stands_for(side: &Side, date: Date) -> Date {
    let own = side.own_days().and_then(|days| days.to).filter(|day| *day < date && !side.claim.past);
    own.unwrap_or(date)
}

/// The evidence that a report shows, in the record's order: what decided, then what contradicts, then the surest. A
/// statement that spoke for the claim until it ended is shown once, as what speaks against it.
fn shown(found: &[Found], deciding: Option<usize>) -> impl Iterator<Item = &Found> {
    const MOST: usize = 8;
    let mut best: Vec<usize> = (0..found.len()).collect();
    let key = |i: usize| (Some(i) == deciding, found[i].weighed.relation == Relation::Contradicts);
    best.sort_by(|&a, &b| {
        let surer = found[b].weighed.confidence.total_cmp(&found[a].weighed.confidence);
        key(b).cmp(&key(a)).then(surer)
    });
    let mut once = HashSet::new();
    best.retain(|&i| once.insert(found[i].weighed.statement));
    best.truncate(MOST);
    let mut shown: Vec<&Found> = best.into_iter().map(|i| &found[i]).collect();
    shown.sort_by_key(|f| f.weighed.statement);
    shown.into_iter()
}

/// Three decimals: enough for a reader, and the same on every machine.
fn round(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

/// What the text reports as somebody's words is judged as a report: another party's word disputes it,
/// it is no error of the writer's.
fn as_report(side: &Side, found: &[Found], decision: &mut Decision) {
    if side.claim.report.is_none() || decision.verdict != Verdict::Conflict {
        return;
    }
    let Some(by) = decision.by else { return };
    let own = side.holder().is_some_and(|holder| {
        found[by].weighed.speaker.as_deref().is_some_and(|name| fold(name).ends_with(holder.key.as_str()))
    });
    if !own && !matches!(found[by].judgement.rule, "quote" | "attribution" | "denial") {
        decision.verdict = Verdict::Disputed;
    }
}
