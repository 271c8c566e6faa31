//! Days, orders and lengths that only the text's sentences together, or several statements together, tell. Each record
//! stands with texts and what a check flags in them.

use on_record::text::OffsetUnit;
use on_record::time::parse_date;
use on_record::{Checker, Options};
use serde_json::{Value, json};

/// Of each claim of a text that is flagged its words, the rule, and the statements against it.
fn flagged(statements: &Value, text: &str, day: &str) -> Vec<String> {
    let record = json!({ "format": 1, "title": "T", "statements": statements }).to_string();
    let checker = Checker::load(&[("t.record.json", record.as_bytes())]).unwrap();
    let as_of = parse_date("2024-12-31").unwrap();
    let report = checker.check(text, &Options { date: parse_date(day), as_of, offsets: OffsetUnit::Utf16 });
    let report = serde_json::to_value(report).unwrap();
    let word = |value: &Value| value.as_str().unwrap_or("-").to_string();
    let claims = report["claims"].as_array().unwrap().iter();
    let flagged = claims.filter(|c| !matches!(c["verdict"].as_str(), Some("supported" | "unmatched")));
    flagged
        .map(|claim| {
            let evidence = claim["evidence"].as_array().unwrap().iter();
            let against = evidence.filter(|e| e["relation"] == "contradicts").map(|e| word(&e["statement"]));
            let against: Vec<String> = against.collect();
            format!("{}: {} {}", word(&claim["text"]), word(&claim["rule"]), against.join(" "))
        })
        .collect()
}

/// What is flagged in each text, or nothing.
fn check(statements: &Value, cases: &[(&str, &str, &[&str])]) {
    for (day, text, expected) in cases {
        assert_eq!(flagged(statements, text, day), *expected, "{text} ({day})");
    }
}

#[test]
fn what_points_back_has_the_day_of_what_was_told() {
    let statements = json!([
        { "id": "shut", "date": "2023-05-15", "text": "The fire service closed the Orpheum theatre because its wiring was unsafe.", "source": "Gazette" },
        { "id": "sack", "date": "2023-06-20", "text": "Harwood Rovers dismissed their coach, Ines Falk, after nine defeats.", "source": "Gazette" }
    ]);
    check(
        &statements,
        &[
            (
                "2023-05-30",
                "The fire service has closed the Orpheum theatre. The order came on 2 May.",
                &["The order came on 2 May: date shut"],
            ),
            (
                "2023-07-30",
                "Harwood Rovers have dismissed Ines Falk. It happened in April.",
                &["It happened in April: date sack"],
            ),
            // The very day, the month, another day near it.
            ("2023-05-30", "The fire service has closed the Orpheum theatre. The order came on 15 May.", &[]),
            (
                "2023-05-30",
                "The fire service has closed the Orpheum theatre. The order came this month.",
                &[],
            ),
            ("2023-05-30", "The fire service has closed the Orpheum theatre. The order came on 14 May.", &[]),
            // Another decision than the one that was told, and a plan.
            (
                "2023-05-30",
                "The fire service has closed the Orpheum theatre. The decision of its owners to sell came on 2 May.",
                &[],
            ),
            (
                "2023-05-30",
                "The fire service has closed the Orpheum theatre. The ruling will come on 2 July.",
                &[],
            ),
            (
                "2023-05-30",
                "The fire service has closed the Orpheum theatre. The play was first seen on 2 May.",
                &[],
            ),
        ],
    );
}

#[test]
fn two_events_in_the_other_order() {
    let statements = json!([
        { "id": "grant", "date": "2022-03-10", "text": "The city withdrew its grant to the Lindqvist Foundation.", "source": "Gazette" },
        { "id": "quit", "date": "2022-05-02", "text": "Karl Oster has resigned as treasurer of the Lindqvist Foundation.", "source": "Gazette" },
        { "id": "sale", "date": "2022-08-19", "text": "The Lindqvist Foundation sold its villa in Sorrel Lane.", "source": "Gazette" }
    ]);
    check(
        &statements,
        &[
            (
                "2023-01-10",
                "Karl Oster had resigned as treasurer before the city withdrew its grant.",
                &["Karl Oster had resigned as treasurer: sequence grant quit"],
            ),
            (
                "2023-01-10",
                "By the time the city withdrew its grant, Karl Oster had resigned as treasurer.",
                &["Karl Oster had resigned as treasurer: sequence grant quit"],
            ),
            (
                "2023-01-10",
                "Karl Oster had resigned as treasurer when the city withdrew its grant.",
                &["Karl Oster had resigned as treasurer: sequence grant quit"],
            ),
            // As it was.
            ("2023-01-10", "Karl Oster resigned as treasurer after the city had withdrawn its grant.", &[]),
            (
                "2023-01-10",
                "By the time the Lindqvist Foundation sold its villa, Karl Oster had resigned as treasurer.",
                &[],
            ),
            // At the same time, or nearly.
            (
                "2023-01-10",
                "Karl Oster had hardly resigned as treasurer when the foundation sold its villa.",
                &[],
            ),
            // Events of which the record says nothing.
            ("2023-01-10", "Karl Oster had moved to Lisbon before the city withdrew its grant.", &[]),
        ],
    );
}

#[test]
fn how_long_it_lasted_from_beginning_to_end() {
    let statements = json!([
        { "id": "shut", "date": "2022-02-01", "text": "The Sorrel Lane swimming pool was closed after tiles had fallen from the ceiling.", "source": "Gazette" },
        { "id": "again", "date": "2022-05-03", "text": "The Sorrel Lane swimming pool reopened.", "source": "Gazette" },
        { "id": "out", "date": "2023-03-06", "text": "Bus drivers in Harwood went on strike.", "source": "Gazette" },
        { "id": "back", "date": "2023-03-27", "text": "The strike of the bus drivers in Harwood ended.", "source": "Gazette" }
    ]);
    check(
        &statements,
        &[
            (
                "2022-06-01",
                "The Sorrel Lane swimming pool had been closed for eight months.",
                &["The Sorrel Lane swimming pool had been closed for eight months: elapsed shut again"],
            ),
            (
                "2023-06-01",
                "The strike of the bus drivers in Harwood lasted nine weeks.",
                &["The strike of the bus drivers in Harwood lasted nine weeks: elapsed out back"],
            ),
            ("2022-06-01", "The Sorrel Lane swimming pool had been closed for three months.", &[]),
            ("2022-06-01", "The Sorrel Lane swimming pool had been closed for some ninety days.", &[]),
            ("2023-06-01", "The strike of the bus drivers in Harwood lasted three weeks.", &[]),
            // Of another, and of what was planned.
            ("2022-06-01", "The Mill Street swimming pool had been closed for eight months.", &[]),
            ("2022-06-01", "The Sorrel Lane swimming pool will be closed for eight months.", &[]),
            ("2022-06-01", "The Sorrel Lane swimming pool had been a ruin for eight years.", &[]),
        ],
    );
}
