//! The best documents of a search.

/// The best documents so far, and some that were.
pub(super) struct Best {
    top: usize,
    /// How many are gathered before the worst are thrown out.
    most: usize,
    hits: Vec<(u32, f32)>,
    /// Score that a document must reach; as it was given until `top` are known.
    threshold: f32,
}

/// A bound counts as missed only with this much to spare, since sums of floats are rounded.
const SLACK: f32 = 1.0 + 1e-5;

impl Best {
    /// For the `top` best of those that reach `threshold`.
    pub(super) fn new(top: usize, threshold: f32) -> Self {
        Best { top, most: top.saturating_add(top.clamp(8, 64)), hits: Vec::new(), threshold }
    }

    /// Whether a document that can score so much at most can still get among the best.
    #[inline]
    pub(super) fn admits(&self, bound: f32) -> bool {
        bound * SLACK >= self.threshold
    }

    pub(super) fn add(&mut self, document: u32, score: f32) {
        if score < self.threshold && self.hits.len() >= self.top {
            return;
        }
        self.hits.push((document, score));
        if self.hits.len() >= self.most || self.hits.len() == self.top {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if self.hits.len() >= self.top {
            let (_, worst, _) = self.hits.select_nth_unstable_by(self.top - 1, Self::order);
            self.threshold = self.threshold.max(worst.1);
            self.hits.truncate(self.top);
        }
    }

    /// A score that as many as `top` of the documents added reach; 0 where they are fewer.
    pub(super) fn needed(mut self) -> f32 {
        self.cut();
        if self.hits.len() < self.top { 0.0 } else { self.threshold }
    }

    /// The best, best first, equals by number.
    pub(super) fn sorted(mut self) -> Vec<(u32, f32)> {
        self.cut();
        self.hits.sort_unstable_by(Self::order);
        self.hits
    }

    fn order(a: &(u32, f32), b: &(u32, f32)) -> std::cmp::Ordering {
        b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
    }
}
