//! Sentences without a finite verb: "Tram late again", "Mayor out, deputy in", "Airport to close".

use super::{Clause, ClauseKind, parts};
use crate::claim::assertion::Modality;
use crate::claim::verbs::{Tense, VerbGroup};
use crate::claim::words::Words;
use crate::text::{Form, Tag};
use std::ops::Range;

/// What the words say without their closing mark.
fn inner(words: &Words, sentence: Range<usize>) -> Range<usize> {
    let mut end = sentence.end;
    while end > sentence.start && words.document.tokens[end - 1].tag == Tag::Punct {
        end -= 1;
    }
    sentence.start..end
}

fn noun(words: &Words, at: usize) -> bool {
    matches!(words.document.tokens[at].tag, Tag::Noun | Tag::Propn | Tag::Num | Tag::X)
}

/// The clauses of a sentence that has no verb (or only a noun that looks like one); nothing where it has one.
pub(super) fn pieces(words: &Words, sentence: Range<usize>, groups: &[VerbGroup]) -> Option<Vec<Clause>> {
    let inner = inner(words, sentence.clone());
    match groups {
        [] => {}
        // "Tram late": a first word that could be a command is followed by what no command has.
        [only] if only.tokens.start == sentence.start && mistaken(words, only, &inner) => {}
        _ => return None,
    }
    let mut cuts = vec![sentence.start];
    for at in inner.clone().filter(|&at| matches!(words.document.word(at), "," | ";")) {
        let start = *cuts.last().unwrap_or(&sentence.start);
        let end = (at + 1..inner.end).find(|&i| parts(words.document, i)).unwrap_or(inner.end);
        if predicate(words, start..at).is_some() && predicate(words, at + 1..end).is_some() {
            cuts.push(at + 1);
        }
    }
    let ends = cuts[1..].iter().copied().chain([sentence.end]);
    Some(cuts.iter().zip(ends).map(|(&start, end)| fragment(words, start..end, inner.end)).collect())
}

/// Whether the only verb of a headline is its first noun.
fn mistaken(words: &Words, verb: &VerbGroup, inner: &Range<usize>) -> bool {
    let tokens = &words.document.tokens;
    let closed = words.document.tokens.get(inner.end).is_some_and(|t| t.tag == Tag::Punct);
    verb.tokens.len() == 1
        && tokens[verb.head].form == Form::Base
        && tokens[verb.head].tag == Tag::Verb
        && !closed
        && inner.len() > 1
        && matches!(tokens[inner.start + 1].tag, Tag::Adj | Tag::Adv)
        && (inner.len() == 2 || !noun(words, inner.start + 2))
}

/// Where a verbless clause stops naming its subject and says something of it.
fn predicate(words: &Words, piece: Range<usize>) -> Option<usize> {
    let tokens = &words.document.tokens;
    let mut seen = false;
    for at in piece.clone() {
        let token = &tokens[at];
        let follows = |at: usize| {
            at < piece.end && (noun(words, at) || matches!(tokens[at].tag, Tag::Det | Tag::Adj | Tag::Pron))
        };
        match token.tag {
            Tag::Noun | Tag::Propn | Tag::X => seen = true,
            Tag::Verb if at == piece.start => seen = true,
            Tag::Adj | Tag::Adv if seen && !(at + 1 < piece.end && noun(words, at + 1)) => return Some(at),
            Tag::Verb if seen && matches!(token.form, Form::Participle | Form::Past) => return Some(at),
            Tag::Adp if seen && !follows(at + 1) => return Some(at),
            Tag::Adp if seen && !token.is(&["of", "between", "for", "to", "with"]) => return None,
            _ => {}
        }
    }
    None
}

fn fragment(words: &Words, tokens: Range<usize>, inner: usize) -> Clause {
    let end = tokens.end.min(inner);
    let mut start = tokens.start;
    while start < end
        && (words.document.tokens[start].tag == Tag::Punct || words.document.tokens[start].tag == Tag::Adv)
    {
        start += 1;
    }
    let at = predicate(words, start..end);
    let complement = at.map(|at| {
        let stop = (at + 1..end)
            .find(|&i| matches!(words.document.tokens[i].tag, Tag::Adp | Tag::Punct))
            .unwrap_or(end);
        at..stop
    });
    // "No deal on pensions": without a predicate the subject ends at the first preposition.
    let stop = at.unwrap_or_else(|| {
        (start..end)
            .find(|&i| {
                matches!(words.document.tokens[i].tag, Tag::Adp | Tag::Punct)
                    || words.document.tokens[i].lemma == "to"
            })
            .unwrap_or(end)
    });
    let denied = (start..stop).any(|i| words.denies_as_noun(i));
    let subject = (complement.is_some() || denied) && start < stop;
    Clause {
        tokens,
        verb: None,
        subject: subject.then_some(start..stop),
        object: None,
        antecedent: None,
        kind: ClauseKind::Fragment,
        marker: None,
        complement,
        denied: false,
        absorbed: false,
    }
}

/// "Airport to close for repairs": a headline whose only verb is an infinitive behind its subject tells of what will be.
pub(super) fn headline_future(words: &Words, sentence: Range<usize>, groups: &mut [VerbGroup]) {
    let tokens = &words.document.tokens;
    let [first, rest @ ..] = groups else { return };
    let subject = sentence.start..first.tokens.start;
    let plain = tokens[first.tokens.start].lemma == "to"
        && !first.finite
        && rest.iter().all(|group| !group.finite)
        && !subject.is_empty()
        && noun(words, subject.end - 1)
        && subject.clone().all(|i| tokens[i].tag != Tag::Punct && tokens[i].tag != Tag::Adp);
    if plain {
        first.finite = true;
        first.tense = Tense::Future;
        if first.modality == Modality::Fact {
            first.modality = Modality::Future;
        }
    }
}
