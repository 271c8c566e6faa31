//! Comparison: whether a claim and a statement are about the same matter, and if so whether they agree,
//! contradict or neither, by which rule and how surely.

mod align;
mod background;
mod confidence;
mod prepared;
pub mod rules;
mod spoken;
mod states;
mod verdict;
mod vocabulary;

pub use align::{Alignment, Link, Match, Weights, align, meet, uniform};
pub use background::Background;
pub use prepared::{Prepared, Reading};
pub use spoken::Spoken;
pub use verdict::{Decision, Reason, Relation, Verdict, Weighed, decide};

use crate::claim::{Analysis, Claim, NameKind, Names, Term, TermKind, analyse};
use crate::quantity::Quantity;
use crate::text::{Document, Span};
use crate::time::{Date, Interval, TimeKind, TimeMention};
use serde::Serialize;

/// A claim in its surroundings: of the document, or of a statement.
pub struct Side<'a> {
    /// The whole text.
    pub text: &'a str,
    /// What the engine saw in it.
    pub analysis: &'a Analysis,
    /// The claim.
    pub claim: &'a Claim,
    /// When it was said: the document date, or the statement's date.
    pub said: Interval,
    /// Who says the whole text, where a record gives a speaker.
    pub speaker: Option<&'a Term>,
    /// Terms around it: for a document, what it was just speaking of; for a statement, its other clauses, speaker and topics.
    pub background: Background<'a>,
    /// The statement's exact words on record.
    pub quote: Option<&'a str>,
    /// Its quotation, where that was read before: of a document the one around the claim, of a statement the words on record.
    pub spoken: Option<&'a Spoken>,
    /// What the record knows by name.
    pub names: &'a Names,
}

impl<'a> Side<'a> {
    /// The claim's words.
    pub fn words(&self) -> &'a str {
        self.claim.span.of(self.text)
    }

    /// Who says the claim, where known: whom the text names, else the speaker of the whole.
    pub fn holder(&self) -> Option<Term> {
        self.analysis.holder(self.claim).or_else(|| self.speaker.cloned())
    }

    /// Whose standing position the claim is: that of a report that gives itself no day ("she denies it", not "in May she
    /// denied it").
    pub fn position(&self) -> Option<Term> {
        let report = &self.analysis.attributions[self.claim.report?];
        let sentence = self.analysis.sentences[report.sentence].span;
        let dated =
            self.analysis.times_in(sentence).any(|i| !report.content.contains(self.analysis.times[i].span));
        if dated { None } else { self.holder() }
    }

    /// The claim's quantities.
    pub fn quantities(&self) -> impl Iterator<Item = &'a Quantity> + use<'a> {
        let analysis = self.analysis;
        self.claim.quantities.iter().map(move |&i| &analysis.quantities[i])
    }

    /// The claim's temporal expressions.
    pub fn times(&self) -> impl Iterator<Item = &'a TimeMention> + use<'a> {
        let analysis = self.analysis;
        self.claim.times.iter().map(move |&i| &analysis.times[i])
    }

    /// Whether the claim is said by the text in somebody's words: it lies within quotation marks.
    pub fn quoted(&self) -> bool {
        let direct = self.claim.report.is_some_and(|report| self.analysis.attributions[report].direct);
        direct || self.spoken.is_some_and(|spoken| spoken.span.contains(self.claim.span))
    }

    /// The days that the claim gives itself: its first calendar expression that is not ambiguous.
    pub fn own_days(&self) -> Option<Interval> {
        // "Less than in 2022" is said of the year after.
        let compared = |time: &TimeMention| {
            let before = self.text[..time.span.start].trim_end();
            before.ends_with(" than") || before.ends_with(" than in") || before.ends_with(" than on")
        };
        self.times()
            .find(|time| {
                !time.ambiguous
                    && !compared(time)
                    && matches!(time.kind, TimeKind::Calendar)
                    && time.when.from.is_some()
                    && time.when.to.is_some()
            })
            .map(|time| time.when)
    }

    /// Whether one of these words, in small letters, stands in the claim.
    pub fn has_word(&self, wanted: &[&str]) -> bool {
        has_word(self.words(), wanted)
    }

    /// Whether one of these words, in small letters, opens the claim's sentence before the claim itself.
    pub fn opens_with(&self, wanted: &[&str]) -> bool {
        let from = self.analysis.sentences[self.claim.sentence].span.start;
        from < self.claim.span.start && has_word(&self.text[from..self.claim.span.start], wanted)
    }

    /// The adjective that the claim has in the superlative.
    pub fn superlative(&self) -> Option<&'a str> {
        let text = self.text;
        let most = |term: &&Term| {
            term.kind == TermKind::Adjective
                && (term.span.of(text).ends_with("est") && !term.key.ends_with("est")
                    || text[..term.span.start].trim_end().ends_with(" most"))
        };
        self.claim.terms.iter().find(most).map(|term| term.key.as_str())
    }

    /// What sort of thing a term names.
    pub fn kind_of(&self, term: &Term) -> NameKind {
        match term.kind {
            TermKind::Entity(id) => self.names.kind(id),
            _ => {
                let mentions = &self.analysis.mentions;
                let at = mentions.partition_point(|m| m.span.start < term.span.start);
                let there = mentions.get(at).filter(|m| m.span == term.span);
                // A pronoun is of the sort of what it stands for.
                let meant = || mentions.iter().find(|m| m.names(term));
                there.or_else(meant).map_or(NameKind::Unknown, |m| m.kind)
            }
        }
    }
}

fn has_word(text: &str, wanted: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| wanted.iter().any(|w| word.eq_ignore_ascii_case(w)))
}

/// A claim and a statement's claim, aligned.
pub struct Pair<'a> {
    /// The document's side.
    pub claim: &'a Side<'a>,
    /// The record's side.
    pub statement: &'a Side<'a>,
    /// How they meet.
    pub alignment: &'a Alignment,
}

/// Words that differ: a span of the document and the statement's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Differing {
    /// In the document.
    pub claim: Span,
    /// In the statement's text.
    pub statement: Span,
    /// `word`, `number`, `date`, `polarity`, `quote` or `name`.
    pub kind: &'static str,
}

/// What a rule, or plain agreement, makes of a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Agrees or contradicts.
    pub relation: Relation,
    /// Code of the rule; `agreement` where all that is said meets.
    pub rule: &'static str,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// The words that differ.
    pub differing: Vec<Differing>,
    /// The day from which the statement speaks, where that is not the day of the statement.
    pub effective: Option<Date>,
    /// Counts only beside other evidence that agrees with the claim.
    pub unproven: bool,
}

/// The place of a second judge: decides an aligned pair. The engine is whole with [`Rules`].
pub trait Judge {
    /// The relation of the pair, or `None` where it is neither.
    fn judge(&self, pair: &Pair) -> Option<Judgement>;
}

/// The judge that the engine has: its rules, each by itself; the surest contradiction counts, else the surest agreement.
pub struct Rules;

impl Judge for Rules {
    fn judge(&self, pair: &Pair) -> Option<Judgement> {
        let judgements = rules::ALL.iter().filter_map(|rule| {
            let outcome = (rule.apply)(pair)?;
            Some(Judgement {
                relation: outcome.relation,
                rule: rule.code,
                confidence: confidence::of(rule.code, &outcome, pair.alignment),
                differing: outcome.differing,
                effective: outcome.effective,
                unproven: outcome.unproven,
            })
        });
        let surest = judgements.max_by(|a, b| {
            let key = |j: &Judgement| (j.relation == Relation::Contradicts, j.confidence);
            let (a, b) = (key(a), key(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        surest.filter(|j| {
            // A quotation is known by its words, a counterexample is another's, an office is known by its body, whoever else has it.
            let known = matches!(j.rule, "quote" | "attribution" | "denial" | "role" | "first-only");
            j.relation != Relation::Contradicts || known || !pair.strangers()
        })
    }
}

impl Pair<'_> {
    /// The link between the two predicates, or between a predicate and a word of the other side that can stand for it.
    pub fn predicate(&self) -> Option<Link> {
        use crate::claim::TermRole::Predicate;
        let ours = &self.claim.claim.terms;
        let theirs = &self.statement.claim.terms;
        let both = |l: &&Link| ours[l.claim].role == Predicate && theirs[l.statement].role == Predicate;
        let one = |l: &&Link| ours[l.claim].role == Predicate || theirs[l.statement].role == Predicate;
        self.alignment.links.iter().find(both).or_else(|| self.alignment.links.iter().find(one)).copied()
    }

    /// Whether who or what the claim is about is met in the statement, or in what stands around it.
    pub fn subject_met(&self) -> bool {
        use crate::claim::TermRole::Subject;
        let ours = &self.claim.claim.terms;
        let subjects: Vec<usize> = (0..ours.len()).filter(|&i| ours[i].role == Subject).collect();
        let met = |i: usize| {
            self.alignment.links.iter().any(|l| l.claim == i && l.how != Match::Opposite)
                || self
                    .statement
                    .background
                    .iter()
                    .any(|b| meet(&ours[i], b).is_some_and(|m| m != Match::Opposite))
        };
        if subjects.is_empty() {
            let theirs = &self.statement.claim.terms;
            return theirs.iter().filter(|t| t.role == Subject).any(|t| {
                self.claim.background.iter().any(|b| meet(t, b).is_some_and(|m| m != Match::Opposite))
                    || ours.iter().any(|o| meet(o, t).is_some_and(|m| m != Match::Opposite))
            });
        }
        subjects.iter().any(|&i| met(i))
    }

    /// Whether who does it and what it is done to stand on the same sides, as far as both say.
    pub fn same_parts(&self) -> bool {
        use crate::claim::TermRole::{Aside, Modifier, Object, Subject};
        #[derive(PartialEq)]
        enum Part {
            Acts,
            IsActedOn,
            /// "The line opened" and "they opened the line": what acts alone may be what is acted on.
            Either,
            Aside,
        }
        let part = |claim: &Claim, term: &Term| match term.role {
            Subject if claim.passive => Part::IsActedOn,
            Subject if claim.terms_of(Object).next().is_none() => Part::Either,
            Subject => Part::Acts,
            Object => Part::IsActedOn,
            Modifier | Aside => Part::Aside,
            _ => Part::Either,
        };
        let (ours, theirs) = (self.claim.claim, self.statement.claim);
        // "His contract was extended" and "he extended his contract": the owner stands on either side.
        let settled = self.alignment.links.iter().any(|link| {
            let (a, b) = (&ours.terms[link.claim], &theirs.terms[link.statement]);
            let (x, y) = (part(ours, a), part(theirs, b));
            let both = a.role == Subject && b.role == Subject;
            a.kind == TermKind::Noun && x == y && (both || matches!(x, Part::Acts | Part::IsActedOn))
        });
        settled
            || self.alignment.links.iter().filter(|l| l.how == Match::Same).all(|link| {
                let (a, b) = (&ours.terms[link.claim], &theirs.terms[link.statement]);
                let (x, y) = (part(ours, a), part(theirs, b));
                let aside = x == Part::Aside || y == Part::Aside;
                x == y
                    || x == Part::Either && !aside
                    || y == Part::Either && !aside
                    || x == Part::IsActedOn && y == Part::Aside
                    || x == Part::Aside && y == Part::IsActedOn
                    || a.role != Subject && b.role != Subject
            })
    }

    /// Whether each side names who acts, and they are not the same.
    pub fn other_subject(&self) -> bool {
        use crate::claim::TermRole::Subject;
        let named = |t: &&Term| t.role == Subject && matches!(t.kind, TermKind::Entity(_) | TermKind::Name);
        let subject = |claim: &'_ Claim| claim.terms.iter().position(|t| named(&t));
        let (our_terms, their_terms) = (&self.claim.claim.terms, &self.statement.claim.terms);
        let Some((i, j)) = subject(self.claim.claim).zip(subject(self.statement.claim)) else { return false };
        let (ours, theirs) = (&our_terms[i], &their_terms[j]);
        let met = |term: &Term, others: &[Term]| others.iter().any(|other| meet(term, other).is_some());
        self.claim.kind_of(ours) == self.statement.kind_of(theirs)
            && !met(ours, their_terms)
            && !met(theirs, our_terms)
    }

    /// Whether each side has a noun in the same part of its clause that nothing of the other side meets: attending the
    /// ceremony is not attending the concert.
    pub fn other_thing(&self) -> bool {
        self.other_thing_but(&|_| false, &|_| false)
    }

    /// The same, leaving out terms of either side.
    pub fn other_thing_but(
        &self,
        our_but: &dyn Fn(usize) -> bool,
        their_but: &dyn Fn(usize) -> bool,
    ) -> bool {
        use crate::claim::TermRole::{self, Aside, Predicate};
        let unmet =
            |side: &Side, other: &Side, linked: &dyn Fn(usize) -> bool| -> Vec<crate::claim::TermRole> {
                let around = |term: &Term| other.background.iter().any(|b| meet(term, b).is_some());
                side.claim
                    .terms
                    .iter()
                    .enumerate()
                    .filter(|(i, t)| {
                        t.kind == TermKind::Noun
                            && !matches!(t.role, Aside | Predicate)
                            && !linked(*i)
                            && !around(t)
                    })
                    // What a passive is said of is what it is done to.
                    .map(|(_, t)| match t.role {
                        TermRole::Subject if side.claim.passive => TermRole::Object,
                        role => role,
                    })
                    .collect()
            };
        let links = &self.alignment.links;
        let ours = unmet(self.claim, self.statement, &|i| our_but(i) || links.iter().any(|l| l.claim == i));
        let theirs =
            unmet(self.statement, self.claim, &|i| their_but(i) || links.iter().any(|l| l.statement == i));
        ours.iter().any(|role| theirs.contains(role))
    }

    /// Whether the statement's claim names somebody or something, and the whole text names none of them.
    pub fn strangers(&self) -> bool {
        let named = |t: &&Term| {
            matches!(t.kind, TermKind::Entity(_) | TermKind::Name) && t.role != crate::claim::TermRole::Aside
        };
        let mut names = self.statement.claim.terms.iter().filter(named).peekable();
        let mentions = &self.claim.analysis.mentions;
        names.peek().is_some()
            && !names.any(|name| {
                self.claim.claim.terms.iter().any(|t| meet(t, name).is_some())
                    || mentions.iter().any(|m| m.names(name))
            })
    }

    /// Whether the claims share a term besides their predicates.
    pub fn share_matter(&self) -> bool {
        use crate::claim::TermRole::Predicate;
        let (ours, theirs) = (&self.claim.claim.terms, &self.statement.claim.terms);
        self.alignment.links.iter().any(|l| {
            l.how != Match::Opposite
                && ours[l.claim].role != Predicate
                && theirs[l.statement].role != Predicate
        })
    }

    /// Whether the two speak of days that cannot be the same.
    pub fn other_days(&self) -> bool {
        let statement_days = self.statement.own_days();
        match (self.claim.own_days(), statement_days) {
            (Some(a), Some(b)) => !a.overlaps(b),
            // "In 2019 the line carried …" says nothing of the year of a later statement.
            (Some(a), None)
                // "Bought for 95 million in 2021" tells of the past by a participle.
                if self.claim.claim.past
                    || self.claim.claim.subordinate && a.is_before(self.claim.said) =>
            {
                !a.overlaps(self.statement.said)
            }
            // A statement about a time well before it was made; figures of a year come some months after it.
            (None, Some(b)) if self.statement.claim.past && long_before(b, self.statement.said) => {
                !b.overlaps(self.statement.said) && !b.overlaps(self.claim.said)
            }
            _ => false,
        }
    }
}

fn long_before(days: Interval, said: Interval) -> bool {
    const DAYS: i32 = 120;
    days.to.zip(said.from).is_some_and(|(to, said)| (said - to).get_days() > DAYS)
}

/// The relation of a claim to a statement, without a record.
#[derive(Clone, Debug, Serialize)]
pub struct PairRelation {
    /// `agrees`, `contradicts` or `unrelated`.
    pub relation: &'static str,
    /// How sure, 0 to 1.
    pub confidence: f64,
    /// Code of the rule that decided.
    pub rule: Option<&'static str>,
}

/// Compares a claim with a statement, both as plain text, without a record.
pub fn compare_pair(
    claim: &str,
    statement: &str,
    claim_date: Option<Date>,
    statement_date: Option<Date>,
) -> PairRelation {
    let names = Names::default();
    let ours = Document::read(claim);
    let theirs = Document::read(statement);
    let our_analysis = analyse(&ours, claim_date, &names, None);
    let their_analysis = analyse(&theirs, statement_date, &names, None);
    let day = |date: Option<Date>| Interval { from: date, to: date };
    let sides =
        |text, analysis, said| -> Vec<Side<'_>> { sides(text, analysis, said, None, None, &names).collect() };
    let our_sides = sides(claim, &our_analysis, day(claim_date));
    let their_sides = sides(statement, &their_analysis, day(statement_date));
    let mut best: Option<Judgement> = None;
    for ours in our_sides.iter().filter(|side| side.claim.asserted()) {
        for theirs in their_sides.iter().filter(|side| side.claim.asserted()) {
            let alignment = align(ours, theirs, &uniform);
            let judged = Rules.judge(&Pair { claim: ours, statement: theirs, alignment: &alignment });
            if let Some(found) = judged.filter(|j| !j.unproven) {
                let better = best.as_ref().is_none_or(|b| {
                    let key = |j: &Judgement| (j.relation == Relation::Contradicts, j.confidence);
                    key(&found) > key(b)
                });
                if better {
                    best = Some(found);
                }
            }
        }
    }
    match best {
        Some(found) => PairRelation {
            relation: if found.relation == Relation::Contradicts { "contradicts" } else { "agrees" },
            confidence: f64::from(found.confidence),
            rule: Some(found.rule),
        },
        None => PairRelation { relation: "unrelated", confidence: 0.0, rule: None },
    }
}

/// Every claim of a text with the other claims of the text as background.
pub fn sides<'a>(
    text: &'a str,
    analysis: &'a Analysis,
    said: Interval,
    speaker: Option<&'a Term>,
    quote: Option<&'a str>,
    names: &'a Names,
) -> impl Iterator<Item = Side<'a>> {
    analysis.claims.iter().map(move |claim| Side {
        text,
        analysis,
        claim,
        said,
        speaker,
        background: Background::of(&analysis.claims, claim),
        quote,
        spoken: None,
        names,
    })
}
