//! Words that single rules ask for: `data/english/rule-words.tsv`.

use crate::english::{self, WordMap};
use std::sync::LazyLock;

/// A class of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RuleWord {
    /// *become, appoint*: the subject, or in the passive the object, takes an office.
    TakesOffice,
    /// *resign, oust*: an office ends.
    LeavesOffice,
    /// *dismiss, arrest*: its object is in another state afterwards.
    DoneToPerson,
    /// *appoint, dismiss*: somebody does it to the holder.
    DoneToHolder,
    /// *succeed*: its object is the predecessor.
    Replaces,
    /// *run, chair*: its subject is at the head of a body.
    HeadsBody,
    /// *acting, deputy*: makes another office of one.
    Rank,
    /// *post, helm*: whatever office somebody has.
    Job,
    /// *executive, president*: the last word of the office of who runs a body.
    TopOffice,
    /// *director, chief constable*: all words of the office of who runs a body.
    TopPost,
    /// *cancel, postpone*: what was planned will not come, or not as planned.
    Drops,
    /// *plan, bid*: what one means to do.
    Plan,
    /// *score, rating*: a number on a scale.
    Rating,
    /// *people, resident*: whoever is counted.
    Anybody,
    /// *earn, gross, raise*: an amount of money comes in.
    Takes,
    /// *steady, flat*: neither up nor down.
    Steady,
    /// *large, long, expensive*: more of it is a rise.
    Large,
    /// *small, short, cheap*: more of it is a fall.
    Small,
    /// *before, last, previous*: a time gone by.
    Earlier,
    /// *have, see, suffer*: its object says what happened.
    Light,
    /// *total, worldwide*: all of it together.
    Total,
    /// *other, outside*: what is left.
    Rest,
    /// *bring, lodge*: with a noun of action says what the noun does.
    Carries,
    /// *sell*: the subject no longer has it.
    PartsWith,
    /// *open, close*: the one may have followed the other.
    Undoes,
    /// *happen, follow*: an event named by a noun took place.
    Occurs,
    /// *come, announce*: what a noun names was made known.
    Comes,
    /// *decision, figure*: a noun for what was just told.
    ToldOf,
    /// *act, move*: somebody did something.
    Acts,
    /// *file, reach*: tells of the event that its object names.
    Supports,
    /// *forecast, demand*: what somebody said.
    Said,
    /// *lose, relinquish*: with a noun for a post, it ends.
    LosesPost,
    /// *assume, take up*: with a noun for a post, it begins.
    TakesPost,
    /// *duties, seat*: what the holder of a post loses with it.
    Duties,
    /// *choose, hire*: before an infinitive says that it came so.
    Picks,
    /// *acting, interim*: until somebody has the office.
    StandsIn,
    /// *mayor, captain*: a body has one.
    Sole,
    /// *serving, sitting*: has the office still.
    Serving,
    /// *until, formerly*: at another time than that told of.
    OtherTime,
    /// *postpone, interrupt*: what it is said of came later.
    Later,
    /// *but not, except*: what stands behind is left out.
    LeavesOut,
    /// *beat, surpass*: its subject is further up.
    Surpasses,
    /// *finance, defence*: what one minister has and another has not.
    Portfolio,
    /// *visit, praise*: what many may do to one thing.
    Shared,
    /// *design, discover*: what is done to a thing once.
    DoneOnce,
    /// *announce, cite*: with a noun for the content of what was said.
    Announces,
    /// *year, season*: a part of time, not all of it.
    Period,
    /// *upper, north*: before the name of a place makes another of it.
    OtherPlace,
    /// *gone, over*: no longer so.
    Gone,
    /// *another, earlier*: before a noun sets it apart.
    SetsApart,
    /// *another, further*: an amount beside one told before.
    Further,
    /// *division, subsidiary*: a part of what its owner is.
    Part,
    /// *hold, count, employ*: its object says how many there are.
    Holds,
    /// *kill, die, death*: somebody is dead.
    Fatal,
    /// *lose, claim*: of lives, somebody is dead.
    TakesLives,
    /// *accuse, thank*: two may do it to each other.
    Mutual,
    /// *demand, expect*: its object is wanted, not had.
    Asks,
    /// *withdraw*: with *from*, its subject is of a body no longer.
    LeavesBody,
    /// *remain*: with *at* and a number, neither up nor down.
    Stays,
    /// *buy*: its subject has it then, from whom it was.
    Acquires,
    /// *challenge*: an object for what is done to whoever it comes from.
    Challenge,
    /// *buy, sink*: what one does to one thing once.
    Once,
    /// *swear in, inaugurate*: who was picked for an office now has it.
    Enters,
    /// *order, allow*: what somebody has done by saying so.
    Decrees,
    /// *election, race*: who wins one gets the office that it is for.
    Contest,
    /// *price, number, stock*: how much there is of what stands before it.
    Extent,
    /// *cost, bill*: an amount of money is what something costs.
    Price,
    /// *pay, spend*: its subject is who pays.
    Pays,
    /// *employ, workforce*: who works for somebody.
    Staff,
    /// *project, site, company*: may stand for what was called by another noun.
    Generic,
}

const NAMED: &[(&str, RuleWord)] = &[
    ("takes-office", RuleWord::TakesOffice),
    ("leaves-office", RuleWord::LeavesOffice),
    ("done-to-person", RuleWord::DoneToPerson),
    ("done-to-holder", RuleWord::DoneToHolder),
    ("replaces", RuleWord::Replaces),
    ("heads-body", RuleWord::HeadsBody),
    ("rank", RuleWord::Rank),
    ("job", RuleWord::Job),
    ("top-office", RuleWord::TopOffice),
    ("top-post", RuleWord::TopPost),
    ("drops", RuleWord::Drops),
    ("plan", RuleWord::Plan),
    ("rating", RuleWord::Rating),
    ("anybody", RuleWord::Anybody),
    ("takes", RuleWord::Takes),
    ("steady", RuleWord::Steady),
    ("large", RuleWord::Large),
    ("small", RuleWord::Small),
    ("earlier", RuleWord::Earlier),
    ("light", RuleWord::Light),
    ("total", RuleWord::Total),
    ("rest", RuleWord::Rest),
    ("carries", RuleWord::Carries),
    ("parts-with", RuleWord::PartsWith),
    ("undoes", RuleWord::Undoes),
    ("occurs", RuleWord::Occurs),
    ("comes", RuleWord::Comes),
    ("told-of", RuleWord::ToldOf),
    ("acts", RuleWord::Acts),
    ("supports", RuleWord::Supports),
    ("said", RuleWord::Said),
    ("loses-post", RuleWord::LosesPost),
    ("takes-post", RuleWord::TakesPost),
    ("duties", RuleWord::Duties),
    ("picks", RuleWord::Picks),
    ("stands-in", RuleWord::StandsIn),
    ("sole", RuleWord::Sole),
    ("serving", RuleWord::Serving),
    ("other-time", RuleWord::OtherTime),
    ("later", RuleWord::Later),
    ("leaves-out", RuleWord::LeavesOut),
    ("surpasses", RuleWord::Surpasses),
    ("portfolio", RuleWord::Portfolio),
    ("shared", RuleWord::Shared),
    ("done-once", RuleWord::DoneOnce),
    ("announces", RuleWord::Announces),
    ("period", RuleWord::Period),
    ("other-place", RuleWord::OtherPlace),
    ("gone", RuleWord::Gone),
    ("further", RuleWord::Further),
    ("part", RuleWord::Part),
    ("sets-apart", RuleWord::SetsApart),
    ("holds", RuleWord::Holds),
    ("fatal", RuleWord::Fatal),
    ("takes-lives", RuleWord::TakesLives),
    ("mutual", RuleWord::Mutual),
    ("asks", RuleWord::Asks),
    ("leaves-body", RuleWord::LeavesBody),
    ("stays", RuleWord::Stays),
    ("acquires", RuleWord::Acquires),
    ("challenge", RuleWord::Challenge),
    ("once", RuleWord::Once),
    ("enters", RuleWord::Enters),
    ("decrees", RuleWord::Decrees),
    ("contest", RuleWord::Contest),
    ("extent", RuleWord::Extent),
    ("price", RuleWord::Price),
    ("pays", RuleWord::Pays),
    ("staff", RuleWord::Staff),
    ("generic", RuleWord::Generic),
];

/// The table, a bit for each class.
struct Classes {
    /// Of each lemma.
    of: WordMap<u128>,
    /// Of all lemmas that are alike at a glance: most words that are asked for stand in no class.
    alike: [u128; ALIKE],
}

const ALIKE: usize = 1024;

/// What tells a word at a glance: its length and its outermost letters, whether they are small or not.
#[inline]
fn glance(word: &str) -> usize {
    let letter = |byte: Option<&u8>| byte.map_or(0, |byte| usize::from(byte | 0x20));
    let bytes = word.as_bytes();
    (letter(bytes.first()) + 27 * letter(bytes.last()) + 131 * bytes.len()) % ALIKE
}

static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let mut classes = Classes { of: WordMap::default(), alike: [0; ALIKE] };
    for (name, words) in english::rows(include_str!("../../data/english/rule-words.tsv"))
        .filter_map(|row| row.split_once('\t'))
    {
        let Some((_, class)) = NAMED.iter().find(|(each, _)| *each == name) else { continue };
        for word in words.split(',') {
            let word = word.trim();
            *classes.of.entry(word).or_default() |= 1 << *class as u128;
            classes.alike[glance(word)] |= 1 << *class as u128;
        }
    }
    classes
});

impl RuleWord {
    /// Whether a lemma is of the class.
    pub(super) fn has(self, lemma: &str) -> bool {
        let of = |bits: &u128| bits & 1 << self as u128 != 0;
        self.may_have(lemma) && CLASSES.of.get(lemma).is_some_and(of)
    }

    /// Whether a lemma, or a word that would be it in small letters, can be of the class: what is asked before a word
    /// is made small.
    pub(super) fn may_have(self, word: &str) -> bool {
        CLASSES.alike[glance(word)] & 1 << self as u128 != 0
    }

    /// The members of the class, by a look at all of the table: for phrases that are searched for.
    pub(super) fn members(self) -> Vec<&'static str> {
        let own = CLASSES.of.iter().filter(|(_, bits)| *bits & 1 << self as u128 != 0);
        own.map(|(word, _)| *word).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_class() {
        let table = include_str!("../../data/english/rule-words.tsv");
        let names: Vec<&str> = english::rows(table).map(|l| l.split_once('\t').unwrap().0).collect();
        assert_eq!(names, NAMED.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        assert!(RuleWord::LeavesOffice.has("oust") && RuleWord::DoneToHolder.has("oust"));
        assert!(!RuleWord::TakesOffice.has("oust") && !RuleWord::Plan.has("bridge"));
        assert!(RuleWord::LeavesOffice.may_have("OUST") && !RuleWord::LeavesOffice.has("OUST"));
    }
}
