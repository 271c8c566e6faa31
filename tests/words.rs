//! Parts of speech and dictionary forms: literate cases in `tests/specs/text/`.

use on_record::text::{Document, Form, Tag, Token};

/// The cases of a file: its lines without headings and comments. One that begins with "~" is not yet so.
fn cases(file: &'static str) -> impl Iterator<Item = (&'static str, bool)> {
    let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.strip_prefix('~').map_or((line, true), |line| (line, false)))
}

/// Whether a token is what a tag of the Penn Treebank says.
fn fits(gold: &str, token: &Token) -> bool {
    let (tag, form) = (token.tag, token.form);
    match gold {
        "NN" => tag == Tag::Noun && form == Form::Base,
        "NNS" => tag == Tag::Noun && form == Form::Plural,
        "NNP" => tag == Tag::Propn,
        "VB" => matches!(tag, Tag::Verb | Tag::Aux) && form == Form::Base,
        "VBZ" => matches!(tag, Tag::Verb | Tag::Aux) && form == Form::Present3,
        "VBD" => matches!(tag, Tag::Verb | Tag::Aux) && form == Form::Past,
        "VBN" => matches!(tag, Tag::Verb | Tag::Aux) && form == Form::Participle,
        "VBG" => tag == Tag::Verb && form == Form::Gerund,
        "MD" => tag == Tag::Aux && form == Form::Base,
        "JJ" => tag == Tag::Adj && form == Form::Base,
        "JJS" => tag == Tag::Adj && form == Form::Superlative,
        "JJR" => tag == Tag::Adj && form == Form::Comparative,
        "RB" => tag == Tag::Adv && form == Form::Base,
        "RBR" => tag == Tag::Adv && form == Form::Comparative,
        "RP" => matches!(tag, Tag::Adp | Tag::Adv),
        "WRB" => matches!(tag, Tag::Adv | Tag::Sconj),
        "IN" => matches!(tag, Tag::Adp | Tag::Sconj),
        "DT" => matches!(tag, Tag::Det | Tag::Pron),
        "WDT" => matches!(tag, Tag::Pron | Tag::Det),
        "PRP" | "PRP$" | "EX" => tag == Tag::Pron,
        "TO" | "POS" => tag == Tag::Part,
        _ => panic!("no such tag: {gold}"),
    }
}

/// The text of a case, and for each word with a tag where it ends and the tag.
fn tagged(case: &str) -> (String, Vec<(usize, &str)>) {
    let mut text = String::new();
    let mut tags = Vec::new();
    let mut rest = case;
    while let Some(slash) = rest.find('/') {
        let end = rest[slash + 1..].find(|c: char| !c.is_ascii_uppercase() && c != '$');
        let end = end.map_or(rest.len(), |end| slash + 1 + end);
        text.push_str(&rest[..slash]);
        tags.push((text.len(), &rest[slash + 1..end]));
        rest = &rest[end..];
    }
    text.push_str(rest);
    (text, tags)
}

#[test]
fn tags_are_those_of_the_cases() {
    let (mut right, mut all, mut wrong) = (0, 0, String::new());
    let files = [include_str!("specs/text/tags.txt"), include_str!("specs/text/tags-later.txt")];
    for (case, so) in files.into_iter().flat_map(cases) {
        let (text, tags) = tagged(case);
        let document = Document::read(&text);
        let mut fine = true;
        for (end, gold) in tags {
            let token = document.tokens.iter().find(|t| t.span.end == end).expect(case);
            let fit = fits(gold, token);
            (all, right, fine) = (all + 1, right + usize::from(fit), fine && fit);
            if !fit && so {
                wrong += &format!("{case}: {} is {:?} {:?}\n", token.span.of(&text), token.tag, token.form);
            }
        }
        if fine && !so {
            wrong += &format!("{case}: is right now\n");
        }
    }
    println!("{right} of {all} tags right");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn lemmas_are_those_of_the_cases() {
    let mut wrong = String::new();
    for (case, so) in cases(include_str!("specs/text/lemmas.txt")) {
        let (text, wanted) = case.split_once(" => ").expect("a case has =>");
        let document = Document::read(text);
        let mut at = 0;
        let mut fine = true;
        for pair in wanted.split(", ") {
            let (form, lemma) = pair.split_once(' ').expect(case);
            at = (at..document.tokens.len())
                .find(|&i| document.word(i).eq_ignore_ascii_case(form))
                .expect(case);
            if document.tokens[at].lemma != lemma {
                fine = false;
                if so {
                    wrong += &format!("{case}: {form} has {}\n", document.tokens[at].lemma);
                }
            }
            at += 1;
        }
        if fine && !so {
            wrong += &format!("{case}: is right now\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
