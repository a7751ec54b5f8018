//! Objects of static storage.

use super::{Frame, Lower};
use crate::hir::{Global, Storage, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{Expr, Item, ItemKind, Visibility};

impl Lower<'_> {
    /// The item of an object that is defined here.
    pub(super) fn global(&mut self, global: &Global) -> Option<Item> {
        let program = self.program;
        let object = program.object(global.object);
        let name = self.names.object(global.object)?.to_owned();
        self.f = Frame { constant: true, ..Frame::default() };
        if let Type::Unsupported(what) = object.ty {
            self.refuse_constant(&format!("{what} cannot be converted"), object.origin);
            return None;
        }
        let shared = object.storage == Storage::Static { exported: true } && !self.links.alone;
        if object.longer && shared {
            let reason = "an initialised flexible array member that other units use cannot be converted";
            self.refuse_constant(reason, object.origin);
            return None;
        }
        let value = self.expr_as(&global.init, &object.ty);
        let value = if !self.f.reasons.is_empty() && calls(&value) {
            Expr::Unsafe(batuta_rust_ir::Block::value(value))
        } else {
            value
        };
        let (ty, value) = self.aligned(global.object, value);
        let cell = self.cells.contains(&global.object);
        let own = self.of_thread(global.object);
        if own && !self.links.alone {
            // Whether other units use it is not known here.
            self.refuse_constant(
                "a thread-local object of a program of several files cannot be converted",
                object.origin,
            );
            return None;
        }
        let mutable = !cell && !own && !self.is_immutable(global.object);
        let (ty, value) = if cell {
            let text = self.ty_text(&object.ty);
            (
                rir::Type::verbatim(format!("std::cell::Cell<{text}>")),
                Expr::call_path("std::cell::Cell::new", vec![value]),
            )
        } else if own {
            let text = self.ty_text(&object.ty);
            let text =
                self.alignment(global.object).map_or(text.clone(), |align| format!("c_rt::Align{align}<{text}>"));
            (
                rir::Type::verbatim(format!("std::cell::UnsafeCell<{text}>")),
                Expr::call_path("std::cell::UnsafeCell::new", vec![value]),
            )
        } else {
            (ty, value)
        };
        let mut item = Item::new(ItemKind::Static(mutable, name, ty, value));
        if object.origin.file == self.file {
            item.docs = self.comments.above(object.origin.range.start);
            item = item.at(object.origin);
        }
        if matches!(object.storage, Storage::Static { exported: true }) {
            item = item.vis(Visibility::Public);
        }
        Some(if cell || own { self.cell_item(item) } else { item })
    }
}

/// The value names a part of a mutable static, or changes the type of a function.
fn calls(value: &Expr) -> bool {
    let text = format!("{value:?}");
    let part = text.match_indices("RawRef(").any(|(at, _)| {
        let inner = text[at..].split_once(", ").map_or("", |(_, inner)| inner);
        !inner.starts_with("Path(")
    });
    part || text.contains("std::mem::")
}
