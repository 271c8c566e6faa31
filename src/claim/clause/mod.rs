//! Clauses: one for each verb group of a sentence, with its subject; heads and spans, no full tree.

mod boundary;
mod fragment;
mod subject;

use super::assertion::Modality;
use super::verbs::{VerbGroup, verb_groups};
use super::words::{CueKind, Words};
use crate::english;
use crate::text::{Document, Form, Tag, TokenKind, heads_phrase};
use std::ops::Range;

/// How a clause hangs in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClauseKind {
    /// Asserted by itself.
    Main,
    /// *who …*, *which …*: says something of a noun.
    Relative,
    /// After *that* or a verb of saying.
    Complement,
    /// After *when, because, although, since, after, before …*.
    Adverbial,
    /// After *if, unless, whether*, or an inverted *were*, *had*, *should*.
    Conditional,
    /// An infinitive, participle or gerund without a subject of its own.
    Reduced,
    /// No verb at all.
    Fragment,
}

/// A stretch of a sentence around one verb group.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub tokens: Range<usize>,
    pub verb: Option<VerbGroup>,
    pub subject: Option<Range<usize>>,
    /// What a relative pronoun as object stands for.
    pub object: Option<Range<usize>>,
    /// What a relative clause speaks of: the subject that waits for its verb.
    pub antecedent: Option<Range<usize>>,
    pub kind: ClauseKind,
    /// The word that opens it.
    pub marker: Option<usize>,
    /// What is said of the subject where there is no verb.
    pub complement: Option<Range<usize>>,
    /// Denied from outside: *without paying*, *prevented them from paying*.
    pub denied: bool,
    /// A gerund or infinitive that is the subject of the next clause, which says it all.
    pub absorbed: bool,
}

/// The clauses of a sentence in text order; their tokens do not overlap and together are the sentence.
pub(super) fn clauses(words: &Words, sentence: Range<usize>) -> Vec<Clause> {
    let mut groups = verb_groups(words, sentence.clone());
    if let Some(pieces) = fragment::pieces(words, sentence.clone(), &groups) {
        return pieces;
    }
    fragment::headline_future(words, sentence.clone(), &mut groups);
    compounds(words, &mut groups);
    charges(words, &mut groups);
    opening_noun(words, sentence.start, &mut groups);
    settle(words, sentence.clone(), &mut groups);
    let nouns: Vec<bool> =
        (0..groups.len()).map(|i| i > 0 && plural(words, &groups[i - 1], &groups[i])).collect();
    let mut noun = nouns.into_iter();
    groups.retain(|_| !noun.next().unwrap_or_default());
    let mut clauses: Vec<Clause> = Vec::with_capacity(groups.len());
    let mut start = sentence.start;
    let mut groups = groups.into_iter().peekable();
    while let Some(verb) = groups.next() {
        let end = groups.peek().map_or(sentence.end, |next| {
            boundary::between(words, clauses.last(), start, &verb, next).clamp(start, next.tokens.start)
        });
        let end = end.max(verb.tokens.end);
        let clause = build(words, start..end, verb, &clauses);
        start = end;
        clauses.push(clause);
        if let Some(next) = groups.peek() {
            let last = clauses.len() - 1;
            let absorbed = boundary::is_subject_of(words, &clauses[last], next, last == 0);
            clauses[last].absorbed = absorbed;
        }
    }
    subject::lend_back(&mut clauses);
    clauses
}

/// "Voted against the fish **imports** levy", "the grain **imports** treaty has passed": plurals inside of a compound
/// that look like verbs.
fn compounds(words: &Words, groups: &mut Vec<VerbGroup>) {
    let tokens = &words.document.tokens;
    let noun = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Noun);
    let plural = |group: &VerbGroup| {
        let inside = group.head > 1 && noun(group.head - 1) && noun(group.head + 1);
        inside && group.tokens.len() == 1 && tokens[group.head].form == Form::Present3
    };
    let mut at = 0;
    while at < groups.len() {
        let group = &groups[at];
        let governed = at > 0 && (groups[at - 1].finite || groups.len() == 2) && {
            let gap = groups[at - 1].tokens.end..group.tokens.start;
            let det = gap.clone().rev().find(|&i| tokens[i].tag != Tag::Noun);
            let adp = det.map(|i| if tokens[i].tag == Tag::Det && i > gap.start { i - 1 } else { i });
            adp.is_some_and(|i| tokens[i].tag == Tag::Adp)
        };
        let followed = groups.get(at + 1).is_some_and(|next| {
            next.finite
                && !says(words, group)
                && (group.tokens.end..next.tokens.start).all(|i| noun(i) || tokens[i].tag == Tag::Adv)
        });
        if plural(group) && (governed || followed) {
            groups.remove(at);
        } else {
            at += 1;
        }
    }
}

/// "Was acquitted of **stealing** bicycles", "charged with **forging** the will": what somebody stands for having done
/// is told with the charge, and asserted by nobody.
fn charges(words: &Words, groups: &mut Vec<VerbGroup>) {
    let tokens = &words.document.tokens;
    let mut at = 1;
    while at < groups.len() {
        let (before, own) = (&groups[at - 1], &groups[at]);
        let start = own.tokens.start;
        let gerund = !own.finite && tokens[start].form == Form::Gerund;
        let of = || before.passive && before.tokens.end + 1 == start && tokens[start - 1].is(&["of"]);
        if gerund && (of() || words.charged(before.head, start - 1)) {
            groups.remove(at);
        } else {
            at += 1;
        }
    }
}

/// "**Work** on the bridge resumed": a first word that could be a command, and the subject of a verb that has no other.
fn opening_noun(words: &Words, start: usize, groups: &mut Vec<VerbGroup>) {
    let tokens = &words.document.tokens;
    let [first, second, ..] = groups.as_slice() else { return };
    let gap = first.tokens.end..second.tokens.start;
    let noun = first.tokens.len() == 1
        && first.head == start
        && tokens[start].form == Form::Base
        && english::uses(&tokens[start].lemma).0.any(b"n");
    let leads = !gap.is_empty() && (tokens[gap.start].tag == Tag::Adp || tokens[gap.start].is(&["there"]));
    let whole =
        gap.clone().all(|i| i == gap.start || nominal(words.document, i) && !relative(words.document, i));
    if noun && leads && whole && second.finite {
        groups.remove(0);
    }
}

/// Past forms and participles that only the sentence tells apart.
fn settle(words: &Words, sentence: Range<usize>, groups: &mut [VerbGroup]) {
    for i in 1..groups.len() {
        if boundary::participle(words, &groups[i - 1], &groups[i]) {
            groups[i - 1].lean();
        }
    }
    // "The menu barely changed.": a whole sentence has a finite verb; a headline may have none.
    let stop = words.document.word(sentence.end - 1) == ".";
    if stop
        && groups.iter().all(|group| !group.finite)
        // "Called on her to resign": an infinitive hangs on what stands before it.
        && let Some(last) = groups.iter_mut().rfind(|g| words.document.tokens[g.tokens.start].lemma != "to")
        && matches!(words.document.tokens[last.tokens.start].form, Form::Participle | Form::Past)
        && last.tokens.start > sentence.start
        && last.tokens.len() == last.chain.len()
    {
        last.stand();
    }
}

/// "Mayor expresses willingness for budget **cuts**: report": what ends a phrase behind a preposition and stands before
/// a colon is its noun, and no second verb.
fn plural(words: &Words, before: &VerbGroup, group: &VerbGroup) -> bool {
    let (document, at) = (words.document, group.tokens.start);
    let tokens = &document.tokens;
    let lone = group.tokens.len() == 1 && tokens[at].form == Form::Present3;
    let colon = tokens.get(at + 1).is_some_and(|next| next.is(&[":"]));
    let between = before.tokens.end..at;
    let behind = |i: usize| tokens[i].tag == Tag::Adp;
    lone && colon
        && before.finite
        && !says(words, before)
        && matches!(tokens[at - 1].tag, Tag::Noun | Tag::Propn)
        && between.clone().any(behind)
        && between.into_iter().all(|i| behind(i) || nominal(document, i))
}

fn punctuation(document: &Document, at: usize) -> bool {
    document.tokens[at].kind == TokenKind::Punctuation
}

/// A mark that parts clauses: no apostrophe, no hyphen.
fn parts(document: &Document, at: usize) -> bool {
    punctuation(document, at) && !matches!(document.word(at), "'" | "’" | "-")
}

fn relative(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    token.is(&["who", "whom", "whose", "which"]) || token.lemma == "where" && token.tag != Tag::Noun
}

fn subordinator(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    token.is(&[
        "because", "although", "though", "while", "whereas", "when", "if", "unless", "whether", "until",
        "that", "why", "how", "what", "once", "lest",
    ]) || (token.tag == Tag::Sconj || token.is(&["since", "after", "before", "as"]) && token.tag != Tag::Adv)
        && !heads_phrase(&document.tokens, at)
}

fn nominal(document: &Document, at: usize) -> bool {
    matches!(
        document.tokens[at].tag,
        Tag::Noun | Tag::Propn | Tag::Num | Tag::Adj | Tag::Det | Tag::Pron | Tag::X | Tag::Sym
    ) || document.tokens[at].is(&["'s", "'", "of"])
}

/// Whether a clause's verb reports what somebody says or thinks.
fn says(words: &Words, verb: &VerbGroup) -> bool {
    words.document.tokens[verb.head].known.classes.stance().is_some()
}

/// The word that opens a clause: a relative pronoun, a subordinator near its beginning.
fn opener(words: &Words, first: usize, verb: usize) -> Option<usize> {
    let document = words.document;
    let tokens = &document.tokens;
    if let Some(cue) = words.condition(first).filter(|cue| cue.tokens.end <= verb) {
        return Some(cue.tokens.end - 1);
    }
    // "The tunnel, when it opened", but "Kroll, although ill, resigned".
    let near = |i: usize| {
        i <= first + 2 || document.word(i - 1) == "," && (i + 1..verb).any(|j| nominal(document, j))
    };
    let open = |i: usize| i == first || (i + 1..verb).all(|j| document.word(j) != ",");
    (first..verb).find(|&i| {
        relative(document, i)
            || near(i) && subordinator(document, i) && open(i) && tokens[i].lemma != "that"
            || tokens[i].lemma == "that"
                && tokens[i].tag != Tag::Det
                && (i == first || matches!(tokens[i - 1].tag, Tag::Noun | Tag::Propn))
    })
}

fn kind_of(
    words: &Words,
    first: usize,
    verb: &VerbGroup,
    opener: Option<usize>,
    own: bool,
    previous: Option<&Clause>,
) -> ClauseKind {
    let tokens = &words.document.tokens;
    match opener {
        Some(i) if words.condition(first).is_some_and(|cue| cue.tokens.end == i + 1) => {
            ClauseKind::Conditional
        }
        Some(i) if relative(words.document, i) => ClauseKind::Relative,
        Some(i) if tokens[i].is(&["if", "unless", "whether"]) => ClauseKind::Conditional,
        Some(i) if tokens[i].is(&["that"]) => {
            // "The bid that was prepared" against "said that it was prepared", "it is true that it was".
            let said = previous
                .and_then(|c| c.verb.as_ref())
                .is_some_and(|v| i <= v.tokens.end + 3 && says(words, v));
            // "The vaccine that the firm developed protects": it stands before the verb of its noun.
            if i > first || !said && !own { ClauseKind::Relative } else { ClauseKind::Complement }
        }
        Some(_) => ClauseKind::Adverbial,
        None if !verb.finite => ClauseKind::Reduced,
        None if first == verb.tokens.start && inverted(words, verb, previous) => ClauseKind::Conditional,
        None => ClauseKind::Main,
    }
}

/// "**Had** he known", "would sink **were** the pumps to fail": no "the shop, which was sold, **had** no cellar".
fn inverted(words: &Words, verb: &VerbGroup, previous: Option<&Clause>) -> bool {
    let (document, at) = (words.document, verb.tokens.start);
    let tokens = &document.tokens;
    match document.word(at) {
        "Were" | "Had" | "Should" => return true,
        "were" | "had" | "should" => {}
        _ => return false,
    }
    let unreal = |clause: &Clause| {
        let mood = clause.verb.as_ref().map(|v| v.modality);
        clause.kind != ClauseKind::Relative
            && matches!(mood, Some(Modality::Possible | Modality::Hypothetical | Modality::Future))
    };
    let subject = tokens.get(at + 1).is_some_and(|next| next.is(&NOMINATIVES));
    verb.inside.is_some() || subject || previous.is_some_and(unreal) && nominal(document, at + 1)
}

/// Pronouns that are subjects.
const NOMINATIVES: [&str; 7] = ["he", "she", "it", "they", "we", "i", "there"];

/// "**The tunnel**, when it opened, cost less", "**her term**, she said, had begun": what waits for its verb while
/// another clause stands between commas.
fn waiting(words: &Words, first: usize, clause: &Clause, own: Option<&Range<usize>>) -> Option<Range<usize>> {
    let document = words.document;
    let open = match (clause.kind, clause.marker) {
        (ClauseKind::Adverbial | ClauseKind::Conditional, Some(marker)) => {
            words.condition_start(marker).unwrap_or(marker)
        }
        (ClauseKind::Main, None) if clause.verb.as_ref().is_some_and(|v| says(words, v)) => own?.start,
        // "**The Alba**, a tug built in 1990, sank".
        (ClauseKind::Reduced, None) => own?.start,
        _ => return None,
    };
    let first = first + usize::from(document.tokens[first].tag == Tag::Cconj);
    let noun = first + 1 < open && document.word(open - 1) == ",";
    let opens = noun && nominal(document, first);
    let within = |i: usize| nominal(document, i) || matches!(document.tokens[i].tag, Tag::Adp | Tag::Cconj);
    (opens && (first..open - 1).all(within)).then(|| first..open - 1)
}

/// The clause that lends its subject to one that has none: the one before, or "**a rule that would force** farms to
/// pay is void" the one whose noun still waits.
fn lender<'a>(before: &'a [Clause], verb: &VerbGroup, goes_on: bool) -> Option<&'a Clause> {
    let hangs = |c: &&Clause| matches!(c.kind, ClauseKind::Reduced | ClauseKind::Complement);
    let waits = |c: &&Clause| c.kind == ClauseKind::Relative && before.len() > 1;
    let last = before.last()?;
    if !verb.finite || goes_on || !hangs(&last) {
        return Some(last);
    }
    let (first, rest) = before.split_first()?;
    Some(first).filter(waits).filter(|_| rest.iter().all(|c| hangs(&c))).or(Some(last))
}

fn build(words: &Words, tokens: Range<usize>, verb: VerbGroup, before: &[Clause]) -> Clause {
    let document = words.document;
    let mut first = tokens.start;
    while first < verb.tokens.start && punctuation(document, first) {
        first += 1;
    }
    let opener = opener(words, first, verb.tokens.start);
    let coordinated = first < verb.tokens.start && document.tokens[first].tag == Tag::Cconj;
    let from = opener.map_or(first + usize::from(coordinated), |i| i + 1);
    let own = verb.inside.clone().or_else(|| subject::range(words, from, verb.tokens.start));
    let previous = lender(before, &verb, own.is_some() || opener.is_some() || coordinated);
    let kind = kind_of(words, first, &verb, opener, own.is_some(), before.last());
    let mut clause = Clause {
        tokens,
        verb: Some(verb),
        subject: None,
        object: None,
        antecedent: None,
        kind,
        marker: opener,
        complement: None,
        denied: false,
        absorbed: false,
    };
    // "Kroll, who won and served, has resigned": a verb that goes on the relative clause waits for the subject as well.
    let goes_on = coordinated && own.is_none() && opener.is_none();
    if goes_on && !subject::after_comma(document, clause.tokens.start, 0) {
        clause.antecedent = previous.and_then(|c| c.antecedent.clone());
    }
    let waiting = waiting(words, first, &clause, own.as_ref());
    // The tug and its name: what the participle tells of is told of both.
    let own = match (&waiting, clause.kind) {
        (Some(noun), ClauseKind::Reduced) => own.map(|own| noun.start..own.end),
        _ => own,
    };
    subject::assign(words, &mut clause, own, previous);
    clause.antecedent = clause.antecedent.or(waiting);
    clause.denied = denied_from_outside(words, &clause, before.last());
    clause
}

/// "Without paying", "prevented the crews from paying".
fn denied_from_outside(words: &Words, clause: &Clause, previous: Option<&Clause>) -> bool {
    let tokens = &words.document.tokens;
    let Some(verb) = &clause.verb else { return false };
    let Some(before) = verb.tokens.start.checked_sub(1) else { return false };
    let mut cues = words.cues(before.saturating_sub(2)..before + 1).iter();
    if cues.any(|cue| cue.kind == CueKind::DenyNext && cue.tokens.end == verb.tokens.start) {
        return true;
    }
    if verb.finite || tokens[verb.head].form != Form::Gerund {
        return false;
    }
    let governs =
        previous.and_then(|c| c.verb.as_ref()).is_some_and(|v| words.classes(v.head).governs_from());
    tokens[before].lemma == "without" && !words.masked(before) || tokens[before].lemma == "from" && governs
}
