//! Types and records of the parser's program as ours.

use super::Converter;
use crate::hir::{BitField, Field, Int, Record, RecordId, Signature, StorageField, Type};
use cinrs_core::ir;
use std::rc::Rc;

const fn int(bits: u8, signed: bool) -> Type {
    Type::Int(Int { bits, signed })
}

impl Converter<'_> {
    pub(super) fn ty(&self, ty: ir::Ty) -> Type {
        let types = &self.program.types;
        match ty {
            ir::Ty::Void => Type::Void,
            ir::Ty::Bool => Type::Bool,
            ir::Ty::Char | ir::Ty::SChar => int(8, true),
            ir::Ty::UChar => int(8, false),
            ir::Ty::Short => int(16, true),
            ir::Ty::UShort => int(16, false),
            ir::Ty::Int => Type::INT,
            ir::Ty::UInt => int(32, false),
            ir::Ty::Long | ir::Ty::LongLong => int(64, true),
            ir::Ty::ULong | ir::Ty::ULongLong => int(64, false),
            ir::Ty::Int128 => int(128, true),
            ir::Ty::UInt128 => int(128, false),
            ir::Ty::Float => Type::Float,
            ir::Ty::Double => Type::Double,
            ir::Ty::Enum(id) => int(32, !types.enum_def(id).unsigned),
            ir::Ty::Pointer(id) => {
                let pointer = types.pointer_type(id);
                let to = if types.is_vm(pointer.pointee) { types.vm_step_ty(pointer.pointee) } else { pointer.pointee };
                self.ty(to).pointer(pointer.konst)
            }
            ir::Ty::Array(_) if types.is_vm(ty) => self.ty(types.vm_step_ty(ty)).pointer(false),
            ir::Ty::Array(id) => {
                let array = types.array_type(id);
                Type::Array(Rc::new(self.ty(array.elem)), if array.incomplete { 0 } else { array.len })
            }
            ir::Ty::Func(id) => Type::Function(Rc::new(self.function_type(types.func_type(id)))),
            ir::Ty::Record(id) => Type::Record(RecordId(id.0)),
            ir::Ty::VaList => Type::VaList,
            ir::Ty::ComplexDouble | ir::Ty::ComplexFloat => self.complex_type(ty),
            ir::Ty::Atomic(id) => {
                let inner = self.ty(types.atomic_inner(id));
                if super::atomics::fits(&inner) { inner } else { Type::Unsupported("an atomic object of this type") }
            }
            ir::Ty::Error => Type::Unsupported("a type that was not understood"),
        }
    }

    fn function_type(&self, ty: &ir::FuncType) -> Signature {
        Signature {
            ret: self.ty(ty.ret),
            params: ty.params.iter().map(|param| self.ty(*param)).collect(),
            variadic: ty.variadic,
            prototyped: ty.prototyped,
        }
    }

    pub(super) fn signature(&self, sig: &ir::Signature) -> Signature {
        Signature {
            ret: self.ty(sig.ret),
            params: sig.params.iter().map(|param| self.ty(*param)).collect(),
            variadic: sig.variadic,
            prototyped: sig.prototyped,
        }
    }

    pub(super) fn record(&self, def: &ir::RecordDef) -> Record {
        let fields = def.fields.iter().map(|field| self.field(field)).collect();
        let storage = def.rust_fields.iter().map(storage_field).collect();
        Record {
            union: def.kind == ir::RecordKind::Union,
            name: def.tag.clone().unwrap_or_else(|| def.rust_name.clone()),
            fields,
            storage,
            complete: def.complete,
            size: def.layout.map_or(0, |layout| layout.size),
            packed: def.packed,
            align: def.align,
            origin: self.origin(def.range),
            header: self.record_header(def).map(str::to_owned),
        }
    }

    /// The header that says what a record holds; the one that declares it, where nothing says that.
    fn record_header(&self, def: &ir::RecordDef) -> Option<&str> {
        match def.fields.first().filter(|_| def.complete) {
            Some(field) => self.header(field.range),
            None => self.header(def.range),
        }
    }

    /// Records without a tag are named after the members that have their types, or after where they stand: every unit that reads
    /// the same header has to find the same names.
    pub(super) fn name_records(&self, records: &mut [Record]) {
        let defs = self.program.types.records();
        let mut owner: Vec<Option<(usize, usize)>> = vec![None; records.len()];
        for (at, record) in records.iter().enumerate() {
            for (index, field) in record.fields.iter().enumerate() {
                if let Some(inner) = inner_record(&field.ty)
                    .filter(|inner| *inner != at && defs.get(*inner).is_some_and(|def| def.anonymous))
                {
                    owner[inner].get_or_insert((at, index));
                }
            }
        }
        for at in (0..records.len()).filter(|at| defs[*at].anonymous) {
            let mut parts = vec![];
            let mut next = at;
            while let Some((parent, index)) = owner[next].filter(|_| defs[next].anonymous && parts.len() < 8) {
                let name = &records[parent].fields[index].name;
                parts.push(if name.starts_with("__cinrs_") { "inner".to_owned() } else { name.clone() });
                next = parent;
            }
            if !defs[next].anonymous {
                parts.push(defs[next].tag.clone().unwrap_or_else(|| defs[next].rust_name.clone()));
                parts.reverse();
                records[at].name = parts.join("_");
            } else if records[at].header.is_some() {
                records[at].name = format!("{}_at_{}", def_kind(&defs[at]), records[at].origin.range.start);
            }
        }
    }

    fn field(&self, field: &ir::Field) -> Field {
        let bits = field.bits.as_ref().map(|bits| BitField {
            width: bits.width,
            offset: bits.offset_in_storage(),
            signed: bits.signed,
            storage: bits.storage.clone(),
        });
        Field { name: field.name.clone(), ty: self.ty(field.ty), bits }
    }
}

fn storage_field(field: &ir::RustField) -> StorageField {
    match field {
        ir::RustField::Member(index) => StorageField::Member(*index),
        ir::RustField::Bits { name, bytes, .. } | ir::RustField::Pad { name, bytes } => {
            StorageField::Bytes { name: name.clone(), count: *bytes }
        }
        ir::RustField::Align { name, align } => StorageField::Align { name: name.clone(), align: *align },
    }
}

fn def_kind(def: &ir::RecordDef) -> &'static str {
    if def.kind == ir::RecordKind::Union { "union" } else { "struct" }
}

/// The record that a member is, or an array or pointer to it leads to.
fn inner_record(ty: &Type) -> Option<usize> {
    match ty {
        Type::Record(id) => Some(id.0 as usize),
        Type::Array(element, _) => inner_record(element),
        Type::Pointer { to, .. } => inner_record(to),
        _ => None,
    }
}
