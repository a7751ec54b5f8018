//! Definitions of locals.

use super::Lower;
use crate::analysis::{mentions, mentions_in};
use crate::hir::{Expr as HExpr, ExprKind, ObjectId, PlaceKind, Stmt as HStmt, StmtKind, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::names::identifier;
use batuta_rust_ir::{Expr, Literal, Pat, Stmt};

impl Lower<'_> {
    /// The definition of a local, with what follows it in its scope.
    pub(super) fn define(&mut self, id: ObjectId, value: Option<&HExpr>, rest: &[HStmt]) -> Vec<Stmt> {
        let object = self.program.object(id);
        if self.names.object(id).is_some() {
            return vec![];
        }
        if value.is_none() && self.is_loop_variable(id, rest) {
            return vec![];
        }
        if value.is_none() && waits(id, rest) {
            self.f.waiting.insert(id);
            return vec![];
        }
        let ty = object.ty.clone();
        let lowered = match value {
            Some(value) => self.expr_as(value, &ty),
            None => self.zero(&ty),
        };
        let name = self.declare(id);
        let pat = if self.f.uses.changed.contains(&id) { Pat::name_mut(name) } else { Pat::name(name) };
        if object.align.is_some() {
            let (ty, lowered) = self.aligned(id, lowered);
            return vec![Stmt::let_(pat, ty, lowered)];
        }
        let written = (!is_obvious(&lowered)).then(|| self.ty(&ty));
        vec![Stmt::let_(pat, written, lowered)]
    }

    /// Choose the Rust name of a local that comes into scope.
    pub(super) fn declare(&mut self, id: ObjectId) -> String {
        let wanted = identifier(&self.program.object(id).name.replace("__cinrs_", ""));
        let name = if self.names.is_global(&wanted) { self.temporary(&wanted) } else { wanted };
        self.f.names.insert(id, name.clone());
        self.f.defined.insert(id);
        name
    }

    /// As [`Self::declare`], for a scope that Rust does not have: the name differs from all that can be seen.
    pub(super) fn declare_apart(&mut self, id: ObjectId) -> String {
        let name = self.declare(id);
        let seen = self.f.defined.iter().any(|other| *other != id && self.f.names.get(other) == Some(&name));
        if !seen {
            return name;
        }
        let name = self.temporary(&name);
        self.f.names.insert(id, name.clone());
        name
    }

    /// An array whose length is known at run time lives in a vector; the object points at its first element.
    pub(super) fn define_vla(&mut self, id: ObjectId, count: &HExpr) -> Vec<Stmt> {
        let element = self.program.object(id).ty.pointee().cloned().unwrap_or(Type::Void);
        let count = self.expr(count).cast(rir::Type::path("usize"));
        let zero = match self.zero(&element) {
            zero @ Expr::Lit(_) => match element.int() {
                Some(int) => super::arith::typed(zero, int),
                None if element == Type::Float => Expr::Lit(Literal::Float(0.0, Some("f32"))),
                None => zero,
            },
            zero => zero,
        };
        let element_ty = self.ty(&element);
        let storage = self.temporary("storage");
        if let Some(storages) = &mut self.f.flat {
            storages.push((storage.clone(), element_ty));
            let repeat = Expr::call_path("std::iter::repeat_n", vec![zero, count]).method("collect", vec![]);
            let pointer = Expr::path(storage.clone()).method("as_mut_ptr", vec![]);
            let name = self.name(id);
            return vec![Stmt::assign(Expr::path(storage), repeat), Stmt::assign(Expr::path(name), pointer)];
        }
        let repeat = Expr::call_path("std::iter::repeat_n", vec![zero, count]).method("collect", vec![]);
        let first = Stmt::let_(Pat::name_mut(storage.clone()), rir::Type::vec(element_ty), repeat);
        let pointer = Expr::path(storage).method("as_mut_ptr", vec![]);
        let name = self.declare(id);
        let pat = if self.f.uses.changed.contains(&id) { Pat::name_mut(name) } else { Pat::name(name) };
        let ty = self.ty(&self.program.object(id).ty.clone());
        vec![first, Stmt::let_(pat, ty, pointer)]
    }

    /// The alignment that an object asks for beyond that of its type.
    pub(super) fn alignment(&self, id: ObjectId) -> Option<u64> {
        self.program.object(id).align.filter(|align| *align > 1 && *align <= 1 << 12)
    }

    /// The Rust type of an object and its first value, in a wrapper when the object asks for more alignment.
    pub(super) fn aligned(&mut self, id: ObjectId, value: Expr) -> (rir::Type, Expr) {
        let object = self.program.object(id);
        let ty = self.ty(&object.ty.clone());
        if object.align.is_some_and(|align| align > 1 << 12) {
            let reason = "an alignment beyond a page cannot be converted";
            self.refuse_program(crate::codes::UNSUPPORTED, reason, object.origin);
        }
        let Some(align) = self.alignment(id) else { return (ty, value) };
        self.uses_runtime = true;
        let name = format!("c_rt::Align{align}");
        let text = self.ty_text(&object.ty.clone());
        (rir::Type::verbatim(format!("{name}<{text}>")), Expr::call_path(name, vec![value]))
    }

    /// Every mention of the object is in a counting loop that starts by setting it.
    fn is_loop_variable(&self, id: ObjectId, rest: &[HStmt]) -> bool {
        let mut found = false;
        for stmt in rest {
            if !mentions_in(stmt, id) {
                continue;
            }
            if !self.is_own_loop(stmt, id) {
                return false;
            }
            found = true;
        }
        found
    }

    /// The statement is a counting loop over the object, or a block of such.
    fn is_own_loop(&self, stmt: &HStmt, id: ObjectId) -> bool {
        match &stmt.kind {
            StmtKind::For { init, condition, step, body, .. } => {
                let sets = matches!(init.as_slice(), [HStmt { kind: StmtKind::Expr(first), .. }] if sets(first, id));
                if sets {
                    return self.counting(init, condition.as_ref(), step.as_ref(), body).is_some();
                }
                let quiet = init.iter().all(|stmt| !mentions_in(stmt, id))
                    && condition.iter().chain(step.iter()).all(|expr| !mentions(expr, id));
                quiet && self.all_own(body, id)
            }
            StmtKind::While { condition, body, .. } | StmtKind::DoWhile { condition, body, .. } => {
                !mentions(condition, id) && self.all_own(body, id)
            }
            StmtKind::If { condition, yes, no } => {
                !mentions(condition, id) && self.all_own(yes, id) && no.as_ref().is_none_or(|no| self.all_own(no, id))
            }
            StmtKind::Block(body) => self.all_own(body, id),
            _ => false,
        }
    }

    fn all_own(&self, stmts: &[HStmt], id: ObjectId) -> bool {
        stmts.iter().all(|stmt| !mentions_in(stmt, id) || self.is_own_loop(stmt, id))
    }
}

/// `object = …` as a whole expression.
pub(super) fn sets(expr: &HExpr, id: ObjectId) -> bool {
    match &expr.kind {
        ExprKind::Assign { place, value } => {
            matches!(place.kind, PlaceKind::Object(object) if object == id) && !mentions(value, id)
        }
        _ => false,
    }
}

/// The first mention of the object is a plain assignment in the same scope: the definition can wait for it.
fn waits(id: ObjectId, rest: &[HStmt]) -> bool {
    let first = rest.iter().find(|stmt| mentions_in(stmt, id));
    matches!(first, Some(HStmt { kind: StmtKind::Expr(expr), .. }) if sets(expr, id))
}

/// The type of the value can be seen.
fn is_obvious(value: &Expr) -> bool {
    match value {
        Expr::Cast(..)
        | Expr::Struct(..)
        | Expr::Lit(Literal::Bool(_) | Literal::Int(_, Some(_)) | Literal::Float(_, Some(_))) => true,
        Expr::Path(path) => path != "None",
        _ => false,
    }
}
