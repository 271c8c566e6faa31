//! Who says it: reported speech, quotation and attitude as holder, cue and content.
//!
//! Small passes over the tokens of each sentence find reports: by verbs, by nouns and adjectives, by *according to*, by a
//! colon. What each word takes as content is data (`data/english/reporting.tsv`). Quotations then go on over the
//! sentences and paragraphs that they cover.

mod according;
mod colon;
mod content;
mod continued;
mod cue;
mod end;
mod gap;
mod noun;
mod passive;
mod quotation;
mod sight;
mod source;
mod utterance;
mod verb;

pub(super) use quotation::quotes;
pub use utterance::{Utterance, utterances};

use crate::english::Stance;
use crate::text::{Document, Span, TokenKind};
use crate::time::TimeMention;
use compact_str::CompactString;
use content::Kind;
use serde::{Deserialize, Serialize};
use sight::Sight;
use std::ops::Range;

/// A stretch of text that the document gives as somebody's words or thoughts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// Index of its sentence.
    pub sentence: usize,
    /// The words that name the holder; `None` where the text does not.
    pub source: Option<Span>,
    /// The same as indices of tokens.
    pub source_tokens: Option<Range<usize>>,
    /// Index of the mention that is the holder, a pronoun resolved; `None` where no name is meant.
    pub holder: Option<usize>,
    /// The reporting verb, or "according to". All that one cue frames is one utterance.
    pub cue: Span,
    /// Its lemma.
    pub lemma: CompactString,
    /// The holder's attitude.
    pub stance: Stance,
    /// What is reported.
    pub content: Span,
    /// The same as indices of tokens.
    pub content_tokens: Range<usize>,
    /// Given in quotation marks.
    pub direct: bool,
}

/// A passage in quotation marks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// With its marks.
    pub span: Span,
    /// The words inside, as indices of tokens.
    pub tokens: Range<usize>,
}

/// What the passes find: a source, a cue, and one or two stretches of content, perhaps over several sentences.
#[derive(Clone, Debug)]
struct Report {
    source: Option<Range<usize>>,
    cue: Range<usize>,
    lemma: CompactString,
    stance: Stance,
    content: Range<usize>,
    more: Option<Range<usize>>,
    kind: Kind,
}

impl Report {
    /// `head` is the word that decides the attitude.
    fn new(
        sight: &Sight,
        source: Option<Range<usize>>,
        cue: Range<usize>,
        head: usize,
        (content, kind): (Range<usize>, Kind),
    ) -> Self {
        let punctuation = |at: &usize| sight.document.tokens[*at].kind == TokenKind::Punctuation;
        let source = source.map(|source| {
            let start = source.clone().find(|at| !punctuation(at)).unwrap_or(source.start);
            start..end::trim(sight.document, start, source.end)
        });
        let source = source.filter(|source| !source.is_empty());
        let lemma = sight.token(head).lemma.clone();
        let stance = sight.token(head).known.classes.stance().unwrap_or(Stance::Say);
        Report { source, cue, lemma, stance, content, more: None, kind }
    }

    /// The attitude of a negated cue: who does not deny it grants it, who does not say it leaves it open.
    fn negated(self, negated: bool) -> Self {
        let stance = match self.stance {
            stance if !negated => stance,
            Stance::Deny | Stance::Doubt | Stance::Refuse => Stance::Say,
            Stance::Ask | Stance::Order | Stance::Promise | Stance::Hope => self.stance,
            _ => Stance::Doubt,
        };
        Report { stance, ..self }
    }

    /// With a second stretch of content.
    fn with(self, more: Option<Range<usize>>) -> Self {
        Report { more, ..self }
    }
}

/// The reports so far.
#[derive(Default)]
struct Reports(Vec<Report>);

impl Reports {
    fn push(&mut self, report: Report) {
        self.0.push(report);
    }

    fn extend(&mut self, report: Option<Report>) {
        self.0.extend(report);
    }

    /// The last ones, the latest first.
    fn last(&self, count: usize) -> impl Iterator<Item = &Report> {
        self.0.iter().rev().take(count)
    }

    /// Those whose cue stands in the sentence.
    fn in_sentence(&self, sight: &Sight) -> impl DoubleEndedIterator<Item = &Report> {
        let first =
            self.0.len() - self.0.iter().rev().take_while(|r| r.cue.start >= sight.tokens.start).count();
        self.0[first..].iter()
    }
}

/// What [`find`] found.
#[derive(Default)]
pub(super) struct Found {
    /// Clauses and quotations.
    pub said: Vec<Attribution>,
    /// Infinitives, gerunds and noun phrases.
    pub meant: Vec<Attribution>,
}

/// All attributions of a document, by sentence.
pub(super) fn find(document: &Document, quotes: &[Quote], times: &[TimeMention]) -> Found {
    let mut reports = Reports::default();
    for sentence in &document.sentences {
        let first = quotes.partition_point(|quote| quote.tokens.end < sentence.tokens.start);
        let last = quotes.partition_point(|quote| quote.tokens.start <= sentence.tokens.end);
        let quotes = &quotes[first..last.max(first)];
        let sight = Sight { document, tokens: sentence.tokens.clone(), quotes, times };
        verb::find(&sight, &mut reports);
        noun::find(&sight, &mut reports);
        according::find(&sight, &mut reports);
        colon::find(&sight, sentence.kind, &mut reports);
    }
    let mut found = Found::default();
    for report in &reports.0 {
        let list = if report.kind == Kind::Clause { &mut found.said } else { &mut found.meant };
        for content in [Some(&report.content), report.more.as_ref()].into_iter().flatten() {
            spread(document, report, content.clone(), quotes, list);
        }
    }
    found.said.sort_by_key(|a| (a.sentence, a.content_tokens.start));
    continued::find(document, quotes, &mut found.said);
    found.said.sort_by_key(|a| (a.sentence, a.content_tokens.start));
    // "Continues to deny that …": not that it continues.
    found.said.dedup_by(|later, earlier| {
        let part = later.content == earlier.content
            && (earlier.cue.contains(later.cue) || later.cue.contains(earlier.cue));
        if part && later.cue.contains(earlier.cue) {
            std::mem::swap(later, earlier);
        }
        part
    });
    found.meant.sort_by_key(|a| (a.sentence, a.content_tokens.start));
    found
}

/// Index of the sentence that holds a token.
fn sentence_of(document: &Document, token: usize) -> usize {
    document.sentences.partition_point(|s| s.tokens.end <= token)
}

/// One attribution for each sentence that the content covers.
fn spread(
    document: &Document,
    report: &Report,
    content: Range<usize>,
    quotes: &[Quote],
    out: &mut Vec<Attribution>,
) {
    let mut start = content.start;
    while start < content.end {
        let sentence = sentence_of(document, start);
        let Some(end) = document.sentences.get(sentence).map(|s| s.tokens.end.min(content.end)) else {
            return;
        };
        out.extend(attribution(document, sentence, report, start..end, quotes));
        start = end;
    }
}

fn attribution(
    document: &Document,
    sentence: usize,
    report: &Report,
    mut content: Range<usize>,
    quotes: &[Quote],
) -> Option<Attribution> {
    let mark = |at: usize| {
        matches!(document.word(at), "," | ":" | "." | ";" | "–" | "—") || document.tokens[at].is(&["that"])
    };
    while content.start + 1 < content.end && mark(content.start) {
        content.start += 1;
    }
    content.end = end::trim(document, content.start, content.end);
    let span = (content.start < content.end).then(|| document.span(content.clone()))?;
    (!says_nothing(document, span)).then_some(Attribution {
        sentence,
        source: report.source.clone().map(|tokens| document.span(tokens)),
        source_tokens: report.source.clone(),
        holder: None,
        cue: document.span(report.cue.clone()),
        lemma: report.lemma.clone(),
        stance: report.stance,
        content: span,
        direct: quoted(&content, quotes),
        content_tokens: content,
    })
}

/// Whether a stretch holds no more than a letter or marks.
fn says_nothing(document: &Document, span: Span) -> bool {
    span.of(document.text).chars().filter(|c| c.is_alphanumeric()).nth(1).is_none()
}

/// Whether most of a stretch stands in quotation marks.
fn quoted(content: &Range<usize>, quotes: &[Quote]) -> bool {
    let first = quotes.partition_point(|quote| quote.tokens.end <= content.start);
    let inside: usize = quotes[first..]
        .iter()
        .take_while(|quote| quote.tokens.start < content.end)
        .map(|quote| quote.tokens.end.min(content.end).saturating_sub(quote.tokens.start.max(content.start)))
        .sum();
    inside * 2 > content.len()
}
