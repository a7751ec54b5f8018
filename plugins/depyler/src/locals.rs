//! `locals()` in a function: written out as its names, each with how to read it.

use crate::hir::*;
use crate::rewrite::{self, Rewrite};
use crate::scope::{self, Names};
use crate::visit::{self, Visit};
use batuta_text::TextRange;
use std::collections::BTreeSet;

/// What the call becomes: the built-in name, hidden from programs by its blank.
pub const CALL: &str = " locals";

/// Writes out the calls of every function.
pub fn write_out(m: &mut Module) {
    body(&mut m.body, None);
}

/// Goes through statements; `around` are the names of the functions around, none where no function is.
fn body(all: &mut [Stmt], around: Option<&BTreeSet<String>>) {
    for s in all {
        match &mut s.kind {
            StmtKind::Function(f) => function(f, around),
            StmtKind::Class(c) => body(&mut c.body, around),
            StmtKind::If(_, a, b) | StmtKind::While(_, a, b) | StmtKind::For(_, _, a, b) => {
                body(a, around);
                body(b, around);
            }
            StmtKind::With(_, a) => body(a, around),
            StmtKind::Try(a, handlers, b, c) => {
                body(a, around);
                handlers.iter_mut().for_each(|h| body(&mut h.body, around));
                body(b, around);
                body(c, around);
            }
            StmtKind::Match(_, cases) => cases.iter_mut().for_each(|c| body(&mut c.body, around)),
            _ => {}
        }
    }
}

fn function(f: &mut Function, around: Option<&BTreeSet<String>>) {
    let names = scope::function(f);
    let mut inside = around.cloned().unwrap_or_default();
    inside.extend(names.bound.iter().cloned());
    body(&mut f.body, Some(&inside));
    let mut finder = Finder(false);
    f.body.iter().for_each(|s| finder.stmt(s));
    if finder.0 && !names.bound.contains("locals") && !names.bound.contains("vars") {
        let order = order(f, &names, around.unwrap_or(&BTreeSet::new()));
        let mut replace = Replace(&order);
        f.body.iter_mut().for_each(|s| replace.stmt(s));
    }
}

fn is_call(e: &Expr) -> bool {
    matches!(&e.kind, ExprKind::Call(f, args) if args.is_empty() && matches!(&f.kind, ExprKind::Name(n) if n == "locals" || n == "vars"))
}

struct Finder(bool);

impl Visit for Finder {
    fn expr(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Lambda(_) | ExprKind::Comp(_) => {}
            _ => {
                self.0 |= is_call(e);
                visit::expr(self, e);
            }
        }
    }
    fn stmt(&mut self, s: &Stmt) {
        if !matches!(&s.kind, StmtKind::Function(_) | StmtKind::Class(_)) {
            visit::stmt(self, s);
        }
    }
}

/// The names in CPython's order: parameters, variables as they occur, those that functions inside see, those from around.
fn order(f: &Function, names: &Names, around: &BTreeSet<String>) -> Vec<String> {
    let mut out: Vec<String> = f.params.iter().map(|p| p.name.clone()).collect();
    let mut seen = Occurrences { bound: &names.bound, out: vec![] };
    f.body.iter().for_each(|s| seen.stmt(s));
    let shared = |name: &String| names.inner.contains(name);
    out.extend(seen.out.iter().filter(|n| !shared(n)).cloned());
    out.extend(names.bound.iter().filter(|n| shared(n)).cloned());
    out.extend(names.free().into_iter().filter(|n| around.contains(n)));
    let mut known = BTreeSet::new();
    out.retain(|name| !name.starts_with(' ') && known.insert(name.clone()));
    out
}

struct Occurrences<'a> {
    bound: &'a BTreeSet<String>,
    out: Vec<String>,
}

impl Occurrences<'_> {
    fn note(&mut self, name: &str) {
        if self.bound.contains(name) {
            self.out.push(name.to_string());
        }
    }
}

impl Visit for Occurrences<'_> {
    fn expr(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Name(name) => self.note(name),
            ExprKind::Lambda(_) => {}
            ExprKind::Comp(c) => c.loops.iter().take(1).for_each(|l| self.expr(&l.iter)),
            ExprKind::Walrus(name, value) => {
                self.expr(value);
                self.note(name);
            }
            _ => visit::expr(self, e),
        }
    }
    fn stmt(&mut self, s: &Stmt) {
        match &s.kind {
            StmtKind::Function(f) => self.note(&f.name),
            StmtKind::Class(c) => self.note(&c.name),
            StmtKind::Import(_) => {
                for name in scope::statement(s).bound {
                    self.note(&name);
                }
            }
            StmtKind::For(target, iter, a, b) => {
                self.expr(iter);
                self.expr(target);
                a.iter().chain(b).for_each(|s| self.stmt(s));
            }
            StmtKind::Try(a, handlers, b, c) => {
                a.iter().chain(b).for_each(|s| self.stmt(s));
                for h in handlers {
                    h.name.iter().for_each(|name| self.note(name));
                    h.body.iter().for_each(|s| self.stmt(s));
                }
                c.iter().for_each(|s| self.stmt(s));
            }
            _ => visit::stmt(self, s),
        }
        // What patterns bind.
        if matches!(&s.kind, StmtKind::Match(..)) {
            for name in scope::statement(s).bound {
                self.note(&name);
            }
        }
    }
}

struct Replace<'a>(&'a [String]);

impl Rewrite for Replace<'_> {
    fn expr(&mut self, e: &mut Expr) {
        if is_call(e) {
            e.kind = written_out(e.at, self.0);
        } else if !matches!(&e.kind, ExprKind::Lambda(_) | ExprKind::Comp(_)) {
            rewrite::expr(self, e);
        }
    }
    fn stmt(&mut self, s: &mut Stmt) {
        if !matches!(&s.kind, StmtKind::Function(_) | StmtKind::Class(_)) {
            rewrite::stmt(self, s);
        }
    }
}

/// The call with its names.
fn written_out(at: TextRange, order: &[String]) -> ExprKind {
    let new = |kind| Expr { at, kind };
    let one = |name: &String| {
        let read = new(ExprKind::Name(name.clone()));
        let lambda = Function {
            name: "<lambda>".into(),
            params: vec![],
            body: vec![Stmt { at, kind: StmtKind::Return(Some(read)) }],
            decorators: vec![],
            doc: None,
            generator: false,
            asynchronous: false,
            note: None,
        };
        let lambda = new(ExprKind::Lambda(Box::new(lambda)));
        Arg::Pos(new(ExprKind::Tuple(vec![new(ExprKind::Str(name.clone())), lambda])))
    };
    ExprKind::Call(Box::new(new(ExprKind::Name(CALL.into()))), order.iter().map(one).collect())
}
