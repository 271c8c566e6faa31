//! A report as Markdown, for a ticket or a chat: each flag with its passage, and the evidence with its sources.

use super::{cited_sentence, counted, flags, name, one_line};
use crate::output;
use on_record::report::{CheckedClaim, Evidence, Relation, Report};
use on_record::text::Document;

/// The report; it has offsets in bytes of `text`.
pub(super) fn written(text: &str, report: &Report) -> String {
    let document = Document::read(text);
    let mut out = format!("## {}\n", escaped(&counted(report)));
    for claim in flags(report) {
        out += &flag(text, &document, claim);
    }
    let day = report
        .document_date
        .map(|date| format!("Written {date}, checked as of "))
        .unwrap_or("Checked as of ".into());
    out + &format!(
        "\n{day}{} against {} ({} statements).\n",
        report.as_of,
        escaped(&report.record.title),
        report.record.statements
    )
}

fn flag(text: &str, document: &Document, claim: &CheckedClaim) -> String {
    let rule = claim.rule.map(|rule| format!(", {rule}")).unwrap_or_default();
    let mut out = format!("\n### {}{rule}, confidence {:.2}\n\n", name(claim.verdict), claim.confidence);
    let around = cited_sentence(document, claim);
    let parts = [
        around.start..claim.start.max(around.start),
        claim.start.max(around.start)..claim.end.min(around.end),
        claim.end.min(around.end)..around.end,
    ];
    let [before, marked, after] = parts.map(|part| escaped(text.get(part).unwrap_or_default()));
    let space = |text: &str, at_end: bool| {
        let edge = if at_end { text.chars().last() } else { text.chars().next() };
        if edge.is_some_and(char::is_whitespace) { " " } else { "" }
    };
    let (trailing, leading) = (space(&before, true), space(&after, false));
    out += &format!("> {}{trailing}**{}**{leading}{}\n", before.trim(), marked.trim(), after.trim());
    if let Some(explanation) = &claim.explanation {
        out += &format!("\n{}\n", escaped(explanation));
    }
    if let Some(suggestion) = &claim.suggestion {
        out += &format!("\nWould hold: “{}”\n", escaped(&suggestion.text));
    }
    out += "\n";
    claim.evidence.iter().map(evidence).for_each(|line| out += &line);
    out
}

fn evidence(evidence: &Evidence) -> String {
    let relation = match evidence.relation {
        Relation::Agrees => "agrees",
        Relation::Contradicts => "contradicts",
        Relation::Context => "context",
    };
    let source = &evidence.source;
    let shown = source
        .title
        .as_deref()
        .map_or_else(|| source.publisher.clone(), |title| format!("{}, “{title}”", source.publisher));
    let shown = match &source.url {
        Some(url) => format!("[{}](<{}>)", escaped(&shown), address(url)),
        None => escaped(&shown),
    };
    let speaker = evidence.speaker.as_deref().map(|name| format!(", {}", escaped(name))).unwrap_or_default();
    format!(
        "- {relation}, {}{speaker}: “{}” ({shown}, `{}`)\n",
        evidence.date,
        escaped(&evidence.text),
        evidence.statement.replace('`', "'")
    )
}

/// Text on one line that Markdown and HTML show as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let line = if text.trim().is_empty() { text.into() } else { padded(text) };
    for c in output::harmless(&line).chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

/// One line, with a space where there was one at the edges.
fn padded(text: &str) -> String {
    let edge = |c: Option<char>| if c.is_some_and(char::is_whitespace) { " " } else { "" };
    format!("{}{}{}", edge(text.chars().next()), one_line(text), edge(text.chars().last()))
}

/// An address that cannot end the brackets that it stands in.
fn address(url: &str) -> String {
    url.chars().filter(|c| !matches!(c, '<' | '>') && !c.is_control() && !c.is_whitespace()).collect()
}
