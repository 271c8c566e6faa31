//! From clauses to claims: span, terms, assertion, and what of the analysis belongs to each.

use super::assertion::{Polarity, assess, quantified};
use super::clause::{Clause, ClauseKind};
use super::term::{Term, TermKind, TermRole};
use super::words::{CueKind, Governing, Words};
use super::{Analysis, Claim, Places, names, reference, term, verbs};
use crate::english::{self, Quantifier};
use crate::text::{Document, Form, Span, Tag};
use std::ops::Range;

/// A clause with all that a claim is made from.
pub(super) struct Part<'a> {
    pub words: &'a Words<'a>,
    pub analysis: &'a Analysis,
    pub places: &'a Places,
    /// The clauses of its sentence.
    pub siblings: &'a [Clause],
    /// Which of them it is.
    pub clause: usize,
}

impl Part<'_> {
    pub(super) fn own(&self) -> &Clause {
        &self.siblings[self.clause]
    }

    /// The claim of the clause; nothing where it asserts nothing that could be compared.
    pub fn claim(&self, sentence: usize) -> Option<Claim> {
        let (document, analysis, clause) = (self.words.document, self.analysis, self.own());
        let whole = analysis.sentences[sentence].tokens.clone();
        let mut tokens = self.marked();
        // "Nor did the choir": what they did stands in the clause before.
        let echoes = |v: &verbs::VerbGroup| {
            let before = v.tokens.start.checked_sub(1).map(|i| &document.tokens[i]);
            document.tokens[v.head].lemma == "do" && before.is_some_and(|t| t.is(&["nor", "neither", "so"]))
        };
        let elliptical = clause.verb.as_ref().is_some_and(|v| v.chain.is_empty() && !v.copula || echoes(v));
        let elliptical = elliptical || self.introduces();
        if tokens.is_empty() || clause.absorbed || elliptical || self.frames_report(sentence, &tokens) {
            return None;
        }
        let assertion =
            assess(self.words, whole.clone(), clause, self.siblings, &self.siblings[..self.clause]);
        let subject = clause.subject.clone().unwrap_or(clause.tokens.start..clause.tokens.start);
        let mut terms = terms(self, sentence, tokens.clone());
        terms.extend(self.fronted(&whole));
        let inside = |range: &Range<usize>, span: Span| {
            !range.is_empty() && document.span(range.clone()).contains(span)
        };
        // "Almost 4 million people leaving": the words in front of a number need not be of the subject.
        let of_subject = |span| !subject.is_empty() && document.span(subject.clone()).overlaps(span);
        let near = |span: Span| inside(&tokens, span) || of_subject(span);
        let mut times: Vec<usize> =
            self.places.times.items(whole.clone()).filter(|&i| near(analysis.times[i].span)).collect();
        if times.is_empty() && clause.kind == ClauseKind::Main && subject.end <= tokens.start {
            // "In May the bakery, which …, moved": what opens the sentence belongs to its main verb.
            let lead = whole.start..subject.start.max(whole.start);
            times = self.places.times.items(lead).collect();
        }
        if times.is_empty() {
            times = self.cleft(&whole, &tokens);
        }
        if times.is_empty() {
            times = self.when();
        }
        let quantities: Vec<usize> =
            self.places.quantities.items(whole).filter(|&i| near(analysis.quantities[i].span)).collect();
        // "Almost 4 million people leaving": a figure of the subject right before is at issue too.
        if subject.end == tokens.start {
            let figures = quantities.iter().map(|&i| analysis.quantities[i].tokens.start);
            tokens.start = figures.fold(tokens.start, usize::min);
        }
        let span = document.span(tokens.clone());
        let matter = terms.len() + quantities.len() + times.len();
        let denied =
            assertion.polarity == Polarity::Negative && terms.iter().any(|t| t.role == TermRole::Subject);
        let headline = clause.verb.is_some()
            || clause.complement.is_some()
            || denied
            || self.siblings.len() == 1 && matter > 2;
        // A single word asserts nothing that could be compared, but that nothing has changed, and somebody's words.
        // "Nobody has died": it tells of the matter that the text is speaking of.
        let nobody = assertion.polarity == Polarity::Negative
            && terms.iter().any(|t| t.role == TermRole::Predicate && t.kind == TermKind::Verb);
        let telling = assertion.aspect.is_some() || denied || nobody || !analysis.quotes_in(span).is_empty();
        // "The fine came after …": the other event says which.
        let placed = !terms.is_empty()
            && self
                .siblings
                .get(self.clause + 1)
                .and_then(|next| next.marker)
                .is_some_and(|marker| document.tokens[marker].is(&["before", "after", "once"]));
        if matter < 2 && !telling && !placed || !headline {
            return None;
        }
        let report = innermost_report(analysis, sentence, span);
        let quantifiers = quantified(self.words, clause, &self.places.times);
        // "Few players last": how many do tells nothing of the course of things.
        let few = quantifiers.iter().any(|q| matches!(q.kind, Quantifier::Few | Quantifier::NotAll));
        Some(Claim {
            polarity: self.polarity(assertion.polarity, report),
            modality: self.modality(&assertion, report, &tokens),
            aspect: assertion.aspect.filter(|_| !few),
            quantifiers,
            past: clause.verb.as_ref().is_some_and(|v| {
                // "The rink, bought in 2021": a participle with a date tells of something over.
                let dated = !times.is_empty() && !v.perfect && !v.finite && !assertion.modality.to_come();
                dated && document.tokens[v.head].form == Form::Participle
                    || v.tense == verbs::Tense::Past && (!v.perfect || v.past_perfect && report.is_none())
            }),
            perfect: clause.verb.as_ref().is_some_and(|v| v.perfect && !v.past_perfect && !v.copula),
            passive: clause.verb.as_ref().is_some_and(|v| v.passive),
            subordinate: matches!(
                clause.kind,
                ClauseKind::Relative | ClauseKind::Adverbial | ClauseKind::Reduced
            ),
            span,
            tokens,
            sentence,
            terms,
            report,
            times,
            quantities,
            title: None,
        })
    }

    /// "A flood in 2011, when three bridges fell": the time right before *when*.
    fn when(&self) -> Vec<usize> {
        let marker = self.own().marker.filter(|&at| self.words.document.tokens[at].is(&["when"]));
        let relative = marker.filter(|_| self.own().kind == ClauseKind::Relative);
        relative.map_or(Vec::new(), |at| self.places.times.items(at.saturating_sub(2)..at).collect())
    }

    /// "In York, where trams run free, no line has closed": the place is that of the main verb as well.
    fn fronted(&self, whole: &Range<usize>) -> impl Iterator<Item = Term> {
        let tokens = &self.words.document.tokens;
        let place = self.clause.checked_sub(1).and_then(|before| {
            let before = &self.siblings[before];
            let marker = before.marker.filter(|&at| tokens[at].is(&["where", "which"]))?;
            let opens = before.kind == ClauseKind::Relative && before.tokens.start == whole.start;
            let main = self.own().kind == ClauseKind::Main && tokens[whole.start].tag == Tag::Adp;
            (opens && main).then_some(whole.start..marker)
        });
        let place = place.unwrap_or_default();
        let named = self
            .analysis
            .mentions
            .iter()
            .filter(move |m| !m.tokens.is_empty() && place.contains(&m.tokens.start));
        named.map(|mention| term::of_mention(mention, TermRole::Modifier))
    }

    /// "It was **in May** that the bridge froze": the time of a cleft sentence is that of what stands behind *that*.
    fn cleft(&self, whole: &Range<usize>, own: &Range<usize>) -> Vec<usize> {
        let tokens = &self.words.document.tokens;
        let lead = whole.start..own.start.max(whole.start);
        let it_is = lead.len() > 3 && tokens[lead.start].is(&["it"]) && tokens[lead.start + 1].lemma == "be";
        // What is clefted begins right behind the verb, and the clause right behind *that*.
        let adverbial = it_is && matches!(tokens[lead.start + 2].tag, Tag::Adp | Tag::Adv);
        if self.clause != 1 || !adverbial || !tokens[lead.end - 1].is(&["that"]) {
            return Vec::new();
        }
        self.places.times.items(lead).collect()
    }

    /// "There is no evidence that …": what counts stands behind *that*.
    fn introduces(&self) -> bool {
        let next = self.siblings.get(self.clause + 1);
        let opened = next.is_some_and(|next| {
            next.kind == ClauseKind::Complement && next.marker == Some(next.tokens.start)
        });
        let excludes = |kind| kind == CueKind::Governs(Governing::Exclude);
        let excluded = self.own().verb.as_ref().is_some_and(|v| self.words.cue(v.head, excludes).is_some());
        let content = || {
            self.words
                .cues(self.own().tokens.clone())
                .iter()
                .any(|cue| matches!(cue.kind, CueKind::Content { .. }))
        };
        opened && (excluded || content())
    }

    /// The words that a flag marks: a clause without its opening conjunction, its marks and what stands behind a colon.
    fn marked(&self) -> Range<usize> {
        let (document, clause) = (self.words.document, self.own());
        let mut tokens = clause.tokens.clone();
        let word = |at: usize| &document.tokens[at];
        if let Some(verb) = &clause.verb {
            let colon = |&i: &usize| matches!(document.word(i), ":" | ";" | "–" | "—");
            tokens.end = (verb.tokens.end..tokens.end).find(colon).unwrap_or(tokens.end);
            // What a relative clause or a participle speaks of stands before it.
            let lent = clause.subject.as_ref().is_some_and(|s| s.end <= verb.tokens.start);
            tokens.start = match (clause.kind, clause.marker) {
                (ClauseKind::Relative, Some(marker)) => marker.max(tokens.start),
                (ClauseKind::Conditional, Some(marker)) if marker < verb.tokens.start => {
                    (marker + 1).max(tokens.start)
                }
                (ClauseKind::Reduced, None) if lent => verb.tokens.start,
                _ => tokens.start,
            };
            // "Swimming in the lake is banned."
            if let Some(before) = self.clause.checked_sub(1).map(|i| &self.siblings[i]).filter(|c| c.absorbed)
            {
                tokens.start = before.tokens.start;
            }
        }
        let opens = |at: usize| {
            word(at).tag == Tag::Punct
                || clause.verb.as_ref().is_some_and(|v| at < v.tokens.start)
                    && matches!(word(at).tag, Tag::Cconj | Tag::Sconj)
                    && !word(at).is(&["neither", "either", "nor", "both"])
        };
        while tokens.start < tokens.end && opens(tokens.start) {
            tokens.start += 1;
        }
        while tokens.end > tokens.start && matches!(word(tokens.end - 1).tag, Tag::Punct | Tag::Cconj) {
            tokens.end -= 1;
        }
        tokens
    }

    /// "X said" is the frame of a report and no claim by itself.
    fn frames_report(&self, sentence: usize, tokens: &Range<usize>) -> bool {
        let frame = self.words.document.span(tokens.clone());
        self.analysis.attributions_of(sentence).any(|i| {
            let a = &self.analysis.attributions[i];
            frame.overlaps(a.cue) && !a.content.overlaps(frame)
                || self
                    .own()
                    .verb
                    .as_ref()
                    .is_some_and(|v| a.cue.contains(self.words.document.tokens[v.head].span))
        })
    }
}

pub(super) fn innermost_report(analysis: &Analysis, sentence: usize, span: Span) -> Option<usize> {
    analysis
        .attributions_of(sentence)
        .filter(|&i| {
            let content = analysis.attributions[i].content;
            content.contains(span)
                || content.overlaps(span)
                    && content.contains(Span::new(span.start.max(content.start), span.end.min(content.end)))
                    && {
                        let shared = span.end.min(content.end) - span.start.max(content.start);
                        shared * 2 > span.end - span.start
                    }
        })
        .min_by_key(|&i| analysis.attributions[i].content.end - analysis.attributions[i].content.start)
}

fn terms(part: &Part, sentence: usize, tokens: Range<usize>) -> Vec<Term> {
    let (words, analysis, places, clause) = (part.words, part.analysis, part.places, part.own());
    let document = words.document;
    let mut terms: Vec<Term> = Vec::new();
    let sentence = &analysis.sentences[sentence].tokens;
    let subject = clause.subject.clone().unwrap_or(clause.tokens.start..clause.tokens.start);
    let verb = clause.verb.as_ref();
    let object = clause.object.clone().unwrap_or(0..0);
    let outside = subject.clone().chain(object.clone()).filter(|at| !tokens.contains(at));
    let order: Vec<usize> = outside.chain(tokens.clone()).collect();
    let covered = |at: usize| places.times.get(at).is_some() || places.quantities.get(at).is_some();
    // Behind a comma after the verb, or between subject and verb, stand asides.
    let mut aside_from = verb.map_or(tokens.end, |v| v.tokens.end);
    while aside_from < tokens.end {
        if document.word(aside_from) == "," && !listed(document, aside_from, tokens.end) {
            match names_behind(part, aside_from, tokens.end) {
                Some(names) => aside_from = names.end,
                None => break,
            }
        }
        aside_from += 1;
    }
    let apposition = verb.map_or(0..0, |v| subject.end.max(tokens.start)..v.tokens.start.max(subject.end));
    let mut behind_preposition = false;
    let mut complement = false;
    let mut done = 0;
    for at in order {
        if at < done && tokens.contains(&at) {
            continue;
        }
        let token = &document.tokens[at];
        let role = if subject.contains(&at) {
            TermRole::Subject
        } else if tokens.contains(&at) && (at > aside_from || apposition.contains(&at)) {
            TermRole::Aside
        } else if object.contains(&at) && !tokens.contains(&at) {
            TermRole::Object
        } else if verb.is_none() && clause.complement.as_ref().is_some_and(|c| c.contains(&at)) {
            TermRole::Predicate
        } else if verb.is_some_and(|v| at == v.head) {
            complement = verb.is_some_and(|v| v.copula);
            behind_preposition = false;
            TermRole::Predicate
        } else if verb.is_some_and(|v| v.tokens.contains(&at)) {
            TermRole::Modifier
        } else {
            if token.tag == Tag::Adp && !particle_at(words, verb, at, tokens.end) {
                behind_preposition = true;
                complement = false;
            }
            if behind_preposition || verb.is_none_or(|v| at < v.tokens.start) {
                TermRole::Modifier
            } else if complement || predicative(document, at, tokens.end) {
                TermRole::Predicate
            } else {
                TermRole::Object
            }
        };
        if let Some(mention) = places.mentions.get(at).map(|i| &analysis.mentions[i]) {
            done = mention.tokens.end;
            // "Kroll's department had known": it is the department that had.
            let owns = document.tokens.get(mention.tokens.end).is_some_and(|next| next.is(&["'s", "'"]));
            // "York-based Keel": it is Keel that did.
            let attribute = names::attributed(document.word(mention.tokens.end - 1)).is_some();
            let role = if owns || attribute { TermRole::Modifier } else { role };
            let dated = mention.tokens.clone().any(|i| places.times.get(i).is_some());
            if !dated && !terms.iter().any(|t| t.span == mention.span) {
                terms.push(term::of_mention(mention, role));
            }
            continue;
        }
        let meant = places.references.all(at);
        if !meant.is_empty() {
            let term = |mention: &usize| term::of_mention(&analysis.mentions[*mention], role);
            terms.extend(meant.iter().map(|mention| Term { span: token.span, ..term(mention) }));
            continue;
        }
        if let Some(phrase) = places.references.phrase(at) {
            told_again(part, phrase, token.span, role, &mut terms);
            continue;
        }
        // A subject that nothing before fits is at least what its noun says: "the union accepted the offer".
        if covered(at) || role != TermRole::Subject && reference::refers(document, at, sentence) {
            continue;
        }
        // "Is going to close": a tense.
        let next = document.tokens.get(at + 1);
        if role == TermRole::Modifier
            && token.lemma == "go"
            && token.form == Form::Gerund
            && verb.is_some_and(|v| v.tokens.contains(&at))
            && next.is_some_and(|next| next.lemma == "to")
        {
            continue;
        }
        if let Some(key) = verb.filter(|v| v.head == at).and_then(|_| term::idiom(document, at, tokens.end)) {
            terms.push(Term::new(token.span, key.into(), english::root(key).into(), TermKind::Verb, role));
            continue;
        }
        let particle = verb
            .filter(|v| v.head == at || v.chain.contains(&at))
            .and_then(|_| term::phrasal(document, at, tokens.end));
        if let Some(key) = particle {
            let root = english::root(key).into();
            terms.push(Term::new(token.span, key.into(), root, TermKind::Verb, role));
            continue;
        }
        if token.lemma == "get"
            && verb.is_some_and(|v| v.head == at && !v.passive)
            && receives(document, at, tokens.end)
        {
            let key: &str = "receive";
            let (key, root) = (key.into(), english::root(key).into());
            terms.push(Term::new(token.span, key, root, TermKind::Verb, role));
            continue;
        }
        let light =
            verb.is_none() && role == TermRole::Predicate && term::of_word(document, at, role).is_none();
        if light && token.tag != Tag::Punct {
            // "Mayor out, deputy in": without a verb the particle says it.
            let key = token.lemma.clone();
            terms.push(Term::new(token.span, key.clone(), key, TermKind::Adverb, role));
            continue;
        }
        terms.extend(term::of_word(document, at, role));
    }
    terms
}

/// The terms of the noun phrase that a pronoun stands for, "The strike … **It** began in May":
/// its noun does what the pronoun does, the rest only tells which it is.
fn told_again(part: &Part, phrase: Range<usize>, span: Span, does: TermRole, terms: &mut Vec<Term>) {
    let (places, tokens) = (part.places, &part.words.document.tokens);
    let head = phrase.clone().take_while(|&at| tokens[at].tag != Tag::Adp).last();
    let mut done = phrase.start;
    for at in phrase {
        let role = if Some(at) == head { does } else { TermRole::Aside };
        let mention = places.mentions.get(at).map(|i| &part.analysis.mentions[i]);
        let counted = places.times.get(at).is_some() || places.quantities.get(at).is_some();
        let term = match mention {
            _ if at < done => None,
            Some(mention) => {
                done = mention.tokens.end;
                Some(term::of_mention(mention, role))
            }
            None if counted => None,
            None => term::of_word(part.words.document, at, role),
        };
        terms.extend(term.map(|term| Term { span, ..term }));
    }
}

/// The names between a comma and the next that say who or what the noun before it is: "two inmates, **Cole and Dunn**, …".
fn names_behind(part: &Part, comma: usize, end: usize) -> Option<Range<usize>> {
    let document = part.words.document;
    let mention = |at: usize| part.places.mentions.get(at).map(|i| &part.analysis.mentions[i]);
    let noun = comma > 0 && document.tokens[comma - 1].tag == Tag::Noun && mention(comma - 1).is_none();
    if comma + 1 >= end || document.word(comma) != "," || !noun {
        return None;
    }
    let mut at = comma + 1;
    loop {
        at = mention(at).filter(|m| m.tokens.start == at && m.tokens.end <= end)?.tokens.end;
        match document.tokens.get(at).map(|_| document.word(at)) {
            Some("and") if at + 1 < end => at += 1,
            Some("," | ".") | None => return Some(comma + 1..at),
            _ => return None,
        }
    }
}

/// Whether a word belongs to the verb right before it: "ruled **out** a ban".
fn particle_at(words: &Words, verb: Option<&verbs::VerbGroup>, at: usize, end: usize) -> bool {
    // What is ruled out is no object of what is done.
    let excludes = |kind| kind == CueKind::Governs(Governing::Exclude);
    verb.is_some_and(|v| {
        v.head + 1 == at
            && term::phrasal(words.document, v.head, end).is_some()
            && words.cue(v.head, excludes).is_none()
    })
}

/// "Got the prize", "got 40,000 votes", and not "got worse", "got to work".
fn receives(document: &Document, get: usize, end: usize) -> bool {
    let next = (get + 1 < end).then(|| &document.tokens[get + 1]);
    next.is_some_and(|next| matches!(next.tag, Tag::Det | Tag::Num | Tag::Sym | Tag::Propn))
}

/// "Stood empty", "kept its rate unchanged": an adjective behind the verb that no noun follows.
fn predicative(document: &Document, at: usize, end: usize) -> bool {
    let noun = |at: usize| {
        at < end
            && matches!(document.tokens[at].tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Cconj)
    };
    let determined = at > 0 && matches!(document.tokens[at - 1].tag, Tag::Det | Tag::Adj);
    document.tokens[at].tag == Tag::Adj && !determined && !noun(at + 1)
}

/// Whether a comma parts the items of a list: "trams, buses and trains".
fn listed(document: &Document, comma: usize, end: usize) -> bool {
    let item = |at: usize| {
        at < end && matches!(document.tokens[at].tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num)
    };
    item(comma + 1) && (comma + 2..end.min(comma + 8)).any(|i| document.tokens[i].tag == Tag::Cconj)
}
