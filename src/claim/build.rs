//! From clauses to claims: span, terms, assertion, and what of the analysis belongs to each.

use super::assertion::{Assertion, Polarity, assess, quantified};
use super::clause::{Clause, ClauseKind};
use super::term::{Term, TermKind, TermRole};
use super::words::{CueKind, Governing, Words};
use super::{Analysis, Claim, Places, roles, term, verbs};
use crate::english::Quantifier;
use crate::text::{Form, Span, Tag};
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

impl<'a> Part<'a> {
    pub(super) fn own(&self) -> &'a Clause {
        &self.siblings[self.clause]
    }

    /// The claim of the clause; nothing where it asserts nothing that could be compared.
    pub fn claim(&self, sentence: usize) -> Option<Claim> {
        let (document, analysis, clause) = (self.words.document, self.analysis, self.own());
        let whole = analysis.sentences[sentence].tokens.clone();
        let mut tokens = self.marked();
        if tokens.is_empty() || clause.absorbed || self.elliptical() || self.frames_report(sentence, &tokens)
        {
            return None;
        }
        let assertion =
            assess(self.words, whole.clone(), clause, self.siblings, &self.siblings[..self.clause]);
        let subject = clause.subject.clone().unwrap_or(clause.tokens.start..clause.tokens.start);
        let mut terms = roles::terms(self, sentence, tokens.clone());
        terms.extend(self.fronted(&whole));
        let inside = |range: &Range<usize>, span: Span| {
            !range.is_empty() && document.span(range.clone()).contains(span)
        };
        // "Almost 4 million people leaving": the words in front of a number need not be of the subject.
        let of_subject = |span| !subject.is_empty() && document.span(subject.clone()).overlaps(span);
        let near = |span: Span| inside(&tokens, span) || of_subject(span);
        let mut times: Vec<usize> =
            self.places.times.items(whole.clone()).filter(|&i| near(analysis.times[i].span)).collect();
        if times.is_empty() {
            times = self.times_elsewhere(&whole, &tokens, &subject);
        }
        let quantities: Vec<usize> =
            self.places.quantities.items(whole).filter(|&i| near(analysis.quantities[i].span)).collect();
        // "Almost 4 million people leaving": a figure of the subject right before is at issue too.
        if subject.end == tokens.start {
            let figures = quantities.iter().map(|&i| analysis.quantities[i].tokens.start);
            tokens.start = figures.fold(tokens.start, usize::min);
        }
        let tokens = self.without_link(tokens);
        let span = document.span(tokens.clone());
        if !self.tells(&assertion, &terms, quantities.len() + times.len(), span) {
            return None;
        }
        let report = innermost_report(analysis, sentence, span);
        let quantifiers = quantified(self.words, clause, &self.places.times);
        // "Few players last": how many do tells nothing of the course of things.
        let few = quantifiers.iter().any(|q| matches!(q.kind, Quantifier::Few | Quantifier::NotAll));
        let verb = clause.verb.as_ref();
        // "The rink, bought in 2021": a participle with a date tells of something over.
        let dated = !times.is_empty() && !assertion.modality.to_come();
        Some(Claim {
            polarity: self.polarity(assertion.polarity, report),
            modality: self.modality(&assertion, report, &tokens),
            aspect: assertion.aspect.filter(|_| !few),
            quantifiers,
            past: verb.is_some_and(|v| {
                dated && !v.perfect && !v.finite && document.tokens[v.head].form == Form::Participle
                    || v.tense == verbs::Tense::Past && (!v.perfect || v.past_perfect && report.is_none())
            }),
            perfect: verb.is_some_and(|v| v.perfect && !v.past_perfect && !v.copula),
            passive: verb.is_some_and(|v| v.passive),
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

    /// Whether what it says stands in another clause.
    fn elliptical(&self) -> bool {
        let tokens = &self.words.document.tokens;
        // "Nor did the choir": what they did stands in the clause before.
        let echoes = |v: &verbs::VerbGroup| {
            let before = v.tokens.start.checked_sub(1).map(|i| &tokens[i]);
            tokens[v.head].lemma == "do" && before.is_some_and(|t| t.is(&["nor", "neither", "so"]))
        };
        self.own().verb.as_ref().is_some_and(|v| v.chain.is_empty() && !v.copula || echoes(v))
            || self.introduces()
    }

    /// The times of a claim that has none among its own words.
    fn times_elsewhere(
        &self,
        whole: &Range<usize>,
        tokens: &Range<usize>,
        subject: &Range<usize>,
    ) -> Vec<usize> {
        let mut times = Vec::new();
        if self.own().kind == ClauseKind::Main && subject.end <= tokens.start {
            // "In May the bakery, which …, moved": what opens the sentence belongs to its main verb.
            let lead = whole.start..subject.start.max(whole.start);
            times = self.places.times.items(lead).collect();
        }
        if times.is_empty() {
            times = self.cleft(whole, tokens);
        }
        if times.is_empty() {
            times = self.when();
        }
        times
    }

    /// Whether so much is said that it could be compared; `figures`: how many numbers and times there are.
    fn tells(&self, assertion: &Assertion, terms: &[Term], figures: usize, span: Span) -> bool {
        let clause = self.own();
        let matter = terms.len() + figures;
        let negative = assertion.polarity == Polarity::Negative;
        let denied = negative && terms.iter().any(|t| t.role == TermRole::Subject);
        let headline = clause.verb.is_some()
            || clause.complement.is_some()
            || denied
            || self.siblings.len() == 1 && matter > 2;
        // A single word asserts nothing that could be compared, but that nothing has changed, and somebody's words.
        // "Nobody has died": it tells of the matter that the text is speaking of.
        let nobody =
            negative && terms.iter().any(|t| t.role == TermRole::Predicate && t.kind == TermKind::Verb);
        let telling =
            assertion.aspect.is_some() || denied || nobody || !self.analysis.quotes_in(span).is_empty();
        // "The ban followed after …": the other event says which.
        let next = self.siblings.get(self.clause + 1).and_then(|next| next.marker);
        let placed = !terms.is_empty()
            && next.is_some_and(|at| self.words.document.tokens[at].is(&["before", "after", "once"]));
        headline && (matter >= 2 || telling || placed)
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
                (ClauseKind::Adverbial, Some(marker)) if clause.antecedent.is_some() => marker,
                (ClauseKind::Conditional, Some(marker)) if marker < verb.tokens.start => {
                    (marker + 1).max(tokens.start)
                }
                (ClauseKind::Reduced, None) if lent => verb.tokens.start,
                _ => tokens.start,
            };
            // "Parking on the pier is banned."
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

    /// "She owned it **through** | what she called a trust": what leads to the next clause only.
    fn without_link(&self, mut tokens: Range<usize>) -> Range<usize> {
        const PARTICLES: &[&str] = &["up", "out", "off", "down", "away", "back", "over", "along"];
        let word = |at: usize| &self.words.document.tokens[at];
        let goes_on = self.siblings.get(self.clause + 1).is_some_and(|next| {
            next.tokens.start == tokens.end
                && (next.marker == Some(tokens.end) || word(tokens.end - 1).is(&["than"]))
        });
        let Some(verb) = self.own().verb.as_ref().filter(|_| goes_on) else { return tokens };
        let links = |at: usize| {
            let preposition = matches!(word(at).tag, Tag::Adp | Tag::Sconj) && !word(at).is(PARTICLES);
            preposition || word(at).is(&["so", "as"]) || matches!(word(at).tag, Tag::Punct | Tag::Cconj)
        };
        while tokens.end > verb.tokens.end + 1 && links(tokens.end - 1) {
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
