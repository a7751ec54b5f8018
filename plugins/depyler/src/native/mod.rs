//! Lowering of what inference proved: numbers, lists, dictionaries, tuples and instances as Rust's own.
//!
//! Each hook is asked before the dynamic lowering and answers none where the dynamic form stays.

mod assign;
mod call;
mod class;
mod cond;
mod constant;
mod expr;
mod iter;
mod method;

pub(crate) use class::has_default;
pub(crate) use iter::Plan;

use crate::hir::{Expr as PyExpr, ExprKind};
use crate::infer::{self, T};
use crate::lower::Lower;
use crate::lower::names::Place;
use batuta_rust_ir::{Block, Expr, Pat, Stmt, Type};

impl Lower<'_> {
    /// What inference found for an expression.
    pub(crate) fn ty(&self, e: &PyExpr) -> T {
        self.types.as_ref().and_then(|t| t.exprs.get(&infer::key(e)).cloned()).unwrap_or(T::Dyn)
    }

    /// The type of a variable of the innermost scope that binds it.
    pub(crate) fn var_type(&self, name: &str) -> T {
        let Some(types) = &self.types else { return T::Dyn };
        for scope in self.scopes.iter().rev() {
            if scope.names.bound.contains(name) && !scope.names.globals.contains(name) {
                return types.vars.get(&(scope.key, name.to_string())).cloned().unwrap_or(T::Dyn);
            }
            if scope.names.globals.contains(name) {
                break;
            }
        }
        self.global_type(name)
    }

    /// The type of a name of the module that functions share.
    pub(crate) fn global_type(&self, name: &str) -> T {
        let Some(types) = &self.types else { return T::Dyn };
        types.vars.get(&(infer::MODULE, name.to_string())).cloned().unwrap_or(T::Dyn)
    }

    /// The type behind a place.
    pub(crate) fn place_type(&self, place: &Place, name: &str) -> T {
        match place {
            Place::Local(_) => self.var_type(name),
            Place::Global(_) => self.global_type(name),
            _ => T::Dyn,
        }
    }

    /// Something that inference and lowering do not agree on: the module is lowered again, and the expression is dynamic then.
    #[track_caller]
    pub(crate) fn disagree(&mut self) {
        self.failed = true;
        self.doubtful.extend(self.current);
    }

    /// Lowers with containers shown to dynamic code as copies, which it only looks at.
    pub(crate) fn shown<X>(&mut self, code: impl FnOnce(&mut Self) -> X) -> X {
        self.shows += 1;
        let out = code(self);
        self.shows -= 1;
        out
    }

    /// An expression with its type.
    pub(crate) fn typed(&mut self, e: &PyExpr) -> (Expr, T) {
        if let Some(found) = self.native_expr(e) {
            return found;
        }
        let t = self.ty(e);
        let value = self.dynamic_value(e);
        if t.is_value() { (value, t) } else { (self.about(e, |l| l.coerce(value, &T::Dyn, &t)), t) }
    }

    /// An expression of a wanted type.
    #[track_caller]
    pub(crate) fn as_type(&mut self, e: &PyExpr, want: &T) -> Expr {
        if let (ExprKind::None, T::Opt(_)) = (&e.kind, want) {
            return Expr::path("None");
        }
        let (x, t) = self.typed(e);
        self.about(e, |l| l.coerce(x, &t, want))
    }

    /// Runs code about an expression, which is the one to doubt when inference and lowering do not agree.
    pub(crate) fn about<X>(&mut self, e: &PyExpr, code: impl FnOnce(&mut Self) -> X) -> X {
        let around = self.current.replace(infer::key(e));
        let out = code(self);
        if around.is_some() {
            self.current = around;
        }
        out
    }

    /// Turns one form of a value into another.
    #[track_caller]
    pub(crate) fn coerce(&mut self, x: Expr, from: &T, to: &T) -> Expr {
        if from.same(to) {
            return x;
        }
        match (from, to) {
            (_, to) if to.is_value() => self.boxed(x, from),
            (T::None, T::Opt(_)) if matches!(&x, Expr::Path(p) if p == "Value::None") => Expr::path("None"),
            (from, to) if from.is_value() => {
                // A copy of what others may change is no such thing.
                let inner = match to {
                    T::List(inner) => !inner.crosses(),
                    T::Dict(_, v) => !v.crosses(),
                    other => !other.crosses(),
                };
                if inner {
                    self.disagree();
                }
                Expr::call_path(format!("py::typed::unbox::<{}>", self.type_text(to)), vec![x.ref_()])
            }
            (T::Bool, T::Int(_)) => Expr::call_path("i64::from", vec![x]),
            (T::Int(_), T::Real) => Expr::call_path("py::Real::Int", vec![x]),
            (T::Float, T::Real) => Expr::call_path("py::Real::Float", vec![x]),
            (from, T::Opt(inner)) if !matches!(from, T::Opt(_)) => {
                let x = self.coerce(x, from, inner);
                Expr::call_path("Some", vec![x])
            }
            (T::Tuple(a), T::Tuple(b)) if a.len() == b.len() => self.coerce_tuple(x, a, b),
            _ => {
                self.disagree();
                x
            }
        }
    }

    fn coerce_tuple(&mut self, x: Expr, from: &[T], to: &[T]) -> Expr {
        if let Expr::Tuple(parts) = x {
            let parts = parts.into_iter().zip(from.iter().zip(to)).map(|(x, (a, b))| self.coerce(x, a, b));
            return Expr::Tuple(parts.collect());
        }
        let names: Vec<String> = from.iter().map(|_| self.fresh("part")).collect();
        let parts = names.iter().zip(from.iter().zip(to)).map(|(n, (a, b))| self.coerce(Expr::path(n.clone()), a, b));
        let parts = parts.collect();
        let pattern = Pat::Tuple(names.into_iter().map(Pat::name).collect());
        Expr::Block(Block::new(vec![Stmt::let_(pattern, None, x)]).tail(Expr::Tuple(parts)))
    }

    /// A `Value` of a native one.
    #[track_caller]
    fn boxed(&mut self, x: Expr, from: &T) -> Expr {
        if let Expr::Call(f, args) = &x
            && matches!(&**f, Expr::Path(path) if path.starts_with("py::typed::unbox::<"))
            && let [Expr::Ref(false, inner)] = &args[..]
        {
            return (**inner).clone();
        }
        match from {
            T::Bool => Expr::call_path("Value::Bool", vec![x]),
            T::Int(_) => Expr::call_path("Value::Int", vec![x]),
            T::Float => Expr::call_path("Value::Float", vec![x]),
            other => {
                if (self.shows == 0 && !other.crosses()) || other.holds_object() {
                    self.disagree();
                }
                let x = self.settled(x, other);
                Expr::call_path("py::typed::boxed", vec![x.ref_()])
            }
        }
    }

    /// A tuple whose `None`s say what they could hold: nothing around them does.
    fn settled(&self, x: Expr, t: &T) -> Expr {
        match (x, t) {
            (Expr::Tuple(parts), T::Tuple(types)) if parts.len() == types.len() => {
                Expr::Tuple(parts.into_iter().zip(types).map(|(part, t)| self.settled(part, t)).collect())
            }
            (Expr::Path(path), T::Opt(inner)) if path == "None" => {
                Expr::path(format!("None::<{}>", self.type_text(inner)))
            }
            (x, _) => x,
        }
    }

    /// The Rust type.
    pub(crate) fn type_text(&self, t: &T) -> String {
        let list = |parts: &[T]| parts.iter().map(|p| self.type_text(p)).collect::<Vec<_>>().join(", ");
        match t {
            T::Dyn | T::None | T::Long | T::Str | T::Known(..) | T::Maybe(_) => "Value".into(),
            T::Bool => "bool".into(),
            T::Int(_) => "i64".into(),
            T::Float => "f64".into(),
            T::Real => "py::Real".into(),
            T::Tuple(parts) if parts.len() == 1 => format!("({},)", self.type_text(&parts[0])),
            T::Tuple(parts) => format!("({})", list(parts)),
            T::List(inner) => format!("py::List<{}>", self.type_text(inner)),
            T::Dict(k, v) => format!("py::Map<{}, {}>", self.type_text(k), self.type_text(v)),
            T::Obj(class) => format!("py::Obj<{}>", self.class_ident(*class)),
            T::Opt(inner) => format!("Option<{}>", self.type_text(inner)),
        }
    }

    pub(crate) fn rust_type(&self, t: &T) -> Type {
        Type::verbatim(self.type_text(t))
    }

    /// What a variable holds before its first assignment; it is never read.
    pub(crate) fn default_of(&mut self, t: &T) -> Expr {
        match t {
            t if t.is_value() => Expr::path("Value::Unbound"),
            T::Bool => Expr::bool(false),
            T::Int(_) => Expr::int(0),
            T::Float => Expr::float(0.0),
            T::Real => Expr::call_path("py::Real::Int", vec![Expr::int(0)]),
            T::Tuple(parts) => {
                let parts = parts.iter().map(|p| self.default_of(p)).collect();
                Expr::Tuple(parts)
            }
            T::List(_) => Expr::call_path("py::List::default", vec![]),
            T::Dict(..) => Expr::call_path("py::Map::default", vec![]),
            T::Opt(_) => Expr::path("None"),
            _ => {
                self.disagree();
                Expr::unit()
            }
        }
    }

    /// Reads a native variable.
    pub(crate) fn load_native(&mut self, name: &str) -> Option<(Expr, T)> {
        let place = self.place(name);
        let t = self.place_type(&place, name);
        if t.is_value() {
            return None;
        }
        Some(match place {
            Place::Local(rust) if t.is_copy() => (Expr::path(rust), t),
            Place::Local(rust) => (Expr::path(rust).method("clone", vec![]), t),
            Place::Global(rust) if self.constants.contains_key(name) => (Expr::path(format!("global::{rust}")), t),
            Place::Global(rust) => {
                let load = Expr::path(format!("global::{rust}")).method("load", vec![]);
                (self.q(load), t)
            }
            _ => return None,
        })
    }

    /// A native expression as a receiver: a variable is not copied.
    pub(crate) fn place_expr(&mut self, e: &PyExpr) -> (Expr, T) {
        if let ExprKind::Name(name) = &e.kind
            && let place @ Place::Local(_) = self.place(name)
        {
            let t = self.place_type(&place, name);
            if let (Place::Local(rust), false) = (place, t.is_value()) {
                return (Expr::path(rust), t);
            }
        }
        self.typed(e)
    }

    /// Binds an expression to a new name.
    pub(crate) fn hold(&mut self, stem: &str, x: Expr, stmts: &mut Vec<Stmt>) -> Expr {
        if matches!(&x, Expr::Lit(_)) {
            return x;
        }
        let name = self.fresh(stem);
        stmts.push(Stmt::let_(Pat::name(name.clone()), None, x));
        Expr::path(name)
    }
}

/// A block, or the tail alone.
pub(crate) fn block(stmts: Vec<Stmt>, tail: Expr) -> Expr {
    if stmts.is_empty() { tail } else { Expr::Block(Block::new(stmts).tail(tail)) }
}
