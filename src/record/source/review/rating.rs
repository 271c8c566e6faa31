//! What a fact-checker's rating says of the claim.

use jsonc_parser::ast::Value;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a rating says of the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// It does not hold.
    False,
    /// It holds.
    True,
    /// Neither, or not known.
    Unclear,
}

static PHRASES: LazyLock<HashMap<&'static str, Finding>> = LazyLock::new(|| {
    let table = include_str!("../../../../data/english/ratings.tsv");
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    let pairs = rows.filter_map(|row| row.split_once('\t')).flat_map(|(rating, phrases)| {
        let finding = match rating {
            "false" => Finding::False,
            "true" => Finding::True,
            _ => Finding::Unclear,
        };
        phrases.split(", ").map(move |phrase| (phrase, finding))
    });
    pairs.collect()
});

/// What a rating in words says; `None` where the words are not known.
pub(super) fn in_words(rating: &str) -> Option<Finding> {
    let mut words: String = rating.trim().to_lowercase();
    words.truncate(words.char_indices().nth(200).map_or(words.len(), |(i, _)| i));
    let known = |words: &str| {
        let words: Vec<&str> = words.split_whitespace().collect();
        PHRASES.get(words.join(" ").trim_matches(|c: char| !c.is_alphanumeric())).copied()
    };
    // What goes on behind a mark explains; a hyphen inside a word is none.
    let ends = |c: char| matches!(c, '.' | ',' | ':' | ';' | '!' | '–' | '—' | '(' | '|' | '/' | '\n');
    known(&words)
        .or_else(|| known(words.split(ends).next().unwrap_or_default()))
        .or_else(|| known(words.split(" - ").next().unwrap_or_default()))
}

/// What a rating by number says: the lowest quarter of its scale is false, the highest true. So of five grades the two at
/// each end count, as <https://developers.google.com/search/docs/appearance/structured-data/factcheck> has them.
pub(super) fn by_number(value: f64, worst: f64, best: f64) -> Option<Finding> {
    let place = (value - worst) / (best - worst);
    match place {
        0.0..=0.25 => Some(Finding::False),
        0.75..=1.0 => Some(Finding::True),
        0.0..=1.0 => Some(Finding::Unclear),
        _ => None,
    }
}

/// A number, also one that stands as a text.
pub(super) fn number(value: &Value) -> Option<f64> {
    let text = match value {
        Value::NumberLit(number) => number.value,
        Value::StringLit(text) => text.value.trim(),
        _ => return None,
    };
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_in_words() {
        let cases = [
            ("False", Some(Finding::False)),
            ("FALSE.", Some(Finding::False)),
            ("Mostly false", Some(Finding::False)),
            ("False: the photo is from 2015", Some(Finding::False)),
            ("Pants on Fire!", Some(Finding::False)),
            ("  Mostly   True ", Some(Finding::True)),
            ("True — with a caveat", Some(Finding::True)),
            ("Half True", Some(Finding::Unclear)),
            ("Misleading", Some(Finding::Unclear)),
            ("True but misleading", None),
            ("Falsehood of the year", None),
            ("Sort of", None),
            ("", None),
        ];
        for (words, finding) in cases {
            assert_eq!(in_words(words), finding, "{words}");
        }
    }

    #[test]
    fn ratings_by_number() {
        let cases = [
            (1.0, 1.0, 5.0, Some(Finding::False)),
            (2.0, 1.0, 5.0, Some(Finding::False)),
            (3.0, 1.0, 5.0, Some(Finding::Unclear)),
            (4.0, 1.0, 5.0, Some(Finding::True)),
            (0.0, 0.0, 1.0, Some(Finding::False)),
            (5.0, 5.0, 1.0, Some(Finding::False)),
            (9.0, 1.0, 5.0, None),
            (-1.0, -1.0, -1.0, None),
        ];
        for (value, worst, best, finding) in cases {
            assert_eq!(by_number(value, worst, best), finding, "{value} of {worst} to {best}");
        }
    }
}
