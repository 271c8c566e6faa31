//! A record's statements made ready for alignment, and a document being laid against them.
//!
//! Each term of the statements has a number. A document's claim marks once which numbers its terms meet; laying it
//! against a statement is then a look at each of the statement's numbers.

use super::align::{self, Alignment, Link, Match, Meetings, Own, Weights};
use super::vocabulary::{Identity, Vocabulary, identity};
use super::{Background, Phases, Side, Spoken, bare_sides};
use crate::claim::{Claim, Term, TermKind, TermRole};
use crate::record::Statement;
use crate::retrieve::Corpus;
use crate::text::{Span, fold};
use std::collections::HashMap;

/// A record's statements, ready to be laid against claims.
pub struct Prepared {
    vocabulary: Vocabulary,
    statements: Vec<Known>,
    /// Numbers of the topics' terms.
    topics: Vec<Vec<u32>>,
}

/// A statement in numbers.
struct Known {
    /// Its speaker as a term of its background.
    speaker: Option<(Term, u32)>,
    spoken: Option<Spoken>,
    claims: Vec<KnownClaim>,
}

/// A statement's claim in numbers.
struct KnownClaim {
    terms: Box<[u32]>,
    weights: Box<[f32]>,
    repeats: bool,
    phases: Phases,
}

impl Prepared {
    /// Numbers the terms of all statements.
    pub fn new(corpus: &Corpus) -> Self {
        let mut vocabulary = Vocabulary::default();
        let numbers = |vocabulary: &mut Vocabulary, terms: &[Term]| {
            terms.iter().map(|term| vocabulary.number(term)).collect::<Vec<u32>>()
        };
        let topics = corpus.topics().iter().map(|terms| numbers(&mut vocabulary, terms)).collect();
        let known_claim = |vocabulary: &mut Vocabulary, text: &str, claim: &Claim| KnownClaim {
            terms: numbers(vocabulary, &claim.terms).into(),
            weights: claim.terms.iter().map(|t| align::weight(t, &|root| corpus.weight(root))).collect(),
            repeats: align::repeats(&claim.terms),
            phases: Phases::of(text, claim),
        };
        let statements = corpus.record().statements.iter().enumerate().map(|(index, statement)| Known {
            speaker: speaker(statement).map(|term| {
                let number = vocabulary.number(&term);
                (term, number)
            }),
            spoken: Spoken::on_record(&statement.text, corpus.analysis(index), statement.quote.as_deref()),
            claims: (corpus.analysis(index).claims.iter())
                .map(|claim| known_claim(&mut vocabulary, &statement.text, claim))
                .collect(),
        });
        let statements = statements.collect();
        Prepared { vocabulary, statements, topics }
    }

    /// The claims of a statement, each in its surroundings.
    pub fn sides<'a>(&'a self, corpus: &'a Corpus, index: usize) -> impl Iterator<Item = Side<'a>> {
        let statement = &corpus.record().statements[index];
        let known = &self.statements[index];
        let speaker = known.speaker.as_ref().map(|(term, _)| term);
        let spoken = known.spoken.as_ref();
        let around = move |of: Background<'a>| of.with(&statement.topics, corpus.topics(), speaker);
        bare_sides(
            &statement.text,
            corpus.analysis(index),
            statement.date.interval(),
            speaker,
            statement.quote.as_deref(),
            corpus.names(),
        )
        .zip(&known.claims)
        .map(move |(side, known)| {
            let phases = known.phases;
            Side { background: around(side.background), spoken, phases, ..side }
        })
    }
}

/// A statement's speaker as a term.
fn speaker(statement: &Statement) -> Option<Term> {
    let entity = statement.speaker.map(|id| id as u32);
    statement.speaker_name.as_ref().map(|name| Term {
        span: Span::new(0, 0),
        key: fold(name),
        root: fold(name),
        kind: entity.map_or(TermKind::Name, TermKind::Entity),
        role: TermRole::Subject,
    })
}

/// A document being read against prepared statements, claim by claim.
pub struct Reading<'a> {
    prepared: &'a Prepared,
    weights: &'a Weights<'a>,
    /// The document's terms so far, and of each the numbers that it meets.
    seen: HashMap<Identity, usize>,
    rows: Vec<Vec<(u32, Match)>>,
    /// Of each number 1 and the place in `met` of the first meeting with the claim at hand; 0: none.
    first: Vec<u32>,
    met: Vec<Met>,
    /// Of each number how well it meets what stands around the claim at hand.
    around: Vec<f32>,
    touched: Vec<u32>,
    /// Of the claim's terms.
    our_weights: Vec<f32>,
    our_around: Vec<f32>,
    their_around: Vec<f32>,
    repeats: bool,
}

/// A number meets a term of the claim at hand.
struct Met {
    number: u32,
    term: usize,
    how: Match,
    /// As `Reading::first`.
    next: u32,
}

impl<'a> Reading<'a> {
    /// Begins to read a document; `weights` as for [`align`](super::align).
    pub fn new(prepared: &'a Prepared, weights: &'a Weights<'a>) -> Self {
        let numbers = prepared.vocabulary.len();
        Reading {
            prepared,
            weights,
            seen: HashMap::new(),
            rows: Vec::new(),
            first: vec![0; numbers],
            met: Vec::new(),
            around: vec![0.0; numbers],
            touched: Vec::new(),
            our_weights: Vec::new(),
            our_around: Vec::new(),
            their_around: Vec::new(),
            repeats: false,
        }
    }

    /// Takes up a claim.
    pub fn take(&mut self, side: &Side) {
        for met in self.met.drain(..) {
            self.first[met.number as usize] = 0;
        }
        for number in self.touched.drain(..) {
            self.around[number as usize] = 0.0;
        }
        let terms = &side.claim.terms;
        self.our_weights.clear();
        self.our_weights.extend(terms.iter().map(|term| align::weight(term, self.weights)));
        self.repeats = align::repeats(terms);
        for (i, term) in terms.iter().enumerate() {
            let row = self.row(term);
            for &(number, how) in &self.rows[row] {
                let first = &mut self.first[number as usize];
                self.met.push(Met { number, term: i, how, next: *first });
                *first = self.met.len() as u32;
            }
        }
        for term in side.background.iter() {
            let row = self.row(term);
            for &(number, how) in &self.rows[row] {
                let Some(strength) = how.around() else { continue };
                let most = &mut self.around[number as usize];
                if *most == 0.0 {
                    self.touched.push(number);
                }
                *most = most.max(strength);
            }
        }
    }

    fn row(&mut self, term: &Term) -> usize {
        let next = self.rows.len();
        let row = *self.seen.entry(identity(term)).or_insert(next);
        if row == next {
            self.rows.push(self.prepared.vocabulary.meeting(term));
        }
        row
    }

    /// Lays the claim at hand against a statement's claim; `side` and `of` are those that [`Prepared::sides`] gave.
    pub fn align(
        &mut self,
        claim: &Side,
        statement: &Statement,
        index: usize,
        side: &Side,
        of: usize,
    ) -> Alignment {
        let known = &self.prepared.statements[index];
        let theirs = &known.claims[of];
        let mut all = Vec::new();
        for (j, &number) in theirs.terms.iter().enumerate() {
            each(&self.first, &self.met, number, |met| {
                all.push(Link { claim: met.term, statement: j, how: met.how });
            });
        }
        self.our_around.clear();
        self.our_around.resize(claim.claim.terms.len(), 0.0);
        let others = known.claims.iter().enumerate().filter(|(i, _)| *i != of).flat_map(|(_, c)| &c.terms);
        let topics = statement.topics.iter().flat_map(|&topic| &self.prepared.topics[topic]);
        let speaker = known.speaker.iter().map(|(_, number)| number);
        for &number in others.chain(topics).chain(speaker) {
            each(&self.first, &self.met, number, |met| {
                if let Some(strength) = met.how.around() {
                    let most = &mut self.our_around[met.term];
                    *most = most.max(strength);
                }
            });
        }
        self.their_around.clear();
        self.their_around.extend(theirs.terms.iter().map(|&number| self.around[number as usize]));
        let meetings = Meetings {
            all,
            ours: Own { weights: &self.our_weights, around: &self.our_around, repeats: self.repeats },
            theirs: Own { weights: &theirs.weights, around: &self.their_around, repeats: theirs.repeats },
        };
        align::lay(claim, side, meetings)
    }
}

/// The meetings of a number with the claim at hand.
fn each<'m>(first: &[u32], met: &'m [Met], number: u32, mut take: impl FnMut(&'m Met)) {
    let mut next = first[number as usize];
    while let Some(at) = next.checked_sub(1) {
        let meeting = &met[at as usize];
        take(meeting);
        next = meeting.next;
    }
}
