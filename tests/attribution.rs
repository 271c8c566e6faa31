//! How many of the attributions that a person marked in news are found, and how many of those found are marked:
//! `tests/attribution/`. The figures are in the repository, so that every change of them is seen and committed with
//! what made it.

use on_record::claim::{Names, Utterance, analyse, utterances};
use on_record::text::{Document, Span};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Byte offsets of every code point, and of the end.
fn bytes(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

/// The bytes of a marked source or content.
fn spans(value: &Value, bytes: &[usize]) -> Vec<Span> {
    let at = |span: &Value, end: &str| bytes[span[end].as_u64().expect("an offset") as usize];
    value.as_array().into_iter().flatten().map(|span| Span::new(at(span, "start"), at(span, "end"))).collect()
}

fn length(spans: &[Span]) -> usize {
    spans.iter().map(|span| span.end - span.start).sum()
}

/// How many bytes of the spans lie in another.
fn shared(spans: &[Span], other: Span) -> usize {
    spans.iter().map(|span| span.end.min(other.end).saturating_sub(span.start.max(other.start))).sum()
}

fn matches(said: &Utterance, source: &[Span], content: &[Span]) -> bool {
    let both = 2 * shared(content, said.content);
    let same = both >= length(content) && both >= said.content.end - said.content.start;
    same && said.source.is_some_and(|span| shared(source, span) > 0)
}

/// The table's lines of some stories: for each type how many were marked, and the share found; the share of the reported that are marked.
fn measure(name: &str, stories: &[&str], table: &mut String) {
    let mut found: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut reported, mut right) = (0, 0);
    for line in stories {
        let story: Value = serde_json::from_str(line).unwrap();
        let text = story["text"].as_str().unwrap();
        let bytes = bytes(text);
        let said = utterances(text, &analyse(&Document::read(text), None, &Names::default(), None));
        let mut good = vec![false; said.len()];
        for marked in story["attributions"].as_array().unwrap() {
            let (source, content) = (spans(&marked["source"], &bytes), spans(&marked["content"], &bytes));
            let kind = marked["type"].as_str().unwrap().to_lowercase();
            let mut hit = false;
            for (said, good) in said.iter().zip(&mut good) {
                let same = matches(said, &source, &content);
                *good |= same;
                hit |= same;
            }
            let count = found.entry(kind).or_default();
            *count = (count.0 + 1, count.1 + usize::from(hit));
        }
        reported += said.len();
        right += good.iter().filter(|good| **good).count();
    }
    for (kind, (marked, hits)) in &found {
        writeln!(table, "{name}\t{kind}\t{marked}\t{:.3}", *hits as f64 / *marked as f64).unwrap();
    }
    writeln!(table, "{name}\treported\t{reported}\t{:.3}", right as f64 / reported as f64).unwrap();
}

#[test]
fn attributions_of_news() {
    /// Stories of the second file that were looked at while the passes were written.
    const SEEN: usize = 20;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attribution");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let (news, more) = (read("news.jsonl"), read("more-news.jsonl"));
    let more: Vec<&str> = more.lines().collect();
    let mut table = String::from("stories\ttype\tmarked\tfound\n");
    measure("news", &news.lines().collect::<Vec<&str>>(), &mut table);
    measure("more news, seen", &more[..SEEN], &mut table);
    measure("more news, unseen", &more[SEEN..], &mut table);
    let expected = folder.join("expected.tsv");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&expected, &table).unwrap();
    }
    let expected = std::fs::read_to_string(expected).unwrap_or_default();
    assert_eq!(table, expected, "BLESS=1 cargo test --test attribution, where the change is meant");
}
