//! `on-record rules`

use crate::failure::Failure;
use crate::{Outcome, output};
use on_record::compare::rules::{self, Rule};
use std::io::Write;

pub(crate) fn run(code: Option<&str>) -> Result<Outcome, Failure> {
    let mut out = output::stdout();
    match code {
        None => {
            for rule in rules::ALL {
                writeln!(out, "{:12} {}", rule.code, rule.summary)?;
            }
        }
        Some(code) => match rules::find(code) {
            Some(rule) => write!(out, "{}", explained(rule))?,
            None => {
                let codes: Vec<&str> = rules::ALL.iter().map(|rule| rule.code).collect();
                return Err(Failure::new(format_args!(
                    "no rule has the code “{code}”; there are {}",
                    codes.join(", ")
                )));
            }
        },
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

fn explained(rule: &Rule) -> String {
    let mut out = format!("{}: {}\n\n{}\n", rule.code, rule.summary, rule.documentation.trim());
    for example in rule.examples {
        out += &format!(
            "\n  on record   {}\n  claim       {}\n  the rule    {}\n",
            example.statement, example.claim, example.relation
        );
    }
    out
}
