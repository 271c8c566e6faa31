//! What a clause counts as, whatever its verb form: what was decreed is done.

use crate::claim::{Claim, Modality, Polarity, TermRole};
use crate::compare::Side;
use crate::compare::rule_words::RuleWord;
use crate::english::Aspect;

/// The mood of a statement's clause; "ordered the trial to be halted", "allowed the ferries to sail again": what somebody
/// who can decree it has stopped or begun is so.
pub(super) fn told_mood(side: &Side) -> Modality {
    let claim = side.claim;
    let infinitive = matches!(claim.modality, Modality::Necessary | Modality::Possible)
        && matches!(claim.aspect, Some(Aspect::Stop | Aspect::Start | Aspect::Repeat))
        && claim.polarity == Polarity::Positive;
    let decrees = |host: &Claim| {
        host.sentence == claim.sentence
            && host.modality == Modality::Fact
            && host.polarity == Polarity::Positive
            && host.terms_of(TermRole::Predicate).any(|t| RuleWord::Decrees.has(&t.key))
    };
    let all = &side.analysis.claims;
    let here = || all.partition_point(|other| other.span.start < claim.span.start);
    if infinitive && all[..here()].iter().rev().find(|c| c.title.is_none()).is_some_and(decrees) {
        Modality::Fact
    } else {
        claim.modality
    }
}
