//! What clauses are to see: words of names as names, quoted words as words.

use super::Mention;
use crate::claim::speech::Quote;
use crate::text::{Document, Form, Tag, TokenKind};

/// The document as clauses are to see it: the words of names are names, where the tagger took one for a verb,
/// and the marks around a few quoted words ("the “peace mission” in the east") part nothing.
pub(in crate::claim) fn smooth<'t>(
    document: &Document<'t>,
    mentions: &[Mention],
    quotes: &[Quote],
) -> Option<Document<'t>> {
    const FEW: usize = 5;
    let verbal = |at: usize| matches!(document.tokens[at].tag, Tag::Verb | Tag::Aux);
    let mistaken: Vec<usize> =
        mentions.iter().flat_map(|m| m.tokens.clone()).filter(|&at| verbal(at)).collect();
    let scare = |quote: &&Quote| quote.tokens.len() <= FEW && !quote.tokens.clone().any(verbal);
    let marks: Vec<usize> =
        quotes.iter().filter(scare).flat_map(|quote| [quote.tokens.start - 1, quote.tokens.end]).collect();
    // "Falcons coach Ines Mora": an office in front of a name is no verb.
    let offices: Vec<usize> = mentions
        .iter()
        .filter_map(|m| m.tokens.start.checked_sub(1))
        .filter(|&at| {
            verbal(at) && document.tokens[at].form == Form::Base && document.tokens[at].known.classes.office()
        })
        .collect();
    if mistaken.is_empty() && marks.is_empty() && offices.is_empty() {
        return None;
    }
    let mut document = document.clone();
    for at in offices {
        document.tokens[at].tag = Tag::Noun;
    }
    for at in mistaken {
        document.tokens[at].tag = Tag::Propn;
    }
    for at in marks {
        document.tokens[at].kind = TokenKind::Symbol;
        document.tokens[at].tag = Tag::X;
    }
    Some(document)
}
