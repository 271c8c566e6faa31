//! What a governing verb makes of the verb that it governs: "failed to open", "is said to own".

use super::Tense;
use super::reader::Reader;
use crate::claim::assertion::Modality;
use crate::claim::words::Governing;
use crate::english::{Aspect, Modality as Certainty, Stance};
use crate::text::Form;

impl Reader<'_, '_> {
    /// What a governing verb or adjective makes of what it governs.
    pub(super) fn govern(&mut self, governor: usize) {
        let classes = self.classes(governor);
        let token = &self.words.document.tokens[governor];
        if classes.negator() {
            self.group.negated = !self.group.negated;
        }
        if classes.aspect().is_some() {
            self.group.aspect = classes.aspect();
        }
        let mood = match classes.modality() {
            // "Has had to close" tells that it closed.
            Some(Certainty::Necessary) if self.group.perfect && token.lemma == "have" => None,
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

    pub(super) fn govern_by(&mut self, how: Governing) {
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
    pub(super) fn mark(&mut self, mood: Modality) {
        if mood.distance() > self.group.modality.distance() {
            self.group.modality = mood;
        }
    }
}
