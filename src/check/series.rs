//! Two levels of one measure on two days, against the way that a claim says it went between them.

use super::Checker;
use super::evidence::Found;
use crate::compare::{Level, Relation, Side, THRESHOLD};
use crate::time::{Date, Interval, TimeKind, TimeMention};

/// A level with the statement that gives it.
pub(super) struct Point {
    pub index: usize,
    pub level: Level,
}

/// With what a claim compares.
enum Earlier {
    /// "Than in 2019", "since March".
    During(Interval),
    /// "Than the year before", "than last year".
    YearBefore,
    /// "Has risen".
    Previous,
}

impl Checker {
    /// Where two statements give levels of what the claim says rose or fell, and the later is the lower or the higher,
    /// both speak against it.
    pub(super) fn series(&self, claim: &Side, mut points: Vec<Point>, found: &mut Vec<Found>) {
        let against = |f: &Found| f.weighed.relation == Relation::Contradicts;
        let Some((_, course)) = claim.content.course else { return };
        // What speaks of most of the claim's matter.
        const NEARLY: f32 = 0.15;
        let most = points.iter().map(|p| p.level.share).fold(0.0, f32::max);
        points.retain(|p| p.level.share >= most - NEARLY);
        points.sort_by_key(|p| (p.level.day.from, p.index));
        let Some((now, before)) = compared(claim, &points) else { return };
        let Some(went) = now.level.since(&before.level) else { return };
        let both = [now.index, before.index];
        if went == course {
            // "Has dropped to 34 percent" was said before it rose.
            found.retain(|f| {
                f.judgement.rule != "trend" || f.weighed.statement != before.index || !against(f)
            });
            return;
        }
        if found.iter().any(|f| against(f) && f.weighed.confidence >= THRESHOLD) {
            return;
        }
        let confidence = 0.5 + 0.4 * now.level.share.min(before.level.share);
        found.retain(|f| !both.contains(&f.weighed.statement));
        found.extend(both.map(|index| self.contradicting(index, "trend", confidence)));
        found.sort_by_key(|f| f.weighed.statement);
    }
}

/// The two levels that a claim compares: that of its own days, or the last before it was said, and the one from which it went.
fn compared<'p>(claim: &Side, points: &'p [Point]) -> Option<(&'p Point, &'p Point)> {
    const NEWS_DAYS: i32 = 400;
    let said = claim.said.to?;
    let earlier = earlier(claim);
    let own = claim.own_days().filter(|days| days.from.is_some_and(|from| from <= said));
    let near = |p: &&Point| {
        let told = p.level.day.to.filter(|to| *to <= said);
        match own {
            Some(days) => p.level.day.overlaps(days),
            None => told.is_some_and(|to| (said - to).get_days() <= NEWS_DAYS),
        }
    };
    let now = points.iter().rev().find(near)?;
    let from = now.level.day.from?;
    let before = |p: &&Point| {
        p.index != now.index && p.level.day.to.is_some_and(|to| to < from) && p.level.alike(&now.level)
    };
    let apart = |p: &Point| p.level.day.from.map_or(0, |then| (from - then).get_days());
    let mut past = points.iter().filter(before);
    let then = match earlier {
        Earlier::During(days) => past.find(|p| during(p.level.day, days, from))?,
        Earlier::YearBefore => past.find(|p| (270..=460).contains(&apart(p)))?,
        Earlier::Previous => past.next_back().filter(|p| apart(p) <= 2 * NEWS_DAYS)?,
    };
    Some((now, then))
}

/// Whether a level is of the days with which a claim compares, or of the weeks about the day since which it counts.
fn during(day: Interval, days: Interval, now: Date) -> bool {
    const NEAR: i32 = 60;
    let open = days.to.is_none_or(|to| to >= now);
    match days.from {
        Some(from) if open => day
            .from
            .zip(day.to)
            .is_some_and(|(a, b)| (from - b).get_days() <= NEAR && (a - from).get_days() <= NEAR),
        _ => day.overlaps(days),
    }
}

/// With what time a claim compares.
fn earlier(claim: &Side) -> Earlier {
    let lead = |time: &TimeMention| claim.text[..time.span.start].trim_end();
    let compared = |time: &&TimeMention| {
        let than = [" than", " than in", " than on", " before", " from"]
            .iter()
            .any(|word| lead(time).ends_with(word));
        !time.ambiguous
            && (matches!(time.kind, TimeKind::Since) || than && matches!(time.kind, TimeKind::Calendar))
    };
    if let Some(time) = claim.times().find(compared) {
        return Earlier::During(time.when);
    }
    let words = claim.words();
    let year = [
        "year before",
        "previous year",
        "year earlier",
        "year ago",
        "last year",
        "last season",
        "season before",
    ];
    let year = year.iter().any(|phrase| words.contains(phrase));
    if year { Earlier::YearBefore } else { Earlier::Previous }
}
