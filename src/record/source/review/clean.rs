//! Texts of pages as plain text: markup is left out, references to characters become the characters.

/// A text without tags, with its references resolved and its white space evened; quotation marks around the whole of it go.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let read = if rest.starts_with('<') { tag(rest) } else { reference(rest) };
        match read {
            Some((end, c)) => {
                out.extend(c);
                rest = &rest[end..];
            }
            None => {
                out.push_str(&rest[..1]);
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    let words: Vec<&str> = out.split_whitespace().collect();
    unquoted(&words.join(" ")).to_string()
}

/// The length of the tag that a text begins with, and what stands for it: nothing inside a line, else a space. A sign for
/// "less than" is no tag.
fn tag(text: &str) -> Option<(usize, Option<char>)> {
    const LONGEST: usize = 500;
    const IN_LINE: [&str; 11] = ["a", "b", "i", "u", "em", "strong", "span", "sub", "sup", "small", "mark"];
    let name = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') {
        return None;
    }
    let end = text.bytes().take(LONGEST).position(|b| b == b'>')?;
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let in_line = IN_LINE.iter().any(|known| known.eq_ignore_ascii_case(name));
    Some((end + 1, (!in_line).then_some(' ')))
}

/// The length of the reference that a text begins with, and its character.
fn reference(text: &str) -> Option<(usize, Option<char>)> {
    const NAMED: [(&str, char); 12] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("ndash", '–'),
        ("mdash", '—'),
    ];
    let end = text.bytes().take(12).position(|b| b == b';')?;
    let name = &text[1..end];
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let found = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16),
            None => number(digits, 10),
        }
        // NUL is in no text.
        .filter(|c| *c != '\0'),
        None => NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c),
    };
    found.map(|c| (end + 1, Some(c)))
}

fn unquoted(text: &str) -> &str {
    let inner = [("“", "”"), ("\"", "\""), ("‘", "’"), ("«", "»")]
        .iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    // “A” and “B” is not one quotation.
    inner.filter(|inner| !inner.contains(['“', '”', '"', '«', '»'])).map_or(text, str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_plain_text() {
        let cases = [
            ("A &amp; B&#8217;s <b>bold</b> plan", "A & B’s bold plan"),
            ("<script>x</script>", "x"),
            ("one<br/>two <EM>three</EM>.", "one two three."),
            ("3 < 4 & 5 > 4", "3 < 4 & 5 > 4"),
            ("“The bridge is closed.”", "The bridge is closed."),
            ("“Yes” and “no”", "“Yes” and “no”"),
            ("a &unknown; &#xD800; &#0; b", "a &unknown; &#xD800; &#0; b"),
            ("é&é;<é", "é&é;<é"),
            ("  \n ", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
