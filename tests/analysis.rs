//! The whole analysis, whatever the text: spans lie in it and in order, the same text gives the same again, and
//! paragraphs that share no name, and do not refer back, are read as each is read alone.

use on_record::claim::Analysis;
use on_record::text::{Document, Span};
use promises::{check, read};
use proptest::prelude::*;
use std::ops::Range;

mod odd;
mod promises;

/// Moves the spans and tokens of an item.
macro_rules! moved {
    ($items:expr, $bytes:expr, $tokens:expr) => {
        for item in &mut $items {
            item.span = by($bytes, item.span);
            item.tokens = along($tokens, &item.tokens);
        }
    };
}

fn by(bytes: usize, span: Span) -> Span {
    Span::new(span.start + bytes, span.end + bytes)
}

fn along(tokens: usize, range: &Range<usize>) -> Range<usize> {
    range.start + tokens..range.end + tokens
}

/// The analysis of two texts, one after the other, as if neither knew of the other.
fn put_together(mut first: Analysis, before: &Document, second: &Analysis, shift: usize) -> Analysis {
    let tokens = before.tokens.len();
    let mut second = second.clone();
    moved!(second.times, shift, tokens);
    moved!(second.quantities, shift, tokens);
    moved!(second.mentions, shift, tokens);
    moved!(second.quotes, shift, tokens);
    moved!(second.titles, shift, tokens);
    moved!(second.claims, shift, tokens);
    moved!(second.sentences, shift, tokens);
    let paragraphs = first.sentences.last().map_or(0, |sentence| sentence.paragraph + 1);
    for sentence in &mut second.sentences {
        sentence.paragraph += paragraphs;
    }
    for quantity in &mut second.quantities {
        if let Some(counted) = &mut quantity.of {
            counted.span = by(shift, counted.span);
        }
    }
    for title in &mut second.titles {
        title.mention += first.mentions.len();
    }
    for attribution in &mut second.attributions {
        attribution.sentence += first.sentences.len();
        attribution.source = attribution.source.map(|span| by(shift, span));
        attribution.source_tokens = attribution.source_tokens.as_ref().map(|range| along(tokens, range));
        attribution.holder = attribution.holder.map(|holder| holder + first.mentions.len());
        attribution.cue = by(shift, attribution.cue);
        attribution.content = by(shift, attribution.content);
        attribution.content_tokens = along(tokens, &attribution.content_tokens);
    }
    for claim in &mut second.claims {
        claim.sentence += first.sentences.len();
        claim.report = claim.report.map(|report| report + first.attributions.len());
        claim.title = claim.title.map(|title| title + first.titles.len());
        claim.times.iter_mut().for_each(|time| *time += first.times.len());
        claim.quantities.iter_mut().for_each(|quantity| *quantity += first.quantities.len());
        claim.terms.iter_mut().for_each(|term| term.span = by(shift, term.span));
        claim.quantifiers.iter_mut().for_each(|found| found.span = by(shift, found.span));
    }
    first.sentences.extend(second.sentences);
    first.times.extend(second.times);
    first.quantities.extend(second.quantities);
    first.mentions.extend(second.mentions);
    first.quotes.extend(second.quotes);
    first.attributions.extend(second.attributions);
    first.titles.extend(second.titles);
    first.claims.extend(second.claims);
    first
}

/// Two paragraphs joined by a blank line are analysed as each is by itself.
fn check_joined(a: &str, b: &str) {
    let text = format!("{a}\n\n{b}");
    let (first, one) = read(a, Some("2022-06-02"));
    let (_, two) = read(b, Some("2022-06-02"));
    let (_, whole) = read(&text, Some("2022-06-02"));
    let wanted = put_together(one, &first, &two, a.len() + 2);
    assert_eq!(whole.sentences, wanted.sentences);
    assert_eq!(whole.times, wanted.times);
    assert_eq!(whole.quantities, wanted.quantities);
    assert_eq!(whole.mentions, wanted.mentions);
    assert_eq!(whole.quotes, wanted.quotes);
    assert_eq!(whole.attributions, wanted.attributions);
    assert_eq!(whole.titles, wanted.titles);
    assert_eq!(whole.claims, wanted.claims);
}

/// Sentences of news, each with its own names: what stands in `{}` is filled in by [`paragraph`].
const SENTENCES: &[&str] = &[
    "{p} said on Friday that {o} would close two mines in {l}.",
    "The council of {l} approved a budget of 4.1 million euros in May 2021.",
    "“We will not sell,” {p} told reporters in {l}.",
    "Shares of {o}, bought in 2019, fell by 3 percent.",
    "At least 40 people were hurt when a ferry sank off {l} last month.",
    "{o} denied that it had paid bribes; {p}, its chief executive, resigned.",
    "In {l}, nobody was killed.",
    "{p} did not sign the treaty, which was drafted in {l} on 3 March 2020.",
    "Talks between {o} and a union broke down at 5 p.m.",
    "{o} called off the strike, but its members may walk out again next week.",
    "Rain closes schools in {l}.",
    "“The bridge is shut. Nobody knows why,” said {p}, the mayor of {l}.",
    "Only three of the 12 judges agreed with {p}.",
];
const PERSONS: [&[&str]; 2] = [&["Ada Brell", "Oskar Tavin"], &["Imre Sollak", "Nadia Quint"]];
const BODIES: [&[&str]; 2] = [&["Harbor Lines", "Veltrona"], &["Ostrand Mills", "Kepler Rail"]];
const PLACES: [&[&str]; 2] = [&["Brimmouth", "Castle Dunn"], &["Lowmere", "Port Hale"]];

/// Fills in names of one half, so that no name stands in two paragraphs.
fn paragraph(half: usize, picks: &[(usize, usize)]) -> String {
    let fill = |&(sentence, name): &(usize, usize)| {
        SENTENCES[sentence % SENTENCES.len()]
            .replace("{p}", PERSONS[half][name % 2])
            .replace("{o}", BODIES[half][name % 2])
            .replace("{l}", PLACES[half][name % 2])
    };
    picks.iter().map(fill).collect::<Vec<_>>().join(" ")
}

fn picks() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..SENTENCES.len(), 0..2usize), 1..5)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_analysed(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_news_is_analysed(text in odd::news()) {
        check(&text);
    }

    #[test]
    fn paragraphs_without_a_common_name_are_analysed_alone(a in picks(), b in picks()) {
        check_joined(&paragraph(0, &a), &paragraph(1, &b));
    }
}

#[test]
fn odd_texts_are_analysed() {
    for text in odd::texts(200) {
        check(&text);
    }
}

/// Each the worst that a recogniser can meet, and so long that one of quadratic time would not come to its end.
#[test]
fn odd_texts_of_any_length_are_analysed() {
    for part in [
        "the union said the deal was off and ",
        "rose by 3 percent in May and ",
        "it was late, he said, and ",
        "It is not true that ",
        "The mayor, who said ",
        "two weeks starting ",
        "\"No,\" he said. ",
        "“It is late, ",
        "Ines Mora said she left. ",
        "the minister ",
        "(",
        "“",
        "a",
    ] {
        check(&part.repeat(30_000));
    }
    // One word of a megabyte.
    check(&"a".repeat(1 << 20));
}
