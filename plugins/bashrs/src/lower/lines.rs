//! bash: an error in an expansion ends the line at the top of the script that it happens in, and the next line goes on.

use super::functions::finish_block;
use super::look::Node;
use super::{Body, Lowerer, sh_closure, sh_try};
use crate::ast::Item;
use batuta_rust_ir::{Expr, Item as RustItem, Literal, Stmt, StmtKind};
use std::collections::BTreeSet;

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
    "indirect_var",
    "eval",
    "eval_in_loops",
    "dot",
    "dot_in_loops",
    "source",
    "source_named",
    "rest_from",
    "words_of",
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
        let in_functions =
            self.items.iter().any(|item| super::look::in_item(item, &mut |node| ends_line(node, readonly)));
        let names: BTreeSet<String> = self.items.iter().filter_map(name_of).collect();
        let mut stmts: Vec<Stmt> = std::mem::take(&mut body.stmts);
        let mut groups = vec![];
        for start in starts.iter().rev() {
            groups.push(stmts.split_off((*start).min(stmts.len())));
        }
        groups.reverse();
        let last = groups.len() - 1;
        for (number, group) in groups.into_iter().enumerate() {
            let calls = |node: Node<'_>| match node {
                Node::Expr(Expr::Method(_, name, _, _)) => name == "run",
                Node::Expr(Expr::Path(path)) => names.contains(path),
                _ => false,
            };
            let may_end = number < last
                && !is_definition(&group)
                && super::look::in_stmts(&group, &mut |node| ends_line(node, readonly) || in_functions && calls(node));
            if may_end {
                stmts.push(wrapped(group));
            } else {
                stmts.extend(group);
            }
        }
        body.stmts = stmts;
    }
}

/// `sh.define(…)?` alone.
fn is_definition(group: &[Stmt]) -> bool {
    match group {
        [Stmt { kind: StmtKind::Expr(Expr::Try(call)), .. }] => {
            matches!(&**call, Expr::Method(_, name, _, _) if name == "define")
        }
        _ => false,
    }
}

/// `sh.line(|sh| { … })?;`
fn wrapped(mut group: Vec<Stmt>) -> Stmt {
    let ends = matches!(group.last().map(|stmt| &stmt.kind), Some(StmtKind::Expr(Expr::Return(_))));
    let mut comments = vec![];
    let mut origin = None;
    if let Some(first) = group.first_mut() {
        comments = std::mem::take(&mut first.comments);
        origin = first.origin;
    }
    let block = finish_block(Body { stmts: group, ends });
    let mut stmt = Stmt::expr(sh_try("line", vec![sh_closure(block)]));
    stmt.comments = comments;
    stmt.origin = origin;
    stmt
}

/// Whether an error within the statements ends more than them.
pub(super) fn may_end_line(stmts: &[Stmt]) -> bool {
    super::look::in_stmts(stmts, &mut |node| ends_line(node, true))
}

fn ends_line(node: Node<'_>, readonly: bool) -> bool {
    let Node::Expr(call @ Expr::Method(_, name, _, _)) = node else { return false };
    if name == "unset" {
        // `unset 'list[1/0]'`
        let subscript =
            |node: Node<'_>| matches!(node, Node::Expr(Expr::Lit(Literal::Str(text))) if text.contains('['));
        return super::look::in_expr(call, &mut |node| subscript(node));
    }
    ENDS_LINE.contains(&name.as_str()) || readonly && ASSIGNS.contains(&name.as_str())
}

fn name_of(item: &RustItem) -> Option<String> {
    match &item.kind {
        batuta_rust_ir::ItemKind::Function(function) => Some(function.name.clone()),
        _ => None,
    }
}
