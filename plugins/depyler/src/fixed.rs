//! Captured variables that never change once something captures them: each scope inside may have a copy of its own.

use crate::hir::*;
use crate::scope::{self, Names};
use crate::visit::{self, Visit};
use std::collections::BTreeSet;

/// Names of a function, those of its captured variables marked that never change after their capture.
pub(crate) fn function(f: &Function) -> Names {
    let mut names = scope::function(f);
    let captured = |n: &&String| names.bound.contains(*n) && !names.walrus.contains(*n) && !names.mutated.contains(*n);
    let mut left: BTreeSet<String> = names.inner.iter().filter(captured).cloned().collect();
    if left.is_empty() {
        return names;
    }
    let params: Vec<String> = f.params.iter().map(|p| p.name.clone()).collect();
    let locals = crate::assign::locals(&params, &f.body);
    left.retain(|n| !locals.unsure.contains(n) && !locals.changed.contains(n));
    let mut others = Others(&mut left);
    f.body.iter().for_each(|s| others.stmt(s));
    let mut walk = Walk { left: &mut left, loops: 0 };
    walk.block(&f.body, &params.into_iter().collect());
    names.fixed = left;
    names
}

/// Takes out what scopes inside bind, `del` and handlers unbind, and classes bind by the same name.
struct Others<'a>(&'a mut BTreeSet<String>);

impl Visit for Others<'_> {
    fn stmt(&mut self, s: &Stmt) {
        let mut drop_all = |names: &mut dyn Iterator<Item = &String>| {
            for n in names {
                self.0.remove(n);
            }
        };
        match &s.kind {
            StmtKind::Nonlocal(names) => drop_all(&mut names.iter()),
            StmtKind::Delete(targets) => {
                let mut names = Names::default();
                targets.iter().for_each(|t| scope::target(t, &mut names));
                drop_all(&mut names.bound.iter());
            }
            StmtKind::Try(_, handlers, ..) => drop_all(&mut handlers.iter().filter_map(|h| h.name.as_ref())),
            StmtKind::Class(c) => drop_all(&mut scope::class(c).bound.iter()),
            _ => {}
        }
        visit::stmt(self, s);
    }
    fn expr(&mut self, e: &Expr) {
        if let ExprKind::Walrus(name, _) = &e.kind {
            self.0.remove(name);
        }
        visit::expr(self, e);
    }
}

/// Takes out what a loop binds, and what has no value yet where a definition captures it.
struct Walk<'a> {
    left: &'a mut BTreeSet<String>,
    loops: usize,
}

impl Walk<'_> {
    fn block(&mut self, body: &[Stmt], bound: &BTreeSet<String>) {
        let mut bound = bound.clone();
        body.iter().for_each(|s| self.stmt(s, &mut bound));
    }

    fn bind(&mut self, name: &str, bound: &mut BTreeSet<String>) {
        if self.loops > 0 {
            self.left.remove(name);
        }
        bound.insert(name.to_string());
    }

    fn target(&mut self, t: &Expr, bound: &mut BTreeSet<String>) {
        let mut names = Names::default();
        scope::target(t, &mut names);
        names.bound.iter().for_each(|n| self.bind(n, bound));
    }

    fn looped(&mut self, target: Option<&Expr>, body: &[Stmt], bound: &BTreeSet<String>) {
        self.loops += 1;
        let mut inside = bound.clone();
        target.iter().for_each(|t| self.target(t, &mut inside));
        self.block(body, &inside);
        self.loops -= 1;
    }

    fn stmt(&mut self, s: &Stmt, bound: &mut BTreeSet<String>) {
        match &s.kind {
            StmtKind::Assign(targets, _) => targets.iter().for_each(|t| self.target(t, bound)),
            StmtKind::AnnAssign(t, _, Some(_)) | StmtKind::AugAssign(_, t, _) => self.target(t, bound),
            StmtKind::If(_, a, b) => {
                self.block(a, bound);
                self.block(b, bound);
            }
            StmtKind::While(_, body, otherwise) => {
                self.looped(None, body, bound);
                self.block(otherwise, bound);
            }
            StmtKind::For(t, _, body, otherwise) => {
                self.looped(Some(t), body, bound);
                self.block(otherwise, bound);
            }
            StmtKind::With(items, body) => {
                let mut inside = bound.clone();
                items.iter().filter_map(|(_, t)| t.as_ref()).for_each(|t| self.target(t, &mut inside));
                self.block(body, &inside);
            }
            StmtKind::Try(body, handlers, otherwise, last) => {
                self.block(body, bound);
                handlers.iter().for_each(|h| self.block(&h.body, bound));
                self.block(otherwise, bound);
                self.block(last, bound);
            }
            StmtKind::Function(_) | StmtKind::Class(_) => {
                let names = scope::statement(s);
                self.left.retain(|n| bound.contains(n) || !names.inner.contains(n));
                names.bound.iter().for_each(|n| self.bind(n, bound));
            }
            StmtKind::Match(_, cases) => {
                for case in cases {
                    let mut names = Names::default();
                    scope::pattern(&case.pattern, &mut names);
                    let mut inside = bound.clone();
                    names.bound.iter().for_each(|n| self.bind(n, &mut inside));
                    self.block(&case.body, &inside);
                }
            }
            _ => scope::statement(s).bound.iter().for_each(|n| self.bind(n, bound)),
        }
    }
}

#[cfg(test)]
mod tests {
    fn fixed(text: &str) -> Vec<String> {
        let mut bag = batuta_diagnostics::Bag::new();
        let m = crate::front::parse(batuta_text::FileId(0), text, &mut bag);
        let crate::hir::StmtKind::Function(f) = &m.body[0].kind else { panic!("a function comes first") };
        super::function(f).fixed.into_iter().collect()
    }

    #[test]
    fn what_changes_after_its_capture_is_not_fixed() {
        assert_eq!(fixed("def f(a, b):\n    b += 1\n    x = a\n    return lambda: a + b + x\n"), ["a", "x"]);
        assert!(fixed("def f(n):\n    for i in range(n):\n        x = i\n        g(lambda: i + x)\n").is_empty());
        assert!(fixed("def f():\n    def g():\n        return x\n    x = 1\n    return g\n").is_empty());
        assert!(
            fixed("def f(x):\n    def g():\n        nonlocal x\n        x = 2\n    g()\n    return x\n").is_empty()
        );
        assert_eq!(fixed("def f(x):\n    def g(n):\n        return g(n - x)\n    return g\n"), ["x"]);
        assert!(fixed("def f(x):\n    y = lambda: x\n    del x\n    return y\n").is_empty());
        assert!(fixed("def f(x):\n    if x:\n        y = 1\n    return lambda: y\n").is_empty());
    }
}
