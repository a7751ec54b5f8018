//! Mutable objects of static storage that can be cells: nothing points at them, and there is one thread.

use crate::analysis::{Uses, root};
use crate::hir::visit::{Visit, walk_body, walk_expr, walk_place};
use crate::hir::{Expr, ExprKind, ObjectId, Place, PlaceKind, Program, Storage, Type};
use std::collections::BTreeSet;

/// Bytes that a cell may hold; what is larger would grow every thread's storage.
const LARGEST: u64 = 1 << 24;
/// Bytes of an object that is copied to lend it.
const READ: u64 = 1 << 12;
/// Bytes of a structure that is copied to read one member of it.
const COPIED: u64 = 64;

/// Headers and functions after which more than one thread of control can see an object.
pub(crate) const SHARING: &[&str] = &["pthread_create", "thrd_create", "signal", "sigaction", "vfork", "clone"];

/// Those whose second thread of control is a signal handler: it runs on the thread of the objects, between two of its steps.
const SIGNALS: &[&str] = &["signal", "sigaction"];

/// More than one thread can run in the unit.
pub(crate) fn shares(program: &Program) -> bool {
    let threads = |name: &str| SHARING.contains(&name) && !SIGNALS.contains(&name);
    program.functions.iter().any(|function| threads(&function.name))
}

/// The value is a structure, or holds some: changing a part of it in a cell changes the whole.
fn in_parts(ty: &Type) -> bool {
    match ty {
        Type::Record(_) => true,
        Type::Array(element, _) => in_parts(element),
        _ => false,
    }
}

/// Objects of static storage that can be cells; `alone`: no other unit sees them.
pub(crate) fn cells(program: &Program, alone: bool) -> BTreeSet<ObjectId> {
    if shares(program) {
        return BTreeSet::new();
    }
    let signals = program.functions.iter().any(|function| SIGNALS.contains(&function.name.as_str()));
    let mut scan = Scan::default();
    for body in program.functions.iter().filter_map(|function| function.body.as_ref()) {
        walk_body(&mut scan, body);
    }
    program.globals.iter().for_each(|global| scan.expr(&global.init));
    let mut uses = Uses::default();
    for body in program.functions.iter().filter_map(|function| function.body.as_ref()) {
        walk_body(&mut uses, body);
    }
    program.globals.iter().for_each(|global| uses.expr(&global.init));
    let fits = |id: &ObjectId| {
        let object = program.object(*id);
        let local = matches!(object.storage, Storage::Static { exported } if !exported || alone);
        local
            && object.align.is_none()
            && !(signals && in_parts(&object.ty))
            && !uses.addressed.contains(id)
            && !scan.outside.contains(id)
            && !scan.lent.contains(id)
            && (!scan.read.contains(id) || size(program, &object.ty).is_some_and(|size| size <= READ))
            && size(program, &object.ty).is_some_and(|size| size <= LARGEST)
    };
    program.globals.iter().filter(|global| !points(&global.init)).map(|global| global.object).filter(fits).collect()
}

/// Objects that are indexed by constants outside of them, and objects that are lent.
#[derive(Default)]
struct Scan {
    outside: BTreeSet<ObjectId>,
    /// Lent to be written: what is in a cell has no place that could be.
    lent: BTreeSet<ObjectId>,
    /// Lent to be read: a copy is as good, as long as it is small.
    read: BTreeSet<ObjectId>,
}

impl Visit for Scan {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Lend { place, mutable, .. } = &expr.kind
            && let Some(id) = root(place)
        {
            if *mutable {
                self.lent.insert(id)
            } else {
                self.read.insert(id)
            };
        }
        walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        if let PlaceKind::Element { array, index } = &place.kind
            && let (Some(id), Type::Array(_, count)) = (root(array), &array.ty)
            && index.constant().is_some_and(|value| value < 0 || value >= i128::from(*count))
        {
            self.outside.insert(id);
        }
        walk_place(self, place);
    }
}

/// Whether a first value contains the address of an object.
fn points(init: &Expr) -> bool {
    let mut uses = Uses::default();
    uses.expr(init);
    !uses.addressed.is_empty()
}

/// The size of a type that a cell can hold.
fn size(program: &Program, ty: &Type) -> Option<u64> {
    match ty {
        Type::Bool => Some(1),
        Type::Int(int) => Some(u64::from(int.bits) / 8),
        Type::Float => Some(4),
        Type::Double | Type::Pointer { .. } => Some(8),
        Type::Text => Some(16),
        Type::Array(element, count) if *count > 0 => size(program, element)?.checked_mul(*count),
        Type::Record(id) => {
            let record = program.record(*id);
            let plain = record.complete && !record.union && record.packed.is_none() && record.align.is_none();
            let members = record.fields.iter().all(|field| field.bits.is_none() && size(program, &field.ty).is_some());
            (plain && members && record.size <= COPIED && record.size > 0).then_some(record.size)
        }
        _ => None,
    }
}
