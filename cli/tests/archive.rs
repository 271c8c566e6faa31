//! Archives, packs that grow, and reports for other programs, from outside.

use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const RECORD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/formats/tiny.record.json");
const FLAGGED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/e2e/fixture.record.json");
const TEXT: &str = "It rained.\n\n😀 It is *sunny* there <now>: tram line 9 has twelve stops. It rained.";

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_on-record"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(args: &[&str], input: &str) -> Output {
    let mut child = command(args).spawn().unwrap();
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// Standard output of a run that ends with `status`.
fn prints(status: i32, args: &[&str], input: &str) -> String {
    let done = run(args, input);
    assert_eq!(done.status.code(), Some(status), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A file's path in a folder of this test.
fn path(name: &str) -> String {
    let folder: PathBuf = std::env::temp_dir().join(format!("on-record-archive-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder.join(name).to_str().unwrap().to_string()
}

fn check(format: &str) -> Vec<&str> {
    vec![
        "check",
        "--record",
        FLAGGED,
        "--date",
        "2022-06-02",
        "--as-of",
        "2022-12-31",
        "--format",
        format,
        "-",
    ]
}

#[test]
fn statements_are_added_to_a_pack_without_its_source() {
    let new = path("new.record.json");
    let statement =
        json!({ "id": "n", "date": "2023-02-01", "text": "Line 9 has a new depot.", "source": "g1" });
    let source = json!({ "format": 1, "title": "News", "statements": [statement] });
    fs::write(&new, source.to_string()).unwrap();
    let (pack, grown, at_once) = (path("old.pack"), path("grown.pack"), path("at-once.pack"));
    prints(0, &["record", "build", RECORD, "-o", &pack], "");
    let said = prints(0, &["record", "build", &pack, &new, "-o", &grown], "");
    assert!(said.contains("5 statements"), "{said}");
    prints(0, &["record", "build", RECORD, &new, "-o", &at_once], "");
    assert_eq!(fs::read(&grown).unwrap(), fs::read(&at_once).unwrap());
    assert!(prints(0, &["search", "--record", &grown, "depot"], "").contains("a new depot"));
    // The pack may also grow in its own place.
    prints(0, &["record", "build", &pack, &new, "-o", &pack], "");
    assert_eq!(fs::read(&pack).unwrap(), fs::read(&at_once).unwrap());
}

#[test]
fn a_report_on_one_line_is_the_report() {
    let line = prints(1, &check("jsonl"), TEXT);
    assert_eq!(line.lines().count(), 1);
    assert_eq!(parsed(&line), parsed(&prints(1, &check("json"), TEXT)));
}

#[test]
fn markdown_marks_the_passage_and_steers_nothing() {
    let shown = prints(1, &check("markdown"), TEXT);
    let quoted = shown.lines().find(|line| line.starts_with("> ")).unwrap();
    assert!(
        quoted.contains("**") && quoted.contains(r"\*sunny\*") && quoted.contains("&lt;now&gt;"),
        "{shown}"
    );
    assert!(shown.contains("\n- contradicts, ") && shown.contains("as of 2022-12-31"), "{shown}");
    let clean = prints(0, &check("markdown"), "It rained.");
    assert!(clean.starts_with("## No claims\n"), "{clean}");
}

#[test]
fn sarif_gives_the_place_in_lines_and_utf16() {
    let log = parsed(&prints(1, &check("sarif"), TEXT));
    let report = parsed(&prints(1, &check("json"), TEXT));
    let flags: Vec<&Value> = report["claims"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|claim| ["conflict", "outdated", "disputed"].contains(&claim["verdict"].as_str().unwrap()))
        .collect();
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), flags.len());
    for (result, flag) in results.iter().zip(flags) {
        let place = &result["locations"][0]["physicalLocation"];
        let region = &place["region"];
        assert_eq!(place["artifactLocation"]["uri"], "stdin");
        assert_eq!(region["charOffset"], flag["start"]);
        assert_eq!(region["snippet"]["text"], flag["text"]);
        assert_eq!(region["startLine"], 3);
        let before: usize = TEXT.lines().take(2).map(|line| line.encode_utf16().count() + 1).sum();
        let column = flag["start"].as_u64().unwrap() - before as u64 + 1;
        assert_eq!(region["startColumn"], column);
        let rule = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
    }
    assert_eq!(parsed(&prints(0, &check("sarif"), "It rained."))["runs"][0]["results"], json!([]));
}

#[test]
fn the_exact_search_gives_what_the_quick_one_gives() {
    let args = ["search", "--record", RECORD, "--format", "json", "opening of line 9, Ines Mora said"];
    assert_eq!(prints(0, &[&args[..], &["--exact"]].concat(), ""), prints(0, &args, ""));
}

#[test]
fn a_line_that_is_too_long_is_refused_and_the_run_goes_on() {
    let long = format!("{{\"id\":1,\"text\":\"{}\"}}\n{{\"id\":2,\"text\":\"\"}}\n", "a".repeat(70 << 20));
    let answers = prints(0, &["check", "--record", RECORD, "--jsonl"], &long);
    let answers: Vec<Value> = answers.lines().map(parsed).collect();
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0]["error"], "line 1: the line is longer than 64 MiB; split its text");
    assert_eq!(answers[1]["id"], 2);
}

#[test]
fn a_line_that_cannot_be_used_is_answered_under_its_id() {
    // A byte order mark, a letter cut in half, bytes that are no UTF-8, no object, a day that there is not.
    let lines: &[u8] = b"\xef\xbb\xbf{\"id\":1,\"text\":\"It rained.\"}\r\n{\"id\":2,\"text\":\"\\ud83d\"}\n{\"id\":[3],\"text\":\"\xff\"}\n7\n{\"id\":5,\"text\":\"\",\"date\":\"2023-02-30\"}\n";
    let mut child = command(&["check", "--record", RECORD, "--jsonl"]).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines).unwrap();
    let done = child.wait_with_output().unwrap();
    let answers: Vec<Value> = String::from_utf8(done.stdout).unwrap().lines().map(parsed).collect();
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(ids, [&json!(1), &json!(2), &json!([3]), &Value::Null, &json!(5)]);
    assert!(
        answers[0].get("error").is_none() && answers[1..].iter().all(|answer| answer["error"].is_string())
    );
    assert_eq!(
        answers[3]["error"],
        "line 4, column 1: invalid type: integer `7`, expected an object with id, text and date"
    );
}

/// Whether it is at work or waiting: what was written are whole answers, in order.
#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_whole_answers() {
    let mut child = command(&["check", "--record", RECORD, "--jsonl"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        for id in 0.. {
            let line = json!({ "id": id, "text": TEXT.repeat(20) });
            if writeln!(input, "{line}").is_err() {
                return;
            }
        }
    });
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut answers = String::new();
    output.read_line(&mut answers).unwrap();
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
    output.read_to_string(&mut answers).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(2));
    writer.join().unwrap();
    assert!(answers.ends_with('\n'));
    for (id, line) in answers.lines().enumerate() {
        assert_eq!(parsed(line)["id"], id);
    }
}
