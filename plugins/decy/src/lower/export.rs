//! What a unit offers to others, and what it asks of them.

use super::Lower;
use crate::hir::{Storage, StorageField};
use std::collections::{BTreeMap, BTreeSet};

type Names = BTreeMap<String, String>;

impl Lower<'_> {
    /// Functions and objects that others can use: C name and Rust name.
    pub(crate) fn exports(&self) -> (Names, Names) {
        let (mut functions, mut objects) = (Names::new(), Names::new());
        for (at, function) in self.program.functions.iter().enumerate() {
            if function.body.is_some() && !function.private && function.name != "main" {
                let id = crate::hir::FunctionId(at as u32);
                functions.insert(function.name.clone(), self.names.function(id).to_owned());
            }
        }
        for global in &self.program.globals {
            let object = self.program.object(global.object);
            if object.storage == (Storage::Static { exported: true })
                && let Some(name) = self.names.object(global.object)
            {
                objects.insert(object.name.clone(), name.to_owned());
            }
        }
        (functions, objects)
    }

    /// Names that are used and neither defined here nor in the C library.
    pub(crate) fn wants(&self) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        let callees = self.mentioned_functions.iter().map(|id| self.program.function(*id));
        out.extend(
            callees
                .filter(|function| function.body.is_none() && !function.library)
                .map(|function| function.name.clone()),
        );
        let objects = self.used_objects.iter().map(|id| self.program.object(*id));
        out.extend(objects.filter(|object| !object.library).map(|object| object.name.clone()));
        out
    }

    /// Types by the header that they come from: Rust name and shape.
    pub(crate) fn header_types(&mut self) -> BTreeMap<String, Names> {
        let mut out: BTreeMap<String, Names> = BTreeMap::new();
        for id in self.used_records.clone() {
            let record = self.program.record(id);
            let Some(header) = record.header.clone() else { continue };
            let mut shape = format!("{} {} {:?} {:?};", record.union, record.size, record.packed, record.align);
            for item in &record.storage {
                match item {
                    StorageField::Member(index) => {
                        let text = self.ty_text(&record.fields[*index].ty);
                        shape.push_str(&format!("{}: {text}, ", record.fields[*index].name));
                    }
                    other => shape.push_str(&format!("{other:?}, ")),
                }
            }
            out.entry(header).or_default().insert(self.names.record(id).to_owned(), shape);
        }
        out
    }

    /// The items of the types of one header, those named and what they hold.
    pub(crate) fn header_items(&mut self, header: &str, names: &BTreeSet<String>) -> Vec<batuta_rust_ir::Item> {
        for (at, record) in self.program.records.iter().enumerate() {
            let id = crate::hir::RecordId(at as u32);
            let bare = self.names.record(id).rsplit("::").next().unwrap_or_default();
            if record.header.as_deref() == Some(header) && names.contains(bare) {
                self.used_records.insert(id);
            }
        }
        self.uses_c_void = false;
        let mut items = self.record_items(|record| record.header.as_deref() == Some(header));
        if self.uses_c_void {
            items.insert(0, batuta_rust_ir::Item::use_("std::ffi::c_void"));
        }
        items
    }
}
