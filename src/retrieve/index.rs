//! The index as it lies in memory and in a pack: one run of bytes, read in place.
//!
//! | bytes | what |
//! |---|---|
//! | 20 | number of documents, mean length (`f32`), number of terms, bytes of lexicon entries, bytes of postings |
//! | 1 a document | its length, coded |
//! | 1 a document | its bound: the greatest impact of a term on it, in 255ths, rounded up |
//! | 8 a block of 16 terms | where the block's entries and its first postings start |
//! | | lexicon entries, see `lexicon` |
//! | | postings, see `postings` |

use super::lexicon::{Entry, Lexicon};
use super::postings::Postings;
use super::{B, K1};

/// Documents by their terms.
#[derive(Clone, PartialEq)]
pub struct Index {
    bytes: Vec<u8>,
    /// Of each coded length what BM25 adds to a term's weight below the line.
    norms: Box<[f32; 256]>,
    /// What [`Index::share_at`] gives of the weights that are usual.
    shares: Box<[[f32; 256]]>,
    documents: u32,
    terms: u32,
    /// Where the bounds, the lexicon's table, its entries and the postings start.
    bounds: usize,
    table: usize,
    entries: usize,
    postings: usize,
}

/// Bytes before the document lengths.
pub(super) const HEADER: usize = 20;

impl Index {
    /// Reads what [`Index::as_bytes`] gave; `None` when the parts do not fit together. Bytes that fit and
    /// are wrong make wrong hits, but never a panic: a pack's hash is what guards against them.
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Index> {
        let number = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let (documents, mean, terms) = (number(0)?, f32::from_bits(number(4)?), number(8)?);
        let (lexicon_length, postings_length) = (number(12)? as usize, number(16)? as usize);
        let bounds = HEADER.checked_add(documents as usize)?;
        let table = bounds.checked_add(documents as usize)?;
        let entries = table.checked_add(Lexicon::blocks(terms).checked_mul(8)?)?;
        let postings = entries.checked_add(lexicon_length)?;
        if postings.checked_add(postings_length)? != bytes.len() || !mean.is_finite() || mean < 0.0 {
            return None;
        }
        let norms: Box<[f32; 256]> = Box::new(std::array::from_fn(|code| norm(length_of(code as u8), mean)));
        let shares = (0..USUAL_WEIGHTS).map(|weight| norms.map(|norm| share_of(weight, norm))).collect();
        Some(Index { bytes, norms, shares, documents, terms, bounds, table, entries, postings })
    }

    /// The index as bytes, the same for the same documents on every machine.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many documents it holds.
    pub fn documents(&self) -> u32 {
        self.documents
    }

    /// How many different terms it holds.
    pub fn terms(&self) -> u32 {
        self.terms
    }

    /// How rare a term is: its inverse document frequency as BM25 has it; greatest for one that is unknown.
    pub fn idf(&self, term: &str) -> f32 {
        self.idf_of(self.entry(term).map_or(0, |entry| entry.count))
    }

    pub(super) fn idf_of(&self, count: u32) -> f32 {
        let (all, with) = (f64::from(self.documents), f64::from(count.min(self.documents)));
        ln(1.0 + (all - with + 0.5) / (with + 0.5)) as f32
    }

    /// What the lexicon knows of a term.
    pub(super) fn entry(&self, term: &str) -> Option<Entry> {
        let table = self.bytes.get(self.table..self.entries)?;
        let entries = self.bytes.get(self.entries..self.postings)?;
        Lexicon { table, entries, terms: self.terms }.find(term)
    }

    /// The documents of a term.
    pub(super) fn postings(&self, entry: &Entry) -> Option<Postings<'_>> {
        let start = self.postings.checked_add(entry.start as usize)?;
        let bytes = self.bytes.get(start..start.checked_add(entry.length as usize)?)?;
        Some(Postings::new(bytes, entry.count, entry.usual, self.documents))
    }

    /// The codes of the documents' lengths.
    pub(super) fn lengths(&self) -> &[u8] {
        &self.bytes[HEADER..self.bounds]
    }

    /// The greatest impact that a term has on a document.
    #[inline]
    pub(super) fn bound(&self, document: u32) -> f32 {
        let bounds = &self.bytes[self.bounds..self.table];
        bounds.get(document as usize).map_or(1.0, |&bound| share(bound))
    }

    /// Which share of a term's greatest possible score a document of a coded length gets that holds it with a weight
    /// in eighths.
    #[inline]
    pub(super) fn share_at(&self, code: u8, weight: u8) -> f32 {
        match self.shares.get(usize::from(weight)) {
            Some(of_weight) => of_weight[usize::from(code)],
            None => share_of(weight, self.norms[usize::from(code)]),
        }
    }
    /// The same of a document; only altered bytes have one behind the last.
    #[inline]
    pub(super) fn share_of(&self, document: u32, weight: u8) -> Option<f32> {
        self.lengths().get(document as usize).map(|&code| self.share_at(code, weight))
    }
}

/// Weights in eighths below this one are usual.
const USUAL_WEIGHTS: u8 = 33;

fn share_of(weight: u8, norm: f32) -> f32 {
    let weight = f32::from(weight) / 8.0;
    weight / (weight + norm)
}

/// An impact: which share of a term's greatest possible score a document gets, from 255ths.
#[inline]
pub(super) fn share(impact: u8) -> f32 {
    f32::from(impact) / 255.0
}

/// What BM25 adds to a term's weight below the line, for a document of this length.
pub(super) fn norm(length: f32, mean: f32) -> f32 {
    K1 * (1.0 - B + if mean > 0.0 { B * length / mean } else { 0.0 })
}

/// A document length in a byte: sixteen steps an octave from 0.5 to 32,000.
pub(super) fn code_of(length: f32) -> u8 {
    let bits = length.clamp(0.5, 30_000.0).to_bits() + (1 << 18);
    ((bits >> 19) - (0.5f32.to_bits() >> 19)).min(255) as u8
}

/// The length that a byte stands for.
pub(super) fn length_of(code: u8) -> f32 {
    f32::from_bits(((0.5f32.to_bits() >> 19) + u32::from(code)) << 19)
}

/// Natural logarithm out of basic arithmetic alone, so that it is the same number on every machine.
fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let exponent = (bits >> 52) as i64 - 1023;
    let mantissa = f64::from_bits(bits & ((1 << 52) - 1) | 1023 << 52);
    let (mantissa, exponent) = if mantissa > std::f64::consts::SQRT_2 {
        (mantissa / 2.0, exponent + 1)
    } else {
        (mantissa, exponent)
    };
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let series = (0..12).rev().fold(0.0, |sum, i| sum * s * s + 1.0 / f64::from(2 * i + 1));
    2.0 * s * series + exponent as f64 * std::f64::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_right() {
        for x in [1.0, 1.0001, 1.5, 2.0, std::f64::consts::E, 10.0, 123_456.7, 1e12] {
            assert!((ln(x) - x.ln()).abs() < 1e-12, "{x}");
        }
    }

    #[test]
    fn lengths_survive_their_byte() {
        for length in [0.5f32, 1.0, 2.0, 7.0, 12.5, 16.0, 40.0, 300.0, 20_000.0] {
            let read = length_of(code_of(length));
            assert!((read - length).abs() <= length / 32.0, "{length} {read}");
        }
        assert_eq!((code_of(0.0), code_of(f32::MAX)), (0, 253));
    }

    #[test]
    fn bytes_that_do_not_fit_are_refused() {
        let index = Index::build([vec![("a", 1.0)], vec![("b", 1.0), ("a", 2.0)]]);
        let bytes = index.as_bytes();
        assert!(Index::from_bytes(bytes.to_vec()).is_some_and(|read| read == index));
        for end in 0..bytes.len() {
            assert!(Index::from_bytes(bytes[..end].to_vec()).is_none(), "cut at {end}");
        }
    }

    #[test]
    fn altered_bytes_make_no_panic() {
        let documents =
            (0..400).map(|i| vec![("common", 1.0), (if i % 3 == 0 { "third" } else { "other" }, 2.0)]);
        let bytes = Index::build(documents).as_bytes().to_vec();
        for at in 0..bytes.len() {
            for value in [0, 1, 0x7f, 0x80, 0xff] {
                let mut altered = bytes.clone();
                altered[at] = value;
                if let Some(index) = Index::from_bytes(altered) {
                    index.search(&[("common", 1.0), ("third", 1.0), ("unknown", 1.0)], 3, |_| true);
                }
            }
        }
    }
}
