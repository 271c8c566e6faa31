//! Part of speech, lemma and form.
//!
//! Each word has few uses ([`crate::english`] knows them, or tells them from the spelling); the likeliest
//! sequence of uses wins (Viterbi's algorithm over pairs of states). Linear in the number of tokens.

use super::{Case, Token, TokenKind};
use crate::english::{Form, Tag, Uses, lemma_as, of_state, sequence_costs, state, uses};

const STOP: u8 = state(b'.');

/// Fills in tag, lemma and form of one sentence's tokens.
pub(super) fn tag(text: &str, sentence: &mut [Token]) {
    if sentence.is_empty() {
        return;
    }
    let shouting = capitals_mean_nothing(text, sentence);
    let mut choices: Vec<Uses> = Vec::with_capacity(sentence.len());
    let mut initial = true;
    for (at, token) in sentence.iter().enumerate() {
        let raw = token.span.of(text);
        let uses = match token.kind {
            TokenKind::Number => number(raw),
            TokenKind::Punctuation => mark(raw),
            TokenKind::Symbol => Uses::only(b'$'),
            TokenKind::Address => Uses::only(b'X'),
            TokenKind::Word => {
                let next = sentence.get(at + 1).is_some_and(|next| next.case != Case::Lower);
                word(&token.lemma, token.case, initial || shouting, next && !shouting)
            }
        };
        initial = match token.kind {
            TokenKind::Punctuation => initial || !matches!(raw, "," | ")" | "-" | "'" | "’" | "”" | "/"),
            TokenKind::Number | TokenKind::Symbol => initial,
            _ => false,
        };
        choices.push(uses);
    }
    let mut states = likeliest(&choices);
    question(&choices, &mut states);
    for (token, state) in sentence.iter_mut().zip(states) {
        (token.tag, token.form) = of_state(state);
        if token.kind == TokenKind::Word {
            (token.lemma, token.form) = lemma_as(&token.lemma, state);
        }
    }
    modals(text, sentence);
    nouns_before_of(sentence);
    auxiliaries(sentence);
}

/// "Line 6 will cost": a modal in front of a verb is no noun, and the verb behind it stands in its base form.
fn modals(text: &str, sentence: &mut [Token]) {
    const MODALS: &[&str] = &["will", "would", "can", "could", "may", "might", "must", "should", "shall"];
    for at in 0..sentence.len().saturating_sub(1) {
        if !MODALS.contains(&sentence[at].span.of(text)) {
            continue;
        }
        let determined = at > 0 && matches!(sentence[at - 1].tag, Tag::Det | Tag::Adj);
        let next = at + 1 + usize::from(sentence[at + 1].tag == Tag::Adv || sentence[at + 1].lemma == "not");
        let Some(verb) = sentence.get(next).filter(|t| matches!(t.tag, Tag::Verb | Tag::Aux)) else {
            continue;
        };
        let base = verb.span.of(text) == verb.lemma;
        if sentence[at].tag != Tag::Aux && !determined && base {
            sentence[at].tag = Tag::Aux;
        }
        if sentence[at].tag == Tag::Aux && base {
            sentence[next].form = Form::Base;
        }
    }
}

/// "The cost forecast of October": what stands between a noun phrase and *of* is its head, but for the few
/// verbs that take *of*.
fn nouns_before_of(sentence: &mut [Token]) {
    const WITH_OF: &[&str] = &[
        "think",
        "speak",
        "hear",
        "dispose",
        "consist",
        "approve",
        "accuse",
        "die",
        "dream",
        "complain",
        "boast",
        "learn",
        "know",
        "talk",
        "tell",
        "warn",
        "become",
        "convict",
        "rob",
        "strip",
        "suspect",
        "remind",
        "be",
        "disapprove",
        "despair",
        "tire",
        "smell",
        "taste",
        "rid",
        "inform",
        "notify",
        "assure",
        "acquit",
        "deprive",
    ];
    for at in 1..sentence.len().saturating_sub(1) {
        let verb = &sentence[at];
        let nominal = matches!(sentence[at - 1].tag, Tag::Noun | Tag::Adj | Tag::Det);
        let plain = verb.tag == Tag::Verb && matches!(verb.form, Form::Base | Form::Past | Form::Present3);
        let same = verb.form == Form::Present3 || verb.span.end - verb.span.start == verb.lemma.len();
        if nominal && plain && same && sentence[at + 1].lemma == "of" && !verb.is(WITH_OF) {
            let plural = verb.form == Form::Present3;
            sentence[at].tag = Tag::Noun;
            sentence[at].form = if plural { Form::Plural } else { Form::Base };
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
fn word(low: &str, case: Case, initial: bool, next_capital: bool) -> Uses {
    let (mut uses, known) = uses(low);
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

/// The cheapest sequence of states, by pairs of neighbouring choices.
fn likeliest(choices: &[Uses]) -> Vec<u8> {
    const LIMIT: usize = Uses::LIMIT;
    // best[a][b]: the least cost of a way that ends in choice a of the last token but one and b of the last.
    let mut best = [[0u32; LIMIT]; LIMIT];
    let start = [(STOP, 0)];
    let mut before = start.as_slice();
    let mut last = start.as_slice();
    // For each token, for each pair (the choice before, its choice): the choice before those.
    let mut back: Vec<[[u8; LIMIT]; LIMIT]> = vec![[[0; LIMIT]; LIMIT]; choices.len()];
    for (uses, from) in choices.iter().zip(&mut back) {
        let uses = uses.as_slice();
        // What all ways have in common decides nothing: a word of one use after two such costs nothing.
        if before.len() > 1 || last.len() > 1 || uses.len() > 1 {
            let mut next = [[u32::MAX; LIMIT]; LIMIT];
            let mut least = u32::MAX;
            for (b, &(middle, _)) in last.iter().enumerate() {
                for (a, &(first, _)) in before.iter().enumerate() {
                    let costs = sequence_costs(first, middle);
                    for (c, &(to, cost)) in uses.iter().enumerate() {
                        let step = costs.get(usize::from(to)).copied().unwrap_or(u8::MAX);
                        let total = best[a][b] + u32::from(step) + u32::from(cost);
                        if total < next[b][c] {
                            next[b][c] = total;
                            from[b][c] = a as u8;
                            least = least.min(total);
                        }
                    }
                }
            }
            for row in next.iter_mut().take(last.len()) {
                for cost in row.iter_mut().take(uses.len()) {
                    *cost -= least;
                }
            }
            best = next;
        }
        (before, last) = (last, uses);
    }
    let (mut b, mut c) = (0, 0);
    for (i, row) in best.iter().enumerate().take(before.len()) {
        for (j, &cost) in row.iter().enumerate().take(last.len()) {
            if cost < best[b][c] {
                (b, c) = (i, j);
            }
        }
    }
    let mut states = vec![STOP; choices.len()];
    for at in (0..choices.len()).rev() {
        states[at] = choices[at].as_slice()[c].0;
        (b, c) = (usize::from(back[at][b][c]), b);
    }
    states
}

/// *Did the company fire its chief?* A clause that opens with *do* or a modal has a base verb behind its subject.
fn question(choices: &[Uses], states: &mut [u8]) {
    let verb = state(b'v');
    let is = |each: &u8, letters: &[u8]| letters.iter().any(|&letter| state(letter) == *each);
    let Some(start) = states.iter().take(3).position(|each| is(each, b"DM")) else { return };
    if states[..start].iter().any(|each| !is(each, b"W:wi"))
        || states[start + 1..].iter().any(|each| is(each, b"vBHE"))
    {
        return;
    }
    for at in start + 2..states.len() {
        let subject = is(&states[at - 1], b"nsxP#i");
        if subject && is(&states[at], b"nszdp") && choices[at].any(b"v") {
            states[at] = verb;
            return;
        }
        if is(&states[at], b",.:") {
            return;
        }
    }
}

/// *have* and *do* are auxiliaries before their participle or infinitive, else verbs; *'s* is *has* before *been*.
fn auxiliaries(sentence: &mut [Token]) {
    for at in 0..sentence.len() {
        let token = &sentence[at];
        if token.tag != Tag::Aux {
            continue;
        }
        // What the auxiliary governs: past adverbs, negation and, in a question, the subject.
        let mut governed = None;
        let mut subject = false;
        for next in sentence[at + 1..].iter().take(6) {
            match next.tag {
                Tag::Adv => {}
                Tag::Part if next.lemma == "not" => {}
                Tag::Pron | Tag::Noun | Tag::Propn | Tag::Det | Tag::Adj
                    if !subject || next.tag != Tag::Det =>
                {
                    subject = true;
                }
                _ => {
                    governed = Some((next.tag, next.form));
                    break;
                }
            }
        }
        let asks = at == 0 || matches!(sentence[at - 1].tag, Tag::Punct | Tag::Adv | Tag::Cconj | Tag::Pron);
        let reachable = !subject || asks && sentence[at + 1].tag != Tag::Det;
        let token = &mut sentence[at];
        match token.lemma.as_str() {
            "have" => {
                let perfect = matches!(governed, Some((Tag::Verb | Tag::Aux, Form::Participle | Form::Past)));
                if !(perfect && reachable) {
                    token.tag = Tag::Verb;
                }
            }
            "do" => {
                let infinitive = matches!(governed, Some((Tag::Verb | Tag::Aux, Form::Base)));
                let negated = sentence.get(at + 1).is_some_and(|next| next.lemma == "not");
                if !(infinitive && reachable || negated) {
                    sentence[at].tag = Tag::Verb;
                }
            }
            "be" if token.form == Form::Present3 => {
                let perfect = sentence
                    .get(at + 1)
                    .is_some_and(|next| next.is(&["be"]) && next.form == Form::Participle);
                if perfect {
                    sentence[at].lemma = "have".into();
                }
            }
            _ => {}
        }
    }
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
