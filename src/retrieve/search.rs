//! The best documents of a query, without reading most postings.
//!
//! Terms are taken in the order of the most that each can add (MaxScore). As soon as the terms left
//! cannot lift a document that has none of the others into the best, only the documents found so far that
//! still can get there are looked up in the lists left, block by block. The result is that of a full scan.

use super::K1;
use super::index::{BLOCK, Index, Postings, posting};
use super::varint::Bytes;

/// A term of the query that the index has.
struct List<'i> {
    postings: Postings<'i>,
    /// Query weight times rareness.
    weight: f32,
}

/// A bound is taken as reached only with this much to spare, since sums of floats are rounded.
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
        let lists = self.lists(query);
        if top == 0 || lists.is_empty() {
            return Vec::new();
        }
        // What the lists from the i-th on can add at most.
        let mut left = vec![0.0f32; lists.len() + 1];
        for (i, list) in lists.iter().enumerate().rev() {
            left[i] = left[i + 1] + list.weight * list.postings.max_impact;
        }

        let mut scores = vec![0.0f32; self.documents() as usize];
        let mut found: Vec<u32> = Vec::new();
        let mut threshold = 0.0;
        let mut next = 0;
        while next < lists.len() && (threshold == 0.0 || threshold <= left[next] * SLACK) {
            let list = &lists[next];
            list.postings.each(|document, weight| {
                let Some(score) = scores.get_mut(document as usize) else { return };
                if *score == 0.0 {
                    if !admit(document) {
                        *score = f32::NEG_INFINITY;
                        return;
                    }
                    found.push(document);
                }
                *score += list.weight * self.impact(document, weight);
            });
            next += 1;
            // Finding the threshold costs a pass over what was found: worth it before a long list.
            if lists.get(next).is_some_and(|list| list.postings.count as usize > found.len() / 4) {
                threshold = nth_best(&found, &scores, top);
            }
        }

        if next < lists.len() {
            found.sort_unstable();
        }
        while next < lists.len() {
            found.retain(|&document| (scores[document as usize] + left[next]) * SLACK >= threshold);
            let list = &lists[next];
            let mut cursor = Cursor::new(list.postings);
            for &document in &found {
                if let Some(weight) = cursor.weight_in(document) {
                    scores[document as usize] += list.weight * self.impact(document, weight);
                }
            }
            next += 1;
            threshold = nth_best(&found, &scores, top).max(threshold);
        }
        best(found, &scores, top)
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
                (weight > 0.0).then_some((List { postings, weight }, term))
            })
            .collect();
        let most = |list: &List| list.weight * list.postings.max_impact;
        lists
            .sort_by(|(a, term_a), (b, term_b)| most(b).total_cmp(&most(a)).then_with(|| term_a.cmp(term_b)));
        lists.into_iter().map(|(list, _)| list).collect()
    }
}

/// The score of the `top`-th best document; 0 when there are fewer.
fn nth_best(found: &[u32], scores: &[f32], top: usize) -> f32 {
    if found.len() < top {
        return 0.0;
    }
    let mut all: Vec<f32> = found.iter().map(|&document| scores[document as usize]).collect();
    *all.select_nth_unstable_by(top - 1, |a, b| b.total_cmp(a)).1
}

fn best(found: Vec<u32>, scores: &[f32], top: usize) -> Vec<(u32, f32)> {
    let mut hits: Vec<(u32, f32)> = found.into_iter().map(|d| (d, scores[d as usize])).collect();
    let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if hits.len() > top {
        hits.select_nth_unstable_by(top - 1, order);
        hits.truncate(top);
    }
    hits.sort_unstable_by(order);
    hits
}

impl<'i> Postings<'i> {
    /// Calls `visit` with each document and the term's weight in it.
    fn each(&self, mut visit: impl FnMut(u32, f32)) {
        let mut bytes = Bytes { rest: self.bytes };
        if self.count as usize > BLOCK {
            for _ in 0..(self.count as usize).div_ceil(BLOCK) {
                if bytes.number().and(bytes.number()).and(bytes.byte()).is_none() {
                    return;
                }
            }
        }
        let mut document = 0u32;
        for _ in 0..self.count {
            let Some((distance, weight)) = posting(&mut bytes) else { return };
            document = document.wrapping_add(distance);
            visit(document, weight);
        }
    }
}

/// Looks up documents in ascending order, passing over blocks that hold none of them.
struct Cursor<'i> {
    table: Bytes<'i>,
    /// Bytes of the blocks not entered yet.
    blocks: Bytes<'i>,
    /// The block at hand: what is left of it, and its last document.
    block: Bytes<'i>,
    last: u32,
    /// The posting at hand.
    document: u32,
    weight: f32,
    /// Postings in blocks not entered yet.
    unread: usize,
    started: bool,
}

impl<'i> Cursor<'i> {
    fn new(postings: Postings<'i>) -> Self {
        let all = Bytes { rest: postings.bytes };
        let mut cursor = Cursor {
            table: Bytes { rest: &[] },
            blocks: Bytes { rest: &[] },
            block: all,
            last: u32::MAX,
            document: 0,
            weight: 0.0,
            unread: 0,
            started: false,
        };
        if postings.count as usize > BLOCK {
            let mut blocks = all;
            for _ in 0..(postings.count as usize).div_ceil(BLOCK) {
                let _ = blocks.number().and(blocks.number()).and(blocks.byte());
            }
            cursor.table = all;
            cursor.blocks = blocks;
            cursor.block = Bytes { rest: &[] };
            cursor.last = 0;
            cursor.unread = (postings.count as usize).div_ceil(BLOCK);
        }
        cursor
    }

    /// The term's weight in `document`, which is not smaller than any asked for before.
    fn weight_in(&mut self, document: u32) -> Option<f32> {
        if self.started && self.document >= document {
            return (self.document == document).then_some(self.weight);
        }
        while self.unread > 0 && (self.last < document || !self.started && self.block.rest.is_empty()) {
            let before = self.last;
            let (distance, length) = (self.table.number()?, self.table.number()? as usize);
            self.table.byte()?;
            self.block = Bytes { rest: self.blocks.take(length)? };
            self.last = before.wrapping_add(distance);
            self.document = before;
            self.unread -= 1;
        }
        while let Some((distance, weight)) = posting(&mut self.block) {
            self.started = true;
            self.document = self.document.wrapping_add(distance);
            self.weight = weight;
            if self.document >= document {
                return (self.document == document).then_some(weight);
            }
        }
        None
    }
}
