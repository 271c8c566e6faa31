//! `on-record check`

mod markdown;
mod sarif;

use crate::args::{Check, ReportFormat};
use crate::failure::Failure;
use crate::output::{self, Style};
use crate::{Outcome, input, lines};
use on_record::report::{CheckedClaim, Evidence, Relation, Report, Verdict};
use on_record::text::{Document, OffsetUnit};
use on_record::time::Date;
use on_record::{Checker, Options};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};

pub(crate) fn run(options: &Check) -> Result<Outcome, Failure> {
    let checker = input::checker(&input::records(&options.record)?)?;
    let as_of = options.as_of.unwrap_or_else(today);
    if options.jsonl {
        return archive(options, &checker, as_of);
    }
    let text = input::text(options.file.as_deref())?;
    let offsets = match options.format {
        ReportFormat::Json | ReportFormat::Jsonl => options.offsets.into(),
        ReportFormat::Text | ReportFormat::Markdown | ReportFormat::Sarif => OffsetUnit::Bytes,
    };
    let report = checker.check(&text, &Options { date: options.date, as_of, offsets });
    let mut out = output::stdout();
    match options.format {
        ReportFormat::Json => output::json(&mut out, &report)?,
        ReportFormat::Jsonl => output::json_line(&mut out, &report)?,
        ReportFormat::Markdown => write!(out, "{}", markdown::written(&text, &report))?,
        ReportFormat::Sarif => {
            output::json(
                &mut out,
                &sarif::log(&text, &crate::sarif::reference(&input::place(options.file.as_deref())), &report),
            )?;
        }
        ReportFormat::Text => write!(out, "{}", for_people(&text, &report, Style::of(options.color)))?,
    }
    out.flush()?;
    Ok(if flagged(&report) { Outcome::Flagged } else { Outcome::Clean })
}

/// The day by the clock and time zone of this machine.
fn today() -> Date {
    jiff::Zoned::now().date()
}

fn flagged(report: &Report) -> bool {
    let counts = &report.summary;
    counts.conflict + counts.outdated + counts.disputed > 0
}

/// The claims that are flagged, in text order.
fn flags(report: &Report) -> impl Iterator<Item = &CheckedClaim> {
    let flagged = |claim: &&CheckedClaim| {
        matches!(claim.verdict, Verdict::Conflict | Verdict::Outdated | Verdict::Disputed)
    };
    report.claims.iter().filter(flagged)
}

#[derive(Deserialize)]
#[serde(expecting = "an object with id, text and date")]
struct Line {
    id: Value,
    text: String,
    #[serde(default, deserialize_with = "lines::day")]
    date: Option<Date>,
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    #[serde(flatten)]
    report: Report,
}

fn archive(options: &Check, checker: &Checker, as_of: Date) -> Result<Outcome, Failure> {
    let any = AtomicBool::new(false);
    lines::each(options.file.as_deref(), &mut output::stdout(), |line: Line| {
        let date = line.date.or(options.date);
        let report = checker.check(&line.text, &Options { date, as_of, offsets: options.offsets.into() });
        any.fetch_or(flagged(&report), Ordering::Relaxed);
        Answer { id: line.id, report }
    })?;
    Ok(if any.into_inner() { Outcome::Flagged } else { Outcome::Clean })
}

/// The report as text: each finding with its sentence, marked, what is wrong, and the evidence.
fn for_people(text: &str, report: &Report, style: Style) -> String {
    let width = output::width();
    let document = Document::read(text);
    let mut out = String::new();
    for claim in &report.claims {
        match claim.verdict {
            Verdict::Conflict | Verdict::Outdated | Verdict::Disputed => {
                out += &finding(text, &document, claim, style, width);
            }
            Verdict::Supported => {
                let ids: Vec<&str> = claim.evidence.iter().map(|e| e.statement.as_str()).collect();
                let line = format!("“{}” ({})", one_line(&claim.text), ids.join(", "));
                out += &format!("{}\n", style.paint(color(claim.verdict), name(claim.verdict)));
                out += &style.passage(&line, "  ", width);
                out += "\n";
            }
            Verdict::Unmatched => {}
        }
    }
    out + &summary(report, style)
}

fn finding(text: &str, document: &Document, claim: &CheckedClaim, style: Style, width: usize) -> String {
    let rule = claim.rule.map(|rule| format!(", {rule}")).unwrap_or_default();
    let head = format!("{}{rule}, confidence {:.2}", name(claim.verdict), claim.confidence);
    let mut out = format!("{}\n", style.paint(&format!("1;{}", color(claim.verdict)), &head));

    let around = cited_sentence(document, claim);
    let mark = claim.start.max(around.start) - around.start..claim.end.min(around.end) - around.start;
    out += &style.marked(&text[around], &[(mark, color(claim.verdict))], "  ", width);
    if let Some(explanation) = &claim.explanation {
        out += &style.passage(explanation, "  ", width);
    }
    if let Some(suggestion) = &claim.suggestion {
        out += &style.passage(&format!("Would hold: “{}”", suggestion.text), "  ", width);
    }
    for evidence in &claim.evidence {
        out += &shown(evidence, style, width);
    }
    out + "\n"
}

/// The bytes of the sentences that a claim stands in.
fn cited_sentence(document: &Document, claim: &CheckedClaim) -> std::ops::Range<usize> {
    let touched =
        document.sentences.iter().map(|s| s.span).filter(|s| s.start < claim.end && claim.start < s.end);
    touched.reduce(|a, b| a.to(b)).map_or(claim.start..claim.end, |s| s.start..s.end)
}

fn shown(evidence: &Evidence, style: Style, width: usize) -> String {
    let relation = match evidence.relation {
        Relation::Agrees => "agrees",
        Relation::Contradicts => "contradicts",
        Relation::Context => "context",
    };
    let source = &evidence.source;
    let mut head = format!("{relation} {}", evidence.date);
    if let Some(speaker) = &evidence.speaker {
        head += &format!(", {speaker}");
    }
    head += &format!(", {}", source.publisher);
    if let Some(title) = &source.title {
        head += &format!(", “{title}”");
    }
    head += &format!(" [{}]", evidence.statement);
    let mut out = style.passage(&head, "    ", width);
    out += &style.passage(&evidence.text, "      ", width);
    if let Some(url) = &source.url {
        // Never wrapped: an address broken over lines cannot be followed.
        out += &format!("      {}\n", output::harmless(url));
    }
    out
}

/// The verdicts in a line: "3 claims: 1 conflict, 2 unmatched".
fn counted(report: &Report) -> String {
    let counts = &report.summary;
    let parts: Vec<String> = [
        (counts.conflict, Verdict::Conflict),
        (counts.outdated, Verdict::Outdated),
        (counts.disputed, Verdict::Disputed),
        (counts.supported, Verdict::Supported),
        (counts.unmatched, Verdict::Unmatched),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, verdict)| format!("{count} {}", name(verdict)))
    .collect();
    match counts.claims {
        0 => String::from("No claims"),
        1 => format!("1 claim: {}", parts.join(", ")),
        n => format!("{n} claims: {}", parts.join(", ")),
    }
}

/// The line that a hurried reader looks for, last.
fn summary(report: &Report, style: Style) -> String {
    let written = report.document_date.map(|date| format!("written {date}, ")).unwrap_or_default();
    let record = output::harmless(&report.record.title);
    format!(
        "{}\n{written}as of {}, against {record} ({} statements)\n",
        style.paint("1", &counted(report)),
        report.as_of,
        report.record.statements
    )
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "conflict",
        Verdict::Outdated => "outdated",
        Verdict::Disputed => "disputed",
        Verdict::Supported => "supported",
        Verdict::Unmatched => "unmatched",
    }
}

/// ANSI code of a verdict's colour.
fn color(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "31",
        Verdict::Outdated => "33",
        Verdict::Disputed => "35",
        Verdict::Supported => "32",
        Verdict::Unmatched => "2",
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}
