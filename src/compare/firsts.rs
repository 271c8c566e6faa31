//! What being the first says of others: the first since 1994 is not the first of all, and nobody was it before the first.

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

/// The sentence of a claim.
fn sentence(side: &Side) -> Span {
    side.analysis.sentences[side.claim.sentence].span
}

/// Whether a claim speaks of a first, an only one, a most or a never, or its sentence does.
pub(super) fn concern(side: &Side) -> bool {
    const WORDS: [&str; 12] = [
        "first",
        "only",
        "never",
        "ever",
        "once",
        "twice",
        "before",
        "previously",
        "single",
        "one",
        "none",
        "no",
    ];
    let sentence = sentence(side).of(side.text);
    ordinal(side).is_some()
        || side.content.most.is_some()
        || side.superlative().is_some()
        || sentence
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| WORDS.iter().any(|word| w.eq_ignore_ascii_case(word)))
}

/// The place in a row that the claim, or else its sentence, gives.
fn ordinal<'a>(side: &Side<'a>) -> Option<&'a Quantity> {
    let row = |q: &&'a Quantity| q.dimension == Dimension::Ordinal;
    let analysis = side.analysis;
    let near = || analysis.quantities_in(sentence(side)).map(move |i| &analysis.quantities[i]).find(row);
    side.quantities().find(row).or_else(near)
}

fn first<'a>(side: &Side<'a>) -> Option<&'a Quantity> {
    ordinal(side).filter(|q| q.value == 1.0)
}

/// The adjective of a superlative, and where it ends; of a first, an empty word.
fn top<'a>(side: &Side<'a>) -> Option<(&'a str, usize)> {
    let best = || {
        let key = side.superlative()?;
        let term = side.claim.terms.iter().find(|t| t.key == key)?;
        Some((key, term.span.end))
    };
    first(side).map(|q| ("", q.span.end)).or_else(best).or(side.content.most)
}

/// "The most in its history", "the fewest since 1961": the superlative of an amount.
pub(super) fn most(side: &Side) -> Option<(&'static str, usize)> {
    let from = side.claim.span.start;
    let words = Span { start: from, end: sentence(side).end.max(from) }.of(side.text);
    // One search instead of three, for most claims.
    if !words.contains("st ") {
        return than_any(words).map(|(most, at)| (most, from + at));
    }
    ["the fewest ", "the most ", "the least "].into_iter().find_map(|phrase| {
        let end = words.find(phrase)? + phrase.len();
        let next = words[end..].split_whitespace().next()?;
        let most = phrase.trim_start_matches("the ").trim_end();
        matches!(next, "since" | "in" | "ever" | "on" | "for").then_some((most, from + end - 1))
    })
}

/// "More than in any year before", "fewer than ever": the superlative, and where it ends.
fn than_any(words: &str) -> Option<(&'static str, usize)> {
    let at = words.find(" than ")?;
    let rest = &words[at + " than ".len()..];
    let any = ["ever", "in any ", "at any ", "any ", "on any "].into_iter().any(|any| rest.starts_with(any));
    let more = words[..at].rsplit(' ').next().filter(|_| any)?;
    let most = [("more", "most"), ("fewer", "fewest"), ("less", "least")];
    most.into_iter().find(|(word, _)| more.eq_ignore_ascii_case(word)).map(|(_, most)| (most, at))
}

/// Whether these words tell of all the time there has been.
fn ever(words: &str) -> bool {
    let has = |word: &&str| words.contains(*word);
    // "Than in any month of this year" is of that year.
    let before = || [" before", " previous ", " since "].iter().any(has);
    ["history", " ever", "on record", " to date"].iter().any(has) || words.contains(" any ") && before()
}

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

/// "The first since 1994", "for the first time in six years", "the largest since 1994": so there was one before.
pub(super) fn not_of_all(side: &Side) -> bool {
    let Some((_, end)) = top(side) else { return false };
    let rest = Span { start: end, end: sentence(side).end };
    side.analysis.times_in(rest).map(|i| &side.analysis.times[i]).any(|time| {
        let back = |words: &str| ["for ", "in "].iter().any(|w| words.starts_with(w));
        match time.kind {
            TimeKind::Since => !time.ambiguous && time.named.to < side.said.from,
            TimeKind::Duration { .. } => {
                back(time.span.of(side.text)) || follows(side, time.span, &["in", "for"])
            }
            _ => false,
        }
    })
}

/// Whether the one's row is of a time that need not hold all of the other's: "the first this year" may be the third in ten years.
pub(super) fn narrower(side: &Side, other: &Side) -> bool {
    let rest = |side: &Side| {
        let end = top(side)
            .or_else(|| ordinal(side).map(|q| ("", q.span.end)))
            .map_or(side.claim.span.start, |t| t.1);
        Span { start: end, end: sentence(side).end.max(end) }
    };
    let part = |side: &Side| {
        let words = rest(side).of(side.text).split(|c: char| !c.is_alphanumeric());
        { words }.find(|word| RuleWord::Period.has(word)).map(str::to_owned)
    };
    not_of_all(side) || bounded(side, rest(side).start) && part(side) != part(other)
}

/// Whether one of these words stands in front of a span.
fn follows(side: &Side, span: Span, words: &[&str]) -> bool {
    words.contains(&side.word_before(span))
}

/// Whether a sentence speaks of a part of time only: this year, the season.
fn bounded(side: &Side, from: usize) -> bool {
    let rest = Span { start: from, end: sentence(side).end };
    !side.analysis.times_in(rest).is_empty() || periodic(rest.of(side.text))
}

fn periodic(words: &str) -> bool {
    let part = |word: &str| RuleWord::Period.has(&word.to_lowercase());
    words.split(|c: char| !c.is_alphanumeric()).any(|word| part(word) || word == "this")
}

/// Whether a claim says that something is the first of all: "the first strike", "never before".
fn of_all(side: &Side) -> bool {
    let start = sentence(side).start;
    let lead = Span { start, end: side.claim.span.end.max(start) }.of(side.text).to_lowercase();
    let never = match side.claim.polarity {
        Polarity::Negative => side.has_word(&["never"]) && side.has_word(&["before"]),
        Polarity::Positive => lead.starts_with("never before"),
    };
    let first = side.quantities().find(|q| q.dimension == Dimension::Ordinal && q.value == 1.0);
    if let Some((most, end)) = top(side).filter(|(most, _)| !most.is_empty()) {
        // "The largest" may be the largest there is now.
        let rest = Span { start: end, end: sentence(side).end }.of(side.text);
        let ever = rest.contains(" ever ") || rest.contains(" history") || rest.contains(" on record");
        return ever && !most.is_empty() && !bounded(side, end) && side.claim.polarity == Polarity::Positive;
    }
    match first {
        Some(first) => side.claim.polarity == Polarity::Positive && !bounded(side, first.span.end),
        // "Never before", said of what happened in May, is not said of May.
        None => never && !periodic(Span { start, end: sentence(side).end }.of(side.text)),
    }
}

/// "The second year running", "three times in a row".
fn streak<'a>(side: &Side<'a>) -> Option<&'a Quantity> {
    const RUN: [&str; 5] = ["running", "straight", "consecutive", "successive", "row"];
    ordinal(side).filter(|q| q.value >= 2.0 && side.has_word(&RUN))
}

/// What is the first: the noun that is counted, unless that is only a time.
fn head(quantity: &Quantity) -> Option<&str> {
    let head = quantity.of.as_ref()?.head.as_str();
    (!RuleWord::Period.has(head) && head != "time").then_some(head)
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

/// The place in a row that a side gives, and of what: "the third woman", "the second youngest captain".
pub(super) fn rank<'a>(side: &Side<'a>) -> Option<(f64, &'a str)> {
    if let Some(noun) = none_before(side) {
        return Some((1.0, noun));
    }
    let ordinal = side.quantities().find(|q| q.dimension == Dimension::Ordinal);
    let value = ordinal.map_or(1.0, |q| q.value);
    match (side.superlative(), ordinal) {
        (Some(most), _) => Some((value, most)),
        (None, Some(ordinal)) => {
            // "A loss of 4 million, its first": of what stands before.
            let own = || {
                let objects = side.claim.terms_of(TermRole::Object);
                objects.filter(|t| t.kind == TermKind::Noun && t.span.end < ordinal.span.start).last()
            };
            let of = ordinal.of.as_ref().map(|of| of.head.as_str());
            let elided =
                || ["its", "their", "his", "her"].contains(&side.word_before(ordinal.span)).then(own)?;
            Some((value, of.or_else(|| elided().map(|t| t.key.as_str()))?))
        }
        (None, None) => None,
    }
}

/// "No woman had led the choir before (her)": whoever the text tells of is the first, of the noun.
pub(super) fn none_before<'a>(side: &Side<'a>) -> Option<&'a str> {
    let claim = side.claim;
    let rest = Span { start: claim.span.start, end: sentence(side).end.max(claim.span.end) }.of(side.text);
    let no = rest.strip_prefix("No ").or_else(|| rest.strip_prefix("no "))?;
    let told = claim.polarity == Polarity::Negative && (claim.past || claim.perfect);
    let subject = claim.terms_of(TermRole::Subject).find(|t| t.kind == TermKind::Noun)?;
    let before = no.split(|c: char| !c.is_alphabetic()).any(|word| word == "before");
    (told && before && !side.has_word(&["more", "fewer", "other"])).then_some(subject.key.as_str())
}
