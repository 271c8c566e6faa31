//! When: temporal expressions resolved to intervals of days.
//!
//! [`find`] runs an ordered list of small recognisers over a [`Document`]: words become a form that
//! knows no calendar (`forms` for whole expressions, `points` for the dates and periods inside), and the form
//! is then resolved (`point`) against the document date, the tense of the verbs about it and the date that
//! the text spoke of before. Calendar arithmetic is `jiff`'s (proleptic Gregorian) and ends with the years
//! 1 and 9999. No clock is read: the document date comes with the call.
//!
//! ```
//! use on_record::text::Document;
//! use on_record::time::{Interval, find, parse_date};
//!
//! let document = Document::read("The minister said on Friday that the dam will be finished in May 2023.");
//! let dates = find(&document, parse_date("2022-10-22"));
//! assert_eq!(dates[0].when, Interval::day(parse_date("2022-10-21").unwrap()));
//! assert!(!dates[0].stated, "the weekday is resolved against the document date");
//! assert_eq!(Some(dates[1].when), Interval::month(2023, 5));
//! assert!(dates[1].stated);
//! ```

mod amount;
mod calendar;
mod elapsed;
mod forms;
mod holiday;
mod interval;
mod lexicon;
mod point;
mod points;
mod tense;
mod words;

use crate::text::{Document, Span};
use amount::Length;
use forms::Form;
pub(crate) use lexicon::{is_month, is_unit};
use point::{Base, Context, Point, Resolved};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use tense::Tense;
use words::Words;

pub use elapsed::elapsed_agrees;
pub use interval::{parse_date, parse_iso};
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
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl TimeUnit {
    /// The unit of an English lemma: *week*.
    pub(crate) fn named(lemma: &str) -> Option<TimeUnit> {
        Some(match lemma {
            "hour" => TimeUnit::Hour,
            "day" => TimeUnit::Day,
            "week" => TimeUnit::Week,
            "month" => TimeUnit::Month,
            "quarter" => TimeUnit::Quarter,
            "year" => TimeUnit::Year,
            "decade" => TimeUnit::Decade,
            "century" => TimeUnit::Century,
            _ => return None,
        })
    }

    /// Its mean length in days, of the Gregorian calendar.
    pub(crate) fn days(self) -> f64 {
        const YEAR: f64 = 365.2425;
        match self {
            TimeUnit::Hour => 1.0 / 24.0,
            TimeUnit::Day => 1.0,
            TimeUnit::Week => 7.0,
            TimeUnit::Month => YEAR / 12.0,
            TimeUnit::Quarter => YEAR / 4.0,
            TimeUnit::Year => YEAR,
            TimeUnit::Decade => 10.0 * YEAR,
            TimeUnit::Century => 100.0 * YEAR,
        }
    }
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
    /// The days of the date that the words name, without what *since*, *by* or *before* make of it and without
    /// the width that *two weeks ago* has: for *since September* the first to the last day of that September.
    pub named: Interval,
    /// What sort of expression.
    pub kind: TimeKind,
    /// `true` where the text gives the date itself (*3 May 2022*), `false` where it is resolved
    /// against the document date (*on Friday*) or has its year supplied (*3 May*).
    pub stated: bool,
    /// Could as well mean another day (*05/06/2022*, *on Friday* without tense): compares with nothing.
    pub ambiguous: bool,
}

/// All temporal expressions of a document, in text order, without overlaps.
///
/// Without a document date only what is stated resolves; a text that opens with its date on a line of its
/// own is read as of that day.
pub fn find(document: &Document, document_date: Option<Date>) -> Vec<TimeMention> {
    let mut reader = Reader { today: document_date, anchor: None, mentions: Vec::new() };
    let mut words = Words::new(document);
    for (number, sentence) in document.sentences.iter().enumerate() {
        (words.start, words.end) = (sentence.tokens.start, sentence.tokens.end);
        let mut i = words.start;
        while i < words.end {
            let Some(found) = forms::form(&words, i).filter(|m| m.to > i && m.to <= words.end) else {
                i += 1;
                continue;
            };
            i = found.to;
            reader.read(&words, number, found);
        }
    }
    reader.mentions
}

/// What has been read so far.
struct Reader {
    today: Option<Date>,
    /// The last date spoken of, with the number of its sentence.
    anchor: Option<(usize, Resolved)>,
    mentions: Vec<TimeMention>,
}

/// What an expression says, placed in the calendar as far as that goes.
struct Placed {
    kind: TimeKind,
    resolved: Option<Resolved>,
    when: Interval,
    /// Whether it is a day or period by itself, on which later expressions may hang.
    calendar: bool,
}

impl Placed {
    fn nowhere(kind: TimeKind) -> Self {
        Placed { kind, resolved: None, when: Interval::UNKNOWN, calendar: false }
    }

    fn calendar(resolved: Option<Resolved>) -> Self {
        Placed { kind: TimeKind::Calendar, resolved, when: days(resolved), calendar: true }
    }

    fn limit(kind: TimeKind, resolved: Option<Resolved>, from: Option<Date>, to: Option<Date>) -> Self {
        Placed { kind, resolved, when: Interval { from, to }, calendar: false }
    }
}

impl Reader {
    fn read(&mut self, w: &Words, sentence: usize, found: forms::Match) {
        let tokens = found.from..found.to;
        let Some(placed) = self.place(w, sentence, &found) else { return };
        self.hang(w, sentence, &found, &placed);
        let Placed { kind, resolved, when, .. } = placed;
        self.mentions.push(TimeMention {
            span: w.doc.span(tokens.clone()),
            tokens,
            when,
            named: match kind {
                TimeKind::Elapsed { .. } => when,
                _ => resolved.map_or(Interval::UNKNOWN, |r| Interval { from: Some(r.from), to: Some(r.to) }),
            },
            stated: resolved.map_or(matches!(kind, TimeKind::Duration { .. } | TimeKind::Set), |r| r.stated),
            ambiguous: resolved.is_some_and(|r| r.ambiguous),
            kind,
        });
    }

    fn place(&self, w: &Words, sentence: usize, found: &forms::Match) -> Option<Placed> {
        let tokens = found.from..found.to;
        let tense = tense::near(w, tokens.start, tokens.end);
        // "The quarter ended Feb. 28" is over.
        let over = tokens.len() > 3 && tokens.clone().any(|k| w.is(k, "ended"));
        let tense = if over { Tense::Past } else { tense };
        let context = Context {
            today: self.today,
            tense,
            // "Two days later" means a date that stands near enough to be in the reader's mind.
            anchor: self.anchor.filter(|(at, _)| sentence - at <= 2).map(|(_, resolved)| resolved),
        };
        Some(match &found.form {
            Form::Nothing => return None,
            Form::Set => Placed::nowhere(TimeKind::Set),
            Form::Duration(length) => Placed::nowhere(duration(length)),
            Form::Within(length) => {
                let time = w.is(tokens.end - 1, "time");
                // "In two weeks." by itself looks ahead.
                let alone = tense == Tense::Unknown && tokens.len() + 1 >= w.end - w.start;
                if tense != Tense::Future && !time && !alone {
                    Placed::nowhere(duration(length))
                } else {
                    Placed::calendar(Point::Offset(*length, true, Base::Document).resolve(&context))
                }
            }
            Form::Deadline(length) if tense == Tense::Future && length.unit != TimeUnit::Hour => {
                Placed::calendar(Point::Deadline(*length).resolve(&context))
            }
            Form::Deadline(length) => Placed::nowhere(duration(length)),
            Form::Elapsed(Length { low, high, unit, .. }) => {
                let began = self.today.and_then(|today| elapsed::began(today, *low, *high, *unit));
                let kind = TimeKind::Elapsed { low: *low, high: *high, unit: *unit };
                Placed { when: began.unwrap_or(Interval::UNKNOWN), ..Placed::nowhere(kind) }
            }
            Form::Point(point) => Placed::calendar(point.resolve(&context)),
            Form::Inside(point) => {
                let found = point.resolve(&context).map(|r| Resolved { ambiguous: true, ..r });
                Placed { calendar: false, ..Placed::calendar(found) }
            }
            Form::Range(first, second) => Placed::calendar(range(first, second, &context)),
            Form::Since(point) => {
                let past = w.any(tokens.start, &["since", "ever"]);
                let tense = if past { Tense::Past } else { tense };
                let since = point.resolve(&Context { tense, ..context });
                let from = since.and_then(|r| r.wide().0);
                let to = self.today.filter(|today| from.is_some_and(|from| from <= *today));
                Placed::limit(TimeKind::Since, since, from, to)
            }
            form => limit(form, &context)?,
        })
    }

    /// Keeps what later expressions may hang on: "two days later".
    fn hang(&mut self, w: &Words, sentence: usize, found: &forms::Match, placed: &Placed) {
        let anchors = match &found.form {
            Form::Point(Point::Rolling(..) | Point::Present(_) | Point::Counterpart(_)) => false,
            // What hangs on a date that nobody named is no hold for the next one.
            Form::Point(Point::AnchorUnit(..) | Point::Offset(_, _, Base::Anchor) | Point::ThatWeekend) => {
                self.anchor.is_some()
            }
            _ => true,
        };
        if let Some(r) = placed.resolved.filter(|_| placed.calendar && anchors) {
            let alone = 2 * (found.to - found.from) >= w.end - w.start;
            if self.today.is_none() && sentence < 3 && alone && r.stated && r.from == r.to && !r.ambiguous {
                self.today = Some(r.from);
            }
            self.anchor = Some((sentence, r));
        }
    }
}

/// A limit on one side: "by May", "before 2026", "not until June".
fn limit(form: &Form, c: &Context) -> Option<Placed> {
    let (kind, point) = match form {
        Form::By(point) => (TimeKind::By, point),
        Form::Before(point) => (TimeKind::Before, point),
        Form::After(point) | Form::NotUntil(point) => (TimeKind::After, point),
        _ => return None,
    };
    let resolved = point.resolve(c);
    let (from, to) = match form {
        Form::By(_) => (None, resolved.and_then(|r| r.wide().1)),
        Form::Before(_) => (None, resolved.and_then(|r| calendar::add_days(r.from, -1))),
        Form::After(_) => (resolved.and_then(|r| calendar::add_days(r.to, 1)), None),
        _ => (resolved.map(|r| r.from), None),
    };
    Some(Placed::limit(kind, resolved, from, to))
}

fn duration(length: &Length) -> TimeKind {
    TimeKind::Duration { low: length.low, high: length.high, unit: length.unit }
}

fn days(resolved: Option<Resolved>) -> Interval {
    resolved.map_or(Interval::UNKNOWN, |r| Interval { from: r.wide().0, to: r.wide().1 })
}

/// From the first day of one point to the last of the other. An end without a year lies on the right side
/// of the other one: *from December to March* ends in the year after.
fn range(first: &Point, second: &Point, c: &Context) -> Option<Resolved> {
    // What lies ahead need only end ahead: in June *from May to July* has begun.
    if c.tense == Tense::Future
        && first.year() == point::Year::Unsaid
        && matches!(first, Point::Yearly(..))
        && let Some(b) = second.resolve(c)
        && let Some(a) = first.resolve(&Context { today: Some(b.to), tense: Tense::Past, anchor: None })
        && a.from <= b.to
        && calendar::days_between(a.from, b.to) < 360
    {
        return Some(Resolved { to: b.to, ambiguous: a.ambiguous || b.ambiguous, ..a });
    }
    let a = first.resolve(c)?;
    let mut last = Context { anchor: Some(a), ..*c };
    let mut b = second.resolve(&last).filter(|b| b.to >= a.from);
    if b.is_none() {
        last = Context { today: Some(a.from), tense: Tense::Future, anchor: None };
        b = second.resolve(&last).filter(|b| b.to >= a.from);
    }
    let b = b?;
    // "From the end of March to the middle of May" begins and ends with moments.
    let from = first.moment(c).unwrap_or(a.from);
    let to = second.moment(&last).map_or(Some(b.to), |day| calendar::add_days(day, -1)).unwrap_or(b.to);
    let (from, to) = if from <= to { (from, to) } else { (a.from, b.to) };
    Some(Resolved {
        from,
        to,
        stated: a.stated && b.stated || matches!(first.year(), point::Year::Is(_)),
        ambiguous: a.ambiguous || b.ambiguous,
        unit: if a.unit == b.unit { a.unit } else { TimeUnit::Day },
        ..a
    })
}
