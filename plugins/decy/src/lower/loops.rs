//! Loops: counting ones become `for` over a range.

use super::Lower;
use super::condition::negate;
use super::stmt::ends;
use crate::analysis::{Uses, bounds, mentions};
use crate::hir::{
    Binary, Comparison, Expr as HExpr, ExprKind, LabelRef, ObjectId, PlaceKind, Stmt as HStmt, StmtKind, Storage, Type,
};
use batuta_rust_ir::{Block, Expr, Literal, Pat, Stmt};

/// A loop that counts.
pub(super) struct Counting<'e> {
    object: ObjectId,
    /// The object belongs to the loop.
    own: bool,
    start: &'e HExpr,
    bound: &'e HExpr,
    inclusive: bool,
    down: bool,
    by: i128,
}

impl Lower<'_> {
    pub(super) fn while_loop(&mut self, id: u32, condition: &HExpr, body: &[HStmt]) -> Vec<Stmt> {
        let label = self.f.labels.fresh("outer");
        let forget = self.forget(body, &[condition]);
        let condition = self.condition(condition);
        self.enter(LabelRef::Loop(id), label.clone(), None, true);
        let block = self.block(body);
        let jump = self.leave();
        self.f.ranges = forget;
        let label = jump.used.then_some(label);
        vec![Stmt::expr(make_loop(label, condition, block))]
    }

    pub(super) fn do_while(&mut self, id: u32, body: &[HStmt], condition: &HExpr) -> Vec<Stmt> {
        let label = self.f.labels.fresh("outer");
        let forget = self.forget(body, &[condition]);
        let once = condition.constant() == Some(0);
        let body_label = if once { label.clone() } else { self.f.labels.fresh("body") };
        self.enter(LabelRef::Loop(id), label.clone(), Some(body_label.clone()), !once);
        let mut block = self.block(body);
        let jump = self.leave();
        self.f.ranges = forget;
        if once {
            let expr = if jump.used || jump.body_used { Expr::LabeledBlock(label, block) } else { Expr::Block(block) };
            return vec![Stmt::expr(expr)];
        }
        if jump.body_used {
            block = Block::new(vec![Stmt::expr(Expr::LabeledBlock(body_label, block))]);
        }
        let label = jump.used.then_some(label);
        if condition.constant().is_none_or(|value| value == 0) && !ends(&block.stmts) {
            let again = self.condition(condition);
            let leave = Block::new(vec![Stmt::expr(Expr::Break(None, None))]);
            block.push(Stmt::expr(Expr::if_(negate(again), leave, None)));
        }
        vec![Stmt::expr(Expr::Loop(label, block))]
    }

    pub(super) fn for_loop(
        &mut self,
        id: u32,
        init: &[HStmt],
        condition: Option<&HExpr>,
        step: Option<&HExpr>,
        body: &[HStmt],
    ) -> Vec<Stmt> {
        if let Some(counting) = self.counting(init, condition, step, body) {
            let own = counting.own
                || !self.f.defined.contains(&counting.object) && !self.f.waiting.contains(&counting.object);
            if own {
                return self.counting_loop(id, &counting, body);
            }
        }
        let saved = self.f.defined.clone();
        let mut out = vec![];
        for stmt in init {
            out.extend(self.init(stmt));
        }
        let exprs: Vec<&HExpr> = condition.into_iter().chain(step).collect();
        let before = self.forget(body, &exprs);
        self.learn(init, condition, step, body);
        let label = self.f.labels.fresh("outer");
        let body_label = step.map(|_| self.f.labels.fresh("body"));
        let condition = condition.map_or(Expr::bool(true), |condition| self.condition(condition));
        self.enter(LabelRef::Loop(id), label.clone(), body_label.clone(), true);
        let mut block = self.block(body);
        let jump = self.leave();
        if jump.body_used
            && let Some(body_label) = body_label
        {
            block = Block::new(vec![Stmt::expr(Expr::LabeledBlock(body_label, block))]);
        }
        if let Some(step) = step
            && !ends(&block.stmts)
        {
            let step = self.effect(step);
            block.stmts.extend(step);
        }
        self.f.ranges = before;
        let label = jump.used.then_some(label);
        out.push(Stmt::expr(make_loop(label, condition, block)));
        let mut kept = saved;
        kept.extend(init.iter().filter_map(|stmt| match &stmt.kind {
            StmtKind::Expr(expr) => match &expr.kind {
                ExprKind::Assign { place, .. } => match place.kind {
                    PlaceKind::Object(id) => Some(id),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        }));
        self.f.defined = kept;
        out
    }

    /// A statement of the first clause; what it declares stays visible in Rust, so its name must differ from all others.
    fn init(&mut self, stmt: &HStmt) -> Vec<Stmt> {
        let StmtKind::Let { object, value } = &stmt.kind else { return self.sequence(std::slice::from_ref(stmt)) };
        let ty = self.program.object(*object).ty.clone();
        let value = match value {
            Some(value) => self.expr_as(value, &ty),
            None => self.zero(&ty),
        };
        let name = self.declare_apart(*object);
        let pat = if self.f.uses.changed.contains(object) { Pat::name_mut(name) } else { Pat::name(name) };
        let (ty, value) = self.aligned(*object, value);
        vec![Stmt::let_(pat, ty, value)]
    }

    /// Forget the ranges of everything that the loop changes; gives back what was known before.
    fn forget(&mut self, body: &[HStmt], exprs: &[&HExpr]) -> crate::analysis::Ranges {
        let before = self.f.ranges.clone();
        let mut uses = Uses::in_stmts(body);
        for expr in exprs {
            crate::hir::visit::Visit::expr(&mut uses, expr);
        }
        self.f.ranges.retain(|id, _| !uses.changed.contains(id));
        let mut after = before;
        after.retain(|id, _| !uses.changed.contains(id));
        after
    }

    /// In the body of `for (i = a; i < b; i++)`, `i` lies between the two when nothing else changes it.
    fn learn(&mut self, init: &[HStmt], condition: Option<&HExpr>, step: Option<&HExpr>, body: &[HStmt]) {
        if let Some(counting) = self.counting(init, condition, step, body) {
            let range = self.range_of(&counting);
            self.f.ranges.insert(counting.object, range);
        }
    }

    fn range_of(&self, counting: &Counting<'_>) -> (i128, i128) {
        let (start, bound) = (bounds(counting.start, &self.f.ranges), bounds(counting.bound, &self.f.ranges));
        let edge = i128::from(!counting.inclusive);
        if counting.down { (bound.0 + edge, start.1) } else { (start.0, bound.1 - edge) }
    }

    /// Recognise a counting loop.
    pub(super) fn counting<'e>(
        &self,
        init: &'e [HStmt],
        condition: Option<&'e HExpr>,
        step: Option<&'e HExpr>,
        body: &[HStmt],
    ) -> Option<Counting<'e>> {
        let [first] = init else { return None };
        let (object, start, own) = match &first.kind {
            StmtKind::Let { object, value: Some(value) } => (*object, value, true),
            StmtKind::Expr(HExpr { kind: ExprKind::Assign { place, value }, .. }) => match place.kind {
                PlaceKind::Object(object) => (object, &**value, false),
                _ => return None,
            },
            _ => return None,
        };
        let int = self.program.objects.get(object.0 as usize)?.ty.int()?;
        let (down, by) = self.stride(step?, object)?;
        let ExprKind::Compare { op, left, right } = &condition?.kind else { return None };
        let reads =
            matches!(&left.kind, ExprKind::Load(place) if matches!(place.kind, PlaceKind::Object(id) if id == object));
        let inclusive = match (op, down) {
            (Comparison::Lt, false) | (Comparison::Gt, true) => false,
            (Comparison::Le, false) | (Comparison::Ge, true) => true,
            _ => return None,
        };
        if !reads || right.ty != Type::Int(int) || start.ty != Type::Int(int) || int.bits == 128 {
            return None;
        }
        if !int.signed && by > 1 && right.constant().is_none() {
            return None;
        }
        // An unsigned counter that goes down, or up to the greatest value, wraps around instead of ending.
        if !int.signed && (down || (inclusive && right.constant().is_none())) {
            return None;
        }
        let uses = Uses::in_stmts(body);
        let private = |id: ObjectId| {
            self.program.object(id).storage == Storage::Automatic
                && !self.f.uses.addressed.contains(&id)
                && !uses.changed.contains(&id)
        };
        let steady = self.is_steady(right, object, &private);
        let last_fits = right.constant().is_none_or(|value| value < int.high() && value > int.low());
        let fine = private(object) && steady && last_fits && !mentions(start, object);
        fine.then_some(Counting { object, own, start, bound: right, inclusive, down, by })
    }

    /// An expression whose value the loop cannot change.
    fn is_steady(&self, expr: &HExpr, counter: ObjectId, private: &dyn Fn(ObjectId) -> bool) -> bool {
        match &expr.kind {
            ExprKind::Int(_) | ExprKind::Zero => true,
            ExprKind::Load(place) => matches!(place.kind, PlaceKind::Object(id) if id != counter && private(id)),
            ExprKind::Cast(inner) => self.is_steady(inner, counter, private),
            ExprKind::Binary { op, left, right } => {
                !matches!(op, Binary::Div | Binary::Rem)
                    && self.is_steady(left, counter, private)
                    && self.is_steady(right, counter, private)
            }
            _ => false,
        }
    }

    /// Whether the last clause counts, downwards, and by how much.
    fn stride(&self, step: &HExpr, object: ObjectId) -> Option<(bool, i128)> {
        let is_it = |kind: &PlaceKind| matches!(kind, PlaceKind::Object(id) if *id == object);
        match &step.kind {
            ExprKind::Step { place, down, .. } if is_it(&place.kind) => Some((*down, 1)),
            ExprKind::Compound { place, op: op @ (Binary::Add | Binary::Sub), value, .. } if is_it(&place.kind) => {
                let by = value.constant().filter(|by| (1..=1 << 16).contains(by))?;
                // Beyond one step the bound could be jumped over at the end of the range.
                Some((*op == Binary::Sub, by)).filter(|(down, by)| !*down || *by == 1)
            }
            _ => None,
        }
    }

    fn counting_loop(&mut self, id: u32, counting: &Counting<'_>, body: &[HStmt]) -> Vec<Stmt> {
        let ty = self.program.object(counting.object).ty.clone();
        let range = self.range_of(counting);
        let start = self.expr_as(counting.start, &ty);
        let bound = self.expr_as(counting.bound, &ty);
        let iterator = if counting.down {
            let low = if counting.inclusive { bound } else { plus_one(bound, &ty) };
            Expr::Range(Some(Box::new(typed_if_needed(low, &ty))), Some(Box::new(start)), true).method("rev", vec![])
        } else {
            let range =
                Expr::Range(Some(Box::new(typed_if_needed(start, &ty))), Some(Box::new(bound)), counting.inclusive);
            if counting.by == 1 { range } else { range.method("step_by", vec![Expr::int(counting.by)]) }
        };
        let saved = self.f.defined.clone();
        let name = self.declare(counting.object);
        let before = self.forget(body, &[]);
        self.f.ranges.insert(counting.object, range);
        let label = self.f.labels.fresh("outer");
        self.enter(LabelRef::Loop(id), label.clone(), None, true);
        let block = self.block(body);
        let jump = self.leave();
        self.f.ranges = before;
        self.f.defined = saved;
        let iterator = said(iterator, &name, &block, &ty);
        let used = crate::analysis::Uses::in_stmts(body).mentioned.contains_key(&counting.object);
        let pat = if used { Pat::name(name) } else { Pat::name(format!("_{name}")) };
        vec![Stmt::expr(Expr::For(jump.used.then_some(label), pat, Box::new(iterator), block))]
    }
}

/// The type of a range of literals, where a method is called on the counter before anything else says it.
fn said(iterator: Expr, name: &str, block: &Block, ty: &Type) -> Expr {
    let text = format!("{block:?}");
    let called = text.match_indices("Method(").any(|(at, _)| is_counter(&text[at + 7..], name));
    match (iterator, ty.int()) {
        (Expr::Range(Some(from), to, inclusive), Some(int)) if called => {
            Expr::Range(Some(Box::new(super::arith::typed(*from, int))), to, inclusive)
        }
        (Expr::Method(range, method, types, args), Some(int)) if called => match *range {
            Expr::Range(Some(from), to, inclusive) => {
                let range = Expr::Range(Some(Box::new(super::arith::typed(*from, int))), to, inclusive);
                Expr::Method(Box::new(range), method, types, args)
            }
            other => Expr::Method(Box::new(other), method, types, args),
        },
        (iterator, _) => iterator,
    }
}

/// The receiver that starts here is arithmetic on the counter and on literals.
fn is_counter(text: &str, name: &str) -> bool {
    let mut depth = 0usize;
    let end = text.find(|c| match c {
        '(' => {
            depth += 1;
            false
        }
        ')' => {
            depth = depth.saturating_sub(1);
            false
        }
        ',' => depth == 0,
        _ => false,
    });
    let receiver = &text[..end.unwrap_or(text.len())];
    let fixed = ["Cast(", "Call(", "Method(", "Field(", "Index(", "Unsafe", "Verbatim"];
    receiver.contains(&format!("Path(\"{name}\")")) && !fixed.iter().any(|part| receiver.starts_with(part))
}

/// Both ends of a range may be literals: the first one then says the type.
fn typed_if_needed(value: Expr, ty: &Type) -> Expr {
    match ty.int() {
        Some(int) if int != crate::hir::Int::I32 => super::arith::typed(value, int),
        _ => value,
    }
}

fn plus_one(value: Expr, _ty: &Type) -> Expr {
    match value {
        Expr::Lit(Literal::Int(value, suffix)) => Expr::Lit(Literal::Int(value + 1, suffix)),
        value => Expr::binary(batuta_rust_ir::BinOp::Add, value, Expr::int(1)),
    }
}

fn make_loop(label: Option<String>, condition: Expr, block: Block) -> Expr {
    match condition {
        Expr::Lit(Literal::Bool(true)) => Expr::Loop(label, block),
        condition => Expr::While(label, Box::new(condition), block),
    }
}
