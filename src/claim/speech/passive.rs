//! Reports by verbs in the passive, whose subject is spoken to or spoken of.

use super::Reports;
use super::content::{self, Kind};
use super::cue::Cue;
use super::end;
use super::sight::Sight;
use super::source::{self, Subject};
use super::verb::report;
use crate::english::{self, Frame};
use crate::text::Form;
use std::ops::Range;

/// "was condemned by X", "was told by X that P", "it is believed that P", "is said to have V-ed".
pub(super) fn find(sight: &Sight, cue: &Cue, reports: &mut Reports) {
    let end = sight.bounds(cue.head).end;
    let agent = agent(sight, cue.end, end);
    let from = agent.as_ref().map_or(cue.end, |agent| agent.end);
    let impersonal = cue.start > sight.tokens.start && sight.is(cue.start - 1, &["it"]);
    let clause = content::behind(sight, cue, from, false).filter(|(content, kind)| {
        let marked = !sight.clause_at(content.start, end) || sight.is(content.start, &["that"]);
        *kind == Kind::Clause && (marked || impersonal || cue.frames.has(Frame::Whom))
    });
    if let Some((content, kind)) = clause {
        // "is convinced that" is an attitude of the subject.
        if !english::classes(sight.word(cue.head)).frames().has(Frame::NounThat) {
            reports.push(report(sight, cue, agent, (content, kind)));
        }
        return;
    }
    if cue.frames.has(Frame::Bare)
        && agent.is_none()
        && sight.infinitive(cue.end).is_some()
        && !cue.frames.has(Frame::Order)
    {
        let content = cue.end..end::phrase_end(sight, cue.end, end, false);
        reports.push(report(sight, cue, None, (content, Kind::Clause)));
        return;
    }
    let judged = cue.frames.any(&[Frame::Thing, Frame::Charge, Frame::As, Frame::Name]);
    if let (Some(agent), Subject::Phrase(subject), true) = (agent, source::subject(sight, cue.start), judged)
    {
        let subject = whole_subject(sight, subject);
        let as_what = (agent.end + 1 < end && sight.is(agent.end, &["as", "of", "for"]))
            .then(|| agent.end..end::phrase_end(sight, agent.end, end, false));
        reports.push(report(sight, cue, Some(agent), (subject, Kind::Phrase)).with(as_what));
    }
}

/// "A plan to move the market to a garage": from the start of its clause, where no other verb stands in between.
fn whole_subject(sight: &Sight, subject: Range<usize>) -> Range<usize> {
    let start = sight.bounds(subject.start).start;
    let front = start..subject.start;
    let whole = sight.opens_phrase(start)
        && !front.is_empty()
        && front.clone().any(|i| sight.infinitive(i).is_some())
        && !front.clone().any(|i| sight.comma(i) || sight.hard(i) || sight.finite(i) || sight.quote_mark(i));
    if whole { start..subject.end } else { subject }
}

/// The phrase behind *by*.
fn agent(sight: &Sight, from: usize, end: usize) -> Option<Range<usize>> {
    let by = (from..end.min(from + 8))
        .find(|&i| sight.comma(i) || sight.hard(i) || sight.finite(i) || sight.is(i, &["by"]))?;
    if !sight.is(by, &["by"])
        || by + 1 >= end
        || !sight.opens_phrase(by + 1)
        || sight.token(by + 1).form == Form::Gerund
    {
        return None;
    }
    let stop = sight.phrase(by + 1, end);
    (stop > by + 1).then_some(by + 1..stop)
}
