//! Where content ends.

use super::content::question;
use super::sight::Sight;
use crate::english::Frame;
use crate::text::{Document, Form, Tag};

/// Where a content clause ends: before a second report, before the writer's *but*, where the relative clause of the
/// cue closes, else with its sentence.
pub(super) fn clause_end(sight: &Sight, start: usize, end: usize, apart: bool) -> usize {
    let mut at = start + 1;
    while at < end {
        if let Some(quote) = sight.opening(at)
            && quote.tokens.end < end
        {
            at = quote.tokens.end + 1;
            continue;
        }
        let introduces = sight.word(at) == ":" && at + 1 < end && sight.opening(at + 1).is_some();
        if introduces
            || sight.word(at) == ";"
            || sight.word(at) == ")" && !(start..at).any(|i| sight.word(i) == "(")
        {
            return at;
        }
        if sight.comma(at) && at + 1 < end && stops(sight, at + 1, end, apart) {
            return at;
        }
        if sight.token(at).tag == Tag::Cconj && takes_up(sight, at + 1, end) {
            return at;
        }
        at += 1;
    }
    trim(sight.document, start, end)
}

/// Whether what follows a comma is no longer the content.
fn stops(sight: &Sight, next: usize, end: usize, apart: bool) -> bool {
    let but = sight.is(next, &["but"]) && next + 1 < end && !sight.is(next + 1, &["that", "not", "only"]);
    let adding = sight.token(next).form == Form::Gerund
        && sight.frames(next).any(&[Frame::That, Frame::Charge])
        && sight.token(next).tag == Tag::Verb;
    let according = sight.is(next, &["accord", "according"]) && sight.is(next + 1, &["to"]);
    let closes = apart && (sight.finite(next) || sight.clause_at(next, end));
    let joined = sight.token(next).tag == Tag::Cconj;
    let aside = sight.is(next, &["while", "whereas", "though", "although"]) && sight.clause_at(next + 1, end);
    let but = but || aside || said_so(sight, next, end);
    but || adding
        || according
        || closes
        || joined && (takes_up(sight, next + 1, end) || another(sight, next + 1, end))
}

/// ", the Courier reported": a report around this one.
fn said_so(sight: &Sight, from: usize, end: usize) -> bool {
    let verb = (from..end.min(from + 8)).find(|&i| sight.comma(i) || sight.finite(i));
    verb.is_some_and(|i| {
        let saying = sight.tag(i) == Some(Tag::Verb) && sight.frames(i).has(Frame::Quote);
        saying && i > from && end - i < 8 && !sight.has_verb(i + 1..end) && sight.opens_phrase(from)
    })
}

/// ", and some lawyers doubt that": a report of somebody else.
fn another(sight: &Sight, from: usize, end: usize) -> bool {
    let verb =
        (from..end.min(from + 8)).find(|&i| sight.comma(i) || sight.finite(i) || sight.is(i, &["that"]));
    verb.is_some_and(|i| {
        i > from && sight.tag(i) == Some(Tag::Verb) && sight.frames(i).any(&[Frame::That, Frame::Bare])
    })
}

/// "and added that": a second report of the same holder.
fn takes_up(sight: &Sight, from: usize, end: usize) -> bool {
    let at = (from..end.min(from + 3)).find(|&i| sight.token(i).tag != Tag::Adv);
    at.is_some_and(|at| {
        let token = sight.token(at);
        token.tag == Tag::Verb
            && matches!(token.form, Form::Past | Form::Present3 | Form::Participle)
            && sight.frames(at).any(&[Frame::Quote, Frame::Order, Frame::Charge, Frame::Infinitive])
    })
}

/// Where an infinitive or a noun phrase as content ends.
pub(super) fn phrase_end(sight: &Sight, start: usize, end: usize, apart: bool) -> usize {
    let mut verbal = sight.infinitive(start).is_some() || sight.token(start).form == Form::Gerund;
    let mut at = start + 1;
    let mut relative = question(sight, start);
    while at < end {
        if let Some(quote) = sight.opening(at)
            && quote.tokens.end < end
        {
            at = quote.tokens.end + 1;
            continue;
        }
        let listed = || {
            let stop = (at + 1..end).find(|&i| sight.hard(i)).unwrap_or(end);
            (at + 2..stop.min(at + 10)).any(|i| sight.is(i, &["and", "or"]))
                && !sight.finite(at + 1)
                && !sight.has_verb(at + 1..stop.min(at + 8))
        };
        if sight.hard(at) && sight.word(at) != "." && sight.word(at) != "-"
            || sight.comma(at) && (at + 1 >= end || stops(sight, at + 1, end, apart) || !listed())
            || sight.token(at).tag == Tag::Cconj
                && at + 1 < end
                && (!verbal && past(sight, at + 1) || takes_up(sight, at + 1, end))
            || !verbal && (over(sight, start, at, end) || sight.finite(at) && !relative)
        {
            return at;
        }
        relative |= sight.relative(at) || question(sight, at);
        verbal |= sight.infinitive(at).is_some();
        at += 1;
    }
    trim(sight.document, start, end)
}

/// *resigned* in "rejected the plan and resigned".
fn past(sight: &Sight, at: usize) -> bool {
    sight.finite(at) || sight.tag(at) == Some(Tag::Verb) && sight.token(at).form == Form::Participle
}

/// Where a noun phrase as content is over: before a clause of time or reason, before when and where it was said.
fn over(sight: &Sight, start: usize, at: usize, end: usize) -> bool {
    let clause = sight.is(at, &["because", "after", "although", "though", "while", "as", "when"]);
    let occasion = sight.is(at, &["in", "at"]) && sight.is(at + 1, &["a", "an"])
        || sight.timed(at) && !sight.is(at, &["by"]) && !sight.is(at - 1, &["by"])
        || sight.tag(at) == Some(Tag::Adp) && !sight.is(at, &["by"]) && sight.timed(at + 1);
    at > start + 1 && (clause && sight.clause_at(at + 1, end) || occasion)
}

/// Without the closing full stop or comma.
pub(super) fn trim(document: &Document, start: usize, mut end: usize) -> usize {
    while end > start && matches!(document.word(end - 1), "," | "." | ";" | ":" | "–" | "—") {
        end -= 1;
    }
    end
}
