//! Objects whose initialiser fills their flexible array member: each has a type of its own with as many elements, and is used
//! through a pointer to the type that it was declared with.

use super::Converter;
use crate::hir::{Expr, ExprKind, ObjectId, Place, PlaceKind, Record, RecordId, StorageField, Type};
use cinrs_core::ir;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The type of each such object.
pub(super) type Flexible = BTreeMap<u32, RecordId>;

/// Which objects there are, with the numbers that their types get.
pub(super) fn find(program: &ir::Program, complex: bool) -> Flexible {
    let first = program.types.records().len() as u32 + if complex { 2 } else { 0 };
    let long = program.objects.iter().enumerate().filter(|(_, object)| {
        let ir::Ty::Record(id) = object.ty else { return false };
        // What stands behind the member would move.
        let last = program.types.record(id).rust_fields.last();
        object.flexible_len.is_some() && matches!(last, Some(ir::RustField::Member(_)))
    });
    long.zip(first..).map(|((at, _), id)| (at as u32, RecordId(id))).collect()
}

impl Converter<'_> {
    /// The types of these objects, in the order of their numbers.
    pub(super) fn flexible_records(&self, records: &[Record]) -> Vec<Record> {
        let make = |at: &u32| {
            let object = &self.program.objects[*at as usize];
            let ir::Ty::Record(id) = object.ty else { return None };
            let mut record = records[id.0 as usize].clone();
            let count = object.flexible_len?;
            let Some(StorageField::Member(last)) = record.storage.last().cloned() else { return None };
            if let Type::Array(element, _) = &record.fields[last].ty {
                record.fields[last].ty = Type::Array(Rc::clone(element), count);
            }
            record.name = format!("{}_of_{count}", record.name);
            record.header = None;
            Some(record)
        };
        self.flexible.keys().filter_map(make).collect()
    }

    /// The object behind a place, as the type that it was declared with.
    pub(super) fn flexible_place(&self, id: ir::ObjectId, place: &ir::Place) -> Option<PlaceKind> {
        let record = *self.flexible.get(&id.0)?;
        let origin = self.origin(place.range);
        let whole = Place { kind: PlaceKind::Object(ObjectId(id.0)), ty: Type::Record(record), origin };
        let to = self.ty(place.ty).pointer(false);
        let address = Expr::new(ExprKind::AddressOf(whole), Type::Record(record).pointer(false), origin);
        Some(PlaceKind::Deref(Box::new(Expr::new(ExprKind::Cast(Box::new(address)), to, origin))))
    }

    /// An initialiser, as one of the object's own type.
    pub(super) fn flexible_value(&self, id: ir::ObjectId, mut value: Expr) -> Expr {
        let Some(own) = self.flexible.get(&id.0) else { return value };
        if let ExprKind::Struct { record, .. } = &mut value.kind {
            *record = *own;
            value.ty = Type::Record(*own);
        }
        value
    }
}
