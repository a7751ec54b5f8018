//! Simple statements and blocks.

use super::names::Place;
use super::{Kind, Lower, import};
use crate::hir::{BinOp, Expr as PyExpr, ExprKind, Stmt as PyStmt, StmtKind};
use batuta_rust_ir::{Block, Expr, Stmt};

impl Lower<'_> {
    /// Statements, and whether the end of them is never reached. What stands behind such an end is left out.
    pub(crate) fn block(&mut self, body: &[PyStmt]) -> (Vec<Stmt>, bool) {
        let mut out = vec![];
        for s in body {
            let compound = matches!(
                s.kind,
                StmtKind::If(..)
                    | StmtKind::While(..)
                    | StmtKind::For(..)
                    | StmtKind::Try(..)
                    | StmtKind::With(..)
                    | StmtKind::Match(..)
                    | StmtKind::Class(_)
                    | StmtKind::Function(_)
            );
            let item = matches!(&s.kind, StmtKind::Function(f) if self.at_module_level() && self.statics.contains_key(&f.name));
            let comments = if item { vec![] } else { self.take_comments(s.at, !compound) };
            let (stmts, ends) = self.stmt(s);
            let mut stmts = stmts.into_iter();
            match stmts.next() {
                Some(mut first) => {
                    first.comments.splice(0..0, comments);
                    if first.origin.is_none() {
                        first = self.stmt_at(first, s.at);
                    }
                    out.push(first);
                }
                None if !comments.is_empty() => out.push(Stmt::comments(comments)),
                None => {}
            }
            for stmt in stmts {
                out.push(if stmt.origin.is_none() { self.stmt_at(stmt, s.at) } else { stmt });
            }
            if ends {
                return (out, true);
            }
        }
        (out, false)
    }

    /// A block of its own.
    pub(crate) fn nested(&mut self, body: &[PyStmt]) -> (Block, bool) {
        let (stmts, ends) = self.block(body);
        (Block::new(stmts), ends)
    }

    fn stmt(&mut self, s: &PyStmt) -> (Vec<Stmt>, bool) {
        let stmts = match &s.kind {
            StmtKind::Expr(e) => {
                if matches!(e.kind, ExprKind::Str(_) | ExprKind::Ellipsis) {
                    return (vec![], false);
                }
                let value = match self.native_expr(e) {
                    Some((value, _)) => value,
                    None => self.dynamic_value(e),
                };
                vec![Stmt::expr(discard(value))]
            }
            StmtKind::Assign(targets, value) => self.assign(targets, value, s.at.start),
            StmtKind::AugAssign(op, target, value) => self.aug_assign(*op, target, value),
            StmtKind::AnnAssign(target, note, value) => {
                let mut out = match value {
                    Some(value) => self.assign(std::slice::from_ref(target), value, s.at.start),
                    None => vec![],
                };
                if let (ExprKind::Name(name), Kind::Class) = (&target.kind, self.scope().kind) {
                    let note =
                        Expr::path("class").method("annotate", vec![Expr::str(name.clone()), Expr::str(note.clone())]);
                    out.push(Stmt::expr(note));
                }
                out
            }
            StmtKind::Return(value) => {
                let value = self.result(value.as_ref());
                return (vec![Stmt::expr(self.return_(value))], true);
            }
            StmtKind::Delete(targets) => targets.iter().map(|t| self.delete(t)).collect(),
            StmtKind::If(test, then, otherwise) => return self.if_(test, then, otherwise),
            StmtKind::While(test, body, otherwise) => return self.while_(test, body, otherwise),
            StmtKind::For(target, iter, body, otherwise) => return self.for_(target, iter, body, otherwise, s.at),
            StmtKind::Try(body, handlers, otherwise, last) => return self.try_(body, handlers, otherwise, last),
            StmtKind::With(items, body) => return self.with(items, body),
            StmtKind::Match(subject, cases) => return self.match_(subject, cases),
            StmtKind::Raise(value, cause) => return (self.raise_stmt(value.as_ref(), cause.as_ref()), true),
            StmtKind::Assert(test, message) => {
                let test = self.cond(test);
                let message = match message {
                    Some(message) => {
                        let message = self.value(message);
                        Expr::call_path("Some", vec![message])
                    }
                    None => Expr::path("None"),
                };
                let raise = self.raise(Expr::call_path("py::assertion", vec![message]));
                vec![Stmt::expr(Expr::if_(test.not_(), Block::new(vec![Stmt::expr(raise)]), None))]
            }
            StmtKind::Function(f) => self.def(f, s.at),
            StmtKind::Class(c) => self.class(c, s.at),
            StmtKind::Import(all) => self.import(all, s.at),
            StmtKind::Global(_) | StmtKind::Nonlocal(_) | StmtKind::Pass => vec![],
            StmtKind::Break => return (vec![Stmt::expr(self.jump(false))], true),
            StmtKind::Continue => return (vec![Stmt::expr(self.jump(true))], true),
            StmtKind::Refused(code, message) => {
                let hole = self.refuse(*code, s.at, message);
                vec![Stmt::expr(import::typed_hole(hole))]
            }
        };
        (stmts, false)
    }

    fn if_(&mut self, test: &PyExpr, then: &[PyStmt], otherwise: &[PyStmt]) -> (Vec<Stmt>, bool) {
        let test = self.cond(test);
        let (then, then_ends) = self.nested(then);
        if otherwise.is_empty() {
            return (vec![Stmt::expr(Expr::if_(test, then, None))], false);
        }
        let (mut block, ends) = self.nested(otherwise);
        let chained = block.stmts.len() == 1
            && block.tail.is_none()
            && block.stmts[0].comments.is_empty()
            && matches!(&block.stmts[0].kind, batuta_rust_ir::StmtKind::Expr(Expr::If(..)));
        let otherwise = if chained && let Some(Stmt { kind: batuta_rust_ir::StmtKind::Expr(e), .. }) = block.stmts.pop()
        {
            Expr::If(Box::new(test), then, Some(Box::new(e)))
        } else {
            Expr::if_(test, then, Some(block))
        };
        (vec![Stmt::expr(otherwise)], then_ends && ends)
    }

    fn raise_stmt(&mut self, value: Option<&PyExpr>, cause: Option<&PyExpr>) -> Vec<Stmt> {
        let raised = match (value, cause) {
            (None, _) => match self.frame_scope().handling.last().cloned() {
                Some(handled) => Expr::path(handled).method("clone", vec![]),
                None => Expr::call_path("py::run::reraise", vec![]),
            },
            (Some(value), None) => {
                let value = self.operand(value);
                self.q(Expr::call_path("py::exc::to_raise", vec![value]))
            }
            (Some(value), Some(cause)) => {
                let (value, cause) = (self.operand(value), self.operand(cause));
                self.q(Expr::call_path("py::exc::to_raise_from", vec![value, cause]))
            }
        };
        let raised = match (value, self.frame_scope().handling.last().cloned()) {
            (Some(_), Some(handled)) => raised.method("during", vec![Expr::path(handled).ref_()]),
            _ => raised,
        };
        vec![Stmt::expr(self.raise(raised))]
    }

    fn aug_assign(&mut self, op: BinOp, target: &PyExpr, value: &PyExpr) -> Vec<Stmt> {
        if let Some(done) = self.numeric_update(op, target, value) {
            return done;
        }
        if let Some(done) = self.native_aug_assign(op, target, value) {
            return done;
        }
        let method = format!("{}_assign", super::expr::operator(op));
        match &target.kind {
            ExprKind::Name(name) => {
                if let Place::Local(rust) = self.place(name) {
                    let value = self.operand_apart(value, name);
                    return vec![Stmt::expr(self.q(Expr::path(rust).method(method, vec![value])))];
                }
                let held = self.fresh("value");
                let old = self.load(name, target.at);
                let value = self.operand(value);
                let change = self.q(Expr::path(held.clone()).method(method, vec![value]));
                let store = self.store(name, Expr::path(held.clone()));
                vec![Stmt::expr(Expr::Block(Block::new(vec![
                    Stmt::let_(batuta_rust_ir::Pat::name_mut(held), None, old),
                    Stmt::expr(change),
                    Stmt::expr(store),
                ])))]
            }
            ExprKind::Attr(base, name) if self.module_of(base).is_none() => {
                let name = self.mangled(name);
                let base = self.value(base);
                self.change(
                    base,
                    None,
                    |object, _| object.method("attr", vec![Expr::str(name.clone())]),
                    &method,
                    value,
                    |object, _, new| object.method("set_attr", vec![Expr::str(name.clone()), new]),
                )
            }
            ExprKind::Item(base, index) => {
                let (base, index) = (self.value(base), self.value(index));
                self.change(
                    base,
                    Some(index),
                    |object, key| object.method("item", vec![key.ref_()]),
                    &method,
                    value,
                    |object, key, new| object.method("set_item", vec![key, new]),
                )
            }
            _ => {
                let hole =
                    self.refuse(crate::codes::UNSUPPORTED, target.at, "this augmented assignment is not converted");
                vec![Stmt::expr(import::typed_hole(hole))]
            }
        }
    }

    /// An operand that does not borrow `name`, which is being changed.
    fn operand_apart(&mut self, e: &PyExpr, name: &str) -> Expr {
        match &e.kind {
            ExprKind::Name(other) if other == name => self.value(e).ref_(),
            _ => self.operand(e),
        }
    }

    /// Reads a part of an object, changes it in place, and puts it back.
    fn change(
        &mut self,
        base: Expr,
        key: Option<Expr>,
        read: impl Fn(Expr, Expr) -> Expr,
        method: &str,
        value: &PyExpr,
        write: impl Fn(Expr, Expr, Expr) -> Expr,
    ) -> Vec<Stmt> {
        use batuta_rust_ir::Pat;
        let (object, index, held) = (self.fresh("object"), self.fresh("key"), self.fresh("value"));
        let mut stmts = vec![Stmt::let_(Pat::name(object.clone()), None, base)];
        if let Some(key) = key {
            stmts.push(Stmt::let_(Pat::name(index.clone()), None, key));
        }
        let old = self.q(read(Expr::path(object.clone()), Expr::path(index.clone())));
        stmts.push(Stmt::let_(Pat::name_mut(held.clone()), None, old));
        let value = self.operand(value);
        let change = self.q(Expr::path(held.clone()).method(method, vec![value]));
        stmts.push(Stmt::expr(change));
        let put = self.q(write(Expr::path(object), Expr::path(index), Expr::path(held)));
        stmts.push(Stmt::expr(put));
        vec![Stmt::expr(Expr::Block(Block::new(stmts)))]
    }
}

/// A value that nobody uses.
fn discard(value: Expr) -> Expr {
    match value {
        Expr::Block(mut block) => {
            if let Some(tail) = block.tail.take()
                && !matches!(&*tail, Expr::Path(path) if path == "Value::None")
            {
                block.push(Stmt::expr(discard(*tail)));
            }
            Expr::Block(block)
        }
        Expr::If(test, mut then, otherwise) => {
            if let Some(tail) = then.tail.take() {
                then.push(Stmt::expr(discard(*tail)));
            }
            Expr::If(test, then, otherwise.map(|o| Box::new(discard(*o))))
        }
        Expr::Match(..) => Expr::Assign(Box::new(Expr::path("_")), Box::new(value)),
        Expr::Call(f, args) => match *f {
            Expr::Path(path) if path == "py::hole::<Value>" => Expr::call_path("py::hole::<()>", args),
            other => Expr::call(other, args),
        },
        other => other,
    }
}
