//! Atomic objects: plain ones to which every access goes through the support crate.

use super::Converter;
use super::exprs::{binary, hole};
use crate::hir::{Expr, ExprKind, Type};
use batuta_text::Origin;
use cinrs_core::ir;

/// `left op right`
struct Operation {
    op: ir::BinOp,
    left: Expr,
    right: Expr,
}

/// Values that the support crate can read and write at once.
pub(super) fn fits(ty: &Type) -> bool {
    match ty {
        Type::Bool => true,
        Type::Int(int) => int.bits <= 64,
        Type::Pointer { .. } => ty.is_object_pointer(),
        _ => false,
    }
}

/// The function that computes and gives the value from before.
fn function(op: ir::BinOp) -> Option<&'static str> {
    Some(match op {
        ir::BinOp::Add => "atomic_add",
        ir::BinOp::Sub => "atomic_sub",
        ir::BinOp::BitAnd => "atomic_and",
        ir::BinOp::BitOr => "atomic_or",
        ir::BinOp::BitXor => "atomic_xor",
        _ => return None,
    })
}

fn operation(op: ir::AtomicRmw) -> &'static str {
    match op {
        ir::AtomicRmw::Add => "atomic_add",
        ir::AtomicRmw::Sub => "atomic_sub",
        ir::AtomicRmw::And => "atomic_and",
        ir::AtomicRmw::Or => "atomic_or",
        ir::AtomicRmw::Xor => "atomic_xor",
        ir::AtomicRmw::Nand => "atomic_nand",
    }
}

/// Whether the value afterwards is wanted.
fn flag(new: bool, origin: Origin) -> Expr {
    let one = Expr::new(ExprKind::Int(i128::from(new)), Type::INT, origin);
    Expr::new(ExprKind::Cast(Box::new(one)), Type::Bool, origin)
}

fn call(name: &'static str, args: Vec<Expr>, ty: Type, origin: Origin) -> Expr {
    Expr::new(ExprKind::Support { name, args }, ty, origin)
}

fn converted(value: Expr, ty: &Type) -> Expr {
    if value.ty == *ty {
        return value;
    }
    let origin = value.origin;
    Expr::new(ExprKind::Cast(Box::new(value)), ty.clone(), origin)
}

impl Converter<'_> {
    pub(super) fn is_atomic(&self, place: &ir::Place) -> bool {
        self.program.types.is_atomic(place.ty)
    }

    /// It was declared volatile: accesses happen, but not at once.
    fn is_volatile(&self, place: &ir::Place) -> bool {
        match &place.kind {
            ir::PlaceKind::Object(id) => {
                let object = self.program.object(*id);
                self.volatile.contains(&object.name) && !matches!(object.storage, ir::Storage::Automatic)
            }
            _ => false,
        }
    }

    fn volatile_store(&self, place: &ir::Place, value: Operation, origin: Origin) -> Expr {
        let ty = self.ty(place.ty);
        let Operation { op, left, right } = value;
        let compute = left.ty.clone();
        let kind = ExprKind::Binary { op: binary(op), left: Box::new(left), right: Box::new(right) };
        let value = converted(Expr::new(kind, compute, origin), &ty);
        call("atomic_store", vec![self.address_of(place, origin), value], ty, origin)
    }

    fn address_of(&self, place: &ir::Place, origin: Origin) -> Expr {
        let place = self.place(place);
        let ty = place.ty.clone().pointer(false);
        Expr::new(ExprKind::AddressOf(place), ty, origin)
    }

    pub(super) fn atomic_load(&self, place: &ir::Place, ty: Type, origin: Origin) -> Expr {
        call("atomic_load", vec![self.address_of(place, origin)], ty, origin)
    }

    /// `place = value`; the value is what was stored.
    pub(super) fn atomic_store(&self, place: &ir::Place, value: &ir::Expr, ty: Type, origin: Origin) -> Expr {
        call("atomic_store", vec![self.address_of(place, origin), self.expr(value)], ty, origin)
    }

    /// `place op= value`; the value is the new one.
    pub(super) fn atomic_compound(
        &self,
        place: &ir::Place,
        op: ir::BinOp,
        value: &ir::Expr,
        compute: ir::Ty,
        origin: Origin,
    ) -> Expr {
        let ty = self.ty(place.ty);
        if self.is_volatile(place) {
            let compute = self.ty(compute);
            let left = converted(self.atomic_load(place, ty.clone(), origin), &compute);
            let shift = matches!(op, ir::BinOp::Shl | ir::BinOp::Shr);
            let right = if shift { self.expr(value) } else { converted(self.expr(value), &compute) };
            return self.volatile_store(place, Operation { op, left, right }, origin);
        }
        let (address, value) = (self.address_of(place, origin), self.expr(value));
        let plain = ty.int().is_some() && value.ty.int().is_some();
        match function(op).filter(|_| plain) {
            Some(name) => call(name, vec![address, converted(value, &ty), flag(true, origin)], ty, origin),
            None => hole("this operation on an atomic object", ty, origin),
        }
    }

    pub(super) fn atomic_step(&self, place: &ir::Place, down: bool, postfix: bool, ty: Type, origin: Origin) -> Expr {
        if ty.int().is_none() && self.is_volatile(place) && !postfix {
            let left = converted(self.atomic_load(place, ty.clone(), origin), &Type::INT);
            let right = Expr::new(ExprKind::Int(1), Type::INT, origin);
            let op = if down { ir::BinOp::Sub } else { ir::BinOp::Add };
            return self.volatile_store(place, Operation { op, left, right }, origin);
        }
        if ty.int().is_none() {
            return hole("this operation on an atomic object", ty, origin);
        }
        let name = if down { "atomic_sub" } else { "atomic_add" };
        let one = Expr::new(ExprKind::Int(1), ty.clone(), origin);
        call(name, vec![self.address_of(place, origin), one, flag(!postfix, origin)], ty, origin)
    }

    /// One of the compiler's atomic operations; all of them are sequentially consistent, which every weaker order allows.
    pub(super) fn atomic(&self, atomic: &ir::AtomicExpr, ty: Type, origin: Origin) -> Expr {
        let value_ty = self.ty(atomic.value_ty);
        if let ir::AtomicOp::Fence { .. } = atomic.op {
            return call("atomic_fence", vec![], ty, origin);
        }
        let Some(pointer) = atomic.ptr.as_ref().map(|pointer| self.expr(pointer)) else {
            return hole("this atomic operation", ty, origin);
        };
        if !fits(&value_ty) {
            return hole("an atomic object of this type", ty, origin);
        }
        let pointer = converted(pointer, &value_ty.clone().pointer(false));
        let value = |expr: &Option<ir::Expr>| expr.as_ref().map(|expr| converted(self.expr(expr), &value_ty));
        let expected = || atomic.expected.as_ref().map(|expr| self.expr(expr));
        let made = match atomic.op {
            ir::AtomicOp::Load => Some(call("atomic_load", vec![pointer], ty.clone(), origin)),
            ir::AtomicOp::Store => {
                value(&atomic.value).map(|value| call("atomic_store", vec![pointer, value], value_ty.clone(), origin))
            }
            ir::AtomicOp::Exchange => {
                value(&atomic.value).map(|value| call("atomic_exchange", vec![pointer, value], ty.clone(), origin))
            }
            ir::AtomicOp::CompareExchange { .. } => {
                let want = value_ty.clone().pointer(false);
                let both = expected().map(|expr| converted(expr, &want)).zip(value(&atomic.value));
                both.map(|(old, new)| call("atomic_compare_exchange", vec![pointer, old, new], ty.clone(), origin))
            }
            ir::AtomicOp::SyncCompareSwap { value_is_old } => {
                let name = if value_is_old { "atomic_compare_swap" } else { "atomic_swapped" };
                let both = value(&atomic.expected).zip(value(&atomic.value));
                both.map(|(old, new)| call(name, vec![pointer, old, new], ty.clone(), origin))
            }
            ir::AtomicOp::Rmw { op, returns_new } if value_ty.int().is_some() => value(&atomic.value)
                .map(|value| call(operation(op), vec![pointer, value, flag(returns_new, origin)], ty.clone(), origin)),
            ir::AtomicOp::TestAndSet => Some(call("atomic_test_and_set", vec![pointer], ty.clone(), origin)),
            ir::AtomicOp::Clear => Some(call("atomic_clear", vec![pointer], ty.clone(), origin)),
            _ => None,
        };
        made.unwrap_or_else(|| hole("this atomic operation", ty, origin))
    }
}
