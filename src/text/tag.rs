//! Part of speech, lemma and form.
//!
//! Each word has few uses ([`crate::english`] knows them, or tells them from the spelling); the likeliest
//! sequence of uses wins (Viterbi's algorithm over pairs of states). Linear in the number of tokens.

use super::context::Context;
use super::memory::{Dictionary, Memory};
use super::search::Search;
use super::{Case, Token, TokenKind, repair};
use crate::english::{Uses, of_state};

/// Tags the sentences of a text; its tables are kept from one to the next.
pub(super) struct Tagger<'t> {
    text: &'t str,
    memory: Memory,
    choices: Vec<Uses>,
    search: Search,
}

impl<'t> Tagger<'t> {
    /// A tagger for a text of so many tokens.
    pub(super) fn new(text: &'t str, tokens: usize) -> Self {
        Tagger { text, memory: Memory::new(tokens), choices: Vec::new(), search: Search::default() }
    }

    /// Fills in tag, lemma and form of one sentence's tokens.
    pub(super) fn tag(&mut self, sentence: &mut [Token]) {
        if sentence.is_empty() {
            return;
        }
        self.choose(sentence);
        self.search.likeliest(&self.choices);
        let states = &mut self.search.states;
        Context { tokens: sentence, choices: &self.choices, states }.mend();
        for (token, &state) in sentence.iter_mut().zip(&self.search.states) {
            (token.tag, token.form) = of_state(state);
            if token.kind == TokenKind::Word {
                let Dictionary { lemma, form, known } = self.memory.lemma(&token.lemma, state);
                (token.lemma, token.form, token.known) = (lemma, form, known);
            }
        }
        repair::counted(self.text, sentence);
        repair::gerunds(self.text, sentence);
        repair::modals(self.text, sentence);
        repair::nouns_before_of(sentence);
        repair::auxiliaries(sentence);
        repair::prepositions(sentence);
    }

    /// The uses that each token can have where it stands.
    fn choose(&mut self, sentence: &[Token]) {
        self.choices.clear();
        let shouting = capitals_mean_nothing(self.text, sentence);
        let mut initial = true;
        for (at, token) in sentence.iter().enumerate() {
            let raw = token.span.of(self.text);
            let uses = match token.kind {
                TokenKind::Number => number(raw),
                TokenKind::Punctuation => mark(raw),
                TokenKind::Symbol => Uses::only(b'$'),
                TokenKind::Address => Uses::only(b'X'),
                TokenKind::Word => {
                    let next = sentence.get(at + 1).is_some_and(|next| next.case != Case::Lower);
                    let place = (initial || shouting, next && !shouting);
                    word(&token.lemma, self.memory.uses(&token.lemma), token.case, place)
                }
            };
            initial = match token.kind {
                TokenKind::Punctuation => initial || !matches!(raw, "," | ")" | "-" | "'" | "’" | "”" | "/"),
                TokenKind::Number | TokenKind::Symbol => initial,
                TokenKind::Word | TokenKind::Address => false,
            };
            self.choices.push(uses);
        }
    }
}

/// A headline in capitals or with every long word capitalised: then a capital is no sign of a name. A sentence full of
/// names ends with a full stop.
pub(crate) fn capitals_mean_nothing(text: &str, sentence: &[Token]) -> bool {
    const LONG: usize = 4;
    let (mut words, mut capitals, mut upper) = (0, 0, 0);
    for token in sentence.iter().filter(|token| token.kind == TokenKind::Word) {
        if token.span.end - token.span.start >= LONG {
            words += 1;
            capitals += usize::from(token.case != Case::Lower);
            upper += usize::from(token.case == Case::Upper);
        }
    }
    if words > 1 && upper * 10 >= words * 8 {
        return true;
    }
    let closed = sentence.last().is_some_and(|token| matches!(token.span.of(text), "." | "!"));
    words > 4 && capitals * 10 >= words * 8 && !closed
}

fn number(raw: &str) -> Uses {
    if raw.ends_with("st") || raw.ends_with("nd") || raw.ends_with("rd") || raw.ends_with("th") {
        return Uses::of(&[(b'j', 0), (b'n', 16)]);
    }
    if raw.ends_with('s') {
        return Uses::only(b's');
    }
    if raw.contains('-') && raw.bytes().any(|b| b.is_ascii_lowercase()) {
        return Uses::only(b'j');
    }
    Uses::only(b'#')
}

fn mark(raw: &str) -> Uses {
    match raw {
        "," => Uses::only(b','),
        "." | "!" | "?" | "…" => Uses::only(b'.'),
        "%" | "$" | "€" | "£" | "¥" | "&" | "+" | "=" | "°" => Uses::only(b'$'),
        "'" | "’" => Uses::of(&[(b':', 0), (b'q', 8)]),
        _ => Uses::only(b':'),
    }
}

/// The uses of a word where it stands: a capital inside a sentence mostly makes a name.
///
/// `place`: whether it begins a sentence, and whether the next word has a capital.
fn word(low: &str, (mut uses, known): (Uses, bool), case: Case, place: (bool, bool)) -> Uses {
    let (initial, next_capital) = place;
    if case == Case::Lower {
        if uses.as_slice().len() > 1 {
            uses.drop(b'x');
        }
        return uses;
    }
    if initial {
        if !known {
            uses.raise(if low.len() > 3 && (low.ends_with("ing") || low.ends_with("ly")) { 0 } else { 48 });
            uses.add(b'x', 0);
        } else if !closed(&uses) && case != Case::Mixed {
            uses.add(b'x', if next_capital { 24 } else { 64 });
        }
        return uses;
    }
    if low == "may" {
        return Uses::only(b'x');
    }
    // *US*, *IT*, *WHO*: pronouns are not written in capitals.
    if case == Case::Upper && closed(&uses) && uses.any(b"Pw") && low.len() > 1 {
        return Uses::only(b'x');
    }
    if closed(&uses) {
        return uses;
    }
    if !known || case == Case::Mixed {
        uses = Uses::only(b'x');
        if low.ends_with("an") || low.ends_with("ese") || low.ends_with("ish") || low.contains('-') {
            uses.add(b'j', 8);
        }
        return uses;
    }
    if crate::english::demonym(low).is_some() {
        return Uses::of(&[(b'j', 0), (b'x', 24), (b'n', 40)]);
    }
    uses.raise(48);
    uses.add(b'x', 0);
    uses
}

/// Function words and numerals keep their part of speech in capitals.
fn closed(uses: &Uses) -> bool {
    !uses.any(b"nsvzdpgjcrCx") || uses.any(b"MBHDtPQwWTN")
}

#[cfg(test)]
mod tests {
    use super::super::Document;
    use crate::english::{Form, Tag};

    /// The tag, form and lemma of one word of a text.
    fn of(text: &str, word: &str) -> (Tag, Form, String) {
        let document = Document::read(text);
        let at = (0..document.tokens.len()).find(|&at| document.word(at) == word).expect(word);
        let token = &document.tokens[at];
        (token.tag, token.form, token.lemma.to_string())
    }

    #[test]
    fn one_spelling_in_two_parts_of_speech() {
        let text = "Workers struck over pay; the strike lasts until May.";
        assert_eq!(of(text, "struck"), (Tag::Verb, Form::Past, "strike".into()));
        assert_eq!(of(text, "strike"), (Tag::Noun, Form::Base, "strike".into()));
        assert_eq!(of(text, "May").0, Tag::Propn);
        assert_eq!(of("It may rain.", "may").0, Tag::Aux);
        assert_eq!(of("The council plans to open it.", "plans"), (Tag::Verb, Form::Present3, "plan".into()));
        assert_eq!(of("Its plans were open.", "plans"), (Tag::Noun, Form::Plural, "plan".into()));
    }

    #[test]
    fn past_and_participle() {
        assert_eq!(of("Police closed the road.", "closed").1, Form::Past);
        assert_eq!(of("The road was closed by police.", "closed").1, Form::Participle);
        assert_eq!(of("The bank has cut rates.", "cut").1, Form::Participle);
        assert_eq!(of("The bank will cut rates.", "cut").1, Form::Base);
    }

    #[test]
    fn auxiliary_or_verb() {
        assert_eq!(of("She has a plan.", "has").0, Tag::Verb);
        assert_eq!(of("She has resigned.", "has").0, Tag::Aux);
        assert_eq!(of("They did not leave.", "did").0, Tag::Aux);
        assert_eq!(of("Did the company fire its chief executive?", "fire").0, Tag::Verb);
    }

    #[test]
    fn clitics() {
        let text = "They don't know whether he'll leave or that she’s been ill.";
        assert_eq!(of(text, "n't").2, "not");
        assert_eq!(of(text, "'ll").2, "will");
        assert_eq!(of(text, "’s").2, "have");
        assert_eq!(of("The mayor's office closed.", "'s").0, Tag::Part);
    }

    #[test]
    fn capitals() {
        assert_eq!(of("He met Grelice Blorb.", "Blorb").0, Tag::Propn);
        assert_eq!(of("UN officials and US troops left.", "US").0, Tag::Propn);
        assert_eq!(of("The trams stopped.", "The").0, Tag::Det);
        assert_eq!(
            of("PRESIDENT SIGNS BILL TO BAN SALE OF GUNS", "SIGNS"),
            (Tag::Verb, Form::Present3, "sign".into())
        );
        assert_eq!(of("Minister Denies Plan To Raise Taxes Next Year", "Denies").2, "deny");
    }

    #[test]
    fn every_token_is_tagged_whatever_the_text() {
        for text in ["", "((((((((", "a-b-c- -x", "’’’ 'tis", "\u{200b}x", "日本 語", "…!?", "-ed -ing s's"]
        {
            Document::read(text);
        }
        let long = "word ".repeat(20_000);
        assert_eq!(Document::read(&long).tokens.len(), 20_000);
    }
}
