//! JSON Lines: a statement a line, with the fields that a statement of a record has.

use super::draft::Draft;
use super::faults::{Faults, Path};
use super::json;

/// The longest line that is read, in bytes: its syntax tree takes up to twenty-five times as much memory.
const LONGEST: usize = 1 << 24;

/// Reads the lines of the file; blank ones are passed over. A line that is no JSON does not hide the next.
pub(super) fn read(draft: &mut Draft, faults: &mut Faults) {
    let text = faults.text;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        faults.base = start;
        if line.len() > LONGEST {
            let problem = format!("the line has {} bytes, and a statement can have {LONGEST}", line.len());
            faults.add(
                0,
                String::new(),
                problem,
                "write one statement a line, and no more than a few sentences",
            );
        } else if let Some(value) = json::tree(line, faults) {
            draft.statement(&value, &Path::Root, faults);
        }
        start += line.len();
    }
    faults.base = 0;
    if draft.seen() == 0 && faults.is_empty() {
        let remedy = "write a statement a line: {\"date\": …, \"text\": …, \"source\": …}";
        faults.add(0, String::new(), "the file holds no statement", remedy);
    }
    draft.resolve(&Path::Root, faults);
}

/// Whether a text without a telling name is meant as JSON Lines: a whole object on the first line, another one on the
/// next that is not blank.
pub(super) fn looks_so(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    first.starts_with('{') && first.ends_with('}') && lines.next().is_some_and(|next| next.starts_with('{'))
}
