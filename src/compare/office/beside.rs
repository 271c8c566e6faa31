//! Two offices beside each other: what the statement tells of the one that the claim gives somebody.

use super::posts::{self, body_met};
use super::tenure::{
    bodiless, chosen, dated, elapsed_wrong, held_since, indefinite, known, long_before, other_body,
    owner_met, same_body, spoken_of,
};
use super::{ANY, Event, Office, same_office};
use crate::claim::TermKind;
use crate::compare::rule::Outcome;
use crate::compare::{Differing, Match, Pair, Relation, meet};
use crate::time::{Date, Interval, TimeKind, elapsed_agrees};

/// The office that a claim gives somebody, and one of which the statement tells.
pub(in crate::compare) struct Posts<'p> {
    pair: &'p Pair<'p>,
    ours: &'p Office<'p>,
    theirs: &'p Office<'p>,
    /// The day on which the claim says that it was held.
    at: Date,
    pub one_person: bool,
    one_office: bool,
    /// Whether both are of one body.
    body: bool,
}

impl<'p> Posts<'p> {
    pub fn of(pair: &'p Pair<'p>, (ours, theirs): (&'p Office<'p>, &'p Office<'p>), at: Date) -> Self {
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
    pub fn beside(&self) -> bool {
        let (pair, ours, theirs) = (self.pair, self.ours, self.theirs);
        // "A former auditor" may be an auditor by profession, and "a former ambassador" an envoy.
        let once = theirs.event == Event::Ends && pair.statement.claim.title.is_some();
        let by_profession = indefinite(pair.claim) && !posts::serving(&ours.words);
        // "A retired judge" may leave what else she did.
        let leaves_another = theirs.event == Event::Ends && posts::retired(&ours.words);
        !(once && (by_profession || ours.words.last() != theirs.words.last()))
            && !leaves_another
            && (self.one_person || owner_met(pair))
    }

    /// Whether both are one office, or one person's, one of them without its name.
    pub fn one(&self) -> bool {
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
    pub fn held_then(&self, day: Date, told: Option<Interval>) -> Option<Outcome> {
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

    /// Whether both persons are known by more than a surname, and are two.
    fn two_known(&self) -> bool {
        let (ours, theirs) = (self.ours.person, self.theirs.person);
        known(ours) && known(theirs) && meet(ours, theirs).is_none()
    }

    /// "Ida Lunt is the finance minister of Orsk", "Karl Osten is the finance minister of Orsk": one post, of which there is
    /// one, in the same words.
    fn same_post(&self) -> bool {
        const DAYS: i32 = 1100;
        let (pair, words) = (self.pair, &self.ours.words);
        let near = pair.statement.said.to.is_none_or(|said| (self.at - said).get_days() <= DAYS);
        let minister = self.theirs.words.len() > 1 && words.last() == Some(&"minister");
        // "Orsk's finance minister": the title holds its owner's name.
        near && !self.theirs.words.is_empty()
            && (words == &self.theirs.words || self.attached() && words.ends_with(&self.theirs.words))
            && self.two_known()
            && !pair.statement.claim.past
            && pair.statement.claim.title.is_none()
            && (posts::sole(words, words) || minister)
            && !indefinite(pair.claim)
            && self.body
            && body_met(pair)
    }

    /// What the statement tells of another's office on a day.
    pub fn held_by_another(&self, day: Date) -> Option<Outcome> {
        let (pair, ours, theirs, at) = (self.pair, self.ours, self.theirs, self.at);
        let old = long_before(day, at);
        match theirs.event {
            // "In the job" says nothing of which, so nobody else can take it.
            _ if self.any() => None,
            Event::Holds if day <= at && self.same_post() => Some(succeeded(ours, theirs, day)),
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
                    && self.two_known()
                    && posts::sole(&ours.words, &theirs.words)
                    && body_met(pair) =>
            {
                Some(succeeded(ours, theirs, day))
            }
            Event::Begins if day <= at && self.one_office && self.two_known() && bodiless(pair.claim) => {
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
pub(in crate::compare) fn another_post(
    pair: &Pair,
    posts: (&Office, &Office),
    day: Option<Date>,
    at: Date,
) -> Option<Outcome> {
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

/// An outcome that the days decide.
pub(in crate::compare) fn outcome(
    relation: Relation,
    strength: f32,
    effective: Option<Date>,
    differing: Vec<Differing>,
) -> Outcome {
    Outcome { effective, ..Outcome::new(relation, strength, differing) }.certain()
}

/// The whole claim is at odds with the whole statement.
pub(in crate::compare) fn contradicts(pair: &Pair, strength: f32, effective: Option<Date>) -> Outcome {
    let differing =
        vec![Differing { claim: pair.claim.claim.span, statement: pair.statement.claim.span, kind: "word" }];
    outcome(Relation::Contradicts, strength, effective, differing)
}

/// Another took up the office on a day.
pub(in crate::compare) fn succeeded(ours: &Office, theirs: &Office, day: Date) -> Outcome {
    let differing = vec![Differing { claim: ours.person.span, statement: theirs.person.span, kind: "name" }];
    outcome(Relation::Contradicts, 0.6, Some(day), differing)
}
