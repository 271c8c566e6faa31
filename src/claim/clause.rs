//! Clauses: one for each verb group of a sentence, with its subject; heads and spans, no full tree.

use super::verbs::{VerbGroup, verb_groups};
use crate::english;
use crate::text::{Document, Form, Tag, TokenKind};
use std::ops::Range;

/// How a clause hangs in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClauseKind {
    /// Asserted by itself.
    Main,
    /// *who …*, *which …*: says something of a noun.
    Relative,
    /// After *that* or a verb of saying.
    Complement,
    /// After *when, because, although, since, after, before …*.
    Adverbial,
    /// After *if, unless, whether*, or an inverted *were*, *had*, *should*.
    Conditional,
    /// An infinitive, participle or gerund without a subject of its own.
    Reduced,
    /// No verb at all.
    Fragment,
}

/// A stretch of a sentence around one verb group.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub tokens: Range<usize>,
    pub verb: Option<VerbGroup>,
    pub subject: Option<Range<usize>>,
    /// What a relative pronoun as object stands for.
    pub object: Option<Range<usize>>,
    pub kind: ClauseKind,
    /// The word that opens it.
    pub marker: Option<usize>,
}

/// The clauses of a sentence in text order; their tokens do not overlap and together are the sentence.
pub(super) fn clauses(document: &Document, sentence: Range<usize>) -> Vec<Clause> {
    let groups = verb_groups(document, sentence.clone());
    if groups.is_empty() {
        return vec![Clause {
            tokens: sentence.clone(),
            verb: None,
            subject: None,
            object: None,
            kind: ClauseKind::Fragment,
            marker: None,
        }];
    }
    let mut starts = vec![sentence.start];
    for pair in groups.windows(2) {
        let previous = *starts.last().unwrap_or(&sentence.start);
        starts.push(boundary(document, &pair[0], &pair[1]).max(previous));
    }
    let mut clauses: Vec<Clause> = Vec::with_capacity(groups.len());
    for (i, verb) in groups.into_iter().enumerate() {
        let end = starts.get(i + 1).copied().unwrap_or(sentence.end);
        let clause = build(document, starts[i]..end.max(verb.tokens.end), verb, &clauses);
        clauses.push(clause);
    }
    clauses
}

fn punctuation(document: &Document, at: usize) -> bool {
    document.tokens[at].kind == TokenKind::Punctuation
}

fn quote_mark(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "“" | "”" | "\"" | "«" | "»")
}

fn relative(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    token.is(&["who", "whom", "whose", "which"]) || token.lemma == "where" && token.tag != Tag::Noun
}

fn subordinator(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    token.is(&[
        "because", "although", "though", "while", "whereas", "when", "if", "unless", "whether", "until",
        "that", "why", "how", "what", "once", "lest",
    ]) || (token.tag == Tag::Sconj || token.is(&["since", "after", "before", "as"]) && token.tag != Tag::Adv)
}

/// Where the clause of `b` begins, in the gap after the verb of `a`.
fn boundary(document: &Document, a: &VerbGroup, b: &VerbGroup) -> usize {
    let gap = a.tokens.end..b.tokens.start;
    let said = english::classes(&document.tokens[a.head].lemma).stance().is_some();
    if !b.finite {
        // "adding that", "the bid prepared by": the words before belong to the clause before.
        let at_mark =
            gap.clone().rev().take(2).find(|&i| punctuation(document, i) || subordinator(document, i));
        let infinitive = document.tokens[b.tokens.start].lemma == "to";
        // "with thousands killed and four million leaving": the second has a subject of its own.
        let joined = gap
            .clone()
            .find(|&i| document.tokens[i].tag == Tag::Cconj)
            .filter(|&i| !infinitive && i + 1 < gap.end);
        return at_mark.or(joined).unwrap_or(b.tokens.start);
    }
    let mut found = None;
    for i in gap.clone().rev() {
        let token = &document.tokens[i];
        if relative(document, i) || subordinator(document, i) {
            found = Some(i);
            break;
        }
        if token.tag == Tag::Cconj || token.is(&["and", "but", "or", "yet", "so"]) && token.tag != Tag::Adv {
            // "said trams and buses were late" joins two nouns, "saw the tram and the bus left" two clauses.
            let joins_nouns = said
                && i > gap.start
                && i + 1 < gap.end
                && nominal(document, i - 1)
                && !punctuation(document, i - 1);
            if !joins_nouns {
                found = Some(i);
                break;
            }
        }
        if punctuation(document, i) && !matches!(document.word(i), "'" | "’" | "-") {
            // The comma that closes an apposition of the subject is no border: look for the one that opens it.
            let closes = i + 1 == gap.end && !quote_mark(document, i) && document.word(i) == ",";
            if closes && gap.clone().take_while(|&j| j < i).any(|j| document.word(j) == ",") {
                continue;
            }
            found = Some(i);
            break;
        }
    }
    found.unwrap_or_else(|| {
        if said {
            return gap.start;
        }
        let start = subject_start(document, gap.start, b.tokens.start);
        // "The number of children made ill by the soup has risen": a noun behind a preposition is no subject.
        let governed = start > gap.start && document.tokens[start - 1].tag == Tag::Adp;
        if governed { b.tokens.start } else { start }
    })
}

fn nominal(document: &Document, at: usize) -> bool {
    matches!(
        document.tokens[at].tag,
        Tag::Noun | Tag::Propn | Tag::Num | Tag::Adj | Tag::Det | Tag::Pron | Tag::X | Tag::Sym
    ) || document.tokens[at].is(&["'s", "'", "of"])
}

/// The first token of the noun phrase that ends before a verb.
fn subject_start(document: &Document, from: usize, verb: usize) -> usize {
    let mut at = verb;
    while at > from && (nominal(document, at - 1) || document.tokens[at - 1].tag == Tag::Adv) {
        at -= 1;
        if matches!(document.tokens[at].tag, Tag::Det | Tag::Pron) {
            break;
        }
    }
    at
}

fn build(document: &Document, tokens: Range<usize>, verb: VerbGroup, before: &[Clause]) -> Clause {
    let words = &document.tokens;
    let mut first = tokens.start;
    while first < verb.tokens.start && punctuation(document, first) {
        first += 1;
    }
    let opener = (first..verb.tokens.start).find(|&i| {
        relative(document, i)
            || i <= first + 2 && subordinator(document, i) && words[i].lemma != "that"
            || i == first && words[i].lemma == "that" && words[i].tag != Tag::Det
    });
    let coordinated = first < verb.tokens.start && words[first].tag == Tag::Cconj;
    let from = opener.map_or(first + usize::from(coordinated), |i| i + 1);
    let previous = before.last();
    let antecedent = || {
        let end = opener?;
        noun_phrase_before(document, end, previous.map_or(0, |c| c.tokens.start))
    };
    let own = subject_range(document, from, verb.tokens.start);
    let mut object = None;
    let mut kind = match opener {
        Some(i) if relative(document, i) => ClauseKind::Relative,
        Some(i) if words[i].is(&["if", "unless", "whether"]) => ClauseKind::Conditional,
        Some(i) if words[i].is(&["that"]) => {
            // "the bid that was prepared" against "said that it was prepared".
            let said = previous.and_then(|c| c.verb.as_ref()).is_some_and(|v| {
                english::classes(&words[v.head].lemma).stance().is_some() && i <= v.tokens.end + 3
            });
            if !said && own.is_none() { ClauseKind::Relative } else { ClauseKind::Complement }
        }
        Some(_) => ClauseKind::Adverbial,
        None if !verb.finite => ClauseKind::Reduced,
        None => ClauseKind::Main,
    };
    if kind == ClauseKind::Main
        && first == verb.tokens.start
        && words[first].is(&["were", "had", "should", "be", "have"])
        && matches!(document.word(first), "Were" | "Had" | "Should" | "were" | "had" | "should")
    {
        kind = ClauseKind::Conditional;
    }
    let subject = match (kind, own) {
        (ClauseKind::Relative, Some(own)) => {
            object = antecedent();
            Some(own)
        }
        (ClauseKind::Relative, None) => antecedent(),
        (_, Some(own)) => Some(own),
        (ClauseKind::Reduced, None) => {
            let participle = matches!(words[verb.head].form, Form::Participle | Form::Past | Form::Gerund);
            let noun = (participle && verb.tokens.start == tokens.start)
                .then(|| {
                    noun_phrase_before(document, verb.tokens.start, previous.map_or(0, |c| c.tokens.start))
                })
                .flatten();
            noun.or_else(|| previous.and_then(|c| c.subject.clone()))
        }
        _ => {
            // "Voss, who …, has resigned": the subject is what the relative clause speaks of.
            previous.and_then(|c| match c.kind {
                ClauseKind::Relative if c.object.is_some() => c.object.clone(),
                _ => c.subject.clone(),
            })
        }
    };
    Clause { tokens, verb: Some(verb), subject, object, kind, marker: opener }
}

/// The subject between the opening of a clause and its verb: after a leading adverbial, without an apposition.
fn subject_range(document: &Document, from: usize, verb: usize) -> Option<Range<usize>> {
    let mut end = verb;
    while end > from
        && (document.tokens[end - 1].tag == Tag::Adv || document.tokens[end - 1].is(&["also", "still"]))
    {
        end -= 1;
    }
    let closed = end > from && document.word(end - 1) == ",";
    let pieces: Vec<Range<usize>> = {
        let mut pieces = Vec::new();
        let mut start = from;
        for i in from..end {
            if punctuation(document, i) && !matches!(document.word(i), "'" | "’" | "-") {
                if i > start {
                    pieces.push(start..i);
                }
                start = i + 1;
            }
        }
        if end > start {
            pieces.push(start..end);
        }
        pieces
    };
    let nominal_piece = |piece: &Range<usize>| {
        piece
            .clone()
            .any(|i| matches!(document.tokens[i].tag, Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num | Tag::X))
            && document.tokens[piece.start].tag != Tag::Adp
    };
    let chosen = if closed {
        // "Voss, the transport commissioner, said" and "In May, however, Voss said" both end in a comma.
        pieces.iter().find(|piece| nominal_piece(piece)).or(pieces.last())
    } else {
        pieces.last()
    };
    let chosen = chosen?.clone();
    chosen
        .clone()
        .any(|i| {
            matches!(
                document.tokens[i].tag,
                Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num | Tag::X | Tag::Adj | Tag::Sym | Tag::Det
            )
        })
        .then(|| trim_adverbial(document, chosen))
}

/// "In May Voss" → "Voss"; "Last week the council" stays: its time is found as a time.
fn trim_adverbial(document: &Document, piece: Range<usize>) -> Range<usize> {
    if document.tokens[piece.start].tag != Tag::Adp {
        return piece;
    }
    // The subject begins at the last determiner or name before the verb.
    let start = piece
        .clone()
        .rev()
        .find(|&i| matches!(document.tokens[i].tag, Tag::Det | Tag::Pron) && i > piece.start + 1)
        .unwrap_or(piece.start);
    start..piece.end
}

/// The noun phrase that ends just before a token (a comma between is skipped).
fn noun_phrase_before(document: &Document, before: usize, floor: usize) -> Option<Range<usize>> {
    let mut end = before;
    while end > floor && (punctuation(document, end - 1) || document.tokens[end - 1].tag == Tag::Adp) {
        end -= 1;
    }
    let mut start = end;
    while start > floor && nominal(document, start - 1) && !punctuation(document, start - 1) {
        start -= 1;
    }
    (start < end).then_some(start..end)
}
