//! The border to JavaScript: the only file that knows it.

use wasm_bindgen::prelude::*;

/// A loaded record, ready to check texts. (JavaScript: `new Engine([bytes, …])`.)
#[wasm_bindgen]
pub struct Engine {}
