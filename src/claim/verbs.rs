//! Verb groups: a main verb with its auxiliaries, negation and the verbs that govern it
//! ("has not yet agreed to pay" is one group with the head *pay*).

use crate::english::{self, Aspect};
use crate::text::{Document, Form, Tag};
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
    /// Holds *not*, *never*, *no longer* (an odd number of them).
    pub negated: bool,
    /// *no longer*.
    pub no_longer: bool,
    /// *may, might, could, would, should* or *if*-like doubt.
    pub possible: bool,
    /// Past, present, future.
    pub tense: Tense,
}

const BE: &[&str] = &["be"];

/// All verb groups of a sentence, in order, without overlaps.
pub(super) fn verb_groups(document: &Document, sentence: Range<usize>) -> Vec<VerbGroup> {
    let mut groups = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        match group_at(document, at, sentence.end) {
            Some(mut group) => {
                let floor = groups.last().map_or(sentence.start, |before: &VerbGroup| before.tokens.end);
                group.negated ^= negated_before(document, floor..group.tokens.start);
                at = group.tokens.end;
                groups.push(group);
            }
            None => at += 1,
        }
    }
    groups
}

/// "it never fully controlled": a negation among the adverbs right before the group.
fn negated_before(document: &Document, gap: Range<usize>) -> bool {
    let no_longer =
        |at: usize| document.tokens[at].lemma == "no" && document.tokens[at + 1].is(&["longer", "long"]);
    let adverbial = |at: &usize| {
        document.tokens[*at].tag == Tag::Adv
            || document.tokens[*at].is(&["longer", "long", "no"])
            || negation(document, *at)
    };
    gap.rev().take_while(adverbial).filter(|&at| negation(document, at) || no_longer(at)).count() % 2 == 1
}

fn verbal(document: &Document, at: usize) -> bool {
    matches!(document.tokens[at].tag, Tag::Aux | Tag::Verb)
}

fn negation(document: &Document, at: usize) -> bool {
    document.tokens[at].is(&["not", "never", "n't"])
}

/// The next verb after adverbs and negations, within a few words.
fn verb_after_adverbs(document: &Document, mut at: usize, end: usize) -> Option<usize> {
    for _ in 0..4 {
        if at >= end {
            return None;
        }
        let token = &document.tokens[at];
        if verbal(document, at) {
            return Some(at);
        }
        let skip = token.tag == Tag::Adv
            || negation(document, at)
            || token.is(&["no", "longer", "yet", "still", "also"]);
        if !skip {
            return None;
        }
        at += 1;
    }
    None
}

fn infinitive_at(document: &Document, at: usize, end: usize) -> Option<usize> {
    if at < end && document.tokens[at].lemma == "to" {
        let verb = verb_after_adverbs(document, at + 1, end)?;
        return (document.tokens[verb].form == Form::Base).then_some(verb);
    }
    None
}

fn group_at(document: &Document, start: usize, end: usize) -> Option<VerbGroup> {
    let tokens = &document.tokens;
    let infinitive = infinitive_at(document, start, end);
    let leading_not = negation(document, start)
        && start + 1 < end
        && (infinitive_at(document, start + 1, end).is_some()
            || verbal(document, start + 1) && tokens[start + 1].form == Form::Gerund);
    if !verbal(document, start) && infinitive.is_none() && !leading_not {
        return None;
    }
    let mut group = VerbGroup {
        tokens: start..start + 1,
        head: start,
        chain: Vec::new(),
        finite: infinitive.is_none() && !leading_not,
        passive: false,
        perfect: false,
        past_perfect: false,
        copula: false,
        negated: leading_not,
        no_longer: false,
        possible: false,
        tense: Tense::None,
    };
    let mut at = infinitive.unwrap_or(if leading_not {
        verb_after_adverbs(document, start + 1, end).or(infinitive_at(document, start + 1, end))?
    } else {
        start
    });
    let mut last_aux: Option<usize> = None;
    let mut first_finite: Option<usize> = None;
    let mut linked = true;
    loop {
        if at >= end {
            break;
        }
        let token = &tokens[at];
        if token.tag == Tag::Aux && linked {
            match token.lemma.as_str() {
                "will" | "shall" | "'ll" | "wo" => group.tense = Tense::Future,
                "may" | "might" | "could" | "would" | "should" | "can" | "must" | "ought" | "'d" => {
                    group.possible = group.possible || !token.is(&["can", "must"]);
                    group.tense = Tense::Future;
                }
                "have" if last_aux.is_none_or(|a| !tokens[a].is(&["have"])) => {
                    group.perfect = true;
                    group.past_perfect = token.form == Form::Past;
                }
                _ => {}
            }
            first_finite.get_or_insert(at);
            last_aux = Some(at);
            group.head = at;
            group.tokens.end = at + 1;
            at += 1;
        } else if token.tag == Tag::Verb && linked {
            if let Some(aux) = last_aux
                && tokens[aux].is(BE)
                && group.chain.is_empty()
                && matches!(token.form, Form::Participle | Form::Past)
            {
                group.passive = true;
            }
            first_finite.get_or_insert(at);
            group.chain.push(at);
            group.head = at;
            group.tokens.end = at + 1;
            last_aux = None;
            linked = false;
            at += 1;
        } else if negation(document, at)
            || token.tag == Tag::Adv
            || token.is(&["no", "yet", "set", "due", "likely", "able", "ready", "expected", "about"])
        {
            // Adverbs and "likely" belong to the group only where a verb of the group follows.
            let mut ahead = at;
            let mut odd = false;
            let mut no_longer = false;
            while ahead < end && ahead < at + 4 {
                let token = &tokens[ahead];
                if negation(document, ahead) {
                    odd = !odd;
                } else if token.lemma == "no" && ahead + 1 < end && tokens[ahead + 1].is(&["longer", "long"])
                {
                    odd = !odd;
                    no_longer = true;
                    ahead += 1;
                } else if !(token.tag == Tag::Adv
                    || token.is(&["yet", "set", "due", "likely", "able", "ready", "expected", "about"]))
                {
                    break;
                }
                ahead += 1;
            }
            let infinitive = infinitive_at(document, ahead, end);
            let joins = ahead < end && (linked && verbal(document, ahead) || infinitive.is_some());
            let trails = last_aux.is_some() && (odd || no_longer);
            if ahead == at || !(joins || trails) {
                break;
            }
            // "has yet to decide" has not decided.
            let yet_to = infinitive.is_some() && (at..ahead).any(|i| tokens[i].is(&["yet"]));
            group.negated ^= odd ^ yet_to;
            group.no_longer |= no_longer;
            if !joins {
                group.tokens.end = ahead;
                break;
            }
            if infinitive.is_some() && !yet_to && last_aux.is_some_and(|a| tokens[a].is(BE)) {
                group.tense = Tense::Future;
            }
            at = infinitive.unwrap_or(ahead);
            linked = true;
        } else if let Some(verb) = infinitive_at(document, at, end)
            && (last_aux.is_some() || group.chain.last().is_some_and(|&v| governs(document, v)))
        {
            // "is to open", "agreed to pay".
            if last_aux.is_some_and(|a| tokens[a].is(BE)) || planned(document, group.head) {
                group.tense = Tense::Future;
            }
            group.negated ^= (at + 1..verb).any(|i| negation(document, i));
            at = verb;
            linked = true;
        } else if token.tag == Tag::Verb
            && token.form == Form::Gerund
            && group.chain.last().is_some_and(|&v| english::classes(&tokens[v].lemma).aspect().is_some())
        {
            linked = true;
        } else {
            break;
        }
    }
    if group.chain.is_empty() && last_aux.is_none() {
        return None;
    }
    group.copula = group.chain.is_empty() && tokens[group.head].is(BE)
        || group
            .chain
            .last()
            .is_some_and(|&v| tokens[v].is(&["remain", "become", "stay", "seem", "appear", "be"]));
    if let Some(first) = first_finite {
        let form = tokens[first].form;
        if group.finite && last_aux.is_none_or(|_| true) && tokens[first].tag == Tag::Verb {
            group.finite = !matches!(form, Form::Gerund | Form::Participle);
        }
        if group.tense == Tense::None && group.finite {
            group.tense = match form {
                Form::Past => Tense::Past,
                _ if group.perfect => Tense::Past,
                Form::Participle => Tense::Past,
                _ => Tense::Present,
            };
        }
    }
    Some(group)
}

/// Verbs whose infinitive says what is done: "agreed to pay", "failed to open".
fn governs(document: &Document, verb: usize) -> bool {
    let lemma = document.tokens[verb].lemma.as_str();
    english::classes(lemma).aspect().is_some()
        || english::classes(lemma).stance().is_some()
        || matches!(
            lemma,
            "agree"
                | "fail"
                | "refuse"
                | "decline"
                | "want"
                | "hope"
                | "plan"
                | "intend"
                | "try"
                | "seek"
                | "decide"
                | "vow"
                | "pledge"
                | "promise"
                | "offer"
                | "expect"
                | "aim"
                | "manage"
                | "need"
                | "threaten"
                | "attempt"
                | "prepare"
                | "move"
                | "vote"
                | "happen"
                | "appear"
                | "seem"
                | "choose"
                | "get"
                | "have"
                | "go"
                | "set"
                | "tend"
                | "struggle"
                | "look"
                | "schedule"
                | "use"
                | "claim"
                | "help"
        )
}

fn planned(document: &Document, verb: usize) -> bool {
    document.tokens[verb].is(&[
        "plan", "intend", "want", "hope", "expect", "aim", "promise", "pledge", "vow", "agree", "decide",
        "go", "schedule", "set", "prepare", "threaten", "offer", "seek", "try",
    ])
}

impl VerbGroup {
    /// The aspect that the chain's governing verbs give the head: "stopped accepting", "continues to rise".
    pub fn aspect(&self, document: &Document) -> Option<Aspect> {
        let (_, governing) = self.chain.split_last()?;
        governing.iter().rev().find_map(|&v| english::classes(&document.tokens[v].lemma).aspect())
    }

    /// The governing verbs, first to last, without the head.
    pub fn governing(&self) -> &[usize] {
        self.chain.split_last().map_or(&[], |(_, rest)| rest)
    }
}
