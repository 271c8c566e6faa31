//! The level that a statement gives of what a claim says rose or fell: one point of a series.

use crate::claim::{Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::matter;
use crate::compare::measure::course::Course;
use crate::compare::rule_words::RuleWord;
use crate::compare::{Match, Pair, Side};
use crate::english;
use crate::quantity::{Agreement, Bound, Dimension, Measure, Quantity, compatible};
use crate::time::Interval;
use compact_str::CompactString;

/// A level of a measure on a day.
#[derive(Clone, Debug)]
pub struct Level {
    /// The number with what it counts.
    pub quantity: Quantity,
    /// The days that it is of.
    pub day: Interval,
    /// How much of the claim's matter the statement speaks of, 0 to 1.
    pub share: f32,
    /// What was done to so many, where the verb says more than which way the number went.
    done: Option<CompactString>,
}

/// The level that a statement gives of the measure of which a claim says which way it went.
pub fn level(pair: &Pair) -> Option<Level> {
    let (way, _) = pair.claim.content.course?;
    let claim = pair.statement.claim;
    let told = matches!(claim.modality, Modality::Fact | Modality::Hearsay);
    if !told
        || claim.polarity == Polarity::Negative
        || pair.alignment.other_name
        || pair.other_subject()
        || of_others(pair)
    {
        return None;
    }
    let terms = &pair.claim.claim.terms;
    let course = |term: &Term| {
        term.span == way
            || term.entry.classes().direction().is_some()
            || term.entry.classes().aspect().is_some()
    };
    let measure = |i: usize| course(&terms[i]) || terms[i].kind != TermKind::Noun && !terms[i].is_name();
    let share = matter(pair, measure, |_| false)?;
    let mut levels = pair.statement.quantities().filter(|q| plain(q) && measured(pair, q));
    let quantity = levels.next().filter(|_| levels.next().is_none())?.clone();
    // "Is down to 40": of several in a list, that of the claim stands in another place.
    let own = |q: &Quantity| pair.claim.quantities().any(|ours| compatible(ours, q) == Some(Agreement::Same));
    if !own(&quantity) && pair.statement.analysis.quantities.iter().any(own) {
        return None;
    }
    let said = pair.statement.said;
    let own = pair.statement.own_days().filter(|days| days.from <= said.to && short(*days));
    Some(Level { quantity, day: own.unwrap_or(said), share, done: done(pair.statement) })
}

/// Whether the claim's sentence names somebody or something, and the statement none of them.
fn of_others(pair: &Pair) -> bool {
    let sentence = pair.claim.analysis.sentences[pair.claim.claim.sentence].span;
    let mentions = &pair.claim.analysis.mentions;
    let first = mentions.partition_point(|m| m.span.start < sentence.start);
    let mut own = mentions[first..].iter().take_while(|m| m.span.start < sentence.end).peekable();
    let terms = || pair.statement.claim.terms.iter().chain(pair.statement.background.iter());
    own.peek().is_some() && !own.any(|m| terms().any(|t| t.is_name() && m.names(t)))
}

/// The verb of what was done, as its root.
fn done(side: &Side) -> Option<CompactString> {
    let plain = |t: &Term| {
        let classes = t.entry.classes();
        let held = RuleWord::Light.has(&t.key) || RuleWord::Holds.has(&t.key);
        held || classes.direction().is_some() || classes.aspect().is_some()
    };
    let told = |t: &&Term| t.role == TermRole::Predicate && t.kind == TermKind::Verb && !plain(t);
    side.claim.terms.iter().find(told).map(|t| t.root.clone())
}

/// Whether days are no more than a year.
fn short(days: Interval) -> bool {
    const YEAR: i64 = 366;
    days.days().is_some_and(|days| days <= YEAR)
}

/// A number that says where something stands.
fn plain(q: &Quantity) -> bool {
    let level = !matches!(
        q.dimension,
        Dimension::Ordinal | Dimension::Score | Dimension::Age | Dimension::Multiple | Dimension::Time
    );
    level
        && q.measure == Measure::Level
        && q.high.is_none()
        && matches!(q.bound, Bound::Exactly | Bound::About)
}

/// Whether a number is of what the claim speaks of: it counts that, or it is said of the very subject.
fn measured(pair: &Pair, q: &Quantity) -> bool {
    let ours = &pair.claim.claim.terms;
    // "The lake has fallen": nothing is said to be counted.
    let alone = || {
        let thing = |t: &&Term| t.kind == TermKind::Noun && t.entry.classes().direction().is_none();
        ours.iter().filter(thing).all(|t| t.role == TermRole::Subject || t.role == TermRole::Aside)
            && subjects_meet(pair)
    };
    let Some(of) = &q.of else { return alone() };
    let one = |t: &Term| {
        t.key == of.head || t.root == english::root(&of.head) || english::synonyms(&t.key, &of.head)
    };
    ours.iter().any(|t| t.kind == TermKind::Noun && one(t)) || alone()
}

/// Whether all that the statement's clause is about is what the claim is about, a name among it.
fn subjects_meet(pair: &Pair) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let links = || pair.alignment.links.iter().filter(|l| l.how != Match::Opposite);
    let met = |j: usize| links().any(|l| l.statement == j && ours[l.claim].role == TermRole::Subject);
    let mut subjects = theirs.iter().enumerate().filter(|(_, t)| t.role == TermRole::Subject).peekable();
    subjects.peek().is_some()
        && subjects.all(|(j, _)| met(j))
        && links().any(|l| ours[l.claim].is_name() && ours[l.claim].role == TermRole::Subject)
}

impl Level {
    /// Whether two levels are of one series: of one unit and one thing counted.
    pub fn alike(&self, other: &Level) -> bool {
        let (a, b) = (&self.quantity, &other.quantity);
        let counted = |q: &Quantity| q.of.as_ref().map(|of| (of.head.clone(), of.modifiers.clone()));
        let same_act = match (&self.done, &other.done) {
            (Some(a), Some(b)) => a == b || english::synonyms(a, b),
            (a, b) => a == b,
        };
        same_act
            && a.dimension == b.dimension
            && a.unit == b.unit
            && a.per == b.per
            && counted(a) == counted(b)
    }

    /// Which way it went from another level to this; `None` where the difference is too small to tell.
    pub fn since(&self, before: &Level) -> Option<Course> {
        const LEAST: f64 = 0.02;
        let value = |level: &Level| level.quantity.value * level.quantity.factor;
        let (now, then) = (value(self), value(before));
        let rough = [self, before].iter().any(|level| level.quantity.bound == Bound::About);
        let least = if rough { 4.0 * LEAST } else { LEAST } * now.abs().max(then.abs());
        if (now - then).abs() < least {
            return None;
        }
        Some(if now > then { Course::Up } else { Course::Down })
    }
}
