//! Functions under `functools.cache` that are only called: the cache becomes a dictionary that the function itself asks.
//!
//! What can tell the two apart keeps the decorator: a bounded cache, arguments by name, statistics, the function as a value.

use crate::hir::*;
use crate::rewrite::{self, Places, Rewrite};
use crate::scope;
use crate::visit::{self, Visit};
use batuta_text::TextRange;
use std::collections::BTreeSet;

/// A built-in function of our own: what a cache with one argument looks for.
pub(crate) const KEY: &str = " memo_key";

/// Rewrites the cached functions of a module. `shared` are names that other modules see; none when they may see all.
pub(crate) fn rewrite(m: &mut Module, shared: Option<&BTreeSet<String>>) {
    let names = Caches::of(m);
    if names.functions.is_empty() && names.modules.is_empty() {
        return;
    }
    let mut memo = Memo { taken: crate::eager::bound_anywhere(m), names };
    let hidden = |name: &str| shared.is_none_or(|s| s.contains(name));
    memo.block(&mut m.body, &hidden);
    for s in &mut m.body {
        match &mut s.kind {
            StmtKind::Function(f) => memo.inside(f),
            StmtKind::Class(c) => c.body.iter_mut().for_each(|s| {
                if let StmtKind::Function(f) = &mut s.kind {
                    memo.inside(f);
                }
            }),
            _ => {}
        }
    }
}

/// What names of `functools` the module has.
#[derive(Default)]
struct Caches {
    /// With the name there.
    functions: Vec<(String, String)>,
    modules: Vec<String>,
}

impl Caches {
    fn of(m: &Module) -> Caches {
        let mut out = Caches::default();
        for import in m.body.iter().flat_map(|s| if let StmtKind::Import(all) = &s.kind { &all[..] } else { &[] }) {
            match &import.names {
                Some(names) if import.module == "functools" && import.level == 0 => {
                    out.functions.extend(names.iter().map(|(name, alias)| (alias.clone(), name.clone())));
                }
                None if import.module == "functools" => {
                    out.modules.push(import.alias.clone().unwrap_or_else(|| "functools".into()));
                }
                _ => {}
            }
        }
        // Only what nothing else binds.
        let mut counts = std::collections::BTreeMap::<String, usize>::new();
        for s in &m.body {
            scope::statement(s).bound.into_iter().for_each(|n| *counts.entry(n).or_default() += 1);
        }
        let mut inner = BTreeSet::new();
        for s in m.body.iter().filter(|s| !matches!(s.kind, StmtKind::Import(_))) {
            inner.extend(crate::eager::bound_anywhere(&Module { body: vec![s.clone()], ..Module::default() }));
        }
        let single = |n: &String| counts.get(n) == Some(&1) && !inner.contains(n);
        out.functions.retain(|(n, _)| single(n));
        out.modules.retain(single);
        out
    }

    /// Whether a decorator is a cache without a limit.
    fn unlimited(&self, d: &Expr) -> bool {
        match &d.kind {
            ExprKind::Call(f, args) => {
                let none = match &args[..] {
                    [Arg::Pos(e)] => matches!(e.kind, ExprKind::None),
                    [Arg::Named(name, e)] => name == "maxsize" && matches!(e.kind, ExprKind::None),
                    _ => false,
                };
                none && self.named(f) == Some("lru_cache")
            }
            _ => self.named(d) == Some("cache"),
        }
    }

    fn named<'a>(&'a self, e: &'a Expr) -> Option<&'a str> {
        match &e.kind {
            ExprKind::Name(n) => self.functions.iter().find(|(alias, _)| alias == n).map(|(_, name)| name.as_str()),
            ExprKind::Attr(base, name) => match &base.kind {
                ExprKind::Name(n) if self.modules.contains(n) => Some(name),
                _ => None,
            },
            _ => None,
        }
    }
}

struct Memo {
    taken: BTreeSet<String>,
    names: Caches,
}

impl Memo {
    fn fresh(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_string();
        while !self.taken.insert(name.clone()) {
            name.push('_');
        }
        name
    }

    fn inside(&mut self, f: &mut Function) {
        self.block(&mut f.body, &|_| false);
        for s in &mut f.body {
            if let StmtKind::Function(g) = &mut s.kind {
                self.inside(g);
            }
        }
    }

    /// Functions that the block itself defines.
    fn block(&mut self, body: &mut Vec<Stmt>, hidden: &dyn Fn(&str) -> bool) {
        let mut at = 0;
        while at < body.len() {
            let fits = match &body[at].kind {
                StmtKind::Function(f) => !hidden(&f.name) && self.fits(f) && only_called(body, f),
                _ => false,
            };
            if fits {
                let (memo, made) = self.written_out(&mut body[at]);
                let StmtKind::Function(f) = &body[at].kind else { return };
                let mut clear = Clear { name: f.name.clone(), memo };
                body.iter_mut().for_each(|s| clear.stmt(s));
                body.insert(at, made);
                at += 1;
            }
            at += 1;
        }
    }

    fn fits(&self, f: &Function) -> bool {
        let [d] = &f.decorators[..] else { return false };
        let params: Vec<String> = f.params.iter().map(|p| p.name.clone()).collect();
        let names = scope::function(f);
        let locals = crate::assign::locals(&params, &f.body);
        self.names.unlimited(d)
            && !f.generator
            && !f.asynchronous
            && (1..=6).contains(&params.len())
            && f.params.iter().all(|p| matches!(p.kind, ParamKind::Normal) && p.default.is_none())
            && !params.iter().any(|p| locals.changed.contains(p) || names.walrus.contains(p))
            && !names.bound.contains(&f.name)
            && !ends_late(&f.body)
    }

    /// Rewrites the function; its cache's name, and the statement that makes it.
    fn written_out(&mut self, s: &mut Stmt) -> (String, Stmt) {
        let at = s.at;
        let StmtKind::Function(f) = &mut s.kind else { return (String::new(), s.clone()) };
        let memo = self.fresh(&format!("memo_{}", f.name));
        let (key, result) = (self.fresh("key"), self.fresh("result"));
        let from = f.decorators.pop().map_or(at, |d| d.at);
        let mut places = Places { at: from, next: 0 };
        let one = f.params.len() == 1;
        let args: Vec<Expr> = f.params.iter().map(|p| places.name(&p.name)).collect();
        let value = if one {
            let f = places.name(KEY);
            places.expr(ExprKind::Call(Box::new(f), args.into_iter().map(Arg::Pos).collect()))
        } else {
            places.expr(ExprKind::Tuple(args))
        };
        // Each statement has a place of its own: that of the first one names the scope.
        let mut body = vec![places.assign(1, &key, value)];
        let (sought, within) = (places.name(&key), places.name(&memo));
        let known = places.expr(ExprKind::Compare(Box::new(sought), vec![(CmpOp::In, within)]));
        let (from_memo, at_key) = (places.name(&memo), places.name(&key));
        let found = places.expr(ExprKind::Item(Box::new(from_memo), Box::new(at_key)));
        let found = places.stmt(2, StmtKind::Return(Some(found)));
        body.push(places.stmt(3, StmtKind::If(known, vec![found], vec![])));
        let mut returns = Returns { memo: &memo, key: &key, result: &result };
        let ends = crate::infer::falls_off(&f.body);
        returns.block(&mut f.body);
        body.append(&mut f.body);
        if ends {
            let none = places.expr(ExprKind::None);
            body.extend(returns.kept(TextRange { start: from.start + 4, end: from.end }, none));
        }
        f.body = body;
        let empty = places.expr(ExprKind::Dict(vec![]));
        let made = places.assign(0, &memo, empty);
        (memo, made)
    }
}

/// Whether a `finally` or the end of a `with` may still raise after a `return`, so that nothing is to be kept.
fn ends_late(body: &[Stmt]) -> bool {
    struct Finder(bool);
    impl Visit for Finder {
        fn stmt(&mut self, s: &Stmt) {
            self.0 |=
                matches!(&s.kind, StmtKind::With(..)) || matches!(&s.kind, StmtKind::Try(.., last) if !last.is_empty());
            visit::stmt(self, s);
        }
    }
    let mut finder = Finder(false);
    body.iter().for_each(|s| finder.stmt(s));
    finder.0
}

/// Whether the statements only call a function, each time with all its parameters by position, or clear its cache.
fn only_called(body: &[Stmt], f: &Function) -> bool {
    struct Uses<'a>(&'a Function, bool);
    impl Uses<'_> {
        fn is(&self, e: &Expr) -> bool {
            matches!(&e.kind, ExprKind::Name(n) if *n == self.0.name)
        }
    }
    impl Visit for Uses<'_> {
        fn expr(&mut self, e: &Expr) {
            match &e.kind {
                ExprKind::Call(g, args) if self.is(g) => {
                    self.1 &= crate::infer::positional(args).is_some_and(|all| all.len() == self.0.params.len());
                    for a in args {
                        match a {
                            Arg::Pos(e) | Arg::Named(_, e) | Arg::Mapping(e) => self.expr(e),
                        }
                    }
                }
                ExprKind::Call(g, args) if args.is_empty() && clears(g, &self.0.name) => {}
                ExprKind::Lambda(g) => {
                    self.1 &= !scope::function(g).bound.contains(&self.0.name);
                    visit::expr(self, e);
                }
                ExprKind::Comp(c) => {
                    self.1 &= !scope::comp(c).bound.contains(&self.0.name);
                    visit::expr(self, e);
                }
                _ => {
                    self.1 &= !self.is(e);
                    visit::expr(self, e);
                }
            }
        }
        fn stmt(&mut self, s: &Stmt) {
            match &s.kind {
                StmtKind::Global(names) | StmtKind::Nonlocal(names) => self.1 &= !names.contains(&self.0.name),
                StmtKind::Function(g) => self.1 &= !scope::function(g).bound.contains(&self.0.name),
                StmtKind::Class(c) => self.1 &= !scope::class(c).bound.contains(&self.0.name),
                _ => {}
            }
            visit::stmt(self, s);
        }
    }
    let bound = body.iter().filter(|s| scope::statement(s).bound.contains(&f.name)).count();
    let mut uses = Uses(f, bound == 1);
    body.iter().for_each(|s| uses.stmt(s));
    uses.1
}

fn clears(f: &Expr, name: &str) -> bool {
    matches!(&f.kind, ExprKind::Attr(base, what) if what == "cache_clear" && matches!(&base.kind, ExprKind::Name(n) if n == name))
}

/// `f.cache_clear()` clears the dictionary.
struct Clear {
    name: String,
    memo: String,
}

impl Rewrite for Clear {
    fn expr(&mut self, e: &mut Expr) {
        rewrite::expr(self, e);
        if let ExprKind::Call(f, args) = &mut e.kind
            && args.is_empty()
            && clears(f, &self.name)
            && let ExprKind::Attr(base, what) = &mut f.kind
        {
            base.kind = ExprKind::Name(self.memo.clone());
            *what = "clear".into();
        }
    }
}

/// What a function returns is kept first.
struct Returns<'a> {
    memo: &'a str,
    key: &'a str,
    result: &'a str,
}

impl Returns<'_> {
    fn block(&mut self, body: &mut Vec<Stmt>) {
        let mut out = vec![];
        for mut s in std::mem::take(body) {
            match &mut s.kind {
                StmtKind::Return(value) => {
                    let none = Expr { at: TextRange { start: s.at.start, end: s.at.end + 9 }, kind: ExprKind::None };
                    let value = value.take().unwrap_or(none);
                    out.extend(self.kept(s.at, value));
                    continue;
                }
                StmtKind::If(_, a, b) | StmtKind::While(_, a, b) | StmtKind::For(_, _, a, b) => {
                    self.block(a);
                    self.block(b);
                }
                StmtKind::With(_, a) => self.block(a),
                StmtKind::Try(a, handlers, b, c) => {
                    self.block(a);
                    handlers.iter_mut().for_each(|h| self.block(&mut h.body));
                    self.block(b);
                    self.block(c);
                }
                StmtKind::Match(_, cases) => cases.iter_mut().for_each(|c| self.block(&mut c.body)),
                _ => {}
            }
            out.push(s);
        }
        *body = out;
    }

    fn kept(&self, at: TextRange, value: Expr) -> Vec<Stmt> {
        let mut places = Places { at, next: 10 };
        let set = places.assign(0, self.result, value);
        let (memo, key, held) = (places.name(self.memo), places.name(self.key), places.name(self.result));
        let slot = places.expr(ExprKind::Item(Box::new(memo), Box::new(key)));
        let keep = places.stmt(1, StmtKind::Assign(vec![slot], held));
        let held = places.name(self.result);
        vec![set, keep, places.stmt(2, StmtKind::Return(Some(held)))]
    }
}
