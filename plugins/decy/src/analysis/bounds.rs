//! Ranges of integer expressions, to tell where arithmetic cannot overflow.

use crate::hir::{Binary, Expr, ExprKind, ObjectId, PlaceKind, Type};
use std::collections::BTreeMap;

/// Known ranges of objects at a place in a function.
pub(crate) type Ranges = BTreeMap<ObjectId, (i128, i128)>;

/// The least and the greatest value that an integer expression can have.
pub(crate) fn bounds(expr: &Expr, known: &Ranges) -> (i128, i128) {
    let whole = match &expr.ty {
        Type::Int(int) => (int.low(), int.high()),
        Type::Bool => (0, 1),
        _ => return (i128::MIN, i128::MAX),
    };
    let found = match &expr.kind {
        ExprKind::Int(value) => Some((*value, *value)),
        ExprKind::Zero => Some((0, 0)),
        ExprKind::Compare { .. } | ExprKind::Logical { .. } => Some((0, 1)),
        ExprKind::Load(place) => match &place.kind {
            PlaceKind::Object(object) => known.get(object).copied(),
            _ => None,
        },
        ExprKind::Cast(inner) if matches!(inner.ty, Type::Int(_) | Type::Bool) => Some(bounds(inner, known)),
        ExprKind::Binary { op, left, right } => binary(*op, bounds(left, known), bounds(right, known)),
        ExprKind::Conditional { yes, no, .. } => {
            let (a, b) = (bounds(yes, known), bounds(no, known));
            Some((a.0.min(b.0), a.1.max(b.1)))
        }
        _ => None,
    };
    match found {
        Some((low, high)) if whole.0 <= low && high <= whole.1 => (low, high),
        _ => whole,
    }
}

/// The range of `a op b`, were it computed without overflow.
pub(crate) fn binary(op: Binary, a: (i128, i128), b: (i128, i128)) -> Option<(i128, i128)> {
    match op {
        Binary::Add => Some((a.0.checked_add(b.0)?, a.1.checked_add(b.1)?)),
        Binary::Sub => Some((a.0.checked_sub(b.1)?, a.1.checked_sub(b.0)?)),
        Binary::Mul => {
            let all = [a.0.checked_mul(b.0)?, a.0.checked_mul(b.1)?, a.1.checked_mul(b.0)?, a.1.checked_mul(b.1)?];
            Some((*all.iter().min()?, *all.iter().max()?))
        }
        Binary::Rem if b.0 == b.1 && b.0 > 0 => {
            let most = b.0 - 1;
            Some((if a.0 < 0 { -most } else { 0 }, if a.1 > 0 { most.min(a.1) } else { 0 }))
        }
        Binary::Div if b.0 == b.1 && b.0 > 0 => Some((a.0 / b.0, a.1 / b.0)),
        Binary::And if b.0 >= 0 => Some((0, b.1)),
        Binary::And if a.0 >= 0 => Some((0, a.1)),
        Binary::Shr if b.0 == b.1 && (0..127).contains(&b.0) => Some((a.0 >> b.0, a.1 >> b.0)),
        _ => None,
    }
}
