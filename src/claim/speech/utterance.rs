//! What one cue frames, as one: for readers that count who said what.

use super::Attribution;
use crate::claim::Analysis;
use crate::text::Span;

/// All that one cue frames, over as many sentences and interruptions as it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    /// The words that name the holder; `None` where the text does not.
    pub source: Option<Span>,
    /// The reporting words.
    pub cue: Span,
    /// From the first part to the last; where most of that would be the words around the cue, the longest part.
    pub content: Span,
    /// The stretches of content, in text order.
    pub parts: Vec<Span>,
    /// All given in quotation marks.
    pub direct: bool,
}

/// Reports and attitudes of a text in the order of their cues, without the *you* of speech, which means nobody.
pub fn utterances(text: &str, analysis: &Analysis) -> Vec<Utterance> {
    let anybody = |said: &&Attribution| {
        let source = said.source.map_or("", |source| source.of(text));
        source.eq_ignore_ascii_case("you")
    };
    let all = analysis.attributions.iter().chain(&analysis.attitudes);
    let mut all: Vec<&Attribution> = all.filter(|said| !anybody(said)).collect();
    all.sort_by_key(|said| (said.cue.start, said.cue.end, said.content.start));
    let mut out: Vec<Utterance> = Vec::new();
    for said in all {
        match out.last_mut().filter(|last| last.cue == said.cue) {
            Some(last) => {
                last.parts.push(said.content);
                last.direct &= said.direct;
            }
            None => out.push(Utterance {
                source: said.source,
                cue: said.cue,
                content: said.content,
                parts: vec![said.content],
                direct: said.direct,
            }),
        }
    }
    for utterance in &mut out {
        utterance.content = whole(text, &utterance.parts).unwrap_or(utterance.content);
    }
    out
}

fn whole(text: &str, parts: &[Span]) -> Option<Span> {
    let length = |span: &Span| span.of(text).chars().count();
    let whole = parts.iter().copied().reduce(Span::to)?;
    let said: usize = parts.iter().map(length).sum();
    if 3 * length(&whole) <= 5 * said { Some(whole) } else { parts.iter().copied().max_by_key(length) }
}
