//! Posts told of by other words than the verb of an office: "lost her post as director", "is in charge of the station",
//! "the health portfolio", "the post is vacant", "the acting director".

use crate::claim::{Claim, Modality, NameKind, Polarity, Term, TermKind, TermRole};
use crate::compare::office::{ANY, Event, Office, office_words, offices, person, same_office};
use crate::compare::pair::{agent_by, behind};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Pair, Side, meet};
use crate::english::Aspect;

fn office(term: &Term) -> bool {
    term.kind == TermKind::Noun && term.entry.classes().office()
}

fn verb(claim: &Claim) -> Option<&str> {
    let verb = claim.terms.iter().find(|t| t.role == TermRole::Predicate && t.kind == TermKind::Verb);
    verb.map(|t| t.key.as_str())
}

/// Whether a clause has a noun for a post, or for an office, behind its verb.
fn post(claim: &Claim) -> bool {
    claim.terms.iter().any(|t| match t.role {
        TermRole::Object => RuleWord::Job.has(&t.key) || RuleWord::Duties.has(&t.key) || office(t),
        TermRole::Modifier => RuleWord::Job.has(&t.key) || RuleWord::Duties.has(&t.key),
        _ => false,
    })
}

/// "Lost her post", "gave up the chair", "was relieved of his duties".
pub(in crate::compare) fn lost(side: &Side) -> bool {
    verb(side.claim).is_some_and(|v| RuleWord::LosesPost.has(v)) && post(side.claim) && !nearly(side)
}

/// "Took up his post", "took office".
pub(in crate::compare) fn taken(side: &Side) -> bool {
    // *Take* in "take office" is no term.
    let takes = |v: &str| RuleWord::TakesPost.has(v);
    let by = verb(side.claim).map_or_else(|| side.has_word(&["took", "take", "takes", "taken"]), takes);
    by && post(side.claim) && !nearly(side)
}

/// "Named Hale, until now minister of health, in her place": the office that he had, not the one that he got.
pub(in crate::compare) fn aside(side: &Side) -> bool {
    let terms = &side.claim.terms;
    let Some(head) = terms.iter().rfind(|t| office(t)).filter(|t| t.role == TermRole::Aside) else {
        return false;
    };
    let Some(verb) = side.claim.terms_of(TermRole::Predicate).find(|t| t.kind == TermKind::Verb) else {
        return false;
    };
    let between = side.text.get(verb.span.end..head.span.start).unwrap_or_default();
    !between.contains(" as ") && between.split([' ', ',']).any(|word| RuleWord::OtherTime.has(word))
}

/// "As treasurer in succession to Hale": who had the office.
pub(in crate::compare) fn succeeded<'a>(side: &'a Side) -> Option<&'a Term> {
    const SUCCESSION: &str = " in succession to ";
    let words = side.words();
    let at = side.claim.span.start + words.find(SUCCESSION)? + SUCCESSION.len();
    side.claim.terms.iter().find(|t| t.span.start >= at && person(side, t))
}

/// "Won the election for mayor", "beat Hale in the race for treasurer".
pub(in crate::compare) fn won(side: &Side) -> bool {
    let contest = |role: TermRole| {
        let is = |t: &&Term| RuleWord::Contest.has(&t.key) && side.words().contains(" for ");
        side.claim.terms_of(role).filter(is).any(|t| office_words_behind(side, t))
    };
    match verb(side.claim) {
        _ if side.claim.passive || side.claim.polarity == Polarity::Negative => false,
        Some("win") => contest(TermRole::Object),
        Some("beat" | "defeat") => contest(TermRole::Modifier),
        _ => false,
    }
}

fn office_words_behind(side: &Side, contest: &Term) -> bool {
    let head = side.claim.terms.iter().find(|t| t.span.start > contest.span.end && office(t));
    head.is_some_and(|t| {
        let between = &side.text[contest.span.end..t.span.start];
        between.trim_start().starts_with("for ") && !between.contains(',')
    })
}

fn nearly(side: &Side) -> bool {
    side.has_word(&["nearly", "almost", "narrowly"])
}

/// "The health portfolio": the words of the office of whoever has it.
pub(in crate::compare) fn portfolio(claim: &Claim) -> Option<Vec<&str>> {
    let at = claim.terms.iter().position(|t| t.role == TermRole::Object && t.key == "portfolio")?;
    let of = claim.terms[..at].last().filter(|t| RuleWord::Portfolio.has(&t.key))?;
    Some(vec![of.key.as_str(), "minister"])
}

/// "To become president" behind "was chosen" or "beat two rivals": so it came.
pub(in crate::compare) fn attained(side: &Side) -> bool {
    let claim = side.claim;
    let infinitive = claim.modality == Modality::Possible && side.words().starts_with("to ");
    let adjoins = |other: &&Claim| {
        other.sentence == claim.sentence
            && other.span.end <= claim.span.start
            && side.text[other.span.end..claim.span.start].trim().is_empty()
    };
    let all = &side.analysis.claims;
    let here = all.partition_point(|other| other.span.start < claim.span.start);
    infinitive
        && all[..here].iter().rev().take_while(|c| c.sentence == claim.sentence).find(adjoins).is_some_and(
            |chosen| {
                chosen.polarity == Polarity::Positive
                    && chosen.modality == Modality::Fact
                    && verb(chosen).is_some_and(|v| RuleWord::Picks.has(v))
            },
        )
}

/// "Is in charge of the station", "remains at the head of the choir": at the top of what else the clause names.
pub(in crate::compare) fn in_charge<'a>(side: &'a Side, person: &'a Term) -> Option<Office<'a>> {
    let idle = verb(side.claim).is_none_or(|v| matches!(v, "remain" | "stay"));
    let top = |t: &Term| {
        let (lead, word) = (behind(side, t), t.key.as_str());
        match word {
            "charge" => lead == Some("in"),
            "head" | "helm" => matches!(lead, Some("at")),
            _ => false,
        }
    };
    let terms = &side.claim.terms;
    (idle && terms.iter().any(|t| t.role == TermRole::Modifier && top(t))).then_some(Office {
        person,
        words: Vec::new(),
        event: Event::Holds,
    })
}

/// "The observatory is run by Hale".
pub(in crate::compare) fn under<'a>(side: &'a Side) -> Option<Office<'a>> {
    let claim = side.claim;
    let verb = claim.terms_of(TermRole::Predicate).find(|t| RuleWord::HeadsBody.has(&t.key))?;
    let agent = agent_by(side).filter(|_| claim.passive && claim.polarity == Polarity::Positive)?;
    let person = &claim.terms[agent.end - 1];
    let words = if verb.entry.classes().office() { vec![verb.key.as_str()] } else { Vec::new() };
    let somebody = match side.kind_of(person) {
        NameKind::Person => true,
        NameKind::Unknown => person.key.contains(' '),
        _ => false,
    };
    somebody.then_some(Office { person, words, event: Event::Holds })
}

/// "Will stay on as editor": the office that somebody keeps.
pub(in crate::compare) fn kept<'a>(side: &'a Side, person: &'a Term) -> Option<Office<'a>> {
    let stays = verb(side.claim).is_some_and(|v| matches!(v, "remain" | "stay" | "stay on" | "continue"));
    let words = office_words(side.claim);
    (stays && !words.is_empty() && side.words().contains(" as ")).then_some(Office {
        person,
        words,
        event: Event::Holds,
    })
}

/// "Is acting head of the choir", where *acting* looks like a verb.
pub(in crate::compare) fn acting<'a>(side: &'a Side, person: &'a Term) -> Option<Office<'a>> {
    let is = |t: &Term| t.key == "act" && t.span.of(side.text) == "acting";
    let mut words = office_words(side.claim);
    let found = !words.is_empty() && side.claim.terms_of(TermRole::Predicate).any(is);
    words.insert(0, "acting");
    found.then_some(Office { person, words, event: Event::Holds })
}

/// "The captain of the ferry is Hale".
pub(in crate::compare) fn called<'a>(side: &'a Side) -> Option<Office<'a>> {
    let claim = side.claim;
    let head = claim.terms.first().filter(|t| t.role == TermRole::Subject && office(t))?;
    let mut names = claim.terms_of(TermRole::Predicate);
    let person = names.next().filter(|t| t.is_name() && side.kind_of(t) == NameKind::Person)?;
    let plain = names.next().is_none() && claim.polarity == Polarity::Positive && !claim.past;
    plain.then(|| Office { person, words: vec![head.key.as_str()], event: Event::Holds })
}

/// "Is no longer head of the coastguard", "was not re-elected as mayor", "her term as chair ended".
pub(in crate::compare) fn over<'a>(side: &'a Side) -> Option<Office<'a>> {
    const TERMS: [&str; 4] = ["term", "tenure", "reign", "mandate"];
    let claim = side.claim;
    if claim.title.is_some() || claim.modality != Modality::Fact {
        return None;
    }
    let words = office_words(claim);
    let lost = match claim.polarity {
        Polarity::Negative => {
            verb(claim) == Some("re-elect") || verb(claim).is_none() && side.has_word(&["longer"])
        }
        Polarity::Positive => {
            claim.aspect == Some(Aspect::Stop)
                && claim.terms_of(TermRole::Subject).any(|t| TERMS.contains(&t.key.as_str()))
                && !words.is_empty()
        }
    };
    let holder = claim
        .terms
        .iter()
        .find(|t| matches!(t.role, TermRole::Subject | TermRole::Modifier) && person(side, t))?;
    lost.then_some(Office { person: holder, words, event: Event::Ends })
}

/// Whether the one office is the other with a lower rank: deputy head, head.
pub(in crate::compare) fn lower(theirs: &[&str], ours: &[&str]) -> bool {
    let ranked = |words: &[&str]| words.iter().any(|w| RuleWord::Rank.has(w) && !RuleWord::StandsIn.has(w));
    let rest: Vec<&str> = theirs.iter().copied().filter(|w| !RuleWord::Rank.has(w)).collect();
    ranked(theirs) && !ours.iter().any(|w| RuleWord::Rank.has(w)) && same_office(&rest, ours)
}

/// Whether both are the one office of its kind that a body has: "runs the firm", its chief executive; two captains.
pub(in crate::compare) fn sole(ours: &[&str], theirs: &[&str]) -> bool {
    let heads = |words: &[&str]| words.is_empty() || top(words);
    match (ours.last(), theirs.last()) {
        (Some(a), Some(_)) => RuleWord::Sole.has(a) && same_office(ours, theirs),
        _ => !ours.contains(&ANY) && !theirs.contains(&ANY) && heads(ours) && heads(theirs),
    }
}

/// Whether an office is that of who runs a body: its president, its chief constable, its director, but not its finance director.
pub(in crate::compare) fn top(words: &[&str]) -> bool {
    words.last().is_some_and(|w| RuleWord::TopOffice.has(w))
        || words.len() < 3 && RuleWord::TopPost.has(&words.join(" "))
}

/// Whether these words make an office that somebody else has for good.
pub(in crate::compare) fn provisional(words: &[&str]) -> bool {
    words.iter().any(|w| RuleWord::StandsIn.has(w))
}

/// Whether the one office is the other, held for the time being only.
pub(in crate::compare) fn stands_in_for(ours: &[&str], theirs: &[&str]) -> bool {
    let rest: Vec<&str> = ours.iter().copied().filter(|w| !RuleWord::StandsIn.has(w)).collect();
    provisional(ours) && !provisional(theirs) && same_office(&rest, theirs)
}

/// Whether the two are one office of different portfolios: finance minister, defence minister.
pub(in crate::compare) fn other_portfolio(ours: &[&str], theirs: &[&str]) -> bool {
    let (Some((head, ours)), Some((other, theirs))) = (ours.split_last(), theirs.split_last()) else {
        return false;
    };
    let held = |words: &[&str]| !words.is_empty() && words.iter().any(|w| RuleWord::Portfolio.has(w));
    let rank = |words: &[&str]| words.iter().any(|w| RuleWord::Rank.has(w));
    head == other
        && matches!(*head, "minister" | "secretary" | "commissioner")
        && held(ours)
        && held(theirs)
        && rank(ours) == rank(theirs)
        && !ours.iter().any(|w| RuleWord::Portfolio.has(w) && theirs.contains(w))
}

/// "Serving", "sitting": said of who still has the office.
pub(in crate::compare) fn serving(words: &[&str]) -> bool {
    words.iter().any(|w| RuleWord::Serving.has(w))
}

/// Whether one serves in the office and the other is retired from it.
pub(in crate::compare) fn retired_or_serving(ours: &[&str], theirs: &[&str]) -> bool {
    ours.last() == theirs.last() && (serving(ours) && retired(theirs) || retired(ours) && serving(theirs))
}

/// "A retired judge": who no longer has the office.
pub(in crate::compare) fn retired(words: &[&str]) -> bool {
    words.contains(&"retired")
}

/// The words of an office that a claim says nobody has: "the post of principal is vacant", "is without a director".
pub(in crate::compare) fn vacant<'a>(side: &Side<'a>) -> Option<Vec<&'a str>> {
    let claim = side.claim;
    if claim.past || claim.title.is_some() || claim.aspect == Some(Aspect::Change) || !claim.asserted() {
        return None;
    }
    let is = |role: TermRole, words: &[&str]| {
        claim.terms.iter().any(|t| t.role == role && words.contains(&t.key.as_str()))
    };
    let unfilled =
        claim.polarity == Polarity::Positive && is(TermRole::Predicate, &["vacant", "unfill", "unfilled"]);
    let without = claim.polarity == Polarity::Negative
        && verb(claim).is_none_or(|v| v == "have")
        && side.has_word(&["without", "no"])
        || verb(claim) == Some("lack");
    let role = |t: &&'a Term| match t.role {
        TermRole::Subject => unfilled,
        TermRole::Object | TermRole::Modifier => without,
        _ => false,
    };
    let named = |t: &&'a Term| role(t) && office(t);
    match claim.terms.iter().rfind(named) {
        Some(head) => Some(vec![head.key.as_str()]),
        // "The top post at Keel".
        None if unfilled && is(TermRole::Subject, &["top"]) => Some(vec![ANY]),
        None => None,
    }
}

/// Whether all that a clause names besides persons and offices is met: the body that the office is of.
pub(in crate::compare) fn body_met(pair: &Pair) -> bool {
    let (side, meeting) = (pair.claim, &pair.alignment.ours);
    let terms = &side.claim.terms;
    // "The harbour police", "Lunden Harbour Police"
    let of_name = |i: usize| {
        let next = terms.get(i + 1).filter(|next| next.span.start == terms[i].span.end + 1);
        let has = |name: &Term| name.key.split(' ').any(|word| word == terms[i].key);
        next.is_some_and(|next| {
            pair.statement.claim.terms.iter().any(|t| t.is_name() && has(t) && meet(next, t).is_some())
        })
    };
    let met = |i: usize| meeting.direct.same.has(i) || meeting.around.same.has(i) || of_name(i);
    let apart = |t: &Term| {
        office(t)
            || RuleWord::Job.has(&t.key)
            || RuleWord::Rank.has(&t.key)
            || t.is_name() && (t.role == TermRole::Subject && person(side, t) || of_person(side, t))
            || !t.is_name() && t.kind != TermKind::Noun
    };
    let mut rest = terms.iter().enumerate().filter(|(_, t)| !apart(t)).peekable();
    rest.peek().is_some() && rest.all(|(i, _)| met(i))
}

fn of_person(side: &Side, term: &Term) -> bool {
    side.kind_of(term) == NameKind::Person
}

/// Who a statement says takes up an office of these words.
pub(in crate::compare) fn taker<'a>(side: &'a Side, words: &[&str]) -> Option<Office<'a>> {
    let of = |theirs: &[&str]| match words {
        [ANY] => theirs.last().is_some_and(|w| RuleWord::TopOffice.has(w)),
        _ => same_office(words, theirs),
    };
    offices(side).into_iter().find(|o| o.event == Event::Begins && of(&o.words) && !provisional(&o.words))
}
