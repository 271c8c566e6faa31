//! Who says what: literate cases in `tests/specs/claim/speech.md`, and what must hold of any text.

use on_record::claim::{Analysis, Attribution, Names, analyse};
use on_record::text::Document;
use proptest::prelude::*;

fn analysis(text: &str) -> Analysis {
    analyse(&Document::read(text), None, &Names::default(), None)
}

/// Reports and attitudes, one a cue: "source / cue / content", the parts of a content joined by " … ".
fn told(text: &str) -> Vec<String> {
    let analysis = analysis(text);
    let mut all: Vec<&Attribution> = analysis.attributions.iter().chain(&analysis.attitudes).collect();
    all.sort_by_key(|a| (a.cue.start, a.cue.end, a.content.start));
    let mut told: Vec<(usize, String)> = Vec::new();
    for a in all {
        let content = a.content.of(text);
        match told.last_mut().filter(|(cue, _)| *cue == a.cue.end) {
            Some((_, line)) => *line += &format!(" … {content}"),
            None => {
                let source = a.source.map_or("?", |source| source.of(text));
                told.push((a.cue.end, format!("{source} / {} / {content}", a.cue.of(text))));
            }
        }
    }
    told.into_iter().map(|(_, line)| line.replace('\n', " ")).collect()
}

#[test]
fn the_cases_hold() {
    let file = include_str!("specs/claim/speech.md");
    let rows = file.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let mut wrong = String::new();
    let mut count = 0;
    for row in rows.filter(|row| !row.starts_with("text |")) {
        let (text, wanted) = row.split_once(" | ").expect("two cells");
        let text = text.replace("\\n", "\n");
        let wanted: Vec<&str> = wanted.split("; ").filter(|each| *each != "nobody").collect();
        let found = told(&text);
        count += 1;
        if found != wanted {
            wrong += &format!("{text}\n  found  {}\n  wanted {}\n", found.join("; "), wanted.join("; "));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(count > 100, "only {count} cases read");
}

#[test]
fn words_in_quotation_marks_are_direct() {
    let direct = |text: &str| analysis(text).attributions.iter().map(|a| a.direct).collect::<Vec<_>>();
    assert_eq!(direct("“The pump is old,” Hartwig said."), [true]);
    assert_eq!(direct("Hartwig said the pump is old."), [false]);
    assert_eq!(direct("Hartwig said that the pump is “old”."), [false]);
}

#[test]
fn a_negated_cue_asserts_nothing() {
    use on_record::english::Stance;
    let stance = |text: &str| analysis(text).attributions[0].stance;
    assert_eq!(stance("The firm denied that the pump had failed."), Stance::Deny);
    assert_eq!(stance("The firm did not deny that the pump had failed."), Stance::Say);
    assert_eq!(stance("The firm has not said that the pump had failed."), Stance::Doubt);
    assert_eq!(stance("She has no doubt that the pump had failed."), Stance::Say);
}

/// Every promise of the lists of attributions, of any text.
fn check(text: &str) {
    let document = Document::read(text);
    let analysis = analyse(&document, None, &Names::default(), None);
    let tokens = document.tokens.len();
    for list in [&analysis.attributions, &analysis.attitudes] {
        assert!(list.is_sorted_by_key(|a| a.sentence), "by sentence");
        for a in list.iter() {
            let sentence = &analysis.sentences[a.sentence].tokens;
            assert!(a.content_tokens.start < a.content_tokens.end && a.content_tokens.end <= tokens);
            assert!(sentence.contains(&a.content_tokens.start), "its content begins in its sentence");
            assert!(a.content_tokens.end <= sentence.end, "and ends there");
            assert_eq!(a.content, document.span(a.content_tokens.clone()));
            assert!(a.content.of(text).chars().filter(|c| c.is_alphanumeric()).count() > 1);
            assert!(a.source_tokens.as_ref().is_none_or(|s| s.start < s.end && s.end <= tokens));
        }
    }
}

const WORDS: &[&str] = &[
    "said",
    "says",
    "Mora",
    "the mayor",
    "that",
    "told",
    "it",
    ",",
    "“",
    "”",
    "\"",
    ".",
    ":",
    "according",
    "to",
    "was",
    "is",
    "who",
    "and",
    "but",
    "pump",
    "claim",
    "'s",
    "his",
    "denied",
    "saying",
    "asked",
    "whether",
    "by",
    "of",
    "confident",
    "not",
    "\n\n",
    "as",
    "so",
    "or",
    "in",
    "words",
    "?",
    "—",
    ";",
    "vowed",
    "old",
    "on Monday",
    "quoted",
    "called",
    "a",
    "“Salt”",
];

proptest! {
    #[test]
    fn any_order_of_reporting_words(picks in prop::collection::vec(0..WORDS.len(), 0..40)) {
        check(&picks.iter().map(|&i| WORDS[i]).collect::<Vec<_>>().join(" "));
    }

    #[test]
    fn any_text(text in "\\PC{0,120}") {
        check(&text);
    }
}

/// Each the worst that a recogniser can meet, and so long that one of quadratic time would not come to its end.
#[test]
fn odd_texts_of_any_length() {
    for part in [
        "He said. ",
        "“No,” he said. ",
        "“It is late.\n\n",
        "Mora said: it is. ",
        "“Who said that? ",
        "According to it. ",
        "\"It is.\" ",
    ] {
        check(&part.repeat(30_000));
    }
}
