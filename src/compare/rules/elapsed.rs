//! `elapsed`: arithmetic from a dated beginning.

use crate::claim::{Claim, Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::conditions::{asked, closeness, comparable, matter, one_event, other_place, plainest};
use crate::compare::event;
use crate::compare::measure::length::Length;
use crate::compare::measure::{lasted, limits};
use crate::compare::office::{Event, Office, held, offices, same_office};
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::state::ended_by;
use crate::compare::{Differing, Match, Pair, Side, meet};
use crate::english::Aspect;
use crate::text::Span;
use crate::time::{Date, Interval, TimeKind, TimeMention, elapsed_agrees};

pub(super) static RULE: Rule = Rule {
    code: "elapsed",
    summary: "a length of time that does not fit the dated beginning",
    documentation: "Speaks where the claim says how long something has gone on (now in its eighth month, five weeks into, \
                    for three weeks) and a statement dates its beginning. The tolerance is that of newspapers: \
                    \"nearly two years\" may be 22 months.",
    examples: &[
        Example {
            statement: "The strike at the mine began on 20 May.",
            claim: "The strike at the mine is now in its eighth month.",
            relation: "contradicts",
        },
        Example {
            statement: "The strike at the mine began on 20 May.",
            claim: "The trial of the captain is now in its eighth month.",
            relation: "silent",
        },
    ],
    concerns,
    unaligned: |_| false,
    apply,
    explain: |told| format!("{} it began, so “{}” does not fit: “{}”", told.when, told.ours, told.statement),
};

/// A length of time, of the claim or told right before it. Of who somebody is, only how long they have been it: "three
/// years into the job, coach Renton".
fn concerns(side: &Side) -> bool {
    let before = side.analysis.times_in(lead(side)).map(|at| &side.analysis.times[at]);
    side.times().chain(before).any(is_length)
        && (side.claim.title.is_none() || side.times().any(|t| of_job(side, t)))
}

fn is_length(time: &TimeMention) -> bool {
    matches!(time.kind, TimeKind::Duration { .. } | TimeKind::Elapsed { .. })
}

/// "Three years into the job", "two years in office".
fn of_job(side: &Side, time: &TimeMention) -> bool {
    const WORDS: usize = 4;
    let words = side.text[time.span.end..].trim_start().split(|c: char| !c.is_alphabetic());
    { words }.take(WORDS).any(|w| RuleWord::Job.has(w))
}

fn apply(pair: &Pair) -> Option<Outcome> {
    if !concerns(pair.claim) || asked(pair) || other_place(pair) {
        return None;
    }
    plainest(pair, &[since_beginning, in_office, lasted, since_event])
}

/// "Barely three years in office": since 2011, says the record.
fn in_office(pair: &Pair) -> Option<Outcome> {
    let at = pair.claim.said.to.filter(|_| !pair.claim.claim.past)?;
    let (time, kind) = pair.claim.times().filter(|t| !t.ambiguous).find_map(|t| match t.kind {
        TimeKind::Duration { low, high, unit } | TimeKind::Elapsed { low, high, unit } => {
            Some((t, TimeKind::Elapsed { low, high, unit }))
        }
        _ => None,
    })?;
    let ours = if of_job(pair.claim, time) { None } else { Some(held(pair.claim)?) };
    let holder = |o: &Office| match &ours {
        Some(ours) => meet(ours.person, o.person).is_some() && same_office(&ours.words, &o.words),
        None => pair.claim.claim.terms_of(TermRole::Subject).any(|t| meet(t, o.person).is_some()),
    };
    let office = offices(pair.statement).into_iter().find(|o| holder(o))?;
    let since = pair.statement.times().find(|t| {
        let between = pair.statement.text.get(pair.statement.claim.span.end..t.span.start);
        matches!(t.kind, TimeKind::Since)
            && (pair.statement.claim.title.is_none() || between.is_some_and(|b| b.trim().is_empty()))
    });
    let began = match office.event {
        Event::Begins => pair.statement.own_days().unwrap_or(pair.statement.said),
        Event::Holds => since?.named,
        _ => return None,
    };
    let named = pair.alignment.links.iter().any(|l| {
        let (a, b) = (&pair.claim.claim.terms[l.claim], &pair.statement.claim.terms[l.statement]);
        l.how == Match::Same && a.is_name() && b.is_name() && meet(b, office.person).is_some()
    });
    if chosen_late(pair, began, at, &kind) {
        return None;
    }
    let fits = |day: Option<Date>| elapsed_agrees(day?, at, &kind);
    let (first, last) = (fits(began.from)?, fits(began.to)?);
    let differing = vec![Differing { claim: time.span, statement: pair.statement.claim.span, kind: "date" }];
    match (first, last) {
        (true, true) => Outcome::agrees(0.8),
        (false, false) if began.from.is_some_and(|from| from <= at) => {
            Outcome::contradicts(0.8, differing).map(|o| if named { o.certain() } else { o })
        }
        _ => None,
    }
}

/// What stands in its sentence before a claim, to the word behind a time with which the claim begins: "five years after it
/// burned down" may be of the claim itself.
fn lead(side: &Side) -> Span {
    let claim = side.claim;
    let own = side.times().find(|t| t.span.start == claim.span.start);
    let end = own.map_or(claim.span.start, |t| {
        let rest = &side.text[t.span.end..];
        let word = rest.trim_start().split(' ').next().map_or(0, str::len);
        t.span.end + rest.len() - rest.trim_start().len() + word
    });
    let start = side.analysis.sentences[claim.sentence].span.start;
    Span { start, end: end.max(start) }
}

/// "It is nine years since she swam it": the day of the event is on record.
fn since_event(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let lead = lead(pair.claim);
    let words = lead.of(pair.claim.text).trim_end();
    // "Five years after it burned down, the site is still empty".
    let own = |c: &&Claim| c.sentence == claim.sentence && !std::ptr::eq(*c, claim) && !c.past;
    let now =
        || pair.claim.analysis.claims.iter().any(|c| own(&c) && !c.perfect && c.modality == Modality::Fact);
    let counted = words.ends_with("since") || words.ends_with("after") && now();
    if !claim.past || !statement.past || !counted {
        return None;
    }
    let event = event::one(pair)?;
    let plain = one_event(pair, 0.7, 0.45) || event.sure(pair);
    let analysis = pair.claim.analysis;
    let time = analysis.times_in(lead).map(|i| &analysis.times[i]).find(|t| is_length(t))?;
    let (TimeKind::Duration { low, high, unit } | TimeKind::Elapsed { low, high, unit }) = time.kind else {
        return None;
    };
    let day = pair.statement.own_days().unwrap_or(pair.statement.said);
    let (from, at) = (day.from.filter(|_| day.days().is_some_and(|d| d <= 31))?, pair.claim.said.to?);
    if elapsed_agrees(from, at, &TimeKind::Elapsed { low, high, unit })? {
        return Outcome::agrees(closeness(pair)).map(|o| o.plain(plain));
    }
    let differing = vec![Differing { claim: time.span, statement: statement.span, kind: "date" }];
    Outcome::contradicts(closeness(pair), differing).map(|o| o.plain(plain))
}

/// "Lasted 70 days": seven weeks, says the record.
fn lasted(pair: &Pair) -> Option<Outcome> {
    let one = |side: &Side| {
        let mut lengths = side.times().filter_map(|t| Some((t.span, Length::of(&t.kind)?)));
        lengths.next().filter(|_| lengths.next().is_none())
    };
    let ((our_span, ours), (their_span, theirs)) = (one(pair.claim)?, one(pair.statement)?);
    let event = event::one(pair).or_else(|| event::began(pair));
    let sure = event.as_ref().is_some_and(|event| event.sure(pair))
        || lasted::one_thing(pair)
        || lasted::one_tenure(pair);
    // "Much longer than the six at the other yard" names another matter.
    let plain = sure || comparable(pair, 0.6, 0.5) && !pair.other_thing() && lasted::may_be_one(pair);
    if pair.claim.has_word(&["than"])
        || pair.claim.claim.polarity != pair.statement.claim.polarity
        || lasted::until_then(pair.claim)
        || lasted::until_then(pair.statement)
    {
        return None;
    }
    if !ours.apart(theirs) || !plain && event.is_none() {
        return None;
    }
    let differing = vec![Differing { claim: our_span, statement: their_span, kind: "date" }];
    Outcome::contradicts(closeness(pair), differing).map(|o| o.plain(plain))
}

/// Who is chosen takes office some months later.
fn chosen_late(pair: &Pair, began: Interval, at: Date, kind: &TimeKind) -> bool {
    const MONTHS: i64 = 120;
    let chosen = pair.statement.claim.terms_of(TermRole::Predicate).any(|t| {
        RuleWord::TakesOffice.has(&t.key) && RuleWord::DoneToHolder.has(&t.key)
            || matches!(t.key.as_str(), "choose" | "select")
    });
    let late = began.widened(0, MONTHS).to;
    chosen && late.is_some_and(|late| late >= at || elapsed_agrees(late, at, kind) == Some(true))
}

fn since_beginning(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let elapsed =
        pair.claim.times().find(|time| matches!(time.kind, TimeKind::Elapsed { .. }) && !time.ambiguous)?;
    // "After a month of war she resigned" tells when, not how long.
    let before = pair.claim.text[..elapsed.span.start].trim_end();
    if before.ends_with("after") || before.ends_with("After") {
        return None;
    }
    // "Has run the port since 2015" began then, and not when it was said.
    let times = || pair.statement.times().filter(|t| !limits::ranked(pair.statement, t));
    let since = times().find(|t| matches!(t.kind, TimeKind::Since) && !t.ambiguous);
    // How long somebody has had an office is asked apart.
    if since.is_some() && statement.title.is_some() {
        return None;
    }
    let lasts = since.filter(|_| !statement.past);
    let began = lasts.map(|t| t.named).or_else(|| pair.statement.own_days()).unwrap_or(pair.statement.said);
    let (Some(from), Some(to), Some(at)) = (began.from, began.to, pair.claim.said.to) else { return None };
    let goes_on = matches!(statement.aspect, Some(Aspect::NoChange | Aspect::Continue));
    let begins = statement.modality == Modality::Fact
        && statement.polarity == Polarity::Positive
        && (!goes_on || lasts.is_some())
        && times().nth(1).is_none();
    if !begins || began.days().is_none_or(|days| days > 366) || from > at || claim.past {
        return None;
    }
    let event = event::began(pair);
    let sure = event.as_ref().is_some_and(|event| event.surely_began(pair));
    let mut plain = !pair.alignment.other_name && pair.subject_met();
    let alignment = pair.alignment;
    let starts = matches!(statement.aspect, Some(Aspect::Start | Aspect::Repeat));
    const MANY: f32 = 4.0;
    let one_state = lasts.is_some() && pair.predicate().is_some_and(|l| l.how.same_sense());
    let needed = if starts || one_state {
        0.55
    } else if alignment.shared_weight >= MANY {
        0.65
    } else {
        0.75
    };
    // "Has stood idle" began when it was halted.
    let idle = |t: &Term| ended_by(&t.key).contains(&"resume") || t.kind == TermKind::Verb;
    let halted = statement.aspect == Some(Aspect::Stop)
        && claim.terms.iter().any(|t| ended_by(&t.key).contains(&"resume"))
        && alignment.links.iter().any(|l| statement.terms[l.statement].role == TermRole::Subject)
        && matter(pair, |i| idle(&claim.terms[i]), |_| false).is_some_and(|met| met >= 0.6);
    let covered = alignment.claim_cover_wide >= needed && alignment.statement_cover_wide >= needed;
    plain &= halted || sure || covered;
    let seen = event.is_some_and(|e| e.parties.0 >= 0.8 || e.parties.0 >= 0.4 && e.parties.1 >= 0.2);
    let started = starts && alignment.shared_weight >= 1.0;
    if !(plain || seen || started || one_state) {
        return None;
    }
    let fits = elapsed_agrees(from, at, &elapsed.kind)?;
    if fits != elapsed_agrees(to, at, &elapsed.kind)? {
        return None;
    }
    if fits {
        return Outcome::agrees(closeness(pair)).map(|o| o.plain(plain));
    }
    if chosen_late(pair, began, at, &elapsed.kind) {
        return None;
    }
    let differing = vec![Differing { claim: elapsed.span, statement: statement.span, kind: "date" }];
    let outcome = Outcome::contradicts(0.8 * closeness(pair), differing);
    if halted && plain { outcome.map(Outcome::certain) } else { outcome.map(|o| o.plain(plain)) }
}
