//! Reports inside a relative clause, whose content lacks its subject: "the plan, which the mayor says will save a
//! million", "the man police say set the fire".

use super::cue::Cue;
use super::noun;
use super::sight::Sight;
use super::{content::Kind, end};
use crate::english::Frame;
use crate::text::{Form, Tag};
use std::ops::Range;

/// Source and content, where the clause that the cue takes has a gap for its subject.
pub(super) fn find(sight: &Sight, cue: &Cue, subject: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let bounds = sight.bounds(cue.head);
    let at = cue.end;
    if !cue.frames.has(Frame::Bare) || cue.participle || at >= bounds.end || subject.end != cue.start {
        return None;
    }
    let auxiliary = sight.tag(at) == Some(Tag::Aux) && sight.finite(at);
    let verb =
        sight.tag(at) == Some(Tag::Verb) && !matches!(sight.token(at).form, Form::Gerund | Form::Participle);
    if !auxiliary && !verb {
        return None;
    }
    let floor = cue.start.saturating_sub(6).max(bounds.start);
    let relative = (floor..cue.start).rev().find(|&i| sight.relative(i));
    let source = match relative {
        Some(relative) if relative + 1 < subject.end => relative + 1..subject.end,
        Some(_) => return None,
        None => second(sight, subject)?,
    };
    let end = end::clause_end(sight, at, bounds.end, true);
    let end = noun::predicate(sight, &(at..end), Kind::Phrase);
    (end > at + 1).then_some((source, at..end))
}

/// *police* in "the man police": a second noun phrase directly behind the first, with nothing between.
fn second(sight: &Sight, phrase: &Range<usize>) -> Option<Range<usize>> {
    let last = phrase.end - 1;
    let token = sight.token(last);
    let start = match token.tag {
        Tag::Pron => last,
        Tag::Propn => (phrase.start..last)
            .rev()
            .take_while(|&i| sight.tag(i) == Some(Tag::Propn))
            .last()
            .unwrap_or(last),
        Tag::Noun => {
            (phrase.start + 1..last).rev().find(|&i| sight.tag(i) == Some(Tag::Det)).or_else(|| {
                (sight.word(last).len() != token.lemma.len() || sight.is(last, &["police", "people"]))
                    .then_some(last)
            })?
        }
        _ => return None,
    };
    let first = start.checked_sub(1).filter(|&i| i >= phrase.start)?;
    let head = sight.tag(first) == Some(Tag::Noun) && matches!(sight.tag(phrase.start), Some(Tag::Det));
    head.then_some(start..phrase.end)
}
