//! Runs `tests/specs/record-forms.md`: what CSV, JSON Lines and ClaimReview become.

#[path = "specs/mod.rs"]
mod specs;

use on_record::record::{Record, merge, read_source, read_source_file, write_source};

const SPEC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/specs/record-forms.md");

/// The statements of a record, a line each.
fn listed(record: &Record) -> String {
    let mut lines =
        format!("{}: {} topics, {} sources\n", record.title, record.topics.len(), record.sources.len());
    for statement in &record.statements {
        let until = statement.until.map(|date| format!(" until {date}")).unwrap_or_default();
        let speaker = statement.speaker_name.as_ref().map(|name| format!("{name}: ")).unwrap_or_default();
        lines += &format!(
            "- {} {}{until} {speaker}{}",
            statement.id,
            statement.date,
            statement.text.escape_debug()
        );
        if let Some(quote) = &statement.quote {
            lines += &format!(" “{quote}”");
        }
        let source = &record.sources[statement.source];
        let parts = [Some(source.publisher.clone()), source.title.clone(), source.url.clone()];
        let published = source.published.map(|date| date.to_string());
        let parts: Vec<String> = parts.into_iter().chain([published]).flatten().collect();
        lines += &format!(" ({})", parts.join(", "));
        for &topic in &statement.topics {
            lines += &format!(" #{}", record.topics[topic].label);
        }
        for &earlier in &statement.supersedes {
            lines += &format!(" supersedes {}", record.statements[earlier].id);
        }
        lines.push('\n');
    }
    lines
}

/// What is said of a source, and what it becomes.
fn read(name: &str, source: &str) -> String {
    match read_source_file(name, source.as_bytes()) {
        Err(error) => error.faults().iter().map(|fault| format!("{fault}\n")).collect(),
        Ok(file) => {
            let written = write_source(&file.record);
            let again = read_source("again", written.as_bytes());
            assert_eq!(again.as_ref().ok(), Some(&file.record), "{written}");
            assert_eq!(write_source(&again.unwrap()), written);
            let warnings = file.placed(file.doubts());
            warnings.iter().map(|warning| format!("{warning}\n")).collect::<String>() + &listed(&file.record)
        }
    }
}

#[test]
fn sources_become_records() {
    specs::run(SPEC, 15, |form, source| {
        // The form is told by the content.
        let found = read("feed", source);
        let named = format!("feed.{form}");
        assert_eq!(read(&named, source).replace(&named, "feed"), found, "{source}");
        found
    });
}

#[test]
fn records_of_the_repository_survive_being_written() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["data/records", "tests/accuracy", "tests/formats", "docs/example"];
    let mut seen = 0;
    for folder in folders {
        for entry in root.join(folder).read_dir().unwrap() {
            let path = entry.unwrap().path();
            if path.to_str().unwrap().ends_with(".record.json") {
                let record = read_source("x", &std::fs::read(&path).unwrap()).unwrap();
                assert_eq!(
                    read_source("x", write_source(&record).as_bytes()).unwrap(),
                    record,
                    "{}",
                    path.display()
                );
                seen += 1;
            }
        }
    }
    assert!(seen >= 8);
}

#[test]
fn merged_records_keep_their_ids_apart_also_when_written() {
    let rows = |text: &str| {
        format!("date,text,source,topics\n2022-05-01,{text},Gazette,tram\n2022-06-01,Same.,Herald,\n")
    };
    let one = read_source("one.csv", rows("Line 9 opened.").as_bytes()).unwrap();
    let two = read_source("two.csv", rows("Line 8 closed.").as_bytes()).unwrap();
    let merged = merge(vec![one, two]);
    let ids: Vec<&str> = merged.statements.iter().map(|s| s.id.as_str()).collect();
    assert_eq!((ids, merged.title.as_str()), (vec!["#1", "#1~2", "#2"], "one; two"));
    assert_eq!((merged.topics.len(), merged.sources.len()), (1, 2));
    assert_eq!(read_source("x", write_source(&merged).as_bytes()).unwrap(), merged);
}
