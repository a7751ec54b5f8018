//! A small forward inference: element type and axes of what programs compute with NumPy.
//!
//! Flow-insensitive, by name, repeated until nothing changes. Nothing depends on it but which sites get a stub: a stub looks at its
//! arguments before it does anything.

use super::known::{Args, transposed};
use super::types::{self, Kind, Ty};
use crate::facts::Facts;
use crate::hir::*;
use crate::infer::{Key, MODULE, key, scope_of};
use crate::lower::import::{self, Bound};
use crate::scope;
use crate::visit::{self, Visit};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Most rounds over the module.
const ROUNDS: usize = 16;

/// Types of expressions.
#[derive(Debug, Default)]
pub(crate) struct Found(HashMap<Key, Ty>);

impl Found {
    /// The type of an expression.
    pub(crate) fn of(&self, e: &Expr) -> Ty {
        self.0.get(&key(e)).cloned().unwrap_or(Ty::Any)
    }
}

/// Infers the types of a module; nothing where NumPy is not imported.
pub(crate) fn infer(m: &Module, facts: &Facts) -> Found {
    let imports = import::collect(&m.body, facts);
    let numpy = imports.values().any(
        |bound| matches!(bound, Bound::Library(name) | Bound::LibraryName(name, _) if name.split('.').next() == Some("numpy")),
    );
    if !numpy {
        return Found::default();
    }
    let mut functions = BTreeMap::new();
    for s in &m.body {
        if let StmtKind::Function(f) = &s.kind
            && f.decorators.is_empty()
            && !f.generator
            && !f.asynchronous
        {
            functions.insert(f.name.clone(), (**f).clone());
        }
    }
    let mut infer = Infer {
        imports: &imports,
        functions: &functions,
        module: scope::module(m).bound.iter().cloned().collect(),
        scope: MODULE,
        bound: vec![],
        inner: vec![],
        vars: HashMap::new(),
        returns: BTreeMap::new(),
        exprs: HashMap::new(),
        changed: true,
    };
    for _ in 0..ROUNDS {
        infer.changed = false;
        m.body.iter().for_each(|s| infer.stmt(s));
        if !infer.changed {
            return Found(infer.exprs);
        }
    }
    Found::default()
}

pub(super) struct Infer<'a> {
    imports: &'a BTreeMap<String, Bound>,
    functions: &'a BTreeMap<String, Function>,
    /// Names of the module.
    module: BTreeSet<String>,
    scope: u32,
    /// Names of the functions around, innermost last.
    bound: Vec<(u32, BTreeSet<String>)>,
    /// Variables of comprehensions.
    inner: Vec<(String, Ty)>,
    vars: HashMap<(u32, String), Ty>,
    returns: BTreeMap<String, Ty>,
    exprs: HashMap<Key, Ty>,
    changed: bool,
}

impl Infer<'_> {
    /// The type of an expression that was walked over.
    pub(super) fn seen(&self, e: &Expr) -> Ty {
        self.exprs.get(&key(e)).cloned().unwrap_or(Ty::Bottom)
    }

    /// Whether it is the module `numpy`.
    pub(super) fn is_numpy(&self, e: &Expr) -> bool {
        matches!(&e.kind, ExprKind::Name(name)
            if !self.hidden(name) && matches!(self.imports.get(name), Some(Bound::Library("numpy"))))
    }

    fn hidden(&self, name: &str) -> bool {
        self.inner.iter().any(|(n, _)| n == name) || self.bound.iter().any(|(_, names)| names.contains(name))
    }

    /// `solve` of `numpy.linalg` as `linalg.solve`.
    fn numpy_path(&self, e: &Expr) -> Option<String> {
        match &e.kind {
            ExprKind::Attr(base, name) if self.is_numpy(base) => Some(name.clone()),
            ExprKind::Attr(base, name) => match &base.kind {
                ExprKind::Attr(root, module) if self.is_numpy(root) => Some(format!("{module}.{name}")),
                _ => None,
            },
            ExprKind::Name(name) if !self.hidden(name) => match self.imports.get(name)? {
                Bound::LibraryName(module, name) => {
                    let module = module.strip_prefix("numpy")?;
                    Some(format!("{module}.{name}").trim_start_matches('.').to_owned())
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn load(&self, name: &str) -> Ty {
        if let Some((_, t)) = self.inner.iter().rev().find(|(n, _)| n == name) {
            return t.clone();
        }
        let own = self.bound.iter().rev().find(|(_, names)| names.contains(name)).map(|(scope, _)| *scope);
        match own {
            Some(scope) => self.vars.get(&(scope, name.to_owned())).cloned().unwrap_or(Ty::Bottom),
            None if self.module.contains(name) => {
                self.vars.get(&(MODULE, name.to_owned())).cloned().unwrap_or(Ty::Bottom)
            }
            None => Ty::Any,
        }
    }

    fn store(&mut self, name: &str, t: &Ty) {
        let own = self.bound.last().filter(|(_, names)| names.contains(name)).map_or(MODULE, |(scope, _)| *scope);
        self.join(own, name, t);
    }

    fn join(&mut self, scope: u32, name: &str, t: &Ty) {
        let var = self.vars.entry((scope, name.to_owned())).or_insert(Ty::Bottom);
        let joined = var.join(t);
        if joined != *var {
            *var = joined;
            self.changed = true;
        }
    }

    fn bind(&mut self, target: &Expr, t: &Ty) {
        match &target.kind {
            ExprKind::Name(name) => self.store(name, t),
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    let part = match t {
                        Ty::Tuple(parts) if parts.len() == items.len() => parts[at].clone(),
                        other => other.element(),
                    };
                    self.bind(item, &part);
                }
            }
            ExprKind::Star(inner) => self.bind(inner, &Ty::Any),
            _ => {}
        }
    }

    fn compute(&mut self, e: &Expr) -> Ty {
        match &e.kind {
            ExprKind::Int(digits) => Ty::Int(digits.parse().ok()),
            ExprKind::Float(_) => Ty::Float,
            ExprKind::Imaginary(_) => Ty::Scalar(Kind::C128),
            ExprKind::Name(name) => self.load(name),
            ExprKind::Tuple(items) => Ty::Tuple(items.iter().map(|item| self.seen(item)).collect()),
            ExprKind::List(items) => {
                Ty::List(Box::new(items.iter().fold(Ty::Bottom, |all, item| all.join(&self.seen(item)))))
            }
            ExprKind::Attr(base, name) => self.attribute(base, name),
            ExprKind::Item(base, index) => self.item(&self.seen(base), index),
            ExprKind::Binary(op, a, b) => self.binary(*op, a, b),
            ExprKind::Unary(UnaryOp::Neg | UnaryOp::Plus, a) => match self.seen(a) {
                Ty::Int(_) => Ty::Int(None),
                other => other,
            },
            ExprKind::Compare(a, rest) if rest.len() == 1 => types::comparison(&self.seen(a), &self.seen(&rest[0].1)),
            ExprKind::If(_, a, b) => self.seen(a).join(&self.seen(b)),
            ExprKind::Walrus(_, value) => self.seen(value),
            ExprKind::Call(f, args) => self.call(f, args),
            _ => Ty::Any,
        }
    }

    fn attribute(&self, base: &Expr, name: &str) -> Ty {
        if self.is_numpy(base) {
            return if matches!(name, "pi" | "e" | "inf" | "nan") { Ty::Float } else { Ty::Any };
        }
        match (self.seen(base), name) {
            (t @ Ty::Array(..), "T") => transposed(&t),
            (Ty::Array(_, shape), "shape") => Ty::Tuple(shape.iter().map(|n| Ty::Int(*n)).collect()),
            (Ty::Array(..), "size" | "ndim") => Ty::Int(None),
            (Ty::Array(Kind::C128, shape), "real" | "imag") => Ty::Array(Kind::F64, shape),
            (t @ Ty::Array(Kind::F64, _), "real") => t,
            (Ty::Bottom, _) => Ty::Bottom,
            _ => Ty::Any,
        }
    }

    /// `base[index]`
    fn item(&self, base: &Ty, index: &Expr) -> Ty {
        let (kind, shape) = match base {
            Ty::Array(kind, shape) => (*kind, shape),
            Ty::Tuple(items) => {
                let at = super::known::constant(index);
                let at = at.map(|at| if at < 0 { at + items.len() as i64 } else { at });
                let found = at.and_then(|at| usize::try_from(at).ok()).and_then(|at| items.get(at));
                return found.cloned().unwrap_or_else(|| base.element());
            }
            Ty::List(item) => {
                return if matches!(index.kind, ExprKind::Slice(..)) { base.clone() } else { (**item).clone() };
            }
            Ty::Bottom => return Ty::Bottom,
            _ => return Ty::Any,
        };
        let parts: Vec<&Expr> = match &index.kind {
            ExprKind::Tuple(items) => items.iter().collect(),
            _ => vec![index],
        };
        let (mut out, mut axis, mut arrays) = (vec![], 0, 0);
        for part in parts {
            match &part.kind {
                ExprKind::None => {
                    out.push(Some(1));
                    continue;
                }
                ExprKind::Slice(None, None, None) => out.push(shape.get(axis).copied().flatten()),
                ExprKind::Slice(..) => out.push(None),
                ExprKind::Ellipsis => return Ty::Any,
                _ => match self.seen(part) {
                    Ty::Int(_) => {}
                    Ty::Array(Kind::Bool, mask) => {
                        arrays += 1;
                        axis += mask.len() - 1;
                        out.push(None);
                    }
                    Ty::Array(Kind::I64 | Kind::I32 | Kind::U8, index) => {
                        arrays += 1;
                        out.extend(index);
                    }
                    Ty::Bottom => return Ty::Bottom,
                    _ => return Ty::Any,
                },
            }
            axis += 1;
        }
        if axis > shape.len() || arrays > 1 {
            return Ty::Any;
        }
        out.extend(&shape[axis..]);
        Ty::array(kind, out)
    }

    fn binary(&self, op: BinOp, a: &Expr, b: &Expr) -> Ty {
        let (x, y) = (self.seen(a), self.seen(b));
        match op {
            BinOp::MatMul => types::product(&x, &y),
            BinOp::Div => types::arithmetic(true, &x, &y),
            BinOp::Pow => match (&x, &b.kind) {
                (Ty::Array(Kind::F64, _), _) => types::arithmetic(false, &x, &y),
                (Ty::Array(..), ExprKind::Int(_)) => x,
                (Ty::Float, _) => Ty::Float,
                (Ty::Int(_), _) if y == Ty::Float => Ty::Float,
                (Ty::Bottom, _) => Ty::Bottom,
                _ => Ty::Any,
            },
            BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::FloorDiv | BinOp::Mod => match (&x, &y) {
                (Ty::Tuple(_) | Ty::List(_), _) | (_, Ty::Tuple(_) | Ty::List(_)) => Ty::Any,
                _ => types::arithmetic(false, &x, &y),
            },
            BinOp::Shl if matches!((&x, &y), (Ty::Int(_), Ty::Int(_))) => Ty::Int(None),
            BinOp::And | BinOp::Or if matches!((&x, &y), (Ty::Array(Kind::Bool, _), Ty::Array(Kind::Bool, _))) => {
                types::comparison(&x, &y)
            }
            _ => Ty::Any,
        }
    }

    fn call(&mut self, f: &Expr, args: &[Arg]) -> Ty {
        let view = Args(args);
        if let Some(path) = self.numpy_path(f) {
            return self.numpy_call(&path, &view);
        }
        match &f.kind {
            ExprKind::Attr(base, name) => {
                let base = self.seen(base);
                self.method(&base, name, &view)
            }
            ExprKind::Name(name) if !self.hidden(name) && self.functions.contains_key(name) => {
                self.call_function(name, &view)
            }
            ExprKind::Name(name) if !self.hidden(name) && !self.module.contains(name) => self.builtin(name, &view),
            _ => Ty::Any,
        }
    }

    /// A call of a function of the module: its parameters hold what it is given.
    fn call_function(&mut self, name: &str, args: &Args<'_>) -> Ty {
        let functions = self.functions;
        let Some(f) = functions.get(name) else { return Ty::Any };
        let scope = scope_of(f);
        for (at, p) in f.params.iter().enumerate() {
            let t = match (p.kind, args.plain()) {
                (ParamKind::PositionalOnly | ParamKind::Normal | ParamKind::KeywordOnly, true) => {
                    match (args.get(at, &p.name), &p.default) {
                        (Some(e), _) => self.seen(e),
                        (None, Some(default)) => self.seen(default),
                        (None, None) => Ty::Any,
                    }
                }
                _ => Ty::Any,
            };
            self.join(scope, &p.name, &t);
        }
        self.returns.get(name).cloned().unwrap_or(Ty::Bottom)
    }

    fn builtin(&self, name: &str, args: &Args<'_>) -> Ty {
        let first = args.get(0, "").map_or(Ty::Any, |e| self.seen(e));
        match name {
            "float" => Ty::Float,
            "int" | "len" => Ty::Int(None),
            "range" => Ty::List(Box::new(Ty::Int(None))),
            "enumerate" => Ty::List(Box::new(Ty::Tuple(vec![Ty::Int(None), first.element()]))),
            "zip" if args.plain() => {
                let parts = args.0.iter().map(|a| match a {
                    Arg::Pos(e) => self.seen(e).element(),
                    _ => Ty::Any,
                });
                Ty::List(Box::new(Ty::Tuple(parts.collect())))
            }
            "abs" => match first {
                t @ (Ty::Array(Kind::F64, _) | Ty::Float | Ty::Scalar(Kind::F64)) => t,
                _ => Ty::Any,
            },
            _ => Ty::Any,
        }
    }

    /// A function's statements, in a scope of their own.
    fn function(&mut self, f: &Function) {
        let scope = scope_of(f);
        let names = scope::function(f);
        let mut bound: BTreeSet<String> = names
            .bound
            .iter()
            .filter(|n| !names.globals.contains(*n) && !names.nonlocals.contains(*n))
            .cloned()
            .collect();
        bound.extend(f.params.iter().map(|p| p.name.clone()));
        let direct = self.bound.is_empty() && self.functions.get(&f.name).is_some_and(|known| scope_of(known) == scope);
        if !direct {
            f.params.iter().for_each(|p| self.join(scope, &p.name, &Ty::Any));
        }
        self.bound.push((scope, bound));
        let (outer, inner) = (std::mem::replace(&mut self.scope, scope), std::mem::take(&mut self.inner));
        f.body.iter().for_each(|s| self.stmt(s));
        (self.scope, self.inner) = (outer, inner);
        self.bound.pop();
    }

    /// A result of the function that is walked over.
    fn result(&mut self, t: &Ty) {
        let scope = self.scope;
        let Some(name) = self.functions.values().find(|f| scope_of(f) == scope).map(|f| f.name.clone()) else { return };
        let result = self.returns.entry(name).or_insert(Ty::Bottom);
        let joined = result.join(t);
        if joined != *result {
            *result = joined;
            self.changed = true;
        }
    }

    fn comp(&mut self, c: &Comp) -> Ty {
        let depth = self.inner.len();
        for l in &c.loops {
            self.expr(&l.iter);
            let item = self.seen(&l.iter).element();
            self.bind_inner(&l.target, &item);
            l.tests.iter().for_each(|t| self.expr(t));
        }
        self.expr(&c.element);
        c.value.iter().for_each(|e| self.expr(e));
        self.inner.truncate(depth);
        match c.kind {
            CompKind::List | CompKind::Generator => Ty::List(Box::new(self.seen(&c.element))),
            _ => Ty::Any,
        }
    }

    fn bind_inner(&mut self, target: &Expr, t: &Ty) {
        match &target.kind {
            ExprKind::Name(name) => self.inner.push((name.clone(), t.clone())),
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    let part = match t {
                        Ty::Tuple(parts) if parts.len() == items.len() => parts[at].clone(),
                        other => other.element(),
                    };
                    self.bind_inner(item, &part);
                }
            }
            ExprKind::Star(inner) => self.bind_inner(inner, &Ty::Any),
            _ => {}
        }
    }
}

impl Visit for Infer<'_> {
    fn expr(&mut self, e: &Expr) {
        let t = match &e.kind {
            // What is called later sees other variables.
            ExprKind::Lambda(_) => Ty::Any,
            ExprKind::Comp(c) => self.comp(c),
            ExprKind::Call(f, args) => {
                let direct = matches!(&f.kind, ExprKind::Name(name) if self.functions.contains_key(name));
                if !direct {
                    self.expr(f);
                }
                args.iter().for_each(|a| match a {
                    Arg::Pos(e) | Arg::Named(_, e) | Arg::Mapping(e) => self.expr(e),
                });
                self.compute(e)
            }
            ExprKind::Name(name) if !self.hidden(name) && self.functions.contains_key(name) => {
                // Somebody else may call it, with anything.
                let functions = self.functions;
                if let Some(f) = functions.get(name) {
                    f.params.iter().for_each(|p| self.join(scope_of(f), &p.name, &Ty::Any));
                }
                Ty::Any
            }
            _ => {
                visit::expr(self, e);
                self.compute(e)
            }
        };
        self.exprs.insert(key(e), t);
    }

    fn stmt(&mut self, s: &Stmt) {
        match &s.kind {
            StmtKind::Assign(targets, value) => {
                self.expr(value);
                let t = self.seen(value);
                for target in targets {
                    self.expr(target);
                    self.bind(target, &t);
                }
            }
            StmtKind::AnnAssign(target, _, Some(value)) => {
                self.expr(value);
                let t = self.seen(value);
                self.bind(target, &t);
            }
            StmtKind::AugAssign(op, target, value) => {
                self.expr(target);
                self.expr(value);
                let t = match self.seen(target) {
                    t @ Ty::Array(..) => t,
                    _ => self.binary(*op, target, value),
                };
                self.bind(target, &t);
            }
            StmtKind::For(target, iter, body, otherwise) => {
                self.expr(iter);
                let item = self.seen(iter).element();
                self.bind(target, &item);
                body.iter().chain(otherwise).for_each(|s| self.stmt(s));
            }
            StmtKind::With(items, body) => {
                for (manager, target) in items {
                    self.expr(manager);
                    target.iter().for_each(|t| self.bind(t, &Ty::Any));
                }
                body.iter().for_each(|s| self.stmt(s));
            }
            StmtKind::Function(f) => {
                f.decorators.iter().for_each(|d| self.expr(d));
                f.params.iter().filter_map(|p| p.default.as_ref()).for_each(|d| self.expr(d));
                self.store(&f.name, &Ty::Any);
                self.function(f);
            }
            StmtKind::Return(value) => {
                let t = match value {
                    Some(value) => {
                        self.expr(value);
                        self.seen(value)
                    }
                    None => Ty::Any,
                };
                self.result(&t);
            }
            StmtKind::Expr(e) => {
                self.expr(e);
                self.appended(e);
            }
            StmtKind::Class(_) => visit::stmt(self, s),
            _ => visit::stmt(self, s),
        }
    }
}

impl Infer<'_> {
    /// `list.append(item)`
    fn appended(&mut self, e: &Expr) {
        if let ExprKind::Call(f, args) = &e.kind
            && let (ExprKind::Attr(base, method), [Arg::Pos(item)]) = (&f.kind, args.as_slice())
            && method == "append"
            && let ExprKind::Name(name) = &base.kind
            && matches!(self.seen(base), Ty::List(_))
        {
            let t = Ty::List(Box::new(self.seen(item)));
            self.store(name, &t);
        }
    }
}
