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

/// A term of the query that the index has.
struct List<'i> {
    postings: Postings<'i>,
    entry: Entry,
    scores: Scores,
    /// The most that it can add.
    most: f32,
}

/// What a term adds to the documents that hold it.
struct Scores {
    /// Query weight times rareness.
    weight: f32,
    /// The weight in eighths that most postings have.
    usual: u8,
    /// Of each coded length what the term adds at its usual weight; empty for a term of few documents.
    at_usual: Vec<f32>,
}

/// Of so many documents one is scored first, among those of the rarest terms.
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
        let lists = self.lists(query);
        if top == 0 || lists.is_empty() {
            return Vec::new();
        }
        // In one window all is read before anything could be passed over.
        let windows = self.documents() as usize > WINDOW;
        let threshold = if windows { self.needed(query, top, &admit) } else { 0.0 };
        Search::new(self, lists, Best::new(top, threshold)).run(&admit)
    }

    /// As [`Index::search`], by reading every posting: what the quick way is checked against.
    pub fn search_all<T: AsRef<str>>(
        &self,
        query: &[(T, f32)],
        top: usize,
        admit: impl Fn(u32) -> bool,
    ) -> Vec<(u32, f32)> {
        let mut sums = vec![0.0f32; self.documents() as usize];
        for mut list in self.lists(query) {
            for start in (0..self.documents()).step_by(WINDOW) {
                let mut found = Vec::new();
                list.postings.each_of_window(start, |at, weight| found.push((start + at as u32, weight)));
                for (document, weight) in found {
                    if let Some(sum) = sums.get_mut(document as usize) {
                        *sum += list.scores.of(self.norms(), self.length(document), weight);
                    }
                }
            }
        }
        let mut best = Best::new(top.min(sums.len()), 0.0);
        let scored = (0u32..).zip(sums).filter(|(document, sum)| *sum > 0.0 && admit(*document));
        scored.for_each(|(document, sum)| best.add(document, sum));
        best.sorted()
    }

    /// A score that as many as `top` documents reach: those of the rarest terms, scored.
    fn needed<T: AsRef<str>>(&self, query: &[(T, f32)], top: usize, admit: &impl Fn(u32) -> bool) -> f32 {
        let lists = self.lists(query);
        let mut by_count: Vec<usize> = (0..lists.len()).collect();
        by_count.sort_by_key(|&i| lists[i].entry.count);
        let mut left = (self.documents() / FIRST).max(50);
        let mut documents: Vec<u32> = Vec::new();
        for i in by_count {
            let count = lists[i].entry.count;
            if count > left {
                break;
            }
            left -= count;
            let Some(mut postings) = self.postings(&lists[i].entry) else { continue };
            for start in (0..self.documents()).step_by(WINDOW) {
                postings.each_of_window(start, |at, _| documents.push(start + at as u32));
            }
        }
        documents.sort_unstable();
        documents.dedup();
        let mut search = Search::new(self, lists, Best::new(top, 0.0));
        for document in documents.into_iter().filter(|&document| admit(document)) {
            let bound = self.bounds().get(document as usize).map_or(1.0, |&bound| share(bound));
            if let Some(score) = search.completed(document, bound, 0.0, 0) {
                search.best.add(document, score);
            }
        }
        search.best.needed()
    }

    /// The query's lists, those that can add most first.
    fn lists<T: AsRef<str>>(&self, query: &[(T, f32)]) -> Vec<List<'_>> {
        let mut terms: Vec<(&str, f32)> = Vec::with_capacity(query.len());
        for (term, weight) in query {
            let weight = weight.max(0.0);
            match terms.iter_mut().find(|(other, _)| *other == term.as_ref()) {
                Some((_, sum)) => *sum += weight,
                None => terms.push((term.as_ref(), weight)),
            }
        }
        let mut lists: Vec<(List, &str)> = terms
            .into_iter()
            .filter(|(_, weight)| *weight > 0.0)
            .filter_map(|(term, weight)| Some((self.list(term, weight)?, term)))
            .collect();
        lists.sort_by(|(a, term_a), (b, term_b)| b.most.total_cmp(&a.most).then_with(|| term_a.cmp(term_b)));
        lists.into_iter().map(|(list, _)| list).collect()
    }

    fn list(&self, term: &str, weight: f32) -> Option<List<'_>> {
        /// From so many documents on a table of scores is worth while.
        const MANY: u32 = 512;
        let entry = self.entry(term)?;
        let postings = self.postings(&entry)?;
        let weight = weight * self.idf_of(entry.count) * (K1 + 1.0);
        let most = weight * share(entry.max_impact);
        let usual = f32::from(entry.usual) / 8.0;
        let codes = if entry.count < MANY { 0 } else { 256 };
        let at_usual = self.norms()[..codes].iter().map(|norm| weight * (usual / (usual + norm))).collect();
        let scores = Scores { weight, usual: entry.usual, at_usual };
        Some(List { postings, entry, scores, most })
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

fn rest(lists: &[List]) -> Vec<Rest> {
    let mut rest = vec![Rest { most: 0.0, weight: 0.0 }; lists.len() + 1];
    for (i, list) in lists.iter().enumerate().rev() {
        let Rest { most, weight } = rest[i + 1];
        rest[i] = Rest { most: most + list.most, weight: weight + list.scores.weight };
    }
    rest
}

impl Scores {
    /// What the term adds to a document of a coded length that holds it with a weight in eighths.
    #[inline]
    fn of(&self, norms: &[f32; 256], code: u8, weight: u8) -> f32 {
        if weight == self.usual
            && let Some(score) = self.at_usual.get(usize::from(code))
        {
            return *score;
        }
        let weight = f32::from(weight) / 8.0;
        self.weight * (weight / (weight + norms[usize::from(code)]))
    }
}

/// A search at work.
struct Search<'i> {
    index: &'i Index,
    lists: Vec<List<'i>>,
    rest: Vec<Rest>,
    best: Best,
    /// Of the window at hand.
    sums: Box<[f32; WINDOW]>,
    /// A bit for each document of the window that has a sum.
    touched: [u64; WINDOW / 64],
}

impl<'i> Search<'i> {
    fn new(index: &'i Index, lists: Vec<List<'i>>, best: Best) -> Self {
        let rest = rest(&lists);
        Search { index, lists, rest, best, sums: Box::new([0.0; WINDOW]), touched: [0; WINDOW / 64] }
    }

    fn run(mut self, admit: &impl Fn(u32) -> bool) -> Vec<(u32, f32)> {
        for start in (0..self.index.documents()).step_by(WINDOW) {
            let count = self.lists.len();
            let leading = self.rest[..count].partition_point(|rest| self.best.admits(rest.most));
            self.sum_up(start, leading);
            self.complete(start, leading, admit);
        }
        self.best.sorted()
    }

    /// Adds up what the leading lists give to a window's documents.
    fn sum_up(&mut self, start: u32, leading: usize) {
        let lengths = self.index.lengths().get(start as usize..).unwrap_or_default();
        let norms = self.index.norms();
        let (sums, touched) = (&mut self.sums, &mut self.touched);
        for List { postings, scores, .. } in &mut self.lists[..leading] {
            postings.each_of_window(start, |at, weight| {
                // Only altered bytes have a document behind the last.
                let Some(&code) = lengths.get(at) else { return };
                touched[at / 64] |= 1 << (at % 64);
                sums[at] += scores.of(norms, code, weight);
            });
        }
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
        for (list, rest) in self.lists[leading..].iter_mut().zip(&self.rest[leading + 1..]) {
            if let Some(weight) = list.postings.weight_in(document) {
                score += list.scores.of(self.index.norms(), code, weight);
            }
            if !self.best.admits(score + rest.least(bound)) {
                return None;
            }
        }
        Some(score)
    }
}
