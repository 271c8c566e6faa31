//! All classes of one word in one number: fields of bits, by the names of `data/english/classes.tsv`.

use super::{Aspect, Denial, Direction, FRAME_NAMES, Frames, Modality, Quantifier, Stance};

/// One class in the packed form: a field of bits and its value.
#[allow(dead_code)] // the data compiler's
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bits {
    shift: u32,
    width: u32,
    value: u32,
}

const DIRECTION: (u32, u32) = (0, 2);

const ASPECT: (u32, u32) = (2, 3);

const STANCE: (u32, u32) = (5, 4);

const MODALITY: (u32, u32) = (9, 3);

const NEGATOR: (u32, u32) = (12, 1);

const OFFICE: (u32, u32) = (13, 1);

const PERSON: (u32, u32) = (14, 1);

/// Where the bits of the frames begin, one a frame.
const FRAMES: u32 = 15;

const LIGHT: (u32, u32) = (FRAMES + FRAME_NAMES.len() as u32, 1);

const DENIAL: (u32, u32) = (LIGHT.0 + 1, 2);

const QUANTIFIER: (u32, u32) = (DENIAL.0 + 2, 4);

const INFINITIVE: (u32, u32) = (QUANTIFIER.0 + 4, 1);

const GERUND: (u32, u32) = (INFINITIVE.0 + 1, 1);

const RAISED: (u32, u32) = (GERUND.0 + 1, 1);

const FROM: (u32, u32) = (RAISED.0 + 1, 1);

const COPULA: (u32, u32) = (FROM.0 + 1, 1);

const MOVING: (u32, u32) = (COPULA.0 + 1, 1);

const CUE: (u32, u32) = (MOVING.0 + 1, 1);

const ASPECTS: [(&str, Aspect); 6] = [
    ("start", Aspect::Start),
    ("stop", Aspect::Stop),
    ("continue", Aspect::Continue),
    ("change", Aspect::Change),
    ("no-change", Aspect::NoChange),
    ("repeat", Aspect::Repeat),
];

const STANCES: [(&str, Stance); 15] = [
    ("say", Stance::Say),
    ("claim", Stance::Claim),
    ("deny", Stance::Deny),
    ("admit", Stance::Admit),
    ("warn", Stance::Warn),
    ("promise", Stance::Promise),
    ("refuse", Stance::Refuse),
    ("ask", Stance::Ask),
    ("doubt", Stance::Doubt),
    ("order", Stance::Order),
    ("believe", Stance::Believe),
    ("hope", Stance::Hope),
    ("suggest", Stance::Suggest),
    ("confirm", Stance::Confirm),
    ("insist", Stance::Insist),
];

const MODALITIES: [(&str, Modality); 7] = [
    ("possible", Modality::Possible),
    ("likely", Modality::Likely),
    ("necessary", Modality::Necessary),
    ("future", Modality::Future),
    ("planned", Modality::Planned),
    ("hypothetical", Modality::Hypothetical),
    ("hearsay", Modality::Hearsay),
];

const DENIALS: [(&str, Denial); 3] =
    [("adverb", Denial::Adverb), ("noun", Denial::Noun), ("weak", Denial::Weak)];

pub(crate) const QUANTIFIERS: [(&str, Quantifier); 11] = [
    ("all", Quantifier::All),
    ("most", Quantifier::Most),
    ("some", Quantifier::Some),
    ("few", Quantifier::Few),
    ("only", Quantifier::Only),
    ("first", Quantifier::First),
    ("last", Quantifier::Last),
    ("never", Quantifier::Never),
    ("since", Quantifier::Since),
    ("not-all", Quantifier::NotAll),
    ("superlative", Quantifier::Superlative),
];

#[allow(dead_code)] // the data compiler's
impl Bits {
    /// The class that `data/english/classes.tsv` calls by this name.
    pub(crate) fn named(name: &str) -> Option<Bits> {
        fn position<T>(table: &[(&str, T)], name: &str) -> Option<u32> {
            table.iter().position(|(each, _)| *each == name).map(|at| at as u32 + 1)
        }
        let ((shift, width), value) = match name {
            "up" => (DIRECTION, 1),
            "down" => (DIRECTION, 2),
            "negator" => (NEGATOR, 1),
            "office" => (OFFICE, 1),
            "person" => (PERSON, 1),
            "light" => (LIGHT, 1),
            "copula" => (COPULA, 1),
            "moving" => (MOVING, 1),
            "cue" => (CUE, 1),
            _ => {
                let (kind, name) = name.split_once(' ')?;
                match kind {
                    "frame" => {
                        let at = FRAME_NAMES.iter().position(|each| *each == name)?;
                        ((FRAMES + at as u32, 1), 1)
                    }
                    "aspect" => (ASPECT, position(&ASPECTS, name)?),
                    "stance" => (STANCE, position(&STANCES, name)?),
                    "modality" => (MODALITY, position(&MODALITIES, name)?),
                    "denial" => (DENIAL, position(&DENIALS, name)?),
                    "quantifier" => (QUANTIFIER, position(&QUANTIFIERS, name)?),
                    "governs" => match name {
                        "infinitive" => (INFINITIVE, 1),
                        "gerund" => (GERUND, 1),
                        "raised" => (RAISED, 1),
                        "from" => (FROM, 1),
                        _ => return None,
                    },
                    _ => return None,
                }
            }
        };
        Some(Bits { shift, width, value })
    }

    /// `bits` with this class in its field.
    pub(crate) fn with(self, bits: u64) -> u64 {
        self.without(bits) | u64::from(self.value) << self.shift
    }

    /// `bits` with this class's field empty.
    pub(crate) fn without(self, bits: u64) -> u64 {
        bits & !(((1 << self.width) - 1) << self.shift)
    }
}

fn field(bits: u64, (shift, width): (u32, u32)) -> usize {
    (bits >> shift & ((1 << width) - 1)) as usize
}

fn pick<T: Copy>(table: &[(&str, T)], value: usize) -> Option<T> {
    table.get(value.checked_sub(1)?).map(|(_, class)| *class)
}

/// All classes of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub(crate) u64);

impl Classes {
    /// Which way it goes, if it names a trend.
    pub fn direction(self) -> Option<Direction> {
        [None, Some(Direction::Up), Some(Direction::Down), None][field(self.0, DIRECTION)]
    }

    /// The phase of an event that it names.
    pub fn aspect(self) -> Option<Aspect> {
        pick(&ASPECTS, field(self.0, ASPECT))
    }

    /// The attitude, if it reports a statement.
    pub fn stance(self) -> Option<Stance> {
        pick(&STANCES, field(self.0, STANCE))
    }

    /// What it takes as content, if it is a word of saying, thinking or wanting.
    pub fn frames(self) -> Frames {
        Frames((self.0 >> FRAMES) as u32 & ((1 << FRAME_NAMES.len()) - 1))
    }

    /// What it does to the certainty of what it governs.
    pub fn modality(self) -> Option<Modality> {
        pick(&MODALITIES, field(self.0, MODALITY))
    }

    /// Whether what it governs did not happen: *fail to, refuse to, prevent from*.
    pub fn negator(self) -> bool {
        field(self.0, NEGATOR) == 1
    }

    /// How it denies.
    pub fn denial(self) -> Option<Denial> {
        pick(&DENIALS, field(self.0, DENIAL))
    }

    /// Of how many it speaks.
    pub fn quantifier(self) -> Option<Quantifier> {
        pick(&QUANTIFIERS, field(self.0, QUANTIFIER))
    }

    /// Whether its infinitive says what is done: *agreed to pay*.
    pub fn governs_infinitive(self) -> bool {
        field(self.0, INFINITIVE) == 1
    }

    /// Whether its gerund says what is done: *avoided paying*.
    pub fn governs_gerund(self) -> bool {
        field(self.0, GERUND) == 1
    }

    /// Whether, passive, its infinitive says what is done: *was forced to pay*.
    pub fn governs_raised(self) -> bool {
        field(self.0, RAISED) == 1
    }

    /// Whether what stands behind *from* is not done: *prevented them from paying*.
    pub fn governs_from(self) -> bool {
        field(self.0, FROM) == 1
    }

    /// Whether it links its subject to what that is: *be, become, seem*.
    pub fn copula(self) -> bool {
        field(self.0, COPULA) == 1
    }

    /// Whether it names a change that, denied, leaves all as it was: *change, move, budge*.
    pub fn moving(self) -> bool {
        field(self.0, MOVING) == 1
    }

    /// Whether a cue of several words (`data/english/cues.tsv`) begins with it.
    pub(crate) fn begins_cue(self) -> bool {
        field(self.0, CUE) == 1
    }

    /// Whether it names an office or role that one person holds: *minister, coach*.
    pub fn office(self) -> bool {
        field(self.0, OFFICE) == 1
    }

    /// Whether it carries no matter of its own: *be, then, such*.
    pub fn light(self) -> bool {
        field(self.0, LIGHT) == 1
    }

    /// Whether it names persons: *soldier, child, people*.
    pub fn person(self) -> bool {
        field(self.0, PERSON) == 1
    }
}
