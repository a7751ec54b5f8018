//! Native assignment.

use super::block;
use crate::hir::{BinOp, Expr as PyExpr, ExprKind};
use crate::infer::T;
use crate::lower::Lower;
use crate::lower::names::{Place, ident};
use batuta_rust_ir::{self as rir, Block, Expr, Pat, Stmt};

impl Lower<'_> {
    /// `a = b = value`, where something native is involved.
    pub(crate) fn native_assign(&mut self, targets: &[PyExpr], value: &PyExpr, start: u32) -> Option<Vec<Stmt>> {
        self.types.as_ref()?;
        self.current = Some(crate::infer::key(value));
        if self.sets_constants(targets) {
            return Some(vec![]);
        }
        if let [target] = targets {
            if let ExprKind::Name(name) = &target.kind {
                let place = self.place(name);
                let t = self.place_type(&place, name);
                if t.is_value() {
                    return None;
                }
                if self.declares(name, start) {
                    let x = self.as_type(value, &t);
                    return Some(vec![self.declare_typed(name, x, &t)]);
                }
                let x = self.as_type(value, &t);
                return Some(vec![self.store_typed(&place, x)]);
            }
            if let (ExprKind::Tuple(parts), ExprKind::Tuple(values)) = (&target.kind, &value.kind)
                && parts.len() == values.len()
                && matches!(self.ty(value), T::Tuple(_))
            {
                return Some(self.parallel(parts, values));
            }
            if self.involves_native(target) || !self.ty(value).is_value() {
                let (x, t) = self.typed(value);
                return Some(self.assign_typed(target, x, &t));
            }
            return None;
        }
        if !targets.iter().any(|t| self.involves_native(t)) && self.ty(value).is_value() {
            return None;
        }
        let mut out = vec![];
        let (x, t) = self.typed(value);
        let held = self.fresh("value");
        out.push(Stmt::let_(Pat::name(held.clone()), None, x));
        for target in targets {
            let copy =
                if t.is_copy() { Expr::path(held.clone()) } else { Expr::path(held.clone()).method("clone", vec![]) };
            out.extend(self.assign_typed(target, copy, &t));
        }
        Some(out)
    }

    fn involves_native(&mut self, target: &PyExpr) -> bool {
        match &target.kind {
            ExprKind::Name(name) => {
                let place = self.place(name);
                !self.place_type(&place, name).is_value()
            }
            ExprKind::Attr(base, _) | ExprKind::Item(base, _) => !self.ty(base).is_value(),
            ExprKind::Tuple(parts) | ExprKind::List(parts) => parts.iter().any(|p| self.involves_native(p)),
            _ => false,
        }
    }

    /// `a, b = x, y`: all values first, then all targets.
    fn parallel(&mut self, parts: &[PyExpr], values: &[PyExpr]) -> Vec<Stmt> {
        let mut out = vec![];
        let mut held = vec![];
        for value in values {
            let (x, t) = self.typed(value);
            let name = self.fresh("item");
            out.push(Stmt::let_(Pat::name(name.clone()), None, x));
            held.push((Expr::path(name), t));
        }
        for (part, (x, t)) in parts.iter().zip(held) {
            out.extend(self.assign_typed(part, x, &t));
        }
        out
    }

    /// `let name: T = x;`
    pub(crate) fn declare_typed(&mut self, name: &str, x: Expr, t: &T) -> Stmt {
        let mut stmt = self.declare(name, x);
        let obvious = matches!(t, T::Float | T::Bool | T::Obj(_));
        if !obvious && let rir::StmtKind::Let { ty, .. } = &mut stmt.kind {
            *ty = Some(self.rust_type(t));
        }
        stmt
    }

    fn store_typed(&mut self, place: &Place, x: Expr) -> Stmt {
        Stmt::expr(match place {
            Place::Global(rust) => Expr::path(format!("global::{rust}")).method("store", vec![x]),
            Place::Local(rust) => Expr::Assign(Box::new(Expr::path(rust.clone())), Box::new(x)),
            _ => {
                self.disagree();
                x
            }
        })
    }

    /// Binds a target to a value of a known type.
    pub(crate) fn assign_typed(&mut self, target: &PyExpr, x: Expr, t: &T) -> Vec<Stmt> {
        match &target.kind {
            ExprKind::Name(name) => {
                let place = self.place(name);
                let to = self.place_type(&place, name);
                let x = self.coerce(x, t, &to);
                if to.is_value() {
                    return vec![Stmt::expr(self.store(name, x))];
                }
                vec![self.store_typed(&place, x)]
            }
            ExprKind::Attr(base, name) if !self.ty(base).is_value() => self.set_native_attr(base, name, x, t),
            ExprKind::Item(base, index) if !self.ty(base).is_value() => self.set_native_item(base, index, x, t),
            ExprKind::Tuple(parts) | ExprKind::List(parts) if !t.is_value() => self.unpack_typed(parts, x, t),
            _ => {
                let x = self.coerce(x, t, &T::Dyn);
                self.assign_to(target, x)
            }
        }
    }

    fn set_native_attr(&mut self, base: &PyExpr, name: &str, x: Expr, t: &T) -> Vec<Stmt> {
        let mut stmts = vec![];
        let Some(to) = self.field_type(base, name) else {
            self.disagree();
            return vec![];
        };
        let x = self.coerce(x, t, &to);
        let x = if matches!(base.kind, ExprKind::Name(_)) { x } else { self.hold("value", x, &mut stmts) };
        let Some(object) = self.object(base, name) else {
            self.disagree();
            return vec![];
        };
        let field = object.field(ident(name));
        stmts.push(Stmt::expr(field.method("set", vec![x])));
        stmts
    }

    fn set_native_item(&mut self, base: &PyExpr, index: &PyExpr, x: Expr, t: &T) -> Vec<Stmt> {
        let mut stmts = vec![];
        match self.ty(base) {
            T::List(_) if matches!(index.kind, ExprKind::Slice(..)) => {
                let ExprKind::Slice(a, b, c) = &index.kind else { return vec![] };
                let x = self.hold("value", x, &mut stmts);
                let list = self.place_expr(base).0;
                let mut parts = vec![];
                for p in [a, b, c] {
                    parts.push(match p {
                        Some(p) => {
                            let p = self.value(p);
                            self.q(Expr::call_path("py::typed::bound", vec![p.ref_()]))
                        }
                        None => Expr::path("None"),
                    });
                }
                parts.push(x.ref_());
                stmts.push(Stmt::expr(self.q(list.method("set_slice", parts))));
            }
            T::List(to) => {
                let x = self.coerce(x, t, &to);
                let x = self.hold("value", x, &mut stmts);
                if let ExprKind::Item(outer, row) = &base.kind
                    && matches!(self.ty(outer), T::List(_))
                    && !matches!(row.kind, ExprKind::Slice(..))
                {
                    let list = self.place_expr(outer).0;
                    let (Some(row), Some(at)) = (self.as_type_index(row), self.as_type_index(index)) else {
                        self.disagree();
                        return vec![];
                    };
                    stmts.push(Stmt::expr(self.q(list.method("set_in", vec![row, at, x]))));
                    return stmts;
                }
                let list = self.place_expr(base).0;
                let Some(at) = self.as_type_index(index) else {
                    self.disagree();
                    return vec![];
                };
                stmts.push(Stmt::expr(self.q(list.method("set", vec![at, x]))));
            }
            T::Obj(class) => {
                let Some(params) = self.method_params(class, "__setitem__") else {
                    self.disagree();
                    return vec![];
                };
                let [_, key, value] = &params[..] else {
                    self.disagree();
                    return vec![];
                };
                let x = self.coerce(x, t, value);
                let x = self.hold("value", x, &mut stmts);
                let object = self.place_expr(base).0;
                let object =
                    if matches!(object, Expr::Path(_)) { object } else { self.hold("object", object, &mut stmts) };
                let key = self.as_type(index, key);
                let key = self.hold("key", key, &mut stmts);
                match self.set_item_call(class, object, key, x) {
                    Some(call) => stmts.push(Stmt::expr(call)),
                    None => self.disagree(),
                }
            }
            T::Dict(k, v) => {
                let x = self.coerce(x, t, &v);
                let x = self.hold("value", x, &mut stmts);
                let dict = self.place_expr(base).0;
                let key = self.as_type(index, &k);
                stmts.push(Stmt::expr(dict.method("set", vec![key, x])));
            }
            _ => self.disagree(),
        }
        stmts
    }

    fn unpack_typed(&mut self, parts: &[PyExpr], x: Expr, t: &T) -> Vec<Stmt> {
        let names: Vec<String> = parts.iter().map(|_| self.fresh("item")).collect();
        let patterns: Vec<Pat> = names.iter().map(|n| Pat::name(n.clone())).collect();
        let mut out = vec![];
        let types: Vec<T> = match t {
            T::Tuple(types) if types.len() == parts.len() => {
                out.push(Stmt::let_(Pat::Tuple(patterns), None, x));
                types.clone()
            }
            T::List(t) if !parts.iter().any(|p| matches!(p.kind, ExprKind::Star(_))) => {
                let all = self.q(x.method_of("unpack", vec![rir::Type::verbatim(parts.len().to_string())], vec![]));
                out.push(Stmt::let_(Pat::Slice(patterns), None, all));
                vec![(**t).clone(); parts.len()]
            }
            _ => {
                let x = self.coerce(x, t, &T::Dyn);
                return self.unpack(parts, x);
            }
        };
        for ((part, name), t) in parts.iter().zip(names).zip(types) {
            out.extend(self.assign_typed(part, Expr::path(name), &t));
        }
        out
    }

    /// `target op= value`
    pub(crate) fn native_aug_assign(&mut self, op: BinOp, target: &PyExpr, value: &PyExpr) -> Option<Vec<Stmt>> {
        self.types.as_ref()?;
        self.current = Some(crate::infer::key(value));
        if let ExprKind::Attr(base, _) = &target.kind
            && self.module_of(base).is_some()
        {
            return None;
        }
        let (told, tv) = (self.ty(target), self.ty(value));
        if let (BinOp::Add, T::List(t)) = (op, &told) {
            return self.extend_in_place(target, value, t);
        }
        if !self.involves_native(target) && told.is_value() && tv.is_value() {
            return None;
        }
        let at = batuta_text::TextRange { start: target.at.start, end: value.at.end };
        let key = (at.start, at.end, std::mem::discriminant(&ExprKind::Binary(op, dummy(), dummy())));
        let t = self.types.as_ref().and_then(|t| t.exprs.get(&key).cloned()).unwrap_or(T::Dyn);
        let mut stmts = vec![];
        // The object and the index are computed once.
        let target = self.once(target, &mut stmts);
        let (x, y) = match &target {
            Target::Item(..)
            | Target::Attr(..)
            | Target::Special(..)
            | Target::DynamicAttr(..)
            | Target::DynamicItem(..) => {
                let old = self.read_target(&target);
                // A part of a dynamic value comes as one, also where its type is known (a byte of a bytearray).
                let dynamic = matches!(target, Target::DynamicAttr(..) | Target::DynamicItem(..));
                let old = if dynamic { self.coerce(old, &T::Dyn, &told) } else { old };
                let old = self.hold("old", old, &mut stmts);
                (old, self.typed(value).0)
            }
            _ => (self.read_target(&target), self.typed(value).0),
        };
        let (own, _) = crate::infer::binary_name(op);
        let (x, new) = if let T::Obj(class) = &told
            && self.has_method(&told, own)
        {
            let params = self.method_params(*class, own)?;
            let y = self.coerce(y, &tv, params.get(1)?);
            let done = self.operator_call(*class, own, x, y, &mut stmts);
            if done.is_none() {
                self.disagree();
            }
            done?
        } else if told.is_number() && tv.is_number() {
            self.arithmetic(op, x, &told, y, &tv, &t)?
        } else {
            let method = format!("{}_assign", crate::lower::expr::operator(op));
            let held = self.fresh("value");
            let show = matches!((op, &told), (BinOp::Mod, T::Str));
            self.shows += usize::from(show);
            let old = self.coerce(x, &told, &T::Dyn);
            let y = self.coerce(y, &tv, &T::Dyn);
            self.shows -= usize::from(show);
            let change = self.q(Expr::path(held.clone()).method(method, vec![y.ref_()]));
            let inner = vec![Stmt::let_(Pat::name_mut(held.clone()), None, old), Stmt::expr(change)];
            (block(inner, Expr::path(held)), T::Dyn)
        };
        let stores = self.write_target(&target, x, &new);
        stmts.extend(stores);
        Some(if stmts.len() == 1 { stmts } else { vec![Stmt::expr(Expr::Block(Block::new(stmts)))] })
    }

    fn extend_in_place(&mut self, target: &PyExpr, value: &PyExpr, t: &T) -> Option<Vec<Stmt>> {
        if !matches!(target.kind, ExprKind::Name(_) | ExprKind::Attr(..)) {
            self.disagree();
            return None;
        }
        let list = self.place_expr(target).0;
        let mut stmts = vec![];
        self.extend(list, value, t, &mut stmts);
        Some(vec![Stmt::expr(Expr::Block(Block::new(stmts)))])
    }

    /// Appends what an iteration gives.
    pub(crate) fn extend(&mut self, list: Expr, value: &PyExpr, t: &T, stmts: &mut Vec<Stmt>) {
        if let T::List(u) = self.ty(value)
            && u.same(t)
        {
            let more = self.place_expr(value).0;
            stmts.push(Stmt::expr(list.method("extend", vec![more.ref_()])));
            return;
        }
        let list = self.hold("list", list.method("clone", vec![]), stmts);
        let item = self.fresh("item");
        match self.plan(value) {
            Some(plan) if !plan.fallible => {
                let x = self.coerce(Expr::path(item.clone()), &plan.item, t);
                let push = Stmt::expr(list.method("push", vec![x]));
                stmts.push(Stmt::expr(Expr::For(None, Pat::name(item), Box::new(plan.iter), Block::new(vec![push]))));
            }
            other => {
                let (iter, from) = match other {
                    Some(plan) => (plan.iter, plan.item),
                    None => {
                        let iterable = self.iterable(value);
                        (self.q(Expr::call_path("py::iter::iter", vec![iterable])), T::Dyn)
                    }
                };
                let name = self.fresh("iter");
                stmts.push(Stmt::let_(Pat::name_mut(name.clone()), None, iter));
                let next = self.q(Expr::path(name).method("next", vec![]));
                let cond = Expr::Let(Pat::tuple_struct("Some", [Pat::name(item.clone())]), Box::new(next));
                let x = self.coerce(Expr::path(item), &from, t);
                let push = Stmt::expr(list.method("push", vec![x]));
                stmts.push(Stmt::expr(Expr::While(None, Box::new(cond), Block::new(vec![push]))));
            }
        }
    }

    fn once(&mut self, target: &PyExpr, stmts: &mut Vec<Stmt>) -> Target {
        match &target.kind {
            ExprKind::Attr(base, name) if !self.ty(base).is_value() => {
                let Some(to) = self.field_type(base, name) else {
                    self.disagree();
                    return Target::Plain(target.clone());
                };
                let Some(object) = self.object(base, name) else {
                    self.disagree();
                    return Target::Plain(target.clone());
                };
                let object = match &base.kind {
                    ExprKind::Name(_) if matches!(object, Expr::Path(_)) => object,
                    _ => self.hold("object", object.method("clone", vec![]), stmts),
                };
                Target::Attr(object, ident(name), to, self.checked_field(base, name))
            }
            ExprKind::Item(base, index) if !self.ty(base).is_value() && !matches!(index.kind, ExprKind::Slice(..)) => {
                let container = self.place_expr(base).0;
                let container = match &base.kind {
                    ExprKind::Name(_) if matches!(container, Expr::Path(_)) => container,
                    _ => self.hold("object", container, stmts),
                };
                match self.ty(base) {
                    T::List(to) => {
                        let Some(at) = self.as_type_index(index) else {
                            self.disagree();
                            return Target::Plain(target.clone());
                        };
                        let at = if matches!(at, Expr::Path(_)) { at } else { self.hold("index", at, stmts) };
                        Target::Item(container, at, *to, false)
                    }
                    T::Dict(k, v) => {
                        let key = self.as_type(index, &k);
                        let key = self.hold("key", key, stmts);
                        Target::Item(container, key, *v, true)
                    }
                    T::Obj(class) => {
                        let params = self.method_params(class, "__getitem__").unwrap_or_default();
                        let writes = self.method_params(class, "__setitem__").unwrap_or_default();
                        match (&params[..], &writes[..]) {
                            ([_, key], [_, other, value]) if key.same(other) => {
                                let (key, value) = (key.clone(), value.clone());
                                let at = self.as_type(index, &key);
                                let at = self.hold("key", at, stmts);
                                Target::Special(container, at, class, value)
                            }
                            _ => {
                                self.disagree();
                                Target::Plain(target.clone())
                            }
                        }
                    }
                    _ => {
                        self.disagree();
                        Target::Plain(target.clone())
                    }
                }
            }
            ExprKind::Attr(base, name) => {
                let base = self.value(base);
                let object = self.hold("object", base, stmts);
                let name = self.mangled(name);
                Target::DynamicAttr(object, name)
            }
            ExprKind::Item(base, index) => {
                let base = self.value(base);
                let object = self.hold("object", base, stmts);
                let index = self.value(index);
                let index = self.hold("key", index, stmts);
                Target::DynamicItem(object, index)
            }
            _ => Target::Plain(target.clone()),
        }
    }

    fn read_target(&mut self, target: &Target) -> Expr {
        match target {
            Target::Plain(e) => self.typed(e).0,
            Target::Attr(object, name, _, None) => object.clone().field(name.clone()).method("get", vec![]),
            Target::Attr(object, _, _, Some(checked)) => self.checked_read(object.clone(), checked),
            Target::Item(list, at, _, dict) => {
                let at = if *dict { at.clone().ref_() } else { at.clone() };
                self.q(list.clone().method("get", vec![at]))
            }
            Target::Special(object, at, class, _) => {
                let mut stmts = vec![];
                let got = self.operator_call(
                    *class,
                    "__getitem__",
                    object.clone(),
                    at.clone().method("clone", vec![]),
                    &mut stmts,
                );
                match got {
                    Some((x, _)) => block(stmts, x),
                    None => {
                        self.disagree();
                        Expr::unit()
                    }
                }
            }
            Target::DynamicAttr(object, name) => self.q(object.clone().method("attr", vec![Expr::str(name.clone())])),
            Target::DynamicItem(object, key) => self.q(object.clone().method("item", vec![key.clone().ref_()])),
        }
    }

    fn write_target(&mut self, target: &Target, x: Expr, t: &T) -> Vec<Stmt> {
        match target {
            Target::Plain(e) => self.assign_typed(e, x, t),
            Target::Attr(object, name, to, _) => {
                let x = self.coerce(x, t, to);
                vec![Stmt::expr(object.clone().field(name.clone()).method("set", vec![x]))]
            }
            Target::Item(list, at, to, dict) => {
                let x = self.coerce(x, t, to);
                let set = list.clone().method("set", vec![at.clone(), x]);
                vec![Stmt::expr(if *dict { set } else { self.q(set) })]
            }
            Target::Special(object, at, class, value) => {
                let x = self.coerce(x, t, value);
                let mut stmts = vec![];
                let x = self.hold("value", x, &mut stmts);
                match self.set_item_call(*class, object.clone(), at.clone(), x) {
                    Some(call) => stmts.push(Stmt::expr(call)),
                    None => self.disagree(),
                }
                stmts
            }
            Target::DynamicAttr(object, name) => {
                let x = self.coerce(x, t, &T::Dyn);
                vec![Stmt::expr(self.q(object.clone().method("set_attr", vec![Expr::str(name.clone()), x])))]
            }
            Target::DynamicItem(object, key) => {
                let x = self.coerce(x, t, &T::Dyn);
                let key = key.clone().method("clone", vec![]);
                vec![Stmt::expr(self.q(object.clone().method("set_item", vec![key, x])))]
            }
        }
    }

    /// `del list[i]`, `del dict[k]`
    pub(crate) fn native_delete(&mut self, target: &PyExpr) -> Option<Stmt> {
        let ExprKind::Item(base, index) = &target.kind else { return None };
        if matches!(index.kind, ExprKind::Slice(..)) {
            return None;
        }
        let delete = match self.ty(base) {
            T::List(_) => {
                let list = self.place_expr(base).0;
                let at = self.as_type_index(index)?;
                list.method("delete", vec![at])
            }
            T::Dict(k, _) => {
                let dict = self.place_expr(base).0;
                let key = self.as_type(index, &k);
                dict.method("delete", vec![key.ref_()])
            }
            T::Obj(_) => return self.special(base, "__delitem__", &[index]).map(|(x, _)| Stmt::expr(x)),
            _ => return None,
        };
        Some(Stmt::expr(self.q(delete)))
    }
}

fn dummy() -> Box<PyExpr> {
    Box::new(PyExpr { at: batuta_text::TextRange::empty(0), kind: ExprKind::None })
}

/// A target whose parts are computed.
enum Target {
    Plain(PyExpr),
    /// A field, and what is asked where it may have no value
    Attr(Expr, String, T, Option<super::class::Checked>),
    Item(Expr, Expr, T, bool),
    /// An item of an instance, with the type of what goes in
    Special(Expr, Expr, usize, T),
    DynamicAttr(Expr, String),
    DynamicItem(Expr, Expr),
}
