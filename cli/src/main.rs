//! The native command, `on-record`.
//!
//! Exit status: 0 nothing flagged, 1 something flagged, 2 the command could not do its work, which it says
//! on standard error in one line (a record's faults: a line each). Results go to standard output.

mod analyse;
mod args;
mod bundled;
mod check;
mod compare;
mod failure;
mod import;
mod input;
mod interrupt;
mod lines;
mod output;
mod progress;
mod record;
mod rules;
mod sarif;
mod search;
mod validate;
mod whole;

use args::{Args, Command};
use clap::Parser;
use failure::Failure;
use std::panic::catch_unwind;
use std::process::ExitCode;

/// What a command that did its work tells by its exit status.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing flagged.
    Clean,
    /// Something flagged.
    Flagged,
}

fn main() -> ExitCode {
    failure::quiet_panics();
    let done = catch_unwind(|| {
        let args = Args::try_parse().map_err(Failure::from)?;
        run(args)
    });
    match done.unwrap_or_else(|_| Err(failure::of_panic())) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Flagged) => ExitCode::from(1),
        Err(failure) => failure.report(),
    }
}

fn run(args: Args) -> Result<Outcome, Failure> {
    match args.command {
        Command::Check(options) => check::run(&options),
        Command::Compare { file } => compare::run(file.as_deref()),
        Command::Search(options) => search::run(&options),
        Command::Record(command) => record::run(&command),
        Command::Analyse(options) => analyse::run(&options),
        Command::Rules { rule } => rules::run(rule.as_deref()),
    }
}
