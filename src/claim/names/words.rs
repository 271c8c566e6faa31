//! The words of a text as names are told by: folded, with their classes, and which of them the text writes as names.

use crate::english::{self, NameClass, NameWord};
use crate::text::{Case, Document, Form, Tag, Token, TokenKind, capitals_mean_nothing, fold};
use compact_str::CompactString;
use foldhash::HashSet;
use std::ops::Range;

/// The part of an office's name that the office noun is: "mayor" of *ex-mayor* and *then-mayor*.
pub(in crate::claim) fn unprefixed(lemma: &str) -> &str {
    match lemma.split_once('-') {
        Some((prefix, rest)) if english::name_word(prefix).is(NameClass::Former) => rest,
        _ => lemma,
    }
}

/// Whether a word names an office, also *ex-mayor* and *minister-elect*.
pub(in crate::claim) fn is_office(lemma: &str) -> bool {
    let lemma = unprefixed(lemma);
    english::is_office(lemma)
        || lemma
            .strip_suffix("-elect")
            .or_else(|| lemma.strip_suffix("-designate"))
            .is_some_and(english::is_office)
}

/// The name in "York-based", "Hale-owned", which says of what follows where it is or whose.
pub(in crate::claim) fn attributed(word: &str) -> Option<&str> {
    let (name, participle) = word.rsplit_once('-')?;
    let small = participle.len() > 3 && participle.bytes().all(|b| b.is_ascii_lowercase());
    let done = || matches!(english::lemma(participle, Tag::Verb).1, Form::Past | Form::Participle);
    (small && name.len() > 1 && name.starts_with(char::is_uppercase) && done()).then_some(name)
}

/// A text's words, looked at for names.
pub(super) struct Words<'d, 't> {
    pub document: &'d Document<'t>,
    /// Each token folded.
    pub folded: Vec<CompactString>,
    /// What each can be in a name.
    classes: Vec<NameWord>,
    /// Words that stand capitalised where a capital means a name.
    written: HashSet<CompactString>,
}

impl<'d, 't> Words<'d, 't> {
    pub fn of(document: &'d Document<'t>) -> Self {
        let fold = |token: &Token| fold(token.span.of(document.text));
        let folded: Vec<CompactString> = document.tokens.iter().map(fold).collect();
        let class = |(token, folded): (&Token, &CompactString)| match token.lemma == *folded {
            true => token.known.naming,
            false => english::name_word(folded),
        };
        let classes = document.tokens.iter().zip(&folded).map(class).collect();
        let mut words = Words { document, folded, classes, written: HashSet::default() };
        for sentence in &document.sentences {
            if capitals_mean_nothing(document.text, &document.tokens[sentence.tokens.clone()]) {
                continue;
            }
            for at in sentence.tokens.clone() {
                let token = &document.tokens[at];
                let inside = token.kind == TokenKind::Word
                    && token.case != Case::Lower
                    && token.tag == Tag::Propn
                    && !words.opens(at, sentence.tokens.start);
                // A capital inside a longer name ("House of Commons") tells nothing of the word alone; a surname does.
                let alone = || !words.capital(at + 1) && !words.capital_before(at);
                if inside && (!words.common(at) || alone() || words.surname(at)) {
                    words.written.insert(words.folded[at].clone());
                }
            }
        }
        words
    }

    /// A token as it stands; nothing past the end.
    pub fn raw(&self, at: usize) -> &'t str {
        self.document.tokens.get(at).map_or("", |token| token.span.of(self.document.text))
    }

    /// What the word at a token can be in a name; nothing past the end.
    pub fn class(&self, at: usize) -> NameWord {
        self.classes.get(at).copied().unwrap_or_default()
    }

    pub fn is(&self, at: usize, class: NameClass) -> bool {
        self.class(at).is(class)
    }

    pub fn office(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_some_and(|token| {
            token.known.classes.office() || token.lemma.contains('-') && is_office(&token.lemma)
        })
    }

    /// A capitalised word.
    pub fn capital(&self, at: usize) -> bool {
        let token = self.document.tokens.get(at);
        token.is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
    }

    fn capital_before(&self, at: usize) -> bool {
        at > 0 && self.capital(at - 1)
    }

    /// The word after a given name or an honorific, at the end of a name.
    fn surname(&self, at: usize) -> bool {
        at > 0
            && self.capital(at - 1)
            && !self.capital(at + 1)
            && self.class(at - 1).any(&[NameClass::Given, NameClass::Honorific])
    }

    /// Whether the lexicon has the word in another use than as a name.
    pub fn common(&self, at: usize) -> bool {
        let Some(word) = self.folded.get(at) else { return false };
        english::listed_uses(word).is_some_and(|uses| uses.any(b"nsvzdpgjcrCWaoSKtPQwiTqNMBEHD"))
    }

    /// *Wildfires*: two words of the lexicon in one, the second in the plural.
    pub fn compound_plural(&self, at: usize) -> bool {
        const SHORTEST: usize = 3;
        let word = self.folded[at].as_str();
        let noun = |part: &str, plural: bool| {
            english::listed_uses(part).is_some_and(|uses| uses.any(if plural { b"s" } else { b"njv" }))
        };
        word.ends_with('s')
            && word.is_ascii()
            && (SHORTEST..word.len().saturating_sub(SHORTEST))
                .any(|cut| noun(&word[cut..], true) && noun(&word[..cut], false))
    }

    /// Whether the word is an adverb or a function word, and no given name or place.
    pub fn small(&self, at: usize) -> bool {
        english::listed_uses(&self.folded[at]).is_some_and(|uses| uses.any(b"rCWaoSKtPQwiTqNMBEHD"))
            && !self.class(at).any(&[NameClass::Given, NameClass::PlaceName, NameClass::PlaceBefore])
    }

    /// Whether the text writes the word as a name where a capital means one.
    pub fn written(&self, at: usize) -> bool {
        self.written.contains(&self.folded[at])
    }

    /// Whether a token opens a sentence or a quotation, where every word has a capital.
    pub fn opens(&self, at: usize, start: usize) -> bool {
        let mark = |at: usize| {
            let token = &self.document.tokens[at];
            matches!(token.kind, TokenKind::Punctuation | TokenKind::Symbol)
        };
        at == start
            || mark(at - 1)
                && (matches!(
                    self.raw(at - 1),
                    "“" | "\"" | "«" | "„" | "‘" | ":" | "–" | "—" | "•" | "…" | "."
                ) || (start..at).all(mark))
    }

    /// "York-based" and the like.
    pub fn attribute(&self, at: usize) -> bool {
        attributed(self.raw(at)).is_some()
    }

    /// Words of a range joined, without the article: the key of a name.
    pub fn key(&self, tokens: Range<usize>) -> CompactString {
        let mut key = CompactString::default();
        let article = tokens.len() > 1 && self.folded[tokens.start] == "the";
        for word in &self.folded[tokens.start + usize::from(article)..tokens.end] {
            if !key.is_empty() && !matches!(word.as_str(), "'s" | "'") {
                key.push(' ');
            }
            key.push_str(word);
        }
        // "New York-based".
        if self.attribute(tokens.end - 1)
            && let Some(cut) = key.rfind('-')
        {
            key.truncate(cut);
        }
        key
    }
}
