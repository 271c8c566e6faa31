//! From documents to the bytes of an index.

use super::index::{HEADER, Index, code_of, length_of, norm};
use super::lexicon::{Entry, Writer};
use super::postings::{self, Posting};
use compact_str::CompactString;
use foldhash::HashMap;

impl Index {
    /// An index of documents, numbered from 0 as they come. A term that a document gives several times
    /// counts with the sum of its weights.
    pub fn build<'t, D>(documents: impl IntoIterator<Item = D>) -> Index
    where
        D: IntoIterator<Item = (&'t str, f32)>,
    {
        let mut builder = Builder::default();
        for document in documents {
            builder.add(document);
        }
        builder.finish()
    }
}

/// Takes documents one by one, so that their terms need not be in memory together.
#[derive(Default)]
pub(super) struct Builder {
    numbers: HashMap<CompactString, u32>,
    postings: Vec<Vec<Posting>>,
    lengths: Vec<f32>,
    /// Of each document the greatest weight of a term, in eighths.
    greatest: Vec<u8>,
    /// Terms of the document at hand.
    at_hand: Vec<(u32, f32)>,
}

impl Builder {
    /// Adds the next document.
    pub(super) fn add<T: AsRef<str>>(&mut self, document: impl IntoIterator<Item = (T, f32)>) {
        let number = self.lengths.len() as u32;
        self.at_hand.clear();
        for (term, weight) in document {
            let term = term.as_ref();
            let id = match self.numbers.get(term) {
                Some(&id) => id,
                None => {
                    let id = self.postings.len() as u32;
                    self.numbers.insert(term.into(), id);
                    self.postings.push(Vec::new());
                    id
                }
            };
            match self.at_hand.iter_mut().find(|(other, _)| *other == id) {
                Some((_, sum)) => *sum += weight,
                None => self.at_hand.push((id, weight)),
            }
        }
        let (mut length, mut greatest) = (0.0, 0);
        for &(id, weight) in &self.at_hand {
            let eighths = (weight * 8.0 + 0.5).clamp(1.0, 255.0) as u8;
            length += f32::from(eighths) / 8.0;
            greatest = greatest.max(eighths);
            self.postings[id as usize].push((number, eighths));
        }
        self.lengths.push(length);
        self.greatest.push(greatest);
    }

    /// The index of all documents added.
    pub(super) fn finish(self) -> Index {
        let count = self.lengths.len();
        let sum: f64 = self.lengths.iter().map(|&length| f64::from(length)).sum();
        let mean = if count == 0 { 0.0 } else { (sum / count as f64) as f32 };
        let codes: Vec<u8> = self.lengths.iter().map(|&length| code_of(length)).collect();
        let impact = |(document, eighths): Posting| {
            let weight = f32::from(eighths) / 8.0;
            let impact = weight / (weight + norm(length_of(codes[document as usize]), mean));
            (impact * 255.0 + 1.0).min(255.0) as u8
        };
        let bounds: Vec<u8> = (0..).zip(&self.greatest).map(|(d, &eighths)| impact((d, eighths))).collect();

        let mut terms: Vec<(CompactString, u32)> = self.numbers.into_iter().collect();
        terms.sort_unstable();
        let mut lexicon = Writer::default();
        let mut all = Vec::new();
        for (term, id) in &terms {
            let postings = &self.postings[*id as usize];
            let start = all.len();
            let usual = postings::usual(postings);
            postings::write(&mut all, postings, usual, count as u32);
            let max_impact = postings.iter().map(|&p| impact(p)).max().unwrap_or(0);
            let length = (all.len() - start) as u32;
            let (count, start) = (postings.len() as u32, start as u32);
            let entry = Entry { count, start, length, max_impact, usual };
            lexicon.add(term, &entry);
        }

        let mut bytes =
            Vec::with_capacity(HEADER + 2 * count + lexicon.table.len() + lexicon.entries.len() + all.len());
        bytes.extend((count as u32).to_le_bytes());
        bytes.extend(mean.to_bits().to_le_bytes());
        bytes.extend((terms.len() as u32).to_le_bytes());
        bytes.extend((lexicon.entries.len() as u32).to_le_bytes());
        bytes.extend((all.len() as u32).to_le_bytes());
        bytes.extend(codes);
        bytes.extend(bounds);
        bytes.extend(lexicon.table);
        bytes.extend(lexicon.entries);
        bytes.extend(all);
        Index::from_bytes(bytes).expect("an index reads what it wrote; it holds fewer than 4 GiB of postings")
    }
}
