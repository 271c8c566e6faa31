//! Syntax trees of statements that stand in a file in another form than a record's, with the places of that form.

use jsonc_parser::ast::{Array, Object, ObjectProp, ObjectPropName, StringLit, Value};
use jsonc_parser::common::Range;
use std::borrow::Cow;

/// A text that stands at byte `at`.
pub(super) fn text(at: usize, text: impl Into<String>) -> Value<'static> {
    Value::StringLit(StringLit { range: Range::new(at, at), value: Cow::Owned(text.into()) })
}

/// A list of texts that stands at byte `at`.
pub(super) fn texts<'s>(at: usize, items: impl Iterator<Item = &'s str>) -> Value<'static> {
    Value::Array(Array { range: Range::new(at, at), elements: items.map(|item| text(at, item)).collect() })
}

/// An object that stands at byte `at`.
pub(super) fn object(at: usize, properties: Vec<ObjectProp<'static>>) -> Value<'static> {
    Value::Object(Object { range: Range::new(at, at), properties })
}

/// A field of an object.
pub(super) fn field(name: &'static str, value: Value<'static>) -> ObjectProp<'static> {
    let range = Range::new(0, 0);
    let name = ObjectPropName::String(StringLit { range, value: Cow::Borrowed(name) });
    ObjectProp { range, name, value }
}
