//! What pronouns and definite phrases stand for: "she", "its", "both", "the minister", "the company".
//!
//! The subject of the sentence comes first, then that of the two before, then a single other name that fits.
//! Where two fit alike, none is meant: a missing reference costs less than a wrong one.

mod anaphor;
mod antecedent;
mod group;
mod phrase;

use super::clause::Clause;
use super::names::{Mention, NameKind, Sex};
use super::speech::Attribution;
use super::title::Title;
use super::token_map::TokenMap;
use crate::english::NameClass;
use crate::text::{Document, Span};
use anaphor::{Anaphor, Wanted};
use antecedent::Search;
use std::ops::Range;

/// A word or phrase that stands for names of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Where it stands, with its article.
    pub span: Span,
    /// The same as indices of tokens.
    pub tokens: Range<usize>,
    /// Its pronoun or noun.
    pub head: usize,
    /// Indices of the mentions that it stands for; none where none fits, or several for a single one.
    pub mentions: Vec<usize>,
    /// The tokens of the noun phrase that it stands for, where that is no name: "The strike … It".
    pub phrase: Option<Range<usize>>,
}

/// All references of a text, in the order of their heads.
pub(super) struct References {
    list: Vec<Reference>,
    /// Head → its place in the list.
    heads: TokenMap,
}

impl References {
    /// The one mention that a head stands for.
    pub(super) fn get(&self, head: usize) -> Option<usize> {
        match self.all(head) {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// All mentions that a head stands for.
    pub(super) fn all(&self, head: usize) -> &[usize] {
        self.heads.get(head).map_or(&[], |at| &self.list[at].mentions)
    }

    /// The tokens of the noun phrase that a head stands for, where that is no name.
    pub(super) fn phrase(&self, head: usize) -> Option<Range<usize>> {
        self.heads.get(head).and_then(|at| self.list[at].phrase.clone())
    }

    /// As the analysis shows them.
    pub(super) fn into_list(self) -> Vec<Reference> {
        self.list
    }
}

/// What of a text's analysis references are found by.
pub(super) struct Context<'a, 't> {
    pub document: &'a Document<'t>,
    pub clauses: &'a [Vec<Clause>],
    pub mentions: &'a [Mention],
    pub attributions: &'a [Attribution],
    pub titles: &'a [Title],
}

/// "The company", "this city" (data/english/names.tsv lists the nouns): where nothing before fits, it means
/// something that the text does not name.
pub(super) fn refers(document: &Document, at: usize, sentence: &Range<usize>) -> bool {
    let word = &document.tokens[at];
    let class = word.known.naming;
    if !class.is(NameClass::StandIn) || !class.any(&[NameClass::Body, NameClass::Place]) {
        return false;
    }
    let determined = (sentence.start..at).rev().take(2).any(|i| document.tokens[i].is(&["the", "this"]));
    let named = at + 1 < sentence.end && document.tokens[at + 1].is(&["of", "'s"]);
    // "The pottery guild" says which.
    let told = at > sentence.start && document.tokens[at - 1].tag == crate::text::Tag::Noun;
    determined && !named && !told && word.form == crate::text::Form::Base
}

/// All references of a text.
pub(super) fn resolve(context: &Context) -> References {
    let tokens = context.document.tokens.len();
    let mut references = References { list: Vec::new(), heads: TokenMap::new(tokens) };
    let named = TokenMap::of(tokens, context.mentions, |m| m.tokens.clone());
    let search = Search::new(context);
    for (index, sentence) in context.document.sentences.iter().enumerate() {
        for at in sentence.tokens.clone() {
            if named.get(at).is_some() {
                continue;
            }
            let Some(anaphor) = anaphor::at(context.document, at, &sentence.tokens) else { continue };
            let Meant { mentions, phrase } = meant(context, &search, &references, index, &anaphor);
            references.heads.set(at, references.list.len());
            references.list.push(Reference {
                span: context.document.span(anaphor.tokens.clone()),
                tokens: anaphor.tokens,
                head: at,
                mentions,
                phrase,
            });
        }
    }
    references
}

/// What a reference stands for: names, or a phrase that is none.
#[derive(Default)]
struct Meant {
    mentions: Vec<usize>,
    phrase: Option<Range<usize>>,
}

fn meant(
    context: &Context,
    search: &Search,
    references: &References,
    sentence: usize,
    anaphor: &Anaphor,
) -> Meant {
    let from = antecedent::From { references, sentence, anaphor };
    let named = |one: Option<usize>| Meant { mentions: one.into_iter().collect(), phrase: None };
    let several = |mentions: Vec<usize>| Meant {
        phrase: if mentions.is_empty() { search.phrase(&from) } else { None },
        mentions,
    };
    match anaphor.wanted {
        Wanted::Speaker => named(speaker(context, sentence, anaphor.head)),
        Wanted::Person(_) => search.person(&from),
        Wanted::Thing => search.thing(&from),
        Wanted::Office => named(search.office(&from)),
        Wanted::Kind(kind) => named(search.kind(&from, kind)),
        Wanted::Several(kind) => several(group::several(search, &from, kind)),
        Wanted::Two => several(group::two(search, &from)),
    }
}

/// *I* and *we* inside quotation marks are whoever speaks.
fn speaker(context: &Context, sentence: usize, at: usize) -> Option<usize> {
    let attributions = context.attributions;
    let first = attributions.partition_point(|a| a.sentence < sentence);
    attributions[first..]
        .iter()
        .take_while(|a| a.sentence == sentence)
        .filter(|a| a.direct && a.content_tokens.contains(&at))
        .find_map(|a| {
            let source = a.source_tokens.clone()?;
            mention_in(context.mentions, source.clone(), |m| m.kind == NameKind::Person)
                .or_else(|| mention_in(context.mentions, source, |_| true))
        })
}

/// Index of the first mention that starts at or after a token.
fn starting(mentions: &[Mention], token: usize) -> usize {
    mentions.partition_point(|m| m.tokens.start < token)
}

/// Whether a token is part of a name.
fn covered(mentions: &[Mention], at: usize) -> bool {
    starting(mentions, at + 1).checked_sub(1).is_some_and(|i| mentions[i].tokens.contains(&at))
}

/// The first fitting mention that starts within a range of tokens.
pub(super) fn mention_in(
    mentions: &[Mention],
    tokens: Range<usize>,
    fits: impl Fn(&Mention) -> bool,
) -> Option<usize> {
    (starting(mentions, tokens.start)..starting(mentions, tokens.end)).find(|&i| fits(&mentions[i]))
}
