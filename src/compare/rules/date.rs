//! `date`: the same event, on another day.

use crate::claim::{Modality, Polarity};
use crate::compare::conditions::{closeness, one_event, one_matter, positive, quantities_agree, same_sense};
use crate::compare::event;
use crate::compare::measure::{limits, occasion};
use crate::compare::office::tenure::{chosen, other_step};
use crate::compare::pair::other::{another_thing, beside_it};
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Differing, Pair, Side};
use crate::english::{self, Aspect};
use crate::text::Span;
use crate::time::{Interval, TimeKind, TimeMention};

pub(super) static RULE: Rule = Rule {
    code: "date",
    summary: "the same event, on another day",
    documentation: "Speaks where claim and statement tell of one event, the claim gives it a day or a period, and the day on \
                    record, which the statement gives or on which it was made, lies outside. What can happen again is only \
                    compared within some weeks, and by months or years only what begins, ends or happens once.",
    examples: &[
        Example {
            statement: "Parliament passed the tenancy act on 9 June 2020.",
            claim: "Parliament passed the tenancy act on 19 June 2020.",
            relation: "contradicts",
        },
        Example {
            statement: "Parliament passed the tenancy act on 9 June 2020.",
            claim: "The tenancy act took effect on 1 January 2021.",
            relation: "silent",
        },
    ],
    concerns: positive,
    unaligned: |_| false,
    apply,
    explain: |told| told.on_record(),
};

/// What can happen again is one event within these days.
const DAYS: i64 = 45;
/// What is planned, or lasts, is one within these.
const PLANNED: i64 = 2 * 366;

/// So many days apart, two days are of two events, or of one of history.
const YEARS: f64 = 4.0 * 366.0;

/// When a side's event took or is to take place, and the words for it, where the text gives them.
struct Day {
    when: Interval,
    words: Option<Span>,
}

fn apply(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    if claim.polarity == Polarity::Negative || statement.polarity == Polarity::Negative {
        return None;
    }
    // "Will not be lit before May", "will be painted in March".
    let act = || pair.predicate().is_some_and(|link| same_sense(link.how)) || event::one(pair).is_some();
    if let Some((ours, theirs)) = limits::crossed(pair).filter(|_| act()) {
        let differing = vec![Differing { claim: ours, statement: theirs, kind: "date" }];
        let plain = one_event(pair, 0.6, 0.3) && quantities_agree(pair) != Some(false);
        return Outcome::contradicts(closeness(pair), differing).map(|o| o.plain(plain));
    }
    if let Some((ours, theirs)) = occasion::other_day(pair) {
        let differing = vec![Differing { claim: ours, statement: theirs, kind: "date" }];
        let plain = !pair.other_thing() && quantities_agree(pair) != Some(false);
        return Outcome::contradicts(closeness(pair), differing).map(|o| o.plain(plain));
    }
    let (began, state) = match began(pair) {
        Some(days) => (Some(days), true),
        None => (both_since(pair), false),
    };
    let since = began.is_some();
    let (ours, theirs) = match began {
        Some(days) => days,
        None if happens(pair.claim) && (happens(pair.statement) || done(pair.statement)) => {
            (given(pair.claim)?, recorded(pair.statement)?)
        }
        None => return None,
    };
    if other_step(pair.claim, pair.statement) {
        return None;
    }
    // "In the saddle since May": was chosen in April.
    if since && chosen(pair.statement) && theirs.when.is_before(ours.when) {
        return None;
    }
    // The past cannot be overtaken.
    let later = claim.past && pair.claim.said.to.is_some_and(|said| theirs.when.from > Some(said));
    if later || ours.when.overlaps(theirs.when) {
        return None;
    }
    let event = if state { event::began(pair) } else { event::one(pair) };
    let sure = event.as_ref().is_some_and(|e| match state {
        true => e.surely_began(pair),
        false => {
            e.sure(pair) && (e.kin > event::Kin::Kind || claim.modality == Modality::Fact)
                || happens_once(pair) && event::same_deed(pair)
        }
    });
    // "Have been investigating" tells of what "opened an investigation" began.
    let begun = since && pair.predicate().is_some_and(|l| same_sense(l.how)) && one_matter(pair, 0.65, 0.45);
    if !sure && !begun && event.as_ref().is_none_or(|event| event.parties.0 < 0.4 && event.parties.1 < 0.4) {
        return None;
    }
    let most = if state { 2 * PLANNED } else { DAYS };
    // "Sentenced six months earlier": of when it was, no more is known.
    let ago = ["ago", "earlier", "before"]
        .iter()
        .any(|w| ours.words.is_some_and(|s| s.of(pair.claim.text).ends_with(w)));
    let far = if ago { 10 * PLANNED } else { PLANNED };
    let at_all = if sure { far.max(most) } else { most };
    if !near(pair, ours.when, theirs.when, at_all) || another_thing(pair) || beside_it(pair, false) {
        return None;
    }
    let whole = event.as_ref().is_some_and(|e| e.parties.0 >= 0.9 && e.parties.1 >= 0.7 && e.met >= 2);
    let plain = (one_event(pair, 0.7, 0.45) || sure || begun)
        && near(pair, ours.when, theirs.when, most)
        && (whole || specific(pair, ours.when, theirs.when))
        && quantities_agree(pair) != Some(false);
    let differing = vec![Differing {
        claim: ours.words?,
        statement: theirs.words.unwrap_or(statement.span),
        kind: "date",
    }];
    let days = gap(ours.when, theirs.when).map_or(f64::NAN, |days| f64::from(days) + 1.0);
    Outcome::contradicts(closeness(pair), differing).map(|o| o.plain(plain).apart(days.ln() / YEARS.ln()))
}

/// An event of the past or a plan, rather than a state.
fn happens(side: &Side) -> bool {
    let claim = side.claim;
    // "The leopard had been caught on 4 May, they said": the day tells that it is over.
    let undated = side.said.to.is_none() && claim.subordinate;
    let over = || side.own_days().is_some_and(|days| undated || days.is_before(side.said));
    claim.title.is_none()
        && match claim.modality {
            Modality::Fact => claim.past || over(),
            mood => mood.to_come(),
        }
}

/// "Has been dismissed": done by the day of a statement that gives it no other.
fn done(side: &Side) -> bool {
    let claim = side.claim;
    claim.perfect
        && claim.modality == Modality::Fact
        && claim.title.is_none()
        && side.times().next().is_none()
        && !side.has_word(&[
            "already",
            "ever",
            "long",
            "always",
            "often",
            "once",
            "twice",
            "times",
            "repeatedly",
        ])
}

/// The one calendar expression of a side.
fn given(side: &Side) -> Option<Day> {
    // "The accounts for 2021" are not of that day.
    let told = |t: &TimeMention| {
        let before = side.text[..t.span.start].trim_end();
        let planned = side.claim.modality == Modality::Planned;
        (planned || !before.ends_with(" for")) && !before.ends_with(" of")
    };
    let mut times = side.times().filter(|t| !matches!(t.kind, TimeKind::Duration { .. })).filter(|t| told(t));
    let time = times.next().filter(|t| !t.ambiguous && matches!(t.kind, TimeKind::Calendar))?;
    let bounded = time.when.from.is_some() && time.when.to.is_some();
    (bounded && times.next().is_none()).then_some(Day { when: time.when, words: Some(time.span) })
}

/// As given; a past event without any expression of time is of the statement's own day.
fn recorded(side: &Side) -> Option<Day> {
    const MONTH: i64 = 31;
    if side.times().all(|t| matches!(t.kind, TimeKind::Duration { .. })) {
        let told =
            (side.claim.past || side.claim.perfect) && side.said.days().is_some_and(|days| days <= MONTH);
        let when = if side.claim.perfect { lately(side) } else { side.said };
        return told.then_some(Day { when, words: None });
    }
    given(side)
}

/// What is told as done happened on the statement's day or somewhat before; of what lasts or is often done, any time before.
fn lately(side: &Side) -> Interval {
    const DAYS: i64 = 4;
    let claim = side.claim;
    let turns = matches!(claim.aspect, Some(Aspect::Start | Aspect::Stop));
    let said = side.said.widened(DAYS, 0);
    Interval { from: said.from.filter(|_| claim.passive || turns || event::told(claim)), ..said }
}

/// "Has been … since June" against a dated beginning.
fn began(pair: &Pair) -> Option<(Day, Day)> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let time = pair.claim.times().find(|t| matches!(t.kind, TimeKind::Since) && !t.ambiguous)?;
    let begins = statement.modality == Modality::Fact && statement.past && statement.title.is_none();
    if !begins || claim.past {
        return None;
    }
    Some((Day { when: time.named, words: Some(time.span) }, recorded(pair.statement)?))
}

/// "Closed since 1 March", "closed since 1 April".
fn both_since(pair: &Pair) -> Option<(Day, Day)> {
    let since = |side: &Side| {
        let time = side.times().find(|t| matches!(t.kind, TimeKind::Since) && !t.ambiguous)?;
        if limits::ranked(side, time) {
            return None;
        }
        (time.named.from.is_some() && time.named.to.is_some())
            .then_some(Day { when: time.named, words: Some(time.span) })
    };
    Some((since(pair.claim)?, since(pair.statement)?))
}

/// How many days lie between two intervals that do not overlap.
fn gap(ours: Interval, theirs: Interval) -> Option<i32> {
    let (earlier, later) = if ours.is_before(theirs) { (ours, theirs) } else { (theirs, ours) };
    later.from.zip(earlier.to).map(|(later, earlier)| (later - earlier).get_days())
}

/// Whether the days are near enough to be meant for one event.
fn near(pair: &Pair, ours: Interval, theirs: Interval, most: i64) -> bool {
    const YEARS: i64 = 30 * 366;
    let Some(gap) = gap(ours, theirs) else { return false };
    if both_since(pair).is_some() {
        return true;
    }
    let gap = i64::from(gap);
    let once = || pair.statement.claim.modality == Modality::Fact && happens_once(pair);
    let planned = pair.claim.claim.modality == Modality::Future;
    gap <= if planned { PLANNED } else { most } || gap <= YEARS && once()
}

fn happens_once(pair: &Pair) -> bool {
    if pair.claim.has_word(&["last"]) && pair.statement.has_word(&["last"]) {
        return true;
    }
    pair.predicate().is_some_and(|link| {
        let key = pair.statement.claim.terms[link.statement].key.as_str();
        RuleWord::Once.has(key)
            || key == "open" && pair.statement.claim.aspect == Some(Aspect::Start)
            || english::classes(key).aspect() == Some(Aspect::Start) && pair.statement.claim.passive
    })
}

/// One event is known by a name, a number or many words, and a beginning or an end by what begins or ends.
fn specific(pair: &Pair, ours: Interval, theirs: Interval) -> bool {
    const SOME: f32 = 2.0;
    let aspects = (pair.claim.claim.aspect, pair.statement.claim.aspect);
    let turns = matches!(
        aspects,
        (Some(Aspect::Start), Some(Aspect::Start)) | (Some(Aspect::Stop), Some(Aspect::Stop))
    );
    if turns && pair.alignment.shared_weight >= SOME && pair.alignment.claim_cover >= 0.9 {
        return true;
    }
    const MANY: f32 = 3.0;
    use crate::claim::TermKind::{Entity, Name};
    // A day or two apart, with nothing else left over, it is the same one.
    let near_miss = pair.alignment.claim_cover.min(pair.alignment.statement_cover) >= 0.9
        && ours.from.zip(theirs.from).is_some_and(|(a, b)| (a - b).get_days().abs() <= 2);
    near_miss
        || pair.alignment.shared_weight >= MANY
        || quantities_agree(pair) == Some(true)
        || pair
            .alignment
            .links
            .iter()
            .any(|l| matches!(pair.claim.claim.terms[l.claim].kind, Entity(_) | Name))
}
