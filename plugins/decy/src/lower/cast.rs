//! Conversions.

use super::expr::{integer, is_null};
use super::{Lower, Why};
use crate::codes;
use crate::hir::{Expr as HExpr, ExprKind, PlaceKind, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{Expr, Literal};
use batuta_text::Origin;

impl Lower<'_> {
    /// The conversion `outer` of `inner`.
    pub(super) fn cast_expr(&mut self, inner: &HExpr, outer: &HExpr) -> Expr {
        let to = &outer.ty;
        if matches!(to, Type::Pointer { .. }) && is_null(inner) {
            return self.zero(to);
        }
        if *to == Type::Bool {
            return self.condition(inner);
        }
        if *to == Type::Void {
            return rir_block(self.effect(inner));
        }
        if let (Type::Int(int), Some(value)) = (to, inner.constant())
            && int.low() <= value
            && value <= int.high()
        {
            return integer(value, to);
        }
        if let (Type::Float | Type::Double, Some(value)) = (to, inner.constant())
            && value.unsigned_abs() < 1 << 24
        {
            return Expr::Lit(Literal::Float(value as f64, (*to == Type::Float).then_some("f32")));
        }
        if let ExprKind::AddressOf(place) = &inner.kind
            && matches!(place.kind, PlaceKind::Str(_))
            && to.is_object_pointer()
        {
            return self.address(place, to);
        }
        let from = inner.ty.clone();
        let to_number = from.is_object_pointer() && matches!(to, Type::Int(_));
        let value = if to_number { self.known_pointer(inner, &from) } else { self.expr(inner) };
        self.cast(value, &from, to, outer.origin)
    }

    /// `value` of type `from` as a `to`.
    pub(super) fn cast(&mut self, value: Expr, from: &Type, to: &Type, origin: Origin) -> Expr {
        if from == to {
            return value;
        }
        match (from, to) {
            (_, Type::Void) => value,
            (_, Type::Bool) => self.truth(value, from),
            (Type::Bool | Type::Int(_) | Type::Float | Type::Double, Type::Int(_) | Type::Float | Type::Double) => {
                self.number(value, from, to)
            }
            (_, Type::LongDouble) | (Type::LongDouble, _) => self.long_double(value, from, to, origin),
            (Type::Pointer { .. }, Type::Pointer { .. }) => self.pointer(value, from, to),
            (Type::Text, Type::Pointer { .. }) => {
                let chars = Type::Int(crate::hir::Int { bits: 8, signed: true }).pointer(true);
                self.cast(value.method("as_ptr", vec![]), &chars, to, origin)
            }
            (Type::Pointer { .. }, Type::Int(_)) if self.f.constant => {
                self.hole(codes::CONSTANT, "an address as a number is not a constant in Rust", to, origin)
            }
            (Type::Pointer { .. }, Type::Int(_)) => {
                let target = self.ty(to);
                if from.function_pointer().is_some() {
                    let text = self.ty_text(from);
                    let number = Expr::call_path(format!("std::mem::transmute::<{text}, usize>"), vec![value]);
                    return self.risky(Why::FunctionPointer, number.cast(target));
                }
                value.cast(target)
            }
            (Type::Int(int), Type::Pointer { .. }) => {
                let value = super::arith::typed(value, *int);
                let wide = if int.bits == 64 {
                    value
                } else {
                    value.cast(rir::Type::path(if int.signed { "isize" } else { "usize" }))
                };
                let number = wide.cast(rir::Type::path("usize"));
                if let Some(signature) = to.function_pointer() {
                    self.converted.push((**signature).clone());
                    let text = self.ty_text(to);
                    return self.risky(
                        Why::FunctionPointer,
                        Expr::call_path(format!("std::mem::transmute::<usize, {text}>"), vec![number]),
                    );
                }
                let target = self.ty(to);
                number.cast(target)
            }
            (Type::Bool, Type::Pointer { .. }) => {
                let target = self.ty(to);
                value.cast(rir::Type::path("usize")).cast(target)
            }
            (Type::Array(..), Type::Array(..)) => value,
            _ => self.hole(codes::UNSUPPORTED, "this conversion cannot be converted", to, origin),
        }
    }

    fn number(&mut self, value: Expr, from: &Type, to: &Type) -> Expr {
        let target = self.ty(to);
        if let (Type::Float | Type::Double, Type::Int(int)) = (from, to) {
            // What x86-64 does: convert to the next of `int` and `long` that is wider, then cut off.
            match (int.bits, int.signed) {
                (8 | 16, _) => return value.cast(rir::Type::path("i32")).cast(target),
                (32, false) => return value.cast(rir::Type::path("i64")).cast(target),
                _ => {}
            }
        }
        if *from == Type::Bool && to.is_float() {
            return value.cast(rir::Type::path("u8")).cast(target);
        }
        match from.int() {
            Some(int) => super::arith::typed(value, int).cast(target),
            None => value.cast(target),
        }
    }

    /// From and to `long double`.
    fn long_double(&mut self, value: Expr, from: &Type, to: &Type, origin: Origin) -> Expr {
        self.uses_runtime = true;
        let wide = |signed: bool| rir::Type::path(if signed { "i64" } else { "u64" });
        let value = match from {
            Type::Int(int) if int.bits <= 64 => {
                super::arith::typed(value, *int).cast(wide(int.signed || int.bits < 64))
            }
            Type::Bool => value.cast(wide(true)),
            Type::Float => value.cast(rir::Type::path("f32")),
            Type::Double => value.cast(rir::Type::path("f64")),
            _ => value,
        };
        match (from, to) {
            (Type::Int(int), Type::LongDouble) if int.bits <= 64 => {
                Expr::call_path("c_rt::LongDouble::from", vec![value])
            }
            (Type::Bool | Type::Float | Type::Double, Type::LongDouble) => {
                Expr::call_path("c_rt::LongDouble::from", vec![value])
            }
            (Type::LongDouble, Type::Float) => value.method("to_f32", vec![]),
            (Type::LongDouble, Type::Double) => value.method("to_f64", vec![]),
            (Type::LongDouble, Type::Int(int)) if int.bits == 64 && !int.signed => value.method("to_u64", vec![]),
            (Type::LongDouble, Type::Int(int)) if int.bits <= 64 => {
                let target = self.ty(to);
                value.method("to_i64", vec![]).cast(target)
            }
            _ => self.hole(codes::UNSUPPORTED, "this conversion cannot be converted", to, origin),
        }
    }

    fn pointer(&mut self, value: Expr, from: &Type, to: &Type) -> Expr {
        match (from.function_pointer().is_some(), to.function_pointer().is_some()) {
            (false, false) => {
                let same = from.pointee() == to.pointee();
                if same && let Type::Pointer { constant: true, .. } = to {
                    // `*mut T` turns into `*const T` by itself where a type is expected, but not everywhere.
                    return value.method("cast_const", vec![]);
                }
                if same {
                    return value.method("cast_mut", vec![]);
                }
                let target = self.ty(to);
                value.cast(target)
            }
            _ => {
                self.converted.extend(to.function_pointer().map(|signature| (**signature).clone()));
                let (a, b) = (self.ty_text(from), self.ty_text(to));
                self.risky(
                    Why::FunctionPointer,
                    Expr::call_path(format!("std::mem::transmute::<{a}, {b}>"), vec![value]),
                )
            }
        }
    }
}

fn rir_block(stmts: Vec<rir::Stmt>) -> Expr {
    Expr::Block(rir::Block::new(stmts))
}
