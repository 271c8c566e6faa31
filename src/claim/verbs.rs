//! Verb groups: a main verb with its auxiliaries, negation and the verbs that govern it
//! ("has not yet agreed to pay" is one group with the head *pay*).

use super::assertion::Modality;
use super::words::{CueKind, Governing, Words};
use crate::english::{Aspect, Classes, Modality as Certainty, Stance};
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
    helped: bool,
}

/// All verb groups of a sentence, in order, without overlaps.
pub(super) fn verb_groups(words: &Words, sentence: Range<usize>) -> Vec<VerbGroup> {
    let mut groups: Vec<VerbGroup> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let Some(mut group) = Reader::group(words, at, sentence.clone()).filter(|g| !compared(words, g))
        else {
            at += 1;
            continue;
        };
        let floor = groups.last().map_or(sentence.start, |before| before.tokens.end);
        group.negated ^= denied_before(words, floor..group.tokens.start);
        group.no_longer |= (floor..group.tokens.start).rev().take(2).any(|i| stops(words, i));
        if let Some(before) = groups.last() {
            share(words, before, &mut group);
        }
        at = group.tokens.end;
        groups.push(group);
    }
    groups
}

/// "Smaller than **expected**", "as **planned**": no clause.
fn compared(words: &Words, group: &VerbGroup) -> bool {
    let tokens = &words.document.tokens;
    group.tokens.len() == 1
        && matches!(tokens[group.head].form, Form::Participle | Form::Past)
        && group.head > 0
        && tokens[group.head - 1].is(&["than", "as"])
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

/// Reads one group from left to right.
struct Reader<'w, 'd> {
    words: &'w Words<'d>,
    sentence: Range<usize>,
    group: VerbGroup,
    last_aux: Option<usize>,
    /// The first auxiliary or verb.
    first: Option<usize>,
    /// A verb may follow.
    linked: bool,
}

impl<'w, 'd> Reader<'w, 'd> {
    fn group(words: &'w Words<'d>, start: usize, sentence: Range<usize>) -> Option<VerbGroup> {
        let end = sentence.end;
        let infinitive = infinitive_at(words, start, end);
        // "Not to pay", "not paying".
        let gerund = |at: usize| words.document.tokens[at].form == Form::Gerund && verbal(words.document, at);
        let leading = words.document.tokens[start].lemma == "not" && words.denies(start) && start + 1 < end;
        let after = leading
            .then(|| infinitive_at(words, start + 1, end).or((gerund(start + 1)).then_some(start + 1)));
        let leading_not = after.flatten();
        if !verbal(words.document, start) && infinitive.is_none() && leading_not.is_none() {
            return None;
        }
        let alone = infinitive.is_some() || leading_not.is_some();
        let group = VerbGroup {
            tokens: start..start + 1,
            head: start,
            chain: Vec::new(),
            finite: !alone,
            passive: false,
            perfect: false,
            past_perfect: false,
            copula: false,
            negated: leading_not.is_some(),
            no_longer: false,
            modality: Modality::Fact,
            aspect: None,
            tense: Tense::None,
            inside: None,
            helped: alone,
        };
        let mut reader = Reader { words, sentence, group, last_aux: None, first: None, linked: true };
        if let Some(verb) = infinitive {
            reader.group.negated ^= (start + 1..verb).any(|i| words.denies(i));
        }
        let mut at = infinitive.or(leading_not).unwrap_or(start);
        while at < end {
            match reader.step(at) {
                Some(next) if next > at => at = next,
                _ => break,
            }
        }
        reader.finish()
    }

    /// Takes what stands at a token into the group; the token after it, or nothing where the group ends.
    fn step(&mut self, at: usize) -> Option<usize> {
        let tag = self.words.document.tokens[at].tag;
        if self.linked && (tag == Tag::Aux || self.needs(at)) {
            return Some(self.auxiliary(at));
        }
        if self.linked && tag == Tag::Verb {
            return Some(self.verb(at));
        }
        self.adverbs(at)
            .or_else(|| self.infinitive(at, at))
            .or_else(|| self.gerund(at))
            .or_else(|| self.inverted(at))
    }

    fn classes(&self, at: usize) -> Classes {
        self.words.classes(at)
    }

    /// "Need not stop".
    fn needs(&self, at: usize) -> bool {
        let tokens = &self.words.document.tokens;
        tokens[at].is(&["need", "dare"])
            && at + 2 < self.sentence.end
            && tokens[at + 1].lemma == "not"
            && tokens[at + 2].form == Form::Base
            && verbal(self.words.document, at + 2)
    }

    fn auxiliary(&mut self, at: usize) -> usize {
        let token = &self.words.document.tokens[at];
        match self.classes(at).modality() {
            _ if token.lemma == "have" => {
                if self.last_aux.is_none_or(|aux| self.words.document.tokens[aux].lemma != "have") {
                    self.group.perfect = true;
                    self.group.past_perfect = token.form == Form::Past;
                }
                /// Modals that, before a perfect, tell of what did not come about: *could have won*.
                const UNREAL: &[&str] = &["would", "could", "should", "ought", "'d"];
                if self.last_aux.is_some_and(|aux| self.words.document.tokens[aux].is(UNREAL)) {
                    self.group.modality = Modality::Hypothetical;
                } else if self.group.modality == Modality::Necessary {
                    self.group.modality = Modality::Possible;
                }
            }
            Some(Certainty::Future) => {
                self.group.tense = Tense::Future;
                self.mark(Modality::Future);
            }
            Some(Certainty::Possible | Certainty::Hypothetical) => {
                self.group.tense = Tense::Future;
                self.mark(Modality::Possible);
            }
            Some(Certainty::Necessary) => {
                self.group.tense = Tense::Future;
                self.mark(Modality::Necessary);
            }
            _ => {}
        }
        self.first.get_or_insert(at);
        self.last_aux = Some(at);
        self.group.helped = true;
        self.group.head = at;
        self.group.tokens.end = at + 1;
        at + 1
    }

    fn verb(&mut self, at: usize) -> usize {
        let token = &self.words.document.tokens[at];
        let participle = matches!(token.form, Form::Participle | Form::Past);
        let be = self.last_aux.is_some_and(|aux| self.words.document.tokens[aux].lemma == "be");
        if be && self.last_aux.is_some() && participle {
            self.group.passive = true;
        }
        self.first.get_or_insert(at);
        self.group.chain.push(at);
        self.group.head = at;
        self.group.tokens.end = at + 1;
        self.last_aux = None;
        self.linked = false;
        at + 1
    }

    /// Adverbs, denials and adjectives like *likely*, where a verb of the group follows them or they deny an auxiliary.
    fn adverbs(&mut self, at: usize) -> Option<usize> {
        let tokens = &self.words.document.tokens;
        let end = self.sentence.end;
        let be = self.last_aux.is_some_and(|aux| tokens[aux].lemma == "be");
        let (mut ahead, mut odd, mut no_longer, mut yet) = (at, false, false, false);
        let mut governor = None;
        while ahead < end && ahead < at + 6 {
            let token = &tokens[ahead];
            let predicative = be && token.tag != Tag::Verb && self.classes(ahead).governs_infinitive();
            if self.words.denies(ahead) {
                odd = !odd;
                no_longer |= stops(self.words, ahead);
            } else if predicative {
                governor = Some(ahead);
            } else if token.is(&["yet", "still"]) {
                yet |= token.lemma == "yet";
            } else if token.tag != Tag::Adv && token.lemma != "not" {
                // What is left of *not* here denies nothing: *not only, not all*.
                break;
            }
            ahead = self.words.past(ahead);
        }
        if ahead == at {
            return None;
        }
        let infinitive = infinitive_at(self.words, ahead, end);
        let allowed = infinitive.is_some() && (governor.is_some() || yet || self.governs());
        let joins = ahead < end && (self.linked && verbal(self.words.document, ahead) || allowed);
        let trails = self.last_aux.is_some() && (odd || no_longer);
        if !joins && !trails {
            return None;
        }
        self.group.negated ^= odd;
        self.group.no_longer |= no_longer;
        if !joins {
            let last = (at..ahead).rev().find(|&i| self.words.denies(i)).unwrap_or(at);
            self.group.tokens.end = self.words.past(last);
            self.linked = self.group.chain.is_empty();
            return self.inverted(self.group.tokens.end);
        }
        if self.linked && verbal(self.words.document, ahead) {
            return Some(ahead);
        }
        if yet && governor.is_none() {
            // "Has yet to decide" has not decided.
            self.group.negated = !self.group.negated;
            self.linked = true;
            return infinitive;
        }
        if let Some(governor) = governor {
            self.govern(governor);
            self.group.helped = true;
            self.linked = true;
            self.group.negated ^= (ahead + 1..infinitive?).any(|i| self.words.denies(i));
            return infinitive;
        }
        self.infinitive(at, ahead)
    }

    /// Whether an infinitive that comes now says what is done.
    fn governs(&self) -> bool {
        match self.group.chain.last() {
            Some(&verb) if self.group.passive => self.classes(verb).governs_raised(),
            Some(&verb) => self.classes(verb).governs_infinitive(),
            None => self.last_aux.is_some(),
        }
    }

    /// "Is to open", "agreed to pay", "was forced to sell".
    fn infinitive(&mut self, _from: usize, at: usize) -> Option<usize> {
        let verb = infinitive_at(self.words, at, self.sentence.end)?;
        if !self.governs() {
            return None;
        }
        let be = self.last_aux.filter(|&aux| self.words.document.tokens[aux].lemma == "be");
        if let Some(be) = be {
            let unreal = self.words.document.tokens[be].form == Form::Past
                && self.words.document.tokens[verb].lemma == "have";
            self.mark(if unreal { Modality::Hypothetical } else { Modality::Future });
            self.group.tense = Tense::Future;
        } else if let Some(&governor) = self.group.chain.last() {
            self.govern(governor);
        }
        self.group.negated ^= (at + 1..verb).any(|i| self.words.denies(i));
        self.group.passive = false;
        self.group.helped = true;
        self.linked = true;
        Some(verb)
    }

    /// "Avoided paying", "ruled out paying", "got paid".
    fn gerund(&mut self, at: usize) -> Option<usize> {
        let &governor = self.group.chain.last()?;
        let governing = |kind| matches!(kind, CueKind::Governs(_));
        let cue = self.words.cue(governor, governing).map(|cue| (cue.tokens.end, cue.kind));
        let gerund = |at: usize| {
            let token = self.words.document.tokens.get(at).filter(|_| at < self.sentence.end);
            token.is_some_and(|t| t.tag == Tag::Verb && t.form == Form::Gerund)
        };
        if let Some((end, CueKind::Governs(how))) = cue
            && gerund(end)
        {
            self.govern_by(how);
            self.linked = true;
            return Some(self.verb(end));
        }
        if gerund(at) && self.classes(governor).governs_gerund() && governor + 1 == at {
            self.govern(governor);
            self.group.helped = true;
            return Some(self.verb(at));
        }
        let token = &self.words.document.tokens[at];
        let got = self.words.document.tokens[governor].lemma == "get" && governor + 1 == at;
        if got && token.tag == Tag::Verb && matches!(token.form, Form::Participle | Form::Past) {
            self.group.passive = true;
            return Some(self.verb(at));
        }
        None
    }

    /// "Did **the farmer** poison", "under no circumstances will **the bank** raise": a subject behind its auxiliary.
    fn inverted(&mut self, at: usize) -> Option<usize> {
        /// Words of a subject, at most.
        const LONGEST: usize = 8;
        let tokens = &self.words.document.tokens;
        let opens = match self.group.chain[..] {
            // "Had the pilot slept": before a determiner the tagger takes it for a full verb.
            [verb] => verb == self.sentence.start && at == verb + 1 && tokens[verb].is(&["have", "do"]),
            [] => true,
            _ => false,
        };
        if !opens || self.group.inside.is_some() || at >= self.sentence.end {
            return None;
        }
        let aux = self.last_aux.or(self.group.chain.first().copied())?;
        let start = self.group.tokens.start;
        let before = start.checked_sub(1).filter(|&i| i >= self.sentence.start);
        let licensed = before.is_none_or(|i| {
            let token = &tokens[i];
            token.is(&["nor", "neither", "so", "why", "how", "when", "where", "what", "than", "never"])
                || matches!(token.lemma.as_str(), "“" | "\"" | ":")
                || (i.saturating_sub(4)..=i).any(|j| {
                    self.words
                        .cue(j, |k| matches!(k, CueKind::Deny | CueKind::Keep))
                        .is_some_and(|cue| cue.tokens.end == start)
                })
        });
        if !licensed {
            return None;
        }
        let nominal = |i: usize| {
            matches!(tokens[i].tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num)
                || tokens[i].is(&["'s", "of"])
        };
        let end = (at..self.sentence.end.min(at + LONGEST)).find(|&i| !nominal(i)).unwrap_or(at);
        let noun = |i: usize| matches!(tokens[i].tag, Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num);
        if end == at || !(at..end).any(noun) {
            return None;
        }
        let verb = verb_after_adverbs(self.words, end, self.sentence.end)
            .filter(|&verb| tokens[verb].tag == Tag::Verb || tokens[verb].lemma == "be");
        let last = (at..end).rev().find(|&i| noun(i)).map_or(end, |i| i + 1);
        self.group.inside = Some(at..if verb.is_some() { end } else { last });
        let Some(verb) = verb.filter(|_| end < self.sentence.end) else {
            // "Is the lake safe?"
            if tokens[aux].lemma != "be" {
                self.group.inside = None;
            }
            return None;
        };
        if !self.group.chain.is_empty()
            && !matches!(tokens[verb].form, Form::Base | Form::Past | Form::Participle)
        {
            self.group.inside = None;
            return None;
        }
        if self.group.chain.pop().is_some() {
            self.auxiliary(aux);
        }
        self.group.negated ^= (end..verb).any(|i| self.words.denies(i));
        self.linked = true;
        Some(verb)
    }

    /// What a governing verb or adjective makes of what it governs.
    fn govern(&mut self, governor: usize) {
        let classes = self.classes(governor);
        let token = &self.words.document.tokens[governor];
        if classes.negator() {
            self.group.negated = !self.group.negated;
        }
        if classes.aspect().is_some() {
            self.group.aspect = classes.aspect();
        }
        let mood = match classes.modality() {
            _ if classes.stance() == Some(Stance::Promise) && !self.group.passive => Some(Modality::Promised),
            Some(Certainty::Possible | Certainty::Likely | Certainty::Hypothetical) => {
                Some(Modality::Possible)
            }
            Some(Certainty::Necessary) if !(self.group.passive && token.lemma != "require") => {
                Some(Modality::Necessary)
            }
            Some(Certainty::Planned) => Some(Modality::Planned),
            Some(Certainty::Future) if token.lemma != "go" || token.form == Form::Gerund => {
                Some(Modality::Future)
            }
            Some(Certainty::Hearsay) if self.group.passive => Some(Modality::Hearsay),
            _ => None,
        };
        if let Some(mood) = mood {
            let intended = matches!(mood, Modality::Planned | Modality::Promised | Modality::Possible);
            self.mark(if self.group.past_perfect && intended { Modality::Hypothetical } else { mood });
            if matches!(mood, Modality::Planned | Modality::Promised | Modality::Future) {
                self.group.tense = Tense::Future;
            }
        }
    }

    fn govern_by(&mut self, how: Governing) {
        match how {
            Governing::Deny => self.group.negated = !self.group.negated,
            Governing::Exclude => {
                // What is not ruled out is possible.
                self.group.negated = !self.group.negated;
                if !self.group.negated {
                    self.mark(Modality::Possible);
                }
            }
            Governing::Stop => {
                self.group.negated = !self.group.negated;
                self.group.aspect = Some(Aspect::Stop);
            }
            Governing::Continue => self.group.aspect = Some(Aspect::Continue),
            Governing::Planned => self.mark(Modality::Planned),
            Governing::Possible => self.mark(Modality::Possible),
            Governing::Fact => {}
        }
        self.group.helped = true;
    }

    /// The mood farthest from a fact counts.
    fn mark(&mut self, mood: Modality) {
        if mood.distance() > self.group.modality.distance() {
            self.group.modality = mood;
        }
    }

    fn finish(mut self) -> Option<VerbGroup> {
        let tokens = &self.words.document.tokens;
        if self.group.chain.is_empty() && self.last_aux.is_none() {
            return None;
        }
        let bare = self.group.chain.is_empty();
        let head = self.group.head;
        self.group.copula = if bare { tokens[head].lemma == "be" } else { self.classes(head).copula() };
        if self.group.aspect == Some(Aspect::Stop) && self.group.chain.len() > 1 && !self.group.negated {
            self.group.aspect = Some(Aspect::Continue);
        }
        // "Could not open the door" tells that it did not.
        if self.group.negated
            && self.group.modality == Modality::Possible
            && self.first.is_some_and(|first| tokens[first].lemma == "could")
        {
            self.group.modality = Modality::Fact;
        }
        let first = self.first?;
        let form = tokens[first].form;
        // "Having met", "being late".
        if tokens[first].tag == Tag::Aux && self.words.document.word(first).ends_with("ing") {
            self.group.finite = false;
        }
        if self.group.finite && tokens[first].tag == Tag::Verb {
            self.group.finite = !matches!(form, Form::Gerund | Form::Participle);
        }
        if self.group.tense == Tense::None && self.group.finite {
            self.group.tense = match form {
                Form::Past | Form::Participle => Tense::Past,
                _ if self.group.perfect => Tense::Past,
                _ => Tense::Present,
            };
        }
        Some(self.group)
    }
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
