//! Truth values.

use super::expr::is_null;
use super::{Lower, Why};
use crate::hir::{Comparison, Expr as HExpr, ExprKind, Int, Logical, Storage, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{BinOp, Block, Expr, Literal, UnOp};

impl Lower<'_> {
    /// An expression as a Rust `bool`.
    pub(super) fn condition(&mut self, expr: &HExpr) -> Expr {
        match &expr.kind {
            ExprKind::Compare { op, left, right } => self.compare(*op, left, right),
            ExprKind::Logical { op, left, right } => {
                let (a, b) = (self.condition(left), self.condition(right));
                Expr::binary(if *op == Logical::And { BinOp::And } else { BinOp::Or }, a, b)
            }
            ExprKind::Cast(inner) if inner.is_condition() && !matches!(expr.ty, Type::Pointer { .. }) => {
                self.condition(inner)
            }
            ExprKind::Cast(inner) if inner.ty == Type::Bool && expr.ty.int().is_some() => self.expr(inner),
            ExprKind::Cast(inner) if expr.ty == Type::Bool => self.condition(inner),
            // Widening keeps a value zero or not.
            ExprKind::Cast(inner) if matches!((inner.ty.int(), expr.ty.int()), (Some(from), Some(to)) if to.bits >= from.bits) => {
                self.condition(inner)
            }
            ExprKind::Int(value) => Expr::bool(*value != 0),
            ExprKind::Comma { first, second } => {
                let stmts = self.effect(first);
                let value = self.condition(second);
                if stmts.is_empty() { value } else { Expr::Block(Block::new(stmts).tail(value)) }
            }
            _ => {
                let ty = expr.ty.clone();
                let value = if ty.is_object_pointer() { self.known_pointer(expr, &ty) } else { self.expr(expr) };
                // To be asked a pointer to a function is borrowed, which rustc does not want of a mutable static: a copy is.
                let value = if ty.function_pointer().is_some() && self.is_mutable_static(expr) {
                    Expr::Block(Block::value(value))
                } else {
                    value
                };
                self.truth(value, &ty)
            }
        }
    }

    fn is_mutable_static(&self, expr: &HExpr) -> bool {
        let ExprKind::Load(place) = &expr.kind else { return false };
        crate::analysis::root(place).is_some_and(|id| {
            self.program.object(id).storage != Storage::Automatic && !self.cells.contains(&id) && !self.is_immutable(id)
        })
    }

    /// Whether a value is not zero.
    pub(super) fn truth(&mut self, value: Expr, ty: &Type) -> Expr {
        match ty {
            Type::Bool => value,
            Type::Float | Type::Double => Expr::binary(BinOp::Ne, value, Expr::float(0.0)),
            Type::LongDouble => Expr::binary(BinOp::Ne, value, Expr::path("c_rt::LongDouble::ZERO")),
            Type::Pointer { .. } if ty.function_pointer().is_some() => value.method("is_some", vec![]),
            Type::Pointer { .. } => value.method("is_null", vec![]).not_(),
            _ => Expr::binary(BinOp::Ne, value, Expr::int(0)),
        }
    }

    fn compare(&mut self, op: Comparison, left: &HExpr, right: &HExpr) -> Expr {
        let equality = matches!(op, Comparison::Eq | Comparison::Ne);
        let negated = op == Comparison::Eq;
        if equality
            && is_null(right)
            && (matches!(left.ty, Type::Pointer { .. }) || left.is_condition() || is_widened_condition(left))
        {
            let value = self.condition(left);
            return if negated { negate(value) } else { value };
        }
        if equality && is_null(left) && matches!(right.ty, Type::Pointer { .. }) {
            let value = self.condition(right);
            return if negated { negate(value) } else { value };
        }
        let rust = match op {
            Comparison::Lt => BinOp::Lt,
            Comparison::Gt => BinOp::Gt,
            Comparison::Le => BinOp::Le,
            Comparison::Ge => BinOp::Ge,
            Comparison::Eq => BinOp::Eq,
            Comparison::Ne => BinOp::Ne,
        };
        if left.ty.function_pointer().is_some() || right.ty.function_pointer().is_some() {
            let (a, b) = (self.function_number(left), self.function_number(right));
            return Expr::binary(rust, a, b);
        }
        if left.ty.is_object_pointer() && right.ty.is_object_pointer() {
            return self.compare_pointers(rust, left, right);
        }
        if super::arith::is_variable(left) && !super::arith::is_variable(right) && self.conflict(left, right) {
            let (stmt, saved) = self.saved(right, "operand");
            let (a, b) = (self.expr(left), self.expr_as(&saved, &left.ty.clone()));
            return Expr::Block(Block::new(vec![stmt]).tail(Expr::binary(rust, a, b)));
        }
        let (a, b) = (self.expr(left), self.expr_as(right, &left.ty.clone()));
        let (a, b) = match (&a, &b) {
            (Expr::Lit(Literal::Int(..)), Expr::Lit(Literal::Int(..))) => match left.ty.int() {
                Some(int) => (super::arith::typed(a, int), b),
                None => (a, b),
            },
            _ => (a, b),
        };
        Expr::binary(rust, a, b)
    }

    fn compare_pointers(&mut self, rust: BinOp, left: &HExpr, right: &HExpr) -> Expr {
        let mut a = self.known_pointer(left, &left.ty.clone());
        let mut b = self.known_pointer(right, &right.ty.clone());
        if left.ty != right.ty {
            let bytes = || rir::Type::ptr(rir::Type::path("u8"));
            a = a.cast(bytes());
            b = b.cast(bytes());
        }
        Expr::binary(rust, a, b)
    }

    /// A function pointer as a number, for comparisons.
    fn function_number(&mut self, expr: &HExpr) -> Expr {
        if is_null(expr) {
            return Expr::int_as(0, "usize");
        }
        let value = self.expr(expr);
        if expr.ty.function_pointer().is_some() {
            let text = self.ty_text(&expr.ty);
            return self.risky(
                Why::FunctionPointer,
                Expr::call_path(format!("std::mem::transmute::<{text}, usize>"), vec![value]),
            );
        }
        value.cast(rir::Type::path("usize"))
    }
}

fn is_widened_condition(expr: &HExpr) -> bool {
    matches!(&expr.kind, ExprKind::Cast(inner) if inner.is_condition() || inner.ty == Type::Bool)
        && expr.ty.int() >= Some(Int { bits: 8, signed: false })
}

/// `!value`, pushed into comparisons of integers.
pub(super) fn negate(value: Expr) -> Expr {
    match value {
        Expr::Unary(UnOp::Not, inner) => *inner,
        Expr::Binary(BinOp::Eq, a, b) => Expr::Binary(BinOp::Ne, a, b),
        Expr::Binary(BinOp::Ne, a, b) => Expr::Binary(BinOp::Eq, a, b),
        Expr::Lit(Literal::Bool(value)) => Expr::bool(!value),
        value => value.not_(),
    }
}
