//! Who says it: reported speech and quotation as holder, cue and content.

use super::clause::{Clause, ClauseKind};
use crate::english::{self, Stance};
use crate::text::{Case, Document, Span, Tag};
use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A stretch of text that the document gives as somebody's words or thoughts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// Index of its sentence.
    pub sentence: usize,
    /// The words that name the holder; `None` where the text does not.
    pub source: Option<Span>,
    /// The same as indices of tokens.
    pub source_tokens: Option<Range<usize>>,
    /// Index of the mention that is the holder, a pronoun resolved; `None` where no name is meant.
    pub holder: Option<usize>,
    /// The reporting verb, or "according to".
    pub cue: Span,
    /// Its lemma.
    pub lemma: CompactString,
    /// The holder's attitude.
    pub stance: Stance,
    /// What is reported.
    pub content: Span,
    /// The same as indices of tokens.
    pub content_tokens: Range<usize>,
    /// Given in quotation marks.
    pub direct: bool,
}

/// A passage in quotation marks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// With its marks.
    pub span: Span,
    /// The words inside, as indices of tokens.
    pub tokens: Range<usize>,
}

/// Passages in double quotation marks, in text order. A mark that nothing closes ends with its paragraph.
pub(super) fn quotes(document: &Document) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for sentence in &document.sentences {
        if open.is_some_and(|(_, paragraph)| paragraph != sentence.paragraph) {
            open = None;
        }
        for at in sentence.tokens.clone() {
            let opens = match document.word(at) {
                "“" | "«" | "„" => true,
                "”" | "»" => false,
                "\"" => open.is_none(),
                _ => continue,
            };
            if opens {
                open = Some((at, sentence.paragraph));
            } else if let Some((start, _)) = open.take()
                && at > start + 1
            {
                quotes.push(Quote {
                    span: document.tokens[start].span.to(document.tokens[at].span),
                    tokens: start + 1..at,
                });
            }
        }
    }
    quotes
}

fn quote_mark(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "“" | "”" | "\"" | "«" | "»" | "„")
}

/// All attributions of a document. `clauses` holds those of each sentence.
pub(super) fn find(document: &Document, clauses: &[Vec<Clause>], quotes: &[Quote]) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let before = found.len();
        let first = quotes.partition_point(|quote| quote.tokens.end < sentence.tokens.start);
        let last = quotes.partition_point(|quote| quote.tokens.start <= sentence.tokens.end);
        let quotes = &quotes[first..last.max(first)];
        according_to(document, sentence.tokens.clone(), quotes, &mut found);
        for (i, clause) in clauses[index].iter().enumerate() {
            reported(
                document,
                sentence.tokens.clone(),
                clause,
                clauses[index].get(i + 1),
                quotes,
                &mut found,
            );
        }
        if found.len() == before {
            continued(document, index, quotes, &mut found);
        }
        for attribution in &mut found[before..] {
            attribution.sentence = index;
        }
    }
    found
}

fn quoted(document: &Document, content: &Range<usize>, quotes: &[Quote]) -> bool {
    let inside = quotes
        .iter()
        .map(|quote| quote.tokens.end.min(content.end).saturating_sub(quote.tokens.start.max(content.start)))
        .sum::<usize>();
    let _ = document;
    inside * 2 > content.len()
}

fn attribution(
    document: &Document,
    source: Option<Range<usize>>,
    cue: Range<usize>,
    stance: Stance,
    mut content: Range<usize>,
    quotes: &[Quote],
) -> Option<Attribution> {
    let mark = |at: usize| {
        matches!(document.word(at), "," | ":" | "." | ";" | "–" | "—") || document.tokens[at].is(&["that"])
    };
    while content.start < content.end && mark(content.start) {
        content.start += 1;
    }
    while content.start < content.end && matches!(document.word(content.end - 1), "," | "." | ";") {
        content.end -= 1;
    }
    if content.is_empty() {
        return None;
    }
    Some(Attribution {
        sentence: 0,
        source: source.clone().map(|tokens| document.span(tokens)),
        source_tokens: source,
        holder: None,
        cue: document.span(cue.clone()),
        lemma: document.tokens[cue.end - 1].lemma.clone(),
        stance,
        content: document.span(content.clone()),
        direct: quoted(document, &content, quotes),
        content_tokens: content,
    })
}

/// "According to X, P" and "P, according to X".
fn according_to(document: &Document, sentence: Range<usize>, quotes: &[Quote], found: &mut Vec<Attribution>) {
    let words = &document.tokens;
    for at in sentence.clone() {
        if !(words[at].span.of(document.text).eq_ignore_ascii_case("according")
            && at + 2 < sentence.end
            && words[at + 1].lemma == "to")
        {
            continue;
        }
        let start = at + 2;
        let end = (start..sentence.end)
            .find(|&i| matches!(document.word(i), "," | "." | ";" | ":" | "–" | "—"))
            .unwrap_or(sentence.end);
        // "according to Martin Voss, who heads the chamber, P": the relative clause is part of the source's comma group.
        let content = if at <= sentence.start + 1 { end..sentence.end } else { sentence.start..at };
        found.extend(attribution(document, Some(start..end), at..at + 2, Stance::Say, content, quotes));
    }
}

/// Reporting verbs with a clause, a quote or an infinitive as content.
fn reported(
    document: &Document,
    sentence: Range<usize>,
    clause: &Clause,
    next: Option<&Clause>,
    quotes: &[Quote],
    found: &mut Vec<Attribution>,
) {
    let words = &document.tokens;
    let Some(verb) = &clause.verb else { return };
    let Some(stance) = english::classes(&words[verb.head].lemma).stance() else { return };
    if quotes.iter().any(|quote| quote.tokens.contains(&verb.head))
        && !quotes.iter().any(|q| q.tokens.start <= clause.tokens.start && sentence.end <= q.tokens.end + 2)
    {
        return;
    }
    let after = verb.tokens.end;
    // Inverted: "said Ulla Petersen of Save Linden Avenue".
    let inverted = clause.subject.is_none()
        || clause.subject.as_ref().is_some_and(|s| s.end <= clause.tokens.start)
        || {
            after < sentence.end
                && words[after].tag == Tag::Propn
                && words[after].case != Case::Lower
                && verb.tokens.start > sentence.start
                && matches!(document.word(verb.tokens.start - 1), "," | "”" | "\"" | "»")
        };
    let mark_before = |at: usize| {
        at > sentence.start
            && (matches!(document.word(at - 1), "," | "?" | "!" | "–" | "—") || quote_mark(document, at - 1))
    };
    let source_start = match &clause.subject {
        Some(subject)
            if !inverted && subject.end <= verb.tokens.start && subject.start >= clause.tokens.start =>
        {
            subject.start
        }
        _ => verb.tokens.start,
    };
    let source: Option<Range<usize>> = if inverted
        && after < sentence.end
        && !matches!(document.word(after), "," | "." | ":")
        && !words[after].is(&["that"])
        && words[after].tag != Tag::Adp
    {
        let end = (after..sentence.end)
            .find(|&i| matches!(document.word(i), "," | "." | ";" | ":") || quote_mark(document, i))
            .unwrap_or(sentence.end);
        let ends_sentence = end + 2 >= sentence.end
            || matches!(document.word(end.min(sentence.end - 1)), "," | "." | ";" | ":");
        (mark_before(verb.tokens.start) && ends_sentence).then_some(after..end)
    } else {
        None
    };
    let tail = source.is_some();
    let source = source.or_else(|| clause.subject.clone());
    // P, X said.
    let ends = {
        let rest = if tail { source.as_ref().map_or(after, |s| s.end) } else { after };
        // What may follow "X said": when, to whom, where.
        let complement = (rest..sentence.end).any(|i| words[i].is(&["that"])) && !tail;
        // "Okoro, who …, wants trams": what has an object does not close a report.
        let object = rest < sentence.end
            && matches!(words[rest].tag, Tag::Det | Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Pron)
            && !tail
            && !words[verb.head].is(&["tell", "inform", "assure", "remind", "warn"]);
        !complement && !object && next.is_none_or(|n| n.kind != ClauseKind::Complement)
    };
    if ends && mark_before(source_start) {
        let mut content = sentence.start..source_start;
        // "P; Q, X said" reports Q at least; a leading dateline or quote belongs to it.
        if let Some(semicolon) = content.clone().rev().find(|&i| document.word(i) == ";") {
            content.start = semicolon + 1;
        }
        found.extend(attribution(document, source.clone(), verb.tokens.clone(), stance, content, quotes));
        // An interrupted quote goes on: "P," X said, "Q".
        if let Some(open) = (after..sentence.end).find(|&i| quote_mark(document, i)) {
            found.extend(attribution(
                document,
                source,
                verb.tokens.clone(),
                stance,
                open..sentence.end,
                quotes,
            ));
        }
        return;
    }
    // X said (that) P, X told Y that P, X said: "P", X denied having V-ed, X promised to V.
    let content_start =
        if verb.governing().iter().any(|&v| english::classes(&words[v].lemma).stance().is_some()) {
            return;
        } else if let Some(colon) = (after..clause.tokens.end.max(after))
            .find(|&i| document.word(i) == ":" || quote_mark(document, i) || words[i].is(&["that"]))
        {
            Some(colon)
        } else {
            next.filter(|n| {
                n.tokens.start <= after + 12
                    && !matches!(n.kind, ClauseKind::Adverbial | ClauseKind::Relative)
                    && (n.kind != ClauseKind::Reduced || matches!(stance, Stance::Deny | Stance::Admit))
                    && !words[n.tokens.start].tag.eq(&Tag::Cconj)
            })
            .map(|n| n.tokens.start)
        };
    let Some(start) = content_start else {
        return;
    };
    let passive_hearsay = verb.passive && clause.subject.is_some();
    let end = (start..sentence.end)
        .find(|&i| document.word(i) == ";" && !quotes.iter().any(|q| q.tokens.contains(&i)))
        .unwrap_or(sentence.end);
    // "X said …, adding that …": whoever spoke goes on speaking.
    let goes_on = !verb.finite && clause.kind == ClauseKind::Reduced;
    let speaker = found.iter().rev().find(|a| sentence.contains(&a.content_tokens.start)).filter(|_| goes_on);
    let source = match speaker {
        _ if passive_hearsay => None,
        Some(earlier) => earlier.source_tokens.clone(),
        None => source,
    };
    found.extend(attribution(document, source, verb.tokens.clone(), stance, start..end, quotes));
}

/// A sentence wholly inside quotation marks goes on with the holder of its paragraph.
fn continued(document: &Document, index: usize, quotes: &[Quote], found: &mut Vec<Attribution>) {
    let sentence = &document.sentences[index];
    let Some(quote) = quotes
        .iter()
        .find(|q| q.tokens.start <= sentence.tokens.start + 1 && sentence.tokens.end <= q.tokens.end + 3)
    else {
        return;
    };
    let holder = found.last().filter(|a| document.sentences[a.sentence].paragraph == sentence.paragraph);
    if let Some(holder) = holder.cloned() {
        let start = quote.tokens.start.max(sentence.tokens.start);
        let end = quote.tokens.end.min(sentence.tokens.end);
        if start < end {
            found.push(Attribution {
                content: document.span(start..end),
                content_tokens: start..end,
                direct: true,
                ..holder
            });
        }
    }
}
