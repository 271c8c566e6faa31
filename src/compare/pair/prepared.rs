//! A record's statements made ready for alignment, and a document being laid against them.
//!
//! Each term of the statements has a number. A document's claim marks once which numbers its terms meet; laying it
//! against a statement is then a look at each of the statement's numbers. A statement is made ready when it is first
//! laid against, so that opening a record of many costs nothing; numbers are given in that order, which no result depends on.

use crate::claim::{ByTerm, Claim, Term, TermKind, TermRole};
use crate::compare::pair::align::{self, Alignment, Link, Match, Meetings, Own, Weights};
use crate::compare::pair::vocabulary::Vocabulary;
use crate::compare::{Background, Content, Side, Spoken, near, shares_enough, sides};
use crate::record::Statement;
use crate::retrieve::Corpus;
use crate::text::{Span, fold};
use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{OnceLock, PoisonError, RwLock};

/// A record's statements, each made ready when it is first laid against a claim.
pub struct Prepared {
    vocabulary: RwLock<Vocabulary>,
    /// How many terms have numbers.
    numbered: AtomicUsize,
    statements: Box<[OnceLock<Box<Known>>]>,
    /// Numbers of the topics' terms.
    topics: Vec<Vec<u32>>,
    /// Of the terms of documents that were read, for those to come: newspapers use the same words.
    rows: RwLock<Vec<Rows>>,
}

type Rows = ByTerm<Row>;

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
    content: Content,
}

impl Prepared {
    /// Numbers the terms of the topics.
    pub fn new(corpus: &Corpus) -> Self {
        let mut vocabulary = Vocabulary::default();
        let topics = corpus.topics().iter().map(|terms| numbers(&mut vocabulary, terms)).collect();
        let statements = (0..corpus.record().statements.len()).map(|_| OnceLock::new()).collect();
        let numbered = AtomicUsize::new(vocabulary.len());
        let rows = RwLock::default();
        Prepared { vocabulary: RwLock::new(vocabulary), numbered, statements, topics, rows }
    }

    /// Makes statements ready. Done for all candidates of a claim before it is taken up, it saves looking for what
    /// meets the claim again after each of them.
    pub fn prepare(&self, corpus: &Corpus, statements: &[usize]) {
        for &index in statements {
            self.known(corpus, index);
        }
    }

    fn known(&self, corpus: &Corpus, index: usize) -> &Known {
        self.statements[index].get_or_init(|| {
            let statement = &corpus.record().statements[index];
            let analysis = corpus.analysis(index);
            let spoken = Spoken::on_record(&statement.text, analysis, statement.quote.as_deref());
            let weights = |claim: &Claim| {
                claim.terms.iter().map(|t| align::weight(t, &|root| corpus.weight(root))).collect()
            };
            let weights: Vec<Box<[f32]>> = analysis.claims.iter().map(weights).collect();
            let mut vocabulary = self.vocabulary.write().unwrap_or_else(PoisonError::into_inner);
            let speaker = speaker(statement).map(|term| {
                let number = vocabulary.number(&term);
                (term, number)
            });
            let said = statement.date.interval();
            let term = speaker.as_ref().map(|(term, _)| term);
            let quote = statement.quote.as_deref();
            let sides = sides(&statement.text, analysis, said, term, quote, corpus.names());
            let claim = |(side, weights): (Side, Box<[f32]>)| KnownClaim {
                terms: numbers(&mut vocabulary, &side.claim.terms).into(),
                weights,
                repeats: align::repeats(&side.claim.terms),
                content: Content::of(&side),
            };
            let claims = sides.zip(weights).map(claim).collect();
            self.numbered.store(vocabulary.len(), Ordering::Release);
            Box::new(Known { speaker, spoken, claims })
        })
    }

    /// The claims of a statement, each in its surroundings.
    pub fn sides<'a>(&'a self, corpus: &'a Corpus, index: usize) -> impl Iterator<Item = Side<'a>> {
        (0..self.known(corpus, index).claims.len()).map(move |of| self.side(corpus, index, of))
    }

    /// One of the claims of a statement in its surroundings.
    pub fn side<'a>(&'a self, corpus: &'a Corpus, index: usize, of: usize) -> Side<'a> {
        let statement = &corpus.record().statements[index];
        let analysis = corpus.analysis(index);
        let claim = &analysis.claims[of];
        let known = self.known(corpus, index);
        let speaker = known.speaker.as_ref().map(|(term, _)| term);
        Side {
            text: &statement.text,
            analysis,
            claim,
            said: statement.date.interval(),
            speaker,
            background: Background::of(&analysis.claims, claim).with(
                &statement.topics,
                corpus.topics(),
                speaker,
            ),
            quote: statement.quote.as_deref(),
            spoken: known.spoken.as_ref(),
            named: None,
            names: corpus.names(),
            content: Cow::Borrowed(&known.claims[of].content),
        }
    }
}

fn numbers(vocabulary: &mut Vocabulary, terms: &[Term]) -> Vec<u32> {
    terms.iter().map(|term| vocabulary.number(term)).collect()
}

/// A statement's speaker as a term.
fn speaker(statement: &Statement) -> Option<Term> {
    let entity = statement.speaker.map(|id| id as u32);
    statement.speaker_name.as_ref().map(|name| {
        let kind = entity.map_or(TermKind::Name, TermKind::Entity);
        Term::new(Span::new(0, 0), fold(name), fold(name), kind, TermRole::Subject)
    })
}

/// A document being read against prepared statements, claim by claim.
pub struct Reading<'a> {
    prepared: &'a Prepared,
    weights: &'a Weights<'a>,
    /// Of the terms so far, of this document or of others, the numbers that each meets.
    rows: Rows,
    /// Rows of the claim at hand: those of its terms, with the place of each, then those of what stands around it.
    at_hand: Vec<(usize, Option<usize>)>,
    /// Numbers below this one are marked for the claim at hand.
    marked: usize,
    /// Of each number 1 and the place in `met` of the first meeting with the claim at hand; 0: none.
    first: Vec<u32>,
    met: Vec<Met>,
    /// Of each number how it meets what stands around the claim at hand, at best.
    around: Vec<Option<Match>>,
    touched: Vec<u32>,
    /// Of the claim's terms.
    our_weights: Vec<f32>,
    our_around: Vec<Option<Match>>,
    their_around: Vec<Option<Match>>,
    repeats: bool,
    /// Of the claim and the statement's claim at hand: what meets, and of each of the claim's terms how strongly at best.
    all: Vec<Link>,
    best: Vec<f32>,
}

/// A term of a document, and the numbers below `looked` that it meets, in ascending order.
struct Row {
    /// What its root weighs.
    rareness: f32,
    meets: Vec<(u32, Match)>,
    looked: usize,
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
        let kept = prepared.rows.write().unwrap_or_else(PoisonError::into_inner).pop();
        Reading {
            prepared,
            weights,
            rows: kept.unwrap_or_default(),
            at_hand: Vec::new(),
            marked: 0,
            first: Vec::new(),
            met: Vec::new(),
            around: Vec::new(),
            touched: Vec::new(),
            our_weights: Vec::new(),
            our_around: Vec::new(),
            their_around: Vec::new(),
            repeats: false,
            all: Vec::new(),
            best: Vec::new(),
        }
    }

    /// Takes up a claim.
    pub fn take(&mut self, side: &Side) {
        for met in self.met.drain(..) {
            self.first[met.number as usize] = 0;
        }
        for number in self.touched.drain(..) {
            self.around[number as usize] = None;
        }
        let terms = &side.claim.terms;
        self.repeats = align::repeats(terms);
        self.our_weights.clear();
        self.at_hand.clear();
        for (i, term) in terms.iter().enumerate() {
            let row = self.row(term);
            self.our_weights.push(self.rows.at(row).1.rareness * align::factor(term));
            self.at_hand.push((row, Some(i)));
        }
        for term in side.background.iter() {
            let row = self.row(term);
            self.at_hand.push((row, None));
        }
        self.marked = 0;
        self.mark();
    }

    fn row(&mut self, term: &Term) -> usize {
        let weights = self.weights;
        self.rows.place(term, || Row { rareness: weights(&term.root), meets: Vec::new(), looked: 0 })
    }

    /// Marks the numbers that came since, for the claim at hand.
    fn mark(&mut self) {
        if self.marked == self.prepared.numbered.load(Ordering::Acquire) && self.marked > 0 {
            return;
        }
        let vocabulary = self.prepared.vocabulary.read().unwrap_or_else(PoisonError::into_inner);
        let numbers = vocabulary.len();
        self.first.resize(numbers, 0);
        self.around.resize(numbers, None);
        for &(row, term) in &self.at_hand {
            let (ours, Row { meets, looked, .. }) = self.rows.at(row);
            if *looked < numbers {
                meets.extend(vocabulary.meeting(ours, *looked as u32));
                *looked = numbers;
            }
            let new = meets.partition_point(|(number, _)| (*number as usize) < self.marked);
            for &(number, how) in &meets[new..] {
                if let Some(term) = term {
                    let first = &mut self.first[number as usize];
                    self.met.push(Met { number, term, how, next: *first });
                    *first = self.met.len() as u32;
                } else {
                    let best = &mut self.around[number as usize];
                    if best.is_none() {
                        self.touched.push(number);
                    }
                    *best = (*best).max(Some(how));
                }
            }
        }
        self.marked = numbers;
    }

    /// How many claims a statement has that was made ready.
    pub fn claims(&self, index: usize) -> usize {
        self.statement(index).claims.len()
    }

    fn statement(&self, index: usize) -> &'a Known {
        self.prepared.statements[index].get().expect("it was made ready before it is laid against")
    }

    /// Whether a rule may have a look at the claim at hand beside one of the claims of a statement, as far as what meets
    /// can tell; what meets is kept for [`Reading::align`].
    pub fn meets(&mut self, claim: &Side, statement: &Statement, index: usize, of: usize) -> bool {
        self.mark();
        let known = self.statement(index);
        let theirs = &known.claims[of];
        self.all.clear();
        for (j, &number) in theirs.terms.iter().enumerate() {
            each(&self.first, &self.met, number, |met| {
                self.all.push(Link { claim: met.term, statement: j, how: met.how });
            });
        }
        let whatever = !claim.content.unaligned.is_empty();
        if self.all.is_empty() && !whatever {
            return false;
        }
        self.our_around.clear();
        self.our_around.resize(claim.claim.terms.len(), None);
        let others = known.claims.iter().enumerate().filter(|(i, _)| *i != of).flat_map(|(_, c)| &c.terms);
        let topics = statement.topics.iter().flat_map(|&topic| &self.prepared.topics[topic]);
        let speaker = known.speaker.iter().map(|(_, number)| number);
        for &number in others.chain(topics).chain(speaker) {
            each(&self.first, &self.met, number, |met| {
                let best = &mut self.our_around[met.term];
                *best = (*best).max(Some(met.how));
            });
        }
        self.their_around.clear();
        self.their_around.extend(theirs.terms.iter().map(|&number| self.around[number as usize]));
        whatever || self.repeats || theirs.repeats || self.enough(&theirs.weights)
    }

    /// Whether as much can meet as [`near`] asks, each term by the best of its meetings.
    fn enough(&mut self, their_weights: &[f32]) -> bool {
        self.best.clear();
        self.best.resize(self.our_weights.len(), 0.0);
        for link in &self.all {
            let best = &mut self.best[link.claim];
            *best = align::greater(link.how.strength(), *best);
        }
        let own: f32 = self.best.iter().zip(&self.our_weights).map(|(best, weight)| best * weight).sum();
        let around = |weights: &[f32], around: &[Option<Match>]| -> f32 {
            let each = weights
                .iter()
                .zip(around)
                .filter_map(|(weight, how)| Some(weight * how.as_ref()?.strength()));
            each.sum()
        };
        let wide = around(&self.our_weights, &self.our_around) + around(their_weights, &self.their_around);
        shares_enough(own, own + wide)
    }

    /// Lays the claim at hand against a statement's claim with what [`Reading::meets`] found of the two.
    /// `None` where no rule has a look at what so little meets of.
    pub fn align(&mut self, claim: &Side, statement: &Side, index: usize, of: usize) -> Option<Alignment> {
        let theirs = &self.statement(index).claims[of];
        let meetings = Meetings {
            all: &mut self.all,
            ours: Own { weights: &self.our_weights, around: &self.our_around, repeats: self.repeats },
            theirs: Own { weights: &theirs.weights, around: &self.their_around, repeats: theirs.repeats },
        };
        let alignment = align::lay(claim, statement, meetings);
        (near(claim, &alignment) || !claim.content.unaligned.is_empty()).then_some(alignment)
    }
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        /// Of more terms nothing is kept.
        const MOST: usize = 10_000;
        if self.rows.len() <= MOST {
            let rows = std::mem::take(&mut self.rows);
            self.prepared.rows.write().unwrap_or_else(PoisonError::into_inner).push(rows);
        }
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
