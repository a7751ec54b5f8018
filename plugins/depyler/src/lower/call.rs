//! Calls: of functions known at conversion time, of methods, of values.

use super::Lower;
use super::import::{Bound, library_path};
use super::names::{Place, ident};
use crate::catalog::{self, Kind as K};
use crate::codes;
use crate::hir::{Arg, CompKind, Expr as PyExpr, ExprKind, Function, ParamKind};
use batuta_rust_ir::{Block, Expr, FieldInit, Pat, Stmt};
use batuta_text::TextRange;

impl Lower<'_> {
    /// A call as a value.
    pub(crate) fn call(&mut self, f: &PyExpr, args: &[Arg], at: TextRange) -> Expr {
        match &f.kind {
            ExprKind::Name(name) => {
                if let Some(done) = self.call_name(name, args, at) {
                    return done;
                }
            }
            ExprKind::Attr(base, name) => return self.call_attr(f, base, name, args, at),
            _ => {}
        }
        self.call_value(f, args)
    }

    fn call_name(&mut self, name: &str, args: &[Arg], at: TextRange) -> Option<Expr> {
        match self.place(name) {
            Place::Static(name) => self.call_static(&name, args),
            Place::Import(Bound::LibraryName(module, name)) => self.call_library(module, &name, args, at),
            Place::Import(Bound::Annotation(module, name)) => Some(self.call_annotation(&module, &name, args)),
            Place::Builtin(name) => self.call_builtin(&name, args, at),
            _ => None,
        }
    }

    fn call_builtin(&mut self, name: &str, args: &[Arg], at: TextRange) -> Option<Expr> {
        let written =
            |a: &Arg| matches!(a, Arg::Named(_, PyExpr { kind: ExprKind::Comp(c), .. }) if c.kind == CompKind::Key);
        if matches!(name, "sorted" | "min" | "max") && args.iter().any(written) {
            let whole = PyExpr { at, kind: ExprKind::None };
            let (x, t) = self.keyed_builtin(&whole, name, args)?;
            return Some(self.coerce(x, &t, &crate::infer::T::Dyn));
        }
        match (name, args) {
            ("super", []) => {
                let class = self.load("__class__", at);
                let receiver = self.scopes.iter().rev().find_map(|s| s.receiver.clone());
                let Some(receiver) = receiver else {
                    return Some(self.refuse(codes::NAME, at, "`super()` outside of a method"));
                };
                let receiver = self.load(&receiver, at);
                Some(self.q(Expr::call_path("py::attr::super_of", vec![class.ref_(), receiver.ref_()])))
            }
            ("super", [Arg::Pos(class), Arg::Pos(object)]) => {
                let (class, object) = (self.operand(class), self.operand(object));
                Some(self.q(Expr::call_path("py::attr::super_of", vec![class, object])))
            }
            ("len", [Arg::Pos(value)]) if !matches!(value.kind, ExprKind::Star(_)) => {
                let value = self.operand(value);
                let len = self.q(Expr::call_path("py::builtins::len", vec![value]));
                Some(Expr::call_path("Value::from", vec![len]))
            }
            ("dir", []) if self.at_module_level() && self.facts.has_object() => {
                let own = Expr::Array(vec![Expr::call_path("py_object", vec![])]);
                let own = Expr::call_path("py::pos", vec![own.ref_()]);
                Some(self.q(Expr::call_path("py::builtins::dir", vec![own.ref_()])))
            }
            ("globals", []) if self.facts.has_object() => Some(self.own_names()),
            ("locals" | "vars", []) if self.at_module_level() && self.facts.has_object() => Some(self.own_names()),
            ("hasattr", [Arg::Pos(module), Arg::Pos(name)]) => match (self.module_of(module), &name.kind) {
                (Some(Bound::Library(module)), ExprKind::Str(name)) => {
                    let known = catalog::find(module).is_some_and(|m| m.kind(name).is_some());
                    if known || catalog::is_absent(module, name) {
                        return Some(Expr::call_path("Value::Bool", vec![Expr::bool(known)]));
                    }
                    Some(self.refuse(codes::LIBRARY, at, &format!("`{module}.{name}` is not in the runtime")))
                }
                _ => Some(self.call_native("py::builtins::hasattr", args)),
            },
            ("len", _) => Some(self.call_native("py::builtins::len_", args)),
            ("open", _) => Some(self.call_native("py::io::open", args)),
            (crate::memo::KEY, _) => Some(self.call_native("py::typed::memo_key", args)),
            ("quit", _) => Some(self.call_native("py::builtins::exit", args)),
            _ => match catalog::BUILTINS.kind(name)? {
                K::Function => Some(self.call_native(&format!("py::builtins::{name}"), args)),
                K::Class => {
                    let path = match name {
                        "type" => "py::construct::type_".to_string(),
                        name => format!("py::construct::{name}"),
                    };
                    Some(self.call_native(&path, args))
                }
                _ => None,
            },
        }
    }

    /// The names of this module, to be read.
    fn own_names(&mut self) -> Expr {
        let own = Expr::Array(vec![Expr::call_path("py_object", vec![])]);
        let own = Expr::call_path("py::pos", vec![own.ref_()]);
        self.q(Expr::call_path("py::builtins::vars", vec![own.ref_()]))
    }

    fn call_library(&mut self, module: &str, name: &str, args: &[Arg], at: TextRange) -> Option<Expr> {
        if (module, name) == ("doctest", "testmod") {
            return Some(self.testmod(args, at));
        }
        let found = catalog::find(module)?;
        match found.kind(name) {
            Some(K::Function) => Some(self.call_native(&library_path(found.path, name), args)),
            Some(K::Annotation) => Some(self.call_annotation(module, name, args)),
            _ => None,
        }
    }

    /// `doctest.testmod(…)`: the function that runs the examples of this module.
    fn testmod(&mut self, args: &[Arg], at: TextRange) -> Expr {
        let args = args.to_vec();
        let fits =
            args.iter().all(|a| matches!(a, Arg::Named(name, _) if matches!(name.as_str(), "optionflags" | "verbose")));
        if !fits || !self.statics.contains_key(crate::doctests::ALL) {
            return self.refuse(
                codes::DOCTEST,
                at,
                "`doctest.testmod` with these arguments, or here, is not converted",
            );
        }
        let all = PyExpr { kind: ExprKind::Name(crate::doctests::ALL.into()), at };
        self.value(&PyExpr { kind: ExprKind::Call(Box::new(all), args), at })
    }

    /// Functions of `typing` and of modules without effect.
    fn call_annotation(&mut self, module: &str, name: &str, args: &[Arg]) -> Expr {
        let module = if module == "typing_extensions" { "typing" } else { module };
        match (name, args) {
            (
                "cast" | "overload" | "runtime_checkable" | "no_type_check" | "final" | "override" | "assert_type",
                [.., Arg::Pos(last)],
            ) => self.value(last),
            ("NewType", _) if module == "typing" => self.call_native("py::library::typing::new_type", args),
            ("TypeVar" | "ParamSpec" | "TypeVarTuple", _) if module == "typing" => {
                let (before, args) = self.arguments(args);
                let made = Expr::call_path("py::library::typing::variable", vec![Expr::str(name), args.ref_()]);
                let made = self.q(made);
                wrap(before, made)
            }
            (_, _) if module == "typing" => {
                let (before, args) = self.arguments(args);
                let form = Expr::call_path("py::library::typing::name", vec![Expr::str(name)]);
                let made = self.q(Expr::call_path("py::call::call", vec![form.ref_(), args.ref_()]));
                wrap(before, made)
            }
            _ => Expr::call_path("py::library_class", vec![Expr::str("object")]),
        }
    }

    /// A function of the runtime.
    fn call_native(&mut self, path: &str, args: &[Arg]) -> Expr {
        let (before, args) = self.arguments(args);
        let call = self.q(Expr::call_path(path, vec![args.ref_()]));
        wrap(before, call)
    }

    /// `Args`, with statements that must run before.
    pub(crate) fn arguments(&mut self, args: &[Arg]) -> (Vec<Stmt>, Expr) {
        let simple = args.iter().all(|a| match a {
            Arg::Pos(e) => !matches!(e.kind, ExprKind::Star(_)),
            Arg::Named(..) => true,
            Arg::Mapping(_) => false,
        });
        if simple {
            let mut pos = vec![];
            let mut kw = vec![];
            for arg in args {
                match arg {
                    Arg::Pos(e) => pos.push(self.value(e)),
                    Arg::Named(name, e) => {
                        let value = self.value(e);
                        kw.push(Expr::Tuple(vec![Expr::str(name.clone()), value]));
                    }
                    Arg::Mapping(_) => {}
                }
            }
            if kw.is_empty() && pos.is_empty() {
                return (vec![], Expr::call_path("py::Args::none", vec![]));
            }
            if kw.is_empty() {
                return (vec![], Expr::call_path("py::pos", vec![Expr::Array(pos).ref_()]));
            }
            return (vec![], args_struct(Expr::Array(pos).ref_(), Expr::Array(kw).ref_()));
        }
        let (pos, kw) = (self.fresh("args"), self.fresh("keywords"));
        let list: Vec<PyExpr> =
            args.iter().filter_map(|a| if let Arg::Pos(e) = a { Some(e.clone()) } else { None }).collect();
        let items = self.items(&list);
        let items =
            if matches!(items, Expr::Array(_)) { Expr::call_path("Vec::<Value>::from", vec![items]) } else { items };
        let mut before = vec![Stmt::let_(Pat::name(pos.clone()), batuta_rust_ir::Type::path("Vec<Value>"), items)];
        let named = args.iter().any(|a| !matches!(a, Arg::Pos(_)));
        if !named {
            return (before, Expr::call_path("py::pos", vec![Expr::path(pos).ref_()]));
        }
        before.push(Stmt::let_(Pat::name_mut(kw.clone()), None, Expr::call_path("Vec::new", vec![])));
        for arg in args {
            match arg {
                Arg::Named(name, e) => {
                    let value = self.value(e);
                    let pair = Expr::Tuple(vec![Expr::str(name.clone()), value]);
                    before.push(Stmt::expr(Expr::path(kw.clone()).method("push", vec![pair])));
                }
                Arg::Mapping(e) => {
                    let mapping = self.operand(e);
                    let call = Expr::call_path("py::call::keywords", vec![mapping, Expr::path(kw.clone()).ref_mut()]);
                    before.push(Stmt::expr(self.q(call)));
                }
                Arg::Pos(_) => {}
            }
        }
        (before, args_struct(Expr::path(pos).ref_(), Expr::path(kw).ref_()))
    }

    fn call_attr(&mut self, f: &PyExpr, base: &PyExpr, name: &str, args: &[Arg], at: TextRange) -> Expr {
        match self.module_of(base) {
            Some(Bound::Library(module)) => {
                if let Some(done) = self.call_library(module, name, args, at) {
                    return done;
                }
                return self.call_value(f, args);
            }
            Some(Bound::Annotation(module, _)) => return self.call_annotation(&module, name, args),
            Some(Bound::Project(_)) => return self.call_value(f, args),
            _ => {}
        }
        let name = self.mangled(name);
        let receiver = self.receiver(base);
        if args.iter().all(|a| matches!(a, Arg::Pos(e) if !matches!(e.kind, ExprKind::Star(_)))) {
            let values =
                args.iter().filter_map(|a| if let Arg::Pos(e) = a { Some(self.value(e)) } else { None }).collect();
            return self.q(receiver.method("method", vec![Expr::str(name), Expr::Array(values).ref_()]));
        }
        // The receiver comes before arguments that need statements.
        let held = self.fresh("object");
        let hold = Stmt::let_(Pat::name(held.clone()), None, receiver.method("clone", vec![]));
        let (mut before, args) = self.arguments(args);
        before.insert(0, hold);
        let call =
            Expr::call_path("py::call::call_method_with", vec![Expr::path(held).ref_(), Expr::str(name), args.ref_()]);
        let call = self.q(call);
        wrap(before, call)
    }

    /// A call of whatever the expression gives.
    pub(crate) fn call_value(&mut self, f: &PyExpr, args: &[Arg]) -> Expr {
        let function = self.value(f);
        let held = self.fresh("function");
        let (before, args) = self.arguments(args);
        if before.is_empty() {
            let call = Expr::call_path("py::call::call", vec![function.ref_(), args.ref_()]);
            return self.q(call);
        }
        let mut all = vec![Stmt::let_(Pat::name(held.clone()), None, function)];
        all.extend(before);
        let call = self.q(Expr::call_path("py::call::call", vec![Expr::path(held).ref_(), args.ref_()]));
        wrap(all, call)
    }

    /// A direct call of a function of this module; none when its arguments must be bound at run time.
    fn call_static(&mut self, name: &str, args: &[Arg]) -> Option<Expr> {
        let (rust, f) = self.statics.get(name)?.clone();
        let slots = direct(&f, args)?;
        let values = slots.into_iter().map(|slot| match slot {
            Slot::Given(e, _) => self.value(&e),
            Slot::Default(e) => self.value(&e),
            Slot::Rest(list) => self.sequence("tuple", &list),
            Slot::Keywords => self.dict(&[]),
        });
        let values: Vec<Expr> = values.collect();
        Some(self.q(Expr::call_path(rust, values)))
    }
}

/// What a parameter gets.
pub(crate) enum Slot {
    /// An argument, and which
    Given(PyExpr, usize),
    /// Its default value
    Default(PyExpr),
    /// What is left of arguments by position
    Rest(Vec<PyExpr>),
    /// No keywords
    Keywords,
}

impl Slot {
    fn place(&self) -> usize {
        match self {
            Slot::Given(_, at) => *at,
            _ => usize::MAX,
        }
    }
}

/// Whether a default value may be written at the call instead of being kept from the definition.
pub(crate) fn constant(e: &PyExpr) -> bool {
    match &e.kind {
        ExprKind::None | ExprKind::Bool(_) | ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::Str(_) => true,
        ExprKind::Unary(_, inner) => constant(inner),
        ExprKind::Tuple(items) => items.iter().all(constant),
        _ => false,
    }
}

/// The arguments of a direct call in order of parameters; none when they must be bound at run time.
pub(crate) fn direct(f: &Function, args: &[Arg]) -> Option<Vec<Slot>> {
    let slots = match_arguments(f, args)?;
    let in_order = slots.windows(2).all(|w| w[0].place() <= w[1].place() || w[1].place() == usize::MAX);
    let pure = slots.iter().all(|slot| match slot {
        Slot::Given(e, _) => constant(e) || matches!(e.kind, ExprKind::Name(_)),
        _ => true,
    });
    (in_order || pure).then_some(slots)
}

fn match_arguments(f: &Function, args: &[Arg]) -> Option<Vec<Slot>> {
    let mut slots: Vec<Option<Slot>> = f.params.iter().map(|_| None).collect();
    let mut rest = vec![];
    let mut next = 0;
    for (at, arg) in args.iter().enumerate() {
        match arg {
            Arg::Pos(e) if matches!(e.kind, ExprKind::Star(_)) => return None,
            Arg::Pos(e) => {
                if next < f.params.len() && matches!(f.params[next].kind, ParamKind::Normal | ParamKind::PositionalOnly)
                {
                    slots[next] = Some(Slot::Given(e.clone(), at));
                    next += 1;
                } else if f.params.iter().any(|p| p.kind == ParamKind::Rest) {
                    rest.push(e.clone());
                } else {
                    return None;
                }
            }
            Arg::Named(name, e) => {
                let found = f
                    .params
                    .iter()
                    .position(|p| p.name == *name && matches!(p.kind, ParamKind::Normal | ParamKind::KeywordOnly))?;
                if slots[found].is_some() {
                    return None;
                }
                slots[found] = Some(Slot::Given(e.clone(), at));
            }
            Arg::Mapping(_) => return None,
        }
    }
    if !rest.is_empty() && args.iter().any(|a| matches!(a, Arg::Named(..))) {
        return None;
    }
    let mut out = vec![];
    for (slot, param) in slots.into_iter().zip(&f.params) {
        out.push(match (slot, param.kind) {
            (Some(slot), _) => slot,
            (None, ParamKind::Rest) => Slot::Rest(std::mem::take(&mut rest)),
            (None, ParamKind::Keywords) => Slot::Keywords,
            (None, _) => {
                Slot::Default(param.default.clone().filter(|d| constant(d) || crate::infer::made_anew(param))?)
            }
        });
    }
    Some(out)
}

fn args_struct(pos: Expr, kw: Expr) -> Expr {
    let field = |name: &str, value: Expr| FieldInit { name: name.to_string(), value };
    Expr::Struct("py::Args".into(), vec![field("pos", pos), field("kw", kw)], None)
}

fn wrap(before: Vec<Stmt>, value: Expr) -> Expr {
    if before.is_empty() { value } else { Expr::Block(Block::new(before).tail(value)) }
}

/// The name of the global behind a Python name.
pub(crate) fn global(name: &str) -> Expr {
    Expr::path(format!("global::{}", ident(name)))
}
