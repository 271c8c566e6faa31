//! Sentences and words: literate cases in `tests/specs/text/`, and what must hold of any text.

use on_record::text::{Document, OffsetUnit, Offsets, TokenKind};
use proptest::prelude::*;

/// The cases of a file: its lines without headings and comments.
fn cases(file: &'static str) -> impl Iterator<Item = String> {
    let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.replace("\\n", "\n"))
}

#[test]
fn sentences_end_where_the_cases_say() {
    let mut wrong = String::new();
    let files = [include_str!("specs/text/sentences.txt"), include_str!("specs/text/genres.txt")];
    for case in files.into_iter().flat_map(cases) {
        // A case that begins with "~" is not yet so.
        let (case, so) = case.strip_prefix('~').map_or((case.as_str(), true), |case| (case, false));
        let text = case.replace('|', "");
        let document = Document::read(&text);
        let found: Vec<&str> = document.sentences.iter().map(|s| s.span.of(&text)).collect();
        let wanted: Vec<&str> = case.split('|').map(str::trim).collect();
        if (found == wanted) != so {
            wrong += &format!("{}\n", found.join(" | ").replace('\n', "\\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn words_are_cut_where_the_cases_say() {
    for case in cases(include_str!("specs/text/tokens.txt")) {
        let (text, wanted) = case.split_once(" => ").expect("a case has =>");
        let document = Document::read(text);
        let found: Vec<&str> = (0..document.tokens.len()).map(|i| document.word(i)).collect();
        assert_eq!(found.join(" "), wanted);
    }
}

#[test]
fn kinds_of_tokens() {
    let text = "Mora's 3.2bn € (x@example.org) 11th 👍.";
    let document = Document::read(text);
    let kinds: Vec<TokenKind> = document.tokens.iter().map(|t| t.kind).collect();
    use TokenKind::*;
    let wanted =
        [Word, Word, Number, Word, Symbol, Punctuation, Address, Punctuation, Number, Symbol, Punctuation];
    assert_eq!(kinds, wanted);
}

/// Every promise that [`Document`] makes, of any text.
fn check(text: &str) {
    let document = Document::read(text);
    let mut end = 0;
    for token in &document.tokens {
        assert!(token.span.start >= end && token.span.end > token.span.start, "in order");
        assert!(text[end..token.span.start].chars().all(char::is_whitespace), "nothing left out");
        assert!(!token.span.of(text).starts_with(char::is_whitespace));
        assert!(!token.span.of(text).ends_with(char::is_whitespace));
        end = token.span.end;
    }
    assert!(text[end..].chars().all(char::is_whitespace));
    let mut next = 0;
    let mut paragraph = 0;
    for sentence in &document.sentences {
        assert_eq!(sentence.tokens.start, next, "each token in one sentence");
        assert!(!sentence.tokens.is_empty());
        assert_eq!(sentence.span, document.span(sentence.tokens.clone()));
        assert!(sentence.paragraph == paragraph || sentence.paragraph == paragraph + 1);
        (next, paragraph) = (sentence.tokens.end, sentence.paragraph);
    }
    assert_eq!(next, document.tokens.len());
    let again = Document::read(text);
    assert_eq!((document.tokens, document.sentences), (again.tokens, again.sentences));
}

/// Two paragraphs joined by a blank line are read as each is read alone.
fn check_joined(a: &str, b: &str) {
    let whole = format!("{a}\n\n{b}");
    let (first, second, joined) = (Document::read(a), Document::read(b), Document::read(&whole));
    let shift = a.len() + 2;
    let paragraphs = first.sentences.last().map_or(0, |s| s.paragraph + 1);
    let mut tokens = first.tokens.clone();
    tokens.extend(second.tokens.iter().cloned().map(|mut t| {
        (t.span.start, t.span.end) = (t.span.start + shift, t.span.end + shift);
        t
    }));
    assert_eq!(joined.tokens, tokens);
    let mut sentences = first.sentences.clone();
    let before = first.tokens.len();
    sentences.extend(second.sentences.iter().cloned().map(|mut s| {
        (s.span.start, s.span.end) = (s.span.start + shift, s.span.end + shift);
        s.tokens = s.tokens.start + before..s.tokens.end + before;
        s.paragraph += paragraphs;
        s
    }));
    assert_eq!(joined.sentences, sentences);
}

/// Pieces that the rules look at, so that random texts reach them.
fn newsy() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Gen.",
        "U.S.",
        "p.m.",
        "No.",
        "J.",
        "I",
        "The",
        "council",
        "met",
        ".",
        "!",
        "?",
        "...",
        "…",
        "\"",
        "“",
        "”",
        "'",
        "’",
        "‘",
        "(",
        ")",
        "[",
        "]",
        "—",
        "-",
        ",",
        ":",
        "•",
        "1",
        "2.",
        "3)",
        "a.",
        "5km",
        "€268m",
        "1,200",
        "3.2",
        "11th",
        "can't",
        "workers'",
        "x@y.org",
        "http://a.b/c",
        "@desk",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\u{200b}",
        "\u{feff}",
        "\u{ad}",
        "é",
        "e\u{301}",
        "שלום",
        "東京。",
        "👩‍👩‍👧",
        "🇺🇦",
        "½",
        "²",
        " ",
        "\u{a0}",
        "\u{2029}",
    ]);
    prop::collection::vec((pieces, prop::bool::ANY), 0..40).prop_map(|all| {
        all.iter().map(|(p, space)| format!("{p}{}", if *space { " " } else { "" })).collect()
    })
}

fn ending() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "ed ", "ing ", "er ", "est ", "s ", "ies ", "'s ", "’ll ", "n't ", ".", ". ", "-", "‑", "‐led ",
        ".com ", "@", "th ", "m ", "bn ", "%", "000", ",000 ", " ", "\n",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_keeps_the_promises(text in any::<String>()) {
        check(&text);
    }

    /// Letters of any script where English has its endings.
    #[test]
    fn any_ending_keeps_the_promises(pieces in prop::collection::vec(("\\PC{0,3}", ending()), 0..12)) {
        check(&pieces.iter().map(|(letters, ending)| format!("{letters}{ending}")).collect::<String>());
    }

    #[test]
    fn any_news_keeps_the_promises(text in newsy()) {
        check(&text);
    }

    #[test]
    fn paragraphs_are_read_alone(a in newsy(), b in newsy()) {
        check_joined(&a, &b);
    }

    #[test]
    fn offsets_count_what_they_say(text in any::<String>()) {
        let utf16 = Offsets::new(&text, OffsetUnit::Utf16);
        let points = Offsets::new(&text, OffsetUnit::Codepoints);
        for (i, _) in text.char_indices() {
            prop_assert_eq!(utf16.at(i), text[..i].encode_utf16().count());
            prop_assert_eq!(points.at(i), text[..i].chars().count());
        }
    }
}

/// A note's number in brackets closes a sentence on its own line only.
#[test]
fn a_note_does_not_reach_over_a_blank_line() {
    check_joined("It was late.[", "1] We left.");
    check_joined("It was late.[1", "] We left.");
}

#[test]
fn odd_input_keeps_the_promises() {
    let odd = [
        "(".repeat(10_000),
        "[(".repeat(200_000) + &"])".repeat(200_000),
        "a".repeat(1_000_000),
        "a-".repeat(500_000),
        "a'".repeat(500_000),
        "A.".repeat(500_000),
        "A. ".repeat(300_000),
        "a.b".repeat(300_000),
        "a@".repeat(500_000),
        "a.b@".repeat(250_000),
        "1,".repeat(500_000),
        "1,000".repeat(200_000),
        "1.".repeat(500_000),
        "1) ".repeat(300_000),
        ". ".repeat(500_000),
        ".".repeat(1_000_000),
        "\"".repeat(1_000_000),
        "' ".repeat(500_000),
        "\n".repeat(1_000_000),
        " ".repeat(1_000_000),
        "A\n".repeat(500_000),
        "the\n".repeat(250_000),
        "• ".repeat(300_000),
        "\u{200b}".repeat(300_000),
        "א a ".repeat(200_000),
        "👩‍👩‍👧".repeat(50_000),
        "e\u{301}".repeat(300_000),
        "http://".repeat(150_000),
    ];
    for text in odd {
        check(&text);
    }
}

/// What looks at a sentence as a whole takes linear time since no sentence is longer than this.
#[test]
fn sentences_without_an_end_are_cut() {
    for piece in ["the council met and ", "one, ", "word ", "( ", "\u{ad}a ", "Mora said that "] {
        let text = piece.repeat(20_000);
        let document = Document::read(&text);
        assert!(document.sentences.iter().all(|sentence| sentence.tokens.len() <= 300), "{piece}");
        assert!(
            document.sentences.iter().rev().skip(1).all(|sentence| sentence.tokens.len() >= 200),
            "{piece}"
        );
    }
}
