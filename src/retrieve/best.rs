//! The best documents of a search.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A document with its score; the better one is the lesser.
#[derive(PartialEq)]
struct Hit {
    document: u32,
    score: f32,
}

impl Eq for Hit {}

impl PartialOrd for Hit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Hit {
    fn cmp(&self, other: &Self) -> Ordering {
        other.score.total_cmp(&self.score).then(self.document.cmp(&other.document))
    }
}

/// The best documents so far.
pub(super) struct Best {
    top: usize,
    /// The worst of them on top.
    hits: BinaryHeap<Hit>,
    /// Score that a document must reach; as it was given until `top` are known.
    threshold: f32,
}

/// A bound counts as missed only with this much to spare, since sums of floats are rounded.
const SLACK: f32 = 1.0 + 1e-5;

impl Best {
    /// For the `top` best of those that reach `threshold`.
    pub(super) fn new(top: usize, threshold: f32) -> Self {
        Best { top, hits: BinaryHeap::new(), threshold }
    }

    /// Whether a document that can score so much at most can still get among the best.
    #[inline]
    pub(super) fn admits(&self, bound: f32) -> bool {
        bound * SLACK >= self.threshold
    }

    pub(super) fn add(&mut self, document: u32, score: f32) {
        let hit = Hit { document, score };
        if self.hits.len() < self.top {
            self.hits.push(hit);
        } else if let Some(mut worst) = self.hits.peek_mut()
            && hit < *worst
        {
            *worst = hit;
        }
        if self.hits.len() == self.top {
            let worst = self.hits.peek().map_or(0.0, |worst| worst.score);
            // `f32::max` is a call in wasm.
            if worst > self.threshold {
                self.threshold = worst;
            }
        }
    }

    /// A score that as many as `top` of the documents added reach; 0 where they are fewer.
    pub(super) fn needed(self) -> f32 {
        if self.hits.len() < self.top { 0.0 } else { self.threshold }
    }

    /// The best, best first, equals by number.
    pub(super) fn sorted(self) -> Vec<(u32, f32)> {
        self.hits.into_sorted_vec().into_iter().map(|hit| (hit.document, hit.score)).collect()
    }
}
