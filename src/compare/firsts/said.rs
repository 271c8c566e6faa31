//! What one clause says of being the first, the only one or the most, and of how far that reaches.

use crate::claim::{Polarity, TermKind, TermRole};
use crate::compare::Side;
use crate::compare::rule_words::RuleWord;
use crate::quantity::{Dimension, Quantity};
use crate::text::Span;
use crate::time::TimeKind;

/// The sentence of a claim.
pub(super) fn sentence(side: &Side) -> Span {
    side.analysis.sentences[side.claim.sentence].span
}

/// Whether a claim speaks of a first, an only one, a most or a never, or its sentence does.
pub(in crate::compare) fn concern(side: &Side) -> bool {
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

pub(super) fn first<'a>(side: &Side<'a>) -> Option<&'a Quantity> {
    ordinal(side).filter(|q| q.value == 1.0)
}

/// The adjective of a superlative, and where it ends; of a first, an empty word.
pub(super) fn top<'a>(side: &Side<'a>) -> Option<(&'a str, usize)> {
    let best = || {
        let key = side.superlative()?;
        let term = side.claim.terms.iter().find(|t| t.key == key)?;
        Some((key, term.span.end))
    };
    first(side).map(|q| ("", q.span.end)).or_else(best).or(side.content.most)
}

/// "The most in its history", "the fewest since 1961": the superlative of an amount.
pub(in crate::compare) fn most(side: &Side) -> Option<(&'static str, usize)> {
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
pub(super) fn ever(words: &str) -> bool {
    let has = |word: &&str| words.contains(*word);
    // "Than in any month of this year" is of that year.
    let before = || [" before", " previous ", " since "].iter().any(has);
    ["history", " ever", "on record", " to date"].iter().any(has) || words.contains(" any ") && before()
}

/// "The first since 1994", "for the first time in six years", "the largest since 1994": so there was one before.
pub(in crate::compare) fn not_of_all(side: &Side) -> bool {
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
pub(in crate::compare) fn narrower(side: &Side, other: &Side) -> bool {
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
pub(super) fn bounded(side: &Side, from: usize) -> bool {
    let rest = Span { start: from, end: sentence(side).end };
    !side.analysis.times_in(rest).is_empty() || periodic(rest.of(side.text))
}

fn periodic(words: &str) -> bool {
    let part = |word: &str| RuleWord::Period.has(&word.to_lowercase());
    words.split(|c: char| !c.is_alphanumeric()).any(|word| part(word) || word == "this")
}

/// Whether a claim says that something is the first of all: "the first strike", "never before".
pub(super) fn of_all(side: &Side) -> bool {
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
pub(super) fn streak<'a>(side: &Side<'a>) -> Option<&'a Quantity> {
    const RUN: [&str; 5] = ["running", "straight", "consecutive", "successive", "row"];
    ordinal(side).filter(|q| q.value >= 2.0 && side.has_word(&RUN))
}

/// What is the first: the noun that is counted, unless that is only a time.
pub(super) fn head(quantity: &Quantity) -> Option<&str> {
    let head = quantity.of.as_ref()?.head.as_str();
    (!RuleWord::Period.has(head) && head != "time").then_some(head)
}

/// The place in a row that a side gives, and of what: "the third woman", "the second youngest captain".
pub(in crate::compare) fn rank<'a>(side: &Side<'a>) -> Option<(f64, &'a str)> {
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
pub(in crate::compare) fn none_before<'a>(side: &Side<'a>) -> Option<&'a str> {
    let claim = side.claim;
    let rest = Span { start: claim.span.start, end: sentence(side).end.max(claim.span.end) }.of(side.text);
    let no = rest.strip_prefix("No ").or_else(|| rest.strip_prefix("no "))?;
    let told = claim.polarity == Polarity::Negative && (claim.past || claim.perfect);
    let subject = claim.terms_of(TermRole::Subject).find(|t| t.kind == TermKind::Noun)?;
    let before = no.split(|c: char| !c.is_alphabetic()).any(|word| word == "before");
    (told && before && !side.has_word(&["more", "fewer", "other"])).then_some(subject.key.as_str())
}
