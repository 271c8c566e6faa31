//! What every analysis promises, whatever the text.

use on_record::claim::{Analysis, Names, analyse};
use on_record::text::{Document, Span};
use on_record::time::parse_date;
use std::ops::Range;

/// A text's document and analysis, by a record that knows no name.
pub fn read<'t>(text: &'t str, date: Option<&str>) -> (Document<'t>, Analysis) {
    let document = Document::read(text);
    let analysis = analyse(&document, date.and_then(parse_date), &Names::default(), None);
    (document, analysis)
}

/// A span lies in the text, on character borders, and is that of its tokens.
fn check_span(document: &Document, span: Span, tokens: Option<&Range<usize>>) {
    assert!(span.start <= span.end && document.text.get(span.start..span.end).is_some(), "{span:?}");
    if let Some(tokens) = tokens {
        assert!(tokens.start < tokens.end && tokens.end <= document.tokens.len(), "{tokens:?}");
    }
}

/// Items lie in text order.
fn in_order(spans: impl Iterator<Item = Span>) {
    let starts: Vec<usize> = spans.map(|span| span.start).collect();
    assert!(starts.is_sorted());
}

/// Every promise that an [`Analysis`] makes, of any text.
pub fn check(text: &str) {
    let (document, analysis) = read(text, Some("2022-06-02"));
    assert_eq!(analysis.sentences, document.sentences);
    for time in &analysis.times {
        check_span(&document, time.span, Some(&time.tokens));
    }
    for quantity in &analysis.quantities {
        check_span(&document, quantity.span, Some(&quantity.tokens));
    }
    for mention in &analysis.mentions {
        check_span(&document, mention.span, Some(&mention.tokens));
    }
    for quote in &analysis.quotes {
        check_span(&document, quote.span, Some(&quote.tokens));
    }
    for title in &analysis.titles {
        check_span(&document, title.span, Some(&title.tokens));
        assert!(title.mention < analysis.mentions.len());
    }
    for attribution in &analysis.attributions {
        assert!(attribution.sentence < analysis.sentences.len());
        assert!(attribution.holder.is_none_or(|holder| holder < analysis.mentions.len()));
        for span in
            [Some(attribution.cue), Some(attribution.content), attribution.source].into_iter().flatten()
        {
            check_span(&document, span, None);
        }
    }
    for claim in &analysis.claims {
        check_span(&document, claim.span, Some(&claim.tokens));
        assert!(claim.sentence < analysis.sentences.len());
        assert!(claim.report.is_none_or(|report| report < analysis.attributions.len()));
        assert!(claim.title.is_none_or(|title| title < analysis.titles.len()));
        assert!(claim.times.iter().all(|&time| time < analysis.times.len()));
        assert!(claim.quantities.iter().all(|&quantity| quantity < analysis.quantities.len()));
        for term in &claim.terms {
            check_span(&document, term.span, None);
        }
    }
    in_order(analysis.times.iter().map(|time| time.span));
    in_order(analysis.quantities.iter().map(|quantity| quantity.span));
    in_order(analysis.mentions.iter().map(|mention| mention.span));
    in_order(analysis.quotes.iter().map(|quote| quote.span));
    in_order(analysis.claims.iter().map(|claim| claim.span));
    let (again, same) = read(text, Some("2022-06-02"));
    assert_eq!(document.tokens, again.tokens);
    assert_eq!(analysis, same);
}
