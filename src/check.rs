//! The whole way from a text to a report.

use crate::claim::{Analysis, Claim, analyse, title_words};
use crate::compare::{
    Background, Decision, Judge, Judgement, Pair, Prepared, Reading, Rules, Side, Spoken, Weighed, decide,
};
use crate::english::Aspect;
use crate::error::Error;
use crate::record::{self, Record, Statement};
use crate::report::{
    CheckedClaim, Covers, Difference, Evidence, EvidenceSource, Reason, RecordInfo, Relation, Report,
    Suggestion, Summary, Verdict, explain,
};
use crate::retrieve::Corpus;
use crate::text::{Document, OffsetUnit, Offsets, Span, fold};
use crate::time::{Date, Interval};
use serde::Serialize;

/// The dates of a check, and the unit of its offsets.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The day on which the text was written; `None`: the as-of date.
    pub date: Option<Date>,
    /// The day on which it is checked: later statements do not exist.
    pub as_of: Date,
    /// What the report's offsets count.
    pub offsets: OffsetUnit,
}

/// A statement near a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// The statement's id.
    pub statement: String,
    /// How near; only the order of one search's scores means anything.
    pub score: f32,
}

/// Records made ready for checking texts.
pub struct Checker {
    corpus: Corpus,
    prepared: Prepared,
    info: RecordInfo,
    /// Of each statement those that replace it.
    replacing: Vec<Vec<usize>>,
}

/// A statement's relation to a claim.
struct Found {
    judgement: Judgement,
    weighed: Weighed,
}

impl Checker {
    /// Reads records, each a pack or a source, given by name and bytes.
    pub fn load(sources: &[(&str, &[u8])]) -> Result<Self, Error> {
        if let [(_, bytes)] = sources
            && record::is_pack(bytes)
        {
            return Ok(Self::over(Corpus::from_pack(record::read_pack(bytes)?)?));
        }
        let records = sources
            .iter()
            .map(|(name, bytes)| match record::is_pack(bytes) {
                true => Ok(record::read_pack(bytes)?.record),
                false => record::read_source(name, bytes),
            })
            .collect::<Result<Vec<Record>, Error>>()?;
        Ok(Self::new(record::merge(records)))
    }

    /// Analyses and indexes a record.
    pub fn new(record: Record) -> Self {
        Self::over(Corpus::new(record))
    }

    fn over(corpus: Corpus) -> Self {
        let record = corpus.record();
        let days = |statement: &Statement| (statement.date.first_day(), statement.date.last_day());
        let first = record.statements.iter().map(|s| days(s).0).min();
        let last = record.statements.iter().map(|s| days(s).1).max();
        let declared = record.covers.unwrap_or(Interval { from: first, to: last });
        let info = RecordInfo {
            title: record.title.clone(),
            version: record.version.clone(),
            statements: record.statements.len(),
            hash: record::content_hash(record),
            covers: declared.from.or(first).zip(declared.to.or(last)).map(|(from, to)| Covers { from, to }),
        };
        let mut replacing = vec![Vec::new(); record.statements.len()];
        for (index, statement) in record.statements.iter().enumerate() {
            for &older in &statement.supersedes {
                replacing[older].push(index);
            }
        }
        Checker { prepared: Prepared::new(&corpus), corpus, info, replacing }
    }

    /// The records as one pack, which loads without analysing anything again.
    pub fn to_pack(&self) -> Vec<u8> {
        self.corpus.to_pack()
    }

    /// The statements nearest to a text, best first.
    pub fn search(&self, text: &str, top: usize) -> Vec<Hit> {
        let statements = &self.corpus.record().statements;
        let hit =
            |(index, score): (u32, f32)| Hit { statement: statements[index as usize].id.clone(), score };
        self.corpus.search(text, top).into_iter().map(hit).collect()
    }

    /// The record in a few words.
    pub fn info(&self) -> &RecordInfo {
        &self.info
    }

    /// The record itself.
    pub fn record(&self) -> &Record {
        self.corpus.record()
    }

    /// Checks a text: analysis, then for each claim candidates, alignment, rules, verdict, explanation.
    pub fn check(&self, text: &str, options: &Options) -> Report {
        let date = options.date.unwrap_or(options.as_of);
        let said = Interval { from: Some(date), to: Some(date) };
        let document = Document::read(text);
        let analysis = analyse(&document, Some(date), self.corpus.names(), None);
        let offsets = Offsets::new(text, options.offsets);
        let spoken: Vec<Spoken> =
            analysis.quotes.iter().map(|quote| Spoken::read(text, quote.span)).collect();
        let weights = |root: &str| self.corpus.weight(root);
        let mut reading = Reading::new(&self.prepared, &weights);
        let claims: Vec<CheckedClaim> = analysis
            .claims
            .iter()
            .map(|claim| {
                let side = self.in_context(text, &analysis, &spoken, claim, said);
                let found = self.evidence(&side, &mut reading, options.as_of);
                self.report_claim(&side, &found, date, &offsets)
            })
            .collect();
        let mut summary = Summary { claims: claims.len(), ..Summary::default() };
        for claim in &claims {
            *match claim.verdict {
                Verdict::Conflict => &mut summary.conflict,
                Verdict::Outdated => &mut summary.outdated,
                Verdict::Disputed => &mut summary.disputed,
                Verdict::Supported => &mut summary.supported,
                Verdict::Unmatched => &mut summary.unmatched,
            } += 1;
        }
        Report {
            format: 1,
            record: self.info.clone(),
            document_date: options.date,
            as_of: options.as_of,
            offsets: options.offsets,
            summary,
            claims,
        }
    }

    /// A document's claim with its holder, and with what the text was just speaking of as background.
    fn in_context<'a>(
        &'a self,
        text: &'a str,
        analysis: &'a Analysis,
        spoken: &'a [Spoken],
        claim: &'a Claim,
        said: Interval,
    ) -> Side<'a> {
        const SENTENCES_BACK: usize = 2;
        let claims = &analysis.claims;
        let first = claims.partition_point(|other| other.sentence + SENTENCES_BACK < claim.sentence);
        let end = claims.partition_point(|other| other.sentence <= claim.sentence);
        Side {
            text,
            analysis,
            claim,
            said,
            speaker: None,
            background: Background::of(&claims[first..end], claim),
            quote: None,
            spoken: spoken
                .get(analysis.quotes.partition_point(|q| q.span.end <= claim.span.start))
                .filter(|s| s.span.start < claim.span.end),
            names: self.corpus.names(),
        }
    }

    /// All statements that agree with a claim or contradict it, dated on or before the as-of date.
    fn evidence(&self, claim: &Side, reading: &mut Reading, as_of: Date) -> Vec<Found> {
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
        let claim = side.claim;
        /// How sure the agreement must be.
        const SURE: f32 = 0.6;
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

    /// The verdict, in the words of the report.
    fn report_claim(&self, side: &Side, found: &[Found], date: Date, offsets: &Offsets) -> CheckedClaim {
        /// Below this a contradiction is not shown.
        const THRESHOLD: f32 = 0.5;
        const MOST_EVIDENCE: usize = 8;
        let sure: Vec<&Found> = found
            .iter()
            .filter(|f| f.weighed.relation != Relation::Contradicts || f.weighed.confidence >= THRESHOLD)
            .collect();
        let weighed: Vec<Weighed> = sure.iter().map(|f| f.weighed.clone()).collect();
        let mut decision = decide(&weighed, stands_for(side, date));
        as_report(side, &sure, &mut decision);
        if !side.claim.asserted() {
            decision.reason = Some(Reason::NotAsserted);
        } else if decision.verdict == Verdict::Unmatched && !found.is_empty() {
            decision.reason = Some(Reason::NotComparable);
        }
        let span = side.claim.span;
        let deciding = decision.by.map(|i| sure[i]);
        let unit = |span: Span| (offsets.at(span.start), offsets.at(span.end));
        let flagged = matches!(decision.verdict, Verdict::Conflict | Verdict::Outdated | Verdict::Disputed);
        let mut explanation = None;
        let mut suggestion = None;
        let mut differences = Vec::new();
        if let Some(found) = deciding {
            let statement = &self.corpus.record().statements[found.weighed.statement];
            let publisher = &self.corpus.record().sources[statement.source].publisher;
            for differing in &found.judgement.differing {
                let (start, end) = unit(differing.claim);
                differences.push(Difference {
                    start,
                    end,
                    claim: differing.claim.of(side.text).to_owned(),
                    statement: differing.statement.of(&statement.text).to_owned(),
                    kind: differing.kind,
                });
            }
            let first = differences.first();
            let ours = first.map_or(span.of(side.text), |d| d.claim.as_str());
            let theirs = first.map_or(statement.text.as_str(), |d| d.statement.as_str());
            explanation = flagged.then(|| {
                explain::contradiction(found.judgement.rule, ours, theirs, statement, publisher, side.said)
            });
            suggestion = first
                .filter(|d| d.kind == "number" && decision.verdict == Verdict::Outdated)
                .map(|d| Suggestion { start: d.start, end: d.end, text: d.statement.clone() });
        }
        let mut shown: Vec<usize> = (0..sure.len()).collect();
        if shown.len() > MOST_EVIDENCE {
            shown.sort_by(|&a, &b| {
                let key = |i: usize| {
                    (
                        Some(i) == decision.by,
                        sure[i].weighed.relation == Relation::Contradicts,
                        sure[i].weighed.confidence,
                    )
                };
                key(b).partial_cmp(&key(a)).unwrap_or(std::cmp::Ordering::Equal)
            });
            shown.truncate(MOST_EVIDENCE);
        }
        shown.sort_by_key(|&i| sure[i].weighed.statement);
        let (start, end) = unit(span);
        CheckedClaim {
            start,
            end,
            text: span.of(side.text).to_owned(),
            verdict: decision.verdict,
            confidence: deciding.map_or(0.0, |f| round(f.weighed.confidence)),
            rule: deciding.map(|f| f.judgement.rule).filter(|rule| *rule != "agreement"),
            since: decision.since,
            reason: if decision.verdict == Verdict::Unmatched { decision.reason } else { None },
            explanation,
            suggestion,
            differences: if flagged { differences } else { Vec::new() },
            evidence: shown.iter().map(|&i| self.evidence_of(sure[i])).collect(),
        }
    }

    fn evidence_of(&self, found: &Found) -> Evidence {
        let statement: &Statement = &self.corpus.record().statements[found.weighed.statement];
        let source = &self.corpus.record().sources[statement.source];
        Evidence {
            statement: statement.id.clone(),
            relation: found.weighed.relation,
            confidence: round(found.weighed.confidence),
            date: statement.date.to_string(),
            speaker: statement.speaker_name.clone(),
            text: statement.text.clone(),
            quote: statement.quote.clone(),
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

/// Three decimals: enough for a reader, and the same on every machine.
fn round(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
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

/// What the text reports as somebody's words is judged as a report: another party's word disputes it,
/// it is no error of the writer's.
fn as_report(side: &Side, found: &[&Found], decision: &mut Decision) {
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
