//! The page for desks tells the truth: its files are written as they stand there, its commands are run, and what they
//! print is compared with what stands below them.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs the commands of a console block, each behind `$ `, in a folder; gives the block as it should be.
fn run(block: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_on-record"));
    let path = format!("{}:{}", program.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let mut written = String::new();
    for command in block.lines().filter_map(|line| line.strip_prefix("$ ")) {
        let done = Command::new("bash")
            .args(["-c", &format!("exec 2>&1; {command}")])
            .current_dir(folder)
            .env("PATH", &path)
            .env("COLUMNS", "100")
            .output()
            .unwrap();
        written += &format!("$ {command}\n{}", String::from_utf8(done.stdout).unwrap());
    }
    written
}

/// Without confidences, scores and sizes, which change a little with every change of the engine.
fn settled(text: &str) -> String {
    let measured = |word: &&str| word.contains('.') && word.parse::<f64>().is_ok();
    let line = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        let size = |i: usize| words.get(i + 1) == Some(&"bytes");
        let shown = |(i, word)| if measured(word) || size(i) { "0" } else { *word };
        words.iter().enumerate().map(shown).collect::<Vec<_>>().join(" ")
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// `NAME`: at the end of a line names the file that the next block is.
fn named(line: &str) -> Option<&str> {
    line.strip_suffix("`:")?.rsplit('`').next()
}

#[test]
#[cfg(target_os = "linux")]
fn the_page_for_desks_does_what_it_says() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/records.md");
    let text = fs::read_to_string(&page).unwrap();
    let folder = std::env::temp_dir().join(format!("on-record-documents-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let (mut rewritten, mut name, mut commands) = (String::new(), None, 0);
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        rewritten += &format!("{line}\n");
        let Some(kind) = line.strip_prefix("```") else {
            name = named(line).or(name.filter(|_| line.is_empty()));
            continue;
        };
        let block: String =
            lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
        if let Some(name) = name.take() {
            fs::write(folder.join(name), &block).unwrap();
        }
        let block = if kind == "console" { run(&block, &folder) } else { block };
        commands += block.lines().filter(|line| line.starts_with("$ on-record ")).count();
        rewritten += &format!("{block}```\n");
    }
    fs::remove_dir_all(&folder).unwrap();
    assert!(commands >= 6, "only {commands} commands found: does this test still read the page?");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&page, &rewritten).unwrap();
    }
    let text = fs::read_to_string(&page).unwrap();
    assert_eq!(
        settled(&rewritten),
        settled(&text),
        "BLESS=1 cargo test -p on-record-cli --test documents writes it anew"
    );
}
