//! Search gives what a full scan gives, in any machine's order, whatever the query.

use fastrand::Rng;
use on_record::record::read_source;
use on_record::retrieve::{B, Index, K1, Retriever};

/// Small numbers often, large ones seldom, as words are.
fn skewed(random: &mut Rng, end: usize) -> usize {
    let bound = random.usize(1..=end);
    let bound = random.usize(1..=bound);
    random.usize(..bound)
}

type Terms = Vec<(String, f32)>;

fn documents(count: usize, random: &mut Rng) -> Vec<Terms> {
    let document = |random: &mut Rng| {
        let length = 1 + random.usize(..20);
        let weight = |random: &mut Rng| [1.0, 1.0, 1.0, 0.25, 3.0][random.usize(..5)];
        (0..length).map(|_| (format!("w{}", skewed(random, 2000)), weight(random))).collect()
    };
    (0..count).map(|_| document(random)).collect()
}

fn index(documents: &[Terms]) -> Index {
    Index::build(documents.iter().map(|d| d.iter().map(|(term, weight)| (term.as_str(), *weight))))
}

#[test]
fn search_gives_what_a_full_scan_gives() {
    let mut random = Rng::with_seed(42);
    let documents = documents(20_000, &mut random);
    let index = index(&documents);
    for round in 0..400 {
        let query: Terms = (0..1 + random.usize(..20))
            .map(|_| (format!("w{}", skewed(&mut random, 2200)), [1.0, 2.0, 0.5][random.usize(..3)]))
            .collect();
        let top = [1, 3, 10, 100][round % 4];
        let admit = |document: u32| round % 3 != 0 || document.is_multiple_of(5);
        let fast = index.search(&query, top, admit);
        assert_eq!(fast, index.search_all(&query, top, admit), "round {round}");
        assert!(fast.iter().all(|(document, _)| admit(*document)));
    }
}

#[test]
fn scores_are_bm25() {
    let index = Index::build([
        vec![("a", 1.0), ("b", 1.0)],
        vec![("a", 1.0), ("a", 1.0), ("b", 1.0), ("c", 1.0)],
        vec![("c", 1.0); 3],
    ]);
    let idf = |with: f32| (1.0 + (3.0 - with + 0.5) / (with + 0.5)).ln();
    assert!((index.idf("a") - idf(2.0)).abs() < 1e-6);
    assert!((index.idf("unknown") - idf(0.0)).abs() < 1e-6);
    let score = |tf: f32, length: f32| idf(2.0) * (K1 + 1.0) * tf / (tf + K1 * (1.0 - B + B * length / 3.0));
    let hits = index.search(&[("a", 2.0)], 10, |_| true);
    assert_eq!(hits.iter().map(|hit| hit.0).collect::<Vec<u32>>(), [1, 0]);
    assert!((hits[0].1 - 2.0 * score(2.0, 4.0)).abs() < 1e-5, "{hits:?}");
    assert!((hits[1].1 - 2.0 * score(1.0, 2.0)).abs() < 1e-5, "{hits:?}");
}

#[test]
fn equals_stand_in_order_and_bytes_are_the_same() {
    let same = vec![vec![("x", 1.0)]; 300];
    let index = Index::build(same.clone());
    let hits: Vec<u32> = index.search(&[("x", 1.0)], 5, |_| true).into_iter().map(|hit| hit.0).collect();
    assert_eq!(hits, [0, 1, 2, 3, 4]);
    assert_eq!(index.as_bytes(), Index::build(same).as_bytes());
}

#[test]
fn nothing_is_found_in_nothing() {
    let empty = Index::build(Vec::<Vec<(&str, f32)>>::new());
    assert!(empty.search(&[("a", 1.0)], 10, |_| true).is_empty());
    let index = Index::build([vec![("a", 1.0)], vec![]]);
    assert!(index.search(&[] as &[(&str, f32)], 10, |_| true).is_empty());
    assert!(index.search(&[("a", 1.0)], 0, |_| true).is_empty());
    assert!(index.search(&[("a", 0.0), ("", 1.0), ("zz", 1.0)], 10, |_| true).is_empty());
    assert_eq!(index.documents(), 2);
}

#[test]
fn a_record_is_found_by_words_names_and_speakers() {
    let source = br#"{ "format": 1, "title": "T",
      "entities": [ { "id": "m", "kind": "person", "name": "Ines Mora", "aliases": ["Tram Tsar"] } ],
      "topics": [ { "id": "t", "label": "Harbour" } ],
      "statements": [
        { "id": "a", "date": "2022", "text": "Ines Mora resigned.", "source": "G" },
        { "id": "b", "date": "2022", "text": "The port is open.", "source": "G", "topics": ["t"] },
        { "id": "c", "date": "2022", "text": "It rained.", "source": "G", "speaker": "m" } ] }"#;
    let record = read_source("t", source).unwrap();
    let retriever = Retriever::build(&record);
    let search =
        |text: &str| -> Vec<u32> { retriever.search(text, 10).into_iter().map(|hit| hit.0).collect() };
    assert_eq!(search("Tram Tsar"), [0, 2]);
    assert_eq!(search("PORT"), [1]);
    assert_eq!(search("harbour"), [1]);
    assert_eq!(search("😀 ¿"), [0u32; 0]);
    let again = Retriever::with_index(&record, retriever.index().as_bytes()).unwrap();
    assert_eq!(again.search("port rained", 10), retriever.search("port rained", 10));
}
