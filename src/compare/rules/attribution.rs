//! `attribution`: words of another speaker.

use super::quote::versions;
use super::{Example, Outcome, Rule, one_speaker};
use crate::compare::{Differing, Pair};

pub(super) static RULE: Rule = Rule {
    code: "attribution",
    summary: "words of another speaker",
    documentation: "Speaks where a quotation is on record word for word, and the record knows both its speaker and the \
                    one to whom the text gives it, and they are not the same.",
    examples: &[
        Example {
            statement: "“This line has been badly steered from the first day,” Ines Mora said.",
            claim: "“This line has been badly steered from the first day,” Daniel Okoro said.",
            relation: "contradicts",
        },
        Example {
            statement: "“This line has been badly steered from the first day,” Ines Mora said.",
            claim: "“I will never resign over this,” Daniel Okoro said.",
            relation: "silent",
        },
    ],
    apply,
    explain: |told| {
        format!("{} it was {} who said “{}”", told.when, told.who, told.theirs.trim_end_matches('.'))
    },
};

fn apply(pair: &Pair) -> Option<Outcome> {
    if one_speaker(pair) != Some(false) {
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
