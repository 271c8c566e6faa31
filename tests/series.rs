//! Two figures of a record: two levels of one measure against the way that a claim says it went, and two sources that
//! differ on the figure that a claim gives. Each record stands with claims and what a check makes of them.

use on_record::text::OffsetUnit;
use on_record::time::parse_date;
use on_record::{Checker, Options};
use serde_json::{Value, json};

/// A record of statements: day, speaker (or none), text.
fn record(statements: &[(&str, &str, &str)]) -> Checker {
    let statement = |(i, (date, speaker, text)): (usize, &(&str, &str, &str))| {
        let mut statement = json!({ "id": format!("s{i}"), "date": date, "text": text, "source": "Gazette" });
        if !speaker.is_empty() {
            statement["speaker"] = Value::from(*speaker);
        }
        statement
    };
    let statements: Vec<Value> = statements.iter().enumerate().map(statement).collect();
    let record = json!({ "format": 1, "title": "T", "statements": statements }).to_string();
    Checker::load(&[("t.record.json", record.as_bytes())]).unwrap()
}

/// Verdict and rule of each claim of a text that was flagged.
fn flagged(record: &Checker, day: &str, text: &str) -> Vec<String> {
    let as_of = parse_date("2024-12-31").unwrap();
    let report = record.check(text, &Options { date: parse_date(day), as_of, offsets: OffsetUnit::Utf16 });
    let report = serde_json::to_value(report).unwrap();
    let word = |value: &Value| value.as_str().unwrap_or("-").to_string();
    let claims = report["claims"].as_array().unwrap().iter();
    let of = |claim: &Value| format!("{} {}", word(&claim["verdict"]), word(&claim["rule"]));
    claims.map(of).filter(|told| !told.starts_with("supported") && !told.starts_with("unmatched")).collect()
}

fn check(record: &Checker, cases: &[(&str, &str, &[&str])]) {
    for (day, text, expected) in cases {
        assert_eq!(flagged(record, day, text), *expected, "{text} ({day})");
    }
}

#[test]
fn two_levels_tell_which_way_it_went() {
    let lake = record(&[
        ("2022-03-10", "", "Lake Orme stood at 61 percent of its capacity."),
        ("2022-09-12", "", "Lake Orme has dropped to 34 percent of its capacity."),
        ("2023-04-20", "", "Lake Orme is back at 58 percent of its capacity."),
        ("2023-04-25", "", "Lake Selm stood at 12 percent of its capacity."),
    ]);
    check(
        &lake,
        &[
            ("2023-05-02", "Lake Orme has fallen since last September.", &["conflict trend"]),
            ("2023-05-02", "Lake Orme has kept on falling since September 2022.", &["conflict trend"]),
            // So it was.
            ("2023-05-02", "Lake Orme has risen since last September.", &[]),
            ("2022-10-01", "Lake Orme has fallen since March.", &[]),
            // Of that lake there is one level only.
            ("2023-05-02", "Lake Selm has risen since last September.", &[]),
            // Nothing on record of that time.
            ("2023-05-02", "Lake Orme has fallen since 2015.", &[]),
        ],
    );
}

#[test]
fn a_figure_of_the_year_before_tells_whether_it_was_more() {
    let fair = record(&[
        ("2021-09-30", "", "The Harrow book fair counted 41,000 visitors."),
        ("2022-09-29", "", "The Harrow book fair counted 36,500 visitors."),
        ("2022-10-03", "", "The Harrow book fair lost 12,000 euros."),
    ]);
    check(
        &fair,
        &[
            (
                "2022-10-05",
                "The Harrow book fair had more visitors than the year before.",
                &["conflict trend"],
            ),
            ("2022-10-05", "The Harrow book fair had fewer visitors than the year before.", &[]),
            // Another fair.
            ("2022-10-05", "The Lund book fair had more visitors than the year before.", &[]),
            // Of exhibitors nothing is known.
            ("2022-10-05", "The Harrow book fair had more exhibitors than the year before.", &[]),
            // Two years before.
            ("2021-10-05", "The Harrow book fair had more visitors than the year before.", &[]),
        ],
    );
}

#[test]
fn a_figure_on_which_sources_differ_is_disputed() {
    let march = record(&[
        (
            "2023-05-13",
            "Tenants' League",
            "Some 9,000 people marched through Graz for lower rents on Saturday.",
        ),
        ("2023-05-13", "Police", "Some 3,500 people marched through Graz for lower rents on Saturday."),
        ("2023-05-13", "Police", "Some 200 people marched through Lund on Saturday."),
        ("2023-06-20", "", "Some 700 people marched through Salem for lower rents."),
    ]);
    check(
        &march,
        &[
            (
                "2023-05-15",
                "On Saturday 9,000 people marched through Graz for lower rents.",
                &["disputed quantity"],
            ),
            // Another march.
            ("2023-06-21", "Some 700 people marched through Salem for lower rents.", &[]),
        ],
    );
}
