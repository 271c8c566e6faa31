//! Reports by nouns and adjectives: "X's claim that P", "made a promise to P", "is confident that P".

use super::content::{self, Kind};
use super::end;
use super::sight::Sight;
use super::source::{self, Subject};
use super::{Report, Reports};
use crate::english::{self, Frame, Frames};
use crate::text::{Form, Tag};
use std::ops::Range;

/// The reports of a sentence whose cue is a noun or an adjective.
pub(super) fn find(sight: &Sight, reports: &mut Reports) {
    for at in sight.tokens.clone() {
        match sight.token(at).tag {
            Tag::Noun => {
                let frames = sight.frames(at);
                if frames.any(WITH_CONTENT) {
                    reports.extend(noun(sight, at, frames));
                }
            }
            Tag::Adj => reports.extend(adjective(sight, at, sight.frames(at))),
            Tag::Verb if participle(sight, at) => {
                reports.extend(adjective(sight, at, english::classes(sight.word(at)).frames()));
            }
            _ => {}
        }
    }
}

/// What makes a noun or an adjective a cue.
const WITH_CONTENT: &[Frame] = &[Frame::NounThat, Frame::NounInfinitive, Frame::NounAbout];

/// "is convinced", "are worried".
fn participle(sight: &Sight, at: usize) -> bool {
    sight.token(at).form != Form::Base && at > sight.tokens.start && linking(sight, at - 1)
}

/// What a noun or an adjective has as content behind it.
fn complement(sight: &Sight, at: usize, frames: Frames, end: usize) -> Option<(Range<usize>, Kind)> {
    if at >= end {
        return None;
    }
    if frames.has(Frame::NounThat) && sight.is(at, &["that"]) && at + 1 < end && !sight.finite(at + 1) {
        return Some((at..end::clause_end(sight, at, end, false), Kind::Clause));
    }
    (frames.has(Frame::NounInfinitive) && sight.infinitive(at).is_some())
        .then(|| (at..end::phrase_end(sight, at, end, false), Kind::Phrase))
}

/// "wary of the plan", "unsure about whether it works": what stands behind the preposition.
fn about(sight: &Sight, at: usize, frames: Frames, end: usize) -> Option<(Range<usize>, Kind)> {
    let start = at + 1;
    let preposition = sight.is(at, &["of", "about", "by", "at", "over", "with", "on", "to", "in", "for"]);
    if !frames.has(Frame::NounAbout) || !preposition || start >= end || sight.timed(start) {
        return None;
    }
    let opens = sight.opens_phrase(start)
        || sight.token(start).form == Form::Gerund
        || content::question(sight, start);
    (opens && sight.infinitive(at).is_none())
        .then(|| (start..end::phrase_end(sight, start, end, false), Kind::Phrase))
}

fn noun(sight: &Sight, at: usize, frames: Frames) -> Option<Report> {
    let bounds = sight.bounds(at);
    let start = phrase_start(sight, at, bounds.start);
    let mut from = at + 1;
    let mut source = owner(sight, start, bounds.start);
    if source.is_none() && sight.is(from, &["by", "from", "of", "among"]) && from + 1 < bounds.end {
        let stop = sight.phrase(from + 1, bounds.end);
        if complement(sight, stop, frames, bounds.end).is_some() {
            source = Some(from + 1..stop);
            from = stop;
        }
    }
    let owned = source.is_some();
    let mut cue = at..at + 1;
    if owned && let Some(report) = copular(sight, at, frames, source.clone()) {
        return Some(report);
    }
    let mut raised = false;
    if source.is_none() {
        let (holder, verb) = bearer(sight, start, bounds.start)?;
        source = Some(holder);
        cue.start = verb;
        // Of "expressed concern about" the verb's own report speaks.
        raised = !sight.frames(verb).has(Frame::Thing);
    }
    // "her demand for a review"
    let about = || {
        let named =
            owned && sight.is(from, &["for"]) && from + 1 < bounds.end && frames.has(Frame::NounInfinitive);
        named.then(|| (from + 1..end::phrase_end(sight, from + 1, bounds.end, false), Kind::Phrase))
    };
    let (mut content, kind) = complement(sight, from, frames, bounds.end)
        .or_else(about)
        .or_else(|| (owned || raised).then(|| self::about(sight, from, frames, bounds.end)).flatten())?;
    if owned {
        content.end = predicate(sight, &content, kind);
    }
    let sure = at > bounds.start && sight.is(at - 1, &["no", "little"]);
    Some(Report::new(sight, source, cue, at, (content, kind)).negated(sure))
}

/// "Mora's fear is that P", "their goal was to V".
fn copular(sight: &Sight, at: usize, frames: Frames, source: Option<Range<usize>>) -> Option<Report> {
    let end = sight.bounds(at).end;
    let verb = at + 1;
    let next = verb + 1;
    if next + 1 >= end || !sight.is(verb, &["be", "remain"]) || !sight.finite(verb) {
        return None;
    }
    let content = complement(sight, next, frames, end)?;
    Some(Report::new(sight, source, at..next, at, content))
}

/// "The firm's claim that the pump was tested | is false": the verb that the noun is the subject of ends the content.
pub(super) fn predicate(sight: &Sight, content: &Range<usize>, kind: Kind) -> usize {
    let mut own = kind == Kind::Phrase;
    let mut open = false;
    for at in content.start + 1..content.end {
        open |= sight.relative(at) || sight.subordinator(at) || sight.token(at).tag == Tag::Cconj;
        open |= own && sight.frames(at).has(Frame::Bare);
        let chained =
            matches!(sight.token(at - 1).tag, Tag::Aux | Tag::Adv | Tag::Part) && at > content.start + 1;
        if sight.finite(at) && !chained {
            if own && !open {
                return at;
            }
            own = true;
            open = false;
        }
    }
    content.end
}

/// The first word of the noun phrase, without its owner.
fn phrase_start(sight: &Sight, at: usize, floor: usize) -> usize {
    let mut start = at;
    while start > floor
        && matches!(sight.token(start - 1).tag, Tag::Adj | Tag::Num | Tag::Noun | Tag::Det | Tag::Adv)
        && !sight.finite(start - 1)
    {
        start -= 1;
    }
    start
}

/// "the company's", "his".
fn owner(sight: &Sight, start: usize, floor: usize) -> Option<Range<usize>> {
    let before = start.checked_sub(1).filter(|&i| i >= floor)?;
    if sight.possessive(before) {
        return Some(before..start);
    }
    if sight.is(before, &["'s", "'"]) && sight.token(before).tag == Tag::Part && before > floor {
        let phrase = sight.phrase_before(floor, before);
        return (!phrase.is_empty()).then_some(phrase.start..start);
    }
    None
}

/// "X made the claim that": the subject of the verb whose object the noun is.
fn bearer(sight: &Sight, start: usize, floor: usize) -> Option<(Range<usize>, usize)> {
    let verb = start.checked_sub(1).filter(|&i| i >= floor)?;
    // "hold out little hope that"
    let particle = verb > floor && matches!(sight.token(verb).tag, Tag::Adv | Tag::Adp);
    let (verb, frames) = match particle {
        true => (verb - 1, english::phrasal_classes(&sight.token(verb - 1).lemma, sight.word(verb)).frames()),
        false => (verb, sight.frames(verb)),
    };
    let verbal = matches!(sight.token(verb).tag, Tag::Verb | Tag::Aux);
    if !verbal || !frames.any(&[Frame::Light, Frame::Thing]) {
        return None;
    }
    match source::subject(sight, sight.group_start(floor, verb)) {
        Subject::Phrase(phrase) | Subject::Relative(phrase, _) => Some((phrase, verb)),
        _ => None,
    }
}

/// *be, remain, feel, seem* as the verb of an adjective.
fn linking(sight: &Sight, at: usize) -> bool {
    sight.is(
        at,
        &["be", "remain", "feel", "seem", "become", "sound", "get", "appear", "grow", "look", "not", "n't"],
    ) || sight.tag(at) == Some(Tag::Adv)
}

fn adjective(sight: &Sight, at: usize, frames: Frames) -> Option<Report> {
    if !frames.any(WITH_CONTENT) {
        return None;
    }
    let bounds = sight.bounds(at);
    let mut start = at;
    while start > bounds.start
        && start + 5 > at
        && (linking(sight, start - 1) || sight.token(start - 1).tag == Tag::Aux)
    {
        start -= 1;
    }
    if !(start..at).any(|i| matches!(sight.token(i).tag, Tag::Verb | Tag::Aux)) {
        return None;
    }
    let next = at + 1;
    let bare = || {
        let open = frames.has(Frame::NounThat)
            && (sight.clause_at(next, bounds.end)
                || sight.is(next, &["whether", "if", "whom", "why", "how"]));
        open.then(|| (next..end::clause_end(sight, next, bounds.end, false), Kind::Clause))
    };
    let about = || about(sight, next, frames, bounds.end);
    let content = complement(sight, next, frames, bounds.end).or_else(bare).or_else(about)?;
    let source = match source::subject(sight, start) {
        Subject::Phrase(phrase) | Subject::Relative(phrase, _) => phrase,
        _ => return None,
    };
    // "It is clear that" is nobody's.
    if source.len() == 1 && sight.is(source.start, &["it", "there", "this", "that"]) {
        return None;
    }
    Some(Report::new(sight, Some(source), start..at + 1, at, content))
}
