//! The documents tell the truth where a program can see it: links lead somewhere, files that are named are
//! there, every language table is listed, examples do what they say.

use on_record::compare::{compare_pair, rules};
use on_record::report::Verdict;
use on_record::text::OffsetUnit;
use on_record::time::parse_date;
use on_record::{Checker, Options};
use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Folders that are made, not kept.
const MADE: [&str; 7] = [".git", "target", "build", "dist", "node_modules", "test-results", "shared"];

fn walk(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap_or("").to_owned();
        if path.is_dir() {
            if !MADE.contains(&name.as_str()) {
                walk(&path, all);
            }
        } else if name != ".git" && !name.ends_with(".local") {
            all.push(path);
        }
    }
}

fn files() -> Vec<PathBuf> {
    let mut all = Vec::new();
    walk(&root(), &mut all);
    all.sort();
    all
}

/// Markdown files with their text, outside of fenced code.
fn documents() -> Vec<(PathBuf, String)> {
    let markdown = files().into_iter().filter(|path| path.extension().is_some_and(|e| e == "md"));
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let mut fenced = false;
        let lines = text.lines().filter(|line| {
            let fence = line.trim_start().starts_with("```");
            fenced ^= fence;
            !fenced && !fence
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        (path, text)
    };
    markdown.map(read).collect()
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}

/// A heading as links name it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().to_lowercase();
    kept.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect::<String>().replace(' ', "-")
}

#[test]
fn links_lead_somewhere() {
    let link = Regex::new(r"\]\(([^)]*)\)").unwrap();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (path, text) in documents() {
        for link in link.captures_iter(&text) {
            let target = link.get(1).unwrap().as_str();
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            seen += 1;
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let place = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            let found = place.exists()
                && (heading.is_empty()
                    || fs::read_to_string(&place).unwrap().lines().any(|line| {
                        line.starts_with('#') && anchor(line.trim_start_matches('#')) == heading
                    }));
            if !found {
                wrong.push(format!("{}: {target}", shown(&path)));
            }
        }
    }
    assert!(seen > 10, "only {seen} links found: does this test still read the documents?");
    assert!(wrong.is_empty(), "links that lead nowhere:\n{}", wrong.join("\n"));
}

/// `src/check/mod.rs`, `tests/rules/`: a path in code marks that begins with a folder of the repository.
#[test]
fn named_files_are_there() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (path, text) in documents() {
        for piece in text.split('`').skip(1).step_by(2) {
            let is_path = |c: char| c.is_alphanumeric() || "/._-".contains(c);
            let first = piece.split('/').next().unwrap_or("");
            let known = [
                "src", "cli", "xtask", "data", "www", "tests", "benches", "scripts", "docs", "examples",
                ".cargo", ".ci",
            ];
            let placeholder = ["NAME", "CODE"].iter().any(|word| piece.contains(word));
            let top = !piece.contains('/') && [".toml", ".md", ".lock"].iter().any(|e| piece.ends_with(e));
            if placeholder
                || !piece.chars().all(is_path)
                || !(known.contains(&first) && piece.contains('/') || top)
            {
                continue;
            }
            seen += 1;
            if !root().join(piece).exists() && !path.parent().unwrap().join(piece).exists() {
                wrong.push(format!("{}: {piece}", shown(&path)));
            }
        }
    }
    assert!(seen > 30, "only {seen} files named: does this test still read the documents?");
    assert!(wrong.is_empty(), "files that are not there:\n{}", wrong.join("\n"));
}

/// ARCHITECTURE.md names for each invariant the test that guards it: `tests/FILE.rs`: `name`.
#[test]
fn named_tests_are_there() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let mut seen = 0;
    for line in text.lines().filter(|line| line.starts_with('|')) {
        let mut file = None;
        for piece in line.split('`').skip(1).step_by(2) {
            if ["tests/", "cli/tests/", "xtask/"].iter().any(|folder| piece.starts_with(folder))
                && !piece.ends_with('/')
            {
                file = Some(piece);
            } else if let Some(file) = file.filter(|file| file.ends_with(".rs"))
                && piece.chars().all(|c| c.is_alphanumeric() || c == '_')
            {
                seen += 1;
                let code = fs::read_to_string(root().join(file)).unwrap();
                assert!(
                    code.contains(&format!("fn {piece}(")),
                    "ARCHITECTURE.md: {file} has no test {piece}"
                );
            }
        }
    }
    assert!(seen >= 5, "only {seen} tests named");
}

#[test]
fn every_language_table_is_listed() {
    let folder = root().join("data/english");
    let readme = fs::read_to_string(folder.join("README.md")).unwrap();
    for entry in fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name != "README.md" {
            assert!(readme.contains(&format!("`{name}`")), "data/english/README.md does not list {name}");
        }
    }
}

/// A path of somebody's machine means nothing on another.
#[test]
fn no_file_names_a_place_on_a_machine() {
    let places: Vec<Vec<u8>> =
        ["work", "root", "home", "Users"].iter().map(|name| format!("/{name}/").into_bytes()).collect();
    let mut wrong = Vec::new();
    for path in files() {
        let bytes = fs::read(&path).unwrap();
        let text = !bytes.iter().take(8000).any(|b| *b == 0);
        // In an address, or after a letter, it is a part of something else.
        let named = |place: &[u8]| {
            bytes.windows(place.len()).enumerate().any(|(at, window)| {
                window == place
                    && !bytes[..at].last().is_some_and(|b| b.is_ascii_alphanumeric() || b"./-_".contains(b))
            })
        };
        if text && places.iter().any(|place| named(place)) {
            wrong.push(shown(&path));
        }
    }
    assert!(wrong.is_empty(), "files that name a place on a machine:\n{}", wrong.join("\n"));
}

/// What the README shows of `docs/example/` is still what is found.
#[test]
fn the_example_of_the_readme_is_flagged_as_shown() {
    let folder = root().join("docs/example");
    let record = fs::read(folder.join("line9.record.json")).unwrap();
    let checker = Checker::load(&[("line9.record.json", &record)]).unwrap();
    let text = fs::read_to_string(folder.join("story.txt")).unwrap();
    let day = |text| parse_date(text).unwrap();
    let options =
        Options { date: parse_date("2022-06-02"), as_of: day("2024-01-15"), offsets: OffsetUnit::Bytes };
    let report = checker.check(&text, &options);
    let flagged = report
        .claims
        .iter()
        .filter(|claim| matches!(claim.verdict, Verdict::Conflict | Verdict::Outdated | Verdict::Disputed));
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for claim in flagged.clone() {
        let verdict = format!("{:?}", claim.verdict).to_lowercase();
        let head = format!("{verdict}, {}, confidence {:.2}\n", claim.rule.unwrap_or("-"), claim.confidence);
        assert!(readme.contains(&head), "README.md does not show: {head}");
    }
    let shown: Vec<String> = flagged
        .map(|claim| format!("{:?} {} {}", claim.verdict, claim.rule.unwrap_or("-"), claim.evidence.len()))
        .collect();
    assert_eq!(shown, ["Outdated quantity 2", "Conflict opposite 1"]);
}

/// What `on-record rules RULE` shows is what the rule does.
#[test]
fn examples_of_the_rules_hold() {
    // As if the statement were of May and the claim of June: "in May" and "will" mean something then.
    let (said, written) = (parse_date("2022-05-20"), parse_date("2022-06-02"));
    let mut wrong = Vec::new();
    for rule in rules::ALL {
        for example in rule.examples {
            let found = compare_pair(example.claim, example.statement, written, said);
            let by_rule = found.rule == Some(rule.code);
            let right = match example.relation {
                "silent" => !by_rule,
                // Another rule may be surer of the same.
                relation => found.relation == relation,
            };
            if !right {
                wrong.push(format!(
                    "{} ({}, found {:?}): {} / {}",
                    rule.code, example.relation, found, example.statement, example.claim
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "examples that do not hold:\n{}", wrong.join("\n"));
}
