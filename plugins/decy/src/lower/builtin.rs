//! Compiler builtins.

use super::Lower;
use super::arith::typed;
use crate::codes;
use crate::hir::{Binary, Builtin, Expr as HExpr, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{BinOp, Block, Expr, Stmt};
use batuta_text::Origin;

impl Lower<'_> {
    pub(super) fn builtin(&mut self, op: Builtin, args: &[HExpr], ty: &Type, origin: Origin) -> Expr {
        if let Builtin::Overflow(op) = op {
            return self.overflow(op, args, origin);
        }
        if op == Builtin::Discard {
            let stmts: Vec<Stmt> = args.iter().flat_map(|arg| self.effect(arg)).collect();
            return if stmts.is_empty() { Expr::unit() } else { Expr::Block(Block::new(stmts)) };
        }
        match (op, args) {
            (Builtin::Overflows(op), [a, b, like]) => {
                if let Some(int) = like.ty.int() {
                    return self.wide_overflow(op, a, b, None, int);
                }
            }
            (Builtin::Alloca, [size]) => return self.alloca(size),
            (Builtin::Fpclassify, _) => return self.classify(args, ty, origin),
            _ => {}
        }
        let Some(first) = args.first() else {
            return self.hole(codes::UNSUPPORTED, "this builtin cannot be converted", ty, origin);
        };
        let a = self.receiver(first);
        if let Some(int) = first.ty.int() {
            return self.bits_builtin(op, a, int, ty, origin);
        }
        self.float_builtin(op, a, args, ty)
    }

    fn bits_builtin(&mut self, op: Builtin, a: Expr, int: crate::hir::Int, ty: &Type, origin: Origin) -> Expr {
        let target = self.ty(ty);
        let a = typed(a, int);
        match op {
            Builtin::Popcount => a.method("count_ones", vec![]).cast(target),
            Builtin::Clz => a.method("leading_zeros", vec![]).cast(target),
            Builtin::Ctz => a.method("trailing_zeros", vec![]).cast(target),
            Builtin::Bswap => a.method("swap_bytes", vec![]).cast(target),
            Builtin::Parity => Expr::binary(BinOp::BitAnd, a.method("count_ones", vec![]), Expr::int(1)).cast(target),
            Builtin::Ffs => {
                let (stmt, name) = self.bind("value", None, a);
                let zero = Expr::binary(BinOp::Eq, Expr::path(name.clone()), Expr::int(0));
                let found = Expr::path(name).method("trailing_zeros", vec![]).cast(target);
                let found = Expr::binary(BinOp::Add, found, Expr::int(1));
                let choice = Expr::if_(zero, Block::value(Expr::int(0)), Some(Block::value(found)));
                Expr::Block(Block::new(vec![stmt]).tail(choice))
            }
            Builtin::Clrsb => {
                let (stmt, name) = self.bind("value", None, a);
                let sign = Expr::binary(BinOp::Shr, Expr::path(name.clone()), Expr::int(i128::from(int.bits) - 1));
                let zeros =
                    Expr::binary(BinOp::BitXor, Expr::path(name), sign).method("leading_zeros", vec![]).cast(target);
                Expr::Block(Block::new(vec![stmt]).tail(Expr::binary(BinOp::Sub, zeros, Expr::int(1))))
            }
            _ => self.hole(codes::UNSUPPORTED, "this builtin cannot be converted", ty, origin),
        }
    }

    fn float_builtin(&mut self, op: Builtin, a: Expr, args: &[HExpr], ty: &Type) -> Expr {
        let other = args.get(1).map(|arg| self.expr_as(arg, &args[0].ty.clone()));
        let truth = |value: Expr| value.cast(rir::Type::path("i32"));
        let with = |rust: BinOp, a: Expr, b: Option<Expr>| truth(Expr::binary(rust, a, b.unwrap_or_else(Expr::unit)));
        match op {
            Builtin::Fabs => a.method("abs", vec![]),
            Builtin::Copysign => a.method("copysign", other.into_iter().collect()),
            Builtin::Greater => with(BinOp::Gt, a, other),
            Builtin::GreaterEqual => with(BinOp::Ge, a, other),
            Builtin::Less => with(BinOp::Lt, a, other),
            Builtin::LessEqual => with(BinOp::Le, a, other),
            Builtin::LessGreater => {
                let order = a.method("partial_cmp", other.into_iter().map(Expr::ref_).collect());
                let test = Expr::macro_call(
                    "matches",
                    vec![order, Expr::verbatim("Some(std::cmp::Ordering::Less | std::cmp::Ordering::Greater)")],
                );
                truth(test)
            }
            Builtin::Unordered => {
                let order = a.method("partial_cmp", other.into_iter().map(Expr::ref_).collect());
                truth(order.method("is_none", vec![]))
            }
            Builtin::IsNan => truth(a.method("is_nan", vec![])),
            Builtin::IsInf => truth(a.method("is_infinite", vec![])),
            Builtin::IsFinite => truth(a.method("is_finite", vec![])),
            Builtin::IsNormal => truth(a.method("is_normal", vec![])),
            Builtin::SignBit => truth(a.method("is_sign_negative", vec![])),
            Builtin::IsInfSign => {
                let (stmt, name) = self.bind("value", None, a);
                let value = || Expr::path(name.clone());
                let sign = Expr::if_(
                    Expr::binary(BinOp::Gt, value(), Expr::float(0.0)),
                    Block::value(Expr::int(1)),
                    Some(Block::value(Expr::int(-1))),
                );
                let choice = Expr::if_(
                    value().method("is_infinite", vec![]),
                    Block::value(sign),
                    Some(Block::value(Expr::int(0))),
                );
                Expr::Block(Block::new(vec![stmt]).tail(choice))
            }
            _ => self.zero(ty),
        }
    }

    /// `__builtin_add_overflow(a, b, &result)`: computed exactly, then cut to the type of the result.
    fn overflow(&mut self, op: Binary, args: &[HExpr], origin: Origin) -> Expr {
        let [a, b, target] = args else {
            return self.hole(codes::UNSUPPORTED, "this builtin cannot be converted", &Type::Bool, origin);
        };
        let Some(int) = target.ty.pointee().and_then(Type::int) else {
            return self.hole(codes::UNSUPPORTED, "this builtin cannot be converted", &Type::Bool, origin);
        };
        let widest = [a, b].iter().filter_map(|arg| arg.ty.int()).map(|int| int.bits).max().unwrap_or(128);
        if int.bits == 128 || widest == 128 {
            return self.wide_overflow(op, a, b, Some(target), int);
        }
        let wide = || rir::Type::path("i128");
        let name = match op {
            Binary::Add => "wrapping_add",
            Binary::Sub => "wrapping_sub",
            _ => "wrapping_mul",
        };
        let (left, right) = (self.receiver(a).cast(wide()), self.receiver(b).cast(wide()));
        let (stmt, exact) = self.bind("exact", None, left.method(name, vec![right]));
        let narrow = Expr::path(exact.clone()).cast(rir::Type::path(int.name()));
        let (stmt2, result) = self.bind("result", None, narrow);
        let pointer = self.expr(target);
        let store = Stmt::assign(pointer.deref_(), Expr::path(result.clone()));
        let differs = Expr::binary(BinOp::Ne, Expr::path(result).cast(wide()), Expr::path(exact));
        self.risky(Expr::Block(Block::new(vec![stmt, stmt2, store]).tail(differs)))
    }

    /// The same for 128 bits, and the form that only asks.
    fn wide_overflow(
        &mut self,
        op: Binary,
        a: &HExpr,
        b: &HExpr,
        target: Option<&HExpr>,
        int: crate::hir::Int,
    ) -> Expr {
        self.uses_runtime = true;
        let name = match op {
            Binary::Add => "add",
            Binary::Sub => "sub",
            _ => "mul",
        };
        let (left, right) = (self.wide(a), self.wide(b));
        let (stmt, exact) = self.bind("exact", None, left.method(name, vec![right]));
        let mut stmts = vec![stmt];
        if let Some(target) = target {
            let bits = Expr::path(exact.clone()).method("bits", vec![]);
            let value = if int == (crate::hir::Int { bits: 128, signed: false }) {
                bits
            } else {
                bits.cast(rir::Type::path(int.name()))
            };
            let pointer = self.expr(target);
            stmts.push(Stmt::assign(pointer.deref_(), value));
            self.f.needs_unsafe = true;
        }
        let args = vec![Expr::int(int.bits.into()), Expr::bool(int.signed)];
        Expr::Block(Block::new(stmts).tail(Expr::path(exact).method("overflows", args)))
    }

    fn wide(&mut self, arg: &HExpr) -> Expr {
        let signed = arg.ty.int().is_some_and(|int| int.signed);
        let value = self.receiver(arg).cast(rir::Type::path(if signed { "i128" } else { "u128" }));
        Expr::call_path(if signed { "c_rt::Wide::signed" } else { "c_rt::Wide::unsigned" }, vec![value])
    }

    /// `alloca`: memory until the function returns.
    fn alloca(&mut self, size: &HExpr) -> Expr {
        self.uses_runtime = true;
        self.uses_c_void = true;
        let arena = match self.f.arena.clone() {
            Some(name) => name,
            None => {
                let name = self.temporary("arena");
                self.f.arena = Some(name.clone());
                name
            }
        };
        let size = self.index_value(size);
        Expr::path(arena).method("take", vec![size])
    }

    /// `__builtin_fpclassify`: the one of five numbers that names the kind.
    fn classify(&mut self, args: &[HExpr], ty: &Type, origin: Origin) -> Expr {
        let [nan, infinite, normal, subnormal, zero, value] = args else {
            return self.hole(codes::UNSUPPORTED, "this builtin cannot be converted", ty, origin);
        };
        let category = self.receiver(value).method("classify", vec![]);
        let names = ["Nan", "Infinite", "Normal", "Subnormal", "Zero"];
        let arms = names.iter().zip([nan, infinite, normal, subnormal, zero]).map(|(name, arg)| {
            let value = self.expr_as(arg, ty);
            rir::Arm::new(rir::Pat::Const(Box::new(Expr::path(format!("std::num::FpCategory::{name}")))), value)
        });
        let arms = arms.collect();
        Expr::match_(category, arms)
    }
}
