//! `from module import *`: written out as the names that the module uses, before anything else looks at it.

use crate::catalog;
use crate::facts::Facts;
use crate::hir::{Arg, BinOp, Expr, ExprKind, Import, Module, Stmt, StmtKind};
use crate::scope;
use std::collections::BTreeSet;

/// Replaces the star of imports by names, where the imported module is known.
pub fn expand(m: &mut Module, facts: &Facts) {
    if !has_star(&m.body) {
        return;
    }
    let names = scope::module(m);
    let used: BTreeSet<String> = names.read.union(&names.inner).cloned().collect();
    let bound = bound_otherwise(&m.body);
    let mut taken = BTreeSet::new();
    let wanted = |name: &str| (used.contains(name) || facts.exported.contains(name)) && !bound.contains(name);
    walk(&mut m.body, facts, &wanted, &mut taken);
}

fn has_star(body: &[Stmt]) -> bool {
    let star = |s: &Stmt| match &s.kind {
        StmtKind::Import(all) => all.iter().any(|i| i.names.iter().flatten().any(|(name, _)| name == "*")),
        StmtKind::If(_, a, b) => has_star(a) || has_star(b),
        StmtKind::Try(a, h, b, c) => has_star(a) || has_star(b) || has_star(c) || h.iter().any(|h| has_star(&h.body)),
        _ => false,
    };
    body.iter().any(star)
}

/// The imports of a scope, functions and classes inside left out.
pub fn imports_of(body: &[Stmt]) -> Vec<&Import> {
    let mut out = vec![];
    for s in body {
        match &s.kind {
            StmtKind::Import(all) => out.extend(all),
            StmtKind::If(_, a, b) | StmtKind::While(_, a, b) | StmtKind::For(_, _, a, b) => {
                out.extend(imports_of(a));
                out.extend(imports_of(b));
            }
            StmtKind::With(_, a) => out.extend(imports_of(a)),
            StmtKind::Try(a, handlers, b, c) => {
                out.extend(imports_of(a));
                handlers.iter().for_each(|h| out.extend(imports_of(&h.body)));
                out.extend(imports_of(b));
                out.extend(imports_of(c));
            }
            _ => {}
        }
    }
    out
}

/// What `__all__` lists: none when nothing binds it, an empty name when its value is not known.
pub fn listed(body: &[Stmt]) -> Option<Vec<String>> {
    let named = |e: &Expr| matches!(&e.kind, ExprKind::Name(n) if n == "__all__");
    let mut out: Option<Vec<String>> = None;
    for s in body {
        let (value, anew) = match &s.kind {
            StmtKind::Assign(targets, value) if matches!(&targets[..], [one] if named(one)) => (value, true),
            StmtKind::AnnAssign(target, _, Some(value)) if named(target) => (value, true),
            StmtKind::AugAssign(BinOp::Add, target, value) if named(target) => (value, false),
            StmtKind::Expr(Expr { kind: ExprKind::Call(f, args), .. }) => match (&f.kind, &args[..]) {
                (ExprKind::Attr(base, name), [Arg::Pos(value)]) if named(base) && name == "extend" => (value, false),
                (ExprKind::Attr(base, _), _) if named(base) => return Some(vec![String::new()]),
                _ => continue,
            },
            _ if crate::scope::statement(s).bound.contains("__all__") => return Some(vec![String::new()]),
            _ => continue,
        };
        let Some(new) = texts(value) else { return Some(vec![String::new()]) };
        if anew {
            out = None;
        }
        out.get_or_insert_default().extend(new);
    }
    out
}

/// Texts of a display.
fn texts(e: &Expr) -> Option<Vec<String>> {
    match &e.kind {
        ExprKind::List(all) | ExprKind::Tuple(all) => all
            .iter()
            .map(|e| match &e.kind {
                ExprKind::Str(text) if !text.is_empty() && !text.contains(char::is_whitespace) => Some(text.clone()),
                _ => None,
            })
            .collect(),
        ExprKind::Binary(BinOp::Add, a, b) => Some([texts(a)?, texts(b)?].concat()),
        _ => None,
    }
}

/// Names that statements bind, imports left out.
pub fn bound_otherwise(body: &[Stmt]) -> BTreeSet<String> {
    if !imports(body) {
        return scope::block_names(body).bound;
    }
    let mut body = body.to_vec();
    strip(&mut body);
    scope::block_names(&body).bound
}

/// Whether an import stands among statements, functions and classes inside left out.
fn imports(body: &[Stmt]) -> bool {
    body.iter().any(|s| match &s.kind {
        StmtKind::Import(_) => true,
        StmtKind::If(_, a, b) | StmtKind::While(_, a, b) | StmtKind::For(_, _, a, b) => imports(a) || imports(b),
        StmtKind::With(_, a) => imports(a),
        StmtKind::Try(a, h, b, c) => imports(a) || imports(b) || imports(c) || h.iter().any(|h| imports(&h.body)),
        _ => false,
    })
}

fn strip(body: &mut [Stmt]) {
    for s in body {
        match &mut s.kind {
            StmtKind::Import(_) => s.kind = StmtKind::Pass,
            StmtKind::If(_, a, b) | StmtKind::While(_, a, b) | StmtKind::For(_, _, a, b) => {
                strip(a);
                strip(b);
            }
            StmtKind::With(_, a) => strip(a),
            StmtKind::Try(a, handlers, b, c) => {
                strip(a);
                handlers.iter_mut().for_each(|h| strip(&mut h.body));
                strip(b);
                strip(c);
            }
            _ => {}
        }
    }
}

fn walk(body: &mut [Stmt], facts: &Facts, wanted: &dyn Fn(&str) -> bool, taken: &mut BTreeSet<String>) {
    for s in body {
        match &mut s.kind {
            StmtKind::Import(all) => {
                for import in all {
                    let Some(names) = &mut import.names else { continue };
                    if names.len() != 1 || names[0].0 != "*" {
                        continue;
                    }
                    let module = facts.absolute(&import.module, import.level);
                    if let Some(known) = public(&module, facts) {
                        let new = known.into_iter().filter(|n| wanted(n));
                        *names = new.map(|n| (n.clone(), n)).collect();
                        taken.extend(names.iter().map(|(n, _)| n.clone()));
                    }
                }
            }
            StmtKind::If(_, a, b) => {
                walk(a, facts, wanted, taken);
                walk(b, facts, wanted, taken);
            }
            StmtKind::Try(a, handlers, b, c) => {
                walk(a, facts, wanted, taken);
                handlers.iter_mut().for_each(|h| walk(&mut h.body, facts, wanted, taken));
                walk(b, facts, wanted, taken);
                walk(c, facts, wanted, taken);
            }
            _ => {}
        }
    }
}

/// What a star gives; none when that is not known.
fn public(module: &str, facts: &Facts) -> Option<Vec<String>> {
    if let Some(known) = facts.modules.get(module) {
        return known.public();
    }
    let found = catalog::find(module)?;
    let lists = [found.functions, found.constants, found.classes, found.annotations, found.pure];
    let mut all: Vec<String> = lists
        .iter()
        .flat_map(|l| l.split(' '))
        .filter(|n| !n.is_empty() && !n.starts_with('_'))
        .map(String::from)
        .collect();
    all.sort();
    Some(all)
}
