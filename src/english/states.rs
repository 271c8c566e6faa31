//! The tagger's parts of speech: finer than [`Tag`], since *has*, *been* and *would* announce different things.
//!
//! The data compiler shares this file.

/// Letters of the states, in the order of their numbers; also the letters of `data/english/sequences.tsv`.
pub(crate) const LETTERS: &[u8; 37] = b"nsxvzdpgjcrCWaoSKtPQwiTqNMBEHD#,.:$!X";

/// How many states there are.
pub(crate) const STATES: usize = LETTERS.len();

/// The number of each letter's state; the last state for what is none.
const NUMBERS: [u8; 128] = {
    let mut numbers = [(STATES - 1) as u8; 128];
    let mut at = 0;
    while at < STATES {
        numbers[LETTERS[at] as usize] = at as u8;
        at += 1;
    }
    numbers
};

/// The number of a state by its letter.
pub(crate) const fn state(letter: u8) -> u8 {
    NUMBERS[(letter & 0x7f) as usize]
}

/// The letter of a state by its number.
pub(crate) const fn letter(state: u8) -> u8 {
    LETTERS[state as usize]
}
