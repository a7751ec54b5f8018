//! Native classes: a struct of cells, and a function per method.

use super::block;
use crate::hir::{Arg, Class, Expr as PyExpr, Function, StmtKind};
use crate::infer::{self, ClassTypes, T};
use crate::lower::Lower;
use crate::lower::call::direct;
use crate::lower::names::{ident, snake};
use batuta_rust_ir::{Expr, Item, Stmt};
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
        let t = self.field_type(base, name)?;
        let object = self.object(base, name)?;
        Some((object.field(ident(name)).method("get", vec![]), t))
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
        if !self.class_types(class)?.methods.contains_key("__init__") {
            return Some((made, T::Obj(class)));
        }
        let held = self.fresh("object");
        let mut stmts = vec![Stmt::let_(batuta_rust_ir::Pat::name(held.clone()), None, made)];
        let (before, call) = self.call_of(class, "__init__", Expr::path(held.clone()).ref_(), args)?;
        stmts.extend(before);
        stmts.push(Stmt::expr(call));
        Some((block(stmts, Expr::path(held)), T::Obj(class)))
    }

    /// A call of a method as a function.
    fn call_of(&mut self, class: usize, name: &str, this: Expr, args: &[Arg]) -> Option<(Vec<Stmt>, Expr)> {
        let types = self.class_types(class)?;
        let (class_name, signature) = (types.name.clone(), types.methods.get(name)?.clone());
        let f = self.class_methods.get(&(class_name.clone(), name.to_string()))?.clone();
        let slots = direct(&infer::without_self(&f), args)?;
        let refs = self.references(&format!("{class_name}.{name}"), &f, &signature.params);
        let (before, values) = self.fill(slots, &signature.params[1..], &refs[1..]);
        let mut all = vec![this];
        all.extend(values);
        let call = Expr::call_path(Self::method_name(&class_name, name), all);
        Some((before, self.q(call)))
    }

    pub(crate) fn object_method(&mut self, base: &PyExpr, name: &str, args: &[Arg]) -> Option<(Expr, T)> {
        let class = class_of(&self.ty(base))?;
        let ret = self.class_types(class)?.methods.get(name)?.ret.clone();
        let object = self.object(base, name)?;
        let this = if matches!(self.ty(base), T::Opt(_)) { object } else { object.ref_() };
        let (before, call) = self.call_of(class, name, this, args)?;
        Some((block(before, call), ret))
    }

    /// `str(object)` by its own method.
    pub(crate) fn text(&mut self, e: &PyExpr) -> Option<Expr> {
        let T::Obj(class) = self.ty(e) else { return None };
        let object = self.place_expr(e).0;
        self.text_by(class, object)
    }

    /// `str(object)` of an instance of a native class.
    pub(crate) fn text_by(&mut self, class: usize, object: Expr) -> Option<Expr> {
        let types = self.class_types(class)?;
        let name = ["__str__", "__repr__"].into_iter().find(|m| types.methods.contains_key(*m))?;
        let (before, call) = self.call_of(class, name, object.ref_(), &[])?;
        Some(block(before, call))
    }

    /// A class statement, when the class is native.
    pub(crate) fn native_class_stmt(&mut self, c: &Class, at: TextRange) -> bool {
        if !self.at_module_level() {
            return false;
        }
        let Some(class) = self.native_class(&c.name) else { return false };
        let Some(types) = self.class_types(class).cloned() else { return false };
        let mut fields = String::new();
        for (name, t) in &types.fields {
            let inner = self.type_text(t);
            let cell = if t.is_copy() && !t.is_value() {
                "std::cell::Cell"
            } else if has_default(t) {
                "py::Slot"
            } else {
                "py::Late"
            };
            fields.push_str(&format!("    {}: {cell}<{inner}>,\n", ident(name)));
        }
        let text = format!("#[derive(Default)]\npub(crate) struct {} {{\n{fields}}}\n", self.class_ident(class));
        let mut item = Item::verbatim(text).at(self.origin(at));
        if let Some(doc) = &c.doc {
            item.docs = crate::lower::func::doc_lines(doc);
        }
        item.comments = self.take_comments(TextRange::empty(at.start), false);
        self.items.push(item);
        for s in &c.body {
            if let StmtKind::Function(f) = &s.kind
                && let Some(signature) = types.methods.get(&f.name)
            {
                let rust = Self::method_name(&types.name, &f.name);
                let refs = self.references(&format!("{}.{}", types.name, f.name), f, &signature.params);
                self.typed_item(f, &rust, s.at, Some((signature.clone(), refs)));
            }
        }
        true
    }

    /// Names of the functions that methods of native classes become.
    pub(crate) fn reserve_methods(&mut self, body: &[crate::hir::Stmt]) {
        for s in body {
            let StmtKind::Class(c) = &s.kind else { continue };
            if self.native_class(&c.name).is_none() {
                continue;
            }
            for s in &c.body {
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
