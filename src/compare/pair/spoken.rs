//! The words of a quotation, as far as two of them are compared.

use crate::claim::Analysis;
use crate::english;
use crate::text::{Span, fold, words};
use compact_str::{CompactString, format_compact};
use std::sync::LazyLock;

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
        let mut hashes = Vec::new();
        let edge = |c: char| !c.is_alphanumeric();
        for chunk in span.of(text).split_whitespace().map(|chunk| chunk.trim_matches(edge)) {
            hashes.extend(words(&spelt(&fold(chunk))).map(|word| hash(&fold(word))));
        }
        Spoken { span, words: hashes.into() }
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

/// Where it stands, what is written, what it is compared as: `data/english/variants.tsv`.
static VARIANTS: LazyLock<Vec<[&'static str; 3]>> = LazyLock::new(|| {
    let lines = english::rows(include_str!("../../../data/english/variants.tsv"));
    lines
        .filter_map(|line| {
            let mut fields = line.split('\t');
            Some([fields.next()?, fields.next()?, fields.next()?])
        })
        .collect()
});

/// A word, or the words of a short form, in the one spelling in which quotations are compared.
fn spelt(word: &str) -> CompactString {
    const LONG: usize = 6;
    let word = word.replace('’', "'");
    let mut spelt = CompactString::from(word.as_str());
    for [place, written, meant] in VARIANTS.iter() {
        let short = written.contains('\'');
        match *place {
            "word" if spelt == *written => return (*meant).into(),
            "end" if spelt.len() >= LONG || short => {
                if let Some(stem) = spelt.strip_suffix(written) {
                    spelt = format_compact!("{stem}{meant}");
                }
            }
            "in" if spelt.len() >= LONG && spelt.contains(written) => {
                spelt = spelt.replace(written, meant).into();
            }
            _ => {}
        }
    }
    spelt
}

/// FNV-1a.
fn hash(word: &str) -> u64 {
    word.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::spelt;

    #[test]
    fn one_word_in_two_spellings() {
        for (a, b) in [
            ("neighbour", "neighbor"),
            ("cancelled", "canceled"),
            ("apologise", "apologize"),
            ("theatre", "theater"),
            ("defence", "defense"),
            ("programme", "program"),
            ("grey", "gray"),
        ] {
            assert_eq!(spelt(a), spelt(b));
        }
        assert_eq!(spelt("won’t"), "will not");
        assert_eq!(spelt("we're"), "we are");
        assert_ne!(spelt("four"), spelt("for"));
    }
}
