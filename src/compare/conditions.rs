//! What several rules ask of a pair: one matter, one event, one time, one mood.

use crate::claim::{Claim, Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::measure::same;
use crate::compare::moods::told_mood;
use crate::compare::pair::behind;
use crate::compare::rule::Outcome;
use crate::compare::rule_words::RuleWord;
use crate::compare::{Differing, Link, Match, Meeting, Met, Pair, Side, meet};
use crate::quantity::{Agreement, Dimension, Quantity, compatible};
use std::borrow::Cow;

/// The first of several ways to see a pair that finds all it asks, else the first that finds a difference.
pub(super) fn plainest(pair: &Pair, ways: &[fn(&Pair) -> Option<Outcome>]) -> Option<Outcome> {
    let mut loose = None;
    for way in ways {
        match way(pair) {
            Some(outcome) if outcome.plain => return Some(outcome),
            outcome => loose = loose.or(outcome),
        }
    }
    loose
}

/// What every rule on the substance of a claim asks first: one matter, one time, one mood.
pub(super) fn comparable(pair: &Pair, claim_cover: f32, statement_cover: f32) -> bool {
    one_matter(pair, claim_cover, statement_cover) && !pair.other_days() && moods_compare(pair)
}

/// One matter, at whatever time.
pub(super) fn one_matter(pair: &Pair, claim_cover: f32, statement_cover: f32) -> bool {
    let alignment = pair.alignment;
    /// What meets must be more than one common word.
    const LEAST_SHARED: f32 = 1.25;
    // Where all of the statement's clause is met, its other clauses may say what it is about.
    let whole = alignment.statement_cover >= 0.8
        && alignment.shared_wide >= LEAST_SHARED
        && !pair.statement.claim.subordinate;
    !alignment.other_name
        && (alignment.shared_weight >= LEAST_SHARED || whole)
        && alignment.claim_cover_wide >= claim_cover
        && alignment.statement_cover_wide >= statement_cover
        && pair.subject_met()
}

/// The same done by the same to the same, at whatever time.
pub(super) fn one_event(pair: &Pair, claim_cover: f32, statement_cover: f32) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let acts = |link: &Link| {
        same_sense(link.how)
            && ours[link.claim].role == TermRole::Predicate
            && theirs[link.statement].role == TermRole::Predicate
    };
    one_matter(pair, claim_cover, statement_cover)
        && pair.alignment.links.iter().any(acts)
        && pair.same_parts()
        && !pair.other_thing()
        && !other_in_row(pair)
}

/// "The first phase", "the second phase"; "another phase".
pub(super) fn other_in_row(pair: &Pair) -> bool {
    *pair.asked.other_in_row.get_or_init(|| in_another_place(pair))
}

fn in_another_place(pair: &Pair) -> bool {
    let place = |side: &Side| {
        let ordinal = side.quantities().find(|q| q.dimension == Dimension::Ordinal)?;
        Some((ordinal.value, ordinal.of.as_ref()?.head.clone()))
    };
    let (ours, theirs) = (place(pair.claim), place(pair.statement));
    ours.zip(theirs).is_some_and(|((a, of), (b, their_of))| of == their_of && a != b)
        || another(pair)
        || other_number(pair)
}

/// "Kiln 1", "Kiln 2".
fn other_number(pair: &Pair) -> bool {
    let number = |side: &Side, term: &Term| -> Option<u32> {
        let behind = side.text.get(term.span.end..)?.strip_prefix(' ')?;
        let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
        let mut next = behind[end..].chars();
        let goes_on = match next.next() {
            Some('.' | ',') => next.next().is_some_and(|c| c.is_ascii_digit()),
            next => matches!(next, Some('%' | ':' | '-')),
        };
        behind[..end].parse().ok().filter(|_| end <= 2 && !goes_on)
    };
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    pair.alignment.links.iter().any(|l| {
        let (a, b) = (&ours[l.claim], &theirs[l.statement]);
        a.kind == TermKind::Noun
            && same_sense(l.how)
            && number(pair.claim, a)
                .zip(number(pair.statement, b))
                .is_some_and(|(our_number, their_number)| our_number != their_number)
    })
}

/// Share of the claim's matter that the statement speaks of, leaving out words on either side that the rule compares
/// itself, and words of beginning, end and change; `None` where a name is not met, or nothing is met directly.
pub(super) fn matter(
    pair: &Pair,
    ours: impl Fn(usize) -> bool,
    theirs: impl Fn(usize) -> bool,
) -> Option<f32> {
    if pair.alignment.other_name {
        return None;
    }
    let terms = &pair.claim.claim.terms;
    let linked = |i: usize| {
        pair.alignment
            .links
            .iter()
            .any(|l| l.claim == i && speaks_of(&terms[i], l.how) && !theirs(l.statement))
    };
    let around = pair.alignment.ours.around.same;
    // "19,000 passengers" has no term of its own.
    let counted = |term: &Term| {
        let is = |q: &Quantity| q.of.as_ref().is_some_and(|of| of.head == term.key);
        term.kind == TermKind::Noun && pair.statement.quantities().any(is)
    };
    let (mut met, mut total, mut direct) = (0.0, 0.0, false);
    for (i, term) in terms.iter().enumerate().filter(|(i, _)| !ours(*i)) {
        let name = term.is_name();
        let weight = match term.kind {
            _ if term.role == TermRole::Aside => 0.0,
            TermKind::Entity(_) | TermKind::Name => 1.3,
            TermKind::Adverb => 0.0,
            TermKind::Adjective => 0.5,
            _ if term.entry.classes().aspect().is_some() => 0.0,
            _ => 1.0,
        };
        let own = linked(i);
        direct |= own && weight > 0.0;
        if own || around.has(i) || counted(term) {
            met += weight;
        } else if name && term.role != TermRole::Aside {
            return None;
        }
        total += weight;
    }
    (direct && total > 0.0 && !pair.other_thing_but(&ours, &theirs)).then_some(met / total)
}

/// A plan on record says nothing of a fact; a later fact speaks to a plan.
pub(super) fn moods_compare(pair: &Pair) -> bool {
    let (ours, theirs) = (pair.claim.claim.modality, told_mood(pair.statement));
    // "Agreed to pay 17 million" tells of what was settled.
    let settled = |term: &Term| term.role == TermRole::Modifier && term.key == "agree";
    ours.answered_by(theirs)
        || ours == Modality::Fact && theirs.to_come() && pair.statement.claim.terms.iter().any(settled)
}

/// What is still to be done on one side and done or not done on the other: the one says nothing against the other.
pub(super) fn due_and_done(pair: &Pair) -> bool {
    let (ours, theirs) = (pair.claim.claim.modality, told_mood(pair.statement));
    (ours == Modality::Necessary) != (theirs == Modality::Necessary) && !(ours.to_come() || theirs.to_come())
}

/// "Refused an earlier offer", "accepted the offer"; "a third fine", "the fine": a word before a noun that meets makes it
/// another, on one side only.
pub(super) fn another(pair: &Pair) -> bool {
    let set_apart = |side: &Side, term: &Term| {
        let mut before = side.text[..term.span.start].trim_end().rsplit(' ');
        let word = before.next().unwrap_or_default();
        let small = !word.contains(|c: char| !c.is_ascii_lowercase());
        let word = if small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        let ordinal = |term: &Term, word: &str| {
            let stands = |q: &Quantity| {
                q.span.end < term.span.start && q.span.of(side.text).eq_ignore_ascii_case(word)
            };
            side.quantities().any(|q| q.dimension == Dimension::Ordinal && stands(q))
        };
        // "Has a choir of its own".
        let own = ["of its own", "of their own", "of her own", "of his own"];
        let behind = side.text[term.span.end..].trim_start();
        RuleWord::SetsApart.has(&word)
            || behind.starts_with("of ") && own.iter().any(|own| behind.starts_with(own))
            || term.role == TermRole::Subject
                && matches!(before.next(), Some("a" | "A"))
                && ordinal(term, &word)
    };
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    pair.alignment
        .links
        .iter()
        .filter(|l| ours[l.claim].kind == TermKind::Noun)
        .any(|l| set_apart(pair.claim, &ours[l.claim]) != set_apart(pair.statement, &theirs[l.statement]))
        || of_a_part(pair.claim, &pair.alignment.ours)
        || of_a_part(pair.statement, &pair.alignment.theirs)
}

/// "Keel's railway division lost 4 million": of Keel as a whole, no more is said.
fn of_a_part(side: &Side, meeting: &Meeting) -> bool {
    meeting.any_unmet(side, |t| t.role == TermRole::Subject && RuleWord::Part.has(&t.key))
}

/// The statement tells of what the claim is about in another clause, and of something else in this one: "the museum
/// accepts the pass", "it gets you into the museum, but the castle will not accept it".
pub(super) fn of_another(pair: &Pair) -> bool {
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let subject = |t: &Term| {
        t.role == TermRole::Subject
            && !matches!(t.kind, TermKind::Adjective | TermKind::Adverb | TermKind::Verb)
    };
    let (our, their) = (pair.alignment.ours.linked.at_all, pair.alignment.theirs.linked.at_all);
    let own = pair.statement.claim.span;
    let others = |(j, t): (usize, &Term)| subject(t) && own.contains(t.span) && !their.has(j);
    let mut subjects = ours.iter().enumerate().filter(|(_, t)| subject(t)).peekable();
    // Who admits that the staff did it may have done it too.
    pair.statement.claim.report.is_none()
        && subjects.peek().is_some()
        && subjects.all(|(i, t)| {
            let told_of = |b: &Term| !owns(pair.statement, b) && meet(t, b) == Some(Match::Same);
            !our.has(i) && pair.statement.background.iter().any(told_of)
        })
        && !theirs.iter().enumerate().any(|(j, t)| subject(t) && their.has(j))
        && theirs.iter().enumerate().any(others)
}

/// "The **club's** colours": whose they are is not what a clause tells of.
fn owns(side: &Side, term: &Term) -> bool {
    let behind = side.text.get(term.span.end..).unwrap_or_default();
    behind.starts_with("'s") || behind.starts_with('’') || term.span.of(side.text).ends_with("'s")
}

/// "Was arrested": the statement tells of that, too, in another clause, and of what came after it ("was released the same evening").
pub(super) fn told_beside(pair: &Pair, verb: &Term) -> bool {
    let acts = |term: &Term| term.kind == TermKind::Verb && term.role == TermRole::Predicate;
    let claims = &pair.statement.analysis.claims;
    let (claim, own) = (pair.claim.claim, pair.statement.claim);
    let one = |term: &Term| {
        term.key == verb.key || term.entry.synonym_of(verb.entry) && !term.entry.opposite_of(verb.entry)
    };
    let tells = |other: &Claim| {
        !std::ptr::eq(other, own)
            && other.polarity == claim.polarity
            && other.terms.iter().any(|term| acts(term) && one(term))
    };
    // "Has closed" says that it is closed; "has praised it" only that it was done.
    let lasts = || RuleWord::Undoes.has(&verb.key) || verb.entry.classes().aspect().is_some();
    let done = claim.past || claim.perfect && !lasts();
    done && acts(verb) && claims.iter().any(tells)
}

/// "Guilty of theft", "cleared of fraud": what the one is said of, by *of*, is not what the other is.
pub(super) fn of_another_charge(pair: &Pair) -> bool {
    let of = |side: &Side, linked: Met| {
        let charge = |(i, term): (usize, &Term)| {
            let before = side.text[..term.span.start].trim_end();
            before.ends_with(" of") && term.span.start > side.claim.span.start && !linked.at_all.has(i)
        };
        // "Found guilty of", where what it is of is a clause of its own.
        let clause = || side.text[side.claim.span.end..].starts_with(" of ") || side.words().ends_with(" of");
        side.claim.terms.iter().enumerate().any(charge) || clause()
    };
    of(pair.claim, pair.alignment.ours.linked) && of(pair.statement, pair.alignment.theirs.linked)
}

/// A past event cannot be overtaken: what is dated later speaks of something else, and what is much older too.
pub(super) fn past_event_elsewhere(pair: &Pair) -> bool {
    const NEAR_DAYS: i64 = 45;
    if !pair.claim.claim.past || pair.claim.own_days().is_some() {
        return false;
    }
    let (Some(said), Some(from), Some(to)) =
        (pair.claim.said.to, pair.statement.said.from, pair.statement.said.to)
    else {
        return false;
    };
    (from > said || i64::from((said - to).get_days()) > NEAR_DAYS) && !pair.recalled()
}

/// "Has never closed", "has yet to close": it is to close one day.
pub(super) fn still_to_come(pair: &Pair) -> bool {
    let (claim, statement) = (pair.claim.claim, pair.statement.claim);
    let due = || pair.statement.own_days().is_some_and(|days| days.is_before(pair.claim.said));
    // "Agreed to pay": so it did.
    let settled = || statement.terms.iter().any(|t| t.key == "agree");
    let so_far = || claim.perfect || pair.claim.has_word(&["yet"]);
    let denies = claim.polarity == Polarity::Negative && so_far();
    denies && statement.modality.to_come() && !due() && !settled()
}

/// What happened before a plan was told does not speak against the plan.
pub(super) fn planned_since(pair: &Pair) -> bool {
    pair.claim.claim.modality.to_come()
        && pair.statement.claim.modality == Modality::Fact
        && pair.statement.claim.past
        && pair.statement.said.to < pair.claim.said.from
}

/// Whether every quantity of the claim that has a counterpart agrees with it; `None` where none has.
pub(super) fn quantities_agree(pair: &Pair) -> Option<bool> {
    let mut met = None;
    for ours in pair.claim.quantities() {
        let verdicts: Vec<bool> =
            pair.statement.quantities().filter_map(|theirs| same::compare(pair, ours, theirs)).collect();
        if !verdicts.is_empty() {
            met = Some(met.unwrap_or(true) && verdicts.contains(&true));
        }
    }
    met
}

/// Whether one amount stands on both sides, whatever it is said of.
pub(super) fn one_amount(pair: &Pair) -> bool {
    pair.claim.quantities().any(|ours| {
        ours.dimension != Dimension::Ordinal
            && pair.statement.quantities().any(|theirs| {
                matches!(compatible(ours, theirs), Some(Agreement::Same | Agreement::WithinTolerance))
            })
    })
}

/// Whether one speaker says both; `None` where a speaker is not known.
pub(super) fn one_speaker(pair: &Pair) -> Option<bool> {
    let (ours, theirs) = (pair.claim.holder()?, pair.statement.holder()?);
    Some(meet(ours, theirs).is_some())
}

/// Whether a claim denies nothing.
pub(super) fn positive(side: &Side) -> bool {
    side.claim.polarity == Polarity::Positive
}

/// The spans of a link, as differing words.
pub(super) fn differing(pair: &Pair, link: Link, kind: &'static str) -> Vec<Differing> {
    vec![Differing {
        claim: pair.claim.claim.terms[link.claim].span,
        statement: pair.statement.claim.terms[link.statement].span,
        kind,
    }]
}

/// How well a pair's covers speak for one matter, 0 to 1.
pub(super) fn closeness(pair: &Pair) -> f32 {
    (pair.alignment.claim_cover_wide + pair.alignment.statement_cover_wide) / 2.0
}

/// "At the harbour", "at the canal": each side says where by a word that the other does not have, behind one preposition.
pub(super) fn other_place(pair: &Pair) -> bool {
    const WHERE: [&str; 3] = ["in", "at", "near"];
    let links = &pair.alignment.links;
    let met = |link: &Link| link.how >= Match::Family;
    let ours =
        |i: usize| links.iter().any(|l| l.claim == i && met(l)) || pair.alignment.ours.around.at_all.has(i);
    let theirs = |j: usize| {
        links.iter().any(|l| l.statement == j && met(l)) || pair.alignment.theirs.around.at_all.has(j)
    };
    let place = |side: &Side, term: &Term| {
        let thing = term.is_name() || term.kind == TermKind::Noun;
        let word = behind(side, term).filter(|_| thing && term.role != TermRole::Aside)?;
        WHERE.iter().position(|w| *w == word)
    };
    let (claim, statement) = (pair.claim, pair.statement);
    claim.claim.terms.iter().enumerate().filter(|(i, _)| !ours(*i)).any(|(_, t)| {
        let Some(at) = place(claim, t) else { return false };
        let mut others = statement.claim.terms.iter().enumerate().filter(|(j, _)| !theirs(*j));
        others.any(|(_, other)| place(statement, other) == Some(at))
    })
}

/// What was asked for or expected on one side only is not what came.
pub(super) fn asked(pair: &Pair) -> bool {
    let asks = |side: &Side| side.claim.terms_of(TermRole::Predicate).any(|t| RuleWord::Asks.has(&t.key));
    asks(pair.claim) != asks(pair.statement)
}

/// A link of two that say the same.
pub(super) fn same_sense(how: Match) -> bool {
    how.same_sense()
}

/// Whether a term that meets so is spoken of: a thing is by a general word for it, what happens is not.
fn speaks_of(term: &Term, how: Match) -> bool {
    same_sense(how) || how == Match::Hypernym && term.kind == TermKind::Noun
}

/// "Keel also has nine ships in Ostrel": those are others.
pub(super) fn besides(pair: &Pair) -> bool {
    pair.claim.has_word(&["also"]) && pair.alignment.ours.any_unmet(pair.claim, Term::is_name)
}

/// "In York nobody has been charged", "22 mills in York": who was charged elsewhere, and all mills, say nothing of it.
pub(super) fn elsewhere(pair: &Pair) -> bool {
    pair.alignment.ours.any_unmet(pair.claim, |t| t.is_name() && t.role == TermRole::Modifier)
}

/// "Has never been as low", "no singer has ever been paid more": what is denied is a degree, not that it happened.
pub(super) fn denies_degree(side: &Side) -> bool {
    side.claim.polarity == Polarity::Negative
        && side.has_word(&["never", "ever"])
        && (side.content.course.is_some() || side.has_word(&["as", "more", "less", "fewer"]))
}
