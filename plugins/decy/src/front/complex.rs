//! Complex numbers: structures of two parts. What the language does with them are calls of functions that `complex_ops.h` defines
//! in terms of their parts, and of those that gcc itself calls for products and quotients.

use super::Converter;
use super::complex_constants::parts;
use super::exprs::hole;
use crate::hir::visit::{Visit, walk_body, walk_expr};
use crate::hir::{
    Callee, Comparison, Expr, ExprKind, Field, FunctionId, Place, PlaceKind, Program, Record, RecordId, StorageField,
    Type,
};
use batuta_text::Origin;
use cinrs_core::ir;
use std::collections::BTreeSet;

/// The header with the functions.
pub(super) const HEADER: &str = "complex_ops.h";

/// Whether a text has complex numbers.
pub(super) fn mentioned(text: &str) -> bool {
    ["_Complex", "__complex__", "complex.h"].iter().any(|word| text.contains(word))
}

/// Leave out the functions that nobody calls.
pub(super) fn prune(program: &mut Program) {
    struct Called(BTreeSet<u32>);
    impl Visit for Called {
        fn expr(&mut self, expr: &Expr) {
            if let ExprKind::Call { callee: Callee::Direct(id), .. } = &expr.kind {
                self.0.insert(id.0);
            }
            walk_expr(self, expr);
        }
    }
    let mut called = Called(BTreeSet::new());
    program
        .functions
        .iter()
        .filter_map(|function| function.body.as_ref())
        .for_each(|body| walk_body(&mut called, body));
    for (at, function) in program.functions.iter_mut().enumerate() {
        if function.name.starts_with("__batuta_complex") && !called.0.contains(&(at as u32)) {
            function.body = None;
        }
    }
}

fn made(name: &str, part: Type, size: u64, origin: Origin) -> Record {
    let field = |name: &str| Field { name: name.to_owned(), ty: part.clone(), bits: None };
    Record {
        union: false,
        name: name.to_owned(),
        fields: vec![field("re"), field("im")],
        storage: vec![StorageField::Member(0), StorageField::Member(1)],
        complete: true,
        size,
        packed: None,
        align: None,
        origin,
        header: Some(format!("<{HEADER}>")),
    }
}

impl Converter<'_> {
    /// The two types, behind those of the program.
    pub(super) fn complex_records(&self) -> Vec<Record> {
        if !self.complex {
            return vec![];
        }
        let origin = self.origin(cinrs_core::SourceRange::at(0));
        vec![made("complex_double", Type::Double, 16, origin), made("complex_float", Type::Float, 8, origin)]
    }

    fn complex_record(&self, ty: ir::Ty) -> RecordId {
        RecordId(self.program.types.records().len() as u32 + u32::from(ty == ir::Ty::ComplexFloat))
    }

    /// A complex type as ours.
    pub(super) fn complex_type(&self, ty: ir::Ty) -> Type {
        match ty {
            _ if self.complex => Type::Record(self.complex_record(ty)),
            ir::Ty::ComplexDouble => self.complex_double(),
            _ => Type::Unsupported("complex numbers"),
        }
    }

    /// A part of a complex object.
    pub(super) fn complex_part(&self, base: &ir::Place, imag: bool) -> PlaceKind {
        let record = self.complex_record(base.ty);
        PlaceKind::Field { base: Box::new(self.place(base)), record, index: usize::from(imag) }
    }

    fn helper(&self, narrow: bool, name: &str, args: Vec<Expr>, ty: Type, origin: Origin) -> Expr {
        let wanted = format!("__batuta_complex{}_{name}", if narrow { "f" } else { "" });
        let at = self.program.functions.iter().position(|function| function.item_name() == wanted);
        let Some(at) = at else { return hole("complex numbers", ty, origin) };
        Expr::new(ExprKind::Call { callee: Callee::Direct(FunctionId(at as u32)), args }, ty, origin)
    }

    /// An expression with complex numbers in it.
    pub(super) fn complex_special(&self, expr: &ir::Expr, ty: &Type, origin: Origin) -> Option<Expr> {
        if !self.complex {
            return None;
        }
        let own = expr.ty.is_complex();
        let narrow = expr.ty == ir::Ty::ComplexFloat;
        Some(match &expr.kind {
            ir::ExprKind::ComplexOf { re, im } => {
                let fields = vec![self.expr(re), self.expr(im)];
                Expr::new(ExprKind::Struct { record: self.complex_record(expr.ty), fields }, ty.clone(), origin)
            }
            ir::ExprKind::Neg(inner) if own => self.helper(narrow, "neg", vec![self.expr(inner)], ty.clone(), origin),
            ir::ExprKind::BitNot(inner) if own => {
                self.helper(narrow, "conj", vec![self.expr(inner)], ty.clone(), origin)
            }
            ir::ExprKind::Binary { op: ir::BinOp::Mul | ir::BinOp::Div, rhs, .. }
                if own && rhs.ty.is_complex() && parts(expr).is_some_and(|(re, im)| re != 0.0 && im != 0.0) =>
            {
                let part = self.ty(expr.ty.complex_component());
                let (re, im) = parts(expr)?;
                let number = |value: f64| Expr::new(ExprKind::Float(value), part.clone(), origin);
                let fields = vec![number(re), number(im)];
                Expr::new(ExprKind::Struct { record: self.complex_record(expr.ty), fields }, ty.clone(), origin)
            }
            ir::ExprKind::Binary { op, lhs, rhs } if own => {
                let kinds = (lhs.ty.is_complex(), rhs.ty.is_complex());
                self.complex_operation(narrow, *op, (self.expr(lhs), self.expr(rhs)), kinds, ty, origin)
            }
            ir::ExprKind::Compare { op, lhs, rhs } if lhs.ty.is_complex() => {
                let narrow = lhs.ty == ir::Ty::ComplexFloat;
                let same = self.helper(narrow, "eq", vec![self.expr(lhs), self.expr(rhs)], Type::INT, origin);
                if *op == ir::CmpOp::Eq { same } else { self.is_zero(same, origin) }
            }
            ir::ExprKind::Cast(inner) if own || inner.ty.is_complex() => self.complex_cast(inner, expr.ty, ty, origin),
            ir::ExprKind::CompoundAssign { place, op, value, compute } if compute.is_complex() => {
                self.complex_compound(place, *op, value, *compute, ty, origin)
            }
            ir::ExprKind::IncDec { place, .. } if place.ty.is_complex() => {
                hole("a step of a complex number", ty.clone(), origin)
            }
            ir::ExprKind::Logical { op, lhs, rhs } if lhs.ty.is_complex() || rhs.ty.is_complex() => {
                let op = if *op == ir::LogicalOp::And { crate::hir::Logical::And } else { crate::hir::Logical::Or };
                let (left, right) = (Box::new(self.complex_truth(lhs)), Box::new(self.complex_truth(rhs)));
                Expr::new(ExprKind::Logical { op, left, right }, ty.clone(), origin)
            }
            _ => return None,
        })
    }

    fn is_zero(&self, value: Expr, origin: Origin) -> Expr {
        let zero = Expr::new(ExprKind::Int(0), Type::INT, origin);
        let kind = ExprKind::Compare { op: Comparison::Eq, left: Box::new(value), right: Box::new(zero) };
        Expr::new(kind, Type::INT, origin)
    }

    /// A condition: a complex number is true unless both parts are zero.
    pub(super) fn complex_truth(&self, expr: &ir::Expr) -> Expr {
        let value = self.expr(expr);
        if !self.complex || !expr.ty.is_complex() {
            return value;
        }
        let origin = value.origin;
        self.helper(expr.ty == ir::Ty::ComplexFloat, "truth", vec![value], Type::INT, origin)
    }

    fn complex_operation(
        &self,
        narrow: bool,
        op: ir::BinOp,
        (left, right): (Expr, Expr),
        complex: (bool, bool),
        ty: &Type,
        origin: Origin,
    ) -> Expr {
        let name = match op {
            ir::BinOp::Add => "add",
            ir::BinOp::Sub => "sub",
            ir::BinOp::Mul => "mul",
            ir::BinOp::Div => "div",
            _ => return hole("this operation on complex numbers", ty.clone(), origin),
        };
        let name = match complex {
            (true, true) => name.to_owned(),
            (true, false) => format!("{name}_real"),
            (false, _) => format!("real_{name}"),
        };
        self.helper(narrow, &name, vec![left, right], ty.clone(), origin)
    }

    fn complex_cast(&self, inner: &ir::Expr, to: ir::Ty, ty: &Type, origin: Origin) -> Expr {
        let value = self.expr(inner);
        match (inner.ty.is_complex(), to.is_complex()) {
            (true, true) if inner.ty == to => value,
            (true, true) => {
                let name = if to == ir::Ty::ComplexFloat { "narrow" } else { "widen" };
                self.helper(false, name, vec![value], ty.clone(), origin)
            }
            (true, false) if *ty == Type::Bool => {
                let truth = self.helper(inner.ty == ir::Ty::ComplexFloat, "truth", vec![value], Type::INT, origin);
                Expr::new(ExprKind::Cast(Box::new(truth)), ty.clone(), origin)
            }
            (true, false) if *ty == Type::Void => Expr::new(ExprKind::Cast(Box::new(value)), ty.clone(), origin),
            (true, false) => {
                let part = self.ty(inner.ty.complex_component());
                let base =
                    Box::new(Place { ty: value.ty.clone(), kind: PlaceKind::Temporary(Box::new(value)), origin });
                let kind = PlaceKind::Field { base, record: self.complex_record(inner.ty), index: 0 };
                let load = ExprKind::Load(Place { kind, ty: part.clone(), origin });
                Expr::new(ExprKind::Cast(Box::new(Expr::new(load, part, origin))), ty.clone(), origin)
            }
            (false, _) => {
                let part = self.ty(to.complex_component());
                let re = Expr::new(ExprKind::Cast(Box::new(value)), part.clone(), origin);
                let im = Expr::new(ExprKind::Zero, part, origin);
                Expr::new(
                    ExprKind::Struct { record: self.complex_record(to), fields: vec![re, im] },
                    ty.clone(),
                    origin,
                )
            }
        }
    }

    /// `place op= value`: the place is written twice, where that does nothing more.
    fn complex_compound(
        &self,
        place: &ir::Place,
        op: ir::BinOp,
        value: &ir::Expr,
        compute: ir::Ty,
        ty: &Type,
        origin: Origin,
    ) -> Expr {
        if !is_still(place) || (place.ty != compute && place.ty.is_complex()) {
            return hole("this assignment of complex numbers", ty.clone(), origin);
        }
        let load = Expr::new(ExprKind::Load(self.place(place)), self.ty(place.ty), origin);
        let target = place.ty.is_complex();
        let left = if target {
            load
        } else {
            let part = self.ty(compute.complex_component());
            Expr::new(ExprKind::Cast(Box::new(load)), part, origin)
        };
        let sum = self.ty(compute);
        let kinds = (target, value.ty.is_complex());
        let narrow = compute == ir::Ty::ComplexFloat;
        let result = self.complex_operation(narrow, op, (left, self.expr(value)), kinds, &sum, origin);
        let result = if target {
            result
        } else {
            let part = self.ty(compute.complex_component());
            let base = Box::new(Place { ty: sum, kind: PlaceKind::Temporary(Box::new(result)), origin });
            let kind = PlaceKind::Field { base, record: self.complex_record(compute), index: 0 };
            let load = Expr::new(ExprKind::Load(Place { kind, ty: part.clone(), origin }), part, origin);
            Expr::new(ExprKind::Cast(Box::new(load)), ty.clone(), origin)
        };
        Expr::new(ExprKind::Assign { place: self.place(place), value: Box::new(result) }, ty.clone(), origin)
    }
}

/// Naming the place twice is the same as naming it once.
fn is_still(place: &ir::Place) -> bool {
    match &place.kind {
        ir::PlaceKind::Object(_) => true,
        ir::PlaceKind::Deref(pointer) => is_quiet(pointer),
        ir::PlaceKind::Index { base, index } => is_quiet(base) && is_quiet(index),
        ir::PlaceKind::Field { base, .. } | ir::PlaceKind::ComplexPart { base, .. } => is_still(base),
        _ => false,
    }
}

fn is_quiet(expr: &ir::Expr) -> bool {
    match &expr.kind {
        ir::ExprKind::Int(_) | ir::ExprKind::Zeroed => true,
        ir::ExprKind::Load(place) | ir::ExprKind::AddrOf(place) => is_still(place),
        ir::ExprKind::Cast(inner) | ir::ExprKind::Neg(inner) => is_quiet(inner),
        ir::ExprKind::Binary { lhs, rhs, .. } => is_quiet(lhs) && is_quiet(rhs),
        ir::ExprKind::PtrOffset { ptr, index, .. } => is_quiet(ptr) && is_quiet(index),
        _ => false,
    }
}
