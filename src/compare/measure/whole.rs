//! All of some and not all of them: "every pool has been reopened", "two pools are still shut".

use crate::claim::{Claim, Polarity, TermKind, TermRole};
use crate::compare::conditions::{moods_compare, other_in_row};
use crate::compare::{Differing, Pair, Side};
use crate::english::Quantifier;
use crate::text::Span;

/// How many of those it speaks of a clause says it of.
#[derive(Clone, Copy, PartialEq)]
enum Extent {
    All,
    NotAll,
}

/// What a clause says, and by which words; *all* may stand in another clause of its sentence: "all pools that were shut".
fn extent(side: &Side) -> Option<(Extent, Span)> {
    let said = |claim: &Claim| {
        claim.quantifiers.iter().find_map(|q| match q.kind {
            Quantifier::All => Some((Extent::All, q.span)),
            Quantifier::NotAll => Some((Extent::NotAll, q.span)),
            _ => None,
        })
    };
    let all = &side.analysis.claims;
    let here = all.partition_point(|c| c.span.start < side.claim.span.start);
    let opens = || {
        let before = all[..here].last().filter(|c| c.sentence == side.claim.sentence)?;
        said(before).filter(|(extent, _)| *extent == Extent::All)
    };
    said(side.claim).or_else(opens)
}

/// Where the one says it of all and the other not of all: the words of both.
pub(in crate::compare) fn opposed(pair: &Pair) -> Option<Vec<Differing>> {
    const LEAST: f32 = 0.6;
    let ((ours, our_span), (theirs, their_span)) = (extent(pair.claim)?, extent(pair.statement)?);
    let positive = |side: &Side| side.claim.polarity == Polarity::Positive || ours != theirs;
    let alignment = pair.alignment;
    // Not all had come then; all have come since.
    let since = ours == Extent::All && pair.claim.said.from > pair.statement.said.to;
    let (us, them) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let acts = alignment.links.iter().any(|l| {
        let (a, b) = (&us[l.claim], &them[l.statement]);
        l.how.same_sense() && a.role == TermRole::Predicate && b.role == a.role && a.kind == b.kind
    });
    let counted = alignment.links.iter().any(|l| {
        let (a, b) = (&us[l.claim], &them[l.statement]);
        l.how.same_sense() && a.kind == TermKind::Noun && a.role == TermRole::Subject && b.role == a.role
    });
    let one = counted
        && acts
        && moods_compare(pair)
        && !alignment.other_name
        && !pair.other_days()
        && !pair.other_thing()
        && !other_in_row(pair)
        && alignment.claim_cover_wide >= LEAST
        && alignment.statement_cover_wide >= LEAST;
    let differing = vec![Differing { claim: our_span, statement: their_span, kind: "word" }];
    (ours != theirs && !since && one && positive(pair.claim)).then_some(differing)
}
