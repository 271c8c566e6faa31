//! `on-record compare`

use crate::failure::Failure;
use crate::{Outcome, lines, output};
use on_record::compare::compare_pair;
use on_record::time::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::Path;

#[derive(Deserialize)]
#[serde(expecting = "an object with id, claim and statement")]
struct Pair {
    id: Value,
    claim: String,
    statement: String,
    #[serde(default, deserialize_with = "lines::day")]
    claim_date: Option<Date>,
    #[serde(default, deserialize_with = "lines::day")]
    statement_date: Option<Date>,
}

#[derive(Serialize)]
struct Answer<R: Serialize> {
    id: Value,
    #[serde(flatten)]
    relation: R,
}

pub(crate) fn run(file: Option<&Path>) -> Result<Outcome, Failure> {
    lines::each(file, &mut output::stdout(), |pair: Pair| Answer {
        id: pair.id,
        relation: compare_pair(&pair.claim, &pair.statement, pair.claim_date, pair.statement_date),
    })?;
    Ok(Outcome::Clean)
}
