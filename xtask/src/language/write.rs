//! The sections of the compiled file.

use super::states::state;
use super::table::{SECTIONS, Section};
use super::words::{FIRST_LETTER, WIDE};
use super::{Language, SCALE, Uses};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The sections so far, and the numbers of the words.
struct Writer<'a> {
    sections: Vec<Vec<u8>>,
    order: Vec<&'a str>,
    ids: HashMap<&'a str, u16>,
}

impl Language {
    /// All sections as one file.
    pub(super) fn write(&self) -> Result<Vec<u8>, String> {
        let mut writer =
            Writer { sections: vec![Vec::new(); SECTIONS], order: Vec::new(), ids: HashMap::new() };
        writer.words(self)?;
        writer.usages(self)?;
        writer.sections[Section::Sequences as usize].extend(&self.sequences);
        writer.irregular(self);
        writer.meanings(self)?;
        writer.classes(self);
        Ok(writer.file())
    }

    /// State and cost of each use, cheapest first; the cheapest costs nothing.
    fn costs(&self, uses: &Uses) -> Vec<u8> {
        let total: f64 = uses.values().sum();
        let mut costs: Vec<(f64, u8)> = uses
            .iter()
            .map(|(&letter, n)| {
                let mark = state(letter);
                (-(n / total / self.unigrams[usize::from(mark)]).ln() * SCALE, mark)
            })
            .collect();
        costs.sort_by(|a, b| a.partial_cmp(b).expect("numbers"));
        let least = costs[0].0;
        costs
            .iter()
            .flat_map(|(cost, mark)| [*mark, ((cost - least) / 4.0).round().min(50.0) as u8 * 4])
            .collect()
    }
}

impl<'a> Writer<'a> {
    fn put(&mut self, section: Section, value: u16) {
        self.sections[section as usize].extend(value.to_le_bytes());
    }

    fn id(&self, word: &str) -> u16 {
        self.ids[word]
    }

    /// Words by the alphabet: how many bytes of the word before are taken away, then those that are added.
    fn words(&mut self, language: &'a Language) -> Result<(), String> {
        let mut before: &[u8] = b"";
        for word in &language.words {
            let bytes = word.as_bytes();
            let shared = before.iter().zip(bytes).take_while(|(a, b)| a == b).count();
            let taken = u8::try_from(before.len() - shared).ok().filter(|&taken| taken < FIRST_LETTER);
            let packed = &mut self.sections[Section::Words as usize];
            packed.push(taken.ok_or_else(|| format!("too long: the word before {word}"))?);
            packed.extend(&bytes[shared..]);
            if bytes.iter().any(|&byte| byte < FIRST_LETTER) {
                return Err(format!("no letter: {word:?}"));
            }
            before = bytes;
            self.order.push(word);
        }
        if self.order.len() >= usize::from(u16::MAX) {
            return Err("more than 65,534 words".to_owned());
        }
        self.ids = self.order.iter().enumerate().map(|(at, word)| (*word, at as u16)).collect();
        Ok(())
    }

    /// Usages, each distinct list once, the most frequent first; the first of all is the empty one.
    fn usages(&mut self, language: &Language) -> Result<(), String> {
        let costs =
            |word: &&str| language.uses.get(*word).map(|uses| language.costs(uses)).unwrap_or_default();
        let lists: Vec<Vec<u8>> = self.order.iter().map(costs).collect();
        let mut counts: BTreeMap<&[u8], usize> = BTreeMap::from([(&[][..], usize::MAX)]);
        for list in lists.iter().filter(|list| !list.is_empty()) {
            *counts.entry(list).or_default() += 1;
        }
        let mut distinct: Vec<&[u8]> = counts.keys().copied().collect();
        distinct.sort_by_key(|list| std::cmp::Reverse(counts[list]));
        for list in &distinct {
            let usages = &mut self.sections[Section::Usages as usize];
            usages.push((list.len() / 2) as u8);
            usages.extend(*list);
        }
        if self.sections[Section::Usages as usize].len() > usize::from(u16::MAX) {
            return Err("too many distinct usages".to_owned());
        }
        let numbers: HashMap<&[u8], u16> = distinct.iter().zip(0..).map(|(list, at)| (*list, at)).collect();
        for list in &lists {
            let section = &mut self.sections[Section::Usage as usize];
            match u8::try_from(numbers[list.as_slice()]) {
                Ok(number) if number < WIDE => section.push(number),
                _ => {
                    section.push(WIDE);
                    section.extend(numbers[list.as_slice()].to_le_bytes());
                }
            }
        }
        Ok(())
    }

    fn irregular(&mut self, language: &Language) {
        let forms = language.irregular.iter();
        let mut irregular: Vec<(u16, u8, u16)> =
            forms.map(|(form, kind, lemma)| (self.id(form), *kind, self.id(lemma))).collect();
        irregular.sort_unstable();
        for (form, kind, lemma) in irregular {
            self.put(Section::Irregular, form);
            self.sections[Section::IrregularKind as usize].push(kind);
            self.put(Section::IrregularLemma, lemma);
        }
    }

    fn meanings(&mut self, language: &Language) -> Result<(), String> {
        let mut groups: BTreeMap<u16, BTreeSet<u16>> = BTreeMap::new();
        for (number, group) in language.groups.iter().enumerate() {
            for word in group {
                groups.entry(self.id(word)).or_default().insert(number as u16);
            }
        }
        self.lists(groups, [Section::Synonyms, Section::SynonymStarts, Section::SynonymGroups])?;
        let opposites = language.opposites.iter();
        let opposites = opposites
            .map(|(word, others)| (self.id(word), others.iter().map(|other| self.id(other)).collect()))
            .collect();
        self.lists(opposites, [Section::Opposites, Section::OppositeStarts, Section::OppositeWords])?;
        let hypernyms = language.hypernyms.iter();
        let hypernyms = hypernyms
            .map(|(word, kinds)| (self.id(word), kinds.iter().map(|kind| self.id(kind)).collect()))
            .collect();
        self.lists(hypernyms, [Section::Hypernyms, Section::HypernymStarts, Section::Hyponyms])?;
        self.pairs(&language.families, Section::Families, Section::FamilyHeads);
        self.pairs(&language.demonyms, Section::Demonyms, Section::DemonymPlaces);
        self.pairs(&language.phrasals, Section::Phrasals, Section::PhrasalVerbs);
        self.pairs(&language.spellings, Section::Spellings, Section::SpellingHeads);
        Ok(())
    }

    /// Keys, where the values of each begin, values.
    fn lists(&mut self, table: BTreeMap<u16, BTreeSet<u16>>, sections: [Section; 3]) -> Result<(), String> {
        let [keys, starts, values] = sections;
        for (word, list) in table {
            self.put(keys, word);
            let start = self.sections[values as usize].len() / 2;
            self.put(starts, u16::try_from(start).map_err(|_| "a list is too long")?);
            for value in list {
                self.put(values, value);
            }
        }
        let end =
            u16::try_from(self.sections[values as usize].len() / 2).map_err(|_| "a list is too long")?;
        self.put(starts, end);
        Ok(())
    }

    fn pairs(&mut self, table: &BTreeMap<String, String>, keys: Section, values: Section) {
        let table: BTreeMap<u16, u16> =
            table.iter().map(|(key, value)| (self.id(key), self.id(value))).collect();
        for (key, value) in table {
            self.put(keys, key);
            self.put(values, value);
        }
    }

    fn classes(&mut self, language: &Language) {
        for (table, keys, values) in [
            (&language.classes, Section::Classes, Section::ClassBits),
            (&language.naming, Section::NameWords, Section::NameBits),
        ] {
            let table: BTreeMap<u16, u64> = table.iter().map(|(word, bits)| (self.id(word), *bits)).collect();
            for (word, bits) in table {
                self.put(keys, word);
                self.sections[values as usize].extend(bits.to_le_bytes());
            }
        }
    }

    /// Where each section begins, then the sections.
    fn file(self) -> Vec<u8> {
        let mut file = Vec::new();
        let mut at = 4 * (SECTIONS as u32 + 1);
        for section in &self.sections {
            file.extend(at.to_le_bytes());
            at += section.len() as u32;
        }
        file.extend(at.to_le_bytes());
        for section in self.sections {
            file.extend(section);
        }
        file
    }
}
