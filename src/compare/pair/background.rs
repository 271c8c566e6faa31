//! What stands around a claim.

use crate::claim::{Claim, Term};

/// Terms around a claim, where they lie: for a document those of the claims near it, for a statement those of its
/// other claims, of its topics and of its speaker.
#[derive(Clone, Copy, Default)]
pub struct Background<'a> {
    claims: &'a [Claim],
    except: Option<&'a Claim>,
    topics: &'a [usize],
    topic_terms: &'a [Vec<Term>],
    speaker: Option<&'a Term>,
}

impl<'a> Background<'a> {
    /// The terms of `claims` without those of `except`, which is one of them.
    pub fn of(claims: &'a [Claim], except: &'a Claim) -> Self {
        Background { claims, except: Some(except), ..Background::default() }
    }

    /// The same, and the terms of these topics, out of those of all topics, and the speaker.
    pub fn with(self, topics: &'a [usize], topic_terms: &'a [Vec<Term>], speaker: Option<&'a Term>) -> Self {
        Background { topics, topic_terms, speaker, ..self }
    }

    /// All terms; the same one may come several times.
    pub fn iter(&self) -> impl Iterator<Item = &'a Term> + use<'a> {
        let Background { claims, except, topics, topic_terms, speaker } = *self;
        let others =
            claims.iter().filter(move |claim| except.is_none_or(|except| !std::ptr::eq(*claim, except)));
        let topics = topics.iter().flat_map(move |&topic| &topic_terms[topic]);
        others.flat_map(|claim| &claim.terms).chain(topics).chain(speaker)
    }
}
