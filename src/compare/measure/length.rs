//! How long something lasted, as two texts count it.

use crate::time::{TimeKind, TimeUnit};

/// A length of time in days, as a writer rounds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::compare) struct Length {
    low: f64,
    high: f64,
    unit: f64,
}

impl Length {
    /// Of a count of units; `None` for hours, and for what is no length.
    pub fn of(kind: &TimeKind) -> Option<Length> {
        let (TimeKind::Duration { low, high, unit } | TimeKind::Elapsed { low, high, unit }) = *kind else {
            return None;
        };
        let unit = (unit != TimeUnit::Hour).then_some(unit)?.days();
        Some(Length { low: low * unit, high: high * unit, unit })
    }

    /// Whether no usual rounding makes one of the other: half a unit, but no more than a quarter of the whole, and an
    /// eighth besides.
    pub fn apart(self, other: Length) -> bool {
        const TOLERANCE: f64 = 0.12;
        const SHARE: f64 = 0.25;
        let slack = |length: Length| (length.unit / 2.0).min(SHARE * length.high);
        let slack = slack(self).max(slack(other));
        let above = |a: Length, b: Length| a.low > b.high * (1.0 + TOLERANCE) + slack;
        above(self, other) || above(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(low: f64, unit: TimeUnit) -> Length {
        Length::of(&TimeKind::Duration { low, high: low, unit }).unwrap()
    }

    #[test]
    fn what_writers_round() {
        let same = [
            (length(6.0, TimeUnit::Week), length(45.0, TimeUnit::Day)),
            (length(1.0, TimeUnit::Year), length(11.0, TimeUnit::Month)),
            (length(0.5, TimeUnit::Year), length(5.0, TimeUnit::Month)),
            (length(1.0, TimeUnit::Week), length(8.0, TimeUnit::Day)),
        ];
        for (a, b) in same {
            assert!(!a.apart(b) && !b.apart(a), "{a:?} {b:?}");
        }
    }

    #[test]
    fn what_no_writer_rounds() {
        let apart = [
            (length(0.5, TimeUnit::Year), length(14.0, TimeUnit::Week)),
            (length(10.0, TimeUnit::Week), length(7.0, TimeUnit::Week)),
            (length(5.0, TimeUnit::Year), length(3.0, TimeUnit::Year)),
            (length(2.0, TimeUnit::Month), length(4.0, TimeUnit::Month)),
        ];
        for (a, b) in apart {
            assert!(a.apart(b) && b.apart(a), "{a:?} {b:?}");
        }
    }
}
