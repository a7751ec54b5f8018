//! `switch`: a `match` where no group falls through, nested blocks where one does.

use super::Lower;
use crate::hir::{CaseRange, Exit, Group, LabelRef, Stmt as HStmt, StmtKind, Switch, Type};
use batuta_rust_ir::{Arm, Block, Expr, Pat, Stmt};

impl Lower<'_> {
    pub(super) fn switch(&mut self, switch: &Switch) -> Vec<Stmt> {
        let ranges = self.f.ranges.clone();
        let mut out = vec![];
        for object in &switch.hoisted {
            let ty = self.program.object(*object).ty.clone();
            let zero = self.zero(&ty);
            let name = self.declare_apart(*object);
            let (ty, zero) = self.aligned(*object, zero);
            out.push(Stmt::let_(Pat::name_mut(name), ty, zero));
        }
        let on = self.expr(&switch.on);
        // What the body changes is not known to be in range any more once it was entered by another group.
        let bodies: Vec<HStmt> = switch.groups.iter().flat_map(|group| group.body.iter().cloned()).collect();
        let changed = crate::analysis::Uses::in_stmts(&bodies).changed;
        self.f.ranges.retain(|id, _| !changed.contains(id));
        let label = self.f.labels.fresh("switch");
        self.enter(LabelRef::Switch(switch.id), label.clone(), None, false);
        let falls = switch
            .groups
            .iter()
            .enumerate()
            .any(|(at, group)| at + 1 < switch.groups.len() && falls_through(&group.body));
        let body = if falls { self.chain(switch, on) } else { self.arms(switch, on) };
        let jump = self.leave();
        self.f.ranges = ranges;
        self.f.ranges.retain(|id, _| !changed.contains(id));
        if jump.used {
            out.push(Stmt::expr(Expr::LabeledBlock(label, Block::new(body))));
        } else {
            out.extend(body);
        }
        out
    }

    /// No group falls through: one arm each.
    fn arms(&mut self, switch: &Switch, on: Expr) -> Vec<Stmt> {
        let mut arms = vec![];
        let mut default = Arm::new(Pat::Wild, Expr::Block(Block::default()));
        for (at, group) in switch.groups.iter().enumerate() {
            let body = without_break(group, switch.id);
            let block = self.block(body);
            if Some(at) == switch.default {
                default.body = Expr::Block(block);
            } else if !group.values.is_empty() {
                arms.push(Arm::new(pattern(&group.values, &switch.on.ty), Expr::Block(block)));
            }
        }
        arms.push(default);
        vec![Stmt::expr(Expr::match_(on, arms))]
    }

    /// Groups that fall through: the `match` leaves the block that ends where the group starts.
    fn chain(&mut self, switch: &Switch, on: Expr) -> Vec<Stmt> {
        let labels: Vec<String> = switch.groups.iter().map(|_| self.f.labels.fresh("case")).collect();
        let mut arms = vec![];
        for (at, group) in switch.groups.iter().enumerate() {
            if Some(at) != switch.default && !group.values.is_empty() {
                arms.push(Arm::new(pattern(&group.values, &switch.on.ty), Expr::Break(Some(labels[at].clone()), None)));
            }
        }
        let otherwise = match switch.default {
            Some(at) => labels[at].clone(),
            None => match self.f.jumps.last_mut() {
                Some(jump) => {
                    jump.used = true;
                    jump.label.clone()
                }
                None => String::new(),
            },
        };
        arms.push(Arm::new(Pat::Wild, Expr::Break(Some(otherwise), None)));
        let mut inner = vec![Stmt::expr(Expr::match_(on, arms))];
        for (at, group) in switch.groups.iter().enumerate() {
            let reached = !group.values.is_empty() || switch.default == Some(at);
            let mut next = if reached {
                vec![Stmt::expr(Expr::LabeledBlock(labels[at].clone(), Block::new(inner)))]
            } else {
                inner
            };
            let last = at + 1 == switch.groups.len();
            let body = if last { without_break(group, switch.id) } else { &group.body };
            next.extend(self.sequence(body));
            inner = next;
        }
        inner
    }
}

/// Values as a pattern.
pub(super) fn pattern(values: &[CaseRange], ty: &Type) -> Pat {
    let number = |value: i128| Box::new(super::expr::integer(value, ty));
    let one = |range: &CaseRange| {
        if range.low == range.high {
            Pat::Const(number(range.low))
        } else {
            Pat::Range(Some(number(range.low)), Some(number(range.high)))
        }
    };
    match values {
        [single] => one(single),
        many => Pat::Or(many.iter().map(one).collect()),
    }
}

/// The body without a `break` at its end.
fn without_break(group: &Group, id: u32) -> &[HStmt] {
    match group.body.split_last() {
        Some((HStmt { kind: StmtKind::Jump { target: LabelRef::Switch(target), exit: Exit::Break }, .. }, rest))
            if *target == id =>
        {
            rest
        }
        _ => &group.body,
    }
}

/// Whether control can reach the end of a group.
fn falls_through(body: &[HStmt]) -> bool {
    match body.last().map(|stmt| &stmt.kind) {
        None => true,
        Some(StmtKind::Jump { .. } | StmtKind::Return(_)) => false,
        Some(StmtKind::Block(inner)) => falls_through(inner),
        Some(StmtKind::If { yes, no: Some(no), .. }) => falls_through(yes) || falls_through(no),
        Some(_) => true,
    }
}
