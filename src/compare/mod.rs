//! Comparison: whether a claim and a statement are about the same matter, and if so whether they agree,
//! contradict or neither, by which rule and how surely.

mod conditions;
mod confidence;
mod event;
mod features;
mod firsts;
mod measure;
mod moods;
mod office;
mod pair;
mod proof;
mod rule;
mod rule_words;
pub mod rules;
mod state;
mod tie;
mod untold;
mod verdict;

pub use confidence::{AGREEMENT, THRESHOLD, counts};
pub use event::echo::points_back;
pub use features::{Agreed, FEATURES, Features, Voice, beside};
pub use measure::course::Course;
pub use measure::level::{Level, level};
pub use pair::align::{Alignment, Link, Match, Weights, align, meet, uniform};
pub use pair::background::Background;
pub use pair::met::{Meeting, Met, Places};
pub use pair::named::Named;
pub use pair::prepared::{Prepared, Reading};
pub use pair::side::{Content, Side};
pub use pair::spoken::Spoken;
pub use pair::{Asked, Pair};
pub use state::phases::Phases;
pub use state::turn::{Turn, turn};
pub use verdict::{Decision, Reason, Relation, Verdict, Weighed, decide};

use crate::claim::{Analysis, Claim, Names, Term, analyse};
use crate::text::{Document, Span};
use crate::time::{Date, Interval};
use serde::Serialize;
use std::borrow::Cow;
use std::cmp::Ordering;

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
    /// The statement speaks of another name, time or place in a row.
    pub elsewhere: bool,
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
    pub features: Features,
}

/// How surely a pair that a search found agrees, of what rules found in it; 0 where none found that it does.
pub fn agreement(found: &[Observation]) -> f32 {
    let agrees = found.iter().filter(|found| found.outcome.relation == Relation::Agrees);
    agrees.map(|found| confidence::agreement(&found.features)).fold(0.0, f32::max)
}

impl Observation {
    /// Whether it speaks against the claim though the whole text names nobody of whom the statement speaks: that is of
    /// others. But a quotation is known by its words, a counterexample is another's, an office is known by its body,
    /// whoever else has it.
    pub fn of_strangers(&self) -> bool {
        const KNOWN: [&str; 5] = ["quote", "attribution", "denial", "role", "first-only"];
        self.outcome.relation == Relation::Contradicts
            && self.features[features::STRANGERS] > 0.0
            && !KNOWN.contains(&self.rule)
    }
}

/// Whether two clauses share enough to be worth a look by all rules: of less, the model of confidence holds nothing sure.
fn near(claim: &Side, alignment: &Alignment) -> bool {
    const COVER: f32 = 0.3;
    let (ours, theirs) = (alignment.claim_cover_wide, alignment.statement_cover_wide);
    shares_enough(alignment.own_weight, alignment.shared_wide)
        && ours.max(theirs) >= COVER
        && ours.min(theirs) >= COVER / 2.0
        && can_be_near(claim)
}

/// Whether so much meets in two clauses themselves, and in all.
fn shares_enough(own_weight: f32, shared_wide: f32) -> bool {
    /// More than one common word.
    const LEAST_SHARED: f32 = 1.25;
    /// More than a name that half of the record has.
    const LEAST_OWN: f32 = 0.45;
    own_weight >= LEAST_OWN && shared_wide >= LEAST_SHARED
}

/// Whether a claim can be near any other.
pub fn can_be_near(claim: &Side) -> bool {
    matter(claim.claim) || claim.of_nobody()
}

/// Whether a claim says something of something: "this is not the first time" does not by itself.
fn matter(claim: &Claim) -> bool {
    // "The bill comes to 60 million."
    let told = claim.terms.len() + claim.quantities.len();
    told > 1 && !claim.terms.is_empty() || claim.aspect.is_some() || claim.title.is_some()
}

/// All that the rules find in a pair.
pub fn observe(pair: &Pair) -> impl Iterator<Item = Observation> {
    let near = pair.given || near(pair.claim, pair.alignment);
    let rules = pair.claim.content.rules;
    let mut of_pair: Option<Features> = None;
    let rules = if near { rules } else { pair.claim.content.unaligned };
    rules.iter().filter_map(move |rule| {
        let outcome = (rule.apply)(pair)?;
        let of_pair = *of_pair.get_or_insert_with(|| features::of(pair));
        Some(Observation { rule: rule.code, features: features::with(of_pair, &outcome), outcome })
    })
}

/// The judge that the engine has: its rules, each by itself. The surest contradiction counts of those that reach the bar of
/// their rule, else the surest agreement, unless a contradiction below its bar is surer.
pub struct Rules;

impl Judge for Rules {
    fn judge(&self, pair: &Pair) -> Option<Judgement> {
        let found: Vec<Observation> = observe(pair).collect();
        let here = if pair.given { 0.0 } else { agreement(&found) };
        Rules.weigh(found, pair.given, Agreed { here, ..Agreed::default() })
    }
}

impl Rules {
    /// What its rules found in a pair, as one judgement. `agreed`: what the record says for the claim.
    pub fn weigh(&self, found: Vec<Observation>, given: bool, agreed: Agreed) -> Option<Judgement> {
        let known = found.into_iter().filter(|found| given || !found.of_strangers());
        let judgement = |Observation { outcome, rule, features }| {
            let features = match outcome.relation {
                Relation::Contradicts => features::beside(features, agreed),
                Relation::Agrees | Relation::Context => features,
            };
            Judgement {
                relation: outcome.relation,
                rule,
                confidence: confidence::of(rule, &outcome, given, &features),
                differing: outcome.differing,
                effective: outcome.effective,
                unproven: outcome.unproven,
                elsewhere: features::elsewhere(&features),
            }
        };
        let (told, rest): (Vec<_>, Vec<_>) = known.map(judgement).partition(|j| {
            j.relation == Relation::Contradicts && j.confidence >= confidence::bar(j.rule, given)
        });
        let told = told.into_iter().max_by(|a, b| a.telling().total_cmp(&b.telling()));
        let surest = || rest.into_iter().max_by(Judgement::by_weight);
        told.or_else(|| surest().filter(|j| j.relation == Relation::Agrees))
    }
}

impl Judgement {
    /// The order of contradictions of one claim by one statement: of two that are nearly as sure, the one that names the
    /// figure, the day or the name tells more.
    fn telling(&self) -> f32 {
        const NAMED: f32 = 0.15;
        let named = self.differing.iter().any(|d| matches!(d.kind, "number" | "date" | "name" | "quote"));
        self.confidence + if named { NAMED } else { 0.0 }
    }

    /// The order of judgements of one claim: a contradiction that counts comes after all agreement, and the surer after the less sure.
    pub fn by_weight(&self, other: &Judgement) -> Ordering {
        let counts = |j: &Judgement| j.relation == Relation::Contradicts && j.confidence >= THRESHOLD;
        counts(self).cmp(&counts(other)).then(self.confidence.total_cmp(&other.confidence))
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
    let mut best: Option<Judgement> = None;
    between((claim, claim_date), (statement, statement_date), &mut |pair| {
        let found = Rules.judge(pair).filter(|j| !j.unproven && j.confidence >= THRESHOLD);
        best = best.take().into_iter().chain(found).max_by(Judgement::by_weight);
    });
    match best {
        Some(found) => PairRelation {
            relation: if found.relation == Relation::Contradicts { "contradicts" } else { "agrees" },
            confidence: f64::from(found.confidence),
            rule: Some(found.rule),
        },
        None => PairRelation { relation: "unrelated", confidence: 0.0, rule: None },
    }
}

/// Lays every claim that a text asserts against every one of a statement, each text with its day, without a record.
pub fn between(claim: (&str, Option<Date>), statement: (&str, Option<Date>), see: &mut dyn FnMut(&Pair)) {
    let names = Names::default();
    let read = |(text, date): (&str, Option<Date>)| analyse(&Document::read(text), date, &names, None);
    let (our_analysis, their_analysis) = (read(claim), read(statement));
    let day = |date: Option<Date>| Interval { from: date, to: date };
    let ours = sides(claim.0, &our_analysis, day(claim.1), None, None, &names);
    let theirs = sides(statement.0, &their_analysis, day(statement.1), None, None, &names);
    let ours: Vec<Side> = ours.map(Side::ready).collect();
    let theirs: Vec<Side> = theirs.map(Side::ready).collect();
    for claim in ours.iter().filter(|side| side.claim.asserted()) {
        for statement in theirs.iter().filter(|side| side.claim.asserted()) {
            let alignment = align(claim, statement, &uniform);
            see(&Pair { claim, statement, alignment: &alignment, given: true, asked: Asked::default() });
        }
    }
}

/// Every claim of a text with the other claims of the text as background; what is asked of it alone is still to be asked.
fn sides<'a>(
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
        named: None,
        names,
        content: Cow::default(),
    })
}
