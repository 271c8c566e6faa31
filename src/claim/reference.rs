//! Pronouns: the nearest fitting name before, or nothing where two fit alike.

use super::clause::Clause;
use super::names::{Mention, NameKind};
use super::speech::Attribution;
use super::token_map::TokenMap;
use crate::text::Document;
use std::ops::Range;

enum Wanted {
    Person,
    Thing,
    Speaker,
    Place,
    Body,
}

/// Nouns that, with *the* or *this*, stand for a place or a body named before.
const PLACES: &[&str] = &[
    "city", "town", "village", "region", "country", "nation", "capital", "province", "island", "port",
    "district",
];
const BODIES: &[&str] = &[
    "company", "firm", "group", "ministry", "union", "club", "bank", "agency", "board", "maker", "operator",
    "party",
];

fn wanted(lemma: &str) -> Option<Wanted> {
    Some(match lemma {
        "he" | "she" | "him" | "her" | "his" | "hers" => Wanted::Person,
        "it" | "its" => Wanted::Thing,
        "i" | "my" | "me" | "we" | "our" | "us" => Wanted::Speaker,
        _ => return None,
    })
}

/// "The city", "this company", "the army-held town"; "the city of York" names its own.
fn definite(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Wanted> {
    let word = &document.tokens[at];
    let wanted = if word.is(PLACES) {
        Wanted::Place
    } else if word.is(BODIES) {
        Wanted::Body
    } else {
        return None;
    };
    let determined = (sentence.start..at).rev().take(2).any(|i| document.tokens[i].is(&["the", "this"]));
    let named = at + 1 < sentence.end && document.tokens[at + 1].is(&["of", "'s"]);
    (determined && !named && word.form == crate::text::Form::Base).then_some(wanted)
}

/// Whether a token is such a noun: where nothing before fits, it means something that the text does not name.
pub(super) fn refers(document: &Document, at: usize, sentence: &Range<usize>) -> bool {
    definite(document, at, sentence).is_some()
}

fn fits(wanted: &Wanted, kind: NameKind) -> bool {
    match wanted {
        Wanted::Person => matches!(kind, NameKind::Person | NameKind::Unknown),
        Wanted::Thing => !matches!(kind, NameKind::Person),
        Wanted::Speaker => true,
        Wanted::Place => kind == NameKind::Place,
        Wanted::Body => kind == NameKind::Body,
    }
}

/// For each token that refers, the index of the mention that it stands for.
pub(super) fn resolve(
    document: &Document,
    clauses: &[Vec<Clause>],
    mentions: &[Mention],
    attributions: &[Attribution],
) -> TokenMap {
    let mut references = TokenMap::new(document.tokens.len());
    let named = TokenMap::of(document.tokens.len(), mentions, |m| m.tokens.clone());
    for (index, sentence) in document.sentences.iter().enumerate() {
        for at in sentence.tokens.clone() {
            if named.get(at).is_some() {
                continue;
            }
            let wanted =
                wanted(&document.tokens[at].lemma).or_else(|| definite(document, at, &sentence.tokens));
            let Some(wanted) = wanted else { continue };
            let found = if matches!(wanted, Wanted::Speaker) {
                let first = attributions.partition_point(|a| a.sentence < index);
                attributions[first..]
                    .iter()
                    .take_while(|a| a.sentence == index)
                    .filter(|a| a.direct && a.content_tokens.contains(&at))
                    .find_map(|a| mention_in(mentions, a.source_tokens.clone()?, |_| true))
            } else {
                // "refused to stand behind her" is not about herself.
                let own =
                    clauses[index].iter().find(|c| c.tokens.contains(&at)).and_then(|c| c.subject.clone());
                let subject = own.filter(|s| s.end <= at && !possessive(document, at)).and_then(|s| {
                    mention_in(mentions, s.clone(), |_| true)
                        .or_else(|| s.into_iter().find_map(|i| references.get(i)))
                });
                within(document, index, at, clauses, mentions, &references, |m| {
                    let same = subject.is_some_and(|i| mentions[i].same(m));
                    fits(&wanted, m.kind) && !same
                })
            };
            if let Some(found) = found {
                references.set(at, found);
            }
        }
    }
    references
}

/// *his*, *its*, and *her* before a noun.
fn possessive(document: &Document, at: usize) -> bool {
    use crate::text::Tag;
    let next = document.tokens.get(at + 1);
    document.tokens[at].is(&["his", "its", "my", "our"])
        || next.is_some_and(|t| matches!(t.tag, Tag::Noun | Tag::Adj | Tag::Num | Tag::Propn))
}

/// Index of the first mention that starts at or after a token.
fn starting(mentions: &[Mention], token: usize) -> usize {
    mentions.partition_point(|m| m.tokens.start < token)
}

/// The first fitting mention that starts within a range of tokens.
pub(super) fn mention_in(
    mentions: &[Mention],
    tokens: Range<usize>,
    fits: impl Fn(&Mention) -> bool,
) -> Option<usize> {
    (starting(mentions, tokens.start)..starting(mentions, tokens.end)).find(|&i| fits(&mentions[i]))
}

/// The fitting name nearest before: first the subjects of this sentence, then those of the two before, then any single one.
fn within(
    document: &Document,
    index: usize,
    at: usize,
    clauses: &[Vec<Clause>],
    mentions: &[Mention],
    references: &TokenMap,
    fits: impl Fn(&Mention) -> bool,
) -> Option<usize> {
    // News sets a paragraph a sentence: what was named a sentence ago is still meant.
    for back in 0..=2 {
        let Some(sentence) = index.checked_sub(back) else { break };
        let before = |tokens: &Range<usize>| tokens.end <= at;
        let subjects: Vec<usize> = clauses[sentence]
            .iter()
            .filter_map(|clause| clause.subject.clone())
            .filter(|subject| before(subject))
            .filter_map(|subject| {
                mention_in(mentions, subject.clone(), &fits).or_else(|| {
                    subject.clone().find_map(|i| references.get(i)).filter(|&m| fits(&mentions[m]))
                })
            })
            .collect();
        if let Some(first) = subjects.first() {
            return Some(*first);
        }
        let range = document.sentences[sentence].tokens.clone();
        let mut others: Vec<usize> = (starting(mentions, range.start)..starting(mentions, range.end))
            .filter(|&i| before(&mentions[i].tokens) && fits(&mentions[i]))
            .collect();
        others.dedup_by_key(|i| (mentions[*i].entity, mentions[*i].key.clone()));
        match others[..] {
            [one] => return Some(one),
            [] => {}
            _ => return None,
        }
    }
    None
}
