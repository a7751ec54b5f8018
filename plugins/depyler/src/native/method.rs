//! Methods of native lists and dictionaries.

use super::block;
use crate::hir::{Arg, Expr as PyExpr};
use crate::infer::{T, positional};
use crate::lower::Lower;
use batuta_rust_ir::{Block, Expr, Stmt};

impl Lower<'_> {
    pub(crate) fn native_method(&mut self, e: &PyExpr, base: &PyExpr, name: &str, args: &[Arg]) -> Option<(Expr, T)> {
        let tb = self.ty(base);
        match &tb {
            T::List(t) => {
                let found = self.list_method(e, base, name, args, t);
                if found.is_none() {
                    self.disagree();
                }
                found
            }
            T::Dict(k, v) => {
                let found = self.dict_method(e, base, name, args, k, v);
                if found.is_none() {
                    self.disagree();
                }
                found
            }
            T::Obj(_) | T::Opt(_) if self.field_type(base, name).is_some() => match &e.kind {
                // What the field holds is called.
                crate::hir::ExprKind::Call(f, _) => Some((self.call_value(f, args), T::Dyn)),
                _ => None,
            },
            T::Obj(_) | T::Opt(_) => self.object_method(base, name, args),
            T::Known(kind, _) if crate::infer::method_looks(*kind, name) => Some(self.looked_at(e)),
            T::Maybe(inner) if **inner == T::Str => Some(self.looked_at(e)),
            T::Str => {
                if let ("join", [Arg::Pos(parts)]) = (name, args)
                    && self.ty(parts) == T::List(Box::new(T::Str))
                    && !matches!(parts.kind, crate::hir::ExprKind::Star(_))
                {
                    let separator = self.operand(base);
                    let list = self.place_expr(parts).0;
                    return Some((Expr::call_path("py::typed::join", vec![separator, list.ref_()]), T::Str));
                }
                let t = self.ty(e);
                let value = self.shown(|l| l.dynamic_value(e));
                Some(if t.is_value() { (value, t) } else { (self.coerce(value, &T::Dyn, &t), t) })
            }
            _ => None,
        }
    }

    fn list_method(&mut self, e: &PyExpr, base: &PyExpr, name: &str, args: &[Arg], t: &T) -> Option<(Expr, T)> {
        let none = |x: Expr| (Expr::Block(Block::new(vec![Stmt::expr(x)]).tail(Expr::path("Value::None"))), T::None);
        if name == "sort" {
            return self.sort(base, args, t).map(none);
        }
        let list = positional(args)?;
        let object = self.place_expr(base).0;
        let plain = matches!(t, T::Int(_) | T::Str | T::Bool);
        Some(match (name, &list[..]) {
            ("append", [item]) => {
                let x = self.as_type(item, t);
                none(object.method("push", vec![x]))
            }
            ("extend", [items]) => {
                let mut stmts = vec![];
                self.extend(object, items, t, &mut stmts);
                (block(stmts, Expr::path("Value::None")), T::None)
            }
            ("insert", [at, item]) => {
                let at = self.as_place(at)?;
                let x = self.as_type(item, t);
                none(object.method("insert", vec![at, x]))
            }
            ("pop", []) => (self.q(object.method("pop", vec![])), t.clone()),
            ("pop", [at]) => {
                let at = self.as_place(at)?;
                (self.q(object.method("pop_at", vec![at])), t.clone())
            }
            ("clear" | "reverse", []) => none(object.method(name, vec![])),
            ("copy", []) => (object.method("copy", vec![]), self.ty(e)),
            ("index", [item]) if plain && self.ty(item).same(t) => {
                let x = self.as_type(item, t);
                (self.q(object.method("index", vec![x.ref_()])), self.ty(e))
            }
            ("count", [item]) if plain && self.ty(item).same(t) => {
                let x = self.as_type(item, t);
                (object.method("count", vec![x.ref_()]), self.ty(e))
            }
            ("remove", [item]) if plain && self.ty(item).same(t) => {
                let x = self.as_type(item, t);
                none(self.q(object.method("remove", vec![x.ref_()])))
            }
            // Compared as Python does it, on a copy.
            ("index" | "count", [item]) => {
                let mut stmts = vec![];
                let item = self.shown(|l| l.value(item));
                let item = self.hold("wanted", item, &mut stmts);
                // A copy of the handle: a parameter is a reference.
                let object = object.method("clone", vec![]);
                let x = self.shown(|l| l.coerce(object, &T::List(Box::new(t.clone())), &T::Dyn));
                let found = self.q(x.method("method", vec![Expr::str(name), Expr::Array(vec![item]).ref_()]));
                let t = self.ty(e);
                let found = self.coerce(found, &T::Dyn, &t);
                (block(stmts, found), t)
            }
            ("remove", [item]) => {
                let mut stmts = vec![];
                let item = self.shown(|l| l.value(item));
                let item = self.hold("wanted", item, &mut stmts);
                let copied = object.clone().method("clone", vec![]);
                let x = self.shown(|l| l.coerce(copied, &T::List(Box::new(t.clone())), &T::Dyn));
                let at = self.q(Expr::call_path("py::typed::position", vec![x.ref_(), item.ref_()]));
                let delete = self.q(object.method("delete", vec![at]));
                none(block(stmts, delete))
            }
            _ => return None,
        })
    }

    fn sort(&mut self, base: &PyExpr, args: &[Arg], t: &T) -> Option<Expr> {
        let list = self.place_expr(base).0;
        if args.is_empty() && matches!(t, T::Int(_)) {
            return Some(list.method("sort", vec![]));
        }
        if let Some(made) = crate::infer::key_of(args) {
            let mut stmts = vec![];
            let list = if matches!(list, Expr::Path(_)) { list } else { self.hold("list", list, &mut stmts) };
            let keys = self.inline_keys(&made, list.clone(), t, &mut stmts);
            let reverse = Expr::bool(made.reverse);
            let sort = self.q(Expr::call_path("py::typed::sort_keyed", vec![list.ref_(), keys, reverse]));
            return Some(block(stmts, sort));
        }
        // Sorted as a dynamic list, and taken back.
        let (before, args) = self.arguments(args);
        let sort = Expr::call_path("py::typed::sort", vec![list.ref_(), args.ref_()]);
        let sort = self.q(sort);
        Some(if before.is_empty() { sort } else { Expr::Block(Block::new(before).tail(sort)) })
    }

    fn dict_method(&mut self, e: &PyExpr, base: &PyExpr, name: &str, args: &[Arg], k: &T, v: &T) -> Option<(Expr, T)> {
        let list = positional(args)?;
        let dict = self.place_expr(base).0;
        let t = self.ty(e);
        let none = |x: Expr| (Expr::Block(Block::new(vec![Stmt::expr(x)]).tail(Expr::path("Value::None"))), T::None);
        Some(match (name, &list[..]) {
            ("get", [key]) => {
                let key = self.as_type(key, k);
                let found = dict.method("find", vec![key.ref_()]);
                match &t {
                    T::Opt(inner) if inner.same(v) => (found, t),
                    // A field of optional values.
                    T::Opt(_) if t.same(v) => (found.method("flatten", vec![]), t),
                    t if t.is_value() => (Expr::call_path("py::typed::boxed", vec![found.ref_()]), t.clone()),
                    _ => return None,
                }
            }
            ("get", [key, default]) => {
                let key = self.as_type(key, k);
                let mut stmts = vec![];
                let key = self.hold("key", key, &mut stmts);
                let simple = crate::lower::call::constant(default);
                let default = self.as_type(default, &t);
                let default = if simple { default } else { self.hold("default", default, &mut stmts) };
                let held = self.fresh("found");
                let value = self.coerce(Expr::path(held.clone()), v, &t);
                let arms = vec![
                    batuta_rust_ir::Arm::new(
                        batuta_rust_ir::Pat::tuple_struct("Some", [batuta_rust_ir::Pat::name(held)]),
                        value,
                    ),
                    batuta_rust_ir::Arm::new(batuta_rust_ir::Pat::path("None"), default),
                ];
                (block(stmts, Expr::match_(dict.method("find", vec![key.ref_()]), arms)), t)
            }
            ("setdefault", [key, default]) => {
                let key = self.as_type(key, k);
                let default = self.as_type(default, v);
                (dict.method("set_default", vec![key, default]), v.clone())
            }
            ("pop", [key]) => {
                let key = self.as_type(key, k);
                (self.q(dict.method("pop", vec![key.ref_()])), v.clone())
            }
            ("pop", [key, default]) if t.same(v) => {
                let key = self.as_type(key, k);
                let default = self.as_type(default, v);
                (dict.method("pop_or", vec![key.ref_(), default]), v.clone())
            }
            ("clear", []) => none(dict.method("clear", vec![])),
            ("copy", []) => (dict.method("copy", vec![]), t),
            ("items" | "keys" | "values", []) if self.shows > 0 => {
                let copy = Expr::call_path("py::typed::boxed", vec![dict.ref_()]);
                let view = copy.method("method", vec![Expr::str(name), Expr::Array(vec![]).ref_()]);
                (self.q(view), T::Dyn)
            }
            _ => return None,
        })
    }
}
