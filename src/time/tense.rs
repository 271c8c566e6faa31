//! Whether a sentence speaks of what was or of what will be, near one of its words.

use super::lexicon::{Class, Cue};
use super::words::{NOWHERE, Words};
use crate::english::{Form, Tag};

/// Where the nearest verb points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// No verb says; newspapers then mean the past.
    Unknown,
}

/// The tense of the verb nearest to tokens `from..to`: the one before it in its clause counts first
/// ("said on Friday that he will"), then the one after it ("on Friday the council will vote").
pub(super) fn near(w: &Words, from: usize, to: usize) -> Tense {
    let first = from.saturating_sub(14).max(w.start);
    if set_ahead(w, from) {
        return Tense::Future;
    }
    for i in (first..from).rev() {
        match cue(w, i) {
            // "will be held", "is held": the participle says nothing of its own.
            Some(Tense::Past) if (1..=3).any(|n| matches!(w.text(w.back(i, n)), "be" | "is" | "are")) => {}
            Some(tense) => return tense,
            None if w.mark(i, ";:") => break,
            None => {}
        }
    }
    let after = (to..w.end.min(to + 16)).take_while(|i| !w.mark(*i, ";")).find_map(|i| cue(w, i));
    after.unwrap_or_else(|| {
        // "Minister to quit on Friday": a headline's infinitive.
        let infinitive =
            |i: usize| w.text(i) == "to" && w.doc.tokens.get(i + 1).is_some_and(|t| t.tag == Tag::Verb);
        let ahead = (first..from).any(infinitive) || w.start < from && is_imperative(w, w.start);
        if ahead { Tense::Future } else { Tense::Unknown }
    })
}

/// Whether a day that begins at a token, or behind it, is one that was set for the time to come: *put off to 4 May*,
/// *adjourned until Friday*, *has until Friday*; but not *had been put off to 4 May*.
pub(super) fn set_ahead(w: &Words, from: usize) -> bool {
    const NEAR: usize = 8;
    const UNTIL: [&str; 2] = ["until", "till"];
    let own = w.any(from, &UNTIL) || w.is(from, "from");
    let link = if own { from } else { w.back(from, 1) };
    if !own && !w.is(link, "to") && !w.any(link, &UNTIL) {
        return false;
    }
    if w.any(link, &UNTIL) && matches!(w.text(w.back(link, 1)), "has" | "have") {
        return true;
    }
    let mut before = (1..=NEAR).map(|n| w.back(link, n)).take_while(|k| !w.punctuation(*k));
    before.find(|k| w.cue(*k, Cue::SETS)).is_some_and(|k| !(1..=3).any(|n| w.text(w.back(k, n)) == "had"))
}

/// Whether a sentence opens with a verb in its base form: *Book a room for May*.
fn is_imperative(w: &Words, i: usize) -> bool {
    let token = &w.doc.tokens[i];
    token.tag == Tag::Verb && token.lemma.as_str().eq_ignore_ascii_case(w.text(i))
}

/// What one word says of the time. Tags are used where the tagger has given any.
fn cue(w: &Words, i: usize) -> Option<Tense> {
    // "wed" is a day here, and no verb.
    if matches!(w.class(i), Class::Weekday(_) | Class::Month(_)) {
        return None;
    }
    let text = w.text(i);
    if w.cue(i, Cue::FUTURE) || matches!(text, "Will" | "'ll" | "’ll") {
        return Some(Tense::Future);
    }
    // "Must be back by Friday", not "must have been back".
    if text == "must" && w.text(i + 1) != "have" {
        return Some(Tense::Future);
    }
    let lower = |k: usize| w.text(k);
    if text == "to"
        && matches!(
            lower(w.back(i, 1)),
            "is" | "are"
                | "going"
                | "set"
                | "due"
                | "scheduled"
                | "expected"
                | "planned"
                | "ready"
                | "likely"
        )
    {
        return Some(Tense::Future);
    }
    (past(w, i) && !(i == w.start && is_imperative(w, i))).then_some(Tense::Past)
}

fn past(w: &Words, i: usize) -> bool {
    let (token, text) = (&w.doc.tokens[i], w.text(i));
    if token.tag == Tag::Verb || token.tag == Tag::Aux {
        return matches!(token.form, Form::Past | Form::Participle)
            || matches!(text, "was" | "were" | "had" | "did");
    }
    if token.tag != Tag::X {
        return false;
    }
    if text.len() > 4 && text.ends_with("ed") && text.as_bytes()[0].is_ascii_lowercase() {
        return !matches!(
            text,
            "indeed" | "hundred" | "speed" | "exceed" | "proceed" | "succeed" | "expected" | "planned"
        );
    }
    w.cue(i, Cue::PAST) || text == "'d"
}

/// Whether a present perfect governs the word at `i` from its left: *has been mayor for*, *have stood still for*.
/// A term that is set for the time to come is none (*has been jailed for*, *has been extended for*).
pub(super) fn present_perfect(w: &Words, i: usize) -> bool {
    let first = i.saturating_sub(14).max(w.start);
    for k in (first..i).rev() {
        let text = w.text(k);
        if w.cue(k, Cue::TERM) {
            return false;
        }
        match text {
            "has" | "have" | "Has" | "Have" | "'ve" | "’ve" => {
                return !matches!(
                    w.text(w.back(k, 1)),
                    "will" | "would" | "could" | "should" | "may" | "might" | "must" | "to"
                ) && w.text(k + 1) != "to";
            }
            "hasn't" | "haven't" => return true,
            "'s" | "’s" if w.text(k + 1) == "been" => return true,
            "had" | "was" | "were" | "will" | "would" | "is" | "are" | "be" | "could" | "who" | "which"
            | "that" | "when" | "while" | "but" | "after" | "before" | "because" | "said" | "did" | ";"
            | ":" => return false,
            _ => {}
        }
        if past(w, k) && text != "been" {
            let mut back = w.back(k, 1);
            while back != NOWHERE
                && (w.text(back).ends_with("ly")
                    || matches!(
                        w.text(back),
                        "been" | "not" | "n't" | "never" | "also" | "now" | "since" | "already"
                    ))
            {
                back = w.back(back, 1);
            }
            if !matches!(w.text(back), "has" | "have" | "'ve" | "’ve" | "'s" | "’s" | "hasn't" | "haven't")
            {
                return false;
            }
        }
    }
    false
}
