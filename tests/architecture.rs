//! What ARCHITECTURE.md promises of `src/`: data flows one way, and nothing reaches around it.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules in the order in which data flows: each may use those before it, and itself.
const ORDER: [&str; 11] = [
    "english", "text", "time", "quantity", "claim", "record", "retrieve", "compare", "report", "check",
    "wasm",
];
/// May be used anywhere, and uses nothing.
const ANYWHERE: &str = "error";

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Rust files below a folder, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            all.push(path);
        }
    }
    all.sort();
    all
}

/// A file's path below `src/`, its module, and its lines with their numbers, without comments.
struct Source {
    name: String,
    module: String,
    lines: Vec<(usize, String)>,
}

fn sources() -> Vec<Source> {
    let root = source();
    files(&root)
        .iter()
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            let module = name.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(path).unwrap();
            let code = |line: &str| line.split("//").next().unwrap_or("").to_owned();
            let lines = text.lines().enumerate().map(|(i, line)| (i + 1, code(line))).collect();
            Source { name, module, lines }
        })
        .collect()
}

fn word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// First parts of the paths that stand in a group after `crate::`: `{text::Span, time}` gives `text`, `time`.
fn group(rest: &str) -> Vec<String> {
    let (mut depth, mut parts, mut part) = (0, Vec::new(), String::new());
    for c in rest.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            ',' if depth == 1 => parts.push(std::mem::take(&mut part)),
            _ if depth == 1 => part.push(c),
            _ => {}
        }
    }
    parts.push(part);
    parts.iter().map(|p| p.trim().chars().take_while(|c| word(*c)).collect()).collect()
}

/// What a file's code names directly below the crate: `crate::x`, `crate::{x, y}`, and enough `super::` to get there.
fn named(source: &Source) -> Vec<(usize, String)> {
    // `src/text/scan.rs` stands two steps below the crate, `src/text/mod.rs` and `src/check/mod.rs` one.
    let steps = source.name.trim_end_matches("/mod.rs").split('/').count();
    let mut code = String::new();
    let mut starts = Vec::new();
    for (line, text) in &source.lines {
        starts.push((code.len(), *line));
        code.push_str(text);
        code.push('\n');
    }
    // A module of tests inside the file stands one step further down.
    let tests = code.find("#[cfg(test)]").unwrap_or(code.len());
    let mut found = Vec::new();
    for root in ["crate::".to_owned(), "super::".repeat(steps), "super::".repeat(steps + 1)] {
        for (at, _) in code.match_indices(root.as_str()) {
            let before = &code[..at];
            let wrong_steps =
                root.starts_with("super") && (at > tests) != (root.len() > steps * "super::".len());
            if before.ends_with(word) || before.ends_with("::") || wrong_steps {
                continue;
            }
            let line = starts[starts.partition_point(|(start, _)| *start <= at) - 1].1;
            let rest = &code[at + root.len()..];
            let names = match rest.starts_with('{') {
                true => group(rest),
                false => vec![rest.chars().take_while(|c| word(*c)).collect()],
            };
            found.extend(names.into_iter().map(|name| (line, name)));
        }
    }
    found
}

/// Modules whose names `lib.rs` lifts to the crate: `Checker` is `check`'s.
fn lifted() -> Vec<(String, String)> {
    let lib = fs::read_to_string(source().join("lib.rs")).unwrap();
    let mut all = Vec::new();
    for line in lib.lines() {
        if let Some((module, names)) = line.strip_prefix("pub use ").and_then(|rest| rest.split_once("::")) {
            let names = names.trim_matches(|c| "{};".contains(c));
            all.extend(names.split(',').map(|name| (name.trim().to_owned(), module.to_owned())));
        }
    }
    all
}

#[test]
fn modules_import_no_later_one() {
    let lifted = lifted();
    assert!(lifted.iter().any(|(name, module)| name == "Checker" && module == "check"));
    let place = |module: &str| ORDER.iter().position(|m| *m == module);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for source in sources().iter().filter(|s| s.module != "lib") {
        let here = place(&source.module);
        assert!(here.is_some() || source.module == ANYWHERE, "{} has no place in the order", source.name);
        for (line, name) in named(source) {
            let module = lifted.iter().find(|(n, _)| *n == name).map_or(name.as_str(), |(_, m)| m);
            let right = match (here, place(module)) {
                (Some(here), Some(there)) => there <= here,
                (None, Some(_)) => false,
                (_, None) => module == ANYWHERE,
            };
            seen += 1;
            if !right {
                wrong.push(format!("src/{}:{line}: {} uses {module}", source.name, source.module));
            }
        }
    }
    assert!(seen > 100, "only {seen} imports found: does this test still read the code?");
    assert!(wrong.is_empty(), "a module uses a later one:\n{}", wrong.join("\n"));
}

#[test]
fn imports_are_found_in_every_form() {
    let lines = [
        "use crate::text::{Span, Token};",
        "use crate::{time::Date,",
        "    report::{self, Report}, Checker};",
        "let day = super::super::quantity::view();",
        "use super::align; use mycrate::wasm; // crate::check",
    ];
    let lines = lines.iter().enumerate().map(|(i, l)| (i + 1, l.split("//").next().unwrap().to_owned()));
    let source = Source { name: "claim/x.rs".into(), module: "claim".into(), lines: lines.collect() };
    let found: Vec<String> =
        named(&source).into_iter().map(|(line, name)| format!("{line} {name}")).collect();
    assert_eq!(found, ["1 text", "2 time", "2 report", "2 Checker", "4 quantity"]);
}

#[test]
fn the_library_tells_the_same_order() {
    let lib = fs::read_to_string(source().join("lib.rs")).unwrap();
    let prose: String = lib.lines().filter_map(|line| line.strip_prefix("//!")).collect();
    let mut from = prose.find("order in which data flows").unwrap();
    for module in ORDER.iter().filter(|m| **m != "wasm") {
        let links = [format!("[`{module}`]"), format!("[`mod@{module}`]")];
        let at = links.iter().find_map(|link| prose[from..].find(link.as_str()));
        from +=
            at.unwrap_or_else(|| panic!("src/lib.rs: {module} is not at its place in the list of modules"));
    }
    let declared = lib.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "));
    for module in declared.map(|rest| rest.trim_end_matches(';')) {
        assert!(ORDER.contains(&module) || module == ANYWHERE, "mod {module} has no place in the order");
    }
}

/// Whether code names something as a word or path of its own.
fn names(line: &str, what: &str) -> bool {
    line.match_indices(what)
        .any(|(at, _)| !line[..at].ends_with(word) && !line[at + what.len()..].starts_with(word))
}

fn assert_absent(what: &[&str], except: &[&str]) {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|s| !except.contains(&s.name.as_str())) {
        for (line, code) in &source.lines {
            for what in what.iter().filter(|what| names(code, what)) {
                wrong.push(format!("src/{}:{line}: {what}", source.name));
            }
        }
    }
    assert!(wrong.is_empty(), "not here:\n{}", wrong.join("\n"));
}

/// The two dates come in with the call; the same input gives the same bytes everywhere.
#[test]
fn no_stage_reads_a_clock_a_file_or_a_global() {
    assert_absent(
        &[
            "SystemTime",
            "Instant",
            "Zoned",
            "Timestamp",
            "std::env",
            "std::fs",
            "std::net",
            "std::process",
            "std::thread",
            "thread_local",
            "static mut",
            "Mutex",
            "println",
            "eprintln",
            "dbg",
        ],
        &[],
    );
}

/// What is worked out once and kept belongs to a value that was made by a call, in three places, and to nothing else:
/// whenever it is made, it is the same.
#[test]
fn what_is_kept_belongs_to_a_value() {
    let kept = ["record/list.rs", "retrieve/corpus.rs", "compare/pair/prepared.rs"];
    assert_absent(&["OnceLock", "RwLock", "AtomicUsize"], &kept);
    for source in sources().iter().filter(|s| kept.contains(&s.name.as_str())) {
        let global = source.lines.iter().find(|(_, code)| names(code, "static") && !code.contains("'static"));
        assert!(global.is_none(), "src/{}: {global:?}", source.name);
    }
}

#[test]
fn one_file_knows_javascript() {
    assert_absent(&["wasm_bindgen", "js_sys", "web_sys", "JsValue"], &["wasm.rs"]);
}

/// Adding a rule adds a file and one line of the table.
#[test]
fn rules_stand_in_a_file_each_and_in_the_table() {
    let folder = source().join("compare/rules");
    let table = fs::read_to_string(folder.join("mod.rs")).unwrap();
    for path in files(&folder) {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if name != "mod" {
            assert!(table.contains(&format!("&{name}::RULE")), "rules/{name}.rs is not in the table ALL");
        }
    }
    for rule in on_record::compare::rules::ALL {
        let file = format!("{}.rs", rule.code.replace('-', "_"));
        assert!(folder.join(&file).exists(), "the rule {} is not in rules/{file}", rule.code);
        let silent = rule.examples.iter().filter(|e| e.relation == "silent").count();
        assert!(rule.examples.is_empty() || silent > 0, "the rule {} has no silent example", rule.code);
    }
}
