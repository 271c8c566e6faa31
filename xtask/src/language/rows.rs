//! How a table is read.

use std::path::Path;

pub(super) type Rows = Vec<Vec<String>>;

/// Reads a table: lines of tab-separated cells; `#` begins a comment line.
pub(super) fn rows(folder: &Path, name: &str, cells: usize) -> Result<Rows, String> {
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut rows = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let row: Vec<String> = line.split('\t').map(str::to_owned).collect();
        if row.len() != cells {
            return Err(format!("{name}, line {}: {} cells, not {cells}: {line}", at + 1, row.len()));
        }
        rows.push(row);
    }
    Ok(rows)
}

/// The items of a cell, separated by commas; `~` marks one that is a member but stands for no other.
pub(super) fn items(cell: &str) -> impl Iterator<Item = (&str, bool)> {
    cell.split(',').map(str::trim).filter(|item| !item.is_empty()).map(|item| match item.strip_prefix('~') {
        Some(item) => (item, false),
        None => (item, true),
    })
}
