//! Which number of a statement answers one of a claim: by what it counts, and by the words that stand about it.

use crate::compare::rule_words::RuleWord;
use crate::compare::{Pair, Side};
use crate::english;
use crate::quantity::Quantity;
use crate::text::Span;
use compact_str::CompactString;

/// A number of the claim beside one of the statement that measures the same.
pub(in crate::compare) struct Row<'a> {
    /// Of the claim.
    pub(in crate::compare) ours: &'a Quantity,
    /// Of the statement.
    pub(in crate::compare) theirs: &'a Quantity,
    /// Both can be true.
    pub(in crate::compare) agrees: bool,
    /// How much speaks for their being meant of one thing; 0 or more.
    pub(in crate::compare) fit: f32,
}

/// The two numbers in which claim and statement differ.
pub(in crate::compare) struct Difference<'a> {
    /// Of the claim.
    pub(in crate::compare) ours: &'a Quantity,
    /// Of the statement.
    pub(in crate::compare) theirs: &'a Quantity,
    /// No other number of the statement could as well be meant, and none agrees.
    pub(in crate::compare) clear: bool,
}

/// How much speaks for two numbers' being meant of one thing: the noun, its modifiers, and words of their own
/// surroundings that meet.
pub(in crate::compare) fn fit(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> f32 {
    let mut fit = 0.0;
    if let (Some(a), Some(b)) = (&ours.of, &theirs.of) {
        let one = a.head == b.head || english::root(&a.head) == english::root(&b.head);
        fit += if one { 2.0 } else { 0.0 };
        fit += 0.5 * a.modifiers.iter().filter(|m| b.modifiers.contains(m)).count() as f32;
    }
    let (near_ours, near_theirs) = (surroundings(pair.claim, ours), surroundings(pair.statement, theirs));
    let (terms, their_terms) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    let met = pair.alignment.links.iter().filter(|l| {
        l.how.same_sense()
            && near_ours.contains(terms[l.claim].span)
            && near_theirs.contains(their_terms[l.statement].span)
    });
    let our_text = pair.claim.text.get(near_ours.start..near_ours.end).unwrap_or_default();
    let their_text = pair.statement.text.get(near_theirs.start..near_theirs.end).unwrap_or_default();
    let both = |class: RuleWord| has(our_text, class) && has(their_text, class);
    let alike = [RuleWord::Total, RuleWord::Rest].into_iter().filter(|&class| both(class)).count();
    fit + met.count() as f32 + alike as f32
}

/// Whether a word of the class stands in the text.
fn has(text: &str, class: RuleWord) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| {
        class.may_have(word) && {
            let mut low = CompactString::from(word);
            low.make_ascii_lowercase();
            class.has(&low)
        }
    })
}

/// Whether a noun that stands about the one number meets a noun about the other.
pub(in crate::compare) fn noun_beside(pair: &Pair, ours: &Quantity, theirs: &Quantity) -> bool {
    use crate::claim::{TermKind, TermRole};
    let (near_ours, near_theirs) = (surroundings(pair.claim, ours), surroundings(pair.statement, theirs));
    let (terms, their_terms) = (&pair.claim.claim.terms, &pair.statement.claim.terms);
    pair.alignment.links.iter().any(|l| {
        let (a, b) = (&terms[l.claim], &their_terms[l.statement]);
        l.how.same_sense()
            && a.kind == TermKind::Noun
            && a.role != TermRole::Aside
            && near_ours.contains(a.span)
            && near_theirs.contains(b.span)
    })
}

/// The words that belong to a number rather than to its neighbours in the claim: up to the comma or *and* between them, else
/// half of the way.
fn surroundings(side: &Side, quantity: &Quantity) -> Span {
    let mut around = side.claim.span;
    for other in side.quantities().filter(|q| q.span != quantity.span) {
        if other.span.end <= quantity.span.start {
            let gap = Span { start: other.span.end, end: quantity.span.start };
            around.start = around.start.max(parted(side.text, gap));
        } else if other.span.start >= quantity.span.end {
            let gap = Span { start: quantity.span.end, end: other.span.start };
            around.end = around.end.min(parted(side.text, gap));
        }
    }
    around
}

/// Where a gap between two numbers is parted.
fn parted(text: &str, gap: Span) -> usize {
    let words = text.get(gap.start..gap.end).unwrap_or_default();
    let mark = words.rfind([',', ';']).or_else(|| words.rfind(" and ")).or_else(|| words.rfind(" but "));
    // Half of the way may lie inside of a character.
    let half = (words.len() / 2..words.len()).find(|&at| words.is_char_boundary(at)).unwrap_or(0);
    gap.start + mark.unwrap_or(half)
}

/// The numbers in which claim and statement differ most clearly, if they do.
///
/// "3.3 billion, up from 3.1": a number that agrees with one of ours is not what another of ours differs from.
pub(in crate::compare) fn difference<'a>(rows: &[Row<'a>]) -> Option<Difference<'a>> {
    let best = |agrees: bool, of: &dyn Fn(&&Row) -> bool| {
        rows.iter().filter(|row| row.agrees == agrees).filter(of).map(|row| row.fit).fold(-1.0, f32::max)
    };
    // What agrees with another at least as fitting number is not in question.
    let met = |row: &Row| {
        let ours = |other: &&Row| other.ours.span == row.ours.span;
        let theirs = |other: &&Row| other.theirs.span == row.theirs.span;
        best(true, &ours).max(best(true, &theirs))
    };
    let open: Vec<(&Row, f32)> = rows
        .iter()
        .filter(|row| !row.agrees)
        .map(|row| (row, met(row)))
        .filter(|(row, met)| *met < row.fit)
        .collect();
    let mut found: Option<(Difference, f32)> = None;
    for &(row, met) in &open {
        let rival =
            |other: &Row| (other.ours.span == row.ours.span) != (other.theirs.span == row.theirs.span);
        let next =
            open.iter().filter(|(other, _)| rival(other)).map(|(other, _)| other.fit).fold(-1.0, f32::max);
        if next > row.fit {
            continue;
        }
        let clear = met < 0.0 && next < row.fit;
        let key = |clear: bool, fit: f32| if clear { fit + 100.0 } else { fit };
        if found.as_ref().is_none_or(|(before, fit)| key(clear, row.fit) > key(before.clear, *fit)) {
            found = Some((Difference { ours: row.ours, theirs: row.theirs, clear }, row.fit));
        }
    }
    found.map(|(difference, _)| difference)
}
