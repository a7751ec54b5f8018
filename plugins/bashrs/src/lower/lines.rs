//! bash: an error in an expansion ends the line at the top of the script that it happens in, and the next line goes on.

use super::functions::finish_block;
use super::{Body, Lowerer, sh_closure, sh_try};
use crate::ast::Item;
use batuta_rust_ir::{Item as RustItem, Stmt, StmtKind};

/// Methods whose error ends the line.
const ENDS_LINE: &[&str] = &[
    "arith",
    "num",
    "set_num",
    "div",
    "rem",
    "element",
    "element_or_none",
    "set_element",
    "append_element",
    "substring",
    "slice",
    "slice_args",
    "indirect",
    "eval",
    "eval_in_loops",
    "dot",
    "dot_in_loops",
    "source",
    "rest",
    "words_of",
    "unset",
];

/// Methods that do so where a variable is read-only.
const ASSIGNS: &[&str] = &["set", "append", "set_list", "append_list", "clear_list", "set_local", "missing_set"];

impl Lowerer<'_> {
    /// Whether a new line starts between two items at the top.
    pub(super) fn line_between(&self, one: &Item, other: &Item) -> bool {
        let between = self.text.get(one.range.end as usize..other.range.start as usize);
        between.is_none_or(|text| text.contains('\n'))
    }

    /// Put `sh.line` around the lines that an error may end early; `before`: statements that stand before all lines.
    pub(super) fn wrap_lines(&mut self, body: &mut Body, before: usize) {
        let starts: Vec<usize> = std::mem::take(&mut self.line_starts).into_iter().map(|at| at + before).collect();
        if starts.len() < 2 {
            return;
        }
        let readonly = ["readonly", "declare -", "typeset -"].iter().any(|word| self.text.contains(word));
        let in_functions = self.items.iter().any(|item| ends_line(&format!("{:?}", item.kind), readonly));
        let names: Vec<String> = self.items.iter().filter_map(name_of).collect();
        let mut stmts: Vec<Stmt> = std::mem::take(&mut body.stmts);
        let mut groups = vec![];
        for start in starts.iter().rev() {
            groups.push(stmts.split_off((*start).min(stmts.len())));
        }
        groups.reverse();
        let last = groups.len() - 1;
        for (number, group) in groups.into_iter().enumerate() {
            let text = format!("{group:?}");
            let calls = in_functions
                && (text.contains("\"run\"") || names.iter().any(|name| text.contains(&format!("Path({name:?})"))));
            let defines = group.len() == 1 && text.contains("\"define\"");
            if number == last || group.is_empty() || defines || !(calls || ends_line(&text, readonly)) {
                stmts.extend(group);
            } else {
                stmts.push(wrapped(group));
            }
        }
        body.stmts = stmts;
    }
}

/// `sh.line(|sh| { … })?;`
fn wrapped(group: Vec<Stmt>) -> Stmt {
    let ends = matches!(group.last().map(|stmt| &stmt.kind), Some(StmtKind::Expr(batuta_rust_ir::Expr::Return(_))));
    let (comments, origin) = group.first().map(|first| (first.comments.clone(), first.origin)).unwrap_or_default();
    let mut group = group;
    if let Some(first) = group.first_mut() {
        first.comments.clear();
    }
    let block = finish_block(Body { stmts: group, ends });
    let mut stmt = Stmt::expr(sh_try("line", vec![sh_closure(block)]));
    stmt.comments = comments;
    stmt.origin = origin;
    stmt
}

/// Whether an error within the statements ends more than them.
pub(super) fn may_end_line(stmts: &[Stmt]) -> bool {
    ends_line(&format!("{stmts:?}"), true)
}

fn ends_line(text: &str, readonly: bool) -> bool {
    let calls = |names: &[&str]| names.iter().any(|name| text.contains(&format!("\"{name}\",")));
    calls(ENDS_LINE) || readonly && calls(ASSIGNS)
}

fn name_of(item: &RustItem) -> Option<String> {
    match &item.kind {
        batuta_rust_ir::ItemKind::Function(function) => Some(function.name.clone()),
        _ => None,
    }
}
