//! What lasted so long: whether two clauses that each give a length of time give it of one thing or of one tenure.

use crate::claim::{Modality, NameKind, Term, TermKind, TermRole};
use crate::compare::conditions::other_in_row;
use crate::compare::office::{office_words, same_office};
use crate::compare::rule_words::RuleWord;
use crate::compare::state::ended_by;
use crate::compare::{Link, Match, Pair, Side};
use crate::english::Aspect;
use crate::time::TimeMention;

/// "Was put off after two weeks", "began after two weeks": how long it was until then is not how long it lasted.
pub(in crate::compare) fn until_then(side: &Side) -> bool {
    let begins = |t: &Term| {
        let aspect = t.entry.classes().aspect();
        matches!(aspect, Some(Aspect::Start | Aspect::Repeat)) || RuleWord::Later.has(&t.key)
    };
    side.claim.terms_of(TermRole::Predicate).any(begins) && side.times().any(|t| behind_after(side, t))
}

/// Whether nothing tells that the two are of two in a row, or of years far apart.
pub(in crate::compare) fn may_be_one(pair: &Pair) -> bool {
    const DAYS: i32 = 1100;
    let apart = pair.claim.said.to.zip(pair.statement.said.to).map_or(0, |(a, b)| (a - b).get_days());
    !other_in_row(pair) && (apart <= DAYS || pair.claim.own_days().is_some() || pair.recalled())
}

/// The noun for what a clause says lasted so long: "the strike went on for a week", "they called off the strike after a
/// week".
fn lasting(side: &Side, at: usize) -> bool {
    let claim = side.claim;
    let term = &claim.terms[at];
    let acted_on = if claim.passive { TermRole::Subject } else { TermRole::Object };
    let alone = claim.terms_of(TermRole::Object).next().is_none();
    let ends = claim.terms_of(TermRole::Predicate).any(|t| {
        t.entry.classes().aspect() == Some(Aspect::Stop) || ended_by(&term.key).contains(&t.key.as_str())
    });
    let after = || side.times().any(|t| behind_after(side, t));
    term.kind == TermKind::Noun
        && (claim.aspect == Some(Aspect::Continue) && term.role == TermRole::Subject
            || ends && (term.role == acted_on || alone && term.role == TermRole::Subject) && after())
}

/// Whether a length of time is what had gone by when something happened.
fn behind_after(side: &Side, time: &TimeMention) -> bool {
    let before = side.text[..time.span.start].trim_end();
    time.span.of(side.text).starts_with("after") || before.ends_with("after") || before.ends_with("After")
}

/// Whether both say of one thing how long it lasted.
pub(in crate::compare) fn one_thing(pair: &Pair) -> bool {
    const NEAR_DAYS: i32 = 400;
    let apart = pair.claim.said.to.zip(pair.statement.said.to).map_or(0, |(a, b)| (a - b).get_days());
    let near = (0..=NEAR_DAYS).contains(&apart) || pair.recalled();
    let told = pair.claim.claim.modality == Modality::Fact && !pair.alignment.other_name;
    let thing =
        |l: &Link| l.how.same_sense() && lasting(pair.claim, l.claim) && lasting(pair.statement, l.statement);
    near && told && !other_in_row(pair) && pair.alignment.links.iter().any(thing)
}

/// Whether both say of one person how long a post was theirs: "had been in the post for nine years", "retired after nine
/// years as warden".
pub(in crate::compare) fn one_tenure(pair: &Pair) -> bool {
    let held = |side: &Side| {
        let post = |t: &Term| RuleWord::Job.has(&t.key) || t.entry.classes().office();
        let verb = |words: RuleWord| side.claim.terms_of(TermRole::Predicate).any(|t| words.has(&t.key));
        let leaves = || verb(RuleWord::LeavesOffice) && side.times().any(|t| behind_after(side, t));
        leaves() || verb(RuleWord::HeadsBody) || side.claim.terms.iter().any(post)
    };
    let (a, b) = (office_words(pair.claim.claim), office_words(pair.statement.claim));
    let office = a.is_empty() || same_office(&a, &b);
    let person = |l: &Link| {
        let (a, b) = (&pair.claim.claim.terms[l.claim], &pair.statement.claim.terms[l.statement]);
        let subjects = a.role == TermRole::Subject && b.role == TermRole::Subject;
        l.how == Match::Same && subjects && a.is_name() && pair.claim.kind_of(a) == NameKind::Person
    };
    let told = pair.claim.claim.past && pair.statement.claim.past && office;
    told && held(pair.claim) && held(pair.statement) && pair.alignment.links.iter().any(person)
}
