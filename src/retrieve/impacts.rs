//! What terms add to documents, read from the postings once for words that are asked for again and again.

use super::index::Index;
use super::lexicon::Entry;
use super::postings::{Postings, WINDOW};

/// A document, and which share of the term's greatest possible score it gets.
type Impact = (u32, f32);

/// Lists of impacts by number.
#[derive(Default)]
pub(super) struct Lists {
    lists: Vec<Box<[Impact]>>,
    /// How many impacts they have together.
    size: usize,
}

impl Lists {
    /// Reads the postings of a term; the list's number, or `None` where no more are kept.
    pub(super) fn read(&mut self, index: &Index, entry: &Entry) -> Option<usize> {
        /// Eight bytes each.
        const MOST: usize = 1 << 21;
        let size = self.size.saturating_add(entry.count as usize);
        if size > MOST {
            return None;
        }
        self.size = size;
        let mut list = Vec::with_capacity(entry.count as usize);
        let mut postings = index.postings(entry)?;
        for start in (0..index.documents()).step_by(WINDOW) {
            postings.each_of_window(start, |at, weight| {
                let document = start + at as u32;
                list.extend(index.share_of(document, weight).map(|share| (document, share)));
            });
        }
        self.lists.push(list.into());
        Some(self.lists.len() - 1)
    }

    /// A term's impacts: as they were read, else from the index.
    pub(super) fn open<'l>(&'l self, index: &'l Index, entry: &Entry, list: Option<usize>) -> Impacts<'l> {
        match list.and_then(|number| self.lists.get(number)) {
            Some(list) => Impacts::Read(list),
            None => Impacts::Packed(index, index.postings(entry).unwrap_or_default()),
        }
    }
}

/// A term's impacts.
pub(super) enum Impacts<'l> {
    /// Those that are left.
    Read(&'l [Impact]),
    Packed(&'l Index, Postings<'l>),
}

impl Impacts<'_> {
    /// The impact on a document, if the term is in it; in ascending order.
    #[inline]
    pub(super) fn on(&mut self, document: u32) -> Option<f32> {
        match self {
            Impacts::Read(list) => {
                let at = list.binary_search_by_key(&document, |impact| impact.0).ok()?;
                Some(list[at].1)
            }
            Impacts::Packed(index, postings) => {
                let weight = postings.weight_in(document)?;
                index.share_of(document, weight)
            }
        }
    }

    /// Takes all impacts on a window's documents, by their places in it; windows in ascending order.
    #[inline]
    pub(super) fn each_of_window(&mut self, start: u32, mut take: impl FnMut(usize, f32)) {
        match self {
            Impacts::Read(list) => {
                let end = start.saturating_add(WINDOW as u32);
                let (here, rest) = list.split_at(list.partition_point(|impact| impact.0 < end));
                for (document, share) in here {
                    // Only altered bytes have a document before the window.
                    take(document.wrapping_sub(start) as usize % WINDOW, *share);
                }
                *list = rest;
            }
            Impacts::Packed(index, postings) => postings.each_of_window(start, |at, weight| {
                if let Some(share) = index.share_of(start + at as u32, weight) {
                    take(at, share);
                }
            }),
        }
    }
}
