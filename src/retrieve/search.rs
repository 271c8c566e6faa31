//! The best documents of a query, without reading most postings.
//!
//! The query's terms stand in the order of the most that each can add. Documents that hold its rarest terms are scored
//! first: they tell how much is needed to be among the best. The terms at the end whose greatest scores together stay
//! below that cannot bring in a document by themselves (MaxScore): they are only asked about documents that the
//! others found and that still can get among the best, by what each document gives to any of its terms at most.
//! Documents are taken window by window, so that what is summed stays in the nearest memory. The result is that of a
//! full scan.

use super::K1;
use super::best::Best;
use super::impacts::{Impacts, Lists};
use super::index::{Index, share};
use super::lexicon::Entry;
use super::postings::WINDOW;
use super::window::Window;
use std::ops::Range;

/// A term of the index with which a query asks.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub(super) entry: Entry,
    /// Its list of impacts, where that was read before.
    pub(super) list: Option<usize>,
    /// Its inverse document frequency.
    pub(super) rareness: f32,
    /// Its weight in the query.
    pub(super) weight: f32,
    /// Of the query itself, not of what stands around it.
    pub(super) own: bool,
}

/// A term of the query that the index has.
struct Term {
    entry: Entry,
    list: Option<usize>,
    /// Query weight times rareness.
    weight: f32,
    /// The most that it can add.
    most: f32,
    /// Of the query itself, not of what stands around it.
    own: bool,
}

/// The terms that bring documents in.
fn leading(terms: &[Term]) -> &[Term] {
    match terms.partition_point(|term| term.own) {
        0 => terms,
        count => &terms[..count],
    }
}

/// Documents of which no score is known.
fn unscored(documents: &[(u32, f32)]) -> Vec<(u32, f32)> {
    documents.iter().map(|&(document, _)| (document, 0.0)).collect()
}

/// Of so many documents one is scored first, among those of the rarest terms; where that makes fewer than are asked for, none.
const FIRST: u32 = 2500;

impl Index {
    /// The `top` best documents that `admit` lets in, with their scores, best first, equals by number. A
    /// term that the query gives several times counts with the sum of its weights; weights below 0 count as 0.
    pub fn search<T: AsRef<str>>(
        &self,
        query: &[(T, f32)],
        top: usize,
        admit: impl Fn(u32) -> bool,
    ) -> Vec<(u32, f32)> {
        Searcher::new(self).best_of(&Lists::default(), &mut self.asked(query), top, &[], admit)
    }

    /// As [`Index::search`], by reading every posting: what the quick way is checked against.
    pub fn search_all<T: AsRef<str>>(
        &self,
        query: &[(T, f32)],
        top: usize,
        admit: impl Fn(u32) -> bool,
    ) -> Vec<(u32, f32)> {
        let mut sums = vec![0.0f32; self.documents() as usize];
        for term in self.ranked(&mut self.asked(query)) {
            let Some(mut postings) = self.postings(&term.entry) else { continue };
            for start in (0..self.documents()).step_by(WINDOW) {
                postings.each_of_window(start, |at, weight| {
                    let document = start + at as u32;
                    if let Some(share) = self.share_of(document, weight) {
                        sums[document as usize] += term.weight * share;
                    }
                });
            }
        }
        let mut best = Best::new(top.min(sums.len()), 0.0);
        let scored = (0u32..).zip(sums).filter(|(document, sum)| *sum > 0.0 && admit(*document));
        scored.for_each(|(document, sum)| best.add(document, sum));
        best.sorted()
    }

    /// What the index has of the terms of a query.
    fn asked<T: AsRef<str>>(&self, query: &[(T, f32)]) -> Vec<Asked> {
        let asked = |(term, weight): &(T, f32)| {
            let entry = self.entry(term.as_ref())?;
            let rareness = self.idf_of(entry.count);
            Some(Asked { entry, list: None, rareness, weight: *weight, own: true })
        };
        query.iter().filter_map(asked).collect()
    }

    /// Each term once, those of the query itself before those around it, and of each those that can add most first.
    fn ranked(&self, asked: &mut [Asked]) -> Vec<Term> {
        // Postings lie in the order of their words.
        asked.sort_by_key(|term| term.entry.start);
        let same = asked.chunk_by(|a, b| a.entry.start == b.entry.start);
        let summed = same.map(|same| {
            let weight: f32 = same.iter().map(|term| term.weight.max(0.0)).sum();
            Asked { weight, own: same.iter().any(|term| term.own), ..same[0] }
        });
        let mut terms: Vec<Term> = summed.filter(|asked| asked.weight > 0.0).map(Term::of).collect();
        // Stable: equals stay in the order of their words.
        terms.sort_by(|a, b| b.own.cmp(&a.own).then(b.most.total_cmp(&a.most)));
        terms
    }
}

impl Term {
    fn of(asked: Asked) -> Self {
        let Asked { entry, list, rareness, weight, own } = asked;
        let weight = weight * rareness * (K1 + 1.0);
        Term { entry, list, weight, most: weight * share(entry.max_impact), own }
    }
}

/// Searches an index again and again.
pub(super) struct Searcher<'i> {
    index: &'i Index,
    window: Box<Window>,
}

impl<'i> Searcher<'i> {
    pub(super) fn new(index: &'i Index) -> Self {
        Searcher { index, window: Window::new() }
    }

    /// The `top` best documents that `admit` lets in, of those that hold a term of the query itself: what stands around
    /// it adds to their scores, and brings in none. Without a term of its own, what stands around is the query.
    ///
    /// `likely`, documents that `admit` lets in, with what the terms of the query itself give them, change no result: the
    /// better they are, the sooner is known what is needed.
    pub(super) fn best_of(
        &mut self,
        lists: &Lists,
        asked: &mut [Asked],
        top: usize,
        likely: &[(u32, f32)],
        admit: impl Fn(u32) -> bool,
    ) -> Vec<(u32, f32)> {
        let terms = self.index.ranked(asked);
        if top == 0 || terms.is_empty() {
            return Vec::new();
        }
        let mut search = Search::new(self, lists, &terms, Best::new(top, 0.0));
        // In one window all is read before anything could be passed over.
        if search.index.documents() as usize > WINDOW {
            let own = terms.partition_point(|term| term.own);
            let (documents, known) = match likely.len() < top {
                true => (search.of_rarest(&terms), 0),
                false if own > 0 => (likely.to_vec(), own),
                false => (unscored(likely), 0),
            };
            if documents.len() >= top {
                let threshold = search.needed(documents, known, top, &admit);
                search.again(lists, &terms, Best::new(top, threshold));
            }
        }
        search.run(&admit)
    }
}

/// What the lists from one on can add.
#[derive(Clone, Copy)]
struct Rest {
    /// At most, to any document.
    most: f32,
    /// To a document that gets the full weight of each.
    weight: f32,
}

impl Rest {
    /// What they can add to a document of this bound.
    #[inline]
    fn least(&self, bound: f32) -> f32 {
        let bounded = self.weight * bound;
        // `f32::min` is a call in wasm.
        if bounded < self.most { bounded } else { self.most }
    }
}

fn rest(terms: &[Term]) -> Vec<Rest> {
    let mut rest = vec![Rest { most: 0.0, weight: 0.0 }; terms.len() + 1];
    for (i, term) in terms.iter().enumerate().rev() {
        let Rest { most, weight } = rest[i + 1];
        rest[i] = Rest { most: most + term.most, weight: weight + term.weight };
    }
    rest
}

/// The terms of a query with what they add to documents.
struct Asking<'i> {
    index: &'i Index,
    weights: Vec<f32>,
    impacts: Vec<Impacts<'i>>,
    rest: Vec<Rest>,
}

/// A search at work.
struct Search<'i> {
    index: &'i Index,
    asking: Asking<'i>,
    /// How many documents each term has.
    counts: Vec<u32>,
    /// How many of the terms bring documents in.
    leading: usize,
    best: Best,
    window: &'i mut Window,
}

impl<'i> Search<'i> {
    fn new(searcher: &'i mut Searcher<'_>, lists: &'i Lists, terms: &[Term], best: Best) -> Self {
        let Searcher { index, window } = searcher;
        let asking = Asking {
            index,
            weights: terms.iter().map(|term| term.weight).collect(),
            impacts: terms.iter().map(|term| lists.open(index, &term.entry, term.list)).collect(),
            rest: rest(terms),
        };
        let counts = terms.iter().map(|term| term.entry.count).collect();
        Search { index, asking, counts, leading: leading(terms).len(), best, window }
    }

    /// The documents of the rarest terms, without any score.
    fn of_rarest(&self, terms: &[Term]) -> Vec<(u32, f32)> {
        let index = self.index;
        let mut by_count: Vec<&Entry> = leading(terms).iter().map(|term| &term.entry).collect();
        by_count.sort_by_key(|entry| entry.count);
        let mut left = index.documents() / FIRST;
        let mut documents: Vec<(u32, f32)> = Vec::new();
        for entry in by_count {
            if entry.count > left {
                break;
            }
            left -= entry.count;
            let Some(mut postings) = index.postings(entry) else { continue };
            for start in (0..index.documents()).step_by(WINDOW) {
                postings.each_of_window(start, |at, _| documents.push((start + at as u32, 0.0)));
            }
        }
        documents
    }

    /// A score that as many as `top` documents reach: some that are likely to be good, scored by the terms that can add
    /// most; of each is known what the first so many terms give it, or give it at least.
    fn needed(
        &mut self,
        mut documents: Vec<(u32, f32)>,
        terms: usize,
        top: usize,
        admit: &impl Fn(u32) -> bool,
    ) -> f32 {
        /// So many terms tell nearly as much as all.
        const SOME: usize = 4;
        documents.sort_unstable_by_key(|&(document, _)| document);
        documents.dedup_by_key(|&mut (document, _)| document);
        let all = self.counts.len();
        let some = if terms == 0 { 0..all } else { terms..all.min(terms + SOME) };
        for (document, score) in documents.into_iter().filter(|&(document, _)| admit(document)) {
            if let Some(score) = self.asking.completed(document, score, some.clone(), &self.best) {
                self.best.add(document, score);
            }
        }
        std::mem::replace(&mut self.best, Best::new(top, 0.0)).needed()
    }

    /// Goes back to the first document.
    fn again(&mut self, lists: &'i Lists, terms: &[Term], best: Best) {
        self.best = best;
        for (impacts, term) in self.asking.impacts.iter_mut().zip(terms) {
            *impacts = lists.open(self.index, &term.entry, term.list);
        }
    }

    fn run(mut self, admit: &impl Fn(u32) -> bool) -> Vec<(u32, f32)> {
        for start in (0..self.index.documents()).step_by(WINDOW) {
            let Search { asking, leading, best, window, .. } = &mut self;
            let leading = asking.rest[..*leading].partition_point(|rest| best.admits(rest.most));
            for (impacts, weight) in asking.impacts[..leading].iter_mut().zip(&asking.weights) {
                window.bring_in(start, impacts, *weight);
            }
            let summed = self.add(start, leading);
            self.complete(start, summed, admit);
        }
        self.best.sorted()
    }

    /// Adds what the next terms give to the documents of a window, as long as reading a list costs less than asking it
    /// about each document; how many terms have been added up then.
    fn add(&mut self, start: u32, leading: usize) -> usize {
        /// How many impacts are read in the time of one question.
        const A_QUESTION: u32 = 10;
        let terms = self.counts.len();
        let found = if leading < terms { self.window.count() } else { 0 };
        let windows = self.index.documents().div_ceil(WINDOW as u32);
        let short = |term: &usize| found > 0 && self.counts[*term] / windows <= A_QUESTION * found;
        let mut summed = leading;
        for term in (leading..terms).take_while(short) {
            self.window.add(start, &mut self.asking.impacts[term], self.asking.weights[term]);
            summed = term + 1;
        }
        summed
    }

    /// Adds what the other terms give, as long as a document can still get among the best.
    fn complete(&mut self, start: u32, summed: usize, admit: &impl Fn(u32) -> bool) {
        let Search { index, asking, best, window, .. } = self;
        let (all, rest) = (asking.impacts.len(), asking.rest[summed]);
        if summed == all {
            window.drain(start, |document, sum| {
                if best.admits(sum) && admit(document) {
                    best.add(document, sum);
                }
            });
            return;
        }
        window.drain(start, |document, sum| {
            if best.admits(sum + rest.least(index.bound(document)))
                && admit(document)
                && let Some(score) = asking.completed(document, sum, summed..all, best)
            {
                best.add(document, score);
            }
        });
    }
}

impl Asking<'_> {
    /// The score of a document, `score` and what these terms give it; `None` where it cannot get among the best.
    fn completed(&mut self, document: u32, mut score: f32, terms: Range<usize>, best: &Best) -> Option<f32> {
        let bound = self.index.bound(document);
        let others = self.impacts[terms.clone()].iter_mut().zip(&self.weights[terms.clone()]);
        for ((impacts, weight), rest) in others.zip(&self.rest[terms.start + 1..]) {
            if let Some(share) = impacts.on(document) {
                score += weight * share;
            }
            if !best.admits(score + rest.least(bound)) {
                return None;
            }
        }
        Some(score)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fastrand::Rng;

    #[test]
    fn what_stands_around_ranks_and_brings_in_none() {
        const WORDS: usize = 60;
        let mut random = Rng::with_seed(7);
        let names: Vec<String> = (0..WORDS).map(|word| format!("w{word}")).collect();
        let document = |random: &mut Rng| -> Vec<(&str, f32)> {
            // Low words are in many documents, high ones in few.
            let word = |random: &mut Rng| (WORDS as f32 * random.f32() * random.f32()) as usize;
            (0..12).map(|_| (names[word(random)].as_str(), 1.0)).collect()
        };
        let index = Index::build((0..3 * WINDOW).map(|_| document(&mut random)));
        for turn in 0..50 {
            let words = |random: &mut Rng, count: usize, weight: f32| -> Vec<(&str, f32)> {
                (0..count).map(|_| (names[random.usize(..WORDS)].as_str(), weight)).collect()
            };
            let (own, around) = (words(&mut random, 3, 1.0), words(&mut random, 20, 0.3));
            let mut asked = index.asked(&own);
            asked.extend(index.asked(&around).into_iter().map(|term| Asked { own: false, ..term }));
            let mut lists = Lists::default();
            if turn % 2 == 0 {
                asked.iter_mut().for_each(|term| term.list = lists.read(&index, &term.entry));
            }
            let quick = Searcher::new(&index).best_of(&lists, &mut asked, 24, &[], |_| true);
            let holds = index.search_all(&own, usize::MAX, |_| true);
            let holds: std::collections::HashSet<u32> =
                holds.into_iter().map(|(document, _)| document).collect();
            let whole = index.search_all(&[own, around].concat(), 24, |document| holds.contains(&document));
            let close = |(a, b): (&(u32, f32), &(u32, f32))| (a.1 - b.1).abs() < 1e-4;
            assert!(quick.len() == 24 && quick.iter().zip(&whole).all(close), "{quick:?} {whole:?}");
        }
    }
}
