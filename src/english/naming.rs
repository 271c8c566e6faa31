//! Words of names: honorifics, given names, particles, the nouns with which names of bodies and places end.
//!
//! The data compiler shares this file, so it may use nothing of the crate.

/// A class of `data/english/names.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameClass {
    /// Stands before a person's name and is no part of it: *Mr, Dame*.
    Honorific,
    /// Shows that a person is male: *Mr, king, Tom*.
    Male,
    /// Shows that a person is female: *Mrs, queen, Ana*.
    Female,
    /// A given name.
    Given,
    /// A small word inside names: *van, bin*.
    Particle,
    /// Behind a person's name: *Jr., III*.
    Generation,
    /// Ends the name of a company: *Ltd, Holdings*.
    Company,
    /// A noun for a body: *ministry, club*.
    Body,
    /// A noun for a place: *river, town*.
    Place,
    /// A noun of these that is a surname too: *marsh, stone*.
    Surname,
    /// Stands before the name of a place: *North, Lake*.
    PlaceBefore,
    /// A noun for something else that bears a name: *treaty, cup*.
    Thing,
    /// A place that readers are not told the country of: *Paris*.
    PlaceName,
    /// A country, or a noun for one.
    Country,
    /// A later name for what the text named: *the company*.
    StandIn,
    /// A day or month.
    Calendar,
    /// What one has in something: *share, stake*.
    Holding,
    /// What is said of a place: *mayor, resident*.
    OfPlace,
    /// What is said of a body: *shareholder, staff*.
    OfBody,
    /// Held before: *former, then*.
    Former,
    /// A verb of what only a person does: *weep*.
    Personal,
    /// A verb with which *it* stands for nothing: *rain*.
    Impersonal,
    /// A verb that gives its subject an office: *lead*.
    Leading,
    /// A verb that gives its object an office: *appoint*.
    Appointing,
    /// Stands before an office: *acting*.
    Rank,
    /// A verb between two of a kind: *beat*.
    Contest,
}

#[allow(dead_code)] // the data compiler's
const NAMED: [(&str, NameClass); 26] = [
    ("honorific", NameClass::Honorific),
    ("male", NameClass::Male),
    ("female", NameClass::Female),
    ("given", NameClass::Given),
    ("particle", NameClass::Particle),
    ("generation", NameClass::Generation),
    ("company", NameClass::Company),
    ("body", NameClass::Body),
    ("place", NameClass::Place),
    ("surname", NameClass::Surname),
    ("place-before", NameClass::PlaceBefore),
    ("thing", NameClass::Thing),
    ("place-name", NameClass::PlaceName),
    ("country", NameClass::Country),
    ("stand-in", NameClass::StandIn),
    ("calendar", NameClass::Calendar),
    ("holding", NameClass::Holding),
    ("of-place", NameClass::OfPlace),
    ("of-body", NameClass::OfBody),
    ("former", NameClass::Former),
    ("personal", NameClass::Personal),
    ("impersonal", NameClass::Impersonal),
    ("leading", NameClass::Leading),
    ("appointing", NameClass::Appointing),
    ("rank", NameClass::Rank),
    ("contest", NameClass::Contest),
];

/// All classes of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NameWord(pub(crate) u64);

impl NameWord {
    /// Whether the word is of a class.
    pub fn is(self, class: NameClass) -> bool {
        self.0 & 1 << class as u64 != 0
    }

    /// Whether it is of one of these classes.
    pub fn any(self, classes: &[NameClass]) -> bool {
        classes.iter().any(|class| self.is(*class))
    }

    /// The bit of the class that `data/english/names.tsv` calls by this name.
    #[allow(dead_code)] // the data compiler's
    pub(crate) fn named(name: &str) -> Option<u64> {
        NAMED.iter().find(|(each, _)| *each == name).map(|(_, class)| 1 << *class as u64)
    }
}
