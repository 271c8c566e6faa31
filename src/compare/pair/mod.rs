//! A claim and a statement's claim beside each other: whether they are about one matter.

pub(in crate::compare) mod align;
pub(in crate::compare) mod background;
pub(in crate::compare) mod met;
pub(in crate::compare) mod named;
pub(in crate::compare) mod other;
pub(in crate::compare) mod prepared;
pub(in crate::compare) mod side;
pub(in crate::compare) mod spoken;
pub(in crate::compare) mod vocabulary;
pub(in crate::compare) mod word_set;

use crate::claim::{Claim, NameKind, Term, TermKind};
use crate::compare::rule_words::RuleWord;
use crate::compare::{Alignment, Link, Match, Meeting, Side, meet};
use crate::text::Span;
use crate::time::{Interval, TimeKind, TimeMention};
use std::cell::{OnceCell, RefCell};
use std::ops::Range;

/// A claim and a statement's claim, aligned.
pub struct Pair<'a> {
    /// The document's side.
    pub claim: &'a Side<'a>,
    /// The record's side.
    pub statement: &'a Side<'a>,
    /// How they meet.
    pub alignment: &'a Alignment,
    /// Somebody holds the two against each other, rather than a search that found the statement in a record.
    pub given: bool,
    /// What was asked of the pair before.
    pub asked: Asked,
}

/// What several rules ask of a pair, once it was worked out.
#[derive(Default)]
pub struct Asked {
    /// Of a number of the claim and one of the statement, by their spans, whether they are of one measure and agree.
    pub(in crate::compare) numbers: RefCell<Vec<(Span, Span, Option<bool>)>>,
    /// The link between the predicates.
    predicate: OnceCell<Option<Link>>,
    /// Whether the pair is of two in a row.
    pub(in crate::compare) other_in_row: OnceCell<bool>,
}

impl Pair<'_> {
    /// The link between the two predicates, or between a predicate and a word of the other side that can stand for it.
    pub fn predicate(&self) -> Option<Link> {
        *self.asked.predicate.get_or_init(|| self.link_of_predicates())
    }

    fn link_of_predicates(&self) -> Option<Link> {
        use crate::claim::TermRole::Predicate;
        let ours = &self.claim.claim.terms;
        let theirs = &self.statement.claim.terms;
        let both = |l: &&Link| ours[l.claim].role == Predicate && theirs[l.statement].role == Predicate;
        let one = |l: &&Link| ours[l.claim].role == Predicate || theirs[l.statement].role == Predicate;
        // A verb for a kind of what another says neither says it nor denies it.
        let links = || self.alignment.links.iter().filter(|l| l.how != Match::Hypernym);
        links().find(both).or_else(|| links().find(one)).copied()
    }

    /// Whether a link is of the two predicates, both verbs.
    fn verbs(&self, link: Link) -> bool {
        let verb = |t: &Term| t.role == crate::claim::TermRole::Predicate && t.kind == TermKind::Verb;
        verb(&self.claim.claim.terms[link.claim]) && verb(&self.statement.claim.terms[link.statement])
    }

    /// Whether who or what the claim is about is met in the statement, or in what stands around it.
    pub fn subject_met(&self) -> bool {
        use crate::claim::TermRole::Subject;
        let ours = &self.claim.claim.terms;
        let mut subjects = (0..ours.len()).filter(|&i| ours[i].role == Subject).peekable();
        let Alignment { ours: our, theirs: their, .. } = self.alignment;
        if subjects.peek().is_none() {
            let theirs = self.statement.claim.terms.iter().enumerate().filter(|(_, t)| t.role == Subject);
            return theirs.map(|(j, _)| j).any(|j| their.around.same.has(j) || their.direct.same.has(j));
        }
        subjects.any(|i| our.linked.same.has(i) || our.around.same.has(i))
    }

    /// Whether who does it and what it is done to stand on the same sides, as far as both say.
    pub fn same_parts(&self) -> bool {
        use crate::claim::TermRole::{Aside, Modifier, Object, Subject};
        #[derive(PartialEq)]
        enum Part {
            Acts,
            IsActedOn,
            /// "The line opened" and "they opened the line": what acts alone may be what is acted on.
            Either,
            Aside,
        }
        let part = |side: &Side, term: &Term| match term.role {
            Modifier if side.claim.passive && by_whom(side, term) => Part::Acts,
            Subject if side.claim.passive => Part::IsActedOn,
            Subject if side.claim.terms_of(Object).next().is_none() => Part::Either,
            Subject => Part::Acts,
            Object => Part::IsActedOn,
            Modifier | Aside => Part::Aside,
            _ => Part::Either,
        };
        let (ours, theirs) = (self.claim.claim, self.statement.claim);
        // "His contract was extended" and "he extended his contract": the owner stands on either side.
        let settled = self.alignment.links.iter().any(|link| {
            let (a, b) = (&ours.terms[link.claim], &theirs.terms[link.statement]);
            let (x, y) = (part(self.claim, a), part(self.statement, b));
            let both = a.role == Subject && b.role == Subject;
            a.kind == TermKind::Noun && x == y && (both || matches!(x, Part::Acts | Part::IsActedOn))
        });
        settled
            || self.alignment.links.iter().filter(|l| l.how == Match::Same).all(|link| {
                let (a, b) = (&ours.terms[link.claim], &theirs.terms[link.statement]);
                let (x, y) = (part(self.claim, a), part(self.statement, b));
                let aside = x == Part::Aside || y == Part::Aside;
                x == y
                    || x == Part::Either && !aside
                    || y == Part::Either && !aside
                    || x == Part::IsActedOn && y == Part::Aside
                    || x == Part::Aside && y == Part::IsActedOn
                    || a.role != Subject && b.role != Subject
            })
    }

    /// Whether each side names who acts, and they are not the same.
    pub fn other_subject(&self) -> bool {
        use crate::claim::TermRole::Subject;
        let named = |t: &&Term| t.role == Subject && t.is_name();
        let subject = |claim: &'_ Claim| claim.terms.iter().position(|t| named(&t));
        let Some((i, j)) = subject(self.claim.claim).zip(subject(self.statement.claim)) else { return false };
        !self.alignment.ours.direct.at_all.has(i)
            && !self.alignment.theirs.direct.at_all.has(j)
            && self.claim.kind_at(i) == self.statement.kind_at(j)
    }

    /// Whether each side has a noun in the same part of its clause that nothing of the other side meets: attending the
    /// ceremony is not attending the concert.
    pub fn other_thing(&self) -> bool {
        self.other_thing_but(&|_| false, &|_| false)
    }

    /// The same, leaving out terms of either side.
    pub fn other_thing_but(
        &self,
        our_but: &dyn Fn(usize) -> bool,
        their_but: &dyn Fn(usize) -> bool,
    ) -> bool {
        use crate::claim::TermRole::{Aside, Object, Predicate, Subject};
        let unmet = |side: &'_ Side, meeting: &'_ Meeting, but: &dyn Fn(usize) -> bool| -> [bool; 3] {
            let mut parts = [false; 3];
            let (linked, around) = (meeting.linked.at_all, meeting.around.at_all);
            for (i, term) in side.claim.terms.iter().enumerate() {
                // "In the job": whichever it is.
                let thing = term.kind == TermKind::Noun
                    && !matches!(term.role, Aside | Predicate)
                    && (term.role == Subject || !RuleWord::Job.has(&term.key));
                if thing && !linked.has(i) && !around.has(i) && !but(i) {
                    parts[match term.role {
                        // What a passive is said of is what it is done to.
                        Subject if !side.claim.passive => 0,
                        Subject | Object => 1,
                        _ => 2,
                    }] = true;
                }
            }
            parts
        };
        let ours = unmet(self.claim, &self.alignment.ours, our_but);
        let theirs = unmet(self.statement, &self.alignment.theirs, their_but);
        ours.iter().zip(theirs).any(|(ours, theirs)| *ours && theirs)
    }

    /// "Milk is dearer", "the milk subsidy was cut": what the one clause is about says in the other only which subsidy it is.
    pub fn other_head(&self) -> bool {
        use crate::claim::TermRole::Subject;
        // The last of the words that the clause begins with, and the first of them.
        let head = |side: &Side| -> Option<Range<usize>> {
            let terms = &side.claim.terms;
            let first = terms.iter().position(|t| t.role == Subject)?;
            let adjoins = |i: usize| {
                terms[i].role == Subject && terms[i].span.start.saturating_sub(terms[i - 1].span.end) == 1
            };
            let last = (first + 1..terms.len()).take_while(|&i| adjoins(i)).last().unwrap_or(first);
            Some(first..last)
        };
        let Some((ours, theirs)) = head(self.claim).zip(head(self.statement)) else { return false };
        let links = &self.alignment.links;
        let measure = |side: &Side, at: usize| RuleWord::Extent.has(&side.claim.terms[at].key);
        let beside = |of: &Range<usize>, at: usize| of.contains(&at);
        let ours_beside = links.iter().any(|l| l.claim == ours.end && beside(&theirs, l.statement))
            && !self.alignment.theirs.direct.at_all.has(theirs.end)
            && !measure(self.statement, theirs.end);
        let theirs_beside = links.iter().any(|l| l.statement == theirs.end && beside(&ours, l.claim))
            && !self.alignment.ours.direct.at_all.has(ours.end)
            && !measure(self.claim, ours.end);
        ours_beside || theirs_beside
    }

    /// Whether the statement names somebody or something, and the whole text names none of them.
    pub fn strangers(&self) -> bool {
        let named = |t: &&Term| t.is_name() && t.role != crate::claim::TermRole::Aside;
        let met = self.alignment.theirs.direct.at_all;
        let mut own = self.statement.claim.terms.iter().enumerate();
        if own.any(|(j, term)| named(&term) && met.has(j)) {
            return false;
        }
        // "A new ferry, the Ane Lund, was ordered": named beside, and of one deed.
        let done = || self.predicate().is_some_and(|l| l.how == Match::Same && self.verbs(l));
        let mut beside = self.statement.claim.terms.iter().enumerate();
        if beside.any(|(j, term)| term.is_name() && met.has(j)) && done() {
            return false;
        }
        // "Her government": hers of whose plans the statement tells in another clause.
        let ours = || self.claim.claim.terms.iter().filter(named);
        let mut around = self.statement.background.iter().filter(named);
        if around.any(|name| ours().any(|t| meet(t, name) == Some(Match::Same))) {
            return false;
        }
        // "Hale put off the opening": it is about the opening, whoever Hale is.
        let claim = self.statement.claim;
        let links = &self.alignment.links;
        let done_to =
            |l: &Link| claim.terms[l.statement].role == crate::claim::TermRole::Object && l.how.same_sense();
        let doer = |t: &Term| {
            t.role == crate::claim::TermRole::Subject
                && !claim.passive
                && self.statement.kind_of(t) == NameKind::Person
                && links.iter().any(done_to)
        };
        let own = claim.terms.iter().filter(|t| !doer(t));
        let rest = self.statement.background.iter().filter(|t| self.statement.kind_of(t) != NameKind::Person);
        let terms = own.chain(rest);
        // Who said it is not whom it is about, unless the text has it from them: "Keel announced a new colour".
        let reported = self.statement.claim.report.is_some();
        let speaks =
            |t: &&Term| !reported && self.statement.speaker.is_some_and(|speaker| speaker.key == t.key);
        let mut names = terms.filter(named).filter(|t| !speaks(t)).peekable();
        // "The museum", for the City Museum.
        let called = |name: &Term| {
            let common = |t: &Term| {
                t.kind == TermKind::Noun
                    && name.key.strip_suffix(t.key.as_str()).is_some_and(|n| n.ends_with(' '))
            };
            self.claim.claim.terms.iter().chain(self.claim.background.iter()).any(common)
        };
        names.peek().is_some()
            && !self.claim.of_nobody()
            && !names.any(|name| {
                self.claim.mentions(name)
                    || called(name)
                    || self.claim.claim.terms.iter().any(|t| meet(t, name).is_some())
            })
    }

    /// Whether the claims share a term besides their predicates.
    pub fn share_matter(&self) -> bool {
        use crate::claim::TermRole::Predicate;
        let (ours, theirs) = (&self.claim.claim.terms, &self.statement.claim.terms);
        self.alignment.links.iter().any(|l| {
            l.how != Match::Opposite
                && ours[l.claim].role != Predicate
                && theirs[l.statement].role != Predicate
        })
    }

    /// Whether the claim tells of days gone by that the text names, and the statement is of those days: that it was said
    /// long ago says nothing against it.
    pub fn recalled(&self) -> bool {
        self.claim.recalls(self.statement.own_days().unwrap_or(self.statement.said))
    }

    /// Whether one of the two gives itself days, and these are of another year than the other's or than the day on which
    /// the other was said.
    pub fn other_year(&self) -> bool {
        let (ours, theirs) = (self.claim.own_days(), self.statement.own_days());
        if ours.is_none() && theirs.is_none() {
            return false;
        }
        let (a, b) = (ours.unwrap_or(self.claim.said), theirs.unwrap_or(self.statement.said));
        let after = |a: Interval, b: Interval| a.from.zip(b.to).is_some_and(|(a, b)| a.year() > b.year());
        after(a, b) || after(b, a)
    }

    /// Whether both say the same in the same words.
    pub fn verbatim(&self) -> bool {
        self.claim.words().eq_ignore_ascii_case(self.statement.words())
    }

    /// Whether the two speak of days that cannot be the same.
    pub fn other_days(&self) -> bool {
        let statement_days = self.statement.own_days();
        match (self.claim.own_days(), statement_days) {
            // "Next year", copied the year after.
            (Some(a), Some(b)) => !a.overlaps(b) && !self.verbatim(),
            // "In 2019 the line carried …" says nothing of the year of a later statement.
            (Some(a), None)
                // "Bought for 95 million in 2021" tells of the past by a participle.
                if self.claim.claim.past
                    || self.claim.claim.subordinate && a.is_before(self.claim.said) =>
            {
                !a.overlaps(self.statement.said)
            }
            // A statement about a time well before it was made; figures of a year come some months after it.
            (None, Some(b)) if self.statement.claim.past && long_before(b, self.statement.said) => {
                !b.overlaps(self.statement.said) && !b.overlaps(self.claim.said)
            }
            (None, None) => self.other_rhythm(),
            _ => false,
        }
    }

    /// "On Mondays", "on Sundays".
    pub fn other_rhythm(&self) -> bool {
        let ours = rhythms(self.claim);
        let theirs = || rhythms(self.statement);
        !ours.is_empty()
            && !theirs().is_empty()
            && !ours.iter().any(|a| theirs().iter().any(|b| a.eq_ignore_ascii_case(b)))
    }
}

/// How often, as a clause says it.
fn rhythms<'a>(side: &Side<'a>) -> Vec<&'a str> {
    let set = |t: &&TimeMention| matches!(t.kind, TimeKind::Set);
    side.times().filter(set).map(|t| t.span.of(side.text)).collect()
}

/// "By the king": who does it, of a passive.
pub(in crate::compare) fn by_whom(side: &Side, term: &Term) -> bool {
    behind(side, term) == Some("by")
}

/// "Led by the baker Hale", "was led by Hale": the terms of who does it, the name last, where a clause tells of what
/// is done to somebody or something.
pub(in crate::compare) fn agent_by(side: &Side) -> Option<Range<usize>> {
    use crate::claim::TermRole::{Modifier, Object, Predicate};
    let (claim, terms) = (side.claim, &side.claim.terms);
    let verb = claim.terms_of(Predicate).find(|t| t.kind == TermKind::Verb)?;
    if !claim.passive && claim.terms_of(Object).next().is_some() {
        return None;
    }
    // "By the premier, Jo Hall"
    let adjoins = |i: usize| {
        let between = terms[i - 1].span.end..terms[i].span.start;
        matches!(side.text.get(between), Some(" " | ", "))
    };
    (0..terms.len()).find_map(|name| {
        let term = &terms[name];
        let mut first = name;
        if !term.is_name() || term.role != Modifier || term.span.start < verb.span.end {
            return None;
        }
        while first > 0 && terms[first - 1].role == Modifier && adjoins(first) {
            first -= 1;
        }
        by_whom(side, &terms[first]).then_some(first..name + 1)
    })
}

/// The word that stands before a term, or before its determiner.
pub(in crate::compare) fn behind<'a>(side: &Side<'a>, term: &Term) -> Option<&'a str> {
    const DETERMINERS: &[&str] = &["the", "a", "an", "its", "his", "her", "their"];
    let mut before = side.text[..term.span.start].trim_end().rsplit(' ');
    let mut word = before.next();
    if word.is_some_and(|w| DETERMINERS.contains(&w)) {
        word = before.next();
    }
    word
}

fn long_before(days: Interval, said: Interval) -> bool {
    const DAYS: i32 = 120;
    days.to.zip(said.from).is_some_and(|(to, said)| (said - to).get_days() > DAYS)
}
