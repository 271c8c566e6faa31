//! A reporting verb with the auxiliaries and the verbs that govern it: "has declined to say".

use super::sight::Sight;
use crate::english::{self, Frame, Frames};
use crate::text::{Case, Form, Tag};

/// A verb of saying, thinking or wanting in its place.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// First auxiliary or governing verb.
    pub start: usize,
    /// The verb itself.
    pub head: usize,
    /// The token after the verb and its particle.
    pub end: usize,
    pub frames: Frames,
    /// Its subject is spoken to or spoken of: *was told*, *is said to*.
    pub passive: bool,
    /// *adding that*, without *is* or *was*.
    pub participle: bool,
    /// *to say*, not governed by a verb in front.
    pub loose: bool,
    /// No auxiliary, nothing governing: *said*, *says*.
    pub plain: bool,
}

impl Cue {
    /// A verb by itself.
    pub fn bare(head: usize) -> Self {
        let frames = Frames::default();
        Cue {
            start: head,
            head,
            end: head + 1,
            frames,
            passive: false,
            participle: false,
            loose: false,
            plain: true,
        }
    }
}

/// The cue whose verb stands at a token, if it is one.
pub(super) fn at(sight: &Sight, head: usize) -> Option<Cue> {
    let token = sight.token(head);
    if token.tag != Tag::Verb && !misread(sight, head) {
        return None;
    }
    let mut frames = sight.frames(head);
    let word = sight.word(head);
    if frames.is_empty() && token.form == Form::Base && word.ends_with(['d', 't']) {
        // The tagger takes a rare *said* for a base form.
        frames = english::classes(&english::lemma(word, Tag::Verb).0).frames();
    }
    let mut end = head + 1;
    if let Some((more, behind)) = particle(sight, head, head + 1).or_else(|| split(sight, head)) {
        frames = frames.and(more);
        end = behind;
    }
    if frames.is_empty() || !frames.any(VERBAL) {
        return None;
    }
    let mut cue = Cue { end, frames, ..Cue::bare(head) };
    let own = widen(sight, &mut cue);
    own.then_some(cue)
}

/// *worry* in "Some worry that": tagged as a noun, it stands where only a verb can, behind a subject that agrees with it
/// and in front of its content, with no other verb in the sentence.
pub(super) fn misread(sight: &Sight, head: usize) -> bool {
    let bounds = sight.bounds(head);
    let next = head + 1;
    if !matches!(sight.token(head).tag, Tag::Noun | Tag::Adj | Tag::Adv)
        || head == bounds.start
        || next + 1 >= bounds.end
        || sight.token(head).case != Case::Lower
    {
        return false;
    }
    let frames = sight.frames(head);
    let that = frames.any(&[Frame::That, Frame::Bare])
        && sight.is(next, &["that"])
        && (sight.clause_at(next + 1, bounds.end) || sight.opens_phrase(next + 1));
    let content = that
        || frames.has(Frame::Infinitive) && sight.infinitive(next).is_some()
        || frames.has(Frame::Question) && sight.is(next, &["whether"]);
    content
        && agrees(sight, bounds.start, head)
        && !sight.has_verb(bounds.start..head)
        && (that || !sight.has_verb(next..bounds.end))
}

/// Whether what stands in front can be the subject of a word that ends in *s*, or of one that does not.
fn agrees(sight: &Sight, floor: usize, head: usize) -> bool {
    let subject = sight.token(head - 1);
    let word = sight.word(head - 1);
    let many = match subject.tag {
        Tag::Noun => {
            word.ends_with('s') && !word.ends_with("ss") || word.ends_with("people") || word == "police"
        }
        Tag::Propn => false,
        _ => subject.is(&[
            "some", "many", "others", "most", "few", "several", "all", "both", "they", "we", "i", "you",
        ]),
    };
    let opened = sight.token(sight.phrase_before(floor, head).start).tag;
    many != sight.word(head).ends_with('s') && (many || matches!(opened, Tag::Det | Tag::Propn | Tag::Pron))
}

const VERBAL: &[Frame] = &[
    Frame::Quote,
    Frame::That,
    Frame::Bare,
    Frame::Question,
    Frame::Infinitive,
    Frame::Order,
    Frame::Gerund,
    Frame::Thing,
    Frame::About,
    Frame::Charge,
    Frame::As,
    Frame::Name,
    Frame::At,
];

/// The frames of a verb with its particle, and the token behind: *point out*, *call on*.
fn particle(sight: &Sight, head: usize, at: usize) -> Option<(Frames, usize)> {
    let short = sight.tag(at).is_some_and(|tag| matches!(tag, Tag::Adp | Tag::Adv | Tag::Adj))
        && sight.word(at).len() <= 7;
    let frames = english::phrasal_classes(&sight.token(head).lemma, short.then(|| sight.word(at))?).frames();
    (!frames.is_empty()).then_some((frames, at + 1))
}

/// "made it clear that".
fn split(sight: &Sight, head: usize) -> Option<(Frames, usize)> {
    let it = sight.is(head + 1, &["it"]) && sight.is(head + 3, &["that"]);
    it.then(|| particle(sight, head, head + 2)).flatten()
}

/// Takes in what stands in front: auxiliaries, adverbs between them, "declined to", "is likely to". `false` where the
/// subject does not speak: "is expected to say".
fn widen(sight: &Sight, cue: &mut Cue) -> bool {
    let floor = sight.bounds(cue.head).start;
    let mut auxiliary: Option<usize> = None;
    let mut first = cue.head;
    let mut governed = false;
    while cue.start > floor {
        let before = cue.start - 1;
        let token = sight.token(before);
        if token.tag == Tag::Aux {
            if !governed {
                auxiliary.get_or_insert(before);
            }
            cue.start = before;
            first = before;
        } else if (token.tag == Tag::Adv || token.is(&["not", "n't", "never"]))
            && (floor..before).rev().take(2).any(|i| sight.token(i).tag == Tag::Aux || sight.is(i, &["to"]))
        {
            cue.start = before;
        } else if token.lemma == "to" && sight.infinitive(before).is_some() {
            cue.start = before;
            governed = true;
            match governor(sight, floor, before) {
                Some(verb) if foretold(sight, floor, verb) => return false,
                Some(verb) => {
                    cue.start = verb;
                    first = verb;
                }
                None => {
                    cue.loose = true;
                    break;
                }
            }
        } else {
            break;
        }
    }
    let form = sight.token(cue.head).form;
    cue.passive = matches!(form, Form::Participle | Form::Past)
        && auxiliary.is_some_and(|at| sight.is(at, &["be", "get"]));
    cue.participle = sight.token(first).form == Form::Gerund
        && (first == cue.head && auxiliary.is_none()
            || sight.token(first).tag == Tag::Verb
            || sight.is(first, &["have", "be"]));
    cue.plain = cue.start == cue.head && !cue.participle;
    true
}

/// "is expected", "was said": others say so.
fn foretold(sight: &Sight, floor: usize, verb: usize) -> bool {
    let past = matches!(sight.token(verb).form, Form::Participle | Form::Past);
    past && verb > floor && sight.is(verb - 1, &["be"]) && sight.frames(verb).any(&[Frame::That, Frame::Bare])
}

/// The verb or adjective directly in front of *to*.
fn governor(sight: &Sight, floor: usize, to: usize) -> Option<usize> {
    let mut at = to.checked_sub(1).filter(|&at| at >= floor)?;
    if at > floor
        && matches!(sight.token(at).tag, Tag::Adv | Tag::Adp)
        && sight.token(at - 1).tag == Tag::Verb
    {
        at -= 1;
    }
    let token = sight.token(at);
    let verbal = matches!(token.tag, Tag::Verb | Tag::Aux);
    let linked = token.tag == Tag::Adj && at > floor && sight.token(at - 1).tag == Tag::Aux;
    (verbal || linked).then_some(at)
}
