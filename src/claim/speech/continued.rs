//! Quotations that go on: the rest of a passage over several sentences, and a passage that follows without a cue.

use super::{Attribution, Quote, quoted, says_nothing, sentence_of};
use crate::text::Document;

/// Adds what no cue of its own frames. `said` is sorted by sentence.
pub(super) fn find(document: &Document, quotes: &[Quote], said: &mut Vec<Attribution>) {
    let mut added: Vec<Attribution> = Vec::new();
    let mut next = 0;
    for quote in quotes {
        let first = sentence_of(document, quote.tokens.start);
        while next < said.len() && said[next].sentence <= first {
            next += 1;
        }
        if frame(document, quotes, quote, said).is_some() {
            continue;
        }
        if !alone(document, quote, first) {
            continue;
        }
        let before = said[..next].iter().rev().take(32).take_while(|a| a.sentence + 12 > first);
        let before = before.filter(|a| a.content.start < quote.span.start && !nested(quotes, a));
        let speaker = added
            .last()
            .into_iter()
            .chain(before)
            .find(|a| follows(document, quotes, a, first, quote))
            .cloned();
        if let Some(speaker) = speaker {
            push(document, quote, &speaker, &mut added);
        }
    }
    said.append(&mut added);
    said.sort_by_key(|a| (a.sentence, a.content_tokens.start));
    let mut next: Option<Attribution> = None;
    for pair in quotes.windows(2).rev() {
        let (quote, after) = (&pair[0], &pair[1]);
        if closed(document, quote) || frame(document, quotes, quote, said).is_some() {
            next = None;
            continue;
        }
        next = next.or_else(|| frame(document, quotes, after, said).cloned());
        if let Some(speaker) = &next {
            push(document, quote, speaker, &mut added);
        }
    }
    said.append(&mut added);
}

/// The attribution that covers a passage, its cue outside of passages.
fn frame<'a>(
    document: &Document,
    quotes: &[Quote],
    quote: &Quote,
    said: &'a [Attribution],
) -> Option<&'a Attribution> {
    let first = sentence_of(document, quote.tokens.start);
    let until = sentence_of(document, quote.tokens.end - 1);
    let covers = |a: &&Attribution| {
        a.content_tokens.start < quote.tokens.end
            && quote.tokens.start < a.content_tokens.end
            && !nested(quotes, a)
    };
    let end = said.partition_point(|a| (a.sentence, a.content_tokens.start) < (until, quote.tokens.end));
    said[..end].iter().rev().take(32).take_while(|a| a.sentence >= first).find(covers)
}

/// Whether a passage has its closing mark; one that has not goes on in the next paragraph.
fn closed(document: &Document, quote: &Quote) -> bool {
    document.tokens[quote.tokens.end - 1].span.end < quote.span.end
}

/// Whether the cue itself stands in a passage: then what follows is not its holder's.
fn nested(quotes: &[Quote], attribution: &Attribution) -> bool {
    let at = quotes.partition_point(|quote| quote.span.end <= attribution.cue.start);
    quotes.get(at).is_some_and(|quote| quote.span.contains(attribution.cue))
}

/// Whether the passage begins its sentence and nothing but marks follows it there.
fn alone(document: &Document, quote: &Quote, first: usize) -> bool {
    let sentence = &document.sentences[first];
    let last = &document.sentences[sentence_of(document, quote.tokens.end - 1)];
    quote.tokens.start <= sentence.tokens.start + 1 && quote.tokens.end + 2 >= last.tokens.end
}

/// Whether the passage continues what this attribution reports: in the same paragraph behind direct speech, or in the
/// next where the passage before was left open.
fn follows(document: &Document, quotes: &[Quote], before: &Attribution, first: usize, quote: &Quote) -> bool {
    let paragraph = document.sentences[first].paragraph;
    let cue = sentence_of(document, before.content_tokens.start);
    let there = document.sentences[cue].paragraph;
    if there == paragraph {
        return true;
    }
    let index = quotes.partition_point(|q| q.tokens.start < quote.tokens.start);
    let open = index
        .checked_sub(1)
        .map(|i| &quotes[i])
        .is_some_and(|q| !closed(document, q) && before.content_tokens.end >= q.tokens.start);
    open && there + 1 >= paragraph
}

/// One attribution for each sentence of the passage.
fn push(document: &Document, quote: &Quote, speaker: &Attribution, out: &mut Vec<Attribution>) {
    let mut start = quote.tokens.start - 1;
    let last = quote.tokens.end + usize::from(closed(document, quote));
    while start < last {
        let sentence = sentence_of(document, start);
        let end = document.sentences[sentence].tokens.end.min(last);
        let content = document.span(start..end);
        if !says_nothing(document, content) {
            out.push(Attribution {
                sentence,
                content,
                content_tokens: start..end,
                direct: quoted(&(start..end), std::slice::from_ref(quote)),
                ..speaker.clone()
            });
        }
        start = end;
    }
}
