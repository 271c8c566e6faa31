//! Whose words: the subject in front of a cue, or the noun phrase behind an inverted one, with apposition.

use super::cue::Cue;
use super::sight::Sight;
use crate::text::{Case, Form, Tag};
use std::ops::Range;

/// What stands where a cue's subject would be.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Subject {
    /// A noun phrase.
    Phrase(Range<usize>),
    /// What a relative pronoun stands for, with the pronoun; whether a comma sets the clause apart.
    Relative(Range<usize>, bool),
    /// "… and said": shared with the verb before.
    Shared,
    None,
}

/// What a stretch between commas is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece {
    Nominal,
    Relative,
    Clause,
    Adverbial,
}

/// The subject of a verb group that begins at `verb`.
pub(super) fn subject(sight: &Sight, verb: usize) -> Subject {
    if let Some(comma) = quoted_aside(sight, verb) {
        let floor =
            left_border(sight, sight.closing(comma + 1).map_or(comma, |quote| quote.tokens.start - 1));
        let aside = before_comma(sight, floor, comma);
        return aside.map_or(Subject::None, |phrase| Subject::Phrase(phrase.start..comma + 2));
    }
    let floor = left_border(sight, verb);
    let mut end = verb;
    while end > floor && sight.token(end - 1).tag == Tag::Adv && !sight.is(end - 1, &["there"]) {
        end -= 1;
    }
    if end == floor {
        return Subject::None;
    }
    let last = end - 1;
    // "the recently announced plan": no verb at all.
    if sight.is(last, &["the", "a", "an", "'s"])
        || sight.possessive(last)
        || sight.token(last).tag == Tag::Adp
    {
        return Subject::None;
    }
    if sight.relative(last) {
        let comma = last > floor && sight.comma(last - 1);
        let phrase = sight.phrase_before(floor, last - usize::from(comma));
        return match phrase.is_empty() {
            true => Subject::None,
            false => Subject::Relative(phrase.start..end, comma),
        };
    }
    if sight.token(last).tag == Tag::Cconj {
        return Subject::Shared;
    }
    let found =
        if sight.comma(last) { before_comma(sight, floor, last) } else { adjacent(sight, floor, end) };
    let Some(mut phrase) = found else { return Subject::None };
    // "At one point he said".
    if sight.is(phrase.end - 1, &["he", "she", "they", "it", "i", "we", "you"]) {
        phrase.start = phrase.end - 1;
    }
    Subject::Phrase(phrase)
}

/// "Mora, who has called it “a joke,” said": the comma in front of a mark that closes words of an aside.
fn quoted_aside(sight: &Sight, verb: usize) -> Option<usize> {
    let floor = sight.bounds(verb).start;
    let mark = verb.checked_sub(1).filter(|&i| i > floor)?;
    let open = sight.closing(mark)?.tokens.start.checked_sub(2).filter(|&i| i > floor)?;
    let aside = (floor..open)
        .rev()
        .take(12)
        .find(|&i| sight.comma(i))
        .is_some_and(|i| sight.is(i + 1, &["who", "which", "whose"]));
    (aside && sight.comma(mark - 1)).then_some(mark - 1)
}

/// The nearest border in front that no subject crosses.
fn left_border(sight: &Sight, verb: usize) -> usize {
    let bounds = sight.bounds(verb);
    let mut near = true;
    let mut at = verb;
    while at > bounds.start {
        at -= 1;
        if sight.word(at) == ")" {
            // "Ruud (42) said"
            at = (bounds.start..at).rev().take(12).find(|&i| sight.word(i) == "(").unwrap_or(at);
            if sight.word(at) == "(" {
                continue;
            }
        }
        near &= !sight.comma(at);
        let opens = near && sight.is(at, &["that", "whether", "because", "although"]) && !sight.relative(at);
        if opens || sight.quote_mark(at) || sight.hard(at) && !abbreviated(sight, at) {
            return at + 1;
        }
    }
    bounds.start
}

/// A full stop inside a sentence belongs to an abbreviation.
fn abbreviated(sight: &Sight, at: usize) -> bool {
    sight.word(at) == "." && at + 1 < sight.tokens.end
}

fn piece(sight: &Sight, range: Range<usize>) -> Piece {
    let mut start = range.start;
    while start < range.end && sight.token(start).tag == Tag::Cconj {
        start += 1;
    }
    if start == range.end {
        return Piece::Adverbial;
    }
    if sight.is(start, &["who", "which", "whose", "whom", "where"]) {
        return Piece::Relative;
    }
    if sight.has_verb(start..range.end) && !sight.subordinator(start) {
        return Piece::Clause;
    }
    let token = sight.token(start);
    let dependent = matches!(token.tag, Tag::Adp | Tag::Adv | Tag::Sconj | Tag::Part)
        || sight.subordinator(start)
        || token.tag == Tag::Verb && token.form != Form::Base;
    let named = (start..range.end).any(|i| {
        matches!(
            sight.token(i).tag,
            Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num | Tag::X | Tag::Det | Tag::Adj
        )
    });
    if dependent || !named { Piece::Adverbial } else { Piece::Nominal }
}

/// The piece that ends before a comma or at `end`.
fn last_piece(sight: &Sight, floor: usize, end: usize) -> Range<usize> {
    let start = (floor..end).rev().find(|&i| sight.comma(i)).map_or(floor, |i| i + 1);
    start..end
}

/// "Kroll, the transport commissioner, said": the phrase whose aside the comma closes.
fn before_comma(sight: &Sight, floor: usize, comma: usize) -> Option<Range<usize>> {
    let mut found: Option<usize> = None;
    let mut end = comma;
    let mut steps = 0;
    while end > floor && steps < 8 {
        steps += 1;
        let range = last_piece(sight, floor, end);
        match piece(sight, range.clone()) {
            Piece::Nominal => found = Some(range.start),
            Piece::Relative => found = None,
            Piece::Adverbial if found.is_none() => {}
            Piece::Adverbial => break,
            Piece::Clause => break,
        }
        end = range.start.saturating_sub(1).max(floor);
        if range.start == floor {
            break;
        }
    }
    let start = found.map(|start| leading(sight, start, comma))?;
    // Without a noun phrase further to the left, the comma ends an adverbial or a clause.
    (start < comma && !lone_aside(sight, floor, start, comma)).then_some(start..comma)
}

/// "P, a spokesman, said" cannot be told from a list; "In May, said" has no subject at all.
fn lone_aside(sight: &Sight, floor: usize, start: usize, comma: usize) -> bool {
    start > floor && !(start..comma).any(|i| sight.comma(i)) && sight.comma(start - 1)
}

fn leading(sight: &Sight, start: usize, end: usize) -> usize {
    (start..end).find(|&i| !sight.is(i, &["and", "but", "or", "so", "yet", "nor"])).unwrap_or(start)
}

/// The subject directly in front of the verb.
fn adjacent(sight: &Sight, floor: usize, end: usize) -> Option<Range<usize>> {
    let range = last_piece(sight, floor, end);
    let start = leading(sight, range.start, end);
    let mut phrase = match piece(sight, start..end) {
        Piece::Nominal if !inner_clause(sight, start..end) => start..end,
        Piece::Nominal | Piece::Clause | Piece::Relative | Piece::Adverbial => head_of(sight, start, end)?,
    };
    if phrase.is_empty() {
        return None;
    }
    // "Kroll, Mora and Hale said".
    let joined = phrase.clone().any(|i| sight.is(i, &["and", "or"]));
    let mut steps = 0;
    while joined
        && phrase.start == start
        && phrase.start > floor + 1
        && sight.comma(phrase.start - 1)
        && steps < 6
    {
        steps += 1;
        let before = last_piece(sight, floor, phrase.start - 1);
        if before.len() > 6 || piece(sight, before.clone()) != Piece::Nominal {
            break;
        }
        phrase.start = before.start;
    }
    Some(phrase)
}

/// "people who live there": the relative clause is part of the phrase, another clause is not.
fn inner_clause(sight: &Sight, range: Range<usize>) -> bool {
    range.clone().any(|i| sight.finite(i)) && !range.clone().any(|i| sight.relative(i))
}

/// The noun phrase at the right end, with the relative clause or the prepositions that hang on it.
fn head_of(sight: &Sight, floor: usize, end: usize) -> Option<Range<usize>> {
    let mut phrase = sight.phrase_before(floor, end);
    // "a critic of the plan in Leeds said": a preposition in front joins what is before it, unless that begins the clause.
    while phrase.start > floor + 1
        && sight.is(
            phrase.start - 1,
            &["of", "for", "in", "at", "from", "with", "on", "to", "against", "about", "near", "behind"],
        )
        && sight.nominal(phrase.start - 2)
    {
        let longer = sight.phrase_before(floor, phrase.start - 1);
        if longer.is_empty() {
            break;
        }
        phrase.start = longer.start;
    }
    (!phrase.is_empty()).then_some(phrase)
}

/// "said Tilde Varga of the Wicker Trust, who …": the phrase behind a bare verb of saying.
pub(super) fn inverted(sight: &Sight, cue: &Cue) -> Option<Range<usize>> {
    let end = sight.bounds(cue.head).end;
    let start = cue.end;
    if start >= end || !sight.opens_phrase(start) || !cue.plain || sight.timed(start) {
        return None;
    }
    let named = sight.token(start).case != Case::Lower || !matches!(sight.token(start).tag, Tag::Pron);
    if !named && !sight.is(start, &["he", "she", "they"]) {
        return None;
    }
    let first = (start..end)
        .find(|&i| sight.comma(i) || sight.hard(i) && sight.word(i) != "." || sight.quote_mark(i))
        .unwrap_or(end);
    if sight.has_verb(start..first) {
        return None;
    }
    let stop = apposition_end(sight, start, end);
    Some(start..trimmed(sight, start, stop))
}

/// Where a phrase with its appositions and relative clauses ends.
pub(super) fn apposition_end(sight: &Sight, start: usize, end: usize) -> usize {
    let mut at = start;
    let mut relative = false;
    while at < end {
        let verb =
            sight.finite(at) && (sight.tag(at) == Some(Tag::Aux) || sight.token(at).form == Form::Present3);
        if verb && !relative && at > start {
            return at;
        }
        relative |= sight.relative(at);
        if sight.comma(at) {
            let next = at + 1;
            if next >= end || !continues(sight, next, end) {
                return at;
            }
        } else if sight.quote_mark(at)
            && sight.closing(at).is_none()
            && at > start
            && sight.opening(at).is_none()
            || sight.word(at) == ";"
            || matches!(sight.word(at), ":" | "–" | "—" | "--" | "?" | "!")
            || sight.word(at) == "." && at + 2 >= end
        {
            return at;
        } else if let Some(quote) = sight.opening(at) {
            // A quoted name belongs to the phrase; a quotation does not.
            if quote.tokens.len() > 3 || sight.comma(at.saturating_sub(1)) {
                return at;
            }
            at = quote.tokens.end;
        } else if sight.subordinator(at) && !sight.relative(at) {
            return at;
        }
        at += 1;
    }
    end
}

/// Whether what follows a comma still speaks of the holder.
fn continues(sight: &Sight, next: usize, end: usize) -> bool {
    if sight.is(next, &["who", "whose", "which", "whom", "where"]) {
        return true;
    }
    if !sight.opens_phrase(next) && !sight.is(next, &["of"]) || sight.quote_mark(next) {
        return false;
    }
    let stop = (next..end).find(|&i| sight.comma(i) || sight.hard(i) || sight.quote_mark(i)).unwrap_or(end);
    !sight.has_verb(next..stop)
}

/// Without what only says where or when it was said: "in a statement", "on Tuesday".
fn trimmed(sight: &Sight, start: usize, end: usize) -> usize {
    let mut stop = end;
    let comma = (start..end).find(|&i| sight.comma(i)).unwrap_or(end);
    for at in start + 1..comma {
        let place = sight
            .is(at, &["in", "on", "during", "after", "before", "to", "via", "as", "when", "through", "by"])
            && !sight.relative(at)
            && at > start;
        let said_in = sight.is(at, &["in"]) && at + 1 < end && !matches!(sight.tag(at + 1), Some(Tag::Propn));
        if place && (said_in || !sight.is(at, &["in"])) || sight.token(at).tag == Tag::Adv {
            stop = at;
            break;
        }
    }
    if stop < comma { stop } else { end }
}
