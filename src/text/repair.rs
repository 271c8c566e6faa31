//! What a tag follows from once the words around it have theirs.

use super::Token;
use super::context::listed;
use crate::english::{Form, Tag, lexeme};

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

/// "The waiting list": a participle between a determiner and a noun goes with the noun.
pub(super) fn gerunds(text: &str, sentence: &mut [Token]) {
    for at in 1..sentence.len().saturating_sub(1) {
        let determined = matches!(sentence[at - 1].tag, Tag::Det) || sentence[at - 1].lemma == "'s";
        let gerund = sentence[at].tag == Tag::Verb && sentence[at].form == Form::Gerund;
        // "A growing number of doctors": it still tells what the number does.
        let amount = sentence.get(at + 2).is_some_and(|t| t.lemma == "of");
        if determined && gerund && !amount && sentence[at + 1].tag == Tag::Noun {
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
                    sentence[at].known = lexeme("have");
                }
            }
            _ => {}
        }
    }
}
