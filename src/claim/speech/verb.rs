//! Reports by verbs: "X said that P", "“P,” said X", "X, who said P, …", "X vowed to P", "… adding that P".

use super::content::{self, Kind};
use super::cue::{self, Cue};
use super::end;
use super::gap;
use super::passive;
use super::sight::Sight;
use super::source::{self, Subject};
use super::{Report, Reports};
use crate::english::Frame;
use crate::text::{Form, Tag};
use std::ops::Range;

/// Prepositions that open what hangs on the report more often than what is reported.
const HANGING: &[&str] = &["after", "before", "since", "until", "as", "with", "without", "despite", "by"];

/// The reports of a sentence whose cue is a verb.
pub(super) fn find(sight: &Sight, reports: &mut Reports) {
    for head in sight.tokens.clone() {
        if sight.token(head).tag != Tag::Verb && !cue::misread(sight, head) {
            continue;
        }
        let cue = cue::at(sight, head);
        if !cue.as_ref().is_some_and(|cue| cue.frames.has(Frame::Quote))
            && let Some(found) = any_verb(sight, head)
        {
            reports.push(found);
            continue;
        }
        match cue {
            Some(cue) if cue.passive => passive::find(sight, &cue, reports),
            Some(cue) => active(sight, &cue, reports),
            None => {}
        }
    }
}

/// The report of a verb, with the attitude that a *not* in front of it leaves.
pub(super) fn report(
    sight: &Sight,
    cue: &Cue,
    source: Option<Range<usize>>,
    content: (Range<usize>, Kind),
) -> Report {
    let negated = (cue.start..cue.head).any(|i| sight.is(i, &["not", "n't", "never"]));
    Report::new(sight, source, cue.start..cue.end, cue.head, content).negated(negated)
}

fn active(sight: &Sight, cue: &Cue, reports: &mut Reports) {
    if let Some(found) = inverted(sight, cue) {
        reports.push(found);
        return;
    }
    // "fined for criticising": not who fined.
    if cue.participle
        && cue.start > sight.tokens.start
        && sight.is(cue.start - 1, &["for", "of", "from", "about", "against"])
    {
        return;
    }
    let (source, apart) = match source::subject(sight, cue.start) {
        Subject::Phrase(phrase) if !cue.participle && !cue.loose => {
            if let Some(found) = postposed(sight, cue, &phrase, reports) {
                reports.push(found);
                return;
            }
            (Some(phrase), false)
        }
        // "a letter saying that P"
        Subject::Phrase(phrase)
            if cue.participle && !cue.loose && phrase.end == cue.start && !sight.comma(cue.start - 1) =>
        {
            (Some(phrase), false)
        }
        Subject::Relative(phrase, comma) if !cue.loose => (Some(phrase), comma),
        Subject::Shared => (shared(sight, cue, reports), false),
        _ if cue.participle => {
            if let Some(found) = fronted(sight, cue) {
                reports.push(found);
                return;
            }
            (quoted_as(sight, cue).or_else(|| shared(sight, cue, reports)), false)
        }
        _ if cue.loose => (shared(sight, cue, reports), false),
        _ => return,
    };
    let Some(source) = source else { return };
    if let Some(found) = gap::find(sight, cue, &source) {
        reports.push(report(sight, cue, Some(found.0), (found.1, Kind::Clause)));
        return;
    }
    if nobody(sight, &source) {
        return;
    }
    let impersonal =
        sight.is(source.start, &["it"]) && (cue.start..cue.head).any(|i| sight.tag(i) == Some(Tag::Adj));
    if source.len() == 1 && impersonal {
        return;
    }
    let relative = source.start > sight.tokens.start && sight.relative(source.start - 1);
    let apart = apart || relative || dependent(sight, source.start);
    if let Some((content, kind)) = content::behind(sight, cue, cue.end, apart)
        && !(kind == Kind::Phrase && (cue.loose || expletive(sight, &source)))
    {
        reports.push(report(sight, cue, Some(source), (content, kind)));
    }
}

/// "Although X said P, Q": the clause of the cue hangs on another that follows.
fn dependent(sight: &Sight, subject: usize) -> bool {
    let floor = sight.bounds(subject).start;
    subject > floor
        && sight.is(
            subject - 1,
            &["although", "though", "while", "when", "if", "after", "because", "since", "as", "before"],
        )
        && (subject - 1 == floor || sight.comma(subject - 2) || sight.token(subject - 2).tag == Tag::Cconj)
}

/// "Let us praise", "saw them accuse": the object of another verb.
fn nobody(sight: &Sight, source: &Range<usize>) -> bool {
    matches!(sight.word(source.end - 1), "us" | "them" | "him" | "me")
}

/// *it* and *there* want and fear nothing.
fn expletive(sight: &Sight, source: &Range<usize>) -> bool {
    source.len() == 1 && sight.is(source.start, &["there", "this", "that", "what"])
}

/// Whether a token closes what stands before a cue.
fn closes(sight: &Sight, at: usize) -> bool {
    matches!(sight.word(at), "," | "?" | "!" | "–" | "—" | "--") || sight.closing(at).is_some()
}

/// "“P,” said X", "P, says X".
fn inverted(sight: &Sight, cue: &Cue) -> Option<Report> {
    let floor = sight.bounds(cue.head).start;
    if !cue.frames.has(Frame::Quote) || cue.start == floor || !closes(sight, cue.start - 1) {
        return None;
    }
    let source = source::inverted(sight, cue)?;
    // "“P,” Mora, 42, told the Courier".
    if let Subject::Phrase(phrase) = source::subject(sight, cue.start)
        && phrase.start > floor
        && sight.closing(phrase.start - 1).is_some()
    {
        return None;
    }
    let front = content::before(sight, cue.start)?;
    let direct = sight.quote_mark(front.end - 1);
    // "Keel, the maker of pumps, reported a profit of 3 million, or 4 pence a share": a profit does not speak.
    let speaks = || source.clone().any(|i| sight.speaker(i));
    let clause = sight.has_verb(front.clone()) || interrupts(sight, cue, source.end) && speaks();
    if !(direct || clause && indirect(sight, cue, &front)) {
        return None;
    }
    let more = goes_on(sight, &front, source.end);
    Some(report(sight, cue, Some(source), (front, Kind::Clause)).with(more))
}

/// "“P,” cracked one officer", "“P,” the officer beamed": behind a quotation that ends in a comma any verb is one of saying.
fn any_verb(sight: &Sight, head: usize) -> Option<Report> {
    let floor = sight.tokens.start;
    let finite = matches!(sight.token(head).form, Form::Past | Form::Present3);
    if sight.quotes.is_empty() || !finite || head < floor + 3 || sight.quoted(head).is_some() {
        return None;
    }
    let quotation = |at: usize| {
        at >= floor + 3 && sight.closing(at - 1).is_some() && matches!(sight.word(at - 2), "," | "?" | "!")
    };
    let cue = Cue::bare(head);
    let (source, limit) = if quotation(head) {
        (source::inverted(sight, &cue)?, head)
    } else {
        let Subject::Phrase(phrase) = source::subject(sight, head) else { return None };
        let next = head + 1;
        let over = next >= sight.tokens.end
            || sight.comma(next)
            || sight.hard(next)
            || matches!(sight.tag(next), Some(Tag::Adv | Tag::Adp));
        let limit = phrase.start;
        if !over || !quotation(limit) {
            return None;
        }
        (phrase, limit)
    };
    let front = content::before(sight, limit)?;
    // “Salt,” the film, opened: a title has neither a verb nor a speaker.
    if !source.clone().any(|i| sight.speaker(i)) && !sight.has_verb(front.clone()) {
        return None;
    }
    let more = goes_on(sight, &front, source.end.max(cue.end));
    Some(report(sight, &cue, Some(source), (front, Kind::Clause)).with(more))
}

/// "P, X said": nothing of the content stands behind the cue, or a quotation goes on there.
fn postposed(sight: &Sight, cue: &Cue, source: &Range<usize>, reports: &Reports) -> Option<Report> {
    let floor = sight.bounds(cue.head).start;
    let edge = link(sight, floor, source.start);
    if edge == floor && edge < source.start && cue.frames.has(Frame::Quote) {
        // Who writes "as X said" says so too: it is the writer's own claim, with a witness.
        return as_said(sight, cue, source);
    }
    let whatever = sight.is(source.start, &["whatever", "whichever"]);
    if !cue.frames.has(Frame::Quote) || edge == floor || !closes(sight, edge - 1) || whatever {
        return None;
    }
    let front = content::before(sight, edge)?;
    let direct = sight.quote_mark(front.end - 1);
    if edge < source.start
        && (!indirect(sight, cue, &front) && !sight.is(cue.head, &["put", "tell"]) || framed(reports, &front))
    {
        return None;
    }
    if !direct && edge == source.start {
        // "The bill, he warned, “will destroy us.”"
        let broken =
            sight.comma(cue.end) && sight.opening(cue.end + 1).is_some() && !sight.has_verb(front.clone());
        let own = |(_, kind)| kind == Kind::Clause || !plain_saying(cue);
        if !broken && content::behind(sight, cue, cue.end, false).is_some_and(own) {
            return None;
        }
        let dependent = sight.subordinator(front.start)
            || sight.tag(front.start) == Some(Tag::Adp) && sight.is(front.start, HANGING)
            || sight.tag(front.start) == Some(Tag::Verb) && sight.token(front.start).form != Form::Base;
        // "Bridge to close in June, mayor says"
        let heading = (front.start + 1..front.end).any(|i| sight.infinitive(i).is_some());
        let clause = (heading || sight.has_verb(front.clone())) && !dependent;
        if !indirect(sight, cue, &front) || !clause && !interrupts(sight, cue, cue.end) {
            return None;
        }
    }
    let more = goes_on(sight, &front, cue.end);
    Some(report(sight, cue, Some(source.clone()), (front, Kind::Clause)).with(more))
}

/// Whether a report stands in this stretch already.
fn framed(reports: &Reports, front: &Range<usize>) -> bool {
    reports.last(8).any(|report| front.contains(&report.cue.start))
}

/// "As X put it, P".
fn as_said(sight: &Sight, cue: &Cue, source: &Range<usize>) -> Option<Report> {
    let end = sight.bounds(cue.head).end;
    let comma = (cue.end..end.min(cue.end + 8))
        .find(|&i| sight.comma(i) || sight.finite(i))
        .filter(|&i| sight.comma(i))?;
    let content = comma + 1..end::clause_end(sight, comma + 1, end, false);
    (content.len() > 1).then(|| report(sight, cue, Some(source.clone()), (content, Kind::Phrase)))
}

/// ", as X said", ", or so X says": where the words begin that only link.
fn link(sight: &Sight, floor: usize, subject: usize) -> usize {
    let before = |n: usize, words: &[&str]| subject >= floor + n && sight.is(subject - n, words);
    match () {
        () if before(1, &["as"]) => subject - 1,
        () if before(1, &["so"]) && before(2, &["or"]) => subject - 2,
        () => subject,
    }
}

/// *begin* and *laugh* go with quotations only; *ask* with questions.
fn indirect(sight: &Sight, cue: &Cue, front: &Range<usize>) -> bool {
    cue.frames.any(&[Frame::That, Frame::Bare])
        || matches!(sight.word(front.end - 1), "?" | "!") && cue.frames.has(Frame::Question)
}

fn plain_saying(cue: &Cue) -> bool {
    !cue.frames.any(&[Frame::Thing, Frame::Infinitive, Frame::Charge])
}

/// ", X said on Monday," with more of the sentence behind.
fn interrupts(sight: &Sight, cue: &Cue, from: usize) -> bool {
    let end = sight.tokens.end;
    let at = content::skip(sight, cue, from, end);
    sight.comma(at) && at + 2 < end
}

/// What of the content follows an interrupting "X said".
fn goes_on(sight: &Sight, front: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let end = sight.bounds(from.min(sight.tokens.end - 1)).end;
    let direct = sight.quote_mark(front.end - 1);
    let open = (from..end).find(|&i| sight.opening(i).is_some());
    if let Some(open) = open
        && (matches!(sight.word(open - 1), "," | ":" | "." | "–" | "—") || open == from)
    {
        let close = sight.opening(open).map_or(end, |quote| quote.tokens.end);
        return Some(open..(close + 1).min(sight.document.tokens.len()));
    }
    let comma = (from..end).find(|&i| sight.comma(i) || sight.hard(i)).filter(|&i| sight.comma(i))?;
    let next = comma + 1;
    let joined = next + 1 < end
        && sight.tag(next) == Some(Tag::Cconj)
        && sight.frames(next + 1).is_empty()
        && matches!(sight.tag(next + 1), Some(Tag::Verb | Tag::Adp));
    if direct || next >= end || !joined && sight.has_verb(front.clone()) {
        return None;
    }
    let stop = end::clause_end(sight, next, end, false);
    (stop > next).then_some(next..stop)
}

/// Whoever spoke goes on speaking ("…, adding that"), else the subject of the verb in front ("left and said").
fn shared(sight: &Sight, cue: &Cue, reports: &Reports) -> Option<Range<usize>> {
    let bounds = sight.bounds(cue.head);
    let before =
        (bounds.start..cue.start).rev().find(|&i| sight.finite(i) && sight.token(i).tag == Tag::Verb);
    let spoken = reports
        .last(16)
        .find(|report| {
            let before = report.cue.end <= cue.start && bounds.contains(&report.cue.start);
            before && !reports.last(16).any(|outer| outer.content.contains(&report.cue.start))
        })
        .and_then(|report| report.source.clone());
    // "said P and denied Q": the content ended where this cue takes up.
    let taken_up =
        reports.last(4).any(|report| (report.content.end..report.content.end + 4).contains(&cue.start));
    if (cue.participle || taken_up) && spoken.is_some() {
        return spoken;
    }
    let mut verb = before;
    for _ in 0..4 {
        let at = verb?;
        match source::subject(sight, sight.group_start(bounds.start, at)) {
            Subject::Phrase(phrase) | Subject::Relative(phrase, _) => return Some(phrase),
            _ => {
                verb = (bounds.start..at).rev().find(|&i| sight.finite(i) && sight.token(i).tag == Tag::Verb)
            }
        }
    }
    spoken
}

/// "was quoted as saying that".
fn quoted_as(sight: &Sight, cue: &Cue) -> Option<Range<usize>> {
    let floor = sight.bounds(cue.head).start;
    let verb = cue.start.checked_sub(2).filter(|&i| i >= floor)?;
    if !sight.is(verb + 1, &["as"]) || sight.tag(verb) != Some(Tag::Verb) {
        return None;
    }
    match source::subject(sight, sight.group_start(floor, verb)) {
        Subject::Phrase(phrase) | Subject::Relative(phrase, _) => Some(phrase),
        _ => None,
    }
}

/// "Arguing that P, X left": the holder follows.
fn fronted(sight: &Sight, cue: &Cue) -> Option<Report> {
    let bounds = sight.bounds(cue.head);
    if cue.start > bounds.start + 1 {
        return None;
    }
    let (content, kind) = content::behind(sight, cue, cue.end, false)?;
    let comma =
        (content.start..bounds.end).find(|&i| sight.comma(i) && sight.clause_at(i + 1, bounds.end))?;
    let source = comma + 1..sight.phrase(comma + 1, bounds.end);
    let content = content.start..comma.min(content.end);
    (!source.is_empty() && !content.is_empty()).then(|| report(sight, cue, Some(source), (content, kind)))
}
