//! `lexicon.tsv`, `usage.tsv`, `closed.tsv`, `irregular.tsv`: the uses of each word.

use super::inflect::{Ending, bases};
use super::{Language, Uses, rows::rows};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// How often a word was seen in each use.
type Usage = HashMap<String, Vec<(u8, f64)>>;
/// The letters of the uses of each word.
type Letters = HashMap<String, String>;

impl Language {
    /// The uses of each word: the lexicon's, the counts', and those that inflection adds.
    pub(super) fn read_lexicon(&mut self, folder: &Path) -> Result<(), String> {
        let usage = read_usage(folder)?;
        let closed: BTreeMap<String, String> =
            rows(folder, "closed.tsv", 2)?.into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
        let mut plain = Letters::new();
        let lexicon = rows(folder, "lexicon.tsv", 3)?;
        for row in &lexicon {
            plain.insert(row[0].clone(), row[2].clone());
        }
        for row in lexicon.iter().filter(|row| !closed.contains_key(&row[0])) {
            let uses = open_uses(row, &plain, usage.get(&row[0]));
            if !uses.is_empty() {
                self.uses.insert(row[0].clone(), uses);
            }
        }
        for (word, letters) in closed {
            let uses = closed_uses(&letters, usage.get(&word));
            self.uses.insert(word, uses);
        }
        self.read_irregular(folder, &plain)?;
        self.men();
        self.read_verbs(folder)?;
        self.words.extend(self.uses.keys().cloned());
        Ok(())
    }

    /// *Gunmen, fishermen*: plurals, where the lexicon has the word in *-man* too.
    fn men(&mut self) {
        let singular = |word: &String| Some(format!("{}man", word.strip_suffix("men")?));
        let men: Vec<(String, String)> = self
            .uses
            .keys()
            .filter_map(|word| Some((word.clone(), singular(word)?)))
            .filter(|(_, man)| self.uses.get(man).is_some_and(|uses| uses.contains_key(&b'n')))
            .collect();
        for (word, man) in men {
            let uses = self.uses.entry(word.clone()).or_default();
            if let Some(weight) = uses.remove(&b'n') {
                uses.entry(b's').or_insert(weight);
            }
            self.irregular.insert((word, b'n', man));
        }
    }

    /// Irregular forms, and the uses that they add.
    fn read_irregular(&mut self, folder: &Path, plain: &Letters) -> Result<(), String> {
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
            } else {
                let listed = plain.get(row[1].as_str()).map_or("", String::as_str);
                as_inflected(row[0].as_bytes()[0], listed, uses);
            }
            if uses.is_empty() {
                self.uses.remove(&row[1]);
            }
        }
        Ok(())
    }
}

impl Language {
    /// Irregular verbs: which of their forms is past, participle or both.
    fn read_verbs(&mut self, folder: &Path) -> Result<(), String> {
        for row in rows(folder, "verbs.tsv", 3)? {
            let (base, past, participles) = (&row[0], items_of(&row[1]), items_of(&row[2]));
            for form in past.iter().chain(&participles) {
                let uses = self.uses.entry((*form).to_owned()).or_default();
                let verb: f64 =
                    uses.iter().filter(|(letter, _)| b"vzdp".contains(letter)).map(|(_, n)| n).sum();
                let others: f64 = uses.values().sum::<f64>() - verb;
                let least = (verb / 4.0).max(others / 8.0).max(1.0);
                for (letter, is) in [(b'd', past.contains(form)), (b'p', participles.contains(form))] {
                    if is {
                        let weight = uses.entry(letter).or_default();
                        *weight = weight.max(least);
                    } else {
                        uses.remove(&letter);
                    }
                }
                if form == base {
                    uses.entry(b'v').or_insert(least);
                } else {
                    self.irregular.insert(((*form).to_owned(), b'v', base.clone()));
                }
            }
            self.words.insert(base.clone());
        }
        Ok(())
    }
}

/// The forms of a cell, separated by commas.
fn items_of(cell: &str) -> Vec<&str> {
    cell.split(',').collect()
}

/// A comparative that was counted as an adjective, a plural that was counted as a noun: *worse*, *phenomena*.
fn as_inflected(kind: u8, listed: &str, uses: &mut Uses) {
    let pairs: &[(u8, u8)] = match kind {
        b'a' if listed.contains('c') || listed.is_empty() => &[(b'j', b'c'), (b'r', b'C')],
        b'n' if listed.is_empty() => &[(b'n', b's')],
        _ => &[],
    };
    for (from, to) in pairs {
        if let Some(weight) = uses.remove(from) {
            *uses.entry(*to).or_default() += weight;
        }
    }
}

/// How often each common word was seen in each use.
fn read_usage(folder: &Path) -> Result<Usage, String> {
    let mut usage = Usage::new();
    for row in rows(folder, "usage.tsv", 2)? {
        let counts = row[1]
            .split(' ')
            .map(|one| one[1..].parse().map(|n| (one.as_bytes()[0], n)))
            .collect::<Result<_, _>>()
            .map_err(|_| format!("usage.tsv: {}", row[0]))?;
        usage.insert(row[0].clone(), counts);
    }
    Ok(usage)
}

/// The uses of a noun, verb, adjective or adverb: as its row ranks them, as it inflects, as it was seen.
fn open_uses(row: &[String], plain: &Letters, counts: Option<&Vec<(u8, f64)>>) -> Uses {
    let is = |word: &str, letter: char| plain.get(word).is_some_and(|letters| letters.contains(letter));
    let (word, tag, letters) = (&row[0], row[1].as_str(), row[2].as_str());
    let mut uses = Uses::new();
    let (letters, rare) = letters.split_once('.').unwrap_or((letters, ""));
    uses.extend(rare.bytes().map(|letter| (letter, 0.3)));
    for (rank, letter) in letters.bytes().enumerate() {
        let letter = if letter == b'u' { b'c' } else { letter };
        *uses.entry(letter).or_default() += [5.0, 2.0, 1.0][rank.min(2)] / if rank > 2 { 2.0 } else { 1.0 };
    }
    inflected(word, &is, &mut uses);
    add_tag(word, tag, &mut uses);
    if let Some(counts) = counts {
        let total: f64 = counts.iter().map(|(_, n)| n).sum();
        let scale = if total > 60.0 { 60.0 / total } else { 1.0 };
        for &(letter, n) in counts.iter().filter(|(letter, _)| b"nsvzdpgjcrCx".contains(letter)) {
            *uses.entry(letter).or_default() += n * scale;
        }
    }
    // A plural that WordNet also lists by itself (*losses*) is a plural.
    if word.ends_with("ics") || matches!(word.as_str(), "news" | "series" | "species" | "headquarters") {
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
    uses
}

/// The likeliest part of speech weighs as much as all the rest.
fn add_tag(word: &str, tag: &str, uses: &mut Uses) {
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
}

/// The uses of a function word: as its row ranks them, as it was seen.
fn closed_uses(letters: &str, counts: Option<&Vec<(u8, f64)>>) -> Uses {
    let total: f64 = counts.map_or(0.0, |counts| counts.iter().map(|(_, n)| n).sum());
    let mut uses = Uses::new();
    for (rank, letter) in letters.bytes().enumerate() {
        let seen = counts.and_then(|c| c.iter().find(|(l, _)| *l == letter)).map_or(0.0, |(_, n)| *n);
        let prior = [6.0, 2.0, 1.0][rank.min(2)];
        uses.insert(letter, prior + if total > 0.0 { 100.0 * seen / (total + 10.0) } else { 0.0 });
    }
    uses
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
