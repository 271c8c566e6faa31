//! `trend`: it rose, says the claim; it fell, says the record.

use crate::claim::{Claim, Term, TermKind, TermRole};
use crate::compare::conditions::{
    another, closeness, comparable, matter, moods_compare, one_amount, past_event_elsewhere, planned_since,
    same_sense,
};
use crate::compare::measure::course::{self, Course};
use crate::compare::pair::other::another_thing;
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::{Differing, Match, Pair, Side, meet};
use crate::text::Span;
use crate::time::{TimeKind, TimeMention};
use std::borrow::Cow;

pub(super) static RULE: Rule = Rule {
    code: "trend",
    summary: "it rose, says the claim; it fell, says the record",
    documentation: "Speaks where both sides say which way one measure of one thing went (rose, lowered, fewer, less than \
                    the year before, has become longer, held steady), in the same time, and the ways differ; and where \
                    two statements give levels of that measure on two days, and the later is higher or lower than the \
                    claim has it.",
    examples: &[
        Example {
            statement: "The council raised the bus fare in May.",
            claim: "The council lowered the bus fare in May.",
            relation: "contradicts",
        },
        Example {
            statement: "The council raised the bus fare in May.",
            claim: "The council lowered the library fee in May.",
            relation: "silent",
        },
    ],
    concerns: |side| side.content.course.is_some() && side.claim.title.is_none(),
    unaligned: |_| false,
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    if pair.claim.claim.title.is_some() || each_its_own_days(pair) || long_ago(pair) {
        return None;
    }
    let ((ours, up), (theirs, down)) = (pair.claim.content.course?, pair.statement.content.course?);
    let shared = measure_met(pair, ours, theirs) || elliptic(pair, theirs);
    if up == down
        || !shared && !pair.subject_met()
        || pair.other_head()
        || other_clause_says(pair.statement, up)
        || another_thing(pair)
    {
        return None;
    }
    let moved = up != Course::Steady && down != Course::Steady;
    // "The number of visitors fell in May", "it counted 900 visitors in May, up from 700".
    let told = |side: &Side, at: usize, way: Span| way.contains(side.claim.terms[at].span);
    let one_time = || pair.claim.own_days().zip(pair.statement.own_days()).is_some();
    let met =
        || matter(pair, |i| told(pair.claim, i, ours), |j| told(pair.statement, j, theirs)).unwrap_or(0.0);
    let plain = (comparable(pair, 0.55, if one_amount(pair) { 0.3 } else { 0.4 })
        || shared && one_time() && moods_compare(pair) && met() >= 0.65)
        && !past_event_elsewhere(pair)
        && !planned_since(pair)
        && pair.share_matter()
        && (shared || moved && subjects_meet(pair))
        && !pair.other_thing()
        && !another(pair);
    let strength = closeness(pair) * if shared { 1.0 } else { 0.5 };
    let differing = vec![Differing { claim: ours, statement: theirs, kind: "word" }];
    Outcome::contradicts(strength, differing).map(|o| o.plain(plain))
}

/// Whether a noun besides the words for the way meets.
fn measure_met(pair: &Pair, ours: Span, theirs: Span) -> bool {
    let (terms, their_terms) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    pair.alignment.links.iter().any(|l| {
        let (a, b) = (&terms[l.claim], &their_terms[l.statement]);
        // "Sold less", "sales rose".
        let noun = a.kind == TermKind::Noun
            || b.kind == TermKind::Noun && a.role == TermRole::Predicate && b.role == TermRole::Subject;
        same_sense(l.how) && noun && a.span != ours && b.span != theirs
    })
}

/// "The north bank's was lowered as well": whose it is meets, and what it is the text was just speaking of.
fn elliptic(pair: &Pair, theirs: Span) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let nouns = |of: &Claim| of.terms_of(TermRole::Subject).any(|t| t.kind == TermKind::Noun);
    let owner = |term: &Term| {
        let behind = pair.claim.text.get(term.span.end..).unwrap_or_default();
        let own = term.span.of(pair.claim.text);
        behind.starts_with("'s") || behind.starts_with('’') || own.ends_with("'s") || own.ends_with("’s")
    };
    let owned = pair.alignment.links.iter().any(|l| {
        let term = &claim.terms[l.claim];
        l.how == Match::Same && term.is_name() && owner(term)
    });
    let spoken_of = pair.alignment.theirs.around.same;
    let mut measure =
        statement.terms.iter().enumerate().filter(|(_, t)| t.kind == TermKind::Noun && t.span != theirs);
    owned && !nouns(claim) && (!nouns(statement) || measure.any(|(j, _)| spoken_of.has(j)))
}

/// Whether what is said to go that way is named in the subjects of both: "the mill earns less", "profit at the mill rose".
fn subjects_meet(pair: &Pair) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    pair.alignment.links.iter().any(|l| {
        let (a, b) = (&ours[l.claim], &theirs[l.statement]);
        same_sense(l.how) && a.role == TermRole::Subject && b.role == TermRole::Subject
    })
}

/// A rise of more than a year ago is another than today's, unless the claim is of several years.
fn long_ago(pair: &Pair) -> bool {
    const DAYS: i32 = 400;
    const YEARS: [&str; 12] = [
        "years", "year", "ever", "never", "every", "last", "row", "since", "decade", "decades", "past",
        "always",
    ];
    let apart = pair.claim.said.from.zip(pair.statement.said.to).map_or(0, |(a, b)| (a - b).get_days());
    let spans = || {
        let long = |t: &TimeMention| !matches!(t.kind, TimeKind::Calendar);
        pair.claim.times().any(long) || pair.claim.has_word(&YEARS) || pair.recalled()
    };
    apart > DAYS && !spans()
}

/// Each gives its own time, and not the same: another year's rise.
fn each_its_own_days(pair: &Pair) -> bool {
    pair.claim.own_days().zip(pair.statement.own_days()).is_some_and(|(a, b)| !a.overlaps(b))
}

/// "Lost much of the ground that they had gained" tells of both ways.
fn other_clause_says(side: &Side, way: Course) -> bool {
    use crate::claim::TermRole::Subject;
    // "Profit fell while sales rose": another thing's way.
    let own = |claim: &Claim| {
        let mut subjects = claim.terms_of(Subject).peekable();
        let meets = |term: &Term| side.claim.terms.iter().any(|t| meet(t, term).is_some());
        subjects.peek().is_none() || subjects.any(meets)
    };
    let others = side.analysis.claims.iter().filter(|c| !std::ptr::eq(*c, side.claim) && own(c));
    others
        .map(|claim| Side { claim, content: Cow::default(), ..*side })
        .any(|side| course::of(&side).is_some_and(|(_, its)| its == way))
}
