//! Random changes to an input.

/// What is changed in an input: the same seed gives the same inputs.
pub(crate) struct Mutator(fastrand::Rng);

impl Mutator {
    /// With the seed of `FUZZ_SEED`.
    pub(crate) fn new() -> Self {
        Mutator(fastrand::Rng::with_seed(number("FUZZ_SEED", 0x5eed)))
    }

    /// A number below `end`; 0 where there is none.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0.usize(..end.max(1))
    }

    /// A stretch of a text, from a word's length to a paragraph's.
    pub(crate) fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        let most = [4, 16, 200][self.below(3)];
        start..(start + self.below(most)).min(length)
    }

    /// One change: a stretch out, in again elsewhere, twice, taken from another input, or a byte changed.
    pub(crate) fn change(&mut self, input: &mut Vec<u8>, other: &[u8]) {
        let at = self.below(input.len() + 1);
        let here = self.stretch(input.len());
        match self.below(5) {
            0 => drop(input.drain(here)),
            1 => {
                let piece = input[here].to_vec();
                input.splice(at..at, piece);
            }
            2 => {
                let piece = input[here].repeat(1 + self.below(20));
                input.splice(at..at, piece);
            }
            3 => {
                let piece = other[self.stretch(other.len())].to_vec();
                input.splice(at..at, piece);
            }
            _ if at < input.len() => input[at] = self.below(256) as u8,
            _ => input.push(b'.'),
        }
    }
}

/// A number from the environment.
pub(crate) fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}
