//! Typed access to the fields of an object: what is missing, unknown, twice there or of the wrong type
//! becomes a fault, and the caller gets what could be read.

use super::faults::{Faults, Path};
use crate::record::PartialDate;
use crate::record::date::quoted;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use std::borrow::Cow;
use std::collections::HashSet;

/// An object of the source, read field by field.
pub(super) struct Fields<'v, 'p> {
    object: &'v Object<'v>,
    pub(super) path: &'p Path<'p>,
}

/// A text of a list.
pub(super) struct Item {
    /// Byte of the file at which it stands.
    pub(super) at: usize,
    /// Its place in the list as written.
    pub(super) index: usize,
    pub(super) text: String,
}

impl<'v, 'p> Fields<'v, 'p> {
    /// `value` as an object of the named kind with these fields and no others.
    pub(super) fn open(
        value: &'v Value<'v>,
        path: &'p Path<'p>,
        kind: &str,
        known: &[&str],
        faults: &mut Faults,
    ) -> Option<Self> {
        let Value::Object(object) = value else {
            wrong_type(value, path, &format!("{kind}: {{ … }}"), faults);
            return None;
        };
        let mut seen = vec![false; known.len()];
        for property in &object.properties {
            let name = property.name.as_str();
            let at = property.range.start;
            let Some(which) = known.iter().position(|k| *k == name) else {
                if faults.full() {
                    faults.add(at, String::new(), "", "");
                    continue;
                }
                let remedy = match nearest(name, known.iter().copied()) {
                    Some(near) => format!("did you mean “{near}”?"),
                    None => format!("remove it; {kind} has the fields {}", known.join(", ")),
                };
                faults.add(at, path.field(name).spelled(), format!("is no field of {kind}"), remedy);
                continue;
            };
            if std::mem::replace(&mut seen[which], true) {
                faults.add(at, path.field(name).spelled(), "is there twice", "keep one of the two");
            }
        }
        Some(Fields { object, path })
    }

    /// Byte at which the object starts.
    pub(super) fn start(&self) -> usize {
        self.object.range.start
    }

    /// The field's value; `null` counts as left out.
    pub(super) fn get(&self, name: &str) -> Option<&'v Value<'v>> {
        let property = self.object.properties.iter().find(|p| p.name.as_str() == name)?;
        Some(&property.value).filter(|value| !matches!(value, Value::NullKeyword(_)))
    }

    /// The same, for a field that must be there.
    pub(super) fn need(&self, name: &str, example: &str, faults: &mut Faults) -> Option<&'v Value<'v>> {
        let value = self.get(name);
        if value.is_none() {
            let remedy = match faults.cells {
                true => format!("fill in the cell of the column “{name}”"),
                false => format!("add \"{name}\": {example}"),
            };
            faults.add(self.start(), self.path.field(name).spelled(), "is missing", remedy);
        }
        value
    }

    /// An optional text.
    pub(super) fn text(&self, name: &str, faults: &mut Faults) -> Option<String> {
        self.get(name).and_then(|value| text(value, &self.path.field(name), faults))
    }

    /// A text that must be there.
    pub(super) fn need_text(&self, name: &str, example: &str, faults: &mut Faults) -> Option<String> {
        self.need(name, example, faults).and_then(|value| text(value, &self.path.field(name), faults))
    }

    /// An optional date.
    pub(super) fn date(&self, name: &str, faults: &mut Faults) -> Option<PartialDate> {
        self.get(name).and_then(|value| date(value, &self.path.field(name), faults))
    }

    /// The items of an optional list.
    pub(super) fn list(&self, name: &str, faults: &mut Faults) -> &'v [Value<'v>] {
        match self.get(name) {
            Some(Value::Array(array)) => &array.elements,
            Some(value) => {
                wrong_type(value, &self.path.field(name), "a list: [ … ]", faults);
                &[]
            }
            None => &[],
        }
    }

    /// An optional list of texts; one that is there twice is kept once.
    pub(super) fn texts(&self, name: &str, faults: &mut Faults) -> Vec<Item> {
        let path = self.path.field(name);
        let mut texts = Vec::new();
        let mut seen = HashSet::new();
        for (i, value) in self.list(name, faults).iter().enumerate() {
            if let Some(text) = text(value, &path.item(i), faults)
                && seen.insert(text.clone())
            {
                texts.push(Item { at: faults.base + value.range().start, index: i, text });
            }
        }
        texts
    }

    /// Byte of a field's value, or of the object where it is left out.
    pub(super) fn at(&self, name: &str) -> usize {
        self.get(name).map_or(self.start(), |value| value.range().start)
    }

    /// Notes that `from` comes after `to`, at the later field.
    pub(super) fn in_order(
        &self,
        (from_name, from): (&str, Option<PartialDate>),
        (to_name, to): (&str, Option<PartialDate>),
        faults: &mut Faults,
    ) {
        if let (Some(from), Some(to)) = (from, to)
            && to.last_day() < from.first_day()
        {
            faults.add(
                self.at(to_name),
                self.path.field(to_name).spelled(),
                format!("{to} is before {from_name} {from}"),
                "correct one of the two dates",
            );
        }
    }
}

/// Control characters other than those that set lines and columns.
fn steers(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

/// Characters that turn the direction of writing until they are taken back: what is read is then not what is there.
pub(crate) fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A value as text that is not blank. Control characters, which texts copied from elsewhere carry along,
/// become spaces, and what turns the direction of writing is left out; only NUL, which no text has, is a fault.
pub(super) fn text(value: &Value, path: &Path, faults: &mut Faults) -> Option<String> {
    let Value::StringLit(string) = value else {
        let remedy = match value {
            Value::NumberLit(number) => format!("a text: \"{}\"", number.value),
            _ => String::from("a text in double quotes"),
        };
        wrong_type(value, path, &remedy, faults);
        return None;
    };
    let at = string.range.start;
    let raw = faults.text.get(faults.base + at..faults.base + string.range.end).unwrap_or_default();
    if let Some(i) = raw.bytes().position(|b| b < 0x20).filter(|_| !faults.cells) {
        let problem = "not JSON: a line break or control character stands inside the text";
        faults.add(
            at + i,
            path.spelled(),
            problem,
            "write a line break as \\n and a tab as \\t, and remove other control characters",
        );
        return None;
    }
    if string.value.contains('\0') {
        faults.add(at, path.spelled(), "holds the character NUL", "remove it");
        return None;
    }
    let mut text = Cow::Borrowed(string.value.as_ref());
    if text.contains(steers) {
        text = Cow::Owned(text.replace("\r\n", "\n").replace(steers, " "));
    }
    if text.contains(turns) {
        let problem = String::from("holds characters that turn the direction of writing");
        faults.warn("direction", at, path.spelled(), problem, "remove them; they are left out");
        text = Cow::Owned(text.replace(turns, ""));
    }
    let trimmed = text.trim();
    if trimmed.is_empty() {
        faults.add(at, path.spelled(), "is empty", "write it, or leave the field out where it is optional");
        return None;
    }
    Some(trimmed.to_string())
}

/// A value as a date.
pub(super) fn date(value: &Value, path: &Path, faults: &mut Faults) -> Option<PartialDate> {
    if let Value::NumberLit(number) = value {
        wrong_type(value, path, &format!("a date in quotes: \"{}\"", number.value), faults);
        return None;
    }
    let text = text(value, path, faults)?;
    match text.parse() {
        Ok(date) => Some(date),
        Err(problem) => {
            let remedy = match text.get(..10).map(str::parse::<PartialDate>) {
                Some(Ok(day)) => format!("write the day alone: \"{day}\""),
                _ => String::from("write YYYY, YYYY-MM or YYYY-MM-DD, a real date of the years 0001 to 9999"),
            };
            faults.add(value.range().start, path.spelled(), problem, remedy);
            None
        }
    }
}

/// A value as an `http:` or `https:` address.
pub(super) fn address(value: &Value, path: &Path, faults: &mut Faults) -> Option<String> {
    let text = text(value, path, faults)?;
    let Some(problem) = no_address(&text) else { return Some(text) };
    let remedy = "write a full address: \"https://example.org/…\"";
    faults.add(value.range().start, path.spelled(), format!("{} {problem}", quoted(&text)), remedy);
    None
}

/// Why a text is no `http:` or `https:` address; `None`: it is one.
pub(super) fn no_address(text: &str) -> Option<&'static str> {
    let rest = ["http://", "https://"].iter().find_map(|scheme| {
        let head = text.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
    });
    match rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default()) {
        None => Some("is no http: or https: address"),
        Some("") => Some("names no host"),
        Some(_) if text.contains(|c: char| c.is_whitespace() || "\"<>\\^`{|}".contains(c)) => {
            Some("holds a character that no address may hold")
        }
        Some(_) => None,
    }
}

/// Notes that a value is of the wrong type.
pub(super) fn wrong_type(value: &Value, path: &Path, wanted: &str, faults: &mut Faults) {
    if faults.full() {
        return faults.add(0, String::new(), "", "");
    }
    let found = match value {
        Value::StringLit(_) => "a text",
        Value::NumberLit(_) => "a number",
        Value::BooleanLit(_) => "true or false",
        Value::Object(_) => "an object",
        Value::Array(_) => "a list",
        Value::NullKeyword(_) => "null",
    };
    faults.add(value.range().start, path.spelled(), format!("is {found}"), format!("write {wanted}"));
}

/// The candidate that `word` is most likely a slip for: at most a third of its letters differ.
pub(super) fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > 64 {
        return None;
    }
    let word = word.to_lowercase();
    let distance = |candidate: &str| strsim::osa_distance(&word, &candidate.to_lowercase());
    candidates
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(d, candidate)| *d <= candidate.chars().count().max(word.chars().count()).div_ceil(3))
        .min_by_key(|(d, _)| *d)
        .map(|(_, candidate)| candidate)
}
