//! Which objects a function changes, and whose addresses it takes.

use crate::hir::visit::{Visit, walk_body, walk_expr, walk_place, walk_stmt};
use crate::hir::{Body, Expr, ExprKind, ObjectId, Place, PlaceKind, Stmt, StmtKind};
use std::collections::{BTreeMap, BTreeSet};

/// What a function does with its objects.
#[derive(Clone, Debug, Default)]
pub(crate) struct Uses {
    /// Assigned after their definition, or reachable through a pointer that can write.
    pub changed: BTreeSet<ObjectId>,
    /// Their address is taken.
    pub addressed: BTreeSet<ObjectId>,
    /// How often each is mentioned.
    pub mentioned: BTreeMap<ObjectId, usize>,
}

impl Uses {
    /// Look through a body.
    pub(crate) fn of(body: &Body) -> Uses {
        let mut uses = Uses::default();
        walk_body(&mut uses, body);
        uses
    }

    /// Look through statements.
    pub(crate) fn in_stmts(stmts: &[Stmt]) -> Uses {
        let mut uses = Uses::default();
        stmts.iter().for_each(|stmt| uses.stmt(stmt));
        uses
    }

    fn change(&mut self, place: &Place) {
        if let Some(object) = root(place) {
            self.changed.insert(object);
        }
    }
}

/// The object that a place is a part of, when it is reached without a pointer.
pub(crate) fn root(place: &Place) -> Option<ObjectId> {
    match &place.kind {
        PlaceKind::Object(object) | PlaceKind::Literal { object, .. } => Some(*object),
        PlaceKind::Field { base, .. } => root(base),
        PlaceKind::Element { array, .. } => root(array),
        _ => None,
    }
}

impl Visit for Uses {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Assign { place, .. }
            | ExprKind::Compound { place, .. }
            | ExprKind::Step { place, .. }
            | ExprKind::VaArg(place) => {
                self.change(place);
            }
            ExprKind::Lend { place, mutable: true, .. } => self.change(place),
            ExprKind::AddressOf(place) => {
                self.change(place);
                if let Some(object) = root(place) {
                    self.addressed.insert(object);
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        match &place.kind {
            PlaceKind::Object(object) => *self.mentioned.entry(*object).or_default() += 1,
            PlaceKind::Literal { object, .. } => {
                *self.mentioned.entry(*object).or_default() += 1;
                self.changed.insert(*object);
            }
            _ => {}
        }
        walk_place(self, place);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Switch(switch) = &stmt.kind {
            self.changed.extend(&switch.hoisted);
        }
        walk_stmt(self, stmt);
    }
}

struct Mentions(ObjectId, bool);

impl Visit for Mentions {
    fn place(&mut self, place: &Place) {
        if let PlaceKind::Object(object) | PlaceKind::Literal { object, .. } = &place.kind
            && *object == self.0
        {
            self.1 = true;
        }
        walk_place(self, place);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { object, .. } | StmtKind::Vla { object, .. } if *object == self.0 => self.1 = true,
            StmtKind::Switch(switch) if switch.hoisted.contains(&self.0) => self.1 = true,
            _ => {}
        }
        walk_stmt(self, stmt);
    }
}

/// Whether an expression mentions an object.
pub(crate) fn mentions(expr: &Expr, object: ObjectId) -> bool {
    let mut visit = Mentions(object, false);
    visit.expr(expr);
    visit.1
}

/// Whether a statement mentions an object.
pub(crate) fn mentions_in(stmt: &Stmt, object: ObjectId) -> bool {
    let mut visit = Mentions(object, false);
    visit.stmt(stmt);
    visit.1
}
