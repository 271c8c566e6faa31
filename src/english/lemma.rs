//! The dictionary form of a word, and its inflection.

use super::TABLES;
use super::grammar::{Form, Tag};
use super::inflect::{Ending, Short, bases, guess};
use super::lexicon::{base_of, is, of_state, uses};
use super::states::{LETTERS, state};
use compact_str::CompactString;

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
