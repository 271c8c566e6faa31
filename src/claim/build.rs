//! From clauses to claims: span, terms, assertion, and what of the analysis belongs to each.

use super::assertion::{Modality, assess};
use super::clause::{Clause, ClauseKind};
use super::term::{Term, TermKind, TermRole};
use super::{Analysis, Claim, Places, reference, term, verbs};
use crate::english::Stance;
use crate::text::{Document, Form, Span, Tag};
use std::ops::Range;

pub(super) fn claim(
    document: &Document,
    analysis: &Analysis,
    places: &Places,
    sentence: usize,
    clause: &Clause,
    siblings: &[Clause],
) -> Option<Claim> {
    let whole = analysis.sentences[sentence].tokens.clone();
    let assertion = assess(document, whole.clone(), clause, siblings);
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
    if analysis.attributions_of(sentence).any(|i| {
        let a = &analysis.attributions[i];
        let frame = document.span(tokens.clone());
        frame.overlaps(a.cue) && !a.content.overlaps(frame)
            || clause.verb.as_ref().is_some_and(|v| a.cue.contains(document.tokens[v.head].span))
    }) {
        return None;
    }
    let terms = terms(document, analysis, places, sentence, clause, tokens.clone());
    let near = |span: Span| {
        let inside = |range: &Range<usize>| !range.is_empty() && document.span(range.clone()).contains(span);
        inside(&tokens) || inside(&subject)
    };
    let times: Vec<usize> =
        places.times.items(whole.clone()).filter(|&i| near(analysis.times[i].span)).collect();
    let quantities: Vec<usize> =
        places.quantities.items(whole).filter(|&i| near(analysis.quantities[i].span)).collect();
    // A single word asserts nothing that could be compared, but that nothing has changed, and somebody's words.
    let matter = terms.len() + quantities.len() + times.len();
    let whole_headline = clause.verb.is_some() || siblings.len() == 1 && matter > 2;
    let quoted = !analysis.quotes_in(document.span(tokens.clone())).is_empty();
    if matter < 2 && assertion.aspect.is_none() && !quoted || !whole_headline {
        return None;
    }
    let span = document.span(tokens.clone());
    let report = innermost_report(analysis, sentence, span);
    let mut polarity = assertion.polarity;
    let mut modality = assertion.modality;
    // "Voss said that the line would open": the future as it was then.
    let backshifted = report.is_some()
        && clause
            .verb
            .as_ref()
            .is_some_and(|v| document.tokens[v.tokens.clone()].iter().any(|t| t.is(&["would", "'d"])));
    if backshifted && modality == Modality::Possible {
        modality = Modality::Future;
    }
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
        past: clause.verb.as_ref().is_some_and(|v| {
            v.tense == verbs::Tense::Past && (!v.perfect || v.past_perfect && report.is_none())
        }),
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

pub(super) fn innermost_report(analysis: &Analysis, sentence: usize, span: Span) -> Option<usize> {
    analysis
        .attributions_of(sentence)
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
    places: &Places,
    sentence: usize,
    clause: &Clause,
    tokens: Range<usize>,
) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    let sentence = &analysis.sentences[sentence].tokens;
    let subject = clause.subject.clone().unwrap_or(clause.tokens.start..clause.tokens.start);
    let verb = clause.verb.as_ref();
    let object = clause.object.clone().unwrap_or(0..0);
    let outside = subject.clone().chain(object.clone()).filter(|at| !tokens.contains(at));
    let order: Vec<usize> = outside.chain(tokens.clone()).collect();
    let covered = |at: usize| places.times.get(at).is_some() || places.quantities.get(at).is_some();
    // Behind a comma after the verb, or between subject and verb, stand asides.
    let aside_from = verb
        .and_then(|v| {
            (v.tokens.end..tokens.end).find(|&i| document.word(i) == "," && !listed(document, i, tokens.end))
        })
        .unwrap_or(tokens.end);
    let apposition = verb.map_or(0..0, |v| subject.end.max(tokens.start)..v.tokens.start.max(subject.end));
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
        } else if tokens.contains(&at) && (at > aside_from || apposition.contains(&at)) {
            TermRole::Aside
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
        if let Some(mention) = places.mentions.get(at).map(|i| &analysis.mentions[i]) {
            done = mention.tokens.end;
            // "Voss's department had known": it is the department that had.
            let owns = document.tokens.get(mention.tokens.end).is_some_and(|next| next.is(&["'s", "'"]));
            let role = if owns { TermRole::Modifier } else { role };
            let dated = mention.tokens.clone().any(|i| places.times.get(i).is_some());
            if !dated && !terms.iter().any(|t| t.span == mention.span) {
                terms.push(term::of_mention(mention, role));
            }
            continue;
        }
        if let Some(mention) = places.references.get(at) {
            let term = term::of_mention(&analysis.mentions[mention], role);
            terms.push(Term { span: token.span, ..term });
            continue;
        }
        // A subject that nothing before fits is at least what its noun says: "the union accepted the offer".
        if covered(at) || role != TermRole::Subject && reference::refers(document, at, sentence) {
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

/// Whether a comma parts the items of a list: "trams, buses and trains".
fn listed(document: &Document, comma: usize, end: usize) -> bool {
    let item = |at: usize| {
        at < end && matches!(document.tokens[at].tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num)
    };
    item(comma + 1) && (comma + 2..end.min(comma + 8)).any(|i| document.tokens[i].tag == Tag::Cconj)
}
