//! Claims that are no clauses: "Mayor Tilde Varga", "the army-held city".

use super::assertion::{Modality, Polarity};
use super::build::innermost_report;
use super::term::{Term, TermKind, TermRole};
use super::{Analysis, Claim, Places, term};
use crate::english;
use crate::text::{Document, Form, Span, Tag, fold};
use compact_str::CompactString;
use std::ops::Range;

/// "The army-held city" says that the army holds the city: a claim of its own.
pub(super) fn add_attributes(analysis: &mut Analysis, document: &Document, places: &Places) {
    for (sentence, range) in analysis.sentences.iter().map(|s| s.tokens.clone()).enumerate() {
        for at in range.clone() {
            let Some((holder, participle)) = document.word(at).rsplit_once('-') else { continue };
            let (verb, form) = english::lemma(&participle.to_lowercase(), Tag::Verb);
            if holder.len() < 3 || at + 1 >= range.end || !matches!(form, Form::Past | Form::Participle) {
                continue;
            }
            let noun = at + 1;
            let start = document.tokens[at].span.start;
            let word = |key: CompactString, span: Span, kind, role| {
                let root = english::root(&key).into();
                Term::new(span, key, root, kind, role)
            };
            let object = match places.references.get(noun) {
                Some(mention) => Term {
                    span: document.tokens[noun].span,
                    ..term::of_mention(&analysis.mentions[mention], TermRole::Object)
                },
                None => match places.mentions.get(noun) {
                    Some(mention) => term::of_mention(&analysis.mentions[mention], TermRole::Object),
                    None => match term::of_word(document, noun, TermRole::Object) {
                        Some(term) if term.kind == TermKind::Noun => term,
                        _ => continue,
                    },
                },
            };
            // "New York-based".
            let name =
                places.mentions.get(at).map(|i| &analysis.mentions[i]).filter(|m| m.tokens.end == at + 1);
            let subject = name.map_or_else(|| fold(holder), |name| name.key.clone());
            let agent = match holder.chars().next().is_some_and(char::is_uppercase) {
                true => Term {
                    root: english::demonym(&subject).map_or_else(|| subject.clone(), Into::into),
                    ..word(subject, Span::new(start, start + holder.len()), TermKind::Name, TermRole::Subject)
                },
                false => continue,
            };
            let span = document.span(at..noun + 1);
            let verb_span = Span::new(start + holder.len() + 1, document.tokens[at].span.end);
            let report = innermost_report(analysis, sentence, span);
            analysis.claims.push(Claim {
                report,
                ..in_passing(
                    span,
                    at..noun + 1,
                    sentence,
                    vec![agent, word(verb, verb_span, TermKind::Verb, TermRole::Predicate), object],
                )
            });
        }
    }
}

/// A claim that a clause makes in passing: so it is, and nothing else is said of it.
fn in_passing(span: Span, tokens: Range<usize>, sentence: usize, terms: Vec<Term>) -> Claim {
    Claim {
        span,
        tokens,
        sentence,
        terms,
        polarity: Polarity::Positive,
        modality: Modality::Fact,
        aspect: None,
        quantifiers: Vec::new(),
        past: false,
        perfect: false,
        passive: false,
        subordinate: true,
        report: None,
        times: Vec::new(),
        quantities: Vec::new(),
        title: None,
    }
}

/// "Keel, a subsidiary of Dunn, said": where the clause itself is the frame of a report, what stands between the commas is
/// a claim of its own.
pub(super) fn add_appositions(analysis: &mut Analysis, document: &Document, places: &Places) {
    let mut found = Vec::new();
    for attribution in &analysis.attributions {
        let Some(source) = attribution.source_tokens.clone().filter(|source| !source.is_empty()) else {
            continue;
        };
        let mention = places.mentions.get(source.start).map(|i| &analysis.mentions[i]);
        let Some(mention) = mention.filter(|m| m.tokens.start == source.start) else { continue };
        let Some(phrase) = explanation(analysis, document, mention.tokens.end) else { continue };
        let titled = analysis.titles.iter().any(|title| title.tokens.contains(&phrase.start));
        let span = document.span(mention.tokens.start..phrase.end);
        let told = analysis.claims.iter().any(|claim| claim.span.contains(span));
        if titled || told {
            continue;
        }
        let mut terms = vec![term::of_mention(mention, TermRole::Subject)];
        let (mut at, mut role) = (phrase.start, TermRole::Predicate);
        while at < phrase.end {
            if document.tokens[at].tag == Tag::Adp {
                role = TermRole::Modifier;
            }
            match places.mentions.get(at).map(|i| &analysis.mentions[i]) {
                Some(name) => {
                    terms.push(term::of_mention(
                        name,
                        if role == TermRole::Predicate { TermRole::Modifier } else { role },
                    ));
                    at = name.tokens.end.max(at + 1);
                }
                None => {
                    terms.extend(term::of_word(document, at, role));
                    at += 1;
                }
            }
        }
        found.push(in_passing(span, mention.tokens.start..phrase.end, attribution.sentence, terms));
    }
    found.dedup_by(|a, b| a.span == b.span);
    analysis.claims.append(&mut found);
}

/// The noun phrase between the comma at a token and the next: no verb, no other name first.
fn explanation(analysis: &Analysis, document: &Document, comma: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 16;
    let end = analysis.sentences[analysis.sentence_at(document.tokens.get(comma)?.span.start)].tokens.end;
    let first = comma + 1;
    if first + 2 >= end || document.word(comma) != "," || !document.tokens[first].is(&["a", "an"]) {
        return None;
    }
    let close = (first..end.min(first + LONGEST)).find(|&i| document.tokens[i].tag == Tag::Punct)?;
    let words = &document.tokens[first..close];
    let nominal = words.iter().any(|t| t.tag == Tag::Noun)
        && words.iter().all(|t| !matches!(t.tag, Tag::Verb | Tag::Aux | Tag::Sconj));
    (document.word(close) == "," && nominal).then_some(first..close)
}

/// "X is the mayor" and titles in front of or behind a name are claims of their own.
pub(super) fn add_titles(analysis: &mut Analysis, document: &Document) {
    let clauses: Vec<(usize, usize)> =
        analysis.claims.iter().enumerate().map(|(i, c)| (c.sentence, i)).collect();
    for index in 0..analysis.titles.len() {
        let title = &analysis.titles[index];
        // An office that a verb gives is the claim of its clause.
        if !title.attached {
            continue;
        }
        let mention = &analysis.mentions[title.mention];
        let sentence = analysis.sentence_at(title.span.start);
        let span = title.span;
        let mut terms = vec![term::of_mention(mention, TermRole::Subject)];
        for at in title.tokens.clone().filter(|at| !mention.tokens.contains(at)) {
            terms.extend(term::of_word(document, at, TermRole::Predicate));
        }
        let first = clauses.partition_point(|&(s, _)| s < sentence);
        let host = clauses[first..]
            .iter()
            .take_while(|(s, _)| *s == sentence)
            .map(|(_, i)| &analysis.claims[*i])
            .find(|c| {
                c.title.is_none()
                    && (c.span.contains(mention.span) || c.terms.iter().any(|t| t.span == mention.span))
            });
        let (host_past, host_times) = host.map_or((false, Vec::new()), |c| (c.past, c.times.clone()));
        analysis.claims.push(Claim {
            past: host_past,
            times: host_times,
            title: Some(index),
            ..in_passing(span, title.tokens.clone(), sentence, terms)
        });
    }
}
