//! What a tag follows from once the words around it have theirs.

use super::Token;
use super::context::listed;
use crate::english::{Denial, Form, Tag, lexeme};

/// "Line 6 will cost": a modal in front of a verb is no noun, and the verb behind it stands in its base form.
pub(super) fn modals(text: &str, sentence: &mut [Token]) {
    const MODALS: &[&str] = &["will", "would", "can", "could", "may", "might", "must", "should", "shall"];
    for at in 0..sentence.len().saturating_sub(1) {
        let verb = |token: &Token| matches!(token.tag, Tag::Verb | Tag::Aux | Tag::Adv | Tag::Part);
        if !verb(&sentence[at + 1]) || !MODALS.contains(&sentence[at].span.of(text)) {
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

/// "**Since** the frost, the orchard …", "**as** head of the choir, she …": a noun phrase, and no clause, stands behind a word
/// that can open both.
pub(crate) fn heads_phrase(tokens: &[Token], at: usize) -> bool {
    /// Words of a phrase, at most.
    const REACH: usize = 14;
    if !tokens[at].is(&["since", "after", "before", "until", "as"]) {
        return false;
    }
    for i in at + 1..tokens.len().min(at + REACH) {
        let (token, before) = (&tokens[i], &tokens[i - 1]);
        match token.tag {
            Tag::Punct => return i > at + 1 && token.is(&[",", ".", ";"]),
            Tag::Pron if token.is(&["who", "which", "whom", "whose", "that", "what"]) => return false,
            Tag::Pron if matches!(before.tag, Tag::Noun | Tag::Propn | Tag::Num) => {
                return token.is(&["he", "she", "they", "we", "i"]);
            }
            Tag::Noun | Tag::Propn | Tag::Num | Tag::Adj | Tag::Det | Tag::Pron | Tag::X | Tag::Sym => {}
            Tag::Adp | Tag::Adv | Tag::Cconj => {}
            _ if token.is(&["'s", "'"]) => {}
            _ => return false,
        }
    }
    false
}

/// A subordinator that no clause follows is a preposition.
pub(super) fn prepositions(sentence: &mut [Token]) {
    for at in 0..sentence.len() {
        if sentence[at].tag == Tag::Sconj && heads_phrase(sentence, at) {
            sentence[at].tag = Tag::Adp;
        }
    }
}

/// "The waiting list": a participle between a determiner and a noun goes with the noun.
pub(super) fn gerunds(text: &str, sentence: &mut [Token]) {
    for at in 1..sentence.len().saturating_sub(1) {
        let determined = matches!(sentence[at - 1].tag, Tag::Det) || sentence[at - 1].lemma == "'s";
        let gerund = sentence[at].tag == Tag::Verb && sentence[at].form == Form::Gerund;
        // "A growing number of doctors": it still tells what the number does.
        let some = sentence[at - 1].is(&["a", "an"]);
        let amount = some && sentence.get(at + 2).is_some_and(|t| t.lemma == "of");
        // "The tuning of the organ".
        if determined && gerund && sentence[at + 1].lemma == "of" {
            sentence[at].tag = Tag::Noun;
            continue;
        }
        // "As acting editor".
        let acting = sentence[at - 1].tag == Tag::Adp && sentence[at].lemma == "act";
        let office = acting && sentence[at + 1].known.classes.office();
        if (determined || office) && gerund && !amount && sentence[at + 1].tag == Tag::Noun {
            adjective(text, &mut sentence[at]);
        }
    }
}

/// A participle that is an adjective stands in its own form.
fn adjective(text: &str, token: &mut Token) {
    (token.tag, token.form) = (Tag::Adj, Form::Base);
    token.lemma = token.span.of(text).to_lowercase().into();
    token.known = lexeme(&token.lemma);
}

/// "90 confirmed virus cases in the country": behind a number that is not one, what can be a plural is the head of a noun
/// phrase that has none yet, and a participle between them is no verb.
pub(super) fn counted(text: &str, sentence: &mut [Token]) {
    const LONGEST: usize = 5;
    for at in 1..sentence.len() {
        // Of "the 40 lands" and "flight 320 crosses" the number is a name's.
        let named = matches!(sentence[at - 1].tag, Tag::Noun | Tag::Propn)
            || sentence[at - 1].is(&["a", "an", "this"]);
        if sentence[at].tag != Tag::Num || named || sentence[at].is(&["one", "1"]) {
            continue;
        }
        let verb = sentence[..at].iter().any(|t| matches!(t.tag, Tag::Verb | Tag::Aux));
        let participle = |t: &Token| t.tag == Tag::Verb && matches!(t.form, Form::Past | Form::Participle);
        let within = |t: &Token| {
            matches!(t.tag, Tag::Adj | Tag::Propn | Tag::X | Tag::Num)
                || t.tag == Tag::Adv && t.lemma.ends_with("ly")
                || t.tag == Tag::Noun && t.form != Form::Plural
                || verb && participle(t)
        };
        let run = sentence[at + 1..].iter().take(LONGEST).take_while(|t| within(t)).count();
        let head = at + 1 + run;
        let plural = |t: &Token| {
            t.tag == Tag::Verb && t.form == Form::Present3 || t.tag == Tag::Noun && t.form == Form::Plural
        };
        if run == 0 || !verb || !sentence.get(head).is_some_and(plural) {
            continue;
        }
        for token in &mut sentence[at + 1..head] {
            if participle(token) {
                adjective(text, token);
            }
        }
        if sentence[head].tag == Tag::Verb {
            (sentence[head].tag, sentence[head].form) = (Tag::Noun, Form::Plural);
        }
    }
}

/// "The harvest forecast of June": what stands between a noun phrase and *of* is its head, but for the
/// few verbs that take *of*.
pub(super) fn nouns_before_of(sentence: &mut [Token]) {
    for at in 1..sentence.len().saturating_sub(1) {
        if sentence[at + 1].lemma != "of" {
            continue;
        }
        let verb = &sentence[at];
        let nominal = matches!(sentence[at - 1].tag, Tag::Noun | Tag::Adj | Tag::Det);
        let plain = verb.tag == Tag::Verb && matches!(verb.form, Form::Base | Form::Past | Form::Present3);
        let same = verb.form == Form::Present3 || verb.span.end - verb.span.start == verb.lemma.len();
        if nominal && plain && same && !listed(&verb.lemma).takes_of() {
            let plural = verb.form == Form::Present3;
            sentence[at].tag = Tag::Noun;
            sentence[at].form = if plural { Form::Plural } else { Form::Base };
        }
    }
}

/// "**Never in forty years** has the choir won": what opens a sentence in front of its auxiliary and denies.
pub(crate) fn fronted(before: &[Token]) -> bool {
    let Some(first) = before.first() else { return false };
    let denies = matches!(first.known.classes.denial(), Some(Denial::Adverb | Denial::Weak));
    (denies || first.is(&["only", "nowhere"]))
        && before.len() < 12
        && before.iter().all(|t| !matches!(t.tag, Tag::Verb | Tag::Aux | Tag::Punct))
}

/// *have* and *do* are auxiliaries before their participle or infinitive, else verbs; *'s* is *has* before *been*.
pub(super) fn auxiliaries(sentence: &mut [Token]) {
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
        let nominative = sentence[at + 1..].first().is_some_and(|t| t.is(&["he", "she", "they", "we", "i"]));
        let asks = nominative
            || at == 0
            || matches!(sentence[at - 1].tag, Tag::Punct | Tag::Adv | Tag::Cconj | Tag::Pron);
        let reachable = !subject || asks && sentence[at + 1].tag != Tag::Det || fronted(&sentence[..at]);
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
                    sentence[at].known = lexeme("have");
                }
            }
            _ => {}
        }
    }
}
