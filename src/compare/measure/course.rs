//! Which way something went: by a verb ("rose"), a comparison with an earlier time ("fewer than the year before", "has become
//! shorter", "never been longer") or a word for standing still ("held steady").

use crate::claim::{Polarity, Term, TermKind, TermRole};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Pair, Side};
use crate::english::Direction;
use crate::quantity::{Dimension, Measure, Quantity};
use crate::text::Span;
use std::borrow::Cow;

/// Up, down, or neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// *Rose*.
    Up,
    /// *Fell*.
    Down,
    /// *Held steady*.
    Steady,
}

impl Course {
    fn of(direction: Direction) -> Self {
        match direction {
            Direction::Up => Course::Up,
            Direction::Down => Course::Down,
        }
    }

    fn reversed(self) -> Self {
        match self {
            Course::Up => Course::Down,
            Course::Down => Course::Up,
            Course::Steady => Course::Steady,
        }
    }
}

/// The words that say which way the claim's measure went.
pub(in crate::compare) fn of(side: &Side) -> Option<(Span, Course)> {
    let denied = side.claim.polarity == Polarity::Negative;
    if let Some((term, course)) = compared(side) {
        // "Has never been longer": longest of all. "Is not longer": who knows.
        let record = denied && side.has_word(&["never"]);
        return (!denied || record).then_some((term, course));
    }
    moved(side)
        .or_else(|| stands(side))
        .or_else(|| by_number(side))
        .or_else(|| named(side))
        .filter(|_| !denied)
}

/// "Rose", "was lowered", "is down".
fn moved(side: &Side) -> Option<(Span, Course)> {
    let claim = side.claim;
    let direction = |term: &Term| term.entry.classes().direction();
    let money = || side.quantities().any(|q| matches!(q.dimension, Dimension::Money(_)));
    // "Fell ill", "rose tired": what the adjective says, not the verb.
    let linking = |term: &Term| {
        term.kind == TermKind::Verb
            && claim.terms.iter().any(|t| {
                t.kind == TermKind::Adjective
                    && t.span.start > term.span.end
                    && t.span.start - term.span.end <= 1
                    && direction(t).is_none()
            })
    };
    claim
        .terms
        .iter()
        .filter(|t| {
            t.role == TermRole::Predicate || t.kind == TermKind::Adjective && t.role != TermRole::Aside
        })
        .filter(|t| !linking(t))
        // "Lost 141 million" says how large a loss was.
        .filter(|t| t.key != "lose" || !money())
        .find_map(|t| Some((t.span, Course::of(direction(t)?))))
}

/// "Reported a drop in sales", "the first rise in rents": by a noun, with what went that way behind it.
fn named(side: &Side) -> Option<(Span, Course)> {
    let course = |t: &Term| {
        let of = side.text[t.span.end..].split_whitespace().next();
        let direction =
            t.entry.classes().direction().filter(|_| t.kind == TermKind::Noun && of == Some("in"));
        direction.map(|direction| (t.span, Course::of(direction)))
    };
    // "Could not explain the rise in prices" tells of it too, but not that it happened.
    let told = |t: &&Term| t.role != TermRole::Modifier && t.role != TermRole::Subject;
    side.claim.terms.iter().filter(told).find_map(course)
}

/// "Held steady", "stayed flat".
fn stands(side: &Side) -> Option<(Span, Course)> {
    // "From a flat", "left the level": a thing.
    let thing = |t: &Term| {
        t.kind == TermKind::Noun
            && matches!(side.word_before(t.span), "a" | "the" | "its" | "his" | "her" | "their")
    };
    let still = |t: &&Term| {
        RuleWord::Steady.has(&t.key) && !matches!(t.role, TermRole::Aside | TermRole::Subject) && !thing(t)
    };
    side.claim.terms.iter().find(still).map(|t| (t.span, Course::Steady)).or_else(|| stays_at(side))
}

/// "Remains at 480 berths".
fn stays_at(side: &Side) -> Option<(Span, Course)> {
    let stays = |t: &&Term| RuleWord::Stays.has(&t.key) && t.kind == TermKind::Verb;
    let verb =
        side.claim.terms_of(TermRole::Predicate).find(stays).filter(|_| !side.claim.modality.to_come())?;
    let at =
        |q: &Quantity| q.span.start > verb.span.end && side.text[verb.span.end..q.span.start].trim() == "at";
    side.quantities().any(at).then_some((verb.span, Course::Steady))
}

/// "Longer", "more crowded", "fewer … than last year".
fn compared(side: &Side) -> Option<(Span, Course)> {
    let adjective =
        side.claim.terms.iter().filter(|t| t.role != TermRole::Aside).find_map(|t| comparative(side, t));
    adjective
        .or_else(|| counted(side))
        .or_else(|| worded(side))
        .or_else(|| up_on(side))
        .or_else(|| to_the_verb(side))
}

/// An adjective or adverb in the comparative that tells of size.
fn comparative(side: &Side, term: &Term) -> Option<(Span, Course)> {
    if !matches!(term.kind, TermKind::Adjective | TermKind::Adverb) {
        return None;
    }
    let course = sized(&base(&term.key))?;
    let word = term.span.of(side.text);
    match word {
        "more" | "More" => return Some((term.span, Course::Up)),
        "less" | "Less" => return Some((term.span, Course::Down)),
        _ => {}
    }
    let before = side.text[side.claim.span.start.min(term.span.start)..term.span.start].trim_end();
    if word.ends_with("er") || before.ends_with("more") || before.ends_with("More") {
        Some((term.span, course))
    } else if before.ends_with("less") || before.ends_with("Less") {
        Some((term.span, course.reversed()))
    } else {
        None
    }
}

/// "Fewer births were recorded", "has never been longer": comparatives that are no terms of their own.
fn worded(side: &Side) -> Option<(Span, Course)> {
    let words = side.words();
    let mut start = 0;
    let mut first = true;
    let mut before = "";
    for word in words.split(' ') {
        let span =
            Span { start: side.claim.span.start + start, end: side.claim.span.start + start + word.len() };
        start += word.len() + 1;
        let plain = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let is = |low: &str| plain.eq_ignore_ascii_case(low);
        let course = if first && is("more") {
            Some(Course::Up)
        } else if first && (is("fewer") || is("less")) {
            Some(Course::Down)
        } else if is("longer") && matches!(before, "no" | "any") {
            // "No longer" tells of an end.
            None
        } else if plain.as_bytes().last_chunk().is_some_and(|end: &[u8; 2]| end.eq_ignore_ascii_case(b"er")) {
            sized(&base(&plain.to_ascii_lowercase()))
        } else {
            None
        };
        first = false;
        before = word;
        // "More than 300 people": a bound.
        if let Some(course) = course
            && !words[start.min(words.len())..].starts_with("than ")
        {
            return Some((span, course));
        }
    }
    None
}

/// "Is up on the year before", "were down by a tenth".
fn up_on(side: &Side) -> Option<(Span, Course)> {
    const LINKS: [&str; 5] = ["on", "from", "by", "against", "compared"];
    const WAYS: [(&str, Course); 4] =
        [(" up ", Course::Up), (" down ", Course::Down), (" higher ", Course::Up), (" lower ", Course::Down)];
    let words = side.words();
    WAYS.into_iter().find_map(|(way, course)| {
        let at = words.find(way)?;
        let is =
            words[..at].rsplit(' ').next().is_some_and(|word| matches!(word, "is" | "are" | "was" | "were"));
        let behind = words[at + way.len()..].split(' ').next().unwrap_or_default();
        let start = side.claim.span.start + at + 1;
        (is && LINKS.contains(&behind)).then_some((Span { start, end: start + way.len() - 2 }, course))
    })
}

/// "Sold less in May", "earned more": how much was done.
fn to_the_verb(side: &Side) -> Option<(Span, Course)> {
    const BEHIND: [&str; 9] = ["", "in", "during", "at", "on", "this", "last", "than", "and"];
    if !side.may_have(&["more", "less"]) {
        return None;
    }
    let verb = side.claim.terms_of(TermRole::Predicate).find(|t| t.kind == TermKind::Verb)?;
    let behind = side.text.get(verb.span.end..side.claim.span.end.max(verb.span.end))?;
    let mut words = behind.strip_prefix(' ')?.split(' ');
    let word = words.next()?;
    let course = match word.trim_end_matches(',') {
        "more" => Course::Up,
        "less" => Course::Down,
        _ => return None,
    };
    let start = verb.span.end + 1;
    let free = BEHIND.contains(&words.next().unwrap_or_default());
    free.then_some((Span { start, end: start + "more".len() }, course))
}

/// What more of an adjective's quality is.
fn sized(adjective: &str) -> Option<Course> {
    if RuleWord::Large.has(adjective) {
        Some(Course::Up)
    } else {
        RuleWord::Small.has(adjective).then_some(Course::Down)
    }
}

/// The plain form of an adjective in *-er* that stands in no dictionary by itself: *larger*, *busier*, *bigger*.
fn base(word: &str) -> Cow<'_, str> {
    let Some(stem) = word.strip_suffix("er") else { return Cow::Borrowed(word) };
    if let Some(stem) = stem.strip_suffix('i') {
        return Cow::Owned(format!("{stem}y"));
    }
    let mut letters = stem.chars().rev();
    let doubled = letters.next().zip(letters.next()).filter(|(a, b)| a == b && !matches!(a, 'l' | 's'));
    let stem = doubled.and_then(|(letter, _)| stem.strip_suffix(letter)).unwrap_or(stem);
    if RuleWord::Large.has(stem) || RuleWord::Small.has(stem) {
        Cow::Borrowed(stem)
    } else {
        Cow::Owned(format!("{stem}e"))
    }
}

/// "Up from 88 million", "by 5 percent": the number says which way it went.
fn by_number(side: &Side) -> Option<(Span, Course)> {
    side.quantities().find_map(|q| {
        let course = match (q.from, q.measure) {
            (Some(from), _) if q.value > from => Course::Up,
            (Some(from), _) if q.value < from => Course::Down,
            (None, Measure::Rise) => Course::Up,
            (None, Measure::Fall) => Course::Down,
            _ => return None,
        };
        Some((q.span, course))
    })
}

/// "More … than the year before": an amount against that of another time.
fn counted(side: &Side) -> Option<(Span, Course)> {
    const MORE: &[(&str, Course)] = &[
        ("more", Course::Up),
        ("fewer", Course::Down),
        ("less", Course::Down),
        ("higher", Course::Up),
        ("lower", Course::Down),
    ];
    let words = side.words();
    if let Some(level) = as_many(side, words) {
        return Some(level);
    }
    if !side.may_have(&["than"]) {
        return None;
    }
    let than = words.find(" than ")?;
    if !earlier(&words[than + " than ".len()..]) {
        return None;
    }
    let (at, len, course) = MORE.iter().find_map(|(word, course)| {
        let at = words[..than].to_ascii_lowercase().rfind(word)?;
        Some((at, word.len(), *course))
    })?;
    let start = side.claim.span.start + at;
    Some((Span { start, end: start + len }, course))
}

/// "About as many visitors as the year before", "twice as many as in 2020".
fn as_many(side: &Side, words: &str) -> Option<(Span, Course)> {
    if !side.may_have(&["many", "much"]) {
        return None;
    }
    let at = words.find("as many ").or_else(|| words.find("as much "))?;
    let rest = &words[at + "as ".len()..];
    let than = rest.find(" as ").filter(|as_at| earlier(&rest[as_at + " as ".len()..]))?;
    let multiple = side.quantities().find(|q| q.dimension == Dimension::Multiple && q.value > 1.0);
    let half = words[..at].trim_end().ends_with("half");
    let course = match multiple {
        Some(_) => Course::Up,
        None if half => Course::Down,
        None => Course::Steady,
    };
    let start = side.claim.span.start + at;
    Some((Span { start, end: start + "as ".len() + than }, course))
}

/// Whether what follows *than* is a time gone by: "in 2020", "the year before", "last season", "ever".
fn earlier(words: &str) -> bool {
    const NEAR: usize = 6;
    let mut before = "";
    words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(NEAR).any(|word| {
        // "Than in 2020", but "less than 1950 cases".
        let year = before == "in" && word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        before = word;
        year || RuleWord::Earlier.has(&word.to_ascii_lowercase())
    })
}

/// "Has fallen to 190": that it was 240 a year before says the same.
pub(in crate::compare) fn moved_since(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    const DAYS: i32 = 30;
    let earlier =
        pair.claim.said.from.zip(pair.statement.said.to).map(|(said, told)| (said - told).get_days());
    let way = pair.claim.claim.terms_of(TermRole::Predicate).find_map(|t| t.entry.classes().direction());
    let levels = ours.measure == Measure::Level && theirs.measure == Measure::Level;
    levels
        && earlier.is_some_and(|days| days > DAYS)
        && match way {
            Some(Direction::Up) => theirs.value < ours.value,
            Some(Direction::Down) => theirs.value > ours.value,
            None => false,
        }
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn the_plain_form_of_a_comparative() {
        for (word, plain) in [("larger", "large"), ("busier", "busy"), ("bigger", "big"), ("longer", "long")]
        {
            assert_eq!(base(word), plain);
        }
        // Letters of more than a byte.
        assert_eq!(base("ŏŏer"), "ŏe");
    }
}
