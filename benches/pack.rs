//! What a pack costs and gives natively: one line of JSON.
//!
//! `cargo bench --bench pack -- NAME.pack QUERIES.txt DOCUMENTS.txt`, a query or a document a line, as
//! `npm run bench:scale` writes them. Times are in milliseconds: of loading the least of five, of each query the least of three,
//! of each document the first time and the least of three more.

use on_record::record::read_pack;
use on_record::retrieve::Retriever;
use on_record::{Checker, Options, time};
use std::time::Instant;

fn ms<T>(run: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    std::hint::black_box(run());
    start.elapsed().as_secs_f64() * 1000.0
}

fn least<T>(runs: usize, mut run: impl FnMut() -> T) -> f64 {
    (0..runs).map(|_| ms(&mut run)).fold(f64::MAX, f64::min)
}

fn quantile(times: &[f64], part: f64) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[((sorted.len() as f64 * part) as usize).min(sorted.len() - 1)]
}

/// The most memory that this process has had, in MB; 0 where the system does not tell.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).map_or(0.0, |kb: f64| kb / 1024.0)
}

/// The share of the exact best ten that the quick search gives.
fn recall(pack: &[u8], queries: &[&str]) -> f64 {
    let pack = read_pack(pack).expect("a pack");
    let index = pack.section(Retriever::SECTION).expect("an index");
    let retriever = Retriever::with_index(&pack.record, index).expect("of this record");
    let (mut found, mut all) = (0, 0);
    for query in queries {
        let quick = retriever.search(query, 10);
        let exact = retriever.search_all(query, 10);
        found += exact.iter().filter(|hit| quick.contains(hit)).count();
        all += exact.len();
    }
    found as f64 / all.max(1) as f64
}

fn main() {
    let files: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let [pack, queries, documents] = files.as_slice() else {
        println!("give a pack, queries and documents; `npm run bench:scale` does");
        return;
    };
    let read = |path: &String| std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let pack = read(pack);
    let text = |path: &String| String::from_utf8(read(path)).expect("UTF-8");
    let (queries, documents) = (text(queries), text(documents));
    let load = || Checker::load(&[("bench.pack", &pack)]).expect("a pack");
    let loading = least(5, load);
    let checker = load();
    let searches: Vec<f64> = queries.lines().map(|query| least(3, || checker.search(query, 10))).collect();
    let memory = peak();
    let options = Options {
        date: time::parse_date("2020-01-01"),
        as_of: time::parse_date("2024-01-01").expect("a date"),
        offsets: Default::default(),
    };
    let check = |text: &str| checker.check(text, &options);
    let first: Vec<f64> = documents.lines().map(|text| ms(|| check(text))).collect();
    let again: Vec<f64> = documents.lines().map(|text| least(3, || check(text))).collect();
    let some: Vec<&str> = queries.lines().take(50).collect();
    println!(
        r#"{{"load":{loading:.3},"p50":{:.4},"p95":{:.4},"recall":{:.4},"first":{:.2},"again":{:.2},"memory":{memory:.1}}}"#,
        quantile(&searches, 0.5),
        quantile(&searches, 0.95),
        recall(&pack, &some),
        quantile(&first, 0.5),
        quantile(&again, 0.5),
    );
}
