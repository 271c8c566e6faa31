//! Quotations that go on: the rest of a passage over several sentences, and a passage that follows without a cue.

use super::{Attribution, Quote, quoted, sentence_of};
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
        let covered = |a: &Attribution| {
            a.content_tokens.start < quote.tokens.end
                && quote.tokens.start < a.content_tokens.end
                && !nested(quotes, a)
        };
        let until = sentence_of(document, quote.tokens.end - 1);
        let near = said.partition_point(|a| a.sentence < first);
        if said[near..].iter().take_while(|a| a.sentence <= until).any(covered) {
            continue;
        }
        if !alone(document, quote, first) {
            continue;
        }
        let before = said[..next]
            .iter()
            .rev()
            .take_while(|a| a.sentence + 12 > first)
            .filter(|a| a.content.start < quote.span.start && !nested(quotes, a));
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
    let open = index.checked_sub(1).map(|i| &quotes[i]).is_some_and(|q| {
        q.span.end == document.tokens[q.tokens.end - 1].span.end
            && before.content_tokens.end >= q.tokens.start
    });
    open && there + 1 >= paragraph
}

/// One attribution for each sentence of the passage.
fn push(document: &Document, quote: &Quote, speaker: &Attribution, out: &mut Vec<Attribution>) {
    let mut start = quote.tokens.start - 1;
    let closed = document.tokens[quote.tokens.end - 1].span.end < quote.span.end;
    let last = quote.tokens.end + usize::from(closed);
    while start < last {
        let sentence = sentence_of(document, start);
        let end = document.sentences[sentence].tokens.end.min(last);
        out.push(Attribution {
            sentence,
            content: document.span(start..end),
            content_tokens: start..end,
            direct: quoted(&(start..end), std::slice::from_ref(quote)),
            ..speaker.clone()
        });
        start = end;
    }
}
