//! `from module import *`: written out as the names that the module uses, before anything else looks at it.

use crate::catalog;
use crate::facts::Facts;
use crate::hir::{Module, Stmt, StmtKind};
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
    walk(&mut m.body, facts, &|name| used.contains(name) && !bound.contains(name), &mut taken);
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
        if known.names.contains("__all__") {
            return None;
        }
        return Some(known.names.iter().filter(|n| !n.starts_with('_')).cloned().collect());
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
