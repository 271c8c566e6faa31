//! The words of a document and the cues of several words among them, looked up once.

use crate::english::{Classes, Denial, QUANTIFIERS, Quantifier, WordMap};
use crate::text::{Document, Form, Tag};
use std::ops::Range;
use std::sync::LazyLock;

/// What a cue of `data/english/cues.tsv` does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueKind {
    /// Denies its clause: *by no means*.
    Deny,
    /// Denies its clause as *no* does: *hardly any*.
    DenyNoun,
    /// Denies the verb right behind it: *instead of*.
    DenyNext,
    /// Opens a condition: *in case, provided*.
    Condition,
    /// What stands behind it is what somebody is accused of: *charged with*.
    Charge,
    /// The infinitive behind it says what somebody has to do: *ordered to*.
    Due,
    /// Its words deny nothing: *not only*.
    Keep,
    Stop,
    Again,
    Continue,
    Unchanged,
    /// *not all, a few*.
    Quantifier(Quantifier),
    /// What it does to the clause with *that* behind it: *not true*, *no evidence*.
    Content {
        denies: bool,
        doubts: bool,
    },
    /// Governs a gerund: *rule out, stop short of*.
    Governs(Governing),
}

/// What a verb with its words does to the gerund that it governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Governing {
    Deny,
    /// *rule out*: denied, it leaves the matter possible.
    Exclude,
    Stop,
    Continue,
    Planned,
    Possible,
    Fact,
}

/// What has to follow a cue.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ahead {
    Anything,
    Adjective,
    Gerund,
    NounPhrase,
    Event,
    End,
}

struct Pattern {
    rest: Vec<&'static str>,
    ahead: Ahead,
    kind: CueKind,
}

/// A cue in a text.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub tokens: Range<usize>,
    pub kind: CueKind,
}

fn kind(name: &str) -> Option<CueKind> {
    let content = |denies, doubts| CueKind::Content { denies, doubts };
    Some(match name {
        "deny" => CueKind::Deny,
        "deny-noun" => CueKind::DenyNoun,
        "deny-next" => CueKind::DenyNext,
        "condition" => CueKind::Condition,
        "charge" => CueKind::Charge,
        "due" => CueKind::Due,
        "keep" => CueKind::Keep,
        "stop" => CueKind::Stop,
        "again" => CueKind::Again,
        "continue" => CueKind::Continue,
        "unchanged" => CueKind::Unchanged,
        "content-deny" => content(true, false),
        "content-possible" => content(false, true),
        "content-deny-possible" => content(true, true),
        "content-keep" => content(false, false),
        "governs deny" => CueKind::Governs(Governing::Deny),
        "governs exclude" => CueKind::Governs(Governing::Exclude),
        "governs stop" => CueKind::Governs(Governing::Stop),
        "governs continue" => CueKind::Governs(Governing::Continue),
        "governs planned" => CueKind::Governs(Governing::Planned),
        "governs possible" => CueKind::Governs(Governing::Possible),
        "governs fact" => CueKind::Governs(Governing::Fact),
        _ => {
            let name = name.strip_prefix("quantifier ")?;
            CueKind::Quantifier(QUANTIFIERS.iter().find(|(each, _)| *each == name)?.1)
        }
    })
}

/// First lemma → the cues that begin with it, the longest first.
static CUES: LazyLock<WordMap<Vec<Pattern>>> = LazyLock::new(|| {
    let mut cues: WordMap<Vec<Pattern>> = WordMap::default();
    let table = include_str!("../../data/english/cues.tsv");
    for (name, words) in table.lines().filter_map(|line| line.split_once('\t')) {
        let Some(kind) = kind(name) else { continue };
        let mut rest: Vec<&'static str> = words.split(' ').collect();
        let ahead = match rest.last() {
            Some(&"ADJ") => Ahead::Adjective,
            Some(&"ING") => Ahead::Gerund,
            Some(&"NP") => Ahead::NounPhrase,
            Some(&"EVENT") => Ahead::Event,
            Some(&"END") => Ahead::End,
            _ => Ahead::Anything,
        };
        if ahead != Ahead::Anything {
            rest.pop();
        }
        let first = rest.remove(0);
        cues.entry(first).or_default().push(Pattern { rest, ahead, kind });
    }
    for patterns in cues.values_mut() {
        patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.rest.len()));
    }
    cues
});

/// A document with its cues.
pub(super) struct Words<'d> {
    pub document: &'d Document<'d>,
    cues: Vec<Cue>,
    /// For each token the index of the first cue that begins there or later.
    first: Vec<u32>,
}

impl<'d> Words<'d> {
    /// Words of a cue, at most.
    const LONGEST: usize = 6;

    pub fn new(document: &'d Document<'d>) -> Self {
        let first = Vec::with_capacity(document.tokens.len());
        let mut words = Words { document, cues: Vec::new(), first };
        for sentence in &document.sentences {
            for at in sentence.tokens.clone() {
                words.first.push(words.cues.len() as u32);
                if words.classes(at).begins_cue() {
                    words.find_cues(at, sentence.tokens.end);
                }
            }
        }
        words
    }

    /// The longest cues that begin at a token.
    fn find_cues(&mut self, at: usize, end: usize) {
        let Some(patterns) = CUES.get(self.document.tokens[at].lemma.as_str()) else { return };
        let mut longest = None;
        for pattern in patterns {
            let after = at + 1 + pattern.rest.len();
            if longest.is_some_and(|longest| longest > after) {
                return;
            }
            let meets = after <= end
                && pattern.rest.iter().zip(&self.document.tokens[at + 1..after]).all(|(w, t)| t.lemma == *w)
                && self.follows(pattern.ahead, after, end);
            if meets {
                longest = Some(after);
                self.cues.push(Cue { tokens: at..after, kind: pattern.kind });
            }
        }
    }

    fn follows(&self, ahead: Ahead, at: usize, end: usize) -> bool {
        let token = self.document.tokens.get(at).filter(|_| at < end);
        let tag = token.map(|token| token.tag);
        let phrase = matches!(
            tag,
            Some(Tag::Det | Tag::Num | Tag::Noun | Tag::Propn | Tag::Adj | Tag::Pron | Tag::Sym)
        );
        let gerund = tag == Some(Tag::Verb) && token.is_some_and(|t| t.form == Form::Gerund);
        match ahead {
            Ahead::Anything => true,
            Ahead::Adjective => matches!(tag, Some(Tag::Adj | Tag::Adv)) || tag == Some(Tag::Verb) && !gerund,
            Ahead::Gerund => gerund,
            Ahead::NounPhrase => phrase,
            // "Nearly doubled" tells how much.
            Ahead::Event => {
                let number =
                    self.document.tokens.get(at + 1).is_some_and(|t| t.tag == Tag::Num || t.tag == Tag::Sym);
                tag == Some(Tag::Verb)
                    && token.is_some_and(|t| matches!(t.form, Form::Past | Form::Participle))
                    && self.classes(at).direction().is_none()
                    && !number
            }
            Ahead::End => !phrase,
        }
    }

    /// The cue of a condition that a token opens: "**provided** the rain stops", no "the city provided the tools".
    pub fn condition(&self, at: usize) -> Option<&Cue> {
        let cue = self.cue(at, |kind| kind == CueKind::Condition)?;
        let token = &self.document.tokens[at];
        let before = at.checked_sub(1).map(|i| &self.document.tokens[i]);
        // Behind a comma it may be one verb of several: "bought the land, provided tools and …".
        let parted = before.is_some_and(|t| t.tag == Tag::Punct) && cue.tokens.len() > 1;
        let opens = before.is_none_or(|t| t.is(&[".", "!", "?"])) || parted;
        (token.tag != Tag::Verb || opens && token.form != Form::Gerund).then_some(cue)
    }

    /// Whether the words behind a preposition are what somebody is accused of: by the word right before it, "guilty of",
    /// or by a verb with its object between, "charged her with".
    pub fn charged(&self, verb: usize, preposition: usize) -> bool {
        let lemma = |at: usize| self.document.tokens[at].lemma.as_str();
        [verb, preposition.saturating_sub(1)].into_iter().any(|at| {
            let mut patterns = CUES.get(lemma(at)).into_iter().flatten();
            patterns.any(|p| p.kind == CueKind::Charge && p.rest == [lemma(preposition)])
        })
    }

    /// Where the condition begins whose cue holds a token: "**on** condition that".
    pub fn condition_start(&self, at: usize) -> Option<usize> {
        let holds = |&start: &usize| self.condition(start).is_some_and(|cue| cue.tokens.contains(&at));
        (at.saturating_sub(Self::LONGEST)..at + 1).find(holds)
    }

    /// The classes of a word.
    pub fn classes(&self, at: usize) -> Classes {
        self.document.tokens[at].known.classes
    }

    /// The cues that begin in a range of tokens.
    pub fn cues(&self, tokens: Range<usize>) -> &[Cue] {
        let from = |at: usize| self.first.get(at).map_or(self.cues.len(), |&first| first as usize);
        let (start, end) = (from(tokens.start), from(tokens.end));
        &self.cues[start..end.max(start)]
    }

    /// The cue of a kind that begins at a token.
    pub fn cue(&self, at: usize, kind: impl Fn(CueKind) -> bool) -> Option<&Cue> {
        self.cues(at..at + 1).iter().find(|cue| kind(cue.kind))
    }

    /// Whether a token belongs to a cue whose words deny nothing by themselves.
    pub fn masked(&self, at: usize) -> bool {
        self.cues(at.saturating_sub(Self::LONGEST)..at + 1).iter().any(|cue| {
            cue.tokens.contains(&at)
                && matches!(
                    cue.kind,
                    CueKind::Keep | CueKind::Deny | CueKind::DenyNoun | CueKind::Quantifier(_)
                )
        })
    }

    /// Whether a word beside a verb denies it: *not, never, hardly, no longer, by no means*.
    pub fn denies(&self, at: usize) -> bool {
        if self.cue(at, |kind| kind == CueKind::Deny).is_some() {
            return true;
        }
        match self.classes(at).denial() {
            Some(Denial::Adverb) => !self.masked(at),
            Some(Denial::Noun) => {
                self.document.tokens[at].lemma == "no" && self.cue(at, |kind| kind == CueKind::Stop).is_some()
            }
            _ => false,
        }
    }

    /// Whether a determiner or pronoun denies its clause: *no, nobody, nothing, neither*.
    pub fn denies_as_noun(&self, at: usize) -> bool {
        self.cue(at, |kind| kind == CueKind::DenyNoun).is_some()
            || self.classes(at).denial() == Some(Denial::Noun)
                && !self.masked(at)
                && self.cue(at, |kind| kind == CueKind::Stop).is_none()
    }

    /// The end of a cue of denial that begins at a token, or of the token.
    pub fn past(&self, at: usize) -> usize {
        let long =
            |kind| matches!(kind, CueKind::Deny | CueKind::Stop | CueKind::Keep | CueKind::Quantifier(_));
        self.cue(at, long).map_or(at + 1, |cue| cue.tokens.end)
    }
}
