//! Functions: items where they capture nothing, closures where they do; generators.

use super::names::{Place, ident};
use super::{Kind, Lower, Scope, import};
use crate::hir::{Expr as PyExpr, ExprKind, Function, ParamKind};
use crate::native::block;
use crate::scope::Names;
use batuta_rust_ir::{self as rir, Block, Closure, Expr, Item, Pat, Stmt, Type};
use batuta_text::TextRange;
use std::collections::{BTreeMap, BTreeSet};

fn value_type() -> Type {
    Type::path("Value")
}

impl Lower<'_> {
    /// `def`: statements that bind the function.
    pub(crate) fn def(&mut self, f: &Function, at: TextRange) -> Vec<Stmt> {
        if self.at_module_level()
            && let Some((rust, _)) = self.statics.get(&f.name).cloned()
        {
            self.function_item(f, &rust, at);
            if !self.values.contains(&f.name) {
                return vec![];
            }
            let value = self.wrapper(f, &rust);
            let store = super::call::global(&f.name).method("store", vec![value]);
            return vec![Stmt::expr(store)];
        }
        let mut value = self.function_value(f, at);
        if let Some(noted) = self.dispatched_on(f) {
            value = Expr::call_path("py::func::annotated", vec![value, noted]);
        }
        for decorator in f.decorators.iter().rev() {
            value = self.decorated(decorator, value);
        }
        vec![self.bind(&f.name, value)]
    }

    /// The class in the annotation of the first parameter, where `@function.register` asks for it.
    fn dispatched_on(&mut self, f: &Function) -> Option<Expr> {
        let register = |d: &PyExpr| matches!(&d.kind, ExprKind::Attr(_, name) if name == "register");
        if !f.decorators.iter().any(register) {
            return None;
        }
        let first = f.params.iter().find(|p| p.note.is_some())?;
        let mut note = crate::front::expression(first.note.as_deref()?)?;
        if let ExprKind::Str(text) = &note.kind {
            note = crate::front::expression(text)?;
        }
        let class = self.value(&note);
        Some(Expr::Tuple(vec![Expr::str(first.name.clone()), class]))
    }

    /// `decorator(value)`
    pub(crate) fn decorated(&mut self, decorator: &PyExpr, value: Expr) -> Expr {
        if let ExprKind::Name(name) = &decorator.kind
            && matches!(self.place(name), Place::Import(import::Bound::Annotation(..)))
        {
            return value;
        }
        if let ExprKind::Attr(base, _) = &decorator.kind
            && matches!(
                self.module_of(base),
                Some(import::Bound::Library("typing" | "typing_extensions") | import::Bound::Annotation(..))
            )
        {
            return value;
        }
        let decorator = self.receiver(decorator);
        self.q(decorator.method("call", vec![Expr::Array(vec![value]).ref_()]))
    }

    /// A statement that binds a name, declaring the variable where it is not yet.
    pub(crate) fn bind(&mut self, name: &str, value: Expr) -> Stmt {
        Stmt::expr(self.store(name, value))
    }

    fn qualname(&self, f: &Function) -> String {
        let path = self.scopes.last().map_or("", |s| s.path.as_str());
        format!("{path}{}", f.name)
    }

    /// Parameters as the runtime reads them, and the values of defaults.
    fn signature(&mut self, f: &Function) -> (String, Vec<Expr>) {
        let mut parts = vec![];
        let mut defaults = vec![];
        let mut star = false;
        for (at, p) in f.params.iter().enumerate() {
            let name = if p.default.is_some() { format!("{}=", p.name) } else { p.name.clone() };
            match p.kind {
                ParamKind::Rest => {
                    star = true;
                    parts.push(format!("*{name}"));
                }
                ParamKind::Keywords => parts.push(format!("**{name}")),
                ParamKind::KeywordOnly if !star => {
                    star = true;
                    parts.push("*".into());
                    parts.push(name);
                }
                _ => parts.push(name),
            }
            let next = f.params.get(at + 1).map(|n| n.kind);
            if p.kind == ParamKind::PositionalOnly && next != Some(ParamKind::PositionalOnly) {
                parts.push("/".into());
            }
            if let Some(default) = &p.default {
                defaults.push(self.value(default));
            }
        }
        (parts.join(", "), defaults)
    }

    /// `py::def(...)` around code.
    fn define(&mut self, f: &Function, code: Expr) -> Expr {
        let qualname = self.qualname(f);
        let (signature, defaults) = self.signature(f);
        let made =
            Expr::call_path("py::def", vec![Expr::str(qualname), Expr::str(signature), Expr::Array(defaults), code]);
        match &f.doc {
            Some(doc) => Expr::call_path("py::documented", vec![made, Expr::str(doc.clone())]),
            None => made,
        }
    }

    /// A function value over an item.
    fn wrapper(&mut self, f: &Function, rust: &str) -> Expr {
        let made = self.define(f, Expr::path(rust));
        if self.is_cyclic(f) { Expr::call_path("py::func::counted", vec![made]) } else { made }
    }

    /// Whether direct calls lead from a function of the module back to it; it then counts its calls itself.
    fn is_cyclic(&self, f: &Function) -> bool {
        !f.generator && self.at_module_level() && self.cyclic.contains(&f.name)
    }

    /// A function as a value.
    pub(crate) fn function_value(&mut self, f: &Function, at: TextRange) -> Expr {
        if f.params.len() > 24 {
            return self.refuse(
                crate::codes::UNSUPPORTED,
                at,
                "functions with more than 24 parameters are not converted here",
            );
        }
        let names = crate::fixed::function(f);
        let captured = self.captured(&names);
        let outside = !self.scopes.iter().any(|s| matches!(s.kind, Kind::Function | Kind::Generator | Kind::Comp));
        if captured.is_empty() && outside && f.name != "<lambda>" {
            let class = self.scopes.last().and_then(|s| s.class.clone());
            let wanted =
                class.map_or(format!("{}_undecorated", f.name), |c| format!("{c}_{}", f.name.trim_matches('_')));
            let rust = self.item_name(&wanted);
            self.function_item(f, &rust, at);
            return self.wrapper(f, &rust);
        }
        self.functions += 1;
        let (mut params, body) = self.body(f, names);
        let qualifies = params.drain(..).map(|p| (p, Some(value_type()))).collect();
        let code = Expr::Closure(Closure {
            move_: true,
            params: qualifies,
            ret: Some(Type::path("R")),
            body: Box::new(Expr::Block(body)),
        });
        let value = self.define(f, code);
        capture(captured.keys(), value)
    }

    /// Variables of functions around that this one uses, with their types in Rust.
    fn captured(&self, names: &Names) -> BTreeMap<String, Type> {
        let mut out = BTreeMap::new();
        for name in names.free() {
            let name = if name == "__class__" {
                match self.scopes.iter().rev().find_map(|s| s.class.clone()) {
                    Some(class) => class,
                    None => continue,
                }
            } else {
                name
            };
            match self.place_from(&name, true) {
                Place::Cell(rust) => drop(out.insert(rust, Type::path("py::Shared"))),
                Place::Local(rust) if self.is_fixed(&name) => {
                    let ty = self.rust_type(&self.var_type(&name));
                    out.insert(rust, ty);
                }
                _ => {}
            }
        }
        out
    }

    /// Whether a function around has the name as a variable of which scopes inside take a copy.
    fn is_fixed(&self, name: &str) -> bool {
        let owner = self.scopes.iter().rev().find(|s| s.kind != Kind::Class && s.names.bound.contains(name));
        owner.is_some_and(|s| s.names.fixed.contains(name))
    }

    /// A function as an item of the module.
    fn function_item(&mut self, f: &Function, rust: &str, at: TextRange) {
        let signature = match self.statics.get(&f.name) {
            Some((name, _)) if name == rust => self.signature_for(&f.name),
            _ => None,
        };
        let signature = signature.map(|s| {
            let refs = self.references(&f.name, f, &s.params);
            (s, refs)
        });
        self.typed_item(f, rust, at, signature);
    }

    /// A function as an item; with a native signature, and which parameters are references.
    pub(crate) fn typed_item(
        &mut self,
        f: &Function,
        rust: &str,
        at: TextRange,
        signature: Option<(crate::infer::Signature, Vec<bool>)>,
    ) {
        self.functions += 1;
        let names = crate::fixed::function(f);
        let comments = self.take_comments(TextRange::empty(at.start), false);
        let method = signature.is_some() && !self.statics.contains_key(&f.name) && calls_itself(f);
        let counted = self.is_cyclic(f) || method || f.note.as_deref() == Some(crate::infer::COUNTED);
        // The item stands outside of everything that surrounds the statement but the module and its classes.
        let ret = signature.as_ref().map_or(crate::infer::T::Dyn, |(s, _)| s.ret.clone());
        let (params, mut body) = self.body_of(f, names, ret.clone());
        if counted {
            let frame = Expr::call_path("py::run::enter", vec![]).try_();
            body.stmts.insert(0, Stmt::let_(Pat::name("_frame"), None, frame));
        }
        let result = if ret.is_value() { Type::path("R") } else { Type::generic("R", [self.rust_type(&ret)]) };
        let mut function = rir::Function::new(rust).ret(result).body(body);
        for (n, param) in params.into_iter().enumerate() {
            let ty = match &signature {
                Some((s, refs)) if refs[n] => Type::reference(self.rust_type(&s.params[n])),
                Some((s, _)) => self.rust_type(&s.params[n]),
                None => value_type(),
            };
            function = function.param(param, ty);
        }
        let mut item = Item::function(function).at(self.origin(at)).vis(rir::Visibility::Crate);
        item.comments = comments;
        if let Some(doc) = &f.doc {
            item.docs = doc_lines(doc);
        }
        self.items.push(item);
    }

    /// Parameters and body of a function.
    fn body(&mut self, f: &Function, names: Names) -> (Vec<Pat>, Block) {
        self.body_of(f, names, crate::infer::T::Dyn)
    }

    fn body_of(&mut self, f: &Function, names: Names, ret: crate::infer::T) -> (Vec<Pat>, Block) {
        if f.generator {
            let params: Vec<Pat> = f.params.iter().map(|p| Pat::name(ident(&p.name))).collect();
            let args = f.params.iter().map(|p| Expr::path(ident(&p.name))).collect();
            let call = self.generator_call(f, names, args);
            return (params, Block::value(Expr::call_path("Ok", vec![call])));
        }
        self.open(f, names, Kind::Function);
        self.scope().ret = ret;
        let (params, block) = self.statements(f);
        self.scopes.pop();
        (params, block)
    }

    fn open(&mut self, f: &Function, names: Names, kind: Kind) {
        let params: Vec<String> = f.params.iter().map(|p| p.name.clone()).collect();
        let path = match self.scopes.last() {
            Some(s) => format!("{}{}.<locals>.", s.path, f.name),
            None => String::new(),
        };
        let receiver = match self.scopes.last() {
            Some(s) if s.kind == Kind::Class => params.first().cloned(),
            _ => None,
        };
        self.scopes.push(Scope {
            key: crate::infer::scope_of(f),
            ret: crate::infer::T::Dyn,
            kind,
            locals: crate::assign::locals(&params, &f.body),
            names,
            frames: vec![],
            path,
            imports: import::collect(&f.body, self.facts),
            declared: BTreeSet::new(),
            handling: vec![],
            receiver,
            class: None,
        });
    }

    /// The type of a parameter of the innermost scope's function.
    fn param_type(&self, name: &str) -> Type {
        match self.place(name) {
            Place::Local(_) => self.rust_type(&self.var_type(name)),
            _ => value_type(),
        }
    }

    /// Statements of the innermost scope's function, with its parameters.
    fn statements(&mut self, f: &Function) -> (Vec<Pat>, Block) {
        let mut params = vec![];
        let mut stmts = vec![];
        for p in &f.params {
            let rust = ident(&p.name);
            let scope = self.scope();
            scope.declared.insert(p.name.clone());
            let changed = scope.locals.changed.contains(&p.name);
            if scope.names.is_cell(&p.name) {
                let shared =
                    Expr::call_path("py::Shared::new", vec![Expr::str(p.name.clone()), Expr::path(rust.clone())]);
                stmts.push(Stmt::let_(Pat::name(rust.clone()), None, shared));
                params.push(Pat::name(rust));
            } else {
                params.push(if changed { Pat::name_mut(rust) } else { Pat::name(rust) });
            }
        }
        stmts.extend(self.declarations());
        let (body, ends) = self.block(&f.body);
        stmts.extend(body);
        let mut block = Block::new(stmts);
        if !ends {
            let none = self.result(None);
            block = block.tail(Expr::call_path("Ok", vec![none]));
        } else if let Some(Stmt { kind: rir::StmtKind::Expr(Expr::Return(Some(_))), .. }) = block.stmts.last()
            && block.stmts.last().is_some_and(|s| s.comments.is_empty())
            && let Some(Stmt { kind: rir::StmtKind::Expr(Expr::Return(Some(value))), origin, .. }) = block.stmts.pop()
        {
            block.tail_origin = origin;
            block = block.tail(*value);
        }
        (params, block)
    }

    /// What a function returns, as its signature says.
    pub(crate) fn result(&mut self, value: Option<&PyExpr>) -> Expr {
        let ret = self.frame_scope().ret.clone();
        match value {
            Some(e) if self.special.is_some() && matches!(&e.kind, ExprKind::Name(n) if n == "NotImplemented") => {
                // Another kind of operand: nothing equal; inference leaves no other such call.
                let equal = matches!(self.special.as_deref(), Some("__eq__" | "__ne__"));
                match (equal, &ret) {
                    (true, crate::infer::T::Bool) => Expr::bool(false),
                    (true, t) if t.is_value() => Expr::call_path("Value::Bool", vec![Expr::bool(false)]),
                    _ => Expr::call_path("py::typed::never", vec![]),
                }
            }
            Some(value) => self.as_type(value, &ret),
            None if ret.is_value() => Expr::path("Value::None"),
            None if matches!(ret, crate::infer::T::Opt(_)) => Expr::path("None"),
            None => Expr::call_path("py::typed::never", vec![]),
        }
    }

    /// Variables that are not declared by their first assignment.
    pub(crate) fn declarations(&mut self) -> Vec<Stmt> {
        let mut out = vec![];
        let scope = self.scope();
        let bound: Vec<String> = scope.names.bound.iter().cloned().collect();
        for name in bound {
            let native = self.scopes.len() == 1 && self.native_class(&name).is_some();
            let scope = self.scope();
            if scope.declared.contains(&name)
                || scope.imports.contains_key(&name)
                || scope.names.nonlocals.contains(&name)
                || native
            {
                continue;
            }
            let rust = ident(&name);
            if scope.names.is_cell(&name) {
                let new =
                    Expr::call_path("py::Shared::new", vec![Expr::str(name.clone()), Expr::path("Value::Unbound")]);
                out.push(Stmt::let_(Pat::name(rust), None, new));
            } else if !scope.locals.declared.contains_key(&name) {
                let t = self.var_type(&name);
                let unbound = crate::native::has_default(&t).then(|| self.default_of(&t));
                let ty = (!t.is_value()).then(|| self.rust_type(&t));
                out.push(Stmt::let_(Pat::name_mut(rust), ty, unbound));
            } else {
                continue;
            }
            self.scope().declared.insert(name);
        }
        out
    }

    /// A generator object: its body is an `async fn`, because the compiler makes a state machine of one.
    pub(crate) fn generator_call(&mut self, f: &Function, names: Names, args: Vec<Expr>) -> Expr {
        let captured = self.captured(&names);
        self.open(f, names, Kind::Generator);
        let (params, body) = self.statements(f);
        let types: Vec<Type> = f.params.iter().map(|p| self.param_type(&p.name)).collect();
        self.scopes.pop();
        let rust = self.fresh("body");
        let mut function = rir::Function::new(rust.clone()).ret(Type::path("R")).body(body);
        function.qualifiers = "async".into();
        function = function.param(Pat::name("yielder"), Type::path("py::Yielder"));
        for (name, ty) in &captured {
            function = function.param(Pat::name(name.clone()), ty.clone());
        }
        for (param, ty) in params.into_iter().zip(types) {
            function = function.param(param, ty);
        }
        let mut stmts = vec![Stmt::item(Item::function(function))];
        let mut call = vec![Expr::path("yielder")];
        for name in captured.keys() {
            stmts.push(Stmt::let_(Pat::name(name.clone()), None, Expr::path(name.clone()).method("clone", vec![])));
            call.push(Expr::path(name.clone()));
        }
        for arg in args {
            match &arg {
                Expr::Path(_) => call.push(arg),
                _ => {
                    let held = self.fresh("arg");
                    stmts.push(Stmt::let_(Pat::name(held.clone()), None, arg));
                    call.push(Expr::path(held));
                }
            }
        }
        let start = Expr::Closure(Closure {
            move_: true,
            params: vec![(Pat::name("yielder"), None)],
            ret: None,
            body: Box::new(Expr::call_path(rust, call)),
        });
        let kind = match (f.asynchronous, crate::desugar::gives(&f.body)) {
            (false, _) => "py::generator",
            (true, false) => "py::coro::coroutine",
            (true, true) => "py::coro::async_generator",
        };
        let made = Expr::call_path(kind, vec![Expr::str(f.name.clone()), start]);
        Expr::Block(Block::new(stmts).tail(made))
    }
}

/// Whether a method calls one of its own name.
fn calls_itself(f: &Function) -> bool {
    struct Finder<'a>(&'a str, bool);
    impl crate::visit::Visit for Finder<'_> {
        fn expr(&mut self, e: &PyExpr) {
            self.1 |= matches!(&e.kind, ExprKind::Attr(_, name) if name == self.0);
            crate::visit::expr(self, e);
        }
    }
    let mut finder = Finder(&f.name, false);
    f.body.iter().for_each(|s| crate::visit::Visit::stmt(&mut finder, s));
    finder.1
}

/// A value that takes its own handles of captured variables.
fn capture<'a>(names: impl Iterator<Item = &'a String>, value: Expr) -> Expr {
    let clones: Vec<Stmt> =
        names.map(|n| Stmt::let_(Pat::name(n.clone()), None, Expr::path(n.clone()).method("clone", vec![]))).collect();
    block(clones, value)
}

/// A docstring as lines without the indentation that it has in Python.
pub(crate) fn doc_lines(doc: &str) -> Vec<String> {
    let mut lines: Vec<&str> = doc.lines().collect();
    while lines.last().is_some_and(|l| l.trim().is_empty()) {
        lines.pop();
    }
    let indent = lines
        .iter()
        .skip(1)
        .filter(|l| !l.trim().is_empty())
        .map(|l| l.len() - l.trim_start().len())
        .min()
        .unwrap_or(0);
    let clean =
        lines.iter().enumerate().map(|(n, l)| if n == 0 { l.trim() } else { l.get(indent..).unwrap_or("").trim_end() });
    clean.map(String::from).collect()
}
