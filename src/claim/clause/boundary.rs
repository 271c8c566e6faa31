//! Where one clause ends and the next begins.

use super::{
    Clause, ClauseKind, NOMINATIVES, nominal, parts, punctuation, relative, says, subject, subordinator,
};
use crate::claim::verbs::VerbGroup;
use crate::claim::words::Words;
use crate::text::{Document, Form, Tag};
use std::ops::Range;

fn quote_mark(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "“" | "”" | "\"" | "«" | "»")
}

/// Where the clause of `b` begins, in the gap after the verb of `a`, whose clause began at `start`.
pub(super) fn between(
    words: &Words,
    before: Option<&Clause>,
    start: usize,
    a: &VerbGroup,
    b: &VerbGroup,
) -> usize {
    let document = words.document;
    let gap = a.tokens.end..b.tokens.start;
    if !b.finite {
        return reduced(document, gap, b);
    }
    if let Some(mark) = mark(words, &gap, a) {
        return mark;
    }
    if let Some(own) = pronoun(document, &gap) {
        return own;
    }
    let opens = before.is_none() && (start..a.tokens.start).all(|i| punctuation(document, i));
    if opens && bare(document, a) {
        return b.tokens.start;
    }
    if modifies_subject(words, before, start, a) {
        return b.tokens.start;
    }
    if says(words, a) {
        return gap.start;
    }
    let first = subject::start(document, gap.start, b.tokens.start);
    // "The number of trees felled by the storm has risen": a noun behind a preposition is no subject.
    let governed = first > gap.start && document.tokens[first - 1].tag == Tag::Adp;
    if governed { b.tokens.start } else { first }
}

/// "A letter forged **by** the judge convinced": a past form that *by* follows, with another finite verb behind it.
pub(super) fn participle(words: &Words, a: &VerbGroup, b: &VerbGroup) -> bool {
    let gap = a.tokens.end..b.tokens.start;
    a.finite
        && b.finite
        && a.tokens.len() == 1
        && matches!(words.document.tokens[a.head].form, Form::Past | Form::Participle)
        && !gap.is_empty()
        && words.document.tokens[gap.start].lemma == "by"
        && mark(words, &gap, a).is_none()
}

/// The border before an infinitive, participle or gerund.
fn reduced(document: &Document, gap: Range<usize>, b: &VerbGroup) -> usize {
    let infinitive = document.tokens[b.tokens.start].lemma == "to";
    let gerund = !infinitive && document.tokens[b.head].form == Form::Gerund;
    // "Adding that", "the bid prepared by": the words before belong to the clause before.
    let at_mark = gap.clone().rev().take(2).find(|&i| {
        let governs = gerund && document.tokens[i].is(&["without", "from"]);
        punctuation(document, i) || subordinator(document, i) || governs
    });
    // "With thousands killed and four million leaving": the second has a subject of its own.
    let joined = gap
        .clone()
        .find(|&i| document.tokens[i].tag == Tag::Cconj)
        .filter(|&i| !infinitive && i + 1 < gap.end);
    at_mark.or(joined).unwrap_or(b.tokens.start)
}

/// The last pronoun, subordinator, coordinator or mark of a gap that parts two finite clauses.
fn mark(words: &Words, gap: &Range<usize>, a: &VerbGroup) -> Option<usize> {
    let document = words.document;
    let said = says(words, a);
    // An apposition of the subject: the comma that closes it, then the one that opens it.
    let (mut closed, mut opened) = (None, None);
    for i in gap.clone().rev() {
        let token = &document.tokens[i];
        if relative(document, i) || subordinator(document, i) || words.condition(i).is_some() {
            let condition = words.condition_start(i).filter(|&start| gap.contains(&start));
            return Some(condition.unwrap_or_else(|| preposed(document, gap, i)));
        }
        if token.tag == Tag::Cconj || token.is(&["and", "but", "or", "yet", "so"]) && token.tag != Tag::Adv {
            // "Said trams and buses were late" joins two nouns, "saw the tram and the bus left" two clauses.
            let joins_nouns = said
                && i > gap.start
                && i + 1 < gap.end
                && nominal(document, i - 1)
                && !punctuation(document, i - 1);
            if !joins_nouns {
                return Some(i);
            }
        }
        if parts(document, i) {
            // The comma that closes an apposition of the subject is no border: look for the one that opens it.
            let closes = i + 1 == gap.end && !quote_mark(document, i) && document.word(i) == ",";
            if closes && gap.clone().take_while(|&j| j < i).any(|j| document.word(j) == ",") {
                closed = Some(i);
                continue;
            }
            // "That Kroll, the minister, resigned": what it explains is the subject.
            let explains = closed.take().is_some_and(|end| explains(document, gap.start, i, end));
            if explains {
                opened = Some(i);
                continue;
            }
            return Some(i);
        }
    }
    opened.filter(|_| !said)
}

/// "The pump **with which** it began", "the doors, **most of which** held": where the phrase of a relative pronoun begins.
fn preposed(document: &Document, gap: &Range<usize>, pronoun: usize) -> usize {
    let adposition = |at: usize| at > gap.start && document.tokens[at].tag == Tag::Adp;
    if !relative(document, pronoun) || pronoun == 0 || !adposition(pronoun - 1) {
        return pronoun;
    }
    let start = pronoun - 1;
    let part = document.tokens[start].lemma == "of" && start > gap.start + 1;
    let amount = |at: usize| nominal(document, at) || document.tokens[at].tag == Tag::Adv;
    let counted = part && amount(start - 1) && document.word(start - 2) == ",";
    start - usize::from(counted)
}

/// "The words **she** chose", "more than **they** paid": a pronoun right before a verb is its subject.
fn pronoun(document: &Document, gap: &Range<usize>) -> Option<usize> {
    let tokens = &document.tokens;
    let at = gap.clone().rev().find(|&i| tokens[i].tag != Tag::Adv)?;
    let before = &tokens[at.checked_sub(1)?];
    let leads = matches!(before.tag, Tag::Noun | Tag::Propn | Tag::Num) || before.is(&["than", "as"]);
    (at > gap.start && leads && tokens[at].is(&NOMINATIVES) && tokens[at].lemma != "there").then_some(at)
}

/// Whether a noun phrase between two commas stands behind a name.
fn explains(document: &Document, start: usize, open: usize, close: usize) -> bool {
    let tokens = &document.tokens;
    document.word(open) == ","
        && open > start
        && tokens[open - 1].tag == Tag::Propn
        && open + 1 < close
        && nominal(document, open + 1)
        && (open + 1..close).any(|i| matches!(tokens[i].tag, Tag::Noun | Tag::Propn))
}

/// "The nurse **who treated** the patient resigned", "the road **linking** the towns was closed": the clause of `a`
/// stands between a subject and its verb.
fn modifies_subject(words: &Words, before: Option<&Clause>, start: usize, a: &VerbGroup) -> bool {
    let document = words.document;
    // Something before it still waits for its verb.
    let first = before.is_none_or(|clause| {
        clause.kind != ClauseKind::Main && clause.verb.as_ref().is_none_or(|v| !v.finite)
            || (clause.tokens.end..start).any(|i| parts(document, i))
    });
    let opened = (start..a.tokens.start).rev().take(6).find(|&i| {
        relative(document, i) || document.tokens[i].lemma == "that" && document.tokens[i].tag != Tag::Det
    });
    let noun = |at: usize| {
        at > start && matches!(document.tokens[at - 1].tag, Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num)
    };
    if let Some(opened) = opened {
        return noun(opened) || opened > start && document.word(opened - 1) == ",";
    }
    let participle =
        !a.finite && a.tokens.len() == a.chain.len() && document.tokens[a.tokens.start].tag == Tag::Verb;
    // "The plan **to sell** the mill was dropped", "a rule that would force farms **to fence** it is void".
    let infinitive = !a.finite && document.tokens[a.tokens.start].lemma == "to";
    let waits = before.is_some_and(|clause| {
        clause.kind == ClauseKind::Relative
            && clause.antecedent.as_ref().is_some_and(|noun| noun.start >= clause.tokens.start)
    });
    let behind_noun = a.tokens.start > 0
        && matches!(document.tokens[a.tokens.start - 1].tag, Tag::Noun | Tag::Propn)
        && a.tokens.start + usize::from(waits) > start;
    first && participle && noun(a.tokens.start) || (before.is_none() || waits) && infinitive && behind_noun
}

/// A gerund or infinitive by itself.
fn bare(document: &Document, verb: &VerbGroup) -> bool {
    !verb.finite
        && (document.tokens[verb.head].form == Form::Gerund
            || document.tokens[verb.tokens.start].lemma == "to")
}

/// "**Closing the mine** cost jobs", "**to win** is impossible": an opening gerund or infinitive that no comma parts
/// from a finite verb with no other subject.
pub(super) fn is_subject_of(words: &Words, clause: &Clause, next: &VerbGroup, opens: bool) -> bool {
    let document = words.document;
    let Some(verb) = &clause.verb else { return false };
    opens
        && bare(document, verb)
        && next.finite
        && clause.marker.is_none()
        && (clause.tokens.start..verb.tokens.start).all(|i| punctuation(document, i))
        && !(verb.tokens.end..next.tokens.start)
            .any(|i| parts(document, i) || relative(document, i) || subordinator(document, i))
}
