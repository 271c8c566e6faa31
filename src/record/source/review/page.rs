//! A saved web page: the JSON-LD of its `script` elements.

use super::{Claims, finish};
use crate::record::source::draft::Draft;
use crate::record::source::faults::Faults;
use crate::record::source::json;

/// Reads the reviews of all JSON-LD of a page.
pub(crate) fn read(draft: &mut Draft, faults: &mut Faults) {
    let text = faults.text;
    let mut claims = Claims::default();
    let scripts = Scripts { text, at: 0 };
    for (start, piece) in scripts {
        faults.base = start;
        if let Some(tree) = json::tree(piece, faults) {
            super::read(&tree, &mut claims, draft, faults);
        }
    }
    faults.base = 0;
    finish(draft, faults);
}

/// The contents of `script` elements of JSON-LD, each with its place.
struct Scripts<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Scripts<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let open = self.at + find(&self.text[self.at..], "<script")?;
            let start = open + self.text[open..].find('>')? + 1;
            let end = start + find(&self.text[start..], "</script").unwrap_or(self.text.len() - start);
            self.at = end;
            if find(&self.text[open..start], "application/ld+json").is_some() {
                return Some((start, &self.text[start..end]));
            }
        }
    }
}

/// Where `pattern`, in lower case, stands in a text of any case.
fn find(text: &str, pattern: &str) -> Option<usize> {
    text.as_bytes().windows(pattern.len()).position(|window| window.eq_ignore_ascii_case(pattern.as_bytes()))
}
