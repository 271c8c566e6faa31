//! `quote`: words in quotation marks that are not the words on record.

use crate::claim::{NameKind, Term, TermKind, mention_term};
use crate::compare::conditions::one_speaker;
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::{Differing, Meeting, Pair, Side, Spoken, meet};
use crate::text::Span;
use std::borrow::Cow;

pub(super) static RULE: Rule = Rule {
    code: "quote",
    summary: "words in quotation marks that are not the words on record",
    documentation: "Speaks where a quotation of four words or more has most of its words, in their order, in common with \
                    a quotation on record, and not all. The same words, or a part of them, agree.",
    examples: &[
        Example {
            statement: "“The roof is sound and the roof will stay sound,” Mora said.",
            claim: "“The roof is sound and the roof will always be,” Mora said.",
            relation: "contradicts",
        },
        Example {
            statement: "“The roof is sound and the roof will stay sound,” Mora said.",
            claim: "“The roof will stay sound,” Mora said.",
            relation: "agrees",
        },
        Example {
            statement: "“The roof is sound and the roof will stay sound,” Mora said.",
            claim: "“We will open the gates at noon,” Mora said.",
            relation: "silent",
        },
    ],
    concerns: |side| quotation(side).is_some(),
    unaligned: |_| true,
    apply,
    explain: |told| {
        format!(
            "{} the words of {} on record were “{}”",
            told.when,
            told.who(),
            told.theirs.trim_end_matches('.')
        )
    },
};

/// Share of words in common, in order, from which on two quotations are versions of one.
const VERSION: f32 = 0.6;
/// Share from which on they may be.
const LOOSE_VERSION: f32 = 0.45;
/// Share from which on what is altered may be all that is said.
const LIKELY_VERSION: f32 = 0.7;
/// The same where the speakers are not known.
const CLOSE_VERSION: f32 = 0.75;
const MIN_WORDS: usize = 3;
const MANY_WORDS: usize = 5;

/// What two quotations have in common.
pub(super) struct Versions {
    /// Share of the shorter one's words that meet, in order.
    pub common: f32,
    /// How many words the shorter one has.
    pub words: usize,
    /// They are word for word the same.
    pub same: bool,
    /// One holds the other whole.
    pub contained: bool,
    /// The words on record.
    pub theirs: Span,
}

/// The quotation around a claim or in it, where it is long enough to be compared.
pub(super) fn quotation<'a>(side: &Side<'a>) -> Option<Cow<'a, Spoken>> {
    let spoken = match side.spoken {
        Some(spoken) => Cow::Borrowed(spoken),
        None => Cow::Owned(Spoken::around(side.text, side.analysis, side.claim.span)?),
    };
    (spoken.words.len() >= MIN_WORDS).then_some(spoken)
}

/// Compares the claim's quotation with the statement's.
pub(super) fn versions(pair: &Pair) -> Option<(Span, Versions)> {
    let statement = pair.statement;
    let ours = quotation(pair.claim)?;
    let read;
    let theirs = match statement.spoken {
        Some(spoken) => spoken,
        None => {
            read = Spoken::on_record(statement.text, statement.analysis, statement.quote)?;
            &read
        }
    };
    if theirs.words.len() < MIN_WORDS {
        return None;
    }
    let common = longest_common(&ours.words, &theirs.words);
    let shorter = ours.words.len().min(theirs.words.len());
    let contained = holds(&ours.words, &theirs.words) || holds(&theirs.words, &ours.words);
    let versions = Versions {
        common: common as f32 / shorter as f32,
        words: shorter,
        same: ours.words == theirs.words,
        contained,
        theirs: theirs.span,
    };
    Some((ours.span, versions))
}

fn holds(long: &[u64], short: &[u64]) -> bool {
    short.len() <= long.len() && long.windows(short.len()).any(|window| window == short)
}

/// Length of the longest common subsequence of words (Wagner and Fischer 1974).
fn longest_common(a: &[u64], b: &[u64]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

/// Whether the quotation is given to its speaker on record; `None` where that is not known.
pub(super) fn right_speaker(pair: &Pair, quote: Span) -> Option<bool> {
    let said = || Spoken::on_record(pair.statement.text, pair.statement.analysis, pair.statement.quote);
    let named = || beside(pair.statement, said()?.span);
    let theirs = &pair.statement.holder().cloned().or_else(named)?;
    // "Mora said that the city had little confidence": the words are Mora's, the confidence is the city's.
    let speaker = |ours: &Term| pair.statement.speaker.is_some_and(|speaker| meet(ours, speaker).is_some());
    match pair.claim.analysis.holder(pair.claim.claim).or_else(|| beside(pair.claim, quote)) {
        Some(ours) => Some(meet(&ours, theirs).is_some() || speaker(&ours)),
        None => one_speaker(pair),
    }
}

/// The person named right beside a quotation: "…" – that was Ines Mora.
fn beside(side: &Side, quote: Span) -> Option<Term> {
    const WORDS_BETWEEN: usize = 5;
    let sentences = &side.analysis.sentences;
    let (first, last) = (side.analysis.sentence_at(quote.start), side.analysis.sentence_at(quote.end - 1));
    let around = sentences[first].span.to(sentences[last].span);
    let mut people = side
        .analysis
        .mentions_in(around)
        .iter()
        .filter(|mention| mention.kind == NameKind::Person && !mention.span.overlaps(quote));
    let person = people.next()?;
    let between = if person.span.end <= quote.start {
        Span::new(person.span.end, quote.start)
    } else {
        Span::new(quote.end, person.span.start)
    };
    let near = crate::text::words(between.of(side.text)).count() <= WORDS_BETWEEN
        || between.of(side.text).trim_end().ends_with("with the words");
    (people.next().is_none() && near).then(|| mention_term(person))
}

/// Whether a noun outside the quotation meets.
fn same_object(pair: &Pair, quote: Span) -> bool {
    let terms = &pair.claim.claim.terms;
    let outside = |t: &Term| t.kind == TermKind::Noun && !quote.contains(t.span);
    let mut nouns = (0..terms.len()).filter(|&i| outside(&terms[i])).peekable();
    nouns.peek().is_none() || nouns.any(|i| pair.alignment.ours.direct.same.has(i))
}

/// "We shall plant trees", "we shall build flats": of what is said, only the small words are the same, and nothing tells that
/// it was said of one matter.
fn another_saying(pair: &Pair, ours: Span, theirs: Span) -> bool {
    let (text, analysis) = (pair.claim.text, pair.claim.analysis);
    let theirs = Spoken::read(pair.statement.text, theirs);
    let first = analysis.claims.partition_point(|c| c.sentence < analysis.sentence_at(ours.start));
    let near = analysis.claims[first..].iter().take_while(|c| c.span.start < ours.end);
    let said = |t: &&Term| ours.contains(t.span) && !t.is_name() && t.kind != TermKind::Adverb;
    let mut said = near.flat_map(|c| &c.terms).filter(said).peekable();
    let kept = |t: &Term| Spoken::read(text, t.span).words.iter().any(|word| theirs.words.contains(word));
    let told = |side: &Side, meeting: &Meeting| {
        let mut terms = side.claim.terms.iter().enumerate().filter(|(_, t)| !t.is_name());
        terms.any(|(i, _)| meeting.direct.same.has(i) || meeting.around.same.has(i))
    };
    said.peek().is_some()
        && !said.any(kept)
        && !told(pair.claim, &pair.alignment.ours)
        && !told(pair.statement, &pair.alignment.theirs)
}

fn apply(pair: &Pair) -> Option<Outcome> {
    let (ours, versions) = versions(pair)?;
    if !right_speaker(pair, ours).unwrap_or(pair.alignment.shared_weight > 0.0) {
        return None;
    }
    if versions.contained {
        return Outcome::agrees(0.9).map(Outcome::certain);
    }
    // "The worst … in forty years", "he [Diop] must": cut and filled in openly.
    let words = ours.of(pair.claim.text);
    let open = words.contains(['…', '[']) || words.contains("...");
    let right = right_speaker(pair, ours) == Some(true);
    let told = right && pair.statement.holder().is_some();
    // Of nobody knows whom, few words are no version; so few words in common may be another occasion.
    let close = versions.common >= CLOSE_VERSION && (right || versions.words >= MANY_WORDS);
    let known = told || close;
    // A few words may be said of many things: "a work of art".
    let few = versions.words < MANY_WORDS && !same_object(pair, ours);
    let plain = versions.common >= VERSION && known && !few;
    let seen = versions.common >= LOOSE_VERSION && versions.words >= MANY_WORDS && told;
    let other = versions.common < LIKELY_VERSION && another_saying(pair, ours, versions.theirs);
    ((plain || seen) && !open && !other)
        .then(|| {
            let differing = vec![Differing { claim: ours, statement: versions.theirs, kind: "quote" }];
            Outcome::contradicts(versions.common, differing).map(Outcome::certain).map(|o| o.plain(plain))
        })
        .flatten()
}
