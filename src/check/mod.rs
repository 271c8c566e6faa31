//! The whole way from a text to a report.

mod disputes;
mod echo;
mod evidence;
mod finding;
mod lasting;
mod order;
mod place;

mod series;
mod succession;

use crate::claim::{self, Analysis, Claim, analyse};
use crate::compare::{Asked, Background, Named, Pair, Prepared, Reading, Side, Spoken, can_be_near};
use crate::error::Error;
use crate::record::{self, Record};
use crate::report::{CheckedClaim, Covers, RecordInfo, Report, Summary, Verdict};
use crate::retrieve::{Candidates, Corpus};
use crate::text::{Document, OffsetUnit, Offsets};
use crate::time::{Date, Interval};
use evidence::Evidence;
use serde::Serialize;
use std::borrow::Cow;

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

/// A text being read against a record.
struct Reader<'a> {
    candidates: Candidates<'a>,
    reading: Reading<'a>,
}

/// Records made ready for checking texts.
pub struct Checker {
    corpus: Corpus,
    prepared: Prepared,
    info: RecordInfo,
    /// Of each statement those that replace it.
    replacing: Vec<Vec<usize>>,
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
        let info = RecordInfo {
            title: record.title.clone(),
            version: record.version.clone(),
            statements: record.statements.len(),
            hash: corpus.hash().to_string(),
            covers: record
                .covers
                .and_then(|covers| covers.from.zip(covers.to))
                .map(|(from, to)| Covers { from, to }),
        };
        let replacing = succession::replacing(&corpus);
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
        let offsets = Offsets::new(text, options.offsets);
        let claims: Vec<CheckedClaim> = self.read(text, options, |sides, reader| {
            let evidence = |side| self.evidence(side, reader, options.as_of);
            let mut found: Vec<Evidence> = sides.iter().map(evidence).collect();
            self.reorder(sides, reader, options.as_of, &mut found);
            self.echo(sides, &mut found);
            self.lasting(sides, reader, options.as_of, &mut found);
            let reported = |(side, found)| self.report_claim(side, found, options, &offsets);
            sides.iter().zip(&found).map(reported).collect()
        });
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

    /// Shows each claim of a text beside each claim of the statements that could speak to it, and which statement
    /// that is: what the weights of the model of confidence are fitted on.
    pub fn observe(&self, text: &str, options: &Options, see: &mut dyn FnMut(&Pair, usize)) {
        self.read(text, options, |sides, reader| {
            let spoken = |side: &&Side| side.claim.asserted() || side.spoken.is_some();
            for side in sides.iter().filter(spoken) {
                self.beside(side, reader, options.as_of, see);
            }
        });
    }

    /// Reads a text claim by claim, each in its surroundings.
    fn read<R>(&self, text: &str, options: &Options, work: impl FnOnce(&[Side], &mut Reader) -> R) -> R {
        let date = options.date.unwrap_or(options.as_of);
        let said = Interval { from: Some(date), to: Some(date) };
        let document = Document::read(text);
        let mut analysis = analyse(&document, Some(date), self.corpus.names(), None);
        claim::number(&mut analysis.claims);
        let spoken: Vec<Spoken> =
            analysis.quotes.iter().map(|quote| Spoken::read(text, quote.span)).collect();
        let weights = |root: &str| self.corpus.weight(root);
        let reading = Reading::new(&self.prepared, &weights);
        let mut reader = Reader { reading, candidates: self.corpus.candidates() };
        let named = Named::of(&analysis.mentions);
        let in_context =
            |claim| Side { named: Some(&named), ..self.in_context(text, &analysis, &spoken, claim, said) };
        let sides: Vec<Side> = analysis.claims.iter().map(in_context).collect();
        work(&sides, &mut reader)
    }

    /// Lays a claim against each claim of the statements that could speak to it, dated by the as-of date; the claims
    /// of one statement, whose index comes along, follow each other.
    fn beside(&self, claim: &Side, reader: &mut Reader, as_of: Date, see: &mut dyn FnMut(&Pair, usize)) {
        let dated = self.corpus.dated_by(as_of);
        let exists = |index: usize| index < dated;
        let wide = !claim.content.unaligned.is_empty();
        if !wide && !can_be_near(claim) {
            return;
        }
        let (terms, around) = (claim.claim.terms.iter(), claim.background.iter());
        let days = claim.own_days().map_or(0..0, |days| self.corpus.dated_within(days));
        let candidates = reader.candidates.of(terms, around, wide, days, exists);
        self.prepared.prepare(&self.corpus, &candidates);
        reader.reading.take(claim);
        for index in candidates {
            self.lay(claim, reader, index, see);
        }
    }

    /// Lays the claim that was taken up against each claim of a statement.
    fn lay(&self, claim: &Side, reader: &mut Reader, index: usize, see: &mut dyn FnMut(&Pair, usize)) {
        let told = &self.corpus.record().statements[index];
        for of in 0..reader.reading.claims(index) {
            if !reader.reading.meets(claim, told, index, of) {
                continue;
            }
            let statement = self.prepared.side(&self.corpus, index, of);
            let alignment = reader.reading.align(claim, &statement, index, of);
            let Some(alignment) = alignment else { continue };
            let (statement, alignment) = (&statement, &alignment);
            see(&Pair { claim, statement, alignment, given: false, asked: Asked::default() }, index);
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
            named: None,
            names: self.corpus.names(),
            content: Cow::default(),
        }
        .ready()
    }
}
