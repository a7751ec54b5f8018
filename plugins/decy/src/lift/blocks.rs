//! `memset` and `memcpy` over whole objects, as assignments.

use super::scan::bare;
use crate::hir::visit_mut::{VisitMut, walk_body, walk_stmt};
use crate::hir::{Callee, Expr, ExprKind, Place, PlaceKind, Program, Stmt, StmtKind, Storage, Type};

/// Bytes of an object that is assigned as a whole: it may travel over the stack.
const LARGEST: u64 = 1 << 14;

/// Rewrite them in a unit.
pub(super) fn assign(program: &mut Program) {
    if !program.functions.iter().any(|function| matches!(function.name.as_str(), "memset" | "memcpy")) {
        return;
    }
    for at in 0..program.functions.len() {
        let mut body = program.functions[at].body.take();
        if let Some(body) = &mut body {
            walk_body(&mut Assign { program }, body);
        }
        program.functions[at].body = body;
    }
}

struct Assign<'a> {
    program: &'a Program,
}

impl VisitMut for Assign<'_> {
    fn stmt(&mut self, stmt: &mut Stmt) {
        if let StmtKind::Expr(expr) = &mut stmt.kind
            && let Some(made) = self.made(expr)
        {
            *expr = made;
            return;
        }
        walk_stmt(self, stmt);
    }
}

impl Assign<'_> {
    /// The call as an assignment.
    fn made(&self, expr: &Expr) -> Option<Expr> {
        let call = match &expr.kind {
            ExprKind::Cast(inner) => inner,
            _ => expr,
        };
        let ExprKind::Call { callee: Callee::Direct(id), args } = &call.kind else { return None };
        let function = self.program.function(*id);
        if function.body.is_some() || !function.library {
            return None;
        }
        let [to, from, bytes] = args.as_slice() else { return None };
        let place = self.whole(to, bytes.constant()?)?;
        let value = match function.name.as_str() {
            "memset" if from.constant()? == 0 => Expr::new(ExprKind::Zero, place.ty.clone(), expr.origin),
            "memset" => self.filled(&place.ty, from.constant()?, expr)?,
            "memcpy" => {
                let source = self.whole(from, bytes.constant()?)?;
                if source.ty != place.ty || !is_named(&source) || !is_named(&place) {
                    return None;
                }
                Expr::new(ExprKind::Load(source), place.ty.clone(), expr.origin)
            }
            _ => return None,
        };
        let ty = place.ty.clone();
        Some(Expr::new(ExprKind::Assign { place, value: Box::new(value) }, ty, expr.origin))
    }

    /// The object that an argument points to, when it has exactly so many bytes.
    fn whole(&self, arg: &Expr, bytes: i128) -> Option<Place> {
        let ExprKind::AddressOf(place) = &bare(arg).kind else { return None };
        let size = self.size(&place.ty)?;
        (i128::from(size) == bytes && size > 0 && size <= LARGEST && self.is_plain(place)).then(|| place.clone())
    }

    /// A named object or a member of one, of this program.
    fn is_plain(&self, place: &Place) -> bool {
        match &place.kind {
            PlaceKind::Object(id) => {
                let object = self.program.object(*id);
                let ours = matches!(object.storage, Storage::Automatic | Storage::Static { .. });
                ours && object.align.is_none() && !object.longer
            }
            PlaceKind::Field { base, record, index } => {
                let record = self.program.record(*record);
                !record.union && record.packed.is_none() && record.fields[*index].bits.is_none() && self.is_plain(base)
            }
            _ => false,
        }
    }

    /// An array of characters that are all the same.
    fn filled(&self, ty: &Type, value: i128, at: &Expr) -> Option<Expr> {
        let value = match ty {
            Type::Array(element, count) => {
                let value = Box::new(self.filled(element, value, at)?);
                return Some(Expr::new(ExprKind::Repeat { value, count: *count }, ty.clone(), at.origin));
            }
            Type::Int(int) if int.bits == 8 => int.wrap(value),
            // All bits set.
            Type::Int(int) if value & 255 == 255 => int.wrap(-1),
            _ => return None,
        };
        Some(Expr::new(ExprKind::Int(value), ty.clone(), at.origin))
    }

    /// The size of a type whose zero is all bits zero and needs no `unsafe`.
    fn size(&self, ty: &Type) -> Option<u64> {
        match ty {
            Type::Int(int) => Some(u64::from(int.bits) / 8),
            Type::Bool => Some(1),
            Type::Float => Some(4),
            Type::Double | Type::Pointer { .. } => Some(8),
            Type::Array(element, count) => self.size(element)?.checked_mul(*count),
            Type::Record(id) => {
                let record = self.program.record(*id);
                let plain = record.complete && !record.union && record.packed.is_none() && record.align.is_none();
                // Bytes between members would not be written.
                let sizes: Option<Vec<u64>> = record.fields.iter().map(|field| self.size(&field.ty)).collect();
                let sizes = sizes?;
                let bits = record.fields.iter().any(|field| field.bits.is_some());
                let dense = sizes.iter().sum::<u64>() == record.size && !sizes.contains(&0);
                (plain && !bits && dense).then_some(record.size)
            }
            _ => None,
        }
    }
}

fn is_named(place: &Place) -> bool {
    match &place.kind {
        PlaceKind::Object(_) => true,
        PlaceKind::Field { base, .. } => is_named(base),
        _ => false,
    }
}
