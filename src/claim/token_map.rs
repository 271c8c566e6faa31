//! What stands at each token, found in one step.

use std::ops::Range;

const NONE: u32 = u32::MAX;

/// For each token of a document the index of an item of a list, or nothing.
#[derive(Debug)]
pub(super) struct TokenMap(Vec<u32>);

impl TokenMap {
    /// A map without entries for a document of so many tokens.
    pub fn new(tokens: usize) -> Self {
        TokenMap(vec![NONE; tokens])
    }

    /// The tokens that each item of a list covers; where two do, the first.
    pub fn of<T>(tokens: usize, items: &[T], range: impl Fn(&T) -> Range<usize>) -> Self {
        let mut map = TokenMap::new(tokens);
        for (index, item) in items.iter().enumerate() {
            for at in range(item) {
                if map.get(at).is_none() {
                    map.set(at, index);
                }
            }
        }
        map
    }

    /// The item at a token.
    pub fn get(&self, token: usize) -> Option<usize> {
        self.0.get(token).filter(|&&index| index != NONE).map(|&index| index as usize)
    }

    /// Puts an item at a token.
    pub fn set(&mut self, token: usize, item: usize) {
        self.0[token] = item as u32;
    }

    /// The items that lie in a range of tokens, each once where its tokens are one stretch.
    pub fn items(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> {
        let mut last = None;
        tokens.filter_map(move |at| {
            let item = self.get(at).filter(|item| Some(*item) != last)?;
            last = Some(item);
            Some(item)
        })
    }
}
