//! Claims that are no clauses: "Mayor Helena Brandt", "the army-held city".

use super::assertion::{Modality, Polarity};
use super::build::innermost_report;
use super::term::{Term, TermKind, TermRole};
use super::{Analysis, Claim, Places, term};
use crate::english;
use crate::text::{Document, Form, Span, Tag, fold};
use compact_str::CompactString;

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
            let report = innermost_report(analysis, sentence, span);
            analysis.claims.push(Claim {
                span,
                tokens: at..noun + 1,
                sentence,
                terms: vec![agent, word(verb, verb_span, TermKind::Verb, TermRole::Predicate), object],
                polarity: Polarity::Positive,
                modality: Modality::Fact,
                aspect: None,
                quantifiers: Vec::new(),
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
            span,
            tokens: title.tokens.clone(),
            sentence,
            terms,
            polarity: Polarity::Positive,
            modality: Modality::Fact,
            aspect: None,
            quantifiers: Vec::new(),
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
