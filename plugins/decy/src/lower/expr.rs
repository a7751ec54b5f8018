//! Expressions for their value.

use super::types::null;
use super::{Lower, Why};
use crate::codes;
use crate::hir::{Expr as HExpr, ExprKind, PlaceKind, RecordId, StorageField, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{BinOp, Block, Expr, FieldInit, Literal, Pat, Stmt};

/// Nesting beyond which an expression is refused.
const DEPTH: u32 = 400;

impl Lower<'_> {
    /// The value of an expression, as its own type.
    pub(super) fn expr(&mut self, expr: &HExpr) -> Expr {
        self.f.depth += 1;
        let out = if self.f.depth > DEPTH {
            self.hole(codes::TOO_BIG, "the expression is nested too deeply", &expr.ty, expr.origin)
        } else {
            self.expr_inner(expr)
        };
        self.f.depth -= 1;
        let leaf = matches!(expr.kind, ExprKind::Load(_) | ExprKind::Float(_));
        if self.rounds && leaf && matches!(expr.ty, Type::Float | Type::Double) && !self.f.constant {
            // rustc would compute with numbers that it knows as if rounding never changed.
            return Expr::call_path("std::hint::black_box", vec![out]);
        }
        out
    }

    /// The value of an expression where a `want` is expected.
    pub(super) fn expr_as(&mut self, expr: &HExpr, want: &Type) -> Expr {
        if self.same(&expr.ty, want) || *want == Type::Void {
            return self.expr(expr);
        }
        if is_null(expr)
            && let Type::Pointer { .. } = want
        {
            return self.zero(want);
        }
        let value = self.expr(expr);
        self.cast(value, &expr.ty, want, expr.origin)
    }

    fn expr_inner(&mut self, expr: &HExpr) -> Expr {
        let origin = expr.origin;
        if let (ExprKind::Binary { .. } | ExprKind::Negate(_) | ExprKind::Complement(_), Some(value)) =
            (&expr.kind, expr.constant())
        {
            return integer(value, &expr.ty);
        }
        match &expr.kind {
            ExprKind::Int(value) => integer(*value, &expr.ty),
            ExprKind::Float(value) => self.float(*value, &expr.ty),
            ExprKind::Zero => self.zero(&expr.ty),
            ExprKind::Load(place) => self.load(place),
            ExprKind::AddressOf(place) => self.address(place, &expr.ty),
            ExprKind::Support { name, args } => self.support(name, args),
            ExprKind::Lend { place, from, mutable } => self.lend(place, from.as_deref(), *mutable),
            ExprKind::FunctionAddress(id) => self.function_address(*id, &expr.ty),
            ExprKind::Assign { .. } | ExprKind::Compound { .. } | ExprKind::Step { .. } => self.assignment_value(expr),
            ExprKind::Negate(inner) => self.negate(inner),
            ExprKind::Complement(inner) => self.expr(inner).not_(),
            ExprKind::Binary { op, left, right } => self.binary(*op, left, right, &expr.ty),
            ExprKind::Offset { pointer, index, back } => self.offset(pointer, index, *back, &expr.ty),
            ExprKind::Distance { left, right } => self.distance(left, right),
            ExprKind::Compare { .. } | ExprKind::Logical { .. } => {
                let condition = self.condition(expr);
                match condition {
                    Expr::Lit(Literal::Bool(value)) => Expr::int(value.into()),
                    condition => condition.cast(rir::Type::path("i32")),
                }
            }
            ExprKind::Cast(inner) => self.cast_expr(inner, expr),
            ExprKind::Conditional { condition, yes, no } => {
                let condition = self.condition(condition);
                let mut yes = self.branch(yes, &expr.ty);
                let mut no = self.branch(no, &expr.ty);
                if expr.ty.function_pointer().is_some() {
                    // Two functions have two types until something says that they are pointers.
                    let ty = self.ty_text(&expr.ty);
                    for block in [&mut yes, &mut no] {
                        block.tail = block.tail.take().map(|tail| Box::new(pointer_to(*tail, &ty)));
                    }
                }
                Expr::if_(condition, yes, Some(no))
            }
            ExprKind::Elvis { value, no } => self.elvis(value, no, &expr.ty),
            ExprKind::Statements { body, value } => self.statements(body, value.as_deref()),
            ExprKind::Builtin { op, args } => self.builtin(*op, args, &expr.ty, origin),
            ExprKind::Comma { first, second } => {
                let mut stmts = self.effect(first);
                if stmts.is_empty() {
                    return self.expr_as(second, &expr.ty);
                }
                let value = if expr.ty.is_object_pointer() {
                    self.known_pointer(second, &expr.ty)
                } else {
                    self.expr_as(second, &expr.ty)
                };
                let tail = std::mem::take(&mut stmts);
                Expr::Block(Block::new(tail).tail(value))
            }
            ExprKind::Call { callee, args } => self.call(callee, args, &expr.ty, origin),
            ExprKind::Struct { record, fields } => self.structure(*record, fields),
            ExprKind::Union { record, index, value } => self.union(*record, *index, value),
            ExprKind::Array(items) => self.array(items, &expr.ty),
            ExprKind::Repeat { value, count } => {
                let element = element_of(&expr.ty);
                let value = self.expr_as(value, &element);
                Expr::Repeat(Box::new(value), Box::new(Expr::int((*count).into())))
            }
            ExprKind::LongDouble { mantissa, high } => self.long_constant(*mantissa, *high),
            ExprKind::VaStart => match self.f.va.clone() {
                Some(name) => Expr::path(name),
                None => self.zero(&Type::VaList),
            },
            ExprKind::VaArg(place) => self.va_arg(place, &expr.ty, origin),
            ExprKind::Unreachable => Expr::macro_call("unreachable", vec![]),
            ExprKind::Nothing => Expr::unit(),
            ExprKind::Hole(code, reason) => self.hole(*code, reason, &expr.ty, origin),
        }
    }

    fn branch(&mut self, value: &HExpr, ty: &Type) -> Block {
        if *ty == Type::Void {
            return Block::new(self.effect(value));
        }
        Block::value(self.expr_as(value, ty))
    }

    pub(super) fn float(&mut self, value: f64, ty: &Type) -> Expr {
        if value.is_nan() {
            let (name, bits) = match ty {
                // Not by `as`: what becomes of a NaN's sign there depends on the machine, and the sandbox clears it.
                Type::Float => {
                    let sign = if value.is_sign_negative() { 0x8000_0000_u32 } else { 0 };
                    ("f32::from_bits", format!("0x{:x}", 0x7fc0_0000 | sign))
                }
                _ => ("f64::from_bits", format!("0x{:x}", value.to_bits())),
            };
            return Expr::call_path(name, vec![Expr::Lit(Literal::IntText(bits))]);
        }
        Expr::Lit(Literal::Float(value, matches!(ty, Type::Float).then_some("f32")))
    }

    fn elvis(&mut self, value: &HExpr, no: &HExpr, ty: &Type) -> Expr {
        let name = self.temporary("value");
        let first = self.expr_as(value, ty);
        let test = self.truth(Expr::path(name.clone()), ty);
        let no = Block::value(self.expr_as(no, ty));
        let choice = Expr::if_(test, Block::value(Expr::path(name.clone())), Some(no));
        Expr::Block(Block::new(vec![Stmt::let_(Pat::name(name), self.ty(ty), first)]).tail(choice))
    }

    fn statements(&mut self, body: &[crate::hir::Stmt], value: Option<&HExpr>) -> Expr {
        let saved = self.f.defined.clone();
        let mut block = self.block(body);
        if let Some(value) = value {
            if value.ty == Type::Void {
                block.stmts.extend(self.effect(value));
            } else {
                block = block.tail(self.expr(value));
            }
        }
        self.f.defined = saved;
        Expr::Block(block)
    }

    fn structure(&mut self, id: RecordId, values: &[HExpr]) -> Expr {
        let record = self.program.record(id);
        let mut fields = vec![];
        let mut bits = vec![];
        for item in &record.storage {
            fields.push(match item {
                StorageField::Member(index) => {
                    let ty = record.fields[*index].ty.clone();
                    let value = match values.get(*index) {
                        Some(value) => self.expr_as(value, &ty),
                        None => self.zero(&ty),
                    };
                    FieldInit { name: self.names.field(id, *index).to_owned(), value }
                }
                StorageField::Bytes { name, count } => self.bytes_zero(id, name, *count),
                StorageField::Align { name, .. } => {
                    FieldInit { name: self.names.storage(id, name).to_owned(), value: Expr::Array(vec![]) }
                }
            });
        }
        for (index, field) in record.fields.iter().enumerate() {
            if let (Some(place), Some(value)) = (&field.bits, values.get(index))
                && !is_zero(value)
            {
                bits.push((place.clone(), value));
            }
        }
        let name = self.ty_text(&Type::Record(id));
        if bits.is_empty() {
            return Expr::Struct(name, fields, None);
        }
        for field in &mut fields {
            for (place, value) in &bits {
                if field.name == self.names.storage(id, &place.storage) {
                    let old = std::mem::replace(&mut field.value, Expr::unit());
                    field.value = self.with_bits(old, place, value);
                }
            }
        }
        Expr::Struct(name, fields, None)
    }

    fn union(&mut self, id: RecordId, index: usize, value: &HExpr) -> Expr {
        let record = self.program.record(id);
        let name = self.ty_text(&Type::Record(id));
        let field = &record.fields[index];
        if let Some(place) = field.bits.clone() {
            let storage = record.storage.iter().find_map(|item| match item {
                StorageField::Bytes { name, count } if *name == place.storage => Some((name, *count)),
                _ => None,
            });
            let Some((storage, count)) = storage else { return self.risky(Why::Union, zero_union(&name)) };
            let zero = self.bytes_zero(id, storage, count);
            let value = self.with_bits(zero.value, &place, value);
            return Expr::Struct(name, vec![FieldInit { name: zero.name, value }], None);
        }
        let ty = field.ty.clone();
        let value = self.expr_as(value, &ty);
        let whole = self.program.record(id).fields.iter().all(|other| self.size(&other.ty) <= self.size(&ty));
        let init =
            Expr::Struct(name.clone(), vec![FieldInit { name: self.names.field(id, index).to_owned(), value }], None);
        if whole {
            return init;
        }
        if self.f.constant {
            // The bytes behind a smaller member stay undefined in a constant; C sets them to zero, so refuse to guess.
            return init;
        }
        let temporary = self.temporary("value");
        let field = self.names.field(id, index).to_owned();
        let Expr::Struct(_, mut inits, _) = init else { return zero_union(&name) };
        let value = inits.remove(0).value;
        let stmts = vec![
            Stmt::let_(Pat::name_mut(temporary.clone()), None, zero_union(&name)),
            Stmt::assign(Expr::path(temporary.clone()).field(field), value),
        ];
        let block = Expr::Block(Block::new(stmts).tail(Expr::path(temporary)));
        self.risky(Why::Union, block)
    }

    fn array(&mut self, items: &[HExpr], ty: &Type) -> Expr {
        let element = element_of(ty);
        if let Some(bytes) = self.byte_text(items, &element) {
            return bytes;
        }
        let mut values: Vec<Expr> = items.iter().map(|item| self.expr_as(item, &element)).collect();
        let zeros = items.iter().rev().take_while(|item| is_zero(item)).count();
        let all = items.len() == zeros && zeros > 1;
        if all && let Some(value) = values.pop() {
            return Expr::Repeat(Box::new(value), Box::new(Expr::int(items.len() as i128)));
        }
        Expr::Array(values)
    }

    /// `*b"text\0"` for an array of characters.
    fn byte_text(&mut self, items: &[HExpr], element: &Type) -> Option<Expr> {
        let int = element.int().filter(|int| int.bits == 8)?;
        let bytes: Option<Vec<u8>> = items.iter().map(|item| item.constant().map(|value| value as u8)).collect();
        let bytes = bytes?;
        let printable = bytes.iter().filter(|byte| byte.is_ascii_graphic() || **byte == b' ').count();
        if int.signed || bytes.len() < 4 || printable * 2 < bytes.len() {
            return None;
        }
        Some(Expr::Lit(Literal::ByteStr(bytes)).deref_())
    }

    /// The size in bytes of a complete type.
    pub(super) fn size(&self, ty: &Type) -> u64 {
        match ty {
            Type::Void | Type::Bool | Type::Function(_) | Type::Unsupported(_) => 1,
            Type::Int(int) => u64::from(int.bits) / 8,
            Type::Float => 4,
            Type::Double | Type::Pointer { .. } => 8,
            Type::LongDouble | Type::Text => 16,
            Type::Array(element, count) => self.size(element).saturating_mul(*count),
            Type::Record(id) => self.program.record(*id).size,
            Type::VaList => 24,
        }
    }

    /// An index as `usize`.
    pub(super) fn index_value(&mut self, index: &HExpr) -> Expr {
        match index.constant() {
            Some(value) if value >= 0 => Expr::int(value),
            _ => {
                let inner = strip_widening(index);
                self.expr(inner).cast(rir::Type::path("usize"))
            }
        }
    }

    /// A distance in elements as `isize`.
    pub(super) fn distance_value(&mut self, index: &HExpr) -> Expr {
        match index.constant() {
            Some(value) => Expr::int(value),
            None => {
                let inner = strip_widening(index);
                self.expr(inner).cast(rir::Type::path("isize"))
            }
        }
    }

    fn offset(&mut self, pointer: &HExpr, index: &HExpr, back: bool, ty: &Type) -> Expr {
        let base = self.known_pointer(pointer, ty);
        if index.constant() == Some(0) {
            return base;
        }
        if self.f.constant {
            let by = self.distance_value(index);
            let by = if back { Expr::unary(rir::UnOp::Neg, by) } else { by };
            return self.on_bytes(base, ty, |base| base.method("wrapping_offset", vec![by]));
        }
        let (name, by) = match index.constant() {
            Some(value) => {
                let forward = (value >= 0) != back;
                (if forward { "add" } else { "sub" }, Expr::int(value.abs()))
            }
            None => {
                let by = self.distance_value(index);
                ("offset", if back { Expr::unary(rir::UnOp::Neg, by) } else { by })
            }
        };
        self.need(Why::Arithmetic);
        self.on_bytes(base, ty, |base| base.method(name, vec![by]))
    }

    /// A pointer that a method is called on: a null one says its type.
    pub(super) fn known_pointer(&mut self, pointer: &HExpr, ty: &Type) -> Expr {
        let base = self.expr_as(pointer, ty);
        let open = is_open(&base);
        if open {
            let ty = self.ty(ty);
            return base.cast(ty);
        }
        base
    }

    /// Pointer arithmetic on `void *` counts bytes, as gcc does.
    fn on_bytes(&mut self, base: Expr, ty: &Type, make: impl FnOnce(Expr) -> Expr) -> Expr {
        if ty.pointee() != Some(&Type::Void) {
            return make(base);
        }
        let ty = self.ty(ty);
        make(base.cast(rir::Type::ptr_mut(rir::Type::path("u8")))).cast(ty)
    }

    fn distance(&mut self, left: &HExpr, right: &HExpr) -> Expr {
        let void = left.ty.pointee() == Some(&Type::Void);
        let element = left.ty.pointee().cloned().unwrap_or(Type::Void);
        let mut a = self.known_pointer(left, &left.ty.clone());
        let mut b = self.known_pointer(right, &left.ty.clone());
        if void || self.size(&element) == 0 {
            a = a.cast(rir::Type::ptr(rir::Type::path("u8")));
            b = b.cast(rir::Type::ptr(rir::Type::path("u8")));
        }
        self.risky(Why::Arithmetic, a.method("offset_from", vec![b]).cast(rir::Type::path("i64")))
    }

    fn va_arg(&mut self, place: &crate::hir::Place, ty: &Type, origin: batuta_text::Origin) -> Expr {
        self.uses_runtime = true;
        let list = self.place(place);
        let method = match ty {
            Type::Double | Type::Float => "next_f64",
            Type::Pointer { .. } | Type::Int(_) | Type::Bool => "next_u64",
            _ => {
                return self.hole(codes::UNSUPPORTED, "this type of variable argument cannot be converted", ty, origin);
            }
        };
        let value = self.risky(Why::Arguments, list.method(method, vec![]));
        match ty {
            Type::Double => value,
            Type::Float => value.cast(rir::Type::path("f32")),
            Type::Bool => Expr::binary(BinOp::Ne, value, Expr::int(0)),
            Type::Pointer { .. } if ty.function_pointer().is_some() => {
                let text = self.ty_text(ty);
                Expr::call_path(format!("std::mem::transmute::<u64, {text}>"), vec![value])
            }
            Type::Pointer { .. } => {
                let ty = self.ty(ty);
                value.cast(rir::Type::path("usize")).cast(ty)
            }
            _ => {
                let ty = self.ty(ty);
                value.cast(ty)
            }
        }
    }
}

/// `Some(function as T)` for a function by name.
fn pointer_to(value: Expr, ty: &str) -> Expr {
    match value {
        Expr::Call(some, mut args) if matches!(&*some, Expr::Path(path) if path == "Some") && args.len() == 1 => {
            let inner = ty.strip_prefix("Option<").and_then(|text| text.strip_suffix('>')).unwrap_or(ty);
            let function = args.remove(0).cast(rir::Type::verbatim(inner.to_owned()));
            Expr::Call(some, vec![function])
        }
        other => other,
    }
}

fn zero_union(name: &str) -> Expr {
    super::types::zeroed(name)
}

/// The element type of an array type.
pub(super) fn element_of(ty: &Type) -> Type {
    match ty {
        Type::Array(element, _) => (**element).clone(),
        other => other.clone(),
    }
}

/// An integer constant of a type, as Rust writes it without a suffix where the type is known from the place.
pub(super) fn integer(value: i128, ty: &Type) -> Expr {
    // Constants of enumerations are folded as `int`, and may be of an unsigned type.
    let value = match ty {
        Type::Int(int) if !int.signed && int.bits < 128 => value.rem_euclid(1 << int.bits),
        _ => value,
    };
    match ty {
        Type::Bool => Expr::bool(value != 0),
        Type::Int(int) if int.bits == 128 && !int.signed => Expr::Lit(Literal::IntText((value as u128).to_string())),
        Type::Pointer { constant, .. } if value == 0 => null(*constant),
        Type::Float | Type::Double => Expr::float(value as f64),
        // Where nothing else says the type, a number that is no `i32` must.
        Type::Int(int) if i32::try_from(value).is_err() => Expr::int_as(value, int.name()),
        _ => Expr::int(value),
    }
}

/// A constant zero of any type.
pub(super) fn is_zero(expr: &HExpr) -> bool {
    match &expr.kind {
        ExprKind::Zero => true,
        ExprKind::Int(value) => *value == 0,
        ExprKind::Float(value) => value.to_bits() == 0,
        ExprKind::Cast(inner) => is_zero(inner),
        _ => false,
    }
}

/// A null pointer constant.
pub(super) fn is_null(expr: &HExpr) -> bool {
    match &expr.kind {
        ExprKind::Zero => true,
        ExprKind::Int(value) => *value == 0,
        ExprKind::Cast(inner) if !inner.ty.is_float() && inner.ty != Type::LongDouble => is_null(inner),
        _ => false,
    }
}

/// The operand of conversions that keep the value: an index does not need them.
pub(crate) fn strip_widening(expr: &HExpr) -> &HExpr {
    if let ExprKind::Cast(inner) = &expr.kind
        && let (Some(from), Some(to)) = (inner.ty.int(), expr.ty.int())
        && (to.bits > from.bits && (to.signed || !from.signed))
    {
        return strip_widening(inner);
    }
    expr
}

/// Whether evaluating an expression twice gives the same and costs little.
pub(super) fn is_simple(expr: &HExpr) -> bool {
    match &expr.kind {
        ExprKind::Int(_)
        | ExprKind::Float(_)
        | ExprKind::LongDouble { .. }
        | ExprKind::Zero
        | ExprKind::FunctionAddress(_) => true,
        ExprKind::Load(place) => matches!(place.kind, PlaceKind::Object(_) | PlaceKind::Named(_)),
        ExprKind::Cast(inner) => is_simple(inner),
        ExprKind::Binary { left, right, .. } => is_simple(left) && is_simple(right),
        _ => false,
    }
}

/// A null pointer whose type nothing says, also as the end of both branches.
fn is_open(value: &Expr) -> bool {
    let ends_open = |block: &rir::Block| block.tail.as_ref().is_some_and(|tail| is_open(tail));
    match value {
        Expr::Call(function, _) => {
            matches!(&**function, Expr::Path(path) if path == "std::ptr::null_mut" || path == "std::ptr::null")
        }
        Expr::If(_, yes, Some(no)) => ends_open(yes) && is_open(no),
        Expr::Block(block) => ends_open(block),
        _ => false,
    }
}
