//! How much: numbers with their units, their tolerance, and what they count.
//!
//! [`find`] runs an ordered list of small recognisers over a [`Document`]; what is part of a date is no quantity.

use crate::text::{Document, Span};
use crate::time::TimeMention;
use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What is measured. Two quantities compare only within one dimension.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Dimension {
    /// Things, counted: *40 dead*, *17 stops*.
    Count,
    /// Money; ISO 4217 code where one is meant, else empty.
    Money(CompactString),
    /// *60 percent*.
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
}

/// On which side of the number the truth may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Bound {
    /// *40*.
    Exactly,
    /// *about 40, some 40, nearly 40, almost 40, just over 40*: within a tolerance of the number.
    About,
    /// *at least 40, more than 40, over 40*.
    AtLeast,
    /// *at most 40, up to 40, fewer than 40*.
    AtMost,
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
    /// Lemmas of its modifiers: *lime* in "84 lime trees", *Ukrainian*.
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
    /// Factor from the unit to the base unit of its dimension; 1 for counts and money.
    pub factor: f64,
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

/// All quantities of a document, in text order, without overlaps.
pub fn find(document: &Document, times: &[TimeMention]) -> Vec<Quantity> {
    let _ = (document, times);
    Vec::new()
}

/// Agreement.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    Same,
    WithinTolerance,
    Different,
    Incomparable,
}
/// Compat.
pub fn compatible(_a: &Quantity, _b: &Quantity) -> Option<Agreement> {
    None
}
