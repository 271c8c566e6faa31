//! Verb groups: a main verb with its auxiliaries, negation and the verbs that govern it
//! ("has not yet agreed to pay" is one group with the head *pay*).

mod govern;
mod reader;

use super::assertion::Modality;
use super::words::{CueKind, Words};
use crate::english::Aspect;
use crate::text::{Document, Form, Tag, fronted};
use std::ops::Range;

/// When a verb group places its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
    Future,
    /// An infinitive, participle or gerund of its own: the clause around it decides.
    None,
}

/// A main verb with what belongs to it.
#[derive(Clone, Debug)]
pub(super) struct VerbGroup {
    /// First auxiliary to last word.
    pub tokens: Range<usize>,
    /// The verb that carries the meaning; of a bare copula, the copula.
    pub head: usize,
    /// The full verbs from the first to the head, both included.
    pub chain: Vec<usize>,
    /// Stands with a subject of its own.
    pub finite: bool,
    /// *was captured*.
    pub passive: bool,
    /// *has captured*.
    pub perfect: bool,
    /// *had captured*: the past of a past.
    pub past_perfect: bool,
    /// *is*, *remains* + complement.
    pub copula: bool,
    /// Denied by an odd number of words and governing verbs: *not, never, failed to*.
    pub negated: bool,
    /// *no longer*.
    pub no_longer: bool,
    /// What its auxiliaries and governing verbs make of it.
    pub modality: Modality,
    /// The aspect that its governing verbs give it: "stopped accepting", "continues to rise".
    pub aspect: Option<Aspect>,
    /// Past, present, future.
    pub tense: Tense,
    /// The subject between auxiliary and verb: "Did **the farmer** pay?"
    pub inside: Option<Range<usize>>,
    /// Has an auxiliary or governing verb, or *to*.
    pub(super) helped: bool,
}

/// All verb groups of a sentence, in order, without overlaps.
pub(super) fn verb_groups(words: &Words, sentence: Range<usize>) -> Vec<VerbGroup> {
    let mut groups: Vec<VerbGroup> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        // "Provided the rain stops": it opens a condition.
        if let Some(cue) = words.condition(at) {
            at = cue.tokens.end;
            continue;
        }
        let Some(mut group) =
            reader::Reader::group(words, at, sentence.clone()).filter(|g| !compared(words, g))
        else {
            at += 1;
            continue;
        };
        let floor = groups.last().map_or(sentence.start, |before| before.tokens.end);
        group.negated ^= denied_before(words, floor..group.tokens.start) || denied_afar(words, floor, &group);
        group.no_longer |= (floor..group.tokens.start).rev().take(2).any(|i| stops(words, i));
        if let Some(before) = groups.last() {
            share(words, before, &mut group);
        }
        at = group.tokens.end;
        groups.push(group);
    }
    groups
}

/// "Smaller than **expected**", "as **planned**", "for the **stolen** pictures": no clause.
fn compared(words: &Words, group: &VerbGroup) -> bool {
    let tokens = &words.document.tokens;
    group.tokens.len() == 1
        && matches!(tokens[group.head].form, Form::Participle | Form::Past)
        && group.head > 0
        && tokens[group.head - 1].is(&["than", "as", "the", "a", "an", "its", "his", "their"])
}

fn stops(words: &Words, at: usize) -> bool {
    words.cue(at, |kind| kind == CueKind::Stop).is_some() && words.classes(at).denial().is_some()
}

/// "It never fully controlled", "at no time was it": a denial among the adverbs right before the group.
fn denied_before(words: &Words, gap: Range<usize>) -> bool {
    let mut start = gap.end;
    while start > gap.start {
        let before = start - 1;
        let cue = words
            .cues(before.saturating_sub(4).max(gap.start)..start)
            .iter()
            .find(|cue| cue.tokens.end == start && matches!(cue.kind, CueKind::Deny | CueKind::Stop));
        match cue {
            Some(cue) => start = cue.tokens.start.max(gap.start),
            None if words.document.tokens[before].tag == Tag::Adv || words.denies(before) => start = before,
            None => break,
        }
    }
    (start..gap.end).filter(|&at| words.denies(at)).count() % 2 == 1
}

/// "**Never** in forty years has the choir won".
fn denied_afar(words: &Words, floor: usize, group: &VerbGroup) -> bool {
    let before = &words.document.tokens[floor..group.tokens.start];
    group.inside.is_some() && words.denies(floor) && fronted(before)
}

/// "May cut flights and close its base", "was not painted or repaired": the second verb shares what helps the first.
fn share(words: &Words, before: &VerbGroup, group: &mut VerbGroup) {
    let tokens = &words.document.tokens;
    let first = group.tokens.start;
    let joined = (before.tokens.end..first)
        .rev()
        .take(2)
        .find(|&i| tokens[i].tag != Tag::Adv)
        .is_some_and(|i| tokens[i].tag == Tag::Cconj && !tokens[i].is(&["but"]));
    if !joined || group.helped || tokens[first].tag != Tag::Verb || !before.helped {
        return;
    }
    let governs = tokens.get(group.tokens.end).is_some_and(|next| {
        matches!(next.tag, Tag::Det | Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num | Tag::Adj)
    });
    let fits = match tokens[first].form {
        Form::Base => tokens[before.head].form == Form::Base,
        Form::Participle | Form::Past => before.passive && !governs || before.perfect && !before.passive,
        _ => false,
    };
    if !fits {
        return;
    }
    group.modality = before.modality;
    group.tense = before.tense;
    group.negated ^= before.negated;
    group.no_longer |= before.no_longer;
    group.passive |= before.passive && tokens[first].form != Form::Base;
    group.perfect |= before.perfect;
    group.past_perfect |= before.past_perfect;
    group.finite = before.finite;
    group.helped = true;
}

fn verbal(document: &Document, at: usize) -> bool {
    matches!(document.tokens[at].tag, Tag::Aux | Tag::Verb)
}

/// The next verb after adverbs and denials, within a few words.
fn verb_after_adverbs(words: &Words, mut at: usize, end: usize) -> Option<usize> {
    let limit = end.min(at + 4);
    while at < limit {
        let token = &words.document.tokens[at];
        if verbal(words.document, at) {
            return Some(at);
        }
        if !(token.tag == Tag::Adv || words.denies(at) || token.is(&["yet", "still", "also"])) {
            return None;
        }
        at = words.past(at);
    }
    None
}

/// The verb of an infinitive with *to* that begins at a token.
fn infinitive_at(words: &Words, at: usize, end: usize) -> Option<usize> {
    let tokens = &words.document.tokens;
    if at < end && tokens[at].lemma == "to" {
        let verb = verb_after_adverbs(words, at + 1, end)?;
        return (tokens[verb].form == Form::Base).then_some(verb);
    }
    None
}

impl VerbGroup {
    /// Makes it the participle of a noun: "a letter **forged** by the judge".
    pub fn lean(&mut self) {
        self.finite = false;
        self.passive = true;
        self.tense = Tense::None;
    }

    /// Makes it the past verb of its sentence.
    pub fn stand(&mut self) {
        self.finite = true;
        self.tense = Tense::Past;
    }
}
