//! The subject of a clause.

use super::{Clause, ClauseKind, nominal, parts, punctuation};
use crate::claim::words::Words;
use crate::english::Stance;
use crate::text::{Document, Form, Tag};
use std::ops::Range;

/// Gives a clause its subject (and a relative clause its object): its own words before the verb, or what an earlier clause lends.
pub(super) fn assign(
    words: &Words,
    clause: &mut Clause,
    own: Option<Range<usize>>,
    previous: Option<&Clause>,
) {
    let document = words.document;
    let Some(verb) = clause.verb.clone() else { return };
    let floor = previous.map_or(0, |c| c.tokens.start);
    if let Some(there) =
        own.clone().filter(|own| own.len() == 1 && document.tokens[own.start].lemma == "there")
    {
        clause.subject = behind(words, verb.tokens.end, clause.tokens.end).or(Some(there));
        return;
    }
    let goes_on = clause.antecedent.is_some();
    let lent = || {
        previous.and_then(|c| match c.kind {
            // "The plant where pumps are made and sold".
            _ if goes_on => c.subject.clone(),
            // "Kroll, who …, has resigned": the subject is what the relative clause speaks of.
            ClauseKind::Relative => c.antecedent.clone().map(|noun| with_head(document, noun)),
            _ if c.absorbed => Some(c.tokens.clone()),
            _ if c.antecedent.is_some() => c.antecedent.clone(),
            _ => c.subject.clone(),
        })
    };
    let antecedent = || antecedent(document, clause.marker?, floor);
    if clause.kind == ClauseKind::Relative {
        clause.antecedent = antecedent();
    }
    let (subject, object) = match (clause.kind, own) {
        (ClauseKind::Relative, Some(own))
            if clause.marker.is_some_and(|i| document.tokens[i].lemma == "whose") =>
        {
            (Some(own), None)
        }
        (ClauseKind::Relative, Some(own)) => (Some(own), antecedent()),
        (ClauseKind::Relative, None) => (antecedent(), None),
        (ClauseKind::Reduced, None) => {
            let participle =
                matches!(document.tokens[verb.head].form, Form::Participle | Form::Past | Form::Gerund);
            let noun = (participle && verb.tokens.start == clause.tokens.start)
                .then(|| {
                    let mut at = verb.tokens.start;
                    // "The premiere, **now** set for June".
                    while at > floor && document.tokens[at - 1].tag == Tag::Adv {
                        at -= 1;
                    }
                    phrase_before(document, at, floor).filter(|_| !after_comma(document, at, floor))
                })
                .flatten();
            let kept = verb.tokens.start.checked_sub(1).filter(|&i| document.tokens[i].lemma == "from");
            let kept = kept
                .filter(|_| {
                    previous
                        .and_then(|c| c.verb.as_ref())
                        .is_some_and(|v| words.classes(v.head).governs_from())
                })
                .and_then(|from| phrase_before(document, from, floor));
            let told = previous.and_then(|c| told(words, c, verb.tokens.start));
            (kept.or(noun).or(told).or_else(lent), None)
        }
        (_, own) => (own.or_else(lent), None),
    };
    clause.subject = subject;
    clause.object = object;
}

/// "**The units at the dam**, which were to shut, will run": the subject of what follows is the whole phrase.
fn with_head(document: &Document, noun: Range<usize>) -> Range<usize> {
    let mut start = noun.start;
    while start >= 2 && document.tokens[start - 1].tag == Tag::Adp && nominal(document, start - 2) {
        start -= 2;
        while start > 0 && nominal(document, start - 1) && !punctuation(document, start - 1) {
            start -= 1;
        }
    }
    start..noun.end
}

/// "The river rose, flooding the market": behind a comma a participle speaks of the subject.
pub(super) fn after_comma(document: &Document, at: usize, floor: usize) -> bool {
    at > floor && document.word(at - 1) == ","
}

/// "Forced **the museum** to close": whom somebody forces, allows or orders does what the infinitive says.
fn told(words: &Words, previous: &Clause, infinitive: usize) -> Option<Range<usize>> {
    let verb = previous.verb.as_ref().filter(|verb| !verb.passive)?;
    let classes = words.classes(verb.head);
    let commands = match classes.stance() {
        None => classes.governs_raised(),
        stance => matches!(stance, Some(Stance::Order | Stance::Ask)),
    };
    if !commands || words.document.tokens[infinitive].lemma != "to" {
        return None;
    }
    phrase_before(words.document, infinitive, verb.tokens.end)
}

/// "**Founded by monks**, the brewery employs families": an opening participle speaks of the subject behind it.
pub(super) fn lend_back(clauses: &mut [Clause]) {
    let [first, next, ..] = clauses else { return };
    if first.kind == ClauseKind::Reduced
        && first.subject.is_none()
        && !first.absorbed
        && next.kind == ClauseKind::Main
        && next.subject.as_ref().is_some_and(|s| s.start >= next.tokens.start)
    {
        first.subject = next.subject.clone();
    }
}

/// What a relative pronoun stands for: the noun phrase before it; nothing where it sums up a clause ("…, which blocked it").
fn antecedent(document: &Document, marker: usize, floor: usize) -> Option<Range<usize>> {
    let comma = marker > floor && document.word(marker - 1) == ",";
    let verb = comma && marker > floor + 1 && document.tokens[marker - 2].tag == Tag::Verb;
    if verb && document.tokens[marker].lemma == "which" {
        return None;
    }
    // "Nine crates, most of which were empty".
    let part =
        marker > floor + 3 && document.tokens[marker - 1].lemma == "of" && document.word(marker - 3) == ",";
    phrase_before(document, if part { marker - 3 } else { marker }, floor)
}

/// "There is **no water** in the pipes".
fn behind(words: &Words, verb: usize, end: usize) -> Option<Range<usize>> {
    let document = words.document;
    let mut start = verb;
    while start < end && (document.tokens[start].tag == Tag::Adv || words.denies(start)) {
        start = words.past(start);
    }
    let stop = (start..end).find(|&i| !nominal(document, i) || punctuation(document, i)).unwrap_or(end);
    (start < stop).then_some(start..stop)
}

/// The first token of the noun phrase that ends before a verb.
pub(super) fn start(document: &Document, from: usize, verb: usize) -> usize {
    let mut at = verb;
    while at > from && (nominal(document, at - 1) || document.tokens[at - 1].tag == Tag::Adv) {
        at -= 1;
        if matches!(document.tokens[at].tag, Tag::Det | Tag::Pron) {
            break;
        }
    }
    at
}

/// The subject between the opening of a clause and its verb: after a leading adverbial, without an apposition.
pub(super) fn range(words: &Words, from: usize, verb: usize) -> Option<Range<usize>> {
    let document = words.document;
    let tokens = &document.tokens;
    let mut end = verb;
    while end > from && (tokens[end - 1].tag == Tag::Adv || tokens[end - 1].is(&["also", "still"])) {
        end -= 1;
    }
    let closed = end > from && document.word(end - 1) == ",";
    let nominal_piece = |piece: &Range<usize>| {
        tokens[piece.start].tag != Tag::Adp
            && piece
                .clone()
                .any(|i| matches!(tokens[i].tag, Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num | Tag::X))
    };
    // "Kroll, the transport commissioner, said" and "In May, however, Kroll said" both end in a comma.
    let (mut chosen, mut last, mut start) = (None, None, from);
    for i in from..=end {
        if i < end && !parts(document, i) {
            continue;
        }
        if i > start {
            let piece = start..i;
            if closed && chosen.is_none() && nominal_piece(&piece) {
                chosen = Some(piece.clone());
            }
            last = Some(piece);
        }
        start = i + 1;
    }
    let chosen = chosen.map(|piece| piece.start..names_behind(document, piece.end, end)).or(last)?;
    let said = |i: usize| {
        matches!(
            tokens[i].tag,
            Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num | Tag::X | Tag::Adj | Tag::Sym | Tag::Det
        ) || tokens[i].lemma == "there"
    };
    chosen.clone().any(said).then(|| trim_adverbial(document, chosen))
}

/// "Two inmates, **Cole and Dunn**, escaped": where the names end that say who the noun before them is; else where the noun does.
fn names_behind(document: &Document, noun: usize, end: usize) -> usize {
    let tokens = &document.tokens;
    let name = |i: usize| tokens[i].tag == Tag::Propn;
    let opens =
        noun + 2 < end && tokens[noun - 1].tag == Tag::Noun && document.word(noun) == "," && name(noun + 1);
    let names = (noun + 1..end - 1).all(|i| name(i) || matches!(document.word(i), "and" | ","));
    if opens && names { end - 1 } else { noun }
}

/// "In May Kroll" → "Kroll"; "Last week the council" stays: its time is found as a time.
fn trim_adverbial(document: &Document, piece: Range<usize>) -> Range<usize> {
    let tokens = &document.tokens;
    let mut start = piece.start;
    // "Perhaps the owner": adverbs and coordinators before it.
    while start + 1 < piece.end
        && matches!(tokens[start].tag, Tag::Adv | Tag::Cconj)
        && tokens[start].lemma != "there"
    {
        start += 1;
    }
    if tokens[start].tag != Tag::Adp {
        return start..piece.end;
    }
    // The subject begins at the last determiner or name before the verb.
    let start = piece
        .clone()
        .rev()
        .find(|&i| matches!(tokens[i].tag, Tag::Det | Tag::Pron) && i > start + 1)
        .unwrap_or(start);
    start..piece.end
}

/// The noun phrase that ends just before a token (a comma between is skipped).
pub(super) fn phrase_before(document: &Document, before: usize, floor: usize) -> Option<Range<usize>> {
    let mut end = before;
    while end > floor && (punctuation(document, end - 1) || document.tokens[end - 1].tag == Tag::Adp) {
        end -= 1;
    }
    let mut start = end;
    // "The Department of Health and Social Care, which …".
    let name = |at: usize| document.tokens[at].tag == Tag::Propn;
    let joined =
        |at: usize| document.tokens[at].tag == Tag::Cconj && at > floor && name(at - 1) && name(at + 1);
    while start > floor
        && (nominal(document, start - 1) && !punctuation(document, start - 1)
            || start < end && joined(start - 1))
    {
        start -= 1;
    }
    (start < end).then_some(start..end)
}
