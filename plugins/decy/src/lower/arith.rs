//! Arithmetic: signed and unsigned integers wrap, unless their ranges show that they cannot.

use super::Lower;
use super::expr::strip_widening;
use crate::analysis::{bounds, combined_bounds};
use crate::hir::{Binary, Expr as HExpr, ExprKind, Int, PlaceKind, Storage, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{BinOp, Expr, Literal, UnOp};

impl Lower<'_> {
    /// `left op right` with operands of one type.
    pub(super) fn binary(&mut self, op: Binary, left: &HExpr, right: &HExpr, ty: &Type) -> Expr {
        if matches!(op, Binary::Shl | Binary::Shr) {
            let value = self.expr_as(left, ty);
            return self.shift(op, value, right, ty);
        }
        if ty.is_float() && is_invalid(op, left, right) {
            return self.float(f64::from_bits(0xfff8_0000_0000_0000), ty);
        }
        self.stops |= matches!(op, Binary::Div | Binary::Rem) && ty.int().is_some() && right.constant().is_none();
        let fits = self.fits(op, left, right, ty);
        let commutes = matches!(op, Binary::Add | Binary::Mul | Binary::And | Binary::Or | Binary::Xor);
        if commutes && is_variable(left) && !is_variable(right) && self.conflict(left, right) {
            // gcc puts plain variables last, so they are read after the other operand was evaluated.
            let right = HExpr { ty: right.ty.clone(), ..right.clone() };
            let (stmt, saved) = self.saved(&right, "operand");
            let (a, b) = (self.expr_as(left, ty), self.expr_as(&saved, ty));
            return Expr::Block(rir::Block::new(vec![stmt]).tail(arithmetic(op, a, b, ty, fits, None)));
        }
        let (a, b) = (self.expr_as(left, ty), self.expr_as(right, ty));
        if op == Binary::Div && ty.is_float() && self.may_be_invalid(left, right) {
            self.uses_runtime = true;
            let name = if *ty == Type::Float { "c_rt::div::<f32>" } else { "c_rt::div::<f64>" };
            return Expr::call_path(name, vec![a, b]);
        }
        arithmetic(op, a, b, ty, fits, right.constant())
    }

    /// A quotient that rustc may compute itself, as no number of another sign than the processor's: outside of loops, of plain
    /// variables and of constants that may be zero.
    fn may_be_invalid(&self, left: &HExpr, right: &HExpr) -> bool {
        let open = |expr: &HExpr| match &expr.kind {
            ExprKind::Float(value) => *value == 0.0 || value.is_infinite(),
            ExprKind::Load(place) => {
                matches!(place.kind, PlaceKind::Object(id) if self.program.object(id).storage == Storage::Automatic)
            }
            _ => false,
        };
        !self.f.constant && !self.f.jumps.iter().any(|jump| jump.is_loop) && open(left) && open(right)
    }

    /// Whether the result stays in range.
    pub(super) fn fits(&self, op: Binary, left: &HExpr, right: &HExpr, ty: &Type) -> bool {
        let Some(int) = ty.int() else { return false };
        if int.bits == 128 {
            return false;
        }
        let (a, b) = (bounds(left, &self.f.ranges), bounds(right, &self.f.ranges));
        combined_bounds(op, a, b).is_some_and(|(low, high)| int.low() <= low && high <= int.high())
    }

    /// `value << by`: the distance is taken modulo the width where it is not known to be less.
    pub(super) fn shift(&mut self, op: Binary, value: Expr, by: &HExpr, ty: &Type) -> Expr {
        let Some(int) = ty.int() else { return value };
        let (low, high) = bounds(by, &self.f.ranges);
        let rust = if op == Binary::Shl { BinOp::Shl } else { BinOp::Shr };
        if low >= 0 && high < i128::from(int.bits) {
            let distance = match by.constant() {
                Some(by) => Expr::int(by),
                None => self.expr(strip_widening(by)),
            };
            return Expr::binary(rust, typed(value, int), distance);
        }
        let distance = match by.constant() {
            Some(by) => Expr::int(by as u32 as i128),
            None => self.expr(strip_widening(by)).cast(rir::Type::path("u32")),
        };
        let name = if op == Binary::Shl { "wrapping_shl" } else { "wrapping_shr" };
        typed(value, int).method(name, vec![distance])
    }

    pub(super) fn negate(&mut self, inner: &HExpr) -> Expr {
        let value = self.expr(inner);
        let Some(int) = inner.ty.int() else { return Expr::unary(UnOp::Neg, value) };
        let (low, _) = bounds(inner, &self.f.ranges);
        if int.signed && low > int.low() {
            return Expr::unary(UnOp::Neg, value);
        }
        typed(value, int).method("wrapping_neg", vec![])
    }
}

/// An operation on constants that gives no number: the processor gives that a sign.
fn is_invalid(op: Binary, left: &HExpr, right: &HExpr) -> bool {
    let (Some(a), Some(b)) = (float_constant(left), float_constant(right)) else { return false };
    let result = match op {
        Binary::Add => a + b,
        Binary::Sub => a - b,
        Binary::Mul => a * b,
        Binary::Div => a / b,
        _ => 0.0,
    };
    result.is_nan() && !a.is_nan() && !b.is_nan()
}

fn float_constant(expr: &HExpr) -> Option<f64> {
    match &expr.kind {
        ExprKind::Float(value) => Some(*value),
        ExprKind::Cast(inner) if expr.ty.is_float() => {
            float_constant(inner).or_else(|| inner.constant().map(|value| value as f64))
        }
        ExprKind::Negate(inner) => float_constant(inner).map(|value| -value),
        _ => None,
    }
}

/// `a op b` on values of `ty`; plain operators where `fits`.
pub(super) fn arithmetic(op: Binary, a: Expr, b: Expr, ty: &Type, fits: bool, right: Option<i128>) -> Expr {
    let rust = match op {
        Binary::Add => BinOp::Add,
        Binary::Sub => BinOp::Sub,
        Binary::Mul => BinOp::Mul,
        Binary::Div => BinOp::Div,
        Binary::Rem => BinOp::Rem,
        Binary::And => BinOp::BitAnd,
        Binary::Xor => BinOp::BitXor,
        Binary::Or => BinOp::BitOr,
        Binary::Shl => BinOp::Shl,
        Binary::Shr => BinOp::Shr,
    };
    let Some(int) = ty.int() else { return Expr::binary(rust, a, b) };
    let name = match op {
        Binary::Add if !fits => "wrapping_add",
        Binary::Sub if !fits => "wrapping_sub",
        Binary::Mul if !fits => "wrapping_mul",
        // A constant zero is undefined in C, and rustc refuses what it sees through.
        Binary::Div if right == Some(0) => "wrapping_div",
        Binary::Rem if right == Some(0) => "wrapping_rem",
        _ => return Expr::binary(rust, a, b),
    };
    let commutes = matches!(op, Binary::Add | Binary::Mul);
    if commutes && is_literal(&a) && !is_literal(&b) {
        return typed(b, int).method(name, vec![a]);
    }
    typed(a, int).method(name, vec![b])
}

fn is_literal(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(_))
}

/// A literal with its type: a method needs to know it.
pub(super) fn typed(value: Expr, int: Int) -> Expr {
    match value {
        Expr::Lit(Literal::Int(value, None)) => Expr::int_as(value, int.name()),
        Expr::Lit(Literal::IntText(text)) if text.bytes().all(|byte| byte.is_ascii_digit()) => {
            Expr::Lit(Literal::IntText(format!("{text}{}", int.name())))
        }
        value if is_open(&value) => value.cast(rir::Type::path(int.name())),
        value => value,
    }
}

/// Nothing in the expression says which integer type it has.
fn is_open(value: &Expr) -> bool {
    let tail = |block: &rir::Block| block.tail.as_deref().is_some_and(is_open);
    match value {
        Expr::Lit(Literal::Int(_, None)) => true,
        Expr::Lit(Literal::IntText(text)) => text.bytes().all(|byte| byte.is_ascii_digit()),
        Expr::Unary(UnOp::Neg | UnOp::Not, inner) => is_open(inner),
        Expr::Binary(BinOp::Shl | BinOp::Shr, a, _) => is_open(a),
        Expr::Binary(
            BinOp::Add
            | BinOp::Sub
            | BinOp::Mul
            | BinOp::Div
            | BinOp::Rem
            | BinOp::BitAnd
            | BinOp::BitOr
            | BinOp::BitXor,
            a,
            b,
        ) => is_open(a) && is_open(b),
        Expr::If(_, yes, Some(no)) => tail(yes) && is_open(no),
        Expr::Block(block) => tail(block),
        _ => false,
    }
}

/// A variable by itself, perhaps converted without a change of its bits.
pub(super) fn is_variable(expr: &HExpr) -> bool {
    match &expr.kind {
        ExprKind::Load(place) => matches!(place.kind, PlaceKind::Object(_)),
        ExprKind::Cast(inner) => {
            let same = matches!((inner.ty.int(), expr.ty.int()), (Some(from), Some(to)) if from.bits == to.bits);
            same && is_variable(inner)
        }
        _ => false,
    }
}
