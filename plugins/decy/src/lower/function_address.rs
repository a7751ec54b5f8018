//! Addresses of functions.

use super::{Lower, Why};
use crate::codes;
use crate::hir::Type;
use batuta_rust_ir as rir;
use batuta_rust_ir::Expr;

impl Lower<'_> {
    /// The address of a function.
    pub(super) fn function_address(&mut self, id: crate::hir::FunctionId, ty: &Type) -> Expr {
        let function = self.program.function(id);
        let ours = function.body.is_some() || self.links.functions.contains_key(&function.name);
        if function.signature.variadic && !ours {
            return self.listed(id, ty);
        }
        self.note_function(id);
        self.pointed.insert(id);
        let path = Expr::path(self.names.function(id).to_owned());
        let some = Expr::call_path("Some", vec![path]);
        match ty.function_pointer() {
            Some(signature) if **signature == function.signature => some,
            _ => {
                self.converted.extend(ty.function_pointer().map(|signature| (**signature).clone()));
                let signature = function.signature.clone();
                let from = Type::Function(signature.into()).pointer(false);
                let (a, b) = (self.ty_text(&from), self.ty_text(ty));
                self.risky(
                    Why::FunctionPointer,
                    Expr::call_path(format!("std::mem::transmute::<{a}, {b}>"), vec![some]),
                )
            }
        }
    }

    /// The address of a function of the C library with variable arguments: one that takes them as a list.
    fn listed(&mut self, id: crate::hir::FunctionId, ty: &Type) -> Expr {
        let function = self.program.function(id);
        if !LISTED.contains(&function.name.as_str()) {
            let origin = function.origin;
            let what = "the address of a function of the C library with variable arguments cannot be taken";
            return self.hole(codes::UNSUPPORTED, what, ty, origin);
        }
        self.uses_runtime = true;
        let address = Expr::path(format!("c_rt::variadic::{}", function.name)).cast(rir::Type::verbatim("*const ()"));
        let text = match ty.function_pointer() {
            Some(signature) => self.function_type(signature),
            None => self.function_type(&function.signature.clone()),
        };
        let function = Expr::call_path(format!("std::mem::transmute::<*const (), {text}>"), vec![address]);
        self.risky(Why::FunctionPointer, Expr::call_path("Some", vec![function]))
    }
}

/// Functions that the support crate has with a list.
const LISTED: &[&str] = &[
    "dprintf", "fcntl", "fprintf", "fscanf", "ioctl", "mremap", "open", "printf", "scanf", "snprintf", "sprintf",
    "sscanf",
];
