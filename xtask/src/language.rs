//! Compiles `data/english/` into `src/english/english.bin`: same input, same bytes.

#![allow(dead_code)] // the shared files serve the library too

#[path = "../../src/english/classes.rs"]
mod classes;
#[path = "../../src/english/inflect.rs"]
mod inflect;
#[path = "naming.rs"]
mod naming;
#[path = "../../src/english/states.rs"]
mod states;
#[path = "../../src/english/table.rs"]
mod table;

use classes::Bits;
use inflect::{Ending, bases};
use states::{STATES, state};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use table::{SECTIONS, Section, hash};

type Rows = Vec<Vec<String>>;
/// A word's weight in each use, by letter.
type Uses = BTreeMap<u8, f64>;

/// Words a hash bucket holds on average.
const BUCKET: usize = 6;
/// Costs are negative natural logarithms of probabilities, in sixteenths.
const SCALE: f64 = 16.0;

/// Reads a table: lines of tab-separated cells; `#` begins a comment line.
fn rows(folder: &Path, name: &str, cells: usize) -> Result<Rows, String> {
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut rows = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let row: Vec<String> = line.split('\t').map(str::to_owned).collect();
        if row.len() != cells {
            return Err(format!("{name}, line {}: {} cells, not {cells}: {line}", at + 1, row.len()));
        }
        rows.push(row);
    }
    Ok(rows)
}

/// The items of a cell, separated by commas; `~` marks one that is a member but stands for no other.
fn items(cell: &str) -> impl Iterator<Item = (&str, bool)> {
    cell.split(',').map(str::trim).filter(|item| !item.is_empty()).map(|item| match item.strip_prefix('~') {
        Some(item) => (item, false),
        None => (item, true),
    })
}

/// Everything gathered from the tables, still by word.
#[derive(Default)]
struct Language {
    uses: BTreeMap<String, Uses>,
    words: BTreeSet<String>,
    sequences: Vec<u8>,
    unigrams: Vec<f64>,
    irregular: BTreeSet<(String, u8, String)>,
    groups: Vec<BTreeSet<String>>,
    opposites: BTreeMap<String, BTreeSet<String>>,
    families: BTreeMap<String, String>,
    demonyms: BTreeMap<String, String>,
    phrasals: BTreeMap<String, String>,
    classes: BTreeMap<String, u32>,
    naming: BTreeMap<String, u32>,
    spellings: BTreeMap<String, String>,
}

/// The compiled file.
pub fn compile(folder: &Path) -> Result<Vec<u8>, String> {
    let mut language = Language::default();
    language.read_sequences(folder)?;
    language.read_lexicon(folder)?;
    language.read_meanings(folder)?;
    language.read_classes(folder)?;
    language.naming = naming::classes(folder, language.demonyms.values())?;
    language.words.extend(language.naming.keys().cloned());
    language.write()
}

impl Language {
    /// Costs of a state after two others: trigrams, bigrams and unigrams interpolated.
    fn read_sequences(&mut self, folder: &Path) -> Result<(), String> {
        let mut three = vec![0.0; STATES * STATES * STATES];
        for row in rows(folder, "sequences.tsv", 2)? {
            let marks: Vec<usize> = row[0].bytes().map(|letter| usize::from(state(letter))).collect();
            let count: f64 = row[1].parse().map_err(|_| format!("sequences.tsv: {}", row[1]))?;
            three[(marks[0] * STATES + marks[1]) * STATES + marks[2]] += count;
        }
        let mut two = vec![0.0; STATES * STATES];
        let mut one = vec![0.5; STATES];
        for (at, count) in three.iter().enumerate() {
            two[at % (STATES * STATES)] += count;
            one[at % STATES] += count;
        }
        let total: f64 = one.iter().sum();
        self.unigrams = one.iter().map(|count| count / total).collect();
        for a in 0..STATES {
            for b in 0..STATES {
                let after_two: f64 = three[(a * STATES + b) * STATES..][..STATES].iter().sum();
                let after_one: f64 = two[b * STATES..][..STATES].iter().sum();
                for c in 0..STATES {
                    let share = |n: f64, of: f64| if of > 0.0 { n / of } else { 0.0 };
                    let p3 = share(three[(a * STATES + b) * STATES + c], after_two);
                    let p2 = share(two[b * STATES + c], after_one);
                    let trust = 0.75 * after_two / (after_two + 8.0);
                    let p = trust * p3 + (0.95 - trust) * p2 + 0.05 * self.unigrams[c];
                    self.sequences.push((-p.ln() * SCALE).min(255.0) as u8);
                }
            }
        }
        Ok(())
    }

    /// The uses of each word: the lexicon's, the counts', and those that inflection adds.
    fn read_lexicon(&mut self, folder: &Path) -> Result<(), String> {
        let mut usage: HashMap<String, Vec<(u8, f64)>> = HashMap::new();
        for row in rows(folder, "usage.tsv", 2)? {
            let counts = row[1]
                .split(' ')
                .map(|one| one[1..].parse().map(|n| (one.as_bytes()[0], n)))
                .collect::<Result<_, _>>()
                .map_err(|_| format!("usage.tsv: {}", row[0]))?;
            usage.insert(row[0].clone(), counts);
        }
        let closed: BTreeMap<String, String> =
            rows(folder, "closed.tsv", 2)?.into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
        let lexicon = rows(folder, "lexicon.tsv", 3)?;
        let mut plain: HashMap<&str, &str> = HashMap::new();
        for row in &lexicon {
            plain.insert(&row[0], &row[2]);
        }
        let is = |word: &str, letter: char| plain.get(word).is_some_and(|letters| letters.contains(letter));
        for row in &lexicon {
            let (word, tag, letters) = (&row[0], row[1].as_str(), row[2].as_str());
            if closed.contains_key(word) {
                continue;
            }
            let mut uses = Uses::new();
            let (letters, rare) = letters.split_once('.').unwrap_or((letters, ""));
            uses.extend(rare.bytes().map(|letter| (letter, 0.3)));
            for (rank, letter) in letters.bytes().enumerate() {
                let letter = if letter == b'u' { b'c' } else { letter };
                *uses.entry(letter).or_default() +=
                    [5.0, 2.0, 1.0][rank.min(2)] / if rank > 2 { 2.0 } else { 1.0 };
            }
            inflected(word, &is, &mut uses);
            let agree: Vec<u8> = uses.keys().copied().filter(|&letter| of_tag(letter, tag)).collect();
            if agree.is_empty() {
                let letter = by_tag(word, tag);
                if letter != 0 {
                    uses.insert(letter, 5.0);
                }
            }
            let share = 6.0 / agree.len().max(1) as f64;
            for letter in agree {
                *uses.entry(letter).or_default() += share;
            }
            if let Some(counts) = usage.get(word) {
                let total: f64 = counts.iter().map(|(_, n)| n).sum();
                let scale = if total > 60.0 { 60.0 / total } else { 1.0 };
                for &(letter, n) in counts.iter().filter(|(letter, _)| b"nsvzdpgjcrCx".contains(letter)) {
                    *uses.entry(letter).or_default() += n * scale;
                }
            }
            // A plural that WordNet also lists by itself (*losses*) is a plural.
            if word.ends_with("ics")
                || matches!(word.as_str(), "news" | "series" | "species" | "headquarters")
            {
                uses = Uses::from([(b'n', 1.0)]);
            } else if letters.starts_with('s') && word != "means" {
                uses.remove(&b'n');
            }
            if word.ends_with("ed") && uses.contains_key(&b'p') && is(word, 'v') && word.len() > 5 {
                uses.remove(&b'v');
            }
            // Rare uses tempt the tagger more often than they occur.
            let total: f64 = uses.values().sum();
            uses.retain(|_, n| *n >= 0.02 * total);
            if !uses.is_empty() {
                self.uses.insert(word.clone(), uses);
            }
        }
        for (word, letters) in closed {
            let mut uses = Uses::new();
            let counts = usage.get(&word);
            let total: f64 = counts.map_or(0.0, |counts| counts.iter().map(|(_, n)| n).sum());
            for (rank, letter) in letters.bytes().enumerate() {
                let seen = counts.and_then(|c| c.iter().find(|(l, _)| *l == letter)).map_or(0.0, |(_, n)| *n);
                let prior = [6.0, 2.0, 1.0][rank.min(2)];
                uses.insert(letter, prior + if total > 0.0 { 100.0 * seen / (total + 10.0) } else { 0.0 });
            }
            self.uses.insert(word, uses);
        }
        for row in rows(folder, "irregular.tsv", 3)? {
            // *Media* and *data* are words of their own in news.
            if matches!(row[1].as_str(), "media" | "data" | "agenda" | "people" | "installed" | "installing")
            {
                continue;
            }
            self.irregular.insert((row[1].clone(), row[0].as_bytes()[0], row[2].clone()));
            for word in [&row[1], &row[2]] {
                self.words.insert(word.clone());
            }
            let uses = self.uses.entry(row[1].clone()).or_default();
            let letters: &[u8] = match row[0].as_str() {
                "n" if row[1].ends_with('s') || uses.is_empty() => b"s",
                "v" if row[1].ends_with("ing") => b"g",
                "v" if row[1].ends_with('s') => b"z",
                "v" if row[1].ends_with('n') => b"p",
                "v" if row[1].ends_with("ed") => b"dp",
                "v" => b"d",
                "a" if row[1].ends_with('r') || row[1].ends_with("st") => b"c",
                _ => b"",
            };
            if row[0] == "v" && !uses.keys().any(|letter| b"dpgz".contains(letter)) {
                if !plain.get(row[1].as_str()).is_some_and(|letters| letters.contains('v')) {
                    uses.remove(&b'v');
                }
                uses.extend(letters.iter().map(|&letter| (letter, 2.0)));
            } else if row[0] != "v" && uses.is_empty() {
                uses.extend(letters.iter().map(|&letter| (letter, 2.0)));
            }
            if uses.is_empty() {
                self.uses.remove(&row[1]);
            }
        }
        self.words.extend(self.uses.keys().cloned());
        Ok(())
    }

    /// Synonyms, opposites, families, demonyms, verbs with particles.
    fn read_meanings(&mut self, folder: &Path) -> Result<(), String> {
        let mut strict: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
        for row in rows(folder, "synonyms.tsv", 2)? {
            let members: Vec<(&str, bool)> = items(&row[1]).collect();
            if members.len() < 2 {
                return Err(format!("synonyms.tsv: a group of one: {}", row[1]));
            }
            for (word, full) in &members {
                if *full {
                    let others = members.iter().filter(|(other, full)| *full && other != word);
                    strict
                        .entry((row[0].clone(), (*word).to_owned()))
                        .or_default()
                        .extend(others.map(|(other, _)| (*other).to_owned()));
                }
            }
            // A loose member is a synonym of the full ones, not of the other loose ones.
            let full: BTreeSet<String> = members.iter().filter(|m| m.1).map(|m| m.0.to_owned()).collect();
            for (loose, _) in members.iter().filter(|m| !m.1) {
                for word in &full {
                    self.groups.push([word.clone(), (*loose).to_owned()].into());
                }
            }
            if full.len() > 1 {
                self.groups.push(full);
            }
        }
        let not: BTreeSet<(String, String)> = rows(folder, "not-synonyms.tsv", 2)?
            .into_iter()
            .flat_map(|row| [(row[0].clone(), row[1].clone()), (row[1].clone(), row[0].clone())])
            .collect();
        for row in rows(folder, "wordnet-synonyms.tsv", 2)? {
            let members: BTreeSet<String> = row[1].split(' ').map(str::to_owned).collect();
            let barred =
                members.iter().any(|a| members.iter().any(|b| not.contains(&(a.clone(), b.clone()))));
            if !barred {
                self.groups.push(members);
            } else {
                for a in &members {
                    for b in members.range(a.clone()..).skip(1) {
                        if !not.contains(&(a.clone(), b.clone())) {
                            self.groups.push([a.clone(), b.clone()].into());
                        }
                    }
                }
            }
        }
        self.groups.sort();
        self.groups.dedup();

        let mut pairs: BTreeSet<(String, String)> = BTreeSet::new();
        for row in rows(folder, "opposites.tsv", 3)? {
            for (a, open_a) in items(&row[1]) {
                for (b, open_b) in items(&row[2]) {
                    let near = |word: &str, open: bool| {
                        let mut near = BTreeSet::from([word.to_owned()]);
                        if open {
                            near.extend(
                                strict.get(&(row[0].clone(), word.to_owned())).into_iter().flatten().cloned(),
                            );
                        }
                        near
                    };
                    for one in near(a, open_a) {
                        for other in near(b, open_b) {
                            pairs.insert((one.clone(), other));
                        }
                    }
                }
            }
        }
        let two_sides: BTreeSet<(String, String)> = rows(folder, "not-opposites.tsv", 2)?
            .into_iter()
            .map(|row| (row[0].clone(), row[1].clone()))
            .collect();
        for row in rows(folder, "wordnet-opposites.tsv", 3)? {
            let pair = (row[1].clone(), row[2].clone());
            if !two_sides.contains(&pair) {
                pairs.insert(pair);
            }
        }
        for (a, b) in pairs {
            let same = self.groups.iter().any(|group| group.contains(&a) && group.contains(&b));
            if a != b && !same {
                self.opposites.entry(a.clone()).or_default().insert(b.clone());
                self.opposites.entry(b).or_default().insert(a);
            }
        }
        self.read_families(folder)?;
        for row in rows(folder, "demonyms.tsv", 2)? {
            for (word, _) in items(&row[0]) {
                self.demonyms.insert(word.to_owned(), row[1].clone());
            }
        }
        for row in rows(folder, "spellings.tsv", 2)? {
            for (word, _) in items(&row[0]).filter(|(word, _)| *word != row[1]) {
                self.spellings.insert(word.to_owned(), row[1].clone());
            }
        }
        for row in rows(folder, "phrasal.tsv", 2)? {
            for (word, _) in items(&row[0]) {
                self.phrasals.insert(word.to_owned(), row[1].clone());
            }
        }
        for group in &self.groups {
            self.words.extend(group.iter().cloned());
        }
        self.words.extend(self.opposites.keys().cloned());
        for table in [&self.families, &self.demonyms, &self.phrasals, &self.spellings] {
            self.words.extend(table.keys().chain(table.values()).cloned());
        }
        Ok(())
    }

    /// Families: curated ones as they stand; WordNet's links from nouns, adjectives and adverbs to their verb or
    /// adjective, unless curated otherwise. The head is the verb, else the shortest.
    fn read_families(&mut self, folder: &Path) -> Result<(), String> {
        let mut barred = BTreeSet::new();
        for row in rows(folder, "families.tsv", 1)? {
            let members: Vec<&str> = items(&row[0]).map(|(word, _)| word).collect();
            for member in &members {
                barred.insert((*member).to_owned());
                if *member != members[0] {
                    self.families.insert((*member).to_owned(), members[0].to_owned());
                }
            }
        }
        for row in rows(folder, "not-families.tsv", 1)? {
            barred.extend(items(&row[0]).map(|(word, _)| word.to_owned()));
        }
        let mut heads: BTreeMap<String, BTreeSet<(u8, usize, String)>> = BTreeMap::new();
        for row in rows(folder, "wordnet-families.tsv", 4)? {
            let (from, a, to, b) = (&row[0], &row[1], &row[2], &row[3]);
            // From verb to noun; between adjective and noun the shorter is the head.
            let (head, member, rank) = match (from.as_str(), to.as_str()) {
                ("v", _) => (a, b, 0),
                (_, "v") => (b, a, 0),
                _ if (a.len(), a) < (b.len(), b) => (a, b, 1),
                _ => (b, a, 1),
            };
            if member.len() > head.len() || rank == 0 && member.len() + 2 > head.len() {
                heads.entry(member.clone()).or_default().insert((rank, head.len(), head.clone()));
            }
        }
        for (member, found) in heads {
            if barred.contains(&member) {
                continue;
            }
            // A word that is its own verb (a strike, to strike) is its own head.
            if self.uses.get(&member).is_some_and(|uses| uses.contains_key(&b'v')) {
                continue;
            }
            if let Some((_, _, head)) = found.first() {
                self.families.insert(member, head.clone());
            }
        }
        // One head for both spellings: organise, organize.
        let american: Vec<(String, String)> = self
            .uses
            .iter()
            .filter(|(word, uses)| word.ends_with("ise") && word.len() > 6 && uses.contains_key(&b'v'))
            .map(|(word, _)| (word.clone(), format!("{}ize", &word[..word.len() - 3])))
            .filter(|(_, other)| self.uses.contains_key(other))
            .collect();
        self.families.extend(american);
        // Heads of heads, so that one step leads to the end; a loop ends where it began.
        for member in self.families.keys().cloned().collect::<Vec<_>>() {
            let mut head = self.families[&member].clone();
            let mut steps = 0;
            while let Some(next) = self.families.get(&head).filter(|next| **next != member && steps < 5) {
                head = next.clone();
                steps += 1;
            }
            self.families.insert(member, head);
        }
        self.families.retain(|member, head| member != head);
        Ok(())
    }

    fn read_classes(&mut self, folder: &Path) -> Result<(), String> {
        let mut set = |word: &str, bits: Bits| {
            let entry = self.classes.entry(word.to_owned()).or_default();
            *entry = bits.with(*entry);
            self.words.insert(word.to_owned());
        };
        for row in rows(folder, "classes.tsv", 2)? {
            let bits = Bits::named(&row[0]).ok_or_else(|| format!("classes.tsv: no class {}", row[0]))?;
            for (word, _) in items(&row[1]) {
                set(word, bits);
            }
        }
        for row in rows(folder, "wordnet-persons.txt", 1)? {
            set(&row[0], Bits::named("person").ok_or("no class person")?);
        }
        for row in rows(folder, "not-persons.tsv", 1)? {
            for (word, _) in items(&row[0]) {
                if let Some(bits) = self.classes.get_mut(word) {
                    *bits = Bits::named("person").ok_or("no class person")?.without(*bits);
                }
            }
        }
        self.classes.retain(|_, bits| *bits != 0);
        Ok(())
    }

    fn write(self) -> Result<Vec<u8>, String> {
        let mut sections: Vec<Vec<u8>> = vec![Vec::new(); SECTIONS];
        let put = |sections: &mut Vec<Vec<u8>>, section: Section, value: u16| {
            sections[section as usize].extend(value.to_le_bytes());
        };
        // Words by bucket.
        let count = self.words.len().div_ceil(BUCKET).max(1);
        let mut buckets: Vec<Vec<&str>> = vec![Vec::new(); count];
        for word in &self.words {
            buckets[hash(word.as_bytes()) as usize % count].push(word);
        }
        let mut order: Vec<&str> = Vec::new();
        for bucket in &buckets {
            let offset = sections[Section::Words as usize].len() as u32;
            sections[Section::Buckets as usize].extend(offset.to_le_bytes());
            put(&mut sections, Section::Firsts, order.len() as u16);
            for word in bucket {
                let len = u8::try_from(word.len()).map_err(|_| format!("too long: {word}"))?;
                sections[Section::Words as usize].push(len);
                sections[Section::Words as usize].extend(word.as_bytes());
                order.push(word);
            }
        }
        let offset = sections[Section::Words as usize].len() as u32;
        sections[Section::Buckets as usize].extend(offset.to_le_bytes());
        let last = u16::try_from(order.len()).map_err(|_| "more than 65,535 words".to_owned())?;
        put(&mut sections, Section::Firsts, last);
        let ids: HashMap<&str, u16> = order.iter().enumerate().map(|(at, word)| (*word, at as u16)).collect();
        let id = |word: &str| ids[word];

        // Usages, each distinct list once; the first is the empty one.
        let mut lists: BTreeMap<Vec<u8>, u16> = BTreeMap::new();
        sections[Section::Usages as usize].push(0);
        for word in &order {
            let list = self.uses.get(*word).map(|uses| self.costs(uses)).unwrap_or_default();
            let at = if list.is_empty() {
                0
            } else if let Some(&at) = lists.get(&list) {
                at
            } else {
                let usages = &mut sections[Section::Usages as usize];
                let at = u16::try_from(usages.len()).map_err(|_| "too many distinct usages".to_owned())?;
                usages.push((list.len() / 2) as u8);
                usages.extend(&list);
                lists.insert(list, at);
                at
            };
            put(&mut sections, Section::Usage, at);
        }
        sections[Section::Sequences as usize] = self.sequences;

        let mut irregular: Vec<(u16, u8, u16)> =
            self.irregular.iter().map(|(form, kind, lemma)| (id(form), *kind, id(lemma))).collect();
        irregular.sort_unstable();
        for (form, kind, lemma) in irregular {
            put(&mut sections, Section::Irregular, form);
            sections[Section::IrregularKind as usize].push(kind);
            put(&mut sections, Section::IrregularLemma, lemma);
        }
        let mut groups: BTreeMap<u16, BTreeSet<u16>> = BTreeMap::new();
        for (number, group) in self.groups.iter().enumerate() {
            for word in group {
                groups.entry(id(word)).or_default().insert(number as u16);
            }
        }
        let opposites: BTreeMap<u16, BTreeSet<u16>> = self
            .opposites
            .iter()
            .map(|(word, others)| (id(word), others.iter().map(|other| id(other)).collect()))
            .collect();
        for (table, keys, starts, values) in [
            (groups, Section::Synonyms, Section::SynonymStarts, Section::SynonymGroups),
            (opposites, Section::Opposites, Section::OppositeStarts, Section::OppositeWords),
        ] {
            for (word, list) in table {
                put(&mut sections, keys, word);
                let start = (sections[values as usize].len() / 2) as u16;
                put(&mut sections, starts, start);
                for value in list {
                    put(&mut sections, values, value);
                }
            }
            let end = u16::try_from(sections[values as usize].len() / 2).map_err(|_| "a list is too long")?;
            put(&mut sections, starts, end);
        }
        for (table, keys, values) in [
            (&self.families, Section::Families, Section::FamilyHeads),
            (&self.demonyms, Section::Demonyms, Section::DemonymPlaces),
            (&self.phrasals, Section::Phrasals, Section::PhrasalVerbs),
            (&self.spellings, Section::Spellings, Section::SpellingHeads),
        ] {
            let table: BTreeMap<u16, u16> = table.iter().map(|(key, value)| (id(key), id(value))).collect();
            for (key, value) in table {
                put(&mut sections, keys, key);
                put(&mut sections, values, value);
            }
        }
        for (table, keys, values) in [
            (&self.classes, Section::Classes, Section::ClassBits),
            (&self.naming, Section::NameWords, Section::NameBits),
        ] {
            let table: BTreeMap<u16, u32> = table.iter().map(|(word, bits)| (id(word), *bits)).collect();
            for (word, bits) in table {
                put(&mut sections, keys, word);
                sections[values as usize].extend(bits.to_le_bytes());
            }
        }

        let mut file = Vec::new();
        let mut at = 4 * (SECTIONS as u32 + 1);
        for section in &sections {
            file.extend(at.to_le_bytes());
            at += section.len() as u32;
        }
        file.extend(at.to_le_bytes());
        for section in sections {
            file.extend(section);
        }
        Ok(file)
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

/// Uses that a word has as an inflected form of others.
fn inflected(word: &str, is: &dyn Fn(&str, char) -> bool, uses: &mut Uses) {
    let mut add = |letter: u8, weight: f64| {
        uses.entry(letter).or_insert(weight);
    };
    for (ending, base, letters) in
        [(Ending::S, 'n', "s"), (Ending::S, 'v', "z"), (Ending::Ed, 'v', "dp"), (Ending::Ing, 'v', "g")]
    {
        if bases(word, ending, &mut |candidate| is(candidate, base)).is_some() {
            for letter in letters.bytes() {
                add(letter, 1.0);
            }
        }
    }
}

/// Whether a use belongs to a universal tag.
fn of_tag(letter: u8, tag: &str) -> bool {
    match tag {
        "NOUN" => b"ns".contains(&letter),
        "VERB" => b"vzdpg".contains(&letter),
        "ADJ" => b"jc".contains(&letter),
        "ADV" => b"rC".contains(&letter),
        "PROPN" => letter == b'x',
        _ => false,
    }
}

/// The use that a universal tag stands for when nothing else is known; 0 for none.
fn by_tag(word: &str, tag: &str) -> u8 {
    match tag {
        "NOUN" if word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") => b's',
        "NOUN" => b'n',
        "VERB" if word.ends_with("ing") => b'g',
        "VERB" if word.ends_with("ed") => b'd',
        "VERB" if word.ends_with('s') && !word.ends_with("ss") => b'z',
        "VERB" => b'v',
        "ADJ" => b'j',
        "ADV" => b'r',
        "PROPN" => b'x',
        "NUM" => b'#',
        "ADP" => b'a',
        "INTJ" => b'!',
        "SCONJ" => b'S',
        "DET" => b't',
        "PRON" => b'P',
        "CCONJ" => b'K',
        _ => 0,
    }
}

/// The letters are those of the states.
#[test]
fn letters_have_states() {
    for letter in b"nsxvzdpgjcrCW" {
        assert_eq!(states::LETTERS[usize::from(state(*letter))], *letter);
    }
}
