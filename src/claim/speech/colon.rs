//! Colons: headlines ("Police: two held"), and a quotation that only a colon introduces.

use super::content::Kind;
use super::sight::Sight;
use super::source::{self, Subject};
use super::{Report, Reports};
use crate::english::Frame;
use crate::text::{SentenceKind, Tag};

/// The report that a colon makes where no other pass has found one.
pub(super) fn find(sight: &Sight, kind: SentenceKind, reports: &mut Reports) {
    let Some(colon) = sight.tokens.clone().find(|&i| sight.word(i) == ":" && sight.quoted(i).is_none())
    else {
        return;
    };
    if colon + 2 >= sight.tokens.end || colon == sight.tokens.start {
        return;
    }
    let after =
        |report: &Report| report.content.end > colon || report.more.as_ref().is_some_and(|m| m.end > colon);
    if reports.in_sentence(sight).any(after) {
        return;
    }
    let quote = sight.opening(colon + 1);
    if let Some(quote) = quote {
        introduced(sight, colon, quote.tokens.end + 1, reports);
    } else if kind == SentenceKind::Headline || sight.word(sight.tokens.end - 1) != "." {
        headline(sight, colon, reports);
    }
}

/// "Mora was blunt: “P.”", "Mora: “P.”"
fn introduced(sight: &Sight, colon: usize, end: usize, reports: &mut Reports) {
    let told = reports.last(4).find(|r| r.content.end == colon).and_then(|r| r.source.clone());
    let verb = (sight.tokens.start..colon).find(|&i| sight.finite(i));
    let subject = match (&told, verb) {
        (Some(source), _) => Subject::Phrase(source.clone()),
        (None, Some(verb)) => source::subject(sight, verb),
        (None, None) => Subject::Phrase(sight.tokens.start..colon),
    };
    let Subject::Phrase(source) = subject else { return };
    let person = told.is_some() || source.clone().any(|i| sight.speaker(i));
    if !person || source.len() > 12 || verb.is_none() && source.len() > 6 {
        return;
    }
    let end = end.min(sight.document.tokens.len());
    reports.push(Report::new(sight, Some(source), colon..colon + 1, colon, (colon + 1..end, Kind::Clause)));
}

/// "Police: two held", "Poll: most voters undecided". A name in front of the colon may as well be the topic, so it counts
/// only where the content speaks for itself.
fn headline(sight: &Sight, colon: usize, reports: &mut Reports) {
    let source = sight.tokens.start..colon;
    if source.len() > 5 || source.clone().any(|i| !sight.nominal(i) || sight.tag(i) == Some(Tag::Num)) {
        return;
    }
    let last = sight.token(colon - 1);
    let classes = last.known.classes;
    let bearer = matches!(last.tag, Tag::Noun | Tag::Propn)
        && (classes.person()
            || classes.office()
            || classes.frames().has(Frame::NounThat)
            || last.is(&["study", "poll", "survey"]));
    let own = (colon + 1..sight.tokens.end).any(|i| sight.is(i, &["i", "we", "my", "our"]));
    if bearer || own && last.tag == Tag::Propn {
        let content = colon + 1..sight.tokens.end;
        reports.push(Report::new(sight, Some(source), colon..colon + 1, colon, (content, Kind::Clause)));
    }
}
