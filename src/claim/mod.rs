//! Claims: what a text asserts, clause by clause, with subject, predicate, who says it, whether it is
//! affirmed, when, and how much.
//!
//! [`analyse`] is the same for a document and for a record's statement.

mod assertion;
mod attribute;
mod build;
mod by_term;
mod clause;
mod embedded;
mod names;
mod reference;
mod respective;
mod roles;
mod speech;
mod term;
mod title;
mod token_map;
mod verbs;
mod words;

pub use assertion::{Modality, Polarity, Quantified};
pub use by_term::{ByTerm, number};
pub use names::{EntityId, Mention, NameKind, Names, Sex, find as find_names};
pub use reference::Reference;
pub use speech::{Attribution, Quote, Utterance, utterances};
pub(crate) use term::phrasal;
pub use term::{Identity, Term, TermKind, TermRole};
pub use title::{Title, title_words};

use crate::english::Aspect;
use crate::quantity::{self, Quantity};
use crate::text::{Document, Sentence, Span};
use crate::time::{self, Date, TimeMention};
use clause::Clause;
use reference::References;
use serde::Serialize;
use std::ops::Range;
use token_map::TokenMap;
use words::Words;

/// A stretch of text that asserts something that a record could speak to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claim {
    /// The words that a flag marks.
    pub span: Span,
    /// The same as indices of tokens.
    pub tokens: Range<usize>,
    /// Index of its sentence.
    pub sentence: usize,
    /// Content words and names, in text order; the subject's first, also where it stands outside the span.
    pub terms: Vec<Term>,
    /// Yes or no.
    pub polarity: Polarity,
    /// Fact, plan, possibility, condition, question.
    pub modality: Modality,
    /// No change, change, start, stop.
    pub aspect: Option<Aspect>,
    /// Of how many it speaks, and *only, first, last, never, since* and superlatives.
    pub quantifiers: Vec<Quantified>,
    /// Whether it tells of the past in a past tense (*was*, *has been* is not).
    pub past: bool,
    /// Whether it tells by a present perfect of what is done by now: *has been closed*.
    pub perfect: bool,
    /// Its grammatical subject is what it is done to: *was captured*.
    pub passive: bool,
    /// A clause that only hangs on another: relative, adverbial, infinitive.
    pub subordinate: bool,
    /// Index of the innermost attribution whose content it is.
    pub report: Option<usize>,
    /// Indices of its temporal expressions.
    pub times: Vec<usize>,
    /// Indices of its quantities.
    pub quantities: Vec<usize>,
    /// Index of its title where the claim is "this person holds this office".
    pub title: Option<usize>,
}

impl Claim {
    /// Whether it is said to be so, now or to come: no question, condition or mere possibility.
    pub fn asserted(&self) -> bool {
        self.modality.asserts()
    }

    /// The terms of one role.
    pub fn terms_of(&self, role: TermRole) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| term.role == role)
    }
}

/// All that the engine sees in a text. Indices of one list point into the others.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Analysis {
    /// Sentences.
    pub sentences: Vec<Sentence>,
    /// Temporal expressions.
    pub times: Vec<TimeMention>,
    /// Quantities.
    pub quantities: Vec<Quantity>,
    /// Names.
    pub mentions: Vec<Mention>,
    /// Passages in quotation marks.
    pub quotes: Vec<Quote>,
    /// Reported speech: clauses and quotations.
    pub attributions: Vec<Attribution>,
    /// What somebody wants, fears, calls for or is accused of, where it is no clause of its own: "vowed to appeal".
    #[serde(skip)]
    pub attitudes: Vec<Attribution>,
    /// Offices attached to names.
    pub titles: Vec<Title>,
    /// Claims, in text order.
    pub claims: Vec<Claim>,
    /// Pronouns and definite phrases; not kept in a pack.
    #[serde(skip)]
    pub references: Vec<Reference>,
}

/// The items whose spans overlap `span`, of a list in text order without overlaps.
fn overlapping<T>(items: &[T], span: Span, span_of: impl Fn(&T) -> Span) -> Range<usize> {
    let first = items.partition_point(|item| span_of(item).end <= span.start);
    let end = items.partition_point(|item| span_of(item).start < span.end);
    first..end.max(first)
}

impl Analysis {
    /// The names that overlap a span.
    pub fn mentions_in(&self, span: Span) -> &[Mention] {
        &self.mentions[overlapping(&self.mentions, span, |m| m.span)]
    }

    /// Indices of the temporal expressions that overlap a span.
    pub fn times_in(&self, span: Span) -> Range<usize> {
        overlapping(&self.times, span, |t| t.span)
    }

    /// Indices of the quantities that overlap a span.
    pub fn quantities_in(&self, span: Span) -> Range<usize> {
        overlapping(&self.quantities, span, |q| q.span)
    }

    /// The quotations that overlap a span.
    pub fn quotes_in(&self, span: Span) -> &[Quote] {
        &self.quotes[overlapping(&self.quotes, span, |q| q.span)]
    }

    /// Indices of a sentence's attributions.
    pub fn attributions_of(&self, sentence: usize) -> Range<usize> {
        let first = self.attributions.partition_point(|a| a.sentence < sentence);
        first..self.attributions.partition_point(|a| a.sentence <= sentence)
    }

    /// Who the text says says a claim: the holder of the report that it stands in, or that stands in it.
    pub fn holder(&self, claim: &Claim) -> Option<Term> {
        let inside = || {
            self.attributions_of(claim.sentence).find(|&i| self.attributions[i].content.overlaps(claim.span))
        };
        let report = claim.report.or_else(inside)?;
        let mention = &self.mentions[self.attributions[report].holder?];
        Some(mention_term(mention))
    }

    /// Index of the sentence that holds a byte.
    pub fn sentence_at(&self, byte: usize) -> usize {
        self.sentences.partition_point(|s| s.span.end <= byte).min(self.sentences.len().saturating_sub(1))
    }
}

/// What of the analysis stands at each token.
struct Places {
    mentions: TokenMap,
    times: TokenMap,
    quantities: TokenMap,
    /// Pronouns and the like: the mention that they stand for.
    references: References,
}

/// A name as a term: somebody who speaks or acts.
pub fn mention_term(mention: &Mention) -> Term {
    term::of_mention(mention, TermRole::Subject)
}

/// Analyses a text. `date` is the day it was written, `names` what its record knows, `speaker` who speaks
/// where the text does not say (a statement's speaker), which decides between namesakes.
pub fn analyse(
    document: &Document,
    date: Option<Date>,
    names: &Names,
    speaker: Option<EntityId>,
) -> Analysis {
    let times = time::find(document, date);
    let quantities = quantity::find(document, &times);
    let mentions = names::find(document, names, speaker);
    let quotes = speech::quotes(document);
    let smoothed = names::smooth(document, &mentions, &quotes);
    let document = smoothed.as_ref().unwrap_or(document);
    let words = Words::new(document);
    let clauses: Vec<Vec<Clause>> =
        document.sentences.iter().map(|sentence| clause::clauses(&words, sentence.tokens.clone())).collect();
    let speech::Found { said: mut attributions, meant: mut attitudes } =
        speech::find(document, &quotes, &times);
    let titles = title::find(document, &mentions);
    let context = reference::Context {
        document,
        clauses: &clauses,
        mentions: &mentions,
        attributions: &attributions,
        titles: &titles,
    };
    let references = reference::resolve(&context);
    for attribution in attributions.iter_mut().chain(&mut attitudes) {
        attribution.holder = attribution.source_tokens.clone().and_then(|source| {
            reference::mention_in(&mentions, source.clone(), |m| m.kind == NameKind::Person)
                .or_else(|| reference::mention_in(&mentions, source.clone(), |_| true))
                .or_else(|| source.into_iter().find_map(|token| references.get(token)))
        });
    }
    let tokens = document.tokens.len();
    let places = Places {
        mentions: TokenMap::of(tokens, &mentions, |m| m.tokens.clone()),
        times: TokenMap::of(tokens, &times, |t| t.tokens.clone()),
        quantities: TokenMap::of(tokens, &quantities, |q| q.tokens.clone()),
        references,
    };
    let mut analysis = Analysis {
        sentences: document.sentences.clone(),
        times,
        quantities,
        mentions,
        quotes,
        attributions,
        attitudes,
        titles,
        claims: Vec::new(),
        references: Vec::new(),
    };
    for (index, siblings) in clauses.iter().enumerate() {
        for clause in 0..siblings.len() {
            let part = build::Part { words: &words, analysis: &analysis, places: &places, siblings, clause };
            if let Some(claim) = part.claim(index) {
                let claims = respective::each(claim, &analysis.quantities);
                analysis.claims.extend(claims);
            }
        }
    }
    attribute::add_titles(&mut analysis, document);
    attribute::add_attributes(&mut analysis, document, &places);
    attribute::add_appositions(&mut analysis, document, &places);
    analysis.claims.sort_by_key(|claim| (claim.span.start, claim.span.end));
    analysis.references = places.references.into_list();
    analysis
}
