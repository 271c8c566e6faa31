//! What a rule is, what it finds in a pair, and what its words for a person are told of.

use crate::compare::{Differing, Pair, Relation, Side};
use crate::time::Date;

/// A rule with its documentation.
pub struct Rule {
    /// Its code, as reports name it.
    pub code: &'static str,
    /// What it is about, in one line.
    pub summary: &'static str,
    /// When it speaks and when it is silent.
    pub documentation: &'static str,
    /// Statement, claim, and what the rule says of them.
    pub examples: &'static [Example],
    /// Whether it can speak of a claim, by what that alone says: it is not asked about any other.
    pub concerns: fn(&Side) -> bool,
    /// Whether it can speak of a claim, too, where the pair shares few words.
    pub unaligned: fn(&Side) -> bool,
    /// What it makes of a pair; `None`: nothing.
    pub apply: fn(&Pair) -> Option<Outcome>,
    /// One sentence for a person about a contradiction.
    pub explain: fn(&Told) -> String,
}

/// A pair of texts with what a rule says of them.
pub struct Example {
    /// The record's statement.
    pub statement: &'static str,
    /// The document's claim.
    pub claim: &'static str,
    /// `contradicts`, `agrees`, or `silent`.
    pub relation: &'static str,
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Agrees or contradicts.
    pub relation: Relation,
    /// How plainly, 0 to 1, as far as the rule can tell.
    pub strength: f32,
    /// Rests on what the rule itself matched (an office, a quotation), not on how much of the clauses meets.
    pub certain: bool,
    /// All that the rule asks of the pair is there. Without it the difference stands, and whether the two are about
    /// one matter is for the model of confidence.
    pub plain: bool,
    /// How far apart two figures or days are, 0 to 1; 0 where the rule compares none.
    pub apart: f32,
    /// The words that differ.
    pub differing: Vec<Differing>,
    /// The day from which the statement speaks, where that is not the statement's day.
    pub effective: Option<Date>,
    /// Holds only where other evidence agrees with the claim: somebody's successor says nothing of who never held the office.
    pub unproven: bool,
}

impl Outcome {
    /// Plain, of nothing but the words that meet.
    pub(super) fn new(relation: Relation, strength: f32, differing: Vec<Differing>) -> Outcome {
        Outcome {
            relation,
            strength,
            certain: false,
            plain: true,
            apart: 0.0,
            differing,
            effective: None,
            unproven: false,
        }
    }

    pub(super) fn agrees(strength: f32) -> Option<Outcome> {
        Some(Outcome::new(Relation::Agrees, strength, Vec::new()))
    }

    pub(super) fn contradicts(strength: f32, differing: Vec<Differing>) -> Option<Outcome> {
        Some(Outcome::new(Relation::Contradicts, strength, differing))
    }
}

impl Outcome {
    pub(super) fn certain(self) -> Outcome {
        Outcome { certain: true, ..self }
    }

    pub(super) fn plain(self, plain: bool) -> Outcome {
        Outcome { plain, ..self }
    }

    /// What differs are figures or days so far apart, as a share of all that a writer may get wrong.
    pub(super) fn apart(self, share: f64) -> Outcome {
        Outcome { apart: if share.is_nan() { 1.0 } else { share.clamp(0.0, 1.0) as f32 }, ..self }
    }
}

/// What an explanation is told of: ready words.
pub struct Told<'a> {
    /// The claim's differing words, else the claim.
    pub ours: &'a str,
    /// The statement's differing words, else the statement.
    pub theirs: &'a str,
    /// The statement, without its full stop.
    pub statement: &'a str,
    /// "On 3 May 2022" or "In May 2022".
    pub when: &'a str,
    /// Who speaks, where the record says.
    pub speaker: Option<&'a str>,
    /// Who published it.
    pub publisher: &'a str,
}

impl Told<'_> {
    /// The speaker, else the publisher.
    pub(super) fn who(&self) -> &str {
        self.speaker.unwrap_or(self.publisher)
    }

    /// "City Gazette reported on 3 May 2022: “…”", "Ines Mora is on record, 3 May 2022 (City Gazette): “…”".
    pub fn on_record(&self) -> String {
        let Told { publisher, statement, .. } = self;
        let when = self.when.replacen("On", "on", 1).replacen("In", "in", 1);
        match self.speaker {
            Some(speaker) => format!("{speaker} is on record {when} ({publisher}): “{statement}”"),
            None => format!("{publisher} reported {when}: “{statement}”"),
        }
    }
}
