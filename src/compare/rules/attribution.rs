//! `attribution`: words of another speaker.

use super::quote::versions;
use super::{Outcome, Rule};
use crate::compare::{Differing, Pair};

pub(super) static RULE: Rule = Rule {
    code: "attribution",
    summary: "words of another speaker",
    documentation: "Speaks where a quotation is on record word for word, and the record knows both its speaker and the \
                    one to whom the text gives it, and they are not the same.",
    examples: &[],
    apply,
    explain: |told| {
        format!("{} it was {} who said “{}”", told.when, told.who, told.theirs.trim_end_matches('.'))
    },
};

fn apply(pair: &Pair) -> Option<Outcome> {
    let (Some(ours), Some(theirs)) = (pair.claim.speaker, pair.statement.speaker) else { return None };
    if ours == theirs {
        return None;
    }
    let (span, versions) = versions(pair)?;
    versions
        .contained
        .then(|| {
            let differing = vec![Differing { claim: span, statement: versions.theirs, kind: "name" }];
            Outcome::contradicts(0.9, differing).map(Outcome::certain)
        })
        .flatten()
}
