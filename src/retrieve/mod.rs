//! Candidates: the record's statements, analysed once, and the index that finds those near a claim.

mod corpus;

pub use corpus::Corpus;
