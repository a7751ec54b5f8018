//! Mutable globals that are single values: cells, for as long as nobody takes their address and there is one thread.

use super::Lower;
use crate::analysis::Uses;
use crate::hir::visit::Visit;
use crate::hir::{Expr as HExpr, Global, ObjectId, Place, PlaceKind, Program, Storage, Type};
use batuta_rust_ir::{Expr, Item, ItemKind, Stmt};
use std::collections::BTreeSet;

/// The objects of a program, all of it in this unit, that can be cells.
pub(super) fn cells(program: &Program) -> BTreeSet<ObjectId> {
    let threads = program.functions.iter().any(|function| {
        function.body.is_none() && (function.name == "pthread_create" || function.name == "thrd_create")
    });
    if threads {
        return BTreeSet::new();
    }
    let mut uses = Uses::default();
    for function in &program.functions {
        if let Some(body) = &function.body {
            uses.addressed.extend(Uses::of(body).addressed);
        }
    }
    program.globals.iter().for_each(|global| uses.expr(&global.init));
    let fits = |global: &&Global| {
        let object = program.object(global.object);
        matches!(object.storage, Storage::Static { .. })
            && object.align.is_none()
            && !uses.addressed.contains(&global.object)
            && first_value(&global.init, &object.ty).is_some()
    };
    program.globals.iter().filter(fits).map(|global| global.object).collect()
}

/// The first value as Rust text, when it is a plain constant.
fn first_value(init: &HExpr, ty: &Type) -> Option<String> {
    let zero = super::expr::is_zero(init);
    match ty {
        Type::Int(int) => {
            let value = if zero { 0 } else { init.constant()? };
            (int.low() <= value && value <= int.high()).then(|| value.to_string())
        }
        Type::Bool => Some(if zero { false } else { init.constant()? != 0 }.to_string()),
        Type::Float | Type::Double if zero => Some("0.0".into()),
        Type::Pointer { constant, .. } if zero && !is_function(ty) => {
            Some(format!("std::ptr::null{}()", if *constant { "" } else { "_mut" }))
        }
        Type::Pointer { .. } if zero => Some("None".into()),
        _ => None,
    }
}

fn is_function(ty: &Type) -> bool {
    ty.function_pointer().is_some()
}

impl Lower<'_> {
    /// The place is a cell.
    pub(super) fn is_cell(&self, place: &Place) -> bool {
        matches!(place.kind, PlaceKind::Object(id) if self.is_cell_object(id))
    }

    /// The object is a cell.
    pub(super) fn is_cell_object(&self, id: ObjectId) -> bool {
        self.cells.contains(&id) && !self.is_immutable(id)
    }

    /// `place = value`.
    pub(super) fn set(&mut self, place: &Place, value: Expr) -> Stmt {
        if let PlaceKind::Object(id) = place.kind
            && self.is_cell(place)
        {
            return Stmt::expr(Expr::path(self.name(id)).method("set", vec![value]));
        }
        let target = self.place(place);
        Stmt::assign(target, value)
    }

    /// The item of a global that is a cell.
    pub(super) fn cell_item(&mut self, global: &Global) -> Option<Item> {
        if !self.is_cell_object(global.object) {
            return None;
        }
        let object = self.program.object(global.object);
        let name = self.names.object(global.object)?.to_owned();
        let value = first_value(&global.init, &object.ty)?;
        let ty = self.ty_text(&object.ty.clone());
        let mut item = Item::new(ItemKind::Verbatim(format!(
            "thread_local! {{ static {name}: std::cell::Cell<{ty}> = const {{ std::cell::Cell::new({value}) }}; }}"
        )));
        if object.origin.file == self.file {
            let docs = self.comments.above(object.origin.range.start);
            item.comments = docs;
            item = item.at(object.origin);
        }
        Some(item)
    }
}
