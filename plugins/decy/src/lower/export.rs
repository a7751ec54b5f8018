//! What a unit offers to others, and what it asks of them.

use super::Lower;
use crate::hir::{RecordId, Storage, Type};
use crate::index::Known;
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

    /// Types by the header that they come from.
    pub(crate) fn header_types(&mut self) -> BTreeMap<String, BTreeMap<String, Known>> {
        let mut out: BTreeMap<String, BTreeMap<String, Known>> = BTreeMap::new();
        for (at, record) in self.program.records.iter().enumerate() {
            let id = crate::hir::RecordId(at as u32);
            let Some(header) = record.header.clone() else { continue };
            out.entry(header).or_default().insert(self.names.record(id).to_owned(), self.known(id));
        }
        out.retain(|_, types| types.values().any(|known| known.used));
        out
    }

    fn known(&self, id: crate::hir::RecordId) -> Known {
        let record = self.program.record(id);
        let mut shape = String::new();
        if record.complete {
            let members: Vec<&str> = record.fields.iter().map(|field| field.name.as_str()).collect();
            shape = format!("{} {}", record.size, members.join(" "));
        }
        Known { complete: record.complete, used: self.used_records.contains(&id), shape }
    }

    /// Types that the unit's own file names and uses, complete or not: it may be a copy of what others take from a header.
    pub(crate) fn named_types(&self) -> BTreeMap<String, Known> {
        let own = self.used_records.iter().filter(|id| self.program.record(**id).header.is_none());
        own.map(|id| (self.names.record(*id).to_owned(), self.known(*id))).collect()
    }

    /// Types that are defined in the unit's own file and used.
    pub(crate) fn own_types(&self) -> BTreeSet<String> {
        let used = self.used_records.iter().filter(|id| {
            let record = self.program.record(**id);
            record.complete && record.header.is_none()
        });
        used.map(|id| self.names.record(*id).to_owned()).collect()
    }

    /// The items of the types of one header: those named and what they hold, except for those that are defined `elsewhere`; only
    /// those named when that is none. This unit is the module `own`.
    pub(crate) fn header_items(
        &mut self,
        header: &str,
        own: &str,
        names: &BTreeSet<String>,
        elsewhere: Option<&BTreeSet<String>>,
    ) -> Vec<batuta_rust_ir::Item> {
        for (at, record) in self.program.records.iter().enumerate() {
            let id = crate::hir::RecordId(at as u32);
            let bare = self.names.record(id).rsplit("::").next().unwrap_or_default();
            if record.header.as_deref() == Some(header) && names.contains(bare) {
                self.used_records.insert(id);
            }
        }
        self.uses_c_void = false;
        let mut items = self.record_items(|record| record.header.as_deref() == Some(header));
        let bare = |path: &str| path.rsplit("::").next().unwrap_or_default().to_owned();
        let moved: Option<BTreeSet<String>> = elsewhere.map(|paths| paths.iter().map(|path| bare(path)).collect());
        items.retain(|item| match &item.kind {
            batuta_rust_ir::ItemKind::Struct(item) => {
                moved.as_ref().map_or(names.contains(&item.name), |moved| !moved.contains(&item.name))
            }
            _ => true,
        });
        let mut paths: BTreeSet<String> = self.own_parts(header, own, &items);
        paths.extend(elsewhere.into_iter().flatten().cloned());
        for path in paths.into_iter().rev() {
            items.insert(0, batuta_rust_ir::Item::use_(path).vis(batuta_rust_ir::Visibility::Public));
        }
        if self.uses_c_void {
            items.insert(0, batuta_rust_ir::Item::use_("std::ffi::c_void"));
        }
        items
    }

    /// Paths of the types of this unit that types of a header name and the unit itself defines.
    fn own_parts(&self, header: &str, own: &str, items: &[batuta_rust_ir::Item]) -> BTreeSet<String> {
        let written = |name: &str| {
            items.iter().any(|item| matches!(&item.kind, batuta_rust_ir::ItemKind::Struct(item) if item.name == name))
        };
        let mut inner = vec![];
        for (at, record) in self.program.records.iter().enumerate() {
            let name = self.names.record(crate::hir::RecordId(at as u32)).rsplit("::").next().unwrap_or_default();
            if record.header.as_deref() == Some(header) && written(name) {
                record.fields.iter().for_each(|field| records_in(&field.ty, &mut inner));
            }
        }
        let defined = |id: &RecordId| {
            let record = self.program.record(*id);
            record.header.is_none() && record.complete
        };
        inner.iter().filter(|id| defined(id)).map(|id| format!("{own}::{}", self.names.record(*id))).collect()
    }
}

/// The records that a type names.
fn records_in(ty: &Type, out: &mut Vec<RecordId>) {
    match ty {
        Type::Record(id) => out.push(*id),
        Type::Array(element, _) => records_in(element, out),
        Type::Pointer { to, .. } => records_in(to, out),
        Type::Function(signature) => {
            records_in(&signature.ret, out);
            signature.params.iter().for_each(|param| records_in(param, out));
        }
        _ => {}
    }
}
