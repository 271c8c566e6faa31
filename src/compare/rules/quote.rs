//! `quote`: words in quotation marks that are not the words on record.

use super::{Example, Outcome, Rule, one_speaker};
use crate::claim::Quote;
use crate::compare::{Differing, Pair};
use crate::text::{Document, Span, TokenKind, fold};
use compact_str::CompactString;

pub(super) static RULE: Rule = Rule {
    code: "quote",
    summary: "words in quotation marks that are not the words on record",
    documentation: "Speaks where a quotation of four words or more has most of its words, in their order, in common with \
                    a quotation on record, and not all. The same words, or a part of them, agree.",
    examples: &[
        Example {
            statement: "“There is no delay and there will be no delay,” Mora said.",
            claim: "“There is no delay and there will never be one,” Mora said.",
            relation: "contradicts",
        },
        Example {
            statement: "“There is no delay and there will be no delay,” Mora said.",
            claim: "“There will be no delay,” Mora said.",
            relation: "silent",
        },
    ],
    apply,
    explain: |told| {
        format!(
            "{} the words of {} on record were “{}”",
            told.when,
            told.who,
            told.theirs.trim_end_matches('.')
        )
    },
};

/// Share of words in common, in order, from which on two quotations are versions of one.
const VERSION: f32 = 0.6;
const MIN_WORDS: usize = 3;

/// The words of a quotation that the claim stands in or holds.
pub(super) fn quotation<'a>(pair: &'a Pair) -> Option<&'a Quote> {
    let span = pair.claim.claim.span;
    pair.claim.analysis.quotes_in(span).first()
}

/// What two quotations have in common.
pub(super) struct Versions {
    /// Share of the shorter one's words that meet, in order.
    pub common: f32,
    /// One holds the other whole.
    pub contained: bool,
    /// The words on record.
    pub theirs: Span,
}

/// Compares the claim's quotation with the statement's.
pub(super) fn versions(pair: &Pair) -> Option<(Span, Versions)> {
    let quote = quotation(pair)?;
    let ours = words(quote.span.of(pair.claim.text));
    if ours.len() < MIN_WORDS {
        return None;
    }
    let statement = pair.statement;
    let own: Vec<Span> = statement.analysis.quotes.iter().map(|q| q.span).collect();
    let on_record = statement
        .quote
        .and_then(|quote| {
            let start = statement.text.find(quote)?;
            Some(Span::new(start, start + quote.len()))
        })
        .or_else(|| own.iter().copied().max_by_key(|span| span.end - span.start))?;
    let theirs = words(on_record.of(statement.text));
    if theirs.len() < MIN_WORDS {
        return None;
    }
    let common = longest_common(&ours, &theirs);
    let shorter = ours.len().min(theirs.len());
    let contained = holds(&ours, &theirs) || holds(&theirs, &ours);
    Some((quote.span, Versions { common: common as f32 / shorter as f32, contained, theirs: on_record }))
}

fn words(text: &str) -> Vec<CompactString> {
    let document = Document::read(text);
    document
        .tokens
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .map(|token| fold(token.span.of(text)))
        .collect()
}

fn holds(long: &[CompactString], short: &[CompactString]) -> bool {
    short.len() <= long.len() && long.windows(short.len()).any(|window| window == short)
}

/// Length of the longest common subsequence of words (Wagner and Fischer 1974).
fn longest_common(a: &[CompactString], b: &[CompactString]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

fn apply(pair: &Pair) -> Option<Outcome> {
    let (ours, versions) = versions(pair)?;
    if !one_speaker(pair).unwrap_or(pair.alignment.shared_weight > 0.0) {
        return None;
    }
    if versions.contained {
        return Outcome::agrees(0.9).map(Outcome::certain);
    }
    (versions.common >= VERSION)
        .then(|| {
            let differing = vec![Differing { claim: ours, statement: versions.theirs, kind: "quote" }];
            Outcome::contradicts(versions.common, differing).map(Outcome::certain)
        })
        .flatten()
}
