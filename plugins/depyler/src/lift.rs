//! Functions inside functions that are only called, never used as values, become functions of the module: what they capture becomes
//! parameters. A captured variable that some inner function changes stays where it is, and its function with it.

use crate::hir::*;
use crate::lower::call::{constant, direct};
use crate::rewrite::{self, Rewrite};
use crate::scope;
use crate::visit::{self, Visit};
use std::collections::BTreeSet;

/// Lifts functions out of the functions and methods of a module.
pub fn lift(m: &mut Module) {
    if !m.body.iter().any(has_inner) {
        return;
    }
    let mut taken = crate::eager::bound_anywhere(m);
    let mut at = 0;
    while at < m.body.len() {
        let mut lifted = vec![];
        match &mut m.body[at].kind {
            StmtKind::Function(f) => inside(f, &BTreeSet::new(), &mut taken, &mut lifted),
            StmtKind::Class(c) => {
                for s in &mut c.body {
                    if let StmtKind::Function(f) = &mut s.kind {
                        inside(f, &BTreeSet::new(), &mut taken, &mut lifted);
                    }
                }
            }
            _ => {}
        }
        let count = lifted.len();
        m.body.splice(at..at, lifted);
        at += count + 1;
    }
}

/// Whether a statement of the module has a function in a function.
fn has_inner(s: &Stmt) -> bool {
    struct Finder(usize, bool);
    impl Visit for Finder {
        fn stmt(&mut self, s: &Stmt) {
            let inner = matches!(s.kind, StmtKind::Function(_));
            self.1 |= inner && self.0 > 0;
            self.0 += usize::from(inner);
            visit::stmt(self, s);
            self.0 -= usize::from(inner);
        }
    }
    let mut finder = Finder(0, false);
    finder.stmt(s);
    finder.1
}

/// Lifts what can be out of a function; `around` are the names of the functions around it.
fn inside(f: &mut Function, around: &BTreeSet<String>, taken: &mut BTreeSet<String>, out: &mut Vec<Stmt>) {
    let own = scope::function(f).bound;
    let all: BTreeSet<String> = around.union(&own).cloned().collect();
    for s in &mut f.body {
        if let StmtKind::Function(g) = &mut s.kind {
            inside(g, &all, taken, out);
        }
    }
    while let Some((at, captured)) = candidate(f, around) {
        let Some(Stmt { kind: StmtKind::Function(g), .. }) = f.body.get(at) else { return };
        let name = g.name.clone();
        let mut wanted = format!("{}_{name}", f.name.trim_matches('_'));
        while !taken.insert(wanted.clone()) {
            wanted.push('_');
        }
        let mut renamer = Renamer { name, new: wanted.clone(), captured: &captured };
        let mut s = f.body.remove(at);
        f.body.iter_mut().for_each(|s| renamer.stmt(s));
        renamer.stmt(&mut s);
        if let StmtKind::Function(g) = &mut s.kind {
            g.name = wanted;
            let more = captured.iter().map(|name| Param {
                name: name.clone(),
                kind: ParamKind::PositionalOnly,
                default: None,
                note: None,
            });
            g.params.splice(0..0, more);
        }
        if f.body.is_empty() {
            f.body.push(Stmt { at: s.at, kind: StmtKind::Pass });
        }
        out.push(s);
    }
}

/// A function that can be lifted out, and what it captures.
fn candidate(f: &Function, around: &BTreeSet<String>) -> Option<(usize, Vec<String>)> {
    let names = scope::function(f);
    let params: Vec<String> = f.params.iter().map(|p| p.name.clone()).collect();
    let fixed = changed_inside(f);
    f.body.iter().enumerate().find_map(|(at, s)| {
        let StmtKind::Function(g) = &s.kind else { return None };
        let plain = g.decorators.is_empty()
            && !g.generator
            && !g.asynchronous
            && g.params.iter().all(|p| {
                matches!(p.kind, ParamKind::Normal | ParamKind::PositionalOnly)
                    && p.default.as_ref().is_none_or(constant)
            });
        if !plain || private(g) || names.globals.contains(&g.name) || names.nonlocals.contains(&g.name) {
            return None;
        }
        let inner = scope::function(g);
        if !inner.nonlocals.is_empty() || inner.bound.contains(&g.name) {
            return None;
        }
        let free = inner.free();
        let captured: Vec<String> =
            free.iter().filter(|n| **n != g.name && names.bound.contains(*n)).cloned().collect();
        let beyond = |n: &String| around.contains(n) && !names.bound.contains(n);
        let stays = |n: &String| fixed.contains(n) || names.walrus.contains(n) || names.globals.contains(n);
        if free.contains("__class__")
            || free.iter().any(|n| beyond(n) && *n != g.name)
            || captured.iter().any(stays)
            || captured.len() + g.params.len() > 20
            || (f.body[..at].iter().any(|s| mentions(s, &g.name)))
        {
            return None;
        }
        let defined = defined_functions(&f.body);
        if captured.iter().any(|n| defined.contains(n)) || bindings(&f.body, &g.name) != 1 {
            return None;
        }
        let unsure = crate::assign::locals(&params, &f.body).unsure;
        if captured.iter().any(|n| unsure.contains(n)) {
            return None;
        }
        let mut uses = Uses { name: &g.name, f: g, captured: &captured, shadowed: vec![], good: true };
        f.body.iter().for_each(|s| uses.stmt(s));
        // Where it is called, what it captures has a value.
        let mut early = f.body[..at].to_vec();
        early.push(Stmt { at: s.at, kind: StmtKind::Pass });
        let before: BTreeSet<String> = params.iter().cloned().chain(surely_bound(&early)).collect();
        let late = captured.iter().any(|n| !before.contains(n));
        (uses.good && !late).then(|| (at, captured.clone()))
    })
}

/// Whether names mean something else in a class.
fn private(f: &Function) -> bool {
    struct Finder(bool);
    impl Visit for Finder {
        fn expr(&mut self, e: &Expr) {
            if let ExprKind::Attr(_, n) | ExprKind::Name(n) = &e.kind {
                self.0 |= n.starts_with("__") && !n.ends_with("__");
            }
            visit::expr(self, e);
        }
    }
    let mut finder = Finder(false);
    f.body.iter().for_each(|s| finder.stmt(s));
    finder.0
}

/// Names that the statements of a block itself bind.
fn surely_bound(body: &[Stmt]) -> BTreeSet<String> {
    let mut names = scope::Names::default();
    for s in body {
        match &s.kind {
            StmtKind::Assign(targets, _) => targets.iter().for_each(|t| scope::target(t, &mut names)),
            StmtKind::AnnAssign(t, _, Some(_)) => scope::target(t, &mut names),
            _ => {}
        }
    }
    names.bound
}

/// Names that functions inside change, and names that `del` or a handler unbinds.
fn changed_inside(f: &Function) -> BTreeSet<String> {
    #[derive(Default)]
    struct Finder(BTreeSet<String>);
    impl Visit for Finder {
        fn stmt(&mut self, s: &Stmt) {
            match &s.kind {
                StmtKind::Nonlocal(names) => self.0.extend(names.iter().cloned()),
                StmtKind::Delete(targets) => {
                    let mut names = scope::Names::default();
                    targets.iter().for_each(|t| scope::target(t, &mut names));
                    self.0.extend(names.bound);
                }
                StmtKind::Try(_, handlers, ..) => self.0.extend(handlers.iter().filter_map(|h| h.name.clone())),
                _ => {}
            }
            visit::stmt(self, s);
        }
    }
    let mut finder = Finder::default();
    f.body.iter().for_each(|s| finder.stmt(s));
    finder.0
}

/// Names of the functions and classes that the block itself defines.
fn defined_functions(body: &[Stmt]) -> BTreeSet<String> {
    #[derive(Default)]
    struct Finder(BTreeSet<String>);
    impl Visit for Finder {
        fn stmt(&mut self, s: &Stmt) {
            match &s.kind {
                StmtKind::Function(f) => drop(self.0.insert(f.name.clone())),
                StmtKind::Class(c) => drop(self.0.insert(c.name.clone())),
                StmtKind::Import(_) => self.0.extend(scope::statement(s).bound),
                _ => visit::stmt(self, s),
            }
        }
    }
    let mut finder = Finder::default();
    body.iter().for_each(|s| finder.stmt(s));
    finder.0
}

/// How many statements of a function bind a name.
fn bindings(body: &[Stmt], name: &str) -> usize {
    body.iter().filter(|s| scope::statement(s).bound.contains(name)).count()
}

fn mentions(s: &Stmt, name: &str) -> bool {
    let names = scope::statement(s);
    names.read.contains(name) || names.inner.contains(name)
}

/// Whether every use of a function is a call that fits, where the captured names mean the same.
struct Uses<'a> {
    name: &'a str,
    f: &'a Function,
    captured: &'a [String],
    shadowed: Vec<BTreeSet<String>>,
    good: bool,
}

impl Uses<'_> {
    fn hidden(&self, name: &str) -> bool {
        self.shadowed.iter().any(|s| s.contains(name))
    }

    fn within(&mut self, bound: BTreeSet<String>, code: impl FnOnce(&mut Self)) {
        self.shadowed.push(bound);
        code(self);
        self.shadowed.pop();
    }
}

impl Visit for Uses<'_> {
    fn expr(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Name(n) if n == self.name => self.good = false,
            ExprKind::Call(f, args) if matches!(&f.kind, ExprKind::Name(n) if n == self.name) => {
                self.good &= !self.hidden(self.name)
                    && !self.captured.iter().any(|n| self.hidden(n))
                    && direct(self.f, args).is_some();
                for a in args {
                    match a {
                        Arg::Pos(e) | Arg::Named(_, e) | Arg::Mapping(e) => self.expr(e),
                    }
                }
            }
            ExprKind::Lambda(f) => self.within(scope::function(f).bound, |v| visit::expr(v, e)),
            ExprKind::Comp(c) => self.within(scope::comp(c).bound, |v| visit::expr(v, e)),
            _ => visit::expr(self, e),
        }
    }

    fn stmt(&mut self, s: &Stmt) {
        match &s.kind {
            StmtKind::Function(g) if g.name == self.name => {
                // Its own body: what it captures are parameters then.
                g.body.iter().for_each(|s| self.stmt(s));
            }
            StmtKind::Function(g) => self.within(scope::function(g).bound, |v| visit::stmt(v, s)),
            StmtKind::Class(_) => {
                // Names of a class body are another matter.
                self.good &= !mentions(s, self.name);
            }
            _ => visit::stmt(self, s),
        }
    }
}

/// Calls of a lifted function.
struct Renamer<'a> {
    name: String,
    new: String,
    captured: &'a [String],
}

impl Rewrite for Renamer<'_> {
    fn expr(&mut self, e: &mut Expr) {
        rewrite::expr(self, e);
        let at = e.at;
        if let ExprKind::Call(f, args) = &mut e.kind
            && matches!(&f.kind, ExprKind::Name(n) if *n == self.name)
        {
            f.kind = ExprKind::Name(self.new.clone());
            let (start, end) = (f.at.start, at.end);
            let more = self.captured.iter().enumerate().map(|(n, name)| {
                // Every read has a place of its own.
                let at = batuta_text::TextRange { start, end: end + n as u32 + 1 };
                Arg::Pos(Expr { at, kind: ExprKind::Name(name.clone()) })
            });
            args.splice(0..0, more);
        }
    }
}
