//! Text for terminals: colour, wrapping, marks under words.

use crate::args::Color;
use crate::failure::Failure;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// Standard output, written in large pieces.
pub(crate) fn stdout() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// Writes a value as one line of JSON.
pub(crate) fn json_line(out: &mut impl Write, value: &impl Serialize) -> Result<(), Failure> {
    let mut line = serde_json::to_vec(value).map_err(Failure::new)?;
    line.push(b'\n');
    Ok(out.write_all(&line)?)
}

/// Writes a value as indented JSON.
pub(crate) fn json(out: &mut impl Write, value: &impl Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_vec_pretty(value).map_err(Failure::new)?;
    text.push(b'\n');
    Ok(out.write_all(&text)?)
}

/// Text without what would steer a terminal: control characters, and characters that turn the direction.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    let steers = |c: char| {
        c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(steers) {
        Cow::Owned(text.chars().map(|c| if steers(c) { ' ' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// How emphasis is written.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    colored: bool,
}

impl Style {
    /// The style for standard output.
    pub(crate) fn of(color: Color) -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let colored = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => io::stdout().is_terminal() && !set("NO_COLOR") && !dumb,
        };
        Style { colored }
    }

    /// Text in a colour given by its ANSI code: `1` bold, `31` red.
    pub(crate) fn paint<'t>(&self, code: &str, text: &'t str) -> Cow<'t, str> {
        if self.colored { Cow::Owned(format!("\x1b[{code}m{text}\x1b[0m")) } else { Cow::Borrowed(text) }
    }

    /// A passage wrapped to `width` columns and indented, with the ranges underlined: by the terminal where
    /// it is coloured, else by a line of `^` below. Ranges are of bytes, in order, without overlaps.
    pub(crate) fn marked(
        &self,
        text: &str,
        marks: &[(Range<usize>, &str)],
        indent: &str,
        width: usize,
    ) -> String {
        let mut out = String::new();
        for line in wrap(text, width.saturating_sub(columns(indent)).max(20)) {
            let (mut shown, mut below) = (String::new(), String::new());
            for (at, c) in text[line.clone()].char_indices() {
                let at = line.start + at;
                let mark = marks.iter().find(|(range, _)| range.contains(&at)).map(|(_, code)| *code);
                let c = if c.is_whitespace() { ' ' } else { c };
                let piece = c.to_string();
                let piece = harmless(&piece);
                match mark.filter(|_| self.colored) {
                    Some(code) => shown += &self.paint(&format!("4;{code}"), &piece),
                    None => shown += &piece,
                }
                let under = if mark.is_some() { "^" } else { " " };
                below += &under.repeat(c.width().unwrap_or(1));
            }
            // Neighbouring letters of one mark need one escape, not one each.
            let shown =
                marks.iter().fold(shown, |s, (_, code)| s.replace(&format!("\x1b[0m\x1b[4;{code}m"), ""));
            out += &format!("{indent}{}\n", shown.trim_end());
            if !self.colored && !below.trim().is_empty() {
                out += &format!("{indent}{}\n", below.trim_end());
            }
        }
        out
    }

    /// A passage wrapped and indented, without marks.
    pub(crate) fn passage(&self, text: &str, indent: &str, width: usize) -> String {
        self.marked(text, &[], indent, width)
    }
}

/// Columns to write in: those of the terminal by `COLUMNS`, at most 100.
pub(crate) fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|value| value.parse().ok());
    columns.unwrap_or(100).clamp(40, 100)
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// Lines of at most `width` columns, broken at white space.
fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut used) = (0, 0);
    // Where the line could break, and the columns used up to the word behind it.
    let mut space: Option<(usize, usize)> = None;
    for (at, c) in text.char_indices() {
        let wide = c.width().unwrap_or(1);
        if c == '\n' {
            lines.push(start..at);
            (start, used, space) = (at + 1, 0, None);
            continue;
        }
        if c.is_whitespace() {
            space = Some((at, used + wide));
        } else if used + wide > width {
            let (end, behind, before) = match space {
                Some((at, before)) => (at, at + text[at..].chars().next().map_or(1, char::len_utf8), before),
                None => (at, at, used),
            };
            lines.push(start..end);
            (start, used, space) = (behind, used - before, None);
        }
        used += wide;
    }
    lines.push(start..text.len());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_are_wrapped_and_marked() {
        let plain = Style { colored: false };
        let text = "one two\nthree 三四 five six seven eight";
        let marks = [(8..20, "31"), (27..100, "32")];
        assert_eq!(
            plain.marked(text, &marks, "  ", 22),
            "  one two\n  three 三四 five six\n  ^^^^^^^^^^       ^^\n  seven eight\n  ^^^^^^^^^^^\n"
        );
        let colored = Style { colored: true };
        assert_eq!(colored.marked("ab cd", &[(3..5, "31")], "", 80), "ab \x1b[4;31mcd\x1b[0m\n");
        assert_eq!(wrap(&"x".repeat(45), 20).len(), 3);
        assert_eq!(plain.passage("", "", 80), "\n");
    }

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(harmless("a\x1b[31mb\u{202e}c\nd"), "a [31mb c\nd");
    }
}
