//! Commands and options.

use clap::{Parser, Subcommand, ValueEnum};
use on_record::record::PartialDate;
use on_record::text::OffsetUnit;
use on_record::time::Date;
use std::path::PathBuf;

/// Compares texts with a record of dated statements: what conflicts with it, what it has overtaken, what is disputed.
#[derive(Parser)]
#[command(name = "on-record", version, propagate_version = true, disable_help_subcommand = true)]
#[command(
    after_help = "Exit status: 0 nothing flagged, 1 something flagged, 2 the command could not do its work."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    Check(Check),
    /// Compares pairs of texts: {"id","claim","statement","claim_date"?,"statement_date"?} a line gives {"id","relation","confidence","rule"} a line
    Compare {
        /// The pairs' file; - or nothing reads standard input
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    Search(Search),
    #[command(subcommand)]
    Record(Record),
    Analyse(Analyse),
    /// Lists the rules, or explains one with examples
    Rules {
        /// Code of a rule
        #[arg(value_name = "RULE")]
        rule: Option<String>,
    },
}

/// Checks a text, or an archive of texts, against records.
#[derive(clap::Args)]
pub(crate) struct Check {
    /// Record to check against, source or pack; may be repeated [default: the bundled record]
    #[arg(long, value_name = "FILE")]
    pub(crate) record: Vec<PathBuf>,
    /// Day on which the text was written [default: the as-of date]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) date: Option<Date>,
    /// Day on which it is checked: later statements do not exist [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) as_of: Option<Date>,
    /// Reads a document a line, {"id","text","date"?}, and writes a report a line, in order
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// How the report is written
    #[arg(long, value_enum, default_value_t, conflicts_with = "jsonl")]
    pub(crate) format: ReportFormat,
    /// What start and end count in JSON
    #[arg(long, value_enum, default_value_t)]
    pub(crate) offsets: Offsets,
    /// When the report for people is coloured
    #[arg(long, value_enum, default_value_t)]
    pub(crate) color: Color,
    /// The text's file; - or nothing reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

/// Lists the statements nearest to a text, best first.
#[derive(clap::Args)]
pub(crate) struct Search {
    /// Record to search, source or pack; may be repeated [default: the bundled record]
    #[arg(long, value_name = "FILE")]
    pub(crate) record: Vec<PathBuf>,
    /// How many statements to list
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) top: usize,
    /// Reads a query a line, {"id","text"}, and writes {"id","hits":[{"statement","score"}]} a line
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// Scores every statement: slow, and what the quick way is checked against
    #[arg(long)]
    pub(crate) exact: bool,
    /// How results are written
    #[arg(long, value_enum, default_value_t, conflicts_with = "jsonl")]
    pub(crate) format: Format,
    /// The text; with --jsonl a file; - or nothing reads standard input
    #[arg(value_name = "QUERY")]
    pub(crate) query: Option<String>,
}

/// Checks, converts, compiles and describes records.
#[derive(Subcommand)]
pub(crate) enum Record {
    /// Checks sources: every fault with file, line, column and what to do, and what is legal and doubtful; exit status 1 when there are faults
    Validate {
        /// Source files: NAME.record.json, CSV, JSON Lines, ClaimReview
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Also runs the tests that stand in the sources; exit status 1 when one fails
        #[arg(long)]
        tests: bool,
        /// How results are written
        #[arg(long, value_enum, default_value_t)]
        format: FaultFormat,
    },
    /// Converts CSV, JSON Lines or ClaimReview into a record source
    Import {
        /// The file to convert; - reads standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The source to write; - writes standard output
        #[arg(short, long, value_name = "NAME.record.json")]
        output: PathBuf,
        /// Title of the record [default: the file's name]
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
    },
    /// Compiles sources and packs into one pack
    Build {
        /// Sources or packs
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The pack to write
        #[arg(short, long, value_name = "NAME.pack")]
        output: PathBuf,
    },
    /// Describes a record, or several as one
    Info {
        /// Sources or packs [default: the bundled record]
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
        /// How results are written
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

/// Shows what the engine sees in a text, before any record.
#[derive(clap::Args)]
pub(crate) struct Analyse {
    /// Day on which the text was written, which resolves relative dates
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) date: Option<Date>,
    /// How results are written
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub(crate) format: Format,
    /// What start and end count
    #[arg(long, value_enum, default_value_t)]
    pub(crate) offsets: Offsets,
    /// When the marks are coloured
    #[arg(long, value_enum, default_value_t)]
    pub(crate) color: Color,
    /// The text's file; - or nothing reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

/// How results are written.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// How faults are written.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum FaultFormat {
    /// For people, a line each
    #[default]
    Text,
    /// For programs
    Json,
    /// For code hosts and editors: SARIF 2.1.0
    Sarif,
}

/// How a report is written.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
    /// For programs, on one line
    Jsonl,
    /// For a ticket or a chat
    Markdown,
    /// For code hosts and editors: SARIF 2.1.0
    Sarif,
}

/// When output is coloured.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Also in a file or pipe
    Always,
    /// Not at all
    Never,
}

/// What `start` and `end` count.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// UTF-16 code units, as in JavaScript
    #[default]
    Utf16,
    /// Unicode code points, as in Python
    Codepoints,
    /// Bytes of UTF-8
    Bytes,
}

impl From<Offsets> for OffsetUnit {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Utf16 => OffsetUnit::Utf16,
            Offsets::Codepoints => OffsetUnit::Codepoints,
            Offsets::Bytes => OffsetUnit::Bytes,
        }
    }
}

/// A day, written out.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    let expected = "expected a day as YYYY-MM-DD";
    match text.parse::<PartialDate>() {
        Ok(PartialDate { year, month: Some(month), day: Some(day) }) => {
            Date::new(year, month, day).map_err(|_| String::from(expected))
        }
        Ok(_) => Err(format!("that is no single day, {expected}")),
        Err(problem) if problem.ends_with("is no date") => Err(String::from(expected)),
        Err(problem) => Err(format!("{problem}, {expected}")),
    }
}
