//! Which statements could speak to a claim? An inverted index over terms, ranked by BM25.
//!
//! [`Index`] knows nothing of records: it takes documents as weighted terms and gives documents back,
//! best first, exactly as a scan of all would (`tests/retrieve.rs` compares the two). [`Retriever`] puts a
//! record's statements into one, with [`terms`] of their text and the entities that it [names](crate::claim::Names).
//!
//! ```
//! use on_record::retrieve::Index;
//! let index = Index::build([vec![("tram", 1.0), ("open", 1.0)], vec![("tram", 1.0)]]);
//! let hits = index.search(&[("open", 1.0), ("tram", 1.0)], 10, |_| true);
//! assert_eq!(hits.iter().map(|hit| hit.0).collect::<Vec<u32>>(), [0, 1]);
//! ```

mod best;
mod build;
mod candidates;
mod corpus;
mod impacts;
mod index;
mod lexicon;
mod postings;
mod record;
mod search;
mod terms;
mod varint;
mod window;

pub use candidates::Candidates;
pub use corpus::Corpus;
pub use index::Index;
pub use record::{Retriever, names};
pub use terms::{terms, terms_of};

/// How soon another mention of a term stops to count (the customary value; smaller ones found less).
pub const K1: f32 = 1.2;

/// How much less the terms of a long statement count (the customary value).
pub const B: f32 = 0.75;
