//! Names of the module that are set once to a literal: constants.

use crate::hir::{Expr, ExprKind, Module, Stmt, StmtKind};
use crate::infer::T;
use crate::lower::Lower;
use crate::scope;
use crate::visit::{self, Visit};
use std::collections::{BTreeMap, BTreeSet};

/// Constants among `globals`, which are the names that functions share.
pub(crate) fn constants(m: &Module, globals: &BTreeSet<String>, taken: &BTreeSet<String>) -> BTreeMap<String, Expr> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for s in &m.body {
        for name in bound(s) {
            *counts.entry(name).or_default() += 1;
        }
    }
    let usable = |name: &str| counts.get(name) == Some(&1) && globals.contains(name) && !taken.contains(name);
    let mut out = BTreeMap::new();
    for s in &m.body {
        if let StmtKind::Assign(targets, value) = &s.kind
            && let [target] = &targets[..]
        {
            let pairs: Vec<(&Expr, &Expr)> = match (&target.kind, &value.kind) {
                (ExprKind::Tuple(names), ExprKind::Tuple(values)) if names.len() == values.len() => {
                    names.iter().zip(values).collect()
                }
                _ => vec![(target, value)],
            };
            let named = |e: &Expr| matches!(&e.kind, ExprKind::Name(n) if usable(n));
            if pairs.iter().all(|(t, v)| named(t) && literal(v)) {
                for (t, v) in pairs {
                    if let ExprKind::Name(name) = &t.kind {
                        out.insert(name.clone(), v.clone());
                    }
                }
            }
        }
        // Code that runs before a name has its value must see that it has none.
        if runs_code(s) {
            break;
        }
    }
    out
}

fn bound(s: &Stmt) -> BTreeSet<String> {
    scope::statement(s).bound
}

fn literal(e: &Expr) -> bool {
    match &e.kind {
        ExprKind::Bool(_) => true,
        ExprKind::Float(x) => x.is_finite(),
        ExprKind::Unary(crate::hir::UnaryOp::Neg, inner) => matches!(inner.kind, ExprKind::Float(_)) || number(e),
        _ => number(e),
    }
}

fn number(e: &Expr) -> bool {
    crate::infer::rules::literal(e).is_some_and(|n| i64::try_from(n).is_ok())
}

/// Whether a statement of the module may call functions of it.
fn runs_code(s: &Stmt) -> bool {
    struct Finder(bool);
    impl Visit for Finder {
        fn expr(&mut self, e: &Expr) {
            self.0 |= matches!(e.kind, ExprKind::Call(..) | ExprKind::Comp(_) | ExprKind::Attr(..));
            visit::expr(self, e);
        }
    }
    match &s.kind {
        StmtKind::Function(f) => !f.decorators.is_empty() || f.params.iter().any(|p| p.default.is_some()),
        StmtKind::Class(c) => {
            !c.decorators.is_empty()
                || !c.args.is_empty()
                || c.body.iter().any(|s| !matches!(&s.kind, StmtKind::Function(f) if f.decorators.is_empty()))
        }
        StmtKind::Import(_) | StmtKind::Pass => false,
        StmtKind::Assign(..) | StmtKind::AnnAssign(..) | StmtKind::Expr(_) => {
            let mut finder = Finder(false);
            finder.stmt(s);
            finder.0
        }
        _ => true,
    }
}

impl Lower<'_> {
    /// Whether an assignment only gives constants their values.
    pub(crate) fn sets_constants(&self, targets: &[Expr]) -> bool {
        let [target] = targets else { return false };
        let constant = |e: &Expr| matches!(&e.kind, ExprKind::Name(n) if self.constants.contains_key(n));
        self.scopes.len() == 1
            && match &target.kind {
                ExprKind::Tuple(names) => !names.is_empty() && names.iter().all(constant),
                _ => constant(target),
            }
    }

    /// The items of the constants.
    pub(crate) fn constant_items(&mut self) -> String {
        let mut out = String::new();
        for (name, value) in self.constants.clone() {
            let t = self.global_type(&name);
            let text = match &value.kind {
                ExprKind::Bool(b) => b.to_string(),
                ExprKind::Float(x) => format!("{x:?}"),
                ExprKind::Unary(_, inner) if matches!(inner.kind, ExprKind::Float(_)) => match &inner.kind {
                    ExprKind::Float(x) => format!("-{x:?}"),
                    _ => String::new(),
                },
                _ => crate::infer::rules::literal(&value).unwrap_or(0).to_string(),
            };
            let ty = self.type_text(&t);
            out.push_str(&format!("    pub(crate) const {}: {ty} = {text};\n", crate::lower::ident(&name)));
        }
        out
    }

    /// Constants whose type is that of their literal.
    pub(crate) fn find_constants(&mut self, m: &Module, globals: &BTreeSet<String>) {
        if self.types.is_none() {
            return;
        }
        // What a function rebinds is no constant, and neither is what another module may rebind.
        let mut taken = self.facts.exported.clone();
        taken.extend(crate::lower::module::global_targets(m));
        let all = constants(m, globals, &taken);
        let fits = |l: &Self, name: &str, e: &Expr| match &e.kind {
            ExprKind::Bool(_) => l.global_type(name) == T::Bool,
            ExprKind::Float(_) => l.global_type(name) == T::Float,
            ExprKind::Unary(_, inner) if matches!(inner.kind, ExprKind::Float(_)) => l.global_type(name) == T::Float,
            _ => matches!(l.global_type(name), T::Int(_)),
        };
        if all.iter().all(|(name, e)| fits(self, name, e)) {
            self.constants = all;
        } else {
            // Names that are set together stay together.
            self.constants = BTreeMap::new();
        }
    }
}
