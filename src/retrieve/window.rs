//! The scores of a window's documents, summed up list by list.

use super::impacts::Impacts;
use super::postings::WINDOW;

/// Sums of the documents of one window after the other; between searches it is empty.
pub(super) struct Window {
    sums: [f32; WINDOW],
    /// A bit for each document that has a sum.
    touched: [u64; WINDOW / 64],
}

impl Window {
    /// Without any document.
    pub(super) fn new() -> Box<Self> {
        Box::new(Window { sums: [0.0; WINDOW], touched: [0; WINDOW / 64] })
    }

    /// Adds to all documents of a list, of the window from `start` on, what it gives them: `weight` times their shares.
    pub(super) fn bring_in(&mut self, start: u32, impacts: &mut Impacts, weight: f32) {
        let Window { sums, touched } = self;
        impacts.each_of_window(start, |at, share| {
            touched[at / 64] |= 1 << (at % 64);
            sums[at] += weight * share;
        });
    }

    /// The same for those of them that have a sum already.
    pub(super) fn add(&mut self, start: u32, impacts: &mut Impacts, weight: f32) {
        let sums = &mut self.sums;
        impacts.each_of_window(start, |at, share| {
            if sums[at] != 0.0 {
                sums[at] += weight * share;
            }
        });
    }

    /// How many documents have a sum.
    pub(super) fn count(&self) -> u32 {
        self.touched.iter().map(|word| word.count_ones()).sum()
    }

    /// Takes all documents with their sums, in order; none is left.
    #[inline]
    pub(super) fn drain(&mut self, start: u32, mut take: impl FnMut(u32, f32)) {
        for (at, word) in self.touched.iter_mut().enumerate() {
            let mut bits = std::mem::take(word);
            while bits != 0 {
                let at = at * 64 + bits.trailing_zeros() as usize;
                bits &= bits - 1;
                take(start + at as u32, std::mem::take(&mut self.sums[at]));
            }
        }
    }
}
