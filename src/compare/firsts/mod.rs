//! What being the first says of others: the first since 1994 is not the first of all, and nobody was it before the first.

mod said;

pub(super) use said::{concern, most, narrower, none_before, not_of_all, rank};

use crate::claim::{Claim, Polarity, Term, TermKind, TermRole};
use crate::compare::measure::same;
use crate::compare::proof::telling;
use crate::compare::rule_words::RuleWord;
use crate::compare::{Match, Pair, Side, meet};
use crate::english;
use crate::quantity::{Dimension, Quantity};
use crate::text::Span;
use crate::time::{TimeKind, TimeUnit};
use compact_str::CompactString;
use said::{bounded, ever, first, head, of_all, sentence, streak, top};

/// "187,300 tickets, a figure beaten only once": it is the most of all. The clause that says so tells of the figure alone,
/// so the whole sentence is asked.
pub(super) fn surpassed(pair: &Pair) -> Option<First> {
    const TIMES: [&str; 3] = ["once", "twice", "thrice"];
    let own = sentence(pair.claim);
    let words = own.of(pair.claim.text);
    let bare = |word: &str| TIMES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()));
    let follows = |only: &str| {
        let behind = words.split_once(only).and_then(|(_, rest)| rest.split_whitespace().next());
        behind.is_some_and(bare)
    };
    if !follows(" only ") && !follows(" just ") {
        return None;
    }
    let beats = |t: &Term| t.role == TermRole::Predicate && RuleWord::Surpasses.has(&t.key);
    let told = |t: &Term| pair.claim.claim.terms.iter().any(|own| own.key == t.key);
    let figure = |t: &Term| t.kind == TermKind::Noun && (RuleWord::Extent.has(&t.key) || told(t));
    let says = |c: &Claim| {
        c.sentence == pair.claim.claim.sentence
            && c.polarity == Polarity::Positive
            && c.terms.iter().any(beats)
            && c.terms.iter().any(figure)
    };
    let (_, end) = top(pair.statement).filter(|(most, _)| !most.is_empty())?;
    let rest = Span { start: end, end: sentence(pair.statement).end };
    let all = ever(rest.of(pair.statement.text)) && !not_of_all(pair.statement);
    let one = |ours: &Quantity| {
        let same = |theirs: &Quantity| ours.dimension == theirs.dimension && ours.value == theirs.value;
        telling(ours) && pair.statement.quantities().any(same)
    };
    let told = all && pair.claim.analysis.claims.iter().any(says) && pair.claim.quantities().any(one);
    told.then(|| First { share: 0.8, whole: !pair.alignment.other_name && !pair.other_subject() })
}

fn alike(a: &str, b: &str) -> bool {
    a == b || english::synonyms(a, b) || english::root(a) == english::root(b)
}

/// Whether a word of the claim, its name aside, is this noun.
fn has_noun(side: &Side, noun: &str) -> bool {
    side.claim.terms.iter().any(|t| !t.is_name() && t.role != TermRole::Aside && alike(&t.key, noun))
}

/// Whether a word of the claim's sentence is this noun, or of its family.
fn told(side: &Side, noun: &str) -> bool {
    let claims = side.analysis.claims.iter().filter(|c| c.sentence == side.claim.sentence);
    claims.flat_map(|c| &c.terms).any(|t| !t.is_name() && alike(&t.key, noun))
}

/// Whether a verb or a common noun of the claim meets the statement's clause or what stands around it, besides `noun`.
fn happens(pair: &Pair, noun: Option<&str>) -> bool {
    let meeting = &pair.alignment.ours;
    pair.claim.claim.terms.iter().enumerate().any(|(i, t)| {
        matches!(t.kind, TermKind::Verb | TermKind::Noun)
            && !RuleWord::Light.has(&t.key)
            && !RuleWord::Period.has(&t.key)
            && t.key != "time"
            && noun.is_none_or(|noun| !alike(&t.key, noun))
            && (meeting.linked.same.has(i) || meeting.around.same.has(i))
    })
}

/// How well two sentences of which one says what is the first are of one matter; `None`: not at all.
pub(super) struct First {
    /// 0 to 1.
    pub share: f32,
    /// Nothing that the claim names is left over.
    pub whole: bool,
}

fn one_matter(pair: &Pair, noun: Option<&str>) -> Option<First> {
    const LEAST: f32 = 0.4;
    let share = pair.alignment.claim_cover_wide;
    let left = |(i, t): (usize, &Term)| {
        let ours = &pair.alignment.ours;
        let counts =
            t.is_name() || t.kind == TermKind::Noun && !RuleWord::Period.has(&t.key) && t.key != "history";
        counts && t.role != TermRole::Aside && !ours.direct.same.has(i) && !ours.around.same.has(i)
    };
    let whole = !pair.claim.claim.terms.iter().enumerate().any(left) && happens(pair, noun);
    (share >= LEAST && !pair.alignment.other_name && !pair.other_subject()).then_some(First { share, whole })
}

/// "The first flood in the valley's history": the first since 1988.
pub(super) fn since(pair: &Pair) -> Option<First> {
    if !not_of_all(pair.statement) || pair.statement.claim.polarity != Polarity::Positive {
        return None;
    }
    let best = |side: &Side| top(side).map_or(CompactString::default(), |(most, _)| most.into());
    if best(pair.claim) != best(pair.statement) {
        return None;
    }
    let theirs = first(pair.statement).and_then(head);
    let run = streak(pair.claim);
    if run.is_none() && (!of_all(pair.claim) || not_of_all(pair.claim)) {
        return None;
    }
    let ours = run.or_else(|| first(pair.claim)).and_then(head);
    let one = match (ours, theirs) {
        // "The first elephant born there", "the first elephant birth".
        (Some(a), Some(b)) => alike(a, b) || has_noun(pair.statement, a) && told(pair.claim, b),
        (Some(a), None) => has_noun(pair.statement, a),
        (None, Some(b)) => has_noun(pair.claim, b),
        (None, None) => true,
    };
    let named = ours.or(theirs);
    let first = one_matter(pair, None).filter(|_| one)?;
    let acts = named.is_some() || happens(pair, None);
    acts.then_some(First { whole: first.whole && near(pair), ..first })
}

/// "Nina Orth was the first to swim it": another was.
pub(super) fn another(pair: &Pair) -> Option<(Span, Span)> {
    let holder = |side: &Side| {
        let mut names = side.claim.terms.iter().filter(|t| t.role == TermRole::Subject && t.is_name());
        let name = names.next()?.clone();
        let plain =
            names.next().is_none() && side.claim.polarity == Polarity::Positive && side.claim.asserted();
        plain.then_some(name)
    };
    let own = |side: &Side| side.quantities().any(|q| q.dimension == Dimension::Ordinal && q.value == 1.0);
    let (ours, theirs) = (holder(pair.claim)?, holder(pair.statement)?);
    let (a, b) = (first(pair.claim).and_then(head)?, first(pair.statement).and_then(head)?);
    if !own(pair.claim) || !own(pair.statement) || !alike(a, b) || meet(&ours, &theirs).is_some() {
        return None;
    }
    let all = |side: &Side| -> Vec<Term> {
        let claims = side.analysis.claims.iter().filter(|c| c.sentence == side.claim.sentence);
        claims.flat_map(|c| c.terms.iter()).filter(|t| t.role != TermRole::Aside).cloned().collect()
    };
    let (mine, yours) = (all(pair.claim), all(pair.statement));
    let rest = |t: &&Term| meet(t, &ours).is_none() && !alike(&t.key, a) && t.kind != TermKind::Adverb;
    let met = |t: &Term| yours.iter().any(|other| meet(t, other).is_some_and(|how| how != Match::Opposite));
    let mut left = mine.iter().filter(rest).peekable();
    let same = left.peek().is_some() && left.all(met) && !bounded(pair.claim, first(pair.claim)?.span.end);
    same.then_some((ours.span, theirs.span))
}

/// "Several engineers had led it before him": he is the first.
pub(super) fn before(pair: &Pair) -> Option<First> {
    let claim = pair.claim.claim;
    let earlier = claim.past && pair.claim.has_word(&["before", "previously"]);
    if !earlier || claim.polarity == Polarity::Negative || first(pair.claim).is_some() {
        return None;
    }
    let first = first(pair.statement)?;
    let noun = head(first)?;
    let scoped = not_of_all(pair.statement) || pair.statement.claim.polarity == Polarity::Negative;
    let acts = claim.terms.iter().any(|t| {
        matches!(t.role, TermRole::Subject | TermRole::Object)
            && t.kind == TermKind::Noun
            && alike(&t.key, noun)
    });
    let told = !scoped && acts && near(pair);
    one_matter(pair, Some(noun)).filter(|_| told)
}

/// "598,000, the most ever", "the most since 2005": the number, and the one of an earlier time that is beyond it.
pub(super) fn beaten(pair: &Pair) -> Option<(Span, Span)> {
    let (most, end) = pair.claim.content.most?;
    let (ours, theirs) = (pair.claim.own_days().unwrap_or(pair.claim.said), pair.statement.own_days()?);
    let rest = Span { start: end, end: sentence(pair.claim).end };
    let mut times = pair.claim.analysis.times_in(rest).map(|i| &pair.claim.analysis.times[i]);
    let words = rest.of(pair.claim.text);
    let within = match times.find(|t| matches!(t.kind, TimeKind::Since)) {
        Some(since) => since.named.to.zip(theirs.from).is_some_and(|(since, day)| since < day),
        None => ever(words),
    };
    if !within || !theirs.is_before(ours) {
        return None;
    }
    let beyond = |a: &Quantity, b: &Quantity| (b.value > a.value) == (most == "most");
    let sides = pair.claim.quantities().flat_map(|a| pair.statement.quantities().map(move |b| (a, b)));
    let found = { sides }.find(|(a, b)| same::compare(pair, a, b) == Some(false) && beyond(a, b));
    found.map(|(a, b)| (a.span, b.span))
}

/// "Sund was the only village to be evacuated", "two other villages, Orl and Timm, were evacuated": all that the claim's
/// sentence says is met, but for the names.
pub(super) fn rest_met(pair: &Pair) -> bool {
    let told = |t: &&Term| matches!(t.kind, TermKind::Noun | TermKind::Verb) && t.role != TermRole::Aside;
    let claims = pair.claim.analysis.claims.iter().filter(|c| c.sentence == pair.claim.claim.sentence);
    let theirs = &pair.statement.claim.terms;
    { claims }
        .flat_map(|c| c.terms.iter().filter(told))
        .all(|t| theirs.iter().any(|s| meet(t, s).is_some_and(|how| how >= Match::Family)))
}

/// Of one occasion: what is the first of all is so once.
fn near(pair: &Pair) -> bool {
    const DAYS: i32 = 180;
    let apart = pair.claim.said.from.zip(pair.statement.said.to).map(|(a, b)| (a - b).get_days());
    apart.is_none_or(|days| (-DAYS..=DAYS).contains(&days)) || pair.recalled()
}

/// "The first in ten years", "the first since 1994": the spans that differ, of what happened at one time.
pub(super) fn other_gap(pair: &Pair) -> Option<(Span, Span)> {
    let year = TimeUnit::Year.days();
    let day = pair.statement.own_days().unwrap_or(pair.statement.said).from?;
    let gap = |side: &Side| -> Option<(Span, f64, f64)> {
        let (_, end) = top(side)?;
        let rest = Span { start: end, end: sentence(side).end };
        side.analysis.times_in(rest).map(|i| &side.analysis.times[i]).find_map(|time| match time.kind {
            TimeKind::Since if !time.ambiguous => {
                let back = |from: crate::time::Date| f64::from((day - from).get_days()) / year;
                Some((time.span, back(time.named.to?), back(time.named.from?)))
            }
            TimeKind::Duration { low, high, unit: TimeUnit::Year } => Some((time.span, low, high)),
            TimeKind::Duration { low, high, unit: TimeUnit::Decade } => {
                Some((time.span, 10.0 * low, 10.0 * high))
            }
            _ => None,
        })
    };
    let ((ours, a, b), (theirs, c, d)) = (gap(pair.claim)?, gap(pair.statement)?);
    let slack = |years: f64| (0.12 * years).max(0.9);
    let apart = |b: f64, c: f64| b + slack(b) < c;
    (not_of_all(pair.claim) && not_of_all(pair.statement) && (apart(b, c) || apart(d, a)) && near(pair))
        .then_some((ours, theirs))
}

/// "Exchanged only once": a second exchange took place.
pub(super) fn once(pair: &Pair) -> Option<First> {
    let (claim, words) = (pair.claim.claim, pair.claim.words());
    let only = ["only once", "just once", "only one ", "just one ", "a single ", "only a single"];
    if claim.polarity == Polarity::Negative || !only.iter().any(|w| words.contains(w)) {
        return None;
    }
    let later = pair.statement.said.from > pair.claim.said.to;
    let more = pair.statement.quantities().find(|q| q.dimension == Dimension::Ordinal && q.value >= 2.0)?;
    let noun = head(more)?;
    let counted = claim.terms.iter().any(|t| !t.is_name() && alike(&t.key, noun));
    let met = |t: &Term| {
        pair.statement.claim.terms.iter().any(|s| meet(t, s).is_some_and(|m| m != Match::Opposite))
    };
    let others = claim.terms.iter().filter(|t| t.kind == TermKind::Noun && !alike(&t.key, noun));
    (counted && !(claim.past && later) && others.clone().count() > 0 && others.clone().all(met))
        .then(|| one_matter(pair, None))
        .flatten()
}
