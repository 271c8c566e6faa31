//! The words of a text as the index knows them.

use crate::claim::phrasal;
use crate::english;
use crate::text::{Document, Tag, Token, TokenKind, fold};
use compact_str::CompactString;
use std::ops::Range;

/// The terms of a document: the roots of its content words (nouns, verbs, adjectives, names, numbers),
/// folded in case and diacritics, each with its weight; one that occurs twice is there twice. A verb with its particle is
/// also there as the one verb that says the same.
pub fn terms(document: &Document) -> Vec<(CompactString, f32)> {
    terms_of(document, 0..document.tokens.len())
}

/// The terms of a stretch of tokens, as [`terms`] gives them.
pub fn terms_of(document: &Document, tokens: Range<usize>) -> Vec<(CompactString, f32)> {
    let mut terms = Vec::with_capacity(tokens.len());
    for i in tokens.clone() {
        let token = &document.tokens[i];
        match token.kind {
            TokenKind::Number => terms.push((number(document.word(i)), 1.0)),
            TokenKind::Word if is_content(token) => {
                word(token, &mut terms);
                // "Put off": a claim asks for the one verb that says the same.
                let verb = (token.tag == Tag::Verb).then(|| phrasal(document, i, tokens.end)).flatten();
                terms.extend(verb.map(|verb| (root(verb), 1.0)));
            }
            _ => {}
        }
    }
    terms
}

fn is_content(token: &Token) -> bool {
    match token.tag {
        Tag::Noun | Tag::Propn | Tag::Verb | Tag::Adj | Tag::Num | Tag::Adv | Tag::X | Tag::Intj => true,
        Tag::Adp
        | Tag::Aux
        | Tag::Cconj
        | Tag::Det
        | Tag::Part
        | Tag::Pron
        | Tag::Punct
        | Tag::Sconj
        | Tag::Sym => false,
    }
}

/// Adverbs say less about the matter than what they stand by.
const ADVERB: f32 = 0.5;

fn word(token: &Token, terms: &mut Vec<(CompactString, f32)>) {
    let weight = if token.tag == Tag::Adv { ADVERB } else { 1.0 };
    let lemma = fold(&token.lemma);
    if let Some((first, rest)) = lemma.split_once('-') {
        // "light-rail" and "light rail" are to meet, and so are "co-operate" and "cooperate".
        for part in std::iter::once(first).chain(rest.split('-')).filter(|part| part.len() > 1) {
            terms.push((root(part), weight));
        }
        if first.len() <= 3 {
            terms.push((root(&lemma.replace('-', "")), weight / 2.0));
        }
        return;
    }
    terms.push((root(&lemma), weight));
}

fn root(lemma: &str) -> CompactString {
    fold(english::root(lemma))
}

/// A number without the marks that group its digits: *1,200* → *1200*; *3.2* and *31st* stay.
fn number(word: &str) -> CompactString {
    let mut out = CompactString::default();
    let bytes = word.as_bytes();
    for (i, c) in word.char_indices() {
        let groups = c == ',' && bytes.get(i + 1..i + 4).is_some_and(|d| d.iter().all(u8::is_ascii_digit));
        if !groups {
            out.push(c);
        }
    }
    fold(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_part_what_belongs_together() {
        let of = |text: &str| -> Vec<String> {
            terms(&Document::read(text)).into_iter().map(|(term, _)| term.to_string()).collect()
        };
        assert_eq!(of("Erdoğan, 1,200.5 TRAM"), ["erdogan", "1200.5", "tram"]);
        assert_eq!(of("«…» — ?!"), [""; 0]);
    }

    #[test]
    fn a_verb_with_its_particle_is_there_as_the_one_that_says_the_same() {
        let has =
            |text: &str, term: &str| terms(&Document::read(text)).iter().any(|(found, _)| found == term);
        assert!(has("The choir put off the tour.", "postpone"));
        assert!(has("The tour was put off.", "postpone"));
        assert!(!has("The choir put a lamp on the stage.", "postpone"));
    }
}
