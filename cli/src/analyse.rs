//! `on-record analyse`: what the engine sees in a text, before any record.

use crate::args::{Analyse, Format};
use crate::failure::Failure;
use crate::output::{self, Style};
use crate::{Outcome, input};
use on_record::claim::{self, Analysis, Claim, Mention, Names, Reference, Title, Utterance};
use on_record::quantity::Quantity;
use on_record::text::{Document, Offsets, Span};
use on_record::time::{Date, TimeMention};
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

/// The analysis as JSON: the lists of the formats, and `names`, `titles` and `references`, whose numbers are places in `names`.
fn as_json(text: &str, analysis: &Analysis, offsets: &Offsets) -> Value {
    let json = AsJson { text, analysis, offsets };
    json!({
        "sentences": analysis.sentences.iter().map(|sentence| json.span(sentence.span)).collect::<Value>(),
        "dates": json.dates(),
        "quantities": json.quantities(),
        "names": json.names(),
        "titles": json.titles(),
        "references": json.references(),
        "attributions": json.attributions(),
        "claims": json.claims(),
    })
}

struct AsJson<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    offsets: &'a Offsets,
}

impl AsJson<'_> {
    fn span(&self, span: Span) -> Value {
        json!({ "start": self.offsets.at(span.start), "end": self.offsets.at(span.end) })
    }

    /// A span with the text under it and more fields.
    fn passage(&self, span: Span, more: Value) -> Value {
        let mut object = self.span(span);
        object["text"] = json!(span.of(self.text));
        if let (Value::Object(object), Value::Object(more)) = (&mut object, more) {
            object.extend(more);
        }
        object
    }

    fn dates(&self) -> Value {
        let date = |time: &TimeMention| {
            let (from, to) = (time.named.from, time.named.to);
            self.passage(time.span, json!({ "from": from, "to": to, "stated": time.stated }))
        };
        self.analysis.times.iter().map(date).collect()
    }

    fn quantities(&self) -> Value {
        let quantity = |quantity: &Quantity| {
            let mut more = json!({
                "value": quantity.value,
                "unit": quantity.unit,
                "of": quantity.of.as_ref().map(|of| of.span.of(self.text)),
                "approximate": quantity.approximate(),
            });
            if let Some(high) = quantity.high {
                more["high"] = json!(high);
            }
            self.passage(quantity.span, more)
        };
        self.analysis.quantities.iter().map(quantity).collect()
    }

    fn names(&self) -> Value {
        let name = |name: &Mention| self.passage(name.span, json!({ "kind": name.kind, "name": name.key }));
        self.analysis.mentions.iter().map(name).collect()
    }

    fn titles(&self) -> Value {
        let title = |title: &Title| {
            let more = json!({ "name": title.mention, "words": title.words, "former": title.former });
            self.passage(title.span, more)
        };
        self.analysis.titles.iter().map(title).collect()
    }

    fn references(&self) -> Value {
        let reference = |said: &Reference| self.passage(said.span, json!({ "names": said.mentions }));
        self.analysis.references.iter().map(reference).collect()
    }

    fn attributions(&self) -> Value {
        let attribution = |said: Utterance| {
            json!({
                "source": said.source.map(|source| self.span(source)),
                "cue": self.span(said.cue),
                "content": self.span(said.content),
                "parts": said.parts.into_iter().map(|part| self.span(part)).collect::<Value>(),
                "direct": said.direct,
            })
        };
        claim::utterances(self.text, self.analysis).into_iter().map(attribution).collect()
    }

    fn claims(&self) -> Value {
        let claim = |claim: &Claim| {
            let quantifiers = claim.quantifiers.iter();
            let more = json!({
                "terms": claim.terms.iter().map(|term| term.key.as_str()).collect::<Vec<&str>>(),
                "polarity": claim.polarity,
                "modality": claim.modality,
                "aspect": claim.aspect,
                "quantifiers":
                    quantifiers.map(|q| self.passage(q.span, json!({ "kind": q.kind }))).collect::<Value>(),
                "reported": claim.report.is_some(),
                "dates": claim.times,
                "quantities": claim.quantities,
            });
            self.passage(claim.span, more)
        };
        self.analysis.claims.iter().map(claim).collect()
    }
}

/// Each sentence with its dates and quantities marked, and a line for each thing seen in it.
fn write_text(out: &mut impl Write, text: &str, analysis: &Analysis, style: Style) -> Result<(), Failure> {
    const DATE: &str = "34";
    const QUANTITY: &str = "35";
    let width = output::width();
    for sentence in &analysis.sentences {
        let start = sentence.span.start;
        let inside = |span: &Span| sentence.span.contains(*span);
        let moved = |span: Span| span.start - start..span.end - start;
        let dates = analysis.times.iter().map(|time| (time.span, DATE));
        let quantities = analysis.quantities.iter().map(|quantity| (quantity.span, QUANTITY));
        let marks = dates.chain(quantities).filter(|(span, _)| inside(span));
        let mut marks: Vec<_> = marks.map(|(span, code)| (moved(span), code)).collect();
        marks.sort_by_key(|(range, _)| range.start);
        write!(out, "{}", style.marked(sentence.span.of(text), &marks, "", width))?;
        for (label, note) in notes(text, analysis, sentence.span) {
            let note = format!("{label:7} {}", note.split_whitespace().collect::<Vec<&str>>().join(" "));
            write!(out, "{}", style.passage(&note, "    ", width))?;
        }
    }
    Ok(())
}

/// What is seen in a sentence, each with its label.
fn notes(text: &str, analysis: &Analysis, sentence: Span) -> Vec<(&'static str, String)> {
    let mut notes = Vec::new();
    let inside = |span: Span| sentence.contains(span);
    for time in analysis.times.iter().filter(|time| inside(time.span)) {
        let day = |end: Option<Date>| end.map_or(String::from("?"), |day| day.to_string());
        let how = if time.stated { "stated" } else { "implied" };
        let (from, to) = (day(time.named.from), day(time.named.to));
        notes.push(("date", format!("“{}” {from} to {to}, {how}", time.span.of(text))));
    }
    for quantity in analysis.quantities.iter().filter(|quantity| inside(quantity.span)) {
        notes.push(("number", number(text, quantity)));
    }
    for name in analysis.mentions.iter().filter(|name| inside(name.span)) {
        notes.push(("name", format!("{} ({:?})", name.span.of(text), name.kind)));
    }
    for title in analysis.titles.iter().filter(|title| inside(title.span)) {
        notes.push(("title", title.span.of(text).to_owned()));
    }
    for said in analysis.references.iter().filter(|said| inside(said.span) && !said.mentions.is_empty()) {
        let names: Vec<&str> =
            said.mentions.iter().map(|&name| analysis.mentions[name].span.of(text)).collect();
        notes.push(("means", format!("“{}” {}", said.span.of(text), names.join(", "))));
    }
    for said in analysis.attributions.iter().chain(&analysis.attitudes).filter(|said| inside(said.cue)) {
        let source = said.source.map_or("somebody", |source| source.of(text));
        notes.push(("said", format!("{source}: “{}”", said.content.of(text))));
    }
    for claim in analysis.claims.iter().filter(|claim| inside(claim.span)) {
        let aspect = claim.aspect.map_or(String::new(), |aspect| format!(", {aspect:?}"));
        let mood = format!("({:?}, {:?}{aspect})", claim.polarity, claim.modality);
        notes.push(("claim", format!("{} {mood}", claim.span.of(text))));
    }
    notes
}

/// A quantity with its unit and what it counts.
fn number(text: &str, quantity: &Quantity) -> String {
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
    note
}
