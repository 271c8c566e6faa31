//! Regular inflection, backwards: which dictionary forms a spelling may come from.
//!
//! Pure rules over spelling; whether a candidate is a word is the caller's to say. The data compiler shares this
//! file, so it may use nothing of the crate.

/// The ending that was taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// *-s*: plural noun, or verb of the third person.
    S,
    /// *-ed*: past tense or participle.
    Ed,
    /// *-ing*.
    Ing,
    /// *-er*.
    Er,
    /// *-est*.
    Est,
}

/// A word of bounded length, on the stack: look-ups allocate nothing.
#[derive(Clone, Copy)]
pub(crate) struct Short {
    bytes: [u8; Short::LIMIT],
    len: usize,
}

impl Short {
    /// Longer words are in no dictionary.
    pub(crate) const LIMIT: usize = 40;

    /// Joins two pieces, if there is room.
    pub(crate) fn join(a: &str, b: &str) -> Option<Short> {
        let len = a.len() + b.len();
        if len > Short::LIMIT {
            return None;
        }
        let mut bytes = [0; Short::LIMIT];
        bytes[..a.len()].copy_from_slice(a.as_bytes());
        bytes[a.len()..len].copy_from_slice(b.as_bytes());
        Some(Short { bytes, len })
    }

    /// The word.
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or("")
    }
}

fn vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// *stop*, *plan*: one vowel before one consonant that would have been doubled before *-ed* and *-ing*.
fn doubles(stem: &str) -> bool {
    let b = stem.as_bytes();
    let n = b.len();
    n >= 3
        && !vowel(b[n - 1])
        && !matches!(b[n - 1], b'w' | b'x' | b'y')
        && vowel(b[n - 2])
        && !vowel(b[n - 3])
        && b[..n - 2].iter().all(|&c| !vowel(c))
}

/// *stopp* → *stop*.
fn undoubled(stem: &str) -> Option<&str> {
    let b = stem.as_bytes();
    let n = b.len();
    let twice = n >= 3 && b[n - 1] == b[n - 2] && b[n - 1].is_ascii() && !vowel(b[n - 1]);
    twice.then(|| &stem[..n - 1])
}

/// Offers the dictionary forms that `word` may be inflected from, likeliest first, until `accept` takes one.
pub(crate) fn bases(word: &str, ending: Ending, accept: &mut dyn FnMut(&str) -> bool) -> Option<Short> {
    let suffix = match ending {
        Ending::S => "s",
        Ending::Ed => "ed",
        Ending::Ing => "ing",
        Ending::Er => "er",
        Ending::Est => "est",
    };
    let stem = word.strip_suffix(suffix)?;
    let sounds = ending == Ending::S || stem.bytes().any(|b| vowel(b) || b == b'y');
    if stem.len() < 2 || !sounds {
        return None;
    }
    let mut offer = |a: &str, b: &str| Short::join(a, b).filter(|base| accept(base.as_str()));
    if ending == Ending::S {
        if let Some(y) = stem.strip_suffix("ie") {
            return offer(y, "y").or_else(|| offer(stem, ""));
        }
        if stem.ends_with('s') || stem.ends_with('u') && stem.len() > 3 || stem.ends_with('\'') {
            return None;
        }
        if let Some(e) = stem.strip_suffix('e') {
            let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| e.ends_with(end));
            let first = if sibilant { offer(e, "") } else { offer(stem, "") };
            return first.or_else(|| if sibilant { offer(stem, "") } else { None });
        }
        return offer(stem, "");
    }
    if let Some(y) = stem.strip_suffix('i').filter(|_| ending != Ending::Ing) {
        return offer(y, "y").or_else(|| offer(stem, "e"));
    }
    let e_first = ending != Ending::Ing || doubles(stem);
    let with_e = |offer: &mut dyn FnMut(&str, &str) -> Option<Short>| offer(stem, "e");
    (if e_first { with_e(&mut offer) } else { None })
        .or_else(|| offer(stem, ""))
        .or_else(|| undoubled(stem).and_then(|one| offer(one, "")))
        .or_else(|| if e_first { None } else { offer(stem, "e") })
        .or_else(|| stem.strip_suffix('y').filter(|_| ending == Ending::Ing).and_then(|ie| offer(ie, "ie")))
        .or_else(|| stem.strip_suffix("ck").and_then(|c| offer(c, "c")))
}

/// The dictionary form by spelling alone, for words that no table knows: *blorbed* → *blorb*, *vaxxing* → *vax*.
pub(crate) fn guess(word: &str, ending: Ending) -> Option<Short> {
    let mut seen = 0;
    // An unknown stem with -ed or -ing: undouble first (unless ll, ss, zz), then add e where English spelling wants it.
    if matches!(ending, Ending::Ed | Ending::Ing) {
        let stem = word.strip_suffix(if ending == Ending::Ed { "ed" } else { "ing" })?;
        if stem.len() < 2 || !stem.bytes().any(|b| vowel(b) || b == b'y') {
            return None;
        }
        if let Some(y) = stem.strip_suffix('i') {
            return Short::join(y, "y");
        }
        if let Some(one) = undoubled(stem).filter(|_| !stem.ends_with(['l', 's', 'z'])) {
            return Short::join(one, "");
        }
        let silent =
            ["c", "v", "z", "u", "iat", "uat", "lat", "dg", "rs"].iter().any(|end| stem.ends_with(end))
                && !stem.ends_with("zz");
        return Short::join(stem, if silent || doubles(stem) { "e" } else { "" });
    }
    bases(word, ending, &mut |_| {
        seen += 1;
        seen == 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(word: &str, ending: Ending, known: &[&str]) -> String {
        bases(word, ending, &mut |w| known.contains(&w)).map_or(String::new(), |b| b.as_str().to_owned())
    }

    #[test]
    fn takes_regular_endings_off() {
        assert_eq!(base("stopped", Ending::Ed, &["stop"]), "stop");
        assert_eq!(base("hoping", Ending::Ing, &["hop", "hope"]), "hope");
        assert_eq!(base("singing", Ending::Ing, &["sing", "singe"]), "sing");
        assert_eq!(base("tried", Ending::Ed, &["try"]), "try");
        assert_eq!(base("dying", Ending::Ing, &["die"]), "die");
        assert_eq!(base("panicked", Ending::Ed, &["panic"]), "panic");
        assert_eq!(base("watches", Ending::S, &["watch"]), "watch");
        assert_eq!(base("cases", Ending::S, &["case"]), "case");
        assert_eq!(base("happier", Ending::Er, &["happy"]), "happy");
    }

    #[test]
    fn offers_nothing_where_nothing_was_added() {
        assert_eq!(base("us", Ending::S, &["u"]), "");
        assert_eq!(base("glass", Ending::S, &["glas"]), "");
        assert_eq!(base("virus", Ending::S, &["viru"]), "");
        assert_eq!(base("bed", Ending::Ed, &["b", "be"]), "");
        assert_eq!(base("thing", Ending::Ing, &["the", "thin"]), "");
    }

    #[test]
    fn guesses_by_spelling() {
        for (word, ending, lemma) in [
            ("blorbed", Ending::Ed, "blorb"),
            ("vaxxing", Ending::Ing, "vax"),
            ("doxxed", Ending::Ed, "dox"),
            ("grelicing", Ending::Ing, "grelice"),
        ] {
            assert_eq!(guess(word, ending).unwrap().as_str(), lemma);
        }
        assert!(guess("bring", Ending::Ing).is_none());
    }
}
