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
        if !self.bound.contains("dict") {
            pairs_in_place(e, self.bound.contains("zip"));
        }
        let ExprKind::Call(f, args) = &mut e.kind else { return };
        let takes = match &f.kind {
            ExprKind::Name(name) => !self.bound.contains(name) && CONSUMERS.contains(&name.as_str()),
            ExprKind::Attr(base, name) => name == "join" && matches!(base.kind, ExprKind::Str(_)) && args.len() == 1,
            _ => false,
        };
        if takes {
            self.mapped(args);
        }
        if takes || matches!(&f.kind, ExprKind::Attr(_, name) if name == "sort") {
            args.iter_mut().for_each(method_key);
        }
        if takes
            && let ExprKind::Call(f, args) = &mut e.kind
            && matches!(&f.kind, ExprKind::Name(n) if matches!(n.as_str(), "sorted" | "min" | "max"))
        {
            key_in_place(args);
        }
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

impl Eager {
    /// `map(f, items)` and `filter(f, items)` as a first argument become generator expressions, when `f` is a name or a plain lambda.
    fn mapped(&self, args: &mut [Arg]) {
        let [Arg::Pos(first), ..] = args else { return };
        let at = first.at;
        let ExprKind::Call(g, inner) = &first.kind else { return };
        let ExprKind::Name(what) = &g.kind else { return };
        let [Arg::Pos(function), Arg::Pos(items)] = &inner[..] else { return };
        let map = what == "map";
        if self.bound.contains(what)
            || !(map || what == "filter")
            || matches!(items.kind, ExprKind::Star(_))
            || matches!(function.kind, ExprKind::Star(_))
        {
            return;
        }
        // Places of their own, where no other expression starts and ends.
        let place = |n: u32| batuta_text::TextRange { start: g.at.start, end: at.end + n };
        let (target, result) = match &function.kind {
            ExprKind::Lambda(l) => match (&l.params[..], &l.body[..]) {
                ([p], [Stmt { kind: StmtKind::Return(Some(body)), .. }])
                    if p.kind == ParamKind::Normal && p.default.is_none() =>
                {
                    (p.name.clone(), body.clone())
                }
                _ => return,
            },
            ExprKind::Name(_) => {
                let item = " item".to_string();
                let arg = Arg::Pos(Expr { at: place(1), kind: ExprKind::Name(item.clone()) });
                (item, Expr { at: place(2), kind: ExprKind::Call(Box::new(function.clone()), vec![arg]) })
            }
            _ => return,
        };
        let name = |n: u32| Expr { at: place(n), kind: ExprKind::Name(target.clone()) };
        let (element, tests) = if map { (result, vec![]) } else { (name(3), vec![result]) };
        let loops = vec![CompLoop { target: name(4), iter: items.clone(), tests }];
        let comp = Comp { kind: CompKind::Generator, element, value: None, loops };
        if plain(&comp) {
            first.kind = ExprKind::Comp(Box::new(comp));
        }
    }
}

/// `dict((k, v) for …)` and `dict(zip(a, b))` become dictionary comprehensions.
fn pairs_in_place(e: &mut Expr, no_zip: bool) {
    let ExprKind::Call(f, args) = &mut e.kind else { return };
    let [Arg::Pos(first)] = &mut args[..] else { return };
    if !matches!(&f.kind, ExprKind::Name(n) if n == "dict") {
        return;
    }
    let made = match &mut first.kind {
        ExprKind::Comp(comp) if matches!(comp.kind, CompKind::Generator | CompKind::List) && plain(comp) => {
            let ExprKind::Tuple(parts) = &comp.element.kind else { return };
            let [k, v] = &parts[..] else { return };
            if matches!(k.kind, ExprKind::Star(_)) || matches!(v.kind, ExprKind::Star(_)) {
                return;
            }
            Comp { kind: CompKind::Dict, element: k.clone(), value: Some(v.clone()), loops: comp.loops.clone() }
        }
        ExprKind::Call(g, inner) if !no_zip && matches!(&g.kind, ExprKind::Name(n) if n == "zip") => {
            if !matches!(&inner[..], [Arg::Pos(a), Arg::Pos(b)] if [a, b].iter().all(|x| !matches!(x.kind, ExprKind::Star(_))))
            {
                return;
            }
            // Places of their own, where no other expression starts and ends.
            let place = |n: u32| batuta_text::TextRange { start: f.at.start, end: e.at.end + n };
            let name = |n: u32, text: &str| Expr { at: place(n), kind: ExprKind::Name(text.into()) };
            let target = Expr { at: place(3), kind: ExprKind::Tuple(vec![name(1, "k"), name(2, "v")]) };
            let loops = vec![CompLoop { target, iter: first.clone(), tests: vec![] }];
            Comp { kind: CompKind::Dict, element: name(4, "k"), value: Some(name(5, "v")), loops }
        }
        _ => return,
    };
    e.kind = ExprKind::Comp(Box::new(made));
}

/// A plain lambda as the key function of `sorted(items, …)` needs no function: it runs where it stands.
fn key_in_place(args: &mut [Arg]) {
    let positional = args.iter().filter(|a| !matches!(a, Arg::Named(..))).count();
    if positional != 1 || !matches!(args.first(), Some(Arg::Pos(e)) if !matches!(e.kind, ExprKind::Star(_))) {
        return;
    }
    let Some((f, body, _)) = crate::infer::inline_key(args) else { return };
    let target = Expr { at: body.at, kind: ExprKind::Name(f.params[0].name.clone()) };
    let nothing = Expr { at: body.at, kind: ExprKind::None };
    let loops = vec![CompLoop { target, iter: nothing, tests: vec![] }];
    let comp = Comp { kind: CompKind::Key, element: body.clone(), value: None, loops };
    for a in args {
        if let Arg::Named(name, e) = a
            && name == "key"
        {
            e.kind = ExprKind::Comp(Box::new(comp.clone()));
        }
    }
}

/// `key=table.get` becomes `key=lambda k: table.get(k)`.
fn method_key(a: &mut Arg) {
    let Arg::Named(what, e) = a else { return };
    let ExprKind::Attr(base, method) = &e.kind else { return };
    if what != "key" || method != "get" || !matches!(base.kind, ExprKind::Name(_)) {
        return;
    }
    let at = e.at;
    let name = "k".to_string();
    if matches!(&base.kind, ExprKind::Name(n) if *n == name) {
        return;
    }
    let place = |n: u32| batuta_text::TextRange { start: at.start, end: at.end + n };
    let arg = Arg::Pos(Expr { at: place(1), kind: ExprKind::Name(name.clone()) });
    let call = Expr { at: place(2), kind: ExprKind::Call(Box::new(e.clone()), vec![arg]) };
    let function = Function {
        name: "<lambda>".into(),
        params: vec![Param { name, kind: ParamKind::Normal, default: None, note: None }],
        body: vec![Stmt { at: place(3), kind: StmtKind::Return(Some(call)) }],
        decorators: vec![],
        doc: None,
        generator: false,
        asynchronous: false,
        note: None,
    };
    e.kind = ExprKind::Lambda(Box::new(function));
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
