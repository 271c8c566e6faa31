//! How far a long run is, for a person at a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Says now and then how much is done, on standard error, where that is a terminal and standard output is none.
pub(crate) struct Progress {
    begun: Instant,
    said: Option<Instant>,
    shown: bool,
    lines: usize,
    bytes: usize,
}

impl Progress {
    const EVERY: Duration = Duration::from_millis(500);

    pub(crate) fn new() -> Self {
        let shown = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Progress { begun: Instant::now(), said: None, shown, lines: 0, bytes: 0 }
    }

    /// So much more is done.
    pub(crate) fn add(&mut self, lines: usize, bytes: usize) {
        self.lines += lines;
        self.bytes += bytes;
        let due = self.said.unwrap_or(self.begun).elapsed() >= Self::EVERY;
        if self.shown && due {
            self.said = Some(Instant::now());
            let megabytes = self.bytes as f64 / 1e6;
            let speed = megabytes / self.begun.elapsed().as_secs_f64();
            let _ = write!(io::stderr(), "\r{} lines, {megabytes:.1} MB, {speed:.2} MB/s ", self.lines);
        }
    }

    pub(crate) fn lines(&self) -> usize {
        self.lines
    }
}

impl Drop for Progress {
    /// Takes back what was said.
    fn drop(&mut self) {
        if self.said.is_some() {
            let _ = write!(io::stderr(), "\r{:60}\r", "");
        }
    }
}
