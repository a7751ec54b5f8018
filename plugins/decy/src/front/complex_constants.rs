//! Constant products and quotients of complex numbers: gcc works them out exactly and rounds once, where a program that is running
//! rounds on the way. Here they are sums of two numbers each, which is exact enough.

use cinrs_core::ir;

/// A number and what is missing from it.
type Double = (f64, f64);

fn sum(a: f64, b: f64) -> Double {
    let s = a + b;
    let part = s - a;
    (s, (a - (s - part)) + (b - part))
}

fn product(a: f64, b: f64) -> Double {
    let p = a * b;
    (p, a.mul_add(b, -p))
}

/// `a * c + b * d`
fn inner(a: f64, c: f64, b: f64, d: f64) -> Double {
    let ((p, e), (q, f)) = (product(a, c), product(b, d));
    let (s, t) = sum(p, q);
    sum(s, t + (e + f))
}

fn ratio(by: Double, of: Double) -> f64 {
    let first = by.0 / of.0;
    let (p, e) = product(first, of.0);
    let left = (by.0 - p) + ((by.1 - e) - first * of.1);
    first + left / of.0
}

fn operate(op: ir::BinOp, (a, b): (f64, f64), (c, d): (f64, f64)) -> Option<(f64, f64)> {
    let out = match op {
        ir::BinOp::Add => (a + c, b + d),
        ir::BinOp::Sub => (a - c, b - d),
        ir::BinOp::Mul => (inner(a, c, -b, d).0, inner(a, d, b, c).0),
        ir::BinOp::Div => {
            let of = inner(c, c, d, d);
            (ratio(inner(a, c, b, d), of), ratio(inner(b, c, -a, d), of))
        }
        _ => return None,
    };
    let usual = |value: f64| value == 0.0 || (value.is_finite() && value.abs() > 1e-200 && value.abs() < 1e200);
    (usual(out.0) && usual(out.1)).then_some(out)
}

/// The parts of a constant of any arithmetic type.
pub(super) fn parts(expr: &ir::Expr) -> Option<(f64, f64)> {
    let (re, im) = match &expr.kind {
        ir::ExprKind::Int(value) => (*value as f64, 0.0),
        ir::ExprKind::Float(value) => (*value, 0.0),
        ir::ExprKind::Zeroed => (0.0, 0.0),
        ir::ExprKind::ComplexOf { re, im } => (parts(re)?.0, parts(im)?.0),
        ir::ExprKind::Cast(inner) if expr.ty.is_complex() || expr.ty.is_floating() => parts(inner)?,
        ir::ExprKind::Neg(inner) => parts(inner).map(|(re, im)| (-re, -im))?,
        ir::ExprKind::Binary { op, lhs, rhs } if expr.ty.is_complex() => {
            let both = (parts(lhs)?, parts(rhs)?);
            match (lhs.ty.is_complex(), op, rhs.ty.is_complex()) {
                (false, ir::BinOp::Mul, true) => (both.0.0 * both.1.0, both.0.0 * both.1.1),
                (true, ir::BinOp::Mul, false) => (both.0.0 * both.1.0, both.0.1 * both.1.0),
                (true, ir::BinOp::Div, false) => (both.0.0 / both.1.0, both.0.1 / both.1.0),
                _ => operate(*op, both.0, both.1)?,
            }
        }
        _ => return None,
    };
    match expr.ty {
        ir::Ty::Float | ir::Ty::ComplexFloat => Some((f64::from(re as f32), f64::from(im as f32))),
        _ => Some((re, im)),
    }
}
