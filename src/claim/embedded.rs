//! What a report, or the verb that a clause hangs on, makes of it: what is denied, hoped or never said is no fact.

use super::Attribution;
use super::assertion::{Assertion, Modality, Polarity};
use super::build::Part;
use super::clause::{Clause, ClauseKind};
use super::verbs::VerbGroup;
use super::words::{CueKind, Governing};
use crate::english::{self, Frame, Stance};
use crate::text::{Form, Tag};
use std::ops::Range;

impl Part<'_> {
    /// What somebody denied is not so, unless the denial is itself denied.
    pub(super) fn polarity(&self, polarity: Polarity, report: Option<usize>) -> Polarity {
        let denied = match report.map(|i| &self.analysis.attributions[i]) {
            Some(report) if report.stance == Stance::Deny => !self.cue_denied(report) && !self.beside(),
            _ => !self.undecided() && (self.denied_by_host() || self.without_plan(polarity)),
        };
        if denied { polarity.flip() } else { polarity }
    }

    /// "Has no plans **to close it**": it is not meant; where the clause is not denied already.
    fn without_plan(&self, polarity: Polarity) -> bool {
        polarity == Polarity::Positive && self.unplanned()
    }

    fn unplanned(&self) -> bool {
        const NEAR: usize = 3;
        let Some((noun, host)) = self.planned() else { return false };
        let mut before = self.words.document.tokens[noun.saturating_sub(NEAR)..noun].iter();
        self.own().kind == ClauseKind::Reduced && (host.negated || before.any(|token| token.is(&["no"])))
    }

    /// "Has a plan **to close it**": the noun before the clause, by its token, and the verb that the clause hangs on.
    fn planned(&self) -> Option<(usize, &VerbGroup)> {
        let (tokens, clause) = (&self.words.document.tokens, self.own());
        let host = self.clause.checked_sub(1).and_then(|i| self.siblings[i].verb.as_ref())?;
        let to = clause.verb.as_ref()?.tokens.start;
        let noun = to.checked_sub(1).filter(|&at| tokens[at].tag == Tag::Noun && tokens[to].lemma == "to")?;
        let planned = self.words.classes(noun).modality() == Some(english::Modality::Planned);
        planned.then_some((noun, host))
    }

    /// "Denied that it was late, **calling the report a joke**": what somebody does in denying.
    fn beside(&self) -> bool {
        let (document, clause) = (self.words.document, self.own());
        let Some(verb) = &clause.verb else { return false };
        let at = verb.tokens.start;
        clause.kind == ClauseKind::Reduced
            && self.clause > 0
            && document.word(at).ends_with("ing")
            && at > 0
            && document.word(at - 1) == ","
    }

    /// "Rejected the idea **that it was late**", "denied **having known**": what the verb before denies.
    fn denied_by_host(&self) -> bool {
        let (tokens, clause) = (&self.words.document.tokens, self.own());
        let Some(host) = self.clause.checked_sub(1).map(|i| &self.siblings[i]) else { return false };
        let (Some(verb), Some(own)) = (&host.verb, &clause.verb) else { return false };
        let classes = self.words.classes(verb.head);
        let excludes = |kind| kind == CueKind::Governs(Governing::Exclude);
        let denies = classes.stance() == Some(Stance::Deny) && classes.negator()
            || self.words.cue(verb.head, excludes).is_some();
        let that = clause.kind == ClauseKind::Complement
            && clause.marker.is_some_and(|at| tokens[at].lemma == "that");
        let gerund = clause.kind == ClauseKind::Reduced
            && self.words.document.word(own.tokens.start).ends_with("ing")
            && own.tokens.start == verb.tokens.end;
        let by_subject = host.subject.clone().is_some_and(|mut s| s.any(|i| self.words.denies_as_noun(i)));
        denies && (that || gerund) && !(verb.negated ^ by_subject)
    }

    /// "Neither confirmed nor denied **that it was late**".
    fn undecided(&self) -> bool {
        let tokens = &self.words.document.tokens;
        let Some(host) = self.clause.checked_sub(1).map(|i| &self.siblings[i]) else { return false };
        let Some(head) = host.verb.as_ref().map(|verb| verb.head).filter(|&head| head > 1) else {
            return false;
        };
        self.words.classes(head).stance() == Some(Stance::Deny)
            && tokens[head - 1].is(&["nor", "or"])
            && self.words.classes(head - 2).stance() == Some(Stance::Confirm)
    }

    /// "Accused **of burning the files**": what somebody is charged with is told by others.
    fn charged(&self) -> bool {
        let clause = self.own();
        let host = self.clause.checked_sub(1).and_then(|i| self.siblings[i].verb.as_ref());
        let (Some(host), Some(own)) = (host, &clause.verb) else { return false };
        let word = &self.words.document.tokens[own.tokens.start - 1];
        clause.kind == ClauseKind::Reduced
            && word.is(&["of", "with"])
            && (self.words.classes(host.head).frames().has(Frame::Charge)
                || self.words.cue(host.head, |kind| kind == CueKind::Charge).is_some())
    }

    /// "Was ordered **to pay**": it has to, whether it does or not.
    fn due(&self) -> bool {
        let host = self.clause.checked_sub(1).and_then(|i| self.siblings[i].verb.as_ref());
        host.is_some_and(|verb| {
            let orders = self.words.cue(verb.head, |kind| kind == CueKind::Due).is_some();
            orders && !verb.negated && verb.modality == Modality::Fact
        })
    }

    /// "There are no plans **to sell it**", "has no intention **to sell it**".
    fn plan(&self) -> bool {
        self.planned().is_some_and(|(noun, verb)| {
            verb.modality == Modality::Fact
                && self.words.document.tokens[verb.head].is(&["have", "be"])
                && verb.tokens.end <= noun
        })
    }

    /// "The rumour **that it was sold**", "does not support the finding **that it was sold**": asserted by nobody.
    fn open_content(&self) -> bool {
        let (tokens, clause) = (&self.words.document.tokens, self.own());
        let Some(that) = clause.marker.filter(|&at| at > 0 && tokens[at].lemma == "that") else {
            return false;
        };
        let own = clause.subject.as_ref().is_some_and(|subject| subject.start > that);
        // "No doubt that" has been heard already.
        let cues = self.words.cues(that.saturating_sub(3)..that);
        let heard =
            cues.iter().any(|cue| matches!(cue.kind, CueKind::Content { .. }) && cue.tokens.end == that);
        if !own || heard || tokens[that - 1].tag != Tag::Noun {
            return false;
        }
        let denied = self
            .clause
            .checked_sub(1)
            .and_then(|i| self.siblings[i].verb.as_ref())
            .is_some_and(|v| v.negated);
        match self.words.classes(that - 1).stance() {
            Some(Stance::Claim | Stance::Suggest | Stance::Hope | Stance::Believe | Stance::Doubt) => true,
            Some(Stance::Confirm | Stance::Say) => denied,
            _ => false,
        }
    }

    /// "Did not say that …", "nobody denied that …".
    fn cue_denied(&self, report: &Attribution) -> bool {
        let cue = |clause: &&Clause| {
            clause.verb.as_ref().is_some_and(|v| report.cue.overlaps(self.words.document.tokens[v.head].span))
        };
        self.siblings.iter().find(cue).is_some_and(|clause| {
            // "No guard slept, says the warden": what is said denies, not who says it.
            let denies = |i: usize| self.words.denies_as_noun(i) && !report.content_tokens.contains(&i);
            let by_subject = clause.subject.clone().is_some_and(|mut s| s.any(denies));
            clause.verb.as_ref().is_some_and(|v| v.negated) ^ by_subject
        })
    }

    /// What somebody hopes, asks or doubts is not asserted, nor what nobody said; what nobody denied is.
    fn leaves_open(&self, report: &Attribution) -> bool {
        let own = english::classes(&report.lemma).stance();
        match report.stance {
            Stance::Order | Stance::Ask | Stance::Hope => true,
            Stance::Doubt => own != Some(Stance::Doubt) || !self.cue_denied(report),
            Stance::Deny => false,
            _ => !matches!(own, Some(Stance::Deny | Stance::Doubt)) && self.cue_denied(report),
        }
    }

    pub(super) fn modality(
        &self,
        assertion: &Assertion,
        report: Option<usize>,
        tokens: &Range<usize>,
    ) -> Modality {
        let modality = assertion.modality;
        let (document, analysis, clause) = (self.words.document, self.analysis, self.own());
        let Some(verb) = &clause.verb else { return modality };
        // "Kroll said that the line would open": the future as it was then.
        let would = || document.tokens[verb.tokens.clone()].iter().any(|t| t.is(&["would", "'d"]));
        let backshifted = report.is_some() && modality == Modality::Possible && would();
        // A purpose, a demand, a hope is no fact.
        let purpose = clause.kind == ClauseKind::Reduced && document.tokens[verb.tokens.start].lemma == "to";
        let wished = report.is_some_and(|i| self.leaves_open(&analysis.attributions[i]));
        let imperative = clause.kind == ClauseKind::Main
            && clause.subject.is_none()
            && verb.head == tokens.start
            && document.tokens[verb.head].form == Form::Base;
        match modality {
            Modality::Conditional | Modality::Question | Modality::Hypothetical => modality,
            _ if purpose && self.due() => Modality::Necessary,
            _ if purpose && (self.plan() || self.unplanned()) => Modality::Planned,
            _ if purpose || wished || imperative || self.undecided() => Modality::Possible,
            Modality::Fact
                if report.is_none() && assertion.polarity == Polarity::Positive && self.open_content() =>
            {
                Modality::Possible
            }
            Modality::Fact if self.charged() => Modality::Hearsay,
            _ if backshifted => Modality::Future,
            other => other,
        }
    }
}
