//! `push = stack.append` in a function, only called: `push(x)` is `stack.append(x)`.

use crate::hir::*;
use crate::rewrite::{self, Rewrite};
use crate::scope;
use crate::visit::{self, Visit};
use batuta_text::TextRange;
use std::collections::{BTreeMap, BTreeSet};

/// Methods of containers and texts that are given short names.
const METHODS: &[&str] = &[
    "append",
    "pop",
    "extend",
    "insert",
    "add",
    "discard",
    "remove",
    "get",
    "setdefault",
    "popleft",
    "appendleft",
    "join",
    "index",
    "count",
    "startswith",
    "endswith",
    "find",
    "update",
    "items",
    "keys",
    "values",
];

/// Rewrites the functions of a module.
pub(crate) fn rewrite(m: &mut Module) {
    let mut modules = BTreeSet::new();
    for import in m.body.iter().flat_map(|s| if let StmtKind::Import(all) = &s.kind { &all[..] } else { &[] }) {
        if import.names.is_none() && !import.module.contains('.') {
            modules.insert(import.alias.clone().unwrap_or_else(|| import.module.clone()));
        }
    }
    Functions { set: crate::attributes::set_anywhere(m), modules }.all(&mut m.body);
}

struct Functions {
    set: BTreeSet<String>,
    modules: BTreeSet<String>,
}

impl Functions {
    fn all(&self, body: &mut [Stmt]) {
        for s in body {
            match &mut s.kind {
                StmtKind::Function(f) => self.one(f),
                StmtKind::Class(c) => self.all(&mut c.body),
                StmtKind::If(_, a, b) => {
                    self.all(a);
                    self.all(b);
                }
                _ => {}
            }
        }
    }

    fn one(&self, f: &mut Function) {
        self.all(&mut f.body);
        let params: Vec<String> = f.params.iter().map(|p| p.name.clone()).collect();
        let names = scope::function(f);
        let locals = crate::assign::locals(&params, &f.body);
        let single = |n: &String| {
            names.bound.contains(n)
                && !locals.changed.contains(n)
                && !locals.unsure.contains(n)
                && !names.walrus.contains(n)
                && !names.mutated.contains(n)
        };
        let method = |value: &Expr| match &value.kind {
            ExprKind::Attr(base, method) => match &base.kind {
                ExprKind::Name(b) if names.bound.contains(b) => {
                    let kept = single(b) && !captured_and_changed(f, b) && METHODS.contains(&method.as_str());
                    (kept && !self.set.contains(method)).then(|| (b.clone(), method.clone()))
                }
                ExprKind::Name(b) if self.modules.contains(b) && !self.set.contains(method) => {
                    Some((b.clone(), method.clone()))
                }
                _ => None,
            },
            _ => None,
        };
        let mut aliases = BTreeMap::new();
        for s in &f.body {
            let found: Option<Vec<_>> = pairs(s)
                .map(|all| all.into_iter().filter_map(|(name, value)| Some((name.clone(), method(value)?))).collect());
            let Some(found) = found else { continue };
            let all = pairs(s).map_or(0, |all| all.len());
            let usable =
                |n: &String| single(n) && !names.inner.contains(n) && !params.contains(n) && only_called(&f.body, n);
            if !found.is_empty() && found.len() == all && found.iter().all(|(n, _)| usable(n)) {
                aliases.extend(found);
            }
        }
        if aliases.is_empty() {
            return;
        }
        f.body.retain(|s| !pairs(s).is_some_and(|all| all.iter().all(|(n, _)| aliases.contains_key(*n))));
        let mut calls = Calls(&aliases);
        f.body.iter_mut().for_each(|s| calls.stmt(s));
    }
}

/// Names and values of an assignment of as many of both.
fn pairs(s: &Stmt) -> Option<Vec<(&String, &Expr)>> {
    let StmtKind::Assign(targets, value) = &s.kind else { return None };
    let [target] = &targets[..] else { return None };
    let all: Vec<(&Expr, &Expr)> = match (&target.kind, &value.kind) {
        (ExprKind::Tuple(names), ExprKind::Tuple(values)) if names.len() == values.len() => {
            names.iter().zip(values).collect()
        }
        _ => vec![(target, value)],
    };
    all.into_iter().map(|(t, v)| if let ExprKind::Name(n) = &t.kind { Some((n, v)) } else { None }).collect()
}

/// Whether a function inside rebinds the name.
fn captured_and_changed(f: &Function, name: &str) -> bool {
    struct Finder<'a>(&'a str, bool);
    impl Visit for Finder<'_> {
        fn stmt(&mut self, s: &Stmt) {
            if let StmtKind::Nonlocal(names) = &s.kind {
                self.1 |= names.iter().any(|n| n == self.0);
            }
            visit::stmt(self, s);
        }
    }
    let mut finder = Finder(name, false);
    f.body.iter().for_each(|s| finder.stmt(s));
    finder.1
}

fn only_called(body: &[Stmt], name: &str) -> bool {
    struct Uses<'a>(&'a str, bool, usize);
    impl Visit for Uses<'_> {
        fn expr(&mut self, e: &Expr) {
            match &e.kind {
                ExprKind::Call(f, args) if matches!(&f.kind, ExprKind::Name(n) if n == self.0) => {
                    self.2 += 1;
                    for a in args {
                        match a {
                            Arg::Pos(e) | Arg::Named(_, e) | Arg::Mapping(e) => self.expr(e),
                        }
                    }
                }
                ExprKind::Name(n) if n == self.0 => self.1 = false,
                ExprKind::Comp(c) => {
                    self.1 &= !scope::comp(c).bound.contains(self.0);
                    visit::expr(self, e);
                }
                _ => visit::expr(self, e),
            }
        }
        fn stmt(&mut self, s: &Stmt) {
            // The assignment itself binds the name.
            match &s.kind {
                StmtKind::Assign(targets, value)
                    if pairs(s).is_some_and(|all| all.iter().any(|(n, _)| *n == self.0)) =>
                {
                    let _ = targets;
                    self.expr(value);
                }
                _ => visit::stmt(self, s),
            }
        }
    }
    let mut uses = Uses(name, true, 0);
    body.iter().for_each(|s| uses.stmt(s));
    uses.1 && uses.2 > 0
}

struct Calls<'a>(&'a BTreeMap<String, (String, String)>);

impl Rewrite for Calls<'_> {
    fn expr(&mut self, e: &mut Expr) {
        rewrite::expr(self, e);
        if let ExprKind::Call(f, _) = &mut e.kind
            && let ExprKind::Name(n) = &f.kind
            && let Some((base, method)) = self.0.get(n)
        {
            let at = TextRange { start: f.at.start, end: f.at.end + 1 };
            let base = Expr { at, kind: ExprKind::Name(base.clone()) };
            f.kind = ExprKind::Attr(Box::new(base), method.clone());
        }
    }
}
