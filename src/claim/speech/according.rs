//! "According to X, P", "P, according to X", "in X's view, P", "in the words of X".

use super::content::Kind;
use super::end;
use super::sight::Sight;
use super::source;
use super::{Report, Reports};
use crate::english::Frame;
use crate::text::Tag;
use std::ops::Range;

/// The reports of a sentence whose cue is a preposition.
pub(super) fn find(sight: &Sight, reports: &mut Reports) {
    for at in sight.tokens.clone() {
        let found = if sight.word(at).eq_ignore_ascii_case("according") && sight.is(at + 1, &["to"]) {
            according(sight, at)
        } else if sight.is(at, &["in"]) {
            view(sight, at)
        } else {
            None
        };
        reports.extend(found);
    }
}

fn according(sight: &Sight, at: usize) -> Option<Report> {
    let end = sight.bounds(at).end;
    let start = at + 2;
    if start >= end {
        return None;
    }
    report(sight, at..start, start..source::apposition_end(sight, start, end))
}

/// "in the words of X", "in X's opinion".
fn view(sight: &Sight, at: usize) -> Option<Report> {
    let end = sight.bounds(at).end;
    let noun = (at + 1..end.min(at + 8)).find(|&i| {
        !sight.nominal(i) || sight.tag(i) == Some(Tag::Noun) && sight.frames(i).has(Frame::View)
    })?;
    if !sight.nominal(noun) {
        return None;
    }
    if sight.is(noun + 1, &["of"]) && sight.is(at + 1, &["the"]) && noun == at + 2 {
        let start = noun + 2;
        return report(sight, at..start, start..source::apposition_end(sight, start, end));
    }
    let owned =
        sight.possessive(at + 1) && noun == at + 2 || noun > at + 2 && sight.is(noun - 1, &["'s", "'"]);
    let apart = sight.comma(noun + 1) || at > sight.tokens.start && sight.comma(at - 1);
    if !owned || !apart {
        return None;
    }
    frame(sight, at..noun + 1, at + 1..noun, noun + 1)
}

fn report(sight: &Sight, cue: Range<usize>, source: Range<usize>) -> Option<Report> {
    let source = source.start..end::trim(sight.document, source.start, source.end);
    let next = source.end;
    frame(sight, cue, source, next)
}

/// Content in front of a phrase that ends the clause, behind one that opens it, on both sides of one between commas.
fn frame(sight: &Sight, cue: Range<usize>, source: Range<usize>, next: usize) -> Option<Report> {
    if source.is_empty() {
        return None;
    }
    let bounds = sight.bounds(cue.start);
    let first = cue.start.min(source.start);
    let opens = (bounds.start..first)
        .all(|i| matches!(sight.token(i).tag, Tag::Cconj | Tag::Adv | Tag::Punct) || sight.quote_mark(i))
        || first > bounds.start && sight.word(first - 1) == ";";
    let behind = |from: usize| {
        let start = (from..bounds.end).find(|&i| !sight.comma(i) && sight.word(i) != ":")?;
        let stop = end::clause_end(sight, start, bounds.end, false);
        (stop > start).then_some(start..stop)
    };
    let content = if opens { behind(next)? } else { in_front(sight, first, &bounds)? };
    // "an increase according to plan": two words are no content.
    if !opens && content.len() < 3 && !sight.comma(next) {
        return None;
    }
    let more =
        (!opens && sight.comma(next) && !sight.has_verb(content.clone())).then(|| behind(next)).flatten();
    let head = cue.start;
    Some(Report::new(sight, Some(source), cue, head, (content, Kind::Clause)).with(more))
}

/// What stands in front, with or without a comma.
fn in_front(sight: &Sight, limit: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
    let end = end::trim(sight.document, bounds.start, limit);
    let start = (bounds.start..end)
        .rev()
        .find(|&i| matches!(sight.word(i), ";" | "—" | "–" | "--"))
        .map_or(bounds.start, |i| i + 1);
    (end > start).then_some(start..end)
}
