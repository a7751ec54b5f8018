//! Which names of the output nothing reads: rustc would warn, so the output says that it knows.

use batuta_rust_ir::{Item, ItemKind};
use std::collections::BTreeSet;

/// The names that an item binds and reads.
pub(super) struct Names {
    bound: BTreeSet<String>,
    read: BTreeSet<String>,
}

impl Names {
    /// Of an item, by what its tree prints as.
    pub(super) fn of(item: &Item) -> Names {
        let text = format!("{:?}", item.kind);
        let mut read: BTreeSet<String> = strings_after(&text, "Path(\"").collect();
        for verbatim in strings_after(&text, "Verbatim(\"") {
            read.extend(verbatim.split(|c: char| !(c.is_alphanumeric() || c == '_')).map(str::to_string));
        }
        Names { bound: strings_after(&text, "Name { name: \"").collect(), read }
    }

    /// Whether something is bound that nothing reads.
    pub(super) fn has_unused(&self) -> bool {
        self.bound.iter().any(|name| !name.starts_with('_') && name != "sh" && !self.read.contains(name))
    }
}

/// The quoted texts right after each `start`.
fn strings_after<'t>(text: &'t str, start: &'t str) -> impl Iterator<Item = String> + 't {
    text.split(start).skip(1).filter_map(|rest| rest.split_once('"').map(|(name, _)| name.to_string()))
}

/// The functions that the script reaches; the script's own names are the last of `looks`.
pub(super) fn reached(functions: &[Item], looks: &[Names]) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut todo = vec![looks.len() - 1];
    while let Some(at) = todo.pop() {
        for (number, item) in functions.iter().enumerate() {
            let ItemKind::Function(function) = &item.kind else { continue };
            if looks[at].read.contains(&function.name) && seen.insert(number) {
                todo.push(number);
            }
        }
    }
    seen
}
