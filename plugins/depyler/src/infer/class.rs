//! Classes whose instances are native: plain ones, whose fields are all set by `__init__`.

use super::dataclass::{PROPERTY, STATIC, constant_of, constants, marked};
use super::engine::{ClassInfo, Engine, FnInfo, Res, Val};
use super::family::{KIND, Kin, Member, Merged};
use super::types::Ty;
use crate::hir::{Arg, Class, Expr, ExprKind, Function, Module, ParamKind, Stmt, StmtKind};
use crate::lower::call::direct;
use crate::scope;
use crate::visit::{self, Visit};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Special methods that native classes may have.
const SPECIAL: &[&str] = &[
    "__init__",
    "__post_init__",
    "__str__",
    "__repr__",
    "__len__",
    "__bool__",
    "__hash__",
    "__eq__",
    "__ne__",
    "__lt__",
    "__le__",
    "__gt__",
    "__ge__",
    "__add__",
    "__radd__",
    "__sub__",
    "__rsub__",
    "__mul__",
    "__rmul__",
    "__truediv__",
    "__rtruediv__",
    "__floordiv__",
    "__rfloordiv__",
    "__mod__",
    "__rmod__",
    "__pow__",
    "__matmul__",
    "__and__",
    "__or__",
    "__xor__",
    "__lshift__",
    "__rshift__",
    "__neg__",
    "__pos__",
    "__invert__",
    "__abs__",
    "__getitem__",
    "__setitem__",
    "__contains__",
    "__call__",
    "__iter__",
    "__next__",
    "__reversed__",
    "__delitem__",
];

impl Engine<'_> {
    /// Finds the classes that may be native.
    pub(super) fn classes(&mut self, m: &Module) {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let statements: Vec<scope::Names> = m.body.iter().map(scope::statement).collect();
        for name in statements.iter().flat_map(|names| &names.bound) {
            *counts.entry(name.clone()).or_default() += 1;
        }
        let outside = super::tidy::set_outside(m);
        let kin = self.kin(m, &counts, &outside);
        for group in groups(m, kin) {
            let early = group.iter().any(|k| {
                let defines = |s: &Stmt| matches!(&s.kind, StmtKind::Class(d) if d.name == k.class.name);
                let before = m.body.iter().position(defines).unwrap_or(m.body.len());
                // Statements that run before the class exists must not see it.
                statements[..before].iter().any(|names| names.read.contains(&k.class.name))
            });
            if early {
                group.iter().for_each(|k| self.causes.class(&k.class.name, "early"));
                continue;
            }
            if super::causes::ON {
                for k in &group {
                    let why = doubts(&k.class);
                    if !why.is_empty() {
                        self.causes.class(&k.class.name, &why);
                    }
                }
            }
            let names: Vec<String> = group.iter().map(|k| k.class.name.clone()).collect();
            let merged = match &group[..] {
                [one] => single(&one.class, &outside),
                all => super::family::merge(all, &called_names(m)),
            };
            if let Some(merged) = merged {
                self.native_class(merged);
            } else {
                names.iter().for_each(|name| self.causes.class(name, "family or fields"));
            }
        }
    }

    /// The classes of a module that may be native, each with its base among them.
    fn kin(&mut self, m: &Module, counts: &BTreeMap<String, usize>, outside: &BTreeSet<String>) -> Vec<Kin> {
        let mut out: Vec<Kin> = vec![];
        let hidden = |name: &str| counts.contains_key(name) && name != "abstractmethod";
        for s in &m.body {
            let StmtKind::Class(c) = &s.kind else { continue };
            let exported = self.facts.exported.contains(&c.name);
            if counts.get(&c.name) != Some(&1) || exported || assigned_globally(m, &c.name) {
                self.causes.class(&c.name, "exported or rebound");
                continue;
            }
            let mut c = (**c).clone();
            let unfinished = self.declared_only(&mut c);
            let base = match &c.args[..] {
                [] => None,
                [Arg::Pos(Expr { kind: ExprKind::Name(n), .. })] => match out.iter().position(|k| k.class.name == *n) {
                    Some(at) => Some(at),
                    None if n == "object" || self.abstract_name(n, "ABC") => None,
                    None => {
                        self.causes.class(&c.name, &format!("base {n}"));
                        continue;
                    }
                },
                [Arg::Pos(Expr { kind: ExprKind::Item(generic, _), .. })] if matches!(&generic.kind, ExprKind::Name(n) if self.abstract_name(n, "Generic")) => {
                    None
                }
                [Arg::Named(what, Expr { kind: ExprKind::Name(n), .. })]
                    if what == "metaclass" && self.abstract_name(n, "ABCMeta") =>
                {
                    None
                }
                _ => {
                    self.causes.class(&c.name, "bases");
                    continue;
                }
            };
            c.args.clear();
            let around = super::tidy::Around { based: base.is_some(), heirs: inherited(m, &c.name) };
            super::tidy::tidy(&mut c, &around);
            if let Some(class) = self.written_out(&c, &hidden, outside) {
                out.push(Kin { class, base, unfinished });
            } else {
                self.causes.class(&c.name, "not written out");
            }
        }
        out
    }

    /// Whether a name is this one of the module `abc`.
    fn abstract_name(&mut self, name: &str, wanted: &str) -> bool {
        match self.resolve(name) {
            Res::LibraryName("abc", n) => n == wanted,
            Res::Annotation => name == wanted,
            _ => false,
        }
    }

    /// Takes the mark of abstract methods off, and says which had it.
    fn declared_only(&mut self, c: &mut Class) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        for s in &mut c.body {
            let StmtKind::Function(f) = &mut s.kind else { continue };
            let before = f.decorators.len();
            f.decorators.retain(|d| {
                let ExprKind::Name(n) = &d.kind else { return true };
                !self.abstract_name(n, "abstractmethod")
            });
            if f.decorators.len() < before {
                out.insert(f.name.clone());
            }
        }
        out
    }

    fn native_class(&mut self, merged: Merged) {
        let Merged { class, members, fields, partial, checked } = merged;
        let at = self.classes.len();
        let fields = fields.into_iter().map(|f| (f, self.node())).collect();
        let mut methods = BTreeMap::new();
        for s in &class.body {
            if let StmtKind::Function(f) = &s.kind {
                let info = self.function((**f).clone());
                if !marked(f, STATIC) {
                    self.flow_ty(&Ty::Obj(at), info.params[0]);
                }
                methods.insert(f.name.clone(), info);
            }
        }
        let of = |mark: &str| methods.values().filter(|f| marked(&f.f, mark)).map(|f| f.f.name.clone()).collect();
        let (properties, statics) = (of(PROPERTY), of(STATIC));
        for name in members.keys() {
            self.class_names.insert(name.clone(), at);
        }
        let constants = constants(&class);
        self.classes.push(ClassInfo {
            c: class,
            members,
            partial,
            checked,
            constants,
            properties,
            statics,
            fields,
            methods,
            dynamic: false,
        });
    }

    /// Makes a class dynamic.
    #[track_caller]
    pub(super) fn dynamic_class(&mut self, class: usize) {
        if std::mem::replace(&mut self.classes[class].dynamic, true) {
            return;
        }
        self.changed = true;
        if super::causes::ON {
            let names: Vec<String> = self.classes[class].members.keys().cloned().collect();
            names.iter().for_each(|name| self.causes.class(name, "used"));
        }
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
            if self.classes[at].c.name != c.name {
                return;
            }
            let names: Vec<String> = self.classes[at].methods.keys().cloned().collect();
            for name in names {
                let Some(info) = self.classes[at].methods.get(&name) else { continue };
                let (f, params, ret) = (info.f.clone(), info.params.clone(), info.ret);
                self.signature_of(&f, &params, ret);
                let bound = !self.classes[at].statics.contains(&name);
                self.this = f.params.first().filter(|_| bound).map(|p| p.name.clone());
                self.special = Some(name);
                self.body(&f, Some(ret));
                self.special = None;
                self.this = None;
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
            names: Rc::new(scope::class(c)),
            locals: Rc::default(),
            tries: false,
            imports: Rc::default(),
            class: super::causes::ON.then(|| c.name.clone()),
            ret: None,
            gives: None,
        });
        self.block(&c.body);
        self.scopes.pop();
    }

    /// `Class(args)`
    pub(super) fn construct(&mut self, class: usize, name: &str, args: &[Arg]) -> Val {
        let object = Val::new(Ty::Obj(class));
        let member = self.classes[class].members.get(name).cloned().unwrap_or_default();
        if member.unfinished {
            self.dynamic_class(class);
        }
        if let Some(kind) = self.classes[class].fields.get(KIND).copied() {
            let number = self.int(8);
            self.flow(&number, kind);
        }
        match &member.init {
            Some(init) => drop(self.call_method(class, init, args)),
            None if !args.is_empty() => drop(self.call_method(class, "__init__", args)),
            None => {}
        }
        if self.classes[class].dynamic { Val::new(Ty::Dyn) } else { object }
    }

    /// A direct call of a method; none when the class is dynamic or becomes it.
    pub(super) fn call_method(&mut self, class: usize, name: &str, args: &[Arg]) -> Option<Val> {
        if self.classes[class].dynamic {
            return None;
        }
        let bound = !self.classes[class].statics.contains(name);
        let matched = |f: &FnInfo| if bound { direct(&without_self(&f.f), args) } else { direct(&f.f, args) };
        let slots = self.classes[class].methods.get(name).and_then(matched);
        let Some(slots) = slots else {
            self.dynamic_class(class);
            args.iter().for_each(|a| drop(self.dynamic(super::method::argument(a))));
            return None;
        };
        let info = self.classes[class].methods.get(name)?;
        let (params, ret) = (info.params.clone(), info.ret);
        self.fill(&params[usize::from(bound)..], slots);
        Some(self.returned(ret))
    }

    pub(super) fn object_method(&mut self, object: &Val, name: &str, args: &[Arg]) -> Option<Val> {
        let class = class_of(&object.ty)?;
        if let Some(node) = self.classes[class].fields.get(name).copied() {
            return self.call_field(class, node, name, args);
        }
        self.call_method(class, name, args)
    }

    /// What a field holds is called: a value of the runtime.
    fn call_field(&mut self, class: usize, node: u32, name: &str, args: &[Arg]) -> Option<Val> {
        let info = &self.classes[class];
        let held = self.ty(node);
        if info.dynamic || info.checked.contains(name) || info.partial.contains(name) || class_of(&held).is_some() {
            self.dynamic_class(class);
            return None;
        }
        self.make_dynamic(&held);
        args.iter().for_each(|a| drop(self.dynamic(super::method::argument(a))));
        Some(Val::new(if held == Ty::Bot { Ty::Bot } else { Ty::Dyn }))
    }

    /// An attribute is read that some instances lack: that is asked each time. Methods of the family were looked at before.
    pub(super) fn partial(&mut self, object: &Val, base: &Expr, name: &str) {
        let own = matches!((&base.kind, &self.this), (ExprKind::Name(n), Some(this)) if n == this);
        if let Some(c) = class_of(&object.ty).filter(|_| !own)
            && self.classes[c].partial.contains(name)
        {
            self.changed |= self.classes[c].checked.insert(name.to_string());
        }
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
        if let Some(class) = class_of(&object.ty)
            && !self.classes[class].dynamic
        {
            if let Some(literal) = self.classes[class].constants.get(name).cloned() {
                return self.expr(&literal);
            }
            if self.classes[class].properties.contains(name)
                && let Some(v) = self.call_method(class, name, &[])
            {
                return v;
            }
        }
        let known = match &object.ty {
            Ty::Known(kind, _) => Some(*kind),
            Ty::Opt(inner) => match **inner {
                Ty::Known(kind, _) => Some(kind),
                _ => None,
            },
            _ => None,
        };
        if let Some(v) = known.and_then(|kind| self.known_attribute(kind, name)) {
            return v;
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
            && let Some(name) = ["__bool__", "__len__"].iter().find(|n| self.classes[class].methods.contains_key(**n))
        {
            let tested = self.call_method(class, name, &[]);
            if tested.is_some_and(|t| !matches!(t.ty, Ty::Bool | Ty::Int | Ty::Bot)) {
                self.dynamic_class(class);
            }
        }
    }
}

pub(super) fn class_of(ty: &Ty) -> Option<usize> {
    match ty {
        Ty::Obj(c) => Some(*c),
        Ty::Opt(inner) => class_of(inner),
        _ => None,
    }
}

/// A method as it is called on an object.
pub(crate) fn without_self(f: &Function) -> Function {
    Function {
        name: f.name.clone(),
        params: f.params[1..].to_vec(),
        body: vec![],
        decorators: vec![],
        doc: None,
        generator: f.generator,
        asynchronous: f.asynchronous,
        note: None,
    }
}

/// Whether nothing about a class needs the dynamic form.
pub(super) fn plain(c: &Class) -> bool {
    if !c.decorators.is_empty() || !c.args.is_empty() {
        return false;
    }
    let mut names = BTreeSet::new();
    c.body.iter().all(|s| match &s.kind {
        StmtKind::Function(f) => {
            let special = f.name.starts_with("__");
            names.insert(f.name.clone())
                && (!special || SPECIAL.contains(&f.name.as_str()))
                && f.decorators.iter().all(|d| matches!(&d.kind, ExprKind::Name(n) if [PROPERTY, STATIC].contains(&n.as_str())))
                && (!marked(f, PROPERTY) || f.params.len() == 1)
                && !f.asynchronous
                && (!f.generator || !special || matches!(f.name.as_str(), "__iter__" | "__reversed__"))
                && (usize::from(!marked(f, STATIC))..=12).contains(&f.params.len())
                && f.params.iter().all(|p| {
                    (matches!(p.kind, ParamKind::Normal) || !special && !marked(f, PROPERTY) && p.kind != ParamKind::Keywords)
                        && p.default.as_ref().is_none_or(|d| crate::lower::call::constant(d) || super::dataclass::made_anew(p))
                })
                && simple_body(f)
        }
        StmtKind::Pass => true,
        StmtKind::Assign(targets, _) => {
            matches!(&targets[..], [Expr { kind: ExprKind::Name(n), .. }] if n == "__slots__" || names.insert(n.clone()))
                && constant_of(s).is_some()
        }
        StmtKind::AnnAssign(Expr { kind: ExprKind::Name(n), .. }, ..) => {
            names.insert(n.clone()) && (constant_of(s).is_some() || matches!(s.kind, StmtKind::AnnAssign(_, _, None)))
        }
        StmtKind::Expr(e) => matches!(e.kind, ExprKind::Str(_)),
        _ => false,
    })
}

/// What in a class needs the dynamic form, in words.
fn doubts(c: &Class) -> String {
    let alone = |s: &Stmt| Class { body: vec![s.clone()], ..c.clone() };
    let name = |s: &Stmt| match &s.kind {
        StmtKind::Function(f) if f.decorators.is_empty() => f.name.clone(),
        StmtKind::Function(f) => format!("@{}", f.name),
        other => format!("{other:?}").chars().take(20).collect(),
    };
    let bad: Vec<String> = c.body.iter().filter(|s| !plain(&alone(s))).map(name).collect();
    bad.join(" ")
}

/// Whether a method's body has nothing that needs the class as an object.
fn simple_body(f: &Function) -> bool {
    struct Finder(bool);
    impl Visit for Finder {
        fn expr(&mut self, e: &Expr) {
            match &e.kind {
                ExprKind::Name(n) => self.0 &= !matches!(n.as_str(), "super" | "__class__" | "NotImplemented"),
                ExprKind::Attr(base, n) if n == "__name__" && class_asked(base).is_some() => {
                    return class_asked(base).into_iter().for_each(|x| self.expr(x));
                }
                ExprKind::Attr(_, n) => self.0 &= !n.starts_with("__") || n == "__post_init__",
                _ => {}
            }
            visit::expr(self, e);
        }
        fn stmt(&mut self, s: &Stmt) {
            match &s.kind {
                StmtKind::Return(Some(e)) if super::special::not_implemented(e) => {}
                _ => visit::stmt(self, s),
            }
        }
    }
    let names = crate::fixed::function(f);
    let mut finder = Finder(true);
    f.body.iter().for_each(|s| finder.stmt(s));
    if marked(f, STATIC) {
        return finder.0;
    }
    let this = &f.params[0].name;
    // `self` stays what it is.
    finder.0 && !names.is_cell(this) && !crate::assign::locals(&[this.clone()], &f.body).changed.contains(this)
}

/// The fields that methods set, and those of them that `__init__` may leave out; none when a method reads something else.
fn fields(c: &Class, outside: &BTreeSet<String>) -> Option<(BTreeSet<String>, BTreeSet<String>)> {
    let methods = methods_of(c);
    let constants = constants(c);
    let sure = fields_with(c, Some("__init__"));
    let mut all = sure.clone();
    for f in methods.values().filter(|f| !marked(f, STATIC)) {
        all.extend(own_targets(f));
    }
    let slots = c.body.iter().any(|s| constant_of(s).is_some_and(|(name, _)| name == "__slots__"));
    if !slots {
        // Set by others, read by the class itself.
        let free = |n: &String| outside.contains(n) && !methods.contains_key(n.as_str()) && !constants.contains_key(n);
        let read = methods.values().filter(|f| !marked(f, STATIC)).flat_map(|f| own_attributes(f));
        all.extend(read.filter(free));
    }
    let known = |n: &String| all.contains(n) || methods.contains_key(n.as_str()) || constants.contains_key(n);
    let fine = methods.values().filter(|f| !marked(f, STATIC)).all(|f| own_attributes(f).iter().all(known));
    // A literal of the class shows where an instance has none of its own.
    let hidden =
        all.iter().any(|n| methods.contains_key(n.as_str()) || (constants.contains_key(n) && !sure.contains(n)));
    let unsure = all.difference(&sure).cloned().collect();
    (fine && !hidden).then_some((all, unsure))
}

/// Attributes of its own instance that a method sets.
pub(super) fn own_targets(f: &Function) -> BTreeSet<String> {
    struct Finder<'a>(&'a str, BTreeSet<String>);
    impl Finder<'_> {
        fn target(&mut self, t: &Expr) {
            match &t.kind {
                ExprKind::Attr(base, name) if matches!(&base.kind, ExprKind::Name(n) if n == self.0) => {
                    self.1.insert(name.clone());
                }
                ExprKind::Tuple(parts) | ExprKind::List(parts) => parts.iter().for_each(|p| self.target(p)),
                ExprKind::Star(inner) => self.target(inner),
                _ => {}
            }
        }
    }
    impl Visit for Finder<'_> {
        fn stmt(&mut self, s: &Stmt) {
            match &s.kind {
                StmtKind::Assign(targets, _) => targets.iter().for_each(|t| self.target(t)),
                StmtKind::AnnAssign(t, _, Some(_)) | StmtKind::For(t, ..) => self.target(t),
                _ => {}
            }
            visit::stmt(self, s);
        }
    }
    let Some(first) = f.params.first() else { return BTreeSet::new() };
    let mut finder = Finder(&first.name, BTreeSet::new());
    f.body.iter().for_each(|s| finder.stmt(s));
    finder.1
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
                    && let Some(g) = methods.get(name.as_str()).filter(|g| !marked(g, STATIC))
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

/// Whether a class of the module names this one as a base.
fn inherited(m: &Module, name: &str) -> bool {
    struct Finder<'a>(&'a str, bool);
    impl Visit for Finder<'_> {
        fn stmt(&mut self, s: &Stmt) {
            if let StmtKind::Class(c) = &s.kind {
                self.1 |= c.args.iter().any(|a| match a {
                    Arg::Pos(e) | Arg::Named(_, e) | Arg::Mapping(e) => {
                        let mut names = scope::Names::default();
                        scope::expr(e, &mut names);
                        names.read.contains(self.0)
                    }
                });
            }
            visit::stmt(self, s);
        }
    }
    let mut finder = Finder(name, false);
    m.body.iter().for_each(|s| finder.stmt(s));
    finder.1
}

/// A class that nothing inherits from.
fn single(c: &Class, outside: &BTreeSet<String>) -> Option<Merged> {
    if !plain(c) {
        return None;
    }
    let (fields, checked) = fields(c, outside)?;
    let init = c.body.iter().any(|s| matches!(&s.kind, StmtKind::Function(f) if f.name == "__init__"));
    let member = Member {
        init: init.then(|| "__init__".to_string()),
        under: vec![0],
        constants: constants(c),
        ..Member::default()
    };
    let members = BTreeMap::from([(c.name.clone(), member)]);
    Some(Merged { class: c.clone(), members, fields, partial: BTreeSet::new(), checked })
}

/// Families, each with its root first; those of which a class is left out are no families.
fn groups(m: &Module, kin: Vec<Kin>) -> Vec<Vec<Kin>> {
    #[derive(Default)]
    struct Bases(BTreeMap<String, BTreeSet<String>>, Vec<String>);
    impl Visit for Bases {
        fn stmt(&mut self, s: &Stmt) {
            if let StmtKind::Class(c) = &s.kind {
                self.1.push(c.name.clone());
                for arg in &c.args {
                    let mut names = scope::Names::default();
                    match arg {
                        Arg::Pos(e) | Arg::Named(_, e) | Arg::Mapping(e) => scope::expr(e, &mut names),
                    }
                    for n in names.read {
                        self.0.entry(n).or_default().insert(c.name.clone());
                    }
                }
            }
            visit::stmt(self, s);
        }
    }
    let mut bases = Bases::default();
    m.body.iter().for_each(|s| bases.stmt(s));
    let known: BTreeSet<String> = kin.iter().map(|k| k.class.name.clone()).collect();
    let root = |mut i: usize| {
        while let Some(base) = kin[i].base {
            i = base;
        }
        i
    };
    let roots: Vec<usize> = (0..kin.len()).map(root).collect();
    let spoilt: BTreeSet<usize> = (0..kin.len())
        .filter(|i| bases.0.get(&kin[*i].class.name).is_some_and(|heirs| !heirs.is_subset(&known)))
        .map(|i| roots[i])
        .collect();
    let mut places: Vec<usize> = vec![];
    let mut out: BTreeMap<usize, Vec<Kin>> = BTreeMap::new();
    for (i, k) in kin.into_iter().enumerate() {
        let group = out.entry(roots[i]).or_default();
        places.push(group.len());
        let base = k.base.map(|b| places[b]);
        group.push(Kin { base, ..k });
    }
    out.into_iter().filter(|(root, _)| !spoilt.contains(root)).map(|(_, group)| group).collect()
}

/// Names that something calls.
fn called_names(m: &Module) -> BTreeSet<String> {
    #[derive(Default)]
    struct Finder(BTreeSet<String>);
    impl Visit for Finder {
        fn expr(&mut self, e: &Expr) {
            if let ExprKind::Call(f, _) = &e.kind
                && let ExprKind::Name(n) = &f.kind
            {
                self.0.insert(n.clone());
            }
            visit::expr(self, e);
        }
    }
    let mut finder = Finder::default();
    m.body.iter().for_each(|s| finder.stmt(s));
    finder.0
}

/// Fields that the method `init` surely sets.
pub(super) fn fields_with(c: &Class, init: Option<&str>) -> BTreeSet<String> {
    let methods = methods_of(c);
    let mut sure = BTreeSet::new();
    if let Some(init) = init.and_then(|n| methods.get(n)) {
        set_by(init, &methods, &mut sure, 0);
    }
    sure
}

fn methods_of(c: &Class) -> BTreeMap<&str, &Function> {
    c.body
        .iter()
        .filter_map(|s| if let StmtKind::Function(f) = &s.kind { Some((f.name.as_str(), &**f)) } else { None })
        .collect()
}

/// Attributes of its own instance that a method mentions.
pub(super) fn own_attributes(f: &Function) -> BTreeSet<String> {
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
    let Some(first) = f.params.first() else { return BTreeSet::new() };
    let mut finder = Finder(&first.name, BTreeSet::new());
    f.body.iter().for_each(|s| finder.stmt(s));
    finder.1
}

/// The expression of which `e` gives the class: `type(x)`, `x.__class__`.
pub(crate) fn class_asked(e: &Expr) -> Option<&Expr> {
    match &e.kind {
        ExprKind::Attr(x, n) if n == "__class__" => Some(x),
        ExprKind::Call(f, args) => match (&f.kind, &args[..]) {
            (ExprKind::Name(n), [Arg::Pos(x)]) if n == "type" => Some(x),
            _ => None,
        },
        _ => None,
    }
}
