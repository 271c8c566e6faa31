//! What a number counts where several words tell it: "killed or wounded", "men and women", "Norwegian tourists".

use crate::claim::{Term, TermKind, TermRole};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Pair, Side};
use crate::english;
use crate::quantity::{Counted, Dimension, Quantity};
use crate::text::Span;

/// Whether two numbers count one category, as far as the words beside their nouns and verbs tell: the dead are not the
/// dead and wounded, and Danish tourists are not Swedish ones.
pub(in crate::compare) fn one_category(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    // An amount is of what was paid or measured, whatever else was done.
    if ours.dimension != Dimension::Count || theirs.dimension != Dimension::Count {
        return true;
    }
    if !one_origin(ours, theirs) {
        return false;
    }
    let (a, b) = (joined(pair.claim, ours), joined(pair.statement, theirs));
    if a.len() == b.len() {
        return a.iter().all(|ours| b.iter().any(|theirs| one(ours, theirs)));
    }
    // "40 men and women" are 40 people.
    let anybody = |q: &Quantity| q.of.as_ref().is_some_and(|of| RuleWord::Anybody.has(&of.head));
    let nouns = |terms: &[&Term]| terms.iter().all(|term| term.kind == TermKind::Noun);
    a.is_empty() && anybody(ours) && nouns(&b) || b.is_empty() && anybody(theirs) && nouns(&a)
}

/// Whether a number of the claim counts another category than each of the statement's.
pub(in crate::compare) fn other_category(pair: &Pair) -> bool {
    let counts = |q: &&Quantity| q.dimension == Dimension::Count;
    pair.claim.quantities().filter(counts).any(|ours| {
        let mut theirs = pair.statement.quantities().filter(counts).peekable();
        theirs.peek().is_some() && theirs.all(|theirs| !one_category(pair, ours, theirs))
    })
}

fn one(a: &Term, b: &Term) -> bool {
    a.root == b.root || english::synonyms(&a.key, &b.key)
}

/// Whether what is counted can be of one country.
fn one_origin(ours: &Quantity, theirs: &Quantity) -> bool {
    let places = |of: &Counted| -> Vec<&'static str> {
        of.modifiers.iter().filter_map(|word| english::demonym(word)).collect()
    };
    let (Some(a), Some(b)) = (&ours.of, &theirs.of) else { return true };
    let (a, b) = (places(a), places(b));
    a.is_empty() || b.is_empty() || a.iter().any(|place| b.contains(place))
}

/// The words that tell together what is counted, of one with *or* or *and* between them: the noun or the predicate is
/// among them. None where they are not joined.
fn joined<'a>(side: &Side<'a>, quantity: &Quantity) -> Vec<&'a Term> {
    let head = |term: &Term| {
        let of = quantity.of.as_ref();
        of.is_some_and(|of| of.head == term.key && of.span.contains(term.span))
    };
    let tells = |term: &&Term| term.role == TermRole::Predicate || head(term);
    let beside = |term: &&Term| {
        let (before, after) = (&side.text[..term.span.start], &side.text[term.span.end..]);
        before.split_whitespace().rev().take(2).any(joins)
            || after.split_whitespace().next().is_some_and(|word| joins(word) || word.ends_with(','))
            || after.starts_with(',')
    };
    let mut told = side.claim.terms.iter().filter(tells).filter(beside).peekable();
    if told.peek().is_none() {
        return Vec::new();
    }
    let all = of_sentence(side);
    let mut words: Vec<&Term> = Vec::new();
    for anchor in told {
        let Ok(at) = all.binary_search_by_key(&anchor.span.start, |term| term.span.start) else { continue };
        let with_next = |i: &usize| all.get(i + 1).is_some_and(|next| gap(side, all[*i], next).is_some());
        let first = (0..at).rev().take_while(with_next).last().unwrap_or(at);
        let last = (at..all.len()).take_while(with_next).last().map_or(at, |i| i + 1);
        let conjunction = (first..last).any(|i| gap(side, all[i], all[i + 1]) == Some(true));
        if conjunction {
            words.extend(&all[first..=last]);
        }
    }
    words.sort_by_key(|term| term.span.start);
    words.dedup_by_key(|term| term.span.start);
    words
}

/// The words of a claim's sentence that can tell what is counted, in order.
fn of_sentence<'a>(side: &Side<'a>) -> Vec<&'a Term> {
    let claims = &side.analysis.claims;
    let first = claims.partition_point(|claim| claim.sentence < side.claim.sentence);
    let own = claims[first..].iter().take_while(|claim| claim.sentence == side.claim.sentence);
    let tells = |term: &&Term| matches!(term.kind, TermKind::Noun | TermKind::Verb | TermKind::Adjective);
    let mut all: Vec<&Term> = own.flat_map(|claim| &claim.terms).filter(tells).collect();
    all.sort_by_key(|term| term.span.start);
    all.dedup_by_key(|term| term.span.start);
    all
}

/// Whether nothing stands between two words but what joins them: `true` for *or* and *and*, `false` for a comma, which
/// joins where a conjunction follows.
fn gap(side: &Side, a: &Term, b: &Term) -> Option<bool> {
    // "Killed 40 people and flooded the valley"
    let kinds = (a.kind, b.kind);
    if matches!(kinds, (TermKind::Noun, TermKind::Verb) | (TermKind::Verb, TermKind::Noun)) {
        return None;
    }
    let between = side.text.get(a.span.end..b.span.start)?;
    let mut words = between.split_whitespace();
    let first = words.next()?;
    let counted = |q: &Quantity| Span { start: a.span.end, end: b.span.start }.contains(q.span);
    // "Killed or badly hurt", but "killed, and 40 hurt".
    let free = words.next().is_none_or(|word| word.ends_with("ly") || first == "," && joins(word));
    let free = free && words.next().is_none() && !side.analysis.quantities.iter().any(counted);
    free.then(|| joins(first) || between.split_whitespace().any(joins))
        .filter(|&conjunction| conjunction || first == ",")
}

fn joins(word: &str) -> bool {
    matches!(word, "or" | "and" | "and/or")
}

#[cfg(test)]
mod tests {
    use crate::compare::compare_pair;

    fn relation(claim: &str, statement: &str) -> &'static str {
        compare_pair(claim, statement, None, None).relation
    }

    #[test]
    fn another_category_is_no_other_number_and_no_agreement() {
        for (claim, statement) in [
            ("About 15,000 soldiers had been killed.", "About 60,000 soldiers had been killed or wounded."),
            ("About 60,000 soldiers had been killed.", "About 60,000 soldiers had been killed or wounded."),
            ("210 sailors were killed, wounded or captured.", "90 sailors were killed."),
            ("The battle left 40 dead.", "The battle left 90 dead and wounded."),
            ("Police arrested 30 men.", "Police arrested 45 men and women."),
            ("The plant builds 300 cars a day.", "The plant builds 500 cars and vans a day."),
            ("The avalanche killed 4 Danish skiers.", "The avalanche killed 9 Swedish skiers."),
        ] {
            assert_eq!(relation(claim, statement), "unrelated", "{claim} {statement}");
            assert_eq!(relation(statement, claim), "unrelated", "{statement} {claim}");
        }
    }

    #[test]
    fn of_one_category_numbers_differ() {
        for (claim, statement) in [
            (
                "About 15,000 soldiers were killed or injured.",
                "About 60,000 soldiers were killed or wounded.",
            ),
            (
                "210 sailors were killed, wounded or captured.",
                "190 sailors were killed, captured or wounded.",
            ),
            ("Police arrested 30 people.", "Police arrested 45 men and women."),
            ("The avalanche killed 4 Danish skiers.", "The avalanche killed 9 Danish skiers."),
            (
                "The film grossed 240 million euros.",
                "The film grossed 90 million euros worldwide and received prizes.",
            ),
            // What else was done is no part of the count, and a number of its own is none either.
            ("The storm killed 40 people and flooded the valley.", "The storm killed 52 people."),
            (
                "12 people were killed and 30 wounded in the crash.",
                "19 people were killed and 30 wounded in the crash.",
            ),
            (
                "About 300 people marched through the city and demanded lower rents.",
                "About 900 people marched through the city.",
            ),
        ] {
            assert_eq!(relation(claim, statement), "contradicts", "{claim} {statement}");
        }
    }
}
