//! What agreement needs besides words that meet: every figure, length of time, course and *all*, *only*, *never* of the
//! claim must be met too. That much is shared proves nothing where what a claim adds is not on record.

use crate::claim::{Modality, Term, TermKind, TermRole};
use crate::compare::conditions::{moods_compare, one_speaker, quantities_agree};
use crate::compare::event::doers;
use crate::compare::firsts;
use crate::compare::measure::length::Length;
use crate::compare::measure::limits;
use crate::compare::measure::same;
use crate::compare::measure::share;
use crate::compare::measure::votes::margin;
use crate::compare::pair::other::other_complement;
use crate::compare::rules::promise::dropping;
use crate::compare::untold::untold;
use crate::compare::{Match, Meeting, Pair, Side};
use crate::english::{self, Quantifier};
use crate::quantity::{Agreement, Bound, Dimension, Measure, Quantity, compatible, implied_apart};
use crate::time::TimeMention;

/// Whether nothing that the claim says goes beyond the statement, as far as figures, times, moods and quantifiers tell.
pub(super) fn proven(pair: &Pair) -> bool {
    let other_voice = pair.claim.claim.report.is_some() && one_speaker(pair) == Some(false);
    !pair.alignment.other_name
        && !other_voice
        && (moods_compare(pair) || carried_out(pair))
        && dropping(pair.statement).is_none()
        && !other_object(pair)
        && !other_holder(pair)
        && figures_met(pair)
        && !pair.other_days()
        && !doers::others(pair)
        && (pair.verbatim() || !other_time(pair))
        && !untold_day(pair)
        && !other_course(pair)
        && !beyond(pair)
        && !other_place(pair)
        && !inverted(pair)
        && !other_record(pair)
        && !share::whole_of_part(pair)
        && !untold(pair)
        && !other_complement(pair)
}

/// Whether the claim's figures stand in the statement, or one that tells much does and the others only add to it. A
/// small count may go unsaid, but not be another.
fn figures_met(pair: &Pair) -> bool {
    let levels = pair.claim.quantities().filter(|q| {
        let told = matches!(q.dimension, Dimension::Ordinal | Dimension::Age | Dimension::Multiple);
        !told && q.measure == Measure::Level
    });
    let all = &pair.statement.analysis.quantities;
    // "Rose 14 percent", "rose 4 percent": another change than that on record.
    let moves = |q: &&Quantity| q.measure != Measure::Level && telling(q);
    let other_change = pair.claim.quantities().filter(moves).any(|ours| {
        let mut theirs = all.iter().filter(|q| moves(q) && q.dimension == ours.dimension).peekable();
        theirs.peek().is_some() && !theirs.any(|theirs| agrees(pair, ours, theirs))
    });
    if other_change {
        return false;
    }
    let mut unmet = false;
    for ours in levels {
        let met = all.iter().any(|theirs| agrees(pair, ours, theirs));
        if met && telling(ours) {
            return true;
        }
        unmet |= !met && (telling(ours) || all.iter().any(|theirs| rivals(ours, theirs)));
    }
    !unmet
}

fn agrees(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    let most = |q: &Quantity| matches!(q.bound, Bound::AtMost | Bound::Below);
    let apart = |a: f64, b: f64| a.min(b) < 0.8 * a.max(b);
    if share::of_the_whole(pair, ours, theirs) {
        return false;
    }
    match compatible(ours, theirs) {
        // "Up to 400 megawatts" is not "up to 1.4 gigawatts".
        Some(Agreement::WithinTolerance) if most(ours) && most(theirs) => {
            !apart(ours.value * ours.factor, theirs.value * theirs.factor)
        }
        Some(Agreement::Same | Agreement::WithinTolerance) => !implied_apart(ours, theirs),
        // "860 a month", "860 on average".
        Some(Agreement::Incomparable) => ours.value == theirs.value && ours.measure == theirs.measure,
        _ => same::compare(pair, ours, theirs) == Some(true) || margin(ours, theirs),
    }
}

/// "Never before had it rained there", where the statement has no *never*.
fn inverted(pair: &Pair) -> bool {
    const NEVER: [&str; 1] = ["never"];
    pair.claim.opens_with(&NEVER) && !pair.statement.opens_with(&NEVER) && !pair.statement.has_word(&NEVER)
}

/// "For the third time", "twice as many": a place in a row, or a multiple, that the statement's sentence does not have.
fn other_place(pair: &Pair) -> bool {
    let placed = |q: &&Quantity| match q.dimension {
        Dimension::Ordinal => q.value >= 2.0 || q.of.as_ref().is_some_and(|of| of.head == "time"),
        Dimension::Multiple => true,
        _ => false,
    };
    let all = &pair.statement.analysis.quantities;
    let met = |ours: &Quantity| {
        all.iter().any(|theirs| ours.dimension == theirs.dimension && ours.value == theirs.value)
    };
    pair.claim.quantities().filter(placed).any(|q| !met(q))
}

/// A figure that is met by chance in few other statements.
pub(super) fn telling(q: &Quantity) -> bool {
    match q.dimension {
        Dimension::Ordinal | Dimension::Age => false,
        Dimension::Count => q.value >= 20.0 || q.value.fract() != 0.0,
        _ => true,
    }
}

/// "The harbour festival is closed", "the harbour bridge is closed": of each, the noun that its subject ends in is unmet.
fn other_holder(pair: &Pair) -> bool {
    let unmet = |side: &Side, meeting: &Meeting| {
        let subject = |t: &Term| t.role == TermRole::Subject;
        let last = side
            .claim
            .terms
            .iter()
            .rposition(subject)
            .filter(|&at| side.claim.terms[at].kind == TermKind::Noun);
        last.is_some_and(|at| meeting.unmet(at))
    };
    unmet(pair.claim, &pair.alignment.ours) && unmet(pair.statement, &pair.alignment.theirs)
}

/// What was planned for a day that has gone by since.
fn carried_out(pair: &Pair) -> bool {
    let planned = pair.statement.claim.modality.to_come();
    let day = pair.statement.own_days().and_then(|days| days.from);
    planned
        && pair.claim.claim.modality == Modality::Fact
        && day.zip(pair.claim.said.to).is_some_and(|(day, said)| day <= said)
}

/// Whether two figures that differ are of one sort.
fn rivals(ours: &Quantity, theirs: &Quantity) -> bool {
    let votes = |q: &Quantity| q.of.as_ref().is_some_and(|of| of.head == "vote");
    let one = |a: &str, b: &str| a == b || english::root(a) == english::root(b) || english::synonyms(a, b);
    match (&ours.dimension, &theirs.dimension) {
        (Dimension::Count, Dimension::Count) => {
            ours.of.as_ref().zip(theirs.of.as_ref()).is_some_and(|(a, b)| one(&a.head, &b.head))
        }
        (Dimension::Count, Dimension::Score) => votes(ours),
        (a, b) => a == b,
    }
}

/// "Joined the choir", "joined the strike": one verb, and of what it is done to nothing meets.
fn other_object(pair: &Pair) -> bool {
    let object = |t: &Term| t.role == TermRole::Object && t.kind == TermKind::Noun;
    pair.predicate().is_some_and(|l| l.how == Match::Same)
        && pair.alignment.ours.all_unmet(pair.claim, object)
        && pair.alignment.theirs.all_unmet(pair.statement, object)
}

/// "The library will open in May": that it has nine rooms says neither that nor when.
fn untold_day(pair: &Pair) -> bool {
    pair.claim.to_come()
        && pair.claim.own_days().is_some()
        && pair.statement.times().next().is_none()
        && pair.predicate().is_none()
}

/// Whether the claim gives a day, an end or a length that the statement contradicts: how many words meet proves nothing then.
fn other_time(pair: &Pair) -> bool {
    let lengths = |side: &Side| -> Vec<Length> { side.times().filter_map(|t| Length::of(&t.kind)).collect() };
    let (ours, theirs) = (lengths(pair.claim), lengths(pair.statement));
    let length = !theirs.is_empty() && ours.iter().any(|a| theirs.iter().all(|b| a.apart(*b)));
    // What the statement gives no length of is not said to have lasted so long.
    let lasts = |t: &TimeMention| {
        let before = pair.claim.text[..t.span.start].trim_end();
        let after = pair.claim.text[t.span.end..].trim_start();
        let own = t.span.of(pair.claim.text);
        let put = |word: &str| own.starts_with(word) || before.ends_with(word);
        Length::of(&t.kind).is_some()
            && ["for", "after", "lasted", "took", "than"].into_iter().any(put)
            && !["after", "before", "later", "earlier"].into_iter().any(|word| after.starts_with(word))
    };
    let ranked = || firsts::not_of_all(pair.claim) && firsts::not_of_all(pair.statement);
    let unmet = theirs.is_empty() && pair.claim.times().any(lasts) && !ranked() && !figure_agreed(pair);
    length || unmet || other_day(pair) || limits::other_end(pair) || limits::outside(pair)
}

/// The same of days: a past event is told within some days.
fn other_day(pair: &Pair) -> bool {
    const TOLD_WITHIN: i64 = 4;
    let Some(ours) = pair.claim.own_days() else { return false };
    let mut theirs = pair.statement.times().filter(|t| !t.when.is_unknown()).peekable();
    let told = pair.claim.claim.past && (pair.statement.claim.past || pair.statement.claim.perfect);
    if theirs.peek().is_none() {
        return told && !ours.overlaps(pair.statement.said.widened(TOLD_WITHIN, TOLD_WITHIN));
    }
    theirs.all(|t| !t.ambiguous && !t.when.overlaps(ours))
}

/// It rose, says the one; it fell, says the other, or nothing of which way: "more visitors than the year before" is more
/// than how many there were.
fn other_course(pair: &Pair) -> bool {
    let Some((span, ours)) = pair.claim.content.course else { return false };
    match pair.statement.content.course {
        Some((_, theirs)) => ours != theirs,
        None => {
            let verb = |t: &Term| t.span == span && t.kind == TermKind::Verb;
            !pair.claim.claim.terms.iter().any(verb) && !figure_agreed(pair)
        }
    }
}

/// Whether a telling figure of the claim is the statement's.
fn figure_agreed(pair: &Pair) -> bool {
    quantities_agree(pair) == Some(true) && pair.claim.quantities().any(telling)
}

/// "The most in its history", of a number that the statement has, but not as a record.
fn other_record(pair: &Pair) -> bool {
    pair.claim.content.most.is_some()
        && pair.statement.content.most.is_none()
        && !pair.statement.has_word(&["record"])
}

/// *All*, *only*, *never* of the claim, of which the statement knows nothing.
fn beyond(pair: &Pair) -> bool {
    let whole = |kind: Quantifier| {
        matches!(
            kind,
            Quantifier::All
                | Quantifier::Only
                | Quantifier::Never
                | Quantifier::Superlative
                | Quantifier::Most
        )
    };
    let theirs = || pair.statement.analysis.claims.iter().flat_map(|c| &c.quantifiers);
    !figure_agreed(pair)
        && pair.claim.claim.quantifiers.iter().any(|q| whole(q.kind) && !theirs().any(|t| t.kind == q.kind))
}

#[cfg(test)]
mod tests {
    use crate::compare::compare_pair;

    fn relation(claim: &str, statement: &str) -> &'static str {
        compare_pair(claim, statement, None, None).relation
    }

    #[test]
    fn what_is_met_in_all_it_says_is_agreed() {
        for (claim, statement) in [
            (
                "The Orme hatchery released 62,000 salmon in May.",
                "The Orme hatchery released 62,000 salmon in May.",
            ),
            ("The choir sold more than 300 tickets.", "The choir sold 312 tickets."),
            ("All shops in Salem close on Sundays.", "All shops in Salem close on Sundays."),
            ("The strike at Corvo lasted nine weeks.", "The strike at Corvo lasted nine weeks."),
            ("Too few pupils at Selm learn to swim.", "Too few pupils at Selm learn to swim."),
            ("The kiosk at Selm still sells maps.", "The kiosk at Selm sells maps."),
            ("The pass is valid on buses.", "The pass is valid on buses but not on trams."),
            (
                "Parliament passed the fishing bill by three votes.",
                "Parliament passed the fishing bill by 47 votes to 44.",
            ),
        ] {
            assert_eq!(relation(claim, statement), "agrees", "{claim} {statement}");
        }
    }

    #[test]
    fn what_goes_beyond_is_not_agreed() {
        for (claim, statement) in [
            ("The Orme hatchery released 62,000 salmon in May.", "The Orme hatchery released salmon in May."),
            ("All shops in Salem close on Sundays.", "Shops in Salem close on Sundays."),
            ("The dyke at Selm only broke in two places.", "The dyke at Selm broke in five places."),
            ("The strike at Corvo ended after nine weeks.", "The strike at Corvo ended after six weeks."),
            (
                "Parliament passed the fishing bill by nine votes.",
                "Parliament passed the fishing bill by 47 votes to 44.",
            ),
            ("The orchard at Brede has been sold.", "The orchard at Brede may be sold."),
            ("Corvo raised its profit to 38 million euros.", "Corvo's profit fell to 38 million euros."),
            ("The dam at Selm burst in May 2021.", "The dam at Selm burst in June 2021."),
            ("The levy in Orme was raised, too.", "The levy in Selm was raised, and Orme applauded."),
            ("The pass is valid on trams.", "The pass is valid on buses but not on trams."),
            ("The kiosk at Selm still sells maps.", "The kiosk at Selm opened with a stall of maps."),
            (
                "The Orme hatchery released 62,000 salmon, fewer than a year before.",
                "The Orme hatchery released 62,000 salmon.",
            ),
            ("Karl Lund beat Ida Marsh at the chess final.", "Ida Marsh beat Karl Lund at the chess final."),
            ("Ida Marsh was minister of health.", "Ida Marsh was minister of transport."),
            ("The choir left the bill for the hall unpaid.", "The choir paid the bill for the hall."),
        ] {
            assert_ne!(relation(claim, statement), "agrees", "{claim} {statement}");
        }
    }
}
