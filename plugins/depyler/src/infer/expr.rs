//! Types of expressions.

use super::engine::{Body, Engine, Kind, Res, Scope, Val};
use super::growth::Step;
use super::types::{Kind as Kind2, Ty};
use super::{NOWHERE, key};
use crate::hir::{Arg, CmpOp, Comp, CompKind, Expr, ExprKind, FormatPart, Function, ParamKind};
use crate::scope;
use std::rc::Rc;

impl Engine<'_> {
    pub(super) fn expr(&mut self, e: &Expr) -> Val {
        if super::causes::ON {
            self.causes.enter(e);
        }
        let mut v = self.kind(e);
        if !self.forced.is_empty() && self.forced.contains(&key(e)) {
            self.dyn_val(&v);
            v = Val::new(Ty::Dyn);
        }
        v.ty = self.settled(v.ty);
        if super::causes::ON {
            self.causes.leave();
            if v.ty == Ty::Dyn {
                self.blame_expr(e);
            }
        }
        if self.record {
            self.note(key(e), &v);
        }
        v
    }

    /// An expression whose value dynamic code gets.
    #[track_caller]
    pub(super) fn dynamic(&mut self, e: &Expr) -> Val {
        let v = self.expr(e);
        self.dyn_val(&v);
        v
    }

    /// An expression whose value is only looked at: shown, compared, counted.
    #[track_caller]
    pub(super) fn shown(&mut self, e: &Expr) -> Val {
        let v = self.expr(e);
        self.expose(&v.ty.clone(), 0);
        v
    }

    /// Instances inside are seen by dynamic code.
    #[track_caller]
    pub(super) fn expose(&mut self, ty: &Ty, depth: usize) {
        if depth > 7 {
            return;
        }
        match ty {
            Ty::Obj(_) => self.make_dynamic(ty),
            Ty::List(n) => self.expose(&self.ty(*n), depth + 1),
            Ty::Dict(k, v) => {
                self.expose(&self.ty(*k), depth + 1);
                self.expose(&self.ty(*v), depth + 1);
            }
            Ty::Tuple(parts) => parts.iter().for_each(|n| self.expose(&self.ty(*n), depth + 1)),
            Ty::Opt(inner) => self.expose(inner, depth + 1),
            _ => {}
        }
    }

    fn all_dynamic(&mut self, list: &[Expr]) -> Val {
        list.iter().for_each(|e| drop(self.dynamic(e)));
        Val::new(Ty::Dyn)
    }

    fn kind(&mut self, e: &Expr) -> Val {
        match &e.kind {
            ExprKind::None => Val::new(Ty::None),
            ExprKind::Bool(_) => Val::new(Ty::Bool),
            ExprKind::Int(_) => match super::rules::literal(e).map(super::rules::bits_of) {
                Some(bits) if bits < 63 => self.literal(bits),
                _ => Val::new(Ty::Long),
            },
            ExprKind::Float(_) => Val::new(Ty::Float),
            ExprKind::Str(_) => Val::new(Ty::Str),
            ExprKind::Format(parts) => {
                self.format(parts);
                Val::new(Ty::Str)
            }
            ExprKind::Name(name) => self.name(name),
            ExprKind::Attr(base, name) => self.attr(base, name),
            ExprKind::Item(base, index) => self.item(base, index),
            ExprKind::Call(f, args) => self.call(e, f, args),
            ExprKind::Binary(op, a, b) => {
                let x = self.expr(a);
                if let Some(v) = self.special_binary(*op, &x, a, b) {
                    return v;
                }
                let y =
                    if matches!((op, &x.ty), (crate::hir::BinOp::Mod, Ty::Str)) { self.shown(b) } else { self.expr(b) };
                self.binary(e, *op, &x, &y, b)
            }
            ExprKind::Unary(op, a) => {
                if *op == crate::hir::UnaryOp::Not {
                    self.cond(a);
                    return Val::new(Ty::Bool);
                }
                let x = self.expr(a);
                if let (Ty::Obj(_), Some(name)) = (&x.ty, super::unary_name(*op))
                    && let Some(v) = self.object_method(&x, name, &[])
                {
                    return v;
                }
                self.unary(e, *op, &x)
            }
            ExprKind::Logic(_, parts) => {
                let all: Vec<Val> = parts.iter().map(|p| self.expr(p)).collect();
                self.either(e, &all)
            }
            ExprKind::Compare(a, rest) => self.compare(a, rest),
            ExprKind::If(test, a, b) => {
                self.cond(test);
                let all = [self.expr(a), self.expr(b)];
                self.either(e, &all)
            }
            ExprKind::Lambda(f) => {
                self.function_body(f);
                Val::new(Ty::Dyn)
            }
            ExprKind::List(items) => {
                if items.iter().any(|i| matches!(i.kind, ExprKind::Star(_))) {
                    return self.all_dynamic(items);
                }
                let node = self.site(key(e), 0);
                for item in items {
                    let v = self.expr(item);
                    self.flow(&v, node);
                }
                Val::new(Ty::List(node))
            }
            ExprKind::Tuple(items) => {
                if items.iter().any(|i| matches!(i.kind, ExprKind::Star(_))) {
                    return self.all_dynamic(items);
                }
                if items.is_empty() || items.len() > 6 {
                    return self.held(e, Kind2::Tuple, items);
                }
                let mut parts = vec![];
                for (n, item) in items.iter().enumerate() {
                    let v = self.expr(item);
                    let node = self.site(key(e), n as u32);
                    self.flow(&v, node);
                    parts.push(node);
                }
                Val::new(Ty::Tuple(parts.into()))
            }
            ExprKind::Set(items) if items.iter().any(|i| matches!(i.kind, ExprKind::Star(_))) => {
                self.all_dynamic(items)
            }
            ExprKind::Set(items) => self.held(e, Kind2::Set, items),
            ExprKind::Dict(pairs) => {
                let plain = pairs.iter().all(|(k, _)| k.is_some());
                let (k, v) = (self.site(key(e), 0), self.site(key(e), 1));
                for (name, value) in pairs {
                    if let Some(name) = name {
                        let name = self.expr(name);
                        self.flow(&name, k);
                    }
                    let value = self.expr(value);
                    if plain {
                        self.flow(&value, v);
                    } else {
                        self.dyn_val(&value);
                    }
                }
                if plain {
                    return self.dict_val(k, v);
                }
                self.pin(k);
                self.pin(v);
                Val::new(Ty::Dyn)
            }
            ExprKind::Comp(comp) => self.comp(e, comp),
            ExprKind::Yield(v) => {
                let v = v.as_ref().map_or(Val::new(Ty::None), |v| self.expr(v));
                self.given(&v);
                Val::new(Ty::Dyn)
            }
            ExprKind::YieldFrom(v) => {
                let all = self.expr(v);
                match (super::class::class_of(&all.ty), &all.ty) {
                    (Some(c), _) if self.has_generator(c) => {
                        drop(self.object_method(&all, "__iter__", &[]));
                        self.given(&Val::new(Ty::Dyn));
                    }
                    (_, Ty::Known(kind, n)) => {
                        let item = self.known_element(*kind, *n).unwrap_or(Val::new(Ty::Dyn));
                        self.given(&item);
                    }
                    _ => {
                        self.dyn_val(&all);
                        let item = match all.ty {
                            Ty::Bot => Val::new(Ty::Bot),
                            _ => Val::new(Ty::Dyn),
                        };
                        self.given(&item);
                    }
                }
                Val::new(Ty::Dyn)
            }
            ExprKind::Star(v) => self.dynamic_value(v),
            ExprKind::Walrus(_, v) => {
                self.dynamic(v);
                Val::new(Ty::Dyn)
            }
            ExprKind::Slice(a, b, c) => {
                [a, b, c].into_iter().flatten().for_each(|p| drop(self.expr(p)));
                Val::new(Ty::Known(Kind2::Slice, None))
            }
            ExprKind::Bytes(_) => Val::new(Ty::Known(Kind2::Bytes, None)),
            ExprKind::Imaginary(_) => Val::new(Ty::Known(Kind2::Complex, None)),
            ExprKind::Ellipsis | ExprKind::Refused(..) => Val::new(Ty::Dyn),
        }
    }

    /// A display of things that the runtime holds.
    fn held(&mut self, e: &Expr, kind: Kind2, items: &[Expr]) -> Val {
        let node = self.site(key(e), 0);
        for item in items {
            let v = self.expr(item);
            self.flow(&v, node);
        }
        Val::new(self.known(kind, node))
    }

    /// A generator gives a value.
    fn given(&mut self, v: &Val) {
        match self.scopes.iter().rev().find(|s| s.kind != Kind::Comp).and_then(|s| s.gives) {
            Some(n) => self.flow(v, n),
            None => self.dyn_val(v),
        }
    }

    pub(super) fn dict_val(&mut self, k: u32, v: u32) -> Val {
        Val::new(self.dict_ty(k, v))
    }

    fn dynamic_value(&mut self, e: &Expr) -> Val {
        self.dynamic(e);
        Val::new(Ty::Dyn)
    }

    /// One of several values.
    fn either(&mut self, e: &Expr, all: &[Val]) -> Val {
        let node = self.site(key(e), 0);
        all.iter().for_each(|v| self.flow(v, node));
        self.read(node)
    }

    fn name(&mut self, name: &str) -> Val {
        match self.resolve(name) {
            Res::Var(node) => self.read(node),
            Res::Function(f) => {
                self.escape(f);
                Val::new(Ty::Dyn)
            }
            Res::Class(c) => {
                self.dynamic_class(c);
                Val::new(Ty::Dyn)
            }
            Res::Builtin(name) if name == "__name__" => Val::new(Ty::Str),
            Res::Dynamic if self.scopes.last().is_some_and(|s| s.kind == Kind::Class) => {
                // `x = f(x)` in a class reads the module's `x`.
                if let Some(f) = self.fn_names.get(name).copied() {
                    self.escape(f);
                }
                if let Some(c) = self.class_names.get(name).copied() {
                    self.dynamic_class(c);
                }
                Val::new(Ty::Dyn)
            }
            _ => Val::new(Ty::Dyn),
        }
    }

    pub(super) fn format(&mut self, parts: &[FormatPart]) {
        for part in parts {
            if let FormatPart::Value(e, conversion, spec) = part {
                let v = self.expr(e);
                let own = match (&v.ty, conversion) {
                    (Ty::Obj(c), 'r') => self.has_repr(*c),
                    (Ty::Obj(c), 's') => self.has_text(*c),
                    (Ty::Obj(c), _) => spec.is_empty() && *conversion == ' ' && self.has_text(*c),
                    _ => false,
                };
                if !own {
                    self.expose(&v.ty.clone(), 0);
                }
                self.format(spec);
            }
        }
    }

    /// The module that a name stands for.
    pub(super) fn module_of(&mut self, base: &Expr) -> Option<Res> {
        let ExprKind::Name(name) = &base.kind else { return None };
        let bound = self.scopes.iter().rev().any(|s| s.imports.contains_key(name));
        if !bound {
            return None;
        }
        match self.resolve(name) {
            found @ (Res::Library(_) | Res::LibraryName(..) | Res::Annotation | Res::Dynamic) => Some(found),
            _ => None,
        }
    }

    fn attr(&mut self, base: &Expr, name: &str) -> Val {
        match self.module_of(base) {
            Some(Res::Library("math")) if matches!(name, "pi" | "e" | "tau" | "inf" | "nan") => {
                return Val::new(Ty::Float);
            }
            Some(_) => return Val::new(Ty::Dyn),
            None => {}
        }
        if let Some(class) = self.class_named(base)
            && let ExprKind::Name(member) = &base.kind
            && let Some(literal) = self.classes[class].members.get(member).and_then(|m| m.constants.get(name)).cloned()
        {
            return self.expr(&literal);
        }
        if name == "__name__"
            && let Some(object) = super::class_asked(base)
        {
            let v = self.expr(object);
            if matches!(v.ty, Ty::Obj(c) if !self.classes[c].dynamic) && self.type_is_builtin(base) {
                return Val::new(Ty::Str);
            }
        }
        let v = self.expr(base);
        self.partial(&v, base, name);
        self.field(&v, name)
    }

    fn item(&mut self, base: &Expr, index: &Expr) -> Val {
        let v = self.expr(base);
        if matches!(index.kind, ExprKind::Slice(..)) {
            self.expr(index);
            return match &v.ty {
                Ty::Bot | Ty::None => Val::new(Ty::Bot),
                Ty::List(_)
                | Ty::Str
                | Ty::Known(Kind2::List | Kind2::Tuple | Kind2::Bytes | Kind2::ByteArray | Kind2::Range, _) => {
                    Val::new(v.ty)
                }
                Ty::Opt(inner) if **inner == Ty::Str => Val::new(Ty::Str),
                _ => {
                    self.dyn_val(&v);
                    Val::new(Ty::Dyn)
                }
            };
        }
        if matches!(v.ty, Ty::Obj(_))
            && let Some(v) = self.object_method(&v, "__getitem__", &[Arg::Pos(index.clone())])
        {
            return v;
        }
        let mut at = self.expr(index);
        if let ExprKind::Call(f, _) = &index.kind
            && self.builtin(f).as_deref() == Some("slice")
        {
            // Also where its arguments are not known one by one.
            at = Val::new(Ty::Known(Kind2::Slice, None));
        }
        match (&v.ty, &at.ty) {
            (Ty::Bot | Ty::None, _) | (_, Ty::Bot | Ty::None) => Val::new(Ty::Bot),
            (Ty::List(n), _) if self.ty(*n) == Ty::Bot => Val::new(Ty::Bot),
            (Ty::List(n), Ty::Int | Ty::Bool) => self.read(*n),
            (Ty::List(n), Ty::Long | Ty::Dyn) if !self.boxed_list(&v.ty) => self.read(*n),
            // `None` is no index, which is said there.
            (Ty::List(n), Ty::Opt(inner)) if **inner == Ty::Int && !self.boxed_list(&v.ty) => self.read(*n),
            (Ty::Str, Ty::Int | Ty::Bool | Ty::Long) => Val::new(Ty::Str),
            (Ty::Opt(inner), Ty::Int | Ty::Bool | Ty::Long) if **inner == Ty::Str => Val::new(Ty::Str),
            (Ty::Known(kind, n), _) => match self.known_item(*kind, *n, &at) {
                Some(item) => item,
                None => self.both_dynamic(&v, &at),
            },
            (Ty::Opt(inner), _) if matches!(**inner, Ty::Known(..)) => {
                let Ty::Known(kind, n) = **inner else { return Val::new(Ty::Dyn) };
                match self.known_item(kind, n, &at) {
                    Some(item) => item,
                    None => self.both_dynamic(&v, &at),
                }
            }
            (Ty::Tuple(parts), Ty::Int) => match super::rules::literal(index) {
                Some(n) => {
                    let n = if n < 0 { n + parts.len() as i128 } else { n };
                    match usize::try_from(n).ok().and_then(|n| parts.get(n)) {
                        Some(node) => self.read(*node),
                        None => self.both_dynamic(&v, &at),
                    }
                }
                None => match self.uniform(&parts.clone()) {
                    Some(node) => self.read(node),
                    None => self.both_dynamic(&v, &at),
                },
            },
            (Ty::Dict(k, value), _) => {
                self.flow(&at, *k);
                self.read(*value)
            }
            _ => self.both_dynamic(&v, &at),
        }
    }

    /// One type variable for all parts of a tuple that is indexed by a variable.
    pub(super) fn uniform(&mut self, parts: &[u32]) -> Option<u32> {
        let first = *parts.first()?;
        let t = self.ty(first);
        let same = matches!(t, Ty::Int | Ty::Float | Ty::Bool | Ty::Str | Ty::Obj(_) | Ty::List(_));
        if !same || parts.iter().any(|p| std::mem::discriminant(&self.ty(*p)) != std::mem::discriminant(&t)) {
            return None;
        }
        parts[1..].iter().for_each(|p| self.unify(first, *p));
        Some(first)
    }

    fn boxed_list(&self, ty: &Ty) -> bool {
        self.t_of(ty).is_value()
    }

    #[track_caller]
    pub(super) fn both_dynamic(&mut self, a: &Val, b: &Val) -> Val {
        self.dyn_val(a);
        self.dyn_val(b);
        Val::new(Ty::Dyn)
    }

    /// An expression whose truth is asked for.
    pub(super) fn cond(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Logic(_, parts) => {
                parts.iter().for_each(|p| self.cond(p));
                if self.record {
                    self.note(key(e), &Val::new(Ty::Bool));
                }
            }
            _ => {
                let v = self.expr(e);
                self.truth_of(&v);
            }
        }
    }

    fn compare(&mut self, a: &Expr, rest: &[(CmpOp, Expr)]) -> Val {
        let mut left = self.expr(a);
        let mut first = a;
        let mut rich = false;
        for (op, e) in rest {
            let right = self.expr(e);
            match self.special_compare(*op, &left, first, &right, e) {
                Some(v) if rest.len() == 1 => return v,
                Some(v) => self.truth_of(&v),
                None => rich |= self.compare_one(*op, &left, &right),
            }
            left = right;
            first = e;
        }
        Val::new(if rich && rest.len() == 1 { Ty::Dyn } else { Ty::Bool })
    }

    /// Whether the result may be something other than a truth value.
    fn compare_one(&mut self, op: CmpOp, a: &Val, b: &Val) -> bool {
        let (x, y) = (&a.ty, &b.ty);
        match op {
            CmpOp::Is | CmpOp::IsNot => {
                let none = *x == Ty::None || *y == Ty::None;
                let scalar = |t: &Ty| {
                    matches!(t, Ty::Bool | Ty::Int | Ty::Float | Ty::Str | Ty::Real | Ty::Bot | Ty::Known(..))
                        || matches!(t, Ty::Opt(inner) if matches!(**inner, Ty::Known(..) | Ty::Str | Ty::Long))
                };
                let objects = matches!((object(x), object(y)), (Some(a), Some(b)) if a == b);
                if !none && !objects && !(scalar(x) && scalar(y)) {
                    self.both_dynamic(a, b);
                }
                false
            }
            CmpOp::In | CmpOp::NotIn => {
                match (x, y) {
                    (_, Ty::Dict(k, _)) => self.flow(a, *k),
                    (_, Ty::Obj(_)) => drop(self.both_dynamic(a, b)),
                    _ => {
                        self.expose(x, 0);
                        self.expose(y, 0);
                    }
                }
                false
            }
            _ => {
                let class = matches!(x, Ty::Obj(_)) || matches!(y, Ty::Obj(_));
                if class && matches!(op, CmpOp::Eq | CmpOp::Ne) && self.by_identity(x) && self.by_identity(y) {
                    return false;
                }
                self.expose(x, 0);
                self.expose(y, 0);
                *x == Ty::Dyn || *y == Ty::Dyn || class
            }
        }
    }

    fn by_identity(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Obj(c) => !self.classes[*c].methods.contains_key("__eq__"),
            Ty::Opt(inner) => matches!(**inner, Ty::Obj(_)) && self.by_identity(inner),
            Ty::None => true,
            _ => false,
        }
    }

    fn comp(&mut self, e: &Expr, comp: &Comp) -> Val {
        let lazy = comp.kind == CompKind::Generator;
        let Some(first) = comp.loops.first() else { return Val::new(Ty::Dyn) };
        let item = if lazy {
            self.dynamic(&first.iter);
            Val::new(Ty::Dyn)
        } else {
            self.iterated(&first.iter)
        };
        let mut names = scope::comp(comp);
        for name in std::mem::take(&mut names.walrus) {
            names.bound.remove(&name);
        }
        self.scopes.push(Scope {
            key: if lazy { NOWHERE } else { comp.element.at.start },
            kind: if lazy { Kind::Function } else { Kind::Comp },
            names: Rc::new(names),
            locals: Rc::default(),
            tries: false,
            imports: Rc::default(),
            class: None,
            ret: None,
            gives: None,
        });
        let out = self.comp_inside(e, comp, item, lazy);
        self.scopes.pop();
        out
    }

    fn comp_inside(&mut self, e: &Expr, comp: &Comp, first: Val, lazy: bool) -> Val {
        let mut item = first;
        for (n, l) in comp.loops.iter().enumerate() {
            if n > 0 {
                item = self.iterated(&l.iter);
            }
            self.assign(&l.target, &item);
            l.tests.iter().for_each(|t| self.cond(t));
        }
        if matches!(comp.kind, CompKind::Any | CompKind::All) {
            self.cond(&comp.element);
            return Val::new(Ty::Bool);
        }
        let element = self.expr(&comp.element);
        match (comp.kind, &comp.value) {
            (CompKind::List, _) => {
                let node = self.site(key(e), 0);
                self.flow(&element, node);
                Val::new(Ty::List(node))
            }
            (CompKind::Dict, Some(value)) => {
                let value = self.expr(value);
                let (k, v) = (self.site(key(e), 0), self.site(key(e), 1));
                self.flow(&element, k);
                self.flow(&value, v);
                self.dict_val(k, v)
            }
            (CompKind::Set | CompKind::Generator, _) => {
                let node = self.site(key(e), 0);
                self.flow(&element, node);
                Val::new(self.known(if lazy { Kind2::Iter } else { Kind2::Set }, node))
            }
            _ => {
                self.dyn_val(&element);
                Val::new(Ty::Dyn)
            }
        }
    }

    /// What an iteration over an expression gives.
    pub(super) fn iterated(&mut self, e: &Expr) -> Val {
        if let ExprKind::Call(f, args) = &e.kind
            && let Some(v) = self.iterated_call(f, args)
        {
            if self.record {
                self.note(key(e), &Val::new(Ty::Dyn));
            }
            return v;
        }
        let v = self.expr(e);
        self.element_of(&v)
    }

    /// An element of a container.
    pub(super) fn element_of(&mut self, v: &Val) -> Val {
        match &v.ty {
            Ty::Bot | Ty::None => Val::new(Ty::Bot),
            Ty::List(n) => self.read(*n),
            Ty::Str => Val::new(Ty::Str),
            Ty::Known(kind, n) => self.known_element(*kind, *n).unwrap_or(Val::new(Ty::Dyn)),
            Ty::Dict(k, _) => self.read(*k),
            Ty::Obj(c) if self.has_generator(*c) => match self.object_method(v, "__iter__", &[]).map(|made| made.ty) {
                Some(Ty::Known(Kind2::Iter, Some(n))) => self.read(n),
                Some(Ty::Bot) => Val::new(Ty::Bot),
                _ => Val::new(Ty::Dyn),
            },
            Ty::Tuple(parts) => match self.uniform(&parts.clone()) {
                Some(n) => self.read(n),
                None => self.dynamic_element(v),
            },
            _ => self.dynamic_element(v),
        }
    }

    /// Whether iterating over instances runs a generator of theirs.
    pub(super) fn has_generator(&self, class: usize) -> bool {
        let info = &self.classes[class];
        !info.dynamic && info.methods.get("__iter__").is_some_and(|f| f.f.generator)
    }

    fn dynamic_element(&mut self, v: &Val) -> Val {
        self.dyn_val(v);
        Val::new(Ty::Dyn)
    }

    /// Whether `type` in `type(x)` is the built-in one.
    fn type_is_builtin(&mut self, e: &Expr) -> bool {
        match &e.kind {
            ExprKind::Call(f, _) => self.builtin(f).is_some(),
            _ => true,
        }
    }

    pub(super) fn builtin(&mut self, f: &Expr) -> Option<String> {
        match &f.kind {
            ExprKind::Name(name) => match self.resolve(name) {
                Res::Builtin(name) => Some(name),
                _ => None,
            },
            _ => None,
        }
    }

    fn iterated_call(&mut self, f: &Expr, args: &[Arg]) -> Option<Val> {
        let list = positional(args)?;
        if let ExprKind::Attr(base, method) = &f.kind
            && list.is_empty()
            && matches!(method.as_str(), "items" | "values" | "keys")
            && self.module_of(base).is_none()
        {
            let v = self.expr(base);
            let Ty::Dict(k, value) = v.ty else { return None };
            return Some(match method.as_str() {
                "items" => Val::new(Ty::Tuple(vec![k, value].into())),
                "keys" => self.read(k),
                _ => self.read(value),
            });
        }
        match (self.builtin(f)?.as_str(), &list[..]) {
            ("range", [_] | [_, _] | [_, _, _]) => {
                let all: Vec<Val> = list.iter().map(|a| self.expr(a)).collect();
                if all.iter().any(|v| v.ty == Ty::Bot) {
                    return Some(Val::new(Ty::Bot));
                }
                let start = if all.len() > 1 { all[0].g } else { None };
                let stop = all[usize::from(all.len() > 1)].g;
                let start = self.or_bits(start, if all.len() > 1 { 30 } else { 1 });
                let stop = self.or_bits(stop, 30);
                let g = self.graph.add(Step::Max(start, stop));
                let g = self.graph.add(Step::Cap(g, 62));
                Some(Val { ty: Ty::Int, g: Some(g) })
            }
            ("enumerate", [items] | [items, _]) => {
                if let [_, start] = &list[..] {
                    self.expr(start);
                }
                let item = self.iterated(items);
                if !self.native_source(items) {
                    return None;
                }
                let (a, b) = (self.site(key(f), 0), self.site(key(f), 1));
                let n = self.int(28);
                self.flow(&n, a);
                self.flow(&item, b);
                Some(Val::new(Ty::Tuple(vec![a, b].into())))
            }
            ("zip", [_, _] | [_, _, _]) => {
                let mut parts = vec![];
                if !list.iter().all(|e| self.native_source(e)) {
                    return None;
                }
                for (n, items) in list.iter().enumerate() {
                    let item = self.iterated(items);
                    let node = self.site(key(f), n as u32);
                    self.flow(&item, node);
                    parts.push(node);
                }
                Some(Val::new(Ty::Tuple(parts.into())))
            }
            ("reversed", [items]) if matches!(items.kind, ExprKind::Call(..)) => {
                let ExprKind::Call(f, args) = &items.kind else { return None };
                if self.builtin(f).as_deref() != Some("range") {
                    return None;
                }
                let item = self.iterated_call(f, args);
                if self.record {
                    self.note(key(items), &Val::new(Ty::Dyn));
                }
                item
            }
            ("reversed", [items]) => {
                let v = self.expr(items);
                match v.ty {
                    Ty::List(_) => Some(self.element_of(&v)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Whether lowering iterates over this natively.
    pub(super) fn native_source(&mut self, e: &Expr) -> bool {
        if let ExprKind::Call(f, args) = &e.kind
            && self.iterated_call(f, args).is_some()
        {
            return true;
        }
        match self.expr(e).ty {
            Ty::Bot | Ty::None | Ty::Str => true,
            Ty::List(n) if self.ty(n) == Ty::Bot => true,
            Ty::Dict(k, v) if self.ty(k) == Ty::Bot || self.ty(v) == Ty::Bot => true,
            ty @ (Ty::List(_) | Ty::Dict(..)) => !self.t_of(&ty).is_value(),
            Ty::Tuple(parts) => self.uniform(&parts).is_some(),
            _ => false,
        }
    }

    fn or_bits(&mut self, g: Option<u32>, bits: u8) -> u32 {
        g.unwrap_or_else(|| self.graph.add(Step::Bits(bits)))
    }

    /// The body of a function whose parameters are dynamic.
    pub(super) fn function_body(&mut self, f: &Function) {
        f.params.iter().filter_map(|p| p.default.as_ref()).for_each(|d| drop(self.dynamic(d)));
        let info = self.function(f.clone());
        info.params.iter().for_each(|p| self.pin(*p));
        self.body(f, None);
    }

    /// The body of a function. Results go into `ret`.
    pub(super) fn body(&mut self, f: &Function, ret: Option<u32>) {
        let gives = (ret.is_some() && f.generator && !f.asynchronous).then(|| self.gives(f));
        let Body { names, locals, tries, imports } = self.body_of(f);
        self.scopes.push(Scope {
            key: super::scope_of(f),
            kind: Kind::Function,
            names,
            locals,
            tries,
            imports,
            class: None,
            ret: if f.generator { None } else { ret },
            gives,
        });
        self.block(&f.body);
        self.scopes.pop();
    }

    /// Parameters that take more than one argument are dynamic.
    pub(super) fn rest_params(&mut self, f: &Function, params: &[u32]) {
        for (p, node) in f.params.iter().zip(params) {
            if matches!(p.kind, ParamKind::Rest | ParamKind::Keywords) {
                self.pin(*node);
            }
        }
    }
}

fn object(ty: &Ty) -> Option<usize> {
    match ty {
        Ty::Obj(c) => Some(*c),
        Ty::Opt(inner) => object(inner),
        _ => None,
    }
}

/// Arguments, when all are plain ones by position.
pub(crate) fn positional(args: &[Arg]) -> Option<Vec<&Expr>> {
    args.iter()
        .map(|a| match a {
            Arg::Pos(e) if !matches!(e.kind, ExprKind::Star(_)) => Some(e),
            _ => None,
        })
        .collect()
}
