//! Structures and unions.

use super::Lower;
use crate::hir::{RecordId, StorageField, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{Field, Fields, Item, ItemKind, Visibility};

impl Lower<'_> {
    /// The items of the records that are used, with those that they need.
    pub(super) fn record_items(&mut self, wanted: impl Fn(&crate::hir::Record) -> bool) -> Vec<Item> {
        let mut done = std::collections::BTreeSet::new();
        let mut items = vec![];
        loop {
            let next = self.used_records.iter().copied().find(|id| !done.contains(id));
            let Some(id) = next else { break };
            done.insert(id);
            if wanted(self.program.record(id)) {
                items.push((id, self.record_item(id)));
            } else {
                // What it holds is looked at where it is defined.
                continue;
            }
        }
        items.sort_by_key(|(id, _)| *id);
        items.into_iter().flat_map(|(_, items)| items).collect()
    }

    fn record_item(&mut self, id: RecordId) -> Vec<Item> {
        let record = self.program.record(id);
        let name = self.names.record(id).rsplit("::").next().unwrap_or_default().to_owned();
        let mut fields = vec![];
        let mut aligns = vec![];
        let list: Vec<StorageField> = if record.union && record.complete {
            let members: Vec<_> = (0..record.fields.len())
                .filter(|index| record.fields[*index].bits.is_none())
                .map(StorageField::Member)
                .collect();
            members
                .into_iter()
                .chain(record.storage.iter().filter(|item| !matches!(item, StorageField::Member(_))).cloned())
                .collect()
        } else {
            record.storage.clone()
        };
        for item in &list {
            let (name, ty) = match item {
                StorageField::Member(index) => {
                    let ty = self.ty(&record.fields[*index].ty);
                    (self.names.field(id, *index).to_owned(), ty)
                }
                StorageField::Bytes { name, count } => {
                    (self.names.storage(id, name).to_owned(), rir::Type::array(rir::Type::path("u8"), count))
                }
                StorageField::Align { name, align } => {
                    let unit = match align {
                        2 => "u16",
                        4 => "u32",
                        8 => "u64",
                        16 => "u128",
                        _ => "u8",
                    };
                    aligns.push(*align);
                    (self.names.storage(id, name).to_owned(), rir::Type::array(rir::Type::path(unit), 0))
                }
            };
            fields.push(Field::new(Visibility::Public, name, ty));
        }
        if !record.complete || (fields.is_empty() && record.union) {
            let opaque = rir::Type::array(rir::Type::path("u8"), 0);
            fields = vec![Field::new(Visibility::Private, "opaque", opaque)];
        }
        let mut repr = String::from("repr(C");
        if let Some(packed) = record.packed {
            repr.push_str(&if packed == 1 { ", packed".to_owned() } else { format!(", packed({packed})") });
        } else if let Some(align) = record.align {
            repr.push_str(&format!(", align({align})"));
        }
        repr.push(')');
        let item =
            rir::Struct { union: record.union, name, generics: Default::default(), fields: Fields::Named(fields) };
        let item = Item::new(ItemKind::Struct(item)).vis(Visibility::Public).attr(repr).attr("derive(Clone, Copy)");
        if record.origin.file != self.file {
            return vec![item];
        }
        let mut item = item.at(record.origin);
        item.docs = self.comments.above(record.origin.range.start);
        vec![item]
    }

    /// Whether values of a type can stand in an immutable `static`.
    pub(super) fn is_shareable(&self, ty: &Type) -> bool {
        match ty {
            Type::Bool | Type::Int(_) | Type::Float | Type::Double | Type::LongDouble | Type::Text => true,
            Type::Array(element, _) => self.is_shareable(element),
            Type::Record(id) => {
                let record = self.program.record(*id);
                !record.union && record.fields.iter().all(|field| self.is_shareable(&field.ty))
            }
            Type::Pointer { .. } => ty.function_pointer().is_some(),
            _ => false,
        }
    }
}
