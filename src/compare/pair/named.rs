//! Whom and what a text names, for one who asks often.

use crate::claim::{EntityId, Mention, Term, TermKind};
use compact_str::CompactString;
use foldhash::HashSet;

/// The names of a text.
#[derive(Default)]
pub struct Named {
    entities: HashSet<EntityId>,
    keys: HashSet<CompactString>,
    /// What the keys end in.
    endings: HashSet<CompactString>,
}

impl Named {
    /// The names of these mentions.
    pub fn of(mentions: &[Mention]) -> Self {
        let mut named = Named::default();
        for mention in mentions {
            named.entities.extend(&mention.candidates);
            named.keys.insert(mention.key.clone());
            named.endings.extend(endings(&mention.key).map(CompactString::from));
        }
        named
    }

    /// Whether one of the mentions and a term of a name can mean the same: as [`Mention::names`] of each.
    pub fn has(&self, term: &Term) -> bool {
        matches!(term.kind, TermKind::Entity(id) if self.entities.contains(&id))
            || self.endings.contains(&term.key)
            || endings(&term.key).any(|ending| self.keys.contains(ending))
    }
}

/// A name and its last words.
fn endings(name: &str) -> impl Iterator<Item = &str> {
    std::iter::once(name).chain(name.match_indices(' ').map(|(at, _)| &name[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Names, TermRole, find_names};
    use crate::text::{Document, Span};

    #[test]
    fn has_what_one_of_the_mentions_names() {
        let text =
            "Nora Kroll met Tamber Mills in The Hague. Kroll left New York on Monday with Anna de Wit.";
        let mentions = find_names(&Document::read(text), &Names::default(), None);
        let named = Named::of(&mentions);
        let mut met = 0;
        for key in
            ["kroll", "nora", "nora kroll", "oll", "anna kroll", "foods", "wit", "de wit", "york", "", " "]
        {
            let term = Term::new(Span::new(0, 0), key.into(), key.into(), TermKind::Name, TermRole::Subject);
            let each = mentions.iter().any(|mention| mention.names(&term));
            assert_eq!(named.has(&term), each, "{key}");
            met += usize::from(each);
        }
        assert!(met > 3, "{mentions:?}");
    }
}
