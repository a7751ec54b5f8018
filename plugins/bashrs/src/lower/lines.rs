//! bash: an error in an expansion ends the line at the top of the script that it happens in, and the next line goes on.

use super::functions::finish_block;
use super::look::Node;
use super::scan::Visit;
use super::{Body, Lowerer, sh_closure, sh_try};
use crate::ast::{Command, CommandKind, Item, List, Word};
use batuta_rust_ir::{Expr, Item as RustItem, Literal, Stmt, StmtKind};
use std::collections::BTreeSet;

/// Methods whose error ends the line.
const ENDS_LINE: &[&str] = &[
    "arith",
    "num",
    "div",
    "rem",
    "indirect",
    "indirect_var",
    "indirect_pieces",
    "bad_substitution",
    "eval",
    "eval_in_loops",
    "dot",
    "dot_in_loops",
    "source",
    "source_named",
    "rest_from",
    "words_of",
];

/// Methods that do so where a variable is read-only, or holds numbers.
const ASSIGNS: &[&str] = &[
    "set",
    "append",
    "set_list",
    "start_list",
    "append_list",
    "clear_list",
    "set_local",
    "set_num",
    "set_element",
    "append_element",
];

/// Methods with a subscript.
const SUBSCRIPTS: &[&str] = &["element", "element_or_none", "set_element", "append_element", "put_element"];

/// Methods with an offset and a length.
const PARTS: &[&str] = &["substring", "slice", "slice_args"];

/// Which assignments may be errors.
#[derive(Default)]
struct Risk {
    /// Any may.
    all: bool,
    /// Variables that are read-only or hold numbers.
    strict: BTreeSet<String>,
    /// Associative arrays, of which no subscript is an error.
    maps: BTreeSet<String>,
}

impl Visit for Risk {
    fn command(&mut self, command: &Command) {
        let CommandKind::Simple(simple) = &command.kind else { return };
        let Some(name) = simple.words.first().and_then(Word::constant) else { return };
        if !matches!(name.as_str(), "readonly" | "declare" | "typeset" | "local" | "export") {
            return;
        }
        let words: Vec<Option<String>> = simple.words[1..].iter().map(name_in).collect();
        let option = |letter: char| words.iter().flatten().any(|word| word.starts_with('-') && word.contains(letter));
        let strict = name == "readonly" || option('r') || option('i');
        let map = option('A');
        let targets = words.iter().flatten().filter(|word| !word.starts_with(['-', '+'])).cloned();
        let targets: Vec<String> = targets.chain(simple.assigns.iter().map(|assign| assign.name.clone())).collect();
        if strict {
            self.all |= words.iter().any(Option::is_none);
            self.strict.extend(targets.iter().cloned());
        }
        if map {
            self.maps.extend(targets);
        }
    }
}

/// What an operand of `declare` names, or the option that it is.
fn name_in(word: &Word) -> Option<String> {
    match word.split_assignment() {
        Some((target, _)) => Some(target.trim_end_matches(['=', '+']).to_string()),
        None => word.constant(),
    }
}

impl Lowerer<'_> {
    /// Whether a new line starts between two items at the top.
    pub(super) fn line_between(&self, one: &Item, other: &Item) -> bool {
        let between = self.text.get(one.range.end as usize..other.range.start as usize);
        between.is_none_or(|text| text.contains('\n'))
    }

    /// Put `sh.line` around the lines that an error may end early; `before`: statements that stand before all lines.
    pub(super) fn wrap_lines(&mut self, list: &List, body: &mut Body, before: usize) {
        let starts: Vec<usize> = std::mem::take(&mut self.line_starts).into_iter().map(|at| at + before).collect();
        if starts.len() < 2 {
            return;
        }
        let mut risk = Risk { all: self.traits.dynamic_text || self.traits.sources, ..Risk::default() };
        super::scan::walk_list(list, &mut risk);
        let in_functions = self.items.iter().any(|item| super::look::in_item(item, &mut |node| ends_line(node, &risk)));
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
                && super::look::in_stmts(&group, &mut |node| ends_line(node, &risk) || in_functions && calls(node));
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
    let risk = Risk { all: true, ..Risk::default() };
    super::look::in_stmts(stmts, &mut |node| ends_line(node, &risk))
}

fn ends_line(node: Node<'_>, risk: &Risk) -> bool {
    let Node::Expr(call @ Expr::Method(_, name, _, args)) = node else { return false };
    let name = name.as_str();
    if name == "unset" {
        // `unset 'list[1/0]'`
        let subscript =
            |node: Node<'_>| matches!(node, Node::Expr(Expr::Lit(Literal::Str(text))) if text.contains('['));
        return super::look::in_expr(call, &mut |node| subscript(node));
    }
    let target = match args.first() {
        Some(Expr::Lit(Literal::Str(target))) => Some(target),
        _ => None,
    };
    let strict = risk.all || target.is_none_or(|target| risk.strict.contains(target));
    if ASSIGNS.contains(&name) && strict || ENDS_LINE.contains(&name) {
        return true;
    }
    if SUBSCRIPTS.contains(&name) {
        let map = target.is_some_and(|target| risk.maps.contains(target));
        if map && name.ends_with("_element") {
            // Only an empty subscript is an error.
            return !matches!(args.get(1), Some(Expr::Lit(Literal::Str(text))) if !text.is_empty());
        }
        return !map && !args.get(1).is_some_and(is_natural);
    }
    PARTS.contains(&name) && !args.get(2).or_else(|| args.get(1)).is_some_and(is_length)
}

/// A number that is not negative, as a literal or its text.
fn is_natural(value: &Expr) -> bool {
    match value {
        Expr::Lit(Literal::Int(number, _)) => *number >= 0,
        Expr::Lit(Literal::Str(text)) => !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

/// No length, or one that is known.
fn is_length(value: &Expr) -> bool {
    match value {
        Expr::Path(path) => path == "None",
        Expr::Call(some, args) => **some == Expr::path("Some") && args.iter().all(is_natural),
        _ => false,
    }
}

fn name_of(item: &RustItem) -> Option<String> {
    match &item.kind {
        batuta_rust_ir::ItemKind::Function(function) => Some(function.name.clone()),
        _ => None,
    }
}
