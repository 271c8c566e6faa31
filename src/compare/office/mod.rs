//! Who has to do with which office: what a clause tells of taking one, leaving one, having one.

pub(in crate::compare) mod beside;
pub(in crate::compare) mod posts;
pub(in crate::compare) mod tenure;

use crate::claim::{Claim, NameKind, Polarity, Term, TermKind, TermRole};
use crate::compare::Side;
use crate::compare::pair::behind;
use crate::compare::rule_words::RuleWord;
use crate::english::{self, Aspect};

/// Stands for the name of an office that the text leaves out.
pub(in crate::compare) const ANY: &str = "";
#[derive(Clone, Copy, PartialEq)]
pub(in crate::compare) enum Event {
    Begins,
    Ends,
    /// Ends with its holder.
    Dies,
    Holds,
}

/// Who has to do with which office, and how.
pub(in crate::compare) struct Office<'a> {
    pub person: &'a Term,
    pub words: Vec<&'a str>,
    pub event: Event,
}

/// The office that a claim gives a person: a title, or "X is the mayor".
pub(in crate::compare) fn held<'a>(side: &'a Side) -> Option<Office<'a>> {
    let claim = side.claim;
    if let Some(office) = posts::under(side).or_else(|| posts::called(side)) {
        return Some(office);
    }
    let person = claim.terms.iter().find(|t| t.role == TermRole::Subject && person(side, t))?;
    if let Some(index) = claim.title {
        let title = &side.analysis.titles[index];
        if title.former {
            return None;
        }
        return Some(Office {
            person,
            words: title.words.iter().map(|w| w.as_str()).collect(),
            event: Event::Holds,
        });
    }
    let verb = claim.terms.iter().find(|t| {
        t.role == TermRole::Predicate && RuleWord::HeadsBody.has(&t.key) && t.kind == TermKind::Verb
    });
    let object = |t: &&Term| t.role == TermRole::Object;
    let leads = claim
        .terms
        .iter()
        .filter(object)
        .any(|t| t.kind == TermKind::Noun || side.kind_of(t) == NameKind::Body);
    if let Some(verb) = verb
        && !claim.passive
    {
        // "Chairs the board" names the office; "runs the firm" only who is at the top.
        // Which board it is may be left to the context.
        let whole = !side.text[verb.span.end..claim.span.end.max(verb.span.end)].trim().is_empty();
        if verb.entry.classes().office() && whole {
            return Some(Office { person, words: vec![verb.key.as_str()], event: Event::Holds });
        }
        if leads {
            return Some(Office { person, words: Vec::new(), event: Event::Holds });
        }
    }
    let job_alone = |t: &Term| t.role == TermRole::Subject || RuleWord::Job.has(&t.key);
    if !claim.terms.iter().all(job_alone)
        && let Some(office) = posts::in_charge(side, person)
            .or_else(|| posts::kept(side, person))
            .or_else(|| posts::acting(side, person))
    {
        return Some(office);
    }
    // "Has been in the post for two years", "was in charge".
    let job = |t: &Term| t.role == TermRole::Modifier && RuleWord::Job.has(&t.key);
    let verb = claim.terms_of(TermRole::Predicate).next().is_some();
    if !verb
        && claim.terms.iter().any(job)
        && claim.terms.iter().all(|t| t.role == TermRole::Subject || job(t))
    {
        return Some(Office { person, words: vec![ANY], event: Event::Holds });
    }
    let complement = claim.terms.iter().any(|t| t.role == TermRole::Predicate && is_office(t));
    let words = office_words(claim);
    (complement && !words.is_empty()).then_some(Office { person, words, event: Event::Holds })
}

fn is_office(term: &Term) -> bool {
    term.kind == TermKind::Noun && term.entry.classes().office()
}

pub(in crate::compare) fn person(side: &Side, term: &Term) -> bool {
    term.is_name() && matches!(side.kind_of(term), NameKind::Person | NameKind::Unknown)
}

/// The office noun of a clause with the nouns and adjectives right before it.
pub(in crate::compare) fn office_words(claim: &Claim) -> Vec<&str> {
    let Some(head) = claim.terms.iter().rposition(is_office) else { return Vec::new() };
    let mut first = head;
    while first > 0 {
        let (before, next) = (&claim.terms[first - 1], &claim.terms[first]);
        let joined = next.span.start.saturating_sub(before.span.end) <= 1
            && matches!(before.kind, TermKind::Noun | TermKind::Adjective)
            && before.role == next.role;
        if !joined {
            break;
        }
        first -= 1;
    }
    claim.terms[first..=head].iter().map(|t| t.key.as_str()).collect()
}

/// What a statement tells of offices.
pub(in crate::compare) fn offices<'a>(side: &'a Side) -> Vec<Office<'a>> {
    if side.content.of_no_office { Vec::new() } else { read(side) }
}

/// Whether a statement tells of no office.
pub(in crate::compare) fn tells_of_none(side: &Side) -> bool {
    read(side).is_empty()
}

fn read<'a>(side: &'a Side) -> Vec<Office<'a>> {
    let claim = side.claim;
    if let Some(office) = posts::over(side) {
        return vec![office];
    }
    if claim.polarity == Polarity::Negative || !claim.asserted() && !posts::attained(side) {
        return Vec::new();
    }
    if let Some(index) = claim.title {
        let title = &side.analysis.titles[index];
        let words = title.words.iter().map(|w| w.as_str()).collect();
        return match claim.terms.first() {
            Some(person) => {
                vec![Office { person, words, event: if title.former { Event::Ends } else { Event::Holds } }]
            }
            _ => Vec::new(),
        };
    }
    if posts::aside(side) {
        return Vec::new();
    }
    let words = posts::portfolio(claim).unwrap_or_else(|| office_words(claim));
    if let Some(person) = posts::succeeded(side) {
        return vec![Office { person, words, event: Event::Ends }];
    }
    let verb = claim
        .terms
        .iter()
        .find(|t| t.role == TermRole::Predicate && t.kind == TermKind::Verb)
        .map(|t| t.key.as_str());
    if posts::won(side) {
        let winner = claim.terms.iter().find(|t| t.role == TermRole::Subject && person(side, t));
        return winner.map(|person| Office { person, words, event: Event::Begins }).into_iter().collect();
    }
    let lost = posts::lost(side);
    let takes = verb.is_some_and(|v| matches!(v, "assume" | "acquire")) || posts::taken(side);
    let people = |role: &'static [TermRole]| {
        claim.terms.iter().filter(move |t| role.contains(&t.role)).filter(|t| person(side, t))
    };
    let mut found = Vec::new();
    let begins = verb.is_some_and(|v| RuleWord::TakesOffice.has(v)) || takes && !words.is_empty();
    let picked = verb.is_some_and(|v| RuleWord::Picks.has(v)) && !words.is_empty();
    let begins = (begins || picked && side.words().contains(" as ")) && !lost;
    let ends = lost || verb.is_some_and(|v| RuleWord::LeavesOffice.has(v));
    if begins || ends {
        let event = match verb {
            _ if begins => Event::Begins,
            Some("die") => Event::Dies,
            _ => Event::Ends,
        };
        let replaced = verb.is_some_and(|v| RuleWord::Replaces.has(v));
        if replaced && claim.passive {
            // "was replaced as minister by Jill Stone"
            let office = |person, event| Office { person, words: words.clone(), event };
            found.extend(people(&[TermRole::Subject]).next().map(|person| office(person, Event::Ends)));
            found.extend(people(&[TermRole::Modifier]).next().map(|person| office(person, Event::Begins)));
            return found;
        }
        let done_to = verb.is_some_and(|v| RuleWord::DoneToHolder.has(v));
        let holder = people(&[TermRole::Subject])
            .next()
            .filter(|_| !done_to)
            .or_else(|| people(&[TermRole::Object, TermRole::Aside]).next().filter(|_| done_to))
            .or_else(|| people(&[TermRole::Subject]).next().filter(|_| !done_to || claim.passive));
        if let Some(person) = holder {
            found.push(Office { person, words: words.clone(), event });
        }
        if replaced {
            found.extend(people(&[TermRole::Object]).next().map(|person| Office {
                person,
                words: words.clone(),
                event: Event::Ends,
            }));
        } else if lost && !claim.passive {
            // "handed over the chair to Hale"
            let heir = people(&[TermRole::Modifier]).find(|t| behind(side, t) == Some("to"));
            found.extend(heir.map(|person| Office { person, words: words.clone(), event: Event::Begins }));
        } else if begins {
            // "took over from Hale as chief executive"
            found.extend(people(&[TermRole::Modifier]).next().map(|person| Office {
                person,
                words: words.clone(),
                event: Event::Ends,
            }));
        }
    } else if let Some(office) = held(side) {
        let becomes = claim.aspect == Some(Aspect::Change);
        found.push(Office { event: if becomes { Event::Begins } else { office.event }, ..office });
    }
    found
}

/// One office: the same head nouns, and neither side has a modifier that excludes the other's.
pub(in crate::compare) fn same_office(a: &[&str], b: &[&str]) -> bool {
    let (Some(x), Some(y)) = (a.last(), b.last()) else { return false };
    if x != y && !english::synonyms(x, y) && english::root(x) != english::root(y) {
        return false;
    }
    let beyond = |a: &[&str], b: &[&str]| {
        a[..a.len() - 1].iter().any(|w| !b.contains(w) && english::demonym(w).is_none())
    };
    let rank = |words: &[&str]| words.iter().any(|w| RuleWord::Rank.has(w));
    rank(a) == rank(b) && !(beyond(a, b) && beyond(b, a))
}
