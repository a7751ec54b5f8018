//! Types and zero values.

use super::{Lower, Why};
use crate::codes;
use crate::hir::{Signature, StorageField, Type};
use batuta_diagnostics::Diagnostic;
use batuta_rust_ir as rir;
use batuta_rust_ir::{Expr, FieldInit};
use batuta_text::Origin;

/// Bytes that Rust allows no type to have.
pub(super) const LARGEST: u64 = 1 << 47;

impl Lower<'_> {
    /// A type as a node.
    pub(super) fn ty(&mut self, ty: &Type) -> rir::Type {
        rir::Type::verbatim(self.ty_text(ty))
    }

    /// A type as text.
    pub(super) fn ty_text(&mut self, ty: &Type) -> String {
        match ty {
            Type::Void => "()".into(),
            Type::Bool => "bool".into(),
            Type::Int(int) => int.name().into(),
            Type::Float => "f32".into(),
            Type::Double => "f64".into(),
            Type::LongDouble => {
                self.uses_runtime = true;
                "c_rt::LongDouble".into()
            }
            Type::Pointer { to, constant } => match &**to {
                Type::Function(signature) => format!("Option<{}>", self.function_type(signature)),
                Type::Void => {
                    self.uses_c_void = true;
                    format!("*{} c_void", if *constant { "const" } else { "mut" })
                }
                to => format!("*{} {}", if *constant { "const" } else { "mut" }, self.ty_text(to)),
            },
            Type::Function(signature) => self.function_type(signature),
            Type::Array(element, crate::lift::SLICE) => format!("Vec<{}>", self.ty_text(element)),
            Type::Array(element, count) if self.size(element).saturating_mul(*count) >= LARGEST => {
                let origin = Origin { file: self.file, range: Default::default() };
                self.refuse_program(codes::TOO_BIG, "an array of this size cannot be converted", origin);
                format!("[{}; 0]", self.ty_text(element))
            }
            Type::Array(element, count) => format!("[{}; {count}]", self.ty_text(element)),
            Type::Record(id) => {
                if self.is_va_tag(*id) {
                    self.uses_runtime = true;
                    return "c_rt::VaList".into();
                }
                self.used_records.insert(*id);
                self.names.record(*id).to_owned()
            }
            Type::VaList => {
                self.uses_runtime = true;
                "c_rt::VaList".into()
            }
            Type::Text => "&'static std::ffi::CStr".into(),
            Type::Unsupported(what) => {
                let reason = format!("{what} cannot be converted");
                self.bag.push(
                    Diagnostic::error(codes::UNSUPPORTED, reason)
                        .at(Origin { file: self.file, range: Default::default() }),
                );
                "()".into()
            }
        }
    }

    /// `unsafe extern "C" fn(…) -> …`; what is variable comes as a list, whoever defines the function.
    pub(super) fn function_type(&mut self, signature: &Signature) -> String {
        let mut params: Vec<String> = signature.params.iter().map(|param| self.param_text(param)).collect();
        if signature.variadic {
            self.uses_runtime = true;
            params.push("c_rt::VaList".into());
        }
        let ret =
            if signature.ret == Type::Void { String::new() } else { format!(" -> {}", self.ty_text(&signature.ret)) };
        let qualifier = if self.is_safe_type(signature) { "" } else { "unsafe " };
        format!("{qualifier}extern \"{}\" fn({}){ret}", self.abi(), params.join(", "))
    }

    /// How functions that are pointed to are called: jumps unwind through them.
    pub(super) fn abi(&self) -> &'static str {
        let own = || self.program.functions.iter().any(|function| function.name == "__batuta_longjmp");
        if self.links.unwinds || own() { "C-unwind" } else { "C" }
    }

    /// The type of a parameter at the border to C: a variable argument list is passed by its address.
    pub(super) fn param_text(&mut self, ty: &Type) -> String {
        let text = self.ty_text(ty);
        if *ty == Type::VaList { format!("*mut {text}") } else { text }
    }

    /// The value with all bits zero.
    pub(super) fn zero(&mut self, ty: &Type) -> Expr {
        match ty {
            Type::Void | Type::Unsupported(_) | Type::Function(_) => Expr::unit(),
            Type::Bool => Expr::bool(false),
            Type::Int(_) => Expr::int(0),
            Type::Float | Type::Double => Expr::float(0.0),
            Type::LongDouble => {
                self.uses_runtime = true;
                Expr::path("c_rt::LongDouble::ZERO")
            }
            Type::Pointer { to, .. } if matches!(**to, Type::Function(_)) => Expr::path("None"),
            Type::Pointer { constant, .. } => null(*constant),
            // What a pointer owns before it is given something.
            Type::Array(_, crate::lift::SLICE) => Expr::call_path("Vec::new", vec![]),
            Type::Array(element, count) => {
                let element = self.zero(element);
                if *count == 0 {
                    return Expr::Array(vec![]);
                }
                Expr::Repeat(Box::new(element), Box::new(Expr::int((*count).into())))
            }
            Type::Record(id) => {
                let record = self.program.record(*id);
                if self.is_va_tag(*id) {
                    return self.zero(&Type::VaList);
                }
                if record.union {
                    let text = self.ty_text(ty);
                    return self.risky(Why::Union, zeroed(&text));
                }
                let mut fields = vec![];
                for item in &record.storage {
                    fields.push(match item {
                        StorageField::Member(index) => {
                            let value = self.zero(&record.fields[*index].ty);
                            FieldInit { name: self.names.field(*id, *index).to_owned(), value }
                        }
                        StorageField::Bytes { name, count } => self.bytes_zero(*id, name, *count),
                        StorageField::Align { name, .. } => {
                            FieldInit { name: self.names.storage(*id, name).to_owned(), value: Expr::Array(vec![]) }
                        }
                    });
                }
                let name = self.ty_text(ty);
                Expr::Struct(name, fields, None)
            }
            Type::VaList => {
                self.uses_runtime = true;
                Expr::call_path("c_rt::VaList::empty", vec![])
            }
            Type::Text => Expr::Lit(rir::Literal::CStr(vec![])),
        }
    }

    /// What a `va_list` of C is made of.
    fn is_va_tag(&self, id: crate::hir::RecordId) -> bool {
        let record = self.program.record(id);
        record.name == "va_tag" && record.header.as_deref() == Some("<va_tag.h>")
    }

    pub(super) fn bytes_zero(&self, id: crate::hir::RecordId, name: &str, count: u64) -> FieldInit {
        let value = Expr::Repeat(Box::new(Expr::int(0)), Box::new(Expr::int(count.into())));
        FieldInit { name: self.names.storage(id, name).to_owned(), value }
    }

    /// Whether two types are the same in Rust.
    pub(super) fn same(&self, a: &Type, b: &Type) -> bool {
        a == b
    }
}

/// `std::ptr::null_mut()`
pub(super) fn null(constant: bool) -> Expr {
    Expr::call_path(if constant { "std::ptr::null" } else { "std::ptr::null_mut" }, vec![])
}

/// `std::mem::zeroed::<T>()`, in an `unsafe` function
pub(super) fn zeroed(ty: &str) -> Expr {
    Expr::call_path(format!("std::mem::zeroed::<{ty}>"), vec![])
}
