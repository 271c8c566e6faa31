//! The compiled record: the same after reading, the same bytes for the same source, refused when altered.

use on_record::ErrorCode;
use on_record::record::{Record, content_hash, is_pack, merge, read_pack, read_source, write_pack};

const TINY: &[u8] = include_bytes!("formats/tiny.record.json");
const PACK_1: &[u8] = include_bytes!("formats/tiny-1.pack");

fn tiny() -> Record {
    read_source("tiny.record.json", TINY).unwrap()
}

#[test]
fn the_pack_of_version_1_goes_on_loading() {
    let pack = read_pack(PACK_1).unwrap();
    assert_eq!(pack.record, tiny());
    assert_eq!(pack.hash, content_hash(&tiny()));
    assert_eq!(pack.section(*b"test"), Some(&b"a section of another module"[..]));
}

#[test]
fn the_same_source_gives_the_same_bytes() {
    let written = write_pack(&tiny(), &[(*b"test", b"a section of another module".to_vec())]);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/formats/tiny-1.pack"), &written).unwrap();
    }
    assert!(is_pack(&written) && !is_pack(TINY));
    assert_eq!(written, PACK_1);
}

#[test]
fn a_pack_cut_at_any_byte_is_refused() {
    for end in 0..PACK_1.len() {
        assert_eq!(read_pack(&PACK_1[..end]).unwrap_err().code(), ErrorCode::RecordDamaged, "cut at {end}");
    }
    let mut longer = PACK_1.to_vec();
    longer.push(0);
    assert_eq!(read_pack(&longer).unwrap_err().code(), ErrorCode::RecordDamaged);
}

#[test]
fn a_pack_with_any_bit_flipped_is_refused() {
    for at in 0..PACK_1.len() {
        for bit in 0..8 {
            let mut altered = PACK_1.to_vec();
            altered[at] ^= 1 << bit;
            let expected =
                if (8..12).contains(&at) { ErrorCode::RecordVersion } else { ErrorCode::RecordDamaged };
            assert_eq!(read_pack(&altered).unwrap_err().code(), expected, "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn another_version_is_refused_with_what_to_do() {
    let mut newer = PACK_1.to_vec();
    newer[8] = 2;
    let message = read_pack(&newer).unwrap_err().to_string();
    assert!(message.contains("version 2") && message.contains("record build"), "{message}");
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
