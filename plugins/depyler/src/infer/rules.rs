//! Types of operators.

use super::Key;
use super::engine::{Engine, Val};
use super::growth::Step;
use super::types::Ty;
use crate::hir::{BinOp, Expr, ExprKind, UnaryOp};

/// The value of an int literal, also a negative one.
pub(crate) fn literal(e: &Expr) -> Option<i128> {
    match &e.kind {
        ExprKind::Int(digits) => digits.parse().ok(),
        ExprKind::Unary(UnaryOp::Neg, inner) => Some(-literal(inner)?),
        ExprKind::Binary(BinOp::Pow, a, b) => literal(a)?.checked_pow(u32::try_from(literal(b)?).ok()?),
        ExprKind::Binary(BinOp::Mul, a, b) => literal(a)?.checked_mul(literal(b)?),
        ExprKind::Binary(BinOp::Add, a, b) => literal(a)?.checked_add(literal(b)?),
        ExprKind::Binary(BinOp::Sub, a, b) => literal(a)?.checked_sub(literal(b)?),
        ExprKind::Binary(BinOp::Shl, a, b) => {
            let n = u32::try_from(literal(b)?).ok().filter(|n| *n < 64)?;
            literal(a)?.checked_mul(1i128.checked_shl(n)?)
        }
        _ => None,
    }
}

/// Whether an expression calls something that may change what others see.
pub(crate) fn calls(e: &Expr) -> bool {
    struct Finder(bool);
    impl crate::visit::Visit for Finder {
        fn expr(&mut self, e: &Expr) {
            if let ExprKind::Call(f, _) = &e.kind {
                self.0 |= !matches!(&f.kind, ExprKind::Name(n) if matches!(n.as_str(), "len" | "str" | "int" | "float" | "abs" | "repr" | "ord" | "chr" | "round"));
            }
            crate::visit::expr(self, e);
        }
    }
    let mut finder = Finder(false);
    crate::visit::Visit::expr(&mut finder, e);
    finder.0
}

/// Bits of an absolute value.
pub(super) fn bits_of(n: i128) -> u8 {
    (128 - n.unsigned_abs().leading_zeros()) as u8
}

fn is_int(t: &Ty) -> bool {
    matches!(t, Ty::Int | Ty::Bool)
}

fn is_number(t: &Ty) -> bool {
    matches!(t, Ty::Int | Ty::Bool | Ty::Float | Ty::Real)
}

impl Engine<'_> {
    fn g_of(&mut self, v: &Val) -> u32 {
        match v.g {
            Some(g) => g,
            None => self.graph.add(Step::Bits(if v.ty == Ty::Bool { 1 } else { 63 })),
        }
    }

    pub(super) fn int_step(&mut self, key: Key, step: Step) -> Val {
        let g = self.graph.add(step);
        self.int_exprs.push((key, g));
        if self.long_exprs.contains(&key) { Val::new(Ty::Long) } else { Val { ty: Ty::Int, g: Some(g) } }
    }

    /// `a op b`; `site` is where the expression stands.
    pub(super) fn binary(&mut self, site: &Expr, op: BinOp, a: &Val, b: &Val, right: &Expr) -> Val {
        let key = super::key(site);
        if let Some(n) = literal(site) {
            return if bits_of(n) < 63 { self.literal(bits_of(n)) } else { Val::new(Ty::Long) };
        }
        let (ta, tb) = (unwrapped(&a.ty), unwrapped(&b.ty));
        if op == BinOp::Pow && matches!(tb, Ty::Float | Ty::Real) && negative_root(site) {
            return Val::new(Ty::Dyn);
        }
        let unknown = Val::new(Ty::Bot);
        match (op, &ta, &tb) {
            (BinOp::Mod, Ty::Str, _) if a.ty == Ty::Str => Val::new(Ty::Str),
            // `None` alone has not seen its other values yet, or raises.
            (_, Ty::Bot | Ty::None, _) | (_, _, Ty::Bot | Ty::None) => unknown,
            (BinOp::And | BinOp::Or | BinOp::Xor, Ty::Bool, Ty::Bool) => Val::new(Ty::Bool),
            (_, x, y) if is_int(x) && is_int(y) => self.ints(key, op, a, b, right),
            (BinOp::Add | BinOp::Sub | BinOp::Mul, Ty::Real, Ty::Int | Ty::Bool | Ty::Real)
            | (BinOp::Add | BinOp::Sub | BinOp::Mul, Ty::Int | Ty::Bool, Ty::Real) => Val::new(Ty::Real),
            (BinOp::Div, x, y) if is_number(x) && is_number(y) => Val::new(Ty::Float),
            (BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::FloorDiv | BinOp::Mod | BinOp::Pow, x, y)
                if is_number(x) && is_number(y) && (*x == Ty::Float || *y == Ty::Float) =>
            {
                Val::new(Ty::Float)
            }
            (_, Ty::Long, Ty::Long) | (_, Ty::Long, Ty::Int | Ty::Bool) | (_, Ty::Int | Ty::Bool, Ty::Long) => {
                self.longs(op, &ta, b, right)
            }
            (BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div, Ty::Long, Ty::Float)
            | (BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div, Ty::Float, Ty::Long) => Val::new(Ty::Float),
            (BinOp::Add, Ty::Str, Ty::Str) => Val::new(Ty::Str),
            (BinOp::Mul, Ty::Str, Ty::Int | Ty::Bool | Ty::Long) => Val::new(Ty::Str),
            (BinOp::Mul, Ty::Int | Ty::Bool | Ty::Long, Ty::Str) => Val::new(Ty::Str),
            (BinOp::Add, Ty::List(x), Ty::List(y)) if a.ty == ta && b.ty == tb => {
                self.unify(*x, *y);
                Val::new(ta)
            }
            (BinOp::Mul, Ty::List(_), Ty::Int) if a.ty == ta => Val::new(ta),
            (BinOp::Mul, Ty::Int, Ty::List(_)) if b.ty == tb => Val::new(tb),
            (BinOp::Add, Ty::Tuple(x), Ty::Tuple(y)) if a.ty == ta && b.ty == tb && x.len() + y.len() < 7 => {
                Val::new(Ty::Tuple(x.iter().chain(y.iter()).copied().collect()))
            }
            _ => {
                if let Some(v) = self.known_binary(op, a, b) {
                    return v;
                }
                self.dyn_val(a);
                self.dyn_val(b);
                Val::new(Ty::Dyn)
            }
        }
    }

    fn ints(&mut self, key: Key, op: BinOp, a: &Val, b: &Val, right: &Expr) -> Val {
        let (ga, gb) = (self.g_of(a), self.g_of(b));
        let step = match op {
            BinOp::Div => return Val::new(Ty::Float),
            BinOp::Add | BinOp::Sub => Step::Add(ga, gb),
            BinOp::Mul => Step::Mul(ga, gb),
            BinOp::FloorDiv | BinOp::Shr => Step::Cap(ga, 63),
            BinOp::Mod => Step::Cap(gb, 63),
            BinOp::Shl => Step::Shl(ga, gb),
            BinOp::And => match literal(right) {
                Some(n) if n >= 0 && bits_of(n) > super::growth::BIG => Step::Big(bits_of(n).min(63)),
                Some(n) if n >= 0 => Step::Bits(bits_of(n).min(63)),
                _ => Step::Max(ga, gb),
            },
            BinOp::Or | BinOp::Xor => Step::Max(ga, gb),
            BinOp::Pow => match literal(right) {
                Some(0) => Step::Bits(1),
                Some(1) => Step::Cap(ga, 63),
                Some(2) => Step::Mul(ga, ga),
                Some(3) => {
                    let square = self.graph.add(Step::Mul(ga, ga));
                    Step::Mul(square, ga)
                }
                Some(n) if n > 0 => return Val::new(Ty::Long),
                _ => return Val::new(Ty::Dyn),
            },
            BinOp::MatMul => return Val::new(Ty::Dyn),
        };
        self.int_step(key, step)
    }

    fn longs(&mut self, op: BinOp, a: &Ty, b: &Val, right: &Expr) -> Val {
        match op {
            BinOp::Div => Val::new(Ty::Float),
            BinOp::Mod if b.ty == Ty::Int && *a == Ty::Long => {
                let gb = self.g_of(b);
                let g = self.graph.add(Step::Cap(gb, 63));
                Val { ty: Ty::Int, g: Some(g) }
            }
            BinOp::And => match literal(right) {
                Some(n) if n >= 0 && bits_of(n) < 63 => self.literal(bits_of(n)),
                _ => Val::new(Ty::Long),
            },
            BinOp::Pow => match literal(right) {
                Some(n) if n >= 0 => Val::new(Ty::Long),
                _ => Val::new(Ty::Dyn),
            },
            BinOp::MatMul => Val::new(Ty::Dyn),
            _ => Val::new(Ty::Long),
        }
    }

    pub(super) fn unary(&mut self, site: &Expr, op: UnaryOp, v: &Val) -> Val {
        if let Some(n) = literal(site) {
            return if bits_of(n) < 63 { self.literal(bits_of(n)) } else { Val::new(Ty::Long) };
        }
        match (op, unwrapped(&v.ty)) {
            (UnaryOp::Not, _) => Val::new(Ty::Bool),
            (_, Ty::Bot | Ty::None) => Val::new(Ty::Bot),
            (UnaryOp::Neg | UnaryOp::Plus, Ty::Int) => Val { ty: Ty::Int, g: v.g },
            (UnaryOp::Neg | UnaryOp::Plus, Ty::Bool) => self.int(1),
            (UnaryOp::Neg | UnaryOp::Plus, ty @ (Ty::Float | Ty::Real | Ty::Long)) => Val::new(ty),
            (UnaryOp::Invert, Ty::Int) => {
                let (one, g) = (self.graph.add(Step::Bits(1)), self.g_of(v));
                let g = self.graph.add(Step::Add(g, one));
                Val { ty: Ty::Int, g: Some(g) }
            }
            (UnaryOp::Invert, Ty::Long) => Val::new(Ty::Long),
            (UnaryOp::Neg | UnaryOp::Plus, ty @ Ty::Known(super::Kind::Complex, _)) => Val::new(ty),
            _ => {
                self.dyn_val(v);
                Val::new(Ty::Dyn)
            }
        }
    }
}

/// Whether a number that is written with a minus gets an exponent that may be no whole number: the power is complex then.
fn negative_root(site: &Expr) -> bool {
    let ExprKind::Binary(BinOp::Pow, base, _) = &site.kind else { return false };
    matches!(base.kind, ExprKind::Unary(UnaryOp::Neg, _))
}

/// Scalars that may be `None` compute as themselves: `None` raises.
fn unwrapped(ty: &Ty) -> Ty {
    match ty {
        Ty::Opt(inner) if matches!(**inner, Ty::Int | Ty::Float | Ty::Bool | Ty::Str | Ty::Long) => (**inner).clone(),
        other => other.clone(),
    }
}
