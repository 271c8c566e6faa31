//! The sorted terms of an index, in blocks of sixteen.
//!
//! A block's first term is whole; each of the others gives the number of bytes that it shares with the term
//! before, and the rest. Behind a term stand the number of its documents, the length of its postings in
//! bytes, its greatest impact and its usual weight. A look-up halves the table of blocks, then walks one block.

use super::varint::{self, Bytes};
use std::cmp::Ordering;

const BLOCK: usize = 16;

/// What the lexicon knows of a term.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) count: u32,
    /// Where its postings start, counted from the first posting of the index.
    pub(super) start: u32,
    /// How many bytes they have.
    pub(super) length: u32,
    /// In 255ths.
    pub(super) max_impact: u8,
    /// The weight that most of its postings have, in eighths.
    pub(super) usual: u8,
}

/// The lexicon's part of an index.
pub(super) struct Lexicon<'i> {
    /// Of each block where its entries and its first postings start: two `u32`.
    pub(super) table: &'i [u8],
    pub(super) entries: &'i [u8],
    pub(super) terms: u32,
}

impl<'i> Lexicon<'i> {
    /// How many blocks hold this many terms.
    pub(super) fn blocks(terms: u32) -> usize {
        (terms as usize).div_ceil(BLOCK)
    }

    pub(super) fn find(&self, term: &str) -> Option<Entry> {
        let blocks = Self::blocks(self.terms);
        let (mut low, mut high) = (0, blocks);
        while low < high {
            let middle = low + (high - low) / 2;
            let (mut bytes, _) = self.block(middle)?;
            if Self::word(&mut bytes)? <= term.as_bytes() { low = middle + 1 } else { high = middle }
        }
        let (mut bytes, mut start) = self.block(low.checked_sub(1)?)?;
        let in_block = BLOCK.min(self.terms as usize - (low - 1) * BLOCK);
        // How many bytes the word before, which is less than the term, has in common with it.
        let mut same = 0;
        for i in 0..in_block {
            let shared = if i == 0 { 0 } else { bytes.number()? as usize };
            let rest = Self::word(&mut bytes)?;
            let (count, length) = (bytes.number()?, bytes.number()?);
            let (max_impact, usual) = (bytes.byte()?, bytes.byte()?);
            let sought = &term.as_bytes()[same..];
            match shared.cmp(&same) {
                Ordering::Less => return None,
                // It differs from the term where the word before does.
                Ordering::Greater => {}
                Ordering::Equal if rest == sought => {
                    return Some(Entry { count, start, length, max_impact, usual });
                }
                Ordering::Equal if rest > sought => return None,
                Ordering::Equal => {
                    same += rest.iter().zip(sought).take_while(|(a, b)| a == b).count();
                }
            }
            start = start.checked_add(length)?;
        }
        None
    }

    fn word(bytes: &mut Bytes<'i>) -> Option<&'i [u8]> {
        let length = bytes.number()? as usize;
        bytes.take(length)
    }

    fn block(&self, block: usize) -> Option<(Bytes<'i>, u32)> {
        let row = self.table.get(block * 8..block * 8 + 8)?;
        let entries = u32::from_le_bytes(row[..4].try_into().ok()?) as usize;
        let postings = u32::from_le_bytes(row[4..].try_into().ok()?);
        Some((Bytes { rest: self.entries.get(entries..)? }, postings))
    }
}

/// Writes a lexicon, term by term in ascending order.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) table: Vec<u8>,
    pub(super) entries: Vec<u8>,
    last: String,
    terms: usize,
}

impl Writer {
    /// Adds a term whose postings start at `entry.start`.
    pub(super) fn add(&mut self, term: &str, entry: &Entry) {
        if self.terms.is_multiple_of(BLOCK) {
            self.table.extend((self.entries.len() as u32).to_le_bytes());
            self.table.extend(entry.start.to_le_bytes());
            self.last.clear();
        }
        let shared = term.bytes().zip(self.last.bytes()).take_while(|(a, b)| a == b).count();
        if !self.terms.is_multiple_of(BLOCK) {
            varint::write(&mut self.entries, shared as u32);
        }
        varint::write(&mut self.entries, (term.len() - shared) as u32);
        self.entries.extend(&term.as_bytes()[shared..]);
        varint::write(&mut self.entries, entry.count);
        varint::write(&mut self.entries, entry.length);
        self.entries.extend([entry.max_impact, entry.usual]);
        self.last.clear();
        self.last.push_str(term);
        self.terms += 1;
    }
}
