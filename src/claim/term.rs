//! The content words and names of a claim: what alignment compares.

use super::names::{EntityId, Mention, attributed};
use crate::english::{self, Entry, NameClass};
use crate::text::{Case, Document, Span, Tag, TokenKind, fold};
use compact_str::{CompactString, format_compact};
use serde::{Deserialize, Serialize};

/// What sort of term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TermKind {
    /// An entity of the record.
    Entity(EntityId),
    /// A name that no record knows, or that could mean two entities.
    Name,
    /// A common noun.
    Noun,
    /// A verb.
    Verb,
    /// An adjective.
    Adjective,
    /// An adverb.
    Adverb,
}

/// What a term does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TermRole {
    /// Stands in the subject (of a passive: what it is done to).
    Subject,
    /// Says what is done or is so: the main verb, or the complement of a copula.
    Predicate,
    /// Any other argument.
    Object,
    /// Stands behind a preposition.
    Modifier,
    /// Stands in an aside between commas.
    Aside,
}

/// A content word or name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Term {
    /// Where it stands; for a pronoun, the pronoun.
    pub span: Span,
    /// Folded lemma or name; of a multi-word verb its one-word equivalent (*step down* → *resign*).
    pub key: CompactString,
    /// Representative of the lemma's family (*withdrawal* → *withdraw*).
    pub root: CompactString,
    /// Word or name.
    pub kind: TermKind,
    /// Its part in the clause.
    pub role: TermRole,
    /// What the tables say of its key.
    #[serde(skip)]
    pub entry: Entry,
    /// Its place among the different terms of a text, where [`number`](super::number) has given it one.
    #[serde(skip)]
    pub number: u32,
}

/// What tells a term from another one wherever it stands: kind, key and root.
pub type Identity = (TermKind, CompactString, CompactString);

impl Term {
    /// A term; its entry follows from its key.
    pub fn new(span: Span, key: CompactString, root: CompactString, kind: TermKind, role: TermRole) -> Self {
        Term { span, entry: Entry::of(&key), key, root, kind, role, number: 0 }
    }

    /// What tells it from other terms wherever it stands.
    pub fn identity(&self) -> Identity {
        (self.kind, self.key.clone(), self.root.clone())
    }

    /// Whether another has the same identity.
    pub fn same(&self, other: &Term) -> bool {
        self.kind == other.kind && self.key == other.key && self.root == other.root
    }

    /// Whether it names somebody or something, known to the record or not.
    pub fn is_name(&self) -> bool {
        matches!(self.kind, TermKind::Entity(_) | TermKind::Name)
    }
}

/// The term of a name.
pub(super) fn of_mention(mention: &Mention, role: TermRole) -> Term {
    let kind = mention.entity.map_or(TermKind::Name, TermKind::Entity);
    // "Norwegians" and "Norway" are of one family.
    let singular = mention.key.strip_suffix('s').unwrap_or(&mention.key);
    let root = english::demonym(&mention.key)
        .or_else(|| english::demonym(singular))
        .or_else(|| english::spelling(&mention.key))
        .map_or_else(|| mention.key.clone(), fold);
    Term::new(mention.span, mention.key.clone(), root, kind, role)
}

/// The term of a single word; `None` for function words, light words, numbers and marks.
pub(super) fn of_word(document: &Document, at: usize, role: TermRole) -> Option<Term> {
    let token = &document.tokens[at];
    // "Owns", "backs": light only as adjective, adverb or particle.
    let verbal = || token.tag == Tag::Verb && english::uses(&token.lemma).0.any(b"jr");
    if token.kind != TokenKind::Word || token.known.classes.light() && !verbal() {
        return None;
    }
    // "No one", "not one of them".
    if token.is(&["one"]) && at > 0 && document.tokens[at - 1].is(&["no", "not"]) {
        return None;
    }
    let honorific = token.case != Case::Lower && token.known.naming.is(NameClass::Honorific);
    if honorific && token.tag == Tag::Propn {
        return None;
    }
    let kind = match token.tag {
        Tag::Noun => TermKind::Noun,
        Tag::Verb => TermKind::Verb,
        Tag::Adj => TermKind::Adjective,
        Tag::Adv => TermKind::Adverb,
        Tag::Propn if token.known.classes.office() => TermKind::Noun,
        Tag::Propn => TermKind::Name,
        Tag::X if token.lemma.len() > 3 => TermKind::Noun,
        _ => return None,
    };
    // "York-based Keel": it is Keel that did.
    if kind == TermKind::Name
        && let Some(name) = attributed(document.word(at))
    {
        let key = fold(name);
        return Some(Term::new(token.span, key.clone(), key, kind, TermRole::Modifier));
    }
    let key = fold(&token.lemma);
    if kind == TermKind::Adjective
        && let Some(place) = english::demonym(&key)
    {
        return Some(Term::new(token.span, key, fold(place), TermKind::Name, role));
    }
    let root = match token.known.head {
        Some(head) => head.into(),
        None if key == token.lemma => key.clone(),
        None => english::root(&key).into(),
    };
    Some(Term::new(token.span, key, root, kind, role))
}

/// "Put back to May": to another time, where *put back* alone is to where it was.
fn put_off(document: &Document, verb: &str, particle: usize) -> Option<&'static str> {
    let next = document.tokens.get(particle + 1)?;
    let later = document.tokens[particle].lemma == "back" && next.is(&["to", "until", "till"]);
    let timed =
        later && (particle + 2..document.tokens.len().min(particle + 5)).any(|at| names_time(document, at));
    timed.then(|| english::phrasal(verb, "back to")).flatten()
}

/// Whether a token is a month or a year, so that a preposition before it is no particle.
fn names_time(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    let year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    year || document.tokens[at].tag == Tag::Propn && crate::time::is_month(&document.tokens[at].lemma)
}

/// The one-word equivalent of a verb with a phrase of its own: "took the firm **to court**".
pub(super) fn idiom(document: &Document, verb: usize, end: usize) -> Option<&'static str> {
    /// More than a short object.
    const REACH: usize = 6;
    let tokens = &document.tokens;
    let key = |at: usize, words: usize| {
        let mut rest = tokens[at].lemma.clone();
        for next in tokens.get(at + 1..at + words)? {
            rest = format_compact!("{rest} {}", next.lemma);
        }
        english::phrasal(&tokens[verb].lemma, &rest)
    };
    (verb + 1..end.min(verb + REACH))
        .take_while(|&at| tokens[at].kind == TokenKind::Word)
        .filter(|&at| tokens[at].tag == Tag::Adp)
        .find_map(|at| {
            let noun = |last: usize| last < end && matches!(tokens[last].tag, Tag::Noun | Tag::Adj);
            (1..=3).rev().filter(|words| noun(at + words - 1)).find_map(|words| key(at, words))
        })
}

/// The one-word equivalent of a verb with its particle, which stands right behind it or behind a short object.
pub(crate) fn phrasal(document: &Document, verb: usize, end: usize) -> Option<&'static str> {
    let lemma = &document.tokens[verb].lemma;
    // "Went on strike", "goes on sale": nothing continues.
    if let Some(key) = idiom(document, verb, end) {
        return Some(key);
    }
    (verb + 1..end.min(verb + 5))
        .take_while(|&i| i <= verb + 1 || document.tokens[i - 1].kind == TokenKind::Word)
        .find_map(|i| {
            let particle = &document.tokens[i];
            if particle.kind != TokenKind::Word || !matches!(particle.tag, Tag::Adp | Tag::Adv | Tag::Part) {
                return None;
            }
            // "took part in the regatta": a preposition with a noun of its own belongs to that.
            let governs = i + 1 < end
                && matches!(
                    document.tokens[i + 1].tag,
                    Tag::Det | Tag::Noun | Tag::Num | Tag::Propn | Tag::Adj | Tag::Pron
                );
            // "holds over 740 people": a word for a bound.
            let bound = particle.is(&["over", "under", "above", "below", "about", "around"])
                && i + 1 < end
                && matches!(document.tokens[i + 1].tag, Tag::Num | Tag::Sym);
            // "The picture was taken in September."
            let dated = i + 1 < end && names_time(document, i + 1);
            if bound || dated {
                return None;
            }
            // "carried the box out of the room" tells of a way, unless the verb says so ("pulled troops out of").
            let apart = i > verb + 1 && particle.lemma == "out";
            let of = apart && i + 1 < end && document.tokens[i + 1].lemma == "of";
            if of && english::phrasal(lemma, "out of").is_none() {
                return None;
            }
            (i == verb + 1 || !governs)
                .then(|| put_off(document, lemma, i).or_else(|| english::phrasal(lemma, &particle.lemma)))
                .flatten()
        })
}
