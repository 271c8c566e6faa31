//! The engine's main works under criterion, to see what a change does: `cargo bench --bench regressions`.
//!
//! Percentiles over many queries, and growth with the size of a record, are the matter of `search` and of
//! `npm run bench:scale`.

use criterion::Criterion;
use fastrand::Rng;
use on_record::record::{Record, Source, Statement};
use on_record::{Checker, Options, time};

const WORDS: &[&str] = &[
    "council",
    "bridge",
    "budget",
    "hospital",
    "strike",
    "tunnel",
    "harbour",
    "school",
    "contract",
    "festival",
    "library",
    "station",
    "minister",
    "company",
    "market",
    "museum",
    "reservoir",
    "ferry",
    "stadium",
    "court",
];
const VERBS: &[&str] =
    &["opened", "closed", "approved", "rejected", "delayed", "sold", "repaired", "visited"];

fn sentence(random: &mut Rng) -> String {
    let of = |words: &[&str], random: &mut Rng| words[random.usize(..words.len())].to_string();
    let (who, verb, what) = (of(WORDS, random), of(VERBS, random), of(WORDS, random));
    format!("The {who} of Town{} {verb} the {what} with {} seats.", random.u32(..5000), random.u32(2..900))
}

fn record(count: usize) -> Record {
    let mut random = Rng::with_seed(7);
    let statement = |i: usize| Statement {
        id: format!("s{i}"),
        date: "2022-05-01".parse().expect("a date"),
        until: None,
        speaker: None,
        speaker_name: None,
        text: sentence(&mut random),
        quote: None,
        topics: Vec::new(),
        source: 0,
        supersedes: Vec::new(),
        note: None,
    };
    let source = Source { publisher: "Gazette".into(), ..Source::default() };
    Record {
        title: "Bench".into(),
        sources: vec![source].into(),
        statements: (0..count).map(statement).collect(),
        ..Record::default()
    }
}

fn engine(bench: &mut Criterion) {
    let pack = Checker::new(record(10_000)).to_pack();
    let load = || Checker::load(&[("bench.pack", &pack)]).expect("a pack");
    bench.bench_function("load a pack of 10,000 statements", |b| b.iter(load));
    let checker = load();
    let mut random = Rng::with_seed(9);
    let query: String = (0..3).map(|_| sentence(&mut random)).collect();
    bench.bench_function("search 10,000 statements", |b| b.iter(|| checker.search(&query, 10)));
    let text: String = (0..100).map(|_| sentence(&mut random) + " ").collect();
    let options = Options {
        date: time::parse_date("2022-06-01"),
        as_of: time::parse_date("2024-01-01").expect("a date"),
        offsets: Default::default(),
    };
    bench.bench_function("check 1,000 words against 10,000 statements", |b| {
        b.iter(|| checker.check(&text, &options));
    });
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    engine(&mut criterion);
    criterion.final_summary();
}
