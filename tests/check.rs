//! Any text gives a report: whole checks of odd texts, of texts put together from pieces that mean something to the
//! engine, and of a megabyte.

use on_record::text::OffsetUnit;
use on_record::time::parse_date;
use on_record::{Checker, Options};
use proptest::prelude::*;
use std::sync::LazyLock;

static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let source = include_bytes!("accuracy/transit.record.json");
    Checker::load(&[("transit", source)]).unwrap()
});

/// Checks a text, and that all spans of the report lie in it and hold the words that it gives.
fn check(text: &str) -> usize {
    let options = Options {
        date: parse_date("2022-06-02"),
        as_of: parse_date("2024-12-31").unwrap(),
        offsets: OffsetUnit::Bytes,
    };
    let report = CHECKER.check(text, &options);
    for claim in &report.claims {
        assert_eq!(&text[claim.start..claim.end], claim.text);
        for difference in &claim.differences {
            assert_eq!(&text[difference.start..difference.end], difference.claim);
        }
    }
    let starts: Vec<usize> = report.claims.iter().map(|claim| claim.start).collect();
    assert!(starts.is_sorted(), "claims are in text order");
    report.claims.len()
}

#[test]
fn odd_texts_give_reports() {
    let texts = [
        "",
        " ",
        "\n\n",
        ".",
        "?",
        "“",
        "”",
        "“”",
        "\"",
        "'s",
        "said",
        "said.",
        "to",
        "not",
        "no longer",
        "without",
        "According to",
        "according to .",
        "“Yes,” said",
        "said “",
        "who",
        "which, who, that",
        "-held city",
        "A-held",
        "The Russian-controlled",
        "the city",
        "he",
        "\u{feff}",
        "\u{200b}\u{200d}",
        "e\u{301}\u{302}",
        "👩‍👩‍👧 said no.",
        "Привет, мир.",
        "北京的天气很好。",
        "مرحبا بالعالم",
        "1",
        "1 2 3",
        "€",
        "€€€ 5",
        "99999999999999999999 euros",
        "Line",
        "Line 6",
        "line 6",
        "Voss",
        "Voss Voss Voss",
        "Mayor",
        "Mayor Brandt,",
        "Voss, the",
        "Voss, the mayor",
        "\u{0}\u{1}",
        "....",
        "a. b. c.",
        "((((",
        "))))",
        ";;;",
        "— — —",
        "\r\n\r\n\r",
        "It will not not not open.",
    ];
    for text in texts {
        check(text);
    }
}

#[test]
fn a_megabyte_gives_a_report() {
    let sentence = "Voss said that line 6 would cost 240 million euros and open in December 2023. ";
    let text = sentence.repeat(1_000_000 / sentence.len());
    assert!(check(&text) > 10_000);
    check(&"(".repeat(20_000));
    check(&"word ".repeat(50_000));
    check(&"x".repeat(1_000_000));
    check(&"“".repeat(20_000));
}

#[test]
fn the_same_input_gives_the_same_report() {
    let cases = include_str!("accuracy/transit.cases.jsonl");
    let options =
        Options { date: None, as_of: parse_date("2024-12-31").unwrap(), offsets: OffsetUnit::Utf16 };
    let first = serde_json::to_string(&CHECKER.check(cases, &options)).unwrap();
    let pack = CHECKER.to_pack();
    let again = Checker::load(&[("transit.pack", &pack)]).unwrap();
    assert_eq!(
        serde_json::to_string(&again.check(cases, &options)).unwrap(),
        first,
        "from the pack as from the source"
    );
}

const PIECES: &[&str] = &[
    "Voss",
    "Katrin Voss",
    "Mayor",
    "the mayor",
    "line 6",
    "Line 4",
    "said",
    "told reporters",
    "that",
    "will",
    "would",
    "not",
    "never",
    "no longer",
    "has",
    "had",
    "been",
    "to",
    "open",
    "opened",
    "rose",
    "cost",
    "240 million euros",
    "a fifth",
    "in December 2023",
    "on Friday",
    "for three weeks",
    "now in its eighth month",
    "since",
    "who",
    "which",
    "if",
    "and",
    "but",
    ",",
    ".",
    ";",
    ":",
    "“",
    "”",
    "\"",
    "?",
    "–",
    "\n",
    "\n\n",
    "the city",
    "it",
    "she",
    "we",
    "remain",
    "unchanged",
    "council-owned",
    "Russian-held",
    "nothing",
    "nobody",
    "according to",
    "'s",
    "the",
    "of",
    "by",
    "31 to 20",
    "denied",
    "é😀",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_of_pieces_give_reports(pieces in prop::collection::vec((0..PIECES.len(), any::<bool>()), 0..60)) {
        let text: String = pieces
            .iter()
            .map(|&(i, space)| format!("{}{}", PIECES[i], if space { " " } else { "" }))
            .collect();
        check(&text);
    }

    #[test]
    fn any_text_gives_a_report(text in "\\PC{0,200}") {
        check(&text);
    }
}

/// "T is the document date, or the date that the claim gives itself": a state said of an earlier day is judged there.
#[test]
fn a_claim_about_an_earlier_day_stands_for_that_day() {
    let source = br#"{ "format": 1, "title": "Depot", "statements": [
        { "id": "more", "date": "2022-09-01", "text": "The depot in Osthaven has room for 30 trams.", "source": "Gazette" } ] }"#;
    let checker = Checker::load(&[("depot", source)]).unwrap();
    let verdict = |text: &str| {
        let options = Options {
            date: parse_date("2023-01-10"),
            as_of: parse_date("2023-02-01").unwrap(),
            offsets: OffsetUnit::Utf16,
        };
        let report = checker.check(text, &options);
        let claim = report.claims.iter().find(|claim| claim.text.contains("19 trams")).unwrap();
        (serde_json::to_value(claim.verdict).unwrap(), claim.since.map(|day| day.to_string()))
    };
    let depot = "the depot in Osthaven has room for 19 trams.";
    assert_eq!(verdict(&format!("Today {depot}")), (serde_json::json!("conflict"), None));
    let then = verdict(&format!("In June 2022 {depot}"));
    assert_eq!(then, (serde_json::json!("outdated"), Some("2022-09-01".into())));
}

/// Each of 10,000 statements replaces the one before: those who held the office first and last.
#[test]
fn a_long_chain_of_replaced_statements_is_followed() {
    let statement = |i: u32| {
        let day = format!("{}-{:02}-{:02}", 1900 + i / 336, 1 + i / 28 % 12, 1 + i % 28);
        let replaced = if i == 0 { vec![] } else { vec![format!("s{}", i - 1)] };
        let holder = match i {
            0 => "Ann Berg",
            9_999 => "Cleo Marsh",
            _ => "Ivo Lund",
        };
        let text = format!("{holder} is the director of the harbour museum.");
        serde_json::json!({ "id": format!("s{i}"), "date": day, "text": text, "source": "Gazette", "supersedes": replaced })
    };
    let statements: Vec<_> = (0..10_000).map(statement).collect();
    let source = serde_json::json!({ "format": 1, "title": "Museum", "statements": statements }).to_string();
    let checker = Checker::load(&[("museum", source.as_bytes())]).unwrap();
    let verdict = |name: &str| {
        let options = Options {
            date: parse_date("2020-01-01"),
            as_of: parse_date("2020-01-01").unwrap(),
            offsets: OffsetUnit::Utf16,
        };
        let report = checker.check(&format!("{name} is the director of the harbour museum."), &options);
        let claim = &report.claims[0];
        (serde_json::to_value(claim.verdict).unwrap(), claim.since.map(|day| day.to_string()))
    };
    assert_eq!(verdict("Ann Berg"), (serde_json::json!("outdated"), Some("1900-01-02".into())));
    assert_eq!(verdict("Cleo Marsh"), (serde_json::json!("supported"), None));
}
