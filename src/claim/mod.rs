//! Claims: what a text asserts, clause by clause, with subject, predicate, who says it, whether it is
//! affirmed, when, and how much.
//!
//! [`analyse`] is the same for a document and for a record's statement.

mod assertion;
mod clause;
mod names;
mod reference;
mod speech;
mod term;
mod title;
mod verbs;

pub use assertion::{Modality, Polarity};
pub use names::{EntityId, Mention, NameKind, Names, find as find_names};
pub use speech::{Attribution, Quote};
pub use term::{Term, TermKind, TermRole};
pub use title::{Title, title_words};

use crate::english::{self, Aspect, Stance};
use crate::quantity::{self, Quantity};
use crate::text::{Document, Form, Sentence, Span, Tag, fold};
use crate::time::{self, Date, TimeMention};
use assertion::assess;
use clause::{Clause, ClauseKind};
use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A stretch of text that asserts something that a record could speak to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// Whether it tells of the past in a past tense (*was*, *has been* is not).
    pub past: bool,
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
        matches!(self.modality, Modality::Fact | Modality::Future)
    }

    /// The terms of one role.
    pub fn terms_of(&self, role: TermRole) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| term.role == role)
    }
}

/// All that the engine sees in a text. Indices of one list point into the others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// Reported speech.
    pub attributions: Vec<Attribution>,
    /// Offices attached to names.
    pub titles: Vec<Title>,
    /// Claims, in text order.
    pub claims: Vec<Claim>,
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
    let clauses: Vec<Vec<Clause>> = document
        .sentences
        .iter()
        .map(|sentence| clause::clauses(document, sentence.tokens.clone()))
        .collect();
    let mut attributions = speech::find(document, &clauses, &quotes);
    let references = reference::resolve(document, &clauses, &mentions, &attributions);
    for attribution in &mut attributions {
        attribution.holder = attribution.source_tokens.clone().and_then(|source| {
            (0..mentions.len())
                .find(|&i| source.contains(&mentions[i].tokens.start))
                .or_else(|| source.into_iter().find_map(|token| references.get(&token).copied()))
        });
    }
    let titles = title::find(document, &mentions);
    let mut analysis = Analysis {
        sentences: document.sentences.clone(),
        times,
        quantities,
        mentions,
        quotes,
        attributions,
        titles,
        claims: Vec::new(),
    };
    for index in 0..clauses.len() {
        for clause in &clauses[index] {
            if let Some(claim) = claim(document, &analysis, index, clause, &clauses[index], &references) {
                analysis.claims.push(claim);
            }
        }
    }
    add_titles(&mut analysis, document);
    add_attributes(&mut analysis, document, &references);
    analysis.claims.sort_by_key(|claim| (claim.span.start, claim.span.end));
    analysis
}

fn claim(
    document: &Document,
    analysis: &Analysis,
    sentence: usize,
    clause: &Clause,
    siblings: &[Clause],
    references: &reference::References,
) -> Option<Claim> {
    let whole = analysis.sentences[sentence].tokens.clone();
    let assertion = assess(document, whole, clause, siblings);
    let subject = clause.subject.clone().unwrap_or(clause.tokens.start..clause.tokens.start);
    let mut tokens = clause.tokens.clone();
    let skip = |at: usize| {
        document.tokens[at].tag == Tag::Punct
            || clause.verb.as_ref().is_some_and(|v| at < v.tokens.start)
                && matches!(document.tokens[at].tag, Tag::Cconj | Tag::Sconj)
    };
    if let Some(verb) = &clause.verb
        && let Some(colon) =
            (verb.tokens.end..tokens.end).find(|&i| matches!(document.word(i), ":" | ";" | "–" | "—"))
    {
        tokens.end = colon;
    }
    // ", up from 3.1 billion", ", half a point above": an aside with a measure of its own.
    if let Some(verb) = &clause.verb
        && let Some(comma) = (verb.tokens.end..tokens.end).rev().find(|&i| document.word(i) == ",")
        && comma + 1 < tokens.end
        && (document.tokens[comma + 1].tag == Tag::Num || document.tokens[comma + 1].is(ASIDE))
    {
        tokens.end = comma;
    }
    while tokens.start < tokens.end && skip(tokens.start) {
        tokens.start += 1;
    }
    while tokens.end > tokens.start && document.tokens[tokens.end - 1].tag == Tag::Punct {
        tokens.end -= 1;
    }
    if tokens.is_empty() {
        return None;
    }
    // "X said" is the frame of a report and no claim by itself.
    if analysis.attributions.iter().any(|a| {
        let frame = document.span(tokens.clone());
        frame.overlaps(a.cue) && !a.content.overlaps(frame)
            || clause.verb.as_ref().is_some_and(|v| a.cue.contains(document.tokens[v.head].span))
    }) {
        return None;
    }
    let terms = terms(document, analysis, clause, tokens.clone(), subject.clone(), references);
    let near = |span: Span| {
        let inside = |range: &Range<usize>| !range.is_empty() && document.span(range.clone()).contains(span);
        inside(&tokens) || inside(&subject)
    };
    let times: Vec<usize> = (0..analysis.times.len()).filter(|&i| near(analysis.times[i].span)).collect();
    let quantities: Vec<usize> =
        (0..analysis.quantities.len()).filter(|&i| near(analysis.quantities[i].span)).collect();
    // A single word asserts nothing that could be compared, but that nothing has changed.
    let matter = terms.len() + quantities.len();
    let whole_headline = clause.verb.is_some() || siblings.len() == 1 && matter > 2;
    if matter < 2 && assertion.aspect.is_none() || !whole_headline {
        return None;
    }
    let span = document.span(tokens.clone());
    let report = innermost_report(analysis, span);
    let mut polarity = assertion.polarity;
    let mut modality = assertion.modality;
    // A purpose, a demand, a hope is no fact.
    let purpose = clause.kind == ClauseKind::Reduced
        && clause.verb.as_ref().is_some_and(|v| document.tokens[v.tokens.start].lemma == "to");
    let wished = report.is_some_and(|i| {
        matches!(analysis.attributions[i].stance, Stance::Order | Stance::Ask | Stance::Hope | Stance::Doubt)
    });
    let imperative = clause.kind == ClauseKind::Main
        && clause.subject.is_none()
        && clause
            .verb
            .as_ref()
            .is_some_and(|v| v.head == tokens.start && document.tokens[v.head].form == Form::Base);
    if purpose || wished || imperative {
        modality = Modality::Possible;
    }
    if report.is_some_and(|i| analysis.attributions[i].stance == Stance::Deny) {
        polarity = polarity.flip();
    }
    Some(Claim {
        span,
        tokens,
        sentence,
        terms,
        polarity,
        modality,
        aspect: assertion.aspect,
        past: clause.verb.as_ref().is_some_and(|v| v.tense == verbs::Tense::Past && !v.perfect),
        passive: clause.verb.as_ref().is_some_and(|v| v.passive),
        subordinate: matches!(
            clause.kind,
            ClauseKind::Relative | ClauseKind::Adverbial | ClauseKind::Reduced
        ),
        report,
        times,
        quantities,
        title: None,
    })
}

/// Words that open an aside about a number.
const ASIDE: &[&str] = &[
    "up", "down", "half", "some", "about", "against", "compared", "more", "less", "few", "far", "almost",
    "nearly", "roughly",
];

fn innermost_report(analysis: &Analysis, span: Span) -> Option<usize> {
    (0..analysis.attributions.len())
        .filter(|&i| {
            let content = analysis.attributions[i].content;
            content.contains(span)
                || content.overlaps(span)
                    && content.contains(Span::new(span.start.max(content.start), span.end.min(content.end)))
                    && {
                        let shared = span.end.min(content.end) - span.start.max(content.start);
                        shared * 2 > span.end - span.start
                    }
        })
        .min_by_key(|&i| analysis.attributions[i].content.end - analysis.attributions[i].content.start)
}

fn terms(
    document: &Document,
    analysis: &Analysis,
    clause: &Clause,
    tokens: Range<usize>,
    subject: Range<usize>,
    references: &reference::References,
) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    let sentence = analysis
        .sentences
        .iter()
        .map(|s| s.tokens.clone())
        .find(|s| s.contains(&tokens.start))
        .unwrap_or(tokens.clone());
    let verb = clause.verb.as_ref();
    let object = clause.object.clone().unwrap_or(0..0);
    let outside = subject.clone().chain(object.clone()).filter(|at| !tokens.contains(at));
    let order: Vec<usize> = outside.chain(tokens.clone()).collect();
    let covered = |at: usize| {
        let span = document.tokens[at].span;
        analysis.times.iter().any(|t| t.span.contains(span))
            || analysis.quantities.iter().any(|q| q.span.contains(span))
    };
    let mut behind_preposition = false;
    let mut complement = false;
    let mut done = 0;
    for at in order {
        if at < done && tokens.contains(&at) {
            continue;
        }
        let token = &document.tokens[at];
        let role = if subject.contains(&at) {
            TermRole::Subject
        } else if object.contains(&at) && !tokens.contains(&at) {
            TermRole::Object
        } else if verb.is_some_and(|v| at == v.head) {
            complement = verb.is_some_and(|v| v.copula);
            behind_preposition = false;
            TermRole::Predicate
        } else if verb.is_some_and(|v| v.tokens.contains(&at)) {
            TermRole::Modifier
        } else {
            if token.tag == Tag::Adp {
                behind_preposition = true;
                complement = false;
            }
            if behind_preposition || verb.is_none_or(|v| at < v.tokens.start) {
                TermRole::Modifier
            } else if complement {
                TermRole::Predicate
            } else {
                TermRole::Object
            }
        };
        if let Some(mention) = analysis.mentions.iter().find(|m| m.tokens.contains(&at)) {
            done = mention.tokens.end;
            // "Voss's department had known": it is the department that had.
            let owns = document.tokens.get(mention.tokens.end).is_some_and(|next| next.is(&["'s", "'"]));
            let role = if owns { TermRole::Modifier } else { role };
            let times = analysis.times.iter().any(|t| t.span.overlaps(mention.span));
            if !times && !terms.iter().any(|t| t.span == mention.span) {
                terms.push(term::of_mention(mention, role));
            }
            continue;
        }
        if let Some(&mention) = references.get(&at) {
            let term = term::of_mention(&analysis.mentions[mention], role);
            terms.push(Term { span: token.span, ..term });
            continue;
        }
        if covered(at) || reference::refers(document, at, &sentence) {
            continue;
        }
        let particle = verb
            .filter(|v| v.head == at || v.chain.contains(&at))
            .and_then(|_| term::phrasal(document, at, tokens.end));
        if let Some(key) = particle {
            terms.push(Term {
                span: token.span,
                key: key.into(),
                root: crate::english::root(key).into(),
                kind: TermKind::Verb,
                role,
            });
            continue;
        }
        terms.extend(term::of_word(document, at, role));
    }
    terms
}

/// "The army-held city" says that the army holds the city: a claim of its own.
fn add_attributes(analysis: &mut Analysis, document: &Document, references: &reference::References) {
    for (sentence, range) in analysis.sentences.iter().map(|s| s.tokens.clone()).enumerate() {
        for at in range.clone() {
            let Some((holder, participle)) = document.word(at).rsplit_once('-') else { continue };
            let (verb, form) = english::lemma(&participle.to_lowercase(), Tag::Verb);
            if holder.len() < 3 || at + 1 >= range.end || !matches!(form, Form::Past | Form::Participle) {
                continue;
            }
            let noun = at + 1;
            let start = document.tokens[at].span.start;
            let word = |key: CompactString, span: Span, kind, role| Term {
                span,
                root: english::root(&key).into(),
                key,
                kind,
                role,
            };
            let object = match references.get(&noun) {
                Some(&mention) => Term {
                    span: document.tokens[noun].span,
                    ..term::of_mention(&analysis.mentions[mention], TermRole::Object)
                },
                None => match analysis.mentions.iter().find(|m| m.tokens.contains(&noun)) {
                    Some(mention) => term::of_mention(mention, TermRole::Object),
                    None => match term::of_word(document, noun, TermRole::Object) {
                        Some(term) if term.kind == TermKind::Noun => term,
                        _ => continue,
                    },
                },
            };
            let subject = fold(holder);
            let agent = match holder.chars().next().is_some_and(char::is_uppercase) {
                true => Term {
                    root: english::demonym(&subject).map_or_else(|| subject.clone(), Into::into),
                    ..word(subject, Span::new(start, start + holder.len()), TermKind::Name, TermRole::Subject)
                },
                false => continue,
            };
            let span = document.span(at..noun + 1);
            let verb_span = Span::new(start + holder.len() + 1, document.tokens[at].span.end);
            let report = innermost_report(analysis, span);
            analysis.claims.push(Claim {
                span,
                tokens: at..noun + 1,
                sentence,
                terms: vec![agent, word(verb, verb_span, TermKind::Verb, TermRole::Predicate), object],
                polarity: Polarity::Positive,
                modality: Modality::Fact,
                aspect: None,
                past: false,
                passive: false,
                subordinate: true,
                report,
                times: Vec::new(),
                quantities: Vec::new(),
                title: None,
            });
        }
    }
}

/// "X is the mayor" and titles in front of or behind a name are claims of their own.
fn add_titles(analysis: &mut Analysis, document: &Document) {
    for index in 0..analysis.titles.len() {
        let title = &analysis.titles[index];
        let mention = &analysis.mentions[title.mention];
        let sentence = analysis.sentences.iter().position(|s| s.span.contains(title.span)).unwrap_or(0);
        let span = title.span;
        let mut terms = vec![term::of_mention(mention, TermRole::Subject)];
        for at in title.tokens.clone().filter(|at| !mention.tokens.contains(at)) {
            terms.extend(term::of_word(document, at, TermRole::Predicate));
        }
        let host = analysis.claims.iter().find(|c| {
            c.title.is_none()
                && (c.span.contains(mention.span) || c.terms.iter().any(|t| t.span == mention.span))
        });
        let (host_past, host_times) = host.map_or((false, Vec::new()), |c| (c.past, c.times.clone()));
        analysis.claims.push(Claim {
            span,
            tokens: title.tokens.clone(),
            sentence,
            terms,
            polarity: Polarity::Positive,
            modality: Modality::Fact,
            aspect: None,
            past: host_past,
            passive: false,
            subordinate: true,
            report: None,
            times: host_times,
            quantities: Vec::new(),
            title: Some(index),
        });
    }
}
