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
use super::index::{Index, share};
use super::lexicon::Entry;
use super::postings::{Postings, WINDOW};

/// A term of the index with which a query asks.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub(super) entry: Entry,
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
        Searcher::new(self).best_of(&mut self.asked(query), top, &[], admit)
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
                    if let Some(sum) = sums.get_mut(document as usize) {
                        *sum += term.weight * self.share_at(self.length(document), weight);
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
            Some(Asked { entry, rareness: self.idf_of(entry.count), weight: *weight, own: true })
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
        let Asked { entry, rareness, weight, own } = asked;
        let weight = weight * rareness * (K1 + 1.0);
        Term { entry, weight, most: weight * share(entry.max_impact), own }
    }
}

/// Searches an index again and again.
pub(super) struct Searcher<'i> {
    index: &'i Index,
    /// Of a window's documents, 0 between searches.
    sums: Box<[f32; WINDOW]>,
}

impl<'i> Searcher<'i> {
    pub(super) fn new(index: &'i Index) -> Self {
        Searcher { index, sums: Box::new([0.0; WINDOW]) }
    }

    /// The `top` best documents that `admit` lets in, of those that hold a term of the query itself: what stands around
    /// it adds to their scores, and brings in none. Without a term of its own, what stands around is the query.
    ///
    /// `likely`, documents that `admit` lets in, with what the terms of the query itself give them, change no result: the
    /// better they are, the sooner is known what is needed.
    pub(super) fn best_of(
        &mut self,
        asked: &mut [Asked],
        top: usize,
        likely: &[(u32, f32)],
        admit: impl Fn(u32) -> bool,
    ) -> Vec<(u32, f32)> {
        let terms = self.index.ranked(asked);
        if top == 0 || terms.is_empty() {
            return Vec::new();
        }
        let mut search = Search::new(self, &terms, Best::new(top, 0.0));
        // In one window all is read before anything could be passed over.
        if search.index.documents() as usize > WINDOW {
            let own = terms.partition_point(|term| term.own);
            let (documents, lists) = match likely.len() < top {
                true => (search.of_rarest(&terms), 0),
                false if own > 0 => (likely.to_vec(), own),
                false => (unscored(likely), 0),
            };
            if documents.len() >= top {
                let threshold = search.needed(documents, lists, top, &admit);
                search.again(&terms, Best::new(top, threshold));
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
        self.most.min(self.weight * bound)
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

/// A search at work.
struct Search<'i> {
    index: &'i Index,
    weights: Vec<f32>,
    postings: Vec<Postings<'i>>,
    /// How many postings each list has.
    counts: Vec<u32>,
    rest: Vec<Rest>,
    /// How many of the lists bring documents in.
    asked: usize,
    best: Best,
    /// Of the window at hand.
    sums: &'i mut [f32; WINDOW],
    /// A bit for each document of the window that has a sum.
    touched: [u64; WINDOW / 64],
}

impl<'i> Search<'i> {
    fn new(searcher: &'i mut Searcher<'_>, terms: &'i [Term], best: Best) -> Self {
        let Searcher { index, sums } = searcher;
        Search {
            index,
            weights: terms.iter().map(|term| term.weight).collect(),
            postings: terms.iter().map(|term| index.postings(&term.entry).unwrap_or_default()).collect(),
            counts: terms.iter().map(|term| term.entry.count).collect(),
            rest: rest(terms),
            asked: leading(terms).len(),
            best,
            sums,
            touched: [0; WINDOW / 64],
        }
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

    /// A score that as many as `top` documents reach: some that are likely to be good, scored; of each is known what the
    /// first so many lists give it, or give it at least.
    fn needed(
        &mut self,
        mut documents: Vec<(u32, f32)>,
        lists: usize,
        top: usize,
        admit: &impl Fn(u32) -> bool,
    ) -> f32 {
        documents.sort_unstable_by_key(|&(document, _)| document);
        documents.dedup_by_key(|&mut (document, _)| document);
        for (document, score) in documents.into_iter().filter(|&(document, _)| admit(document)) {
            let bound = self.index.bounds().get(document as usize).map_or(1.0, |&bound| share(bound));
            if let Some(score) = self.completed(document, bound, score, lists) {
                self.best.add(document, score);
            }
        }
        std::mem::replace(&mut self.best, Best::new(top, 0.0)).needed()
    }

    /// Goes back to the first document.
    fn again(&mut self, terms: &'i [Term], best: Best) {
        self.best = best;
        for (postings, term) in self.postings.iter_mut().zip(terms) {
            *postings = self.index.postings(&term.entry).unwrap_or_default();
        }
    }

    fn run(mut self, admit: &impl Fn(u32) -> bool) -> Vec<(u32, f32)> {
        for start in (0..self.index.documents()).step_by(WINDOW) {
            let leading = self.rest[..self.asked].partition_point(|rest| self.best.admits(rest.most));
            let found = self.sum_up(start, leading);
            if found > 0 {
                let summed = leading + self.add(start, leading, found);
                self.complete(start, summed, admit);
            }
        }
        self.best.sorted()
    }

    /// Adds up what the leading lists give to a window's documents; how many documents those are.
    fn sum_up(&mut self, start: u32, leading: usize) -> u32 {
        let lengths = self.index.lengths().get(start as usize..).unwrap_or_default();
        let (index, sums, touched) = (self.index, &mut *self.sums, &mut self.touched);
        let mut found = 0;
        for (postings, term) in self.postings[..leading].iter_mut().zip(&self.weights) {
            postings.each_of_window(start, |at, weight| {
                // Only altered bytes have a document behind the last.
                let Some(&code) = lengths.get(at) else { return };
                if sums[at] == 0.0 {
                    touched[at / 64] |= 1 << (at % 64);
                    found += 1;
                }
                sums[at] += term * index.share_at(code, weight);
            });
        }
        found
    }

    /// Adds what the next lists give to the `found` documents of a window, as long as reading a list costs less than
    /// asking it about each document; how many lists those are.
    fn add(&mut self, start: u32, leading: usize, found: u32) -> usize {
        /// How many postings are read in the time of one question.
        const A_QUESTION: u32 = 6;
        let lengths = self.index.lengths().get(start as usize..).unwrap_or_default();
        let (index, sums) = (self.index, &mut *self.sums);
        let windows = self.index.documents().div_ceil(WINDOW as u32);
        let others = self.postings[leading..].iter_mut().zip(&self.weights[leading..]);
        let short = self.counts[leading..].iter().take_while(|&&count| count / windows <= A_QUESTION * found);
        let mut lists = 0;
        for ((postings, term), _) in others.zip(short) {
            lists += 1;
            postings.each_of_window(start, |at, weight| {
                if sums[at] != 0.0
                    && let Some(&code) = lengths.get(at)
                {
                    sums[at] += term * index.share_at(code, weight);
                }
            });
        }
        lists
    }

    /// Adds what the other lists give, as long as a document can still get among the best.
    fn complete(&mut self, start: u32, leading: usize, admit: &impl Fn(u32) -> bool) {
        let bounds = self.index.bounds().get(start as usize..).unwrap_or_default();
        let rest = self.rest[leading];
        for word in 0..self.touched.len() {
            let mut bits = std::mem::take(&mut self.touched[word]);
            while bits != 0 {
                let at = word * 64 + bits.trailing_zeros() as usize;
                bits &= bits - 1;
                let sum = std::mem::take(&mut self.sums[at]);
                let bound = bounds.get(at).map_or(1.0, |&bound| share(bound));
                let document = start + at as u32;
                if self.best.admits(sum + rest.least(bound))
                    && admit(document)
                    && let Some(score) = self.completed(document, bound, sum, leading)
                {
                    self.best.add(document, score);
                }
            }
        }
    }

    /// The score of a document that the leading lists give `score`; `None` where it cannot get among the best.
    fn completed(&mut self, document: u32, bound: f32, mut score: f32, leading: usize) -> Option<f32> {
        let code = self.index.length(document);
        let others = self.postings[leading..].iter_mut().zip(&self.weights[leading..]);
        for ((postings, term), rest) in others.zip(&self.rest[leading + 1..]) {
            if let Some(weight) = postings.weight_in(document) {
                score += term * self.index.share_at(code, weight);
            }
            if !self.best.admits(score + rest.least(bound)) {
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
        for _ in 0..50 {
            let words = |random: &mut Rng, count: usize, weight: f32| -> Vec<(&str, f32)> {
                (0..count).map(|_| (names[random.usize(..WORDS)].as_str(), weight)).collect()
            };
            let (own, around) = (words(&mut random, 3, 1.0), words(&mut random, 20, 0.3));
            let mut asked = index.asked(&own);
            asked.extend(index.asked(&around).into_iter().map(|term| Asked { own: false, ..term }));
            let quick = Searcher::new(&index).best_of(&mut asked, 24, &[], |_| true);
            let holds = index.search_all(&own, usize::MAX, |_| true);
            let holds: std::collections::HashSet<u32> =
                holds.into_iter().map(|(document, _)| document).collect();
            let whole = index.search_all(&[own, around].concat(), 24, |document| holds.contains(&document));
            let close = |(a, b): (&(u32, f32), &(u32, f32))| (a.1 - b.1).abs() < 1e-4;
            assert!(quick.len() == 24 && quick.iter().zip(&whole).all(close), "{quick:?} {whole:?}");
        }
    }
}
