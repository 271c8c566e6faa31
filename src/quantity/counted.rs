//! What a number counts or measures: "84 lime trees", "23 of the children", "sales of £1.18 billion".

use super::view::View;
use super::vocabulary::VOCABULARY;
use super::{Counted, Dimension, Draft, Quantity};
use crate::english::{self, Tag};
use crate::text::{Case, TokenKind};
use compact_str::CompactString;

/// Words that no noun phrase goes over.
const STOP: &[&str] = &[
    "a",
    "an",
    "the",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "its",
    "their",
    "our",
    "my",
    "your",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "who",
    "which",
    "what",
    "when",
    "where",
    "while",
    "if",
    "because",
    "although",
    "but",
    "and",
    "or",
    "nor",
    "so",
    "than",
    "as",
    "at",
    "by",
    "for",
    "from",
    "in",
    "into",
    "of",
    "off",
    "on",
    "onto",
    "out",
    "over",
    "per",
    "since",
    "through",
    "to",
    "under",
    "until",
    "up",
    "down",
    "upon",
    "via",
    "with",
    "within",
    "without",
    "about",
    "above",
    "across",
    "after",
    "against",
    "along",
    "among",
    "around",
    "before",
    "behind",
    "below",
    "between",
    "during",
    "including",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "being",
    "am",
    "has",
    "have",
    "had",
    "having",
    "do",
    "does",
    "did",
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "must",
    "shall",
    "should",
    "not",
    "n't",
    "never",
    "also",
    "then",
    "there",
    "here",
    "now",
    "ago",
    "later",
    "earlier",
    "away",
    "each",
    "every",
    "both",
    "either",
    "'s",
    "’s",
    "said",
    "says",
    "died",
    "told",
    "took",
    "went",
    "came",
    "made",
    "left",
    "got",
    "voted",
    "yesterday",
    "today",
    "tomorrow",
    "respectively",
    "whose",
    "them",
    "us",
    "him",
    "me",
    "back",
    "only",
    "just",
    "still",
    "already",
    "yet",
];

/// Plurals and collectives without an -s.
const PLURALS: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "police",
    "personnel",
    "staff",
    "troops",
    "crew",
    "aircraft",
    "spacecraft",
    "sheep",
    "fish",
    "cattle",
    "deer",
    "feet",
    "teeth",
    "mice",
    "geese",
    "oxen",
    "series",
    "species",
    "media",
    "data",
    "policemen",
    "policewomen",
    "servicemen",
    "servicewomen",
    "firemen",
    "fishermen",
    "gunmen",
    "businessmen",
    "lawmakers",
    "percent",
    "folk",
    "youth",
    "livestock",
    "offspring",
    "criteria",
    "bacteria",
    "crises",
    "businesswomen",
    "congressmen",
    "spokesmen",
    "salmon",
    "infantry",
    "clergy",
    "poor",
    "wives",
    "lives",
    "head",
    "dead",
    "injured",
    "wounded",
    "missing",
    "killed",
    "hurt",
    "homeless",
    "unemployed",
    "displaced",
    "arrested",
    "detained",
    "jailed",
];

/// Participles and adjectives that stand for people when nothing follows them: "40 dead".
const CASUALTIES: &[&str] = &[
    "dead",
    "injured",
    "wounded",
    "missing",
    "killed",
    "hurt",
    "homeless",
    "unemployed",
    "displaced",
    "arrested",
    "detained",
    "jailed",
    "poor",
];

/// Fills in what the draft counts, where the text says so plainly.
pub(super) fn of(view: &View, draft: &Draft, previous: Option<&Quantity>) -> Option<Counted> {
    let end = draft.tokens.end;
    if draft.dimension == Dimension::Age {
        return after(view, end, draft).filter(|c| c.head != "year");
    }
    if draft.dimension == Dimension::Score {
        return None;
    }
    if draft.dimension == Dimension::Ordinal {
        return single(view, end);
    }
    if draft.share() && !view.is(end, &["of"]) {
        let from = determiners(view, end);
        return plural_phrase(view, from).map(|(first, head)| counted(view, first, head));
    }
    if draft.unit() || draft.dimension == Dimension::Percent {
        let hyphen = view.word(draft.tokens.start).contains('-') || view.word(end.saturating_sub(2)) == "-";
        return partitive(view, end)
            .or_else(|| (draft.money() || hyphen).then(|| attributive(view, end)).flatten())
            .or_else(|| draft.relative().then(|| change_in(view, end)).flatten())
            .or_else(|| before(view, draft.tokens.start, previous));
    }
    after(view, end, draft)
}

fn is_word(view: &View, i: usize) -> bool {
    view.kind(i) == Some(TokenKind::Word)
}

/// The dictionary form of a noun.
fn noun(view: &View, i: usize) -> CompactString {
    match view.token(i) {
        Some(token) if token.tag != Tag::X => token.lemma.clone(),
        Some(token) => english::lemma(&token.lemma, Tag::Noun).0,
        None => CompactString::default(),
    }
}

fn counted(view: &View, first: usize, head: usize) -> Counted {
    let plain = |i: usize| match view.token(i) {
        Some(token) if token.tag != Tag::X => token.lemma.clone(),
        _ => CompactString::from(&*view.low(i)),
    };
    let modifiers = (first..head)
        .filter(|&i| is_word(view, i) && !view.is(i, &["other", "more", "additional", "further", "new"]));
    Counted {
        span: view.document.span(first..head + 1),
        head: noun(view, head),
        modifiers: modifiers.map(plain).collect(),
    }
}

/// Whether the word looks like a plural noun.
fn plural(view: &View, i: usize) -> bool {
    let Some(token) = view.token(i) else { return false };
    match token.tag {
        Tag::Verb | Tag::Aux | Tag::Adv | Tag::Adp => return PLURALS.contains(&&*view.low(i)),
        _ => {}
    }
    let low = view.low(i);
    PLURALS.contains(&&*low)
        || (low.len() > 3
            && low.ends_with('s')
            && !["ss", "us", "is"].iter().any(|e| low.ends_with(e))
            && !low.ends_with("-s")
            && !matches!(
                &*low,
                "was"
                    | "has"
                    | "does"
                    | "this"
                    | "always"
                    | "perhaps"
                    | "less"
                    | "towards"
                    | "besides"
                    | "news"
                    | "says"
            ))
}

/// The head of a noun phrase in the plural from `from`: first and last token.
fn plural_phrase(view: &View, from: usize) -> Option<(usize, usize)> {
    let mut head = None;
    for i in from..from + 6 {
        // A quotation mark or a hyphen may stand within: 14 "volunteer" nurses.
        if !is_word(view, i) || view.timed(i) || STOP.contains(&&*view.low(i)) {
            break;
        }
        // Right behind a number a word in -s is a noun, whatever else it can be.
        let noun =
            i == from && view.low(i).ends_with('s') && view.token(i).is_some_and(|t| t.tag == Tag::Verb);
        let is_plural = noun || plural(view, i);
        if head.is_some() && !is_plural {
            break;
        }
        if is_plural {
            let casualty = CASUALTIES.contains(&&*view.low(i));
            // "40 people killed", but "40 wounded soldiers".
            if casualty && head.is_some() {
                break;
            }
            head = Some((from, i));
            if casualty && !(plural(view, i + 1) && is_word(view, i + 1)) {
                break;
            }
        } else if let Some(token) = view.token(i)
            && matches!(token.tag, Tag::Aux | Tag::Pron | Tag::Det | Tag::Adp)
        {
            break;
        }
    }
    head
}

/// Whether a plural noun follows.
pub(super) fn plural_after(view: &View, end: usize) -> bool {
    plural_phrase(view, end).is_some_and(|(_, head)| view.token(head).is_some_and(|t| t.case == Case::Lower))
}

/// The noun behind a bare number.
fn after(view: &View, end: usize, draft: &Draft) -> Option<Counted> {
    if view.is(end, &["of"]) {
        return partitive(view, end);
    }
    let from = end + usize::from(view.word(end) == "“" || view.word(end) == "\"");
    if let Some((first, head)) = plural_phrase(view, from) {
        return Some(counted(view, first, head));
    }
    // One tram; "a hundred thousand strong" has none.
    let one = draft.value == 1.0 || draft.dimension == Dimension::Age;
    if one { single(view, end) } else { tagged(view, end) }
}

/// A noun in the singular: the last noun of a run that the tagger knows, else the next word.
fn single(view: &View, end: usize) -> Option<Counted> {
    tagged(view, end).or_else(|| {
        let plain = is_word(view, end) && view.token(end)?.tag == Tag::X && !STOP.contains(&&*view.low(end));
        plain.then(|| counted(view, end, end))
    })
}

/// The last noun of a run of adjectives and nouns.
fn tagged(view: &View, end: usize) -> Option<Counted> {
    let inside = |i: &usize| {
        is_word(view, *i)
            && !view.timed(*i)
            && view.token(*i).is_some_and(|t| matches!(t.tag, Tag::Adj | Tag::Noun | Tag::Propn))
    };
    let head = (end..end + 5)
        .take_while(inside)
        .filter(|&i| view.token(i).is_some_and(|t| t.tag == Tag::Noun))
        .last()?;
    Some(counted(view, end, head))
}

/// The token after "the", "all their", "these 40".
fn determiners(view: &View, mut from: usize) -> usize {
    const DETERMINERS: &[&str] =
        &["the", "those", "these", "its", "his", "her", "their", "our", "all", "a", "an", "some"];
    while view.is(from, DETERMINERS) || view.kind(from) == Some(TokenKind::Number) {
        from += 1;
    }
    from
}

/// "of the children", "of sales", "in aid"
fn partitive(view: &View, end: usize) -> Option<Counted> {
    if !view.is(end, &["of"]) {
        return None;
    }
    let mut from = end + 1;
    while view
        .is(from, &["the", "those", "these", "its", "his", "her", "their", "our", "all", "a", "an", "some"])
        || view.kind(from) == Some(TokenKind::Number)
    {
        from += 1;
    }
    match plural_phrase(view, from) {
        Some((first, head)) => Some(counted(view, first, head)),
        None => single(view, from),
    }
}

/// "a $40 million contract"
fn attributive(view: &View, end: usize) -> Option<Counted> {
    if view.is(end, &["in"]) {
        let lower = view.token(end + 1).is_some_and(|t| t.case == Case::Lower) && !view.timed(end + 1);
        return if lower { single(view, end + 1) } else { None };
    }
    let lower = view.token(end).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower);
    let noun = lower && !view.low(end).ends_with("ly") && !view.low(end).ends_with("ed") && !view.timed(end);
    if noun && !view.is(end, &["more", "less", "worth", "higher", "lower", "each", "apiece"]) {
        single(view, end)
    } else {
        None
    }
}

/// "a 5 percent increase in sales", "5 percent more passengers"
fn change_in(view: &View, end: usize) -> Option<Counted> {
    if view.is(end, &["more", "fewer", "less"]) {
        return plural_phrase(view, end + 1).map(|(first, head)| counted(view, first, head));
    }
    let changes = VOCABULARY.change_nouns.contains_key(&*view.low(end));
    if !changes || !view.is(end + 1, &["in", "of"]) {
        return None;
    }
    let from = end + 2 + usize::from(view.is(end + 2, &["the", "its", "their", "his", "her"]));
    plural_phrase(view, from).map(|(first, head)| counted(view, first, head)).or_else(|| single(view, from))
}

/// The noun before an amount: "profit of £71 million", "sales rose 5 percent", "unemployment was 4.1 percent".
fn before(view: &View, start: usize, previous: Option<&Quantity>) -> Option<Counted> {
    const LINKS: &[&str] = &[
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "will",
        "would",
        "could",
        "may",
        "might",
        "to",
        "at",
        "by",
        "from",
        "a",
        "an",
        "another",
        "stood",
        "stands",
        "reached",
        "reaches",
        "hit",
        "hits",
        "totalled",
        "totaled",
        "totals",
        "amounted",
        "amounts",
        "came",
        "remained",
        "remains",
        "stayed",
        "exceeded",
        "averaged",
        "record",
        "passed",
        "topped",
        "cost",
        "costs",
        "equalled",
        "of",
        "about",
        "again",
        "still",
        "now",
        "also",
        "not",
        "n't",
        "fixed",
        "estimated",
        "expected",
        "forecast",
        "set",
        "slightly",
        "back",
        "further",
        "even",
        "just",
    ];
    let mut at = start;
    while at > view.start && at + 60 > start {
        // "rose 5 percent to £40 million": over the first to what both are said of.
        if let Some(previous) = previous.filter(|q| q.tokens.end == at && at < start) {
            at = previous.tokens.start.max(view.start);
            continue;
        }
        let word = view.low(at - 1);
        let skip = LINKS.contains(&&*word)
            || word.ends_with("ly") && is_word(view, at - 1)
            || VOCABULARY.changes.contains_key(&*word);
        // "its cost": a noun here.
        let noun = at < start
            && at >= view.start + 2
            && view.is(at - 2, &["the", "its", "a", "their"])
            && word != "be";
        if !skip || noun {
            break;
        }
        at -= 1;
    }
    if at == start {
        return None;
    }
    // Times in between: "sales in May rose 5 percent".
    while at > view.start && view.timed(at - 1) {
        at -= 1;
    }
    // Back over "for the year", "in Harbor City", to what it is said of.
    for _ in 0..3 {
        let boundary = |i: &usize| !is_word(view, *i) || STOP.contains(&&*view.low(*i));
        let Some(first) = (view.start.max(at.saturating_sub(30))..at).rev().find(boundary) else { break };
        let article = view.is(first, &["the", "its", "their", "his", "her", "a", "this"]);
        let preposition = if article { first.saturating_sub(1).max(view.start) } else { first };
        if !view
            .is(preposition, &["in", "for", "at", "on", "of", "from", "among", "between", "across", "with"])
            || preposition <= view.start
        {
            break;
        }
        at = preposition;
    }
    let head = at.checked_sub(1).filter(|&i| i >= view.start && is_word(view, i))?;
    let verb = view.token(head)?.tag == Tag::Verb && !view.is(head + 1, &["of"]);
    if STOP.contains(&&*view.low(head)) || verb || view.token(head)?.tag == Tag::Num {
        return None;
    }
    let mut first = head;
    while first > view.start
        && first + 3 > head
        && is_word(view, first - 1)
        && !STOP.contains(&&*view.low(first - 1))
    {
        let tag = view.token(first - 1)?.tag;
        if !matches!(tag, Tag::X | Tag::Noun | Tag::Adj | Tag::Propn) {
            break;
        }
        first -= 1;
    }
    Some(counted(view, first, head))
}
