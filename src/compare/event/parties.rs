//! Who and what takes part in two events, and how much of it meets.

use super::{Kin, OneEvent};
use crate::claim::{Term, TermKind, TermRole};
use crate::compare::{Match, Meeting, Pair, Side};

/// Who and what takes part besides the words that tell what happened.
pub(super) fn parties(
    pair: &Pair,
    kin: Kin,
    our_tell: &dyn Fn(&Term) -> bool,
    their_tell: &dyn Fn(&Term) -> bool,
) -> Option<OneEvent> {
    if pair.alignment.other_name {
        return None;
    }
    let links = &pair.alignment.links;
    let same = Match::same_sense;
    let (ours, theirs) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    // "The ruling came", "was captured": who did it need not be said.
    let agentless = |side: &Side, tell: &dyn Fn(&Term) -> bool| {
        side.claim.passive || side.claim.terms_of(TermRole::Subject).all(tell)
    };
    let our_share =
        Share::of(pair.claim, &pair.alignment.ours, our_tell, agentless(pair.statement, their_tell), &|i| {
            links.iter().any(|l| l.claim == i && same(l.how) && !their_tell(&theirs[l.statement]))
        });
    let their_share = Share::of(
        pair.statement,
        &pair.alignment.theirs,
        their_tell,
        agentless(pair.claim, our_tell),
        &|j| links.iter().any(|l| l.statement == j && same(l.how) && !our_tell(&ours[l.claim])),
    );
    let direct = our_share.direct > 0;
    // "The deal was struck": between those of whom the text was just speaking.
    let bare = ours.iter().all(|t| our_tell(t) || t.role == TermRole::Aside);
    let spoken_of = |(j, t): (usize, &Term)| {
        t.is_name() && t.role != TermRole::Aside && pair.alignment.theirs.around.at_all.has(j)
    };
    let together = direct || pair.subject_met() || bare && theirs.iter().enumerate().any(spoken_of);
    (together && our_share.met > 0.0).then_some(OneEvent {
        kin,
        parties: (our_share.met, their_share.met),
        direct,
        named: our_share.named,
        met: our_share.direct,
        begins: false,
    })
}

/// How much of those who take part on one side meets.
struct Share {
    met: f32,
    direct: usize,
    named: bool,
}

impl Share {
    fn of(
        side: &Side,
        meeting: &Meeting,
        tell: &dyn Fn(&Term) -> bool,
        agentless: bool,
        linked: &dyn Fn(usize) -> bool,
    ) -> Share {
        let (mut met, mut total, mut direct, mut named) = (0.0, 0.0, 0, false);
        for (i, term) in side.claim.terms.iter().enumerate() {
            let weight = match term.kind {
                _ if term.role == TermRole::Aside || tell(term) => continue,
                TermKind::Entity(_) | TermKind::Name => 1.3,
                TermKind::Noun => 1.0,
                TermKind::Verb | TermKind::Adjective => 0.4,
                TermKind::Adverb => continue,
            };
            let is = linked(i);
            let around = meeting.around.same.has(i);
            if !is && agentless && term.role == TermRole::Subject && !side.claim.passive && !around {
                continue;
            }
            total += weight;
            if is {
                direct += usize::from(weight >= 1.0);
                named |= weight > 1.0;
                met += weight;
            } else if around {
                met += 0.9 * weight;
            }
        }
        Share { met: if total > 0.0 { met / total } else { 0.5 }, direct, named }
    }
}
