//! What a spelling can be.

use super::TABLES;
use super::grammar::{Form, Tag};
use super::inflect::{Ending, Short, bases};
use super::states::{LETTERS, STATES, state};
use super::table::Section;
use super::uses::Uses;

/// The number of a word that is used by itself, and its uses.
fn known(word: &str) -> Option<&'static [u8]> {
    TABLES.find(word).map(|id| TABLES.usage(id)).filter(|uses| !uses.is_empty())
}

fn has(uses: &[u8], letter: u8) -> bool {
    uses.chunks_exact(2).any(|each| each[0] == state(letter))
}

pub(super) fn is(word: &str, letter: u8) -> bool {
    known(word).is_some_and(|uses| has(uses, letter))
}

/// The known word of this use that `word` is inflected from, else one that a prefix makes of a known word.
pub(super) fn base_of(word: &str, ending: Ending, letter: u8) -> Option<Short> {
    bases(word, ending, &mut |base| is(base, letter)).or_else(|| {
        bases(word, ending, &mut |base| {
            ["re", "un", "over", "out", "mis", "dis", "under", "pre", "co"].iter().any(|prefix| {
                base.strip_prefix(prefix).is_some_and(|rest| rest.len() > 3 && is(rest, letter))
            })
        })
    })
}

fn read(list: &[u8]) -> Uses {
    let mut uses = Uses::none();
    for each in list.chunks_exact(2) {
        uses.put(each[0], each[1]);
    }
    uses
}

/// The uses of a lower-case word, and whether the lexicon has them; else they are told from its spelling.
pub(crate) fn uses(word: &str) -> (Uses, bool) {
    listed_uses(word).map_or_else(|| (by_ending(word), false), |uses| (uses, true))
}

/// The uses of a lower-case word that the lexicon has, or that follow from words that it has.
pub(crate) fn listed_uses(word: &str) -> Option<Uses> {
    known(word).map(read).or_else(|| derived(word))
}

/// Uses of a word that inflection, a prefix or a hyphen makes of known ones.
fn derived(word: &str) -> Option<Uses> {
    match word.rfind('-') {
        Some(dash) => compound(word, dash),
        None => inflected(word).or_else(|| prefixed(word)),
    }
}

/// *Steam-powered*, *five-year-old*: what its last part makes of it.
fn compound(word: &str, dash: usize) -> Option<Uses> {
    let last = &word[dash + 1..];
    if last.is_empty() || dash == 0 {
        return None;
    }
    if matches!(last, "old" | "long" | "wide" | "based" | "led" | "only" | "free" | "like") {
        return Some(Uses::only(b'j'));
    }
    let end = uses(last).0;
    let mut all = Uses::none();
    if end.any(b"jpdgc") {
        all.add(b'j', 0);
    }
    if end.any(b"n") {
        all.add(b'n', 16);
        all.add(b'j', 8);
    }
    if end.any(b"s") {
        all.add(b's', 0);
    }
    if end.any(b"r") && all.is_empty() {
        all.add(b'r', 0);
    }
    if end.any(b"#") {
        all.add(b'#', 0);
    }
    if end.any(b"o") {
        all.add(b'n', 0);
        all.add(b'j', 8);
    }
    (!all.is_empty()).then_some(all)
}

fn inflected(word: &str) -> Option<Uses> {
    let mut all = Uses::none();
    if word.ends_with('s') {
        if base_of(word, Ending::S, b'n').is_some() {
            all.add(b's', 0);
        }
        if base_of(word, Ending::S, b'v').is_some() {
            all.add(b'z', 8);
        }
    } else if word.ends_with("ed") {
        if base_of(word, Ending::Ed, b'v').is_some() {
            all = Uses::of(&[(b'd', 0), (b'p', 0), (b'j', 32)]);
        }
    } else if word.ends_with("ing") {
        if base_of(word, Ending::Ing, b'v').is_some() {
            all = Uses::of(&[(b'g', 0), (b'n', 32)]);
        }
    } else if word.ends_with("er") && base_of(word, Ending::Er, b'j').is_some()
        || word.ends_with("est") && base_of(word, Ending::Est, b'j').is_some()
    {
        all = Uses::of(&[(b'c', 0), (b'C', 24), (b'n', 32)]);
    } else if word.ends_with("'s") || word.ends_with("’s") {
        all.add(b'n', 0);
    }
    (!all.is_empty()).then_some(all)
}

fn prefixed(word: &str) -> Option<Uses> {
    const PREFIXES: [&str; 13] =
        ["un", "re", "pre", "over", "under", "non", "anti", "co", "out", "inter", "super", "mis", "dis"];
    let rest = |prefix: &&str| word.strip_prefix(*prefix).filter(|rest| rest.len() > 3);
    let list = PREFIXES.iter().filter_map(rest).find_map(known)?;
    let mut uses = read(list);
    for letter in b"xCW" {
        uses.drop(*letter);
    }
    (!uses.is_empty()).then_some(uses)
}

/// Uses by the look of an unknown lower-case word.
fn by_ending(word: &str) -> Uses {
    type Rule = (&'static [&'static str], &'static [(u8, u8)]);
    const ENDINGS: [Rule; 9] = [
        (&["ly"], &[(b'r', 0), (b'j', 32)]),
        (&["ing"], &[(b'g', 0), (b'n', 16)]),
        (&["ed"], &[(b'd', 0), (b'p', 0), (b'j', 24)]),
        (
            &[
                "tion", "sion", "ment", "ness", "ity", "ism", "ship", "hood", "ance", "ence", "ist", "or",
                "ogy",
            ],
            &[(b'n', 0)],
        ),
        (
            &["able", "ible", "ous", "ful", "less", "ical", "ic", "ive", "ish", "ian", "ese", "al", "ary"],
            &[(b'j', 0), (b'n', 24)],
        ),
        (&["ize", "ise", "ify"], &[(b'v', 0), (b'n', 32)]),
        (&["ss", "us", "is"], &[(b'n', 0), (b'j', 32)]),
        (&["s"], &[(b's', 0), (b'z', 32)]),
        (&["est"], &[(b'n', 0), (b'c', 16)]),
    ];
    for (endings, uses) in ENDINGS {
        if endings.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end)) {
            return Uses::of(uses);
        }
    }
    Uses::of(&[(b'n', 0), (b'j', 24), (b'v', 40)])
}

/// The costs of each state after two others.
pub(crate) fn sequence_costs(before: u8, last: u8) -> &'static [u8] {
    let at = (usize::from(before) * STATES + usize::from(last)) * STATES;
    TABLES.section(Section::Sequences).get(at..at + STATES).unwrap_or(&[])
}

/// The universal tag and the inflection of a state.
pub(crate) fn of_state(state: u8) -> (Tag, Form) {
    match LETTERS[usize::from(state)] {
        b'n' => (Tag::Noun, Form::Base),
        b's' => (Tag::Noun, Form::Plural),
        b'x' => (Tag::Propn, Form::Base),
        b'v' => (Tag::Verb, Form::Base),
        b'z' => (Tag::Verb, Form::Present3),
        b'd' => (Tag::Verb, Form::Past),
        b'p' => (Tag::Verb, Form::Participle),
        b'g' => (Tag::Verb, Form::Gerund),
        b'j' => (Tag::Adj, Form::Base),
        b'c' => (Tag::Adj, Form::Comparative),
        b'r' | b'W' => (Tag::Adv, Form::Base),
        b'C' => (Tag::Adv, Form::Comparative),
        b'a' | b'o' => (Tag::Adp, Form::Base),
        b'S' => (Tag::Sconj, Form::Base),
        b'K' => (Tag::Cconj, Form::Base),
        b't' => (Tag::Det, Form::Base),
        b'P' | b'Q' | b'w' | b'i' => (Tag::Pron, Form::Base),
        b'T' | b'q' | b'N' => (Tag::Part, Form::Base),
        b'M' | b'B' | b'E' | b'H' | b'D' => (Tag::Aux, Form::Base),
        b'#' => (Tag::Num, Form::Base),
        b',' | b'.' | b':' => (Tag::Punct, Form::Base),
        b'$' => (Tag::Sym, Form::Base),
        b'!' => (Tag::Intj, Form::Base),
        _ => (Tag::X, Form::Base),
    }
}
