//! Parameters that are references, and the arguments for them.

use super::Lower;
use crate::analysis::{Lift, mentions, plain, root, through};
use crate::hir::{Expr as HExpr, ExprKind, FunctionId, ObjectId, Place, PlaceKind, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{Expr, Stmt};

impl Lower<'_> {
    /// What a pointer is, when it is a parameter that became a reference.
    pub(super) fn lifted(&self, pointer: &HExpr) -> Option<Lift> {
        match &pointer.kind {
            ExprKind::Load(Place { kind: PlaceKind::Object(id), .. }) => self.f.lifts.get(id).copied(),
            _ => None,
        }
    }

    /// The type of a parameter that is a reference.
    pub(super) fn lifted_type(&mut self, ty: &Type, lift: Lift) -> rir::Type {
        let to = ty.pointee().cloned().unwrap_or(Type::Void);
        let text = self.ty_text(&to);
        let text = if lift.slice { format!("[{text}]") } else { text };
        rir::Type::verbatim(format!("&{}{text}", if lift.mutable { "mut " } else { "" }))
    }

    /// An argument for such a parameter.
    pub(super) fn borrow(&mut self, arg: &HExpr, param: &Type, lift: Lift) -> Expr {
        let arg = plain(arg);
        let take = |value: Expr| if lift.mutable { value.ref_mut() } else { value.ref_() };
        let ExprKind::AddressOf(place) = &arg.kind else {
            let one = self.lifted(arg).is_some_and(|own| own.slice && !lift.slice);
            let value = self.expr(arg);
            return if one { take(value.index(Expr::int(0))) } else { value };
        };
        let single = param.pointee() == Some(&place.ty);
        if single
            && let PlaceKind::Deref(pointer) = &place.kind
            && self.lifted(pointer).is_some_and(|own| own.slice == lift.slice)
        {
            return self.expr(pointer);
        }
        let value = self.place(place);
        match (lift.slice, single) {
            (true, true) => {
                let name = if lift.mutable { "std::slice::from_mut" } else { "std::slice::from_ref" };
                Expr::call_path(name, vec![take(value)])
            }
            (false, false) => take(value.index(Expr::int(0))),
            _ => take(value),
        }
    }

    /// Arguments that look at what another one borrows are evaluated before it.
    pub(super) fn before_borrows(&mut self, id: FunctionId, args: &[HExpr]) -> (Vec<Stmt>, Vec<HExpr>) {
        let borrowed: Vec<(ObjectId, bool)> = args
            .iter()
            .enumerate()
            .filter_map(|(at, arg)| Some((root_of(arg)?, self.lifts.get(id, at)?.mutable)))
            .collect();
        let mut stmts = vec![];
        let mut out = args.to_vec();
        for (at, arg) in out.iter_mut().enumerate() {
            let free = self.effects(arg).is_free();
            let looks = self.lifts.get(id, at).is_none()
                && borrowed.iter().any(|(object, mutable)| (*mutable || !free) && mentions(arg, *object));
            if looks {
                let (stmt, saved) = self.saved(arg, "argument");
                stmts.push(stmt);
                *arg = saved;
            }
        }
        (stmts, out)
    }
}

/// The object that an argument borrows from.
fn root_of(arg: &HExpr) -> Option<ObjectId> {
    match &plain(arg).kind {
        ExprKind::Load(Place { kind: PlaceKind::Object(id), .. }) => Some(*id),
        ExprKind::AddressOf(place) => root(place).or_else(|| through(place)),
        _ => None,
    }
}
