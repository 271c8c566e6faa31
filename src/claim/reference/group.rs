//! *they*, *both*, "the pair", "the companies": several names at once.

use super::antecedent::{BACK, From, Search};
use super::starting;
use crate::claim::names::{Mention, NameKind};
use crate::text::{Document, Form, Tag};
use std::ops::Range;

fn of_kind(mention: &Mention, kind: Option<NameKind>) -> bool {
    match kind {
        Some(kind) => mention.kind == kind,
        None => matches!(mention.kind, NameKind::Person | NameKind::Body | NameKind::Unknown),
    }
}

/// *both*, "the pair": two names that are joined, else the only two of a sentence.
pub(super) fn two(search: &Search, from: &From) -> Vec<usize> {
    for back in 0..=BACK {
        let Some(range) = before(search, from, back) else { break };
        let groups = joined(search, &range, None);
        match &groups[..] {
            [one] if one.len() == 2 => return one.clone(),
            [] => {}
            _ => return Vec::new(),
        }
        let persons = distinct(search, &range, NameKind::Person);
        let bodies = distinct(search, &range, NameKind::Body);
        match (persons.len(), bodies.len()) {
            (2, _) => return persons,
            (0, 2) => return bodies,
            (0, 0) => {}
            _ => return Vec::new(),
        }
    }
    Vec::new()
}

/// *they*, "the companies": names that are joined and of that kind; *they* also a body by itself, where nothing else is many.
pub(super) fn several(search: &Search, from: &From, kind: Option<NameKind>) -> Vec<usize> {
    let document = search.context.document;
    for back in 0..=1 {
        let Some(range) = before(search, from, back) else { break };
        if kind.is_none() && many(search, &range) {
            return Vec::new();
        }
        let groups = joined(search, &range, kind);
        match &groups[..] {
            [one] => return one.clone(),
            [] => {}
            _ => return Vec::new(),
        }
        let named = distinct(search, &range, kind.unwrap_or(NameKind::Body));
        if kind.is_some() && named.len() > 1 {
            return named;
        }
        let sentence = from.sentence - back;
        let subject = search.context.clauses[sentence].iter().find_map(|clause| clause.subject.clone());
        if let (None, Some(subject)) = (kind, subject.filter(|s| s.end <= from.anaphor.tokens.start)) {
            let heads = search.heads(from, subject.clone());
            let bodies = heads.iter().all(|&i| search.context.mentions[i].kind == NameKind::Body);
            if heads.len() == 1 && bodies && named.len() == 1 {
                return heads;
            }
            // "They … They": whoever it was goes on.
            if heads.len() > 1 && subject.len() == 1 && document.tokens[subject.start].tag == Tag::Pron {
                return heads;
            }
        }
    }
    Vec::new()
}

/// The tokens of the sentence so many back, up to the reference.
fn before(search: &Search, from: &From, back: usize) -> Option<Range<usize>> {
    let sentence = from.sentence.checked_sub(back)?;
    let tokens = &search.context.document.sentences[sentence].tokens;
    /// More than any sentence of a newspaper has.
    const MOST: usize = 120;
    let end = tokens.end.min(from.anaphor.tokens.start);
    Some(tokens.start.max(end.saturating_sub(MOST))..end)
}

/// Whether a common noun in the plural stands in the range, which *they* may mean.
fn many(search: &Search, range: &Range<usize>) -> bool {
    range.clone().any(|at| {
        let token = &search.context.document.tokens[at];
        let plural =
            token.form == Form::Plural || token.known.classes.person() && token.is(&["people", "police"]);
        token.tag == Tag::Noun && plural && !super::covered(search.context.mentions, at)
    })
}

/// The different names of a kind in a range, in text order.
fn distinct(search: &Search, range: &Range<usize>, kind: NameKind) -> Vec<usize> {
    let mentions = search.context.mentions;
    let mut found: Vec<usize> = Vec::new();
    for i in starting(mentions, range.start)..starting(mentions, range.end) {
        // More than a few are no pair, and need not all be looked at.
        if found.len() > 4 {
            break;
        }
        if mentions[i].kind == kind && !found.iter().any(|&j| mentions[j].same(&mentions[i])) {
            found.push(i);
        }
    }
    found
}

/// Names joined by *and* in a range: "Ana Ruiz, Tom Baker and the coach Rosa Blum".
fn joined(search: &Search, range: &Range<usize>, kind: Option<NameKind>) -> Vec<Vec<usize>> {
    let (document, mentions) = (search.context.document, search.context.mentions);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for i in starting(mentions, range.start)..starting(mentions, range.end) {
        let mention = &mentions[i];
        let link =
            open.last().map(|&last| between(document, mentions[last].tokens.end..mention.tokens.start));
        let fits = of_kind(mention, kind);
        match link {
            Some(Link::And) if fits => {
                open.push(i);
                groups.push(std::mem::take(&mut open));
            }
            Some(Link::Comma) if fits => open.push(i),
            _ => {
                open.clear();
                if fits {
                    open.push(i);
                }
            }
        }
    }
    groups
}

enum Link {
    And,
    Comma,
    None,
}

/// How two names are joined: only titles may stand between besides.
fn between(document: &Document, gap: Range<usize>) -> Link {
    const LONGEST: usize = 7;
    let mut link = Link::None;
    if gap.len() > LONGEST {
        return link;
    }
    for (nth, at) in gap.enumerate() {
        let token = &document.tokens[at];
        let joins = match document.word(at) {
            "and" | "&" => Some(Link::And),
            "," => Some(Link::Comma),
            _ => None,
        };
        match joins {
            Some(joins) => link = if matches!(link, Link::And) { link } else { joins },
            None if nth == 0 => return Link::None,
            None if matches!(token.tag, Tag::Noun | Tag::Adj | Tag::Propn | Tag::Det) => {}
            None => return Link::None,
        }
    }
    link
}
