//! Reads one verb group from left to right.

use super::{Tense, VerbGroup, infinitive_at, stops, verb_after_adverbs, verbal};
use crate::claim::assertion::Modality;
use crate::claim::words::{CueKind, Words};
use crate::english::{Aspect, Classes, Denial, Modality as Certainty};
use crate::text::{Form, Tag, fronted};
use std::ops::Range;

/// Reads one group from left to right.
pub(super) struct Reader<'w, 'd> {
    pub(super) words: &'w Words<'d>,
    sentence: Range<usize>,
    pub(super) group: VerbGroup,
    last_aux: Option<usize>,
    /// The first auxiliary or verb.
    first: Option<usize>,
    /// A verb may follow.
    linked: bool,
}

impl<'w, 'd> Reader<'w, 'd> {
    pub(super) fn group(words: &'w Words<'d>, start: usize, sentence: Range<usize>) -> Option<VerbGroup> {
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

    pub(super) fn classes(&self, at: usize) -> Classes {
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
            token.is(&["nor", "neither", "so", "why", "how", "when", "where", "what", "than"])
                || matches!(self.classes(i).denial(), Some(Denial::Adverb | Denial::Weak))
                || fronted(&tokens[self.sentence.start..start])
                || matches!(token.lemma.as_str(), "“" | "\"" | ":")
                || (i.saturating_sub(4)..=i).any(|j| {
                    self.words
                        .cue(j, |k| matches!(k, CueKind::Deny | CueKind::Keep))
                        .is_some_and(|cue| cue.tokens.end == start)
                })
        });
        // "Would have stayed had **she** been asked".
        let unreal = tokens[aux].is(&["have", "be", "should"])
            && tokens[aux].form == Form::Past
            && tokens[at].is(&["he", "she", "they", "we", "i"]);
        if !licensed && !unreal {
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
            self.group.tense = Tense::Past;
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
