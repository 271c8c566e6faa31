//! "Ana Ruiz is the finance minister", "Jo Hall was chief executive until March", "Olga Stein was elected mayor".

use super::{Found, LONGEST, Named, former, office, part};
use crate::english::NameClass;
use crate::text::{Form, Tag};

pub(super) fn find(named: &Named) -> Option<Found> {
    held(named, named.name.end)
}

/// The office that the verb group at a token gives to the name.
pub(super) fn held(named: &Named, at: usize) -> Option<Found> {
    let document = named.document;
    let tokens = &document.tokens;
    let end = named.sentence.end.min(at + LONGEST);
    let mut verb = skip_adverbs(named, at, end)?;
    let mut before = tokens[verb].form == Form::Past && tokens[verb].lemma == "be";
    let mut certain = false;
    if tokens[verb].lemma == "have" && tokens[verb].tag == Tag::Aux {
        certain = tokens[verb].form == Form::Past;
        verb = skip_adverbs(named, verb + 1, end)?;
    }
    if !tokens[verb].is(&["be", "become", "remain"]) {
        return None;
    }
    let mut start = skip_adverbs(named, verb + 1, end)?;
    if tokens[start].known.naming.is(NameClass::Appointing) && tokens[verb].lemma == "be" {
        before = false;
        start += 1;
    }
    if start < end && tokens[start].lemma == "as" {
        start += 1;
    }
    if start < end && (tokens[start].tag == Tag::Det || tokens[start].is(&["his", "her", "its", "their"])) {
        if tokens[start].is(&["no"]) {
            return None;
        }
        start += 1;
    }
    let stop = (start..end).find(|&i| !part(document, i)).unwrap_or(end);
    let head = (start..stop).rev().find(|&i| office(document, i))?;
    // "is the police chief's son"
    if head + 1 != stop
        || tokens.get(stop).is_some_and(|next| next.tag == Tag::Verb && next.form == Form::Base)
    {
        return None;
    }
    let until = (stop..named.sentence.end.min(stop + LONGEST)).any(|i| tokens[i].lemma == "until");
    Some(Found {
        office: start..stop,
        words: None,
        former: certain || before && until || former(document, start..stop),
        attached: false,
    })
}

/// The next word that is no adverb; none behind *not*.
fn skip_adverbs(named: &Named, at: usize, end: usize) -> Option<usize> {
    let next = (at..end).find(|&i| named.document.tokens[i].tag != Tag::Adv)?;
    let negated = (at..=next).any(|i| named.document.tokens[i].is(&["not", "never", "n't"]));
    (!negated).then_some(next)
}
