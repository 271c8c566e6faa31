//! How long: *three weeks*, *nearly two years*, *a year and a half*, *34-day*, *month-long*.

use super::TimeUnit;
use super::calendar;
use super::lexicon::{self, Class};
use super::words::Words;
use jiff::civil::Date;

/// A number of units, at least and at most, with the index after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Length {
    pub low: f64,
    pub high: f64,
    pub unit: TimeUnit,
    /// Only days from Monday to Friday count.
    pub business: bool,
    pub next: usize,
}

impl Length {
    /// A length of `low` to `high` units.
    pub fn new(low: f64, high: f64, unit: TimeUnit, next: usize) -> Self {
        Length { low, high, unit, business: false, next }
    }

    /// The day so many units of this length from a day.
    pub fn from(&self, day: Date, n: f64) -> Option<Date> {
        if self.business && self.unit == TimeUnit::Day {
            calendar::add_business_days(day, n)
        } else {
            calendar::shift(day, n, self.unit)
        }
    }
}

/// How a word before a number changes it. The widths are habits of newsrooms, not of dictionaries:
/// *nearly two years* is said from about 20 months on, *more than two years* until nearly three.
#[derive(Clone, Copy, PartialEq)]
enum Approx {
    Exact,
    Nearly,
    About,
    Over,
    JustOver,
    Under,
    AtLeast,
    UpTo,
}

impl Approx {
    fn widen(self, low: f64, high: f64) -> (f64, f64) {
        let step = (0.15 * low).max(0.34);
        match self {
            Approx::Exact => (low, high),
            Approx::Nearly => ((low - step).max(0.0), high),
            Approx::About => ((low - step).max(0.0), high + step),
            Approx::Over => (low, high + (0.5 * high).max(1.0)),
            Approx::JustOver => (low, high + step),
            Approx::Under => (low * 0.5, high),
            Approx::AtLeast => (low, high * 2.0 + 1.0),
            Approx::UpTo => (0.0, high),
        }
    }
}

fn approx(w: &Words, i: usize) -> (Approx, usize) {
    let first = w.lower(i);
    // "30p more than a year ago", "5 percent more than".
    let counted = |k: Option<usize>| k.is_some_and(|k| w.first_byte(k).is_ascii_digit());
    let compared =
        || matches!(first, "more" | "less") && (counted(i.checked_sub(1)) || counted(i.checked_sub(2)));
    if matches!(
        first,
        "just" | "little" | "a" | "close" | "no" | "at" | "not" | "up" | "more" | "greater" | "well" | "less"
    ) && !compared()
        && let Some(found) = approx_of_several(w, i)
    {
        return found;
    }
    let found = match first {
        "nearly" | "almost" => Approx::Nearly,
        "about" | "around" | "roughly" | "approximately" | "some" => Approx::About,
        "over" => Approx::Over,
        "under" => Approx::Under,
        "barely" => Approx::About,
        "exactly" | "precisely" | "only" | "just" => Approx::Exact,
        _ => return (Approx::Exact, i),
    };
    (found, i + 1)
}

/// *just over*, *no less than*, *a little more than*.
fn approx_of_several(w: &Words, i: usize) -> Option<(Approx, usize)> {
    let two = |words: &[&str]| w.seq(i, words);
    if let Some(next) = two(&["just", "over"]).or(two(&["little", "over"])).or(two(&["a", "little", "over"]))
    {
        return Some((Approx::JustOver, next));
    }
    if let Some(next) = two(&["a", "little", "more", "than"])
        .or(two(&["little", "more", "than"]))
        .or(two(&["just", "more", "than"]))
    {
        return Some((Approx::JustOver, next));
    }
    if let Some(next) = two(&["just", "under"]).or(two(&["close", "to"])).or(two(&["little", "under"])) {
        return Some((Approx::Nearly, next));
    }
    if let Some(next) = two(&["no", "less", "than"]).or(two(&["at", "least"])) {
        return Some((Approx::AtLeast, next));
    }
    if let Some(next) = two(&["no", "more", "than"]).or(two(&["not", "more", "than"])).or(two(&["up", "to"]))
    {
        return Some((Approx::UpTo, next));
    }
    if let Some(next) = two(&["more", "than"]).or(two(&["greater", "than"])).or(two(&["well", "over"])) {
        return Some((Approx::Over, next));
    }
    if let Some(next) = two(&["less", "than"]).or(two(&["well", "under"])) {
        return Some((Approx::Under, next));
    }
    None
}

/// A bare number in digits or words: value and next index.
pub(super) fn number(w: &Words, i: usize) -> Option<(f64, usize)> {
    if w.first_byte(i).is_ascii_digit() {
        let text = w.text(i);
        if text.len() > 9 || !text.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.') {
            return None;
        }
        return Some((text.replace(',', "").parse().ok()?, i + 1));
    }
    let Class::Cardinal(first) = w.class(i) else {
        let (text, next) = w.compound(i)?;
        let (tens, ones) = text.split_once('-')?;
        return Some((
            f64::from(word_number(tens).filter(|n| *n >= 20)? + word_number(ones).filter(|n| *n < 10)?),
            next,
        ));
    };
    let mut next = i + 1;
    let mut value = f64::from(first);
    if (20..100).contains(&first) {
        let k = if w.text(next) == "-" { next + 1 } else { next };
        if let Class::Cardinal(ones @ 1..=9) = w.class(k) {
            value += f64::from(ones);
            next = k + 1;
        }
    }
    if first < 100 && w.is(next, "hundred") {
        value *= 100.0;
        next += 1;
    }
    Some((value, next))
}

fn word_number(word: &str) -> Option<u16> {
    match lexicon::class_of(word) {
        Class::Cardinal(n) => Some(n),
        _ => None,
    }
}

/// Low, high, next index, and whether a plural must follow.
fn count(w: &Words, i: usize) -> Option<(f64, f64, usize)> {
    match w.lower(i) {
        "a" | "an" => {
            if let Some(k) = w.seq(i + 1, &["few"]) {
                return Some((2.0, 6.0, k));
            }
            if let Some(k) = w.seq(i + 1, &["couple", "of"]).or(w.seq(i + 1, &["couple"])) {
                return Some((2.0, 3.0, k));
            }
            if let Some(k) = w.seq(i + 1, &["dozen"]) {
                return Some((12.0, 12.0, k));
            }
            if let Some(k) = w.seq(i + 1, &["half"]) {
                return Some((0.5, 0.5, k));
            }
            if let Some(k) = w.seq(i + 1, &["hundred"]) {
                return Some((100.0, 100.0, k));
            }
            return Some((1.0, 1.0, w.skip(i + 1, &["full", "whole", "further"])));
        }
        "half" if w.any(i + 1, &["a", "an"]) => return Some((0.5, 0.5, i + 2)),
        "couple" => return Some((2.0, 3.0, w.skip(i + 1, &["of"]))),
        "several" => return Some((3.0, 9.0, i + 1)),
        "few" => return Some((2.0, 6.0, i + 1)),
        "many" => return Some((3.0, 50.0, i + 1)),
        "dozens" if w.is(i + 1, "of") => return Some((20.0, 100.0, i + 2)),
        "hundreds" if w.is(i + 1, "of") => return Some((100.0, 1000.0, i + 2)),
        "another" => {
            return Some(match number(w, i + 1) {
                Some((n, next)) => (n, n, next),
                None => (1.0, 1.0, i + 1),
            });
        }
        _ => {}
    }
    // "between two and three weeks", "two to three weeks", "two or three weeks"
    let between = w.is(i, "between");
    let at = i + usize::from(between);
    let (low, next) = number(w, at).or_else(|| digit_range(w, at).map(|(n, _, k)| (n, k)))?;
    if let Some((a, b, k)) = digit_range(w, at) {
        return Some((a, b, k));
    }
    if let Some(next) = w.seq(next, &["and", "a", "half"]) {
        return Some((low + 0.5, low + 0.5, next));
    }
    let joined = if between { w.is(next, "and") } else { w.any(next, &["to", "or"]) };
    if joined && let Some((high, next)) = number(w, next + 1).filter(|(high, _)| *high > low) {
        return Some((low, high, next));
    }
    (!between).then_some((low, low, next))
}

/// *5-10*, *5–10*.
fn digit_range(w: &Words, i: usize) -> Option<(f64, f64, usize)> {
    if !w.first_byte(i).is_ascii_digit() {
        return None;
    }
    let (text, next) = w.compound(i)?;
    let (low, high) = text.split_once(['-', '–', '‑'])?;
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit()).then(|| s.parse::<f64>().ok()).flatten();
    let (low, high) = (digits(low)?, digits(high)?);
    (low < high && high < 1000.0).then_some((low, high, next))
}

pub(super) fn unit(w: &Words, i: usize) -> Option<(TimeUnit, bool)> {
    match w.class(i) {
        Class::Unit(unit) => Some((unit, false)),
        Class::Units(unit) => Some((unit, true)),
        _ => None,
    }
}

/// A length from `i` on, with the words that widen it: *nearly two years*, *a year and a half*.
pub(super) fn length(w: &Words, i: usize) -> Option<Length> {
    let (at, known) = w.length.get();
    if at == i {
        return known;
    }
    let found = read_length(w, i);
    w.length.set((i, found));
    found
}

fn read_length(w: &Words, i: usize) -> Option<Length> {
    let (approx, at) = approx(w, i);
    let at = w.skip(at, &["the"]).max(at);
    if approx == Approx::Exact && at > i && w.is(at - 1, "the") {
        return None;
    }
    let (low, high, k) = count(w, at)?;
    let k = w.skip(k, &["more", "other", "long", "full", "whole", "straight", "solid"]);
    let business = w.any(k, &["trading", "working", "business", "work"]);
    let more = matches!(w.text(k), "consecutive" | "successive" | "additional" | "further" | "calendar");
    let k = k + usize::from(business || more);
    let (unit, plural) = unit(w, k)?;
    // "one week", "two weeks"; "a weeks" and "two week" are no lengths.
    // "two year from now" is a slip that leaves no doubt.
    let sure = w.is(k + 1, "ago") || w.seq(k + 1, &["from", "now"]).is_some();
    if plural && high <= 1.0 && w.any(at, &["a", "an"]) || !plural && high > 1.0 && !sure {
        return None;
    }
    let scale = if w.any(k, &["fortnight", "fortnights"]) { 2.0 } else { 1.0 };
    let (mut low, mut high, mut next) = (low * scale, high * scale, k + 1);
    if let Some(k) = w.seq(next, &["and", "a", "half"]) {
        (low, high, next) = (low + 0.5, high + 0.5, k);
    } else if (w.is(next, "and") || w.text(next) == ",")
        && let Some((n, k)) = number(w, next + 1)
        && let Some((small, _)) = self::unit(w, k)
        && let Some(part) = fraction(small, unit)
    {
        (low, high, next) = (low + n * part, high + n * part, k + 1);
    }
    let (low, high) = approx.widen(low, high);
    Some(Length { business, ..Length::new(low, high, unit, next) })
}

/// *years*, *decades*, *months* without a number.
pub(super) fn bare_plural(w: &Words, i: usize) -> Option<Length> {
    let Class::Units(unit) = w.class(i) else { return None };
    Some(Length::new(2.0, 20.0, unit, i + 1))
}

/// What part of the larger unit the smaller one is: *two years and three months*.
fn fraction(small: TimeUnit, large: TimeUnit) -> Option<f64> {
    let part = small.days() / large.days();
    (part < 1.0).then_some(part)
}

/// What a hyphenated word says of a length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Tail {
    /// *34-day*.
    None,
    /// *month-long*, *five-month-long*.
    Long,
    /// *two-year-old*.
    Old,
}

/// *34-day*, *two-year-old*, *month-long*, *two-and-a-half-year*, with widening words before them.
pub(super) fn hyphenated(w: &Words, i: usize) -> Option<(Length, Tail, bool)> {
    let (approx, at) = approx(w, i);
    let at = if approx != Approx::Exact { w.skip(at, &["a", "the"]) } else { at };
    let (text, next) = match w.compound(at) {
        Some(found) => found,
        None => {
            let whole = w.text(at);
            let unit = match whole {
                "weeklong" => TimeUnit::Week,
                "monthlong" => TimeUnit::Month,
                "yearlong" => TimeUnit::Year,
                "daylong" => TimeUnit::Day,
                "decadelong" => TimeUnit::Decade,
                _ => return None,
            };
            let (low, high) = approx.widen(1.0, 1.0);
            return Some((Length::new(low, high, unit, at + 1), Tail::Long, approx != Approx::Exact));
        }
    };
    let mut pieces: Vec<&str> = text.split(['-', '‑']).collect();
    let tail = match *pieces.last()? {
        "old" => Tail::Old,
        "long" => Tail::Long,
        _ => Tail::None,
    };
    if tail != Tail::None {
        pieces.pop();
    }
    let (unit, plural) = match lexicon::class_of(pieces.pop()?) {
        Class::Unit(unit) => (unit, false),
        Class::Units(unit) => (unit, true),
        _ => return None,
    };
    if plural && tail == Tail::None {
        return None;
    }
    let mut pieces = pieces.as_slice();
    let half = matches!(pieces, [.., "and", "a", "half"]);
    if half {
        pieces = &pieces[..pieces.len() - 3];
    }
    let value = match pieces {
        [] if tail == Tail::Long => Some((1.0, 1.0)),
        [n] if n.bytes().all(|b| b.is_ascii_digit()) && n.len() < 5 => n.parse().ok().map(|n: f64| (n, n)),
        ["half"] => Some((0.5, 0.5)),
        ["several" | "multi"] => Some((3.0, 9.0)),
        ["decades" | "years" | "months" | "weeks"] => None,
        ["year", ..] => None,
        [n] => word_number(n).map(|n| (f64::from(n), f64::from(n))),
        [tens, ones] => match (word_number(tens), word_number(ones)) {
            (Some(t), Some(o)) if t >= 20 && o < 10 => Some((f64::from(t + o), f64::from(t + o))),
            _ => None,
        },
        _ => None,
    };
    let (low, high) = value?;
    let add = if half { 0.5 } else { 0.0 };
    let (low, high) = approx.widen(low + add, high + add);
    Some((Length::new(low, high, unit, next), tail, approx != Approx::Exact))
}
