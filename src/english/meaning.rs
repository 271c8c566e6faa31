//! What words have to do with each other.

use super::TABLES;
use super::entry::Entry;
use super::inflect::Short;
use super::table::Section;

/// The representative of a lemma's derivational family: *withdrawal* → *withdraw*, *growth* → *grow*.
/// A lemma without a family is its own.
pub fn root(lemma: &str) -> &str {
    TABLES
        .find(lemma)
        .and_then(|id| TABLES.value(Section::Families, Section::FamilyHeads, id))
        .map_or(lemma, |head| TABLES.word(head))
}

/// Whether two lemmas can mean the same in news: *flee*/*leave*, *buy*/*acquire*. Symmetric, not transitive.
/// Verbs of two words are written with a space: *step down*.
pub fn synonyms(a: &str, b: &str) -> bool {
    a == b || Entry::of(a).synonym_of(Entry::of(b))
}

/// Whether two lemmas exclude each other when said of one thing at one time: *advance*/*withdraw*,
/// *approve*/*reject*, *open*/*closed*, *hold*/*retake*. Symmetric.
pub fn opposites(a: &str, b: &str) -> bool {
    Entry::of(a).opposite_of(Entry::of(b))
}

/// The groups of lemmas that can mean the same as this one: two lemmas of one group are [`synonyms`].
pub(crate) fn synonym_groups(lemma: &str) -> impl Iterator<Item = u16> {
    let list = |id| TABLES.list(Section::Synonyms, Section::SynonymStarts, Section::SynonymGroups, id);
    TABLES.find(lemma).into_iter().flat_map(list)
}

/// All [`opposites`] of a lemma.
pub(crate) fn opposites_of(lemma: &str) -> impl Iterator<Item = &'static str> {
    let list = |id| TABLES.list(Section::Opposites, Section::OppositeStarts, Section::OppositeWords, id);
    TABLES.find(lemma).into_iter().flat_map(list).map(|id| TABLES.word(id))
}

/// The place that an adjective or a people's name belongs to: *norwegian* → *norway*.
pub fn demonym(word: &str) -> Option<&'static str> {
    let id = TABLES.find(word)?;
    TABLES.value(Section::Demonyms, Section::DemonymPlaces, id).map(|place| TABLES.word(place))
}

/// The name as which another spelling or an older name is compared: *kiev* → *kyiv*.
pub fn spelling(word: &str) -> Option<&'static str> {
    let id = TABLES.find(word)?;
    TABLES.value(Section::Spellings, Section::SpellingHeads, id).map(|head| TABLES.word(head))
}

/// The one-word equivalent of a verb with its particle: (*step*, *down*) → *resign*, (*call*, *off*) → *cancel*.
/// The particle may have two words: (*put*, *up with*) → *tolerate*.
pub fn phrasal(verb: &str, particle: &str) -> Option<&'static str> {
    let start = Short::join(verb, " ")?;
    let id = TABLES.find(Short::join(start.as_str(), particle)?.as_str())?;
    TABLES.value(Section::Phrasals, Section::PhrasalVerbs, id).map(|verb| TABLES.word(verb))
}

/// Whether a lower-case word can be a noun in the singular.
pub fn is_noun(word: &str) -> bool {
    super::uses(word).0.any(b"n")
}

/// Whether a lower-case word can be a verb in a finite form of its own: *wants*, *said*.
pub fn is_inflected_verb(word: &str) -> bool {
    super::uses(word).0.any(b"zd")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_meet_in_one_word() {
        for (a, b) in [
            ("withdrawal", "withdraw"),
            ("negotiator", "negotiation"),
            ("invasion", "invade"),
            ("growth", "grow"),
            ("employment", "employ"),
            ("approval", "approve"),
            ("organise", "organize"),
            ("decision", "decide"),
            ("payment", "pay"),
            ("resignation", "resign"),
        ] {
            assert_eq!(root(a), root(b), "{a} {b}");
        }
    }

    #[test]
    fn words_that_only_look_alike_are_no_family() {
        for (a, b) in [
            ("party", "part"),
            ("nation", "native"),
            ("station", "state"),
            ("general", "generate"),
            ("company", "accompany"),
            ("minister", "administer"),
        ] {
            assert_ne!(root(a), root(b), "{a} {b}");
        }
        assert_eq!(root("blorb"), "blorb");
        assert_eq!(root(""), "");
    }

    #[test]
    fn synonyms_of_the_news() {
        for (a, b) in [
            ("flee", "leave"),
            ("buy", "acquire"),
            ("cost", "price"),
            ("fire", "dismiss"),
            ("quit", "resign"),
            ("step down", "resign"),
            ("begin", "launch"),
            ("strike", "walkout"),
            ("talk", "negotiation"),
            ("talks", "negotiations"),
            ("approve", "adopt"),
            ("reject", "turn down"),
            ("build", "construct"),
            ("soldier", "troop"),
            ("arrest", "detain"),
            ("dead", "killed"),
        ] {
            assert!(synonyms(a, b) && synonyms(b, a), "{a} {b}");
        }
        assert!(synonyms("blorb", "blorb"));
    }

    #[test]
    fn what_is_no_synonym() {
        for (a, b) in [
            ("die", "survive"),
            ("approve", "reject"),
            ("leave", "arrive"),
            ("cost", "damage"),
            ("buy", "sell"),
            ("minister", "president"),
            ("say", "deny"),
            ("rise", "fall"),
            ("win", "lose"),
            ("have", "make"),
            ("be", "have"),
            ("go", "die"),
            ("tank", "missile"),
            ("monday", "tuesday"),
            ("blorb", "grelice"),
        ] {
            assert!(!synonyms(a, b) && !synonyms(b, a), "{a} {b}");
        }
    }

    #[test]
    fn opposites_of_the_news() {
        for (a, b) in [
            ("approve", "reject"),
            ("adopt", "reject"),
            ("adopt", "vote down"),
            ("open", "close"),
            ("open", "closed"),
            ("rise", "fall"),
            ("climb", "decline"),
            ("win", "lose"),
            ("begin", "end"),
            ("hold", "retake"),
            ("advance", "withdraw"),
            ("advance", "retreat"),
            ("legal", "banned"),
            ("alive", "dead"),
            ("guilty", "acquitted"),
            ("support", "oppose"),
            ("hire", "fire"),
            ("higher", "lower"),
            ("before", "after"),
            ("increase", "decrease"),
            ("allow", "ban"),
            ("admit", "deny"),
            ("resume", "halt"),
            ("in service", "out of service"),
            ("more", "fewer"),
        ] {
            assert!(opposites(a, b) && opposites(b, a), "{a} {b}");
        }
    }

    #[test]
    fn what_is_no_opposite() {
        for (a, b) in [
            ("approve", "adopt"),
            ("begin", "launch"),
            ("rise", "win"),
            ("import", "export"),
            ("buyer", "seller"),
            ("north", "south"),
            ("man", "woman"),
            ("say", "tell"),
            ("open", "open"),
            ("visit", "arrive"),
            ("kill", "wound"),
            ("blorb", "rise"),
        ] {
            assert!(!opposites(a, b) && !opposites(b, a), "{a} {b}");
        }
    }

    #[test]
    fn kinds_of_a_general_word() {
        let kind = |a: &str, b: &str| Entry::of(a).hyponym_of(Entry::of(b));
        for (a, b) in [
            ("ferry", "vessel"),
            ("tram", "vehicle"),
            ("lecturer", "staff"),
            ("library", "building"),
            ("howitzer", "weapon"),
            ("murder", "crime"),
            ("measles", "disease"),
            ("chemist", "scientist"),
            ("helicopter", "aircraft"),
        ] {
            assert!(kind(a, b) && !kind(b, a), "{a} {b}");
        }
        // Two kinds of one thing, and what is too general to tell anything.
        for (a, b) in [
            ("ferry", "tanker"),
            ("tram", "bus"),
            ("dog", "cat"),
            ("nurse", "porter"),
            ("ferry", "ferry"),
            ("strike", "event"),
            ("bridge", "thing"),
            ("blorb", "vessel"),
            ("ferry", "blorb"),
        ] {
            assert!(!kind(a, b) && !kind(b, a), "{a} {b}");
        }
    }

    #[test]
    fn no_pair_is_both_synonym_and_opposite() {
        for id in 0..u16::MAX {
            if TABLES.position(Section::Opposites, id).is_none() {
                continue;
            }
            let word = TABLES.word(id);
            for other in TABLES.list(Section::Opposites, Section::OppositeStarts, Section::OppositeWords, id)
            {
                assert!(!synonyms(word, TABLES.word(other)), "{word} {}", TABLES.word(other));
            }
        }
    }

    #[test]
    fn verbs_with_particles() {
        assert_eq!(phrasal("step", "down"), Some("resign"));
        assert_eq!(phrasal("call", "off"), Some("cancel"));
        assert_eq!(phrasal("pull", "out"), Some("withdraw"));
        assert_eq!(phrasal("go", "up"), Some("rise"));
        assert_eq!(phrasal("carry", "out"), Some("implement"));
        assert_eq!(phrasal("put", "up with"), Some("tolerate"));
        assert_eq!(phrasal("sit", "near"), None);
        assert_eq!(phrasal("resign", "from"), None);
        assert_eq!(phrasal("", ""), None);
        assert_eq!(phrasal(&"x".repeat(100), "up"), None);
    }

    #[test]
    fn places_of_peoples() {
        assert_eq!(demonym("norwegian"), Some("norway"));
        assert_eq!(demonym("dutch"), Some("netherlands"));
        assert_eq!(demonym("green"), None);
        assert_eq!(demonym("norway"), None);
    }
}
