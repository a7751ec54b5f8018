//! Where local variables are declared, and which of them may have no value when they are read.

use crate::hir::*;
use crate::scope::{self, Names};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of the local variables of one function.
#[derive(Clone, Debug, Default)]
pub struct Locals {
    /// May have no value at some read.
    pub unsure: BTreeSet<String>,
    /// Declared by the assignment or the `for` statement that starts at this byte.
    pub declared: BTreeMap<String, u32>,
    /// Bound more than once, or changed in place.
    pub changed: BTreeSet<String>,
}

#[derive(Default)]
struct Seen {
    /// Common prefix of the blocks of all occurrences.
    common: Vec<u32>,
    /// Block and place of the statement that occurs first, when that one can declare.
    first: Option<(Vec<u32>, u32)>,
    bindings: usize,
}

struct Walk {
    names: BTreeMap<String, Seen>,
    unsure: BTreeSet<String>,
    path: Vec<u32>,
    next: u32,
}

/// Analyses a body whose parameters already have values.
pub fn locals(params: &[String], body: &[Stmt]) -> Locals {
    let mut walk = Walk { names: BTreeMap::new(), unsure: BTreeSet::new(), path: vec![], next: 0 };
    let mut assigned: BTreeSet<String> = params.iter().cloned().collect();
    for param in params {
        walk.names.insert(param.clone(), Seen { common: vec![], first: None, bindings: 1 });
    }
    walk.block(body, &mut assigned);
    let mut out = Locals { unsure: walk.unsure, ..Locals::default() };
    for (name, seen) in walk.names {
        if seen.bindings > 1 {
            out.changed.insert(name.clone());
        }
        if let Some((path, at)) = seen.first
            && path == seen.common
            && !out.unsure.contains(&name)
        {
            out.declared.insert(name, at);
        }
    }
    out
}

impl Walk {
    fn occurs(&mut self, name: &str, first: Option<u32>) {
        let path = self.path.clone();
        match self.names.get_mut(name) {
            None => {
                let first = first.map(|at| (path.clone(), at));
                self.names.insert(name.to_string(), Seen { common: path, first, bindings: 0 });
            }
            Some(seen) => {
                let shared = seen.common.iter().zip(&path).take_while(|(a, b)| a == b).count();
                seen.common.truncate(shared);
            }
        }
    }

    fn read(&mut self, e: &Expr, assigned: &mut BTreeSet<String>) {
        let mut names = Names::default();
        scope::expr(e, &mut names);
        self.reads(&names, assigned);
    }

    fn reads(&mut self, names: &Names, assigned: &mut BTreeSet<String>) {
        for name in names.read.iter().chain(&names.inner) {
            self.occurs(name, None);
            if !assigned.contains(name) {
                self.unsure.insert(name.clone());
            }
        }
        for name in &names.walrus {
            self.occurs(name, None);
            assigned.insert(name.clone());
        }
    }

    fn bind(&mut self, name: &str, first: Option<u32>, assigned: &mut BTreeSet<String>) {
        self.occurs(name, first);
        if let Some(seen) = self.names.get_mut(name) {
            seen.bindings += 1;
        }
        assigned.insert(name.to_string());
    }

    fn target(&mut self, t: &Expr, first: Option<u32>, assigned: &mut BTreeSet<String>) {
        match &t.kind {
            ExprKind::Name(name) => self.bind(name, first, assigned),
            ExprKind::Tuple(all) | ExprKind::List(all) => all.iter().for_each(|t| self.target(t, None, assigned)),
            ExprKind::Star(inner) => self.target(inner, None, assigned),
            _ => self.read(t, assigned),
        }
    }

    fn nested(&mut self, body: &[Stmt], assigned: &mut BTreeSet<String>) -> bool {
        self.next += 1;
        self.path.push(self.next);
        let ends = self.block(body, assigned);
        self.path.pop();
        ends
    }

    /// Whether the end of the block is never reached.
    fn block(&mut self, body: &[Stmt], assigned: &mut BTreeSet<String>) -> bool {
        let mut ends = false;
        for s in body {
            ends |= self.stmt(s, assigned);
        }
        ends
    }

    fn stmt(&mut self, s: &Stmt, assigned: &mut BTreeSet<String>) -> bool {
        let at = s.at.start;
        match &s.kind {
            StmtKind::Assign(targets, value) => {
                self.read(value, assigned);
                let only = targets.len() == 1;
                targets.iter().for_each(|t| self.target(t, only.then_some(at), assigned));
            }
            StmtKind::AugAssign(_, t, value) => {
                self.read(t, assigned);
                self.read(value, assigned);
                self.target(t, None, assigned);
            }
            StmtKind::AnnAssign(t, _, Some(value)) => {
                self.read(value, assigned);
                self.target(t, Some(at), assigned);
            }
            StmtKind::AnnAssign(t, _, None) => {
                if !matches!(t.kind, ExprKind::Name(_)) {
                    self.read(t, assigned);
                }
            }
            StmtKind::Delete(targets) => {
                for t in targets {
                    self.read(t, assigned);
                    if let ExprKind::Name(name) = &t.kind {
                        self.bind(name, None, assigned);
                        assigned.remove(name);
                        self.unsure.insert(name.clone());
                    }
                }
            }
            StmtKind::If(test, a, b) => {
                self.read(test, assigned);
                return self.branches(&[a, b], assigned);
            }
            StmtKind::While(test, body, otherwise) => {
                self.read(test, assigned);
                self.nested(body, &mut assigned.clone());
                let endless = matches!(test.kind, ExprKind::Bool(true)) && !breaks(body);
                self.nested(otherwise, &mut assigned.clone());
                return endless;
            }
            StmtKind::For(t, iter, body, otherwise) => {
                self.read(iter, assigned);
                let mut inside = assigned.clone();
                self.next += 1;
                self.path.push(self.next);
                self.target(t, Some(at), &mut inside);
                self.block(body, &mut inside);
                self.path.pop();
                self.nested(otherwise, &mut assigned.clone());
            }
            StmtKind::With(items, body) => {
                self.next += 1;
                for (manager, t) in items {
                    self.read(manager, assigned);
                    self.path.push(self.next);
                    t.iter().for_each(|t| self.target(t, None, assigned));
                    self.path.pop();
                }
                // A manager may swallow an exception, and then the body ends early.
                let before = assigned.clone();
                let ends = self.nested(body, assigned);
                let _ = ends;
                *assigned = before;
            }
            StmtKind::Try(body, handlers, otherwise, last) => {
                return self.try_(body, handlers, otherwise, last, assigned);
            }
            StmtKind::Match(subject, cases) => {
                self.read(subject, assigned);
                let mut merged: Option<BTreeSet<String>> = None;
                for case in cases {
                    let mut names = Names::default();
                    scope::pattern(&case.pattern, &mut names);
                    let mut inside = assigned.clone();
                    let bound = std::mem::take(&mut names.bound);
                    self.reads(&names, &mut inside);
                    bound.iter().for_each(|name| self.bind(name, None, &mut inside));
                    case.guard.iter().for_each(|g| self.read(g, &mut inside));
                    if !self.nested(&case.body, &mut inside) {
                        merged = Some(merged.map_or(inside.clone(), |m| m.intersection(&inside).cloned().collect()));
                    }
                }
                let _ = merged;
            }
            StmtKind::Function(f) => {
                f.decorators.iter().for_each(|d| self.read(d, assigned));
                f.params.iter().filter_map(|p| p.default.as_ref()).for_each(|d| self.read(d, assigned));
                for name in scope::function(f).free() {
                    self.occurs(&name, None);
                }
                self.bind(&f.name, None, assigned);
            }
            StmtKind::Class(c) => {
                let mut names = Names::default();
                let around = scope::statement(s);
                names.read.extend(around.read);
                let known = scope::class(c).bound;
                names.read.retain(|n| !known.contains(n) || assigned.contains(n));
                self.reads(&names, assigned);
                for name in around.inner {
                    self.occurs(&name, None);
                }
                self.bind(&c.name, None, assigned);
            }
            StmtKind::Import(all) => {
                for import in all {
                    match &import.names {
                        Some(list) => list.iter().for_each(|(_, alias)| self.bind(alias, None, assigned)),
                        None => {
                            let first = import.module.split('.').next().unwrap_or("").to_string();
                            self.bind(import.alias.as_ref().unwrap_or(&first), None, assigned);
                        }
                    }
                }
            }
            StmtKind::Expr(e) => self.read(e, assigned),
            StmtKind::Assert(a, b) => {
                self.read(a, assigned);
                b.iter().for_each(|e| self.read(e, assigned));
            }
            StmtKind::Return(e) => {
                e.iter().for_each(|e| self.read(e, assigned));
                return true;
            }
            StmtKind::Raise(a, b) => {
                a.iter().chain(b).for_each(|e| self.read(e, assigned));
                return true;
            }
            StmtKind::Break | StmtKind::Continue => return true,
            StmtKind::Global(_) | StmtKind::Nonlocal(_) | StmtKind::Pass | StmtKind::Refused(..) => {}
        }
        false
    }

    fn branches(&mut self, parts: &[&Vec<Stmt>], assigned: &mut BTreeSet<String>) -> bool {
        let mut merged: Option<BTreeSet<String>> = None;
        for body in parts {
            let mut inside = assigned.clone();
            if !self.nested(body, &mut inside) {
                merged = Some(match merged {
                    None => inside,
                    Some(other) => other.intersection(&inside).cloned().collect(),
                });
            }
        }
        match merged {
            Some(merged) => {
                *assigned = merged;
                false
            }
            None => true,
        }
    }

    fn try_(
        &mut self,
        body: &[Stmt],
        handlers: &[Handler],
        otherwise: &[Stmt],
        last: &[Stmt],
        assigned: &mut BTreeSet<String>,
    ) -> bool {
        let before = assigned.clone();
        let mut good = before.clone();
        let mut ends = self.nested(body, &mut good);
        ends |= self.nested(otherwise, &mut good);
        let mut merged = if ends { None } else { Some(good) };
        for handler in handlers {
            let mut inside = before.clone();
            handler.class.iter().for_each(|c| self.read(c, &mut inside));
            if let Some(name) = &handler.name {
                self.bind(name, None, &mut inside);
            }
            let handler_ends = self.nested(&handler.body, &mut inside);
            if let Some(name) = &handler.name {
                // The name is unbound behind the handler.
                inside.remove(name);
            }
            if !handler_ends {
                merged = Some(match merged {
                    None => inside,
                    Some(other) => other.intersection(&inside).cloned().collect(),
                });
            }
        }
        let mut after = before.clone();
        let last_ends = self.nested(last, &mut after);
        match merged {
            Some(merged) if !last_ends => {
                let new = after.difference(&before).cloned();
                *assigned = merged.into_iter().chain(new).collect();
                false
            }
            _ => true,
        }
    }
}

/// Whether a loop's body breaks out of it.
pub fn breaks(body: &[Stmt]) -> bool {
    body.iter().any(|s| match &s.kind {
        StmtKind::Break => true,
        StmtKind::If(_, a, b) => breaks(a) || breaks(b),
        StmtKind::While(_, _, b) | StmtKind::For(_, _, _, b) => breaks(b),
        StmtKind::With(_, b) => breaks(b),
        StmtKind::Try(a, h, b, c) => breaks(a) || breaks(b) || breaks(c) || h.iter().any(|h| breaks(&h.body)),
        StmtKind::Match(_, cases) => cases.iter().any(|c| breaks(&c.body)),
        _ => false,
    })
}
