//! When: temporal expressions resolved to intervals of days.
//!
//! [`find`] runs an ordered list of small recognisers, one file each, over a [`Document`]. Calendar
//! arithmetic is `jiff`'s (proleptic Gregorian). No clock is read: the document date comes with the call.

use crate::text::{Document, Span};
use serde::{Deserialize, Serialize};
use std::ops::Range;

pub use jiff::civil::Date;

/// Days from the first to the last, both included; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

/// Calendar units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum TimeUnit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// What a temporal expression says.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum TimeKind {
    /// A day or a period: *on Friday*, *in March 2022*, *last year*, *from May to July*.
    Calendar,
    /// From then on: *since September*; `Interval::from` is its first day, the end is open or the document date.
    Since,
    /// Not later than: *by the end of 2023*; `Interval::to` is the last day.
    By,
    /// Before: *before 2026*.
    Before,
    /// After: *not until June*, *after March*.
    After,
    /// Length only: *for three weeks*, *five months*. The interval is unknown.
    Duration {
        /// How many, at least.
        low: f64,
        /// How many, at most.
        high: f64,
        /// Of what.
        unit: TimeUnit,
    },
    /// Time since a beginning, to be checked by arithmetic: *now in its eighth month* (7 to 8 months),
    /// *five weeks into* (5), *after 34 days of*, *for three weeks now*, *the nearly two-year-old conflict*.
    /// The interval is that in which the matter must have begun, where the document date is known.
    Elapsed {
        /// How many, at least.
        low: f64,
        /// How many, at most.
        high: f64,
        /// Of what.
        unit: TimeUnit,
    },
    /// Repetition: *every Monday*, *daily*.
    Set,
}

/// A temporal expression of a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeMention {
    /// The words, without a preposition that is no part of the meaning ("on" out, "since" and "by" in).
    pub span: Span,
    /// The same as indices of tokens.
    pub tokens: Range<usize>,
    /// The days meant; both ends `None` where they cannot be known.
    pub when: Interval,
    /// What sort of expression.
    pub kind: TimeKind,
    /// `true` where the text gives the date itself (*3 May 2022*), `false` where it is resolved
    /// against the document date (*on Friday*) or has its year supplied (*3 May*).
    pub stated: bool,
    /// Could as well mean another day (*05/06/2022*, *on Friday* without tense): compares with nothing.
    pub ambiguous: bool,
}

/// All temporal expressions of a document, in text order, without overlaps.
pub fn find(document: &Document, document_date: Option<Date>) -> Vec<TimeMention> {
    let _ = (document, document_date);
    Vec::new()
}

impl Interval {
    /// Overlap.
    pub fn overlaps(self, other: Interval) -> bool {
        let before = |a: Option<Date>, b: Option<Date>| matches!((a, b), (Some(a), Some(b)) if a < b);
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}
/// Elapsed.
pub fn elapsed_agrees(_began: Date, _at: Date, _kind: &TimeKind) -> Option<bool> {
    None
}
