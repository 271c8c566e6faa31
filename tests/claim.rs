//! Names, titles and references: the tables of `tests/specs/claim/`, and properties that hold for any text.

use on_record::claim::{Analysis, Mention, NameKind, Names, analyse, find_names};
use on_record::text::Document;
use proptest::prelude::*;

/// The rows of a table, without its head; `columns` says how many cells each has.
fn rows(spec: &str, columns: usize) -> impl Iterator<Item = Vec<&str>> {
    let rows = spec.lines().filter(|line| {
        line.starts_with("| ") && !line.starts_with("| text ") && !line.starts_with("| number ")
    });
    rows.map(move |line| {
        let inner = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')).unwrap_or(line);
        let cells: Vec<&str> = inner.split('|').map(str::trim).collect();
        assert_eq!(cells.len(), columns, "{line}");
        cells
    })
}

/// Compares each row with what is found, and fails with all that differ.
fn judge(spec: &str, columns: usize, found: impl Fn(&[&str]) -> String, wanted: impl Fn(&[&str]) -> String) {
    let (mut wrong, mut all) = (String::new(), 0);
    for row in rows(spec, columns) {
        all += 1;
        let (wanted, found) = (wanted(&row), found(&row));
        if wanted != found {
            wrong += &format!("\n- {wanted}\n+ {found}");
        }
    }
    let differ = wrong.matches("\n- ").count();
    assert!(all > 0 && wrong.is_empty(), "{differ} of {all} rows differ{wrong}");
}

fn plain(marked: &str) -> String {
    marked.replace(['[', ']'], "")
}

fn kind(mention: &Mention, text: &str) -> String {
    let kind = match mention.kind {
        NameKind::Person => "person",
        NameKind::Body => "body",
        NameKind::Place => "place",
        NameKind::Thing => "thing",
        NameKind::Unknown => "?",
    };
    let words = on_record::text::fold(mention.span.of(text));
    if words == mention.key { kind.to_owned() } else { format!("{kind}={}", mention.key) }
}

#[test]
fn names() {
    let found = |row: &[&str]| {
        let text = plain(row[0]);
        let mentions = find_names(&Document::read(&text), &Names::default(), None);
        let mut marked = String::new();
        let mut at = 0;
        for mention in &mentions {
            marked += &text[at..mention.span.start];
            marked += &format!("[{}]", mention.span.of(&text));
            at = mention.span.end;
        }
        marked += &text[at..];
        let kinds: Vec<String> = mentions.iter().map(|mention| kind(mention, &text)).collect();
        format!("{marked} | {}", kinds.join(", "))
    };
    judge(include_str!("specs/claim/names.md"), 2, found, |row| format!("{} | {}", row[0], row[1]));
}

fn analysed(text: &str) -> Analysis {
    analyse(&Document::read(text), None, &Names::default(), None)
}

#[test]
fn titles() {
    let found = |row: &[&str]| {
        let analysis = analysed(row[0]);
        let one = |title: &on_record::claim::Title| {
            let former = if title.former { "former " } else { "" };
            format!("{}: {former}{}", analysis.mentions[title.mention].key, title.words.join(" "))
        };
        let titles: Vec<String> = analysis.titles.iter().map(one).collect();
        let titles = if titles.is_empty() { "-".to_owned() } else { titles.join("; ") };
        format!("{} | {titles}", row[0])
    };
    judge(include_str!("specs/claim/titles.md"), 2, found, |row| format!("{} | {}", row[0], row[1]));
}

/// The references that a row lists, each with what is found for it.
#[test]
fn references() {
    let found = |row: &[&str]| {
        let analysis = analysed(row[0]);
        let mut after = 0;
        let one = |item: &str| {
            let word = item.split(" = ").next().unwrap();
            let place = |r: &&on_record::claim::Reference| r.span.start >= after && r.span.of(row[0]) == word;
            let reference = analysis.references.iter().find(place);
            after = reference.map_or(after, |r| r.span.end);
            let keys: Vec<&str> = reference
                .iter()
                .flat_map(|r| &r.mentions)
                .map(|&mention| analysis.mentions[mention].key.as_str())
                .collect();
            let phrase = reference.and_then(|r| r.phrase.clone());
            let phrase = phrase.map(|tokens| Document::read(row[0]).span(tokens).of(row[0]).to_owned());
            let meant = if keys.is_empty() { phrase.unwrap_or("?".to_owned()) } else { keys.join(" + ") };
            format!("{word} = {meant}")
        };
        format!("{} | {}", row[0], row[1].split("; ").map(one).collect::<Vec<_>>().join("; "))
    };
    judge(include_str!("specs/claim/references.md"), 2, found, |row| format!("{} | {}", row[0], row[1]));
}

/// The record of `known.md`.
fn record(spec: &str) -> Vec<(NameKind, Vec<&str>)> {
    rows(spec, 3)
        .filter(|row| row[0].parse::<u32>().is_ok())
        .map(|row| {
            let kind = match row[1] {
                "person" => NameKind::Person,
                "place" => NameKind::Place,
                _ => NameKind::Body,
            };
            (kind, row[2].split("; ").collect())
        })
        .collect()
}

#[test]
fn names_that_a_record_knows() {
    let (record_table, texts) = include_str!("specs/claim/known.md").split_once("## Texts").unwrap();
    let names = Names::new(record(record_table));
    let found = |row: &[&str]| {
        let text = unnumbered(row[0]);
        let mut marked = String::new();
        let mut at = 0;
        for mention in find_names(&Document::read(&text), &names, None) {
            let number = match (mention.entity, mention.ambiguous()) {
                (Some(id), _) => id.to_string(),
                (None, true) => "?".to_owned(),
                (None, false) => continue,
            };
            marked += &text[at..mention.span.start];
            marked += &format!("[{}:{number}]", mention.span.of(&text));
            at = mention.span.end;
        }
        marked + &text[at..]
    };
    judge(texts, 1, found, |row| row[0].to_owned());
}

/// "[Kiev:1] fell" → "Kiev fell".
fn unnumbered(marked: &str) -> String {
    let mut parts = marked.split('[');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(']').unwrap();
        text += name.rsplit_once(':').unwrap().0;
        text += rest;
    }
    text
}

#[test]
fn odd_texts_take_linear_time() {
    let names = Names::new([(NameKind::Person, vec!["Katrin Voss"]), (NameKind::Person, vec!["Jonas Voss"])]);
    let odd = [
        "Ana ".repeat(60_000),
        "Ana Ruiz and ".repeat(30_000),
        "Ministry of the ".repeat(30_000),
        "the minister ".repeat(40_000),
        "Ana Ruiz met Tom Baker. They left. ".repeat(8_000),
        "Minister Ana Ruiz left. The minister was ill. ".repeat(8_000),
        "Voss ".repeat(60_000),
        (0..40_000).map(|i| format!("Ana R{i}z ")).collect(),
        (0..30_000).map(|i| format!("Minister Ana R{i}. She left. ")).collect(),
    ];
    for text in odd {
        let document = Document::read(&text);
        let analysis = analyse(&document, None, &names, None);
        assert!(analysis.mentions.iter().all(|m| m.span.end <= text.len()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(words in prop::collection::vec(prop::sample::select(vec![
        "Ana", "Ruiz", "Dr", "Mr.", "the", "The", "minister", "Minister", "of", "and", "&", "Ltd", "plc", "'s", "’s", "'", ",", ".", "(",
        ")", "“", "”", "who", "which", "is", "was", "chairs", "said", "She", "her", "it", "its", "They", "both", "two", "van", "der", "al-",
        "Al-Rashid", "North", "River", "Bank", "for", "in", "May", "Monday", "34", "III", "Jr.", "company", "city", "former", "ex-mayor",
        "HEADLINE", "NEWS", "4", "Line", "–", "companies", "woman", "became", "not", "until", "as", "coach", "🙂", "é",
    ]), 0..40)) {
        let text = words.join(" ");
        let analysis = analysed(&text);
        let mut end = 0;
        for mention in &analysis.mentions {
            prop_assert!(mention.tokens.start >= end && mention.tokens.end > mention.tokens.start);
            end = mention.tokens.end;
        }
        for title in &analysis.titles {
            prop_assert!(title.mention < analysis.mentions.len() && !title.words.is_empty(), "{}", text);
        }
        prop_assert!(analysis.references.is_sorted_by_key(|r| r.head));
        for reference in &analysis.references {
            let before = reference.mentions.iter().all(|&m| m < analysis.mentions.len());
            prop_assert!(before && reference.tokens.contains(&reference.head));
        }
        prop_assert_eq!(analysed(&text), analysis);
    }
}
