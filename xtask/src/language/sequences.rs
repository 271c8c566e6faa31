//! `sequences.tsv`: how often parts of speech follow each other.

use super::states::{STATES, state};
use super::{Language, SCALE, rows::rows};
use std::path::Path;

impl Language {
    /// Costs of a state after two others: trigrams, bigrams and unigrams interpolated.
    pub(super) fn read_sequences(&mut self, folder: &Path) -> Result<(), String> {
        let mut three = vec![0.0; STATES * STATES * STATES];
        for row in rows(folder, "sequences.tsv", 2)? {
            let marks: Vec<usize> = row[0].bytes().map(|letter| usize::from(state(letter))).collect();
            let count: f64 = row[1].parse().map_err(|_| format!("sequences.tsv: {}", row[1]))?;
            three[(marks[0] * STATES + marks[1]) * STATES + marks[2]] += count;
        }
        let mut two = vec![0.0; STATES * STATES];
        let mut one = vec![0.5; STATES];
        for (at, count) in three.iter().enumerate() {
            two[at % (STATES * STATES)] += count;
            one[at % STATES] += count;
        }
        let total: f64 = one.iter().sum();
        self.unigrams = one.iter().map(|count| count / total).collect();
        for a in 0..STATES {
            for b in 0..STATES {
                let after_two: f64 = three[(a * STATES + b) * STATES..][..STATES].iter().sum();
                let after_one: f64 = two[b * STATES..][..STATES].iter().sum();
                for c in 0..STATES {
                    let share = |n: f64, of: f64| if of > 0.0 { n / of } else { 0.0 };
                    let p3 = share(three[(a * STATES + b) * STATES + c], after_two);
                    let p2 = share(two[b * STATES + c], after_one);
                    let trust = 0.75 * after_two / (after_two + 8.0);
                    let p = trust * p3 + (0.95 - trust) * p2 + 0.05 * self.unigrams[c];
                    self.sequences.push((-p.ln() * SCALE).min(255.0) as u8);
                }
            }
        }
        Ok(())
    }
}
