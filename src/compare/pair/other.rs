//! Whether two clauses that are worded alike speak of two things: where the one has a word for what it is about, the other has
//! another, which neither means the same nor is a kind of it: the school and the mill of one town, the pilot boat and
//! the fishing boat.

use crate::claim::{Term, TermKind, TermRole};
use crate::compare::event::kind_of_event;
use crate::compare::pair::behind;
use crate::compare::rule_words::RuleWord;
use crate::compare::{Match, Meeting, Pair, Side};
use crate::quantity::Dimension;

/// A noun or name with the words right before it, as places among a claim's terms.
#[derive(Clone, Copy)]
struct Phrase {
    first: usize,
    head: usize,
}

/// One side's phrases.
struct Phrases<'a> {
    side: &'a Side<'a>,
    meeting: &'a Meeting,
    all: Vec<Phrase>,
}

impl<'a> Phrases<'a> {
    fn of(side: &'a Side<'a>, meeting: &'a Meeting) -> Self {
        let terms = &side.claim.terms;
        let joins = |term: &Term| {
            term.role != TermRole::Aside && !matches!(term.kind, TermKind::Verb | TermKind::Adverb)
        };
        let adjoins = |i: usize| {
            let (before, next) = (&terms[i - 1], &terms[i]);
            let gap = side.text.get(before.span.end..next.span.start);
            joins(next) && next.role == before.role && matches!(gap, Some(" " | "-"))
        };
        let mut all = Vec::new();
        let mut first = 0;
        while first < terms.len() {
            let head = (first + 1..terms.len()).take_while(|&i| adjoins(i)).last().unwrap_or(first);
            if joins(&terms[head]) && terms[head].kind != TermKind::Adjective {
                all.push(Phrase { first, head });
            }
            first = head + 1;
        }
        Phrases { side, meeting, all }
    }

    fn term(&self, at: usize) -> &'a Term {
        &self.side.claim.terms[at]
    }

    fn noun(&self, at: usize) -> bool {
        self.term(at).kind == TermKind::Noun
    }

    /// Nothing on the other side, nor around it, meets the term.
    fn unmet(&self, at: usize) -> bool {
        !self.meeting.direct.at_all.has(at) && !self.meeting.around.at_all.has(at)
    }

    /// A noun that says by itself what is spoken of, and that the other side does not have.
    fn strange(&self, at: usize) -> bool {
        let key = &self.term(at).key;
        self.noun(at) && self.unmet(at) && !RuleWord::Generic.has(key) && !RuleWord::Job.has(key)
    }

    /// The phrase that ends in a term.
    fn ending(&self, head: usize) -> Option<usize> {
        self.all.iter().position(|phrase| phrase.head == head)
    }

    /// The nouns before the head.
    fn modifiers(&self, phrase: usize) -> impl Iterator<Item = usize> + '_ {
        let Phrase { first, head } = self.all[phrase];
        (first..head).filter(|&i| self.noun(i))
    }

    /// "The mill **in Orme**": the preposition, and the phrase behind it.
    fn complement(&self, phrase: usize) -> Option<(&'a str, usize)> {
        const LINKS: [&str; 10] = ["of", "in", "at", "on", "to", "for", "near", "with", "against", "from"];
        const DETERMINERS: [&str; 5] = ["the", "a", "an", "its", "their"];
        let next = self.all.get(phrase + 1)?;
        let between = self.term(self.all[phrase].head).span.end..self.term(next.first).span.start;
        let mut words = self.side.text.get(between)?.split_whitespace();
        let link = words.next().filter(|word| LINKS.contains(word))?;
        let rest = words.next().is_none_or(|word| DETERMINERS.contains(&word)) && words.next().is_none();
        rest.then_some((link, phrase + 1))
    }

    /// Whether no article, owner or number stands before a phrase: it speaks of all that its words say.
    fn bare(&self, phrase: usize) -> bool {
        const BEFORE: [&str; 14] = [
            "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my",
            "some",
        ];
        let word = self.side.word_before(self.term(self.all[phrase].first).span);
        let counted = word.starts_with(|c: char| c.is_ascii_digit());
        !counted
            && !word.ends_with("'s")
            && !word.ends_with('’')
            && !word.ends_with("’s")
            && !BEFORE.iter().any(|each| word.eq_ignore_ascii_case(each))
    }

    /// The first phrase in a part of the clause.
    fn first_of(&self, role: TermRole) -> Option<usize> {
        self.all.iter().position(|phrase| self.term(phrase.head).role == role)
    }

    /// What is counted is for the rule on figures.
    fn counted(&self, at: usize) -> bool {
        let term = self.term(at);
        self.side.quantities().any(|q| {
            let of = q.of.as_ref();
            q.dimension == Dimension::Count && of.is_some_and(|of| of.span.contains(term.span))
        })
    }
}

/// Whether the two speak of two things of which the same is said.
pub(in crate::compare) fn another_thing(pair: &Pair) -> bool {
    let ours = &Phrases::of(pair.claim, &pair.alignment.ours);
    let theirs = &Phrases::of(pair.statement, &pair.alignment.theirs);
    let both = Both { pair, ours, theirs };
    both.heads().any(|(a, b)| both.of_another_sort(a, b) || both.of_another(a, b))
        || both.other_head(TermRole::Subject)
        || both.other_head(TermRole::Object)
}

/// Whether what the claim is about, besides the term `but`, is a thing of which the statement knows nothing.
pub(in crate::compare) fn unknown(pair: &Pair, but: usize) -> bool {
    let ours = Phrases::of(pair.claim, &pair.alignment.ours);
    let head = ours.first_of(TermRole::Subject).map(|subject| ours.all[subject].head);
    // What looks like a verb there may be the very noun: "the market ground".
    let written = |head: usize| {
        let word = ours.term(head).span.of(pair.claim.text);
        let mut words = pair.statement.text.split(|c: char| !c.is_alphanumeric());
        words.any(|other| other.eq_ignore_ascii_case(word))
    };
    head.is_some_and(|head| head != but && ours.strange(head) && !written(head))
}

/// "Banned cars from the market", "banned cars from the harbour": behind one preposition, each has a noun of its own.
pub(in crate::compare) fn other_complement(pair: &Pair) -> bool {
    let ours = &Phrases::of(pair.claim, &pair.alignment.ours);
    let theirs = &Phrases::of(pair.statement, &pair.alignment.theirs);
    let both = Both { pair, ours, theirs };
    let links = |of: &Phrases| -> Vec<(usize, String)> {
        let modifier = |p: &&Phrase| of.term(p.head).role == TermRole::Modifier && of.strange(p.head);
        let link = |p: &Phrase| Some((p.head, behind(of.side, of.term(p.first))?.to_owned()));
        of.all.iter().filter(modifier).filter_map(link).collect()
    };
    let (our, their) = (links(ours), links(theirs));
    our.iter().any(|(i, a)| their.iter().any(|(j, b)| a == b && both.apart(*i, *j)))
}

/// Whether what the one is about only belongs to what the other is about: the road to the tunnel, the tunnel. `happens`:
/// of what happened to it the other may tell by another word than its verb.
pub(in crate::compare) fn beside_it(pair: &Pair, happens: bool) -> bool {
    let ours = &Phrases::of(pair.claim, &pair.alignment.ours);
    let theirs = &Phrases::of(pair.statement, &pair.alignment.theirs);
    let both = Both { pair, ours, theirs };
    let within = |whole: &Phrases, part: &Phrases, met: &dyn Fn(usize, usize) -> bool| {
        let (Some(head), Some(of)) = (whole.first_of(TermRole::Subject), part.first_of(TermRole::Subject))
        else {
            return false;
        };
        let Some((link, behind)) = part.complement(of) else { return false };
        let told =
            whole.side.claim.terms_of(TermRole::Predicate).fold(0, |kinds, t| kinds | kind_of_event(t));
        let told = if happens { u128::MAX } else { told };
        let (part_head, behind) = (part.all[of].head, part.all[behind].head);
        // "The city of Hagen" is Hagen.
        part.strange(part_head)
            && !RuleWord::Extent.has(&part.term(part_head).key)
            && kind_of_event(part.term(part_head)) & told == 0
            && (link != "of" || part.noun(behind))
            && met(whole.all[head].head, behind)
    };
    within(theirs, ours, &|j, i| both.linked(i, j)) || within(ours, theirs, &|i, j| both.linked(i, j))
}

/// The phrases of both sides.
struct Both<'a> {
    pair: &'a Pair<'a>,
    ours: &'a Phrases<'a>,
    theirs: &'a Phrases<'a>,
}

impl Both<'_> {
    /// The phrases whose last nouns say the same.
    fn heads(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.pair.alignment.links.iter().filter(|l| l.how.same_sense()).filter_map(|l| {
            let nouns = self.ours.noun(l.claim) && self.theirs.noun(l.statement);
            self.ours.ending(l.claim).zip(self.theirs.ending(l.statement)).filter(|_| nouns)
        })
    }

    fn linked(&self, ours: usize, theirs: usize) -> bool {
        let links = &self.pair.alignment.links;
        links.iter().any(|l| l.claim == ours && l.statement == theirs && l.how.same_sense())
    }

    /// Two nouns that are no words for one kind of event.
    fn apart(&self, ours: usize, theirs: usize) -> bool {
        let (a, b) = (self.ours.term(ours), self.theirs.term(theirs));
        let people = |t: &Term| RuleWord::Anybody.has(&t.key) || t.entry.classes().person();
        self.ours.strange(ours)
            && self.theirs.strange(theirs)
            && kind_of_event(a) & kind_of_event(b) == 0
            && !(RuleWord::Extent.has(&a.key) && RuleWord::Extent.has(&b.key))
            && !(people(a) && people(b))
    }

    /// "The pilot boat", "the fishing boat"; "night work", "work".
    fn of_another_sort(&self, a: usize, b: usize) -> bool {
        // Nouns, those that do not meet, and all words that do not.
        let unmet = |of: &Phrases, phrase: usize| {
            let Phrase { first, head } = of.all[phrase];
            let nouns = of.modifiers(phrase).count();
            let strange = of.modifiers(phrase).filter(|&at| of.strange(at)).count();
            (nouns, strange, (first..head).filter(|&at| of.unmet(at)).count())
        };
        let (our_all, our_unmet, our_words) = unmet(self.ours, a);
        let (their_all, their_unmet, their_words) = unmet(self.theirs, b);
        let alone = |of: &Phrases, phrase: usize| of.all[phrase].first == of.all[phrase].head;
        let bare = || self.ours.bare(a) && self.theirs.bare(b);
        // "Marsh fever", "blue fever".
        our_unmet > 0 && their_words > 0
            || their_unmet > 0 && our_words > 0
            || our_unmet > 0 && our_unmet == our_all && alone(self.theirs, b) && bare()
            || their_unmet > 0 && their_unmet == their_all && alone(self.ours, a) && bare()
            || self.opposed(a, b)
    }

    /// "Primary schools", "secondary schools".
    fn opposed(&self, a: usize, b: usize) -> bool {
        let within = |of: &Phrases, phrase: usize, at: usize| {
            (of.all[phrase].first..of.all[phrase].head).contains(&at)
        };
        self.pair.alignment.links.iter().any(|l| {
            l.how == Match::Opposite && within(self.ours, a, l.claim) && within(self.theirs, b, l.statement)
        })
    }

    /// "A sack of rye", "a sack of oats".
    fn of_another(&self, a: usize, b: usize) -> bool {
        let Some(((ours, our), (theirs, their))) = self.ours.complement(a).zip(self.theirs.complement(b))
        else {
            return false;
        };
        ours == theirs && self.apart(self.ours.all[our].head, self.theirs.all[their].head)
    }

    /// "The school in Orme had 300 visitors", "the mill in Orme": what else is said of the two, and how they are called, is
    /// the same.
    fn other_head(&self, role: TermRole) -> bool {
        let (Some(a), Some(b)) = (self.ours.first_of(role), self.theirs.first_of(role)) else { return false };
        let (ours, theirs) = (self.ours.all[a].head, self.theirs.all[b].head);
        if !self.apart(ours, theirs) || self.ours.counted(ours) || self.theirs.counted(theirs) {
            return false;
        }
        let complements = || {
            let ((x, our), (y, their)) = self.ours.complement(a).zip(self.theirs.complement(b))?;
            Some(x == y && self.linked(self.ours.all[our].head, self.theirs.all[their].head))
        };
        let before = || {
            let (x, y) = (self.ours.all[a], self.theirs.all[b]);
            (x.first..x.head).any(|i| (y.first..y.head).any(|j| self.linked(i, j)))
        };
        complements().unwrap_or(false) || before()
    }
}
