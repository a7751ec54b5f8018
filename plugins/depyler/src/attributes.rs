//! Which attributes a module sets.

use crate::hir::*;
use crate::visit::{self, Visit};
use std::collections::BTreeSet;

/// Names of attributes that something in the module sets or deletes, of whatever object.
pub(crate) fn set_anywhere(m: &Module) -> BTreeSet<String> {
    let mut out = Finder::default();
    m.body.iter().for_each(|s| out.stmt(s));
    out.0
}

#[derive(Default)]
struct Finder(BTreeSet<String>);

impl Finder {
    fn target(&mut self, t: &Expr) {
        match &t.kind {
            ExprKind::Attr(_, name) => drop(self.0.insert(name.clone())),
            ExprKind::Tuple(parts) | ExprKind::List(parts) => parts.iter().for_each(|p| self.target(p)),
            ExprKind::Star(inner) => self.target(inner),
            _ => {}
        }
    }
}

impl Visit for Finder {
    fn stmt(&mut self, s: &Stmt) {
        match &s.kind {
            StmtKind::Assign(targets, _) | StmtKind::Delete(targets) => targets.iter().for_each(|t| self.target(t)),
            StmtKind::AugAssign(_, t, _) | StmtKind::AnnAssign(t, ..) | StmtKind::For(t, ..) => self.target(t),
            StmtKind::With(items, _) => items.iter().filter_map(|(_, t)| t.as_ref()).for_each(|t| self.target(t)),
            _ => {}
        }
        visit::stmt(self, s);
    }
}
