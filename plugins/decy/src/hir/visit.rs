//! Walks over trees.

use super::{Body, Callee, Expr, ExprKind, Place, PlaceKind, Stmt, StmtKind, Terminator};

/// Sees every node below one, parents first; an implementation that overrides a method calls the `walk_` function to go on.
pub(crate) trait Visit {
    /// An expression.
    fn expr(&mut self, expr: &Expr) {
        walk_expr(self, expr);
    }
    /// A place.
    fn place(&mut self, place: &Place) {
        walk_place(self, place);
    }
    /// A statement.
    fn stmt(&mut self, stmt: &Stmt) {
        walk_stmt(self, stmt);
    }
}

/// Everything in a body.
pub(crate) fn walk_body<V: Visit + ?Sized>(v: &mut V, body: &Body) {
    match body {
        Body::Blocks(block) => block.iter().for_each(|stmt| v.stmt(stmt)),
        Body::Graph(graph) => {
            for (block, end) in &graph.blocks {
                block.iter().for_each(|stmt| v.stmt(stmt));
                match end {
                    Terminator::Branch { condition, .. } => v.expr(condition),
                    Terminator::Computed(target) => v.expr(target),
                    Terminator::Land { buffer, .. } => v.expr(buffer),
                    Terminator::Switch { on, .. } => v.expr(on),
                    Terminator::Return(Some(value)) => v.expr(value),
                    _ => {}
                }
            }
        }
        Body::Refused(..) => {}
    }
}

/// What is directly below an expression.
pub(crate) fn walk_expr<V: Visit + ?Sized>(v: &mut V, expr: &Expr) {
    match &expr.kind {
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
            v.place(place)
        }
        ExprKind::Lend { place, from, .. } => {
            v.place(place);
            from.iter().for_each(|from| v.expr(from));
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
            body.iter().for_each(|stmt| v.stmt(stmt));
            value.iter().for_each(|value| v.expr(value));
        }
        ExprKind::Support { args, .. }
        | ExprKind::Builtin { args, .. }
        | ExprKind::Array(args)
        | ExprKind::Struct { fields: args, .. } => {
            args.iter().for_each(|arg| v.expr(arg));
        }
        ExprKind::Call { callee, args } => {
            if let Callee::Indirect(target) = callee {
                v.expr(target);
            }
            args.iter().for_each(|arg| v.expr(arg));
        }
        ExprKind::Union { value, .. } | ExprKind::Repeat { value, .. } => v.expr(value),
    }
}

/// What is directly below a place.
pub(crate) fn walk_place<V: Visit + ?Sized>(v: &mut V, place: &Place) {
    match &place.kind {
        PlaceKind::Object(_) | PlaceKind::Named(_) | PlaceKind::Str(_) => {}
        PlaceKind::Deref(inner) | PlaceKind::Temporary(inner) | PlaceKind::Literal { value: inner, .. } => {
            v.expr(inner)
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
pub(crate) fn walk_stmt<V: Visit + ?Sized>(v: &mut V, stmt: &Stmt) {
    match &stmt.kind {
        StmtKind::Expr(expr) | StmtKind::Vla { count: expr, .. } | StmtKind::Cleanup(expr) => v.expr(expr),
        StmtKind::Let { value, .. } | StmtKind::Return(value) => value.iter().for_each(|value| v.expr(value)),
        StmtKind::Block(body) | StmtKind::Region { body, .. } => body.iter().for_each(|stmt| v.stmt(stmt)),
        StmtKind::If { condition, yes, no } => {
            v.expr(condition);
            yes.iter().for_each(|stmt| v.stmt(stmt));
            no.iter().flatten().for_each(|stmt| v.stmt(stmt));
        }
        StmtKind::While { condition, body, .. } => {
            v.expr(condition);
            body.iter().for_each(|stmt| v.stmt(stmt));
        }
        StmtKind::DoWhile { body, condition, .. } => {
            body.iter().for_each(|stmt| v.stmt(stmt));
            v.expr(condition);
        }
        StmtKind::For { init, condition, step, body, .. } => {
            init.iter().for_each(|stmt| v.stmt(stmt));
            condition.iter().for_each(|condition| v.expr(condition));
            body.iter().for_each(|stmt| v.stmt(stmt));
            step.iter().for_each(|step| v.expr(step));
        }
        StmtKind::Switch(switch) => {
            v.expr(&switch.on);
            switch.groups.iter().flat_map(|group| &group.body).for_each(|stmt| v.stmt(stmt));
        }
        StmtKind::Jump { .. } => {}
    }
}
