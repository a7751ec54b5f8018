//! Containers that a class binds, as names of the module: `self.TABLE` and `Class.TABLE` read those then.

use crate::hir::*;
use crate::rewrite::{self, Rewrite};
use crate::scope;
use crate::visit::{self, Visit};
use batuta_text::TextRange;
use std::collections::{BTreeMap, BTreeSet};

/// Rewrites a module. `shared` are names that other modules see; none when they may see all.
pub(crate) fn rewrite(m: &mut Module, shared: Option<&BTreeSet<String>>) {
    let Some(shared) = shared else { return };
    let mut taken = crate::eager::bound_anywhere(m);
    let written = Written::of(m);
    if written.hidden {
        return;
    }
    let mut at = 0;
    while at < m.body.len() {
        let names = match &m.body[at].kind {
            StmtKind::Class(c) if !shared.contains(&c.name) && written.alone(c) => candidates(c, &written, &taken),
            _ => vec![],
        };
        if names.is_empty() {
            at += 1;
            continue;
        }
        let StmtKind::Class(c) = &mut m.body[at].kind else { return };
        let class = c.name.clone();
        let made = take_out(c, &names);
        let mut inside = Inside { class: class.clone(), names: &names, this: None };
        c.body.iter_mut().for_each(|s| inside.method(s));
        taken.extend(names.iter().map(|n| global(&class, n)));
        let mut outside = Inside { class, names: &names, this: None };
        m.body.iter_mut().for_each(|s| outside.stmt(s));
        let count = made.len();
        m.body.splice(at..at, made);
        at += count + 1;
    }
}

/// The module's name of a class's constant.
pub(crate) fn global(class: &str, name: &str) -> String {
    format!("{class}__{name}")
}

/// What the module says about attributes and classes.
#[derive(Default)]
struct Written {
    /// Attributes that something sets or deletes.
    set: BTreeSet<String>,
    /// How often a name is bound at the top, and whether a scope inside binds it.
    counts: BTreeMap<String, usize>,
    inner: BTreeSet<String>,
    /// Names that stand among the bases of some class.
    bases: BTreeSet<String>,
    /// Attributes of a plain name, with it.
    read: BTreeSet<(String, String)>,
    /// Attributes may change in ways that are not seen here.
    hidden: bool,
    depth: usize,
}

impl Written {
    fn of(m: &Module) -> Written {
        let mut out = Written { set: crate::attributes::set_anywhere(m), ..Written::default() };
        m.body.iter().for_each(|s| out.stmt(s));
        for s in &m.body {
            scope::statement(s).bound.into_iter().for_each(|n| *out.counts.entry(n).or_default() += 1);
        }
        out
    }

    /// Whether a class has no relatives, and its name one meaning.
    fn alone(&self, c: &Class) -> bool {
        let base = |a: &Arg| matches!(a, Arg::Pos(Expr { kind: ExprKind::Name(n), .. }) if n == "object");
        let method = |s: &Stmt| match &s.kind {
            StmtKind::Function(f) => {
                f.name == "__getattribute__"
                    || f.decorators.is_empty() && self.read.contains(&(c.name.clone(), f.name.clone()))
            }
            _ => false,
        };
        // Other decorators are evaluated before the body.
        let named = |d: &Expr| matches!(d.kind, ExprKind::Name(_) | ExprKind::Attr(..));
        c.args.iter().all(base)
            && c.decorators.iter().all(named)
            && self.counts.get(&c.name) == Some(&1)
            && !self.inner.contains(&c.name)
            && !self.bases.contains(&c.name)
            && !c.body.iter().any(method)
    }
}

impl Visit for Written {
    fn stmt(&mut self, s: &Stmt) {
        match &s.kind {
            StmtKind::Global(names) => self.inner.extend(names.iter().cloned()),
            StmtKind::Function(f) => self.inner.extend(scope::function(f).bound),
            StmtKind::Class(c) => {
                if self.depth > 0 {
                    self.inner.insert(c.name.clone());
                }
                self.inner.extend(scope::class(c).bound);
                let mut names = scope::Names::default();
                for a in &c.args {
                    match a {
                        Arg::Pos(e) | Arg::Named(_, e) | Arg::Mapping(e) => scope::expr(e, &mut names),
                    }
                }
                self.bases.extend(names.read);
            }
            _ => {}
        }
        let nested = matches!(s.kind, StmtKind::Function(_) | StmtKind::Class(_));
        self.depth += usize::from(nested);
        visit::stmt(self, s);
        self.depth -= usize::from(nested);
    }
    fn expr(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Name(n) => self.hidden |= matches!(n.as_str(), "setattr" | "delattr" | "vars" | "exec"),
            ExprKind::Attr(base, name) => {
                self.hidden |= matches!(name.as_str(), "__dict__" | "__setattr__" | "__bases__" | "__delattr__");
                if let ExprKind::Name(n) = &base.kind {
                    self.read.insert((n.clone(), name.clone()));
                }
            }
            ExprKind::Lambda(f) => self.inner.extend(scope::function(f).bound),
            ExprKind::Comp(c) => self.inner.extend(scope::comp(c).bound),
            _ => {}
        }
        visit::expr(self, e);
    }
}

/// Names that the class binds to a container of its own or to a number that is computed, before it does anything that can be seen.
fn candidates(c: &Class, written: &Written, taken: &BTreeSet<String>) -> Vec<String> {
    let bound = scope::class(c).bound;
    let mut out: Vec<String> = vec![];
    let mut seen = BTreeSet::new();
    for s in &c.body {
        let StmtKind::Assign(targets, value) = &s.kind else {
            match &s.kind {
                StmtKind::Function(f)
                    if f.params.iter().all(|p| p.default.as_ref().is_none_or(crate::lower::call::constant)) =>
                {
                    continue;
                }
                StmtKind::Pass | StmtKind::Expr(Expr { kind: ExprKind::Str(_), .. }) | StmtKind::AnnAssign(..) => {
                    continue;
                }
                _ => break,
            }
        };
        let [Expr { kind: ExprKind::Name(name), .. }] = &targets[..] else { break };
        if crate::lower::call::constant(value) {
            seen.insert(name.clone());
            continue;
        }
        let mut names = scope::Names::default();
        scope::expr(value, &mut names);
        let free = names.read.union(&names.inner).all(|n| !bound.contains(n)) && names.walrus.is_empty();
        let fits = match &value.kind {
            ExprKind::Dict(_) | ExprKind::List(_) | ExprKind::Set(_) | ExprKind::Tuple(_) => true,
            ExprKind::Comp(c) => matches!(c.kind, CompKind::List | CompKind::Dict | CompKind::Set),
            ExprKind::Binary(..) => arithmetic(value),
            _ => false,
        };
        if !fits || !free {
            break;
        }
        if !name.starts_with("__")
            && seen.insert(name.clone())
            && !written.set.contains(name)
            && c.body.iter().filter(|s| scope::statement(s).bound.contains(name)).count() == 1
            && !taken.contains(&global(&c.name, name))
        {
            out.push(name.clone());
        }
    }
    out
}

fn arithmetic(e: &Expr) -> bool {
    match &e.kind {
        ExprKind::Int(_) | ExprKind::Float(_) => true,
        ExprKind::Binary(_, a, b) => arithmetic(a) && arithmetic(b),
        ExprKind::Unary(_, a) => arithmetic(a),
        _ => false,
    }
}

/// The values become statements of the module, to which the class's own statements refer.
fn take_out(c: &mut Class, names: &[String]) -> Vec<Stmt> {
    let mut out = vec![];
    for s in &mut c.body {
        let at = s.at;
        let StmtKind::Assign(targets, value) = &mut s.kind else { continue };
        let [Expr { kind: ExprKind::Name(name), .. }] = &targets[..] else { continue };
        if !names.contains(name) {
            continue;
        }
        let place = |n: u32| TextRange { start: at.start, end: at.end + n };
        let name = |n: u32, text: &str| Expr { at: place(n), kind: ExprKind::Name(text.into()) };
        let all = global(
            &c.name,
            match &targets[0].kind {
                ExprKind::Name(n) => n,
                _ => continue,
            },
        );
        let value = std::mem::replace(value, name(1, &all));
        out.push(Stmt { at, kind: StmtKind::Assign(vec![name(2, &all)], value) });
    }
    out
}

/// Reads of the class's containers become reads of the module's names.
struct Inside<'a> {
    class: String,
    names: &'a [String],
    this: Option<String>,
}

impl Inside<'_> {
    fn method(&mut self, s: &mut Stmt) {
        let StmtKind::Function(f) = &mut s.kind else { return };
        let plain = |d: &Expr| matches!(&d.kind, ExprKind::Name(n) if n == "property" || n == "classmethod");
        if !f.decorators.iter().all(plain) {
            return;
        }
        let Some(first) = f.params.first().map(|p| p.name.clone()) else { return };
        if crate::assign::locals(std::slice::from_ref(&first), &f.body).changed.contains(&first) {
            return;
        }
        self.this = Some(first);
        f.body.iter_mut().for_each(|s| self.stmt(s));
        self.this = None;
    }

    fn around(&mut self, f: &Function) -> Option<String> {
        let hides = self.this.as_ref().is_some_and(|t| scope::function(f).bound.contains(t));
        if hides { self.this.take() } else { None }
    }
}

impl Rewrite for Inside<'_> {
    fn expr(&mut self, e: &mut Expr) {
        let old = match &e.kind {
            ExprKind::Lambda(f) => self.around(f),
            _ => None,
        };
        rewrite::expr(self, e);
        self.this = old.or(self.this.take());
        if let ExprKind::Attr(base, name) = &e.kind
            && let ExprKind::Name(n) = &base.kind
            && (*n == self.class || self.this.as_ref() == Some(n))
            && self.names.contains(name)
        {
            e.kind = ExprKind::Name(global(&self.class, name));
        }
    }
    fn stmt(&mut self, s: &mut Stmt) {
        let old = match &s.kind {
            StmtKind::Function(f) => self.around(f),
            _ => None,
        };
        rewrite::stmt(self, s);
        self.this = old.or(self.this.take());
    }
}
