//! `role`: an office that its holder no longer has, or has not yet, or that another holds.

use crate::claim::{Modality, Polarity, TermKind, TermRole};
use crate::compare::office::posts::{self, body_met};
use crate::compare::office::tenure::{
    bodiless, chosen, dated, effective, elapsed_wrong, held_since, indefinite, known, long_before,
    other_body, other_step, owner_met, same_body, spoken_of, succession,
};
use crate::compare::office::{ANY, Event, Office, held, office_words, offices, person, same_office};
use crate::compare::pair::behind;
use crate::compare::rule::{Example, Outcome, Rule};
use crate::compare::rule_words::RuleWord;
use crate::compare::tie::tied;
use crate::compare::{Differing, Match, Pair, Relation, Side, meet};
use crate::english::Aspect;
use crate::time::{Date, Interval, TimeKind, elapsed_agrees};

pub(super) static RULE: Rule = Rule {
    code: "role",
    summary: "an office that its holder no longer has, or not yet, or that another holds; who is what to whom, and where from",
    documentation: "Speaks where the claim gives a person an office, in front of the name, behind it or by a verb, and a \
                    statement tells that the person took it up, left it, or that another took it. An office attached \
                    to a name is judged on the day of the text alone; \"Mora is commissioner\" is overtaken by a later \
                    resignation. Offices with other modifiers (finance minister, defence minister) are other offices, and nobody has two \
                    such portfolios at a time. Whoever is acting is that until another has the office; an office that is \
                    called vacant is not where somebody took it. Speaks too where the two are tied the other way round (owner and subsidiary, successor and predecessor), by another tie of kin, or \
                    where the one has another country or seat on record.",
    examples: &[
        Example {
            statement: "Ines Mora resigned as transport commissioner in May.",
            claim: "Transport commissioner Ines Mora opened the line.",
            relation: "contradicts",
        },
        Example {
            statement: "Ines Mora resigned as finance commissioner in May.",
            claim: "Transport commissioner Ines Mora opened the line.",
            relation: "silent",
        },
        Example {
            statement: "Orrin Timber, a subsidiary of Salo Group, closed two sawmills.",
            claim: "Orrin Timber owns Salo Group.",
            relation: "contradicts",
        },
    ],
    concerns: |side| {
        !side.content.phases.ties.is_empty()
            || held(side).is_some()
            || taken(side).is_some()
            || posts::vacant(side).is_some()
            || succession(side).is_some()
    },
    unaligned: |_| true,
    apply,
    explain: |told| told.on_record(),
};

fn apply(pair: &Pair) -> Option<Outcome> {
    let claim = pair.claim.claim;
    if let Some(outcome) = tied::compared(pair) {
        return Some(outcome);
    }
    let changed = taken_on_another_day(pair).or_else(|| filled(pair)).or_else(|| other_predecessor(pair));
    if let Some(outcome) = changed.or_else(|| left_body(pair)) {
        return Some(outcome);
    }
    let ours = held(pair.claim)?;
    let attached = claim.title.is_some();
    // "A minister at the time".
    let then = || pair.claim.text[claim.span.end..].trim_start().starts_with("at the time");
    if attached && (then() || ends_itself(pair.claim, &ours)) {
        return None;
    }
    if claim.polarity == Polarity::Negative {
        return None;
    }
    if claim.past && !attached {
        return taken_by_another(pair, &ours);
    }
    // A title in a sentence about the past is that of the day of which it tells.
    let told = pair.claim.own_days().filter(|_| claim.past || claim.modality.to_come());
    let at = told.unwrap_or(pair.claim.said).to?;
    let mut best: Option<Outcome> = None;
    for theirs in offices(pair.statement) {
        let posts = Posts::of(pair, (&ours, &theirs), at);
        if !posts.beside() {
            continue;
        }
        // "A retired judge" may leave what else she did.
        if theirs.event == Event::Ends && posts::retired(&ours.words) {
            continue;
        }
        let day = effective(pair.statement);
        if let Some(other) = another_post(pair, (&ours, &theirs), day, at) {
            best = Some(other);
            continue;
        }
        let Some(day) = day.filter(|_| posts.one()) else { continue };
        let outcome = if posts.one_person { posts.held_then(day, told) } else { posts.held_by_another(day) };
        if let Some(outcome) = outcome.filter(|o| best.as_ref().is_none_or(|b| o.strength > b.strength)) {
            best = Some(outcome);
        }
    }
    best
}

/// The office that a claim gives somebody, and one of which the statement tells.
struct Posts<'p> {
    pair: &'p Pair<'p>,
    ours: &'p Office<'p>,
    theirs: &'p Office<'p>,
    /// The day on which the claim says that it was held.
    at: Date,
    one_person: bool,
    one_office: bool,
    /// Whether both are of one body.
    body: bool,
}

impl<'p> Posts<'p> {
    fn of(pair: &'p Pair<'p>, (ours, theirs): (&'p Office<'p>, &'p Office<'p>), at: Date) -> Self {
        let top = ours.words.is_empty() && posts::top(&theirs.words);
        let body = same_body(pair, ours.person, theirs.person);
        Posts {
            pair,
            ours,
            theirs,
            at,
            one_person: meet(ours.person, theirs.person) == Some(Match::Same),
            one_office: same_office(&ours.words, &theirs.words) || top && body,
            body,
        }
    }

    /// "In the job" says nothing of which.
    fn any(&self) -> bool {
        self.ours.words.first() == Some(&ANY)
    }

    /// A title at a name, judged on the day of the text alone.
    fn attached(&self) -> bool {
        self.pair.claim.claim.title.is_some()
    }

    /// Whether the one speaks to the other at all.
    fn beside(&self) -> bool {
        let (pair, ours, theirs) = (self.pair, self.ours, self.theirs);
        // "A former auditor" may be an auditor by profession, and "a former ambassador" an envoy.
        let once = theirs.event == Event::Ends && pair.statement.claim.title.is_some();
        let by_profession = indefinite(pair.claim) && !posts::serving(&ours.words);
        !(once && (by_profession || ours.words.last() != theirs.words.last()))
            && (self.one_person || owner_met(pair))
    }

    /// Whether both are one office, or one person's, one of them without its name.
    fn one(&self) -> bool {
        let (pair, ours, theirs) = (self.pair, self.ours, self.theirs);
        // "Hale runs Orrin" names no office: the body that she runs must be met.
        // "Ms Cole retired" need not be Judge Tilde Cole: a surname alone is no person where no office is named.
        let entity = matches!(ours.person.kind, TermKind::Entity(_));
        let whole = entity || ours.person.key == theirs.person.key;
        let unnamed = || {
            whole
                // "A governor of a school" may be treasurer of the club as well.
                && !(theirs.words.is_empty() && indefinite(pair.claim))
                && (self.any() || ours.words.is_empty() || theirs.words.is_empty())
                && !(theirs.event == Event::Ends && other_body(pair, ours.person, theirs.person))
        };
        let one_body = || {
            !ours.words.is_empty() || pair.alignment.links.iter().filter(|l| l.how.same_sense()).count() > 1
        };
        self.one_office || self.one_person && unnamed() && one_body()
    }

    /// What the statement tells of the same person's office on a day; `told`: the days that the claim gives itself.
    fn held_then(&self, day: Date, told: Option<Interval>) -> Option<Outcome> {
        let (pair, theirs, at) = (self.pair, self.theirs, self.at);
        let wrong = |claim| {
            let differing = vec![Differing { claim, statement: pair.statement.claim.span, kind: "date" }];
            Some(outcome(Relation::Contradicts, 0.8, Some(day), differing))
        };
        let at_odds = |strength| Some(contradicts(pair, strength, Some(day)));
        let elapsed = pair.claim.times().find(|t| matches!(t.kind, TimeKind::Elapsed { .. }));
        if theirs.event == Event::Holds
            && day <= at
            && let Some(span) = elapsed_wrong(pair, held_since(pair.statement), at)
        {
            return wrong(span);
        }
        let other_body = || other_body(pair, self.ours.person, theirs.person);
        match theirs.event {
            // Coach of the Falcons since March, so not of the Tigers.
            Event::Begins if day <= at && !long_before(day, at) && self.one_office && other_body() => {
                at_odds(0.6)
            }
            // That somebody held the office then says nothing of how long.
            Event::Holds if elapsed.is_some() => None,
            Event::Ends if self.any() => None,
            Event::Begins if day <= at && self.since_another(day) => at_odds(0.8),
            Event::Begins | Event::Holds if day <= at => {
                let since = elapsed.filter(|_| theirs.event == Event::Begins);
                match since.and_then(|t| Some((t, elapsed_agrees(day, at, &t.kind)?))) {
                    Some((time, false)) => wrong(time.span),
                    _ => Some(outcome(Relation::Agrees, 0.9, Some(day), Vec::new())),
                }
            }
            // Announced, and not yet begun.
            Event::Begins => {
                let announced = pair.statement.said.to.is_some_and(|said| said <= at);
                announced.then(|| contradicts(pair, 0.8, None))
            }
            Event::Ends if pair.claim.claim.past && told.is_none() && long_before(day, at) => None,
            // It is known that she will go; without an as-of date nobody has overtaken the claim.
            Event::Ends if pair.given && pair.statement.said.to <= Some(at) && day > at => None,
            Event::Ends if day <= at || !self.attached() => at_odds(0.9),
            // "The poet Clara Bohm" is called so when she is dead.
            Event::Dies if !self.attached() => at_odds(0.9),
            _ => None,
        }
    }

    /// "Since May", where the office began on a day outside of that, and not by a choice before.
    fn since_another(&self, day: Date) -> bool {
        let pair = self.pair;
        let mut times = pair.claim.times();
        let since = times.find(|t| matches!(t.kind, TimeKind::Since) && !t.ambiguous);
        since.is_some_and(|t| {
            let (began, named) = (Interval::day(day), t.named);
            let later = chosen(pair.statement) && began.is_before(named);
            !began.overlaps(named) && !later
        })
    }

    /// What the statement tells of another's office on a day.
    fn held_by_another(&self, day: Date) -> Option<Outcome> {
        let (pair, ours, theirs, at) = (self.pair, self.ours, self.theirs, self.at);
        let old = long_before(day, at);
        match theirs.event {
            // "In the job" says nothing of which, so nobody else can take it.
            _ if self.any() => None,
            Event::Begins if old && pair.claim.claim.past && dated(pair.claim) => None,
            Event::Holds if old => None,
            // Of whoever is in charge now, others were before.
            Event::Begins if old && ours.words.is_empty() => None,
            Event::Begins
                if (day <= at || !self.attached()) && self.one_office && known(ours.person) && self.body =>
            {
                Some(succeeded(ours, theirs, day))
            }
            Event::Begins
                if day <= at
                    && self.one_office
                    && known(ours.person)
                    && known(theirs.person)
                    && bodiless(pair.claim) =>
            {
                Some(Outcome { unproven: true, ..contradicts(pair, 0.5, Some(day)) })
            }
            Event::Holds if day <= at && ours.words.len() > 1 && known(ours.person) && self.body => {
                Some(contradicts(pair, 0.5, Some(day)))
            }
            _ => None,
        }
    }
}

/// Until another had the office, "the acting director" was that; who is finance minister is not defence minister.
fn another_post(pair: &Pair, posts: (&Office, &Office), day: Option<Date>, at: Date) -> Option<Outcome> {
    const DAYS: i32 = 400;
    let (ours, theirs) = posts;
    let day = day.filter(|day| *day <= at)?;
    let one_person = meet(ours.person, theirs.person) == Some(Match::Same);
    let began = theirs.event == Event::Begins && posts::stands_in_for(&ours.words, &theirs.words);
    let near = (at - day).get_days() <= DAYS;
    // Whoever is called a deputy may be the head soon after.
    let near = near && (theirs.event == Event::Begins || !long_before(day, at));
    let began = began && near;
    if one_person && (began || posts::retired_or_serving(&ours.words, &theirs.words)) {
        return Some(contradicts(pair, 0.7, Some(day)));
    }
    if began && known(ours.person) && (body_met(pair) || spoken_of(pair, theirs.person)) {
        return Some(succeeded(ours, theirs, day));
    }
    // Who has one post now may get another.
    let holds = matches!(theirs.event, Event::Begins | Event::Holds) && !pair.claim.claim.modality.to_come();
    let other =
        posts::other_portfolio(&ours.words, &theirs.words) || posts::lower(&theirs.words, &ours.words);
    if one_person && near && holds && other {
        return Some(contradicts(pair, 0.6, Some(day)));
    }
    // Two who are said to be the one head of a body within half a year.
    let holds = theirs.event == Event::Holds && !pair.statement.claim.past;
    let two = holds && !long_before(day, at) && posts::sole(&ours.words, &theirs.words);
    let apart = !one_person
        && meet(ours.person, theirs.person).is_none()
        && known(ours.person)
        && known(theirs.person);
    (two && apart && pair.claim.claim.title.is_none() && body_met(pair))
        .then(|| Outcome { strength: 0.55, ..succeeded(ours, theirs, day) })
}

/// "Took over from Hale": succeeded Orth.
fn other_predecessor(pair: &Pair) -> Option<Outcome> {
    const NEAR_DAYS: i32 = 400;
    let (ours, theirs) = (succession(pair.claim)?, succession(pair.statement)?);
    let one = meet(ours.heir, theirs.heir) == Some(Match::Same) && meet(ours.before, theirs.before).is_none();
    let (a, b) = (office_words(pair.claim.claim), office_words(pair.statement.claim));
    let office = a.is_empty() || b.is_empty() || same_office(&a, &b);
    let apart = pair.claim.said.to.zip(pair.statement.said.to).map_or(0, |(a, b)| (a - b).get_days().abs());
    let differing = vec![Differing { claim: ours.before.span, statement: theirs.before.span, kind: "name" }];
    (one && office && known(ours.heir) && apart <= NEAR_DAYS)
        .then(|| outcome(Relation::Contradicts, 0.7, None, differing))
}

/// "The commission is headed by Hale": Hale has stood down from the commission.
fn left_body(pair: &Pair) -> Option<Outcome> {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let ours = held(pair.claim).filter(|_| !claim.past && claim.polarity == Polarity::Positive)?;
    let left = statement.modality == Modality::Fact
        && statement.polarity == Polarity::Positive
        && statement.terms_of(TermRole::Predicate).any(|t| RuleWord::LeavesBody.has(&t.key));
    let day = effective(pair.statement).filter(|day| left && Some(*day) <= pair.claim.said.to)?;
    let (leaves, body) = pair.alignment.links.iter().fold((false, false), |(leaves, body), l| {
        let (a, b) = (&claim.terms[l.claim], &statement.terms[l.statement]);
        let person = meet(ours.person, b) == Some(Match::Same) && b.role == TermRole::Subject;
        let from = || behind(pair.statement, b) == Some("from");
        let thing = l.how == Match::Same && a.span != ours.person.span && !person && from();
        (leaves || person, body || thing)
    });
    (leaves && body && known(ours.person)).then(|| contradicts(pair, 0.7, Some(day)))
}

/// "The post of director is vacant": somebody took it.
fn filled(pair: &Pair) -> Option<Outcome> {
    const DAYS: i32 = 1100;
    let words = posts::vacant(pair.claim)?;
    let (taker, day) = (posts::taker(pair.statement, &words)?, effective(pair.statement)?);
    let near = pair.claim.said.to.is_some_and(|at| (at - day).get_days() <= DAYS);
    let differing =
        vec![Differing { claim: pair.claim.claim.span, statement: taker.person.span, kind: "word" }];
    (near && body_met(pair)).then(|| outcome(Relation::Contradicts, 0.7, Some(day), differing))
}

/// "Became head gardener a month ago": in those days another one did.
fn taken_by_another(pair: &Pair, ours: &Office) -> Option<Outcome> {
    const NEAR_DAYS: i32 = 10;
    let days = pair.claim.own_days().filter(|_| pair.claim.claim.aspect == Some(Aspect::Change))?;
    offices(pair.statement).into_iter().find_map(|theirs| {
        let day = effective(pair.statement)?;
        let near = (day - days.from?).get_days() >= -NEAR_DAYS && (days.to? - day).get_days() >= -NEAR_DAYS;
        let another = theirs.event == Event::Begins && meet(ours.person, theirs.person).is_none();
        (near
            && another
            && same_office(&ours.words, &theirs.words)
            && same_body(pair, ours.person, theirs.person))
        .then(|| contradicts(pair, 0.6, Some(day)))
    })
}

/// The days on which a claim of the past lets somebody take an office, and the office.
fn taken<'a>(side: &'a Side) -> Option<(Interval, Office<'a>)> {
    let claim = side.claim;
    let days = side.own_days().filter(|_| claim.past && claim.title.is_none())?;
    let begins = offices(side).into_iter().find(|office| office.event == Event::Begins);
    let office = begins.or_else(|| {
        // "Took over" with nothing behind it leaves the office to the context.
        let bare = claim.terms_of(TermRole::Predicate).any(|t| t.key == "acquire")
            && claim.terms.iter().all(|t| matches!(t.role, TermRole::Subject | TermRole::Predicate));
        let person = claim.terms_of(TermRole::Subject).find(|t| person(side, t)).filter(|_| bare)?;
        Some(Office { person, words: Vec::new(), event: Event::Begins })
    })?;
    Some((days, office))
}

/// "She succeeded him on 3 March": she did in May.
fn taken_on_another_day(pair: &Pair) -> Option<Outcome> {
    const MOST_DAYS: i32 = 400;
    let (days, ours) = taken(pair.claim)?;
    offices(pair.statement).into_iter().find_map(|theirs| {
        let day = effective(pair.statement)?;
        let one = theirs.event == Event::Begins && meet(ours.person, theirs.person) == Some(Match::Same);
        let office = ours.words.is_empty() || same_office(&ours.words, &theirs.words);
        // "Who became manager in June 2018", told in 2019.
        let told = pair.statement.own_days().filter(|_| pair.statement.claim.past);
        let told = told.unwrap_or(Interval::day(day));
        let apart = (days.from? - told.to?).get_days().max((told.from? - days.to?).get_days());
        // Who is named in May may be sworn in in June.
        (one && !other_step(pair.claim, pair.statement) && office && (1..=MOST_DAYS).contains(&apart))
            .then(|| contradicts(pair, 0.7, Some(day)))
    })
}

/// "The treasurer, Ida Marsh, resigned": the sentence tells the end of the office itself.
fn ends_itself(side: &Side, ours: &Office) -> bool {
    let mut told =
        side.analysis.claims.iter().filter(|c| c.sentence == side.claim.sentence && c.title.is_none());
    told.any(|c| {
        c.terms_of(TermRole::Predicate).any(|t| RuleWord::LeavesOffice.has(&t.key))
            && c.terms_of(TermRole::Subject).any(|t| meet(t, ours.person) == Some(Match::Same))
    })
}

fn outcome(relation: Relation, strength: f32, effective: Option<Date>, differing: Vec<Differing>) -> Outcome {
    Outcome { relation, strength, certain: true, plain: true, differing, effective, unproven: false }
}

fn contradicts(pair: &Pair, strength: f32, effective: Option<Date>) -> Outcome {
    let differing =
        vec![Differing { claim: pair.claim.claim.span, statement: pair.statement.claim.span, kind: "word" }];
    outcome(Relation::Contradicts, strength, effective, differing)
}

/// Another took up the office on a day.
fn succeeded(ours: &Office, theirs: &Office, day: Date) -> Outcome {
    let differing = vec![Differing { claim: ours.person.span, statement: theirs.person.span, kind: "name" }];
    outcome(Relation::Contradicts, 0.6, Some(day), differing)
}
