//! Comparison: whether a claim and a statement are about the same matter, and if so whether they agree,
//! contradict or neither, by which rule and how surely.

mod align;
mod background;
mod confidence;
mod event;
pub mod features;
mod office;
mod pair;
mod prepared;
mod rule_words;
pub mod rules;
mod side;
mod spoken;
mod states;
mod verdict;
mod vocabulary;

pub use align::{Alignment, Link, Match, Weights, align, meet, uniform};
pub use background::Background;
pub use pair::Pair;
pub use prepared::{Prepared, Reading};
pub use side::Side;
pub use spoken::Spoken;
pub use verdict::{Decision, Reason, Relation, Verdict, Weighed, decide};

use crate::claim::{Analysis, Names, Term, analyse};
use crate::text::{Document, Span};
use crate::time::{Date, Interval};
use serde::Serialize;

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

/// What one rule finds in a pair, before it is asked how sure that is.
pub struct Observation {
    /// What the rule found.
    pub outcome: rules::Outcome,
    /// The rule's code.
    pub rule: &'static str,
    /// What the model of confidence looks at.
    pub features: [f32; features::NAMES.len()],
}

/// All that the rules find in a pair.
pub fn observe(pair: &Pair) -> impl Iterator<Item = Observation> {
    rules::ALL.iter().filter_map(|rule| {
        let outcome = (rule.apply)(pair)?;
        let features = features::of(pair, &outcome);
        Some(Observation { rule: rule.code, features, outcome })
    })
}

/// The judge that the engine has: its rules, each by itself; the surest contradiction counts, else the surest agreement.
pub struct Rules;

impl Judge for Rules {
    fn judge(&self, pair: &Pair) -> Option<Judgement> {
        let judgements = rules::ALL.iter().filter_map(|rule| {
            let outcome = (rule.apply)(pair).filter(|outcome| outcome.plain)?;
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
