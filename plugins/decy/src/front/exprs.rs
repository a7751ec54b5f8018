//! Expressions of the parser's program as ours.
//!
//! The parser takes every enumeration for an `int`; gcc takes one without negative values for an `unsigned`. So conversions are
//! followed up here: an operand that turns out unsigned makes its operation unsigned.

use super::Converter;
use crate::codes;
use crate::hir::{
    Binary, Builtin, Callee, Comparison, Expr, ExprKind, FunctionId, Int, Logical, ObjectId, Place, PlaceKind,
    RecordId, Type,
};
use batuta_text::Origin;
use cinrs_core::ir;

impl Converter<'_> {
    /// An expression, converted to the type that the parser gave it.
    pub(super) fn expr(&self, expr: &ir::Expr) -> Expr {
        let want = self.ty(expr.ty);
        self.want(self.raw(expr), want)
    }

    fn boxed(&self, expr: &ir::Expr) -> Box<Expr> {
        Box::new(self.expr(expr))
    }

    /// `expr` as a value of type `want`: integers that differ in kind are converted.
    fn want(&self, expr: Expr, want: Type) -> Expr {
        if expr.ty == want || !matches!((&expr.ty, &want), (Type::Int(_), Type::Int(_))) {
            return expr;
        }
        let origin = expr.origin;
        Expr::new(ExprKind::Cast(Box::new(expr)), want, origin)
    }

    /// An expression with the type that gcc gives it.
    pub(super) fn raw(&self, expr: &ir::Expr) -> Expr {
        let origin = self.origin(expr.range);
        let ty = self.ty(expr.ty);
        if let Type::Unsupported(what) = ty {
            return hole(what, Type::INT, origin);
        }
        if let Some(special) = self.special(expr, &ty, origin) {
            return special;
        }
        let make = |kind| Expr::new(kind, ty.clone(), origin);
        let out = match &expr.kind {
            ir::ExprKind::Int(value) => make(ExprKind::Int(*value)),
            ir::ExprKind::Float(value) => make(ExprKind::Float(*value)),
            ir::ExprKind::Zeroed => make(ExprKind::Zero),
            ir::ExprKind::Load(place) => self.load(place, ty.clone(), origin),
            ir::ExprKind::AddrOf(place) => self.address(place, ty.clone(), origin),
            ir::ExprKind::FuncAddr(id) => make(ExprKind::FunctionAddress(FunctionId(id.0))),
            ir::ExprKind::Assign { place, value } => {
                make(ExprKind::Assign { place: self.place(place), value: self.boxed(value) })
            }
            ir::ExprKind::CompoundAssign { place, op, value, compute } => {
                self.compound(place, *op, value, *compute, ty.clone(), origin)
            }
            ir::ExprKind::IncDec { place, dec, postfix } => {
                if self.is_vm_pointer(place.ty) {
                    return hole("steps over rows of a variable length array", ty, origin);
                }
                make(ExprKind::Step { place: self.place(place), down: *dec, postfix: *postfix })
            }
            ir::ExprKind::Neg(inner) => self.unary(inner, ExprKind::Negate, origin),
            ir::ExprKind::BitNot(inner) => self.unary(inner, ExprKind::Complement, origin),
            ir::ExprKind::Binary { op, lhs, rhs } => self.binary(*op, lhs, rhs, &ty, origin),
            ir::ExprKind::PtrOffset { ptr, index, sub } => {
                let index = Box::new(self.scaled(index, ptr.ty));
                make(ExprKind::Offset { pointer: self.boxed(ptr), index, back: *sub })
            }
            ir::ExprKind::PtrDiff { lhs, rhs } => {
                if let (Some(a), Some(b)) = (self.label_number(lhs), self.label_number(rhs)) {
                    return make(ExprKind::Int(a - b));
                }
                if self.is_vm_pointer(lhs.ty) {
                    return hole("the distance of rows of a variable length array", ty, origin);
                }
                make(ExprKind::Distance { left: self.boxed(lhs), right: self.boxed(rhs) })
            }
            ir::ExprKind::Compare { op, lhs, rhs } => {
                let (left, right) = self.alike(self.raw(lhs), self.raw(rhs));
                make(ExprKind::Compare { op: comparison(*op), left: Box::new(left), right: Box::new(right) })
            }
            ir::ExprKind::Logical { op, lhs, rhs } => {
                let op = if *op == ir::LogicalOp::And { Logical::And } else { Logical::Or };
                make(ExprKind::Logical { op, left: self.boxed(lhs), right: self.boxed(rhs) })
            }
            ir::ExprKind::Cast(inner) => self.cast(expr, inner, ty.clone(), origin),
            ir::ExprKind::Cond { cond, then_expr, else_expr } => {
                let (yes, no) = self.alike(self.raw(then_expr), self.raw(else_expr));
                let ty = if yes.ty.int().is_some() { yes.ty.clone() } else { ty.clone() };
                let condition = Box::new(self.complex_truth(cond));
                Expr::new(ExprKind::Conditional { condition, yes: Box::new(yes), no: Box::new(no) }, ty, origin)
            }
            ir::ExprKind::CondDefault { value, else_expr } => {
                make(ExprKind::Elvis { value: self.boxed(value), no: self.boxed(else_expr) })
            }
            ir::ExprKind::StmtExpr { stmts, value } => {
                let value = value.as_ref().map(|value| self.boxed(value));
                make(ExprKind::Statements { body: self.stmts(stmts), value })
            }
            ir::ExprKind::Builtin { op, args } => match builtin(*op) {
                Some(op) => make(ExprKind::Builtin { op, args: self.exprs(args) }),
                None => hole("this builtin", ty.clone(), origin),
            },
            ir::ExprKind::Comma { lhs, rhs } => {
                make(ExprKind::Comma { first: self.boxed(lhs), second: self.boxed(rhs) })
            }
            ir::ExprKind::Call { callee, args } => self.call(callee, args, ty.clone(), origin),
            ir::ExprKind::RecordLit { record, fields } => {
                make(ExprKind::Struct { record: RecordId(record.0), fields: self.exprs(fields) })
            }
            ir::ExprKind::UnionLit { record, index, value } => {
                make(ExprKind::Union { record: RecordId(record.0), index: *index, value: self.boxed(value) })
            }
            ir::ExprKind::ArrayLit(items) => make(ExprKind::Array(self.exprs(items))),
            ir::ExprKind::ArrayRepeat { value, len } => {
                make(ExprKind::Repeat { value: self.boxed(value), count: *len })
            }
            ir::ExprKind::VaListPristine => make(ExprKind::VaStart),
            ir::ExprKind::VaArg { ap, record: None } => make(ExprKind::VaArg(self.place(ap))),
            ir::ExprKind::VaArg { .. } => hole("a structure among variable arguments", ty.clone(), origin),
            ir::ExprKind::VaEnd => make(ExprKind::Nothing),
            ir::ExprKind::Unreachable => make(ExprKind::Unreachable),
            ir::ExprKind::LabelAddr(id) => self.label(id.0, ty.clone(), origin),
            ir::ExprKind::Atomic(_) => hole("atomic operations", ty.clone(), origin),
            ir::ExprKind::ComplexOf { .. } => hole("complex numbers", ty.clone(), origin),
        };
        match expr.bits {
            Some(bits) => narrowed(out, bits),
            None => out,
        }
    }

    /// Atomic objects and `long double`.
    fn special(&self, expr: &ir::Expr, ty: &Type, origin: Origin) -> Option<Expr> {
        if let Some(complex) = self.complex_special(expr, ty, origin) {
            return Some(complex);
        }
        let long = *ty == Type::LongDouble;
        Some(match &expr.kind {
            ir::ExprKind::Atomic(atomic) => self.atomic(atomic, ty.clone(), origin),
            ir::ExprKind::Load(place) if self.is_atomic(place) => self.atomic_load(place, ty.clone(), origin),
            ir::ExprKind::Assign { place, value } if self.is_atomic(place) => {
                self.atomic_store(place, value, ty.clone(), origin)
            }
            ir::ExprKind::CompoundAssign { place, op, value, compute } if self.is_atomic(place) => {
                self.atomic_compound(place, *op, value, *compute, origin)
            }
            ir::ExprKind::IncDec { place, dec, postfix } if self.is_atomic(place) => {
                self.atomic_step(place, *dec, *postfix, ty.clone(), origin)
            }
            ir::ExprKind::Cast(inner) if long => self.long_operand(inner),
            ir::ExprKind::ComplexOf { .. } if long => self.long_constant(expr),
            ir::ExprKind::Call { callee, args } => Expr::new(self.long_comparison(callee, args)?, ty.clone(), origin),
            _ => return None,
        })
    }

    /// The address of a label is the number of its block.
    fn label(&self, id: u32, ty: Type, origin: Origin) -> Expr {
        let number = self.labels.get(&id).copied().unwrap_or(0);
        let number = Expr::new(ExprKind::Int(number.into()), Type::Int(Int::I64), origin);
        // One more, so that no label is a null pointer.
        let one = Expr::new(ExprKind::Int(1), Type::Int(Int::I64), origin);
        let kind = ExprKind::Binary { op: Binary::Add, left: Box::new(number), right: Box::new(one) };
        let number = Expr::new(kind, Type::Int(Int::I64), origin);
        Expr::new(ExprKind::Cast(Box::new(number)), ty, origin)
    }

    fn label_number(&self, expr: &ir::Expr) -> Option<i128> {
        match &expr.kind {
            ir::ExprKind::LabelAddr(id) => self.labels.get(&id.0).map(|block| i128::from(*block)),
            ir::ExprKind::Cast(inner) => self.label_number(inner),
            _ => None,
        }
    }

    pub(super) fn exprs(&self, exprs: &[ir::Expr]) -> Vec<Expr> {
        exprs.iter().map(|expr| self.expr(expr)).collect()
    }

    /// An implicit promotion of an unsigned enumeration stays unsigned; every other conversion is one.
    fn cast(&self, outer: &ir::Expr, inner: &ir::Expr, ty: Type, origin: Origin) -> Expr {
        let value = self.raw(inner);
        if matches!(inner.ty, ir::Ty::Enum(_))
            && outer.range == inner.range
            && value.ty == Type::Int(Int::U32)
            && ty == Type::INT
        {
            return value;
        }
        if matches!(value.kind, ExprKind::Hole(..)) {
            return Expr { ty, ..value };
        }
        Expr::new(ExprKind::Cast(Box::new(value)), ty, origin)
    }

    fn unary(&self, inner: &ir::Expr, make: fn(Box<Expr>) -> ExprKind, origin: Origin) -> Expr {
        let inner = self.raw(inner);
        let ty = inner.ty.clone();
        Expr::new(make(Box::new(inner)), ty, origin)
    }

    fn binary(&self, op: ir::BinOp, lhs: &ir::Expr, rhs: &ir::Expr, ty: &Type, origin: Origin) -> Expr {
        let op = binary(op);
        if *ty == Type::LongDouble {
            let (left, right) = (Box::new(self.long_operand(lhs)), Box::new(self.long_operand(rhs)));
            return Expr::new(ExprKind::Binary { op, left, right }, ty.clone(), origin);
        }
        let (left, right) = (self.raw(lhs), self.raw(rhs));
        if matches!(op, Binary::Shl | Binary::Shr) {
            let ty = left.ty.clone();
            return Expr::new(ExprKind::Binary { op, left: Box::new(left), right: Box::new(right) }, ty, origin);
        }
        let (left, right) = self.alike(left, right);
        let ty = if left.ty.int().is_some() { left.ty.clone() } else { ty.clone() };
        Expr::new(ExprKind::Binary { op, left: Box::new(left), right: Box::new(right) }, ty, origin)
    }

    /// Two operands that the parser took for one type: unsigned when one of them is.
    fn alike(&self, left: Expr, right: Expr) -> (Expr, Expr) {
        let (Some(a), Some(b)) = (left.ty.int(), right.ty.int()) else { return (left, right) };
        if a == b {
            return (left, right);
        }
        let common = Int { bits: a.bits.max(b.bits), signed: a.signed && b.signed };
        (self.want(left, Type::Int(common)), self.want(right, Type::Int(common)))
    }

    fn compound(
        &self,
        place: &ir::Place,
        op: ir::BinOp,
        value: &ir::Expr,
        compute: ir::Ty,
        ty: Type,
        origin: Origin,
    ) -> Expr {
        let mut compute = self.ty(compute);
        let value = match compute {
            Type::LongDouble => self.long_operand(value),
            _ if self.is_vm_pointer(place.ty) => self.scaled(value, place.ty),
            _ => self.raw(value),
        };
        let op = binary(op);
        let place = self.place(place);
        if let (Some(want), Some(has)) = (compute.int(), place.ty.int())
            && want == Int::I32
            && has == Int::U32
        {
            compute = Type::Int(Int::U32);
        }
        let shift = matches!(op, Binary::Shl | Binary::Shr);
        let value = if compute.int().is_some() && !shift { self.want(value, compute.clone()) } else { value };
        Expr::new(ExprKind::Compound { place, op, value: Box::new(value), compute }, ty, origin)
    }

    fn call(&self, callee: &ir::Callee, args: &[ir::Expr], ty: Type, origin: Origin) -> Expr {
        let callee = match callee {
            ir::Callee::Direct(id) => Callee::Direct(FunctionId(id.0)),
            ir::Callee::Indirect(target) => Callee::Indirect(self.boxed(target)),
        };
        Expr::new(ExprKind::Call { callee, args: self.exprs(args) }, ty, origin)
    }

    fn is_vm_pointer(&self, ty: ir::Ty) -> bool {
        self.program.types.pointee(ty).is_some_and(|to| self.program.types.is_vm(to))
    }

    /// An index over rows of a variable length array, as an index over its elements.
    fn scaled(&self, index: &ir::Expr, pointer: ir::Ty) -> Expr {
        let mut out = self.expr(index);
        let Some(row) = self.program.types.pointee(pointer) else { return out };
        for dimension in self.program.types.vm_dims(row) {
            let origin = out.origin;
            let factor = match dimension {
                ir::VmDim::Fixed(count) => Expr::new(ExprKind::Int(count.into()), Type::Int(Int::I64), origin),
                ir::VmDim::Len(object) => {
                    let id = ObjectId(object.0);
                    let place = Place { kind: PlaceKind::Object(id), ty: Type::SIZE, origin };
                    let value = Expr::new(ExprKind::Load(place), Type::SIZE, origin);
                    Expr::new(ExprKind::Cast(Box::new(value)), Type::Int(Int::I64), origin)
                }
                ir::VmDim::Unknown => return hole("an array of unknown size", Type::Int(Int::I64), origin),
            };
            let left = Expr::new(ExprKind::Cast(Box::new(out)), Type::Int(Int::I64), origin);
            let kind = ExprKind::Binary { op: Binary::Mul, left: Box::new(left), right: Box::new(factor) };
            out = Expr::new(kind, Type::Int(Int::I64), origin);
        }
        out
    }

    fn load(&self, place: &ir::Place, ty: Type, origin: Origin) -> Expr {
        if matches!(place.kind, ir::PlaceKind::ComplexPart { .. }) && !self.complex {
            return hole("complex numbers", ty, origin);
        }
        Expr::new(ExprKind::Load(self.place(place)), ty, origin)
    }

    fn address(&self, place: &ir::Place, ty: Type, origin: Origin) -> Expr {
        if !self.program.types.is_vm(place.ty) {
            return Expr::new(ExprKind::AddressOf(self.place(place)), ty, origin);
        }
        match &place.kind {
            ir::PlaceKind::Object(_) => {
                let place = self.place(place);
                let from = place.ty.clone();
                let load = Expr::new(ExprKind::Load(place), from, origin);
                Expr::new(ExprKind::Cast(Box::new(load)), ty, origin)
            }
            ir::PlaceKind::Deref(pointer) => Expr { ty, ..self.expr(pointer) },
            ir::PlaceKind::Index { base, index } => {
                let index = Box::new(self.scaled(index, base.ty));
                Expr::new(ExprKind::Offset { pointer: self.boxed(base), index, back: false }, ty, origin)
            }
            _ => hole("this use of a variable length array", ty, origin),
        }
    }

    pub(super) fn place(&self, place: &ir::Place) -> Place {
        let origin = self.origin(place.range);
        let kind = match &place.kind {
            ir::PlaceKind::Object(id) => self.flexible_place(*id, place).unwrap_or(PlaceKind::Object(ObjectId(id.0))),
            ir::PlaceKind::Deref(pointer) => PlaceKind::Deref(self.boxed(pointer)),
            ir::PlaceKind::Index { base, index } => self.index(base, index),
            ir::PlaceKind::Field { base, record, index } => {
                PlaceKind::Field { base: Box::new(self.place(base)), record: RecordId(record.0), index: *index }
            }
            ir::PlaceKind::Str(id) => PlaceKind::Str(id.0 as usize),
            ir::PlaceKind::Temporary(value) => PlaceKind::Temporary(self.boxed(value)),
            ir::PlaceKind::CompoundLiteral { object, init } => {
                PlaceKind::Literal { object: ObjectId(object.0), value: self.boxed(init) }
            }
            ir::PlaceKind::ComplexPart { base, imag } if self.complex => self.complex_part(base, *imag),
            ir::PlaceKind::ComplexPart { .. } => {
                PlaceKind::Temporary(Box::new(hole("complex numbers", self.ty(place.ty), origin)))
            }
        };
        Place { kind, ty: self.ty(place.ty), origin }
    }

    /// `base[index]`: on the array itself where the base is one that was just turned into a pointer.
    fn index(&self, base: &ir::Expr, index: &ir::Expr) -> PlaceKind {
        let scaled = Box::new(self.scaled(index, base.ty));
        let base = self.expr(base);
        match base.kind {
            ExprKind::AddressOf(place)
                if matches!(place.ty, Type::Array(_, count) if count > 0) && decays(&place.ty, &base.ty) =>
            {
                PlaceKind::Element { array: Box::new(place), index: scaled }
            }
            kind => PlaceKind::Index { base: Box::new(Expr { kind, ty: base.ty, origin: base.origin }), index: scaled },
        }
    }
}

/// Whether `pointer` is what an array of type `array` turns into.
fn decays(array: &Type, pointer: &Type) -> bool {
    match (array, pointer.pointee()) {
        (Type::Array(element, _), Some(to)) => **element == *to,
        _ => false,
    }
}

/// Reduce the value of an operation on wide bit-fields to their width.
fn narrowed(expr: Expr, bits: u32) -> Expr {
    let Some(int) = expr.ty.int() else { return expr };
    // Up to the width of `int` they were promoted to that.
    if bits <= 32 || bits >= u32::from(int.bits) {
        return expr;
    }
    let (ty, origin) = (expr.ty.clone(), expr.origin);
    let constant = |value| Box::new(Expr::new(ExprKind::Int(value), ty.clone(), origin));
    if !int.signed {
        let kind = ExprKind::Binary { op: Binary::And, left: Box::new(expr), right: constant((1i128 << bits) - 1) };
        return Expr::new(kind, ty.clone(), origin);
    }
    let distance = i128::from(u32::from(int.bits) - bits);
    let up = ExprKind::Binary { op: Binary::Shl, left: Box::new(expr), right: constant(distance) };
    let up = Expr::new(up, ty.clone(), origin);
    Expr::new(ExprKind::Binary { op: Binary::Shr, left: Box::new(up), right: constant(distance) }, ty.clone(), origin)
}

pub(super) fn hole(what: &str, ty: Type, origin: Origin) -> Expr {
    Expr::new(ExprKind::Hole(codes::UNSUPPORTED, format!("{what} cannot be converted")), ty, origin)
}

pub(super) fn binary(op: ir::BinOp) -> Binary {
    match op {
        ir::BinOp::Add => Binary::Add,
        ir::BinOp::Sub => Binary::Sub,
        ir::BinOp::Mul => Binary::Mul,
        ir::BinOp::Div => Binary::Div,
        ir::BinOp::Rem => Binary::Rem,
        ir::BinOp::BitAnd => Binary::And,
        ir::BinOp::BitXor => Binary::Xor,
        ir::BinOp::BitOr => Binary::Or,
        ir::BinOp::Shl => Binary::Shl,
        ir::BinOp::Shr => Binary::Shr,
    }
}

fn comparison(op: ir::CmpOp) -> Comparison {
    match op {
        ir::CmpOp::Lt => Comparison::Lt,
        ir::CmpOp::Gt => Comparison::Gt,
        ir::CmpOp::Le => Comparison::Le,
        ir::CmpOp::Ge => Comparison::Ge,
        ir::CmpOp::Eq => Comparison::Eq,
        ir::CmpOp::Ne => Comparison::Ne,
    }
}

fn builtin(op: ir::BuiltinOp) -> Option<Builtin> {
    use ir::{BuiltinOp as B, FloatClass as C, FloatOrder as O};
    Some(match op {
        B::Popcount => Builtin::Popcount,
        B::Clz => Builtin::Clz,
        B::Ctz => Builtin::Ctz,
        B::Ffs => Builtin::Ffs,
        B::Parity => Builtin::Parity,
        B::Clrsb => Builtin::Clrsb,
        B::Bswap => Builtin::Bswap,
        B::Overflow(op @ (ir::BinOp::Add | ir::BinOp::Sub | ir::BinOp::Mul)) => Builtin::Overflow(binary(op)),
        B::OverflowP(op @ (ir::BinOp::Add | ir::BinOp::Sub | ir::BinOp::Mul)) => Builtin::Overflows(binary(op)),
        B::Alloca => Builtin::Alloca,
        B::Fpclassify => Builtin::Fpclassify,
        B::Discard => Builtin::Discard,
        B::Fabs => Builtin::Fabs,
        B::Copysign => Builtin::Copysign,
        B::FloatOrder(O::Greater) => Builtin::Greater,
        B::FloatOrder(O::GreaterEqual) => Builtin::GreaterEqual,
        B::FloatOrder(O::Less) => Builtin::Less,
        B::FloatOrder(O::LessEqual) => Builtin::LessEqual,
        B::FloatOrder(O::LessGreater) => Builtin::LessGreater,
        B::FloatOrder(O::Unordered) => Builtin::Unordered,
        B::FloatClass(C::IsNan) => Builtin::IsNan,
        B::FloatClass(C::IsInf) => Builtin::IsInf,
        B::FloatClass(C::IsInfSign) => Builtin::IsInfSign,
        B::FloatClass(C::IsFinite) => Builtin::IsFinite,
        B::FloatClass(C::IsNormal) => Builtin::IsNormal,
        B::FloatClass(C::SignBit) => Builtin::SignBit,
        _ => return None,
    })
}
