//! What a unit offers to others, and what it asks of them.

use super::Lower;
use crate::hir::Storage;
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

    /// Types by the header that they come from: Rust name, and whether its members are known here and it is used here.
    pub(crate) fn header_types(&mut self) -> BTreeMap<String, BTreeMap<String, (bool, bool)>> {
        let mut out: BTreeMap<String, BTreeMap<String, (bool, bool)>> = BTreeMap::new();
        for (at, record) in self.program.records.iter().enumerate() {
            let id = crate::hir::RecordId(at as u32);
            let Some(header) = record.header.clone() else { continue };
            let used = self.used_records.contains(&id);
            out.entry(header).or_default().insert(self.names.record(id).to_owned(), (record.complete, used));
        }
        out.retain(|_, types| types.values().any(|(_, used)| *used));
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
