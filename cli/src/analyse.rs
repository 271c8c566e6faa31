//! `on-record analyse`: what the engine sees in a text, before any record.

use crate::args::{Analyse, Format};
use crate::failure::Failure;
use crate::output::{self, Style};
use crate::{Outcome, input};
use on_record::claim::{self, Analysis, Names};
use on_record::text::{Document, Offsets, Span};
use serde_json::{Value, json};
use std::io::Write;

pub(crate) fn run(options: &Analyse) -> Result<Outcome, Failure> {
    let text = input::text(options.file.as_deref())?;
    let document = Document::read(&text);
    let analysis = claim::analyse(&document, options.date, &Names::default(), None);
    let mut out = output::stdout();
    match options.format {
        Format::Json => {
            let offsets = Offsets::new(&text, options.offsets.into());
            output::json_line(&mut out, &as_json(&text, &analysis, &offsets))?;
        }
        Format::Text => write_text(&mut out, &text, &analysis, Style::of(options.color))?,
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

fn as_json(text: &str, analysis: &Analysis, offsets: &Offsets) -> Value {
    let span = |span: Span| json!({ "start": offsets.at(span.start), "end": offsets.at(span.end) });
    let with = |place: Span, more: Value| {
        let mut object = span(place);
        if let (Value::Object(object), Value::Object(more)) = (&mut object, more) {
            object.extend(more);
        }
        object
    };
    let sentences: Vec<Value> = analysis.sentences.iter().map(|sentence| span(sentence.span)).collect();
    let dates: Vec<Value> = analysis
        .times
        .iter()
        .map(|time| {
            let more = json!({ "text": time.span.of(text), "from": time.named.from, "to": time.named.to, "stated": time.stated });
            with(time.span, more)
        })
        .collect();
    let quantities: Vec<Value> = analysis
        .quantities
        .iter()
        .map(|quantity| {
            let mut more = json!({
                "text": quantity.span.of(text),
                "value": quantity.value,
                "unit": quantity.unit,
                "of": quantity.of.as_ref().map(|of| of.span.of(text)),
                "approximate": quantity.approximate(),
            });
            if let Some(high) = quantity.high {
                more["high"] = json!(high);
            }
            with(quantity.span, more)
        })
        .collect();
    let attributions: Vec<Value> = claim::utterances(text, analysis)
        .into_iter()
        .map(|said| {
            let parts: Vec<Value> = said.parts.into_iter().map(span).collect();
            json!({
                "source": said.source.map(span),
                "cue": span(said.cue),
                "content": span(said.content),
                "parts": parts,
                "direct": said.direct,
            })
        })
        .collect();
    let claims: Vec<Value> = analysis
        .claims
        .iter()
        .map(|claim| {
            let terms: Vec<&str> = claim.terms.iter().map(|term| term.key.as_str()).collect();
            let more = json!({
                "text": claim.span.of(text),
                "terms": terms,
                "polarity": claim.polarity,
                "modality": claim.modality,
                "aspect": claim.aspect,
                "quantifiers": claim.quantifiers.iter().map(|q| with(q.span, json!({ "kind": q.kind }))).collect::<Vec<Value>>(),
                "reported": claim.report.is_some(),
                "dates": claim.times,
                "quantities": claim.quantities,
            });
            with(claim.span, more)
        })
        .collect();
    json!({
        "sentences": sentences,
        "dates": dates,
        "quantities": quantities,
        "attributions": attributions,
        "claims": claims,
    })
}

/// Each sentence with its dates and quantities marked, and a line for each thing seen in it.
fn write_text(out: &mut impl Write, text: &str, analysis: &Analysis, style: Style) -> Result<(), Failure> {
    const DATE: &str = "34";
    const QUANTITY: &str = "35";
    let width = output::width();
    for sentence in &analysis.sentences {
        let inside = |span: Span| sentence.span.contains(span);
        let mut marks: Vec<(std::ops::Range<usize>, &str)> = Vec::new();
        let mut notes = Vec::new();
        for time in analysis.times.iter().filter(|time| inside(time.span)) {
            marks.push((time.span.start..time.span.end, DATE));
            let day = |end: Option<on_record::time::Date>| end.map_or(String::from("?"), |d| d.to_string());
            let how = if time.stated { "stated" } else { "implied" };
            let (from, to) = (day(time.named.from), day(time.named.to));
            notes.push(("date", format!("“{}” {from} to {to}, {how}", time.span.of(text))));
        }
        for quantity in analysis.quantities.iter().filter(|quantity| inside(quantity.span)) {
            marks.push((quantity.span.start..quantity.span.end, QUANTITY));
            let mut note = format!("“{}” {}", quantity.span.of(text), quantity.value);
            if let Some(high) = quantity.high {
                note += &format!(" to {high}");
            }
            if !quantity.unit.is_empty() {
                note += &format!(" {}", quantity.unit);
            }
            if let Some(of) = &quantity.of {
                note += &format!(" of {}", of.span.of(text));
            }
            notes.push(("number", note));
        }
        let said = analysis.attributions.iter().chain(&analysis.attitudes);
        for said in said.filter(|said| inside(said.cue)) {
            let source = said.source.map_or("somebody", |source| source.of(text));
            notes.push(("said", format!("{source}: “{}”", said.content.of(text))));
        }
        for claim in analysis.claims.iter().filter(|claim| inside(claim.span)) {
            let mut note = format!("{} ({:?}, {:?}", claim.span.of(text), claim.polarity, claim.modality);
            if let Some(aspect) = claim.aspect {
                note += &format!(", {aspect:?}");
            }
            notes.push(("claim", note + ")"));
        }
        marks.sort_by_key(|(range, _)| range.start);
        let moved: Vec<(std::ops::Range<usize>, &str)> = marks
            .into_iter()
            .map(|(range, code)| (range.start - sentence.span.start..range.end - sentence.span.start, code))
            .collect();
        write!(out, "{}", style.marked(sentence.span.of(text), &moved, "", width))?;
        for (label, note) in notes {
            let note = format!("{label:7} {}", note.split_whitespace().collect::<Vec<&str>>().join(" "));
            write!(out, "{}", style.passage(&note, "    ", width))?;
        }
    }
    Ok(())
}
