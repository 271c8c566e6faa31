//! Reads the ties of a claim from its terms and the words between them.

use crate::claim::{Claim, Modality, Polarity, Term, TermKind, TermRole};
use crate::compare::tie::{DIVORCED, ORIGIN, SPOUSE, Slot, Tie, Word};
use crate::english;

/// A claim whose ties are read.
pub(in crate::compare) struct Reader<'a> {
    pub text: &'a str,
    pub claim: &'a Claim,
}

impl<'a> Reader<'a> {
    /// The tie that a word of the table tells of at a term.
    pub fn tie(&self, at: usize, word: Word) -> Option<Tie> {
        let term = &self.claim.terms[at];
        let verb = term.kind == TermKind::Verb && term.role == TermRole::Predicate && self.asserts();
        let (first, second) = match word.slot {
            Slot::Verb if verb => self.acts(at)?,
            Slot::ByVerb if verb => {
                let (first, second) = self.acts(at)?;
                (second, first)
            }
            Slot::Follows if verb => self.follows()?,
            Slot::Place if verb => self.stays(at)?,
            Slot::First | Slot::Both if term.kind == TermKind::Noun => self.noun(at)?,
            Slot::Second if term.kind == TermKind::Noun => {
                let (bearer, owner) = self.noun(at)?;
                (owner, bearer)
            }
            Slot::PlaceNoun if term.kind == TermKind::Noun => self.place_of(at)?,
            _ => return None,
        };
        let kind = if word.kind == *SPOUSE && self.former(at) { *DIVORCED } else { word.kind };
        let over = self.former(at) && kind == word.kind;
        (first != second && !over).then_some(Tie {
            kind,
            first: first as u8,
            second: second as u8,
            single: word.single,
            word: at as u8,
        })
    }

    /// Whether the clause says that what its verb tells is so; what an apposition tells is so in any case.
    fn asserts(&self) -> bool {
        self.claim.polarity == Polarity::Positive && self.claim.modality == Modality::Fact
    }

    fn terms(&self) -> &'a [Term] {
        &self.claim.terms
    }

    /// The words between two places; `None` where they are not in this order.
    fn gap(&self, from: usize, to: usize) -> Option<&'a str> {
        self.text.get(from..to)
    }

    /// A name that is no adjective of a country before a noun.
    fn whole(&self, at: usize) -> bool {
        let term = &self.terms()[at];
        // "Keel owns Dunn": a word that opens the sentence may be a name.
        let capital = term.kind == TermKind::Noun && term.span.of(self.text).starts_with(char::is_uppercase);
        (term.is_name() || capital)
            && (english::demonym(&term.key).is_none()
                || self.terms().get(at + 1).is_none_or(|next| next.kind != TermKind::Noun))
    }

    /// The one name that the claim is about.
    fn subject(&self) -> Option<usize> {
        let terms = self.terms();
        let mut names = (0..terms.len()).filter(|&i| terms[i].role == TermRole::Subject && self.whole(i));
        let name = names.next()?;
        let behind = terms[name].span.end;
        // "The head of Keel", "Keel shares".
        let of = self.text[..terms[name].span.start].trim_end_matches("the ").ends_with(" of ");
        let other = terms[name + 1..].iter().any(|t| {
            t.role == TermRole::Subject && t.kind == TermKind::Noun && t.span.start.wrapping_sub(behind) <= 1
        });
        (names.next().is_none() && !of && !other).then_some(name)
    }

    /// "Keel owns Dunn", "Dunn is owned by Keel".
    fn acts(&self, verb: usize) -> Option<(usize, usize)> {
        let (terms, claim) = (self.terms(), self.claim);
        let subject = self.subject()?;
        let own = |i: &usize| terms[*i].span.start >= terms[verb].span.end && self.whole(*i);
        if claim.passive {
            let by = |i: &usize| {
                let before = self.text[..terms[*i].span.start].trim_end().trim_end_matches(" the");
                terms[*i].role == TermRole::Modifier && before.ends_with(" by")
            };
            return Some(((0..terms.len()).filter(own).find(by)?, subject));
        }
        let object = |i: &usize| match terms[*i].role {
            TermRole::Object => true,
            // "Belongs to Keel".
            TermRole::Modifier => self.gap(terms[verb].span.end, terms[*i].span.start) == Some(" to "),
            _ => false,
        };
        let object = (0..terms.len()).filter(own).find(object)?;
        // "Replaced Hale's deputy", "bought Keel shares".
        let behind = terms[object].span.end;
        let more = terms.get(object + 1).is_some_and(|t| {
            t.kind == TermKind::Noun && t.role == TermRole::Object && t.span.start.wrapping_sub(behind) <= 1
        });
        (!more).then_some((subject, object))
    }

    /// "After Hale's death, Cole was elected", "Cole was named after Hale resigned" is told by two clauses.
    fn follows(&self) -> Option<(usize, usize)> {
        const ENDS: [&str; 6] = ["death", "resignation", "departure", "retirement", "dismissal", "ouster"];
        let (terms, subject) = (self.terms(), self.subject()?);
        let end = terms.iter().position(|t| ENDS.contains(&t.key.as_str()))?;
        let owner = self.owner(end).filter(|&i| i != subject)?;
        let first = terms[owner].span.start.min(terms[end].span.start);
        let before = self.text[..first].trim_end().trim_end_matches(" the");
        let behind = before.rsplit(' ').next().is_some_and(|w| {
            ["after", "following", "upon", "on"].iter().any(|after| w.eq_ignore_ascii_case(after))
        });
        behind.then_some((subject, owner))
    }

    /// "Is based in Ghent", "Ghent-based Keel".
    fn stays(&self, verb: usize) -> Option<(usize, usize)> {
        let terms = self.terms();
        let before =
            verb.checked_sub(1).filter(|&i| self.gap(terms[i].span.end, terms[verb].span.start) == Some("-"));
        if let Some(place) = before {
            return (verb + 1 < terms.len()).then_some((verb + 1, place));
        }
        let subject = self.subject()?;
        let prepositions: &[&str] = if terms[verb].key == "play" { &["for"] } else { &["in", "at"] };
        let place =
            (verb + 1..terms.len()).find(|&i| self.whole(i) && terms[i].role == TermRole::Modifier)?;
        let gap = self.gap(terms[verb].span.end, terms[place].span.start)?.trim();
        let gap = gap.strip_suffix(" the").unwrap_or(gap);
        prepositions.contains(&gap).then_some((subject, place))
    }

    /// "Keel's headquarters is in Ghent", "Hale's birthplace is Ghent".
    fn place_of(&self, noun: usize) -> Option<(usize, usize)> {
        let terms = self.terms();
        if terms[noun].role != TermRole::Subject || !self.asserts() {
            return None;
        }
        let owner = self.owner(noun)?;
        let place = (noun + 1..terms.len())
            .find(|&i| i != owner && self.whole(i) && terms[i].role != TermRole::Subject)?;
        let gap = self.gap(terms[noun].span.end, terms[place].span.start)?.trim();
        let is = ["is in", "are in", "was in", "is", "was", "is located in", "are located in", "is at"];
        let gap = gap.strip_suffix(" the").unwrap_or(gap);
        is.contains(&gap).then_some((owner, place))
    }

    /// "The Danish firm Keel", "Keel is a Danish firm".
    pub fn origin(&self, at: usize) -> Option<Tie> {
        let terms = self.terms();
        let predicate = terms[at].role == TermRole::Predicate;
        let bearer = if predicate {
            self.asserts().then(|| self.subject()).flatten()?
        } else {
            let mut end = terms[at].span.end;
            let mut next = at + 1;
            let joined = |i: usize, end: usize| {
                i < terms.len() && self.gap(end, terms[i].span.start).is_some_and(|gap| gap == " ")
            };
            while joined(next, end) && matches!(terms[next].kind, TermKind::Noun | TermKind::Adjective) {
                end = terms[next].span.end;
                next += 1;
            }
            let noun = next > at + 1 && terms[next - 1].kind == TermKind::Noun;
            let gap = self.gap(end, terms.get(next)?.span.start)?;
            let set_off = gap == ", " && self.text[terms[next].span.end..].starts_with(',');
            (noun && (gap == " " || set_off) && self.whole(next)).then_some(next)?
        };
        let (kind, word) = (*ORIGIN, at as u8);
        (bearer != at).then_some(Tie { kind, first: bearer as u8, second: at as u8, single: false, word })
    }

    /// Who bears a noun, and whose it is.
    fn noun(&self, noun: usize) -> Option<(usize, usize)> {
        let owner = self.owner(noun)?;
        let bearer = self.bearer(noun, owner)?;
        Some((bearer, owner))
    }

    /// Whose the noun is: "Hale's brother", "the brother of Hale", "her brother".
    fn owner(&self, noun: usize) -> Option<usize> {
        const LONGEST: usize = 48;
        let terms = self.terms();
        let start = terms[noun].span.start;
        let before = |i: &usize| {
            let span = terms[*i].span;
            let Some(gap) = self.gap(span.end, start).filter(|gap| gap.len() < LONGEST / 2) else {
                return false;
            };
            let pronoun = matches!(
                span.of(self.text),
                "his" | "her" | "its" | "their" | "His" | "Her" | "Its" | "Their"
            );
            let own = gap.starts_with(['\'', '’']) || pronoun && gap.starts_with(' ');
            own && !gap.contains([',', ';', '(']) && !gap.contains(" of ")
        };
        let possessor = (0..terms.len()).rev().find(|i| terms[*i].is_name() && before(i));
        possessor.or_else(|| {
            let end = terms[noun].span.end;
            (0..terms.len()).filter(|&i| terms[i].span.start > end && self.whole(i)).find(|&i| {
                let Some(gap) = self.gap(end, terms[i].span.start) else { return false };
                let gap = gap.strip_prefix(" company").unwrap_or(gap);
                let of = gap.strip_prefix(" of ").or_else(|| gap.strip_prefix(" to "));
                of.is_some_and(|gap| {
                    let inner = gap.trim_end().trim_end_matches(',');
                    gap.len() < LONGEST
                        && !inner.contains([',', ';', '(', '.'])
                        && ![" of ", " in ", " and ", " for ", " to ", " with ", " who "]
                            .iter()
                            .any(|word| gap.contains(word))
                })
            })
        })
    }

    /// Who is called by the noun.
    fn bearer(&self, noun: usize, owner: usize) -> Option<usize> {
        let terms = self.terms();
        let (start, end) = (terms[noun].span.start, terms[noun].span.end);
        // "Hale's brother, the late Max Hale, …".
        let behind = |i: &usize| {
            let Some(gap) = self.gap(end, terms[*i].span.start) else { return false };
            let words = gap.trim_start_matches(',').split_whitespace();
            (gap.starts_with(' ') || gap.starts_with(", "))
                && gap.len() < 24
                && words.into_iter().all(|w| ["the", "late", "former", "Mr", "Ms", "Dr"].contains(&w))
        };
        let before = terms[owner].span.end <= start;
        if before && let Some(name) = (0..terms.len()).find(|i| *i != owner && self.whole(*i) && behind(i)) {
            return Some(name);
        }
        // "Max Hale, a brother of Ada Hale,": what the phrase explains stands before it.
        let from = if before { terms[owner].span.start } else { start };
        let set_off = |i: &usize| {
            let Some(gap) = self.gap(terms[*i].span.end, from) else { return false };
            let inner = gap.strip_prefix(", ").or_else(|| gap.strip_prefix(" ("));
            inner.is_some_and(|inner| {
                inner.len() < 24 && !inner.contains([',', '.', ';', '(']) && !inner.contains(" of ")
            })
        };
        if let Some(name) = (0..terms.len()).rev().find(|i| *i != owner && self.whole(*i) && set_off(i)) {
            return Some(name);
        }
        if !self.asserts() {
            return None;
        }
        match terms[noun].role {
            // "Max Hale is a brother of Ada Hale".
            TermRole::Predicate => self.subject().filter(|&i| i != owner),
            // "Ada Hale's brother is Max Hale".
            TermRole::Subject => {
                let said = |i: &usize| terms[*i].role == TermRole::Predicate && self.whole(*i);
                (0..terms.len()).find(said).filter(|&i| i != owner)
            }
            _ => None,
        }
    }

    /// "The former owner".
    fn former(&self, noun: usize) -> bool {
        const WORDS: [&str; 7] = ["former", "onetime", "ex", "erstwhile", "then", "future", "estranged"];
        let before = self.text[..self.terms()[noun].span.start].trim_end_matches([' ', '-']);
        let word = before.rsplit([' ', '-']).next().unwrap_or_default();
        WORDS.iter().any(|former| word.eq_ignore_ascii_case(former))
    }
}
