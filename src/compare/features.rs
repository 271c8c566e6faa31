//! What the model of confidence looks at in a pair of which a rule has found something.

use crate::claim::{Term, TermKind, TermRole};
use crate::compare::conditions::{
    moods_compare, one_speaker, other_in_row, past_event_elsewhere, planned_since, quantities_agree,
};
use crate::compare::rule::Outcome;
use crate::compare::{Match, Meeting, Pair};
use crate::time::Date;

/// Values of a pair, one of each of [`FEATURES`].
pub type Features = [f32; FEATURES.len()];

/// Names of the features; all values lie between 0 and 1, or between -1 and 1.
pub const FEATURES: [&str; 51] = [
    "plain",
    "certain",
    "strength",
    "figures-apart",
    "claim-cover",
    "claim-cover-wide",
    "statement-cover",
    "statement-cover-wide",
    "least-cover",
    "own-weight",
    "shared-weight",
    "shared-wide",
    "other-name",
    "subject-met",
    "same-parts",
    "other-thing",
    "other-subject",
    "strangers",
    "share-matter",
    "other-days",
    "same-days",
    "other-year",
    "moods",
    "past-elsewhere",
    "planned-before",
    "numbers-agree",
    "numbers-differ",
    "predicate-same",
    "predicate-near",
    "predicate-opposite",
    "names-met",
    "nouns-met",
    "mean-weight",
    "opposites",
    "names-unmet",
    "words-unmet",
    "same-speaker",
    "days-apart",
    "other-in-row",
    "claim-terms",
    "statement-terms",
    "claim-subordinate",
    "statement-subordinate",
    "claim-reported",
    "claim-without-verb",
    "whole",
    "whole-wide",
    "whole-days-apart",
    "agreed-here",
    "agreed-before",
    "agreed-since",
];

/// A statement of a record, as far as its agreement with a claim weighs against what another says.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'a> {
    /// Its place in the record.
    pub index: usize,
    /// Its day, or the first that it may be.
    pub day: Date,
    /// Who speaks, where the record says.
    pub speaker: Option<&'a str>,
}

/// How surely, 0 to 1, statements agree with a claim against which another speaks. What was so before may well have ended;
/// what is so since is seldom spoken against. Two speakers who differ dispute it: that says nothing against either.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreed {
    /// What the other statement itself says besides.
    pub here: f32,
    /// Statements dated before it.
    pub before: f32,
    /// Others, dated on its day or later.
    pub since: f32,
}

impl Agreed {
    /// With what a statement says for the claim, and how surely, where `against` speaks against it.
    pub fn and(mut self, (voice, sure): (Voice, f32), against: Voice) -> Self {
        let most = match voice.index == against.index {
            true => &mut self.here,
            false if voice.speaker.zip(against.speaker).is_some_and(|(a, b)| a != b) => return self,
            false if voice.day < against.day => &mut self.before,
            false => &mut self.since,
        };
        *most = most.max(sure);
        self
    }
}

/// From this share on that meets two clauses meet word for word, but for what differs.
const WHOLE: f32 = 0.97;

/// What stands in front: what a rule made of the pair.
const OF_OUTCOME: usize = 4;
/// The places of "other-name", "other-days" and "other-in-row".
const ELSEWHERE: [usize; 3] = [12, 19, 38];
/// The place of "strangers".
pub(super) const STRANGERS: usize = 17;
/// The places of what the record says for the claim.
const AGREED: [usize; 3] = [48, 49, 50];

/// The values of a pair with what a rule made of it, in the order of [`FEATURES`].
pub fn with(mut of_pair: Features, outcome: &Outcome) -> Features {
    let flag = |is: bool| f32::from(u8::from(is));
    let Outcome { plain, certain, strength, apart, .. } = *outcome;
    of_pair[..OF_OUTCOME].copy_from_slice(&[flag(plain), flag(certain), strength, apart]);
    of_pair
}

/// The values of a pair where is known how surely the record agrees with the claim.
pub fn beside(mut of_pair: Features, agreed: Agreed) -> Features {
    for (at, agreed) in AGREED.into_iter().zip([agreed.here, agreed.before, agreed.since]) {
        of_pair[at] = agreed;
    }
    of_pair
}

/// Whether the two speak of other names, of other days, or of another in a row.
pub(super) fn elsewhere(features: &Features) -> bool {
    ELSEWHERE.iter().any(|&at| features[at] > 0.0)
}

/// The values of a pair whatever a rule makes of it, and whatever else the record says: those in front and at the end are 0.
pub fn of(pair: &Pair) -> Features {
    let alignment = pair.alignment;
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let flag = |is: bool| f32::from(u8::from(is));
    let links = &alignment.links;
    let met: Vec<&Term> = links.iter().filter(|l| l.how.same_sense()).map(|l| &ours[l.claim]).collect();
    let count = |of: &dyn Fn(&Term) -> bool, most: f32| met.iter().filter(|t| of(t)).count() as f32 / most;
    let noun = |t: &Term| t.kind == TermKind::Noun && t.entry.classes().aspect().is_none();
    // Names, and other words, that neither the other side nor what stands around it has.
    let unmet = |terms: &[Term], meeting: &Meeting| -> (f32, f32) {
        let left = |(i, term): &(usize, &Term)| term.role != TermRole::Aside && meeting.unmet(*i);
        let (mut names, mut words) = (0.0, 0.0);
        for (_, term) in terms.iter().enumerate().filter(left) {
            match term.kind {
                TermKind::Entity(_) | TermKind::Name => names += 1.0,
                TermKind::Noun | TermKind::Verb => words += 1.0,
                TermKind::Adjective | TermKind::Adverb => {}
            }
        }
        (names, words)
    };
    let our_left = unmet(ours, &alignment.ours);
    let their_left = unmet(theirs, &alignment.theirs);
    let predicate = pair.predicate().map(|l| l.how);
    let quantities = quantities_agree(pair);
    let recalled = pair.recalled();
    let said = pair.claim.said.to.zip(pair.statement.said.to);
    let apart = said.map_or(0.0, |(a, b)| ((a - b).get_days().abs() as f32 + 1.0).ln() / 8.0);
    let apart = if recalled { apart / 2.0 } else { apart };
    let same_days = pair
        .claim
        .own_days()
        .zip(Some(pair.statement.own_days().unwrap_or(pair.statement.said)))
        .map_or(recalled, |(a, b)| a.overlaps(b));
    let shared = |weight: f32| weight.min(8.0) / 8.0;
    let whole = |ours: f32, theirs: f32| flag(ours.min(theirs) >= WHOLE);
    let own_whole = whole(alignment.claim_cover, alignment.statement_cover);
    [
        0.0,
        0.0,
        0.0,
        0.0,
        alignment.claim_cover,
        alignment.claim_cover_wide,
        alignment.statement_cover,
        alignment.statement_cover_wide,
        alignment.claim_cover_wide.min(alignment.statement_cover_wide),
        shared(alignment.own_weight),
        shared(alignment.shared_weight),
        shared(alignment.shared_wide),
        flag(alignment.other_name),
        flag(pair.subject_met()),
        flag(pair.same_parts()),
        flag(pair.other_thing()),
        flag(pair.other_subject()),
        flag(pair.strangers()),
        flag(pair.share_matter()),
        flag(pair.other_days()),
        flag(same_days),
        flag(pair.other_year()),
        flag(moods_compare(pair)),
        flag(past_event_elsewhere(pair)),
        flag(planned_since(pair)),
        flag(quantities == Some(true)),
        flag(quantities == Some(false)),
        flag(predicate == Some(Match::Same)),
        flag(matches!(predicate, Some(Match::Family | Match::Synonym))),
        flag(predicate == Some(Match::Opposite)),
        count(&Term::is_name, 3.0).min(1.0),
        count(&noun, 4.0).min(1.0),
        shared(alignment.shared_weight / (met.len().max(1) as f32)) * 4.0,
        links.iter().filter(|l| l.how == Match::Opposite).count() as f32 / 2.0,
        ((our_left.0 + their_left.0) / 4.0).min(1.0),
        ((our_left.1 + their_left.1) / 8.0).min(1.0),
        one_speaker(pair).map_or(0.0, |one| if one { 1.0 } else { -1.0 }),
        apart,
        flag(other_in_row(pair)),
        (ours.len() as f32 / 10.0).min(1.0),
        (theirs.len() as f32 / 10.0).min(1.0),
        flag(pair.claim.claim.subordinate),
        flag(pair.statement.claim.subordinate),
        flag(pair.claim.claim.report.is_some()),
        flag(!ours.iter().any(|t| t.role == TermRole::Predicate && t.kind == TermKind::Verb)),
        own_whole,
        whole(alignment.claim_cover_wide, alignment.statement_cover_wide),
        own_whole * apart,
        0.0,
        0.0,
        0.0,
    ]
}

#[cfg(test)]
mod tests {
    use super::{AGREED, Agreed, ELSEWHERE, FEATURES, STRANGERS, Voice};
    use crate::time::parse_date;

    #[test]
    fn agreement_counts_by_its_day_and_not_between_two_who_differ() {
        let voice = |index, day: &str, speaker| Voice { index, day: parse_date(day).unwrap(), speaker };
        let agreed = |voice: Voice, against: Voice| Agreed::default().and((voice, 0.5), against);
        let against = voice(1, "2022-05-02", Some("Lund"));
        let none = Agreed::default();
        assert_eq!(agreed(voice(1, "2022-05-02", Some("Lund")), against), Agreed { here: 0.5, ..none });
        assert_eq!(agreed(voice(0, "2022-05-01", Some("Lund")), against), Agreed { before: 0.5, ..none });
        assert_eq!(agreed(voice(2, "2022-05-02", Some("Lund")), against), Agreed { since: 0.5, ..none });
        assert_eq!(agreed(voice(2, "2022-05-03", None), against), Agreed { since: 0.5, ..none });
        assert_eq!(agreed(voice(2, "2022-05-03", Some("Hale")), against), none);
    }

    #[test]
    fn places_are_those_of_the_names() {
        assert_eq!(ELSEWHERE.map(|at| FEATURES[at]), ["other-name", "other-days", "other-in-row"]);
        assert_eq!(FEATURES[STRANGERS], "strangers");
        assert_eq!(AGREED.map(|at| FEATURES[at]), ["agreed-here", "agreed-before", "agreed-since"]);
    }
}
