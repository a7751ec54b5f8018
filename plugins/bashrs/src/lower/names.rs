//! Which names of the output nothing reads: rustc would warn, so the output says that it knows.

use super::look::Node;
use batuta_rust_ir::{Expr, Item, ItemKind};
use std::collections::BTreeSet;

/// The names that an item binds and reads.
pub(super) struct Names {
    bound: BTreeSet<String>,
    read: BTreeSet<String>,
}

impl Names {
    /// Of an item.
    pub(super) fn of(item: &Item) -> Names {
        let mut names = Names { bound: BTreeSet::new(), read: BTreeSet::new() };
        super::look::in_item(item, &mut |node| {
            match node {
                Node::Binding(name) => {
                    names.bound.insert(name.to_string());
                }
                Node::Expr(Expr::Path(path)) if !names.read.contains(path) => {
                    names.read.insert(path.clone());
                }
                Node::Expr(Expr::Verbatim(text)) => {
                    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
                    names.read.extend(words.map(str::to_string));
                }
                _ => {}
            }
            false
        });
        names
    }

    /// Whether something is bound that nothing reads.
    pub(super) fn has_unused(&self) -> bool {
        self.bound.iter().any(|name| !name.starts_with('_') && name != "sh" && !self.read.contains(name))
    }
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
