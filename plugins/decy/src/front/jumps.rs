//! Functions that call `setjmp`, as numbered blocks: a jump comes back to the block behind the call.

use crate::codes;
use crate::hir::visit::{Visit, walk_body, walk_expr};
use crate::hir::{
    Block, Body, Callee, CaseRange, Exit, Expr, ExprKind, FunctionId, Graph, LabelRef, ObjectId, Place, PlaceKind,
    Program, Stmt, StmtKind, Storage, Switch, Terminator, Type,
};
use std::collections::{BTreeMap, BTreeSet};

/// What the front calls it.
const SETJMP: &str = "__batuta_setjmp";
/// The variable of the output that holds its value.
pub(crate) const VALUE: &str = "rt_jumped";

/// Rewrite the functions that call `setjmp`.
pub(super) fn rewrite(program: &mut Program) {
    let setjmp = program.functions.iter().position(|function| function.name == SETJMP && function.body.is_none());
    let Some(setjmp) = setjmp.map(|at| FunctionId(at as u32)) else { return };
    for at in 0..program.functions.len() {
        let made = match &program.functions[at].body {
            Some(body @ Body::Blocks(block)) if calls(body, setjmp) > 0 => {
                let params: BTreeSet<ObjectId> = program.functions[at].params.iter().copied().collect();
                Flatten::new(program, setjmp, params).function(block, calls(body, setjmp))
            }
            Some(body @ Body::Graph(graph)) if calls(body, setjmp) > 0 => {
                Flatten::new(program, setjmp, BTreeSet::new()).graph(graph, calls(body, setjmp))
            }
            _ => continue,
        };
        program.functions[at].body =
            Some(made.unwrap_or_else(|| {
                Body::Refused(codes::SETJMP, "this use of `setjmp` cannot be converted".into(), None)
            }));
    }
}

struct Calls(FunctionId, usize);

impl Visit for Calls {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Call { callee: Callee::Direct(id), .. } = &expr.kind {
            self.1 += usize::from(*id == self.0);
        }
        walk_expr(self, expr);
    }
}

/// How often a body calls a function.
fn calls(body: &Body, id: FunctionId) -> usize {
    let mut visit = Calls(id, 0);
    walk_body(&mut visit, body);
    visit.1
}

struct Flatten<'a> {
    program: &'a Program,
    setjmp: FunctionId,
    locals: Vec<(ObjectId, String)>,
    names: BTreeMap<String, u32>,
    blocks: Vec<(Block, Option<Terminator>)>,
    current: usize,
    /// Where `break` and `continue` lead.
    targets: BTreeMap<(LabelRef, bool), u32>,
    found: usize,
    possible: bool,
}

impl<'a> Flatten<'a> {
    fn new(program: &'a Program, setjmp: FunctionId, params: BTreeSet<ObjectId>) -> Self {
        let names = params.iter().map(|id| (program.object(*id).name.clone(), 1)).collect();
        Flatten {
            program,
            setjmp,
            locals: vec![],
            names,
            blocks: vec![(vec![], None)],
            current: 0,
            targets: BTreeMap::new(),
            found: 0,
            possible: true,
        }
    }

    fn function(mut self, block: &Block, calls: usize) -> Option<Body> {
        self.sequence(block);
        self.end(Terminator::Return(None));
        self.finish(calls)
    }

    /// Blocks that are numbered already keep their numbers.
    fn graph(mut self, graph: &Graph, calls: usize) -> Option<Body> {
        self.locals = graph.locals.clone();
        self.blocks = graph.blocks.iter().map(|_| (vec![], None)).collect();
        for (at, (block, end)) in graph.blocks.iter().enumerate() {
            self.current = at;
            for stmt in block {
                match &stmt.kind {
                    StmtKind::Expr(expr) => self.effect(expr, stmt),
                    _ => self.push(stmt.clone()),
                }
            }
            let end = match end {
                Terminator::Branch { condition, yes, no } => {
                    Terminator::Branch { condition: self.value(condition), yes: *yes, no: *no }
                }
                Terminator::Switch { on, cases, default } => {
                    Terminator::Switch { on: self.value(on), cases: cases.clone(), default: *default }
                }
                Terminator::Return(value) => Terminator::Return(value.as_ref().map(|value| self.value(value))),
                other => other.clone(),
            };
            self.end(end);
        }
        self.finish(calls)
    }

    fn finish(self, calls: usize) -> Option<Body> {
        if !self.possible || self.found != calls {
            return None;
        }
        let end = |end: Option<Terminator>| end.unwrap_or(Terminator::Unreachable);
        let blocks = self.blocks.into_iter().map(|(block, last)| (block, end(last))).collect();
        Some(Body::Graph(Graph { locals: self.locals, blocks, lands: true }))
    }

    fn push(&mut self, stmt: Stmt) {
        if self.blocks[self.current].1.is_none() {
            self.blocks[self.current].0.push(stmt);
        }
    }

    fn fresh(&mut self) -> u32 {
        self.blocks.push((vec![], None));
        self.blocks.len() as u32 - 1
    }

    /// End the current block, unless it has ended.
    fn end(&mut self, end: Terminator) {
        self.blocks[self.current].1.get_or_insert(end);
    }

    fn go(&mut self, to: u32) {
        self.end(Terminator::Jump(to));
        self.current = to as usize;
    }

    fn local(&mut self, id: ObjectId) {
        let object = self.program.object(id);
        if object.storage != Storage::Automatic || self.locals.iter().any(|(known, _)| *known == id) {
            return;
        }
        let count = self.names.entry(object.name.clone()).or_insert(0);
        *count += 1;
        let name = if *count == 1 { object.name.clone() } else { format!("{}_{count}", object.name) };
        self.locals.push((id, name));
    }

    fn sequence(&mut self, block: &[Stmt]) {
        block.iter().for_each(|stmt| self.stmt(stmt));
    }

    /// An expression without the call of `setjmp` that it starts with.
    fn value(&mut self, expr: &Expr) -> Expr {
        let mut out = expr.clone();
        if let Some(buffer) = take(&mut out, self.setjmp) {
            self.found += 1;
            let next = self.fresh();
            self.end(Terminator::Land { buffer, next });
            self.current = next as usize;
        }
        out
    }

    fn effect(&mut self, expr: &Expr, stmt: &Stmt) {
        let value = self.value(expr);
        self.push(Stmt { kind: StmtKind::Expr(value), origin: stmt.origin });
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.effect(expr, stmt),
            StmtKind::Let { object, value } => {
                self.local(*object);
                let local = self.program.object(*object).storage == Storage::Automatic;
                if let Some(value) = value.as_ref().filter(|_| local) {
                    let object_ty = self.program.object(*object).ty.clone();
                    let place = Place { kind: PlaceKind::Object(*object), ty: object_ty.clone(), origin: value.origin };
                    let value = Box::new(self.value(value));
                    let origin = value.origin;
                    let assign = Expr::new(ExprKind::Assign { place, value }, object_ty, origin);
                    self.push(Stmt { kind: StmtKind::Expr(assign), origin: stmt.origin });
                }
            }
            StmtKind::Vla { object, .. } => {
                self.local(*object);
                self.push(stmt.clone());
            }
            StmtKind::Cleanup(_) => self.possible = false,
            StmtKind::Block(body) => self.sequence(body),
            StmtKind::If { condition, yes, no } => self.branch(condition, yes, no.as_deref()),
            StmtKind::While { id, condition, body } => self.looped(*id, Some(condition), None, body, true),
            StmtKind::DoWhile { id, body, condition } => self.looped(*id, Some(condition), None, body, false),
            StmtKind::For { id, init, condition, step, body } => {
                self.sequence(init);
                self.looped(*id, condition.as_ref(), step.as_ref(), body, true);
            }
            StmtKind::Switch(switch) => self.switch(switch),
            StmtKind::Region { id, repeat, falls_out, body, .. } => self.region(*id, *repeat, *falls_out, body),
            StmtKind::Jump { target, exit } => {
                let target = match target {
                    LabelRef::Region(_) => self.targets.get(&(*target, false)),
                    _ => self.targets.get(&(*target, *exit == Exit::Continue)),
                };
                match target.copied() {
                    Some(to) => self.end(Terminator::Jump(to)),
                    None => self.possible = false,
                }
            }
            StmtKind::Return(value) => {
                let value = value.as_ref().map(|value| self.value(value));
                self.end(Terminator::Return(value));
            }
        }
    }

    fn branch(&mut self, condition: &Expr, yes: &[Stmt], no: Option<&[Stmt]>) {
        let condition = self.value(condition);
        let (first, after) = (self.fresh(), self.fresh());
        let second = if no.is_some() { self.fresh() } else { after };
        self.end(Terminator::Branch { condition, yes: first, no: second });
        self.current = first as usize;
        self.sequence(yes);
        self.end(Terminator::Jump(after));
        if let Some(no) = no {
            self.current = second as usize;
            self.sequence(no);
            self.end(Terminator::Jump(after));
        }
        self.current = after as usize;
    }

    fn looped(&mut self, id: u32, condition: Option<&Expr>, step: Option<&Expr>, body: &[Stmt], test_first: bool) {
        let (start, inner, next, after) = (self.fresh(), self.fresh(), self.fresh(), self.fresh());
        let target = LabelRef::Loop(id);
        let test = if test_first { start } else { next };
        self.targets.insert((target, false), after);
        self.targets.insert((target, true), next);
        self.go(if test_first { start } else { inner });
        if test_first {
            self.test(condition, inner, after);
        }
        self.current = inner as usize;
        self.sequence(body);
        self.go(next);
        if let Some(step) = step {
            self.effect(step, &Stmt { kind: StmtKind::Block(vec![]), origin: None });
        }
        if test == start {
            self.end(Terminator::Jump(start));
        } else {
            self.test(condition, inner, after);
        }
        self.current = after as usize;
    }

    fn test(&mut self, condition: Option<&Expr>, yes: u32, no: u32) {
        match condition {
            Some(condition) => {
                let condition = self.value(condition);
                self.end(Terminator::Branch { condition, yes, no });
            }
            None => self.end(Terminator::Jump(yes)),
        }
    }

    fn switch(&mut self, switch: &Switch) {
        switch.hoisted.iter().for_each(|id| self.local(*id));
        let on = self.value(&switch.on);
        let after = self.fresh();
        let groups: Vec<u32> = switch.groups.iter().map(|_| self.fresh()).collect();
        let cases: Vec<(CaseRange, u32)> = switch
            .groups
            .iter()
            .zip(&groups)
            .flat_map(|(group, to)| group.values.iter().map(|value| (*value, *to)))
            .collect();
        let default = switch.default.map_or(after, |at| groups[at]);
        self.end(Terminator::Switch { on, cases, default });
        self.targets.insert((LabelRef::Switch(switch.id), false), after);
        for (at, group) in switch.groups.iter().enumerate() {
            self.current = groups[at] as usize;
            self.sequence(&group.body);
            self.end(Terminator::Jump(groups.get(at + 1).copied().unwrap_or(after)));
        }
        self.current = after as usize;
    }

    fn region(&mut self, id: u32, repeat: bool, falls_out: bool, body: &[Stmt]) {
        let (start, after) = (self.fresh(), self.fresh());
        let key = (LabelRef::Region(id), false);
        let outer = self.targets.insert(key, if repeat { start } else { after });
        self.go(start);
        self.sequence(body);
        self.end(Terminator::Jump(if repeat && !falls_out { start } else { after }));
        self.current = after as usize;
        match outer {
            Some(outer) => self.targets.insert(key, outer),
            None => self.targets.remove(&key),
        };
    }
}

/// Put the variable in the place of the call of `setjmp` that an expression starts with, and give its argument.
fn take(expr: &mut Expr, setjmp: FunctionId) -> Option<Expr> {
    let first =
        match &mut expr.kind {
            ExprKind::Call { callee: Callee::Direct(id), args } if *id == setjmp => {
                let buffer = args.first()?.clone();
                let place = Place { kind: PlaceKind::Named(VALUE.into()), ty: Type::INT, origin: expr.origin };
                expr.kind = ExprKind::Load(place);
                return Some(buffer);
            }
            ExprKind::Assign { place, value } if matches!(place.kind, PlaceKind::Object(_)) => value,
            ExprKind::Cast(inner) | ExprKind::Negate(inner) | ExprKind::Complement(inner) => inner,
            ExprKind::Compare { left, right, .. } | ExprKind::Binary { left, right, .. } => {
                if left.constant().is_some() { right } else { left }
            }
            ExprKind::Logical { left, .. } => left,
            ExprKind::Conditional { condition, .. } => condition,
            ExprKind::Elvis { value, .. } => value,
            ExprKind::Comma { first, .. } => first,
            _ => return None,
        };
    take(first, setjmp)
}
