//! "Jo Hall, Acme's former chief executive,"; "Ivan Petrov (goalkeeper)"; "Ana Ruiz, who chairs the board,".

use super::{Found, LONGEST, Named, former, office, verb};
use crate::english::{self, NameClass};
use crate::text::{Document, Form, Tag, TokenKind, fold};

pub(super) fn find(named: &Named) -> Option<Found> {
    let (document, sentence) = (named.document, &named.sentence);
    let comma = named.name.end;
    if comma + 1 >= sentence.end || !matches!(document.word(comma), "," | "(" | "–" | "—") {
        return None;
    }
    let mut start = comma + 1;
    // "Carla Dune, 44, the bank's chief economist"
    if document.tokens[start].kind == TokenKind::Number
        && start + 2 < sentence.end
        && document.word(start + 1) == ","
    {
        start += 2;
    }
    if document.tokens[start].lemma == "who" {
        return relative(named, start + 1);
    }
    if matches!(document.tokens[start].tag, Tag::Adp | Tag::Cconj) {
        return None;
    }
    let last = sentence.end.min(start + LONGEST);
    let mut end = start;
    let mut head = None;
    while end < last && inside(document, end) {
        // "Ana Ruiz, coach Ben Adeyemi and …": the office is the next name's.
        let named_next = end + 1 < last && document.tokens[end + 1].tag == Tag::Propn;
        if head.is_none() && office(document, end) {
            if named_next {
                return None;
            }
            head = Some(end);
        }
        // "Otto Wey, a nephew of the judge": the office is another's.
        let person = end > start
            && document.tokens[end - 1].tag == Tag::Noun
            && document.tokens[end - 1].known.classes.person();
        if head.is_none() && person && document.tokens[end].is(&["of", "to"]) {
            return None;
        }
        end += 1;
    }
    head?;
    closed(document, end, sentence.end).then(|| Found {
        former: former(document, start..end),
        office: start..end,
        words: None,
        attached: true,
    })
}

/// Whether a word can stand in an apposition that names an office.
fn inside(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    let nominal = matches!(
        token.tag,
        Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det | Tag::Adp | Tag::X | Tag::Part | Tag::Pron
    );
    let ranked = matches!(token.tag, Tag::Verb | Tag::Adv)
        && english::name_word(&fold(document.word(at))).any(&[NameClass::Rank, NameClass::Former]);
    token.kind == TokenKind::Word && (nominal || ranked) && !opens_more(document, at)
        || token.is(&["'s", "and"])
}

/// What an apposition is followed by, and no part of.
fn opens_more(document: &Document, at: usize) -> bool {
    document.tokens[at]
        .is(&["who", "which", "that", "on", "in", "at", "from", "with", "after", "before", "since", "until"])
}

/// An apposition is closed: by a mark, the end, or what says more of it.
fn closed(document: &Document, end: usize, sentence: usize) -> bool {
    if end >= sentence || document.tokens[end].kind == TokenKind::Punctuation {
        return true;
    }
    let more = document.tokens[end].is(&["who", "since", "from", "until", "which"]);
    // "chief engineer at Arco, said": a phrase up to the next mark, without a verb.
    let place = document.tokens[end].is(&["at", "in", "with", "on"]);
    let up_to_mark = (end + 1..sentence.min(end + LONGEST))
        .take_while(|&at| !matches!(document.tokens[at].tag, Tag::Verb | Tag::Aux))
        .any(|at| document.tokens[at].kind == TokenKind::Punctuation);
    more || place && up_to_mark
}

/// "who chairs the board", "who was mayor until 2019".
fn relative(named: &Named, at: usize) -> Option<Found> {
    let document = named.document;
    let token = document.tokens.get(at).filter(|_| at < named.sentence.end)?;
    let leads = token.known.naming.is(NameClass::Leading) || token.known.classes.office();
    let finite = matches!(token.form, Form::Present3 | Form::Past) || token.form == Form::Base;
    if leads && finite && document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word) {
        return Some(Found {
            office: at..at + 1,
            words: Some(vec![fold(&token.lemma)]),
            former: token.form == Form::Past,
            attached: false,
        });
    }
    verb::held(named, at)
}
