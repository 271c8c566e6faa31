//! Why a command could not do its work, and how it says so.

use on_record::Error;
use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Mutex;

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Said on standard error, line by line; exit status 2.
    Said(Vec<String>),
    /// Help or version, asked for: standard output, exit status 0.
    Asked(String),
    /// Whoever read the output has gone: nothing to say, and to nobody.
    Unread,
}

impl Failure {
    /// A failure that is said in one line.
    pub(crate) fn new(line: impl Display) -> Self {
        Failure::Said(vec![line.to_string()])
    }

    /// A failure to read or write a file.
    pub(crate) fn file(name: &str, error: &io::Error) -> Self {
        let why = match error.kind() {
            io::ErrorKind::NotFound => String::from("there is no such file"),
            io::ErrorKind::PermissionDenied => String::from("permission denied"),
            io::ErrorKind::IsADirectory => String::from("is a directory, not a file"),
            _ => error.to_string(),
        };
        Failure::new(format_args!("{name}: {why}"))
    }

    /// An error of the library about a file; faults carry the file's name themselves.
    pub(crate) fn record(name: &str, error: &Error) -> Self {
        if error.faults().is_empty() {
            return Failure::new(format_args!("{name}: {error}"));
        }
        Failure::Said(error.faults().iter().map(ToString::to_string).collect())
    }

    /// Says it and gives the exit status.
    pub(crate) fn report(self) -> ExitCode {
        match self {
            Failure::Said(lines) => {
                let mut stderr = io::stderr().lock();
                for line in lines {
                    let _ = writeln!(stderr, "on-record: {}", crate::output::harmless(&line));
                }
                ExitCode::from(2)
            }
            Failure::Asked(text) => {
                let _ = io::stdout().write_all(text.as_bytes());
                ExitCode::SUCCESS
            }
            Failure::Unread => ExitCode::SUCCESS,
        }
    }
}

impl From<io::Error> for Failure {
    /// A failure to write to standard output.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::Unread,
            _ => Failure::new(format_args!("standard output: {error}")),
        }
    }
}

impl From<clap::Error> for Failure {
    fn from(error: clap::Error) -> Self {
        use clap::error::ErrorKind;
        let text = error.render().to_string();
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Failure::Asked(text),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Failure::new("no command given; “on-record --help” lists them")
            }
            _ => {
                // "error: …", then tips and usage in paragraphs of their own: the first says it.
                let first = text.split("\n\n").next().unwrap_or_default();
                let tip = text.lines().find_map(|line| line.trim_start().strip_prefix("tip: "));
                let words: Vec<&str> = first.trim_start_matches("error: ").split_whitespace().collect();
                Failure::new(match tip {
                    Some(tip) => format!("{}; {tip}", words.join(" ")),
                    None => words.join(" "),
                })
            }
        }
    }
}

/// Where the last panic happened and what it said.
static LAST: Mutex<Option<String>> = Mutex::new(None);

/// Keeps panics from writing to standard error; [`of_panic`] says them in one line.
pub(crate) fn quiet_panics() {
    std::panic::set_hook(Box::new(|info| {
        let payload = info.payload();
        let text =
            payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
        let what = text.unwrap_or("unknown cause").to_string();
        let place = info.location().map(|place| format!(" ({}:{})", place.file(), place.line()));
        if let Ok(mut last) = LAST.lock() {
            *last = Some(what + &place.unwrap_or_default());
        }
    }));
}

/// The failure that a caught panic is.
pub(crate) fn of_panic() -> Failure {
    Failure::new(panic_message())
}

/// What the last caught panic was.
pub(crate) fn panic_message() -> String {
    let what = LAST.lock().ok().and_then(|mut last| last.take()).unwrap_or_default();
    format!("the engine failed, which is a fault of On Record: {what}; please report it")
}
