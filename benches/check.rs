//! How long it takes to check a text, to read a text, to load a record.
//!
//! `cargo bench --bench check` prints a line a measurement. The statements and the texts are synthetic: English
//! sentences put together from a few hundred words, from a fixed seed; the bundled record is as it is.

use fastrand::Rng;
use on_record::text::Document;
use on_record::{Checker, Options, claim, time};
use std::fmt::Write;
use std::time::{Duration, Instant};

fn of<'w>(random: &mut Rng, words: &[&'w str]) -> &'w str {
    words[random.usize(..words.len())]
}

const HOLDERS: &[&str] = &[
    "minister",
    "council",
    "company",
    "court",
    "union",
    "army",
    "bank",
    "hospital",
    "operator",
    "committee",
    "parliament",
    "regulator",
    "mayor",
    "airline",
    "university",
    "police",
    "agency",
    "board",
    "museum",
    "club",
];
const VERBS: &[&str] = &[
    "approved",
    "rejected",
    "opened",
    "closed",
    "delayed",
    "announced",
    "cancelled",
    "raised",
    "cut",
    "sold",
    "bought",
    "denied",
    "confirmed",
    "extended",
    "withdrew",
    "resumed",
    "suspended",
    "launched",
    "repaired",
    "replaced",
];
const THINGS: &[&str] = &[
    "plan",
    "bridge",
    "strike",
    "contract",
    "budget",
    "line",
    "ceasefire",
    "price",
    "law",
    "station",
    "factory",
    "school",
    "tunnel",
    "election",
    "inquiry",
    "festival",
    "harbour",
    "vaccine",
    "licence",
    "pension",
];
const SORTS: &[&str] = &[
    "new", "northern", "public", "regional", "military", "medical", "national", "old", "second", "disputed",
];
const STARTS: &[&str] = &["Al", "Bor", "Cas", "Dun", "El", "Fer", "Gor", "Hal", "Ist", "Jor", "Kel", "Lor"];
const ENDS: &[&str] = &["mere", "stad", "ford", "haven", "burg", "ton", "wick", "dorf", "ville", "by"];

/// A sentence of about twelve words.
fn sentence(random: &mut Rng) -> String {
    let place = format!("{}{}", of(random, STARTS), of(random, ENDS));
    let (holder, verb) = (of(random, HOLDERS), of(random, VERBS));
    let (sort, thing, number) = (of(random, SORTS), of(random, THINGS), 2 + random.usize(..900));
    match random.usize(..4) {
        0 => format!("The {holder} in {place} {verb} the {sort} {thing} for {number} people."),
        1 => format!("The {sort} {thing} in {place} will cost {number} million euros, the {holder} said."),
        2 => format!("“We have not {verb} the {thing},” the {holder} of {place} said of the {sort} offer."),
        _ => format!("{place} {verb} its {sort} {thing} after the {holder} lost {number} workers."),
    }
}

fn record(statements: usize) -> String {
    let mut random = Rng::with_seed(0x5eed_0002);
    let mut all = String::new();
    for i in 0..statements {
        let date = format!(
            "20{:02}-{:02}-{:02}",
            15 + i * 9 / statements,
            1 + random.usize(..12),
            1 + random.usize(..28)
        );
        let text = sentence(&mut random);
        let comma = if i == 0 { "" } else { "," };
        write!(all, "{comma}{{\"id\":\"s{i}\",\"date\":\"{date}\",\"text\":\"{text}\",\"source\":\"a\"}}")
            .expect("memory takes everything");
    }
    format!(
        "{{\"format\":1,\"title\":\"Synthetic\",\"sources\":[{{\"id\":\"a\",\"publisher\":\"A\",\
         \"url\":\"https://example.org/\"}}],\"statements\":[{all}]}}"
    )
}

fn text(bytes: usize) -> String {
    let mut random = Rng::with_seed(0x5eed_0003);
    let mut all = String::new();
    while all.len() < bytes {
        all.push_str(&sentence(&mut random));
        all.push_str(if random.usize(..5) == 0 { "\n\n" } else { " " });
    }
    all
}

/// About a megabyte of prose: the paragraphs of the accuracy cases, over and over.
fn prose() -> String {
    let cases = [
        include_str!("../tests/accuracy/foods.cases.jsonl"),
        include_str!("../tests/accuracy/football.cases.jsonl"),
        include_str!("../tests/accuracy/hospital.cases.jsonl"),
        include_str!("../tests/accuracy/transit.cases.jsonl"),
    ];
    let mut once = String::new();
    for line in cases.iter().flat_map(|file| file.lines()).filter(|line| !line.is_empty()) {
        let case: serde_json::Value = serde_json::from_str(line).expect("a case a line");
        once.push_str(case["text"].as_str().expect("a text"));
        once.push_str("\n\n");
    }
    once.repeat(1_000_000 / once.len() + 1)
}

/// The median of some runs.
fn median<T>(runs: usize, mut run: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[runs / 2]
}

fn tell(what: &str, time: Duration) {
    println!("{what:<52} {:>10.2} ms", time.as_secs_f64() * 1000.0);
}

fn load(name: &str, bytes: &[u8]) -> Checker {
    Checker::load(&[(name, bytes)]).expect("the record has no faults")
}

fn main() {
    let options = Options {
        date: time::parse_date("2024-06-01"),
        as_of: time::parse_date("2026-01-01").expect("a date"),
        offsets: Default::default(),
    };
    let thousand_words = text(6_000);
    let megabyte = text(1_000_000);

    let source = record(10_000);
    tell("load 10,000 statements from their source", median(3, || load("synthetic", source.as_bytes())));
    let checker = load("synthetic", source.as_bytes());
    let pack = checker.to_pack();
    tell("load 10,000 statements from a pack", median(5, || load("synthetic", &pack)));
    println!("{:<52} {:>10}", "bytes of that pack a statement", pack.len() / 10_000);
    tell(
        "check 1,000 words against 10,000 statements",
        median(15, || checker.check(&thousand_words, &options)),
    );

    let bundled = include_bytes!("../data/records/ukraine-war.record.json");
    tell("load the bundled record from its source", median(5, || load("bundled", bundled)));
    let checker = load("bundled", bundled);
    let pack = checker.to_pack();
    tell("load the bundled record from a pack", median(5, || load("bundled", &pack)));
    tell(
        "check 1,000 words against the bundled record",
        median(15, || checker.check(&thousand_words, &options)),
    );
    tell("check 1 MB against the bundled record", median(3, || checker.check(&megabyte, &options)));

    let names = on_record::retrieve::names(checker.record());
    for (what, text) in [("synthetic text", &megabyte), ("prose", &prose())] {
        let reading = median(5, || claim::analyse(&Document::read(text), options.date, &names, None));
        let speed = text.len() as f64 / 1e6 / reading.as_secs_f64();
        println!("{:<52} {speed:>10.2} MB/s", format!("analyse a megabyte of {what}"));
    }
}
