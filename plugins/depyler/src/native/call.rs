//! Native calls: functions of the module, built-in functions, `math`.

use super::block;
use crate::hir::{Arg, Expr as PyExpr, ExprKind, Function};
use crate::infer::{Signature, T};
use crate::lower::Lower;
use crate::lower::call::{Slot, direct};
use crate::lower::import::Bound;
use crate::lower::names::Place;
use batuta_rust_ir::{self as rir, Block, Expr, Pat, Stmt};

impl Lower<'_> {
    pub(crate) fn native_call(&mut self, e: &PyExpr, f: &PyExpr, args: &[Arg]) -> Option<(Expr, T)> {
        match &f.kind {
            ExprKind::Name(name) => match self.place(name) {
                Place::Static(name) => self.call_native_function(&name, args),
                Place::Builtin(name) => self.native_builtin(e, &name, args),
                Place::Import(Bound::LibraryName("math", name)) => self.native_math(e, &name, args),
                Place::Import(Bound::LibraryName("heapq", name)) => self.native_heap(&name, args),
                Place::Import(Bound::LibraryName(module, name)) if crate::infer::library_looks(module, &name) => {
                    Some(self.looked_at(e))
                }
                Place::Global(_) | Place::Local(_) if self.has_method(&self.ty(f), "__call__") => {
                    self.object_method(f, "__call__", args)
                }
                Place::Global(_) | Place::Local(_) => self.native_construct(name, args),
                _ => None,
            },
            ExprKind::Attr(base, name) => match self.module_of(base) {
                Some(Bound::Library("math")) => self.native_math(e, name, args),
                Some(Bound::Library("heapq")) => self.native_heap(name, args),
                Some(Bound::Library(module)) if crate::infer::library_looks(module, name) => Some(self.looked_at(e)),
                Some(_) => None,
                None => match self.static_method(base, name, args) {
                    Some(done) => Some(done),
                    None => self.native_method(e, base, name, args),
                },
            },
            _ => None,
        }
    }

    /// The signature of a function of the module, when something in it is native.
    pub(crate) fn signature_for(&self, name: &str) -> Option<Signature> {
        self.types.as_ref()?.functions.get(name).cloned()
    }

    /// Which parameters are passed by reference.
    pub(crate) fn by_reference(&self, f: &Function, types: &[T]) -> Vec<bool> {
        let params: Vec<String> = f.params.iter().map(|p| p.name.clone()).collect();
        let changed = crate::assign::locals(&params, &f.body).changed;
        if f.generator {
            // Its body outlives the call.
            return vec![false; types.len()];
        }
        params.iter().zip(types).map(|(p, t)| !t.is_value() && !t.is_copy() && !changed.contains(p)).collect()
    }

    fn call_native_function(&mut self, name: &str, args: &[Arg]) -> Option<(Expr, T)> {
        let signature = self.signature_for(name)?;
        let (rust, f) = self.statics.get(name)?.clone();
        let slots = direct(&f, args)?;
        let refs = self.references(name, &f, &signature.params);
        let (stmts, values) = self.fill(slots, &signature.params, &refs);
        let call = self.q(Expr::call_path(rust, values));
        Some((block(stmts, call), signature.ret))
    }

    pub(crate) fn references(&mut self, name: &str, f: &Function, types: &[T]) -> Vec<bool> {
        if let Some(known) = self.refs.get(name) {
            return known.clone();
        }
        let refs = self.by_reference(f, types);
        self.refs.insert(name.to_string(), refs.clone());
        refs
    }

    /// Arguments for parameters of known types.
    pub(crate) fn fill(&mut self, slots: Vec<Slot>, types: &[T], refs: &[bool]) -> (Vec<Stmt>, Vec<Expr>) {
        let mut values = vec![];
        for ((slot, t), by_ref) in slots.into_iter().zip(types).zip(refs) {
            values.push(match slot {
                Slot::Given(e, _) | Slot::Default(e) if *by_ref => {
                    let (x, from) = self.place_expr(&e);
                    if from.same(t) { x.ref_() } else { self.as_type(&e, t).ref_() }
                }
                Slot::Given(e, _) | Slot::Default(e) => self.as_type(&e, t),
                Slot::Rest(list) => self.sequence("tuple", &list),
                Slot::Keywords => self.dict(&[]),
            });
        }
        (vec![], values)
    }

    fn native_math(&mut self, e: &PyExpr, name: &str, args: &[Arg]) -> Option<(Expr, T)> {
        let list = crate::infer::positional(args)?;
        let types: Vec<T> = list.iter().map(|a| self.ty(a)).collect();
        if !types.iter().all(T::is_number) {
            return None;
        }
        let t = self.ty(e);
        match (name, &list[..]) {
            ("sqrt", [a]) => {
                let x = self.typed(a).0;
                let x = self.float(x, &types[0]);
                Some((self.q(Expr::call_path("py::float::sqrt", vec![x])), T::Float))
            }
            ("sin" | "cos", [a]) => {
                let x = self.typed(a).0;
                let x = self.float(x, &types[0]);
                Some((self.q(Expr::call_path(format!("py::float::{name}"), vec![x])), T::Float))
            }
            ("fabs", [a]) => {
                let x = self.typed(a).0;
                let x = self.float(x, &types[0]);
                Some((Expr::call_path("f64::abs", vec![x]), T::Float))
            }
            ("floor" | "ceil", [a]) if types[0] == T::Float && matches!(t, T::Int(_)) => {
                let x = self.typed(a).0;
                Some((self.q(Expr::call_path(format!("py::float::{name}"), vec![x])), t))
            }
            ("gcd", [a, b]) if matches!((&types[0], &types[1], &t), (T::Int(_), T::Int(_), T::Int(_))) => {
                let args = vec![self.typed(a).0, self.typed(b).0];
                Some((Expr::call_path("py::int::gcd", args), t))
            }
            _ => None,
        }
    }

    /// A function of `heapq` over a native list.
    fn native_heap(&mut self, name: &str, args: &[Arg]) -> Option<(Expr, T)> {
        let list = crate::infer::positional(args)?;
        let T::List(t) = self.ty(list.first()?) else { return None };
        if !t.is_ordered() {
            return None;
        }
        let mut stmts = vec![];
        let heap = self.place_expr(list[0]).0;
        let method = match (name, list.len()) {
            ("heappop", 1) => "heap_pop",
            ("heapify", 1) => "heapify",
            ("heappush", 2) => "heap_push",
            ("heappushpop", 2) => "heap_push_pop",
            ("heapreplace", 2) => "heap_replace",
            _ => return None,
        };
        let heap = if matches!(heap, Expr::Path(_)) { heap } else { self.hold("heap", heap, &mut stmts) };
        let mut given = vec![];
        if let Some(item) = list.get(1) {
            // What it calls may change the list.
            let item = self.as_type(item, &t);
            given.push(self.hold("item", item, &mut stmts));
        }
        let call = self.q(heap.method(method, given));
        if matches!(name, "heappush" | "heapify") {
            stmts.push(Stmt::expr(call));
            return Some((block(stmts, Expr::path("Value::None")), T::None));
        }
        Some((block(stmts, call), *t))
    }

    /// A built-in function that only looks at its arguments, through the dynamic form.
    pub(crate) fn looked_at(&mut self, e: &PyExpr) -> (Expr, T) {
        let t = self.ty(e);
        let value = self.shown(|l| l.dynamic_value(e));
        if t.is_value() { (value, t) } else { (self.coerce(value, &T::Dyn, &t), t) }
    }

    fn native_builtin(&mut self, e: &PyExpr, name: &str, args: &[Arg]) -> Option<(Expr, T)> {
        let list: Vec<&PyExpr> = args.iter().filter_map(|a| if let Arg::Pos(e) = a { Some(e) } else { None }).collect();
        let plain = crate::infer::positional(args).is_some();
        if name == "print" {
            return Some(self.print(e, args));
        }
        if plain && let Some(found) = self.fast_builtin(e, name, &list) {
            return Some(found);
        }
        if matches!(name, "sorted" | "min" | "max")
            && let Some(done) = self.keyed_builtin(e, name, args)
        {
            return Some(done);
        }
        let native = list.iter().any(|a| !self.ty(a).is_value());
        match name {
            "len" | "str" | "repr" | "sorted" | "min" | "max" | "sum" | "any" | "all" | "set" | "frozenset"
            | "tuple" | "abs" | "round" | "int" | "float" | "bool" | "bin" | "hex" | "oct" | "ord" | "chr"
            | "divmod" | "pow" | "ascii" | "input" | "isinstance"
                if native || !self.ty(e).is_value() =>
            {
                Some(self.looked_at(e))
            }
            _ => None,
        }
    }

    /// `print(...)`: all arguments first, then their text; instances that show themselves do it here.
    fn print(&mut self, e: &PyExpr, args: &[Arg]) -> (Expr, T) {
        let own = |l: &Self, e: &PyExpr| !l.ty(e).is_value() && !l.ty(e).is_number();
        let starred = args.iter().any(|a| match a {
            Arg::Pos(e) => matches!(e.kind, ExprKind::Star(_)),
            Arg::Named(..) => false,
            Arg::Mapping(_) => true,
        });
        if starred || !args.iter().any(|a| matches!(a, Arg::Pos(e) if own(self, e))) {
            let value = self.shown(|l| l.dynamic_value(e));
            return (value, T::None);
        }
        let mut stmts = vec![];
        let mut held = vec![];
        let last = args.len() - 1;
        for (n, arg) in args.iter().enumerate() {
            if let Arg::Pos(e) | Arg::Named(_, e) = arg {
                let (x, t) = self.typed(e);
                held.push((if n == last { x } else { self.hold("shown", x, &mut stmts) }, t));
            }
        }
        let (mut pos, mut kw) = (vec![], vec![]);
        for (arg, (x, t)) in args.iter().zip(held) {
            match arg {
                Arg::Named(name, _) => {
                    let value = self.coerce(x, &t, &T::Dyn);
                    kw.push(Expr::Tuple(vec![Expr::str(name.clone()), value]));
                }
                _ => {
                    let text = if let T::Obj(class) = t { self.text_by(class, x.clone()) } else { None };
                    let value = match text {
                        Some(text) => text,
                        None => self.shown(|l| l.coerce(x, &t, &T::Dyn)),
                    };
                    pos.push(value);
                }
            }
        }
        let args = if kw.is_empty() {
            Expr::call_path("py::pos", vec![Expr::Array(pos).ref_()])
        } else {
            let field = |name: &str, value: Expr| rir::FieldInit { name: name.to_string(), value };
            let fields = vec![field("pos", Expr::Array(pos).ref_()), field("kw", Expr::Array(kw).ref_())];
            Expr::Struct("py::Args".into(), fields, None)
        };
        let call = self.q(Expr::call_path("py::builtins::print", vec![args.ref_()]));
        (block(stmts, call), T::None)
    }

    fn fast_builtin(&mut self, e: &PyExpr, name: &str, list: &[&PyExpr]) -> Option<(Expr, T)> {
        let types: Vec<T> = list.iter().map(|a| self.ty(a)).collect();
        let t = self.ty(e);
        match (name, list, &types[..]) {
            ("len", [a], [T::List(_) | T::Dict(..)]) => {
                let x = self.place_expr(a).0;
                Some((x.method("len", vec![]), t))
            }
            ("len", [a], [T::Str]) => {
                let x = self.operand(a);
                Some((Expr::call_path("py::typed::text_len", vec![x]), t))
            }
            ("len", [_], [T::Obj(_)]) => self.native_method(e, list[0], "__len__", &[]),
            (crate::memo::KEY, [a], [T::Int(_) | T::Str]) => Some(self.typed(a)),
            ("next" | "reversed", [a], [T::Obj(_)]) => {
                let method = crate::infer::iterator_method(name)?;
                self.native_method(e, a, method, &[])
            }
            ("repr", [a], [T::Obj(_)]) => self.special(a, "__repr__", &[]),
            ("str", [a], [T::Obj(_)]) => self.text(a).map(|x| (x, T::Str)),
            ("str", [a], [T::Int(_)]) => {
                let x = self.typed(a).0;
                Some((Expr::call_path("py::typed::int_text", vec![x]), T::Str))
            }
            ("ord", [a], [T::Str]) if matches!(&a.kind, crate::hir::ExprKind::Item(base, index) if self.ty(base) == T::Str && matches!(self.ty(index), T::Int(_))) =>
            {
                let crate::hir::ExprKind::Item(base, index) = &a.kind else { return None };
                let text = self.operand(base);
                let at = self.typed(index).0;
                let code = self.q(Expr::call_path("py::typed::code_at", vec![text, at]));
                Some((Expr::call_path("i64::from", vec![Expr::call_path("u32::from", vec![code])]), t))
            }
            ("abs", [a], [T::Obj(_)]) => self.special(a, "__abs__", &[]),
            ("isinstance", [a, class], [t, _]) => self.native_isinstance(a, t, class),
            ("abs", [a], [T::Int(_)]) => {
                let x = self.typed(a).0;
                Some((Expr::call_path("py::int::abs", vec![x]), t))
            }
            ("abs", [a], [T::Float]) => {
                let x = self.typed(a).0;
                Some((Expr::call_path("f64::abs", vec![x]), T::Float))
            }
            ("min" | "max", [a, b], [ta, tb]) if ta.is_number() && tb.is_number() && !t.is_value() => {
                let (x, y) = (self.as_type(a, &t), self.as_type(b, &t));
                Some((Expr::call_path(format!("py::typed::{name}"), vec![x, y]), t))
            }
            ("min" | "max", [first, rest @ ..], types)
                if rest.len() > 1 && types.iter().all(T::is_number) && !t.is_value() =>
            {
                let mut out = self.as_type(first, &t);
                for x in rest {
                    let x = self.as_type(x, &t);
                    out = Expr::call_path(format!("py::typed::{name}"), vec![out, x]);
                }
                Some((out, t))
            }
            ("min" | "max", [a], [T::List(item)]) if matches!(**item, T::Int(_) | T::Float) => {
                let x = self.place_expr(a).0;
                Some((self.q(x.method(name, vec![])), t))
            }
            ("sum", [a], [T::List(item)]) if matches!((&**item, &t), (T::Int(_), T::Int(_))) => {
                let x = self.place_expr(a).0;
                Some((x.method("sum", vec![]), t))
            }
            ("sum", [a], [T::List(item)]) if **item == T::Float && t == T::Real => {
                let x = self.place_expr(a).0;
                Some((x.method("sum_floats", vec![]), t))
            }
            ("sorted", [a], [T::List(item)]) if matches!(**item, T::Int(_)) => {
                let x = self.place_expr(a).0;
                Some((x.method("sorted", vec![]), t))
            }
            ("int", [a], [T::Int(_)]) if matches!(t, T::Int(_)) => Some((self.typed(a).0, t)),
            ("int", [a], [T::Bool]) => {
                let x = self.typed(a).0;
                Some((self.coerce(x, &T::Bool, &t), t))
            }
            ("int", [a], [T::Float]) if matches!(t, T::Int(_)) => {
                let x = self.typed(a).0;
                Some((self.q(Expr::call_path("py::float::to_int", vec![x])), t))
            }
            ("float", [a], [from]) if from.is_number() => {
                let x = self.typed(a).0;
                Some((self.float(x, from), T::Float))
            }
            ("bool", [a], [from]) if !from.is_value() => {
                let x = self.place_expr(a).0;
                Some((self.truth(x, from), T::Bool))
            }
            ("ord", [a], [T::Str]) => {
                let x = self.operand(a);
                Some((self.q(Expr::call_path("py::typed::ord", vec![x])), t))
            }
            ("chr", [a], [T::Int(_)]) => {
                let x = self.typed(a).0;
                Some((self.q(Expr::call_path("py::typed::chr", vec![x])), T::Str))
            }
            ("divmod", [a, b], [T::Int(_), T::Int(_)]) => {
                let (x, y) = (self.typed(a).0, self.typed(b).0);
                Some((self.q(Expr::call_path("py::int::divmod", vec![x, y])), t))
            }
            ("list", [], _) => match &t {
                T::List(_) => Some((Expr::call_path("py::List::default", vec![]), t)),
                _ => None,
            },
            ("dict", [], _) => match &t {
                T::Dict(..) => Some((Expr::call_path("py::Map::default", vec![]), t)),
                _ => None,
            },
            ("list", [a], [T::Obj(_)]) if t.is_value() => {
                let held = self.fresh("list");
                let ty = batuta_rust_ir::Type::path("py::List<Value>");
                let mut stmts =
                    vec![Stmt::let_(Pat::name(held.clone()), ty, Expr::call_path("py::List::default", vec![]))];
                self.extend(Expr::path(held.clone()), a, &T::Dyn, &mut stmts);
                Some((block(stmts, Expr::call_path("py::typed::boxed", vec![Expr::path(held).ref_()])), T::Dyn))
            }
            ("list", [a], _) => {
                let T::List(item) = &t else { return None };
                let held = self.fresh("list");
                let mut stmts =
                    vec![Stmt::let_(Pat::name(held.clone()), None, Expr::call_path("py::List::default", vec![]))];
                if let T::List(u) = &types[0]
                    && u.same(item)
                {
                    let x = self.place_expr(a).0;
                    return Some((x.method("copy", vec![]), t));
                }
                self.extend(Expr::path(held.clone()), a, item, &mut stmts);
                Some((Expr::Block(Block::new(stmts).tail(Expr::path(held))), t))
            }
            _ => None,
        }
    }
}
