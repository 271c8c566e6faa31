//! Logistic regression with a penalty on large weights (ridge; Hoerl and Kennard 1970), by L-BFGS (Liu and Nocedal 1989).
//! The rows are sparse: a rule's own weights are 0 in the rows of all others.

use super::examples::Example;
use argmin::core::{CostFunction, Error, Executor, Gradient};
use argmin::solver::linesearch::MoreThuenteLineSearch;
use argmin::solver::quasinewton::LBFGS;

/// Penalty on squared weights.
const PENALTY: f64 = 0.25;
/// The most steps of the search.
const ITERATIONS: u64 = 400;
/// It ends where the slope is as small as this: of sums over thousands of examples.
const SLOPE: f64 = 0.01;
/// Of so many last steps the search remembers how the slope changed.
const MEMORY: usize = 10;

/// The values of an example that are not 0, with their columns.
pub type Sparse = Vec<(usize, f64)>;

/// What the weights are to make small: the negative logarithm of the likelihood, with the penalty.
struct Loss {
    rows: Vec<(Sparse, bool)>,
}

/// The bias and a weight for each of so many columns, from the examples of which is known whether they are right.
pub fn regress(
    examples: &[&Example],
    columns: usize,
    row: impl Fn(&Example) -> Sparse,
) -> Result<(f64, Vec<f64>), String> {
    let known = examples.iter().filter_map(|example| Some((row(example), example.right?)));
    let loss = Loss { rows: known.collect() };
    let solver = LBFGS::new(MoreThuenteLineSearch::new(), MEMORY)
        .with_tolerance_grad(SLOPE)
        .map_err(|error| error.to_string())?;
    let start = vec![0.0; columns + 1];
    let search = Executor::new(loss, solver).configure(|state| state.param(start).max_iters(ITERATIONS));
    let mut found = search.run().map_err(|error| error.to_string())?;
    let mut weights = found.state.take_best_param().ok_or("no weights were found")?;
    let bias = weights.pop().unwrap_or_default();
    Ok((bias, weights))
}

/// The logistic function.
pub fn logistic(score: f64) -> f64 {
    1.0 / (1.0 + (-score).exp())
}

fn score(row: &Sparse, weights: &[f64]) -> f64 {
    let bias = weights[weights.len() - 1];
    bias + row.iter().map(|(column, value)| weights[*column] * value).sum::<f64>()
}

impl CostFunction for Loss {
    type Param = Vec<f64>;
    type Output = f64;

    fn cost(&self, weights: &Vec<f64>) -> Result<f64, Error> {
        let off = |(row, right): &(Sparse, bool)| {
            let score = score(row, weights);
            let towards = if *right { score } else { -score };
            // The logarithm of 1 + e^-x, without an overflow.
            (-towards).max(0.0) + (-towards.abs()).exp().ln_1p()
        };
        let penalty: f64 = weights[..weights.len() - 1].iter().map(|weight| weight * weight).sum();
        Ok(self.rows.iter().map(off).sum::<f64>() + PENALTY / 2.0 * penalty)
    }
}

impl Gradient for Loss {
    type Param = Vec<f64>;
    type Gradient = Vec<f64>;

    fn gradient(&self, weights: &Vec<f64>) -> Result<Vec<f64>, Error> {
        let bias = weights.len() - 1;
        let mut slope: Vec<f64> = weights.iter().map(|weight| PENALTY * weight).collect();
        slope[bias] = 0.0;
        for (row, right) in &self.rows {
            let off = logistic(score(row, weights)) - f64::from(u8::from(*right));
            slope[bias] += off;
            for (column, value) in row {
                slope[*column] += off * value;
            }
        }
        Ok(slope)
    }
}
