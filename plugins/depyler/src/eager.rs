//! Generator expressions that a built-in function uses up at once: they run in place, as a list does.
//!
//! `sum(x for x in y)` cannot be told from `sum([x for x in y])`, and `any(…)` is a loop that stops at the first true element.

use crate::hir::*;
use crate::rewrite::{self, Rewrite};
use crate::scope;
use crate::visit::{self, Visit};
use std::collections::BTreeSet;

/// Functions that take all of an iteration before they do anything that can be seen.
const CONSUMERS: &[&str] = &["sum", "list", "sorted", "tuple", "set", "frozenset", "min", "max"];

/// Rewrites a module.
pub fn rewrite(m: &mut Module) {
    let bound = bound_anywhere(m);
    let mut eager = Eager { bound };
    m.body.iter_mut().for_each(|s| eager.stmt(s));
}

/// Every name that some scope of the module binds.
pub(crate) fn bound_anywhere(m: &Module) -> BTreeSet<String> {
    #[derive(Default)]
    struct Finder(BTreeSet<String>);
    impl Visit for Finder {
        fn stmt(&mut self, s: &Stmt) {
            match &s.kind {
                StmtKind::Function(f) => self.0.extend(scope::function(f).bound),
                StmtKind::Class(c) => self.0.extend(scope::class(c).bound),
                StmtKind::Global(names) => self.0.extend(names.iter().cloned()),
                _ => {}
            }
            visit::stmt(self, s);
        }
        fn expr(&mut self, e: &Expr) {
            match &e.kind {
                ExprKind::Lambda(f) => self.0.extend(scope::function(f).bound),
                ExprKind::Comp(c) => self.0.extend(scope::comp(c).bound),
                _ => {}
            }
            visit::expr(self, e);
        }
    }
    let mut finder = Finder::default();
    finder.0.extend(scope::module(m).bound);
    m.body.iter().for_each(|s| finder.stmt(s));
    finder.0
}

struct Eager {
    bound: BTreeSet<String>,
}

impl Rewrite for Eager {
    fn expr(&mut self, e: &mut Expr) {
        rewrite::expr(self, e);
        let ExprKind::Call(f, args) = &mut e.kind else { return };
        let [Arg::Pos(first), rest @ ..] = &mut args[..] else { return };
        let ExprKind::Comp(comp) = &mut first.kind else { return };
        if comp.kind != CompKind::Generator || !plain(comp) {
            return;
        }
        match &f.kind {
            ExprKind::Name(name) if self.bound.contains(name) => {}
            ExprKind::Name(name) if CONSUMERS.contains(&name.as_str()) => {
                if rest.iter().all(still) {
                    comp.kind = CompKind::List;
                }
            }
            ExprKind::Name(name) if matches!(name.as_str(), "any" | "all") && rest.is_empty() => {
                comp.kind = if name == "any" { CompKind::Any } else { CompKind::All };
                let kind = std::mem::replace(&mut first.kind, ExprKind::None);
                e.kind = kind;
            }
            ExprKind::Attr(base, name)
                if name == "join" && rest.is_empty() && matches!(base.kind, ExprKind::Str(_) | ExprKind::Format(_)) =>
            {
                comp.kind = CompKind::List;
            }
            _ => {}
        }
    }
}

/// Whether running a generator expression in place shows no difference.
fn plain(comp: &Comp) -> bool {
    struct Finder(bool);
    impl Visit for Finder {
        fn expr(&mut self, e: &Expr) {
            self.0 &= match &e.kind {
                ExprKind::Walrus(..) | ExprKind::Yield(_) | ExprKind::YieldFrom(_) => false,
                // `StopIteration` inside a generator is another exception outside of it.
                ExprKind::Name(n) => !matches!(n.as_str(), "next" | "StopIteration") && !n.starts_with(' '),
                ExprKind::Attr(_, n) => n != "__next__" && n != "send",
                _ => true,
            };
            visit::expr(self, e);
        }
    }
    let mut finder = Finder(true);
    for l in &comp.loops {
        finder.expr(&l.iter);
        l.tests.iter().for_each(|t| finder.expr(t));
    }
    finder.expr(&comp.element);
    finder.0
}

/// Whether computing an argument does nothing that can be seen.
fn still(a: &Arg) -> bool {
    match a {
        Arg::Pos(e) | Arg::Named(_, e) => match &e.kind {
            ExprKind::Name(_) | ExprKind::Lambda(_) => true,
            ExprKind::List(items) => items.is_empty(),
            _ => crate::lower::call::constant(e),
        },
        Arg::Mapping(_) => false,
    }
}
