//! Words and phrases that stand for something named before, and what they ask for.

use crate::claim::names::{NameKind, Sex};
use crate::english::{self, NameClass};
use crate::text::{Case, Document, Form, Tag, TokenKind};
use std::ops::Range;

/// What a reference asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wanted {
    /// *he*, *her*, "the woman".
    Person(Option<Sex>),
    /// *it*.
    Thing,
    /// *I*, *we*.
    Speaker,
    /// "the health minister".
    Office,
    /// "the company", "the city".
    Kind(NameKind),
    /// *they*, "the companies".
    Several(Option<NameKind>),
    /// *both*, "the pair".
    Two,
}

/// A reference in the text.
pub(super) struct Anaphor {
    /// Article to head.
    pub tokens: Range<usize>,
    pub head: usize,
    pub wanted: Wanted,
}

/// The reference whose head stands at a token.
pub(super) fn at(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Anaphor> {
    let token = &document.tokens[at];
    if token.kind != TokenKind::Word {
        return None;
    }
    if let Some(wanted) = pronoun(document, at, sentence) {
        return Some(Anaphor { tokens: at..at + 1, head: at, wanted });
    }
    if !matches!(token.tag, Tag::Noun | Tag::Propn | Tag::Num) && !bare_noun(document, at, sentence) {
        return None;
    }
    let (start, wanted) = definite(document, at, sentence)?;
    Some(Anaphor { tokens: start..at + 1, head: at, wanted })
}

fn pronoun(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Wanted> {
    let token = &document.tokens[at];
    let wanted = match token.lemma.as_str() {
        "he" | "him" | "his" | "himself" => Wanted::Person(Some(Sex::Male)),
        "she" | "her" | "hers" | "herself" => Wanted::Person(Some(Sex::Female)),
        "it" if impersonal(document, at, sentence) => return None,
        "it" | "its" | "itself" => Wanted::Thing,
        "they" | "them" | "their" | "theirs" | "themselves" => Wanted::Several(None),
        "i" | "my" | "me" | "we" | "our" | "us" => Wanted::Speaker,
        "both" if alone(document, at, sentence) => Wanted::Two,
        _ => return None,
    };
    // *US*, *IT*: pronouns are not written in capitals, but for *I*.
    let upper = token.case == Case::Upper;
    (!upper).then_some(wanted)
}

/// *both* and *two* by themselves: "both sides", "both Ruiz and Baker", "the two lines" tell of what.
fn alone(document: &Document, at: usize, sentence: &Range<usize>) -> bool {
    let next = document.tokens.get(at + 1).filter(|_| at + 1 < sentence.end);
    next.is_none_or(|next| {
        !matches!(next.tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Det | Tag::Pron | Tag::X)
            && !next.is(&["of", "-"])
            && next.kind != TokenKind::Symbol
    })
}

/// "It rained", "it is clear that", "it was in May that": stands for nothing.
fn impersonal(document: &Document, at: usize, sentence: &Range<usize>) -> bool {
    const REACH: usize = 7;
    let end = sentence.end.min(at + REACH);
    let tokens = &document.tokens;
    let Some(verb) =
        (at + 1..end).find(|&i| !matches!(tokens[i].tag, Tag::Adv | Tag::Aux) || tokens[i].lemma == "be")
    else {
        return false;
    };
    if tokens[verb].known.naming.is(NameClass::Impersonal) {
        return true;
    }
    // "It is going to cost", "it is to open": said of something.
    const TO_COME: [&str; 8] = ["due", "set", "likely", "unlikely", "able", "unable", "ready", "bound"];
    let said_of = |to: usize| {
        let before = &tokens[to - 1];
        before.lemma == "be" || before.is(&TO_COME) || before.tag == Tag::Verb || before.tag == Tag::Aux
    };
    tokens[verb].lemma == "be"
        && (verb + 1..end).any(|i| match tokens[i].is(&["to"]) {
            true => !said_of(i),
            false => tokens[i].is(&["that", "whether", "how", "why", "what", "who", "when", "since"]),
        })
}

/// "The embattled minister", "this company", "the two", "the companies": where it begins, and what it asks for.
fn definite(document: &Document, at: usize, sentence: &Range<usize>) -> Option<(usize, Wanted)> {
    let tokens = &document.tokens;
    let token = &tokens[at];
    let wanted = noun(document, at, sentence)?;
    const MODIFIERS: usize = 4;
    let floor = sentence.start.max(at.saturating_sub(MODIFIERS));
    let modifier = |i: usize| {
        matches!(tokens[i].tag, Tag::Noun | Tag::Adj | Tag::Num)
            || tokens[i].tag == Tag::Verb && tokens[i].form == Form::Participle
    };
    let start = (floor..at).rev().find(|&i| !modifier(i))?;
    // "The second woman", "the only company": one of several, and not the one just named.
    const RANKS: [&str; 8] = ["first", "second", "third", "fourth", "fifth", "sixth", "only", "next"];
    let ranked = (start + 1..at).any(|i| tokens[i].is(&RANKS));
    if ranked || !tokens[start].is(&["the", "this", "these", "those"]) {
        return None;
    }
    let next = tokens.get(at + 1).filter(|_| at + 1 < sentence.end);
    // "the city of York", "the judge who …", "the company Nordvik", "the man in the car" tell which.
    let specified = next.is_some_and(|next| {
        next.is(&["of", "who", "which", "that", "whose", "for", "in", "from", "with", "at"])
            && !matches!(wanted, Wanted::Kind(_))
            || next.is(&["of", "'s"]) && !matches!(wanted, Wanted::Office | Wanted::Person(_))
            || next.tag == Tag::Propn
            || next.tag == Tag::Noun && !token_stands_in(token)
    });
    (!specified).then_some((start, wanted))
}

/// "The firm wants damages": an adjective for the tagger, with a verb behind it a noun.
fn bare_noun(document: &Document, at: usize, sentence: &Range<usize>) -> bool {
    let tokens = &document.tokens;
    tokens[at].tag == Tag::Adj
        && token_stands_in(&tokens[at])
        && at > sentence.start
        && tokens[at - 1].tag == Tag::Det
        && at + 1 < sentence.end
        && english::is_inflected_verb(&document.word(at + 1).to_lowercase())
}

fn token_stands_in(token: &crate::text::Token) -> bool {
    token.known.naming.is(NameClass::StandIn)
}

fn noun(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Wanted> {
    let token = &document.tokens[at];
    let class = token.known.naming;
    let word = token.known.classes;
    if token.is(&["two", "pair", "duo"]) && alone(document, at, sentence) {
        return Some(Wanted::Two);
    }
    let kind = if class.is(NameClass::Body) {
        Some(NameKind::Body)
    } else if class.is(NameClass::Place) && (class.is(NameClass::StandIn) || class.is(NameClass::Country)) {
        Some(NameKind::Place)
    } else {
        None
    };
    if token.form == Form::Plural {
        let persons = word.office() || class.is(NameClass::StandIn) && word.person();
        return kind.or(persons.then_some(NameKind::Person)).map(|kind| Wanted::Several(Some(kind)));
    }
    if word.office() && token.case == Case::Lower || word.office() && token.tag == Tag::Propn {
        return Some(Wanted::Office);
    }
    if class.is(NameClass::StandIn) && word.person() {
        let sex = if class.is(NameClass::Female) { Sex::Female } else { Sex::Male };
        return Some(Wanted::Person(Some(sex)));
    }
    kind.filter(|_| token.form == Form::Base).map(Wanted::Kind)
}
