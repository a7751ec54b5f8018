//! Parameters that are references and slices, and what is lent to them.

use super::{Lower, Why};
use crate::hir::{Expr as HExpr, Lent, ObjectId, Place, PlaceKind, Storage, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{Expr, Literal};

impl Lower<'_> {
    /// The type of a parameter that is lent.
    pub(super) fn lent_type(&mut self, lent: Lent, ty: &Type) -> rir::Type {
        let inner = match ty {
            Type::Array(element, _) if lent.slice => format!("[{}]", self.ty_text(element)),
            ty => self.ty_text(ty),
        };
        rir::Type::verbatim(format!("&{}{inner}", if lent.mutable { "mut " } else { "" }))
    }

    /// How an object is lent to this function.
    pub(super) fn lent(&self, id: ObjectId) -> Option<Lent> {
        self.program.lent.get(&id).copied()
    }

    /// `&place`, `&mut place[from..]`
    pub(super) fn lend(&mut self, place: &Place, from: Option<&HExpr>, mutable: bool) -> Expr {
        self.stops |= from.is_some();
        let from = from.map(|from| self.index_value(from));
        let range = |from: Option<Expr>| Expr::Range(from.map(Box::new), None, false);
        if let PlaceKind::Str(at) = place.kind {
            let bytes = self.literal_bytes(at);
            self.uses_runtime = true;
            let chars = Expr::call_path("c_rt::chars", vec![Expr::Lit(Literal::ByteStr(bytes)).deref_()]);
            return match from {
                None => chars.ref_(),
                Some(from) => chars.index(range(Some(from))).ref_(),
            };
        }
        if let PlaceKind::Temporary(text) = &place.kind
            && text.ty == Type::Text
        {
            let chars = self.text_chars(text);
            return match from {
                None => chars,
                Some(from) => chars.index(range(Some(from))).ref_(),
            };
        }
        let slice = matches!(place.kind, PlaceKind::Object(id) if self.lent(id).is_some_and(|lent| lent.slice));
        let target = self.place(place);
        let fixed = crate::analysis::root(place).is_some_and(|id| {
            self.program.object(id).storage != Storage::Automatic && !self.cells.contains(&id) && !self.is_immutable(id)
        });
        let target = if fixed { Expr::RawRef(mutable, Box::new(target)).deref_() } else { target };
        // rustc wants to see that a raw pointer becomes a reference.
        let raw = fixed || crate::analysis::root(place).is_none();
        let target = match (&from, raw, mutable) {
            (Some(_), true, true) => target.ref_mut(),
            (Some(_), true, false) => target.ref_(),
            _ => target,
        };
        let target = match from {
            None if slice => target.index(range(None)),
            None => target,
            Some(from) => target.index(range(Some(from))),
        };
        if mutable { target.ref_mut() } else { target.ref_() }
    }

    /// The characters of a text.
    pub(super) fn text_chars(&mut self, text: &HExpr) -> Expr {
        self.uses_runtime = true;
        let text = self.expr(text);
        Expr::call_path("c_rt::text_chars", vec![text])
    }

    /// A call of a function of the support crate.
    pub(super) fn support(&mut self, name: &str, args: &[HExpr]) -> Expr {
        self.uses_runtime = true;
        if name.starts_with("atomic") && name != "atomic_fence" {
            self.need(Why::Pointer);
        }
        let (stmts, args) = self.in_order(args);
        let test = matches!(name, "is_nothing" | "is_something");
        let args = args.iter().map(|arg| self.expr(arg)).map(|arg| if test { arg.ref_() } else { arg }).collect();
        let call = Expr::call_path(format!("c_rt::{name}"), args);
        if stmts.is_empty() { call } else { Expr::Block(rir::Block::new(stmts).tail(call)) }
    }

    /// A string literal with its zero.
    pub(super) fn literal_bytes(&self, at: usize) -> Vec<u8> {
        self.program.strings[at].values.iter().map(|value| *value as u8).chain([0]).collect()
    }
}
