//! What a claim says by small words (*too*, *still*, *than*), by who does it to whom, or by a prefix, and the statement does
//! not: that the other words meet is no agreement then.

use crate::claim::{Term, TermRole};
use crate::compare::event::doers;
use crate::compare::rule_words::RuleWord;
use crate::compare::{Link, Match, Meeting, Pair, Side};
use crate::english::{self, Aspect};
use crate::text::Tag;
use std::sync::LazyLock;

/// Whether the claim says something of which the statement does not tell, or tells the contrary.
pub(super) fn untold(pair: &Pair) -> bool {
    other_order(pair)
        || as_well(pair)
        || lasts(pair)
        || compares(pair)
        || left_out(pair)
        || undone(pair)
        || doers::crossed(pair).is_some()
        || other_portfolio(pair)
}

/// "Before the report came out", "after the report came out".
fn other_order(pair: &Pair) -> bool {
    const ORDER: [&str; 6] = ["before", "after", "until", "since", "unless", "without"];
    let opening = |side: &Side| {
        let first = side.words().split(' ').next().unwrap_or_default();
        ORDER.iter().position(|word| first.eq_ignore_ascii_case(word))
    };
    opening(pair.claim).zip(opening(pair.statement)).is_some_and(|(ours, theirs)| ours != theirs)
}

/// "Was minister of health", "minister of transport": of each, what it is for is unmet.
fn other_portfolio(pair: &Pair) -> bool {
    let unmet = |side: &Side, meeting: &Meeting| {
        let mut terms = side.claim.terms.iter().enumerate();
        terms.any(|(i, t)| RuleWord::Portfolio.has(&t.key) && !meeting.direct.at_all.has(i))
    };
    let minister =
        |l: &Link| l.how == Match::Same && pair.claim.claim.terms[l.claim].entry.classes().office();
    pair.alignment.links.iter().any(minister)
        && unmet(pair.claim, &pair.alignment.ours)
        && unmet(pair.statement, &pair.alignment.theirs)
}

/// "Was raised in Orme, too": of another that is told of in the same words, nothing is said.
fn as_well(pair: &Pair) -> bool {
    let words = pair.claim.words();
    // "Too few" is of another sort.
    let too = [", too", " too,", " as well"].iter().any(|w| words.contains(w))
        || words.ends_with(" too")
        || words.starts_with("too,")
        || pair.claim.has_word(&["likewise"]);
    let direct = pair.alignment.ours.direct.at_all;
    let mut names = pair.claim.claim.terms.iter().enumerate().filter(|(_, t)| t.is_name());
    let met = || pair.predicate().is_some_and(|l| l.how.same_sense());
    too && (names.any(|(i, _)| !direct.has(i)) || !met())
}

/// "Still belongs to the club", "the museum remains": that goes on which the statement says of it, or says to go on.
fn lasts(pair: &Pair) -> bool {
    let goes_on = |side: &Side| side.claim.aspect == Some(Aspect::Continue);
    let met = || pair.predicate().is_some_and(|l| l.how.same_sense());
    goes_on(pair.claim) && !goes_on(pair.statement) && !met()
}

/// "Longer than planned", "fewer than the year before": with what the statement does not compare.
fn compares(pair: &Pair) -> bool {
    let words = pair.claim.words();
    let Some(at) = words.find(" than ").map(|at| pair.claim.claim.span.start + at + " than ".len()) else {
        return false;
    };
    // "More than 300": a bound.
    let bound = pair.claim.analysis.quantities.iter().any(|q| q.span.start <= at && at < q.span.end);
    !bound && pair.statement.content.course.is_none() && !pair.statement.has_word(&["than", "record"])
}

/// "Open to those in Orme but not to those in Selm": what meets is what is left out.
fn left_out(pair: &Pair) -> bool {
    static OUT: LazyLock<Vec<&str>> = LazyLock::new(|| RuleWord::LeavesOut.members());
    let behind = |side: &Side, term: &Term| {
        let before = side.text.get(side.claim.span.start..term.span.start).unwrap_or_default();
        let phrase = before.rsplit([',', ';']).next().unwrap_or_default();
        let left_out = |out: &&str| phrase.split_once(*out).is_some_and(|(_, rest)| rest.starts_with(' '));
        OUT.iter().any(left_out)
    };
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    pair.alignment.links.iter().any(|l| {
        let (a, b) = (&ours[l.claim], &theirs[l.statement]);
        a.role != TermRole::Subject && behind(pair.statement, b) && !behind(pair.claim, a)
    })
}

/// "Left unpaid", "paid".
fn undone(pair: &Pair) -> bool {
    let one = |a: &Side, b: &Side| {
        let mut terms = a.claim.terms.iter().filter(|t| !t.is_name());
        terms.any(|t| {
            let positive = t.key.strip_prefix("un");
            positive.is_some_and(|word| {
                let (lemma, _) = english::lemma(word, Tag::Verb);
                b.claim.terms.iter().any(|t| t.key == lemma || t.key == word)
            })
        })
    };
    one(pair.claim, pair.statement) || one(pair.statement, pair.claim)
}
