//! Of one term the documents that hold it, with its weight in each.
//!
//! A term of few documents has them as distances, in blocks; one of many has them by place, so that asking whether a
//! document is among them takes the same short time wherever it stands. Weights are in eighths. A term has one
//! *usual* weight; only those that differ from it are written.
//!
//! *Sparse:* a posting is the distance to the document before, shifted left by one; the lowest bit says that a byte with
//! the weight follows. A list longer than [`BLOCK`] starts with a table: of each block the distance from the last document
//! of the block before to its own last one, and its length in bytes.
//!
//! *Dense:* a table gives for each [`WINDOW`] of documents where its bytes start (`u32`) and for each of the window's
//! chunks of 256 documents where its bytes end, counted from there (`u16`). A chunk that is not empty is the number of its documents less
//! one, their lowest bytes in order (or, for more than [`LISTED`], 256 bits), and a pair of lowest byte and weight for
//! each weight that is not the usual one.

use super::varint::{self, Bytes};

/// Documents of a window; a search sums up the scores of one after the other.
pub(super) const WINDOW: usize = 4096;
const CHUNK: usize = 256;
/// Bytes of a window's row in the table of a dense list.
const ROW: usize = 4 + 2 * (WINDOW / CHUNK);
/// Up to so many documents of a chunk are listed.
const LISTED: usize = 32;
/// Bytes of a chunk's bits.
const BITS: usize = CHUNK / 8;
/// Postings of a block of a sparse list.
const BLOCK: usize = 128;

/// A posting: document and weight in eighths.
pub(super) type Posting = (u32, u8);

/// Whether a term of `count` of `documents` documents has them by place.
fn is_dense(count: u32, documents: u32) -> bool {
    count as usize > BLOCK && count > documents / 64
}

/// The weight that most of a term's postings have; of several the least.
pub(super) fn usual(postings: &[Posting]) -> u8 {
    let mut counts = [0u32; 256];
    for &(_, weight) in postings {
        counts[usize::from(weight)] += 1;
    }
    (0..=255u8).rev().max_by_key(|&weight| counts[usize::from(weight)]).unwrap_or(8)
}

/// Writes a term's postings, in ascending order of documents.
pub(super) fn write(out: &mut Vec<u8>, postings: &[Posting], usual: u8, documents: u32) {
    if is_dense(postings.len() as u32, documents) {
        write_dense(out, postings, usual, documents);
    } else {
        write_sparse(out, postings, usual);
    }
}

fn write_sparse(out: &mut Vec<u8>, postings: &[Posting], usual: u8) {
    let mut blocks = Vec::new();
    let mut table = Vec::new();
    let mut before = 0;
    for block in postings.chunks(BLOCK) {
        let (start, first) = (blocks.len(), before);
        for &(document, weight) in block {
            let differs = weight != usual;
            varint::write(&mut blocks, (document - before) << 1 | u32::from(differs));
            if differs {
                blocks.push(weight);
            }
            before = document;
        }
        varint::write(&mut table, before - first);
        varint::write(&mut table, (blocks.len() - start) as u32);
    }
    if postings.len() > BLOCK {
        out.extend(table);
    }
    out.extend(blocks);
}

fn write_dense(out: &mut Vec<u8>, postings: &[Posting], usual: u8, documents: u32) {
    let mut rest = postings;
    let mut table = Vec::new();
    let mut chunks = Vec::new();
    for window in 0..(documents as usize).div_ceil(WINDOW) {
        let base = chunks.len();
        table.extend((base as u32).to_le_bytes());
        for chunk in 0..WINDOW / CHUNK {
            let end = (window * WINDOW + (chunk + 1) * CHUNK) as u32;
            let (here, after) = rest.split_at(rest.partition_point(|&(document, _)| document < end));
            rest = after;
            write_chunk(&mut chunks, here, usual);
            table.extend(((chunks.len() - base) as u16).to_le_bytes());
        }
    }
    out.extend(table);
    out.extend(chunks);
}

fn write_chunk(out: &mut Vec<u8>, postings: &[Posting], usual: u8) {
    let Some(last) = postings.len().checked_sub(1) else { return };
    out.push(last as u8);
    if postings.len() <= LISTED {
        out.extend(postings.iter().map(|&(document, _)| document as u8));
    } else {
        let mut bits = [0u8; BITS];
        for &(document, _) in postings {
            bits[usize::from(document as u8 >> 3)] |= 1 << (document & 7);
        }
        out.extend(bits);
    }
    for &(document, weight) in postings.iter().filter(|(_, weight)| *weight != usual) {
        out.extend([document as u8, weight]);
    }
}

/// Reads a term's postings from bytes that are not trusted: altered ones give other postings, never a panic.
pub(super) enum Postings<'i> {
    Sparse(Cursor<'i>),
    Dense(Dense<'i>),
}

impl Default for Postings<'_> {
    /// No postings.
    fn default() -> Self {
        Postings::Sparse(Cursor::new(&[], 0, 0))
    }
}

impl<'i> Postings<'i> {
    pub(super) fn new(bytes: &'i [u8], count: u32, usual: u8, documents: u32) -> Self {
        if is_dense(count, documents) {
            let table = (documents as usize).div_ceil(WINDOW) * ROW;
            let (table, chunks) = bytes.split_at_checked(table).unwrap_or_default();
            Postings::Dense(Dense { table, chunks, usual })
        } else {
            Postings::Sparse(Cursor::new(bytes, count, usual))
        }
    }

    /// The weight in a document, if it is among them. Of a sparse list only in ascending order.
    #[inline]
    pub(super) fn weight_in(&mut self, document: u32) -> Option<u8> {
        match self {
            Postings::Sparse(cursor) => cursor.weight_in(document),
            Postings::Dense(dense) => dense.weight_in(document),
        }
    }

    /// Takes all postings of a window, given by its first document; windows in ascending order.
    #[inline]
    pub(super) fn each_of_window(&mut self, start: u32, mut take: impl FnMut(usize, u8)) {
        match self {
            Postings::Sparse(cursor) => {
                let end = start.saturating_add(WINDOW as u32);
                cursor.seek(start);
                while cursor.document < end {
                    // Only altered bytes go back to a document before the window.
                    take(cursor.document.wrapping_sub(start) as usize % WINDOW, cursor.weight);
                    cursor.advance();
                }
            }
            Postings::Dense(dense) => dense.each_of_window(start as usize / WINDOW, take),
        }
    }
}

/// Postings by place.
pub(super) struct Dense<'i> {
    table: &'i [u8],
    chunks: &'i [u8],
    usual: u8,
}

/// A chunk's documents and the pairs of weights that are not the usual one.
struct Chunk<'i> {
    listed: bool,
    documents: &'i [u8],
    weights: &'i [u8],
}

impl<'i> Dense<'i> {
    fn chunk(&self, window: usize, chunk: usize) -> Option<Chunk<'i>> {
        let row = self.table.get(window * ROW..window * ROW + ROW)?;
        let base = u32::from_le_bytes([row[0], row[1], row[2], row[3]]) as usize;
        let end = |chunk: usize| usize::from(u16::from_le_bytes([row[4 + 2 * chunk], row[5 + 2 * chunk]]));
        let start = chunk.checked_sub(1).map_or(0, end);
        let bytes = self.chunks.get(base.checked_add(start)?..base.checked_add(end(chunk))?)?;
        let (&last, rest) = bytes.split_first()?;
        let listed = usize::from(last) < LISTED;
        let length = if listed { usize::from(last) + 1 } else { BITS };
        let (documents, weights) = rest.split_at_checked(length)?;
        Some(Chunk { listed, documents, weights })
    }

    #[inline]
    fn weight_in(&self, document: u32) -> Option<u8> {
        let place = document as usize;
        let chunk = self.chunk(place / WINDOW, place % WINDOW / CHUNK)?;
        let low = document as u8;
        let here = if chunk.listed {
            chunk.documents.binary_search(&low).is_ok()
        } else {
            chunk.documents[usize::from(low >> 3)] >> (low & 7) & 1 == 1
        };
        here.then(|| chunk.weight(low, self.usual))
    }

    fn each_of_window(&self, window: usize, mut take: impl FnMut(usize, u8)) {
        for place in 0..WINDOW / CHUNK {
            let Some(chunk) = self.chunk(window, place) else { continue };
            let first = place * CHUNK;
            if chunk.weights.is_empty() {
                chunk.each(|low| take(first + usize::from(low), self.usual));
                continue;
            }
            let mut unusual = chunk.weights;
            chunk.each(|low| {
                let weight = match unusual {
                    &[at, weight, ref rest @ ..] if at == low => {
                        unusual = rest;
                        weight
                    }
                    _ => self.usual,
                };
                take(first + usize::from(low), weight);
            });
        }
    }
}

impl Chunk<'_> {
    /// Takes the lowest byte of each document, in order.
    #[inline]
    fn each(&self, mut take: impl FnMut(u8)) {
        if self.listed {
            self.documents.iter().for_each(|&low| take(low));
            return;
        }
        for (at, &byte) in self.documents.iter().enumerate() {
            let mut bits = byte;
            while bits != 0 {
                take((at * 8) as u8 + bits.trailing_zeros() as u8);
                bits &= bits - 1;
            }
        }
    }

    #[inline]
    fn weight(&self, low: u8, usual: u8) -> u8 {
        self.weights.chunks_exact(2).find(|pair| pair[0] == low).map_or(usual, |pair| pair[1])
    }
}

/// Walks a sparse list in ascending order, passing over blocks without unpacking them.
pub(super) struct Cursor<'i> {
    /// The document at hand; [`Cursor::END`] behind the last.
    document: u32,
    /// The term's weight in it.
    weight: u8,
    usual: u8,
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

    fn new(bytes: &'i [u8], count: u32, usual: u8) -> Self {
        let all = Bytes { rest: bytes };
        let none = Bytes { rest: &[] };
        let mut cursor = Cursor {
            document: 0,
            weight: 0,
            usual,
            block: all,
            last: Self::END,
            table: none,
            blocks: none,
            unread: 0,
        };
        if count as usize > BLOCK {
            cursor.unread = (count as usize).div_ceil(BLOCK);
            cursor.blocks = all;
            for _ in 0..cursor.unread {
                // A table that is cut off leaves no blocks either.
                if cursor.blocks.number().and(cursor.blocks.number()).is_none() {
                    break;
                }
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
            if let Some(code) = self.block.number() {
                self.document = self.document.wrapping_add(code >> 1);
                self.weight =
                    if code & 1 == 0 { self.usual } else { self.block.byte().unwrap_or(self.usual) };
                return;
            }
            if !self.enter_block() {
                self.document = Self::END;
                return;
            }
        }
    }

    /// Goes to the first document from this one on, never back.
    #[inline]
    fn seek(&mut self, document: u32) {
        while self.last < document && self.enter_block() {}
        while self.document < document {
            self.advance();
        }
    }

    #[inline]
    fn weight_in(&mut self, document: u32) -> Option<u8> {
        self.seek(document);
        (self.document == document).then_some(self.weight)
    }

    fn enter_block(&mut self) -> bool {
        if self.unread == 0 {
            return false;
        }
        self.unread -= 1;
        let (Some(distance), Some(length)) = (self.table.number(), self.table.number()) else {
            (self.block, self.unread) = (Bytes { rest: &[] }, 0);
            return false;
        };
        self.block = Bytes { rest: self.blocks.take(length as usize).unwrap_or_default() };
        self.document = self.last;
        self.last = self.last.wrapping_add(distance);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Postings of `documents` documents, about one in `step`, with some weights that differ.
    fn some(documents: u32, step: u32) -> Vec<Posting> {
        let here = |d: &u32| d.wrapping_mul(2_654_435_761).rotate_left(7).is_multiple_of(step);
        (0..documents).filter(here).map(|d| (d, if d % 5 == 0 { 3 } else { 8 })).collect()
    }

    #[test]
    fn what_is_written_is_read() {
        for (documents, step) in
            [(300, 1), (10_000, 3), (10_000, 9), (10_000, 40), (50_000, 500), (9_000, 80)]
        {
            let postings = some(documents, step);
            let mut bytes = Vec::new();
            write(&mut bytes, &postings, usual(&postings), documents);
            let read = || Postings::new(&bytes, postings.len() as u32, usual(&postings), documents);
            let mut walked = Vec::new();
            let mut list = read();
            for start in (0..documents).step_by(WINDOW) {
                list.each_of_window(start, |at, weight| walked.push((start + at as u32, weight)));
            }
            assert_eq!(walked, postings, "one in {step} of {documents}");
            let mut list = read();
            let asked: Vec<Posting> = (0..documents).filter_map(|d| Some((d, list.weight_in(d)?))).collect();
            assert_eq!(asked, postings, "one in {step} of {documents}");
        }
    }

    #[test]
    fn the_usual_weight_is_the_most_frequent() {
        assert_eq!(usual(&[(0, 8), (1, 2), (2, 2)]), 2);
        assert_eq!(usual(&[(0, 8), (1, 2)]), 2);
        assert_eq!(usual(&[]), 0);
    }
}
