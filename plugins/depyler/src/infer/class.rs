//! Classes whose instances are native: plain ones, whose fields are all set by `__init__`.

use super::engine::{ClassInfo, Engine, Val};
use super::types::Ty;
use crate::hir::{Arg, Class, Expr, ExprKind, Function, Module, ParamKind, Stmt, StmtKind};
use crate::lower::call::direct;
use crate::scope;
use crate::visit::{self, Visit};
use std::collections::{BTreeMap, BTreeSet};

/// Special methods that native classes may have.
const SPECIAL: &[&str] = &["__init__", "__str__", "__repr__", "__len__"];

impl Engine<'_> {
    /// Finds the classes that may be native.
    pub(super) fn classes(&mut self, m: &Module) {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for s in &m.body {
            let one = Module { body: vec![s.clone()], ..Module::default() };
            for name in scope::module(&one).bound {
                *counts.entry(name).or_default() += 1;
            }
        }
        for s in &m.body {
            let StmtKind::Class(c) = &s.kind else { continue };
            let exported = self.facts.exported.contains(&c.name);
            if counts.get(&c.name) != Some(&1) || exported || !plain(c) || assigned_globally(m, &c.name) {
                continue;
            }
            // Statements that run before the class exists must not see it.
            let early =
                m.body.iter().take_while(|s| !matches!(&s.kind, StmtKind::Class(d) if d.name == c.name)).any(|s| {
                    let one = Module { body: vec![s.clone()], ..Module::default() };
                    scope::module(&one).read.contains(&c.name)
                });
            if early {
                continue;
            }
            let Some(fields) = fields(c) else { continue };
            let at = self.classes.len();
            let fields = fields.into_iter().map(|f| (f, self.node())).collect();
            let mut methods = BTreeMap::new();
            for s in &c.body {
                if let StmtKind::Function(f) = &s.kind {
                    let info = self.function((**f).clone());
                    self.flow_ty(&Ty::Obj(at), info.params[0]);
                    methods.insert(f.name.clone(), info);
                }
            }
            self.class_names.insert(c.name.clone(), at);
            self.classes.push(ClassInfo { c: (**c).clone(), fields, methods, dynamic: false });
        }
    }

    /// Makes a class dynamic.
    pub(super) fn dynamic_class(&mut self, class: usize) {
        if std::mem::replace(&mut self.classes[class].dynamic, true) {
            return;
        }
        self.changed = true;
        let info = &self.classes[class];
        let nodes: Vec<u32> = info
            .fields
            .values()
            .copied()
            .chain(info.methods.values().flat_map(|f| f.params.iter().copied().chain([f.ret])))
            .collect();
        nodes.into_iter().for_each(|n| self.pin(n));
    }

    /// A `class` statement.
    pub(super) fn class(&mut self, c: &Class) {
        let native = (self.scopes.len() == 1).then(|| self.class_names.get(&c.name).copied()).flatten();
        if let Some(at) = native
            && !self.classes[at].dynamic
        {
            let names: Vec<String> = self.classes[at].methods.keys().cloned().collect();
            for name in names {
                let Some(info) = self.classes[at].methods.get(&name) else { continue };
                let (f, params, ret) = (info.f.clone(), info.params.clone(), info.ret);
                self.signature_of(&f, &params, ret);
                self.body(&f, Some(ret));
            }
            return;
        }
        c.decorators.iter().for_each(|d| drop(self.dynamic(d)));
        for arg in &c.args {
            match arg {
                Arg::Pos(e) | Arg::Named(_, e) | Arg::Mapping(e) => drop(self.dynamic(e)),
            }
        }
        if let super::engine::Res::Var(node) = self.resolve(&c.name) {
            self.pin(node);
        }
        self.scopes.push(super::engine::Scope {
            key: super::NOWHERE,
            kind: super::engine::Kind::Class,
            names: scope::class(c),
            locals: crate::assign::Locals::default(),
            tries: false,
            imports: BTreeMap::new(),
            ret: None,
        });
        self.block(&c.body);
        self.scopes.pop();
    }

    /// `Class(args)`
    pub(super) fn construct(&mut self, class: usize, args: &[Arg]) -> Val {
        let object = Val::new(Ty::Obj(class));
        let has_init = self.classes[class].methods.contains_key("__init__");
        if has_init || !args.is_empty() {
            self.call_method(class, "__init__", args);
        }
        if self.classes[class].dynamic { Val::new(Ty::Dyn) } else { object }
    }

    /// A direct call of a method; none when the class is dynamic or becomes it.
    fn call_method(&mut self, class: usize, name: &str, args: &[Arg]) -> Option<Val> {
        if self.classes[class].dynamic {
            return None;
        }
        let slots = self.classes[class].methods.get(name).and_then(|f| direct(&without_self(&f.f), args));
        let Some(slots) = slots else {
            self.dynamic_class(class);
            args.iter().for_each(|a| drop(self.dynamic(super::method::argument(a))));
            return None;
        };
        let info = self.classes[class].methods.get(name)?;
        let (params, ret) = (info.params.clone(), info.ret);
        self.fill(&params[1..], slots);
        Some(self.returned(ret))
    }

    pub(super) fn object_method(&mut self, object: &Val, name: &str, args: &[Arg]) -> Option<Val> {
        let class = class_of(&object.ty)?;
        if self.classes[class].fields.contains_key(name) {
            // What the field holds is called.
            self.dynamic_class(class);
            return None;
        }
        self.call_method(class, name, args)
    }

    /// `object.name`
    pub(super) fn field(&mut self, object: &Val, name: &str) -> Val {
        if matches!(object.ty, Ty::Bot | Ty::None) {
            return Val::new(Ty::Bot);
        }
        if let Some(class) = class_of(&object.ty)
            && !self.classes[class].dynamic
            && let Some(node) = self.classes[class].fields.get(name).copied()
        {
            return self.read(node);
        }
        self.dyn_val(object);
        Val::new(Ty::Dyn)
    }

    /// `object.name = v`
    pub(super) fn set_field(&mut self, object: &Val, name: &str, v: &Val) {
        if matches!(object.ty, Ty::Bot | Ty::None) {
            return;
        }
        if let Some(class) = class_of(&object.ty)
            && !self.classes[class].dynamic
            && let Some(node) = self.classes[class].fields.get(name).copied()
        {
            return self.flow(v, node);
        }
        self.dyn_val(object);
        self.dyn_val(v);
    }

    /// The truth of a value is asked for.
    pub(super) fn truth_of(&mut self, v: &Val) {
        if let Some(class) = class_of(&v.ty)
            && self.classes[class].methods.contains_key("__len__")
        {
            self.dynamic_class(class);
        }
    }
}

fn class_of(ty: &Ty) -> Option<usize> {
    match ty {
        Ty::Obj(c) => Some(*c),
        Ty::Opt(inner) => class_of(inner),
        _ => None,
    }
}

/// A method as it is called on an object.
pub(crate) fn without_self(f: &Function) -> Function {
    let mut f = Function { body: vec![], ..f.clone() };
    f.params.remove(0);
    f
}

/// Whether nothing about a class needs the dynamic form.
fn plain(c: &Class) -> bool {
    let object = |a: &Arg| matches!(a, Arg::Pos(e) if matches!(&e.kind, ExprKind::Name(n) if n == "object"));
    if !c.decorators.is_empty() || !c.args.iter().all(object) {
        return false;
    }
    let mut names = BTreeSet::new();
    c.body.iter().all(|s| match &s.kind {
        StmtKind::Function(f) => {
            let special = f.name.starts_with("__");
            names.insert(f.name.clone())
                && (!special || SPECIAL.contains(&f.name.as_str()))
                && f.decorators.is_empty()
                && !f.generator
                && (1..=12).contains(&f.params.len())
                && f.params.iter().all(|p| {
                    matches!(p.kind, ParamKind::Normal) && p.default.as_ref().is_none_or(crate::lower::call::constant)
                })
                && simple_body(f)
        }
        StmtKind::Pass => true,
        StmtKind::Assign(targets, _) => {
            matches!(&targets[..], [Expr { kind: ExprKind::Name(n), .. }] if n == "__slots__")
        }
        StmtKind::Expr(e) => matches!(e.kind, ExprKind::Str(_)),
        _ => false,
    })
}

/// Whether a method's body has nothing that needs the class as an object.
fn simple_body(f: &Function) -> bool {
    struct Finder(bool);
    impl Visit for Finder {
        fn expr(&mut self, e: &Expr) {
            match &e.kind {
                ExprKind::Name(n) => self.0 &= n != "super" && n != "__class__",
                ExprKind::Attr(_, n) => self.0 &= !n.starts_with("__"),
                _ => {}
            }
            visit::expr(self, e);
        }
        fn stmt(&mut self, s: &Stmt) {
            visit::stmt(self, s);
        }
    }
    let names = scope::function(f);
    let this = &f.params[0].name;
    let mut finder = Finder(true);
    f.body.iter().for_each(|s| finder.stmt(s));
    // `self` stays what it is.
    finder.0 && !names.is_cell(this) && !crate::assign::locals(&[this.clone()], &f.body).changed.contains(this)
}

/// Fields that `__init__` surely sets; none when some method sets another one.
fn fields(c: &Class) -> Option<BTreeSet<String>> {
    let methods: BTreeMap<&str, &Function> = c
        .body
        .iter()
        .filter_map(|s| if let StmtKind::Function(f) = &s.kind { Some((f.name.as_str(), &**f)) } else { None })
        .collect();
    let mut sure = BTreeSet::new();
    if let Some(init) = methods.get("__init__") {
        set_by(init, &methods, &mut sure, 0);
    }
    let all = methods.values().all(|f| {
        struct Finder<'a>(&'a str, BTreeSet<String>);
        impl Visit for Finder<'_> {
            fn expr(&mut self, e: &Expr) {
                if let ExprKind::Attr(base, name) = &e.kind
                    && matches!(&base.kind, ExprKind::Name(n) if n == self.0)
                {
                    self.1.insert(name.clone());
                }
                visit::expr(self, e);
            }
        }
        let mut finder = Finder(&f.params[0].name, BTreeSet::new());
        f.body.iter().for_each(|s| finder.stmt(s));
        finder.1.iter().all(|n| sure.contains(n) || methods.contains_key(n.as_str()))
    });
    (all && !sure.iter().any(|n| methods.contains_key(n.as_str()))).then_some(sure)
}

/// Fields set by the statements of a method that always run, also by methods that it calls.
fn set_by(f: &Function, methods: &BTreeMap<&str, &Function>, out: &mut BTreeSet<String>, depth: usize) {
    let this = &f.params[0].name;
    let own = |e: &Expr| matches!(&e.kind, ExprKind::Name(n) if n == this);
    let target = |t: &Expr, out: &mut BTreeSet<String>| {
        let parts: Vec<&Expr> = match &t.kind {
            ExprKind::Tuple(parts) | ExprKind::List(parts) => parts.iter().collect(),
            _ => vec![t],
        };
        for t in parts {
            if let ExprKind::Attr(base, name) = &t.kind
                && own(base)
            {
                out.insert(name.clone());
            }
        }
    };
    for s in &f.body {
        match &s.kind {
            StmtKind::Assign(targets, _) => targets.iter().for_each(|t| target(t, out)),
            StmtKind::AnnAssign(t, _, Some(_)) => target(t, out),
            StmtKind::Expr(Expr { kind: ExprKind::Call(g, _), .. }) => {
                if let ExprKind::Attr(base, name) = &g.kind
                    && own(base)
                    && depth < 4
                    && let Some(g) = methods.get(name.as_str())
                {
                    set_by(g, methods, out, depth + 1);
                }
            }
            // What stands behind a `return` may not run.
            StmtKind::If(_, a, b) | StmtKind::For(_, _, a, b) | StmtKind::While(_, a, b)
                if super::stmt::returns(a) || super::stmt::returns(b) =>
            {
                return;
            }
            StmtKind::Return(_) | StmtKind::Raise(..) => return,
            _ => {}
        }
    }
}

/// Whether the name is bound inside some function by `global`.
fn assigned_globally(m: &Module, name: &str) -> bool {
    struct Finder<'a>(&'a str, bool);
    impl Visit for Finder<'_> {
        fn stmt(&mut self, s: &Stmt) {
            if let StmtKind::Global(names) = &s.kind {
                self.1 |= names.iter().any(|n| n == self.0);
            }
            visit::stmt(self, s);
        }
    }
    let mut finder = Finder(name, false);
    m.body.iter().for_each(|s| finder.stmt(s));
    finder.1
}
