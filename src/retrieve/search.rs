//! The best documents of a query, without reading most postings.
//!
//! Documents are taken window by window, so that what is summed stays in the nearest memory. The query's
//! terms stand in the order of the most that each can add. Once `top` documents are known, the terms at the
//! end whose greatest scores together stay below the worst of these cannot bring in a document by
//! themselves (MaxScore): they are only looked up, block by block, for documents that the others found and
//! that still can get among the best. The result is that of a full scan.

use super::K1;
use super::index::{BLOCK, Index, Postings, posting};
use super::varint::Bytes;

/// A term of the query that the index has.
struct List<'i> {
    cursor: Cursor<'i>,
    /// Query weight times rareness.
    weight: f32,
    /// The most that it can add.
    most: f32,
}

/// Documents of a window: their sums take 16 KiB.
const WINDOW: usize = 4096;

/// A bound counts as missed only with this much to spare, since sums of floats are rounded.
const SLACK: f32 = 1.0 + 1e-5;

impl Index {
    /// The `top` best documents that `admit` lets in, with their scores, best first, equals by number. A
    /// term that the query gives several times counts with the sum of its weights; weights below 0 count as 0.
    pub fn search<T: AsRef<str>>(
        &self,
        query: &[(T, f32)],
        top: usize,
        admit: impl Fn(u32) -> bool,
    ) -> Vec<(u32, f32)> {
        let mut lists = self.lists(query);
        if top == 0 || lists.is_empty() {
            return Vec::new();
        }
        // What the lists from the i-th on can add at most.
        let mut left = vec![0.0f32; lists.len() + 1];
        for (i, list) in lists.iter().enumerate().rev() {
            left[i] = left[i + 1] + list.most;
        }
        let mut best = Best::new(top);
        let mut sums = [0.0f32; WINDOW];
        let mut touched: Vec<u32> = Vec::with_capacity(WINDOW);
        for start in (0..self.documents()).step_by(WINDOW) {
            let leading = left[..lists.len()].partition_point(|&most| most * SLACK >= best.threshold);
            let (leaders, followers) = lists.split_at_mut(leading);
            for list in leaders {
                let end = start.saturating_add(WINDOW as u32);
                while list.cursor.document < end {
                    let document = list.cursor.document;
                    // Only altered bytes have a document before the window.
                    if let Some(sum) = sums.get_mut(document.wrapping_sub(start) as usize) {
                        if *sum == 0.0 {
                            touched.push(document);
                        }
                        *sum += list.weight * self.impact(document, list.cursor.weight);
                    }
                    list.cursor.advance();
                }
            }
            touched.sort_unstable();
            for document in touched.drain(..) {
                let sum = std::mem::take(&mut sums[(document - start) as usize]);
                let reaches = |score: f32, next: usize| (score + left[next]) * SLACK >= best.threshold;
                if !reaches(sum, leading) || !admit(document) {
                    continue;
                }
                let score = followers.iter_mut().enumerate().try_fold(sum, |score, (i, list)| {
                    list.cursor.seek(document);
                    let found = list.cursor.document == document;
                    let more =
                        if found { list.weight * self.impact(document, list.cursor.weight) } else { 0.0 };
                    reaches(score + more, leading + i + 1).then_some(score + more)
                });
                if let Some(score) = score {
                    best.add(document, score);
                }
            }
        }
        best.sorted()
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
            .filter_map(|(term, weight)| {
                let postings = self.postings(term)?;
                let weight = weight * self.idf_of(postings.count) * (K1 + 1.0);
                let most = weight * postings.max_impact;
                (weight > 0.0).then(|| (List { cursor: Cursor::new(postings), weight, most }, term))
            })
            .collect();
        lists.sort_by(|(a, term_a), (b, term_b)| b.most.total_cmp(&a.most).then_with(|| term_a.cmp(term_b)));
        lists.into_iter().map(|(list, _)| list).collect()
    }
}

/// The best documents so far, and some that were.
struct Best {
    top: usize,
    /// How many are gathered before the worst are thrown out.
    most: usize,
    hits: Vec<(u32, f32)>,
    /// Score that a document must reach; 0 until `top` are known.
    threshold: f32,
}

impl Best {
    fn new(top: usize) -> Self {
        Best { top, most: top.saturating_add(top.clamp(8, 64)), hits: Vec::new(), threshold: 0.0 }
    }

    fn add(&mut self, document: u32, score: f32) {
        self.hits.push((document, score));
        if self.hits.len() >= self.most || self.threshold == 0.0 && self.hits.len() == self.top {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if self.hits.len() >= self.top {
            let (_, worst, _) = self.hits.select_nth_unstable_by(self.top - 1, Self::order);
            self.threshold = worst.1;
            self.hits.truncate(self.top);
        }
    }

    fn sorted(mut self) -> Vec<(u32, f32)> {
        self.cut();
        self.hits.sort_unstable_by(Self::order);
        self.hits
    }

    fn order(a: &(u32, f32), b: &(u32, f32)) -> std::cmp::Ordering {
        b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
    }
}

/// Walks a term's documents in ascending order, passing over blocks without unpacking them.
struct Cursor<'i> {
    /// The document at hand; [`Cursor::END`] behind the last.
    document: u32,
    /// The term's weight in it.
    weight: f32,
    /// What is left of the block at hand, and its last document.
    block: Bytes<'i>,
    last: u32,
    /// Table and bytes of the blocks not entered yet, and how many they are.
    table: Bytes<'i>,
    blocks: Bytes<'i>,
    unread: usize,
}

impl<'i> Cursor<'i> {
    const END: u32 = u32::MAX;

    fn new(postings: Postings<'i>) -> Self {
        let all = Bytes { rest: postings.bytes };
        let none = Bytes { rest: &[] };
        let mut cursor = Cursor {
            document: 0,
            weight: 0.0,
            block: all,
            last: Self::END,
            table: none,
            blocks: none,
            unread: 0,
        };
        if postings.count as usize > BLOCK {
            cursor.unread = (postings.count as usize).div_ceil(BLOCK);
            cursor.blocks = all;
            for _ in 0..cursor.unread {
                // A table that is cut off leaves no blocks either.
                let _ = cursor.blocks.number().and(cursor.blocks.number()).and(cursor.blocks.byte());
            }
            (cursor.table, cursor.block, cursor.last) = (all, none, 0);
        }
        cursor.advance();
        cursor
    }

    /// Goes to the next document.
    #[inline]
    fn advance(&mut self) {
        loop {
            if let Some((distance, weight)) = posting(&mut self.block) {
                self.document = self.document.wrapping_add(distance);
                self.weight = weight;
                return;
            }
            if !self.enter_block() {
                self.document = Self::END;
                return;
            }
        }
    }

    /// Goes to `document`, or to the first one behind it.
    #[inline]
    fn seek(&mut self, document: u32) {
        while self.last < document && self.enter_block() {}
        while self.document < document {
            self.advance();
        }
    }

    fn enter_block(&mut self) -> bool {
        if self.unread == 0 {
            return false;
        }
        self.unread -= 1;
        let entry = (self.table.number(), self.table.number(), self.table.byte());
        let (Some(distance), Some(length), Some(_)) = entry else {
            (self.block, self.unread) = (Bytes { rest: &[] }, 0);
            return false;
        };
        self.block = Bytes { rest: self.blocks.take(length as usize).unwrap_or_default() };
        self.document = self.last;
        self.last = self.last.wrapping_add(distance);
        true
    }
}
