//! From bytes to the units that other programs count in.

use serde::{Deserialize, Serialize};

/// What a report's `start` and `end` count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// UTF-16 code units: JavaScript, LSP, editors.
    #[default]
    Utf16,
    /// Unicode code points: Python.
    Codepoints,
    /// UTF-8 bytes: Rust, Go.
    Bytes,
}

/// Converts byte offsets of one text; built in one pass, each look-up is a binary search.
pub struct Offsets {
    unit: OffsetUnit,
    /// (byte after a character that is not one unit long, bytes minus units up to there)
    steps: Vec<(usize, usize)>,
}

impl Offsets {
    /// A converter for `text` into `unit`.
    pub fn new(text: &str, unit: OffsetUnit) -> Self {
        let mut steps = Vec::new();
        let mut excess = 0;
        if unit != OffsetUnit::Bytes && !text.is_ascii() {
            for (at, c) in text.char_indices() {
                let units = if unit == OffsetUnit::Utf16 { c.len_utf16() } else { 1 };
                if c.len_utf8() != units {
                    excess += c.len_utf8() - units;
                    steps.push((at + c.len_utf8(), excess));
                }
            }
        }
        Offsets { unit, steps }
    }

    /// The unit offset of a byte offset that lies on a character border.
    pub fn at(&self, byte: usize) -> usize {
        let before = self.steps.partition_point(|&(end, _)| end <= byte);
        byte - before.checked_sub(1).map_or(0, |i| self.steps[i].1)
    }

    /// The unit.
    pub fn unit(&self) -> OffsetUnit {
        self.unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_units_of_every_plane() {
        let text = "aé\u{301}€😀z";
        let utf16: Vec<usize> =
            text.char_indices().map(|(i, _)| Offsets::new(text, OffsetUnit::Utf16).at(i)).collect();
        assert_eq!(utf16, [0, 1, 2, 3, 4, 6]);
        let points = Offsets::new(text, OffsetUnit::Codepoints);
        assert_eq!(points.at(text.len()), 6);
        assert_eq!(Offsets::new(text, OffsetUnit::Bytes).at(text.len()), text.len());
    }
}
