//! How fast the index answers, how large it is, how long it takes to build, by the number of statements.
//!
//! `cargo bench --bench search [most statements]` prints a row a size. Statements are synthetic: twelve terms
//! each, drawn by Zipf's law from a vocabulary that grows with their number, from a fixed seed. Queries have
//! twenty terms, drawn alike; every answer is exact.

use fastrand::Rng;
use on_record::retrieve::Index;
use std::time::{Duration, Instant};

/// A rank from 0, by Zipf's law over `n` ranks.
fn zipf(random: &mut Rng, n: f64) -> u32 {
    (n.powf(random.f64()) - 1.0) as u32
}

const TERMS: usize = 12;
const QUERY: usize = 20;
const QUERIES: usize = 500;

fn main() {
    let most = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(1_000_000);
    println!("statements   p50 ms   p95 ms  bytes/statement  build s  load ms");
    for count in [1_000, 10_000, 100_000, 1_000_000].into_iter().filter(|count| *count <= most) {
        measure(count);
    }
}

fn measure(count: usize) {
    let mut random = Rng::with_seed(0x5eed_0001);
    // Vocabulary grows with the root of the text's length (Heaps' law).
    let vocabulary = 60.0 * ((count * TERMS) as f64).sqrt();
    let words: Vec<String> = (0..vocabulary as usize + 1).map(|rank| format!("word{rank}")).collect();
    let statements: Vec<[u32; TERMS]> =
        (0..count).map(|_| std::array::from_fn(|_| zipf(&mut random, vocabulary))).collect();

    let start = Instant::now();
    let index = Index::build(
        statements.iter().map(|ranks| ranks.iter().map(|&rank| (words[rank as usize].as_str(), 1.0))),
    );
    let built = start.elapsed();
    let bytes = index.as_bytes().to_vec();
    let size = bytes.len() as f64 / count as f64;
    let start = Instant::now();
    let index = Index::from_bytes(bytes).expect("an index reads what it wrote");
    let loaded = start.elapsed();

    let mut found = 0;
    let mut times: Vec<Duration> = (0..QUERIES)
        .map(|_| {
            let query: Vec<(&str, f32)> =
                (0..QUERY).map(|_| (words[zipf(&mut random, vocabulary) as usize].as_str(), 1.0)).collect();
            let start = Instant::now();
            found += index.search(&query, 10, |_| true).len();
            start.elapsed()
        })
        .collect();
    assert!(found > 0);
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    println!(
        "{count:10} {:8.3} {:8.3} {size:16.1} {:8.2} {:8.2}",
        ms(times[QUERIES / 2]),
        ms(times[QUERIES * 95 / 100]),
        built.as_secs_f64(),
        ms(loaded)
    );
}
