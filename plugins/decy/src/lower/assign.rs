//! Assignments, and expressions for their effect.

use super::Lower;
use super::arith::arithmetic;
use crate::analysis::{Effects, bounds, combined_bounds, mentions, root};
use crate::hir::{Binary, Callee, Expr as HExpr, ExprKind, Int, Logical, Place, PlaceKind, Storage, Type};
use batuta_rust_ir::{BinOp, Block, Expr, Pat, Stmt};

impl Lower<'_> {
    /// Statements that evaluate an expression and drop its value.
    pub(super) fn effect(&mut self, expr: &HExpr) -> Vec<Stmt> {
        match &expr.kind {
            ExprKind::Assign { place, value } => self.assign(place, value),
            ExprKind::Compound { place, op, value, compute } => self.compound(place, *op, value, compute),
            ExprKind::Step { place, down, .. } => self.step(place, *down),
            ExprKind::Comma { first, second } => {
                let mut stmts = self.effect(first);
                stmts.extend(self.effect(second));
                stmts
            }
            ExprKind::Cast(inner) => self.effect(inner),
            ExprKind::Conditional { condition, yes, no } => {
                let condition = self.condition(condition);
                let (yes, no) = (self.effect(yes), self.effect(no));
                if yes.is_empty() && !no.is_empty() {
                    return vec![Stmt::expr(Expr::if_(super::condition::negate(condition), Block::new(no), None))];
                }
                let no = (!no.is_empty()).then(|| Block::new(no));
                vec![Stmt::expr(Expr::if_(condition, Block::new(yes), no))]
            }
            ExprKind::Logical { op, left, right } if !self.effects(right).is_free() => {
                let left = self.condition(left);
                let left = if *op == Logical::And { left } else { super::condition::negate(left) };
                let right = self.effect(right);
                vec![Stmt::expr(Expr::if_(left, Block::new(right), None))]
            }
            ExprKind::Statements { body, value } => {
                let saved = self.f.defined.clone();
                let mut block = self.block(body);
                if let Some(value) = value {
                    block.stmts.extend(self.effect(value));
                }
                self.f.defined = saved;
                vec![Stmt::expr(Expr::Block(block))]
            }
            ExprKind::Nothing => vec![],
            ExprKind::Call { callee, args } => {
                if let Some(stmts) = self.output(expr) {
                    return stmts;
                }
                if let Callee::Direct(id) = callee
                    && let Some(stmt) = self.va_start(*id, args)
                {
                    return vec![stmt];
                }
                let value = self.expr(expr);
                vec![discard(value)]
            }
            ExprKind::Support { .. } => {
                let call = self.expr(expr);
                vec![Stmt::expr(call)]
            }
            ExprKind::Hole(code, reason) => {
                let hole = self.hole(*code, reason, &Type::Void, expr.origin);
                vec![Stmt::expr(hole)]
            }
            ExprKind::Unreachable => vec![Stmt::expr(Expr::macro_call("unreachable", vec![]))],
            _ if self.effects(expr).is_free() => vec![],
            _ => {
                let value = self.expr(expr);
                vec![Stmt::let_(Pat::Wild, None, value)]
            }
        }
    }

    fn assign(&mut self, place: &Place, value: &HExpr) -> Vec<Stmt> {
        if let ExprKind::Assign { place: inner, value: source } = &value.kind
            && matches!(inner.kind, PlaceKind::Object(_))
        {
            // `a = b = c`
            let mut stmts = self.assign(inner, source);
            let load = HExpr::new(ExprKind::Load(inner.clone()), value.ty.clone(), value.origin);
            stmts.extend(self.assign(place, &load));
            return stmts;
        }
        if let Some(stmts) = self.assign_and_step(place, value) {
            return stmts;
        }
        let (mut stmts, place) = self.ordered(place, value);
        if let Some((bits, base, record)) = self.bit_field(&place) {
            let (more, base) = self.stable(&base);
            stmts.extend(more);
            let target = self.place(&base).field(self.names.storage(record, &bits.storage).to_owned());
            let value = self.with_bits(target.clone(), &bits, value);
            stmts.push(Stmt::assign(target, value));
            return stmts;
        }
        let value = self.expr_as(value, &place.ty);
        stmts.push(self.store(&place, value));
        stmts
    }

    /// `*p++ = *q++`: first the assignment, then the steps, where nothing can tell the difference.
    fn assign_and_step(&mut self, place: &Place, value: &HExpr) -> Option<Vec<Stmt>> {
        let mut steps = vec![];
        let target = self.peel(place, &mut steps);
        let value = match &value.kind {
            ExprKind::Load(source) => HExpr { kind: ExprKind::Load(self.peel(source, &mut steps)), ..value.clone() },
            _ => value.clone(),
        };
        let (first, more) = steps.split_first()?;
        let read = HExpr::new(ExprKind::Load(target.clone()), target.ty.clone(), target.origin);
        let objects: Vec<_> = steps.iter().filter_map(|(step, _)| root(step)).collect();
        let mentioned = |expr: &HExpr| objects.iter().map(|id| usize::from(mentions(expr, *id))).sum::<usize>();
        let apart = more.iter().all(|(step, _)| root(step) != root(first.0.as_ref()));
        if !apart || mentioned(&read) + mentioned(&value) != steps.len() || !self.effects(&value).is_free() {
            return None;
        }
        let mut stmts = self.assign(&target, &value);
        for (step, down) in &steps {
            stmts.extend(self.step(step, *down));
        }
        Some(stmts)
    }

    /// A place whose pointer or index steps afterwards, without the step.
    fn peel(&self, place: &Place, steps: &mut Vec<(Box<Place>, bool)>) -> Place {
        let mut out = place.clone();
        let inner = match &mut out.kind {
            PlaceKind::Deref(inner) => inner,
            PlaceKind::Index { index, .. } | PlaceKind::Element { index, .. } => index,
            _ => return out,
        };
        let stepped = match &inner.kind {
            ExprKind::Step { place, down, postfix: true } => Some((place.clone(), *down)),
            _ => None,
        };
        if let Some((counter, down)) = stepped
            && matches!(counter.kind, PlaceKind::Object(id) if self.program.object(id).storage == Storage::Automatic && !self.f.uses.addressed.contains(&id))
        {
            **inner = HExpr::new(ExprKind::Load(counter.clone()), inner.ty.clone(), inner.origin);
            steps.push((Box::new(counter), down));
        }
        out
    }

    /// The place of an assignment, fixed beforehand when the value could change where it is.
    fn ordered(&mut self, place: &Place, value: &HExpr) -> (Vec<Stmt>, Place) {
        let way = Effects::of_place(place, self.program, &self.purity, &self.f.uses.addressed);
        if way.conflicts(&self.effects(value)) {
            return self.fixed(place);
        }
        (vec![], place.clone())
    }

    /// As `stable`, but nothing on the way to the place is evaluated again.
    fn fixed(&mut self, place: &Place) -> (Vec<Stmt>, Place) {
        match &place.kind {
            PlaceKind::Object(_) => (vec![], place.clone()),
            PlaceKind::Field { base, record, index } => {
                let (stmts, base) = self.fixed(base);
                let kind = PlaceKind::Field { base: Box::new(base), record: *record, index: *index };
                (stmts, Place { kind, ty: place.ty.clone(), origin: place.origin })
            }
            PlaceKind::Element { array, index } => {
                let (mut stmts, array) = self.fixed(array);
                let (stmt, index) = self.saved(index, "index");
                stmts.push(stmt);
                let kind = PlaceKind::Element { array: Box::new(array), index: Box::new(index) };
                (stmts, Place { kind, ty: place.ty.clone(), origin: place.origin })
            }
            _ => {
                let ty = place.ty.clone().pointer(false);
                let pointer = HExpr::new(ExprKind::AddressOf(place.clone()), ty, place.origin);
                let (stmt, pointer) = self.saved(&pointer, "place");
                let kind = PlaceKind::Deref(Box::new(pointer));
                (vec![stmt], Place { kind, ty: place.ty.clone(), origin: place.origin })
            }
        }
    }

    fn compound(&mut self, place: &Place, op: Binary, value: &HExpr, compute: &Type) -> Vec<Stmt> {
        let mut stmts = vec![];
        let mut value = value.clone();
        let read = HExpr::new(ExprKind::Load(place.clone()), place.ty.clone(), place.origin);
        let changes = self.effects(&value);
        if !changes.is_free() && changes.conflicts(&self.effects(&read)) {
            // gcc evaluates the right side first.
            let (stmt, saved) = self.saved(&value, "value");
            stmts.push(stmt);
            value = saved;
        }
        let (more, place) = self.stable(place);
        stmts.extend(more);
        stmts.extend(self.update(&place, op, &value, compute));
        stmts
    }

    /// `place = place op value` on a place that can be named twice.
    fn update(&mut self, place: &Place, op: Binary, value: &HExpr, compute: &Type) -> Vec<Stmt> {
        let ty = place.ty.clone();
        let load = HExpr::new(ExprKind::Load(place.clone()), ty.clone(), place.origin);
        if let Type::Pointer { .. } = ty {
            let kind =
                ExprKind::Offset { pointer: Box::new(load), index: Box::new(value.clone()), back: op == Binary::Sub };
            let moved = HExpr::new(kind, ty, place.origin);
            let moved = self.expr(&moved);
            return vec![self.store(place, moved)];
        }
        if self.bit_field(place).is_none()
            && !self.in_cell(place)
            && let Some(stmt) = self.native_update(place, op, value, compute)
        {
            return vec![stmt];
        }
        let left = if ty == *compute {
            load
        } else {
            HExpr::new(ExprKind::Cast(Box::new(load)), compute.clone(), place.origin)
        };
        let kind = ExprKind::Binary { op, left: Box::new(left), right: Box::new(value.clone()) };
        let result = HExpr::new(kind, compute.clone(), place.origin);
        let result =
            if ty == *compute { result } else { HExpr::new(ExprKind::Cast(Box::new(result)), ty, place.origin) };
        self.assign(place, &result)
    }

    /// `place += value` and its like, where Rust's operator means the same.
    fn native_update(&mut self, place: &Place, op: Binary, value: &HExpr, compute: &Type) -> Option<Stmt> {
        let ty = &place.ty;
        if (ty.is_float() || *ty == Type::LongDouble) && ty == compute {
            let rust = native(op)?;
            let value = self.expr_as(value, ty);
            let target = self.place(place);
            return Some(Stmt::expr(Expr::AssignOp(rust, Box::new(target), Box::new(value))));
        }
        let (has, wide) = (ty.int()?, compute.int()?);
        if has.bits > wide.bits {
            return None;
        }
        let load = HExpr::new(ExprKind::Load(place.clone()), ty.clone(), place.origin);
        match op {
            Binary::And | Binary::Or | Binary::Xor => {
                let value = self.reduced(value, ty);
                let target = self.place(place);
                Some(Stmt::expr(Expr::AssignOp(native(op)?, Box::new(target), Box::new(value))))
            }
            Binary::Add | Binary::Sub | Binary::Mul => {
                let fits = self.update_fits(op, &load, value, has);
                let value = self.reduced(value, ty);
                let target = self.place(place);
                if fits {
                    return Some(Stmt::expr(Expr::AssignOp(native(op)?, Box::new(target), Box::new(value))));
                }
                let result = arithmetic(op, target.clone(), value, ty, false, None);
                Some(Stmt::assign(target, result))
            }
            Binary::Div | Binary::Rem if has == wide && value.constant().is_some_and(|value| value > 0) => {
                let value = self.expr_as(value, ty);
                let target = self.place(place);
                Some(Stmt::expr(Expr::AssignOp(native(op)?, Box::new(target), Box::new(value))))
            }
            Binary::Shl | Binary::Shr if has == wide => {
                let by = value.constant().filter(|by| (0..i128::from(has.bits)).contains(by))?;
                let target = self.place(place);
                Some(Stmt::expr(Expr::AssignOp(native(op)?, Box::new(target), Box::new(Expr::int(by)))))
            }
            _ => None,
        }
    }

    fn update_fits(&self, op: Binary, load: &HExpr, value: &HExpr, int: Int) -> bool {
        let (a, b) = (bounds(load, &self.f.ranges), bounds(value, &self.f.ranges));
        int.bits < 128 && combined_bounds(op, a, b).is_some_and(|(low, high)| int.low() <= low && high <= int.high())
    }

    /// A value modulo the width of a narrower type: enough for sums, products and bits.
    fn reduced(&mut self, value: &HExpr, ty: &Type) -> Expr {
        if let (Some(constant), Some(int)) = (value.constant(), ty.int())
            && int.bits < 128
        {
            let mask = (1i128 << int.bits) - 1;
            let low = constant & mask;
            let low = if int.signed && low > int.high() { low - (1i128 << int.bits) } else { low };
            return Expr::int(low);
        }
        self.expr_as(value, ty)
    }

    fn step(&mut self, place: &Place, down: bool) -> Vec<Stmt> {
        let (mut stmts, place) = self.stable(place);
        stmts.extend(self.stepped(&place, down));
        stmts
    }

    fn stepped(&mut self, place: &Place, down: bool) -> Vec<Stmt> {
        let op = if down { Binary::Sub } else { Binary::Add };
        let compute = match &place.ty {
            Type::Int(int) if int.bits < 32 => Type::INT,
            Type::Bool => Type::INT,
            other => other.clone(),
        };
        let one = match &place.ty {
            Type::Float | Type::Double => HExpr::new(ExprKind::Float(1.0), compute.clone(), place.origin),
            Type::LongDouble => {
                let one = ExprKind::LongDouble { mantissa: 1 << 63, high: 0x3fff };
                HExpr::new(one, Type::LongDouble, place.origin)
            }
            Type::Pointer { .. } => HExpr::new(ExprKind::Int(1), Type::Int(Int::I64), place.origin),
            _ => HExpr::new(ExprKind::Int(1), compute.clone(), place.origin),
        };
        self.update(place, op, &one, &compute)
    }

    /// The value of an assignment, with its effect.
    pub(super) fn assignment_value(&mut self, expr: &HExpr) -> Expr {
        let (place, postfix) = match &expr.kind {
            ExprKind::Step { place, postfix, .. } => (place, *postfix),
            ExprKind::Assign { place, .. } | ExprKind::Compound { place, .. } => (place, false),
            _ => return Expr::unit(),
        };
        let is_local = matches!(place.kind, PlaceKind::Object(_));
        if let ExprKind::Assign { place, value } = &expr.kind
            && !is_local
            && self.bit_field(place).is_none()
        {
            let (mut stmts, fixed) = self.ordered(place, value);
            let value = self.expr_as(value, &place.ty);
            let name = self.temporary("value");
            let ty = self.ty(&place.ty);
            stmts.push(Stmt::let_(Pat::name(name.clone()), ty, value));
            stmts.push(self.store(&fixed, Expr::path(name.clone())));
            return Expr::Block(Block::new(stmts).tail(Expr::path(name)));
        }
        let (mut stmts, place) = match &expr.kind {
            ExprKind::Assign { place, value } => {
                // A bit-field or a plain object: written, then read again.
                let (mut stmts, place) = self.stable(place);
                stmts.extend(self.assign(&place, value));
                return self.then_load(stmts, &place);
            }
            ExprKind::Compound { place, op, value, compute } => {
                let (mut stmts, value) = self.value_first(place, value);
                let (more, place) = self.stable(place);
                stmts.extend(more);
                stmts.extend(self.update(&place, *op, &value, compute));
                return self.then_load(stmts, &place);
            }
            _ => self.stable(place),
        };
        let ExprKind::Step { down, .. } = &expr.kind else { return Expr::unit() };
        if !postfix {
            stmts.extend(self.stepped(&place, *down));
            return self.then_load(stmts, &place);
        }
        let old = self.load(&place);
        let name = self.temporary("old");
        stmts.push(Stmt::let_(Pat::name(name.clone()), None, old));
        stmts.extend(self.stepped(&place, *down));
        Expr::Block(Block::new(stmts).tail(Expr::path(name)))
    }

    fn value_first(&mut self, place: &Place, value: &HExpr) -> (Vec<Stmt>, HExpr) {
        let read = HExpr::new(ExprKind::Load(place.clone()), place.ty.clone(), place.origin);
        let changes = self.effects(value);
        if !changes.is_free() && changes.conflicts(&self.effects(&read)) {
            let (stmt, saved) = self.saved(value, "value");
            return (vec![stmt], saved);
        }
        (vec![], value.clone())
    }

    fn then_load(&mut self, stmts: Vec<Stmt>, place: &Place) -> Expr {
        let value = self.load(place);
        Expr::Block(Block::new(stmts).tail(value))
    }
}

fn native(op: Binary) -> Option<BinOp> {
    Some(match op {
        Binary::Add => BinOp::Add,
        Binary::Sub => BinOp::Sub,
        Binary::Mul => BinOp::Mul,
        Binary::Div => BinOp::Div,
        Binary::Rem => BinOp::Rem,
        Binary::And => BinOp::BitAnd,
        Binary::Xor => BinOp::BitXor,
        Binary::Or => BinOp::BitOr,
        Binary::Shl => BinOp::Shl,
        Binary::Shr => BinOp::Shr,
    })
}

/// A call as a statement; the value of anything else is dropped in words.
fn discard(value: Expr) -> Stmt {
    match value {
        Expr::Call(..) | Expr::Macro(..) | Expr::Block(_) | Expr::Tuple(_) => Stmt::expr(value),
        other => Stmt::let_(Pat::Wild, None, other),
    }
}
