//! Statements and bodies of the parser's program as ours.

use super::Converter;
use crate::codes;
use crate::hir::{
    Block, Body, CaseRange, Exit, Expr, ExprKind, Graph, Group, LabelRef, ObjectId, Stmt, StmtKind, Switch, Terminator,
    Type,
};
use batuta_text::Origin;
use cinrs_core::{cfg, ir};

impl Converter<'_> {
    pub(super) fn body(&self, body: &ir::Body) -> Body {
        match body {
            ir::Body::Structured(stmts) => Body::Blocks(self.stmts(stmts)),
            ir::Body::Cfg(graph) => match self.graph(graph) {
                Ok(graph) => Body::Graph(graph),
                Err(reason) => Body::Refused(codes::UNSUPPORTED, reason.to_owned(), None),
            },
        }
    }

    pub(super) fn stmts(&self, stmts: &[ir::Stmt]) -> Block {
        stmts.iter().filter_map(|stmt| self.stmt(stmt)).collect()
    }

    /// The statements of a body, without the braces around a single block.
    fn block(&self, stmt: &ir::Stmt) -> Block {
        match stmt {
            ir::Stmt::Block(items) => self.stmts(items),
            other => self.stmt(other).into_iter().collect(),
        }
    }

    fn stmt(&self, stmt: &ir::Stmt) -> Option<Stmt> {
        let some = |kind, origin: Origin| Some(Stmt { kind, origin: Some(origin) });
        match stmt {
            ir::Stmt::Nop => None,
            ir::Stmt::Expr(expr) => some(StmtKind::Expr(self.expr(expr)), self.origin(expr.range)),
            ir::Stmt::Let { object, init, explicit } => {
                let value = explicit.then(|| self.expr(init));
                some(
                    StmtKind::Let { object: ObjectId(object.0), value },
                    self.origin(self.program.object(*object).range),
                )
            }
            ir::Stmt::Vla(def) => {
                let count = self.expr(&def.count);
                some(StmtKind::Vla { object: ObjectId(def.object.0), count }, self.origin(def.range))
            }
            ir::Stmt::Cleanup(def) => some(StmtKind::Cleanup(self.expr(&def.call)), self.origin(def.range)),
            ir::Stmt::Block(items) => Some(Stmt { kind: StmtKind::Block(self.stmts(items)), origin: None }),
            ir::Stmt::If { cond, then_branch, else_branch } => {
                let no = else_branch.as_ref().map(|no| self.block(no));
                let condition = self.complex_truth(cond);
                some(StmtKind::If { condition, yes: self.block(then_branch), no }, self.origin(cond.range))
            }
            ir::Stmt::While { id, cond, body, range } => {
                let (condition, body) = (self.complex_truth(cond), self.block(body));
                some(StmtKind::While { id: id.0, condition, body }, self.origin(*range))
            }
            ir::Stmt::DoWhile { id, body, cond, range } => {
                let (body, condition) = (self.block(body), self.complex_truth(cond));
                some(StmtKind::DoWhile { id: id.0, body, condition }, self.origin(*range))
            }
            ir::Stmt::For { id, init, cond, step, body, range } => {
                let condition = cond.as_ref().map(|cond| self.complex_truth(cond));
                let step = step.as_ref().map(|step| self.expr(step));
                let (init, body) = (self.stmts(init), self.block(body));
                some(StmtKind::For { id: id.0, init, condition, step, body }, self.origin(*range))
            }
            ir::Stmt::Switch(switch) => {
                some(StmtKind::Switch(Box::new(self.switch(switch))), self.origin(switch.range))
            }
            ir::Stmt::Region(region) => {
                let kind = StmtKind::Region {
                    id: region.label.0,
                    name: region.name.clone(),
                    repeat: region.kind == ir::RegionKind::Loop,
                    falls_out: region.falls_out,
                    body: self.stmts(&region.body),
                };
                Some(Stmt { kind, origin: None })
            }
            ir::Stmt::Goto { id, range } => {
                let repeat = self.repeats(id.0);
                let exit = if repeat { Exit::Continue } else { Exit::Break };
                some(StmtKind::Jump { target: LabelRef::Region(id.0), exit }, self.origin(*range))
            }
            ir::Stmt::Break { target, range } => {
                let target = match target {
                    ir::BreakTarget::Loop(id) => LabelRef::Loop(id.0),
                    ir::BreakTarget::Switch(id) => LabelRef::Switch(id.0),
                };
                some(StmtKind::Jump { target, exit: Exit::Break }, self.origin(*range))
            }
            ir::Stmt::Continue { id, range } => {
                let kind = StmtKind::Jump { target: LabelRef::Loop(id.0), exit: Exit::Continue };
                some(kind, self.origin(*range))
            }
            ir::Stmt::Return { value, range } => {
                let value = value.as_ref().map(|value| self.expr(value));
                some(StmtKind::Return(value), self.origin(*range))
            }
            // A label that nothing jumps to.
            ir::Stmt::Label { body, .. } => self.stmt(body),
            ir::Stmt::Case { range, .. } | ir::Stmt::GotoPtr { range, .. } => {
                Some(self.refused("this jump", self.origin(*range)))
            }
            ir::Stmt::SwitchTree(switch) => Some(self.refused("this `switch`", self.origin(switch.range))),
        }
    }

    fn refused(&self, what: &str, origin: Origin) -> Stmt {
        let hole = ExprKind::Hole(codes::UNSUPPORTED, format!("{what} cannot be converted"));
        Stmt { kind: StmtKind::Expr(Expr::new(hole, Type::Void, origin)), origin: Some(origin) }
    }

    fn repeats(&self, label: u32) -> bool {
        self.repeating.borrow().contains(&label)
    }

    fn switch(&self, switch: &ir::Switch) -> Switch {
        let groups = switch.groups.iter();
        let groups = groups
            .map(|group| Group { values: group.values.iter().map(range).collect(), body: self.stmts(&group.body) })
            .collect();
        Switch {
            id: switch.id.0,
            on: self.expr(&switch.scrutinee),
            hoisted: switch.hoisted.iter().map(|id| ObjectId(id.0)).collect(),
            groups,
            default: switch.default_group,
        }
    }

    fn graph(&self, graph: &cfg::Cfg) -> Result<Graph, &'static str> {
        let locals = graph.locals.iter().map(|local| (ObjectId(local.object.0), local.rust_name.clone())).collect();
        let mut blocks = vec![];
        for block in &graph.blocks {
            blocks.push((self.stmts(&block.stmts), self.terminator(&block.term)?));
        }
        Ok(Graph { locals, blocks, lands: false })
    }

    fn terminator(&self, term: &cfg::Terminator) -> Result<Terminator, &'static str> {
        Ok(match term {
            cfg::Terminator::Jump { target, .. } => Terminator::Jump(target.0),
            cfg::Terminator::Branch { cond, then_blk, else_blk } => {
                Terminator::Branch { condition: self.complex_truth(cond), yes: then_blk.0, no: else_blk.0 }
            }
            cfg::Terminator::Switch { value, cases, default, .. } => {
                let cases = cases.iter().map(|(values, block)| (range(values), block.0)).collect();
                Terminator::Switch { on: self.expr(value), cases, default: default.0 }
            }
            cfg::Terminator::Return { value, .. } => Terminator::Return(value.as_ref().map(|value| self.expr(value))),
            cfg::Terminator::Unreachable => Terminator::Unreachable,
            cfg::Terminator::IndirectJump { target, .. } => Terminator::Computed(self.expr(target)),
        })
    }
}

fn range(range: &ir::CaseRange) -> CaseRange {
    CaseRange { low: range.low, high: range.high }
}

/// The labels of regions that a `goto` restarts.
pub(super) fn repeating_labels(stmts: &[ir::Stmt], out: &mut std::collections::BTreeSet<u32>) {
    for stmt in stmts {
        match stmt {
            ir::Stmt::Region(region) => {
                if region.kind == ir::RegionKind::Loop {
                    out.insert(region.label.0);
                }
                repeating_labels(&region.body, out);
            }
            ir::Stmt::Block(items) => repeating_labels(items, out),
            ir::Stmt::If { then_branch, else_branch, .. } => {
                repeating_labels(std::slice::from_ref(then_branch), out);
                if let Some(no) = else_branch {
                    repeating_labels(std::slice::from_ref(no), out);
                }
            }
            ir::Stmt::While { body, .. } | ir::Stmt::DoWhile { body, .. } | ir::Stmt::For { body, .. } => {
                repeating_labels(std::slice::from_ref(body), out);
            }
            ir::Stmt::Switch(switch) => switch.groups.iter().for_each(|group| repeating_labels(&group.body, out)),
            _ => {}
        }
    }
}
