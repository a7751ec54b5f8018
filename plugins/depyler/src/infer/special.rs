//! Special methods of native classes: which operator calls which.

use super::class::class_of;
use super::engine::{Engine, Res, Val};
use super::types::Ty;
use crate::hir::{Arg, BinOp, CmpOp, Expr, ExprKind, UnaryOp};

/// The method of an operator, and the one of the right operand.
pub(crate) fn binary_name(op: BinOp) -> (&'static str, &'static str) {
    match op {
        BinOp::Add => ("__add__", "__radd__"),
        BinOp::Sub => ("__sub__", "__rsub__"),
        BinOp::Mul => ("__mul__", "__rmul__"),
        BinOp::Div => ("__truediv__", "__rtruediv__"),
        BinOp::FloorDiv => ("__floordiv__", "__rfloordiv__"),
        BinOp::Mod => ("__mod__", "__rmod__"),
        BinOp::Pow => ("__pow__", "__rpow__"),
        BinOp::Shl => ("__lshift__", "__rlshift__"),
        BinOp::Shr => ("__rshift__", "__rrshift__"),
        BinOp::And => ("__and__", "__rand__"),
        BinOp::Or => ("__or__", "__ror__"),
        BinOp::Xor => ("__xor__", "__rxor__"),
        BinOp::MatMul => ("__matmul__", "__rmatmul__"),
    }
}

/// The method of a comparison.
pub(crate) fn compare_name(op: CmpOp) -> Option<&'static str> {
    Some(match op {
        CmpOp::Eq => "__eq__",
        CmpOp::Ne => "__ne__",
        CmpOp::Lt => "__lt__",
        CmpOp::Le => "__le__",
        CmpOp::Gt => "__gt__",
        CmpOp::Ge => "__ge__",
        CmpOp::In | CmpOp::NotIn => "__contains__",
        CmpOp::Is | CmpOp::IsNot => return None,
    })
}

/// The method of a prefix operator.
pub(crate) fn unary_name(op: UnaryOp) -> Option<&'static str> {
    match op {
        UnaryOp::Neg => Some("__neg__"),
        UnaryOp::Plus => Some("__pos__"),
        UnaryOp::Invert => Some("__invert__"),
        UnaryOp::Not => None,
    }
}

/// Whether the operand on the right has a word in what a special method is called for.
pub(super) fn is_operator(name: &str) -> bool {
    const OTHERS: &[&str] = &[
        "__str__",
        "__repr__",
        "__len__",
        "__bool__",
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
        "__post_init__",
    ];
    !OTHERS.contains(&name)
}

/// `NotImplemented`
pub(super) fn not_implemented(e: &Expr) -> bool {
    matches!(&e.kind, ExprKind::Name(n) if n == "NotImplemented")
}

impl Engine<'_> {
    fn has(&self, ty: &Ty, name: &str) -> bool {
        matches!(ty, Ty::Obj(c) if !self.classes[*c].dynamic && self.classes[*c].methods.contains_key(name))
    }

    /// The native class that a name stands for.
    pub(super) fn class_named(&mut self, e: &Expr) -> Option<usize> {
        let ExprKind::Name(name) = &e.kind else { return None };
        match self.resolve(name) {
            Res::Class(class) => Some(class),
            _ => None,
        }
    }

    /// `a op b` where a method of a native class is called.
    pub(super) fn special_binary(&mut self, op: BinOp, x: &Val, a: &Expr, b: &Expr) -> Option<Val> {
        let (own, reflected) = binary_name(op);
        if self.has(&x.ty, own) {
            return self.object_method(x, own, &[Arg::Pos(b.clone())]);
        }
        if matches!(x.ty, Ty::Int | Ty::Float | Ty::Bool | Ty::Real) {
            let y = self.expr(b);
            if self.has(&y.ty, reflected) {
                return self.object_method(&y, reflected, &[Arg::Pos(a.clone())]);
            }
        }
        None
    }

    /// A comparison that calls a method of a native class.
    pub(super) fn special_compare(&mut self, op: CmpOp, x: &Val, a: &Expr, y: &Val, b: &Expr) -> Option<Val> {
        let name = compare_name(op)?;
        if matches!(op, CmpOp::In | CmpOp::NotIn) {
            if !self.has(&y.ty, name) {
                return None;
            }
            let found = self.object_method(y, name, &[Arg::Pos(a.clone())])?;
            self.truth_of(&found);
            return Some(Val::new(Ty::Bool));
        }
        if matches!(op, CmpOp::Eq | CmpOp::Ne) {
            // What the other operand's own method says is asked only for the same class.
            let other = class_of(&y.ty).is_none_or(|d| class_of(&x.ty) == Some(d));
            if !other || y.ty == Ty::Dyn {
                return None;
            }
        }
        if op == CmpOp::Ne && !self.has(&x.ty, name) && self.has(&x.ty, "__eq__") {
            let equal = self.object_method(x, "__eq__", &[Arg::Pos(b.clone())])?;
            self.truth_of(&equal);
            return Some(Val::new(Ty::Bool));
        }
        if !self.has(&x.ty, name) {
            return None;
        }
        self.object_method(x, name, &[Arg::Pos(b.clone())])
    }

    /// `object[index] = v`
    pub(super) fn special_set_item(&mut self, object: &Val, index: &Expr, v: &Val) {
        let at = self.expr(index);
        if self.has(&object.ty, "__setitem__")
            && let Ty::Obj(class) = object.ty
            && let Some(f) = self.classes[class].methods.get("__setitem__")
            && let [_, key, value] = f.params[..]
        {
            self.flow(&at, key);
            return self.flow(v, value);
        }
        self.both_dynamic(object, &at);
        self.dyn_val(v);
    }

    /// Whether `isinstance(e, class)` is known without dynamic code.
    pub(super) fn known_instance(&mut self, e: &Expr, class: &Expr) -> bool {
        let v = self.expr(e);
        let all: Vec<&Expr> = match &class.kind {
            ExprKind::Tuple(items) => items.iter().collect(),
            _ => vec![class],
        };
        let mut native = false;
        for c in all {
            let ExprKind::Name(name) = &c.kind else { return false };
            match self.resolve(name) {
                Res::Class(_) => native = true,
                Res::Builtin(name)
                    if matches!(
                        name.as_str(),
                        "int" | "float" | "str" | "list" | "dict" | "tuple" | "set" | "bool" | "bytes" | "complex"
                    ) => {}
                _ => return false,
            }
        }
        let object = class_of(&v.ty).is_some();
        // An instance never stands in a dynamic value.
        object || (native && matches!(class.kind, ExprKind::Name(_)))
    }
}
