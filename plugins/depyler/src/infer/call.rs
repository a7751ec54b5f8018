//! Types of calls.

use super::engine::{Engine, Res, Val};
use super::expr::positional;
use super::growth::Step;
use super::key;
use super::method::argument;
use super::types::{Kind, Ty};
use crate::hir::{Arg, Expr, ExprKind};
use crate::lower::call::{Slot, direct};

impl Engine<'_> {
    pub(super) fn call(&mut self, site: &Expr, f: &Expr, args: &[Arg]) -> Val {
        match &f.kind {
            ExprKind::Name(name) => match self.resolve(name) {
                Res::Function(at) => return self.call_function(at, args),
                Res::Class(class) => return self.construct(class, name, args),
                Res::Builtin(name) => {
                    if let Some(v) = self.call_builtin(site, &name, args) {
                        return v;
                    }
                }
                Res::LibraryName(module, name) => return self.call_library(site, module, &name, args),
                _ => {}
            },
            ExprKind::Attr(base, name) => match self.module_of(base) {
                Some(Res::Library(module)) => return self.call_library(site, module, name, args),
                Some(_) => {}
                None => {
                    if let Some(class) = self.class_named(base)
                        && self.classes[class].statics.contains(name)
                        && let Some(v) = self.call_method(class, name, args)
                    {
                        return v;
                    }
                    let object = self.expr(base);
                    return self.method(site, &object, name, args);
                }
            },
            _ => {}
        }
        if !matches!(f.kind, ExprKind::Attr(..)) {
            let object = self.expr(f);
            if matches!(object.ty, Ty::Obj(_))
                && let Some(v) = self.object_method(&object, "__call__", args)
            {
                return v;
            }
            self.dyn_val(&object);
        }
        self.dynamic_call(args)
    }

    fn dynamic_call(&mut self, args: &[Arg]) -> Val {
        args.iter().for_each(|a| drop(self.dynamic(argument(a))));
        Val::new(Ty::Dyn)
    }

    fn call_function(&mut self, at: usize, args: &[Arg]) -> Val {
        let Some(slots) = direct(&self.fns[at].f, args) else {
            self.escape(at);
            return self.dynamic_call(args);
        };
        let params = self.fns[at].params.clone();
        self.fill(&params, slots);
        let ret = self.fns[at].ret;
        self.returned(ret)
    }

    /// What a call of a function gives.
    pub(super) fn returned(&mut self, ret: u32) -> Val {
        let mut v = self.read(ret);
        if v.g.is_some() {
            v.g = Some(self.graph.add(Step::Call(ret)));
        }
        v
    }

    /// Arguments go into parameters.
    pub(super) fn fill(&mut self, params: &[u32], slots: Vec<Slot>) {
        for (slot, param) in slots.into_iter().zip(params) {
            match slot {
                Slot::Given(e, _) | Slot::Default(e) => {
                    let v = self.expr(&e);
                    self.flow(&v, *param);
                }
                Slot::Rest(list) => list.iter().for_each(|e| drop(self.dynamic(e))),
                Slot::Keywords => {}
            }
        }
    }

    fn call_library(&mut self, site: &Expr, module: &str, name: &str, args: &[Arg]) -> Val {
        let all: Vec<Val> = args.iter().map(|a| self.expr(argument(a))).collect();
        let number = |v: &Val| matches!(v.ty, Ty::Int | Ty::Float | Ty::Bool | Ty::Real | Ty::Long | Ty::Dyn | Ty::Bot);
        let plain = positional(args).is_some() && all.iter().all(number);
        match (module, name) {
            (
                "math",
                "sqrt" | "sin" | "cos" | "tan" | "asin" | "acos" | "atan" | "sinh" | "cosh" | "tanh" | "exp" | "fabs"
                | "log" | "log2" | "log10" | "log1p" | "atan2" | "pow" | "hypot" | "degrees" | "radians" | "fmod"
                | "copysign" | "expm1" | "cbrt",
            ) if plain => Val::new(Ty::Float),
            ("math", "floor" | "ceil" | "trunc") if plain => self.int(31),
            ("math", "gcd") if plain && all.len() == 2 && all.iter().all(|v| v.ty == Ty::Int) => {
                let gs: Vec<u32> = all.iter().filter_map(|v| v.g).collect();
                let g = if gs.len() == 2 {
                    self.graph.add(Step::Max(gs[0], gs[1]))
                } else {
                    self.graph.add(Step::Bits(62))
                };
                Val { ty: Ty::Int, g: Some(g) }
            }
            ("math", "isqrt") if plain && all.len() == 1 && all[0].ty == Ty::Int => self.int(28),
            ("math", "isnan" | "isinf" | "isfinite") if plain => Val::new(Ty::Bool),
            ("math", "factorial" | "comb" | "perm" | "isqrt" | "gcd" | "lcm") if plain => Val::new(Ty::Long),
            ("time", "time" | "perf_counter" | "monotonic" | "process_time") if all.is_empty() => Val::new(Ty::Float),
            ("random", "random") if all.is_empty() => Val::new(Ty::Float),
            ("random", "uniform" | "gauss") if plain => Val::new(Ty::Float),
            ("random", "randint" | "randrange") if plain && all.iter().all(|v| v.ty == Ty::Int) => self.int(40),
            ("random", "seed") if plain => Val::new(Ty::None),
            _ => {
                let heap = if module == "heapq" { self.heap(name, args, &all) } else { None };
                if let Some(v) = heap.or_else(|| self.library_result(site, module, name, args, &all)) {
                    return v;
                }
                all.iter().for_each(|v| self.dyn_val(v));
                Val::new(Ty::Dyn)
            }
        }
    }

    /// The elements of a container go into dynamic code, the container does not.
    pub(super) fn elements(&mut self, e: &Expr) -> Val {
        let v = self.expr(e);
        match &v.ty {
            Ty::List(n) => {
                let element = self.ty(*n);
                self.make_dynamic(&element);
                if element != Ty::Bot && !self.t_of(&element).is_plain() {
                    self.dyn_val(&v);
                }
            }
            // What it holds goes over as a copy at any rate.
            Ty::Known(..) => {}
            _ => self.dyn_val(&v),
        }
        v
    }

    /// A number, or the elements' type of a list of plain values.
    fn extreme(&mut self, site: &Expr, list: &[&Expr], keyed: bool) -> Val {
        if let [one] = list {
            let v = self.elements(one);
            return match v.ty {
                Ty::List(n) => {
                    let held = self.ty(n);
                    if held == Ty::Bot || self.t_of(&held).is_plain() { self.read(n) } else { Val::new(Ty::Dyn) }
                }
                Ty::Known(kind, n) => self.known_element(kind, n).unwrap_or(Val::new(Ty::Dyn)),
                Ty::Str => Val::new(Ty::Str),
                Ty::Bot => v,
                _ => Val::new(Ty::Dyn),
            };
        }
        let node = self.site(key(site), 0);
        let mut ints = vec![];
        for e in list {
            let v = self.expr(e);
            if !matches!(v.ty, Ty::Int | Ty::Float | Ty::Str | Ty::Bot | Ty::Real | Ty::Long) || keyed {
                self.dyn_val(&v);
                self.pin(node);
            }
            ints.push(v.clone());
            self.flow(&v, node);
        }
        self.read(node)
    }

    fn call_builtin(&mut self, site: &Expr, name: &str, args: &[Arg]) -> Option<Val> {
        let list: Vec<&Expr> = args.iter().filter_map(|a| if let Arg::Pos(e) = a { Some(e) } else { None }).collect();
        if args.iter().any(|a| matches!(a, Arg::Mapping(_)))
            || list.iter().any(|e| matches!(e.kind, ExprKind::Star(_)) && name != "print")
        {
            return None;
        }
        let named: Vec<&Expr> =
            args.iter().filter_map(|a| if let Arg::Named(_, e) = a { Some(e) } else { None }).collect();
        if name == "print" {
            for a in args {
                match &argument(a).kind {
                    ExprKind::Star(inner) => drop(self.shown(inner)),
                    _ => drop(self.text_of(argument(a))),
                }
            }
            return Some(Val::new(Ty::None));
        }
        match (name, &list[..]) {
            ("sorted", [items])
                if key_comp(args).is_some() || (inline_key(args).is_some() && self.keyed_source(items)) =>
            {
                let item = self.iterated(items);
                self.inline_key_call(args, &item);
                let node = self.site(key(site), 0);
                self.flow(&item, node);
                return Some(Val::new(Ty::List(node)));
            }
            ("min" | "max", [items])
                if key_comp(args).is_some() || (inline_key(args).is_some() && self.keyed_source(items)) =>
            {
                let item = self.iterated(items);
                self.inline_key_call(args, &item);
                return Some(item);
            }
            ("sorted", [items]) => {
                named.iter().for_each(|e| drop(self.dynamic(e)));
                let v = self.iterated(items);
                let node = self.site(key(site), 0);
                if v.ty != Ty::Bot && !self.t_of(&v.ty).is_plain() {
                    self.dyn_val(&v);
                    let whole = self.expr(items);
                    self.dyn_val(&whole);
                    self.pin(node);
                }
                self.flow(&v, node);
                return Some(Val::new(Ty::List(node)));
            }
            ("min" | "max", [_, ..]) => {
                named.iter().for_each(|e| drop(self.dynamic(e)));
                return Some(self.extreme(site, &list, !named.is_empty()));
            }
            _ => {}
        }
        if name == "open" && !named.is_empty() && opens_text(&list, args) {
            list.iter().chain(&named).for_each(|e| drop(self.dynamic(e)));
            return Some(Val::new(Ty::Known(Kind::File, None)));
        }
        if !named.is_empty() {
            return None;
        }
        self.simple_builtin(site, name, &list)
    }

    /// Whether a key function over this is computed in place.
    fn keyed_source(&mut self, items: &Expr) -> bool {
        self.native_source(items) && self.iterated(items).ty != Ty::Dyn
    }

    /// A key function that is computed in place, for each element.
    pub(super) fn inline_key_call(&mut self, args: &[Arg], item: &Val) {
        let Some(Key { scope, param, names, body, .. }) = key_of(args) else { return };
        self.scopes.push(super::engine::Scope {
            key: scope,
            kind: super::engine::Kind::Comp,
            names: names.into(),
            locals: Default::default(),
            tries: false,
            imports: Default::default(),
            class: None,
            ret: None,
            gives: None,
        });
        if let Res::Var(node) = self.resolve(&param) {
            self.flow(item, node);
        }
        self.dynamic(body);
        self.scopes.pop();
    }

    /// `str(e)`, and what is printed.
    pub(super) fn text_of(&mut self, e: &Expr) -> Val {
        let v = self.expr(e);
        match &v.ty {
            Ty::Obj(c) if self.has_text(*c) => {}
            ty => self.expose(&ty.clone(), 0),
        }
        v
    }

    fn simple_builtin(&mut self, site: &Expr, name: &str, list: &[&Expr]) -> Option<Val> {
        Some(match (name, list) {
            ("len", [e]) => {
                let v = self.expr(e);
                if let Ty::Obj(_) = v.ty {
                    return self.object_method(&v, "__len__", &[]).or_else(|| {
                        self.dyn_val(&v);
                        Some(Val::new(Ty::Int))
                    });
                }
                if !matches!(v.ty, Ty::List(_) | Ty::Dict(..) | Ty::Str) {
                    self.expose(&v.ty, 0);
                }
                self.int(28)
            }
            ("abs", [e]) => {
                let v = self.expr(e);
                if matches!(v.ty, Ty::Obj(_))
                    && let Some(v) = self.object_method(&v, "__abs__", &[])
                {
                    return Some(v);
                }
                match v.ty {
                    Ty::Int | Ty::Float | Ty::Real | Ty::Long | Ty::Bot => v,
                    Ty::Bool => self.int(1),
                    Ty::Known(Kind::Complex, _) => Val::new(Ty::Float),
                    _ => {
                        self.dyn_val(&v);
                        Val::new(Ty::Dyn)
                    }
                }
            }
            ("int" | "round", [e]) if huge(e) => {
                self.expr(e);
                Val::new(Ty::Long)
            }
            ("int", [e]) => {
                let v = self.expr(e);
                match v.ty {
                    Ty::Int | Ty::Bot => v,
                    Ty::Float | Ty::Real => self.int(31),
                    Ty::Bool => self.int(1),
                    _ => {
                        self.dyn_val(&v);
                        Val::new(Ty::Long)
                    }
                }
            }
            ("float", [e]) => {
                self.dynamic(e);
                Val::new(Ty::Float)
            }
            ("str", [e]) => {
                self.text_of(e);
                Val::new(Ty::Str)
            }
            ("repr", [e]) => {
                let v = self.expr(e);
                if !matches!(v.ty, Ty::Obj(c) if self.has_repr(c)) {
                    self.expose(&v.ty.clone(), 0);
                }
                Val::new(Ty::Str)
            }
            ("bin" | "hex" | "oct" | "ascii", [e]) => {
                self.shown(e);
                Val::new(Ty::Str)
            }
            ("bool", [e]) => {
                self.cond(e);
                Val::new(Ty::Bool)
            }
            ("any" | "all", [e]) => {
                self.elements(e);
                Val::new(Ty::Bool)
            }
            ("isinstance", [e, class]) => {
                if self.known_instance(e, class) {
                    return Some(Val::new(Ty::Bool));
                }
                self.shown(e);
                self.dynamic(class);
                Val::new(Ty::Bool)
            }
            ("ord", [e]) => {
                self.dynamic(e);
                self.int(21)
            }
            ("chr", [e]) => {
                self.dynamic(e);
                Val::new(Ty::Str)
            }
            ("input", _) => {
                list.iter().for_each(|e| drop(self.shown(e)));
                Val::new(Ty::Str)
            }
            ("round", [e]) => {
                let v = self.expr(e);
                match v.ty {
                    Ty::Float | Ty::Real => self.int(31),
                    Ty::Int | Ty::Bot => v,
                    _ => {
                        self.dyn_val(&v);
                        Val::new(Ty::Dyn)
                    }
                }
            }
            ("round", [e, digits]) => {
                let (v, n) = (self.expr(e), self.expr(digits));
                match (&v.ty, &n.ty) {
                    (Ty::Float | Ty::Bot, Ty::Int) => v,
                    _ => self.both_dynamic(&v, &n),
                }
            }
            ("divmod", [a, b]) => {
                let (x, y) = (self.expr(a), self.expr(b));
                if !matches!((&x.ty, &y.ty), (Ty::Int, Ty::Int)) {
                    if x.ty == Ty::Bot || y.ty == Ty::Bot {
                        return Some(Val::new(Ty::Bot));
                    }
                    return Some(self.both_dynamic(&x, &y));
                }
                let (q, r) = (self.site(key(site), 0), self.site(key(site), 1));
                self.flow(&x, q);
                self.flow(&y, r);
                Val::new(Ty::Tuple(vec![q, r].into()))
            }
            ("pow", [a, b, m]) => {
                let all = [self.expr(a), self.expr(b), self.expr(m)];
                all.iter().for_each(|v| self.dyn_val(v));
                match all[2].ty {
                    Ty::Int => all[2].clone(),
                    _ => Val::new(Ty::Dyn),
                }
            }
            ("sum", [items]) => self.sum(site, items),
            ("slice", _) => {
                list.iter().for_each(|e| drop(self.dynamic(e)));
                Val::new(Ty::Known(Kind::Slice, None))
            }
            _ => return self.container_builtin(site, name, list),
        })
    }

    fn sum(&mut self, site: &Expr, items: &Expr) -> Val {
        let v = self.elements(items);
        let held = match v.ty {
            Ty::List(n) => self.read(n),
            Ty::Bot => v,
            Ty::Known(kind, n) => self.known_element(kind, n).unwrap_or(Val::new(Ty::Dyn)),
            _ => Val::new(Ty::Dyn),
        };
        match held.ty {
            Ty::Int => {
                let from = match held.g {
                    Some(g) => g,
                    None => self.graph.add(Step::Bits(62)),
                };
                let step = Step::Sum(from);
                self.int_step(key(site), step)
            }
            Ty::Bool => self.int(28),
            Ty::Float | Ty::Real => Val::new(Ty::Real),
            Ty::Long => Val::new(Ty::Long),
            Ty::Bot => held,
            _ => Val::new(Ty::Dyn),
        }
    }

    /// Whether `repr` of an instance is a direct call.
    pub(super) fn has_repr(&self, class: usize) -> bool {
        let found = self.classes[class].methods.get("__repr__");
        !self.classes[class].dynamic && found.is_some_and(|f| matches!(self.ty(f.ret), Ty::Str | Ty::Bot))
    }

    /// Whether lowering shows instances of a class by a direct call.
    pub(super) fn has_text(&self, class: usize) -> bool {
        let methods = &self.classes[class].methods;
        ["__str__", "__repr__"]
            .iter()
            .find_map(|m| methods.get(*m))
            .is_some_and(|f| matches!(self.ty(f.ret), Ty::Str | Ty::Bot))
    }
}

/// Whether a call of `open` gives a file of text.
fn opens_text(list: &[&Expr], args: &[Arg]) -> bool {
    let text = |e: &Expr| matches!(&e.kind, ExprKind::Str(mode) if !mode.contains('b'));
    let named = args.iter().all(|a| match a {
        Arg::Named(name, e) => matches!(name.as_str(), "encoding" | "errors" | "newline") || name == "mode" && text(e),
        _ => true,
    });
    named && (list.len() == 1 || list.len() == 2 && text(list[1]))
}

/// Whether an expression is a float literal whose int may leave 64 bits.
fn huge(e: &Expr) -> bool {
    match &e.kind {
        ExprKind::Float(x) => x.abs() > 1e18,
        ExprKind::Unary(_, inner) => huge(inner),
        _ => false,
    }
}

/// The plain lambda among the arguments that gives keys, its expression, and `reverse`; none when there is anything else.
pub(crate) fn inline_key(args: &[Arg]) -> Option<(&crate::hir::Function, &Expr, Option<&Expr>)> {
    let (mut found, mut reverse) = (None, None);
    for a in args {
        match a {
            Arg::Pos(_) => {}
            Arg::Named(name, Expr { kind: ExprKind::Lambda(f), .. }) if name == "key" => found = Some(&**f),
            Arg::Named(name, e) if name == "reverse" && matches!(e.kind, ExprKind::Bool(_)) => reverse = Some(e),
            _ => return None,
        }
    }
    let f = found?;
    let ([p], [crate::hir::Stmt { kind: crate::hir::StmtKind::Return(Some(body)), .. }]) = (&f.params[..], &f.body[..])
    else {
        return None;
    };
    let names = crate::scope::function(f);
    let plain = p.kind == crate::hir::ParamKind::Normal
        && p.default.is_none()
        && !names.is_cell(&p.name)
        && names.walrus.is_empty()
        && !f.generator;
    plain.then_some((f, body, reverse))
}

/// A key function that is computed in place.
pub(crate) struct Key<'a> {
    /// Its scope.
    pub scope: u32,
    pub param: String,
    pub names: crate::scope::Names,
    pub body: &'a Expr,
    pub reverse: bool,
}

/// The key function that was written out among the arguments.
fn key_comp(args: &[Arg]) -> Option<&crate::hir::Comp> {
    args.iter().find_map(|a| match a {
        Arg::Named(name, Expr { kind: ExprKind::Comp(c), .. })
            if name == "key" && c.kind == crate::hir::CompKind::Key =>
        {
            Some(&**c)
        }
        _ => None,
    })
}

/// The key function among the arguments: written out, or a plain lambda.
pub(crate) fn key_of(args: &[Arg]) -> Option<Key<'_>> {
    let reversed = |e: &Expr| matches!(e.kind, ExprKind::Bool(true));
    if let Some(comp) = key_comp(args) {
        let ExprKind::Name(param) = &comp.loops.first()?.target.kind else { return None };
        let reverse = args.iter().any(|a| matches!(a, Arg::Named(n, e) if n == "reverse" && reversed(e)));
        let (scope, names) = (comp.element.at.start, crate::scope::comp(comp));
        return Some(Key { scope, param: param.clone(), names, body: &comp.element, reverse });
    }
    let (f, body, reverse) = inline_key(args)?;
    Some(Key {
        scope: super::scope_of(f),
        param: f.params[0].name.clone(),
        names: crate::scope::function(f),
        body,
        reverse: reverse.is_some_and(reversed),
    })
}
