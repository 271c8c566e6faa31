//! What a claim says is on or over, by the [`expressions`](super::expressions) in it.
//!
//! A frame holds the words for one kind of state (at large, on strike, in force, pending), the events that begin it
//! and those that end it. Two clauses that put one thing into opposite phases of one frame speak against each other,
//! however few words they share.

use super::expressions::{Expression, Slot, Sort, TABLE, opening};
use crate::claim::{Claim, Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::tie::Ties;
use crate::english::{self, Aspect};
use compact_str::CompactString;

/// What a claim says of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    frame: u8,
    /// Whether it is on.
    pub on: bool,
    /// An event, no state.
    pub event: bool,
    /// The claim's terms that say so, a bit each; terms beyond the 64th have none.
    terms: u64,
    /// The clause's predicate is among them.
    predicate: bool,
    /// How many words say so.
    length: u8,
    /// Hides shorter expressions, says nothing.
    neither: bool,
    /// Says itself what has to be done: "has to pay for".
    pub owes: bool,
    /// The first of them, else the first word's term before it.
    pub head: u8,
}

impl Phase {
    /// Whether a term of the claim is of the words that say so.
    pub fn has(&self, term: usize) -> bool {
        term < 64 && self.terms & 1 << term != 0
    }

    /// Whether a term is one of the frame's nouns.
    pub fn names(&self, term: &Term) -> bool {
        term.kind == TermKind::Noun && noun_of(term, self.frame)
    }
}

/// The phases that a claim speaks of, the first few, and the ties.
#[derive(Clone, Copy, Debug, Default)]
pub struct Phases {
    found: [Option<Phase>; 6],
    /// Ties between two that the claim names.
    pub(in crate::compare) ties: Ties,
}

/// A word of a claim: as terms have it, as it stands, and its term.
struct Word {
    key: CompactString,
    surface: CompactString,
    term: Option<usize>,
}

impl Word {
    fn is(&self, wanted: &str) -> bool {
        self.key == wanted || self.surface == wanted
    }

    fn begins(&self, beginning: &str) -> bool {
        self.surface.starts_with(beginning) || self.key.starts_with(beginning)
    }
}

/// A word in small letters.
fn small(word: &str) -> CompactString {
    if word.is_ascii() { CompactString::from(word).to_ascii_lowercase() } else { word.to_lowercase().into() }
}

fn words(text: &str, claim: &Claim) -> Vec<Word> {
    // "The men, who are on the run": what a clause is about may stand before it.
    let outside = claim.terms.iter().enumerate().filter(|(_, term)| !claim.span.contains(term.span));
    let before =
        outside.map(|(i, term)| Word { key: term.key.clone(), surface: term.key.clone(), term: Some(i) });
    let pieces = claim.span.of(text).split(|c: char| !c.is_alphanumeric() && c != '-');
    let inside = pieces.filter(|piece| !piece.is_empty()).map(|piece| {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        let term = claim.terms.iter().position(|term| term.span.start == start);
        let surface = small(piece);
        let key = term.map_or_else(|| surface.clone(), |term| claim.terms[term].key.clone());
        Word { key, surface, term }
    });
    before.chain(inside).collect()
}

impl Phases {
    /// The phases of a claim of a text.
    pub fn of(text: &str, claim: &Claim) -> Phases {
        let mut phases = Phases { ties: Ties::of(text, claim), ..Phases::default() };
        let words = words(text, claim);
        for at in 0..words.len() {
            let word = &words[at];
            let ways = TABLE.expressions.get(word.key.as_str()).into_iter().flatten();
            let other = (word.surface != word.key).then(|| TABLE.expressions.get(word.surface.as_str()));
            let begun = opening(&word.surface).and_then(|opening| TABLE.begun.get(&opening));
            let begun = begun.into_iter().flatten().filter(|(b, _)| word.surface.starts_with(b));
            for way in ways.chain(other.flatten().into_iter().flatten()).chain(begun.map(|(_, way)| way)) {
                if let Some(phase) = phase(claim, &words[at..], way) {
                    phases.add(phase);
                }
            }
        }
        phases
    }

    fn add(&mut self, phase: Phase) {
        // The predicate counts, "was caught after a month on the run", and of those the longer expression: "pleaded not
        // guilty" before "guilty".
        let same = |found: &Phase| found.frame == phase.frame;
        if let Some(found) = self.found.iter_mut().flatten().find(|found| same(found)) {
            if (phase.predicate, phase.length) > (found.predicate, found.length) {
                *found = phase;
            }
            return;
        }
        if let Some(free) = self.found.iter_mut().find(|found| found.is_none()) {
            *free = Some(phase);
        }
    }

    /// Of each frame of which both claims say something what they say.
    pub(in crate::compare) fn of_one_frame(&self, other: &Phases) -> impl Iterator<Item = (Phase, Phase)> {
        let other = *other;
        self.found.into_iter().flatten().filter(|ours| !ours.neither).flat_map(move |ours| {
            let theirs = other.found.into_iter().flatten();
            theirs
                .filter(move |theirs| theirs.frame == ours.frame && !theirs.neither)
                .map(move |theirs| (ours, theirs))
        })
    }

    /// The first frame that two claims say opposite things of.
    pub fn opposed(&self, other: &Phases) -> impl Iterator<Item = (Phase, Phase, Sort)> {
        let other = *other;
        self.found.into_iter().flatten().flat_map(move |ours| {
            let opposite = move |theirs: &Phase| {
                theirs.frame == ours.frame && theirs.on != ours.on && !theirs.neither && !ours.neither
            };
            other
                .found
                .into_iter()
                .flatten()
                .filter(opposite)
                .map(move |theirs| (ours, theirs, TABLE.sorts[usize::from(ours.frame)]))
        })
    }
}

/// What an expression says where it stands, if it does stand there.
fn phase(claim: &Claim, words: &[Word], way: &Expression) -> Option<Phase> {
    let length = 1 + way.rest.len();
    let is =
        |word: &Word, wanted: &str, begun: bool| if begun { word.begins(wanted) } else { word.is(wanted) };
    let rest = way.rest.iter().zip(&words[1..]);
    let stands =
        words.len() >= length && rest.into_iter().all(|(&(wanted, begun), word)| is(word, wanted, begun));
    if !stands {
        return None;
    }
    let own = &words[..length];
    let mut terms = own.iter().filter_map(|word| word.term).fold(0u64, |bits, t| bits | bit(t));
    let mut head = own.iter().find_map(|word| word.term).unwrap_or(0);
    let predicate = |i: usize| claim.terms[i].role == TermRole::Predicate;
    let aside = own.iter().filter_map(|w| w.term).all(|i| claim.terms[i].role == TermRole::Aside);
    if aside && terms != 0 && length == 1 {
        return None;
    }
    const DENIALS: [&str; 6] = ["not", "no", "nothing", "nobody", "without", "yet"];
    // "Refused to take guests": the verb that denies is the word itself.
    let governs = || own[0].term.is_some_and(|i| claim.terms[i].role == TermRole::Modifier);
    let inside = own.iter().any(|word| DENIALS.iter().any(|denial| word.is(denial)))
        || (length > 1 || governs()) && english::classes(&own[0].key).negator();
    let denied = claim.polarity == Polarity::Negative && !inside;
    let (on, event) = match way.slot {
        Slot::On | Slot::Off | Slot::Begins | Slot::Ends => {
            // "Agreed to pay": the verb before the predicate counts too.
            let governs = |i: usize| {
                let term = &claim.terms[i];
                term.kind == TermKind::Verb
                    && term.role == TermRole::Modifier
                    && term.span.end <= claim.span.end
            };
            // "Is closed": so it has been since. "Is closed to lorries" is another matter.
            let lasts = claim.passive
                && !claim.past
                && !claim.perfect
                && !claim.subordinate
                && claim.modality == Modality::Fact
                && words.get(length).is_none_or(|next| next.surface != "to");
            let event = matches!(way.slot, Slot::Begins | Slot::Ends) && !lasts;
            let says = |i: usize| {
                predicate(i) && claim.terms[i].kind != TermKind::Noun
                    || event && governs(i)
                    || found(claim, i)
                    || comes_out(claim, i)
            };
            // "The talks are off."
            let last = own[0].term.is_none() && words.len() == 1;
            if length == 1 && !last && !own[0].term.is_some_and(says) {
                return None;
            }
            let event = event || own[0].term.is_some_and(|i| found(claim, i));
            (matches!(way.slot, Slot::On | Slot::Begins), event)
        }
        Slot::Noun => {
            let noun = own[0].term.filter(|&i| claim.terms[i].kind == TermKind::Noun)?;
            let (verb, on, event) = course(claim, noun, way.frame)?;
            // What the noun names is the matter itself.
            terms = if verb == noun { 0 } else { bit(verb) };
            head = verb;
            (on, event)
        }
        Slot::WithOn | Slot::WithOff => {
            // "Two dead as the truce ends."
            let says = |i: usize| claim.terms[i].kind == TermKind::Adjective;
            (names(claim, way.frame) && (length > 1 || own[0].term.is_none_or(says))).then_some(())?;
            (way.slot == Slot::WithOn, false)
        }
        Slot::Neither => (false, false),
        Slot::NounBegins | Slot::NounEnds => return None,
    };
    let neither = way.slot == Slot::Neither;
    // "Declared the truce dead".
    let with = matches!(way.slot, Slot::WithOn | Slot::WithOff);
    let length = length as u8 + u8::from(with);
    let predicate = with || (0..claim.terms.len().min(64)).any(|i| terms & bit(i) != 0 && predicate(i));
    Some(Phase {
        predicate,
        frame: way.frame,
        on: on != denied,
        event,
        terms,
        length,
        neither,
        owes: length > 1 && ["have", "has", "had", "must"].iter().any(|word| own[0].surface == *word),
        head: head as u8,
    })
}

/// "Found the nurse **guilty**": what a verdict says of its object.
fn found(claim: &Claim, at: usize) -> bool {
    let term = &claim.terms[at];
    matches!(term.kind, TermKind::Adjective | TermKind::Adverb)
        && matches!(term.role, TermRole::Object | TermRole::Predicate)
        && claim.terms.get(at + 1).is_none_or(|next| next.role != TermRole::Object)
        && claim.terms_of(TermRole::Predicate).any(|t| matches!(t.key.as_str(), "find" | "declare"))
}

/// "Escaped **unhurt**", "sold it **voluntarily**": what the clause says beside its verb, of no noun behind it.
fn comes_out(claim: &Claim, at: usize) -> bool {
    let term = &claim.terms[at];
    let free = claim.terms.get(at + 1).is_none_or(|next| {
        next.kind != TermKind::Noun && !next.is_name() || next.span.start > term.span.end + 1
    });
    match term.kind {
        TermKind::Adjective => free && term.role != TermRole::Aside && term.role != TermRole::Subject,
        TermKind::Adverb => free && term.role != TermRole::Aside && term.key.ends_with("ly"),
        _ => false,
    }
}

/// Whether a noun of a frame is what a clause is about.
fn names(claim: &Claim, frame: u8) -> bool {
    let central = |t: &Term| matches!(t.role, TermRole::Subject | TermRole::Object);
    claim.terms.iter().any(|t| t.kind == TermKind::Noun && central(t) && noun_of(t, frame))
}

fn noun_of(term: &Term, frame: u8) -> bool {
    let ways = TABLE.expressions.get(term.key.as_str());
    ways.into_iter().flatten().any(|w| w.frame == frame && w.slot == Slot::Noun && w.rest.is_empty())
}

fn bit(term: usize) -> u64 {
    if term < 64 { 1 << term } else { 0 }
}

/// What the clause's verb does to what a noun of a frame names: the verb's term, whether it is on then, and whether
/// that is an event.
fn course(claim: &Claim, noun: usize, frame: u8) -> Option<(usize, bool, bool)> {
    let verb = claim.terms.iter().position(|t| t.role == TermRole::Predicate && t.kind == TermKind::Verb);
    // "The strike is over": the verb is no term.
    let verb = verb.or_else(|| claim.aspect.map(|_| noun))?;
    let own = |slot: Slot| {
        let ways = TABLE.expressions.get(claim.terms[verb].key.as_str());
        ways.into_iter().flatten().any(|way| way.frame == frame && way.slot == slot && way.rest.is_empty())
    };
    if !matches!(claim.terms[noun].role, TermRole::Subject | TermRole::Object) {
        return None;
    }
    if own(Slot::NounEnds) {
        return Some((verb, false, true));
    }
    if own(Slot::NounBegins) {
        return Some((verb, true, true));
    }
    if !TABLE.sorts[usize::from(frame)].course {
        return None;
    }
    match (claim.aspect?, claim.polarity) {
        (Aspect::Stop, Polarity::Positive) => Some((verb, false, verb != noun)),
        (Aspect::Start | Aspect::Repeat, Polarity::Positive) => Some((verb, true, verb != noun)),
        (Aspect::Continue | Aspect::NoChange, Polarity::Positive) => Some((verb, true, false)),
        _ => None,
    }
}

/// The term that a phase is shown by.
pub(in crate::compare) fn shown<'a>(claim: &'a Claim, phase: &Phase) -> Option<&'a Term> {
    claim.terms.get(usize::from(phase.head))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Names, analyse};
    use crate::text::Document;

    fn phases(text: &str) -> Phases {
        let analysis = analyse(&Document::read(text), None, &Names::default(), None);
        Phases::of(text, &analysis.claims[0])
    }

    fn opposed(a: &str, b: &str) -> bool {
        phases(a).opposed(&phases(b)).next().is_some()
    }

    #[test]
    fn opposite_phases_of_one_frame() {
        assert!(opposed("The thief is at large.", "The thief was arrested in Turin."));
        assert!(opposed("The drivers are on strike.", "The drivers called off the strike."));
        assert!(opposed("The plan was shelved.", "The city is pressing ahead with the plan."));
        assert!(opposed("The law is not in force.", "The law came into force in May."));
    }

    #[test]
    fn one_phase_or_another_frame() {
        assert!(!opposed("The thief is at large.", "The thief escaped from prison."));
        assert!(!opposed("The drivers are on strike.", "The law was repealed."));
        assert!(!opposed("He pleaded not guilty.", "He was found guilty."));
    }
}
