//! What a name names, and a person's sex: by its words, by what stands around it, over the whole text.

use super::words::Words;
use super::{Mention, NameKind, Sex};
use crate::english::{self, NameClass, NameWord, Stance};
use crate::text::{Document, Form, Tag, TokenKind};
use compact_str::CompactString;
use foldhash::HashMap;
use std::ops::{AddAssign, Range};

/// Points for each kind, and for each sex.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    person: i16,
    body: i16,
    place: i16,
    thing: i16,
    female: i16,
    male: i16,
}

/// Decides by itself.
const SURE: i16 = 8;
/// Decides unless something sure speaks against it.
pub(super) const STRONG: i16 = 4;
/// Decides where nothing speaks against it.
pub(super) const WEAK: i16 = 2;

impl AddAssign for Evidence {
    fn add_assign(&mut self, other: Evidence) {
        self.person = self.person.saturating_add(other.person);
        self.body = self.body.saturating_add(other.body);
        self.place = self.place.saturating_add(other.place);
        self.thing = self.thing.saturating_add(other.thing);
        self.female = self.female.saturating_add(other.female);
        self.male = self.male.saturating_add(other.male);
    }
}

impl Evidence {
    /// The kind that has most points, where it has at least so many and more than any other.
    fn kind(self, least: i16) -> NameKind {
        let mut points = [
            (self.person, NameKind::Person),
            (self.body, NameKind::Body),
            (self.place, NameKind::Place),
            (self.thing, NameKind::Thing),
        ];
        points.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
        if points[0].0 >= least && points[0].0 > points[1].0 { points[0].1 } else { NameKind::Unknown }
    }

    fn sex(self) -> Option<Sex> {
        match self.female.cmp(&self.male) {
            std::cmp::Ordering::Greater => Some(Sex::Female),
            std::cmp::Ordering::Less => Some(Sex::Male),
            std::cmp::Ordering::Equal => None,
        }
    }

    fn sexed(&mut self, word: NameWord, points: i16) {
        self.female += if word.is(NameClass::Female) { points } else { 0 };
        self.male += if word.is(NameClass::Male) { points } else { 0 };
    }
}

/// Gives every mention the kind and sex that all mentions of its key speak for; a record's entities keep their kind.
/// `least` is [`WEAK`], or [`STRONG`] while short forms are not yet known.
pub(super) fn decide(mentions: &mut [Mention], words: &Words, evidence: &[Evidence], least: i16) {
    let mut sums: HashMap<CompactString, Evidence> = HashMap::default();
    for (mention, points) in mentions.iter().zip(evidence) {
        *sums.entry(mention.key.clone()).or_default() += *points;
    }
    for mention in mentions {
        let sum = sums.get(&mention.key).copied().unwrap_or_default();
        if mention.candidates.is_empty() && !numbered(words, mention) {
            mention.kind = sum.kind(least);
        }
        if matches!(mention.kind, NameKind::Person | NameKind::Unknown) {
            mention.sex = sum.sex();
        }
    }
}

/// What stands beside a name of known kind, joined by *and* or by a verb between two of a kind, is of that kind.
pub(super) fn share(mentions: &mut [Mention], words: &Words) {
    let mut shared: HashMap<CompactString, Option<NameKind>> = HashMap::default();
    for pair in mentions.windows(2) {
        let gap = pair[0].tokens.end..pair[1].tokens.start;
        if !alike(words, gap) {
            continue;
        }
        let (known, unknown) = match (pair[0].kind, pair[1].kind) {
            (NameKind::Unknown, NameKind::Unknown) => continue,
            (NameKind::Unknown, known) => (known, &pair[0]),
            (known, NameKind::Unknown) => (known, &pair[1]),
            _ => continue,
        };
        // Neighbours of two kinds decide nothing.
        let kind = shared.entry(unknown.key.clone()).or_insert(Some(known));
        if *kind != Some(known) {
            *kind = None;
        }
    }
    for mention in mentions.iter_mut().filter(|m| m.kind == NameKind::Unknown && m.candidates.is_empty()) {
        if let Some(Some(kind)) = shared.get(&mention.key) {
            mention.kind = *kind;
        }
    }
}

/// Whether the words between two names make them alike.
fn alike(words: &Words, gap: Range<usize>) -> bool {
    let tokens = &words.document.tokens;
    let last = gap.end;
    match gap.len() {
        1 => words.raw(gap.start) == "and" || contest(words, gap.start),
        2 => contest(words, gap.start) && tokens[last - 1].lemma == "the",
        _ => false,
    }
}

fn contest(words: &Words, at: usize) -> bool {
    let token = &words.document.tokens[at];
    token.tag == Tag::Verb && token.known.naming.is(NameClass::Contest)
}

/// "Line 4": a thing by its form.
fn numbered(words: &Words, mention: &Mention) -> bool {
    words.document.tokens[mention.tokens.end - 1].kind == TokenKind::Number
}

/// What a mention by itself and what stands around it say.
pub(super) fn evidence(words: &Words, mention: &Mention) -> Evidence {
    let mut found = own(words, mention.tokens.clone());
    let sentences = &words.document.sentences;
    let at = sentences.partition_point(|s| s.tokens.end <= mention.tokens.start);
    let Some(sentence) = sentences.get(at).map(|s| s.tokens.clone()) else { return found };
    before(words, &mention.tokens, &sentence, &mut found);
    behind(words, &mention.tokens, &sentence, &mut found);
    found
}

/// The head of a name: its last word, or the one before *of* or *for*.
fn head(words: &Words, name: &Range<usize>) -> usize {
    let joint = name.clone().skip(1).find(|&at| matches!(words.raw(at), "of" | "for" | "on"));
    joint.map_or(name.end, |joint| joint).saturating_sub(1).max(name.start)
}

fn own(words: &Words, name: Range<usize>) -> Evidence {
    let mut found = Evidence::default();
    let first = words.class(name.start);
    let last = words.class(name.end - 1);
    let head = head(words, &name);
    let class = words.class(head);
    let several = name.len() > 1;
    let given = several && first.is(NameClass::Given) && head + 1 == name.end;
    let surname = given && name.len() == 2 && class.is(NameClass::Surname);
    let capital = (words.common(head) || class.is(NameClass::Company)) && !surname;
    if class.is(NameClass::Company) && several || name.clone().any(|at| words.raw(at) == "&") {
        found.body += SURE;
    } else if capital && (several || !class.is(NameClass::StandIn)) {
        found.thing += if class.is(NameClass::Thing) && several { STRONG + 1 } else { 0 };
        found.body += if class.is(NameClass::Body) { STRONG + 1 } else { 0 };
        found.place += if class.is(NameClass::Place) && several { STRONG + 1 } else { 0 };
    }
    if several && first.is(NameClass::PlaceBefore) {
        found.place += WEAK + 1;
    }
    let key = words.key(name.clone());
    if english::name_word(&key).is(NameClass::PlaceName)
        || key.strip_prefix("the ").is_some_and(|rest| english::name_word(rest).is(NameClass::PlaceName))
    {
        found.place += STRONG;
    }
    if several && last.is(NameClass::Generation) {
        found.person += STRONG;
    }
    let initial = words.raw(name.start).len() == 2 && words.raw(name.start).ends_with('.');
    if given || several && initial && head + 1 == name.end {
        found.person += STRONG;
        found.sexed(first, STRONG);
    }
    // "Ludwig van der Meer": lower-case particles are of persons, but for "de" and "la" in names of places.
    let particle = |at: usize| {
        !words.capital(at) && words.is(at, NameClass::Particle)
            || words.folded[at].starts_with("al-")
            || words.folded[at].starts_with("el-")
    };
    if name.clone().skip(1).any(particle) {
        found.person += WEAK;
    }
    found
}

fn before(words: &Words, name: &Range<usize>, sentence: &Range<usize>, found: &mut Evidence) {
    let tokens = &words.document.tokens;
    let (start, mention_end) = (name.start, name.end);
    let Some(at) = start.checked_sub(1).filter(|at| sentence.contains(at)) else { return };
    let token = &tokens[at];
    let class = words.class(at);
    if class.is(NameClass::Honorific) && words.capital(at) {
        found.person += SURE;
        found.sexed(class, SURE);
        return;
    }
    if token.kind == TokenKind::Word && words.office(at) && token.form != Form::Plural {
        found.person += STRONG + 1;
        found.sexed(class, STRONG);
        return;
    }
    match token.lemma.as_str() {
        // "The defendant, Brown, wept"
        "," if at > sentence.start + 1
            && tokens[at - 1].tag == Tag::Noun
            && tokens[at - 1].form == Form::Base =>
        {
            let noun = &tokens[at - 1].lemma;
            let (word, class) = (english::classes(noun), english::name_word(noun));
            let determined = (sentence.start..at - 1)
                .rev()
                .take(3)
                .any(|i| tokens[i].is(&["the", "a", "an", "'s", "his", "her", "its"]));
            let closed = tokens.get(mention_end).is_some_and(|t| t.kind == TokenKind::Punctuation);
            if determined && closed && (word.office() || word.person()) {
                found.person += STRONG;
                found.sexed(class, STRONG);
            }
        }
        "the" => {
            found.person -= STRONG;
            found.body += WEAK / 2;
            let plural =
                tokens.get(start).is_some_and(|t| t.form == Form::Plural || words.raw(start).ends_with('s'));
            let single = !words.capital(start + 1);
            found.body += if plural && single { WEAK } else { 0 };
        }
        "in" | "near" | "across" | "throughout" | "outside" if at > sentence.start => {
            let held = words.document.tokens[at - 1].lemma.as_str();
            let object = english::name_word(held);
            if object.is(NameClass::Holding) {
                found.body += if token.lemma == "in" { STRONG } else { 0 };
            } else {
                found.place += WEAK;
            }
        }
        "in" => found.place += WEAK,
        "of" if at > sentence.start => {
            let noun = tokens[at - 1].known.naming;
            found.place += if noun.is(NameClass::OfPlace) { WEAK } else { 0 };
            found.body += if noun.is(NameClass::OfBody) { WEAK } else { 0 };
        }
        _ if token.tag == Tag::Noun && token.form == Form::Base && class.is(NameClass::Body) => {
            found.body += STRONG;
        }
        _ if token.tag == Tag::Noun && token.form == Form::Base && class.is(NameClass::Thing) => {
            found.thing += STRONG;
        }
        _ if token.tag == Tag::Noun && token.form == Form::Base && token.known.classes.person() => {
            found.person += WEAK;
            found.sexed(class, WEAK);
        }
        _ => {}
    }
}

fn behind(words: &Words, name: &Range<usize>, sentence: &Range<usize>, found: &mut Evidence) {
    let tokens = &words.document.tokens;
    let end = name.end;
    if end >= sentence.end {
        return;
    }
    let token = &tokens[end];
    if token.is(&["'s", "'"]) && end + 1 < sentence.end {
        let next = (end + 1..sentence.end.min(end + 4)).find(|&at| {
            matches!(tokens[at].tag, Tag::Noun) && !tokens.get(at + 1).is_some_and(|t| t.tag == Tag::Noun)
        });
        if let Some(noun) = next {
            let of_body = tokens[noun].known.naming.is(NameClass::OfBody);
            found.body += if of_body { WEAK } else { 0 };
            found.person -= if of_body { WEAK } else { 0 };
        }
        return;
    }
    if words.raw(end) == "," || words.raw(end) == "(" {
        apposition(words, end + 1, sentence, found);
        return;
    }
    // "It was Dev Patel who called the vote."
    found.person += if token.lemma == "who" { STRONG } else { 0 };
    // "Halden is a software company": what it is said to be.
    if token.is(&["be"]) && matches!(token.form, Form::Present3 | Form::Past) && end + 1 < sentence.end {
        if tokens[end + 1].is(&["a", "an", "the", "one"]) {
            described(words.document, end + 1, sentence, found);
        }
        return;
    }
    // What speaks is no place: "the Red Crescent said".
    let subject = name.start == sentence.start || tokens[name.start - 1].tag != Tag::Adp;
    if subject && token.tag == Tag::Verb && speaks(&token.lemma) {
        found.place -= STRONG;
        found.thing -= STRONG;
        found.body += WEAK / 2;
    }
    let verb = (end..sentence.end.min(end + 3)).find(|&at| tokens[at].tag == Tag::Verb);
    if verb.is_some_and(|at| tokens[at].known.naming.is(NameClass::Personal)) {
        found.person += WEAK;
    }
    if matches!(token.tag, Tag::Noun) && token.known.naming.is(NameClass::OfBody) {
        found.body += WEAK;
        found.person -= WEAK;
    }
}

/// Verbs whose subject speaks, be it a person or a body; not *show*, *find*, *want*.
fn speaks(verb: &str) -> bool {
    use Stance::{Admit, Claim, Deny, Insist, Promise, Say, Suggest, Warn};
    let stance = english::reporting(verb);
    stance.is_some_and(|s| matches!(s, Say | Claim | Deny | Admit | Warn | Promise | Insist | Suggest))
}

/// What stands between commas or brackets behind a name: "who …", "34", "a software company", "which …".
fn apposition(words: &Words, start: usize, sentence: &Range<usize>, found: &mut Evidence) {
    let Some(token) = words.document.tokens.get(start).filter(|_| start < sentence.end) else { return };
    match token.lemma.as_str() {
        "who" | "whom" => found.person += STRONG,
        "which" => found.person -= SURE,
        "where" => found.place += WEAK,
        "aged" => found.person += STRONG,
        _ if token.kind == TokenKind::Number => {
            let age = words.raw(start).len() <= 2 && !words.raw(start).starts_with('0');
            let closed = start + 1 < sentence.end && matches!(words.raw(start + 1), "," | ")" | ".");
            found.person += if age && closed { STRONG } else { 0 };
        }
        _ => described(words.document, start, sentence, found),
    }
    // "which" speaks for a body where nothing else does.
    if token.lemma == "which" {
        found.body += WEAK;
    }
}

/// The head of the noun phrase that begins at a token says what the name is.
fn described(document: &Document, start: usize, sentence: &Range<usize>, found: &mut Evidence) {
    let Some(head) = description(document, start, sentence) else { return };
    let lemma = &document.tokens[head].lemma;
    let (class, word) = (english::name_word(lemma), english::classes(lemma));
    if word.office() || word.person() && !class.is(NameClass::Body) {
        found.person += STRONG;
        found.sexed(class, STRONG);
    } else if class.is(NameClass::Body) {
        found.body += STRONG;
    } else if class.is(NameClass::Place) {
        found.place += STRONG;
    }
}

/// The head of a noun phrase that describes: with an article ("a software company"), or an office.
fn description(document: &Document, start: usize, sentence: &Range<usize>) -> Option<usize> {
    const REACH: usize = 6;
    let mut head = None;
    for at in start..sentence.end.min(start + REACH) {
        let token = &document.tokens[at];
        match token.tag {
            Tag::Noun => head = Some(at),
            Tag::Det | Tag::Adj | Tag::Num | Tag::Propn | Tag::Part if head.is_none() => {}
            Tag::Verb if head.is_none() && matches!(token.form, Form::Participle | Form::Gerund) => {}
            _ => break,
        }
    }
    let determined = document.tokens[start].is(&["a", "an", "the", "one", "another"]);
    // "Oslo, police said" describes nothing.
    head.filter(|&head| determined || document.tokens[head].known.classes.office())
}

/// The noun by which the text describes a name: "Nordvik, a ferry operator", "the insurer Tamrix", "Elmfield is a city".
pub(in crate::claim) fn described_as(document: &Document, mention: &Mention) -> Option<usize> {
    let tokens = &document.tokens;
    let at = document.sentences.partition_point(|s| s.tokens.end <= mention.tokens.start);
    let sentence = &document.sentences.get(at)?.tokens;
    let end = mention.tokens.end;
    let next = tokens.get(end).filter(|_| end + 1 < sentence.end);
    let behind = next.filter(|next| matches!(document.word(end), "," | "(") || next.lemma == "be");
    behind.and_then(|_| description(document, end + 1, sentence)).or_else(|| {
        let before = mention.tokens.start.checked_sub(1).filter(|at| sentence.contains(at))?;
        (tokens[before].tag == Tag::Noun).then_some(before)
    })
}
