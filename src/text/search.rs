//! The likeliest sequence of uses (Viterbi's algorithm over pairs of states).

use crate::english::{Uses, sequence_costs, state};

const STOP: u8 = state(b'.');
const LIMIT: usize = Uses::LIMIT;

/// Costs by the choices of two neighbouring tokens.
type Costs = [[u32; LIMIT]; LIMIT];

/// The search, with room that is kept from one sentence to the next.
#[derive(Default)]
pub(super) struct Search {
    /// For each token, for each pair (the choice before, its choice): the choice before those.
    back: Vec<[[u8; LIMIT]; LIMIT]>,
    /// The states found.
    pub(super) states: Vec<u8>,
}

impl Search {
    /// Finds the cheapest sequence of states, by pairs of neighbouring choices.
    pub(super) fn likeliest(&mut self, choices: &[Uses]) {
        self.back.clear();
        self.back.resize(choices.len(), [[0; LIMIT]; LIMIT]);
        // best[a][b]: the least cost of a way that ends in choice a of the last token but one and b of the last.
        let mut best = [[0u32; LIMIT]; LIMIT];
        let start = [(STOP, 0)];
        let mut before = start.as_slice();
        let mut last = start.as_slice();
        for (uses, from) in choices.iter().zip(&mut self.back) {
            let uses = uses.as_slice();
            // What all ways have in common decides nothing: a word of one use after two such costs nothing.
            if before.len() > 1 || last.len() > 1 || uses.len() > 1 {
                best = step(&best, [before, last, uses], from);
            }
            (before, last) = (last, uses);
        }
        self.trace(choices, cheapest(&best, before.len(), last.len()));
    }

    /// Follows the cheapest way back.
    fn trace(&mut self, choices: &[Uses], (mut b, mut c): (usize, usize)) {
        self.states.clear();
        self.states.resize(choices.len(), STOP);
        for at in (0..choices.len()).rev() {
            self.states[at] = choices[at].as_slice()[c].0;
            (b, c) = (usize::from(self.back[at][b][c]), b);
        }
    }
}

/// The costs after one more token, given the choices of the last but one, of the last and of it.
fn step(best: &Costs, [before, last, uses]: [&[(u8, u8)]; 3], from: &mut [[u8; LIMIT]; LIMIT]) -> Costs {
    let mut next = [[u32::MAX; LIMIT]; LIMIT];
    let mut least = u32::MAX;
    for (b, &(middle, _)) in last.iter().enumerate() {
        for (a, &(first, _)) in before.iter().enumerate() {
            let costs = sequence_costs(first, middle);
            for (c, &(to, cost)) in uses.iter().enumerate() {
                let step = costs.get(usize::from(to)).copied().unwrap_or(u8::MAX);
                let total = best[a][b] + u32::from(step) + u32::from(cost);
                if total < next[b][c] {
                    next[b][c] = total;
                    from[b][c] = a as u8;
                    least = least.min(total);
                }
            }
        }
    }
    for row in next.iter_mut().take(last.len()) {
        for cost in row.iter_mut().take(uses.len()) {
            *cost -= least;
        }
    }
    next
}

fn cheapest(best: &Costs, before: usize, last: usize) -> (usize, usize) {
    let (mut b, mut c) = (0, 0);
    for (i, row) in best.iter().enumerate().take(before) {
        for (j, &cost) in row.iter().enumerate().take(last) {
            if cost < best[b][c] {
                (b, c) = (i, j);
            }
        }
    }
    (b, c)
}
