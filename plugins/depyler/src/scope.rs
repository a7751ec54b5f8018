//! Scopes: which names a function binds, which it captures, which may have no value when they are read.

use crate::hir::*;
use std::collections::BTreeSet;

/// Names of one function, lambda, comprehension or module.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Bound here.
    pub bound: BTreeSet<String>,
    /// `global`
    pub globals: BTreeSet<String>,
    /// `nonlocal`
    pub nonlocals: BTreeSet<String>,
    /// Read or bound in scopes inside that do not bind them themselves.
    pub inner: BTreeSet<String>,
    /// Read here.
    pub read: BTreeSet<String>,
    /// Bound by an assignment expression, which may happen in the middle of an expression.
    pub walrus: BTreeSet<String>,
    /// Bound in a comprehension inside, by an assignment expression.
    pub mutated: BTreeSet<String>,
    /// Never change once a scope inside captures them.
    pub fixed: BTreeSet<String>,
}

impl Names {
    /// Whether a variable must be shared with scopes inside, or be changeable in the middle of an expression.
    pub fn is_cell(&self, name: &str) -> bool {
        (self.inner.contains(name) && !self.fixed.contains(name)) || self.walrus.contains(name)
    }

    /// Names that this scope takes from around it.
    pub fn free(&self) -> BTreeSet<String> {
        let mut free: BTreeSet<String> = self.read.union(&self.inner).cloned().collect();
        free.extend(self.nonlocals.iter().cloned());
        free.retain(|name| {
            (!self.bound.contains(name) || self.nonlocals.contains(name)) && !self.globals.contains(name)
        });
        free
    }

    fn child(&mut self, child: &Names) {
        self.inner.extend(child.free());
    }
}

/// Names of a function: its parameters and its body.
pub fn function(f: &Function) -> Names {
    let mut names = Names::default();
    names.bound.extend(f.params.iter().map(|p| p.name.clone()));
    block(&f.body, &mut names);
    let outer: Vec<String> = names.globals.iter().chain(&names.nonlocals).cloned().collect();
    for name in outer {
        names.bound.remove(&name);
    }
    names
}

/// Names of a module.
pub fn module(m: &Module) -> Names {
    let mut names = Names::default();
    block(&m.body, &mut names);
    names
}

/// Names of statements.
pub fn block_names(body: &[Stmt]) -> Names {
    let mut names = Names::default();
    block(body, &mut names);
    names
}

/// Names of one statement.
pub fn statement(s: &Stmt) -> Names {
    let mut names = Names::default();
    block(std::slice::from_ref(s), &mut names);
    names
}

/// Names of a class body. Methods do not see them.
pub fn class(c: &Class) -> Names {
    let mut names = Names::default();
    block(&c.body, &mut names);
    names
}

/// Names of a comprehension; the first iterable belongs to the scope around it.
pub fn comp(c: &Comp) -> Names {
    let mut names = Names::default();
    for (at, l) in c.loops.iter().enumerate() {
        target(&l.target, &mut names);
        if at > 0 {
            expr(&l.iter, &mut names);
        }
        l.tests.iter().for_each(|t| expr(t, &mut names));
    }
    expr(&c.element, &mut names);
    if let Some(value) = &c.value {
        expr(value, &mut names);
    }
    names
}

/// Whether statements yield, functions inside left out.
pub fn yields(body: &[Stmt]) -> bool {
    struct Finder(bool);
    impl crate::visit::Visit for Finder {
        fn expr(&mut self, e: &Expr) {
            self.0 |= matches!(e.kind, ExprKind::Yield(_) | ExprKind::YieldFrom(_));
            if !matches!(e.kind, ExprKind::Lambda(_)) {
                crate::visit::expr(self, e);
            }
        }
        fn stmt(&mut self, s: &Stmt) {
            if !matches!(s.kind, StmtKind::Function(_) | StmtKind::Class(_)) {
                crate::visit::stmt(self, s);
            }
        }
    }
    let mut finder = Finder(false);
    body.iter().for_each(|s| crate::visit::Visit::stmt(&mut finder, s));
    finder.0
}

fn block(body: &[Stmt], names: &mut Names) {
    body.iter().for_each(|s| stmt(s, names));
}

/// Binds the names of a target.
pub fn target(t: &Expr, names: &mut Names) {
    match &t.kind {
        ExprKind::Name(name) => {
            names.bound.insert(name.clone());
        }
        ExprKind::Tuple(all) | ExprKind::List(all) => all.iter().for_each(|t| target(t, names)),
        ExprKind::Star(inner) => target(inner, names),
        _ => expr(t, names),
    }
}

/// Names of a pattern.
pub fn pattern(p: &Pattern, names: &mut Names) {
    match p {
        Pattern::Value(e) | Pattern::Same(e) => expr(e, names),
        Pattern::Sequence(before, star, after) => {
            before.iter().chain(after).for_each(|p| pattern(p, names));
            names.bound.extend(star.iter().filter(|s| !s.is_empty()).cloned());
        }
        Pattern::Mapping(pairs, rest) => {
            for (key, p) in pairs {
                expr(key, names);
                pattern(p, names);
            }
            names.bound.extend(rest.iter().cloned());
        }
        Pattern::Class(class, plain, named) => {
            expr(class, names);
            plain.iter().for_each(|p| pattern(p, names));
            named.iter().for_each(|(_, p)| pattern(p, names));
        }
        Pattern::As(inner, name) => {
            inner.iter().for_each(|p| pattern(p, names));
            names.bound.extend(name.iter().cloned());
        }
        Pattern::Or(all) => all.iter().for_each(|p| pattern(p, names)),
    }
}

fn stmt(s: &Stmt, names: &mut Names) {
    match &s.kind {
        StmtKind::Assign(targets, value) => {
            expr(value, names);
            targets.iter().for_each(|t| target(t, names));
        }
        StmtKind::AugAssign(_, t, value) => {
            expr(t, names);
            expr(value, names);
            target(t, names);
        }
        StmtKind::AnnAssign(t, _, value) => {
            value.iter().for_each(|v| expr(v, names));
            target(t, names);
        }
        StmtKind::Delete(targets) => targets.iter().for_each(|t| {
            expr(t, names);
            target(t, names);
        }),
        StmtKind::For(t, iter, body, otherwise) => {
            expr(iter, names);
            target(t, names);
            block(body, names);
            block(otherwise, names);
        }
        StmtKind::With(items, body) => {
            for (manager, t) in items {
                expr(manager, names);
                t.iter().for_each(|t| target(t, names));
            }
            block(body, names);
        }
        StmtKind::Try(body, handlers, otherwise, last) => {
            block(body, names);
            for handler in handlers {
                handler.class.iter().for_each(|c| expr(c, names));
                names.bound.extend(handler.name.iter().cloned());
                block(&handler.body, names);
            }
            block(otherwise, names);
            block(last, names);
        }
        StmtKind::Match(subject, cases) => {
            expr(subject, names);
            for case in cases {
                pattern(&case.pattern, names);
                case.guard.iter().for_each(|g| expr(g, names));
                block(&case.body, names);
            }
        }
        StmtKind::Function(f) => {
            names.bound.insert(f.name.clone());
            f.decorators.iter().for_each(|d| expr(d, names));
            f.params.iter().filter_map(|p| p.default.as_ref()).for_each(|d| expr(d, names));
            names.child(&function(f));
        }
        StmtKind::Class(c) => {
            names.bound.insert(c.name.clone());
            c.decorators.iter().for_each(|d| expr(d, names));
            c.args.iter().for_each(|a| arg(a, names));
            let inside = class(c);
            // The body itself runs here; functions in it see past its names.
            names.read.extend(inside.read.iter().cloned());
            names.inner.extend(inside.inner.iter().filter(|n| *n != "__class__").cloned());
            if inside.inner.contains("__class__") {
                names.inner.insert(c.name.clone());
            }
        }
        StmtKind::Import(all) => {
            for import in all {
                match &import.names {
                    Some(list) => names.bound.extend(list.iter().map(|(_, alias)| alias.clone())),
                    None => {
                        let first = import.module.split('.').next().unwrap_or("").to_string();
                        names.bound.insert(import.alias.clone().unwrap_or(first));
                    }
                }
            }
        }
        StmtKind::Global(list) => names.globals.extend(list.iter().cloned()),
        StmtKind::Nonlocal(list) => names.nonlocals.extend(list.iter().cloned()),
        StmtKind::Expr(e) => expr(e, names),
        StmtKind::Return(e) => e.iter().for_each(|e| expr(e, names)),
        StmtKind::Raise(a, b) => a.iter().chain(b).for_each(|e| expr(e, names)),
        StmtKind::Assert(a, b) => {
            expr(a, names);
            b.iter().for_each(|e| expr(e, names));
        }
        StmtKind::If(test, a, b) | StmtKind::While(test, a, b) => {
            expr(test, names);
            block(a, names);
            block(b, names);
        }
        StmtKind::Break | StmtKind::Continue | StmtKind::Pass | StmtKind::Refused(..) => {}
    }
}

fn arg(a: &Arg, names: &mut Names) {
    match a {
        Arg::Pos(e) | Arg::Named(_, e) | Arg::Mapping(e) => expr(e, names),
    }
}

/// Names of an expression.
pub fn expr(e: &Expr, names: &mut Names) {
    struct Reader<'a>(&'a mut Names);
    impl crate::visit::Visit for Reader<'_> {
        fn expr(&mut self, e: &Expr) {
            match &e.kind {
                ExprKind::Name(name) => {
                    self.0.read.insert(name.clone());
                }
                ExprKind::Walrus(name, value) => {
                    self.0.bound.insert(name.clone());
                    self.0.walrus.insert(name.clone());
                    self.expr(value);
                }
                ExprKind::Call(f, args) => {
                    if matches!(&f.kind, ExprKind::Name(n) if n == "super") && args.is_empty() {
                        self.0.read.insert("__class__".into());
                    }
                    crate::visit::expr(self, e);
                }
                ExprKind::Lambda(f) => {
                    f.params.iter().filter_map(|p| p.default.as_ref()).for_each(|d| self.expr(d));
                    let inside = function(f);
                    self.0.child(&inside);
                }
                ExprKind::Comp(c) => {
                    if let Some(first) = c.loops.first() {
                        self.expr(&first.iter);
                    }
                    let mut inside = comp(c);
                    for name in std::mem::take(&mut inside.walrus) {
                        inside.bound.remove(&name);
                        inside.nonlocals.insert(name.clone());
                        self.0.bound.insert(name.clone());
                        self.0.walrus.insert(name);
                    }
                    if c.kind == CompKind::Generator {
                        self.0.child(&inside);
                    } else {
                        // Runs in place: what it reads is read here, what its lambdas capture is captured here.
                        let hidden = &inside.bound;
                        self.0.read.extend(inside.read.difference(hidden).cloned());
                        self.0.inner.extend(inside.inner.difference(hidden).cloned());
                    }
                }
                _ => crate::visit::expr(self, e),
            }
        }
    }
    crate::visit::Visit::expr(&mut Reader(names), e);
}
