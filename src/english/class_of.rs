//! The classes that a word belongs to.

use super::TABLES;
use super::classes::{Aspect, Classes, Direction, Modality, Stance};
use super::entry::Entry;
use super::inflect::Short;
use super::naming::NameWord;
use super::table::Section;

/// All classes of a lemma, in one look-up.
pub fn classes(lemma: &str) -> Classes {
    Entry::of(lemma).classes()
}

/// All classes of a verb with its particle: (*point*, *out*) as of *point out*.
pub(crate) fn phrasal_classes(verb: &str, particle: &str) -> Classes {
    Short::join(verb, " ")
        .and_then(|start| Short::join(start.as_str(), particle))
        .map_or(Classes::default(), |both| classes(both.as_str()))
}

/// Which way a verb, noun, adjective or adverb of trend goes: *soar* up, *shortfall* down.
pub fn direction(lemma: &str) -> Option<Direction> {
    classes(lemma).direction()
}

/// The phase of an event that a word names: *launch* starts, *persist* continues.
pub fn aspect(lemma: &str) -> Option<Aspect> {
    classes(lemma).aspect()
}

/// The attitude of a verb or noun of saying and thinking: *allege*, *denial*, *pledge*.
pub fn reporting(lemma: &str) -> Option<Stance> {
    classes(lemma).stance()
}

/// What a modal verb, adverb or adjective does to certainty: *might*, *allegedly*, *scheduled*.
pub fn modality(lemma: &str) -> Option<Modality> {
    classes(lemma).modality()
}

/// Whether a verb says that what it governs did not happen: *fail*, *refuse*, *prevent*.
pub fn is_negator(lemma: &str) -> bool {
    classes(lemma).negator()
}

/// Whether a noun names an office or role that someone holds: *minister*, *chief executive*, *coach*.
pub fn is_office(lemma: &str) -> bool {
    classes(lemma).office()
}

/// Whether a noun names persons: *soldier*, *passenger*, *people*.
pub fn is_person_noun(lemma: &str) -> bool {
    classes(lemma).person()
}

/// What a word can be in a name: *ltd*, *van*, *river*. Folded, or a lemma.
pub fn name_word(word: &str) -> NameWord {
    let at = TABLES.find(word).and_then(|id| TABLES.position(Section::NameWords, id));
    NameWord(at.map_or(0, |at| TABLES.bits(Section::NameBits, at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trends() {
        for word in ["rise", "soar", "growth", "higher", "more"] {
            assert_eq!(direction(word), Some(Direction::Up), "{word}");
        }
        for word in ["fall", "plummet", "reduction", "lower", "fewer"] {
            assert_eq!(direction(word), Some(Direction::Down), "{word}");
        }
        for word in ["remain", "say", "table", "change", ""] {
            assert_eq!(direction(word), None, "{word}");
        }
    }

    #[test]
    fn phases() {
        for (word, is) in [
            ("begin", Aspect::Start),
            ("launch", Aspect::Start),
            ("halt", Aspect::Stop),
            ("call off", Aspect::Stop),
            ("continue", Aspect::Continue),
            ("shift", Aspect::Change),
            ("remain", Aspect::NoChange),
            ("resume", Aspect::Repeat),
        ] {
            assert_eq!(aspect(word), Some(is), "{word}");
        }
        for word in ["visit", "kill", "tram", "say", "new"] {
            assert_eq!(aspect(word), None, "{word}");
        }
    }

    #[test]
    fn attitudes() {
        for (word, is) in [
            ("say", Stance::Say),
            ("allege", Stance::Claim),
            ("denial", Stance::Deny),
            ("concede", Stance::Admit),
            ("warn", Stance::Warn),
            ("pledge", Stance::Promise),
            ("refuse", Stance::Refuse),
            ("ask", Stance::Ask),
            ("doubt", Stance::Doubt),
            ("urge", Stance::Order),
            ("expect", Stance::Believe),
            ("hope", Stance::Hope),
            ("suggest", Stance::Suggest),
            ("confirm", Stance::Confirm),
            ("insist", Stance::Insist),
        ] {
            assert_eq!(reporting(word), Some(is), "{word}");
        }
        for word in ["run", "kill", "bridge", "seek", "plan"] {
            assert_eq!(reporting(word), None, "{word}");
        }
    }

    #[test]
    fn certainty_and_negation() {
        assert_eq!(modality("might"), Some(Modality::Possible));
        assert_eq!(modality("allegedly"), Some(Modality::Hearsay));
        assert_eq!(modality("scheduled"), Some(Modality::Planned));
        assert_eq!(modality("must"), Some(Modality::Necessary));
        assert_eq!(modality("tram"), None);
        for word in ["fail", "refuse", "prevent", "deny", "avoid"] {
            assert!(is_negator(word), "{word}");
        }
        for word in ["manage", "help", "begin", "not", "no"] {
            assert!(!is_negator(word), "{word}");
        }
    }

    #[test]
    fn offices_and_persons() {
        for word in ["minister", "spokeswoman", "coach", "chief executive", "judge", "mayor"] {
            assert!(is_office(word), "{word}");
        }
        for word in ["ministry", "tram", "city", "government", "child"] {
            assert!(!is_office(word), "{word}");
        }
        for word in ["people", "soldier", "passenger", "child", "worker"] {
            assert!(is_person_noun(word), "{word}");
        }
        for word in ["tram", "subject", "party", "carrier", "bank", "company"] {
            assert!(!is_person_noun(word), "{word}");
        }
    }
}
