//! How tightly expressions bind: the table of the Rust reference, weakest first.

use crate::{BinOp, Expr, Literal};

/// `return`, `break`, closures: they swallow everything to their right.
pub(super) const JUMP: u8 = 0;
pub(super) const ASSIGN: u8 = 1;
pub(super) const RANGE: u8 = 2;
pub(super) const OR: u8 = 3;
pub(super) const AND: u8 = 4;
pub(super) const COMPARE: u8 = 5;
pub(super) const BIT_OR: u8 = 6;
pub(super) const BIT_XOR: u8 = 7;
pub(super) const BIT_AND: u8 = 8;
pub(super) const SHIFT: u8 = 9;
pub(super) const SUM: u8 = 10;
pub(super) const PRODUCT: u8 = 11;
pub(super) const CAST: u8 = 12;
pub(super) const PREFIX: u8 = 13;
pub(super) const POSTFIX: u8 = 14;
pub(super) const ATOM: u8 = 15;

pub(super) fn of_operator(op: BinOp) -> u8 {
    match op {
        BinOp::Or => OR,
        BinOp::And => AND,
        op if op.is_comparison() => COMPARE,
        BinOp::BitOr => BIT_OR,
        BinOp::BitXor => BIT_XOR,
        BinOp::BitAnd => BIT_AND,
        BinOp::Shl | BinOp::Shr => SHIFT,
        BinOp::Add | BinOp::Sub => SUM,
        _ => PRODUCT,
    }
}

pub(super) fn of(expr: &Expr) -> u8 {
    match expr {
        Expr::Break(..) | Expr::Return(_) | Expr::Closure(_) => JUMP,
        Expr::Assign(..) | Expr::AssignOp(..) => ASSIGN,
        Expr::Range(..) => RANGE,
        Expr::Let(..) => COMPARE,
        Expr::Binary(op, ..) => of_operator(*op),
        Expr::Cast(..) => CAST,
        Expr::Unary(..) | Expr::Ref(..) | Expr::RawRef(..) => PREFIX,
        Expr::Lit(Literal::Int(value, _)) if *value < 0 => PREFIX,
        Expr::Lit(Literal::Float(value, _)) if value.is_sign_negative() && value.is_finite() => PREFIX,
        Expr::Call(..) | Expr::Method(..) | Expr::Field(..) | Expr::Index(..) | Expr::Try(_) => POSTFIX,
        _ => ATOM,
    }
}

/// Whether a struct expression stands where a `{` would be taken for the body of an `if`, `while`, `match` or `for`.
pub(super) fn exposes_struct(expr: &Expr) -> bool {
    match expr {
        Expr::Struct(..) => true,
        Expr::Method(base, ..)
        | Expr::Field(base, _)
        | Expr::Index(base, _)
        | Expr::Call(base, _)
        | Expr::Try(base) => exposes_struct(base),
        Expr::Unary(_, e) | Expr::Cast(e, _) | Expr::Ref(_, e) | Expr::RawRef(_, e) | Expr::Let(_, e) => {
            exposes_struct(e)
        }
        Expr::Binary(_, a, b) | Expr::Assign(a, b) | Expr::AssignOp(_, a, b) => exposes_struct(a) || exposes_struct(b),
        Expr::Range(a, b, _) => [a, b].into_iter().flatten().any(|e| exposes_struct(e)),
        Expr::Break(_, Some(e)) | Expr::Return(Some(e)) => exposes_struct(e),
        Expr::Closure(closure) => exposes_struct(&closure.body),
        _ => false,
    }
}

/// Whether the last thing printed is a type (`x as T`), after which `<` would be read as the start of its arguments.
pub(super) fn ends_with_type(expr: &Expr) -> bool {
    match expr {
        Expr::Cast(..) => true,
        Expr::Unary(_, e) | Expr::Ref(_, e) | Expr::RawRef(_, e) => of(e) >= PREFIX && ends_with_type(e),
        Expr::Binary(op, _, right) => of(right) > of_operator(*op) && ends_with_type(right),
        _ => false,
    }
}

/// Whether the first thing printed is block-like, which at the start of a statement would end it there.
pub(super) fn starts_with_block(expr: &Expr) -> bool {
    match expr {
        Expr::Binary(_, a, _) | Expr::Assign(a, _) | Expr::AssignOp(_, a, _) | Expr::Cast(a, _) => {
            a.is_block_like() || starts_with_block(a)
        }
        Expr::Range(Some(a), ..) => a.is_block_like() || starts_with_block(a),
        Expr::Method(a, ..) | Expr::Field(a, _) | Expr::Index(a, _) | Expr::Call(a, _) | Expr::Try(a) => {
            a.is_block_like() || starts_with_block(a)
        }
        _ => false,
    }
}
