//! The command from outside: what it prints, says and exits with.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const RECORD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/formats/tiny.record.json");
const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/formats/tiny-2.pack");

fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_on-record"))
        .args(args)
        .env_remove("COLUMNS")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that fails early does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// Standard output of a run that ends with `status` and says nothing on standard error.
fn prints(status: i32, args: &[&str], input: &str) -> String {
    let done = run(args, input.as_bytes());
    assert_eq!(String::from_utf8_lossy(&done.stderr), "", "{args:?}");
    assert_eq!(done.status.code(), Some(status), "{args:?}");
    String::from_utf8(done.stdout).unwrap()
}

/// Standard error of a run that could not do its work.
fn says(args: &[&str], input: &[u8]) -> String {
    let done = run(args, input);
    assert_eq!(String::from_utf8_lossy(&done.stdout), "", "{args:?}");
    assert_eq!(done.status.code(), Some(2), "{args:?}");
    String::from_utf8(done.stderr).unwrap()
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A folder of its own for a test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("on-record-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_string()
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn failures_are_one_line_that_says_what_to_do() {
    let cases: [(&[&str], &[u8], &str); 14] = [
        (&["check", "no-such-file"], b"", "no-such-file: there is no such file"),
        (&["check", "--record", "no-such-record", "-"], b"x", "no-such-record: there is no such file"),
        (
            &["check", "--date", "2022-02-30"],
            b"x",
            "'2022-02-30' for '--date <YYYY-MM-DD>': February 2022 has 28 days, expected a day as YYYY-MM-DD",
        ),
        (&["check", "--date", "yesterday"], b"x", "expected a day as YYYY-MM-DD"),
        (&["check", "--as-of", "2022"], b"x", "no single day, expected a day as YYYY-MM-DD"),
        (&["check", "--format", "xml"], b"x", "[possible values: text, json, jsonl, markdown, sarif]"),
        (&["check", "--jsonl", "--format", "text"], b"x", "cannot be used with"),
        (
            &["check", "-"],
            b"a\nb\xffc",
            "standard input:2: byte 0xff at offset 3 is not UTF-8; save the text as UTF-8",
        ),
        (&["analyse", "--offsets", "words"], b"x", "[possible values: utf16, codepoints, bytes]"),
        (&["serach"], b"", "'search'"),
        (&[], b"", "no command given; “on-record --help” lists them"),
        (&["rules", "no-chnage"], b"", "no rule has the code “no-chnage”"),
        (&["record", "build", RECORD], b"", "--output <NAME.pack>"),
        (
            &["record", "build", RECORD, "-o", "no/such/folder/x.pack"],
            b"",
            "no/such/folder/x.pack: there is no such file",
        ),
    ];
    for (args, input, said) in cases {
        let line = says(args, input);
        assert!(line.starts_with("on-record: ") && line.contains(said), "{args:?} says {line}");
        assert_eq!(line.lines().count(), 1, "{args:?} says {line}");
    }
}

#[test]
fn a_record_with_faults_is_refused_with_all_of_them() {
    let folder = Folder::new("faults");
    let one = folder.file("one.record.json", b"{ \"format\": 1,\n  \"titel\": \"T\", \"statements\": [] }");
    let two = folder.file("two.record.json", b"{");
    let lines = says(&["check", "--record", &one, "--record", &two], b"x");
    assert_eq!(lines.lines().count(), 4, "{lines}");
    assert!(
        lines.contains("one.record.json:2:3: titel: is no field of a record; did you mean “title”?"),
        "{lines}"
    );
    assert!(lines.contains("two.record.json:1:1: not JSON"), "{lines}");

    let listed = prints(1, &["record", "validate", &one, RECORD], "");
    assert_eq!(listed.lines().count(), 5, "{listed}");
    assert!(listed.contains("tiny.record.json: no faults, 1 warning, 4 statements"), "{listed}");
    let faults = json(&prints(1, &["record", "validate", "--format", "json", &one], ""));
    assert_eq!(faults["faults"][1]["field"], "titel");
    assert_eq!(faults["faults"][1]["line"], 2);
    assert_eq!(
        json(&prints(0, &["record", "validate", "--format", "json", RECORD], ""))["faults"],
        json("[]")
    );
}

#[test]
fn packs_are_built_described_and_refused_when_damaged() {
    let folder = Folder::new("pack");
    let target = folder.path("line9.pack");
    let said = prints(0, &["record", "build", RECORD, "-o", &target], "");
    assert!(said.contains("4 statements"), "{said}");
    let first = fs::read(&target).unwrap();
    prints(0, &["record", "build", RECORD, "-o", &target], "");
    assert_eq!(fs::read(&target).unwrap(), first, "the same bytes each time");
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1, "nothing is left beside it");

    let info = json(&prints(0, &["record", "info", "--format", "json", &target], ""));
    let of_source = json(&prints(0, &["record", "info", "--format", "json", RECORD], ""));
    assert_eq!(info["hash"], of_source["hash"]);
    assert_eq!((info["statements"].as_u64(), info["title"].as_str()), (Some(4), Some("Line 9")));
    assert_eq!(info["sections"][0]["tag"], "head");
    assert!(prints(0, &["record", "info", PACK], "").contains("covers     2021-01-01 to 2024-12-31"));
    let found = prints(0, &["search", "--record", &target, "money"], "");
    assert!(found.contains("The money is there."), "{found}");
    let args = ["check", "--date", "2022-06-02", "--as-of", "2022-12-31", "--format", "json", "--record"];
    let by_source = prints(1, &[&args[..], &[RECORD]].concat(), MISQUOTE);
    assert_eq!(prints(1, &[&args[..], &[&target]].concat(), MISQUOTE), by_source);

    let cut = folder.file("cut.pack", &first[..first.len() - 1]);
    let line = says(&["check", "--record", &cut], b"x");
    assert!(line.contains("cut.pack: the pack is cut off; fetch or build it again"), "{line}");
    let mut newer = first.clone();
    newer[8] = 9;
    let newer = folder.file("newer.pack", &newer);
    assert!(says(&["record", "info", &newer], b"").contains("format version 9"));
    assert!(says(&["record", "validate", &newer], b"").contains("format version 9"));
}

#[test]
fn a_failed_build_leaves_the_old_pack() {
    let folder = Folder::new("failed");
    let target = folder.file("x.pack", b"old");
    let bad = folder.file("bad.record.json", b"[]");
    says(&["record", "build", &bad, "-o", &target], b"");
    assert_eq!(fs::read(&target).unwrap(), b"old");
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 2);
}

#[test]
fn search_finds_statements_and_answers_lines() {
    let hits = json(&prints(
        0,
        &["search", "--record", RECORD, "--format", "json", "--top", "2", "opening of line 9"],
        "",
    ));
    assert_eq!(hits["hits"][0]["statement"], "b");
    assert_eq!(hits["hits"].as_array().unwrap().len(), 2);
    assert!(hits["hits"][0]["score"].as_f64() >= hits["hits"][1]["score"].as_f64());
    let from_input = json(&prints(
        0,
        &["search", "--record", RECORD, "--format", "json", "--top", "2", "-"],
        "opening of line 9",
    ));
    assert_eq!(from_input, hits);

    let lines = "{\"id\":\"q\",\"text\":\"money\"}\n\n{\"id\":7}\n[\n{\"id\":8,\"text\":\"qwertz\"}";
    let answers = prints(0, &["search", "--record", RECORD, "--jsonl", "--top", "10", "-"], lines);
    let answers: Vec<serde_json::Value> = answers.lines().map(json).collect();
    assert_eq!(answers.len(), 4);
    assert_eq!((&answers[0]["id"], &answers[0]["hits"][0]["statement"]), (&json("\"q\""), &json("\"#4\"")));
    assert_eq!(answers[1]["id"], 7);
    assert!(
        answers[1]["error"].as_str().unwrap().contains("line 3, column 8: missing field `text`"),
        "{}",
        answers[1]
    );
    assert!(answers[2]["id"].is_null() && answers[2]["error"].is_string());
    assert_eq!(answers[3]["hits"], json("[]"));
    assert!(prints(0, &["search", "--record", RECORD, "qwertz"], "").contains("no statement"));
}

#[test]
fn check_reports_in_json() {
    const TEXT: &str = "It rained 😀 in Łódź. Line 9 is planned.";
    let args =
        ["check", "--record", RECORD, "--date", "2022-04-02", "--as-of", "2022-04-30", "--format", "json"];
    let report = json(&prints(0, &[&args[..], &["-"]].concat(), TEXT));
    assert_eq!((&report["format"], &report["record"]["title"]), (&json("1"), &json("\"Line 9\"")));
    assert_eq!(
        (&report["document_date"], &report["as_of"]),
        (&json("\"2022-04-02\""), &json("\"2022-04-30\""))
    );
    assert_eq!(report["offsets"], serde_json::Value::Null, "left out for UTF-16");

    let slice = |unit: &str, start: usize, end: usize| match unit {
        "utf16" => String::from_utf16(&TEXT.encode_utf16().collect::<Vec<u16>>()[start..end]).unwrap(),
        "codepoints" => TEXT.chars().skip(start).take(end - start).collect(),
        _ => TEXT[start..end].to_string(),
    };
    for unit in ["utf16", "codepoints", "bytes"] {
        let report = json(&prints(0, &[&args[..], &["--offsets", unit]].concat(), TEXT));
        let claims = report["claims"].as_array().unwrap();
        assert!(!claims.is_empty(), "{report}");
        for claim in claims {
            let (start, end) =
                (claim["start"].as_u64().unwrap() as usize, claim["end"].as_u64().unwrap() as usize);
            assert_eq!(claim["text"], slice(unit, start, end), "{unit}");
        }
    }
}

#[test]
fn check_takes_any_text() {
    let long = "It rained. ".repeat(2000);
    for text in
        ["", " \n\t", "?!…", "😀👩‍👩‍👧‍👦", "\u{feff}x", "第九线将于三月开通。", "\0\u{202e}abc\u{301}", &long]
    {
        let report =
            prints(0, &["check", "--record", RECORD, "--as-of", "2022-12-31", "--color", "always"], text);
        assert!(report.contains("against Line 9 (4 statements)"), "{report}");
    }
}

/// What a record contradicts for certain: words in quotation marks that are not the words on record.
const MISQUOTE: &str = "Mora said that the line \"will open in September 2024\".";

#[test]
fn check_shows_what_is_flagged() {
    let args = ["check", "--record", RECORD, "--date", "2022-06-02", "--as-of", "2022-12-31"];
    let shown = prints(1, &args, MISQUOTE);
    assert!(shown.contains("conflict, quote, confidence") && shown.contains("^^^^^"), "{shown}");
    assert!(shown.contains("contradicts 2022-05-01, Ines Mora, City Gazette, “Tram on time” [a]"), "{shown}");
    assert!(shown.contains("\n      https://example.org/1\n") && !shown.contains('\x1b'), "{shown}");
    assert!(shown.contains("written 2022-06-02, as of 2022-12-31, against Line 9 (4 statements)"), "{shown}");
    let colored = prints(1, &[&args[..], &["--color", "always"]].concat(), MISQUOTE);
    assert!(colored.contains("\x1b[4;31m") && !colored.contains("^^^^^"), "{colored}");
    let earlier = prints(0, &["check", "--record", RECORD, "--as-of", "2022-04-30"], MISQUOTE);
    assert!(!earlier.contains("conflict"), "no statement of the future is used: {earlier}");
}

#[test]
fn archives_are_checked_line_by_line_in_order() {
    let mut lines = String::new();
    for i in 0..600 {
        let text = if i % 3 == 0 { MISQUOTE } else { "It rained." };
        lines += &serde_json::json!({ "id": i, "text": text, "date": "2022-06-02" }).to_string();
        lines += if i % 100 == 50 { "\n{\"id\":\"bad\"}\n" } else { "\n" };
    }
    let args = ["check", "--record", RECORD, "--as-of", "2022-12-31", "--jsonl", "-"];
    let answers: Vec<serde_json::Value> = prints(1, &args, &lines).lines().map(json).collect();
    assert_eq!(answers.len(), 606);
    let (bad, good): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer["error"].is_string());
    assert_eq!(bad.len(), 6);
    for (i, answer) in good.into_iter().enumerate() {
        assert_eq!(answer["id"], i);
        assert_eq!(answer["summary"]["conflict"], u64::from(i % 3 == 0), "{answer}");
        assert_eq!(answer["document_date"], "2022-06-02");
    }
    let quiet = prints(0, &args, "{\"id\":1,\"text\":\"It rained.\",\"date\":\"2022-13-01\"}\n");
    assert!(quiet.contains("there is no month 13, expected a day as YYYY-MM-DD"), "{quiet}");
}

#[test]
fn pairs_are_compared_line_by_line() {
    let lines = concat!(
        r#"{"id":"a","claim":"The mayor resigned on Monday.","statement":"The mayor resigned on Monday.","claim_date":"2022-01-02"}"#,
        "\n",
        r#"{"id":"b","claim":"x"}"#,
        "\n",
        r#"{"id":"c","claim":"It rained.","statement":"The mayor resigned.","statement_date":null}"#
    );
    let answers: Vec<serde_json::Value> = prints(0, &["compare"], lines).lines().map(json).collect();
    assert_eq!(answers[0]["relation"], "agrees");
    assert!(answers[0]["confidence"].is_f64() && answers[0].get("rule").is_some());
    assert!(answers[1]["error"].as_str().unwrap().contains("missing field `statement`"));
    assert_eq!(answers[2]["relation"], "unrelated");
}

#[test]
fn analyse_shows_what_the_engine_sees() {
    let text = "😀 Mora said on 3 May 2022 that line 9 would carry 40 trains. It rained.";
    let args = ["analyse", "--date", "2022-06-02", "--format", "json", "--offsets", "codepoints", "-"];
    let seen = json(&prints(0, &args, text));
    for list in
        ["sentences", "dates", "quantities", "names", "titles", "references", "attributions", "claims"]
    {
        assert!(seen[list].is_array(), "{list}: {seen}");
    }
    let points: Vec<char> = text.chars().collect();
    let under = |span: &serde_json::Value| -> String {
        let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
        points[start..end].iter().collect()
    };
    assert_eq!(under(seen["sentences"].as_array().unwrap().last().unwrap()), "It rained.");
    assert_eq!(seen["names"][0]["name"], "mora");
    for list in ["dates", "quantities", "names", "claims"] {
        for item in seen[list].as_array().unwrap() {
            assert_eq!(item["text"], under(item), "{list}");
        }
    }
    let date = &seen["dates"][0];
    assert_eq!(
        (&date["from"], &date["to"], &date["stated"]),
        (&json("\"2022-05-03\""), &json("\"2022-05-03\""), &json("true"))
    );
    assert!(
        prints(0, &["analyse", "--format", "text"], text)
            .contains("date    “3 May 2022” 2022-05-03 to 2022-05-03, stated")
    );
}

#[test]
fn rules_are_listed_and_explained() {
    let list = prints(0, &["rules"], "");
    assert!(list.lines().count() >= 6 && list.contains("no-change "), "{list}");
    let one = prints(0, &["rules", "no-change"], "");
    assert!(one.contains("on record ") && one.contains("contradicts") && one.contains("silent"), "{one}");
}

#[test]
fn help_and_version_are_answers() {
    let help = prints(0, &["--help"], "");
    for command in ["check", "compare", "search", "record", "analyse", "rules"] {
        assert!(help.contains(command), "{help}");
    }
    assert!(prints(0, &["--version"], "").starts_with("on-record "));
    assert!(prints(0, &["check", "--help"], "").contains("--as-of"));
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_on-record"))
        .args(["search", "--record", RECORD, "--jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    for _ in 0..20_000 {
        if input.write_all(b"{\"id\":1,\"text\":\"line 9 opening money\"}\n").is_err() {
            break;
        }
    }
    drop(input);
    let done = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
    assert_eq!(done.status.code(), Some(0));
}

#[test]
fn answers_come_as_soon_as_questions() {
    use std::io::{BufRead, BufReader};
    let mut child = Command::new(env!("CARGO_BIN_EXE_on-record"))
        .args(["search", "--record", RECORD, "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for i in 0..3 {
        writeln!(input, "{{\"id\":{i},\"text\":\"money\"}}").unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        assert_eq!(json(&answer)["id"], i);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn the_bundled_record_is_whole() {
    let info = json(&prints(0, &["record", "info", "--format", "json"], ""));
    assert!(info["statements"].as_u64().unwrap() >= 200, "{info}");
    assert!(Path::new(RECORD).exists());
}
