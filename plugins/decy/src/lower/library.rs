//! C library functions that Rust's own library gives exactly.

use super::Lower;
use crate::hir::{Expr as HExpr, ExprKind, Type};
use batuta_rust_ir::{BinOp, Expr, Literal};

/// `name(x)` and the method of `f64` that calls the same function or is exact.
const MATH: &[(&str, &str)] = &[
    ("sqrt", "sqrt"),
    ("fabs", "abs"),
    ("floor", "floor"),
    ("ceil", "ceil"),
    ("trunc", "trunc"),
    ("round", "round"),
    ("sin", "sin"),
    ("cos", "cos"),
    ("tan", "tan"),
    ("asin", "asin"),
    ("acos", "acos"),
    ("atan", "atan"),
    ("sinh", "sinh"),
    ("cosh", "cosh"),
    ("tanh", "tanh"),
    ("exp", "exp"),
    ("exp2", "exp2"),
    ("log", "ln"),
    ("log10", "log10"),
    ("log2", "log2"),
    ("cbrt", "cbrt"),
];
/// The same with two arguments.
const MATH2: &[(&str, &str)] = &[("pow", "powf"), ("atan2", "atan2"), ("hypot", "hypot"), ("copysign", "copysign")];

/// Functions that say in `errno` what was wrong with their arguments: where a program may look at it, C's own are called.
const SETS_ERRNO: &[&str] = &[
    "sqrt", "sqrtf", "log", "log10", "log2", "pow", "exp", "exp2", "sin", "cos", "tan", "asin", "acos", "sinh", "cosh",
    "fmod", "atan2", "hypot",
];

/// Whether a function is one of those.
pub(super) fn sets_errno(name: &str) -> bool {
    SETS_ERRNO.contains(&name)
}

impl Lower<'_> {
    /// The call as Rust's library has it, when there is such a form.
    pub(super) fn library(&mut self, name: &str, args: &[HExpr], ty: &Type) -> Option<Expr> {
        if SETS_ERRNO.contains(&name) && self.program.functions.iter().any(|known| known.name == "__errno_location") {
            return None;
        }
        match (name, args) {
            ("exit", [status]) if status.ty == Type::INT => {
                let status = self.expr(status);
                Some(Expr::call_path("std::process::exit", vec![status]))
            }
            ("abort", []) => Some(Expr::call_path("std::process::abort", vec![])),
            ("abs", [value]) if value.ty == Type::INT => Some(self.receiver(value).method("wrapping_abs", vec![])),
            ("labs" | "llabs", [value]) if value.ty == Type::Int(crate::hir::Int::I64) => {
                Some(self.receiver(value).method("wrapping_abs", vec![]))
            }
            ("fmod" | "pow", [a, b]) if a.ty == Type::Double && b.ty == Type::Double && !is_harmless(name, a, b) => {
                self.uses_runtime = true;
                let (a, b) = (self.expr(a), self.expr(b));
                Some(Expr::call_path(format!("c_rt::{name}"), vec![a, b]))
            }
            ("fmod", [a, b]) if a.ty == Type::Double && b.ty == Type::Double => {
                let (a, b) = (self.expr(a), self.expr(b));
                Some(Expr::binary(BinOp::Rem, a, b))
            }
            ("sqrt" | "log" | "log2", [value]) if value.ty == Type::Double && !is_positive(value) => {
                self.uses_runtime = true;
                let value = self.expr(value);
                Some(Expr::call_path(format!("c_rt::{name}"), vec![value]))
            }
            ("sqrtf", [value]) if value.ty == Type::Float && !is_positive(value) => {
                self.uses_runtime = true;
                let value = self.expr(value);
                Some(Expr::call_path("c_rt::sqrtf", vec![value]))
            }
            (name, [value]) if *ty == Type::Double && value.ty == Type::Double => {
                let method = find(MATH, name)?;
                Some(self.receiver(value).method(method, vec![]))
            }
            (name, [value]) if *ty == Type::Float && value.ty == Type::Float => {
                let exact = ["sqrtf", "fabsf", "floorf", "ceilf", "truncf", "roundf"];
                let method = find(MATH, exact.iter().find(|exact| **exact == name)?.strip_suffix('f')?)?;
                Some(self.receiver(value).method(method, vec![]))
            }
            (name, [a, b]) if *ty == Type::Double && a.ty == Type::Double && b.ty == Type::Double => {
                let method = find(MATH2, name)?;
                let (a, b) = (self.receiver(a), self.expr(b));
                Some(a.method(method, vec![b]))
            }
            _ => None,
        }
    }

    /// A value that a method is called on: literals say their type.
    pub(super) fn receiver(&mut self, value: &HExpr) -> Expr {
        let lowered = self.expr(value);
        match (lowered, &value.ty) {
            (Expr::Lit(Literal::Float(value, None)), Type::Double) => Expr::Lit(Literal::Float(value, Some("f64"))),
            (lowered, Type::Float | Type::Double) if is_open_float(&lowered) => {
                let ty = self.ty(&value.ty);
                lowered.cast(ty)
            }
            (lowered @ Expr::Lit(_), Type::Int(int)) => super::arith::typed(lowered, *int),
            (lowered, _) => lowered,
        }
    }
}

/// A constant that is not negative, or a square.
fn is_positive(value: &HExpr) -> bool {
    match &value.kind {
        ExprKind::Float(value) => *value >= 0.0,
        ExprKind::Int(value) => *value >= 0,
        ExprKind::Cast(inner) => is_positive(inner),
        _ => false,
    }
}

/// The result is a number wherever the operands are: a positive base or a whole exponent, a divisor that is not zero.
fn is_harmless(name: &str, a: &HExpr, b: &HExpr) -> bool {
    let number = |expr: &HExpr| match &expr.kind {
        ExprKind::Float(value) => Some(*value),
        _ => expr.constant().map(|value| value as f64),
    };
    match name {
        "pow" => number(a).is_some_and(|a| a > 0.0) || number(b).is_some_and(|b| b.fract() == 0.0),
        "fmod" => number(a).is_some_and(f64::is_finite) && number(b).is_some_and(|b| b != 0.0),
        _ => false,
    }
}

/// Nothing in the expression says which floating type it has.
fn is_open_float(value: &Expr) -> bool {
    match value {
        Expr::Lit(Literal::Float(_, None)) => true,
        Expr::Unary(_, inner) => is_open_float(inner),
        Expr::Binary(_, a, b) => is_open_float(a) && is_open_float(b),
        Expr::If(_, then, Some(otherwise)) => is_open_block(then) && is_open_float(otherwise),
        Expr::Block(block) => is_open_block(block),
        _ => false,
    }
}

fn is_open_block(block: &batuta_rust_ir::Block) -> bool {
    block.tail.as_ref().is_some_and(|tail| is_open_float(tail))
}

fn find(table: &[(&'static str, &'static str)], name: &str) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == name).map(|(_, method)| *method)
}
