//! `on-record record validate` and `import` from outside, and what no record may do to the command.

use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A folder of its own for a test, removed afterwards; commands run in it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("on-record-records-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_on-record")).args(args).current_dir(&self.0).output().unwrap()
    }

    /// Standard output of a run that ends with `status`.
    fn prints(&self, status: i32, args: &[&str]) -> String {
        let done = self.run(args);
        assert_eq!(done.status.code(), Some(status), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    }

    /// The names of its files, sorted.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .0
            .read_dir()
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const ROWS: &str = "date,text,source,speaker\n\
    2022-05-03,The bridge will cost 40 million euros.,Gazette,Ada Holm\n\
    2022-05-03,The bridge will cost 70 million euros.,Gazette,Ada Holm\n\
    2022-05-03,The bridge will cost 70 million euros.,Herald,Bo Lind\n\
    2022-05-04,Thank you!,Gazette,Ada Holm\n";

#[test]
fn doubts_are_told_and_refuse_nothing() {
    let folder = Folder::new("doubts");
    folder.file("bridge.csv", ROWS);
    let said = folder.prints(0, &["record", "validate", "bridge.csv"]);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 3, "{said}");
    assert_eq!(
        lines[0],
        "bridge.csv:3:12: warning: text: contradicts “#1”, of the same speaker and day; correct one of the two, or let the later supersede the other [contradiction]"
    );
    assert!(lines[1].starts_with("bridge.csv:5:12: warning: text: asserts nothing"), "{said}");
    assert_eq!(lines[2], "bridge.csv: no faults, 2 warnings, 4 statements");

    // In a language that is not read, nothing is said of what statements mean.
    let german = json!({ "format": 1, "title": "T", "language": "de", "statements": [ { "date": "2022", "text": "Danke!", "source": "G" } ] });
    folder.file("german.record.json", &german.to_string());
    let said = folder.prints(0, &["record", "validate", "german.record.json"]);
    assert!(said.contains("language: the record is in “de”") && said.lines().count() == 2, "{said}");
}

#[test]
fn validation_speaks_json_and_sarif() {
    let folder = Folder::new("formats");
    folder.file("my bridge.csv", ROWS);
    folder.file("bad.jsonl", "{\"date\":\"2022-13\",\"text\":\"😀\",\"source\":\"G\"}\n");
    let args = ["record", "validate", "my bridge.csv", "bad.jsonl", "--format"];
    let found: Value = serde_json::from_str(&folder.prints(1, &[&args[..], &["json"]].concat())).unwrap();
    assert_eq!(found["faults"][0]["field"], "date");
    assert_eq!(found["warnings"][0]["code"], "contradiction");
    assert_eq!(
        (&found["warnings"][0]["file"], &found["warnings"][0]["line"]),
        (&json!("my bridge.csv"), &json!(3))
    );
    assert!(found.get("tests").is_none());

    let log: Value = serde_json::from_str(&folder.prints(1, &[&args[..], &["sarif"]].concat())).unwrap();
    assert_eq!((&log["version"], &log["runs"][0]["columnKind"]), (&json!("2.1.0"), &json!("utf16CodeUnits")));
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    for result in results {
        assert_eq!(rules[result["ruleIndex"].as_u64().unwrap() as usize]["id"], result["ruleId"]);
        assert!(result["message"]["text"].as_str().unwrap().contains("; "));
    }
    assert_eq!((&results[0]["level"], &results[0]["ruleId"]), (&json!("error"), &json!("fault")));
    let place = &results[1]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "my%20bridge.csv");
    assert_eq!(place["region"], json!({ "startLine": 3, "startColumn": 12 }));
}

#[test]
fn a_record_guards_itself_by_its_tests() {
    let folder = Folder::new("tests");
    let record = |tests: Value| {
        let statements = json!([
            { "id": "a", "date": "2022-05-03", "text": "The harbour bridge cost 40 million euros.", "source": "Gazette" },
            { "id": "b", "date": "2023-02-01", "text": "Ada Holm became mayor of Westport.", "source": "Gazette" } ]);
        json!({ "format": 1, "title": "T", "statements": statements, "tests": tests }).to_string()
    };
    let text = "The harbour bridge cost 70 million euros. It rained.";
    let good = json!([
        { "text": text, "date": "2022-06-01", "flagged": ["cost 70 million"], "silent": ["It rained"] },
        { "text": text, "as_of": "2022-06-01", "flagged": [{ "words": "70 million", "verdict": "conflict", "statement": "a" }] },
        { "name": "before it was known", "text": text, "as_of": "2022-01-01" } ]);
    folder.file("good.record.json", &record(good));
    let args = ["record", "validate", "--tests"];
    let said = folder.prints(0, &[&args[..], &["good.record.json"]].concat());
    assert_eq!(said, "good.record.json: no faults, 2 statements, 3 tests passed\n");

    let bad = json!([
        { "text": text, "flagged": ["It rained"] },
        { "text": text, "as_of": "2022-06-01", "flagged": [{ "words": "70 million", "verdict": "outdated", "statement": "b" }] },
        { "text": text, "as_of": "2022-06-01", "silent": ["70 million euros"] },
        { "text": text, "as_of": "2022-06-01" },
        { "text": "It rained." } ]);
    folder.file("bad.record.json", &record(bad));
    // Without being asked for, tests are read and not run.
    folder.prints(0, &["record", "validate", "bad.record.json"]);
    let said = folder.prints(1, &[&args[..], &["bad.record.json"]].concat());
    let problems: Vec<&str> = said
        .lines()
        .map(|line| line.split(": ").skip(1).collect::<Vec<_>>().join(": ").leak() as &str)
        .collect();
    let flagged = "“The harbour bridge cost 70 million euros” is flagged as conflict by “a”";
    assert_eq!(
        problems,
        [
            "tests[0].flagged[0]: “It rained” is not flagged; correct the record or the test",
            &format!(
                "tests[1].flagged[0]: {flagged}, and should be as outdated by “b”; correct the record or the test"
            ),
            &format!("tests[2].silent[0]: {flagged}; correct the record or the test"),
            &format!("tests[3]: {flagged}; correct the record or the test"),
            "no faults, 2 statements, 1 test passed, 4 failed",
        ]
    );
    let found: Value = serde_json::from_str(
        &folder.prints(1, &[&args[..], &["--format", "json", "bad.record.json"]].concat()),
    )
    .unwrap();
    assert_eq!((&found["tests"]["passed"], &found["tests"]["failed"]), (&json!(1), &json!(4)));
    assert_eq!(found["tests"]["failures"].as_array().unwrap().len(), 4);
}

#[test]
fn imports_become_sources_that_say_the_same() {
    let folder = Folder::new("import");
    folder.file("bridge.csv", ROWS);
    let said = folder.prints(0, &["record", "import", "bridge.csv", "-o", "bridge.record.json"]);
    assert_eq!(said, "bridge.record.json: 4 statements\n");
    assert_eq!(folder.names(), ["bridge.csv", "bridge.record.json"]);
    let hash = |file: &str| -> Value {
        serde_json::from_str::<Value>(&folder.prints(0, &["record", "info", "--format", "json", file]))
            .unwrap()["hash"]
            .take()
    };
    assert_eq!(hash("bridge.csv"), hash("bridge.record.json"));
    // The source of a source is the source, and a pack gives back what it was made of.
    folder.prints(0, &["record", "import", "bridge.record.json", "-o", "again.record.json"]);
    assert_eq!(folder.read("again.record.json"), folder.read("bridge.record.json"));
    folder.prints(0, &["record", "build", "bridge.csv", "-o", "bridge.pack"]);
    let from_pack = folder.prints(0, &["record", "import", "bridge.pack", "-o", "-"]);
    assert_eq!(from_pack, folder.read("bridge.record.json"));
    let titled = folder.prints(0, &["record", "import", "bridge.csv", "--title", "Bridges", "-o", "-"]);
    assert!(titled.contains("\"title\": \"Bridges\""), "{titled}");
    let checked = folder.run(&["check", "--record", "bridge.csv", "--as-of", "2022-06-01"]);
    assert_eq!(checked.status.code(), Some(0));

    let info: Value = serde_json::from_str(
        &folder.prints(0, &["record", "info", "--format", "json", "bridge.csv", "bridge.pack"]),
    )
    .unwrap();
    assert_eq!((&info["statements"], &info["title"]), (&json!(4), &json!("bridge")));
}

#[test]
fn what_is_left_out_of_reviews_is_said() {
    let folder = Folder::new("review");
    folder.file(
        "feed.json",
        r#"[ { "@type": "ClaimReview", "datePublished": "2023-03-04", "author": { "name": "Fact Desk" }, "claimReviewed": "The bridge is closed.", "reviewRating": { "alternateName": "False" } },
             { "@type": "ClaimReview", "claimReviewed": "The bridge is open." } ]"#,
    );
    let done = folder.run(&["record", "import", "feed.json", "-o", "feed.record.json"]);
    let said = String::from_utf8(done.stderr).unwrap();
    assert!(said.starts_with("on-record: feed.json:2:14: warning: the review lacks a date"), "{said}");
    assert_eq!(String::from_utf8(done.stdout).unwrap(), "feed.record.json: 1 statements\n");
}

#[test]
fn a_file_too_large_is_refused_unread() {
    let folder = Folder::new("large");
    // Two gigabytes that take no place on the disk.
    fs::File::create(folder.0.join("two.record.json")).unwrap().set_len(2 << 30).unwrap();
    for args in [&["record", "validate", "two.record.json"][..], &["check", "--record", "two.record.json"]] {
        let done = Command::new(env!("CARGO_BIN_EXE_on-record"))
            .args(args)
            .current_dir(&folder.0)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(done.status.code(), Some(2));
        assert_eq!(
            String::from_utf8(done.stderr).unwrap(),
            "on-record: two.record.json: has 2147483648 bytes, and a record can have 1073741824; split it into several\n"
        );
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_leaves_no_half_written_file() {
    let folder = Folder::new("full");
    let rows: String =
        (0..5000).map(|i| format!("2022-05-03,Bridge {i} was opened in May.,Gazette\n")).collect();
    folder.file("many.csv", &format!("date,text,source\n{rows}"));
    folder.file("old.record.json", "old");
    for command in ["import", "build"] {
        // Writing stops at 64 kB, as on a disk that is full; the signal that would end the process is ignored.
        let line = format!(
            "trap '' XFSZ; ulimit -f 64; exec '{}' record {command} many.csv -o old.record.json",
            env!("CARGO_BIN_EXE_on-record")
        );
        let done = Command::new("bash").args(["-c", &line]).current_dir(&folder.0).output().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{said}");
        assert!(said.starts_with("on-record: old.record.json: ") && said.lines().count() == 1, "{said}");
        assert_eq!(folder.read("old.record.json"), "old");
        assert_eq!(folder.names(), ["many.csv", "old.record.json"]);
    }
    let done = Command::new("bash")
        .args([
            "-c",
            &format!("'{}' record import many.csv -o - | head -c 10", env!("CARGO_BIN_EXE_on-record")),
        ])
        .current_dir(&folder.0)
        .output()
        .unwrap();
    assert_eq!((done.stdout.len(), String::from_utf8_lossy(&done.stderr).as_ref()), (10, ""));
}

/// A file is replaced as a whole; what is no file is written to and stays what it is.
#[test]
#[cfg(target_os = "linux")]
fn a_device_stays_a_device_and_a_link_a_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new("device");
    folder.file("bridge.csv", ROWS);
    let import = |target: &str| folder.run(&["record", "import", "bridge.csv", "-o", target]);
    // A pipe in the folder's own place: what is written to it comes out at its other end.
    let line = format!(
        "mkfifo pipe && {{ cat pipe > through & }} && '{}' record import bridge.csv -o pipe && wait && test -p pipe",
        env!("CARGO_BIN_EXE_on-record")
    );
    let done = Command::new("bash").args(["-c", &line]).current_dir(&folder.0).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(folder.read("through"), folder.prints(0, &["record", "import", "bridge.csv", "-o", "-"]));

    folder.file("real.record.json", "old");
    let real = folder.0.join("real.record.json");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o600)).unwrap();
    symlink("real.record.json", folder.0.join("link.record.json")).unwrap();
    assert_eq!(import("link.record.json").status.code(), Some(0));
    assert!(fs::symlink_metadata(folder.0.join("link.record.json")).unwrap().is_symlink());
    assert_eq!(folder.read("real.record.json"), folder.read("through"));
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_faults_of_others() {
    let folder = Folder::new("unread");
    folder.file("bad.jsonl", "{\"date\":\"2022-13\",\"text\":\"X.\",\"source\":\"G\"}\n");
    // A pack of which only the beginning has arrived.
    fs::write(folder.0.join("cut.pack"), b"\x89OR").unwrap();
    let done = folder.run(&["record", "validate", "none.csv", "bad.jsonl", "cut.pack"]);
    assert_eq!(done.status.code(), Some(2));
    let faults = String::from_utf8(done.stdout).unwrap();
    assert!(faults.starts_with("bad.jsonl:1:9: date: ") && faults.lines().count() == 1, "{faults}");
    assert_eq!(
        String::from_utf8(done.stderr).unwrap(),
        "on-record: none.csv: there is no such file\non-record: cut.pack: the pack is cut off; fetch or build it again\n"
    );
}

/// One line that would take gigabytes to read does not hide what is on the others.
#[test]
fn a_line_too_long_for_a_statement_is_a_fault() {
    let folder = Folder::new("line");
    let long =
        format!("[{}0]\n{{\"date\":\"2022-13\",\"text\":\"X.\",\"source\":\"G\"}}\n", "0,".repeat(9 << 20));
    folder.file("long.jsonl", &long);
    let said = folder.prints(1, &["record", "validate", "long.jsonl"]);
    let lines: Vec<&str> = said.lines().collect();
    assert!(
        lines[0].starts_with("long.jsonl:1:1: the line has 18874372 bytes, and a statement can have"),
        "{said}"
    );
    assert!(lines.len() == 2 && lines[1].starts_with("long.jsonl:2:9: date: "), "{said}");
}

#[test]
fn nothing_in_a_record_becomes_a_link_of_a_log() {
    let folder = Folder::new("links");
    folder.file("l.jsonl", "{\"date\":\"[x](javascript:alert(1))\",\"text\":\"X.\",\"source\":\"G\"}\n");
    let log: Value =
        serde_json::from_str(&folder.prints(1, &["record", "validate", "--format", "sarif", "l.jsonl"]))
            .unwrap();
    let text = log["runs"][0]["results"][0]["message"]["text"].as_str().unwrap();
    assert!(text.contains("[x\\](javascript"), "{text}");
    let statement = json!({ "date": "2022-05-03", "text": "The harbour bridge will cost 40 million euros.", "source": "[G](javascript:alert(1))" });
    folder
        .file("r.record.json", &json!({ "format": 1, "title": "T", "statements": [statement] }).to_string());
    folder.file("text.txt", "The harbour bridge will cost 70 million euros.");
    let args =
        ["check", "--record", "r.record.json", "--as-of", "2023-01-01", "--format", "sarif", "text.txt"];
    let log: Value = serde_json::from_str(&folder.prints(1, &args)).unwrap();
    let text = log["runs"][0]["results"][0]["message"]["text"].as_str().unwrap();
    assert!(text.contains("[G\\](javascript") && !text.contains("G]("), "{text}");
}

#[test]
fn nothing_in_a_record_steers_the_terminal() {
    let folder = Folder::new("steer");
    folder.file(
        "steer.jsonl",
        "{\"date\":\"2022\",\"text\":\"X \\u202eopened\\u001b[31m.\",\"source\":\"G\",\"topics\":[7],\"\\u202e\\u001b[31m\":1}\n{\"date\":\"\\u001b]0;x\\u0007\",\"text\":\"X.\",\"source\":\"G\"}\n",
    );
    let said = folder.prints(1, &["record", "validate", "steer.jsonl"]);
    assert!(said.lines().count() == 3 && !said.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{said:?}");
}
