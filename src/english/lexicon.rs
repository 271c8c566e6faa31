//! What a spelling can be, and which lemma it has then.

use super::TABLES;
use super::grammar::{Form, Tag};
use super::inflect::{Ending, Short, bases, guess};
use super::states::{LETTERS, STATES, state};
use super::table::Section;
use super::uses::Uses;
use compact_str::CompactString;

/// The number of a word that is used by itself, and its uses.
fn known(word: &str) -> Option<&'static [u8]> {
    TABLES.find(word).map(|id| TABLES.usage(id)).filter(|uses| !uses.is_empty())
}

fn has(uses: &[u8], letter: u8) -> bool {
    uses.chunks_exact(2).any(|each| each[0] == state(letter))
}

fn is(word: &str, letter: u8) -> bool {
    known(word).is_some_and(|uses| has(uses, letter))
}

/// The known word of this use that `word` is inflected from, else one that a prefix makes of a known word.
fn base_of(word: &str, ending: Ending, letter: u8) -> Option<Short> {
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
    if let Some(dash) = word.rfind('-') {
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
        return (!all.is_empty()).then_some(all);
    }
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
    if !all.is_empty() {
        return Some(all);
    }
    for prefix in
        ["un", "re", "pre", "over", "under", "non", "anti", "co", "out", "inter", "super", "mis", "dis"]
    {
        let rest = word.strip_prefix(prefix).filter(|rest| rest.len() > 3);
        if let Some(list) = rest.and_then(known) {
            let mut uses = read(list);
            for letter in b"xCW" {
                uses.drop(*letter);
            }
            return (!uses.is_empty()).then_some(uses);
        }
    }
    None
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

/// Lemma and form of auxiliaries and clitics.
fn auxiliary(word: &str) -> Option<(&'static str, Form)> {
    Some(match word {
        "be" | "'m" | "'re" | "am" | "are" => ("be", Form::Base),
        "is" | "'s" => ("be", Form::Present3),
        "was" | "were" => ("be", Form::Past),
        "been" => ("be", Form::Participle),
        "being" => ("be", Form::Gerund),
        "have" | "'ve" => ("have", Form::Base),
        "has" => ("have", Form::Present3),
        "had" => ("have", Form::Past),
        "having" => ("have", Form::Gerund),
        "do" => ("do", Form::Base),
        "does" => ("do", Form::Present3),
        "did" => ("do", Form::Past),
        "done" => ("do", Form::Participle),
        "will" | "'ll" | "wo" => ("will", Form::Base),
        "would" | "'d" => ("would", Form::Base),
        "can" | "ca" | "cannot" => ("can", Form::Base),
        "could" => ("could", Form::Base),
        "shall" | "sha" => ("shall", Form::Base),
        _ => return None,
    })
}

/// The dictionary form and the inflection of a lower-case word that is used as `tag`:
/// (*went*, Verb) → (*go*, Past). A word that no table knows is inflected by rule, else it is its own lemma.
pub fn lemma(word: &str, tag: Tag) -> (CompactString, Form) {
    let (uses, _) = uses(word);
    let fits = |each: &&(u8, u8)| of_state(each.0).0 == tag;
    let mark = uses.as_slice().iter().filter(fits).min_by_key(|each| each.1).map(|each| each.0);
    // Without a sentence around it, a form that can be both is the past tense.
    let mark = mark.map(|mark| if mark == state(b'p') && uses.any(b"d") { state(b'd') } else { mark });
    let mark = mark.unwrap_or_else(|| {
        state(match tag {
            Tag::Noun if plural_of(word).is_some() => b's',
            Tag::Noun => b'n',
            Tag::Verb if irregular(word, b'v').is_some() => b'd',
            Tag::Verb if word.ends_with("ing") => b'g',
            Tag::Verb if word.ends_with("ed") => b'd',
            Tag::Verb if word.ends_with('s') => b'z',
            Tag::Verb => b'v',
            Tag::Adj if comparative_of(word).is_some() => b'c',
            Tag::Adj => b'j',
            Tag::Adv if comparative_of(word).is_some() => b'C',
            Tag::Aux => b'M',
            _ => b'X',
        })
    });
    lemma_as(word, mark)
}

/// The dictionary form and the inflection of a lower-case word in a state of the tagger.
pub(crate) fn lemma_as(word: &str, mark: u8) -> (CompactString, Form) {
    let letter = LETTERS[usize::from(mark)];
    let form = of_state(mark).1;
    let short = |found: Option<Short>, form: Form| match found {
        Some(base) => (base.as_str().into(), form),
        None => (word.into(), Form::Base),
    };
    match letter {
        b's' => (plural_of(word).map_or_else(|| word.into(), |base| base.as_str().into()), Form::Plural),
        b'n' => (word.into(), Form::Base),
        b'z' => match auxiliary(word) {
            Some((lemma, form)) => (lemma.into(), form),
            None => short(
                irregular(word, b'v')
                    .or_else(|| base_of(word, Ending::S, b'v'))
                    .or_else(|| guess(word, Ending::S)),
                form,
            ),
        },
        b'd' | b'p' => match auxiliary(word) {
            Some((lemma, form)) => (lemma.into(), form),
            None => {
                let base = irregular(word, b'v')
                    .or_else(|| base_of(word, Ending::Ed, b'v'))
                    .or_else(|| if word.ends_with("ed") { guess(word, Ending::Ed) } else { None });
                // *cut*, *put*, *hit*: the same word in every form.
                match base {
                    Some(base) => (base.as_str().into(), form),
                    None => (word.into(), form),
                }
            }
        },
        b'g' => short(
            irregular(word, b'v')
                .or_else(|| base_of(word, Ending::Ing, b'v'))
                .or_else(|| guess(word, Ending::Ing)),
            form,
        ),
        b'c' | b'C' => {
            let form = if word.ends_with("st") { Form::Superlative } else { Form::Comparative };
            match comparative_of(word) {
                Some(base) => (base.as_str().into(), form),
                None => (word.into(), form),
            }
        }
        b'M' | b'B' | b'E' | b'H' | b'D' | b'v' => match auxiliary(word) {
            Some(("be", Form::Present3)) if letter == b'H' => ("have".into(), Form::Present3),
            Some(("would", _)) if letter == b'H' && word == "'d" => ("have".into(), Form::Past),
            Some((lemma, form)) if letter != b'v' || matches!(lemma, "have" | "do" | "be") => {
                (lemma.into(), form)
            }
            _ => (word.into(), Form::Base),
        },
        b'N' => ("not".into(), Form::Base),
        b'x' => match word.strip_suffix('s').filter(|base| super::demonym(base).is_some() && !is(word, b'n'))
        {
            Some(base) => (base.into(), Form::Plural),
            None => match word.strip_suffix('s').filter(|base| is(base, b'x') && !is(word, b'x')) {
                Some(day) => (day.into(), Form::Plural),
                None => (word.into(), Form::Base),
            },
        },
        b't' if word == "an" => ("a".into(), Form::Base),
        _ => (word.into(), form),
    }
}

fn irregular(word: &str, kind: u8) -> Option<Short> {
    let id = TABLES.find(word)?;
    TABLES.irregular(id, kind).and_then(|lemma| Short::join(TABLES.word(lemma), ""))
}

/// The singular: irregular, of the lexicon, or by rule where the word is none of its own.
fn plural_of(word: &str) -> Option<Short> {
    irregular(word, b'n').or_else(|| base_of(word, Ending::S, b'n')).or_else(|| {
        if let Some(dash) = word.rfind('-') {
            let last = plural_of(&word[dash + 1..])?;
            return Short::join(&word[..=dash], last.as_str());
        }
        let singular = ["ss", "us", "is", "ics"].iter().any(|end| word.ends_with(end));
        if singular || is(word, b'n') { None } else { guess(word, Ending::S) }
    })
}

fn comparative_of(word: &str) -> Option<Short> {
    irregular(word, b'a').or_else(|| {
        let ending = if word.ends_with("st") { Ending::Est } else { Ending::Er };
        bases(word, ending, &mut |base| is(base, b'j') || is(base, b'r'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(word: &str, tag: Tag, base: &str, form: Form) {
        assert_eq!(lemma(word, tag), (base.into(), form), "{word}");
    }

    #[test]
    fn irregular_verbs() {
        for (word, base, form) in [
            ("went", "go", Form::Past),
            ("gone", "go", Form::Participle),
            ("said", "say", Form::Past),
            ("withdrew", "withdraw", Form::Past),
            ("withdrawn", "withdraw", Form::Participle),
            ("overtook", "overtake", Form::Past),
            ("fled", "flee", Form::Past),
            ("sought", "seek", Form::Past),
            ("rose", "rise", Form::Past),
            ("fell", "fall", Form::Past),
            ("broken", "break", Form::Participle),
        ] {
            is(word, Tag::Verb, base, form);
        }
    }

    #[test]
    fn regular_verbs() {
        for (word, base, form) in [
            ("stopped", "stop", Form::Past),
            ("reached", "reach", Form::Past),
            ("returned", "return", Form::Past),
            ("hoped", "hope", Form::Past),
            ("developed", "develop", Form::Past),
            ("carries", "carry", Form::Present3),
            ("goes", "go", Form::Present3),
            ("closing", "close", Form::Gerund),
            ("running", "run", Form::Gerund),
            ("dying", "die", Form::Gerund),
            ("panicked", "panic", Form::Past),
            ("renegotiated", "renegotiate", Form::Past),
            ("blorbed", "blorb", Form::Past),
        ] {
            let (found, shape) = lemma(word, Tag::Verb);
            assert_eq!((found.as_str(), shape), (base, form), "{word}");
        }
    }

    #[test]
    fn nouns() {
        for (word, base) in [
            ("trams", "tram"),
            ("children", "child"),
            ("men", "man"),
            ("countries", "country"),
            ("losses", "loss"),
            ("wives", "wife"),
            ("crises", "crisis"),
            ("long-termers", "long-termer"),
            ("buses", "bus"),
            ("heroes", "hero"),
            ("people", "people"),
        ] {
            is(word, Tag::Noun, base, Form::Plural);
        }
        for word in ["news", "politics", "bus", "glass", "crisis", "tram", "virus", "analysis", "chaos"] {
            is(word, Tag::Noun, word, Form::Base);
        }
    }

    #[test]
    fn comparison_and_auxiliaries() {
        is("larger", Tag::Adj, "large", Form::Comparative);
        is("biggest", Tag::Adj, "big", Form::Superlative);
        is("worse", Tag::Adj, "bad", Form::Comparative);
        is("open", Tag::Adj, "open", Form::Base);
        is("was", Tag::Aux, "be", Form::Past);
        is("'ve", Tag::Aux, "have", Form::Base);
        is("'ll", Tag::Aux, "will", Form::Base);
        is("n't", Tag::Part, "not", Form::Base);
        is("kyiv", Tag::Propn, "kyiv", Form::Base);
        is("", Tag::Noun, "", Form::Base);
    }

    #[test]
    fn a_word_in_another_part_of_speech_is_not_inflected() {
        is("left", Tag::Adj, "left", Form::Base);
        is("building", Tag::Noun, "building", Form::Base);
        is("meeting", Tag::Noun, "meeting", Form::Base);
        is("united", Tag::Adj, "united", Form::Base);
        is("number", Tag::Noun, "number", Form::Base);
    }
}
