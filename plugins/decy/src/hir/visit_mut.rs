//! Walks over trees that change them.

use super::{Body, Callee, Expr, ExprKind, Place, PlaceKind, Stmt, StmtKind, Terminator};

/// Changes every node below one; an implementation that overrides a method calls the `walk_` function to go on.
pub(crate) trait VisitMut {
    /// An expression.
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr(self, expr);
    }
    /// A place.
    fn place(&mut self, place: &mut Place) {
        walk_place(self, place);
    }
    /// A statement.
    fn stmt(&mut self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
    }
}

/// Everything in a body.
pub(crate) fn walk_body<V: VisitMut + ?Sized>(v: &mut V, body: &mut Body) {
    match body {
        Body::Blocks(block) => block.iter_mut().for_each(|stmt| v.stmt(stmt)),
        Body::Graph(graph) => {
            for (block, end) in &mut graph.blocks {
                block.iter_mut().for_each(|stmt| v.stmt(stmt));
                match end {
                    Terminator::Branch { condition: value, .. }
                    | Terminator::Computed(value)
                    | Terminator::Land { buffer: value, .. }
                    | Terminator::Switch { on: value, .. }
                    | Terminator::Return(Some(value)) => v.expr(value),
                    _ => {}
                }
            }
        }
        Body::Refused(..) => {}
    }
}

/// What is directly below an expression.
pub(crate) fn walk_expr<V: VisitMut + ?Sized>(v: &mut V, expr: &mut Expr) {
    match &mut expr.kind {
        ExprKind::Int(_)
        | ExprKind::Float(_)
        | ExprKind::LongDouble { .. }
        | ExprKind::Zero
        | ExprKind::FunctionAddress(_)
        | ExprKind::VaStart
        | ExprKind::Unreachable
        | ExprKind::Nothing
        | ExprKind::Hole(..) => {}
        ExprKind::Load(place) | ExprKind::AddressOf(place) | ExprKind::Step { place, .. } | ExprKind::VaArg(place) => {
            v.place(place);
        }
        ExprKind::Lend { place, from, .. } => {
            v.place(place);
            from.iter_mut().for_each(|from| v.expr(from));
        }
        ExprKind::Assign { place, value } | ExprKind::Compound { place, value, .. } => {
            v.place(place);
            v.expr(value);
        }
        ExprKind::Negate(inner) | ExprKind::Complement(inner) | ExprKind::Cast(inner) => v.expr(inner),
        ExprKind::Binary { left, right, .. }
        | ExprKind::Distance { left, right }
        | ExprKind::Compare { left, right, .. }
        | ExprKind::Logical { left, right, .. }
        | ExprKind::Comma { first: left, second: right }
        | ExprKind::Elvis { value: left, no: right }
        | ExprKind::Offset { pointer: left, index: right, .. } => {
            v.expr(left);
            v.expr(right);
        }
        ExprKind::Conditional { condition, yes, no } => {
            v.expr(condition);
            v.expr(yes);
            v.expr(no);
        }
        ExprKind::Statements { body, value } => {
            body.iter_mut().for_each(|stmt| v.stmt(stmt));
            value.iter_mut().for_each(|value| v.expr(value));
        }
        ExprKind::Support { args, .. }
        | ExprKind::Builtin { args, .. }
        | ExprKind::Array(args)
        | ExprKind::Struct { fields: args, .. } => args.iter_mut().for_each(|arg| v.expr(arg)),
        ExprKind::Call { callee, args } => {
            if let Callee::Indirect(target) = callee {
                v.expr(target);
            }
            args.iter_mut().for_each(|arg| v.expr(arg));
        }
        ExprKind::Union { value, .. } | ExprKind::Repeat { value, .. } => v.expr(value),
    }
}

/// What is directly below a place.
pub(crate) fn walk_place<V: VisitMut + ?Sized>(v: &mut V, place: &mut Place) {
    match &mut place.kind {
        PlaceKind::Object(_) | PlaceKind::Named(_) | PlaceKind::Str(_) => {}
        PlaceKind::Deref(inner) | PlaceKind::Temporary(inner) | PlaceKind::Literal { value: inner, .. } => {
            v.expr(inner);
        }
        PlaceKind::Index { base, index } => {
            v.expr(base);
            v.expr(index);
        }
        PlaceKind::Element { array, index } => {
            v.place(array);
            v.expr(index);
        }
        PlaceKind::Field { base, .. } => v.place(base),
    }
}

/// What is directly below a statement.
pub(crate) fn walk_stmt<V: VisitMut + ?Sized>(v: &mut V, stmt: &mut Stmt) {
    match &mut stmt.kind {
        StmtKind::Expr(expr) | StmtKind::Vla { count: expr, .. } | StmtKind::Cleanup(expr) => v.expr(expr),
        StmtKind::Let { value, .. } | StmtKind::Return(value) => value.iter_mut().for_each(|value| v.expr(value)),
        StmtKind::Block(body) | StmtKind::Region { body, .. } => body.iter_mut().for_each(|stmt| v.stmt(stmt)),
        StmtKind::If { condition, yes, no } => {
            v.expr(condition);
            yes.iter_mut().for_each(|stmt| v.stmt(stmt));
            no.iter_mut().flatten().for_each(|stmt| v.stmt(stmt));
        }
        StmtKind::While { condition, body, .. } | StmtKind::DoWhile { body, condition, .. } => {
            v.expr(condition);
            body.iter_mut().for_each(|stmt| v.stmt(stmt));
        }
        StmtKind::For { init, condition, step, body, .. } => {
            init.iter_mut().for_each(|stmt| v.stmt(stmt));
            condition.iter_mut().for_each(|condition| v.expr(condition));
            body.iter_mut().for_each(|stmt| v.stmt(stmt));
            step.iter_mut().for_each(|step| v.expr(step));
        }
        StmtKind::Switch(switch) => {
            v.expr(&mut switch.on);
            switch.groups.iter_mut().flat_map(|group| &mut group.body).for_each(|stmt| v.stmt(stmt));
        }
        StmtKind::Jump { .. } => {}
    }
}
