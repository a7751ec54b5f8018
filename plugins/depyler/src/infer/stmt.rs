//! Statements: what flows into which variable.

use super::engine::{Engine, Res, Val};
use super::key;
use super::types::{Kind, Ty};
use crate::hir::{BinOp, Expr, ExprKind, Function, Pattern, Stmt, StmtKind};
use crate::scope::{self, Names};

impl Engine<'_> {
    pub(super) fn block(&mut self, body: &[Stmt]) {
        body.iter().for_each(|s| self.stmt(s));
    }

    fn stmt(&mut self, s: &Stmt) {
        match &s.kind {
            StmtKind::Expr(e) => drop(self.expr(e)),
            StmtKind::Assign(targets, value) => {
                let v = self.expr(value);
                targets.iter().for_each(|t| self.assign(t, &v));
            }
            StmtKind::AugAssign(op, target, value) => self.aug_assign(*op, target, value),
            StmtKind::AnnAssign(target, _, value) => {
                if let Some(value) = value {
                    let v = self.expr(value);
                    self.assign(target, &v);
                }
            }
            StmtKind::Return(Some(e)) if self.special.is_some() && super::special::not_implemented(e) => {
                // Another kind of operand: no equal one; else such a call was not made native.
                let equal = self.special.as_deref().is_some_and(|s| matches!(s, "__eq__" | "__ne__"));
                let ret = self.scopes.iter().rev().find(|s| s.kind != super::engine::Kind::Comp).and_then(|s| s.ret);
                if let (true, Some(ret)) = (equal, ret) {
                    self.flow(&Val::new(Ty::Bool), ret);
                }
            }
            StmtKind::Return(value) => {
                let v = value.as_ref().map_or(Val::new(Ty::None), |v| self.expr(v));
                match self.scopes.iter().rev().find(|s| s.kind != super::engine::Kind::Comp).and_then(|s| s.ret) {
                    Some(ret) => self.flow(&v, ret),
                    None => self.dyn_val(&v),
                }
            }
            StmtKind::Delete(targets) => targets.iter().for_each(|t| self.delete(t)),
            StmtKind::If(test, a, b) | StmtKind::While(test, a, b) => {
                self.cond(test);
                self.block(a);
                self.block(b);
            }
            StmtKind::For(target, iter, a, b) => {
                let item = self.iterated(iter);
                self.assign(target, &item);
                self.block(a);
                self.block(b);
            }
            StmtKind::Try(body, handlers, otherwise, last) => {
                self.block(body);
                for handler in handlers {
                    handler.class.iter().for_each(|c| drop(self.dynamic(c)));
                    handler.name.iter().for_each(|n| self.bind_dynamic(n));
                    self.block(&handler.body);
                }
                self.block(otherwise);
                if !last.is_empty()
                    && (returns(body) || handlers.iter().any(|h| returns(&h.body)) || returns(otherwise))
                {
                    self.dynamic_result();
                }
                self.block(last);
            }
            StmtKind::With(items, body) => {
                for (manager, target) in items {
                    let v = self.dynamic(manager);
                    // A file gives itself.
                    let given = match v.ty {
                        Ty::Known(Kind::File, _) => v,
                        _ => Val::new(Ty::Dyn),
                    };
                    target.iter().for_each(|t| self.assign(t, &given));
                }
                if returns(body) {
                    self.dynamic_result();
                }
                self.block(body);
            }
            StmtKind::Match(subject, cases) => {
                self.dynamic(subject);
                for case in cases {
                    self.pattern(&case.pattern);
                    case.guard.iter().for_each(|g| self.cond(g));
                    self.block(&case.body);
                }
            }
            StmtKind::Raise(a, b) => a.iter().chain(b).for_each(|e| drop(self.dynamic(e))),
            StmtKind::Assert(test, message) => {
                self.cond(test);
                message.iter().for_each(|e| drop(self.dynamic(e)));
            }
            StmtKind::Function(f) => self.def(f),
            StmtKind::Class(c) => self.class(c),
            StmtKind::Import(all) => {
                for import in all {
                    for (_, alias) in import.names.iter().flatten() {
                        self.bind_dynamic(alias);
                    }
                }
            }
            _ => {}
        }
    }

    /// A result that passes a `finally` is dynamic.
    fn dynamic_result(&mut self) {
        let ret = self.scopes.iter().rev().find(|s| s.kind != super::engine::Kind::Comp).and_then(|s| s.ret);
        if let Some(ret) = ret {
            self.pin(ret);
        }
    }

    fn bind_dynamic(&mut self, name: &str) {
        if let Res::Var(node) = self.resolve(name) {
            self.pin(node);
        }
    }

    fn pattern(&mut self, p: &Pattern) {
        let mut names = Names::default();
        scope::pattern(p, &mut names);
        names.bound.iter().for_each(|n| self.bind_dynamic(n));
        struct Values<'a, 'b>(&'a mut Engine<'b>);
        impl Values<'_, '_> {
            fn walk(&mut self, p: &Pattern) {
                match p {
                    Pattern::Value(e) | Pattern::Same(e) => drop(self.0.dynamic(e)),
                    Pattern::Sequence(a, _, b) => a.iter().chain(b).for_each(|p| self.walk(p)),
                    Pattern::Mapping(pairs, _) => pairs.iter().for_each(|(k, p)| {
                        self.0.dynamic(k);
                        self.walk(p);
                    }),
                    Pattern::Class(c, a, b) => {
                        self.0.dynamic(c);
                        a.iter().for_each(|p| self.walk(p));
                        b.iter().for_each(|(_, p)| self.walk(p));
                    }
                    Pattern::As(p, _) => p.iter().for_each(|p| self.walk(p)),
                    Pattern::Or(all) => all.iter().for_each(|p| self.walk(p)),
                }
            }
        }
        Values(self).walk(p);
    }

    fn def(&mut self, f: &Function) {
        let static_ = self.scopes.len() == 1;
        if static_ && let Some(at) = self.fn_names.get(&f.name).copied() {
            let (params, ret) = (self.fns[at].params.clone(), self.fns[at].ret);
            self.signature_of(f, &params, ret);
            self.body(f, Some(ret));
            return;
        }
        f.decorators.iter().for_each(|d| drop(self.dynamic(d)));
        self.bind_dynamic(&f.name);
        self.function_body(f);
    }

    /// What is known of a function's parameters and result without its callers.
    pub(super) fn signature_of(&mut self, f: &Function, params: &[u32], ret: u32) {
        self.rest_params(f, params);
        for (p, node) in f.params.iter().zip(params) {
            if let Some(default) = &p.default {
                let v = self.expr(default);
                if crate::lower::call::constant(default) || super::made_anew(p) {
                    self.flow(&v, *node);
                } else {
                    self.dyn_val(&v);
                }
            }
        }
        if f.generator {
            if f.asynchronous {
                params.iter().for_each(|p| self.pin(*p));
                self.pin(ret);
                return;
            }
            let gives = self.gives(f);
            let ty = self.known(Kind::Iter, gives);
            self.flow_ty(&ty, ret);
        } else if falls_off(&f.body) {
            self.flow(&Val::new(Ty::None), ret);
        }
    }

    /// Where the values of a generator go.
    pub(super) fn gives(&mut self, f: &Function) -> u32 {
        self.variable(super::scope_of(f), "<gives>", false)
    }

    /// A value goes into a target.
    pub(super) fn assign(&mut self, target: &Expr, v: &Val) {
        match &target.kind {
            ExprKind::Name(name) => match self.resolve(name) {
                Res::Var(node) => self.flow(v, node),
                _ => self.dyn_val(v),
            },
            ExprKind::Attr(base, name) => {
                if self.module_of(base).is_some() {
                    return self.dyn_val(v);
                }
                let object = self.expr(base);
                self.partial(&object, base, name);
                self.set_field(&object, name, v);
            }
            ExprKind::Item(base, index) => self.set_item(base, index, v),
            ExprKind::Tuple(parts) | ExprKind::List(parts) => self.unpack(parts, v),
            ExprKind::Star(inner) => {
                self.dyn_val(v);
                self.assign(inner, &Val::new(Ty::Dyn));
            }
            _ => self.dyn_val(v),
        }
    }

    fn unpack(&mut self, parts: &[Expr], v: &Val) {
        let star = parts.iter().any(|p| matches!(p.kind, ExprKind::Star(_)));
        match &v.ty {
            Ty::Tuple(nodes) if !star && nodes.len() == parts.len() => {
                for (part, node) in parts.iter().zip(nodes.iter()) {
                    let item = self.read(*node);
                    self.assign(part, &item);
                }
            }
            Ty::List(node) if !star => {
                let item = self.read(*node);
                parts.iter().for_each(|p| self.assign(p, &item));
            }
            Ty::Known(kind, n) if !star => match self.known_element(*kind, *n) {
                Some(item) => parts.iter().for_each(|p| self.assign(p, &item)),
                None => parts.iter().for_each(|p| self.assign(p, &Val::new(Ty::Dyn))),
            },
            Ty::Str if !star => parts.iter().for_each(|p| self.assign(p, v)),
            Ty::Bot | Ty::None => parts.iter().for_each(|p| self.assign(p, &Val::new(Ty::Bot))),
            _ => {
                self.dyn_val(v);
                parts.iter().for_each(|p| self.assign(p, &Val::new(Ty::Dyn)));
            }
        }
    }

    fn set_item(&mut self, base: &Expr, index: &Expr, v: &Val) {
        let object = self.expr(base);
        if matches!(object.ty, Ty::Obj(_)) && !matches!(index.kind, ExprKind::Slice(..)) {
            return self.special_set_item(&object, index, v);
        }
        let at = self.expr(index);
        if matches!(index.kind, ExprKind::Slice(..)) {
            match (&object.ty, &v.ty) {
                (Ty::Bot, _) | (_, Ty::Bot) => {}
                (Ty::List(a), Ty::List(b)) => self.unify(*a, *b),
                _ => drop(self.both_dynamic(&object, v)),
            }
            return;
        }
        match (&object.ty, &at.ty) {
            (Ty::Bot | Ty::None, _) | (_, Ty::Bot | Ty::None) => {}
            (Ty::List(node), Ty::Int | Ty::Bool | Ty::Long) => self.flow(v, *node),
            (Ty::List(node), Ty::Opt(inner)) if **inner == Ty::Int => self.flow(v, *node),
            (Ty::Known(Kind::Deque, Some(node)), Ty::Int | Ty::Bool | Ty::Long) => self.flow(v, *node),
            (Ty::Known(Kind::ByteArray, _), Ty::Int | Ty::Bool | Ty::Long) => {}
            (Ty::Dict(k, value), _) => {
                self.flow(&at, *k);
                self.flow(v, *value);
            }
            _ => {
                self.both_dynamic(&object, &at);
                self.dyn_val(v);
            }
        }
    }

    fn aug_assign(&mut self, op: BinOp, target: &Expr, value: &Expr) {
        let old = self.expr(target);
        let v = match (&op, &old.ty) {
            (BinOp::Mod, Ty::Str) => self.shown(value),
            (BinOp::Add, Ty::List(_)) => {
                let item = self.iterated(value);
                if let Ty::List(node) = old.ty {
                    self.flow(&item, node);
                }
                return self.assign(target, &old);
            }
            _ => self.expr(value),
        };
        if let (BinOp::Mul, Ty::List(_)) = (op, &old.ty) {
            // In place: other names see it.
            self.dyn_val(&old);
        }
        if let Some(new) = self.special_binary(op, &old, target, value) {
            return self.assign(target, &new);
        }
        let site =
            Expr { at: target.at, kind: ExprKind::Binary(op, Box::new(target.clone()), Box::new(value.clone())) };
        let site = Expr { at: batuta_text::TextRange { start: target.at.start, end: value.at.end }, ..site };
        let new = self.binary(&site, op, &old, &v, value);
        if self.record {
            self.note(key(&site), &new);
        }
        self.assign(target, &new);
    }

    fn delete(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Item(base, index) if !matches!(index.kind, ExprKind::Slice(..)) => {
                let object = self.expr(base);
                if matches!(object.ty, Ty::Obj(_))
                    && self.object_method(&object, "__delitem__", &[crate::hir::Arg::Pos((**index).clone())]).is_some()
                {
                    return;
                }
                let at = self.expr(index);
                match (&object.ty, &at.ty) {
                    (Ty::List(_), Ty::Int) | (Ty::Bot, _) => {}
                    (Ty::Dict(k, _), _) => self.flow(&at, *k),
                    _ => drop(self.both_dynamic(&object, &at)),
                }
            }
            ExprKind::Tuple(parts) | ExprKind::List(parts) => parts.iter().for_each(|p| self.delete(p)),
            ExprKind::Name(name) => self.bind_dynamic(name),
            _ => drop(self.dynamic(target)),
        }
        if let ExprKind::Attr(base, _) | ExprKind::Item(base, _) = &target.kind
            && !matches!(target.kind, ExprKind::Item(_, ref index) if !matches!(index.kind, ExprKind::Slice(..)))
        {
            self.dynamic(base);
        }
    }
}

/// Whether statements return, functions inside left out.
pub(super) fn returns(body: &[Stmt]) -> bool {
    body.iter().any(|s| match &s.kind {
        StmtKind::Return(_) => true,
        StmtKind::If(_, a, b) | StmtKind::While(_, a, b) | StmtKind::For(_, _, a, b) => returns(a) || returns(b),
        StmtKind::With(_, a) => returns(a),
        StmtKind::Try(a, h, b, c) => returns(a) || returns(b) || returns(c) || h.iter().any(|h| returns(&h.body)),
        StmtKind::Match(_, cases) => cases.iter().any(|c| returns(&c.body)),
        _ => false,
    })
}

/// Whether the end of a function's body may be reached.
pub(crate) fn falls_off(body: &[Stmt]) -> bool {
    !body.iter().any(|s| match &s.kind {
        StmtKind::Return(_) | StmtKind::Raise(..) => true,
        StmtKind::If(_, a, b) => !falls_off(a) && !falls_off(b),
        StmtKind::While(test, body, _) => {
            (matches!(test.kind, ExprKind::Bool(true)) || matches!(&test.kind, ExprKind::Int(n) if n != "0"))
                && !crate::assign::breaks(body)
        }
        StmtKind::Try(body, handlers, otherwise, last) => {
            !falls_off(last)
                || ((!falls_off(body) || !falls_off(otherwise)) && handlers.iter().all(|h| !falls_off(&h.body)))
        }
        _ => false,
    })
}

/// Whether statements try something, functions inside left out.
pub(super) fn tries(body: &[Stmt]) -> bool {
    body.iter().any(|s| match &s.kind {
        StmtKind::Try(..) | StmtKind::With(..) | StmtKind::Match(..) => true,
        StmtKind::If(_, a, b) | StmtKind::While(_, a, b) | StmtKind::For(_, _, a, b) => tries(a) || tries(b),
        _ => false,
    })
}
