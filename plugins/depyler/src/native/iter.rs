//! Native iteration: `for`, comprehensions.

use super::block;
use crate::hir::{Arg, Comp, CompKind, Expr as PyExpr, ExprKind, Stmt as PyStmt};
use crate::infer::{T, positional, rules};
use crate::lower::Lower;
use crate::lower::comp::search_label;
use crate::lower::names::{Place, ident};
use crate::scope;
use batuta_rust_ir::{Block, Expr, Pat, Stmt, Type};
use batuta_text::TextRange;
use std::collections::BTreeSet;

/// How something is iterated.
pub(crate) struct Plan {
    /// A Rust iterator
    pub iter: Expr,
    /// What it gives
    pub item: T,
    /// Whether a step may raise
    pub fallible: bool,
}

impl Lower<'_> {
    /// The iteration over an expression; none for a dynamic one.
    pub(crate) fn plan(&mut self, e: &PyExpr) -> Option<Plan> {
        self.types.as_ref()?;
        if let ExprKind::Call(f, args) = &e.kind
            && let Some(plan) = self.plan_call(f, args)
        {
            return Some(plan);
        }
        let t = self.ty(e);
        if self.has_method(&t, "__iter__") {
            let (x, made) = self.special(e, "__iter__", &[])?;
            if !made.is_value() {
                self.disagree();
            }
            let iter = self.q(Expr::call_path("py::iter::iter", vec![x.ref_()]));
            return Some(Plan { iter, item: T::Dyn, fallible: true });
        }
        let whole = |iter, item| Some(Plan { iter, item, fallible: false });
        match t {
            T::List(t) => {
                let list = self.place_expr(e).0;
                whole(list.method("iter", vec![]), *t)
            }
            T::Str => {
                let text = self.value(e);
                whole(Expr::call_path("py::typed::chars", vec![text.ref_()]), T::Str)
            }
            T::Dict(k, _) => {
                let dict = self.place_expr(e).0;
                Some(Plan { iter: dict.method("keys", vec![]), item: *k, fallible: true })
            }
            T::Tuple(parts) => {
                let first = parts.first()?.clone();
                if !parts.iter().all(|p| p.same(&first)) {
                    return None;
                }
                if let ExprKind::Tuple(items) = &e.kind {
                    let items = items.iter().map(|i| self.as_type(i, &first)).collect();
                    return whole(Expr::Array(items).method("into_iter", vec![]), first);
                }
                let (x, _) = self.typed(e);
                let names: Vec<String> = parts.iter().map(|_| self.fresh("part")).collect();
                let array = Expr::Array(names.iter().map(|n| Expr::path(n.clone())).collect());
                let bind = Stmt::let_(Pat::Tuple(names.into_iter().map(Pat::name).collect()), None, x);
                let array = Expr::Block(Block::new(vec![bind]).tail(array.method("into_iter", vec![])));
                whole(array, first)
            }
            _ => None,
        }
    }

    fn plan_call(&mut self, f: &PyExpr, args: &[Arg]) -> Option<Plan> {
        let list = positional(args)?;
        if let ExprKind::Attr(base, method) = &f.kind {
            if !list.is_empty() || self.module_of(base).is_some() {
                return None;
            }
            let T::Dict(k, v) = self.ty(base) else { return None };
            let item = match method.as_str() {
                "items" => T::Tuple(vec![*k, *v]),
                "keys" => *k,
                "values" => *v,
                _ => return None,
            };
            let dict = self.place_expr(base).0;
            return Some(Plan { iter: dict.method(method.clone(), vec![]), item, fallible: true });
        }
        let ExprKind::Name(name) = &f.kind else { return None };
        let Place::Builtin(name) = self.place(name) else { return None };
        match (name.as_str(), &list[..]) {
            ("range", [_] | [_, _] | [_, _, _]) => {
                let iter = self.range(&list)?;
                Some(Plan { iter, item: T::Int(62), fallible: false })
            }
            ("reversed", [items]) => {
                if let ExprKind::Call(g, args) = &items.kind {
                    let plan = self.plan_call(g, args)?;
                    let ExprKind::Name(g) = &g.kind else { return None };
                    if g != "range" {
                        return None;
                    }
                    return Some(Plan { iter: plan.iter.method("rev", vec![]), ..plan });
                }
                let T::List(t) = self.ty(items) else { return None };
                let list = self.place_expr(items).0;
                Some(Plan { iter: list.method("reversed", vec![]), item: *t, fallible: false })
            }
            ("enumerate", [items, ..]) => {
                let plan = self.plan(items)?;
                let plan = self.infallible(plan);
                let start = match list.get(1) {
                    Some(start) => self.as_type_index(start)?,
                    None => Expr::int_as(0, "i64"),
                };
                let count = Expr::Range(Some(Box::new(start)), None, false);
                let iter = Expr::call_path("std::iter::zip", vec![count, plan.iter]);
                Some(Plan { iter, item: T::Tuple(vec![T::Int(40), plan.item]), fallible: false })
            }
            ("zip", [_, _] | [_, _, _]) => {
                let mut plans = vec![];
                for items in &list {
                    let plan = self.plan(items)?;
                    plans.push(self.infallible(plan));
                }
                let items = plans.iter().map(|p| p.item.clone()).collect();
                let path = if plans.len() == 2 { "std::iter::zip" } else { "py::typed::zip3" };
                let iter = Expr::call_path(path, plans.into_iter().map(|p| p.iter).collect());
                Some(Plan { iter, item: T::Tuple(items), fallible: false })
            }
            _ => None,
        }
    }

    /// An iteration over what is there now.
    fn infallible(&mut self, plan: Plan) -> Plan {
        if plan.fallible && plan.item == T::Dyn {
            // A generator is not run to its end first.
            self.disagree();
        }
        if !plan.fallible {
            return plan;
        }
        Plan { iter: plan.iter.method("all", vec![]), fallible: false, item: plan.item }
    }

    fn range(&mut self, list: &[&PyExpr]) -> Option<Expr> {
        let parts: Vec<Expr> = list.iter().map(|a| self.as_type_index(a)).collect::<Option<_>>()?;
        let mut parts = parts.into_iter();
        let (first, second, third) = (parts.next()?, parts.next(), parts.next());
        let one = list.get(2).and_then(|s| rules::literal(s));
        let (start, stop) = match second {
            Some(stop) => (first, stop),
            None => (Expr::int(0), first),
        };
        match (third, one) {
            (None, _) | (Some(_), Some(1)) => {
                let stop = match (&start, stop) {
                    (Expr::Lit(_), Expr::Lit(batuta_rust_ir::Literal::Int(n, None))) => Expr::int_as(n, "i64"),
                    (_, stop) => stop,
                };
                Some(Expr::Range(Some(Box::new(start)), Some(Box::new(stop)), false))
            }
            (Some(_), Some(-1)) => Some(Expr::call_path("py::typed::down", vec![start, stop])),
            (Some(step), _) => Some(self.q(Expr::call_path("py::typed::range", vec![start, stop, step]))),
        }
    }

    /// A `for` statement over something native.
    pub(crate) fn native_for(
        &mut self,
        target: &PyExpr,
        iter: &PyExpr,
        body: &[PyStmt],
        otherwise: &[PyStmt],
        at: TextRange,
    ) -> Option<(Vec<Stmt>, bool)> {
        let plan = self.plan(iter)?;
        let mut prefix = vec![];
        let pattern = self.loop_pattern(target, &plan.item, at.start, &mut prefix);
        let (block, label) = self.loop_body(prefix, body);
        let breaks = crate::assign::breaks(body);
        let mut out = vec![];
        let broke = (!otherwise.is_empty() && breaks).then(|| self.fresh("finished"));
        let looped = if plan.fallible {
            let name = self.fresh("iter");
            out.push(Stmt::let_(Pat::name_mut(name.clone()), None, plan.iter));
            let next = self.q(Expr::path(name).method("next", vec![]));
            let cond = Expr::Let(Pat::tuple_struct("Some", [pattern]), Box::new(next));
            Expr::While(label, Box::new(cond), block)
        } else {
            Expr::For(label, pattern, Box::new(plan.iter), block)
        };
        match broke {
            None => {
                out.push(Stmt::expr(looped));
                let (rest, ends) = self.block(otherwise);
                out.extend(rest);
                Some((out, ends))
            }
            Some(_) => {
                // `else` runs unless the loop is left by `break`.
                let outer = self.fresh("search");
                let (rest, _) = self.block(otherwise);
                let mut all = vec![Stmt::expr(relabel(looped, &outer))];
                all.extend(rest);
                out.push(Stmt::expr(Expr::LabeledBlock(outer, Block::new(all))));
                Some((out, false))
            }
        }
    }

    /// The pattern of a loop's variables; what it cannot bind itself goes into `prefix`.
    fn loop_pattern(&mut self, target: &PyExpr, item: &T, start: u32, prefix: &mut Vec<Stmt>) -> Pat {
        match (&target.kind, item) {
            (ExprKind::Name(name), _) if self.declares(name, start) && self.var_type(name).same(item) => {
                let rust = ident(name);
                let scope = self.scope();
                scope.declared.insert(name.clone());
                if scope.locals.changed.contains(name) { Pat::name_mut(rust) } else { Pat::name(rust) }
            }
            (ExprKind::Name(name), _) if self.declares(name, start) => {
                let t = self.var_type(name);
                let held = self.fresh("item");
                let x = self.coerce(Expr::path(held.clone()), item, &t);
                prefix.push(self.declare_typed(name, x, &t));
                Pat::name(held)
            }
            (ExprKind::Tuple(parts), T::Tuple(types)) if parts.len() == types.len() => {
                let parts = parts.iter().zip(types);
                Pat::Tuple(parts.map(|(p, t)| self.loop_pattern(p, t, u32::MAX, prefix)).collect())
            }
            _ => {
                let name = self.fresh("item");
                let stores = self.assign_typed(target, Expr::path(name.clone()), item);
                prefix.extend(stores);
                Pat::name(name)
            }
        }
    }

    /// A comprehension that makes a native container.
    pub(crate) fn native_comp(&mut self, e: &PyExpr, comp: &Comp) -> Option<(Expr, T)> {
        let t = self.ty(e);
        match (comp.kind, &t) {
            (CompKind::List, T::List(_)) | (CompKind::Dict, T::Dict(..)) | (CompKind::Any | CompKind::All, T::Bool) => {
            }
            _ => return None,
        }
        let mut names = scope::comp(comp);
        for name in std::mem::take(&mut names.walrus) {
            names.bound.remove(&name);
        }
        if names.bound.iter().any(|n| names.is_cell(n)) {
            return None;
        }
        let out = self.fresh("out");
        let first = self.comp_source(&comp.loops.first()?.iter);
        self.enter_comprehension(comp.element.at.start, names);
        let new = match &t {
            T::Bool => Expr::bool(comp.kind == CompKind::All),
            T::Dict(..) => Expr::call_path("py::Map::default", vec![]),
            _ => Expr::call_path("Vec::new", vec![]),
        };
        let pattern = if matches!(t, T::Dict(..)) { Pat::name(out.clone()) } else { Pat::name_mut(out.clone()) };
        let mut stmts = vec![Stmt::let_(pattern, None, new)];
        stmts.extend(self.comp_loops(comp, 0, first, &out, &t));
        self.scopes.pop();
        let result = match &t {
            T::List(_) => Expr::call_path("py::List::new", vec![Expr::path(out)]),
            _ => Expr::path(out),
        };
        Some((Expr::Block(Block::new(stmts).tail(result)), t))
    }

    /// Keys of a list's elements, by a lambda that is computed in place.
    pub(crate) fn inline_keys(
        &mut self,
        made: &crate::infer::KeyFunction,
        list: Expr,
        t: &T,
        stmts: &mut Vec<Stmt>,
    ) -> Expr {
        let keys = self.fresh("keys");
        stmts.push(Stmt::let_(Pat::name_mut(keys.clone()), None, Expr::call_path("Vec::new", vec![])));
        self.enter_comprehension(made.scope, made.names.clone());
        let target = PyExpr { at: made.body.at, kind: ExprKind::Name(made.param.clone()) };
        let mut inner = vec![];
        let pattern = self.comp_pattern(&target, t, &mut inner);
        let key = self.value(made.body);
        inner.push(Stmt::expr(Expr::path(keys.clone()).method("push", vec![key])));
        self.scopes.pop();
        let each = Expr::For(None, pattern, Box::new(list.method("iter", vec![])), Block::new(inner));
        stmts.push(Stmt::expr(each));
        Expr::path(keys)
    }

    /// `sorted`, `min` and `max` by a lambda that is computed in place.
    pub(crate) fn keyed_builtin(&mut self, e: &PyExpr, name: &str, args: &[Arg]) -> Option<(Expr, T)> {
        let made = crate::infer::key_of(args)?;
        let written = crate::infer::inline_key(args).is_none();
        let mut plain = args.iter().filter_map(|a| if let Arg::Pos(e) = a { Some(e) } else { None });
        let (Some(items), None) = (plain.next(), plain.next()) else { return None };
        if matches!(items.kind, ExprKind::Star(_)) {
            return None;
        }
        let item = match self.plan(items).map(|p| p.item).filter(|t| *t != T::Dyn) {
            Some(item) => item,
            None if written => T::Dyn,
            None => return None,
        };
        let t = self.ty(e);
        let element = match (&t, name) {
            (T::List(t), "sorted") => (**t).clone(),
            (_, "sorted") => T::Dyn,
            _ => item,
        };
        let held = self.fresh("list");
        let ty = Type::verbatim(format!("py::List<{}>", self.type_text(&element)));
        let mut stmts = vec![Stmt::let_(Pat::name(held.clone()), ty, Expr::call_path("py::List::default", vec![]))];
        self.extend(Expr::path(held.clone()), items, &element, &mut stmts);
        let keys = self.inline_keys(&made, Expr::path(held.clone()), &element, &mut stmts);
        let list = Expr::path(held);
        if name != "sorted" {
            let args = vec![list.ref_(), keys.ref_(), Expr::bool(name == "max")];
            let best = self.q(Expr::call_path("py::typed::best", args));
            return Some((block(stmts, best), element));
        }
        let reverse = Expr::bool(made.reverse);
        let sort = self.q(Expr::call_path("py::typed::sort_keyed", vec![list.clone().ref_(), keys, reverse]));
        stmts.push(Stmt::expr(sort));
        if element == T::Dyn && t.is_value() {
            return Some((block(stmts, Expr::call_path("py::typed::boxed", vec![list.ref_()])), T::Dyn));
        }
        Some((block(stmts, list), t))
    }

    /// A native plan, or a dynamic iteration.
    pub(crate) fn comp_source(&mut self, e: &PyExpr) -> Plan {
        match self.plan(e) {
            Some(plan) => plan,
            None => {
                let iterable = self.iterable(e);
                let started = self.q(Expr::call_path("py::iter::iter", vec![iterable]));
                Plan { iter: started, item: T::Dyn, fallible: true }
            }
        }
    }

    fn comp_loops(&mut self, comp: &Comp, at: usize, plan: Plan, out: &str, t: &T) -> Vec<Stmt> {
        let l = &comp.loops[at];
        let mut body = vec![];
        let pattern = self.comp_pattern(&l.target, &plan.item, &mut body);
        let tests: Vec<Expr> = l.tests.iter().map(|test| self.cond(test)).collect();
        let mut inner = match comp.loops.get(at + 1) {
            Some(next) => {
                let plan = self.comp_source(&next.iter);
                self.comp_loops(comp, at + 1, plan, out, t)
            }
            None => match (t, &comp.value) {
                (T::Dict(k, v), Some(value)) => {
                    let mut stmts = vec![];
                    let key = self.as_type(&comp.element, k);
                    let key = self.hold("key", key, &mut stmts);
                    let value = self.as_type(value, v);
                    stmts.push(Stmt::expr(Expr::path(out).method("set", vec![key, value])));
                    stmts
                }
                (T::Bool, _) => vec![self.comp_search(comp, out)],
                (T::List(t), _) => {
                    let x = self.as_type(&comp.element, t);
                    vec![Stmt::expr(Expr::path(out).method("push", vec![x]))]
                }
                _ => vec![],
            },
        };
        for test in tests.into_iter().rev() {
            inner = vec![Stmt::expr(Expr::if_(test, Block::new(inner), None))];
        }
        body.extend(inner);
        if !plan.fallible {
            let label = search_label(comp, at, out);
            return vec![Stmt::expr(Expr::For(label, pattern, Box::new(plan.iter), Block::new(body)))];
        }
        let name = self.fresh("iter");
        let next = self.q(Expr::path(name.clone()).method("next", vec![]));
        let cond = Expr::Let(Pat::tuple_struct("Some", [pattern]), Box::new(next));
        vec![
            Stmt::let_(Pat::name_mut(name), None, plan.iter),
            Stmt::expr(Expr::While(search_label(comp, at, out), Box::new(cond), Block::new(body))),
        ]
    }

    pub(crate) fn comp_pattern(&mut self, target: &PyExpr, item: &T, body: &mut Vec<Stmt>) -> Pat {
        match (&target.kind, item) {
            (ExprKind::Name(name), _) => {
                let t = self.var_type(name);
                let rust = ident(name);
                if t.same(item) {
                    return Pat::name(rust);
                }
                let x = self.coerce(Expr::path(rust.clone()), item, &t);
                body.push(Stmt::let_(Pat::name(rust.clone()), None, x));
                Pat::name(rust)
            }
            (ExprKind::Tuple(parts), T::Tuple(types)) if parts.len() == types.len() && !repeats(target) => {
                let parts = parts.iter().zip(types);
                Pat::Tuple(parts.map(|(p, t)| self.comp_pattern(p, t, body)).collect())
            }
            _ => {
                let mut bound = scope::Names::default();
                scope::target(target, &mut bound);
                for name in &bound.bound {
                    let t = self.var_type(name);
                    let value = super::has_default(&t).then(|| self.default_of(&t));
                    body.push(Stmt::let_(Pat::name_mut(ident(name)), self.rust_type(&t), value));
                }
                let name = self.fresh("item");
                let stores = self.assign_typed(target, Expr::path(name.clone()), item);
                body.extend(stores);
                Pat::name(name)
            }
        }
    }
}

/// Whether a target binds a name twice.
fn repeats(target: &PyExpr) -> bool {
    fn walk(e: &PyExpr, seen: &mut BTreeSet<String>) -> bool {
        match &e.kind {
            ExprKind::Name(name) => !seen.insert(name.clone()),
            ExprKind::Tuple(parts) | ExprKind::List(parts) => parts.iter().any(|p| walk(p, seen)),
            ExprKind::Star(inner) => walk(inner, seen),
            _ => false,
        }
    }
    walk(target, &mut BTreeSet::new())
}

/// Lets `break`s of a loop leave the block around it.
fn relabel(looped: Expr, outer: &str) -> Expr {
    fn stmts(block: &mut Block, own: &Option<String>, outer: &str, nested: bool) {
        for s in &mut block.stmts {
            match &mut s.kind {
                batuta_rust_ir::StmtKind::Expr(e) => walk(e, own, outer, nested),
                batuta_rust_ir::StmtKind::Let { init, else_, .. } => {
                    init.iter_mut().for_each(|e| walk(e, own, outer, nested));
                    else_.iter_mut().for_each(|b| stmts(b, own, outer, nested));
                }
                _ => {}
            }
        }
        if let Some(tail) = &mut block.tail {
            walk(tail, own, outer, nested);
        }
    }
    fn walk(e: &mut Expr, own: &Option<String>, outer: &str, nested: bool) {
        match e {
            Expr::Break(label, None) if (label.is_none() && !nested) || (label.is_some() && label == own) => {
                *label = Some(outer.to_string());
            }
            Expr::If(_, then, otherwise) => {
                stmts(then, own, outer, nested);
                if let Some(o) = otherwise {
                    walk(o, own, outer, nested);
                }
            }
            Expr::Assign(_, value) | Expr::AssignOp(_, _, value) => walk(value, own, outer, nested),
            Expr::Call(_, args) => args.iter_mut().for_each(|a| walk(a, own, outer, nested)),
            Expr::Method(receiver, _, _, args) => {
                walk(receiver, own, outer, nested);
                args.iter_mut().for_each(|a| walk(a, own, outer, nested));
            }
            Expr::Block(b) | Expr::LabeledBlock(_, b) => stmts(b, own, outer, nested),
            Expr::Match(_, arms) => arms.iter_mut().for_each(|a| walk(&mut a.body, own, outer, nested)),
            Expr::Loop(_, b) | Expr::While(_, _, b) | Expr::For(_, _, _, b) => stmts(b, own, outer, true),
            _ => {}
        }
    }
    match looped {
        Expr::For(label, pat, iter, mut block) => {
            stmts(&mut block, &label, outer, false);
            Expr::For(label, pat, iter, block)
        }
        Expr::While(label, cond, mut block) => {
            stmts(&mut block, &label, outer, false);
            Expr::While(label, cond, block)
        }
        other => other,
    }
}
