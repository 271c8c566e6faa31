//! The compiled record: the same after reading, the same bytes for the same source, refused when altered.

use on_record::record::{
    Record, Source, Statement, content_hash, is_pack, merge, read_pack, read_source, write_pack,
};
use on_record::{Checker, ErrorCode, Options};

const TINY: &[u8] = include_bytes!("formats/tiny.record.json");
const PACK_1: &[u8] = include_bytes!("formats/tiny-1.pack");
const PACK_2: &[u8] = include_bytes!("formats/tiny-2.pack");
/// As the command writes it: with index and synonyms.
const WHOLE_2: &[u8] = include_bytes!("formats/tiny-2-whole.pack");

fn tiny() -> Record {
    read_source("tiny.record.json", TINY).unwrap()
}

/// Many statements: several blocks, references back and ahead, all fields.
fn many() -> Record {
    let mut record = tiny();
    let given: Vec<Statement> = record.statements.iter().cloned().collect();
    let first = given.len();
    for i in 0..300 {
        let mut statement = given[i % first].clone();
        statement.id = format!("more-{i}");
        statement.date = "2024-06".parse().unwrap();
        statement.text += &format!(" ({i})");
        statement.speaker_name = (i % 3 > 0).then(|| format!("Speaker {}", i % 70));
        statement.supersedes = if i % 9 == 0 { vec![i, 0] } else { vec![] };
        statement.note = (i % 50 == 0).then(|| String::from("ünsicher"));
        record.statements.push(statement);
        record.sources.push(Source { publisher: format!("Paper {i}"), ..record.sources[0].clone() });
    }
    record
}

fn bless(name: &str, bytes: &[u8]) {
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(format!("{}/tests/formats/{name}", env!("CARGO_MANIFEST_DIR")), bytes).unwrap();
    }
}

#[test]
fn the_pack_of_version_2_goes_on_loading() {
    let pack = read_pack(PACK_2).unwrap();
    assert_eq!(pack.record, tiny());
    assert_eq!(pack.hash, content_hash(&tiny()));
    assert_eq!(pack.section(*b"test"), Some(&b"a section of another module"[..]));
    assert_eq!(pack.supersedes, [(1, 0), (3, 1)]);
}

#[test]
fn the_pack_of_version_1_is_refused_with_what_to_do() {
    let error = read_pack(PACK_1).unwrap_err();
    assert_eq!(error.code(), ErrorCode::RecordVersion);
    let message = error.to_string();
    assert!(message.contains("version 1") && message.contains("on-record record build"), "{message}");
}

#[test]
fn the_same_source_gives_the_same_bytes() {
    let written = write_pack(&tiny(), &[(*b"test", b"a section of another module".to_vec())]);
    let whole = Checker::new(tiny()).to_pack();
    bless("tiny-2.pack", &written);
    bless("tiny-2-whole.pack", &whole);
    assert!(is_pack(&written) && !is_pack(TINY));
    assert_eq!(written, PACK_2);
    assert_eq!(whole, WHOLE_2);
}

#[test]
fn many_statements_are_read_as_they_were_written() {
    let record = many();
    let bytes = write_pack(&record, &[]);
    let pack = read_pack(&bytes).unwrap();
    assert_eq!(pack.record.statements[200], record.statements[200], "a block is read by itself");
    assert_eq!(pack.record, record);
    assert_eq!(pack.hash, content_hash(&record));
    let expected: Vec<(u32, u32)> = (0..)
        .zip(record.statements.iter())
        .flat_map(|(newer, s)| {
            s.supersedes.iter().map(move |&older| (newer, older as u32)).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(pack.supersedes, expected);
    assert_eq!(write_pack(&pack.record, &[]), bytes);
    assert_eq!(pack.record.statements.to_vec(), record.statements.into_vec());
}

/// What a check says is the same from the source and from its pack, and a pack of a pack is the same pack.
#[test]
fn a_pack_answers_as_its_source_does() {
    let source = Checker::new(many());
    let bytes = source.to_pack();
    let packed = Checker::load(&[("many.pack", &bytes)]).unwrap();
    assert_eq!(packed.info(), source.info());
    let options = Options {
        date: None,
        as_of: on_record::time::parse_date("2024-12-01").unwrap(),
        offsets: Default::default(),
    };
    for text in
        ["Tram line 9 will open in September 2023, Ines Mora said.", "The tram has opened. It is late."]
    {
        let json = |checker: &Checker| serde_json::to_string(&checker.check(text, &options)).unwrap();
        assert_eq!(json(&packed), json(&source));
        assert_eq!(packed.search(text, 20), source.search(text, 20));
    }
    assert_eq!(packed.to_pack(), bytes);
}

#[test]
fn a_pack_cut_at_any_byte_is_refused() {
    for pack in [PACK_2, WHOLE_2] {
        for end in 0..pack.len() {
            assert_eq!(read_pack(&pack[..end]).unwrap_err().code(), ErrorCode::RecordDamaged, "cut at {end}");
        }
        let mut longer = pack.to_vec();
        longer.push(0);
        assert_eq!(read_pack(&longer).unwrap_err().code(), ErrorCode::RecordDamaged);
    }
}

#[test]
fn a_pack_with_any_bit_flipped_is_refused() {
    for pack in [PACK_2, WHOLE_2] {
        let mut altered = pack.to_vec();
        for at in 0..pack.len() {
            for bit in 0..8 {
                altered[at] ^= 1 << bit;
                let expected =
                    if (8..12).contains(&at) { ErrorCode::RecordVersion } else { ErrorCode::RecordDamaged };
                assert_eq!(read_pack(&altered).unwrap_err().code(), expected, "byte {at}, bit {bit}");
                altered[at] ^= 1 << bit;
            }
        }
    }
}

#[test]
fn another_version_is_refused_with_what_to_do() {
    let mut newer = PACK_2.to_vec();
    newer[8] = 3;
    let message = read_pack(&newer).unwrap_err().to_string();
    assert!(message.contains("version 3") && message.contains("record build"), "{message}");
}

/// Right hashes over a record that no source gives: made by another hand, and still not to be trusted.
#[test]
fn a_pack_whose_references_lead_nowhere_is_refused() {
    type Change = fn(&mut Record);
    let changes: [Change; 7] = [
        |r| r.statements[0].source = 99,
        |r| r.statements[0].speaker = Some(99),
        |r| r.statements[0].topics = vec![99],
        |r| r.statements[0].supersedes = vec![99],
        |r| r.statements[0].date.month = Some(13),
        |r| r.statements[0].date.year = 0,
        |r| r.statements.reverse(),
    ];
    for (i, change) in changes.into_iter().enumerate() {
        let mut record = tiny();
        change(&mut record);
        let error = read_pack(&write_pack(&record, &[])).unwrap_err();
        assert_eq!(error.code(), ErrorCode::RecordDamaged, "change {i}");
    }
}

#[test]
fn statements_are_in_date_order_and_references_follow() {
    let record = tiny();
    let ids: Vec<&str> = record.statements.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids, ["early", "a", "#4", "b"]);
    let superseded: Vec<Vec<usize>> = record.statements.iter().map(|s| s.supersedes.clone()).collect();
    assert_eq!(superseded, [vec![], vec![0], vec![], vec![1]]);
    assert_eq!(record.statements[1].speaker_name.as_deref(), Some("Ines Mora"));
    assert_eq!(record.statements[2].speaker, Some(0), "an alias names the entity too");
    assert_eq!(record.statements[2].speaker_name.as_deref(), Some("Ms Mora"));
    let covers = record.covers.unwrap();
    assert_eq!(covers.from.unwrap().to_string(), "2021-01-01");
    assert_eq!(covers.to.unwrap().to_string(), "2024-12-31");
}

#[test]
fn merging_keeps_what_differs_and_unifies_what_is_the_same() {
    let other = br#"{ "format": 1, "title": "Port", "license": "CC0-1.0",
      "entities": [ { "id": "m", "kind": "person", "name": "Ines Mora", "aliases": ["Mora"] },
                    { "id": "city", "kind": "organization", "name": "Port Authority" } ],
      "statements": [ { "id": "a", "date": "2022-05-01", "speaker": "m", "text": "The port is shut.", "source": "g1" },
                      { "id": "z", "date": "2020", "speaker": "city", "text": "It was open.", "source": "g1", "supersedes": ["a"] } ] }"#;
    let port = read_source("port.json", other).unwrap();
    let whole = merge(vec![tiny(), port.clone()]);
    assert_eq!(whole.title, "Line 9; Port");
    assert_eq!(whole.entities.len(), 3);
    assert_eq!(whole.entities[0].aliases, ["Ms Mora", "Mora"]);
    let ids: Vec<&str> = whole.entities.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(ids, ["mora", "city", "city~2"]);
    let ids: Vec<&str> = whole.statements.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids, ["z", "early", "a", "#4", "a~2", "b"]);
    assert_eq!(whole.statements[0].supersedes, [4]);
    assert_eq!(whole.statements[4].speaker, Some(0));
    let source = &whole.sources[whole.statements[4].source];
    assert_eq!((source.publisher.as_str(), source.id.as_deref()), ("g1", None));
    assert_eq!(whole.covers.unwrap().from.unwrap().to_string(), "2020-01-01");

    assert_eq!(merge(vec![tiny()]), tiny());
    let mut twice = merge(vec![tiny(), tiny()]);
    assert_eq!(twice.title, "Line 9");
    twice.license = tiny().license;
    assert_eq!(twice, tiny(), "a record merged with itself is itself");
    assert!(read_pack(&write_pack(&whole, &[])).is_ok());
}
