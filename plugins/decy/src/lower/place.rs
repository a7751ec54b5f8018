//! Places: reading them, and their addresses.

use super::expr::is_simple;
use super::{Lower, Why};
use crate::analysis::root;
use crate::codes;
use crate::hir::{BitField, Expr as HExpr, ExprKind, ObjectId, Place, PlaceKind, RecordId, Storage, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{BinOp, Block, Expr, Literal, Pat, Stmt};

impl Lower<'_> {
    /// A place as a Rust place expression.
    pub(super) fn place(&mut self, place: &Place) -> Expr {
        if let Some(value) = self.cell_load(place) {
            return value;
        }
        match &place.kind {
            PlaceKind::Object(id) => self.object(*id, place),
            PlaceKind::Named(name) => Expr::path(name.clone()),
            PlaceKind::Deref(pointer) => {
                if let ExprKind::AddressOf(inner) = &pointer.kind
                    && inner.ty == place.ty
                {
                    return self.place(inner);
                }
                if let Some(argument) = self.va_next(pointer, &place.ty) {
                    return self.risky(Why::Arguments, argument.deref_());
                }
                if let ExprKind::AddressOf(array) = &pointer.kind
                    && matches!(&array.ty, Type::Array(element, count) if **element == place.ty && *count > 0)
                {
                    return self.place(array).index(Expr::int(0));
                }
                let pointer = self.known_pointer(pointer, &pointer.ty.clone());
                self.risky(Why::Pointer, pointer.deref_())
            }
            PlaceKind::Index { base, index } => {
                let ty = base.ty.clone();
                let pointer = HExpr::new(
                    ExprKind::Offset { pointer: base.clone(), index: index.clone(), back: false },
                    ty,
                    place.origin,
                );
                let pointer = self.expr(&pointer);
                self.risky(Why::Pointer, pointer.deref_())
            }
            PlaceKind::Element { array, index }
                if matches!(array.kind, PlaceKind::Str(_)) && self.is_bytes(&place.ty) =>
            {
                let PlaceKind::Str(at) = array.kind else { return Expr::unit() };
                self.stops |= index.constant().is_none();
                let bytes = Expr::Lit(Literal::ByteStr(self.literal_bytes(at)));
                let index = self.index_value(index);
                let ty = self.ty(&place.ty);
                bytes.index(index).cast(ty)
            }
            PlaceKind::Element { array, index } => {
                if let Some(element) = self.text_element(array, index, &place.ty) {
                    return element;
                }
                if !self.is_checked(array, index) {
                    let kept = root(array).is_some_and(|id| {
                        self.program.object(id).storage == Storage::Automatic && !self.f.uses.changed.contains(&id)
                    });
                    let pointer = self.element_address(array, index, kept);
                    return self.risky(Why::Unchecked, pointer.deref_());
                }
                self.stops |= index.constant().is_none();
                let array = self.place(array);
                let index = self.index_value(index);
                array.index(index)
            }
            PlaceKind::Field { base, record, index } => self.field(base, *record, *index),
            PlaceKind::Str(_) => {
                let pointer = self.address(place, &place.ty.clone().pointer(true));
                self.risky(Why::Pointer, pointer.deref_())
            }
            PlaceKind::Temporary(value) => self.expr(value),
            PlaceKind::Literal { object, value } => {
                let name = self.name(*object);
                let value = self.expr_as(value, &place.ty);
                let stmts = vec![Stmt::assign(Expr::path(name.clone()), value)];
                let block = Expr::Block(Block::new(stmts).tail(Expr::RawRef(true, Box::new(Expr::path(name)))));
                self.risky(Why::Pointer, block.deref_())
            }
        }
    }

    /// A character of a text.
    fn text_element(&mut self, array: &Place, index: &HExpr, ty: &Type) -> Option<Expr> {
        let PlaceKind::Temporary(text) = &array.kind else { return None };
        if text.ty != Type::Text {
            return None;
        }
        self.stops = true;
        let chars = self.text_chars(text);
        let index = self.index_value(index);
        let element = chars.index(index);
        let signed = ty.int().is_some_and(|int| int.signed);
        let ty = self.ty(ty);
        Some(if signed { element } else { element.cast(ty) })
    }

    fn is_bytes(&self, ty: &Type) -> bool {
        ty.int().is_some_and(|int| int.bits == 8)
    }

    /// The Rust name of an object.
    pub(super) fn name(&mut self, id: ObjectId) -> String {
        if let Some(name) = self.f.names.get(&id) {
            return name.clone();
        }
        match self.names.object(id) {
            Some(name) => name.to_owned(),
            None => {
                // A local that is used before its definition was seen: its scope was hoisted.
                let name = self.temporary(&self.program.object(id).name.replace("__cinrs_", ""));
                self.f.names.insert(id, name.clone());
                name
            }
        }
    }

    fn object(&mut self, id: ObjectId, place: &Place) -> Expr {
        let object = self.program.object(id);
        if let Type::Unsupported(what) = object.ty {
            return self.hole(codes::UNSUPPORTED, &format!("{what} cannot be converted"), &place.ty, place.origin);
        }
        match object.storage {
            Storage::Automatic => {}
            Storage::Extern => {
                self.used_objects.insert(id);
                self.need(Why::Extern);
            }
            Storage::Static { .. } | Storage::ThreadLocal => {
                if !self.is_immutable(id) {
                    self.need(Why::Global);
                }
            }
        }
        let path = Expr::path(self.name(id));
        let path = if self.of_thread(id) { super::cell::address(path).deref_() } else { path };
        if self.lent(id).is_some_and(|lent| !lent.slice) {
            return path.deref_();
        }
        if self.alignment(id).is_some() && object.storage != Storage::Extern { path.field("0") } else { path }
    }

    /// An object of static storage that nobody writes, so that reading it is safe.
    pub(super) fn is_immutable(&self, id: ObjectId) -> bool {
        let object = self.program.object(id);
        let local = matches!(object.storage, Storage::Static { exported } if !exported || self.links.alone);
        let constant = object.constant && matches!(object.storage, Storage::Static { .. });
        (constant || (local && !self.written.contains(&id))) && self.is_shareable(&object.ty)
    }

    fn field(&mut self, base: &Place, record: RecordId, index: usize) -> Expr {
        if self.program.record(record).union {
            self.need(Why::Union);
        }
        let base = match base.kind {
            PlaceKind::Object(id) if self.lent(id).is_some() => Expr::path(self.name(id)),
            _ => self.place(base),
        };
        base.field(self.names.field(record, index).to_owned())
    }

    /// Whether the bounds of an array are meant: not for an array at the end of a structure behind a pointer, which may be longer
    /// than it says, and not for constants that are plainly outside.
    fn is_checked(&self, array: &Place, index: &HExpr) -> bool {
        let Type::Array(_, count) = array.ty else { return false };
        if index.constant().is_some_and(|value| value < 0 || value >= i128::from(count)) {
            return false;
        }
        if count == 0 {
            return false;
        }
        match &array.kind {
            _ if is_temporary(array) => true,
            PlaceKind::Field { base, record, index } => {
                let record = self.program.record(*record);
                let last = *index + 1 == record.fields.len() && !record.union;
                !(last && root(base).is_none()) && !record.union
            }
            PlaceKind::Object(id) => self.program.object(*id).storage != Storage::Extern,
            PlaceKind::Str(_) => false,
            _ => true,
        }
    }

    /// The value in a place.
    pub(super) fn load(&mut self, place: &Place) -> Expr {
        if let Some((bits, base, record)) = self.bit_field(place) {
            let base = self.place(&base);
            return self.read_bits(base, record, &bits, &place.ty);
        }
        if let PlaceKind::Literal { value, .. } = &place.kind {
            // Nobody can reach the object behind a literal that is only read.
            return self.expr_as(value, &place.ty);
        }
        if let (PlaceKind::Temporary(value), Type::Array(..)) = (&place.kind, &place.ty) {
            return self.expr(value);
        }
        self.place(place)
    }

    /// When a place is a bit-field: where it lies, and the structure.
    pub(super) fn bit_field(&self, place: &Place) -> Option<(BitField, Place, RecordId)> {
        let PlaceKind::Field { base, record, index } = &place.kind else { return None };
        let bits = self.program.record(*record).fields[*index].bits.clone()?;
        Some((bits, (**base).clone(), *record))
    }

    pub(super) fn read_bits(&mut self, base: Expr, record: RecordId, bits: &BitField, ty: &Type) -> Expr {
        self.uses_runtime = true;
        if self.program.record(record).union {
            self.need(Why::Union);
        }
        let storage = base.field(self.names.storage(record, &bits.storage).to_owned());
        let name = if bits.signed && *ty != Type::Bool { "c_rt::signed_bits" } else { "c_rt::bits" };
        let args = vec![storage, Expr::int(bits.offset.into()), Expr::int(bits.width.into())];
        let value = Expr::call_path(name, args);
        if *ty == Type::Bool {
            return Expr::binary(BinOp::Ne, value, Expr::int(0));
        }
        let ty = self.ty(ty);
        value.cast(ty)
    }

    /// The bytes `storage` with a bit-field in it replaced.
    pub(super) fn with_bits(&mut self, storage: Expr, bits: &BitField, value: &HExpr) -> Expr {
        if let Some(constant) = value.constant().filter(|_| bits.width < 64) {
            let low = Expr::int(constant & ((1i128 << bits.width) - 1));
            return self.with_bits_of(storage, bits, low);
        }
        let lowered = self.expr(value);
        let value = if matches!(lowered, Expr::Lit(Literal::Int(n, _)) if n >= 0) {
            lowered
        } else {
            lowered.cast(rir::Type::path("u64"))
        };
        self.with_bits_of(storage, bits, value)
    }

    /// As [`Self::with_bits`], for a value that is a `u64` already.
    pub(super) fn with_bits_of(&mut self, storage: Expr, bits: &BitField, value: Expr) -> Expr {
        self.uses_runtime = true;
        Expr::call_path(
            "c_rt::with_bits",
            vec![storage, Expr::int(bits.offset.into()), Expr::int(bits.width.into()), value],
        )
    }

    /// The address of a place, or of the first element of an array, as a pointer of type `ty`.
    pub(super) fn address(&mut self, place: &Place, ty: &Type) -> Expr {
        if let Some(Type::Unsupported(what)) = root(place).map(|id| self.program.object(id).ty.clone()) {
            return self.hole(codes::UNSUPPORTED, &format!("{what} cannot be converted"), ty, place.origin);
        }
        if let (PlaceKind::Str(at), Type::Text) = (&place.kind, ty) {
            let bytes = self.program.strings[*at].values.iter().map(|value| *value as u8).collect();
            return Expr::Lit(Literal::CStr(bytes));
        }
        let constant = matches!(ty, Type::Pointer { constant: true, .. });
        if let PlaceKind::Deref(pointer) = &place.kind
            && !matches!(place.ty, Type::Array(..))
        {
            return self.expr_as(pointer, ty);
        }
        match &place.kind {
            PlaceKind::Str(at) => return self.string(*at, ty),
            PlaceKind::Index { base, index } if !matches!(place.ty, Type::Array(..)) => {
                let kind = ExprKind::Offset { pointer: base.clone(), index: index.clone(), back: false };
                let offset = HExpr::new(kind, base.ty.clone(), place.origin);
                return self.expr_as(&offset, ty);
            }
            PlaceKind::Element { array, index } if !matches!(place.ty, Type::Array(..)) => {
                let pointer = self.element_address(array, index, constant);
                let element = place.ty.clone().pointer(constant);
                return self.cast(pointer, &element, ty, place.origin);
            }
            PlaceKind::Temporary(value) => {
                let value = self.expr(value);
                let pointer = Expr::call_path("std::ptr::from_mut", vec![value.ref_mut()]);
                let target = self.ty(ty);
                return pointer.cast(target);
            }
            _ => {}
        }
        let mutable = !constant && self.can_write(place);
        let direct =
            matches!(place.kind, PlaceKind::Object(id) if self.program.object(id).storage == Storage::Automatic);
        let target = self.place(place);
        if is_temporary(place) {
            let pointer = Expr::call_path("std::ptr::from_mut", vec![target.ref_mut()]);
            let target = self.ty(ty);
            return pointer.cast(target);
        }
        if let PlaceKind::Object(id) = place.kind
            && let Some(lent) = self.lent(id).filter(|lent| lent.slice)
        {
            let pointer = target.method(if lent.mutable { "as_mut_ptr" } else { "as_ptr" }, vec![]);
            let same = matches!(&place.ty, Type::Array(element, _) if Some(&**element) == ty.pointee());
            return match (same, lent.mutable, constant) {
                (true, true, false) | (true, false, true) => pointer,
                (true, true, true) => pointer.method("cast_const", vec![]),
                (true, false, false) => pointer.method("cast_mut", vec![]),
                _ => {
                    let target_ty = self.ty(ty);
                    pointer.cast(target_ty)
                }
            };
        }
        if let Type::Array(element, _) = &place.ty
            && ty.pointee().is_some_and(|to| *to == **element)
        {
            if direct && mutable != constant {
                return target.method(if mutable { "as_mut_ptr" } else { "as_ptr" }, vec![]);
            }
            let target_ty = self.ty(ty);
            return Expr::RawRef(mutable, Box::new(target)).cast(target_ty);
        }
        let raw = Expr::RawRef(mutable, Box::new(target));
        let exact = mutable != constant && ty.pointee() == Some(&place.ty);
        if exact {
            return raw;
        }
        let target_ty = self.ty(ty);
        raw.cast(target_ty)
    }

    /// `&array[index]` without a check.
    fn element_address(&mut self, array: &Place, index: &HExpr, constant: bool) -> Expr {
        let element = super::expr::element_of(&array.ty);
        let ty = element.pointer(constant);
        let base = self.address(array, &ty);
        if index.constant() == Some(0) {
            return base;
        }
        let by = self.distance_value(index);
        if self.f.constant {
            return base.method("wrapping_offset", vec![by]);
        }
        let name = match index.constant() {
            Some(value) if value >= 0 => "add",
            _ => "offset",
        };
        self.risky(Why::Arithmetic, base.method(name, vec![by]))
    }

    fn can_write(&self, place: &Place) -> bool {
        match root(place) {
            Some(id) => {
                let object = self.program.object(id);
                let lent = self.lent(id).is_none_or(|lent| lent.mutable);
                lent && !self.is_immutable(id) && !(object.constant && object.storage == Storage::Extern)
            }
            None => !reaches_const(place),
        }
    }

    /// A string literal as a pointer.
    fn string(&mut self, at: usize, ty: &Type) -> Expr {
        let literal = &self.program.strings[at];
        let constant = matches!(ty, Type::Pointer { constant: true, .. });
        let one_byte = self.size(&literal.element) == 1;
        let pointer = if one_byte && !literal.values.contains(&0) {
            let bytes = literal.values.iter().map(|value| *value as u8).collect();
            Expr::Lit(Literal::CStr(bytes)).method("as_ptr", vec![])
        } else if one_byte {
            let bytes = literal.values.iter().map(|value| *value as u8).chain([0]).collect();
            Expr::Lit(Literal::ByteStr(bytes)).method("as_ptr", vec![])
        } else {
            let int = literal.element.int().map_or("u32", crate::hir::Int::name);
            let mut values: Vec<Expr> =
                literal.values.iter().map(|value| Expr::Lit(Literal::IntText(format!("{value}{int}")))).collect();
            values.push(Expr::Lit(Literal::IntText(format!("0{int}"))));
            Expr::Array(values).ref_().method("as_ptr", vec![])
        };
        let is_char = ty.pointee().and_then(Type::int) == Some(crate::hir::Int { bits: 8, signed: true });
        if is_char && constant && one_byte && !literal.values.contains(&0) {
            return pointer;
        }
        if is_char && one_byte && !literal.values.contains(&0) {
            return pointer.method("cast_mut", vec![]);
        }
        let target = self.ty(ty);
        pointer.cast(target)
    }

    /// A place that can be written and read again: with the statements that make it so.
    pub(super) fn stable(&mut self, place: &Place) -> (Vec<Stmt>, Place) {
        match &place.kind {
            PlaceKind::Object(_) | PlaceKind::Named(_) | PlaceKind::Str(_) => (vec![], place.clone()),
            PlaceKind::Deref(pointer) if is_simple(pointer) => (vec![], place.clone()),
            PlaceKind::Index { base, index } if is_simple(base) && is_simple(index) => (vec![], place.clone()),
            PlaceKind::Field { base, record, index } => {
                let (stmts, base) = self.stable(base);
                let kind = PlaceKind::Field { base: Box::new(base), record: *record, index: *index };
                (stmts, Place { kind, ty: place.ty.clone(), origin: place.origin })
            }
            PlaceKind::Element { array, index } if self.is_checked(array, index) => {
                let (mut stmts, array) = self.stable(array);
                let index = if is_simple(index) {
                    index.clone()
                } else {
                    let (stmt, index) = self.saved(index, "index");
                    stmts.push(stmt);
                    Box::new(index)
                };
                let kind = PlaceKind::Element { array: Box::new(array), index };
                (stmts, Place { kind, ty: place.ty.clone(), origin: place.origin })
            }
            _ => {
                let pointer_ty = place.ty.clone().pointer(false);
                let pointer = match &place.kind {
                    PlaceKind::Deref(pointer) => HExpr { ty: pointer_ty, ..(**pointer).clone() },
                    _ => HExpr::new(ExprKind::AddressOf(place.clone()), pointer_ty, place.origin),
                };
                let (stmt, pointer) = self.saved(&pointer, "place");
                let kind = PlaceKind::Deref(Box::new(pointer));
                (vec![stmt], Place { kind, ty: place.ty.clone(), origin: place.origin })
            }
        }
    }

    /// A value in a temporary, and the expression that reads it.
    pub(super) fn saved(&mut self, value: &HExpr, wanted: &str) -> (Stmt, HExpr) {
        let lowered = self.expr(value);
        let name = self.temporary(wanted);
        let ty = self.ty(&value.ty);
        let stmt = Stmt::let_(Pat::name(name.clone()), ty, lowered);
        let place = Place { kind: PlaceKind::Named(name), ty: value.ty.clone(), origin: value.origin };
        (stmt, HExpr::new(ExprKind::Load(place), value.ty.clone(), value.origin))
    }
}

/// A part of a value that has no place of its own.
fn is_temporary(place: &Place) -> bool {
    match &place.kind {
        PlaceKind::Temporary(_) => true,
        PlaceKind::Field { base, .. } => is_temporary(base),
        PlaceKind::Element { array, .. } => is_temporary(array),
        _ => false,
    }
}

/// A pointer on the way to the place points to constants.
fn reaches_const(place: &Place) -> bool {
    let pointer = match &place.kind {
        PlaceKind::Deref(pointer) => pointer,
        PlaceKind::Index { base, .. } => base,
        PlaceKind::Field { base, .. } => return reaches_const(base),
        PlaceKind::Element { array, .. } => return reaches_const(array),
        _ => return false,
    };
    matches!(pointer.ty, Type::Pointer { constant: true, .. })
}
