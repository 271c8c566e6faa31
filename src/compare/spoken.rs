//! The words of a quotation, as far as two of them are compared.

use crate::claim::Analysis;
use crate::text::{Span, fold, words};

/// A quotation.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// Where it stands.
    pub span: Span,
    /// Its folded words, each as a hash: they are only asked whether they are the same.
    pub words: Box<[u64]>,
}

impl Spoken {
    /// The words under a span.
    pub fn read(text: &str, span: Span) -> Self {
        Spoken { span, words: words(span.of(text)).map(|word| hash(&fold(word))).collect() }
    }

    /// The first quotation that touches a claim.
    pub fn around(text: &str, analysis: &Analysis, claim: Span) -> Option<Self> {
        analysis.quotes_in(claim).first().map(|quote| Spoken::read(text, quote.span))
    }

    /// The words on record: a statement's exact words where its text holds them, else its longest quotation.
    pub fn on_record(text: &str, analysis: &Analysis, quote: Option<&str>) -> Option<Self> {
        let exact = quote.and_then(|quote| {
            let start = text.find(quote)?;
            Some(Span::new(start, start + quote.len()))
        });
        let longest = || analysis.quotes.iter().map(|q| q.span).max_by_key(|span| span.end - span.start);
        Some(Spoken::read(text, exact.or_else(longest)?))
    }
}

/// FNV-1a.
fn hash(word: &str) -> u64 {
    word.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
