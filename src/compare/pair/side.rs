//! A claim in its surroundings.

use crate::claim::{Analysis, Claim, Modality, NameKind, Names, Polarity, Term, TermKind};
use crate::compare::event::doers::Doers;
use crate::compare::firsts;
use crate::compare::measure::course::{self, Course};
use crate::compare::office;
use crate::compare::pair::word_set::WordSet;
use crate::compare::rules::RuleSet;
use crate::compare::state::ended_by;
use crate::compare::{Background, Named, Phases, Spoken};
use crate::quantity::Quantity;
use crate::text::Span;
use crate::time::{Interval, TimeKind, TimeMention};
use std::borrow::Cow;

/// A claim in its surroundings: of the document, or of a statement.
pub struct Side<'a> {
    /// The whole text.
    pub text: &'a str,
    /// What the engine saw in it.
    pub analysis: &'a Analysis,
    /// The claim.
    pub claim: &'a Claim,
    /// When it was said: the document date, or the statement's date.
    pub said: Interval,
    /// Who says the whole text, where a record gives a speaker.
    pub speaker: Option<&'a Term>,
    /// Terms around it: for a document, what it was just speaking of; for a statement, its other clauses, speaker and topics.
    pub background: Background<'a>,
    /// The statement's exact words on record.
    pub quote: Option<&'a str>,
    /// Its quotation, where that was read before: of a document the one around the claim, of a statement the words on record.
    pub spoken: Option<&'a Spoken>,
    /// Whom the whole text names, where that was gathered before.
    pub named: Option<&'a Named>,
    /// What the record knows by name.
    pub names: &'a Names,
    /// What the claim says by itself.
    pub content: Cow<'a, Content>,
}

/// What a claim says by itself, read once for all that it is laid against.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// What many pairs ask of it; not read yet: worked out when it is asked.
    read: Option<Read>,
    /// What it says is on or over.
    pub phases: Phases,
    /// Which way it says that something went, and by which words.
    pub course: Option<(Span, Course)>,
    /// The superlative of an amount, and where it ends.
    pub most: Option<(&'static str, usize)>,
    /// It is known to tell of no office.
    pub(in crate::compare) of_no_office: bool,
    /// A word of it names a state that can end.
    pub state: bool,
    /// Who says it, where known: whom the text names, else the speaker of the whole.
    pub holder: Option<Term>,
    /// Of its terms in their order what sorts of things those name that are names; not worked out yet: empty.
    kinds: Box<[Option<NameKind>]>,
    /// The rules that can speak of it, for a claim that is laid against others.
    pub rules: RuleSet,
    /// Those among them that can speak of it where little meets.
    pub unaligned: RuleSet,
}

/// What the words of a claim tell without much reading.
#[derive(Clone, Copy, Debug)]
struct Read {
    words: WordSet,
    /// Of its sentence before it.
    lead: WordSet,
    days: Option<Interval>,
    doers: Doers,
}

impl Read {
    fn of(side: &Side) -> Self {
        let words = WordSet::of(side.words());
        let lead = WordSet::of(side.lead());
        let read = Read { words, lead, days: side.own_days(), doers: Doers::default() };
        let content = Content { read: Some(read), ..Content::default() };
        let doers = Doers::of(&Side { content: Cow::Borrowed(&content), ..*side });
        Read { doers, ..read }
    }
}

impl Content {
    /// Reads what a claim says; which rules can speak of it is left open.
    pub fn of(side: &Side) -> Self {
        let read = Content { read: Some(Read::of(side)), ..Content::default() };
        let side = &Side { content: Cow::Borrowed(&read), ..*side };
        Content {
            read: read.read,
            phases: Phases::of(side.text, side.claim),
            course: course::of(side),
            most: firsts::most(side),
            of_no_office: office::tells_of_none(side),
            state: side.claim.terms.iter().any(|t| !ended_by(&t.key).is_empty()),
            holder: side.analysis.holder(side.claim).or_else(|| side.speaker.cloned()),
            kinds: side.claim.terms.iter().map(|t| t.is_name().then(|| side.kind_of(t))).collect(),
            rules: RuleSet::default(),
            unaligned: RuleSet::default(),
        }
    }
}

impl<'a> Side<'a> {
    /// How many names back one is looked for, so that long texts take linear time.
    const MENTIONS_BACK: usize = 32;

    /// The same with what its claim says by itself, and which rules can speak of it.
    pub fn ready(self) -> Self {
        let content = Cow::Owned(Content::of(&self));
        let mut side = Side { content, ..self };
        let rules = RuleSet::concerning(&side);
        let unaligned = rules.unaligned(&side);
        let content = side.content.to_mut();
        (content.rules, content.unaligned) = (rules, unaligned);
        side
    }

    /// The same, to be laid against all that could speak to it, however little meets.
    pub fn whatever_meets(self) -> Self {
        let (rules, unaligned) = (RuleSet::all(), RuleSet::all().unaligned(&self));
        // A statement's claim was read before.
        let content = match self.content {
            Cow::Borrowed(content) => content.clone(),
            Cow::Owned(_) => Content::of(&self),
        };
        Side { content: Cow::Owned(Content { rules, unaligned, ..content }), ..self }
    }

    /// The claim's words.
    pub fn words(&self) -> &'a str {
        self.claim.span.of(self.text)
    }

    /// Who says the claim, where known: whom the text names, else the speaker of the whole.
    pub fn holder(&self) -> Option<&Term> {
        self.content.holder.as_ref()
    }

    /// Whose standing position the claim is: that of a report that gives itself no day ("she denies it", not "in May she
    /// denied it").
    pub fn position(&self) -> Option<&Term> {
        let report = &self.analysis.attributions[self.claim.report?];
        let sentence = self.analysis.sentences[report.sentence].span;
        let dated =
            self.analysis.times_in(sentence).any(|i| !report.content.contains(self.analysis.times[i].span));
        if dated { None } else { self.holder() }
    }

    /// Whether the whole text names what a term of a name can mean.
    pub fn mentions(&self, term: &Term) -> bool {
        match self.named {
            Some(named) => named.has(term),
            None => self.analysis.mentions.iter().any(|mention| mention.names(term)),
        }
    }

    /// The claim's quantities.
    pub fn quantities(&self) -> impl Iterator<Item = &'a Quantity> + use<'a> {
        let analysis = self.analysis;
        self.claim.quantities.iter().map(move |&i| &analysis.quantities[i])
    }

    /// The claim's temporal expressions.
    pub fn times(&self) -> impl Iterator<Item = &'a TimeMention> + use<'a> {
        let analysis = self.analysis;
        self.claim.times.iter().map(move |&i| &analysis.times[i])
    }

    /// Whether the claim is said by the text in somebody's words: it lies within quotation marks.
    pub fn quoted(&self) -> bool {
        let direct = self.claim.report.is_some_and(|report| self.analysis.attributions[report].direct);
        direct || self.spoken.is_some_and(|spoken| spoken.span.contains(self.claim.span))
    }

    /// Who the claim says did what.
    pub(in crate::compare) fn doers(&self) -> Doers {
        self.content.read.map_or_else(|| Doers::of(self), |read| read.doers)
    }

    /// The days that the claim gives itself: its first calendar expression that is not ambiguous.
    pub fn own_days(&self) -> Option<Interval> {
        self.content.read.map_or_else(|| self.days(), |read| read.days)
    }

    fn days(&self) -> Option<Interval> {
        // "Has not been repaired to this day".
        let until = |time: &TimeMention| {
            self.text[..time.span.start].trim_end().ends_with(" to")
                && time.span.of(self.text).eq_ignore_ascii_case("this day")
        };
        self.times()
            .find(|time| {
                !time.ambiguous
                    && !until(time)
                    && !self.compared(time)
                    && matches!(time.kind, TimeKind::Calendar)
                    && time.when.from.is_some()
                    && time.when.to.is_some()
            })
            .map(|time| time.when)
            .or_else(|| self.days_led())
    }

    /// "Less than in 2022", "up from 280 in 2017": whether a time is only that with which the claim compares; "a warmer
    /// spring than that of the year before" is said of the year after.
    pub(in crate::compare) fn compared(&self, time: &TimeMention) -> bool {
        const LINKS: [&str; 9] = ["in", "on", "at", "of", "for", "during", "that", "those", "the"];
        let before =
            self.text[self.claim.span.start.min(time.span.start)..time.span.start].split_whitespace();
        let mut before = before.rev().skip_while(|word| LINKS.contains(word)).peekable();
        let figure = |word: &&str| word.contains(|c: char| c.is_ascii_digit());
        // "Up from 280 in 2017", "from 3.4 million a year before".
        let from = before.clone().find(|word| !unit(word)).is_some_and(|word| figure(&word));
        before.find(|word| !from || *word == "from" || !figure(word) && !unit(word))
            == Some(if from { "from" } else { "than" })
    }

    /// "In 2011, when the mill burned down": the days told right before a clause that begins with *when*.
    fn days_led(&self) -> Option<Interval> {
        let start = self.claim.span.start;
        if !self.text[start..].starts_with("when ") {
            return None;
        }
        let sentence = self.analysis.sentences[self.claim.sentence].span.start;
        let before = self.analysis.times_in(Span { start: sentence.min(start), end: start }).next_back()?;
        let time = &self.analysis.times[before];
        let adjoins = self.text[time.span.end..start].trim() == ",";
        let day = !time.ambiguous && matches!(time.kind, TimeKind::Calendar) && time.when.to.is_some();
        (adjoins && day && time.when.from.is_some()).then_some(time.when)
    }

    /// Whether it tells of what is still to come: "will expire in May", "expires in May", said in April.
    pub fn to_come(&self) -> bool {
        let claim = self.claim;
        let dated = || self.own_days().is_some_and(|days| days.from > self.said.to);
        claim.modality.to_come() || claim.modality == Modality::Fact && !claim.past && dated()
    }

    /// Whether the claim tells of what is past, and is of these days: it gives them itself, or the text has just named
    /// them, in the claim's sentence or in one of the two before.
    pub fn recalls(&self, days: Interval) -> bool {
        const SENTENCES: usize = 2;
        const YEAR: i64 = 366;
        // "In May it announced that it would close two shops".
        let told = || self.claim.report.is_some() && self.has_word(&["would", "had"]);
        if !self.claim.past && !told() {
            return false;
        }
        if let Some(own) = self.own_days() {
            return own.overlaps(days);
        }
        let sentences = &self.analysis.sentences;
        let (first, own) = (self.claim.sentence.saturating_sub(SENTENCES), self.claim.sentence);
        let near = Span { start: sentences[first].span.start, end: sentences[own].span.end };
        self.analysis.times_in(near).map(|i| &self.analysis.times[i]).any(|time| {
            matches!(time.kind, TimeKind::Calendar)
                && !time.ambiguous
                && time.when.days().is_some_and(|long| long <= YEAR)
                && time.when.overlaps(days)
        })
    }

    /// The word in front of a span; empty at the beginning of the text.
    pub(in crate::compare) fn word_before(&self, span: Span) -> &'a str {
        let text = self.text;
        text[..span.start].trim_end().rsplit(' ').next().unwrap_or_default()
    }

    /// Whether one of these words, in small letters, stands in the claim.
    pub fn has_word(&self, wanted: &[&str]) -> bool {
        self.may_have(wanted) && has_word(self.words(), wanted)
    }

    /// Whether one of these words can stand in the claim: what is asked before a longer search.
    pub fn may_have(&self, wanted: &[&str]) -> bool {
        self.content.read.is_none_or(|read| read.words.may_have(wanted))
    }

    /// Whether it denies its predicate of all: "nobody has been charged" is met by whoever was.
    pub fn of_nobody(&self) -> bool {
        const NOBODY: [&str; 9] =
            ["nobody", "no-one", "no one", "none", "neither", "no ", "not a ", "not one ", "not a single "];
        let words = self.words().as_bytes();
        self.claim.polarity == Polarity::Negative
            && NOBODY
                .iter()
                .any(|no| words.get(..no.len()).is_some_and(|w| w.eq_ignore_ascii_case(no.as_bytes())))
    }

    /// Whether one of these words, in small letters, opens the claim's sentence before the claim itself.
    pub fn opens_with(&self, wanted: &[&str]) -> bool {
        self.content.read.is_none_or(|read| read.lead.may_have(wanted)) && has_word(self.lead(), wanted)
    }

    /// The words of the claim's sentence before the claim itself.
    fn lead(&self) -> &'a str {
        let from = self.analysis.sentences[self.claim.sentence].span.start;
        self.text.get(from..self.claim.span.start).unwrap_or_default()
    }

    /// The adjective that the claim has in the superlative.
    pub fn superlative(&self) -> Option<&'a str> {
        let text = self.text;
        let most = |term: &&Term| {
            term.kind == TermKind::Adjective
                && (term.span.of(text).ends_with("est") && !term.key.ends_with("est")
                    || text[..term.span.start].trim_end().ends_with(" most"))
        };
        self.claim.terms.iter().find(most).map(|term| term.key.as_str())
    }

    /// What sort of thing the term at a place of the claim names.
    pub(in crate::compare) fn kind_at(&self, at: usize) -> NameKind {
        let known = self.content.kinds.get(at).copied().flatten();
        known.unwrap_or_else(|| self.kind_of(&self.claim.terms[at]))
    }

    /// What sort of thing a term names.
    pub fn kind_of(&self, term: &Term) -> NameKind {
        let own = self.claim.terms.iter().zip(&self.content.kinds).find(|(own, _)| std::ptr::eq(*own, term));
        if let Some((_, Some(kind))) = own {
            return *kind;
        }
        match term.kind {
            TermKind::Entity(id) => self.names.kind(id),
            _ => {
                let mentions = &self.analysis.mentions;
                let at = mentions.partition_point(|m| m.span.start < term.span.start);
                let there = mentions.get(at).filter(|m| m.span == term.span);
                // A pronoun is of the sort of what it stands for, which was named a little before.
                let before = &mentions[at.saturating_sub(Self::MENTIONS_BACK)..at];
                let meant = || before.iter().rev().find(|m| m.names(term));
                there.or_else(meant).map_or(NameKind::Unknown, |m| m.kind)
            }
        }
    }
}

/// A word that may stand behind a figure.
fn unit(word: &str) -> bool {
    const UNITS: [&str; 10] =
        ["million", "billion", "thousand", "bn", "percent", "per", "cent", "euros", "pounds", "dollars"];
    UNITS.contains(&word)
}

fn has_word(text: &str, wanted: &[&str]) -> bool {
    if text.is_ascii() {
        let mut words = text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric());
        return words.any(|word| wanted.iter().any(|w| word.eq_ignore_ascii_case(w.as_bytes())));
    }
    text.split(|c: char| !c.is_alphanumeric()).any(|word| wanted.iter().any(|w| word.eq_ignore_ascii_case(w)))
}
