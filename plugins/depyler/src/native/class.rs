//! Native classes: a struct of cells, and a function per method.

use super::block;
use crate::hir::{Arg, Class, Expr as PyExpr, Function, StmtKind};
use crate::infer::{self, ClassTypes, T};
use crate::lower::Lower;
use crate::lower::call::direct;
use crate::lower::names::{ident, snake};
use batuta_rust_ir::{Block, Expr, Item, Stmt};
use batuta_text::TextRange;

impl Lower<'_> {
    fn class_types(&self, class: usize) -> Option<&ClassTypes> {
        self.types.as_ref()?.classes.get(class)?.as_ref()
    }

    /// The struct of a class.
    pub(crate) fn class_ident(&self, class: usize) -> String {
        let name = self.class_types(class).map_or("Unknown", |c| c.name.as_str());
        match ident(name).as_str() {
            name @ ("Value" | "GlobalKey" | "Option" | "Box" | "Vec" | "String" | "Result") => format!("{name}_"),
            name => name.to_string(),
        }
    }

    /// A class that is native here.
    pub(crate) fn native_class(&self, name: &str) -> Option<usize> {
        let types = self.types.as_ref()?;
        let at = *types.class_names.get(name)?;
        types.classes.get(at)?.as_ref().map(|_| at)
    }

    fn method_name(class: &str, method: &str) -> String {
        snake(&format!("{class}_{}", method.trim_matches('_')))
    }

    /// A field's type.
    pub(crate) fn field_type(&self, base: &PyExpr, name: &str) -> Option<T> {
        let class = class_of(&self.ty(base))?;
        self.class_types(class)?.fields.iter().find(|(n, _)| n == name).map(|(_, t)| t.clone())
    }

    /// The object before a dot, which must not be `None`.
    pub(crate) fn object(&mut self, base: &PyExpr, name: &str) -> Option<Expr> {
        let (x, t) = self.place_expr(base);
        match t {
            T::Obj(_) => Some(x),
            T::Opt(_) => Some(self.q(Expr::call_path("py::typed::object", vec![x.ref_(), Expr::str(name)]))),
            _ => None,
        }
    }

    pub(crate) fn native_attr(&mut self, base: &PyExpr, name: &str) -> Option<(Expr, T)> {
        if self.module_of(base).is_some() {
            return match (self.module_of(base), name) {
                (Some(crate::lower::import::Bound::Library("math")), "pi") => {
                    Some((Expr::path("std::f64::consts::PI"), T::Float))
                }
                _ => None,
            };
        }
        if let Some(class) = self.class_named(base) {
            let crate::hir::ExprKind::Name(member) = &base.kind else { return None };
            let literal = self.class_types(class)?.members.get(member)?.constants.get(name)?.clone();
            return Some(self.typed(&literal));
        }
        if name == "__name__"
            && let Some(object) = infer::class_asked(base)
            && let T::Obj(class) = self.ty(object)
        {
            return self.class_name_of(class, object);
        }
        if let Some(t) = self.field_type(base, name) {
            let object = self.object(base, name)?;
            let read = self.read_field(base, object, name);
            return Some((read, t));
        }
        let class = class_of(&self.ty(base))?;
        if let Some(literal) = self.class_types(class)?.constants.get(name).cloned() {
            let object = self.object(base, name)?;
            let (x, t) = self.typed(&literal);
            if matches!(object, Expr::Path(_)) {
                return Some((x, t));
            }
            return Some((block(vec![Stmt::assign(Expr::path("_"), object)], x), t));
        }
        if self.class_types(class)?.properties.contains(name) {
            return self.object_method(base, name, &[]);
        }
        None
    }

    /// A field that may have no value.
    pub(crate) fn checked_field(&self, base: &PyExpr, name: &str) -> Option<Checked> {
        let class = self.class_types(class_of(&self.ty(base))?)?;
        class.checked.contains(name).then(|| {
            let members = class.members.iter().map(|(name, m)| (m.number, name.clone()));
            Checked { classes: members.collect(), name: name.to_string() }
        })
    }

    /// Reads a field that may have no value.
    pub(crate) fn checked_read(&mut self, object: Expr, checked: &Checked) -> Expr {
        let mut stmts = vec![];
        let simple = matches!(object, Expr::Path(_)) || checked.classes.len() == 1;
        let object = if simple { object } else { self.hold("object", object.method("clone", vec![]), &mut stmts) };
        let mut class = Expr::str("");
        for (n, (number, name)) in checked.classes.iter().enumerate() {
            let name = Expr::str(name.clone());
            class = if n == 0 {
                name
            } else {
                let kind = object.clone().field(ident(infer::KIND)).method("get", vec![]);
                let test = Expr::binary(batuta_rust_ir::BinOp::Eq, kind, Expr::int((*number).into()));
                Expr::if_(test, Block::value(name), Some(Block::value(class)))
            };
        }
        let read = object.field(ident(&checked.name)).method("get", vec![class, Expr::str(checked.name.clone())]);
        block(stmts, self.q(read))
    }

    fn read_field(&mut self, base: &PyExpr, object: Expr, name: &str) -> Expr {
        match self.checked_field(base, name) {
            Some(checked) => self.checked_read(object, &checked),
            None => object.field(ident(name)).method("get", vec![]),
        }
    }

    /// `type(object).__name__`
    fn class_name_of(&mut self, class: usize, object: &PyExpr) -> Option<(Expr, T)> {
        let types = self.class_types(class)?;
        if types.members.len() > 1 {
            return self.object_method(object, infer::NAME, &[]);
        }
        let name = types.name.clone();
        let x = self.place_expr(object).0;
        let text = Expr::macro_call("py::text", vec![Expr::str(name)]);
        let before = if matches!(x, Expr::Path(_)) { vec![] } else { vec![Stmt::assign(Expr::path("_"), x)] };
        Some((block(before, text), T::Str))
    }

    /// The native class that a name stands for.
    pub(crate) fn class_named(&self, e: &PyExpr) -> Option<usize> {
        let crate::hir::ExprKind::Name(name) = &e.kind else { return None };
        if self.scopes[1..].iter().any(|s| s.names.bound.contains(name) && !s.names.globals.contains(name)) {
            return None;
        }
        self.native_class(name)
    }

    /// A call of a function of a class that takes no instance.
    pub(crate) fn static_method(&mut self, base: &PyExpr, name: &str, args: &[Arg]) -> Option<(Expr, T)> {
        let class = self.class_named(base)?;
        let types = self.class_types(class)?;
        if !types.statics.contains(name) {
            return None;
        }
        let ret = types.methods.get(name)?.ret.clone();
        let (before, call) = self.call_of(class, name, None, args)?;
        Some((block(before, call), ret))
    }

    /// Whether instances of the class have a method.
    pub(crate) fn has_method(&self, t: &T, name: &str) -> bool {
        let T::Obj(class) = t else { return false };
        self.class_types(*class).is_some_and(|c| c.methods.contains_key(name))
    }

    /// What `yield from` runs through: the generator of a native instance, or a value.
    pub(crate) fn iterated_object(&mut self, e: &PyExpr) -> Expr {
        let t = self.ty(e);
        let inner = if let T::Opt(inner) = &t { (**inner).clone() } else { t.clone() };
        let T::Obj(class) = inner else { return self.value(e) };
        if !self.has_method(&inner, "__iter__") {
            return self.value(e);
        }
        let (x, _) = self.place_expr(e);
        let mut stmts = vec![];
        let object = match t {
            T::Opt(_) => {
                let held = self.hold("object", x.method("clone", vec![]), &mut stmts);
                let found = self.q(Expr::call_path("py::typed::iterated", vec![held.ref_()]));
                self.hold("object", found.method("clone", vec![]), &mut stmts)
            }
            _ => x,
        };
        match self.tested(class, "__iter__", object) {
            Some((x, t)) => {
                let x = self.coerce(x, &t, &T::Dyn);
                block(stmts, x)
            }
            None => {
                self.disagree();
                Expr::unit()
            }
        }
    }

    /// A special method of a native instance.
    pub(crate) fn special(&mut self, base: &PyExpr, name: &str, args: &[&PyExpr]) -> Option<(Expr, T)> {
        if !self.has_method(&self.ty(base), name) {
            return None;
        }
        let args: Vec<Arg> = args.iter().map(|e| Arg::Pos((*e).clone())).collect();
        self.object_method(base, name, &args)
    }

    /// `Class(args)`
    pub(crate) fn native_construct(&mut self, name: &str, args: &[Arg]) -> Option<(Expr, T)> {
        // A local variable of the same name hides the class.
        if self.scopes[1..].iter().any(|s| s.names.bound.contains(name) && !s.names.globals.contains(name)) {
            return None;
        }
        let class = self.native_class(name)?;
        let made = Expr::call_path(format!("{}::default", self.class_ident(class)), vec![]);
        let made = Expr::call_path("py::Obj::new", vec![made]);
        let member = self.class_types(class)?.members.get(name)?.clone();
        if member.init.is_none() && member.number == 0 {
            return Some((made, T::Obj(class)));
        }
        let held = self.fresh("object");
        let mut stmts = vec![Stmt::let_(batuta_rust_ir::Pat::name(held.clone()), None, made)];
        if member.number != 0 {
            let field = Expr::path(held.clone()).field(infer::KIND);
            stmts.push(Stmt::expr(field.method("set", vec![Expr::int(member.number.into())])));
        }
        if let Some(init) = &member.init {
            let (before, call) = self.call_of(class, init, Some(Expr::path(held.clone()).ref_()), args)?;
            stmts.extend(before);
            stmts.push(Stmt::expr(call));
        }
        Some((block(stmts, Expr::path(held)), T::Obj(class)))
    }

    /// A call of a method as a function.
    fn call_of(&mut self, class: usize, name: &str, this: Option<Expr>, args: &[Arg]) -> Option<(Vec<Stmt>, Expr)> {
        let types = self.class_types(class)?;
        let (class_name, signature) = (types.name.clone(), types.methods.get(name)?.clone());
        let f = self.class_methods.get(&(class_name.clone(), name.to_string()))?.clone();
        let bound = usize::from(this.is_some());
        let slots = if bound == 1 { direct(&infer::without_self(&f), args)? } else { direct(&f, args)? };
        let refs = self.references(&format!("{class_name}.{name}"), &f, &signature.params);
        let (before, values) = self.fill(slots, &signature.params[bound..], &refs[bound..]);
        let owned = bound == 1 && !refs[0];
        let mut all: Vec<Expr> = this
            .map(|x| match x {
                Expr::Ref(false, inner) if owned => inner.method("clone", vec![]),
                x if owned => x.method("clone", vec![]),
                x => x,
            })
            .into_iter()
            .collect();
        all.extend(values);
        let call = Expr::call_path(Self::method_name(&class_name, name), all);
        Some((before, self.q(call)))
    }

    pub(crate) fn object_method(&mut self, base: &PyExpr, name: &str, args: &[Arg]) -> Option<(Expr, T)> {
        let class = class_of(&self.ty(base))?;
        let ret = self.class_types(class)?.methods.get(name)?.ret.clone();
        let object = self.object(base, name)?;
        if self.class_types(class)?.statics.contains(name) {
            let (before, call) = self.call_of(class, name, None, args)?;
            let mut stmts = vec![];
            if !matches!(object, Expr::Path(_)) {
                stmts.push(Stmt::assign(Expr::path("_"), object));
            }
            stmts.extend(before);
            return Some((block(stmts, call), ret));
        }
        let this = if matches!(self.ty(base), T::Opt(_)) { object } else { object.ref_() };
        let (before, call) = self.call_of(class, name, Some(this), args)?;
        Some((block(before, call), ret))
    }

    /// `str(object)` by its own method.
    pub(crate) fn text(&mut self, e: &PyExpr) -> Option<Expr> {
        let T::Obj(class) = self.ty(e) else { return None };
        let object = self.place_expr(e).0;
        self.text_by(class, object)
    }

    /// The text of an instance by its own method, as a part of an f-string.
    pub(crate) fn own_text(&mut self, e: &PyExpr, conversion: char) -> Option<Expr> {
        let T::Obj(class) = self.ty(e) else { return None };
        if conversion != 'r' {
            return self.text(e);
        }
        let object = self.place_expr(e).0;
        self.tested(class, "__repr__", object).map(|(x, _)| x)
    }

    /// `str(object)` of an instance of a native class.
    pub(crate) fn text_by(&mut self, class: usize, object: Expr) -> Option<Expr> {
        let types = self.class_types(class)?;
        let name = ["__str__", "__repr__"].into_iter().find(|m| types.methods.contains_key(*m))?;
        let (before, call) = self.call_of(class, name, Some(object.ref_()), &[])?;
        Some(block(before, call))
    }

    /// The types of a method's parameters.
    pub(crate) fn method_params(&self, class: usize, name: &str) -> Option<Vec<T>> {
        Some(self.class_types(class)?.methods.get(name)?.params.clone())
    }

    /// `object.__setitem__(key, value)` of computed parts.
    pub(crate) fn set_item_call(&mut self, class: usize, object: Expr, key: Expr, value: Expr) -> Option<Expr> {
        let types = self.class_types(class)?;
        let (class_name, params) = (types.name.clone(), types.methods.get("__setitem__")?.params.clone());
        let f = self.class_methods.get(&(class_name.clone(), "__setitem__".to_string()))?.clone();
        let refs = self.references(&format!("{class_name}.__setitem__"), &f, &params);
        let pass = |x: Expr, by_ref: bool| if by_ref { x.ref_() } else { x };
        let args = vec![object.ref_(), pass(key, refs[1]), pass(value, refs[2])];
        Some(self.q(Expr::call_path(Self::method_name(&class_name, "__setitem__"), args)))
    }

    /// An operator's method of computed operands.
    pub(crate) fn operator_call(
        &mut self,
        class: usize,
        name: &str,
        object: Expr,
        value: Expr,
        stmts: &mut Vec<Stmt>,
    ) -> Option<(Expr, T)> {
        let types = self.class_types(class)?;
        let (class_name, signature) = (types.name.clone(), types.methods.get(name)?.clone());
        let f = self.class_methods.get(&(class_name.clone(), name.to_string()))?.clone();
        if f.params.len() != 2 {
            return None;
        }
        let refs = self.references(&format!("{class_name}.{name}"), &f, &signature.params);
        let object = if matches!(object, Expr::Path(_)) { object } else { self.hold("object", object, stmts) };
        let value = if refs[1] { value.ref_() } else { value };
        let call = Expr::call_path(Self::method_name(&class_name, name), vec![object.ref_(), value]);
        Some((self.q(call), signature.ret))
    }

    /// What a method without arguments gives for an instance.
    pub(crate) fn tested(&mut self, class: usize, name: &str, object: Expr) -> Option<(Expr, T)> {
        let ret = self.class_types(class)?.methods.get(name)?.ret.clone();
        let (before, call) = self.call_of(class, name, Some(object.ref_()), &[])?;
        Some((block(before, call), ret))
    }

    /// A class statement, when the class is native.
    pub(crate) fn native_class_stmt(&mut self, c: &Class, at: TextRange) -> bool {
        if !self.at_module_level() {
            return false;
        }
        let Some(class) = self.native_class(&c.name) else { return false };
        let Some(types) = self.class_types(class).cloned() else { return false };
        if types.name != c.name {
            return true;
        }
        let mut fields = String::new();
        for (name, t) in &types.fields {
            let inner = self.type_text(t);
            let cell = if types.checked.contains(name) {
                "py::Maybe"
            } else if t.is_copy() && !t.is_value() {
                "std::cell::Cell"
            } else if has_default(t) {
                "py::Slot"
            } else {
                "py::Late"
            };
            fields.push_str(&format!("    {}: {cell}<{inner}>,\n", ident(name)));
        }
        let ident = self.class_ident(class);
        let camel = ident.starts_with(char::is_uppercase) && !ident.trim_end_matches('_').contains('_');
        let allow = if camel { "" } else { "#[allow(non_camel_case_types)]\n" };
        let text = format!("#[derive(Default)]\n{allow}pub(crate) struct {ident} {{\n{fields}}}\n");
        let mut item = Item::verbatim(text).at(self.origin(at));
        if let Some(doc) = &c.doc {
            item.docs = crate::lower::func::doc_lines(doc);
        }
        item.comments = self.take_comments(TextRange::empty(at.start), false);
        self.items.push(item);
        let written = types.class.clone();
        for s in &written.body {
            if let StmtKind::Function(f) = &s.kind
                && let Some(signature) = types.methods.get(&f.name)
            {
                let rust = Self::method_name(&types.name, &f.name);
                let refs = self.references(&format!("{}.{}", types.name, f.name), f, &signature.params);
                let around = self.special.replace(f.name.clone());
                self.typed_item(f, &rust, s.at, Some((signature.clone(), refs)));
                self.special = around;
            }
        }
        true
    }

    /// Names of the functions that methods of native classes become.
    pub(crate) fn reserve_methods(&mut self, body: &[crate::hir::Stmt]) {
        for s in body {
            let StmtKind::Class(c) = &s.kind else { continue };
            let Some(class) = self.native_class(&c.name) else { continue };
            let Some(written) = self.class_types(class).filter(|t| t.name == c.name).map(|t| t.class.clone()) else {
                continue;
            };
            for s in &written.body {
                if let StmtKind::Function(f) = &s.kind {
                    if !self.taken.insert(Self::method_name(&c.name, &f.name)) {
                        self.disagree();
                    }
                    let f: Function = (**f).clone();
                    self.class_methods.insert((c.name.clone(), f.name.clone()), f);
                }
            }
        }
    }
}

/// A field that may have no value, and the classes of the family by number.
pub(crate) struct Checked {
    classes: Vec<(i64, String)>,
    name: String,
}

fn class_of(t: &T) -> Option<usize> {
    match t {
        T::Obj(c) => Some(*c),
        T::Opt(inner) => class_of(inner),
        _ => None,
    }
}

/// Whether a value of this type exists before the first assignment.
pub(crate) fn has_default(t: &T) -> bool {
    match t {
        T::Obj(_) => false,
        T::Tuple(parts) => parts.iter().all(has_default),
        _ => true,
    }
}
