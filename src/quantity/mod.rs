//! How much: numbers with their units, their tolerance, and what they count.
//!
//! [`find`] runs an ordered list of small recognisers over a [`Document`]; what is part of a date is no quantity.

mod age;
mod agree;
mod bound;
mod change;
mod compound;
mod counted;
mod figures;
mod fraction;
mod label;
mod multiple;
mod number;
mod ordinal;
mod origin;
mod phrase;
mod range;
mod rate;
mod rating;
mod slip;
mod spelled;
mod subject;
mod term;
mod view;
mod vocabulary;

pub use agree::{Agreement, compatible, implied_apart};
pub use slip::slip;

use crate::text::{Document, Span, TokenKind};
use crate::time::TimeMention;
use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use term::Term;
use view::View;
use vocabulary::Unit;

/// What is measured. Two quantities compare only within one dimension.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Dimension {
    /// Things, counted: *40 dead*, *17 stops*.
    Count,
    /// Money; ISO 4217 code where one is meant, else empty.
    Money(CompactString),
    /// *60 percent*; also shares in words: *a fifth*, *nine out of ten* have the value 0.2 and 0.9, no unit, and the
    /// factor 100.
    Percent,
    /// *0.5 percentage points*.
    PercentagePoint,
    /// *third*, *11th*.
    Ordinal,
    Length,
    Area,
    Volume,
    Mass,
    Speed,
    Temperature,
    Energy,
    Power,
    /// A length of time that is no calendar expression: *90 minutes*; base unit seconds.
    Time,
    /// *31 to 20*, *3-1*: both numbers in `value` and `high`.
    Score,
    /// *aged 46*, *46-year-old*.
    Age,
    /// *twice as many*, *three times higher*, *a threefold rise*.
    Multiple,
}

/// On which side of the number the truth may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Bound {
    /// *40*.
    Exactly,
    /// *about 40, some 40, nearly 40, almost 40, just over 40*: within a tolerance of the number.
    About,
    /// *at least 40, 40 or more*.
    AtLeast,
    /// *at most 40, up to 40*.
    AtMost,
    /// *more than 40, over 40*: not 40 itself.
    Above,
    /// *fewer than 40, under 40*: not 40 itself.
    Below,
}

/// Whether the number is where something stands or by how much it moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// *rose to 40*, *40 people*.
    Level,
    /// *rose by 5*.
    Rise,
    /// *fell by 5*, *5 percent fewer*.
    Fall,
}

/// What a number counts: its noun and the noun's own modifiers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Counted {
    /// The noun phrase without the number.
    pub span: Span,
    /// Lemma of the head noun: *people*, *passenger*.
    pub head: CompactString,
    /// Lemmas of its modifiers: *lime* in "84 lime trees", *large*.
    pub modifiers: Vec<CompactString>,
}

/// A number with its meaning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// Number, unit and approximation word: "almost 4 million", "€268m".
    pub span: Span,
    /// The same as indices of tokens.
    pub tokens: Range<usize>,
    /// The number in the unit as written, scale words multiplied out: *3.2 million* is 3,200,000.
    pub value: f64,
    /// The upper end of a range: *between 70 and 75*.
    pub high: Option<f64>,
    /// What is measured.
    pub dimension: Dimension,
    /// The unit as a symbol or name: *km*, *EUR*, *%*; empty for counts.
    pub unit: CompactString,
    /// Factor from the unit to the base unit of its dimension; 1 for counts, and for money but its hundredths.
    pub factor: f64,
    /// What one in the last written place is worth: 100,000 in *61.0 million*, 0.1 in *4.6 percent*.
    pub step: f64,
    /// Where a level stood before: 2.3 in *rose from 2.3 to 2.9 percent*.
    pub from: Option<f64>,
    /// What a rate is per: *day* in "400 barrels a day", *100,000 people* in "12 per 100,000 people".
    pub per: Option<CompactString>,
    /// What it counts or measures, where the text says.
    pub of: Option<Counted>,
    /// Approximation or bound.
    pub bound: Bound,
    /// Level or change.
    pub measure: Measure,
}

impl Quantity {
    /// Whether the text gives the number as an approximation.
    pub fn approximate(&self) -> bool {
        self.bound == Bound::About
    }
}

/// A quantity in the making.
#[derive(Clone, Debug)]
struct Draft {
    tokens: Range<usize>,
    value: f64,
    high: Option<f64>,
    from: Option<f64>,
    step: f64,
    dimension: Dimension,
    symbol: CompactString,
    factor: f64,
    /// Bare figures, as in a name, a year or a house number.
    plain: bool,
    /// Figures with a comma, a point or a scale word: no label has them.
    separated: bool,
    /// What the number's own words make of it: *dozens*, *thirty-odd*.
    bound: Bound,
    /// *a quarter of a million*
    quarter: bool,
    of: Option<Counted>,
}

impl Draft {
    fn number(start: usize, number: &number::Number) -> Self {
        Draft {
            tokens: start..number.end,
            value: number.value,
            high: None,
            from: None,
            step: number.step,
            dimension: if number.ordinal { Dimension::Ordinal } else { Dimension::Count },
            symbol: CompactString::default(),
            factor: 1.0,
            plain: number.plain,
            separated: number.scale > 1.0 || number.step < 1.0 || number.value >= 10_000.0,
            bound: if number.indefinite { Bound::AtLeast } else { Bound::Exactly },
            quarter: number.fraction,
            of: None,
        }
    }

    fn of(term: Term) -> Self {
        let draft = Draft { tokens: term.start..term.end, ..Draft::number(term.start, &term.number) };
        match term.unit {
            Some(unit) => draft.with_unit(unit),
            None => draft,
        }
    }

    fn with_unit(self, unit: Unit) -> Self {
        Draft { dimension: unit.dimension, symbol: unit.symbol, factor: unit.factor, plain: false, ..self }
    }

    fn money(&self) -> bool {
        matches!(self.dimension, Dimension::Money(_))
    }

    /// A percentage, a share or percentage points.
    fn relative(&self) -> bool {
        matches!(self.dimension, Dimension::Percent | Dimension::PercentagePoint)
    }

    /// A share in words.
    fn share(&self) -> bool {
        self.dimension == Dimension::Percent && self.factor == 100.0 && self.symbol.is_empty()
    }

    /// Whether it has a unit.
    fn unit(&self) -> bool {
        !self.symbol.is_empty()
    }
}

/// The recognisers in order: an age or a share would otherwise be read as a bare number, and an ordinal is
/// what is left of the number words.
const RECOGNISERS: &[fn(&View, usize) -> Option<Draft>] =
    &[age::find, multiple::find, rating::find, fraction::find, compound::find, range::find, ordinal::find];

/// All quantities of a document, in text order, without overlaps.
pub fn find(document: &Document, times: &[TimeMention]) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut time = 0;
    let mut inside: Vec<Range<usize>> = Vec::new();
    for (i, sentence) in document.sentences.iter().enumerate() {
        while times.get(time).is_some_and(|t| t.tokens.end <= sentence.tokens.start) {
            time += 1;
        }
        inside.clear();
        let here = times[time..].iter().take_while(|t| t.tokens.start < sentence.tokens.end);
        inside.extend(here.map(|t| t.tokens.clone()));
        let view = View::new(document, i, &inside);
        let mut at = view.start;
        while at < view.end {
            match may_start(&view, at).then(|| read(&view, at, &found)).flatten() {
                Some((quantity, next)) => {
                    at = next.max(at + 1);
                    found.push(quantity);
                }
                None => at += 1,
            }
        }
    }
    found
}

/// A quick look at a token: most of them begin no quantity.
fn may_start(view: &View, at: usize) -> bool {
    match view.kind(at) {
        Some(TokenKind::Number | TokenKind::Symbol) => true,
        Some(TokenKind::Punctuation) => {
            matches!(view.word(at), "-" | "–")
                && matches!(view.kind(at + 1), Some(TokenKind::Number | TokenKind::Symbol))
        }
        Some(TokenKind::Word) => vocabulary::begins(view.word(at), view.word(at + 1)),
        _ => false,
    }
}

/// The quantity that begins with a token, whole, and the token from which to look for the next.
fn read(view: &View, at: usize, found: &[Quantity]) -> Option<(Quantity, usize)> {
    let mut draft = RECOGNISERS.iter().find_map(|recognise| recognise(view, at))?;
    // "three quarters of the trams" is no length of time.
    let alone = at == view.start && view.closes(draft.tokens.end);
    let share = (draft.share() && (view.is(draft.tokens.end, &["of"]) || alone)) || draft.quarter;
    if (!share && draft.tokens.clone().any(|i| view.timed(i))) || pronoun(view, &draft) {
        return None;
    }
    if draft.dimension == Dimension::Ordinal && ordinal::length_of_time(view, at) {
        return None;
    }
    if draft.dimension == Dimension::Count && draft.of.is_none() && label::names(view, &draft) {
        return None;
    }
    if draft.dimension == Dimension::Score && label::names_pair(view, at) {
        return None;
    }
    let mut per = rate::per(view, &draft);
    let measured = draft.tokens.end;
    if let Some((end, _)) = per {
        draft.tokens.end = end;
    }
    let previous = found.last().filter(|q| q.tokens.start >= view.start);
    let mut bound = bound::apply(view, &mut draft);
    let taken = previous.map_or(view.start, |q| q.tokens.end);
    if draft.tokens.start < taken {
        draft.tokens.start = taken.min(at);
        bound = Bound::Exactly;
    }
    let mut of = draft.of.take().or_else(|| counted::of(view, &draft, previous));
    if of.is_none() && per.is_some() {
        let bare = Draft { tokens: draft.tokens.start..measured, ..draft.clone() };
        of = counted::of(view, &bare, previous);
    }
    // "12 cases per 100,000 people"
    if let Some(of) = of
        .as_ref()
        .filter(|of| per.is_none() && of.span.start >= view.document.tokens[draft.tokens.end - 1].span.end)
    {
        let tokens = draft.tokens.clone();
        while draft.tokens.end < view.end && view.document.tokens[draft.tokens.end].span.start < of.span.end {
            draft.tokens.end += 1;
        }
        per = rate::per(view, &draft).filter(|_| view.is(draft.tokens.end, &["per", "a", "an"]));
        draft.tokens.end = per.as_ref().map_or(tokens.end, |&(end, _)| end);
    }
    let mut next = draft.tokens.end;
    if let Some((end, from)) = origin::find(view, &draft, of.as_ref()) {
        (next, draft.from) = (end, Some(from));
    }
    let quantity = Quantity {
        span: view.document.span(draft.tokens.clone()),
        value: draft.value,
        high: draft.high,
        measure: change::measure(view, &draft),
        dimension: draft.dimension,
        unit: draft.symbol,
        factor: draft.factor,
        step: draft.step,
        from: draft.from,
        per: per.map(|(_, per)| per),
        of,
        bound,
        tokens: draft.tokens,
    };
    Some((quantity, next))
}

/// *one* as a pronoun: "no one", "one of the", "one another", "the one that".
fn pronoun(view: &View, draft: &Draft) -> bool {
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    if draft.dimension != Dimension::Count || end != start + 1 || !view.is(start, &["one"]) {
        return false;
    }
    let before = start > view.start
        && view.is(
            start - 1,
            &[
                "no", "any", "some", "every", "each", "this", "that", "which", "the", "another", "such", "a",
                "first", "last", "next", "new", "good", "big", "number",
            ],
        );
    // "The only one", but "only one tram".
    let only = start > view.start && view.is(start - 1, &["only"]);
    let before = before
        || only
            && (view.closes(end)
                || start > view.start + 1 && view.is(start - 2, &["the", "its", "their", "his", "her"]));
    let partitive = view.is(end, &["of"]) && !(view.kind(end + 1) == Some(TokenKind::Number));
    before
        || partitive
        || view.is(
            end,
            &[
                "another", "day", "thing", "'s", "’s", "who", "that", "which", "could", "can", "would",
                "must", "should",
            ],
        )
}

/// Whether a number right after this lower-case noun names something rather than counts it: *line 6*, *article 5*.
pub fn takes_number(noun: &str) -> bool {
    vocabulary::VOCABULARY.labels.contains(noun)
}
