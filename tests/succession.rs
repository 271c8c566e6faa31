//! What no longer holds: statements that ended, and statements that others replaced. Each record stands with claims of
//! several days and what a check makes of them.

use on_record::text::OffsetUnit;
use on_record::time::parse_date;
use on_record::{Checker, Options};
use serde_json::{Value, json};

/// Verdict, rule, first day and evidence of the only claim of a text.
fn judged(statements: &Value, text: &str, day: &str) -> String {
    let record = json!({ "format": 1, "title": "T", "statements": statements }).to_string();
    let checker = Checker::load(&[("t.record.json", record.as_bytes())]).unwrap();
    let as_of = parse_date("2024-12-31").unwrap();
    let report = checker.check(text, &Options { date: parse_date(day), as_of, offsets: OffsetUnit::Utf16 });
    let report = serde_json::to_value(report).unwrap();
    let claims = report["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 1, "{text}: {claims:#?}");
    let claim = &claims[0];
    let word = |value: &Value| value.as_str().unwrap_or("-").to_string();
    let mut words = vec![word(&claim["verdict"]), word(&claim["rule"]), word(&claim["since"])];
    for evidence in claim["evidence"].as_array().unwrap() {
        words.push(format!("{} {}", word(&evidence["statement"]), word(&evidence["relation"])));
    }
    words.join(", ")
}

fn check(statements: &Value, cases: &[(&str, &str, &str)]) {
    for (day, text, expected) in cases {
        assert_eq!(judged(statements, text, day), *expected, "{text} ({day})");
    }
}

#[test]
fn from_its_end_on_a_statement_speaks_against_what_it_said() {
    let statements = json!([
        { "id": "baths", "date": "2022-03-01", "until": "2022-11-11", "text": "The baths on Mill Street are closed for repairs.", "source": "Gazette" },
        { "id": "wing", "date": "2022-03-01", "until": "2022-11-11", "text": "The museum opened a new wing.", "source": "Gazette" },
        { "id": "mayor", "date": "2022-03-01", "until": "2022-11-11", "text": "Ann Reyes is mayor of Westport.", "source": "Gazette" },
        { "id": "ferry", "date": "2022-03-01", "until": "2022-11-11", "speaker": "Bo Lind", "text": "The ferry to Lund runs twice a day.", "source": "Gazette" }
    ]);
    let baths = "The baths on Mill Street are closed for repairs.";
    check(
        &statements,
        &[
            ("2022-04-01", baths, "outdated, status, 2022-11-11, baths contradicts"),
            ("2023-04-01", baths, "outdated, status, 2022-11-11, baths contradicts"),
            (
                "2023-04-01",
                "Ann Reyes is mayor of Westport.",
                "outdated, status, 2022-11-11, mayor contradicts",
            ),
            // What was so then was so, and what happened stays so.
            (
                "2023-04-01",
                "The baths on Mill Street were closed for repairs.",
                "supported, -, -, baths agrees",
            ),
            ("2023-04-01", "The museum opened a new wing.", "supported, -, -, wing agrees"),
        ],
    );
    // That somebody said so does not end.
    let said = judged(&statements, "The ferry to Lund runs twice a day, Bo Lind said.", "2022-04-01");
    assert!(said.starts_with("supported"), "{said}");
    // Where it is on record again, it holds again.
    let mut again = statements.clone();
    again.as_array_mut().unwrap().push(
        json!({ "id": "again", "date": "2023-01-05", "text": "The baths on Mill Street are closed for repairs.", "source": "Gazette" }),
    );
    check(&again, &[("2023-04-01", baths, "supported, -, -, baths contradicts, again agrees")]);
}

/// A record may be small: what its few statements share are not words that say little.
#[test]
fn a_claim_that_a_review_calls_false_is_flagged_in_a_record_of_nothing_else() {
    let review = json!({
        "@type": "ClaimReview", "datePublished": "2023-03-04", "author": { "name": "Fact Desk" },
        "claimReviewed": "The harbour bridge is closed to lorries.",
        "itemReviewed": { "author": { "name": "Bo Lind" }, "datePublished": "2023-03-01" },
        "reviewRating": { "alternateName": "False" } })
    .to_string();
    let checker = Checker::load(&[("review.json", review.as_bytes())]).unwrap();
    let as_of = parse_date("2024-12-31").unwrap();
    let options = Options { date: parse_date("2023-04-01"), as_of, offsets: OffsetUnit::Utf16 };
    let verdict = |text: &str| {
        let report = serde_json::to_value(checker.check(text, &options)).unwrap();
        report["claims"][0]["verdict"].as_str().unwrap().to_string()
    };
    assert_eq!(verdict("The harbour bridge is closed to lorries."), "outdated");
    assert_eq!(verdict("The harbour bridge is not closed to lorries."), "supported");
    for other in ["The harbour festival is closed to lorries.", "The harbour bridge is being painted."] {
        assert_eq!(verdict(other), "unmatched", "{other}");
    }
}

#[test]
fn the_end_of_a_plan_is_not_the_end_of_an_office() {
    let statements = json!([
        { "id": "plan", "date": "2022-03-01", "until": "2022-11-11", "text": "The tunnel will open in May 2024, transport commissioner Katrin Moss said.", "source": "Gazette" }
    ]);
    let said = judged(&statements, "Katrin Moss is transport commissioner.", "2022-06-01");
    assert!(!said.starts_with("outdated"), "{said}");
}

#[test]
fn what_replaced_a_statement_speaks_where_it_is_about_the_matter() {
    let statements = json!([
        { "id": "three", "date": "2022-03-01", "text": "Tickets for the tram will cost 3 euros.", "source": "Gazette" },
        { "id": "four", "date": "2022-09-01", "text": "Tickets for the tram will cost 4 euros.", "source": "Gazette", "supersedes": ["three"] },
        { "id": "harbour", "date": "2022-03-01", "text": "The council will build the new depot on Harbour Street.", "source": "Gazette" },
        { "id": "station", "date": "2022-09-01", "text": "The depot will be built on Station Road.", "source": "Gazette", "supersedes": ["harbour"] }
    ]);
    let depot = "The council will build the new depot on Harbour Street.";
    check(
        &statements,
        &[
            (
                "2022-04-01",
                "Tickets for the tram will cost 3 euros.",
                "outdated, quantity, 2022-09-01, three agrees, four contradicts",
            ),
            ("2022-04-01", depot, "outdated, no-change, 2022-09-01, harbour agrees, station contradicts"),
            ("2022-10-01", depot, "outdated, no-change, 2022-09-01, harbour agrees, station contradicts"),
            ("2022-10-01", "Tickets for the tram will cost 4 euros.", "supported, -, -, four agrees"),
        ],
    );
}

/// What replaced it says nothing about the claim: the claim stood, and since then nothing stands for it.
#[test]
fn what_was_replaced_by_something_else_is_no_evidence_any_more() {
    let statements = json!([
        { "id": "roof", "date": "2022-03-01", "text": "The swimming pool will get a glass roof.", "source": "Gazette" },
        { "id": "money", "date": "2022-09-01", "text": "All remaining funds go to the school.", "source": "Gazette", "supersedes": ["roof"] },
        { "id": "lake", "date": "2022-03-01", "speaker": "Bo Lind", "text": "Bo Lind said that the lake would be drained.", "source": "Gazette" },
        { "id": "other", "date": "2022-09-01", "speaker": "Bo Lind", "text": "Bo Lind said that he would retire.", "source": "Gazette", "supersedes": ["lake"] }
    ]);
    let roof = "The swimming pool will get a glass roof.";
    check(
        &statements,
        &[("2022-04-01", roof, "supported, -, -, roof agrees"), ("2022-10-01", roof, "unmatched, -, -")],
    );
    // What he said he said.
    let said = judged(&statements, "Bo Lind said that the lake would be drained.", "2022-10-01");
    assert!(said.starts_with("supported"), "{said}");
}
