//! A fuzz target in the form that libFuzzer has, with a driver that needs no other compiler: the files of `corpus/` and
//! `regressions/` as they are, then texts that grow from them by random changes.
//!
//! A longer run: `FUZZ_RUNS=1000000 FUZZ_SEED=7 cargo test --release --test fuzz`. What fails is printed as a Rust
//! byte string; put it into a file of `regressions/`.

mod mutator;
#[path = "../promises/mod.rs"]
mod promises;

use mutator::{Mutator, number};
use on_record::text::OffsetUnit;
use on_record::time::parse_date;
use on_record::{Checker, Options};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::LazyLock;

static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    Checker::load(&[("transit", include_bytes!("../accuracy/transit.record.json").as_slice())])
        .expect("a record")
});

/// Reads bytes as everything that they could be; nothing may panic or break a promise.
fn fuzz_target(bytes: &[u8]) {
    let _ = Checker::load(&[("input", bytes)]);
    let text = String::from_utf8_lossy(bytes);
    promises::check(&text);
    let as_of = parse_date("2024-12-31").expect("a date");
    let options = Options { date: parse_date("2022-06-02"), as_of, offsets: OffsetUnit::Bytes };
    for claim in &CHECKER.check(&text, &options).claims {
        assert_eq!(text.get(claim.start..claim.end), Some(claim.text.as_str()));
    }
}

/// Runs the target, and shows an input that fails.
fn run(bytes: &[u8]) {
    if let Err(failure) = catch_unwind(AssertUnwindSafe(|| fuzz_target(bytes))) {
        eprintln!("fails: b\"{}\"", bytes.escape_ascii());
        resume_unwind(failure);
    }
}

/// A pack's sections with their tags.
type Sections = Vec<([u8; 4], Vec<u8>)>;

fn sections(pack: &[u8]) -> Sections {
    let count = pack[12] as usize;
    let mut rest = &pack[16 + 44 * count + 32..];
    let mut section = |entry: &[u8]| {
        let length = u64::from_le_bytes(entry[4..12].try_into().expect("eight bytes")) as usize;
        let (bytes, after) = rest.split_at(length);
        rest = after;
        (entry[..4].try_into().expect("four bytes"), bytes.to_vec())
    };
    pack[16..16 + 44 * count].chunks_exact(44).map(&mut section).collect()
}

/// A pack of these sections with the hashes that they have: what a hash cannot keep out.
fn sealed(sections: &Sections) -> Vec<u8> {
    let mut pack = b"\x89ORP\r\n\x1a\n\x02\0\0\0".to_vec();
    pack.extend((sections.len() as u32).to_le_bytes());
    for (tag, bytes) in sections {
        pack.extend(tag);
        pack.extend((bytes.len() as u64).to_le_bytes());
        pack.extend(blake3::hash(bytes).as_bytes());
    }
    pack.extend(*blake3::hash(&pack).as_bytes());
    sections.iter().for_each(|(_, bytes)| pack.extend(bytes));
    pack
}

/// Loads a pack, and uses it where it is accepted.
fn pack_target(bytes: &[u8]) {
    let Ok(checker) = Checker::load(&[("input.pack", bytes)]) else { return };
    checker.search("Tram line 9 will open in September, Ines Mora said.", 10);
    let as_of = parse_date("2024-12-31").expect("a date");
    let options = Options { date: None, as_of, offsets: OffsetUnit::Utf16 };
    checker.check("Ines Mora said on 1 May 2022 that tram line 9 will open in September 2023.", &options);
    let again = Checker::load(&[("again.pack", &checker.to_pack())]).expect("what is written is read");
    assert_eq!(again.info().statements, checker.info().statements);
}

#[test]
fn packs_that_were_altered_and_sealed_again() {
    let whole = include_bytes!("../formats/tiny-2-whole.pack");
    let given = sections(whole);
    assert_eq!(sealed(&given), whole);
    let mut random = Mutator::new();
    let mut accepted = 0;
    for _ in 0..number("FUZZ_RUNS", 3_000) {
        let mut altered = given.clone();
        for _ in 0..1 + random.below(3) {
            let at = random.below(altered.len());
            let other = given[random.below(given.len())].1.clone();
            random.change(&mut altered[at].1, &other);
        }
        let bytes = sealed(&altered);
        accepted += usize::from(Checker::load(&[("input.pack", &bytes)]).is_ok());
        if let Err(failure) = catch_unwind(AssertUnwindSafe(|| pack_target(&bytes))) {
            eprintln!("fails: b\"{}\"", bytes.escape_ascii());
            resume_unwind(failure);
        }
    }
    assert!(accepted > 0, "the readers are reached");
}

/// The files of a folder beside this one, in the order of their names.
fn files(folder: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz").join(folder);
    let mut paths: Vec<_> =
        folder.read_dir().expect("a folder").map(|file| file.expect("a file").path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a file")).collect()
}

#[test]
fn the_corpus_and_what_grows_from_it() {
    const LONGEST: usize = 4_000;
    let mut inputs = files("corpus");
    inputs.extend(files("regressions"));
    inputs.iter().for_each(|input| run(input));
    let seeds = inputs.len();
    let mut random = Mutator::new();
    for _ in 0..number("FUZZ_RUNS", 1_000) {
        let mut input = inputs[random.below(inputs.len())].clone();
        let other = inputs[random.below(seeds)].clone();
        for _ in 0..1 + random.below(6) {
            random.change(&mut input, &other);
        }
        input.truncate(LONGEST);
        run(&input);
        // Some of what came through goes on growing.
        if random.below(16) == 0 {
            inputs.push(input);
        }
    }
}
