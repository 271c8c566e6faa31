//! Web and mail addresses, as the scanner meets them.

use super::abbreviation;
use super::scan::Scanner;

impl Scanner<'_> {
    /// The end of an address that begins here, where the word alone ends at `word_end`.
    pub(super) fn address(&mut self, word_end: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if !matches!(bytes.get(word_end), Some(b'.' | b'@' | b':' | b'+' | b'_' | b'%')) {
            return None;
        }
        let rest = &bytes[self.at..];
        let starts =
            |prefix: &[u8]| rest.len() > prefix.len() && rest[..prefix.len()].eq_ignore_ascii_case(prefix);
        if starts(b"http://") || starts(b"https://") || starts(b"www.") {
            return Some(self.path_end(word_end));
        }
        if self.at < self.no_address_before {
            return None;
        }
        let local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
        let end = self.run(self.at, local);
        self.no_address_before = end;
        if bytes.get(end) == Some(&b'@') {
            let host = self.run(end + 1, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
            let host = end + self.text[end..host].trim_end_matches(['.', '-']).len();
            return self.text[end..host].contains('.').then_some(host);
        }
        let name = self.text[self.at..end].trim_end_matches(['.', '-']);
        let (host, last) = name.rsplit_once('.')?;
        let plain =
            name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-'));
        let fits = plain && host.len() > 1 && last.len() < 8 && abbreviation::domain(last);
        let end = self.at + name.len();
        fits.then(|| if bytes.get(end) == Some(&b'/') { self.path_end(end) } else { end })
    }

    /// The end of a web address, without the punctuation of the sentence around it.
    fn path_end(&self, from: usize) -> usize {
        let stop = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '’');
        let end = self.run(from, |c| !stop(c));
        let path = &self.text[from..end];
        let trimmed = path.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ']', '}']);
        let unopened = trimmed.ends_with(')') && !trimmed.contains('(');
        from + if unopened { trimmed.trim_end_matches([')', '.', ',']) } else { trimmed }.len()
    }
}
