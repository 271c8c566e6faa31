//! Short forms: a surname, the first word of a company's name, an acronym; and namesakes.

use super::words::Words;
use super::{EntityId, Mention, NameKind};
use crate::english::{self, NameClass};
use crate::text::Case;
use compact_str::CompactString;
use foldhash::{HashMap, HashSet};

/// Where full names stand, by a word that can stand for them.
#[derive(Default)]
struct Full {
    /// Last word → mentions.
    surnames: HashMap<CompactString, Vec<usize>>,
    /// First word → mentions of bodies.
    firsts: HashMap<CompactString, Vec<usize>>,
    /// Acronym → mention.
    acronyms: HashMap<CompactString, usize>,
}

/// Decides between namesakes by who was named before, and gives short forms the key of the full name.
pub(super) fn resolve(mentions: &mut [Mention], words: &Words, speaker: Option<EntityId>) {
    namesakes(mentions, speaker);
    let full = Full::of(mentions, words);
    for at in 0..mentions.len() {
        if let Some(long) = full.meant(mentions, words, at) {
            let long = &mentions[long];
            let (key, kind, entity) = (long.key.clone(), long.kind, long.entity);
            let short = &mut mentions[at];
            short.key = key;
            if short.candidates.is_empty() {
                short.kind = kind;
            }
            if let (true, Some(id)) = (short.entity.is_none(), entity) {
                short.entity = Some(id);
                short.candidates = vec![id];
                short.kind = kind;
            }
        }
    }
}

/// A name that several entities bear means the one of them that was named before, where that is one.
fn namesakes(mentions: &mut [Mention], speaker: Option<EntityId>) {
    let mut named: HashSet<EntityId> = speaker.into_iter().collect();
    for mention in mentions {
        if mention.ambiguous() {
            let mut fitting = mention.candidates.iter().filter(|id| named.contains(id));
            if let (Some(one), None) = (fitting.next(), fitting.next()) {
                mention.entity = Some(*one);
            }
        }
        named.extend(mention.entity);
    }
}

impl Full {
    fn of(mentions: &[Mention], words: &Words) -> Full {
        let mut full = Full::default();
        // Every name counts once, where it first stands.
        let mut seen: HashSet<&str> = HashSet::default();
        for (at, mention) in mentions.iter().enumerate() {
            full.bracketed(mentions, words, at);
            if mention.tokens.len() < 2 || !seen.insert(&mention.key) {
                continue;
            }
            let mut last = mention.tokens.end - 1;
            while last > mention.tokens.start && words.is(last, NameClass::Generation) {
                last -= 1;
            }
            if matches!(mention.kind, NameKind::Person | NameKind::Unknown) {
                full.surnames.entry(words.folded[last].clone()).or_default().push(at);
            }
            if matches!(mention.kind, NameKind::Body | NameKind::Person) {
                full.firsts.entry(words.folded[mention.tokens.start].clone()).or_default().push(at);
            }
            if let Some(letters) = initials(words, mention) {
                full.acronyms.entry(letters).or_insert(at);
            }
        }
        full
    }

    /// "World Trade Union (WTU)", "WTU (World Trade Union)".
    fn bracketed(&mut self, mentions: &[Mention], words: &Words, at: usize) {
        let Some(before) = at.checked_sub(1).map(|before| &mentions[before]) else { return };
        let mention = &mentions[at];
        let opened = before.tokens.end + 1 == mention.tokens.start && words.raw(before.tokens.end) == "(";
        if !opened || mention.tokens.end >= words.folded.len() || words.raw(mention.tokens.end) != ")" {
            return;
        }
        let short = |m: &Mention| {
            m.tokens.len() == 1 && words.document.tokens[m.tokens.start].case != Case::Capitalised
        };
        if short(mention) && before.tokens.len() > 1 {
            self.acronyms.insert(mention.key.clone(), at - 1);
        } else if short(before) && mention.tokens.len() > 1 {
            self.acronyms.insert(before.key.clone(), at);
        }
    }

    /// The mention of the full name that a short one stands for: one before it, else one of the whole text; none where two fit.
    fn meant(&self, mentions: &[Mention], words: &Words, at: usize) -> Option<usize> {
        let mention = &mentions[at];
        let first = &words.folded[mention.tokens.start];
        let last = &words.folded[mention.tokens.end - 1];
        if mention.tokens.len() == 1
            && words.document.tokens[mention.tokens.start].case != Case::Capitalised
            && let Some(&long) = self.acronyms.get(first)
            && long != at
        {
            return Some(long);
        }
        if mention.entity.is_some() {
            return None;
        }
        let ends = |long: &Mention| {
            let rest = long.key.strip_suffix(mention.key.as_str());
            rest.is_some_and(|rest| rest.ends_with(' ')) || with_generation(&long.key, &mention.key)
        };
        let begins = |long: &Mention| {
            long.key.strip_prefix(mention.key.as_str()).is_some_and(|rest| rest.starts_with(' '))
        };
        let kinds = |long: &Mention| {
            mention.kind == NameKind::Unknown || long.kind == NameKind::Unknown || mention.kind == long.kind
        };
        let sexes = |long: &Mention| mention.sex.is_none() || long.sex.is_none() || mention.sex == long.sex;
        let surname = self.surnames.get(last).map_or(&[][..], |all| all);
        let by_surname = one(mentions, surname, at, |long| ends(long) && kinds(long) && sexes(long));
        // "Tamber" of Tamber Mills, "Ana" of Ana Ruiz; but "North" is not short for North Carwick.
        let open = !english::name_word(first).any(&[
            NameClass::PlaceBefore,
            NameClass::PlaceName,
            NameClass::Particle,
        ]) && english::demonym(first).is_none();
        let of_body = self.firsts.get(first).filter(|_| open).map_or(&[][..], |all| all);
        by_surname.or_else(|| {
            one(mentions, of_body, at, |long| {
                let given = long.kind != NameKind::Person || english::name_word(first).is(NameClass::Given);
                begins(long) && kinds(long) && given
            })
        })
    }
}

/// "hayes" of "martin l. hayes iii".
fn with_generation(long: &str, short: &str) -> bool {
    let Some((rest, last)) = long.rsplit_once(' ') else { return false };
    english::name_word(last).is(NameClass::Generation)
        && rest.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
}

/// The one full name that fits: among those before, else among all.
fn one(mentions: &[Mention], all: &[usize], at: usize, fits: impl Fn(&Mention) -> bool) -> Option<usize> {
    /// More namesakes than this decide nothing, and need not be looked through.
    const MOST: usize = 8;
    if all.len() > MOST {
        return None;
    }
    let single = |before: bool| {
        let mut fitting =
            all.iter().copied().filter(|&long| long != at && (!before || long < at) && fits(&mentions[long]));
        match (fitting.next(), fitting.next()) {
            (Some(long), None) => Ok(Some(long)),
            (Some(_), Some(_)) => Err(()),
            _ => Ok(None),
        }
    };
    match single(true) {
        Ok(None) => single(false).ok().flatten(),
        found => found.ok().flatten(),
    }
}

/// The first letters of a name's capitalised words, where they make an acronym of three letters or more.
fn initials(words: &Words, mention: &Mention) -> Option<CompactString> {
    let letters: CompactString = mention
        .tokens
        .clone()
        .filter(|&at| words.capital(at))
        .filter_map(|at| words.folded[at].chars().next())
        .collect();
    (letters.len() > 2).then_some(letters)
}
