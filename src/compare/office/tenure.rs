//! What a comparison of offices asks of those who have them: of which body, since when, from what day on.

use crate::claim::{Modality, NameKind, Polarity, Term, TermKind, TermRole};
use crate::compare::office::person;
use crate::compare::office::posts::won;
use crate::compare::pair::{behind, by_whom};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Pair, Side, meet};
use crate::english;
use crate::text::{Span, Tag};
use crate::time::{Date, TimeKind, TimeMention, elapsed_agrees};

/// "Its conductor since 2011": the time stands in the claim or right behind it.
pub(in crate::compare) fn held_since<'a>(side: &Side<'a>) -> Option<&'a TimeMention> {
    const NEAR_BYTES: usize = 8;
    let near = Span::new(side.claim.span.start, side.claim.span.end + NEAR_BYTES);
    let analysis = side.analysis;
    let mut times = analysis.times_in(near).map(|i| &analysis.times[i]);
    times.find(|t| matches!(t.kind, TimeKind::Since) && !t.ambiguous)
}

/// "Was elected in June": who is chosen may take office later.
pub(in crate::compare) fn chosen(side: &Side) -> bool {
    let chooses = |t: &Term| RuleWord::DoneToHolder.has(&t.key) && !RuleWord::LeavesOffice.has(&t.key);
    side.claim.terms_of(TermRole::Predicate).any(chooses)
}

/// Whether the one tells of who was picked for an office and the other of who entered on it: that comes later.
pub(in crate::compare) fn other_step(a: &Side, b: &Side) -> bool {
    let is = |side: &Side, class: RuleWord| {
        side.claim.terms_of(TermRole::Predicate).any(|t| t.kind == TermKind::Verb && class.has(&t.key))
    };
    let apart = |a, b| is(a, RuleWord::Picks) && is(b, RuleWord::Enters);
    apart(a, b) || apart(b, a)
}

/// The length of time that the claim gives, where an office held since a named time does not fit it.
pub(in crate::compare) fn elapsed_wrong(pair: &Pair, began: Option<&TimeMention>, at: Date) -> Option<Span> {
    let since = began?.named;
    let time = pair.claim.times().find(|t| matches!(t.kind, TimeKind::Elapsed { .. }))?;
    let wrong = |day: Option<Date>| elapsed_agrees(day?, at, &time.kind).map(|agrees| !agrees);
    (wrong(since.from)? && wrong(since.to)?).then_some(time.span)
}

/// Whether both offices are said to be of a body or place, and not of one.
pub(in crate::compare) fn other_body(pair: &Pair, our_person: &Term, their_person: &Term) -> bool {
    let named = |side: &Side, person: &Term| -> Vec<Term> {
        let name = |t: &&Term| {
            t.is_name()
                && t.role != TermRole::Aside
                && t.span != person.span
                && side.kind_of(t) != NameKind::Person
        };
        side.claim.terms.iter().filter(name).cloned().collect()
    };
    let (ours, theirs) = (named(pair.claim, our_person), named(pair.statement, their_person));
    let met = ours.iter().any(|a| theirs.iter().any(|b| meet(a, b).is_some()));
    !ours.is_empty() && !theirs.is_empty() && !met
}

/// Whether a claim names no body or place that its office could be of.
pub(in crate::compare) fn bodiless(side: &Side) -> bool {
    side.claim.terms.iter().all(|t| !t.is_name() || t.role == TermRole::Subject && person(side, t))
}

/// Whether the claim's sentence speaks of a time.
pub(in crate::compare) fn dated(side: &Side) -> bool {
    !side.analysis.times_in(side.analysis.sentences[side.claim.sentence].span).is_empty()
}

/// Told of the past without a day: the title may be that of the day meant.
pub(in crate::compare) fn long_before(day: Date, at: Date) -> bool {
    const DAYS: i32 = 180;
    (at - day).get_days() > DAYS
}

/// Whether the two offices are of one body or place: "president of Finland" is not "French president".
pub(in crate::compare) fn same_body(pair: &Pair, our_person: &Term, their_person: &Term) -> bool {
    let named = |side: &Side, term: &&Term, person: &Term| {
        term.is_name() && term.span != person.span && side.kind_of(term) != NameKind::Person
    };
    let ours: Vec<&Term> =
        pair.claim.claim.terms.iter().filter(|t| named(pair.claim, t, our_person)).collect();
    let theirs: Vec<&Term> =
        pair.statement.claim.terms.iter().filter(|t| named(pair.statement, t, their_person)).collect();
    // "The harbour police", "Lunden Harbour Police"
    let noun = |t: &&Term| t.kind == TermKind::Noun && t.role != TermRole::Aside;
    let called = |t: &Term| theirs.iter().any(|name| meet(t, name).is_some());
    if ours.is_empty() && pair.claim.claim.terms.iter().filter(noun).any(called) {
        return true;
    }
    let specific = pair.claim.claim.terms.iter().filter(|t| t.role == TermRole::Predicate).count() > 1;
    if ours.is_empty() && specific {
        return true;
    }
    let ours = if ours.is_empty() { pair.claim.background.iter().collect() } else { ours };
    if theirs.is_empty() {
        return ours.iter().any(|a| {
            pair.statement
                .background
                .iter()
                .any(|b| matches!(b.kind, TermKind::Entity(_)) && meet(a, b).is_some())
        });
    }
    theirs.iter().any(|b| ours.iter().any(|a| meet(a, b).is_some()))
}

pub(in crate::compare) fn known(person: &Term) -> bool {
    matches!(person.kind, TermKind::Entity(_)) || person.key.contains(' ')
}

/// The day from which a statement speaks: that which a plan names, or an appointment "from 1 September", else its own.
pub(in crate::compare) fn effective(statement: &Side) -> Option<Date> {
    let planned = statement.claim.modality.to_come();
    let named = statement.own_days().filter(|_| planned);
    let later = || {
        let times = statement.times().filter(|time| !time.ambiguous).map(|time| time.named);
        times.filter(|named| named.from > statement.said.to && named.days().is_some()).last()
    };
    // "Won the election for mayor. She takes office on 1 May."
    let enters = || {
        let times = statement.analysis.times.iter().filter(|time| !time.ambiguous).map(|time| time.named);
        let mut coming = times.filter(|named| named.from > statement.said.to && named.days().is_some());
        coming.next_back()
    };
    named.or_else(later).or_else(|| won(statement).then(enters).flatten()).unwrap_or(statement.said).from
}

/// "An auditor": what somebody is by profession.
pub(in crate::compare) fn indefinite(side: &Side) -> bool {
    let Some(title) = side.claim.title.map(|i| &side.analysis.titles[i]) else { return false };
    let article = |word: &str| matches!(word, "a" | "an");
    title.span.of(side.text).split(' ').any(article) || article(side.word_before(title.span))
}

/// "The **farmers'** spokesman": whether who has the office is met, where the claim names it by a noun.
pub(in crate::compare) fn owner_met(pair: &Pair) -> bool {
    let side = pair.claim;
    let Some(title) = side.claim.title.map(|i| &side.analysis.titles[i]) else { return true };
    let words = title.span.of(side.text);
    let owner = ["'s ", "’s ", "s' ", "s’ "].iter().find_map(|end| {
        let noun = &words[..words.find(end)? + usize::from(end.starts_with('s'))];
        noun.rsplit(' ').next()
    });
    let Some(owner) = owner.filter(|owner| owner.starts_with(char::is_lowercase)) else { return true };
    let (lemma, _) = english::lemma(&owner.to_lowercase(), Tag::Noun);
    let theirs = pair.statement.claim.terms.iter().chain(pair.statement.background.iter());
    let root = english::root(&lemma);
    theirs
        .into_iter()
        .any(|term| term.key == lemma || term.root == root || term.key.ends_with(lemma.as_str()))
}

/// Whether the text was just speaking of the body that the statement names, and the claim names none.
pub(in crate::compare) fn spoken_of(pair: &Pair, person: &Term) -> bool {
    let bodies = pair.statement.claim.terms.iter().filter(|t| t.is_name() && t.span != person.span);
    let met = |body: &Term| pair.claim.background.iter().any(|b| b.is_name() && meet(b, body).is_some());
    let nouns = pair.claim.claim.terms.iter().filter(|t| t.kind == TermKind::Noun);
    bodiless(pair.claim) && nouns.clone().all(|t| t.entry.classes().office()) && bodies.clone().any(met)
}

/// Who came into an office, and who had it before.
pub(in crate::compare) struct Succession<'a> {
    pub heir: &'a Term,
    pub before: &'a Term,
}

/// "Hale succeeded Orth", "Orth was replaced by Hale", "Hale took over from Orth".
pub(in crate::compare) fn succession<'a>(side: &Side<'a>) -> Option<Succession<'a>> {
    let claim = side.claim;
    if claim.title.is_some() || claim.polarity == Polarity::Negative || claim.modality != Modality::Fact {
        return None;
    }
    let verb = claim.terms_of(TermRole::Predicate).find(|t| t.kind == TermKind::Verb)?;
    let mut people = claim.terms.iter().filter(|t| person(side, t) && t.role != TermRole::Aside);
    let first = people.next()?;
    let replaces = RuleWord::Replaces.has(&verb.key);
    if replaces && claim.passive {
        let heir = people.find(|t| by_whom(side, t))?;
        return Some(Succession { heir, before: first });
    }
    let before = people.find(|t| match replaces {
        true => t.role == TermRole::Object,
        false => verb.key == "acquire" && behind(side, t) == Some("from"),
    })?;
    Some(Succession { heir: first, before })
}
