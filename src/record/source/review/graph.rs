//! JSON-LD as pages write it: names with or without prefix, single values or lists of them, nodes in place or by `@id`.

use jsonc_parser::ast::{Object, Value};
use std::collections::HashMap;

/// The nodes of a tree by their `@id`.
pub(super) struct Graph<'v> {
    nodes: HashMap<&'v str, &'v Object<'v>>,
}

impl<'v> Graph<'v> {
    pub(super) fn new(tree: &'v Value<'v>) -> Self {
        let mut nodes = HashMap::new();
        each(tree, &mut |object| {
            // A reference has nothing but the id.
            if object.properties.len() > 1
                && let Some(Value::StringLit(id)) = property(object, "@id")
            {
                nodes.entry(id.value.as_ref()).or_insert(object);
            }
        });
        Graph { nodes }
    }

    /// A property of a node as a node; of a list the first.
    pub(super) fn node(&self, object: &'v Object<'v>, name: &str) -> Option<&'v Object<'v>> {
        self.resolve(property(object, name)?)
    }

    fn resolve(&self, value: &'v Value<'v>) -> Option<&'v Object<'v>> {
        match value {
            Value::Object(object) => match property(object, "@id") {
                Some(Value::StringLit(id)) if object.properties.len() == 1 => {
                    self.nodes.get(id.value.as_ref()).copied()
                }
                _ => Some(object),
            },
            Value::Array(array) => array.elements.iter().find_map(|value| self.resolve(value)),
            _ => None,
        }
    }

    /// The name of who or what stands in a property: a text, or a node with a name.
    pub(super) fn name(&self, object: &'v Object<'v>, property: &str) -> Option<String> {
        text(object, property).or_else(|| {
            let node = self.node(object, property)?;
            text(node, "name").or_else(|| text(node, "legalName"))
        })
    }
}

/// Calls `visit` for every object of a tree.
pub(super) fn each<'v>(value: &'v Value<'v>, visit: &mut impl FnMut(&'v Object<'v>)) {
    match value {
        Value::Object(object) => {
            visit(object);
            for property in &object.properties {
                each(&property.value, visit);
            }
        }
        Value::Array(array) => array.elements.iter().for_each(|value| each(value, visit)),
        _ => {}
    }
}

/// A name of schema.org without its prefix.
pub(super) fn bare(name: &str) -> &str {
    let prefixes = ["https://schema.org/", "http://schema.org/", "schema:"];
    prefixes.iter().find_map(|prefix| name.strip_prefix(prefix)).unwrap_or(name)
}

/// A property's value; `null` and an empty list count as left out.
pub(super) fn property<'v>(object: &'v Object<'v>, name: &str) -> Option<&'v Value<'v>> {
    let property = object.properties.iter().find(|property| bare(property.name.as_str()) == name)?;
    match &property.value {
        Value::NullKeyword(_) => None,
        Value::Array(array) if array.elements.is_empty() => None,
        value => Some(value),
    }
}

/// A property as a text, cleaned of markup; of a list the first.
pub(super) fn text(object: &Object, name: &str) -> Option<String> {
    fn of(value: &Value) -> Option<String> {
        match value {
            Value::StringLit(text) => Some(super::clean::plain(&text.value)).filter(|text| !text.is_empty()),
            Value::Object(object) => property(object, "@value").and_then(of),
            Value::Array(array) => array.elements.iter().find_map(of),
            _ => None,
        }
    }
    property(object, name).and_then(of)
}

/// Whether a node is of a type.
pub(super) fn is_a(object: &Object, wanted: &str) -> bool {
    let is = |value: &Value| matches!(value, Value::StringLit(name) if bare(&name.value) == wanted);
    match property(object, "@type") {
        Some(Value::Array(array)) => array.elements.iter().any(is),
        Some(value) => is(value),
        None => false,
    }
}
