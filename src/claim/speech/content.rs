//! What is said: behind a cue ("said that …", "vowed to …", "said: “…”"), or in front of it ("…, she said").

use super::cue::Cue;
use super::end::{clause_end, phrase_end};
use super::sight::Sight;
use crate::english::{Frame, Stance};
use crate::text::{Case, Form, Tag};
use std::ops::Range;

/// What a cue's content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A clause or a quotation: an assertion of its own.
    Clause,
    /// An infinitive, a gerund, a noun phrase: what is wanted, foreseen, complained about.
    Phrase,
}

/// The content behind a cue that ends at `from`.
pub(super) fn behind(sight: &Sight, cue: &Cue, from: usize, apart: bool) -> Option<(Range<usize>, Kind)> {
    let end = sight.bounds(cue.head).end;
    let at = skip(sight, cue, from, end);
    if at >= end {
        return None;
    }
    let frames = cue.frames;
    let saying = frames.any(&[Frame::Quote, Frame::That]);
    // "began: “P.”": these take nothing between.
    let only = !frames.any(&[Frame::That, Frame::Bare, Frame::Question, Frame::Order]);
    if saying
        && !(only && at > from)
        && let Some(start) = quotation(sight, at, end)
        && !(titled(sight, start) && sight.token(cue.head).case == Case::Lower)
    {
        return Some((start..quotation_end(sight, start, end, apart), Kind::Clause));
    }
    if sight.comma(at) {
        return None;
    }
    let clause = |start: usize| Some((start..clause_end(sight, start, end, apart), Kind::Clause));
    // "found in a box that was open" says nothing.
    let box_that = at > from && at + 1 < end && sight.finite(at + 1) && sight.relative(at);
    if saying && sight.is(at, &["that"]) && at + 1 < end && !box_that {
        return clause(at);
    }
    if question(sight, at) && frames.has(Frame::Question) {
        return clause(at);
    }
    if !cue.passive
        && let Some(start) = phrasal(sight, cue, at, end)
    {
        // Who denies or admits having done it speaks of a fact.
        let stance = sight.token(cue.head).known.classes.stance();
        let fact =
            sight.token(start).form == Form::Gerund && matches!(stance, Some(Stance::Deny | Stance::Admit));
        let kind = if fact { Kind::Clause } else { Kind::Phrase };
        return Some((start..phrase_end(sight, start, end, apart), kind));
    }
    let after_hearer = frames.has(Frame::Whom);
    let told = || after_hearer && hearer(sight, at, end).is_some_and(|next| sight.clause_at(next, end));
    if frames.any(&[Frame::Bare, Frame::Whom]) && sight.clause_at(at, set_off(sight, cue, at, end)) && !told()
    {
        return clause(at);
    }
    if after_hearer
        && !cue.passive
        && let Some(start) = hearer(sight, at, end)
    {
        let start = skip(sight, cue, start, end);
        if start < end
            && let Some(quote) = quotation(sight, start, end)
        {
            return Some((quote..quotation_end(sight, quote, end, apart), Kind::Clause));
        }
        if start < end
            && (sight.is(start, &["that"]) || question(sight, start) || sight.clause_at(start, end))
        {
            return clause(start);
        }
    }
    if cue.passive {
        return None;
    }
    object(sight, cue, at, end).map(|start| (start..phrase_end(sight, start, end, apart), Kind::Phrase))
}

/// Where a clause behind a cue must begin and have its verb: ", who denies the theft, will play" ends at its comma.
fn set_off(sight: &Sight, cue: &Cue, at: usize, end: usize) -> usize {
    let first = sight.bounds(cue.head).start;
    let relative =
        cue.start >= first + 2 && sight.is(cue.start - 1, &["who", "which"]) && sight.comma(cue.start - 2);
    if relative { (at..end).find(|&i| sight.comma(i)).unwrap_or(end) } else { end }
}

/// "told reporters": the end of the one who is told.
fn hearer(sight: &Sight, at: usize, end: usize) -> Option<usize> {
    let mut stop = sight.phrase(at, end);
    while stop + 1 < end && sight.is(stop, &["of", "at", "from", "in", "and"]) && sight.opens_phrase(stop + 1)
    {
        stop = sight.phrase(stop + 1, end);
    }
    (stop > at).then_some(stop)
}

/// Over adverbs, the hearer behind *to*, when and where it was said.
pub(super) fn skip(sight: &Sight, cue: &Cue, from: usize, end: usize) -> usize {
    let mut at = from;
    let limit = end.min(from + 24);
    while at < limit {
        if question(sight, at) || sight.is(at, &["that"]) || sight.quote_mark(at) {
            return at;
        }
        let token = sight.token(at);
        if token.tag == Tag::Adv && !sight.is(at, &["there", "as", "so"])
            || sight.timed(at) && (sight.is(at + 1, &["that"]) || !sight.clause_at(at, end))
        {
            at += 1;
        } else if aside(sight, at, limit) {
            at = (at + 1..limit).find(|&i| sight.comma(i)).map_or(limit, |i| i + 1);
        } else if sight.is(at, &["to"]) && sight.is(at + 2, &["that"]) {
            // "wrote to staff that": a noun that could be a verb.
            at += 2;
        } else if token.tag == Tag::Adp && when_or_where(sight, cue, at) {
            let stop = sight.phrase(at + 1, limit);
            if stop == at + 1 {
                return at;
            }
            at = stop;
            while at + 1 < limit && sight.is(at, &["of", "with", "at"]) {
                at = sight.phrase(at + 1, limit).max(at + 1);
            }
        } else {
            break;
        }
    }
    at
}

/// Prepositions of place and time, and *to* with the hearer; not those that the cue takes its content with.
fn when_or_where(sight: &Sight, cue: &Cue, at: usize) -> bool {
    if sight.infinitive(at).is_some() {
        return false;
    }
    let taken = cue.frames.has(Frame::About) && sight.is(at, ABOUT);
    let taken = taken || cue.frames.has(Frame::As) && sight.is(at, &["as"]);
    let taken = taken || linked(sight, cue, at) == 1 || siding(sight, cue, at);
    !taken
        && sight.is(
            at,
            &[
                "in", "on", "at", "to", "during", "after", "before", "via", "through", "by", "from",
                "within", "under",
            ],
        )
}

/// "spoke in favour of".
fn siding(sight: &Sight, cue: &Cue, at: usize) -> bool {
    cue.frames.has(Frame::About)
        && sight.is(at, &["in"])
        && sight.is(at + 1, &["favour", "favor", "support", "defence", "defense", "praise"])
        && sight.is(at + 2, &["of"])
}

/// 1 at the preposition that a verb with its particle takes: "lashed out *at*", "looks forward *to*".
fn linked(sight: &Sight, cue: &Cue, at: usize) -> usize {
    let particle = cue.end > cue.head + 1 && at == cue.end && cue.frames.has(Frame::Thing);
    usize::from(
        particle && sight.is(at, &["on", "upon", "at", "to", "over"]) && sight.infinitive(at).is_none(),
    )
}

/// What *about* stands for.
const ABOUT: &[&str] = &["of", "for", "about", "against"];

/// ", in a paper published on Thursday, that": an aside between cue and content.
fn aside(sight: &Sight, at: usize, end: usize) -> bool {
    let Some(close) = (at + 1..end).find(|&i| sight.comma(i) || sight.hard(i) || sight.quote_mark(i)) else {
        return false;
    };
    sight.comma(at) && sight.comma(close) && close + 1 < sight.tokens.end && sight.is(close + 1, &["that"])
}

pub(super) fn question(sight: &Sight, at: usize) -> bool {
    sight.is(at, &["whether", "if", "why", "how", "what", "who", "whom", "where", "when", "which"])
}

/// Where a quotation begins: at its mark, behind a comma or a colon; a colon alone will do.
fn quotation(sight: &Sight, at: usize, end: usize) -> Option<usize> {
    if sight.quote_mark(at) {
        return sight.opening(at).map(|_| at);
    }
    let next = at + 1;
    let mark = matches!(sight.word(at), "," | ":");
    if mark && next < end && sight.quote_mark(next) {
        return sight.opening(next).map(|_| next);
    }
    (sight.word(at) == ":" && next < end && end - next > 1).then_some(next)
}

/// “War and Peace”: every longer word capitalised and no mark at the end is the title of a work.
fn titled(sight: &Sight, start: usize) -> bool {
    let Some(quote) = sight.opening(start) else { return false };
    let ended = matches!(sight.document.word(quote.tokens.end - 1), "." | "," | "!" | "?");
    let capital = |at: &usize| sight.document.tokens[*at].case != Case::Lower;
    let long = |at: &usize| sight.document.word(*at).len() > 3;
    !ended
        && quote.tokens.clone().filter(capital).count() > 1
        && quote.tokens.clone().filter(long).all(|at| capital(&at))
}

/// A quotation ends with its mark where nothing of the clause follows it.
fn quotation_end(sight: &Sight, start: usize, end: usize, apart: bool) -> usize {
    let Some(quote) = sight.opening(start) else { return clause_end(sight, start, end, apart) };
    let close = quote.tokens.end;
    if close >= end {
        return close.min(sight.document.tokens.len());
    }
    let next = close + 1;
    let over = next >= end
        || sight.comma(next)
        || sight.hard(next)
        || matches!(sight.tag(next), Some(Tag::Cconj | Tag::Sconj)) && !sight.has_verb(start + 1..close)
        || sight.word(close - 1) == ","
        || sight.has_verb(start + 1..close);
    if over { next } else { clause_end(sight, start, end, apart) }
}

/// Infinitive, gerund, *as* or preposition directly behind the cue.
fn phrasal(sight: &Sight, cue: &Cue, at: usize, end: usize) -> Option<usize> {
    let frames = cue.frames;
    let infinitive = frames.has(Frame::Infinitive) && sight.infinitive(at).is_some();
    // "Denied having hit anyone": the auxiliary is the gerund.
    let verb = |at: usize| matches!(sight.tag(at), Some(Tag::Verb | Tag::Aux));
    let gerund = frames.has(Frame::Gerund) && verb(at) && sight.token(at).form == Form::Gerund;
    let forward = at + linked(sight, cue, at);
    let gerund =
        gerund || forward > at && forward < end && verb(forward) && sight.token(forward).form == Form::Gerund;
    if infinitive || gerund {
        return Some(forward);
    }
    let about = frames.has(Frame::About) && sight.is(at, ABOUT) && sight.infinitive(at).is_none();
    if siding(sight, cue, at) && at + 3 < end {
        return Some(at + 3);
    }
    let against = usize::from(!sight.is(at, &["against"]));
    (about && at + 1 < end && !sight.hard(at + 1)).then_some(at + against)
}

/// What hangs on an object: "asked him to leave", "accused her of lying", "described it as", a plain noun phrase.
fn object(sight: &Sight, cue: &Cue, at: usize, end: usize) -> Option<usize> {
    let frames = cue.frames;
    let on = linked(sight, cue, at);
    let opens = |i: usize| {
        sight.opens_phrase(i)
            || sight.opening(i).is_some()
            || sight.is(i, &["that"]) && sight.tag(i) == Some(Tag::Det)
    };
    let quoted = || {
        (at..end.min(at + 10))
            .take_while(|&i| !sight.hard(i) && !sight.finite(i))
            .any(|i| sight.opening(i).is_some())
    };
    if frames.has(Frame::Name) && sight.opening(at).is_none() && quoted() {
        return Some(at);
    }
    if !opens(at + on) {
        return None;
    }
    if frames.has(Frame::Order) && ordered(sight, at, end) {
        return Some(at);
    }
    let near = |wanted: &[&str]| {
        let stop = (at..end.min(at + 18))
            .find(|&i| sight.hard(i) || sight.finite(i) || i > at && sight.infinitive(i).is_some());
        (at + 1..stop.unwrap_or(end.min(at + 18))).any(|i| sight.is(i, wanted))
    };
    if frames.has(Frame::Charge) && near(&["of", "for", "with", "on", "about", "against", "to"])
        || frames.has(Frame::As) && near(&["as"])
    {
        return Some(at);
    }
    if frames.has(Frame::Name) {
        let second = sight.phrase(at, end);
        let predicate = second < end
            && second > at
            && (sight.opening(second).is_some()
                || sight.is(second, &["a", "an", "the"])
                || sight.tag(second) == Some(Tag::Adj));
        if predicate {
            return Some(at);
        }
    }
    if frames.has(Frame::At) && measured(sight, at, end) {
        return Some(at);
    }
    // "weighs 600 pounds"
    let amount = sight.tag(at) == Some(Tag::Num) || sight.is(at, &["less", "more"]);
    let measure = amount && sight.token(cue.head).known.classes.stance().is_none();
    (frames.has(Frame::Thing) && opens(at + on) && !measure).then(|| given(sight, at + on, end))
}

/// "put the figure at 90": a noun phrase, then *at* and a number.
fn measured(sight: &Sight, at: usize, end: usize) -> bool {
    let next = sight.phrase(at, end);
    let number = |i: usize| matches!(sight.tag(i), Some(Tag::Num | Tag::Sym)) && !sight.timed(i);
    next > at
        && sight.is(next, &["at"])
        && (next + 1..end.min(next + 4))
            .take_while(|&i| sight.nominal(i) || sight.tag(i) == Some(Tag::Adv))
            .any(number)
}

/// "promised him | a vote": behind the one to whom it is given.
fn given(sight: &Sight, at: usize, end: usize) -> usize {
    let hearer = sight.is(at, &["i", "he", "they", "we", "you", "me", "him", "them", "us"]) && at + 1 < end;
    at + usize::from(hearer && sight.is(at + 1, &["a", "an", "the", "no", "more"]))
}

/// A noun phrase, then *to* and a verb: "residents to stay away".
fn ordered(sight: &Sight, at: usize, end: usize) -> bool {
    let mut relative = false;
    for i in at + 1..end.min(at + 16) {
        if sight.relative(i) {
            relative = true;
        }
        if sight.infinitive(i).is_some() {
            return true;
        }
        if sight.hard(i)
            || sight.comma(i)
            || sight.finite(i) && !relative
            || sight.quote_mark(i) && sight.opening(i).is_some()
        {
            return false;
        }
    }
    false
}

/// What stands in front of ", X said" or "”, said X": `limit` is the first token of "X said".
pub(super) fn before(sight: &Sight, limit: usize) -> Option<Range<usize>> {
    let bounds = sight.bounds(limit);
    let mut end = limit;
    let mut marked = false;
    while end > bounds.start && matches!(sight.word(end - 1), "," | "?" | "!" | "–" | "—" | "--") {
        end -= 1;
        marked = true;
    }
    if end == bounds.start {
        // The quotation may have ended with the sentence before.
        return None;
    }
    if sight.quote_mark(end - 1)
        && let Some(quote) = sight.closing(end - 1)
    {
        let open = quote.tokens.start - 1;
        let fresh = open <= bounds.start || sight.hard(open - 1) || sight.quote_mark(open - 1);
        let start = if fresh { open } else { clause_start(sight, bounds.start, open) };
        return Some(start..end);
    }
    if !marked {
        return None;
    }
    let question = matches!(sight.word(limit - 1), "?" | "!");
    let end = if question { limit } else { end };
    let start = clause_start(sight, bounds.start, end);
    (end > start).then_some(start..end)
}

/// Where the clause that ends here begins: behind the last semicolon, dash or quotation of another sentence.
fn clause_start(sight: &Sight, floor: usize, end: usize) -> usize {
    (floor..end)
        .rev()
        .find(|&i| matches!(sight.word(i), ";" | "–" | "—" | "--" | ":"))
        .map_or(floor, |i| i + 1)
}
