//! A look through Rust that was built: which names and methods stand in it.

use batuta_rust_ir::{Block, Expr, Item, ItemKind, Pat, Stmt, StmtKind};

/// What is met on the way.
#[derive(Clone, Copy)]
pub(super) enum Node<'e> {
    /// An expression; its parts follow.
    Expr(&'e Expr),
    /// A name that is bound.
    Binding(&'e str),
}

/// Whether `found` is true for a node of the expression, outer ones first.
pub(super) fn in_expr<'e>(expr: &'e Expr, found: &mut dyn FnMut(Node<'e>) -> bool) -> bool {
    if found(Node::Expr(expr)) {
        return true;
    }
    match expr {
        Expr::Lit(_) | Expr::Path(_) | Expr::Continue(_) | Expr::Verbatim(_) => false,
        Expr::Call(callee, args) => in_expr(callee, found) || in_all(args, found),
        Expr::Method(receiver, _, _, args) => in_expr(receiver, found) || in_all(args, found),
        Expr::Field(inner, _)
        | Expr::Unary(_, inner)
        | Expr::Cast(inner, _)
        | Expr::Ref(_, inner)
        | Expr::RawRef(_, inner)
        | Expr::Try(inner) => in_expr(inner, found),
        Expr::Index(left, right)
        | Expr::Binary(_, left, right)
        | Expr::Assign(left, right)
        | Expr::AssignOp(_, left, right)
        | Expr::Repeat(left, right) => in_expr(left, found) || in_expr(right, found),
        Expr::Block(block) | Expr::LabeledBlock(_, block) | Expr::Unsafe(block) | Expr::Loop(_, block) => {
            in_block(block, found)
        }
        Expr::If(condition, then, otherwise) => {
            in_expr(condition, found)
                || in_block(then, found)
                || otherwise.as_ref().is_some_and(|other| in_expr(other, found))
        }
        Expr::Let(pat, value) => in_pat(pat, found) || in_expr(value, found),
        Expr::Match(value, arms) => {
            in_expr(value, found)
                || arms.iter().any(|arm| {
                    in_pat(&arm.pat, found)
                        || arm.guard.as_ref().is_some_and(|guard| in_expr(guard, found))
                        || in_expr(&arm.body, found)
                })
        }
        Expr::While(_, condition, body) => in_expr(condition, found) || in_block(body, found),
        Expr::For(_, pat, items, body) => in_pat(pat, found) || in_expr(items, found) || in_block(body, found),
        Expr::Break(_, value) | Expr::Return(value) => value.as_ref().is_some_and(|value| in_expr(value, found)),
        Expr::Closure(closure) => {
            closure.params.iter().any(|(pat, _)| in_pat(pat, found)) || in_expr(&closure.body, found)
        }
        Expr::Tuple(parts) | Expr::Array(parts) | Expr::Macro(_, parts) => in_all(parts, found),
        Expr::Struct(_, fields, rest) => {
            fields.iter().any(|field| in_expr(&field.value, found))
                || rest.as_ref().is_some_and(|rest| in_expr(rest, found))
        }
        Expr::Range(from, to, _) => from.iter().chain(to).any(|end| in_expr(end, found)),
    }
}

fn in_all<'e>(parts: &'e [Expr], found: &mut dyn FnMut(Node<'e>) -> bool) -> bool {
    parts.iter().any(|part| in_expr(part, found))
}

fn in_pat<'e>(pat: &'e Pat, found: &mut dyn FnMut(Node<'e>) -> bool) -> bool {
    match pat {
        Pat::Name { name, .. } => found(Node::Binding(name)),
        Pat::At(name, inner) => found(Node::Binding(name)) || in_pat(inner, found),
        Pat::Tuple(parts) | Pat::Slice(parts) | Pat::Or(parts) | Pat::TupleStruct(_, parts) => {
            parts.iter().any(|part| in_pat(part, found))
        }
        Pat::Struct(_, fields, _) => fields.iter().any(|(_, part)| in_pat(part, found)),
        Pat::Ref(inner) => in_pat(inner, found),
        Pat::Const(value) => in_expr(value, found),
        Pat::Wild | Pat::Rest | Pat::Range(..) | Pat::Verbatim(_) => false,
    }
}

/// The same for a block.
pub(super) fn in_block<'e>(block: &'e Block, found: &mut dyn FnMut(Node<'e>) -> bool) -> bool {
    in_stmts(&block.stmts, found) || block.tail.as_ref().is_some_and(|tail| in_expr(tail, found))
}

/// The same for statements.
pub(super) fn in_stmts<'e>(stmts: &'e [Stmt], found: &mut dyn FnMut(Node<'e>) -> bool) -> bool {
    stmts.iter().any(|stmt| match &stmt.kind {
        StmtKind::Let { pat, init, else_, .. } => {
            in_pat(pat, found)
                || init.as_ref().is_some_and(|init| in_expr(init, found))
                || else_.as_ref().is_some_and(|block| in_block(block, found))
        }
        StmtKind::Expr(expr) => in_expr(expr, found),
        StmtKind::Item(item) => in_item(item, found),
        StmtKind::Comment => false,
    })
}

/// The same for a function or a static.
pub(super) fn in_item<'e>(item: &'e Item, found: &mut dyn FnMut(Node<'e>) -> bool) -> bool {
    match &item.kind {
        ItemKind::Function(function) => function.body.as_ref().is_some_and(|body| in_block(body, found)),
        ItemKind::Static(_, _, _, value) => in_expr(value, found),
        _ => false,
    }
}

/// Whether the expression is this name.
pub(super) fn is_path(node: Node<'_>, name: &str) -> bool {
    matches!(node, Node::Expr(Expr::Path(path)) if path == name)
}
